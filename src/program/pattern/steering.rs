//! What steers the plan once there is an evaluation: pattern, mixed patterns, aggravators, irritability.
//!
//! Not here: the phase, which follows from irritability, level and log.

use super::decision::Decided;
use crate::program::evaluation::{Answers, Question};
use crate::program::plan::{Aggravator, Bearing, Irritability};

/// The bearing of a decided pattern, in the first phase. While the irritability is not known it counts as moderate.
pub fn bearing(decided: &Decided, answers: &Answers, irritability: Option<Irritability>) -> Bearing {
    Bearing {
        pattern: decided.pattern,
        mixed: decided.mixed.clone(),
        aggravators: answers.chosen(Question::Aggravators).map(Aggravator).collect(),
        irritability: irritability.unwrap_or(Irritability::Moderate),
        ..Bearing::first_plan()
    }
}
