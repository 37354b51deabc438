//! Which tests come when: the core set in the first week and every 28 days, the order of a day, the rests.
//!
//! Rules `PRG-Z1` and `OM-82`. Not here: the questions of a re-test (see `plan`), and readiness to run.

use super::log::TestLog;
use super::protocol::{Part, SelfTest};
use crate::units::{Day, Seconds};

/// The core set, about 20 minutes, in the order in which it is done.
pub const CORE: [SelfTest; 9] = [
    SelfTest::Thomas,
    SelfTest::HipIrSeated,
    SelfTest::Stance,
    SelfTest::SidePlank,
    SelfTest::Bridge,
    SelfTest::Abduction,
    SelfTest::Squeeze,
    SelfTest::HipFlexion,
    SelfTest::Calf,
];

/// Days from one re-test to the next; a result counts for as many.
pub const PERIOD: i32 = 28;
/// Days before and after its day on which a re-test may be done.
pub const WINDOW: i32 = 3;
/// Rest between two tests of strength.
const BETWEEN_STRENGTH: Seconds = Seconds(120);

/// The next re-test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retest {
    /// The day on which it is due.
    pub due: Day,
    /// The first day of its window.
    pub from: Day,
    /// The last day of its window; after it the next session asks.
    pub until: Day,
}

/// The next re-test: 28 days after the last finished one, the first 28 days after day 0.
pub fn retest(day_zero: Day, last_finished: Option<Day>) -> Retest {
    let due = last_finished.unwrap_or(day_zero).plus(PERIOD);
    Retest { due, from: due.plus(-WINDOW), until: due.plus(WINDOW) }
}

impl Retest {
    /// Whether it can be done on that day: from its window on, and not after a run on the same day.
    pub fn is_open(self, day: Day, ran_before: bool) -> bool {
        day >= self.from && !ran_before
    }

    /// Whether its window is over, so that the next session asks for it.
    pub fn is_missed(self, day: Day) -> bool {
        day > self.until
    }
}

/// The core tests that were not done on both sides since that day, in their order.
pub fn open_tests(log: &TestLog, since: Day) -> Vec<SelfTest> {
    CORE.into_iter().filter(|test| log.done_on(*test).is_none_or(|day| day < since)).collect()
}

/// Tests in the order of a day: flexibility, balance, strength; no test twice.
pub fn order(tests: &[SelfTest]) -> Vec<SelfTest> {
    SelfTest::ALL.iter().copied().filter(|test| tests.contains(test)).collect()
}

/// The rest between two tests.
pub fn rest_between(before: SelfTest, next: SelfTest) -> Seconds {
    let is_strength = |test: SelfTest| test.protocol().part == Part::Strength;
    if is_strength(before) && is_strength(next) { BETWEEN_STRENGTH } else { Seconds(0) }
}
