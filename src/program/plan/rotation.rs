//! `PRG-M8`: from one strength session to the next the first exercise of the own list stays and the others turn.
//!
//! Not here: which sessions count as done (see `log`).

use super::lists::{ListKind, known};
use crate::library::{ExerciseId, Library, Pattern, Phase};

/// The list with all but the first turned left.
pub(super) fn turned<T>(mut list: Vec<T>, turns: usize) -> Vec<T> {
    if let Some((_, others)) = list.split_first_mut()
        && !others.is_empty()
    {
        others.rotate_left(turns % others.len());
    }
    list
}

/// How far a session with these exercises turns the own list: the number of its ids that were used, minus one. An
/// easier step counts for the id in whose place it stands.
pub(super) fn turns_by(
    used: impl Iterator<Item = ExerciseId>,
    pattern: Pattern,
    phase: Phase,
    library: &Library,
) -> usize {
    let own = known(ListKind::Strength, pattern, phase);
    let stands_for = |listed: ExerciseId, exercise: ExerciseId| {
        listed == exercise || library.get(listed).and_then(|listed| listed.easier) == Some(exercise)
    };
    let used: Vec<ExerciseId> = used.collect();
    let count = own.iter().filter(|(_, listed)| used.iter().any(|exercise| stands_for(*listed, *exercise))).count();
    count.saturating_sub(1)
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
        let turns = |ids: &[&str]| {
            let ids = ids.iter().map(|id| ExerciseId::parse(id).expect(id));
            turns_by(ids, Pattern::LoadGeneral, Phase::Calm, first())
        };
        assert_eq!(turns(&["bridge-double", "sit-to-stand", "dead-bug-heel-tap", "pelvic-tilt-supine"]), 2);
        assert_eq!(turns(&["glute-set", "sit-to-stand"]), 1, "an easier step stands for its id");
        assert_eq!(turns(&["bridge-double"]), 0);
        assert_eq!(turns(&[]), 0);
    }
}
