//! What the run log holds: answers, runs, OKs, pain scores.
//!
//! Not here: how they are gathered (see `log`).

use super::log::RunLog;
use super::response::{AtSite, Bounds, Colors, Felt};
use super::what::{Site, What};
use crate::journal::{Answer, EntryId};
use crate::program::screening::{Flag, FlagSet};
use crate::units::{Day, Millis, PainScore, Seconds};

/// The questions whose answers running goes by.
pub(super) const ASKED: [&str; 20] = [
    "q-region-main",
    "q-run-status",
    "q-run-days",
    "q-easy-min",
    "q-longest-min",
    "q-longest-km",
    "q-km-now",
    "q-km-usual",
    "q-nprs-run",
    "q-nprs-walk",
    "q-nprs-stairs",
    "q-nprs-average",
    "q-nprs-now",
    "q-nprs-worst",
    "q-settle",
    "q-load-change",
    "s-rest-pain",
    "s-limp",
    "s-run-pain",
    "s-bsi",
];

/// One answer to one of these questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The question.
    pub question: &'static str,
    /// Its entry.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// The answer.
    pub answer: Answer,
}

impl Told {
    /// The number, if it is one.
    pub const fn number(&self) -> Option<i64> {
        match &self.answer {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The option or words, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.answer {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// One run, impact step or walk.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// Its entry.
    pub id: EntryId,
    /// Its local day.
    pub day: Day,
    /// When it began; noon of a day that was typed in later.
    pub at: Millis,
    /// What was run.
    pub what: What,
    /// Time running.
    pub run: Seconds,
    /// Time walking.
    pub walk: Seconds,
    /// Distance in meters.
    pub meters: Option<u32>,
    /// Pain just before.
    pub before: Option<PainScore>,
    /// What was felt.
    pub felt: Felt,
    /// Where it hurt.
    pub site: Site,
    /// Calf or foot pain of 4 or more (`RUN-C5`).
    pub calf_pain: bool,
    /// Pain at the sites that the `bone-stress-cleared` ladder watches.
    pub at_site: AtSite,
    /// Steps a minute.
    pub cadence: Option<u16>,
    /// Where it was run.
    pub surface: String,
    /// The shoes.
    pub shoes: String,
}

impl Logged {
    /// Its colors.
    pub fn colors(&self, bounds: Bounds) -> Colors {
        Colors::of(&self.felt, bounds)
    }
}

/// A clinician's OK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OkGiven {
    /// Its entry.
    pub id: EntryId,
    /// The visit.
    pub visit: Day,
    /// Bone stress was ruled out.
    pub ruled_out: bool,
}

/// A pain score at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    /// Its entry.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// The score.
    pub pain: PainScore,
    /// In the morning: stiff for longer, or not as usual again.
    pub stiff: bool,
}

impl RunLog {
    pub(super) fn find(&self, id: EntryId) -> Option<&Logged> {
        self.runs.iter().rev().find(|run| run.id == id)
    }

    /// The newest answer to a question.
    pub fn newest(&self, question: &str) -> Option<&Told> {
        self.told.iter().rev().find(|told| told.question == question)
    }

    /// The newest answer of the last days, today included.
    pub fn fresh(&self, question: &str, today: Day, days: i32) -> Option<&Told> {
        self.newest(question).filter(|told| (0..days).contains(&today.since(told.day)))
    }

    /// The answer that held when that entry was made.
    pub fn told_at(&self, question: &str, id: EntryId) -> Option<&Told> {
        let known = self.told.partition_point(|told| told.id < id);
        self.told.get(..known)?.iter().rev().find(|told| told.question == question)
    }

    /// Usual pain (U) as it stood at an entry: the median of the last 7 scores before sessions, the middle two's mean
    /// rounded down; of fewer than 3 the average of the last day, else the newest of them.
    pub fn usual(&self, id: EntryId) -> Option<PainScore> {
        let known = self.befores.partition_point(|before| before.id <= id);
        let mut last: Vec<PainScore> =
            self.befores.iter().take(known).rev().take(7).map(|before| before.pain).collect();
        if last.len() < 3 {
            let average = self.told_at("q-nprs-average", id).and_then(Told::number);
            return average.and_then(|pain| PainScore::new(u8::try_from(pain).ok()?)).or(last.first().copied());
        }
        last.sort_unstable();
        let upper = last.get(last.len() / 2)?.get();
        let lower = last.get((last.len() - 1) / 2)?.get();
        PainScore::new(u8::midpoint(lower, upper))
    }

    /// When one of these flags was raised anew last.
    pub fn last_raised(&self, flags: &[Flag]) -> Option<(Flag, Day)> {
        let with = |(_, day, set): &(EntryId, Day, FlagSet)| {
            flags.iter().find(|flag| set.contains(**flag)).map(|flag| (*flag, *day))
        };
        self.raised.iter().rev().find_map(with)
    }
}
