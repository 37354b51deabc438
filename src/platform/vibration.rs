//! Shakes the phone where it can: an extra, never the only cue.

/// Shakes for that many milliseconds. A phone that cannot, and a frame that may not, do nothing.
pub fn shake(milliseconds: u32) {
    let Some(window) = web_sys::window().filter(|_| milliseconds > 0) else { return };
    let navigator = window.navigator();
    // Asked for first: the function is missing in Safari and would throw.
    if js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false) {
        let _ = navigator.vibrate_with_duration(milliseconds);
    }
}
