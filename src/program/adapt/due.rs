//! What is asked of the runner now: the morning, the weekly check-in, the re-test (`progression.md` section 14).
//!
//! Not here: the safety screen, which has its own days (see `screening`).

use super::course::Course;
use super::items::{Rise, harder_now};
use super::{Around, Exit};
use crate::library::{Exercise, ExerciseId};
use crate::program::reason::RuleId;
use crate::units::Day;

/// Days between two check-ins, and between two re-tests.
const WEEK: i32 = 7;
const RE_TEST: i32 = 28;
/// Days around a re-test in which it may be done; a check-in just before it is left out.
const AROUND: i32 = 3;

/// A check that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReTestDue {
    /// `PRG-Z1` each 28 days, `PRG-Z2` after a long gap or a long flare-up.
    pub rule: RuleId,
    /// Since when it may be done.
    pub since: Day,
    /// `PRG-Z3`: pain now is 5 or more, the tests wait.
    pub tests_wait: bool,
}

/// What is asked now.
#[expect(clippy::struct_excessive_bools, reason = "each may be asked beside the others")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asks {
    /// How the hip was in the morning after a session.
    pub morning: bool,
    /// The weekly check-in; left out when a re-test is due, which is one too.
    pub check_in: bool,
    /// The 28-day check.
    pub re_test: Option<ReTestDue>,
    /// Whether a clinician's limits still hold (`PRG-Y4`).
    pub limits: bool,
    /// The next phase is open to a yes.
    pub phase: Option<crate::library::Phase>,
    /// A smaller plan is offered (`PRG-X02`).
    pub smaller_plan: bool,
}

impl Course {
    /// What is asked now.
    pub fn asks(&self, today: Day) -> Asks {
        let re_test = self.re_test_due(today);
        let soon = self
            .tested
            .is_some_and(|tested| (today.since(tested) + AROUND > RE_TEST - AROUND) && today.since(tested) < RE_TEST);
        let late = self.check_in.is_some_and(|last| today.since(last) >= WEEK);
        Asks {
            morning: self.asks_morning(today),
            check_in: late && re_test.is_none() && !soon,
            re_test,
            limits: self.limits.as_ref().is_some_and(|limits| limits.asks(today)),
            phase: self.offer(),
            smaller_plan: self.offers_smaller_plan(today),
        }
    }

    fn re_test_due(&self, today: Day) -> Option<ReTestDue> {
        let sore = self.newest_pain.is_some_and(|(day, pain)| day == today && pain.get() >= 5);
        let due = |rule, since| ReTestDue { rule: RuleId(rule), since, tests_wait: sore };
        if let Some((RuleId(rule), since)) = self.tests_wanted.filter(|_| self.flare.is_none()) {
            return Some(due(rule, since));
        }
        let from = self.tested?.plus(RE_TEST - AROUND);
        (today >= from).then(|| due("PRG-Z1", from))
    }

    /// The ways out of the phase with what is missing, as Plan shows them.
    pub fn ways_on(&self, today: Day, around: Around<'_>) -> Vec<Exit> {
        self.exits(today, around)
    }

    /// `PRG-V7`: the harder step of an exercise, once `PRG-V2` is met and nothing holds it back.
    pub fn earned_step(&self, exercise: &Exercise, around: Around<'_>) -> Option<ExerciseId> {
        if self.held || !self.may_rise() {
            return None;
        }
        let today = self.day?;
        let allowed = |one: &Exercise| self.usable(one, around);
        let rise = Rise {
            library: around.library,
            phase: self.phase(),
            listed: &self.listed,
            allowed: &allowed,
            most: self.most_level(),
        };
        let streak = self.items.streak(exercise.id, today)?;
        harder_now(exercise, streak, &rise)
    }
}
