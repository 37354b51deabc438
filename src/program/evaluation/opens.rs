//! What an answer of the history asks of the safety screen: questions that it opens, and an answer that counts as not
//! sure (`evaluation.md` sections 1.2, 1.4 and 1.5).
//!
//! Not here: how the screen asks them (see `screening`).

use super::answers::Answers;
use super::question::Question;
use crate::journal::EntryId;
use crate::program::screening::{Answers as Safety, Duration, Question as SafetyQuestion};

/// An answer that opens a safety question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opener {
    /// The question of the history; its id is the rule that opens.
    pub by: Question,
    /// The option.
    pub option: &'static str,
    /// The safety question.
    pub opens: SafetyQuestion,
}

/// All of them.
pub const OPENERS: [Opener; 3] = [
    Opener { by: Question::Stiff, option: "m60plus", opens: SafetyQuestion::Inflammatory },
    Opener { by: Question::Aggravators, option: "a-cough", opens: SafetyQuestion::Lump },
    Opener { by: Question::Previous, option: "bone-stress", opens: SafetyQuestion::Bsi },
];

/// `q-duration` and `s-course` speak against each other. Both are asked again once; as long as they differ, `s-course`
/// counts as not sure (`conv`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The entry with which it began. An answer after it is one that was asked again.
    pub since: EntryId,
}

impl Contradiction {
    /// Whether the two differ: under 3 months against an old pain, or over 3 months against a new one.
    pub fn between(answers: &Answers, safety: &Safety) -> bool {
        let duration = answers.chosen(Question::Duration).next().and_then(Duration::parse);
        duration.is_some_and(|duration| duration.contradicts(safety))
    }
}
