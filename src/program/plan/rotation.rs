//! `PRG-M8`: from one strength session to the next the first exercise of the own list stays and the others turn.
//!
//! Not here: which sessions count as done (see `log`).

use super::bearing::Bearing;
use super::lists::{ListKind, known};
use crate::journal::SessionKind;
use crate::library::{ExerciseId, Library};

/// The list with all but the first turned left.
pub(super) fn turned<T>(mut list: Vec<T>, turns: usize) -> Vec<T> {
    if let Some((_, others)) = list.split_first_mut()
        && !others.is_empty()
    {
        others.rotate_left(turns % others.len());
    }
    list
}

/// The own strength list, as far as the library has it, each id with its easier step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnList(Vec<(ExerciseId, Option<ExerciseId>)>);

impl OwnList {
    /// The list of that pattern and phase.
    pub fn of(bearing: &Bearing, library: &Library) -> Self {
        let own = known(ListKind::Strength, bearing.pattern, bearing.phase);
        let listed = own.into_iter().filter_map(|(_, id)| library.get(id));
        Self(listed.map(|exercise| (exercise.id, exercise.easier)).collect())
    }

    /// How far a done session of that type with these exercises turns the list: the number of its ids that were used,
    /// minus one. An easier step counts for the id in whose place it stands. Only F and S turn it.
    pub fn turns_by(&self, kind: SessionKind, used: impl Iterator<Item = ExerciseId>) -> usize {
        if !matches!(kind, SessionKind::F | SessionKind::S) {
            return 0;
        }
        let used: Vec<ExerciseId> = used.collect();
        let is_used = |(listed, easier): &&(ExerciseId, Option<ExerciseId>)| {
            used.iter().any(|exercise| exercise == listed || Some(*exercise) == *easier)
        };
        self.0.iter().filter(is_used).count().saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::first;

    #[test]
    fn prg_m8_the_first_stays_and_the_others_turn_left() {
        assert_eq!(turned(vec!['a', 'b', 'c', 'd', 'e'], 2), ['a', 'd', 'e', 'b', 'c']);
        assert_eq!(turned(vec!['a', 'b', 'c', 'd', 'e'], 5), ['a', 'c', 'd', 'e', 'b']);
        assert_eq!(turned(vec!['a'], 3), ['a']);
        assert!(turned(Vec::<char>::new(), 3).is_empty());
    }

    #[test]
    fn prg_m8_counts_the_ids_of_the_own_list() {
        let own = OwnList::of(&Bearing::first_plan(), first());
        let turns = |ids: &[&str]| own.turns_by(SessionKind::F, ids.iter().map(|id| ExerciseId::parse(id).expect(id)));
        assert_eq!(turns(&["bridge-double", "sit-to-stand", "dead-bug-heel-tap", "pelvic-tilt-supine"]), 2);
        assert_eq!(turns(&["glute-set", "sit-to-stand"]), 1, "an easier step stands for its id");
        assert_eq!(turns(&["bridge-double"]), 0);
        assert_eq!(turns(&[]), 0);
        let all = || ExerciseId::ALL.iter().copied();
        assert_eq!(own.turns_by(SessionKind::S, all()), 7);
        assert_eq!(own.turns_by(SessionKind::Light, all()), 0, "only F and S turn the list");
    }
}
