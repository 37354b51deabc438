//! Reading and writing the fields of one flat JSON object, with bounds on every text and list.
//!
//! Not here: which fields a kind of entry has.

use core::fmt::Write;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{EntryError, EntryId};

/// Letters that a text may have, notes included.
pub(super) const TEXT_MAX: usize = 2_000;
/// Members that a list may have.
pub(super) const LIST_MAX: usize = 200;

/// The fields of an object that came from outside.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub &'a Map<String, Value>);

type Read<T> = Result<T, EntryError>;

impl<'a> Fields<'a> {
    /// The field, if it is there and not `null`.
    fn find(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub fn text(self, name: &'static str) -> Read<String> {
        self.find(name).and_then(bounded_text).ok_or(EntryError::Field(name))
    }

    /// A text that may be left out; one that is there must still be in bounds.
    pub fn optional_text(self, name: &'static str) -> Read<Option<String>> {
        self.find(name).map(|value| bounded_text(value).ok_or(EntryError::Field(name))).transpose()
    }

    pub fn number<T: TryFrom<i64>>(self, name: &'static str) -> Read<T> {
        self.find(name)
            .and_then(Value::as_i64)
            .and_then(|number| T::try_from(number).ok())
            .ok_or(EntryError::Field(name))
    }

    /// A number that may be left out; one that is there must still be in bounds.
    pub fn optional_number<T: TryFrom<i64>>(self, name: &'static str) -> Read<Option<T>> {
        self.find(name).map(|_| self.number(name)).transpose()
    }

    /// A list of numbers that may be left out, which is an empty one.
    pub fn optional_numbers(self, name: &'static str) -> Read<Vec<i32>> {
        if self.find(name).is_none() {
            return Ok(Vec::new());
        }
        let number = |value: &Value| value.as_i64().and_then(|number| i32::try_from(number).ok());
        self.list(name)?.iter().map(|value| number(value).ok_or(EntryError::Field(name))).collect()
    }

    /// A list of texts that may be left out, which is an empty one.
    pub fn optional_texts(self, name: &'static str) -> Read<Vec<String>> {
        if self.find(name).is_none() { Ok(Vec::new()) } else { self.texts(name) }
    }

    pub fn id(self, name: &'static str) -> Read<EntryId> {
        self.find(name).and_then(Value::as_str).and_then(|text| text.parse().ok()).ok_or(EntryError::Field(name))
    }

    /// A value of a closed set, such as one of an enum's words or a score.
    pub fn word<T: Deserialize<'a>>(self, name: &'static str) -> Read<T> {
        self.optional_word(name)?.ok_or(EntryError::Field(name))
    }

    pub fn optional_word<T: Deserialize<'a>>(self, name: &'static str) -> Read<Option<T>> {
        self.find(name).map(|value| T::deserialize(value).map_err(|_| EntryError::Field(name))).transpose()
    }

    pub fn list(self, name: &'static str) -> Read<&'a [Value]> {
        match self.find(name) {
            Some(Value::Array(list)) if list.len() <= LIST_MAX => Ok(list),
            _ => Err(EntryError::Field(name)),
        }
    }

    pub fn texts(self, name: &'static str) -> Read<Vec<String>> {
        texts(self.list(name)?).ok_or(EntryError::Field(name))
    }

    /// Reads each member of a list, which must all be objects.
    pub fn each<T>(self, name: &'static str, read: fn(Self) -> Read<T>) -> Read<Vec<T>> {
        self.list(name)?
            .iter()
            .map(|value| value.as_object().ok_or(EntryError::Field(name)).and_then(|map| read(Self(map))))
            .collect()
    }
}

/// The text of a value, if it is one and not too long.
pub(super) fn bounded_text(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    // A letter has at most four bytes: counting is needed for long texts alone.
    (text.len() <= TEXT_MAX || text.chars().count() <= TEXT_MAX).then(|| text.to_owned())
}

/// The texts of a list, if all members are texts and none is too long.
pub(super) fn texts(list: &[Value]) -> Option<Vec<String>> {
    if list.len() > LIST_MAX { None } else { list.iter().map(bounded_text).collect() }
}

/// Writes one flat object, field by field, in the order that is asked for.
#[derive(Default)]
pub(super) struct Line(pub String);

impl Line {
    /// A field whose value is JSON already.
    pub fn json(&mut self, name: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
        self.0.push_str(value);
    }

    pub fn text(&mut self, name: &str, text: &str) {
        self.json(name, &quoted(text));
    }

    pub fn number(&mut self, name: &str, number: impl Into<i64>) {
        self.json(name, "");
        // Writing into a string cannot fail.
        let _ = write!(self.0, "{}", number.into());
    }

    pub fn id(&mut self, name: &str, id: EntryId) {
        self.json(name, "");
        let _ = write!(self.0, "\"{id}\"");
    }

    pub fn word(&mut self, name: &str, word: &impl Serialize) {
        self.json(name, &serde_json::to_string(word).unwrap_or_default());
    }

    pub fn texts(&mut self, name: &str, texts: &[String]) {
        self.json(name, &array(texts.iter().map(|text| quoted(text))));
    }

    /// The finished object, which has at least one field.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A JSON string, cut to the length that can be read again.
pub(super) fn quoted(text: &str) -> String {
    let cut = text.char_indices().nth(TEXT_MAX).and_then(|(at, _)| text.get(..at)).unwrap_or(text);
    serde_json::to_string(cut).unwrap_or_default()
}

/// A JSON array of members that are JSON already, cut to the length that can be read again.
pub(super) fn array(members: impl Iterator<Item = String>) -> String {
    let mut text = String::from("[");
    for (index, member) in members.take(LIST_MAX).enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&member);
    }
    text.push(']');
    text
}
