//! Content into code and files: the words of `src/locale`, the exercises of `src/library/exercises`.
//!
//! Lives once and is used twice. `build.rs` includes this file for what is compiled into the crate
//! (keys, exercise ids, the library), `xtask` calls it before Trunk for the words that the page
//! fetches. Everything after [`Files::load`] is a pure function of the files' texts, so that each
//! check has a test on a broken file. Not here: how the crate reads any of it (see `src/locale`,
//! `src/library`).

#![allow(dead_code, reason = "the build script uses one half, xtask the other")]

#[path = "content/emit.rs"]
mod emit;
#[path = "content/exercise.rs"]
mod exercise;
#[path = "content/exercise_words.rs"]
mod exercise_words;
#[path = "content/fields.rs"]
mod fields;
#[path = "content/figure.rs"]
mod figure;
#[path = "../../src/figure/parse.rs"]
mod figure_parse;
#[path = "content/files.rs"]
mod files;
#[path = "content/key.rs"]
mod key;
#[path = "content/library.rs"]
mod library;
#[path = "../../src/figure/notation.rs"]
mod notation;
#[path = "../../src/figure/notes.rs"]
mod notes;
#[path = "content/problem.rs"]
mod problem;
#[cfg(test)]
#[path = "content/real.rs"]
mod real;
#[path = "../../src/library/vocabulary.rs"]
mod vocabulary;
#[path = "content/words.rs"]
mod words;

use std::path::Path;

pub use files::Files;
pub use problem::Problems;

/// The languages, as folders of `src/locale`; the first is the one that the others are checked against.
pub const LANGUAGES: [&str; 2] = ["en", "es"];

/// The files whose words the first screens need: Welcome, the safety check and its result. All others are fetched after it.
pub const FIRST_FILES: [&str; 2] = ["app.toml", "screening.toml"];

/// Top-level tables whose keys are looked up by ids that are data, such as `flag.f-bone-watch`.
///
/// Only their paths travel with the words; every other key is known to the compiler alone.
pub const FOUND_BY_ID: [&str; 41] = [
    "aggravator",
    "block",
    "category",
    "changed",
    "class",
    "constraint",
    "due",
    "easer",
    "effort",
    "equipment",
    "flag",
    "flagname",
    "form",
    "hurt",
    "irritability",
    "level",
    "measure",
    "muscle",
    "ok",
    "option",
    "outcome",
    "pain",
    "part",
    "pattern",
    "phase",
    "profession",
    "question",
    "region",
    "result",
    "rule",
    "running",
    "session-kind",
    "short",
    "sides",
    "source",
    "stop",
    "swap",
    "tag",
    "test",
    "weekday",
    "weekday-short",
];

/// All content, read and checked.
#[derive(Debug)]
pub struct Content {
    words: words::AllWords,
    exercises: library::AllExercises,
    hash: String,
}

impl Content {
    /// Reads and checks the files; every problem is found in one go.
    pub fn read(files: &Files) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let words = words::read(files, &mut problems);
        let exercises = library::read(files, |key| words.has_source(key), &mut problems);
        let content = Self { words, exercises, hash: files.hash() };
        problems.or(content)
    }

    /// Writes what the crate includes: `key.rs`, `exercise_id.rs`, `library.json`, and the words for host tests.
    pub fn write_for_crate(&self, out: &Path) -> Result<(), Problems> {
        write(&out.join("key.rs"), &emit::keys(&self.words, &self.hash))?;
        write(&out.join("exercise_id.rs"), &emit::exercise_ids(&self.exercises))?;
        write(&out.join("library.json"), &emit::library(&self.exercises))?;
        self.write_words(out)
    }

    /// Writes `words-<lang>.txt` and `more-<lang>.txt` for each language: the texts in the order of the keys, for the page
    /// to fetch.
    pub fn write_words(&self, dest: &Path) -> Result<(), Problems> {
        for (at, lang) in LANGUAGES.iter().enumerate() {
            let (first, more) = emit::words(&self.words, &self.exercises, at, &self.hash);
            write(&dest.join(format!("words-{lang}.txt")), &first)?;
            write(&dest.join(format!("more-{lang}.txt")), &more)?;
        }
        Ok(())
    }
}

/// Reads all content of the repository at `root` and writes the fetched files into the folder `dest`.
/// The answer is the hash that the addresses carry (`words-en.txt?v=<hash>`).
pub fn write_content(root: &Path, dest: &Path) -> Result<String, Problems> {
    let content = Content::read(&Files::load(root)?)?;
    std::fs::create_dir_all(dest).map_err(|error| Problems::one(dest.display(), "", error))?;
    content.write_words(dest)?;
    Ok(content.hash)
}

fn write(path: &Path, text: &str) -> Result<(), Problems> {
    std::fs::write(path, text).map_err(|error| Problems::one(path.display(), "", error))
}
