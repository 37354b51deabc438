//! Answers that lead back to safety (`OM-71` to `OM-73`). They come before anything else on the screen.
//!
//! Not here: the safety screen itself; it takes these as demands.

use super::log::OutcomeLog;
use super::state::{Inputs, Outcomes};
use super::{Label, Measure};
use crate::journal::EntryId;
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::{Block, Button, Demand, Due, Question};
use crate::units::Day;

/// Days in which `OM-73` asks once at most.
const ONCE_IN: i32 = 7;

/// What an answer asks for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// What the safety screen is to ask.
    pub demand: Demand,
    /// Why.
    pub reason: Reason,
    /// The short check comes after the questions (`OM-73`).
    pub short_check: bool,
}

fn of(rule: &'static str, since: EntryId, questions: Vec<Question>, question: &'static str, tenths: i16) -> Again {
    let answer = vec![(tenths / 10).to_string()];
    let reason =
        Reason { rule: RuleId(rule), inputs: vec![Input::Said { question, answer }], sources: vec![SourceKey("conv")] };
    let demand = Demand { since, due: Due::Questions(questions), rule: RuleId(rule) };
    Again { demand, reason, short_check: rule == "OM-73" }
}

/// What the answers so far ask for, `OM-71` first. `asked`: when `OM-73` asked last.
pub fn again(log: &OutcomeLog, outcomes: &Outcomes, today: Day, asked: Option<Day>) -> Vec<Again> {
    let mut all = Vec::new();
    if let Some(last) = log.nights.last() {
        let before = log.nights.len().checked_sub(2).and_then(|at| log.nights.get(at));
        if last.tenths >= 40 || before.is_some_and(|before| last.tenths >= before.tenths + 20) {
            let questions = Button::Night.opens().to_vec();
            all.push(of("OM-71", last.id, questions, super::NIGHTS, last.tenths));
        }
    }
    if let Some(last) = log.now.last().filter(|last| last.tenths >= 70) {
        let questions = Question::of_block(Block::B).chain([Question::RestNow]).collect();
        all.push(of("OM-72", last.id, questions, "q-nprs-now", last.tenths));
    }
    if asked.is_none_or(|asked| today.since(asked) >= ONCE_IN)
        && let Some((id, question, tenths)) = worse(log, outcomes)
    {
        all.push(of("OM-73", id, vec![Question::Worse], question, tenths));
    }
    all
}

impl OutcomeLog {
    /// What the answers so far ask of the safety screen.
    pub fn demands(&self, day_zero: Option<Day>, today: Day) -> Vec<Demand> {
        let outcomes = Outcomes::of(self, Inputs { day_zero, ..Inputs::default() }, today);
        again(self, &outcomes, today, self.asked_worse).into_iter().map(|again| again.demand).collect()
    }
}

/// "Clearly higher" for `OM-3` or `OM-10`, or `OM-5` of -2 or less.
fn worse(log: &OutcomeLog, outcomes: &Outcomes) -> Option<(EntryId, &'static str, i16)> {
    let higher = |measure| {
        let outcome = outcomes.get(measure)?;
        (outcome.label == Some(Label(RuleId("OM-27")))).then_some(outcome.now?.1)
    };
    let change = log.change.last().filter(|change| change.tenths <= -20);
    let change = change.filter(|_| outcomes.get(Measure::Change).is_some_and(|outcome| outcome.now.is_some()));
    if let Some(change) = change {
        return Some((change.id, super::CHANGE, change.tenths));
    }
    if let Some(tenths) = higher(Measure::PainAverage) {
        return log.average.last().map(|last| (last.id, "q-nprs-average", tenths));
    }
    let tenths = higher(Measure::PainWeek)?;
    let newest = log.now.last().or(log.average.last())?;
    Some((newest.id, "avg7", tenths))
}
