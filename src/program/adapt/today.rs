//! What holds today, in the words of the plan: limits of levels, what is shut, and what a day leaves.
//!
//! Not here: how a session is composed from it (see `plan::compose`).

use super::course::Course;
use super::flare::FlareDay;
use super::items::Out;
use crate::library::{Constraint, ExerciseId, Library, Phase};
use crate::program::plan::{Irritability, Leaves, Levels, Limited, Only, Sets};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::{Day, Millis};

impl Course {
    /// Levels, ladders and what lowers them today.
    pub fn levels(&self, today: Day, at_two: &[ExerciseId]) -> Levels {
        let states = self.items.states();
        let last = states.iter().map(|state| (state.id, state.level)).collect();
        let steps = self.items.rungs().iter().map(|rung| rung.current).collect();
        let flare = self.flare.as_ref().map(|flare| flare.allows(today));
        let steady = self.phase() > Phase::Calm && self.irritability == Irritability::Low;
        let done = states.iter().filter(|_| self.held);
        let sets = match flare {
            Some(FlareDay::Easy) => Sets::Half,
            Some(FlareDay::Less) => Sets::OneLess,
            _ if self.deload => Sets::OneLess,
            _ => Sets::Whole,
        };
        Levels::of(last, steps).limited(Limited {
            last: done.filter_map(|state| state.last.map(|(level, sets)| (state.id, level, sets))).collect(),
            last_steps: self.items.rungs().iter().filter(|_| self.held).map(|rung| rung.last).collect(),
            one_set: states.iter().filter(|state| state.one_set).map(|state| state.id).collect(),
            sets,
            easier: flare == Some(FlareDay::Easy),
            most: self.limits.as_ref().map(|limits| limits.max_level),
            at_two: if steady { at_two.to_vec() } else { Vec::new() },
        })
    }

    /// What is shut beside flags, pattern and equipment, each with its reason.
    pub fn shut(&self, library: &Library) -> Vec<(ExerciseId, Reason)> {
        let mut shut = Vec::new();
        for exercise in library.iter() {
            let out = self.items.get(exercise.id).and_then(|state| state.out).map(|out| {
                let rule = match out {
                    Out::Until(_) => "PRG-V4",
                    Out::ReTest => "PRG-V5",
                };
                reason(RuleId(rule), vec![Input::Exercise(exercise.id)])
            });
            let limited = self.limits.as_ref().and_then(|limits| limits.shuts(exercise));
            let jumps = exercise.excluded_by(Constraint::Impact).next();
            let impact = jumps.and_then(|tag| {
                let rule =
                    self.flare.as_ref().map(|flare| flare.by).or(self.no_impact().then_some(RuleId("PRG-T6")))?;
                Some(reason(rule, vec![Input::Tag(tag)]))
            });
            shut.extend([limited, out, impact].into_iter().flatten().map(|reason| (exercise.id, reason)));
        }
        shut
    }

    /// What a day leaves of its session: the strictest of a stop, the days of a flare-up, and the rest after a strong
    /// response. `at` is the moment for today, the start of the day for days to come.
    pub fn leaves(&self, at: Millis, day: Day) -> Option<Only> {
        let only = |leaves, reason| Only { leaves, reason };
        let flare = self.flare.as_ref().and_then(|flare| {
            let allows = flare.allows(day);
            let leaves = match allows {
                FlareDay::Rest => Leaves::Rest,
                FlareDay::Light => Leaves::Light,
                FlareDay::Easy | FlareDay::Less => return None,
            };
            Some(only(leaves, reason(allows.rule(), Vec::new())))
        });
        let stop = self.referrals.stop().map(|stop| only(Leaves::Mobility, stop.reason()));
        let resting = self.rest_until.is_some_and(|until| at < until);
        let rest = resting.then(|| only(Leaves::Mobility, reason(RuleId("PRG-T5"), Vec::new())));
        // Of equals `max_by_key` gives the last: a stop says more than a rest.
        [rest, stop, flare].into_iter().flatten().max_by_key(|only| only.leaves)
    }

    /// `PRG-Y3`: why there is no plan at all.
    pub fn no_plan(&self) -> Option<Reason> {
        let limited = self.limits.as_ref().is_some_and(|limits| limits.no_plan);
        limited.then(|| reason(RuleId("PRG-Y3"), Vec::new()))
    }
}

pub(super) fn reason(rule: RuleId, inputs: Vec<Input>) -> Reason {
    Reason { rule, inputs, sources: vec![SourceKey("conv")] }
}
