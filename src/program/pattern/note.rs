//! Notes on the load, shoes, ground and sleep that the result says beside the pattern (`patterns.md` section 8).
//!
//! Not here: the run guard, which a note on the load shows before each run.

use crate::program::evaluation::{Answers, Question};
use crate::program::reason::{Reason, RuleId, SourceKey};

/// A note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Note {
    /// The load changed shortly before; the lesson on load opens first.
    Load,
    /// Change shoes over two weeks.
    Shoe,
    /// Choose flat ground, switch sides.
    Camber,
    /// A hint on sleep.
    Sleep,
}

/// `q-shoe-km` over that brings the note.
const SHOE_KM: u16 = 800;
/// `q-sleep` under that brings the note.
const SLEEP_HOURS: u16 = 7;

impl Note {
    /// All notes in their order.
    pub const ALL: [Self; 4] = [Self::Load, Self::Shoe, Self::Camber, Self::Sleep];

    /// The stable id; its words are under `rule.<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Load => "load-note",
            Self::Shoe => "shoe-note",
            Self::Camber => "camber-note",
            Self::Sleep => "sleep-note",
        }
    }

    const fn sources(self) -> &'static [SourceKey] {
        match self {
            Self::Load => &[SourceKey("frandsen2025"), SourceKey("nielsen2014")],
            _ => &[SourceKey("conv")],
        }
    }

    /// Why the note is shown, if it is. What was skipped shows none.
    pub fn of(self, answers: &Answers) -> Option<Reason> {
        let says = |question, options: &[&str]| options.iter().any(|option| answers.says(question, option));
        let far = |limit: u16| answers.number(Question::ShoeKm).is_some_and(|km| km > limit);
        let question = match self {
            Self::Load if says(Question::LoadChange, &["distance", "speed", "return"]) => Question::LoadChange,
            Self::Shoe if far(SHOE_KM) => Question::ShoeKm,
            Self::Shoe if says(Question::LoadChange, &["shoes"]) => Question::LoadChange,
            Self::Camber if says(Question::Surface, &["camber"]) => Question::Surface,
            Self::Sleep if answers.number(Question::Sleep).is_some_and(|hours| hours < SLEEP_HOURS) => Question::Sleep,
            _ => return None,
        };
        let inputs = vec![answers.said(question)];
        Some(Reason { rule: RuleId(self.id()), inputs, sources: self.sources().to_vec() })
    }
}
