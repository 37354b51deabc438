//! What the start script left on `window.stridewell`: language, theme, the words and the clinic's file as promises.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Start;
    #[wasm_bindgen(thread_local_v2, js_name = stridewell, js_namespace = window)]
    static START: Option<Start>;
    #[wasm_bindgen(catch, method)]
    fn trouble(this: &Start, reason: &str) -> Result<(), JsValue>;
}

/// Shows the static panel "download my data, reload": the way out when nothing else works.
pub fn trouble(reason: &str) {
    START.with(|start| {
        if let Some(start) = start {
            let _ = start.trouble(reason);
        }
    });
}

/// A text that the start script left under that name, such as `lang` or `clinicSlug`.
pub fn text(name: &str) -> Option<String> {
    START.with(|start| js_sys::Reflect::get(start.as_ref()?.as_ref(), &name.into()).ok()?.as_string())
}

/// Whether the start script left a true value under that name.
pub fn is_set(name: &str) -> bool {
    START.with(|start| {
        start.as_ref().is_some_and(|start| {
            js_sys::Reflect::get(start.as_ref(), &name.into()).is_ok_and(|value| value.is_truthy())
        })
    })
}

/// The text behind a promise of that name; `None` when it failed or was never asked for.
pub async fn promised(name: &str) -> Option<String> {
    let promise = START.with(|start| js_sys::Reflect::get(start.as_ref()?.as_ref(), &name.into()).ok())?;
    let promise: js_sys::Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_string()
}

/// The text of a file beside the page.
pub async fn fetch_text(address: &str) -> Option<String> {
    let window = web_sys::window()?;
    let response: web_sys::Response =
        JsFuture::from(window.fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
