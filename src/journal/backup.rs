//! The backup file: the whole journal as `stridewell-backup`, version 1 (`schema/backup-1.json`).
//!
//! Not here: sharing, downloading and choosing the file; keeping what comes in (see `plan_keeping`).

use core::fmt;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{Entry, Journal};
use crate::units::{Day, Now};

/// Bytes that a file may have.
pub const BACKUP_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Entries that a file may have.
pub const BACKUP_ENTRIES_MAX: usize = 500_000;
const FORMAT: &str = "stridewell-backup";
const VERSION: i64 = 1;

/// Why a file is no backup that can be brought back. Nothing was changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupError {
    /// More than [`BACKUP_BYTES_MAX`].
    TooLarge,
    /// More than [`BACKUP_ENTRIES_MAX`].
    TooMany,
    /// No JSON, such as a file that was cut off.
    Broken,
    /// JSON of something else.
    AnotherFormat,
    /// A later version of the format: a newer program is needed.
    Newer,
}

/// A backup that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// Its entries.
    pub journal: Journal,
    /// Entries in it that could not be read.
    pub unreadable: usize,
}

/// What bringing a backup back would do, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preview {
    /// Entries that are not here yet.
    pub new: usize,
    /// Entries that are here already.
    pub known: usize,
    /// Entries that could not be read.
    pub unreadable: usize,
    /// The local days of its first and its last entry.
    pub days: Option<(Day, Day)>,
}

/// The file's name for that day.
pub fn backup_name(day: Day) -> String {
    format!("stridewell-backup-{day}.json")
}

/// The whole journal as the text of a file. All months must have been absorbed.
pub fn write_backup(journal: &Journal, now: Now) -> String {
    let mut text = format!(
        "{{\"format\":\"{FORMAT}\",\"version\":{VERSION},\"exportedAt\":\"{}\",\"entries\":[",
        exported_at(now)
    );
    for (index, entry) in journal.raw().enumerate() {
        // One entry a line: a person can read it, and a tool can compare two.
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        text.push_str(&entry.to_json());
    }
    text.push_str("\n]}\n");
    text
}

/// Reads the text of a file.
pub fn read_backup(text: &str) -> Result<Backup, BackupError> {
    if text.len() > BACKUP_BYTES_MAX {
        return Err(BackupError::TooLarge);
    }
    // Some programs begin a file with a byte order mark when they save it again.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: Head = read(text)?;
    if head.format != FORMAT || head.version < 1 {
        return Err(BackupError::AnotherFormat);
    }
    if head.version > VERSION {
        return Err(BackupError::Newer);
    }
    let Content { entries } = read(text)?;
    if entries.over {
        return Err(BackupError::TooMany);
    }
    Ok(entries.backup)
}

impl Backup {
    /// What bringing it back would do.
    pub fn preview(&self, here: &Journal) -> Preview {
        let known = self.journal.raw().filter(|entry| here.get(entry.id).is_some()).count();
        let day = |entry: &Entry| Day::at(entry.id.utc(), i32::from(entry.tz));
        Preview {
            new: self.journal.len() - known,
            known,
            unreadable: self.unreadable,
            days: self.journal.raw().next().map(day).zip(self.journal.raw().next_back().map(day)),
        }
    }

    /// Takes it into the journal; the entries that are to be kept now.
    pub fn merge_into(self, here: &mut Journal) -> Vec<Entry> {
        self.journal.raw().filter(|entry| here.insert((*entry).clone())).cloned().collect()
    }
}

fn exported_at(now: Now) -> String {
    let of_day = now.wall.0.rem_euclid(86_400_000);
    let (minutes, millis) = (of_day / 60_000, of_day % 60_000);
    format!(
        "{}T{:02}:{:02}:{:02}.{:03}Z",
        Day::at(now.wall, 0),
        minutes / 60,
        minutes % 60,
        millis / 1000,
        millis % 1000
    )
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, BackupError> {
    serde_json::from_str(text)
        .map_err(|error| if error.is_data() { BackupError::AnotherFormat } else { BackupError::Broken })
}

/// Read first, so that a newer form of the entries is not taken for a broken one.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: i64,
}

#[derive(Deserialize)]
struct Content {
    entries: Entries,
}

/// The entries, each read as it comes by, so that the memory does not grow with what is refused.
struct Entries {
    backup: Backup,
    over: bool,
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Entries, A::Error> {
        let mut backup = Backup { journal: Journal::new(), unreadable: 0 };
        let mut left = BACKUP_ENTRIES_MAX;
        while left > 0 {
            let Some(text) = seq.next_element::<&RawValue>()? else {
                return Ok(Entries { backup, over: false });
            };
            match Entry::parse(text.get()) {
                Ok(entry) => {
                    backup.journal.insert(entry);
                }
                Err(_) => backup.unreadable += 1,
            }
            left -= 1;
        }
        let mut over = false;
        while seq.next_element::<IgnoredAny>()?.is_some() {
            over = true;
        }
        Ok(Entries { backup, over })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::journal::Body;
    use crate::journal::sample::{START, entries, entry};
    use crate::units::Millis;

    const NOW: Now = Now { wall: Millis(START + 3_723_004), mono: Millis(0), zone: -300 };

    fn pref(second: i64, value: &str) -> Entry {
        entry(second, Body::Pref { name: "theme".into(), value: value.into() })
    }

    #[test]
    fn a_backup_has_the_form_of_the_contract() {
        let journal = Journal::from_entries([pref(1, "dark")]);
        let file: Value = serde_json::from_str(&write_backup(&journal, NOW)).unwrap();
        assert_eq!(file["format"], "stridewell-backup");
        assert_eq!(file["version"], 1);
        assert_eq!(file["exportedAt"], "2026-11-01T01:02:03.004Z");
        assert_eq!(file["entries"][0]["kind"], "pref");
        assert_eq!(backup_name(NOW.day()), "stridewell-backup-2026-10-31.json");
    }

    #[test]
    fn what_is_no_backup_is_refused_by_what_it_is() {
        let file = |version: &str, entries: &str| {
            format!(r#"{{"format":"stridewell-backup","version":{version},"exportedAt":"","entries":{entries}}}"#)
        };
        for (text, error) in [
            (String::new(), BackupError::Broken),
            (file("1", "["), BackupError::Broken),
            ("[]".into(), BackupError::AnotherFormat),
            (r#"{"format":"other","version":1}"#.into(), BackupError::AnotherFormat),
            (file("0", "[]"), BackupError::AnotherFormat),
            (file("1", "{}"), BackupError::AnotherFormat),
            (file("2", "{}"), BackupError::Newer),
            (file("1", &format!("[1{}]", ",1".repeat(BACKUP_ENTRIES_MAX))), BackupError::TooMany),
            (" ".repeat(BACKUP_BYTES_MAX + 1), BackupError::TooLarge),
        ] {
            assert_eq!(read_backup(&text), Err(error), "{}", text.get(..60).unwrap_or(&text));
        }
    }

    #[test]
    fn the_preview_counts_what_would_come_in() {
        let mut here = Journal::from_entries([pref(1, "dark"), pref(2, "light")]);
        let there = Journal::from_entries([pref(2, "light"), pref(3, "auto"), pref(4, "dark")]);
        let text = write_backup(&there, NOW).replace("\n]}", ",\n{\"id\":7}]}");
        let backup = read_backup(&format!("\u{feff}{text}")).unwrap();
        let day = Day::parse("2026-10-31");
        assert_eq!(backup.preview(&here), Preview { new: 2, known: 1, unreadable: 1, days: day.zip(day) });
        assert_eq!(backup.merge_into(&mut here), [pref(3, "auto"), pref(4, "dark")]);
        assert_eq!(here.len(), 4);
    }

    /// As much of JSON Schema as the published file uses; a word that is not known here fails.
    fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
        let length = value.as_str().map(|text| text.chars().count() as u64);
        schema.as_object().unwrap().iter().all(|(word, rule)| match word.as_str() {
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                fits(root, &root["$defs"][name], value)
            }
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_i64(),
                "null" => value.is_null(),
                "boolean" => value.is_boolean(),
                "number" => value.is_number(),
                other => panic!("{other}"),
            },
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "properties" => rule
                .as_object()
                .unwrap()
                .iter()
                .all(|(name, rule)| value.get(name).is_none_or(|value| fits(root, rule, value))),
            "items" => value.as_array().is_none_or(|list| list.iter().all(|value| fits(root, rule, value))),
            "maxItems" => value.as_array().is_none_or(|list| list.len() as u64 <= rule.as_u64().unwrap()),
            "maxLength" => length.is_none_or(|length| length <= rule.as_u64().unwrap()),
            "minLength" => length.is_none_or(|length| length >= rule.as_u64().unwrap()),
            "minimum" => value.as_i64().is_none_or(|number| number >= rule.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= rule.as_i64().unwrap()),
            "anyOf" => rule.as_array().unwrap().iter().any(|rule| fits(root, rule, value)),
            "allOf" => rule.as_array().unwrap().iter().all(|rule| fits(root, rule, value)),
            "if" => !fits(root, rule, value) || fits(root, &schema["then"], value),
            "then" | "title" | "description" | "$schema" | "$defs" | "pattern" | "format" => true,
            other => panic!("{other}"),
        })
    }

    fn schema() -> Value {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/backup-1.json");
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn the_published_schema_describes_every_kind() {
        let schema = schema();
        let described: Vec<&str> = schema["$defs"]["entry"]["allOf"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["if"]["properties"]["kind"]["const"].as_str().unwrap())
            .collect();
        let kinds: Vec<&str> = crate::journal::migrate::KINDS.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(described, kinds);
    }

    #[test]
    fn the_published_schema_refuses_what_cannot_be_read() {
        let schema = schema();
        let entry = |fields: &str| {
            let text = format!(r#"{{"id":"01KB0000000000000000000001","v":1,"tz":0,{fields}}}"#);
            let refused = Entry::parse(&text).is_err();
            assert_eq!(refused, !fits(&schema, &schema["$defs"]["entry"], &serde_json::from_str(&text).unwrap()));
            refused
        };
        assert!(!entry(r#""kind":"finish","moment":"screen""#));
        assert!(entry(r#""kind":"finish","moment":"never""#));
        assert!(entry(r#""kind":"finish""#));
        assert!(entry(r#""kind":"pref","name":"x","value":7"#));
        assert!(!entry(r#""kind":"run","what":"free","run":60,"walk":0,"km":1.5,"grew":true,"worst":3"#));
        assert!(entry(r#""kind":"run","what":"free","run":60,"walk":0,"grew":1"#));
        assert!(entry(r#""kind":"hurt","of":"01KB0000000000000000000001","item":"x","pain":11,"type":"ache""#));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_backup_reads_what_it_writes_and_fits_the_schema(all in entries(12)) {
            let journal = Journal::from_entries(all);
            let text = write_backup(&journal, NOW);
            let schema = schema();
            prop_assert!(fits(&schema, &schema, &serde_json::from_str(&text).unwrap()), "{}", text);
            let backup = read_backup(&text).unwrap();
            prop_assert_eq!(&backup.journal, &journal);
            let mut here = Journal::new();
            prop_assert_eq!(backup.merge_into(&mut here).len(), journal.len());
            prop_assert_eq!(here, journal);
        }

        #[test]
        fn a_broken_backup_never_panics(all in entries(2), cut in any::<prop::sample::Index>(), letter: char) {
            let mut text: Vec<char> = write_backup(&Journal::from_entries(all), NOW).chars().collect();
            let at = cut.index(text.len());
            text[at] = letter;
            let _ = read_backup(&text.iter().collect::<String>());
        }
    }
}
