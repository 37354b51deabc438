//! The results of the journal, the newest of each test and side, and the one before it.
//!
//! Not here: what they mean beside a norm (see `report`), and how they came about (see `trial`).

use super::class::{Who, rounded};
use super::protocol::SelfTest;
use crate::journal::{Body, EntryId, Happened, Method, NotDone, TestEntry, TestSide};
use crate::program::evaluation::{BodySide, Region};
use crate::program::pattern::{Finding, Findings, TestPain};
use crate::units::{Day, PainScore, Seconds};

/// One side of a test that was done, or that was stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Its entry.
    pub id: EntryId,
    /// The local day.
    pub day: Day,
    /// The rounded result in tenths of the unit; none where the test was stopped.
    pub tenths: Option<i32>,
    /// The worst pain in it.
    pub pain: Option<PainScore>,
    /// Where.
    pub regions: Vec<Region>,
    /// The second at which it came.
    pub onset: Option<Seconds>,
    /// How it was measured.
    pub method: Method,
}

/// What is kept of one test and side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Kept {
    test: SelfTest,
    /// None for both legs at once.
    side: Option<BodySide>,
    newest: Done,
    /// The result before it.
    before: Option<Done>,
}

/// The newest results.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestLog(Vec<Kept>);

impl TestLog {
    /// No test was done.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Gathers them; `happened` goes from old to new.
    pub fn of<'a>(happened: impl Iterator<Item = Happened<'a>>) -> Self {
        let mut log = Self::none();
        happened.for_each(|one| log.take(&one));
        log
    }

    /// Takes one of the journal's entries in, newer than all before.
    ///
    /// One without a result takes the place of an older one only if pain stopped it; a test that was merely left says
    /// nothing.
    pub fn take(&mut self, happened: &Happened<'_>) {
        let Body::Test(entry) = happened.body else { return };
        let Some(test) = SelfTest::parse(&entry.test) else { return };
        let side = match (entry.side, test.protocol().together) {
            (TestSide::Left, false) => Some(BodySide::Left),
            (TestSide::Right, false) => Some(BodySide::Right),
            (TestSide::Both, true) => None,
            _ => return,
        };
        let tenths = result(test, entry);
        let was_stopped = entry.why == Some(NotDone::Stopped) && entry.pain.is_some();
        if tenths.is_none() && !was_stopped {
            return;
        }
        let newest = Done {
            id: happened.id,
            day: happened.day,
            tenths,
            pain: entry.pain,
            regions: entry.regions.iter().filter_map(|id| Region::parse(id)).collect(),
            onset: entry.onset,
            method: entry.method,
        };
        match self.0.iter_mut().find(|kept| (kept.test, kept.side) == (test, side)) {
            Some(kept) => {
                let old = core::mem::replace(&mut kept.newest, newest);
                if old.tenths.is_some() {
                    kept.before = Some(old);
                }
            }
            None => self.0.push(Kept { test, side, newest, before: None }),
        }
    }

    fn kept(&self, test: SelfTest, side: BodySide) -> Option<&Kept> {
        let side = (!test.protocol().together).then_some(side);
        self.0.iter().find(|kept| (kept.test, kept.side) == (test, side))
    }

    /// The newest of a test on a side; a test of both legs at once stands for either.
    pub fn newest(&self, test: SelfTest, side: BodySide) -> Option<&Done> {
        self.kept(test, side).map(|kept| &kept.newest)
    }

    /// The result before the newest one.
    pub fn before(&self, test: SelfTest, side: BodySide) -> Option<&Done> {
        self.kept(test, side).and_then(|kept| kept.before.as_ref())
    }

    /// The day of the newest of both sides; none until both are done.
    pub fn done_on(&self, test: SelfTest) -> Option<Day> {
        let days = BodySide::ALL.map(|side| self.newest(test, side).map(|done| done.day));
        let [Some(left), Some(right)] = days else { return None };
        Some(left.min(right))
    }

    /// The pain of the newest `t-squeeze` of the last 28 days, for the gate of `t-copenhagen`.
    pub fn squeeze(&self, today: Day) -> Option<PainScore> {
        let done = self.newest(SelfTest::Squeeze, BodySide::Left)?;
        if (0..=super::retest::PERIOD).contains(&today.since(done.day)) { done.pain } else { None }
    }

    /// What the pattern goes by: class, result and pain of each test and side. A test that was not done is not in it.
    pub fn findings(&self, who: Who) -> Findings {
        let mut all = Findings::none();
        for kept in &self.0 {
            let sides = kept.side.map_or(BodySide::ALL.as_slice(), |side| match side {
                BodySide::Left => &[BodySide::Left],
                BodySide::Right => &[BodySide::Right],
            });
            for side in sides {
                all.put(finding(kept, *side, who));
            }
        }
        all
    }
}

fn finding(kept: &Kept, side: BodySide, who: Who) -> Finding {
    let done = &kept.newest;
    Finding {
        test: kept.test.id(),
        side,
        class: done.tenths.and_then(|tenths| kept.test.class(tenths, who)),
        tenths: done.tenths,
        pain: done.pain.map(|worst| TestPain {
            worst,
            regions: done.regions.clone(),
            from_second: done.onset.and_then(|onset| u16::try_from(onset.0).ok()),
        }),
    }
}

/// The rounded result of an entry: of its tries, or of its choice.
fn result(test: SelfTest, entry: &TestEntry) -> Option<i32> {
    if let Some(choice) = &entry.choice {
        return test.choice(choice).map(|choice| i32::from(choice.value) * 10);
    }
    rounded(test, &entry.tries)
}
