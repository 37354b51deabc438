//! The cadence trainer (`RUN-C1` to `RUN-C6`): base, target, and for how much of the run the beat is on.
//!
//! Not here: the beat itself (see the player), and whether a cue is wanted (running-form rules).

use super::basis::{Basis, reason, said};
use super::choice::Place;
use super::ladder::Ladder;
use super::log::{Logged, RunLog};
use super::response::Bounds;
use crate::library::Phase;
use crate::program::reason::Reason;
use crate::units::Day;

/// Steps a minute within which a run was on target.
const ON_TARGET: u16 = 3;
/// From this base on there are words only.
const FAST_BASE: u16 = 180;
/// Good runs on the first target before the second.
const BEFORE_SECOND: usize = 6;

/// What the trainer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cadence {
    /// Nothing: not asked for, base not known, or too early.
    Off,
    /// Words only: short, quick, quiet steps.
    Words(Reason),
    /// The beat.
    Beat {
        /// Steps a minute.
        target: u16,
        /// Percent of the running time with the beat on; 0: off, with a check every 4th run.
        share: u8,
        /// This run is a check.
        check: bool,
        /// Why.
        reason: Reason,
    },
}

/// `RUN-C3`: base + 5 % rounded half up, later + 7.5 %, never above + 10 % rounded down. With `half` half the rise.
pub fn target(base: u16, second: bool, half: bool) -> u16 {
    let rise = match (second, half) {
        (false, false) => 50,
        (true, false) => 75,
        (false, true) => 25,
        (true, true) => 38,
    };
    let base = u32::from(base);
    let wanted = (base * (1000 + rise) + 500) / 1000;
    u16::try_from(wanted.min(base * 11 / 10)).unwrap_or(u16::MAX)
}

/// `RUN-C4`: the share of the running time with the beat on, by the runs done with it.
pub const fn share(runs: usize) -> u8 {
    match runs {
        0 | 1 => 100,
        2 | 3 => 75,
        4 | 5 => 50,
        6 | 7 => 25,
        _ => 0,
    }
}

/// Whether a run was on target.
pub const fn is_on_target(cadence: u16, target: u16) -> bool {
    cadence.abs_diff(target) <= ON_TARGET
}

/// `RUN-C2`: whether the stage is far enough.
const fn is_far_enough(place: Option<Place>, phase: Phase) -> bool {
    match (phase, place) {
        (Phase::Keep, _) | (_, Some(Place::Easy { .. })) => true,
        (_, Some(Place::Stage(stage))) => {
            let least = match stage.ladder() {
                Ladder::Standard => 4,
                Ladder::Gentle | Ladder::BoneStressCleared => 6,
            };
            stage.number() >= least
        }
        (_, None) => false,
    }
}

/// The trainer before the next run.
pub fn cadence(basis: &Basis<'_>, log: &RunLog, place: Option<Place>, today: Day) -> Cadence {
    let Some(base) = basis.cadence.filter(|_| basis.cadence_drill) else { return Cadence::Off };
    let said_base = || vec![said("t-cadence", base.to_string())];
    if base >= FAST_BASE {
        return Cadence::Words(reason("RUN-C2", said_base(), &["conv"]));
    }
    if !is_far_enough(place, basis.phase_on(today)) {
        return Cadence::Off;
    }
    let with: Vec<&Logged> = log.runs.iter().filter(|run| run.what.is_run() && run.cadence.is_some()).collect();
    let (first, usual) = (target(base, false, false), Bounds::USUAL);
    let good = with
        .iter()
        .filter(|run| run.colors(usual).all_green() && run.cadence.is_some_and(|cadence| is_on_target(cadence, first)));
    let second = good.count() >= BEFORE_SECOND;
    let too_much = with.iter().enumerate().rev().find(|(at, run)| {
        let before = at.checked_sub(1).and_then(|at| with.get(at)).and_then(|run| run.felt.effort);
        let harder = run.felt.effort.zip(before).is_some_and(|(now, before)| now.get() >= before.get() + 2);
        run.calf_pain || harder
    });
    let (wanted, rule, sources): (u16, &'static str, &[&'static str]) = match too_much {
        // Base for 7 days, then half the rise.
        Some((_, run)) if today.since(run.day) < 7 => (base, "RUN-C5", &["conv"]),
        Some(_) => (target(base, second, true), "RUN-C5", &["conv"]),
        None => (target(base, second, false), "RUN-C3", &["heiderscheit2011", "anderson2022", "conv"]),
    };
    let share = share(with.len());
    let check = share == 0 && with.len().is_multiple_of(4);
    Cadence::Beat { target: wanted, share, check, reason: reason(rule, said_base(), sources) }
}
