//! M and Light: mobility and self-manual, on a sore day with easy holds before (`PRG-N4`, `PRG-N5`).

use super::composer::{Composer, WALK};
use super::draft::{Draft, Pick, SLACK};
use super::session::Part;
use super::time;
use crate::library::{Category, DoseLevel};
use crate::program::reason::RuleId;

/// Easy holds on a sore day.
pub(super) const HOLDS: usize = 2;

impl<'a> Composer<'a> {
    /// A light session with that many easy holds; empty when nothing at all fits (`PRG-N6`).
    pub(super) fn light(&self, holds: usize) -> Draft<'a> {
        let row = time::light(self.chosen());
        let mut draft = Draft::default();
        draft.picks.extend(self.named(row.warm_up, Part::WarmUp));
        let main = row.seconds.saturating_sub(draft.seconds());
        let weights = self.weights().of_light();
        let by = RuleId("PRG-M2");

        let mut used = self.holds(&mut draft, main, holds);
        let manual = self.walker.self_manual();
        let manual = manual.iter().map(|candidate| self.pick(candidate, Part::SelfManual, by));
        used += draft.take_block(manual, weights.budget(main, weights.self_manual), row.self_manual);
        let mobility = self.walker.mobility();
        let picks = mobility.iter().map(|candidate| self.pick(candidate, Part::Mobility, by));
        let moved = draft.take_block(picks, main.saturating_sub(used), row.mobility);
        if moved == 0 {
            self.anything(&mut draft, row.seconds);
        }
        self.fill(&mut draft, row.seconds);
        self.walk(&mut draft, row.seconds);
        if draft.picks.is_empty() {
            draft.picks.extend(self.walk_easy(RuleId("PRG-N5")));
        }
        draft
    }

    /// The first usable holds of the calm strength list, at level 1 (`PRG-BF2`).
    fn holds(&self, draft: &mut Draft<'a>, main: u32, most: usize) -> u32 {
        let calm = self.walker.calm_holds();
        let holds = calm.iter().map(|candidate| {
            let (dose, dosed_by) = self.walker.levels.dose(candidate.exercise, DoseLevel::One, self.walker.bearing);
            Pick { dose, dosed_by, ..Pick::lowest(candidate, Part::Holds, RuleId("PRG-BF2")) }
        });
        draft.take_block(holds, main, most)
    }

    /// `PRG-N4`: all allowed mobility, then warm-up, one set of level 1 each. The walk has its own rule, `PRG-N5`.
    fn anything(&self, draft: &mut Draft<'a>, total: u32) {
        let by = RuleId("PRG-N4");
        let mobility = self.walker.all_of(Category::Mobility).map(|one| (one, Part::Mobility));
        let warm_up = self.walker.all_of(Category::WarmUp).map(|one| (one, Part::Fill));
        for (exercise, part) in mobility.chain(warm_up.filter(|(one, _)| one.id.id() != WALK)) {
            let pick = Pick::one_set(exercise, DoseLevel::One, part, by);
            if !draft.has(exercise.id) && draft.seconds() + pick.seconds() <= total + SLACK {
                draft.picks.push(pick);
            }
        }
    }
}
