//! How the plan follows the hip, as Today and Plan show it: a flare-up, what changed, referrals, the ways to the next
//! phase, swaps. Without words.
//!
//! Not here: the rules (see `program::adapt`).

use super::model::Model;
use crate::library::{ExerciseId, Phase};
use crate::program::Swap;
use crate::program::adapt::{Change, Exit, FlareDay, Referral};
use crate::program::plan::SlotId;
use crate::program::reason::{Reason, RuleId, SourceKey};
use crate::units::Now;

/// Days for which a change is told.
const DAYS: i32 = 7;
/// Changes that are told at once.
const MOST: usize = 5;

/// A flare-up as it stands today.
#[derive(Debug, Clone, PartialEq)]
pub struct FlareView {
    /// Its day, from 1.
    pub day: i32,
    /// What the day allows.
    pub allows: FlareDay,
    /// Whether it may be taken back as a slip.
    pub can_undo: bool,
    /// Why it is on.
    pub reason: Reason,
}

impl FlareView {
    /// The flare-up, if one is on.
    pub fn of(model: &Model, now: Now) -> Option<Self> {
        let course = &model.program()?.course;
        let (flare, today) = (course.flare.as_ref()?, now.day());
        Some(Self {
            day: flare.number(today),
            allows: flare.allows(today),
            can_undo: course.undo_flare(today).is_some(),
            reason: Reason { rule: flare.by, inputs: Vec::new(), sources: vec![SourceKey("conv")] },
        })
    }
}

/// What changed in the last days, the newest first.
pub fn changes(model: &Model, now: Now) -> Vec<Change> {
    let Some(program) = model.program() else { return Vec::new() };
    program.course.changes_of(DAYS, now.day()).take(MOST).copied().collect()
}

/// Where a clinician is asked for, the stricter first.
pub fn referrals(model: &Model) -> Vec<Referral> {
    model.program().map(|program| program.course.referrals.all().to_vec()).unwrap_or_default()
}

/// The ways to the next phase, and the one that is open to a yes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PhaseView {
    /// Each way with its rows.
    pub ways: Vec<Exit>,
    /// The phase that waits for the runner's yes.
    pub offer: Option<Phase>,
    /// The first plan holds: nothing moves before the evaluation.
    pub is_first: bool,
}

impl PhaseView {
    /// The ways as they stand.
    pub fn of(model: &Model) -> Self {
        let Some(program) = model.program() else { return Self::default() };
        let is_first = program.decided.is_none();
        let ways = if is_first { Vec::new() } else { program.ways_on() };
        Self { ways, offer: program.course.offer(), is_first }
    }
}

/// A row of a way on, as a reason.
pub fn row_reason(rule: RuleId) -> Reason {
    Reason { rule, inputs: Vec::new(), sources: vec![SourceKey("conv")] }
}

/// What may take an exercise's place in a session that is still to come.
pub fn swaps(model: &Model, slot: SlotId, exercise: ExerciseId, now: Now) -> Vec<Swap> {
    let Some(program) = model.program() else { return Vec::new() };
    program.session(slot, now).map(|session| program.swaps(&session, exercise)).unwrap_or_default()
}
