//! When the core set is over: each of its tests was done, or cannot be done.
//!
//! Not here: when it is due again (see `retest`).

use super::protocol::SelfTest;
use super::retest::{CORE, PERIOD};
use crate::journal::{Body, Journal, Moment, NotDone, TestEntry, TestSide};
use crate::units::Day;

/// Pain that ends a test on both sides.
const ENDS_FROM: u8 = 6;

/// Whether the core set is over once `new` is in the journal, by what was entered since it was last finished and in the
/// last 28 days. A side that was left for another time is still open; a test of which `is_left_out` is not asked for.
pub fn is_core_over(journal: &Journal, new: &[TestEntry], is_left_out: impl Fn(SelfTest) -> bool, today: Day) -> bool {
    let mut settled = Vec::new();
    for entry in new {
        settle(&mut settled, entry);
    }
    for happened in journal.happened().rev() {
        match happened.body {
            Body::Finish { moment: Moment::Tests | Moment::ReTest } => break,
            Body::Test(entry) if today.since(happened.day) < PERIOD => settle(&mut settled, entry),
            _ => {}
        }
    }
    let is_settled = |test: SelfTest| {
        let has = |side| settled.contains(&(test, side));
        has(TestSide::Both) || (has(TestSide::Left) && has(TestSide::Right))
    };
    CORE.into_iter().all(|test| is_settled(test) || is_left_out(test))
}

/// Notes the side that is not open any more by this entry.
fn settle(settled: &mut Vec<(SelfTest, TestSide)>, entry: &TestEntry) {
    let Some(test) = SelfTest::parse(&entry.test) else { return };
    let hurt = entry.pain.is_some_and(|pain| pain.get() >= ENDS_FROM);
    match entry.why {
        Some(NotDone::Skipped) => {}
        Some(NotDone::Stopped) => settled.push((test, TestSide::Both)),
        _ if hurt => settled.push((test, TestSide::Both)),
        _ => settled.push((test, entry.side)),
    }
}
