//! Walking a list: what stands at each place for this runner (`PRG-Q2` to `PRG-Q4`, `patterns.md` section 6).
//!
//! Not here: how many of them a session takes (see `compose`).

use super::allowance::{Allowance, LeftOut};
use super::bearing::Bearing;
use super::levels::{Levels, easier, ladder};
use super::lists::{ListKind, known};
use super::rotation::turned;
use crate::library::{Category, Exercise, ExerciseId, Library, Measure, Pattern, Phase};

/// A place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which list.
    pub list: ListKind,
    /// Whose.
    pub pattern: Pattern,
    /// Of which phase.
    pub phase: Phase,
    /// The place as the dossier has it, from 1.
    pub nth: u8,
}

/// An exercise that a list leads to.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Where it comes from.
    pub from: Place,
    /// The listed exercise in whose place it stands.
    pub instead_of: Option<ExerciseId>,
}

/// When fewer than that many ids of a mobility list are left, it goes on with the reserve until there are that many.
const MOBILITY_LEAST: usize = 4;

/// What is needed to walk a list.
#[derive(Debug, Clone, Copy)]
pub struct Walker<'a> {
    /// The exercises at hand.
    pub library: &'a Library,
    /// What may be used.
    pub allowance: &'a Allowance,
    /// What steers the plan.
    pub bearing: &'a Bearing,
    /// Levels and ladders.
    pub levels: &'a Levels,
}

/// How often a ladder may stand in the walked list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ladders {
    /// One step of a ladder: the first stays.
    Once,
    /// Fill takes several steps of a ladder, but no exercise twice.
    Any,
}

impl<'a> Walker<'a> {
    /// `PRG-Q4`: strength walks the own list, turned by `PRG-M8`, then that of the load pattern in the same phase.
    pub fn strength(&self, phase: Phase, turns: usize) -> Vec<Candidate<'a>> {
        let own = turned(self.places(ListKind::Strength, self.bearing.pattern, phase), turns);
        let general = self.places(ListKind::Strength, Pattern::LoadGeneral, phase);
        self.walk(own.into_iter().chain(general), Ladders::Once)
    }

    /// `PRG-N1`: the calm list of the pattern.
    pub fn calm_strength(&self) -> Vec<Candidate<'a>> {
        self.walk(self.places(ListKind::Strength, self.bearing.pattern, Phase::Calm), Ladders::Once)
    }

    /// The usable holds of the calm list, for a light day (`PRG-BF2`).
    pub fn calm_holds(&self) -> Vec<Candidate<'a>> {
        let mut holds = self.strength(Phase::Calm, 0);
        holds.retain(|candidate| candidate.exercise.measure == Measure::Hold);
        holds
    }

    /// `PRG-Q4`: mobility walks the own list with its reserve.
    pub fn mobility(&self) -> Vec<Candidate<'a>> {
        let own = self.places(ListKind::Mobility, self.bearing.pattern, self.bearing.phase);
        self.with_reserve(own, Ladders::Once)
    }

    /// `PRG-F4`: the calm mobility list of the pattern.
    pub fn calm_mobility(&self) -> Vec<Candidate<'a>> {
        self.walk(self.places(ListKind::Mobility, self.bearing.pattern, Phase::Calm), Ladders::Once)
    }

    /// `PRG-Q4`: fill walks the same, then the list of the load pattern.
    pub fn fill(&self) -> Vec<Candidate<'a>> {
        let own = self.places(ListKind::Mobility, self.bearing.pattern, self.bearing.phase);
        let mut found = self.with_reserve(own, Ladders::Any);
        let general = self.places(ListKind::Mobility, Pattern::LoadGeneral, self.bearing.phase);
        self.walk_into(&mut found, general, Ladders::Any, usize::MAX);
        found
    }

    /// `PRG-Q4`: self-manual walks the own list.
    pub fn self_manual(&self) -> Vec<Candidate<'a>> {
        self.walk(self.places(ListKind::SelfManual, self.bearing.pattern, self.bearing.phase), Ladders::Once)
    }

    /// The list of the pool.
    pub fn aquatic(&self) -> Vec<Candidate<'a>> {
        self.walk(self.places(ListKind::Aquatic, self.bearing.pattern, self.bearing.phase), Ladders::Once)
    }

    /// An exercise that a table names, if it may be used.
    pub fn named(&self, id: &str) -> Option<&'a Exercise> {
        let exercise = ExerciseId::parse(id).and_then(|id| self.library.get(id))?;
        self.allowance.allows(exercise).then_some(exercise)
    }

    /// All allowed exercises of a kind, in the order of the library's index (`PRG-N4`).
    pub fn all_of(&self, category: Category) -> impl Iterator<Item = &'a Exercise> {
        let Self { library, allowance, .. } = *self;
        ExerciseId::INDEX
            .iter()
            .filter_map(|id| library.get(*id))
            .filter(move |exercise| exercise.category == category && allowance.allows(exercise))
    }

    /// What the walked lists name and this runner may not use.
    pub fn left_out(&self, lists: &[ListKind]) -> Vec<LeftOut> {
        let mut found: Vec<LeftOut> = Vec::new();
        for kind in lists {
            for (_, listed) in self.places(*kind, self.bearing.pattern, self.bearing.phase) {
                if found.iter().all(|out| out.exercise != listed.id) {
                    found.extend(self.allowance.left_out(listed));
                }
            }
        }
        found
    }

    fn places(&self, list: ListKind, pattern: Pattern, phase: Phase) -> Vec<(Place, &'a Exercise)> {
        known(list, pattern, phase)
            .into_iter()
            .filter_map(|(nth, id)| Some((Place { list, pattern, phase, nth }, self.library.get(id)?)))
            .collect()
    }

    fn with_reserve(&self, own: Vec<(Place, &'a Exercise)>, ladders: Ladders) -> Vec<Candidate<'a>> {
        // The reserve is counted by the list as it is used; fill takes the same list.
        let used = self.walk(own.iter().copied(), Ladders::Once).len();
        let mut found = self.walk(own, ladders);
        let most = found.len() + MOBILITY_LEAST.saturating_sub(used);
        let reserve = self.places(ListKind::Reserve, self.bearing.pattern, self.bearing.phase);
        self.walk_into(&mut found, reserve, ladders, most);
        found
    }

    fn walk(&self, listed: impl IntoIterator<Item = (Place, &'a Exercise)>, ladders: Ladders) -> Vec<Candidate<'a>> {
        let mut found = Vec::new();
        self.walk_into(&mut found, listed, ladders, usize::MAX);
        found
    }

    fn walk_into(
        &self,
        found: &mut Vec<Candidate<'a>>,
        listed: impl IntoIterator<Item = (Place, &'a Exercise)>,
        ladders: Ladders,
        most: usize,
    ) {
        for (place, exercise) in listed {
            if found.len() >= most {
                return;
            }
            let Some(candidate) = self.resolve(place, exercise) else { continue };
            let same = |other: &Candidate<'_>| match ladders {
                Ladders::Once => ladder(other.exercise, self.library) == ladder(candidate.exercise, self.library),
                Ladders::Any => other.exercise.id == candidate.exercise.id,
            };
            if !found.iter().any(same) {
                found.push(candidate);
            }
        }
    }

    /// `PRG-Q2`, `PRG-Q3`: the stand-in, or its easier step at the same place.
    fn resolve(&self, from: Place, listed: &'a Exercise) -> Option<Candidate<'a>> {
        let wanted = match from.list {
            ListKind::Strength => self.levels.stand_in(listed, from.phase, self.library),
            _ => listed,
        };
        let wanted = self.levels.not_harder(wanted, self.library);
        let exercise = [Some(wanted), easier(wanted, self.library)]
            .into_iter()
            .flatten()
            .find(|exercise| self.allowance.allows(exercise))?;
        Some(Candidate { exercise, from, instead_of: (exercise.id != listed.id).then_some(listed.id) })
    }
}
