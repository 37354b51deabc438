//! Days between runs (`RUN-T1` to `RUN-T4`, `RUN-M4`) and the earliest time of the next one.
//!
//! Not here: which days of the week a runner trains on (see `plan`).

use super::basis::Basis;
use super::choice::Place;
use super::course::{APART_HOURS, Course, HOUR};
use super::ladder::Ladder;
use super::log::RunLog;
use super::response::{Bounds, MorningAnswer};
use crate::library::Phase;
use crate::program::reason::RuleId;
use crate::units::{Day, Millis, Now};

/// How many runs a time may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spacing {
    /// The row.
    pub rule: RuleId,
    /// Runs in any 7 days.
    pub in_week: u8,
    /// Two days in a row, once a week.
    pub pair: bool,
}

/// The row of section 7.
pub fn spacing(basis: &Basis<'_>, log: &RunLog, course: &Course, today: Day) -> Spacing {
    let row = |rule, in_week, pair| Spacing { rule: RuleId(rule), in_week, pair };
    let since = basis.phase_since().map_or(0, |since| today.since(since));
    match basis.phase_on(today) {
        Phase::Calm => {
            let days = log.newest("q-run-days").and_then(super::log::Told::number).unwrap_or(0);
            row("RUN-M4", u8::try_from(days.clamp(0, 2)).unwrap_or(0), false)
        }
        Phase::Build => row("RUN-M4", 2, false),
        Phase::Load => row("RUN-M4", 3, false),
        Phase::Run => {
            let bone = course
                .place
                .map_or_else(|| basis.is_bone_ladder(), |place| Place::ladder(place) == Ladder::BoneStressCleared);
            if bone && since < 14 { row("RUN-T1", 2, false) } else { row("RUN-T2", 3, false) }
        }
        Phase::Keep => {
            let recent = log.runs.iter().filter(|run| run.what.is_run() && (0..28).contains(&today.since(run.day)));
            let usual = basis.limits.pain.map_or(Bounds::USUAL, |green| Bounds { green: green.min(3) });
            let all_green = recent.clone().all(|run| run.colors(usual).all_green());
            if since < 28 || !all_green {
                return row("RUN-T3", 3, false);
            }
            // One more running day every 14 days, at most 5 a week.
            let more = u8::try_from((since - 28) / 14).unwrap_or(2).min(2);
            row("RUN-T4", 3 + more, true)
        }
    }
}

/// When the next run may be, at the earliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earliest {
    /// Not before that time.
    pub at: Millis,
    /// Its local day.
    pub day: Day,
    /// What set it: the wait of a response, walking only, days between runs, or the morning's answer.
    pub rule: RuleId,
    /// The last morning's answer comes first (`RUN-M5`).
    pub waits_for_morning: bool,
}

/// The earliest time of the next run or step, from now on.
pub fn earliest(basis: &Basis<'_>, log: &RunLog, course: &Course, now: Now) -> Earliest {
    let today = now.day();
    let spacing = spacing(basis, log, course, today);
    let runs: Vec<&super::log::Logged> =
        log.runs.iter().filter(|run| run.what.is_run() || matches!(run.what, super::What::Impact(_))).collect();
    let mut at = now.wall;
    let mut rule = spacing.rule;
    let mut later = |time: Millis, why: RuleId| {
        if time > at {
            (at, rule) = (time, why);
        }
    };
    if let Some(last) = runs.last() {
        let paired = spacing.pair && !has_pair(&runs, today);
        if !paired {
            later(Millis(last.at.0 + APART_HOURS * HOUR), spacing.rule);
        }
        let why = course.responses.last().map_or(spacing.rule, |response| response.rule);
        let bad = course.responses.last().is_some_and(|response| response.went >= super::Went::Regress);
        if !paired || bad {
            later(course.not_before, why);
        }
    }
    if let Some(until) = course.walking_until {
        later(start_of(until, now.zone), RuleId("RUN-D10"));
    }
    // Of the runs in any 7 days the oldest must be gone.
    let in_week = usize::from(spacing.in_week);
    let counted: Vec<Day> = log.runs.iter().filter(|run| run.what.is_run()).map(|run| run.day).collect();
    if let Some(oldest) = counted.len().checked_sub(in_week).and_then(|at| counted.get(at)) {
        later(start_of(oldest.plus(7), now.zone), spacing.rule);
    }
    let open = runs.last().is_some_and(|run| run.felt.morning == MorningAnswer::Open);
    Earliest { at, day: Day::at(at, i32::from(now.zone)), rule, waits_for_morning: open }
}

/// Whether two runs of the last 7 days were on neighboring days.
fn has_pair(runs: &[&super::log::Logged], today: Day) -> bool {
    let days: Vec<Day> = runs.iter().map(|run| run.day).filter(|day| today.since(*day) < 7).collect();
    days.iter().zip(days.iter().skip(1)).any(|(one, next)| next.since(*one) == 1)
}

/// Midnight of a local day.
fn start_of(day: Day, zone: i16) -> Millis {
    Millis(i64::from(day.epoch_days()) * 24 * HOUR - i64::from(zone) * 60_000)
}
