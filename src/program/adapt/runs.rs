//! Between this and the rules of running: what each has to know of the other.
//!
//! Not here: the rules of running themselves (see `running`).

use super::course::{Course, RunFacts};
use super::response::SessionResult;
use crate::library::Phase;
use crate::program::running::{Running, Standing, Went};
use crate::units::Day;

/// What running goes by of how the hip answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ForRuns {
    /// Since when each phase holds, the oldest first.
    pub phases: Vec<(Day, Phase)>,
    /// Results of sessions, the oldest first.
    pub results: Vec<Went>,
    /// Deload weeks, first and last day.
    pub deloads: Vec<(Day, Day)>,
    /// `avg14` in tenths.
    pub average14: Option<u16>,
    /// Flare-up mode.
    pub flare: bool,
    /// A stop of the refer rules stands.
    pub refer_stop: bool,
}

impl Course {
    /// What running goes by.
    pub fn for_runs(&self, today: Day) -> ForRuns {
        let went = |result| match result {
            SessionResult::Progress => Went::Progress,
            SessionResult::Hold => Went::Hold,
            SessionResult::Regress => Went::Regress,
            SessionResult::Rest => Went::Rest,
        };
        ForRuns {
            phases: self.phases.clone(),
            results: self.decided.iter().map(|decided| went(decided.result)).collect(),
            deloads: self.deloads.clone(),
            average14: self.pains.two_weeks(today).map(|average| average.0),
            flare: self.flare.is_some(),
            refer_stop: self.referrals.stop().is_some(),
        }
    }

    /// Phases that running opens are offered as soon as its criteria are true, after a check-in of the last 7 days.
    pub fn offer_by_runs(&mut self, facts: RunFacts, today: Day) {
        let fresh = self.check_in.is_some_and(|last| today.since(last) < 7);
        let days = self.phase_since.map_or(0, |since| today.since(since));
        let calm = self.pains.two_weeks(today).is_some_and(|average| average.0 <= 20);
        match self.phase {
            Phase::Load if fresh && days >= 21 && facts.ready && !self.no_run => self.offer = Some(Phase::Run),
            Phase::Run if fresh && days >= 28 && facts.finished && calm => self.offer = Some(Phase::Keep),
            _ => {}
        }
    }
}

impl RunFacts {
    /// What running says.
    pub fn of(running: &Running, phase: Phase) -> Self {
        let locked = matches!(running.standing, Standing::Locked(_));
        Self {
            ready: running.readiness.is_ready(),
            on: running.running_on.is_ok().then_some(if phase == Phase::Load { 3 } else { 2 }),
            open: !locked,
            ..Self::default()
        }
    }
}
