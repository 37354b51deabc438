//! What `q-duration` of the evaluation says beside `s-course` (`evaluation.md` section 1.2).
//!
//! Not here: that both are asked again (see `evaluation`).

use super::answers::Answers;
use super::question::{Choice, Question};
use crate::journal::Answer;

/// Whether the pain is younger or older than 3 months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Duration {
    /// `w0-2`, `w2-6`, `w6-12`.
    Weeks,
    /// `m3-6`, `m6-12`, `y1`.
    Months,
}

/// An old pain, changed or not.
const OLD: Choice = Choice::of(Question::Course, &["same", "changed"]);
/// A new one.
const NEW: Choice = Choice::of(Question::Course, &["new"]);

impl Duration {
    /// Reads an option's id.
    pub fn parse(option: &str) -> Option<Self> {
        match option {
            "w0-2" | "w2-6" | "w6-12" => Some(Self::Weeks),
            "m3-6" | "m6-12" | "y1" => Some(Self::Months),
            _ => None,
        }
    }

    /// What an answer makes of what was known: one that does not fit changes nothing, a deleted one leaves nothing.
    pub(super) fn after(before: Option<Self>, answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Skipped => None,
            Answer::Text(option) => Self::parse(option).or(before),
            _ => before,
        }
    }

    /// Whether it and the answer to `s-course` cannot both be true.
    pub fn contradicts(self, answers: &Answers) -> bool {
        answers.any(match self {
            Self::Weeks => OLD,
            Self::Months => NEW,
        })
    }
}
