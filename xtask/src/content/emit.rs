//! Checked content into the Rust and JSON texts that the crate includes or the page fetches.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::LANGUAGES;
use super::library::{AllExercises, Item};
use super::words::{AllWords, Entry, Leaf};

/// The enum `Key`, its tables, and the hash.
pub fn keys(words: &AllWords, hash: &str) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "/// Words and keys of one build belong together: the hash of all content files.");
    let _ = writeln!(out, "pub const HASH: &str = \"{hash}\";");
    let _ = writeln!(out, "/// How many keys there are.");
    let _ = writeln!(out, "pub(super) const COUNT: usize = {};", words.entries.len());
    let _ = writeln!(out, "/// A text: its place in the list of the words' file. The comment is the English text.");
    let _ = writeln!(out, "#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]");
    let _ = writeln!(out, "#[repr(u16)]");
    let _ = writeln!(out, "pub enum Key {{");
    for entry in &words.entries {
        let english = entry.texts.first().map(Leaf::text).unwrap_or_default().replace('`', "'");
        let _ = writeln!(out, "    #[doc = {:?}]\n    {},", format!("`{english}`"), entry.variant);
    }
    let _ = writeln!(out, "}}");
    found(&words.entries, &mut out);
    out
}

/// The table of the keys that are found by id: area by area the index of its first key and the rest of
/// the paths, one a line. So each path's line number gives its key.
fn found(entries: &[Entry], out: &mut String) {
    let found: Vec<&Entry> = entries.iter().filter(|entry| entry.found).collect();
    let _ = writeln!(out, "pub(super) static FOUND: &[Key] = &[");
    for entry in &found {
        let _ = writeln!(out, "    Key::{},", entry.variant);
    }
    let _ = writeln!(out, "];\npub(super) static AREAS: &[(&str, usize, &str)] = &[");
    let mut start = 0;
    while let Some(area) = found.get(start).and_then(|entry| entry.path.split('.').next()) {
        let rest: Vec<&str> =
            found.iter().skip(start).map_while(|entry| entry.path.strip_prefix(area)?.strip_prefix('.')).collect();
        let _ = writeln!(out, "    ({area:?}, {start}, {:?}),", rest.join("\n"));
        start += rest.len();
    }
    let _ = writeln!(out, "];");
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

/// The file of one language.
pub fn words(words: &AllWords, exercises: &AllExercises, lang: usize, hash: &str) -> String {
    let texts: Vec<Value> = words.entries.iter().filter_map(|entry| entry.texts.get(lang)).map(text).collect();
    let exercises: Vec<Value> = exercises.list.iter().map(|item| json!(item.words.get(lang))).collect();
    json!({ "v": hash, "lang": LANGUAGES.get(lang), "texts": texts, "exercises": exercises }).to_string()
}

fn text(leaf: &Leaf) -> Value {
    match leaf {
        Leaf::Plain(text) => json!(text),
        Leaf::Plural { one, other } => json!([one, other]),
    }
}
