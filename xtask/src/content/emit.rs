//! Checked content into the Rust and JSON texts that the crate includes or the page fetches.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::LANGUAGES;
use super::library::{AllExercises, Item};
use super::words::{AllWords, Leaf};

/// The enum `Key`, its tables, and the hash.
pub fn keys(words: &AllWords, hash: &str) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "/// Words and keys of one build belong together: the hash of all content files.");
    let _ = writeln!(out, "pub const HASH: &str = \"{hash}\";");
    let counts = |first: bool| {
        let of = || words.entries.iter().filter(move |entry| entry.first == first);
        (of().filter(|entry| entry.found).count(), of().count())
    };
    let _ = writeln!(out, "/// Of the first file: how many keys are found by their path, and how many there are.");
    let _ = writeln!(out, "pub(super) const FIRST: (usize, usize) = {:?};", counts(true));
    let _ = writeln!(out, "/// Of the second file.");
    let _ = writeln!(out, "pub(super) const MORE: (usize, usize) = {:?};", counts(false));
    let _ = writeln!(out, "/// A text: its place in the words' files. The comment is the English text.");
    let _ = writeln!(out, "#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]");
    let _ = writeln!(out, "#[repr(u16)]");
    let _ = writeln!(out, "pub enum Key {{");
    for entry in &words.entries {
        let english = entry.texts.first().map(Leaf::text).unwrap_or_default().replace('`', "'");
        let _ = writeln!(out, "    #[doc = {:?}]\n    {},", format!("`{english}`"), entry.variant);
    }
    let _ = writeln!(out, "}}");
    out
}

/// The enum `ExerciseId`: one variant a file, in the order of the ids.
pub fn exercise_ids(exercises: &AllExercises) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "/// An exercise; written as its id. Made from the exercise files.");
    let _ = writeln!(out, "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]");
    let _ = writeln!(out, "#[repr(u8)]\npub enum ExerciseId {{");
    for item in &exercises.list {
        let _ = writeln!(out, "    #[doc = \"`{}`\"]\n    {},", item.exercise.id, item.variant);
    }
    let _ = writeln!(out, "}}\nimpl ExerciseId {{");
    let _ = writeln!(out, "    /// All exercises, in the order of their ids.\n    pub const ALL: &'static [Self] = &[");
    for item in &exercises.list {
        let _ = writeln!(out, "        Self::{},", item.variant);
    }
    let _ = writeln!(
        out,
        "    ];\n    /// All exercises in the order of the library's index: by kind, and within a kind as the rules walk."
    );
    let _ = writeln!(out, "    pub const INDEX: &'static [Self] = &[");
    let place = |item: &&Item| exercises.index.iter().position(|id| *id == item.exercise.id);
    let mut by_place: Vec<&Item> = exercises.list.iter().collect();
    by_place.sort_by_key(place);
    for item in by_place {
        let _ = writeln!(out, "        Self::{},", item.variant);
    }
    let _ = writeln!(out, "    ];\n    /// The stable id, the file's name.");
    let _ = writeln!(out, "    #[allow(clippy::too_many_lines, reason = \"one line an exercise\")]");
    let _ = writeln!(out, "    pub const fn id(self) -> &'static str {{\n        match self {{");
    for item in &exercises.list {
        let _ = writeln!(out, "            Self::{} => {:?},", item.variant, item.exercise.id);
    }
    let _ = writeln!(out, "        }}\n    }}\n}}");
    out
}

/// The exercises as the crate's `Exercise` reads them.
pub fn library(exercises: &AllExercises) -> String {
    let is_there = |id: &String| exercises.list.iter().any(|item| item.exercise.id == *id);
    let list: Vec<Value> = exercises
        .list
        .iter()
        .map(|item| {
            let mut exercise = item.exercise.clone();
            // A step whose file does not exist yet is no step of this library.
            exercise.easier = exercise.easier.filter(is_there);
            exercise.harder = exercise.harder.filter(is_there);
            json!(exercise)
        })
        .collect();
    json!(list).to_string()
}

/// The two files of one language: a line for what they are, then a line a text, in the order of the keys. A text that is
/// found by its path has it before it; the two forms of one that counts stand one after the other. The second file ends
/// with the words of the exercises.
pub fn words(words: &AllWords, exercises: &AllExercises, lang: usize, hash: &str) -> (String, String) {
    let head = format!("{hash} {}\n", LANGUAGES.get(lang).copied().unwrap_or_default());
    let (mut first, mut more) = (head.clone(), head);
    for entry in &words.entries {
        let Some(leaf) = entry.texts.get(lang) else { continue };
        let file = if entry.first { &mut first } else { &mut more };
        if entry.found {
            let _ = write!(file, "{}\t", entry.path);
        }
        let _ = match leaf {
            Leaf::Plain(text) => writeln!(file, "{text}"),
            Leaf::Plural { one, other } => writeln!(file, "{one}\u{1f}{other}"),
        };
    }
    let exercises: Vec<Value> = exercises.list.iter().map(|item| json!(item.words.get(lang))).collect();
    more.push_str(&json!(exercises).to_string());
    (first, more)
}
