//! One exercise, and the library that holds all of them.

use serde::{Deserialize, Serialize};

use super::{Category, Constraint, DoseLevel, Equipment, ExerciseId, Measure, Muscle, Pattern, Phase, Sides, Tag};
use crate::figure::FigureNotation;
use crate::units::Seconds;

/// How much of an exercise: sets x amount, and the rest between sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dose {
    /// Sets, at least 1. In an exercise of [`Sides::Each`] a set does both sides.
    pub sets: u8,
    /// What [`Measure`] counts, a set and a side.
    pub amount: u16,
    /// Rest between sets.
    pub rest: Seconds,
}

/// The beat of one repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tempo {
    /// Seconds from the first to the last key pose, seconds there, seconds back.
    Paced {
        /// Seconds out.
        out: u8,
        /// Seconds at the last key pose; for holds the dose's seconds stand instead.
        hold: u8,
        /// Seconds back.
        back: u8,
    },
    /// An own springy pace (0-0-0): one second a repetition.
    Springy,
    /// No beat: rolling and balls.
    OwnPace,
}

/// A pattern in which an exercise waits until a later phase though no tag says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// The patterns; empty = all.
    pub patterns: Vec<Pattern>,
    /// The first phase in which it is open.
    pub until: Phase,
}

/// One exercise without its words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// Its id.
    pub id: ExerciseId,
    /// Its kind.
    pub category: Category,
    /// All of these are needed.
    pub equipment: Vec<Equipment>,
    /// Which legs work.
    pub sides: Sides,
    /// What a dose counts.
    pub measure: Measure,
    /// For holds that are repeated within a set: the length of one; the dose's amount then counts holds.
    pub hold_seconds: Option<Seconds>,
    /// The beat.
    pub tempo: Tempo,
    /// The three doses.
    pub levels: [Dose; 3],
    /// The easier step of its ladder.
    pub easier: Option<ExerciseId>,
    /// The harder step of its ladder.
    pub harder: Option<ExerciseId>,
    /// What glows, at most three.
    pub muscles: Vec<Muscle>,
    /// What it asks of the body.
    pub tags: Vec<Tag>,
    /// Waits that no tag brings.
    pub waits: Vec<Wait>,
    /// Source keys, in the dossier's order.
    pub sources: Vec<String>,
    /// The moving figure, in the notation of the file; `figure` parses it where it is drawn.
    pub figure: FigureNotation,
}

impl Exercise {
    /// The dose of a level.
    pub const fn dose(&self, level: DoseLevel) -> Dose {
        let [one, two, three] = self.levels;
        match level {
            DoseLevel::One => one,
            DoseLevel::Two => two,
            DoseLevel::Three => three,
        }
    }

    /// Which of its tags a constraint excludes: the only way in which a flag leaves an exercise out.
    pub fn excluded_by(&self, constraint: Constraint) -> impl Iterator<Item = Tag> {
        let excluded = constraint.excludes();
        self.tags.iter().copied().filter(move |tag| excluded.contains(tag))
    }

    /// The phase from which its extra waits leave it open in a pattern; of several the latest (`exercises.md` section 1.1).
    /// What its tags bring is not in here.
    pub fn waits_until(&self, pattern: Pattern) -> Option<Phase> {
        let named = |wait: &&Wait| wait.patterns.is_empty() || wait.patterns.contains(&pattern);
        self.waits.iter().filter(named).map(|wait| wait.until).max()
    }
}

/// One exercise of a session as it is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedItem {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// At which level.
    pub level: DoseLevel,
    /// Sets, amount and rest, after all rules that lower them.
    pub dose: Dose,
}

/// The exercises at hand, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    exercises: Vec<Exercise>,
}

impl Library {
    /// A library of these exercises.
    pub fn new(mut exercises: Vec<Exercise>) -> Self {
        exercises.sort_by_key(|exercise| exercise.id);
        Self { exercises }
    }

    /// The exercise of that id, if it is loaded.
    pub fn get(&self, id: ExerciseId) -> Option<&Exercise> {
        let at = self.exercises.binary_search_by_key(&id, |exercise| exercise.id).ok()?;
        self.exercises.get(at)
    }

    /// All exercises, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Exercise> {
        self.exercises.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::first;

    fn exercise(id: &str) -> &'static Exercise {
        first().get(ExerciseId::parse(id).expect(id)).expect(id)
    }

    #[test]
    fn a_constraint_excludes_by_tag_alone() {
        let roll = exercise("foam-roll-quadriceps");
        assert_eq!(roll.excluded_by(Constraint::Pressure).collect::<Vec<_>>(), [Tag::DeepPressure]);
        assert_eq!(roll.excluded_by(Constraint::Prone).collect::<Vec<_>>(), [Tag::Prone]);
        assert_eq!(roll.excluded_by(Constraint::Pool).count(), 0);
        assert_eq!(exercise("pool-squat").excluded_by(Constraint::Shallow).collect::<Vec<_>>(), [Tag::Shallow]);
    }

    #[test]
    fn every_tag_has_a_constraint_that_excludes_it() {
        for tag in Tag::ALL {
            assert!(Constraint::ALL.iter().any(|constraint| constraint.excludes().contains(tag)), "{tag:?}");
        }
    }

    #[test]
    fn extra_waits_hold_for_their_patterns() {
        let roll = exercise("foam-roll-glute");
        assert_eq!(roll.waits_until(Pattern::LateralHip), Some(Phase::Load));
        assert_eq!(roll.waits_until(Pattern::DeepButtock), Some(Phase::Load));
        assert_eq!(roll.waits_until(Pattern::Groin), None);
        let mut all = roll.clone();
        all.waits = vec![
            Wait { patterns: Vec::new(), until: Phase::Run },
            Wait { patterns: vec![Pattern::Groin], until: Phase::Load },
        ];
        assert_eq!(all.waits_until(Pattern::Groin), Some(Phase::Run));
    }
}
