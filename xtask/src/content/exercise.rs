//! The exercise files and their words.

use super::files::Files;
use super::key::{is_id, variant};
use super::problem::{Problem, Problems};

/// One exercise.
#[derive(Debug)]
pub struct Exercise {
    /// Its id, the file's name.
    pub id: String,
    /// Its variant of `ExerciseId`.
    pub variant: String,
}

/// All exercises, by id.
#[derive(Debug, Default)]
pub struct AllExercises {
    /// The exercises.
    pub list: Vec<Exercise>,
    /// What is not complete yet.
    pub warnings: Vec<Problem>,
}

/// Reads every exercise file.
pub fn read(files: &Files, problems: &mut Problems) -> AllExercises {
    let mut all = AllExercises::default();
    for (file, id, _) in files.within("src/library/exercises") {
        if !is_id(id) {
            problems.add(file, "", "a file's name is the exercise's id, in kebab-case");
        }
        all.list.push(Exercise { id: id.to_owned(), variant: variant(id) });
    }
    all
}
