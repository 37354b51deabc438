//! How the plan follows the hip: mornings, flare-ups, swaps, the next phase, a clinician's limits.
//!
//! Not here: what follows from them (see `program::adapt`).

use super::super::{Effect, Event, Model};
use crate::journal::Body;
use crate::program::Program;
use crate::program::adapt::{flare_up, morning, no_run, smaller_plan, worry};
use crate::program::plan::SlotId;
use crate::units::Now;

/// Only those who have passed the check tell of mornings and choose.
pub(super) fn update(model: &Model, event: Event, now: Now) -> Vec<Effect> {
    let Some(program) = model.program().filter(|_| model.is_passed()) else { return Vec::new() };
    let course = &program.course;
    let bodies: Vec<Body> = match event {
        Event::MorningTold { pain, longer } => morning(pain, longer),
        Event::FlaredUp if course.flare.is_none() => vec![flare_up()],
        Event::FlareUndone => course.undo_flare(now.day()).into_iter().collect(),
        Event::Swapped { slot, from, to } => swapped(program, slot, (from, to), now).into_iter().collect(),
        Event::PhaseConfirmed(to) => course.confirm(to).into_iter().collect(),
        Event::NoRunChosen(holds) => vec![no_run(holds)],
        Event::SmallerPlanOffered => vec![smaller_plan()],
        Event::Worried => vec![worry()],
        Event::LimitsSet(limits) => vec![Body::Limits(limits)],
        Event::LimitsHold(holds) => course.limits_hold(holds).into_iter().collect(),
        _ => Vec::new(),
    };
    if bodies.is_empty() { Vec::new() } else { vec![Effect::Record(bodies)] }
}

fn swapped(
    program: &Program,
    slot: SlotId,
    (from, to): (crate::library::ExerciseId, crate::library::ExerciseId),
    now: Now,
) -> Option<Body> {
    let session = program.session(slot, now).ok()?;
    program.choose_swap(&session, from, to)
}
