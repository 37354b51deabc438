//! Keeps the screen on while a session runs, and says honestly whether it does.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type WakeLock;
    #[wasm_bindgen(catch, method)]
    fn request(this: &WakeLock, kind: &str) -> Result<js_sys::Promise, JsValue>;

    #[derive(Clone)]
    type Sentinel;
    #[wasm_bindgen(method, getter)]
    fn released(this: &Sentinel) -> bool;
    #[wasm_bindgen(catch, method)]
    fn release(this: &Sentinel) -> Result<js_sys::Promise, JsValue>;
}

thread_local! {
    static HELD: RefCell<Option<Sentinel>> = const { RefCell::new(None) };
}

/// Whether the screen is being kept on at this moment.
pub fn is_held() -> bool {
    HELD.with_borrow(|held| held.as_ref().is_some_and(|sentinel| !sentinel.released()))
}

/// Asks for the lock; must first be called in a tap. Calls back with whether it is held.
pub fn keep(answer: impl Fn(bool) + 'static) {
    if is_held() {
        answer(true);
        return;
    }
    let Some(promise) = lock().and_then(|lock| lock.request("screen").ok()) else {
        answer(false);
        return;
    };
    spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(sentinel) => {
                HELD.set(Some(sentinel.unchecked_into()));
                answer(true);
            }
            Err(_) => answer(false),
        }
    });
}

/// Lets the screen sleep again.
pub fn release() {
    if let Some(sentinel) = HELD.take() {
        let _ = sentinel.release();
    }
}

fn lock() -> Option<WakeLock> {
    let navigator = web_sys::window()?.navigator();
    let lock = js_sys::Reflect::get(&navigator, &"wakeLock".into()).ok()?;
    lock.is_object().then(|| lock.unchecked_into())
}
