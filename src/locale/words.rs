//! The words of one language, read from the fetched file and filled in.

use core::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};

use super::key::COUNT;
use super::{ExerciseWords, HASH, Key, Lang, Plural};
use crate::library::ExerciseId;

/// All words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
    texts: Vec<Text>,
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

#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    Plain(String),
    Plural { one: String, other: String },
}

#[derive(Deserialize)]
struct File {
    v: String,
    lang: String,
    texts: Vec<Text>,
    exercises: Vec<ExerciseWords>,
}

impl Words {
    /// Reads `words-<lang>.json`, and refuses one that was not made with this build.
    pub fn parse(json: &str) -> Result<Self, WordsError> {
        let File { v, lang, texts, exercises } = serde_json::from_str(json).map_err(|_| WordsError::Unreadable)?;
        let lang = Lang::parse(&lang).ok_or(WordsError::Unreadable)?;
        if v != HASH || texts.len() != COUNT || exercises.len() != ExerciseId::ALL.len() {
            return Err(WordsError::OtherBuild);
        }
        Ok(Self { lang, texts, exercises })
    }

    /// Their language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key, its placeholders as they stand; of a text that counts, the form for many.
    pub fn text(&self, key: Key) -> &str {
        match self.texts.get(key.index()) {
            Some(Text::Plain(text) | Text::Plural { other: text, .. }) => text,
            None => "",
        }
    }

    /// The text with its placeholders filled: `("name", "Anna")` goes where `{name}` stands.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The form for `n`, filled; `{n}` is filled by itself unless `values` has its own.
    pub fn count(&self, key: Key, n: u64, values: &[(&str, &str)]) -> String {
        let form = match (self.texts.get(key.index()), self.lang.plural(n)) {
            (Some(Text::Plural { one, .. }), Plural::One) => one,
            _ => self.text(key),
        };
        let number = n.to_string();
        let mut values = values.to_vec();
        values.push(("n", &number));
        fill(form, &values)
    }

    /// The text of a path made of ids, such as `flag.f-bone-watch.name`; empty if there is none.
    pub fn of_id(&self, path: &str) -> &str {
        super::find(path).map_or("", |key| self.text(key))
    }

    /// What is said about an exercise, by its id.
    pub fn exercise(&self, id: &str) -> Option<&ExerciseWords> {
        let id = ExerciseId::parse(id)?;
        self.exercises.get(id as usize)
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

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A string, or the list of the two forms.
struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or its two forms")
    }

    fn visit_str<E>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Plain(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut forms: A) -> Result<Text, A::Error> {
        let missing = || A::Error::custom("a form is missing");
        let one = forms.next_element()?.ok_or_else(missing)?;
        let other = forms.next_element()?.ok_or_else(missing)?;
        Ok(Text::Plural { one, other })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn two() -> Words {
        let texts = vec![Text::Plural { one: "{n} day of {k}".into(), other: "{n} days of {k}".into() }; COUNT];
        Words { lang: Lang::En, texts, exercises: Vec::new() }
    }

    #[test]
    fn count_chooses_the_form() {
        let words = two();
        let key = *super::super::key::FOUND.first().unwrap();
        assert_eq!(words.count(key, 1, &[("k", "3")]), "1 day of 3");
        assert_eq!(words.count(key, 0, &[("k", "3")]), "0 days of 3");
        assert_eq!(words.count(key, 1_000, &[("k", "3"), ("n", "1,000")]), "1,000 days of 3");
        assert_eq!(words.text(key), "{n} days of {k}");
    }

    #[test]
    fn a_file_of_another_build_is_refused() {
        let other = r#"{"v":"0","lang":"en","texts":[],"exercises":[]}"#;
        assert_eq!(Words::parse(other), Err(WordsError::OtherBuild));
        let short = format!(r#"{{"v":"{HASH}","lang":"en","texts":[],"exercises":[]}}"#);
        assert_eq!(Words::parse(&short), Err(WordsError::OtherBuild));
        for broken in ["", "null", r#"{"v":1}"#, r#"{"v":"x","lang":"en","texts":[["one"]],"exercises":[]}"#] {
            assert_eq!(Words::parse(broken), Err(WordsError::Unreadable), "{broken}");
        }
    }
}
