//! The table of section 4.3: what a session of a given length is made of.

use crate::library::DoseLevel::{self, One, Three, Two};

/// An exercise that the table names, with its level.
pub(super) type Named = (&'static str, DoseLevel);

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// T, the chosen seconds.
    pub seconds: u32,
    pub warm_up: &'static [Named],
    pub cool_down: &'static [Named],
    /// Mobility items at most.
    pub mobility: usize,
    /// Self-manual items at most.
    pub self_manual: usize,
    /// Strength items that come first, with full sets.
    pub first: usize,
    /// Strength items at most.
    pub most: usize,
}

const MARCH: &str = "march-in-place";
const SWING: &str = "leg-swing-front-back";
const BREATHING: &str = "breathing-supine";

const F: [Row; 4] = [
    Row { seconds: 600, warm_up: &[(MARCH, One)], cool_down: &[], mobility: 2, self_manual: 1, first: 2, most: 4 },
    Row {
        seconds: 1200,
        warm_up: &[(MARCH, One), (SWING, One)],
        cool_down: &[(BREATHING, One)],
        mobility: 4,
        self_manual: 1,
        first: 3,
        most: 6,
    },
    Row {
        seconds: 1800,
        warm_up: &[(MARCH, Two), (SWING, Two)],
        cool_down: &[(BREATHING, Two)],
        mobility: 6,
        self_manual: 2,
        first: 4,
        most: 8,
    },
    Row {
        seconds: 2700,
        warm_up: &[(MARCH, Three), (SWING, Three)],
        cool_down: &[(BREATHING, Three)],
        mobility: 8,
        self_manual: 3,
        first: 5,
        most: 8,
    },
];

/// The largest row that is not above the chosen time; under 10 minutes the first one's items with that time.
fn row(seconds: u32) -> Row {
    let [first, ..] = F;
    let fitting = F.into_iter().rev().find(|row| row.seconds <= seconds);
    fitting.unwrap_or(Row { seconds, ..first })
}

/// A full land session of that many seconds.
pub(super) fn full(seconds: u32) -> Row {
    row(seconds)
}

/// Strength after a run: at most 15 minutes, no warm-up and no cool-down, nothing but strength and fill.
pub(super) fn after_run(seconds: u32) -> Row {
    let seconds = if seconds < 900 { seconds } else { 900 };
    Row { seconds, warm_up: &[], cool_down: &[], mobility: 0, self_manual: 0, first: 2, most: 4 }
}

/// A light session: at most 20 minutes, no cool-down.
pub(super) fn light(seconds: u32) -> Row {
    let row = row(seconds.min(1200));
    let warm_up: &[Named] = if row.seconds >= 1200 { &[(BREATHING, One), (MARCH, One)] } else { &[(BREATHING, One)] };
    Row { warm_up, cool_down: &[], mobility: 12, first: 0, most: 0, ..row }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_one_of_four_lengths() {
        let lengths = [300, 600, 900, 1200, 1800, 2500, 2700, 3600].map(|seconds| full(seconds).seconds);
        assert_eq!(lengths, [300, 600, 600, 1200, 1800, 1800, 2700, 2700]);
        assert_eq!([600, 1200, 1800, 2700].map(|seconds| light(seconds).seconds), [600, 1200, 1200, 1200]);
        assert_eq!([600, 1200, 1800, 2700].map(|seconds| after_run(seconds).seconds), [600, 900, 900, 900]);
    }
}
