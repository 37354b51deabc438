//! One tab at a time: the browser's Web Locks, where it has them.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(catch, method)]
    fn request(this: &LockManager, name: &str, callback: &js_sys::Function) -> Result<js_sys::Promise, JsValue>;
}

/// Runs `work` while no other tab runs work of that name. A browser without locks runs it at once.
pub fn alone(name: &str, work: impl FnOnce() + 'static) {
    let Some(locks) = manager() else {
        work();
        return;
    };
    // Kept apart from the closure, so that a refusal, as in a frame without storage, can still run it.
    let work = std::rc::Rc::new(std::cell::Cell::new(Some(work)));
    let held = std::rc::Rc::clone(&work);
    let callback = Closure::once_into_js(move || {
        if let Some(work) = held.take() {
            work();
        }
    });
    let granted = locks.request(name, callback.unchecked_ref());
    spawn_local(async move {
        let refused = match granted {
            Ok(promise) => JsFuture::from(promise).await.is_err(),
            Err(_) => true,
        };
        if refused && let Some(work) = work.take() {
            work();
        }
    });
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}
