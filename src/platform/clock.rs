//! The clocks. The only place that asks what time it is; the functions are looked up at each call, so that a test can move time.

use crate::units::{Millis, Now};

/// One reading of the wall clock, the monotonic clock and the zone.
pub fn now() -> Now {
    let wall = js_sys::Date::now();
    let zone = -js_sys::Date::new_0().get_timezone_offset();
    let mono = performance().map_or(wall, |clock| clock.now());
    Now { wall: Millis(whole(wall)), mono: Millis(whole(mono)), zone: i16::try_from(whole(zone)).unwrap_or(0) }
}

/// A mark in the browser's own record of performance (`contract.md`, "Performance marks").
pub fn mark(name: &str) {
    if let Some(clock) = performance() {
        let _ = clock.mark(name);
    }
}

/// A measure from an earlier mark to now.
pub fn measure(name: &str, from_mark: &str) {
    if let Some(clock) = performance() {
        let _ = clock.measure_with_start_mark(name, from_mark);
    }
}

fn performance() -> Option<web_sys::Performance> {
    web_sys::window()?.performance()
}

#[expect(clippy::cast_possible_truncation, reason = "clock readings are far below 2^53 milliseconds")]
const fn whole(milliseconds: f64) -> i64 {
    milliseconds as i64
}
