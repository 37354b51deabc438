//! What stands before a self-test: the safety gate, pain now, constraints and flags, and questions to ask first.
//!
//! Constraints of patterns and aggravators close no test, nor does missing equipment: a firm bed, a pillow, a sofa's edge
//! stand in. Not here: how a test goes once it is open (see `trial`).

use super::protocol::{Rule, SelfTest, Skip};
use crate::library::Constraint;
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::{Question, Screening};
use crate::units::PainScore;

/// Pain now from which on all tests wait (`PRG-Z3`).
const WAITS_FROM: u8 = 5;
/// The most that `t-squeeze` may hurt before `t-copenhagen`.
const SQUEEZE_MOST: u8 = 2;

/// What the gate goes by.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The safety screening.
    pub screening: &'a Screening,
    /// `q-nprs-now`, if it was answered just now.
    pub pain_now: Option<PainScore>,
    /// A flare-up goes on (`OM-84`).
    pub flare_up: bool,
    /// The pain of the newest `t-squeeze`, if it is of the last 28 days.
    pub squeeze: Option<PainScore>,
}

/// A question to ask before a test.
pub type Check = Rule;

/// Why a test cannot be done now.
#[derive(Debug, Clone, PartialEq)]
pub enum Closed {
    /// The safety gate is not open.
    Shut,
    /// `q-nprs-now` is asked first.
    AskPain,
    /// All tests wait, until the pain is lower or the flare-up over.
    Waits(Reason),
    /// This test is left out: all its reasons, the strictest first.
    LeftOut(Vec<Reason>),
}

/// What stands before a test; if nothing does, the questions to ask first.
pub fn gate(test: SelfTest, facts: &Facts<'_>) -> Result<Vec<Check>, Closed> {
    if !facts.screening.is_open() {
        return Err(Closed::Shut);
    }
    if facts.flare_up {
        return Err(Closed::Waits(reason("OM-84", Vec::new())));
    }
    let pain = facts.pain_now.ok_or(Closed::AskPain)?;
    if pain.get() >= WAITS_FROM {
        return Err(Closed::Waits(reason("PRG-Z3", vec![said("q-nprs-now", pain.get().to_string())])));
    }
    let protocol = test.protocol();
    let mut reasons = facts.screening.outcome.excludes(protocol.tags).map_or_else(Vec::new, |out| out.reasons.clone());
    reasons.extend(protocol.skips.iter().filter_map(|skip| left_out(test, *skip, facts, pain)));
    if !reasons.is_empty() {
        return Err(Closed::LeftOut(reasons));
    }
    let asks = protocol.skips.iter().filter_map(|skip| if let Skip::Ask(rule) = skip { Some(*rule) } else { None });
    Ok(asks.collect())
}

fn left_out(test: SelfTest, skip: Skip, facts: &Facts<'_>, pain: PainScore) -> Option<Reason> {
    let outcome = &facts.screening.outcome;
    let inputs = match skip {
        Skip::Flag(flag) => {
            outcome.flag(flag)?;
            vec![Input::Flag(flag.id())]
        }
        Skip::FlagWithImpact(flag) => {
            outcome.flag(flag)?;
            outcome.active(Constraint::Impact)?;
            vec![Input::Flag(flag.id()), Input::Constraint(Constraint::Impact)]
        }
        Skip::Limp => {
            let chosen = facts.screening.answers.chosen(Question::Limp).find(|option| *option == "limp")?;
            vec![said(Question::Limp.id(), chosen.to_owned())]
        }
        Skip::PainNow(from) if pain.get() >= from => vec![said("q-nprs-now", pain.get().to_string())],
        Skip::Squeeze if facts.squeeze.is_none_or(|squeeze| squeeze.get() > SQUEEZE_MOST) => {
            vec![Input::Said {
                question: SelfTest::Squeeze.id(),
                answer: facts.squeeze.iter().map(|squeeze| squeeze.get().to_string()).collect(),
            }]
        }
        Skip::PainNow(_) | Skip::Squeeze | Skip::Ask(_) => return None,
    };
    Some(reason(test.id(), inputs))
}

fn reason(rule: &'static str, inputs: Vec<Input>) -> Reason {
    Reason { rule: RuleId(rule), inputs, sources: vec![SourceKey("conv")] }
}

fn said(question: &'static str, answer: String) -> Input {
    Input::Said { question, answer: vec![answer] }
}
