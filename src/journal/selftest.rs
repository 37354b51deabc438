//! One side of a self-test as it was taken, and its fields in JSON.
//!
//! Not here: what a result comes to (see `program::selftest`).

use serde::{Deserialize, Serialize};

use super::EntryError;
use super::fields::{Fields, Line, array};
use crate::units::{PainScore, Seconds};

/// One side's result of a self-test, as it was taken.
///
/// Neither tries nor a choice: there is no result, which is "not known yet" and never 0; `why` says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestEntry {
    /// The test's id, or the video item's.
    pub test: String,
    /// The tested side.
    pub side: TestSide,
    /// The tries, in tenths of the test's unit.
    pub tries: Vec<i32>,
    /// The chosen observation's id, where nothing was measured.
    pub choice: Option<String>,
    /// The worst pain in it.
    pub pain: Option<PainScore>,
    /// Where it hurt or was felt: ids of regions.
    pub regions: Vec<String>,
    /// The second at which pain came.
    pub onset: Option<Seconds>,
    /// Seconds a kilometer at which the steps were counted.
    pub pace: Option<Seconds>,
    /// How it was measured.
    pub method: Method,
    /// Why there is no result.
    pub why: Option<NotDone>,
}

/// The side of a self-test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TestSide {
    /// The left leg.
    Left,
    /// The right leg.
    Right,
    /// Both legs at once.
    Both,
}

/// How a result was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// By the phone's sensor.
    Sensor,
    /// By the timer.
    Timer,
    /// By counting or tapping.
    Count,
    /// By choosing what was seen.
    Choice,
    /// By hand: fists, a tape, or typed in.
    Hand,
}

/// Why a test has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotDone {
    /// The runner left it for another time.
    Skipped,
    /// It was stopped for pain or another stop rule.
    Stopped,
    /// A question before it closed it.
    Unfit,
    /// Nothing to measure it with.
    Equipment,
}

pub(super) fn read(fields: Fields<'_>) -> Result<TestEntry, EntryError> {
    let seconds = |name| fields.optional_number(name).map(|found| found.map(Seconds));
    Ok(TestEntry {
        test: fields.text("test")?,
        side: fields.word("side")?,
        tries: fields.optional_numbers("tries")?,
        choice: fields.optional_text("choice")?,
        pain: fields.optional_word("pain")?,
        regions: fields.optional_texts("regions")?,
        onset: seconds("onset")?,
        pace: seconds("pace")?,
        method: fields.word("method")?,
        why: fields.optional_word("why")?,
    })
}

pub(super) fn write(line: &mut Line, test: &TestEntry) {
    line.text("test", &test.test);
    line.word("side", &test.side);
    if !test.tries.is_empty() {
        line.json("tries", &array(test.tries.iter().map(ToString::to_string)));
    }
    if let Some(choice) = &test.choice {
        line.text("choice", choice);
    }
    if let Some(pain) = test.pain {
        line.number("pain", pain.get());
    }
    if !test.regions.is_empty() {
        line.texts("regions", &test.regions);
    }
    for (name, seconds) in [("onset", test.onset), ("pace", test.pace)] {
        if let Some(seconds) = seconds {
            line.number(name, seconds.0);
        }
    }
    line.word("method", &test.method);
    if let Some(why) = test.why {
        line.word("why", &why);
    }
}
