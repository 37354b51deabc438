//! The JSON form of one entry: `{"id":…,"kind":…,"v":…,"tz":…}` and the fields of its kind beside them.
//!
//! What this program cannot know (another kind, a newer version, a new shape of answer) is kept byte for byte. Not
//! here: the steps between versions, and the packed form of a month.

use core::fmt;

use serde_json::{Map, Value};

use super::fields::{Fields, Line, array, bounded_text, quoted, texts};
use super::migrate::{KINDS, Known, STEPS, migrate};
use super::run::{read_run, write_run};
use super::{Answer, Body, Entry, Item, ItemDone, OkEntry};
use super::{choice, selftest};
use crate::units::{Millis, Seconds};

/// Bytes that one entry may have.
pub const ENTRY_MAX: usize = 64 * 1024;
/// The last millisecond whose date is written with four digits of the year.
pub(super) const LATEST: Millis = Millis(253_402_300_799_999);

/// Whether a place on earth may be that many minutes ahead of UTC.
pub(super) fn is_zone(minutes: i16) -> bool {
    (-24 * 60..=24 * 60).contains(&minutes)
}

/// Why a text is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryError {
    /// Longer than [`ENTRY_MAX`].
    TooLong,
    /// No JSON object.
    NotAnObject,
    /// No id, or a time after the year 9999.
    Id,
    /// No zone, or one that no place on earth has.
    Zone,
    /// No kind, or no version that the kind ever had.
    Kind,
    /// A field of a known kind is missing or out of bounds.
    Field(&'static str),
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("longer than 64 KB"),
            Self::NotAnObject => f.write_str("no JSON object"),
            Self::Id => f.write_str("no valid id"),
            Self::Zone => f.write_str("no valid zone"),
            Self::Kind => f.write_str("no valid kind and version"),
            Self::Field(name) => write!(f, "field {name} is missing or out of bounds"),
        }
    }
}

impl Entry {
    /// Reads one entry. Anything from outside comes in here, whether from storage or from a file.
    pub fn parse(text: &str) -> Result<Self, EntryError> {
        if text.len() > ENTRY_MAX {
            return Err(EntryError::TooLong);
        }
        let mut map: Map<String, Value> = serde_json::from_str(text).map_err(|_| EntryError::NotAnObject)?;
        let id = Fields(&map).id("id").ok().filter(|id| id.utc() <= LATEST).ok_or(EntryError::Id)?;
        let tz = Fields(&map).number("tz").ok().filter(|tz| is_zone(*tz)).ok_or(EntryError::Zone)?;
        let body = read_versioned(&mut map)?.unwrap_or_else(|| Body::Unknown(text.to_owned()));
        Ok(Self { id, tz, body })
    }

    /// The entry as JSON, ready to be read by [`Entry::parse`]. Texts and lists over the bounds are cut.
    pub fn to_json(&self) -> String {
        if let Body::Unknown(text) = &self.body {
            return text.clone();
        }
        let mut line = Line::default();
        line.id("id", self.id);
        write_kind(&mut line, &self.body);
        line.number("tz", self.tz);
        write_fields(&mut line, &self.body);
        line.end()
    }
}

/// The body that kind, version and fields say; none if this program cannot know.
fn read_versioned(map: &mut Map<String, Value>) -> Result<Option<Body>, EntryError> {
    let kind = Fields(map).text("kind").map_err(|_| EntryError::Kind)?;
    let version = Fields(map).number::<u32>("v").map_err(|_| EntryError::Kind)?;
    match migrate((KINDS, STEPS), &kind, version, map) {
        Known::Today => read_body(&kind, map),
        Known::Newer => Ok(None),
        Known::Never => Err(EntryError::Kind),
    }
}

fn read_body(kind: &str, map: &mut Map<String, Value>) -> Result<Option<Body>, EntryError> {
    if kind == "edit" {
        return read_edit(map);
    }
    let fields = Fields(map);
    Ok(Some(match kind {
        "begin" => Body::Begin {
            moment: fields.word("moment")?,
            why: fields.text("why")?,
            questions: if map.contains_key("questions") { fields.texts("questions")? } else { Vec::new() },
        },
        "answer" => {
            let Some(a) = map.get("a").and_then(read_answer) else { return Ok(None) };
            Body::Answer { q: fields.text("q")?, a, ctx: fields.word("ctx")? }
        }
        "finish" => Body::Finish { moment: fields.word("moment")? },
        "ok" => Body::Ok(OkEntry {
            on: fields.word("on")?,
            profession: fields.word("profession")?,
            scope: fields.word("scope")?,
            bone: fields.word("bone")?,
            flags: fields.texts("flags")?,
            name: fields.optional_text("name")?.unwrap_or_default(),
            note: fields.optional_text("note")?.unwrap_or_default(),
        }),
        "session" => Body::Session {
            slot: fields.text("slot")?,
            kind: fields.word("type")?,
            seconds: Seconds(fields.number("seconds")?),
            items: fields.each("items", read_item)?,
        },
        "hurt" => Body::Hurt {
            of: fields.id("of")?,
            item: fields.text("item")?,
            pain: fields.word("pain")?,
            kind: fields.word("type")?,
        },
        "session-end" => Body::SessionEnd {
            of: fields.id("of")?,
            how: fields.word("how")?,
            seconds: Seconds(fields.number("seconds")?),
            items: fields.each("items", read_item_done)?,
        },
        "after" => Body::After {
            of: fields.id("of")?,
            worst: fields.optional_word("worst")?,
            effort: fields.optional_word("effort")?,
            note: fields.optional_text("note")?.unwrap_or_default(),
        },
        "test" => Body::Test(selftest::read(fields)?),
        "run" => Body::Run(Box::new(read_run(fields)?)),
        "choice" => match choice::read(fields)? {
            Some(choice) => Body::Choice(choice),
            None => return Ok(None),
        },
        "limits" => Body::Limits(Box::new(choice::read_limits(fields)?)),
        "pref" => Body::Pref { name: fields.text("name")?, value: fields.text("value")? },
        "delete" => Body::Delete { of: fields.id("of")? },
        "restore" => Body::Restore { of: fields.id("of")? },
        "backup" => Body::Backup { count: fields.number("count")? },
        _ => return Ok(None),
    }))
}

/// An edit that this program cannot know is kept, and the entry stays as it was before.
fn read_edit(map: &mut Map<String, Value>) -> Result<Option<Body>, EntryError> {
    let of = Fields(map).id("of")?;
    let Some(Value::Object(inner)) = map.get_mut("body") else {
        return Err(EntryError::Field("body"));
    };
    // Edits of edits and the like would make "the newest counts" ambiguous.
    if matches!(inner.get("kind").and_then(Value::as_str), Some("edit" | "delete" | "restore")) {
        return Err(EntryError::Field("body"));
    }
    Ok(read_versioned(inner)?.map(|body| Body::Edit { of, body: Box::new(body) }))
}

fn read_answer(value: &Value) -> Option<Answer> {
    match value {
        Value::Null => Some(Answer::Skipped),
        Value::Number(number) => number.as_i64().map(Answer::Number),
        Value::String(_) => bounded_text(value).map(Answer::Text),
        Value::Array(list) => texts(list).map(Answer::List),
        Value::Bool(_) | Value::Object(_) => None,
    }
}

fn read_item(fields: Fields<'_>) -> Result<Item, EntryError> {
    Ok(Item {
        exercise: fields.text("exercise")?,
        level: fields.word("level")?,
        sets: fields.number("sets")?,
        amount: fields.number("amount")?,
        rest: Seconds(fields.number("rest")?),
    })
}

fn read_item_done(fields: Fields<'_>) -> Result<ItemDone, EntryError> {
    Ok(ItemDone {
        exercise: fields.text("exercise")?,
        sets: fields.number("sets")?,
        amount: fields.number("amount")?,
        worst: fields.optional_word("worst")?,
        mark: fields.word("mark")?,
        exchanged: fields.optional_text("exchanged")?,
    })
}

fn write_kind(line: &mut Line, body: &Body) {
    let kind = match body {
        Body::Begin { .. } => "begin",
        Body::Answer { .. } => "answer",
        Body::Finish { .. } => "finish",
        Body::Ok(_) => "ok",
        Body::Session { .. } => "session",
        Body::Hurt { .. } => "hurt",
        Body::SessionEnd { .. } => "session-end",
        Body::After { .. } => "after",
        Body::Test(_) => "test",
        Body::Run(_) => "run",
        Body::Pref { .. } => "pref",
        Body::Choice(_) => "choice",
        Body::Limits(_) => "limits",
        Body::Edit { .. } => "edit",
        Body::Delete { .. } => "delete",
        Body::Restore { .. } => "restore",
        Body::Backup { .. } => "backup",
        Body::Unknown(_) => "unknown",
    };
    let version = KINDS.iter().find(|(name, _)| *name == kind).map_or(1, |(_, version)| *version);
    line.text("kind", kind);
    line.number("v", version);
}

fn write_fields(line: &mut Line, body: &Body) {
    match body {
        Body::Begin { moment, why, questions } => {
            line.word("moment", moment);
            line.text("why", why);
            if !questions.is_empty() {
                line.texts("questions", questions);
            }
        }
        Body::Answer { q, a, ctx } => {
            line.text("q", q);
            line.json("a", &answer_json(a));
            line.word("ctx", ctx);
        }
        Body::Finish { moment } => line.word("moment", moment),
        Body::Ok(ok) => {
            line.word("on", &ok.on);
            line.word("profession", &ok.profession);
            line.word("scope", &ok.scope);
            line.word("bone", &ok.bone);
            line.texts("flags", &ok.flags);
            line.text("name", &ok.name);
            line.text("note", &ok.note);
        }
        Body::Session { slot, kind, seconds, items } => {
            line.text("slot", slot);
            line.word("type", kind);
            line.number("seconds", seconds.0);
            line.json("items", &array(items.iter().map(item_json)));
        }
        Body::Hurt { of, item, pain, kind } => {
            line.id("of", *of);
            line.text("item", item);
            line.word("pain", pain);
            line.word("type", kind);
        }
        Body::SessionEnd { of, how, seconds, items } => {
            line.id("of", *of);
            line.word("how", how);
            line.number("seconds", seconds.0);
            line.json("items", &array(items.iter().map(item_done_json)));
        }
        Body::After { of, worst, effort, note } => {
            line.id("of", *of);
            line.word("worst", worst);
            line.word("effort", effort);
            line.text("note", note);
        }
        Body::Test(test) => selftest::write(line, test),
        Body::Run(run) => write_run(line, run),
        Body::Pref { name, value } => {
            line.text("name", name);
            line.text("value", value);
        }
        Body::Choice(choice) => choice::write(line, choice),
        Body::Limits(limits) => choice::write_limits(line, limits),
        Body::Edit { of, body } => {
            line.id("of", *of);
            line.json("body", &edited_json(body));
        }
        Body::Delete { of } | Body::Restore { of } => line.id("of", *of),
        Body::Backup { count } => line.number("count", *count),
        Body::Unknown(_) => {}
    }
}

fn edited_json(body: &Body) -> String {
    let mut line = Line::default();
    write_kind(&mut line, body);
    write_fields(&mut line, body);
    line.end()
}

fn answer_json(answer: &Answer) -> String {
    match answer {
        Answer::Skipped => "null".into(),
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => quoted(text),
        Answer::List(list) => array(list.iter().map(|text| quoted(text))),
    }
}

fn item_json(item: &Item) -> String {
    let mut line = Line::default();
    line.text("exercise", &item.exercise);
    line.number("level", u8::from(item.level));
    line.number("sets", item.sets);
    line.number("amount", item.amount);
    line.number("rest", item.rest.0);
    line.end()
}

fn item_done_json(item: &ItemDone) -> String {
    let mut line = Line::default();
    line.text("exercise", &item.exercise);
    line.number("sets", item.sets);
    line.number("amount", item.amount);
    if let Some(worst) = item.worst {
        line.number("worst", worst.get());
    }
    line.word("mark", &item.mark);
    if let Some(exchanged) = &item.exchanged {
        line.text("exchanged", exchanged);
    }
    line.end()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::journal::sample::{entries, entry};
    use crate::journal::{EntryId, Mark, NotDone};
    use crate::units::PainScore;

    const ID: &str = "01KB0000000000000000000001";

    #[test]
    fn an_answer_is_one_flat_object() {
        let text = format!(r#"{{"id":"{ID}","kind":"answer","v":1,"tz":-300,"q":"s-limp","a":"no","ctx":"screen"}}"#);
        let entry = Entry::parse(&text).unwrap();
        assert_eq!(entry.tz, -300);
        assert_eq!(
            entry.body,
            Body::Answer { q: "s-limp".into(), a: Answer::Text("no".into()), ctx: crate::journal::Context::Screen }
        );
        assert_eq!(entry.to_json(), text);
    }

    #[test]
    fn a_test_without_a_result_has_no_tries_at_all() {
        let text = format!(
            r#"{{"id":"{ID}","kind":"test","v":1,"tz":0,"test":"t-bridge","side":"left","pain":7,"regions":["r-sit-bone"],"method":"count","why":"stopped"}}"#
        );
        let entry = Entry::parse(&text).unwrap();
        let Body::Test(found) = &entry.body else { panic!("a test") };
        assert!(found.tries.is_empty() && found.choice.is_none());
        assert_eq!((found.pain, found.why), (PainScore::new(7), Some(NotDone::Stopped)));
        assert_eq!(entry.to_json(), text);
        for broken in ["\"tries\":[1.5]", "\"tries\":7", "\"onset\":-1", "\"method\":\"guess\""] {
            let text = format!(
                r#"{{"id":"{ID}","kind":"test","v":1,"tz":0,"test":"t-calf","side":"left","method":"count",{broken}}}"#
            );
            // The later of two fields of one name counts.
            assert!(matches!(Entry::parse(&text), Err(EntryError::Field(_))), "{broken}");
        }
    }

    #[test]
    fn the_order_of_fields_and_blanks_do_not_matter() {
        let text =
            format!("{{ \"tz\": 60, \"moment\":\"check-in\",\n \"v\":1, \"kind\":\"finish\", \"id\":\"{ID}\" }}");
        assert_eq!(Entry::parse(&text).unwrap().body, Body::Finish { moment: crate::journal::Moment::CheckIn });
    }

    #[test]
    fn what_this_program_cannot_know_is_kept_byte_for_byte() {
        for text in [
            format!(r#"{{ "id":"{ID}", "kind":"moon","v":1,"tz":0,"deep":[[1.50]] }}"#),
            format!(r#"{{"id":"{ID}","kind":"pref","v":2,"tz":0}}"#),
            format!(r#"{{"id":"{ID}","kind":"answer","v":1,"tz":0,"q":"q-activities","a":[["run",3]],"ctx":"day-0"}}"#),
            format!(r#"{{"id":"{ID}","kind":"edit","v":1,"tz":0,"of":"{ID}","body":{{"kind":"pref","v":9}}}}"#),
        ] {
            let entry = Entry::parse(&text).unwrap();
            assert_eq!(entry.body, Body::Unknown(text.clone()));
            assert_eq!(entry.to_json(), text);
        }
    }

    #[test]
    fn a_known_kind_out_of_bounds_is_refused() {
        let with = |rest: &str| Entry::parse(&format!(r#"{{"id":"{ID}","v":1,"tz":0,{rest}}}"#)).unwrap_err();
        let long = "x".repeat(2_001);
        let many = vec!["\"x\""; 201].join(",");
        for (rest, field) in [
            (r#""kind":"finish","moment":"never""#.to_owned(), "moment"),
            (format!(r#""kind":"pref","name":"n","value":"{long}""#), "value"),
            (format!(r#""kind":"begin","moment":"ask","why":"runner","questions":[{many}]"#), "questions"),
            (format!(r#""kind":"hurt","of":"{ID}","item":"x","pain":11,"type":"ache""#), "pain"),
            (format!(r#""kind":"session-end","of":"{ID}","how":"done","seconds":-1,"items":[]"#), "seconds"),
            (format!(r#""kind":"session-end","of":"{ID}","how":"done","seconds":1,"items":[3]"#), "items"),
            (r#""kind":"delete","of":"x""#.to_owned(), "of"),
            (format!(r#""kind":"edit","of":"{ID}","body":{{"kind":"delete","v":1,"of":"{ID}"}}"#), "body"),
        ] {
            assert_eq!(with(&rest), EntryError::Field(field), "{rest}");
        }
        assert_eq!(with(r#""kind":"pref","v":0"#), EntryError::Kind);
        assert_eq!(with(r#""kind":7"#), EntryError::Kind);
    }

    #[test]
    fn a_text_that_is_no_entry_is_refused() {
        let ok = |id: &str, tz: &str| format!(r#"{{"id":"{id}","kind":"moon","v":1,"tz":{tz}}}"#);
        for (text, error) in [
            (String::new(), EntryError::NotAnObject),
            ("[]".into(), EntryError::NotAnObject),
            ("[".repeat(50_000), EntryError::NotAnObject),
            (ok("x", "0"), EntryError::Id),
            (ok("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0"), EntryError::Id),
            (ok(ID, "1441"), EntryError::Zone),
            (ok(ID, "null"), EntryError::Zone),
            (format!("{}{}", ok(ID, "0"), " ".repeat(ENTRY_MAX)), EntryError::TooLong),
        ] {
            assert_eq!(Entry::parse(&text), Err(error));
        }
    }

    #[test]
    fn writing_cuts_what_could_not_be_read_again() {
        let long = entry(1, Body::Pref { name: "n".into(), value: "é".repeat(3_000) });
        let Body::Pref { value, .. } = Entry::parse(&long.to_json()).unwrap().body else { panic!("a preference") };
        assert_eq!(value, "é".repeat(2_000));
        let done =
            ItemDone { exercise: "clamshell".into(), sets: 1, amount: 1, worst: None, mark: Mark::Ok, exchanged: None };
        let body = Body::SessionEnd {
            of: EntryId(0),
            how: crate::journal::EndedHow::Done,
            seconds: Seconds(1),
            items: vec![done; 300],
        };
        assert!(Entry::parse(&entry(1, body).to_json()).is_ok());
    }

    proptest! {
        #[test]
        fn an_entry_reads_what_it_writes(all in entries(4)) {
            for entry in all {
                let text = entry.to_json();
                prop_assert_eq!(Entry::parse(&text), Ok(entry), "{}", text);
            }
        }

        #[test]
        fn reading_never_panics(text in r#"[\[\]{}":,a-z0-9-]{0,60}"#) {
            let _ = Entry::parse(&text);
        }

        #[test]
        fn broken_entries_never_panic(all in entries(1), cut in any::<prop::sample::Index>(), letter: char) {
            for entry in all {
                let mut text: Vec<char> = entry.to_json().chars().collect();
                let at = cut.index(text.len());
                text[at] = letter;
                let _ = Entry::parse(&text.iter().collect::<String>());
            }
        }
    }
}
