//! The words of one language, read from the two fetched files and filled in.
//!
//! The first file has what the first screens say and is read before they are shown; the second comes after them.

use core::fmt;
use std::sync::OnceLock;

use super::key::{FIRST, MORE};
use super::{ExerciseWords, HASH, Key, Lang, Plural};
use crate::library::ExerciseId;

/// Between the two forms of a text that counts.
const FORMS: char = '\u{1f}';
/// Between a path and its text.
const PATH: char = '\t';

/// All words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
    first: Lines,
    more: OnceLock<More>,
}

/// The texts of a file in the order of their keys; the first `found` have their paths before them, in the order of these.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lines {
    lines: Vec<Box<str>>,
    found: usize,
}

/// The second file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct More {
    lines: Lines,
    exercises: Vec<ExerciseWords>,
}

/// Why a words file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsError {
    /// It cannot be read at all.
    Unreadable,
    /// It is of another build: its texts stand in another order.
    OtherBuild,
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "the words file cannot be read",
            Self::OtherBuild => "the words file is of another build",
        })
    }
}

impl core::error::Error for WordsError {}

/// Takes the first line from a file, which says of which build and language it is.
fn head(file: &str) -> Result<(Lang, &str), WordsError> {
    let (head, rest) = file.split_once('\n').ok_or(WordsError::Unreadable)?;
    let (hash, lang) = head.split_once(' ').ok_or(WordsError::Unreadable)?;
    let lang = Lang::parse(lang).ok_or(WordsError::Unreadable)?;
    if hash == HASH { Ok((lang, rest)) } else { Err(WordsError::OtherBuild) }
}

impl Lines {
    fn read(text: &str, (found, all): (usize, usize)) -> Result<Self, WordsError> {
        let lines: Vec<Box<str>> = text.lines().map(Into::into).collect();
        if lines.len() == all { Ok(Self { lines, found }) } else { Err(WordsError::OtherBuild) }
    }

    fn text(&self, at: usize) -> Option<&str> {
        let line = self.lines.get(at)?;
        Some(line.split_once(PATH).map_or(line, |(_, text)| text))
    }

    fn of_path(&self, path: &str) -> Option<&str> {
        let found = self.lines.get(..self.found)?;
        let known = |line: &str| line.split_once(PATH).map_or("", |(known, _)| known).cmp(path);
        found.binary_search_by(|line| known(line)).ok().and_then(|at| self.text(at))
    }
}

impl Words {
    /// Reads `words-<lang>.txt`, and refuses one that was not made with this build.
    pub fn parse(file: &str) -> Result<Self, WordsError> {
        let (lang, rest) = head(file)?;
        Ok(Self { lang, first: Lines::read(rest, FIRST)?, more: OnceLock::new() })
    }

    /// Reads `more-<lang>.txt`. From then on all texts are there.
    pub fn add(&self, file: &str) -> Result<(), WordsError> {
        let (lang, rest) = head(file)?;
        let (texts, exercises) = rest.rsplit_once('\n').ok_or(WordsError::Unreadable)?;
        let exercises: Vec<ExerciseWords> = serde_json::from_str(exercises).map_err(|_| WordsError::Unreadable)?;
        if lang != self.lang || exercises.len() != ExerciseId::ALL.len() {
            return Err(WordsError::OtherBuild);
        }
        let more = More { lines: Lines::read(texts, MORE)?, exercises };
        self.more.get_or_init(|| more);
        Ok(())
    }

    /// Whether the second file has been read.
    pub fn is_whole(&self) -> bool {
        self.more.get().is_some()
    }

    /// Their language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key, its placeholders as they stand; of a text that counts, the form for many.
    pub fn text(&self, key: Key) -> &str {
        let text = self.raw(key);
        text.split_once(FORMS).map_or(text, |(_, other)| other)
    }

    /// Both forms of a text that counts.
    fn raw(&self, key: Key) -> &str {
        let at = key.index();
        let text = match at.checked_sub(FIRST.1) {
            None => self.first.text(at),
            Some(at) => self.more.get().and_then(|more| more.lines.text(at)),
        };
        text.unwrap_or_default()
    }

    /// The text with its placeholders filled: `("name", "Anna")` goes where `{name}` stands.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The form for `n`, filled; `{n}` is filled by itself unless `values` has its own.
    pub fn count(&self, key: Key, n: u64, values: &[(&str, &str)]) -> String {
        let form = match (self.raw(key).split_once(FORMS), self.lang.plural(n)) {
            (Some((one, _)), Plural::One) => one,
            _ => self.text(key),
        };
        let number = n.to_string();
        let mut values = values.to_vec();
        values.push(("n", &number));
        fill(form, &values)
    }

    /// The text of a path made of ids, such as `flag.f-bone-watch`; empty if there is none.
    pub fn of_id(&self, path: &str) -> &str {
        let more = || self.more.get().and_then(|more| more.lines.of_path(path));
        let text = self.first.of_path(path).or_else(more).unwrap_or_default();
        text.split_once(FORMS).map_or(text, |(_, other)| other)
    }

    /// What is said about an exercise, by its id.
    pub fn exercise(&self, id: &str) -> Option<&ExerciseWords> {
        let id = ExerciseId::parse(id)?;
        self.more.get()?.exercises.get(id as usize)
    }
}

/// One pass from left to right, so that a value with braces in it is never filled again.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = from.split_once('}') else {
            rest = from;
            break;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            out.push_str(value);
        } else {
            // Nothing to put there: the name stays visible instead of leaving a hole.
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::built;

    #[test]
    fn fill_puts_values_where_their_names_stand() {
        for (text, expected) in [
            ("{a} and {b}", "1 and {a}"),
            ("{a}{a}", "11"),
            ("no place", "no place"),
            ("{unknown} stays", "{unknown} stays"),
            ("", ""),
        ] {
            assert_eq!(fill(text, &[("a", "1"), ("b", "{a}")]), expected);
        }
    }

    #[test]
    fn count_chooses_the_form() {
        let words = built(Lang::En);
        assert_eq!(words.count(Key::TodayExercises, 1, &[]), "1 exercise");
        assert_eq!(words.count(Key::TodayExercises, 0, &[]), "0 exercises");
        assert_eq!(words.count(Key::TodayExercises, 1_000, &[("n", "1,000")]), "1,000 exercises");
        assert_eq!(words.text(Key::TodayExercises), "{n} exercises");
    }

    #[test]
    fn every_path_finds_its_own_text() {
        let words = built(Lang::En);
        let more = words.more.get().unwrap();
        for lines in [&words.first, &more.lines] {
            assert!(lines.found > 100);
            for line in lines.lines.iter().take(lines.found) {
                let (path, text) = line.split_once(PATH).unwrap();
                assert_eq!(words.of_id(path), text.split_once(FORMS).map_or(text, |(_, other)| other), "{path}");
            }
        }
        for path in ["", "flag", "flag.", "flag.f-nothing", "nothing.at-all", "."] {
            assert_eq!(words.of_id(path), "", "{path}");
        }
    }

    #[test]
    fn a_file_of_another_build_is_refused() {
        assert_eq!(Words::parse("0 en\na\n"), Err(WordsError::OtherBuild));
        assert_eq!(Words::parse(&format!("{HASH} en\none\n")), Err(WordsError::OtherBuild));
        let words = built(Lang::En);
        assert_eq!(words.add(&format!("{HASH} en\none\n[]")), Err(WordsError::OtherBuild));
        for broken in ["", "null", "en", &format!("{HASH}\n"), &format!("{HASH} xx\n")] {
            assert_eq!(Words::parse(broken), Err(WordsError::Unreadable), "{broken}");
        }
    }

    #[test]
    fn before_the_second_file_its_texts_are_empty() {
        let words = Words { more: OnceLock::new(), ..built(Lang::Es).clone() };
        assert!(!words.is_whole());
        assert_eq!(words.text(Key::TodayTitle), "");
        assert_ne!(words.text(Key::WelcomeTitle), "");
        assert_eq!(words.exercise("bridge-double"), None);
    }
}
