//! What the start script left on `window.stridewell`: language, theme, the words and the clinic's file as promises.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The value of that name on `window.stridewell`.
fn left(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let start = js_sys::Reflect::get(&window, &"stridewell".into()).ok()?;
    js_sys::Reflect::get(&start, &name.into()).ok()
}

/// Shows the static panel "download my data, reload": the way out when nothing else works.
pub fn trouble(reason: &str) {
    panel(reason, "trap");
}

/// The same when a file did not come.
pub fn did_not_load(reason: &str) {
    panel(reason, "load");
}

fn panel(reason: &str, kind: &str) {
    if let Some(show) = left("trouble").and_then(|show| show.dyn_into::<js_sys::Function>().ok()) {
        let _ = show.call2(&JsValue::NULL, &reason.into(), &kind.into());
    }
}

/// A text that the start script left under that name, such as `lang` or `clinicSlug`.
pub fn text(name: &str) -> Option<String> {
    left(name)?.as_string()
}

/// Whether the start script left a true value under that name.
pub fn is_set(name: &str) -> bool {
    left(name).is_some_and(|value| value.is_truthy())
}

/// The text behind a promise of that name; `None` when it failed or was never asked for.
pub async fn promised(name: &str) -> Option<String> {
    let promise: js_sys::Promise = left(name)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

/// The text of a file beside the page.
pub async fn fetch_text(address: &str) -> Option<String> {
    fetching(address).await
}

/// The same; the fetch begins before this is waited for.
pub fn fetching(address: &str) -> impl Future<Output = Option<String>> + use<> {
    text_of(web_sys::window().map(|window| window.fetch_with_str(address)))
}

async fn text_of(fetched: Option<js_sys::Promise>) -> Option<String> {
    let response: web_sys::Response = JsFuture::from(fetched?).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
