//! The level and the sets of an exercise, and the runner's step on its ladder (`PRG-Q2`, `PRG-Q5`, `PRG-Q6`).
//!
//! Not here: what moves a level up or down. In the first plan nothing does: every exercise is at level 1.

use super::bearing::{Bearing, Irritability};
use crate::library::{Dose, DoseLevel, Exercise, ExerciseId, Library, Phase};
use crate::program::reason::RuleId;

/// What the log says of the runner's levels and ladders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// The last level of each exercise that was done.
    last: Vec<(ExerciseId, DoseLevel)>,
    /// The current step of each ladder that was begun.
    steps: Vec<ExerciseId>,
}

impl Levels {
    /// Nothing was done yet, or nothing of it counts: level 1 throughout.
    pub const fn none() -> Self {
        Self { last: Vec::new(), steps: Vec::new() }
    }

    /// Levels and steps as the rules of progression have them.
    pub const fn of(last: Vec<(ExerciseId, DoseLevel)>, steps: Vec<ExerciseId>) -> Self {
        Self { last, steps }
    }

    /// `PRG-Q5`: the last level of that exercise; a new one begins at 1.
    pub fn level(&self, exercise: ExerciseId) -> DoseLevel {
        self.last.iter().find(|(id, _)| *id == exercise).map_or(DoseLevel::One, |(_, level)| *level)
    }

    /// `PRG-Q6`: sets, amount and rest of a level, and the rule that had the last word.
    pub fn dose(exercise: &Exercise, level: DoseLevel, bearing: &Bearing) -> (Dose, RuleId) {
        let dose = exercise.dose(level);
        if bearing.phase == Phase::Calm && bearing.irritability == Irritability::High && dose.sets > 1 {
            return (Dose { sets: dose.sets - 1, ..dose }, RuleId("PRG-Q6"));
        }
        (dose, RuleId("PRG-Q5"))
    }

    /// `PRG-Q2`: the exercise that stands in for a listed strength exercise.
    pub fn stand_in<'a>(&self, listed: &'a Exercise, phase: Phase, library: &'a Library) -> &'a Exercise {
        let ladder = ladder(listed, library);
        let current =
            self.steps.iter().filter_map(|id| library.get(*id)).find(|step| self::ladder(step, library) == ladder);
        match (current, phase) {
            (Some(step), Phase::Calm | Phase::Build) if is_harder(step, listed, library) => listed,
            (Some(step), _) => step,
            (None, Phase::Calm | Phase::Build) => listed,
            (None, _) => easier(listed, library).unwrap_or(listed),
        }
    }
}

/// The easier step, as far as the library has it.
pub(super) fn easier<'a>(exercise: &Exercise, library: &'a Library) -> Option<&'a Exercise> {
    exercise.easier.and_then(|id| library.get(id))
}

/// The easiest step of its ladder: what two steps of one ladder have in common.
pub(super) fn ladder(exercise: &Exercise, library: &Library) -> ExerciseId {
    let mut step = exercise;
    // A ladder has a handful of steps; the bound keeps a slip in the data from going round.
    for _ in 0..8 {
        match easier(step, library) {
            Some(next) => step = next,
            None => break,
        }
    }
    step.id
}

fn is_harder(step: &Exercise, than: &Exercise, library: &Library) -> bool {
    core::iter::successors(easier(step, library), |step| easier(step, library)).take(8).any(|below| below.id == than.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::first;

    fn exercise(id: &str) -> &'static Exercise {
        first().get(ExerciseId::parse(id).expect(id)).expect(id)
    }

    #[test]
    fn prg_q2_stand_in() {
        let with = |step: Option<&str>, listed: &str, phase| {
            let steps = step.map(|id| exercise(id).id).into_iter().collect();
            Levels::of(Vec::new(), steps).stand_in(exercise(listed), phase, first()).id.id()
        };
        assert_eq!(with(None, "bridge-double", Phase::Calm), "bridge-double");
        assert_eq!(with(None, "bridge-single-leg", Phase::Load), "bridge-double");
        assert_eq!(with(None, "step-up", Phase::Load), "step-up");
        assert_eq!(with(Some("glute-set"), "bridge-double", Phase::Build), "glute-set");
        assert_eq!(with(Some("bridge-single-leg"), "bridge-double", Phase::Build), "bridge-double");
        assert_eq!(with(Some("bridge-single-leg"), "bridge-double", Phase::Load), "bridge-single-leg");
        assert_eq!(with(Some("bridge-single-leg"), "sit-to-stand", Phase::Build), "sit-to-stand");
    }

    #[test]
    fn prg_q5_a_new_exercise_begins_at_level_one() {
        let id = exercise("clamshell").id;
        assert_eq!(Levels::none().level(id), DoseLevel::One);
        assert_eq!(Levels::of(vec![(id, DoseLevel::Three)], Vec::new()).level(id), DoseLevel::Three);
    }

    #[test]
    fn prg_q6_one_set_less_while_calm_and_easily_irritated() {
        let sets = |irritability, phase| {
            let bearing = Bearing { phase, irritability, ..Bearing::first_plan() };
            let (dose, rule) = Levels::dose(exercise("clamshell"), DoseLevel::One, &bearing);
            (dose.sets, rule.0)
        };
        assert_eq!(sets(Irritability::High, Phase::Calm), (1, "PRG-Q6"));
        assert_eq!(sets(Irritability::Moderate, Phase::Calm), (2, "PRG-Q5"));
        assert_eq!(sets(Irritability::High, Phase::Build), (2, "PRG-Q5"));
        let bearing = Bearing { irritability: Irritability::High, ..Bearing::first_plan() };
        assert_eq!(Levels::dose(exercise("march-in-place"), DoseLevel::One, &bearing).0.sets, 1, "not under 1");
    }
}
