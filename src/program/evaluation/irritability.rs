//! How easily pain rises and how long it stays: rows `IRR-01` to `IRR-09` (`progression.md` section 1).
//!
//! Not here: when it is worked out anew (see `course`), and the phase that follows from it.

use super::answers::Answers;
use super::question::Question;
use crate::program::plan::Irritability::{self, High, Low, Moderate};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::{Answers as Safety, Question as SafetyQuestion};

/// What a row looks at.
#[derive(Debug, Clone, Copy)]
enum When {
    /// `s-rest-pain` is one of these.
    Rest(&'static [&'static str]),
    /// The pain score is within these bounds.
    Score(Question, u16, u16),
    /// `q-settle` is that; skipped counts as `hours`.
    Settle(&'static str),
    /// Anything else.
    Else,
}

/// The rows from the top: the first that matches decides.
const ROWS: [(&str, When, Irritability); 9] = [
    ("IRR-01", When::Rest(&["constant"]), High),
    ("IRR-02", When::Score(Question::NprsWorst, 7, 10), High),
    ("IRR-03", When::Score(Question::NprsNow, 5, 10), High),
    ("IRR-04", When::Settle("next-day"), High),
    ("IRR-05", When::Score(Question::NprsWorst, 4, 6), Moderate),
    ("IRR-06", When::Settle("hours"), Moderate),
    ("IRR-07", When::Rest(&["on-side", "some"]), Moderate),
    ("IRR-08", When::Score(Question::NprsNow, 3, 4), Moderate),
    ("IRR-09", When::Else, Low),
];

/// The irritability that these answers come to, and why. While `s-rest-pain`, the worst pain or the pain now is missing,
/// only `high` can be told: none of them is taken for 0.
pub fn irritability(answers: &Answers, safety: &Safety) -> Option<(Irritability, Reason)> {
    let is_known = safety.has(SafetyQuestion::RestPain)
        && [Question::NprsWorst, Question::NprsNow].iter().all(|question| answers.has(*question));
    let (id, when, level) = ROWS.iter().find(|(_, when, _)| when.holds(answers, safety))?;
    if !is_known && *level != High {
        return None;
    }
    let inputs = match when {
        When::Rest(_) => vec![rest(safety)],
        When::Score(question, ..) => vec![answers.said(*question)],
        When::Settle(_) => vec![answers.said(Question::Settle)],
        When::Else => {
            let asked = [Question::NprsWorst, Question::NprsNow, Question::Settle];
            asked.iter().map(|question| answers.said(*question)).chain([rest(safety)]).collect()
        }
    };
    Some((*level, Reason { rule: RuleId(id), inputs, sources: vec![SourceKey("conv")] }))
}

fn rest(safety: &Safety) -> Input {
    Input::Said { question: SafetyQuestion::RestPain.id(), answer: safety.ids(SafetyQuestion::RestPain) }
}

impl When {
    fn holds(self, answers: &Answers, safety: &Safety) -> bool {
        match self {
            Self::Rest(options) => safety.chosen(SafetyQuestion::RestPain).any(|option| options.contains(&option)),
            Self::Score(question, least, most) => {
                answers.number(question).is_some_and(|score| (least..=most).contains(&score))
            }
            Self::Settle("hours") if !answers.has(Question::Settle) => true,
            Self::Settle(option) => answers.says(Question::Settle, option),
            Self::Else => true,
        }
    }
}
