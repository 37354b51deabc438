//! What stands before an exercise today: the gate, and the place of a question.
//!
//! Not here: which answers hold (see `course`), and what they come to (see `outcome`).

use super::course::{Course, When};
use super::demand::Demand;
use super::gate::{Asking, Due, Gate, Step};
use super::outcome::Outcome;
use crate::journal::Moment;
use crate::program::reason::RuleId;
use crate::units::Day;

/// Days after which the whole screen is repeated, and a gap without sessions after which it is due.
const FULL_EVERY: i32 = 28;
/// Days after which the short check is due.
const SHORT_EVERY: i32 = 7;
/// Days that a screen may seem to lie ahead, after a journey to the west. More is a clock that cannot be trusted.
const AHEAD: i32 = -1;

/// The gate: what was stopped first, then what is asked, then what shuts, then what is due.
pub(super) fn gate(course: &Course, outcome: &Outcome, open: &[Demand], last_session: Option<Day>, today: Day) -> Gate {
    let Some(begun) = course.screen_begun() else { return Gate::Unscreened };
    if let Some(level) = course.stopped() {
        return Gate::Stopped(level.max(outcome.level));
    }
    if let Some(asking) = course.next_step().and_then(|step| place(course, step)) {
        return Gate::Asking(asking);
    }
    if let Some(first) = open.iter().find(|demand| demand.goes_first() && !demand.is_met(course)) {
        return Gate::Due(first.due.clone(), first.rule);
    }
    if outcome.level.shuts() {
        return Gate::Stopped(outcome.level);
    }
    match due(course, begun, open, last_session, today) {
        Some((due, rule)) => Gate::Due(due, rule),
        None => Gate::Open,
    }
}

fn due(course: &Course, begun: When, open: &[Demand], last_session: Option<Day>, today: Day) -> Option<(Due, RuleId)> {
    let is_fresh = |day: Day, days: i32| {
        let age = today.since(day);
        age < days && (age >= AHEAD || is_dated_by_those_before(course, today))
    };
    if !is_fresh(begun.day, FULL_EVERY) {
        return Some((Due::Full, RuleId("PRG-Z1")));
    }
    // A screen within the gap does not stand for the one after it.
    let gap = |last: Day| today.since(last) >= FULL_EVERY && begun.day.since(last) < FULL_EVERY;
    if last_session.is_some_and(gap) {
        return Some((Due::Full, RuleId("PRG-G1")));
    }
    let wanted = open.iter().filter(|demand| !demand.is_met(course));
    if let Some(demand) = wanted.max_by_key(|demand| demand.due == Due::Full) {
        return Some((demand.due.clone(), demand.rule));
    }
    let checks = [Some(begun), course.last_short_check()];
    let checked = checks.into_iter().flatten().any(|check| is_fresh(check.day, SHORT_EVERY));
    (!checked).then_some((Due::Short, RuleId("short-check")))
}

/// Whether the whole screen lies ahead only because entries before it do. A clock that was ahead asks for a new screen
/// once; what follows it can bear no earlier date, and asking again and again would lead nowhere.
fn is_dated_by_those_before(course: &Course, today: Day) -> bool {
    course.day_before_screen().is_some_and(|before| today.since(before) < AHEAD)
}

/// The place of a step of what is asked now.
#[expect(clippy::cast_precision_loss, reason = "a screen has some dozens of steps")]
pub(super) fn place(course: &Course, step: Step) -> Option<Asking> {
    let moment = course.moment()?;
    let steps = course.steps();
    let index = steps.iter().position(|known| *known == step)?;
    let block_of = |step: Step| match step {
        Step::Question(question) => Some(course.block_of(question)),
        Step::ShortCheck => None,
    };
    let block = block_of(step);
    let together = |other: &Step| moment != Moment::Screen || block_of(*other) == block;
    let at = steps.iter().take(index + 1).filter(|step| together(step)).count();
    let of = steps.iter().filter(|step| together(step)).count();
    let behind = steps.iter().filter(|step| !course.waits(**step)).count();
    Some(Asking { moment, step, at, of, block, can_go_back: index > 0, progress: behind as f32 / steps.len() as f32 })
}
