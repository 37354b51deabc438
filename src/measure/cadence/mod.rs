//! Steps a minute (`t-cadence`): by counting with a timer, by tapping along, by the phone's accelerometer.
//!
//! Not here: whether a runner may run at all, and what a number means.

mod count;
mod sensor;
mod signal;
mod taps;

pub use count::per_minute_by_count;
pub use sensor::{NoCadence, StepSensor};
pub use taps::{Tapped, Taps};
