//! A session while it is put together: what was taken so far, and how many seconds that is.

use super::session::{ComposedItem, Dosed, Part};
use crate::library::{Dose, DoseLevel, Exercise, ExerciseId, Measure, PlannedItem, seconds_of};
use crate::program::plan::allowance::conv;
use crate::program::plan::candidate::{Candidate, Place};
use crate::program::plan::levels::Levels;
use crate::program::plan::{Bearing, Settings};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::Seconds;

/// An exercise that is considered or taken, with the dose that it gets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pick<'a> {
    pub exercise: &'a Exercise,
    pub level: DoseLevel,
    pub dose: Dose,
    pub part: Part,
    pub place: Option<Place>,
    pub instead_of: Option<ExerciseId>,
    /// The rule that chose it.
    pub by: RuleId,
    /// The rule that had the last word on its dose.
    pub dosed_by: RuleId,
}

impl<'a> Pick<'a> {
    /// A list's exercise at its own level, with the sets of `PRG-Q6`.
    pub fn from_list(candidate: &Candidate<'a>, levels: &Levels, bearing: &Bearing, part: Part, by: RuleId) -> Self {
        let level = levels.level(candidate.exercise.id);
        let (dose, dosed_by) = levels.dose(candidate.exercise, level, bearing);
        Self { level, dose, dosed_by, ..Self::lowest(candidate, part, by) }
    }

    /// A list's exercise with one set of level 1.
    pub fn lowest(candidate: &Candidate<'a>, part: Part, by: RuleId) -> Self {
        let Candidate { exercise, from, instead_of } = *candidate;
        Self { place: Some(from), instead_of, ..Self::one_set(exercise, DoseLevel::One, part, by) }
    }

    /// An exercise that a table names, at the table's level.
    pub const fn named(exercise: &'a Exercise, level: DoseLevel, part: Part, by: RuleId) -> Self {
        let dose = exercise.dose(level);
        Self { exercise, level, dose, part, place: None, instead_of: None, by, dosed_by: by }
    }

    /// One set of a level.
    pub const fn one_set(exercise: &'a Exercise, level: DoseLevel, part: Part, by: RuleId) -> Self {
        let pick = Self::named(exercise, level, part, by);
        Self { dose: Dose { sets: 1, ..pick.dose }, ..pick }
    }

    /// The same with that many sets, which that rule leaves.
    pub const fn with_sets(self, sets: u8, dosed_by: RuleId) -> Self {
        Self { dose: Dose { sets, ..self.dose }, dosed_by, ..self }
    }

    /// `PRG-Q7`.
    pub fn seconds(&self) -> u32 {
        seconds_of(self.exercise, self.dose).0
    }
}

/// What a session has so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft<'a> {
    pub picks: Vec<Pick<'a>>,
}

impl<'a> Draft<'a> {
    pub fn seconds(&self) -> u32 {
        self.picks.iter().map(Pick::seconds).sum()
    }

    pub fn has(&self, id: ExerciseId) -> bool {
        self.picks.iter().any(|pick| pick.exercise.id == id)
    }

    /// `PRG-M2`: takes ids while the block's seconds with theirs are at most budget + 30, up to a number of items.
    pub fn take_block(&mut self, picks: impl Iterator<Item = Pick<'a>>, budget: u32, most: usize) -> u32 {
        let (mut used, mut count) = (0, 0);
        for pick in picks {
            if count == most {
                break;
            }
            if used + pick.seconds() <= budget + SLACK {
                used += pick.seconds();
                count += 1;
                self.picks.push(pick);
            }
        }
        used
    }

    /// `PRG-M7`: the order of a session. Within a part the order in which they were taken stays.
    pub fn in_order(mut self) -> Self {
        for pick in &mut self.picks {
            if pick.part == Part::Mobility && pick.exercise.measure == Measure::Hold {
                pick.part = Part::Stretch;
            }
        }
        self.picks.sort_by_key(|pick| pick.part);
        self
    }
}

/// Seconds that a block or a session may be over its time.
pub(super) const SLACK: u32 = 30;

impl Pick<'_> {
    /// The item with its reasons.
    pub fn composed(&self, bearing: &Bearing, settings: &Settings) -> ComposedItem {
        let planned = PlannedItem { exercise: self.exercise.id, level: self.level, dose: self.dose };
        let dosed = Dosed { sets_of_level: self.exercise.dose(self.level).sets, reason: self.why_dose(settings) };
        let seconds = Seconds(self.seconds());
        ComposedItem { planned, part: self.part, seconds, place: self.place, reason: self.why(bearing), dosed }
    }

    fn why(&self, bearing: &Bearing) -> Reason {
        let mut inputs = Vec::new();
        // PRG-Q3 says why it is another exercise than the listed one.
        let rule = match self.instead_of {
            Some(listed) => {
                inputs.push(Input::Exercise(listed));
                RuleId("PRG-Q3")
            }
            None => self.by,
        };
        if let Some(place) = self.place {
            inputs.extend([Input::Pattern(place.pattern), Input::Phase(place.phase)]);
        } else if self.by.0 != "PRG-M1" {
            inputs.push(Input::Phase(bearing.phase));
        }
        let stretch = (self.part == Part::Stretch).then_some(SourceKey("behm2016"));
        Reason { rule, inputs, sources: stretch.into_iter().chain(conv()).collect() }
    }

    fn why_dose(&self, settings: &Settings) -> Reason {
        let by_time = ["PRG-M1", "PRG-M3", "PRG-M4", "PRG-M5", "PRG-M6"].contains(&self.dosed_by.0);
        let inputs = if by_time { settings.said_minutes().into_iter().collect() } else { Vec::new() };
        Reason { rule: self.dosed_by, inputs, sources: conv() }
    }
}
