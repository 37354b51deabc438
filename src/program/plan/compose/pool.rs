//! P: the pool session, round after round through its list.

use super::composer::Composer;
use super::draft::{Draft, Pick, SLACK};
use super::session::Part;
use super::time;
use crate::program::plan::candidate::Candidate;
use crate::program::plan::levels::easier;
use crate::program::reason::RuleId;

impl<'a> Composer<'a> {
    /// The session, or nothing when no aquatic exercise is usable or fits (`PRG-N3`).
    pub(super) fn pool(&self) -> Option<Draft<'a>> {
        let by = RuleId("W1");
        let total = time::full(self.chosen()).seconds;
        let list = self.walker.aquatic();
        let mut draft = Draft::default();
        let whole: Vec<Pick<'a>> = list.iter().map(|candidate| self.pick(candidate, Part::Pool, by)).collect();
        rounds(&mut draft, &whole, total);
        let small: Vec<Pick<'a>> = self.with_easier(&list).map(|one| Pick::lowest(&one, Part::Pool, by)).collect();
        rounds(&mut draft, &small, total);
        (!draft.picks.is_empty()).then_some(draft)
    }

    /// Each exercise, and after it its easier step, none twice.
    fn with_easier(&self, list: &[Candidate<'a>]) -> impl Iterator<Item = Candidate<'a>> {
        let mut all: Vec<Candidate<'a>> = Vec::new();
        for candidate in list {
            let step = easier(candidate.exercise, self.walker.library)
                .filter(|step| self.walker.allowance.allows(step))
                .map(|exercise| Candidate { exercise, instead_of: Some(candidate.exercise.id), ..*candidate });
            for one in [Some(*candidate), step].into_iter().flatten() {
                if all.iter().all(|known| known.exercise.id != one.exercise.id) {
                    all.push(one);
                }
            }
        }
        all.into_iter()
    }
}

/// Adds what fits, round after round; a round without an addition ends it.
fn rounds<'a>(draft: &mut Draft<'a>, picks: &[Pick<'a>], total: u32) {
    let mut used = draft.seconds();
    loop {
        let before = used;
        for pick in picks {
            if used + pick.seconds() <= total + SLACK {
                used += pick.seconds();
                draft.picks.push(*pick);
            }
        }
        if used == before {
            return;
        }
    }
}
