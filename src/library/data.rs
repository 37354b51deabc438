//! The exercises that travel in the wasm: every one that the first plan can reach.

use std::sync::LazyLock;

use super::{Exercise, Library};

static FIRST: LazyLock<Library> = LazyLock::new(|| {
    // The build wrote and checked the text; a test below reads it, so nothing is lost here in silence.
    let exercises: Vec<Exercise> =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/library.json"))).unwrap_or_default();
    Library::new(exercises)
});

/// The library of the first load, read once at its first use.
pub fn first() -> &'static Library {
    &FIRST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Category, ExerciseId};

    #[test]
    fn every_exercise_file_is_in_the_library() {
        let ids: Vec<ExerciseId> = first().iter().map(|exercise| exercise.id).collect();
        assert_eq!(ids, ExerciseId::ALL);
    }

    #[test]
    fn the_index_goes_through_every_exercise_kind_by_kind() {
        let mut seen: Vec<ExerciseId> = ExerciseId::INDEX.to_vec();
        let kinds: Vec<Category> = seen.iter().filter_map(|id| first().get(*id)).map(|found| found.category).collect();
        assert!(kinds.is_sorted());
        assert_eq!(ExerciseId::INDEX.first(), Some(&ExerciseId::BreathingSupine));
        seen.sort();
        assert_eq!(seen, ExerciseId::ALL);
    }

    #[test]
    fn ladders_stay_within_a_category_and_link_back() {
        for exercise in first().iter() {
            if let Some(harder) = exercise.harder {
                let harder = first().get(harder).unwrap();
                assert_eq!(harder.easier, Some(exercise.id));
                assert_eq!(harder.category, exercise.category);
            }
        }
    }
}
