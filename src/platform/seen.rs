//! Whether an element is on the screen.

use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches until this is dropped.
#[must_use]
pub struct Watching {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls back with whether the element is seen, now and at each change. A browser that cannot tell says "seen".
pub fn watch(element: &Element, changed: impl Fn(bool) + Clone + 'static) -> Watching {
    let told = changed.clone();
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Some(newest) = entries.iter().last() {
            told(newest.unchecked_into::<IntersectionObserverEntry>().is_intersecting());
        }
    });
    let observer = IntersectionObserver::new(callback.as_ref().unchecked_ref()).ok();
    match &observer {
        Some(observer) => observer.observe(element),
        None => changed(true),
    }
    Watching { observer, _callback: callback }
}
