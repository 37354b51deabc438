//! A closed month as one text: `{"v":1,"words":[…],"rows":[…]}`.
//!
//! Four kinds make up nearly all of a long journal, so each has a short row of words apart by blanks; what recurs in
//! a month (a planned exercise with its dose, an exercise's name) stands once in `words` and is named by its place.
//! Every other entry, and any with letters that a row cannot hold, is a row in its own JSON form.
//!
//! ```text
//! s <id> <tz> <slot> <type> <seconds> <planned,…>
//! e <id> <tz> <of> <how> <seconds> <exercise:sets:amount:worst:mark:exchanged,…>   (ends of an item left out)
//! f <id> <tz> <of> <worst> <effort>                                                (an `after` without note)
//! a <id> <tz> <question> <context> <answer>        (#number, =text, [list, - skipped)
//! ```
//! As `of`, `-` is the nearest `s` row before. Rows are in the order of ids. The rows stand for version 1 of their
//! kinds: when one of those goes up, this form needs a new `v`, and the reader for the old one stays.
//!
//! Not here: which entries are packed, and when.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::de::value::{Error as Unfit, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::fields::{LIST_MAX, TEXT_MAX};
use super::json::{LATEST, is_zone};
use super::{Answer, Body, Entry, EntryId, Item, ItemDone};
use crate::library::DoseLevel;
use crate::units::{Effort, PainScore, Seconds};

/// The version of the packed form that is written.
const VERSION: u32 = 1;

/// What a packed month holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Month {
    /// The entries that could be read, by id.
    pub entries: Vec<Entry>,
    /// Rows that could not. A month with any must never be written over.
    pub unreadable: usize,
}

#[derive(Deserialize)]
struct Packed<'a> {
    v: u32,
    words: Vec<String>,
    #[serde(borrow)]
    rows: Vec<&'a RawValue>,
}

/// Reads a packed month; none if the text as a whole is not one, or one of a newer form.
pub(super) fn read_month(text: &str) -> Option<Month> {
    let packed: Packed<'_> = serde_json::from_str(text).ok()?;
    if packed.v != VERSION {
        return None;
    }
    let words: Vec<Word> = packed.words.iter().map(|word| Word::read(word)).collect();
    let mut month = Month { entries: Vec::with_capacity(packed.rows.len()), unreadable: 0 };
    let mut session = None;
    for row in packed.rows {
        let row = row.get();
        let entry = match row.strip_prefix('"').and_then(|row| row.strip_suffix('"')) {
            Some(row) => read_row(row, &words, &mut session),
            None => Entry::parse(row).ok(),
        };
        if let Some(entry) = entry {
            month.entries.push(entry);
        } else {
            month.unreadable += 1;
            // It may have been the session that the rows after it mean by `-`.
            session = None;
        }
    }
    Some(month)
}

/// Packs entries, which must come in the order of ids.
pub(super) fn write_month<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    let mut words = Words::default();
    let mut session = None;
    let mut rows = String::new();
    for entry in entries {
        if !rows.is_empty() {
            rows.push(',');
        }
        match row(entry, &mut words, &mut session) {
            Some(row) => {
                let _ = write!(rows, "\"{row}\"");
            }
            None => rows.push_str(&entry.to_json()),
        }
    }
    let words = serde_json::to_string(&words.list).unwrap_or_default();
    format!("{{\"v\":{VERSION},\"words\":{words},\"rows\":[{rows}]}}")
}

/// A word as read: an exercise's name, or that with its dose.
struct Word {
    exercise: String,
    dose: Option<(DoseLevel, u8, u16, Seconds)>,
}

impl Word {
    fn read(text: &str) -> Self {
        let mut parts = text.split(':');
        let exercise = parts.next().unwrap_or_default().to_owned();
        let dose = (|| {
            let level = number::<u8>(&mut parts).and_then(|level| DoseLevel::try_from(level).ok())?;
            Some((level, number(&mut parts)?, number(&mut parts)?, Seconds(number(&mut parts)?)))
        })();
        Self { exercise, dose }
    }

    fn name(&self) -> Option<String> {
        (!self.exercise.is_empty() && self.exercise.len() <= TEXT_MAX).then(|| self.exercise.clone())
    }

    fn planned(&self) -> Option<Item> {
        let (level, sets, amount, rest) = self.dose?;
        Some(Item { exercise: self.name()?, level, sets, amount, rest })
    }
}

fn number<'a, T: core::str::FromStr>(parts: &mut impl Iterator<Item = &'a str>) -> Option<T> {
    parts.next()?.parse().ok()
}

/// A word of a closed set, such as `done`.
fn word<T: DeserializeOwned>(text: Option<&str>) -> Option<T> {
    let text: StrDeserializer<'_, Unfit> = text?.into_deserializer();
    T::deserialize(text).ok()
}

fn read_row(row: &str, words: &[Word], session: &mut Option<EntryId>) -> Option<Entry> {
    let mut parts = row.split(' ');
    let kind = parts.next()?;
    let id: EntryId = number(&mut parts)?;
    let tz: i16 = number(&mut parts)?;
    if id.utc() > LATEST || !is_zone(tz) {
        return None;
    }
    let body = match kind {
        "s" => {
            *session = Some(id);
            Body::Session {
                slot: bounded(parts.next()?)?,
                kind: word(parts.next())?,
                seconds: Seconds(number(&mut parts)?),
                items: members(parts.next()?, |place| words.get(place.parse::<usize>().ok()?)?.planned())?,
            }
        }
        "e" => Body::SessionEnd {
            of: read_of(parts.next()?, *session)?,
            how: word(parts.next())?,
            seconds: Seconds(number(&mut parts)?),
            items: members(parts.next()?, |item| read_done(item, words))?,
        },
        "f" => Body::After {
            of: read_of(parts.next()?, *session)?,
            worst: score(parts.next()?)?.and_then(PainScore::new),
            effort: score(parts.next()?)?.and_then(Effort::new),
            note: String::new(),
        },
        "a" => {
            let q = bounded(parts.next()?)?;
            Body::Answer { q, ctx: word(parts.next())?, a: read_answer(parts.next()?)? }
        }
        _ => return None,
    };
    parts.next().is_none().then_some(Entry { id, tz, body })
}

/// Reads what stands between commas; nothing at all is an empty list.
fn members<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let list: Option<Vec<T>> = text.split(',').map(read).collect();
    list.filter(|list| list.len() <= LIST_MAX)
}

fn read_of(text: &str, session: Option<EntryId>) -> Option<EntryId> {
    if text == "-" { session } else { text.parse().ok() }
}

#[expect(clippy::option_option, reason = "unreadable, or a score that was not given")]
fn score(text: &str) -> Option<Option<u8>> {
    if text == "-" { Some(None) } else { text.parse().ok().filter(|score| *score <= 10).map(Some) }
}

fn read_done(text: &str, words: &[Word]) -> Option<ItemDone> {
    let name = |place: &str| words.get(place.parse::<usize>().ok()?)?.name();
    let mut parts = text.split(':');
    Some(ItemDone {
        exercise: name(parts.next()?)?,
        sets: number(&mut parts)?,
        amount: number(&mut parts)?,
        worst: score(parts.next().unwrap_or("-"))?.and_then(PainScore::new),
        mark: parts.next().map_or(Some(super::Mark::Ok), |mark| word(Some(mark)))?,
        exchanged: match parts.next() {
            Some(place) => Some(name(place)?),
            None => None,
        },
    })
}

fn read_answer(text: &str) -> Option<Answer> {
    if text == "-" {
        return Some(Answer::Skipped);
    }
    let (sign, rest) = text.split_at_checked(1)?;
    match sign {
        "#" => rest.parse().ok().map(Answer::Number),
        "=" => bounded(rest).map(Answer::Text),
        "[" => members(rest, bounded).map(Answer::List),
        _ => None,
    }
}

fn bounded(text: &str) -> Option<String> {
    (text.len() <= TEXT_MAX).then(|| text.to_owned())
}

/// The words of a month while it is written.
#[derive(Default)]
struct Words {
    list: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Words {
    fn place(&mut self, word: String) -> usize {
        let next = self.list.len();
        *self.places.entry(word).or_insert_with_key(|word| {
            self.list.push(word.clone());
            next
        })
    }
}

/// Whether a row can hold the text: no sign that parts a row, and nothing that JSON would escape.
fn fits(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= TEXT_MAX
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

fn id_of(word: &impl Serialize) -> String {
    serde_json::to_string(word).unwrap_or_default().trim_matches('"').to_owned()
}

/// The short row of an entry, if it has one.
fn row(entry: &Entry, words: &mut Words, session: &mut Option<EntryId>) -> Option<String> {
    let Entry { id, tz, body } = entry;
    let mut row = String::new();
    let written = match body {
        Body::Session { slot, kind, seconds, items } => {
            if !fits(slot) || items.len() > LIST_MAX || !items.iter().all(|item| fits(&item.exercise)) {
                return None;
            }
            *session = Some(*id);
            write!(row, "s {id} {tz} {slot} {} {} ", id_of(kind), seconds.0).and_then(|()| {
                separated(&mut row, items, |row, item| {
                    let Item { exercise, level, sets, amount, rest } = item;
                    let word = format!("{exercise}:{}:{sets}:{amount}:{}", u8::from(*level), rest.0);
                    write!(row, "{}", words.place(word))
                })
            })
        }
        Body::SessionEnd { of, how, seconds, items } => {
            let fit = |item: &ItemDone| fits(&item.exercise) && item.exchanged.as_deref().is_none_or(fits);
            if items.len() > LIST_MAX || !items.iter().all(fit) {
                return None;
            }
            write!(row, "e {id} {tz} {} {} {} ", of_text(*of, *session), id_of(how), seconds.0)
                .and_then(|()| separated(&mut row, items, |row, item| write_done(row, item, words)))
        }
        Body::After { of, worst, effort, note } if note.is_empty() => {
            let score = |score: Option<u8>| score.map_or("-".to_owned(), |score| score.to_string());
            let (worst, effort) = (score(worst.map(u8::from)), score(effort.map(u8::from)));
            write!(row, "f {id} {tz} {} {worst} {effort}", of_text(*of, *session))
        }
        Body::Answer { q, a, ctx } if fits(q) => {
            write!(row, "a {id} {tz} {q} {} {}", id_of(ctx), answer_text(a)?)
        }
        _ => return None,
    };
    written.ok().map(|()| row)
}

fn separated<T>(
    row: &mut String,
    items: &[T],
    mut each: impl FnMut(&mut String, &T) -> core::fmt::Result,
) -> core::fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            row.push(',');
        }
        each(row, item)?;
    }
    Ok(())
}

fn write_done(row: &mut String, item: &ItemDone, words: &mut Words) -> core::fmt::Result {
    write!(row, "{}:{}:{}", words.place(item.exercise.clone()), item.sets, item.amount)?;
    let plain_mark = item.mark == super::Mark::Ok && item.exchanged.is_none();
    if plain_mark && item.worst.is_none() {
        return Ok(());
    }
    match item.worst {
        Some(worst) => write!(row, ":{}", worst.get())?,
        None => row.push_str(":-"),
    }
    if plain_mark {
        return Ok(());
    }
    write!(row, ":{}", id_of(&item.mark))?;
    match &item.exchanged {
        Some(exchanged) => write!(row, ":{}", words.place(exchanged.clone())),
        None => Ok(()),
    }
}

fn of_text(of: EntryId, session: Option<EntryId>) -> String {
    if Some(of) == session { "-".into() } else { of.to_string() }
}

fn answer_text(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Skipped => Some("-".into()),
        Answer::Number(number) => Some(format!("#{number}")),
        Answer::Text(text) => fits(text).then(|| format!("={text}")),
        Answer::List(list) => {
            (list.len() <= LIST_MAX && list.iter().all(|text| fits(text))).then(|| format!("[{}", list.join(",")))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::journal::Journal;
    use crate::journal::sample::{entries, entry, year_of_sessions};

    #[test]
    fn a_month_is_short_rows_and_words() {
        let month = year_of_sessions(1, 1).into_iter().take(4);
        let journal = Journal::from_entries(month);
        let text = write_month(journal.raw());
        let ids: Vec<String> = journal.raw().map(|entry| entry.id.to_string()).collect();
        assert_eq!(
            text,
            format!(
                concat!(
                    r#"{{"v":1,"words":["exercise-0:1:2:8:45","exercise-1:1:2:8:45","exercise-0","exercise-1"],"rows":["#,
                    r#""a {} -300 q-nprs-now before #2","s {} -300 2026-11-01-f F 1200 0,1","#,
                    r#""e {} -300 - done 1180 2:2:32,3:2:32:4:held","f {} -300 - 3 5"]}}"#
                ),
                ids[0], ids[1], ids[2], ids[3]
            )
        );
        assert_eq!(read_month(&text).unwrap().entries, journal.raw().cloned().collect::<Vec<_>>());
    }

    #[test]
    fn what_a_row_cannot_hold_keeps_its_own_form() {
        let note = entry(1, Body::After { of: EntryId(0), worst: None, effort: None, note: "sore \"a\" bit".into() });
        let text = write_month([&note].into_iter());
        assert!(text.contains(&note.to_json()));
        assert_eq!(read_month(&text), Some(Month { entries: vec![note], unreadable: 0 }));
    }

    #[test]
    fn a_broken_row_spoils_no_other() {
        let text = concat!(
            r#"{"v":1,"words":["a"],"rows":["a 01KB0000000000000000000001 0 q-nprs-now today #2","#,
            r#""s 01KB0000000000000000000002 0 x F 1 0","a 01KB0000000000000000000002 0 q today","#,
            r#""a 01KB0000000000000000000003 0 q today #1 more","z 01KB0000000000000000000003 0",7,"#,
            r#""a 01KB0000000000000000000003 9999 q today #1","e 01KB0000000000000000000003 0 - done 1 0:1:1"]}"#
        );
        let month = read_month(text).unwrap();
        assert_eq!((month.entries.len(), month.unreadable), (1, 7));
    }

    #[test]
    fn another_form_is_no_month() {
        for text in ["", "[]", "{}", r#"{"v":2,"words":[],"rows":[]}"#, r#"{"v":1,"words":[],"rows":[}"#] {
            assert_eq!(read_month(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_month_reads_what_it_writes(all in entries(12)) {
            let journal = Journal::from_entries(all);
            let month = read_month(&write_month(journal.raw())).unwrap();
            prop_assert_eq!(month, Month { entries: journal.raw().cloned().collect(), unreadable: 0 });
        }

        #[test]
        fn a_broken_month_never_panics(all in entries(3), cut in any::<prop::sample::Index>(), letter: char) {
            let journal = Journal::from_entries(all);
            let mut text: Vec<char> = write_month(journal.raw()).chars().collect();
            let at = cut.index(text.len());
            text[at] = letter;
            let _ = read_month(&text.iter().collect::<String>());
        }
    }
}
