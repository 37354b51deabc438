//! Measuring with a phone: angles by its gravity sensor, steps a minute by counting, tapping or its accelerometer.
//!
//! Pure functions of samples and times; units in names and doc comments. Not here: which test measures what and what a
//! value means (see `program`), how a browser gives samples, and what beeps.

mod angle;
#[cfg(test)]
mod angle_tests;
mod cadence;
mod gravity;
mod still;
#[cfg(test)]
mod synthetic;

pub use angle::{AngleMeter, Axis, MeterEvent, Way};
pub use cadence::{NoCadence, StepSensor, Tapped, Taps, per_minute_by_count};
pub use gravity::{Gravity, Sample};

/// Milliseconds or a count as a number to calculate with.
#[expect(clippy::cast_precision_loss, reason = "times of one measurement are far below 2^52 ms")]
const fn to_f64(number: i64) -> f64 {
    number as f64
}
