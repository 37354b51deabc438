//! The self-tests of sections 4 to 6: where each finds its row, and what the rows are made of.
//!
//! Numbers are in the test's unit; cuts, ranges and choices in whole units, differences and changes in tenths. Not here:
//! what the fields mean (see `protocol`).

mod range;
mod strength;

use super::norms::{Band, Sex};
use super::protocol::{Instrument, Protocol, SelfTest};
use crate::units::Seconds;

/// For everybody.
const fn all(target: i16, near: i16) -> Band {
    Band { sex: None, under: None, target, near }
}

/// For those under that age.
const fn under(age: u8, target: i16, near: i16) -> Band {
    Band { sex: None, under: Some(age), target, near }
}

/// For one sex, whatever the age or from the band before on.
const fn of(sex: Sex, target: i16, near: i16) -> Band {
    Band { sex: Some(sex), under: None, target, near }
}

/// For one sex under that age.
const fn of_under(sex: Sex, age: u8, target: i16, near: i16) -> Band {
    Band { sex: Some(sex), under: Some(age), target, near }
}

const fn stopwatch(cap: u32) -> Instrument {
    Instrument::Stopwatch { cap: Seconds(cap) }
}

impl SelfTest {
    /// All that is known of the test beside its words.
    #[expect(clippy::indexing_slicing, reason = "one row a variant, in its order; a test compares their ids")]
    pub const fn protocol(self) -> &'static Protocol {
        let at = self as usize;
        if at < range::ROWS.len() { &range::ROWS[at] } else { &strength::ROWS[at - range::ROWS.len()] }
    }
}
