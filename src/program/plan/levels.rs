//! The level and the sets of an exercise, and the runner's step on its ladder (`PRG-Q2`, `PRG-Q5`, `PRG-Q6`).
//!
//! Not here: what moves a level up or down (see `adapt`). In the first plan nothing moves up.

use super::bearing::{Bearing, Irritability};
use crate::library::{Category, Dose, DoseLevel, Exercise, ExerciseId, Library, Phase};
use crate::program::reason::RuleId;

/// What the log says of the runner's levels and ladders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// The last level of each exercise that was done.
    last: Vec<(ExerciseId, DoseLevel)>,
    /// The current step of each ladder that was begun.
    steps: Vec<ExerciseId>,
    /// What lowers them today.
    limited: Limited,
}

/// What lowers the sets of a level (`PRG-Q6`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sets {
    /// Nothing.
    #[default]
    Whole,
    /// One set less, not under 1.
    OneLess,
    /// Half, rounded up.
    Half,
}

/// What lowers levels, steps and sets today.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limited {
    /// `PRG-V6`: level and sets of each exercise when it was last done; nothing is more than that.
    pub last: Vec<(ExerciseId, DoseLevel, u8)>,
    /// `PRG-V6`: the step of each ladder that was last done; nothing is harder than that.
    pub last_steps: Vec<ExerciseId>,
    /// `PRG-V4`: exercises that come back with one set.
    pub one_set: Vec<ExerciseId>,
    /// `PRG-Q6`: deload weeks and flare-up days.
    pub sets: Sets,
    /// `PRG-F6`: easier steps at level 1.
    pub easier: bool,
    /// The highest level that a clinician allows.
    pub most: Option<DoseLevel>,
    /// `PRG-Q5`: new strength exercises that begin at level 2.
    pub at_two: Vec<ExerciseId>,
}

impl Levels {
    /// Nothing was done yet, or nothing of it counts: level 1 throughout.
    pub const fn none() -> Self {
        Self::of(Vec::new(), Vec::new())
    }

    /// Levels and steps as the rules of progression have them.
    pub const fn of(last: Vec<(ExerciseId, DoseLevel)>, steps: Vec<ExerciseId>) -> Self {
        let limited = Limited {
            last: Vec::new(),
            last_steps: Vec::new(),
            one_set: Vec::new(),
            sets: Sets::Whole,
            easier: false,
            most: None,
            at_two: Vec::new(),
        };
        Self { last, steps, limited }
    }

    /// The same, lowered for today.
    #[must_use]
    pub fn limited(self, limited: Limited) -> Self {
        Self { limited, ..self }
    }

    /// `PRG-Q5`: the last level of that exercise; a new one begins at 1, or at 2 by its test.
    pub fn level(&self, exercise: ExerciseId) -> DoseLevel {
        let Limited { easier, most, at_two, .. } = &self.limited;
        if *easier {
            return DoseLevel::One;
        }
        let new = if at_two.contains(&exercise) { DoseLevel::Two } else { DoseLevel::One };
        let level = self.last.iter().find(|(id, _)| *id == exercise).map_or(new, |(_, level)| *level);
        let level = most.map_or(level, |most| level.min(most));
        self.last_done(exercise).map_or(level, |(last, _)| level.min(last))
    }

    /// `PRG-V6`: the dose of a table's exercise, no more than when it was last done.
    pub fn not_more(&self, exercise: &Exercise, level: DoseLevel) -> (DoseLevel, Dose) {
        let last = self.last_done(exercise.id);
        let level = last.map_or(level, |(last, _)| level.min(last));
        let dose = exercise.dose(level);
        (level, Dose { sets: last.map_or(dose.sets, |(_, sets)| dose.sets.min(sets)).max(1), ..dose })
    }

    fn last_done(&self, exercise: ExerciseId) -> Option<(DoseLevel, u8)> {
        self.limited.last.iter().find(|(id, ..)| *id == exercise).map(|(_, level, sets)| (*level, *sets))
    }

    /// `PRG-Q6`: sets, amount and rest of a level, and the rule that had the last word: the smallest that applies.
    pub fn dose(&self, exercise: &Exercise, level: DoseLevel, bearing: &Bearing) -> (Dose, RuleId) {
        let dose = exercise.dose(level);
        let tender = bearing.phase == Phase::Calm && bearing.irritability == Irritability::High;
        let one_less =
            if tender || self.limited.sets == Sets::OneLess { dose.sets.saturating_sub(1) } else { dose.sets };
        let half = if self.limited.sets == Sets::Half { dose.sets.div_ceil(2) } else { dose.sets };
        let back = if self.limited.one_set.contains(&exercise.id) { 1 } else { dose.sets };
        let last = self.last_done(exercise.id).map_or(dose.sets, |(_, sets)| sets);
        let sets = one_less.min(half).min(back).min(last).max(1);
        if sets < dose.sets {
            let rule = if sets == back { "PRG-V4" } else { "PRG-Q6" };
            return (Dose { sets, ..dose }, RuleId(rule));
        }
        (dose, RuleId("PRG-Q5"))
    }

    /// `PRG-V6`, `PRG-F6`: the step that takes the place of one that would be more than last time, or more than a
    /// flare-up allows.
    pub fn not_harder<'a>(&self, wanted: &'a Exercise, library: &'a Library) -> &'a Exercise {
        let own = ladder(wanted, library);
        let last = self.limited.last_steps.iter().filter_map(|id| library.get(*id));
        let last = last.into_iter().find(|last| ladder(last, library) == own);
        let step = last.filter(|last| is_harder(wanted, last, library)).unwrap_or(wanted);
        let below = (self.limited.easier && step.category == Category::Strength).then(|| easier(step, library));
        below.flatten().unwrap_or(step)
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
pub fn easier<'a>(exercise: &Exercise, library: &'a Library) -> Option<&'a Exercise> {
    exercise.easier.and_then(|id| library.get(id))
}

/// The easiest step of its ladder: what two steps of one ladder have in common.
pub fn ladder(exercise: &Exercise, library: &Library) -> ExerciseId {
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

/// Whether a step is harder than another of the same ladder.
pub fn is_harder(step: &Exercise, than: &Exercise, library: &Library) -> bool {
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
            let (dose, rule) = Levels::none().dose(exercise("clamshell"), DoseLevel::One, &bearing);
            (dose.sets, rule.0)
        };
        assert_eq!(sets(Irritability::High, Phase::Calm), (1, "PRG-Q6"));
        assert_eq!(sets(Irritability::Moderate, Phase::Calm), (2, "PRG-Q5"));
        assert_eq!(sets(Irritability::High, Phase::Build), (2, "PRG-Q5"));
        let bearing = Bearing { irritability: Irritability::High, ..Bearing::first_plan() };
        assert_eq!(Levels::none().dose(exercise("march-in-place"), DoseLevel::One, &bearing).0.sets, 1, "not under 1");
    }
}
