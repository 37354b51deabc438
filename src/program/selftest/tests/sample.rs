//! Made-up results and clocks.

use crate::journal::sample::entry;
use crate::journal::{Body, Entry, Journal, Method, NotDone, TestEntry, TestSide};
use crate::program::selftest::{Sex, TestLog, Who};
use crate::units::{Millis, Now, PainScore};

pub fn pain(score: u8) -> PainScore {
    PainScore::new(score).unwrap()
}

pub fn who(sex: Sex, age: u8) -> Who {
    Who { sex, age: Some(age) }
}

pub fn at(millis: i64) -> Now {
    Now { wall: Millis(1_793_491_200_000 + millis), mono: Millis(millis), zone: 0 }
}

/// A result of one side.
pub fn result(test: &str, side: TestSide, tries: &[i32]) -> TestEntry {
    TestEntry {
        test: test.into(),
        side,
        tries: tries.into(),
        choice: None,
        pain: None,
        regions: Vec::new(),
        onset: None,
        pace: None,
        method: Method::Timer,
        why: None,
    }
}

/// The same with pain somewhere.
pub fn hurting(test: &str, side: TestSide, tries: &[i32], score: u8, regions: &[&str]) -> TestEntry {
    let regions = regions.iter().map(|id| (*id).to_owned()).collect();
    TestEntry { pain: PainScore::new(score), regions, ..result(test, side, tries) }
}

/// One that came to nothing.
pub fn left(test: &str, side: TestSide, why: NotDone) -> TestEntry {
    TestEntry { why: Some(why), ..result(test, side, &[]) }
}

/// A journal of these, a day apart.
pub fn journal(tests: impl IntoIterator<Item = TestEntry>) -> Journal {
    let at = |(day, test): (usize, TestEntry)| -> Entry {
        entry(i64::try_from(day).unwrap() * 86_400 + 50_000, Body::Test(test))
    };
    Journal::from_entries(tests.into_iter().enumerate().map(at))
}

pub fn log(tests: impl IntoIterator<Item = TestEntry>) -> TestLog {
    TestLog::of(journal(tests).happened())
}
