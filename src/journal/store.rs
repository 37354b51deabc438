//! The journal on a shelf of texts by key: what is read at the start, what is read later, and what is written when.
//!
//! * `stridewell.meta`: the version of this whole form.
//! * `stridewell.e.<id>`: one fresh entry. Two tabs that write at once write two keys.
//! * `stridewell.m.<YYYY-MM>`: a closed month (UTC), packed.
//!
//! **Why the start costs the same after ten years:** an entry that still stands (the newest answer to a question, a
//! setting, a clinician's OK, the last session with an exercise) stays fresh however old it is; only what is over or
//! was superseded is packed. So the start reads the fresh entries, whose number has a bound, and the newest
//! [`MONTHS_AT_START`] months; older months are named in [`Loaded::later`] and come in one by one with
//! [`absorb_month`] once the first screen answers.
//!
//! **Nothing is lost between two writes:** a month is written, as a union with what is there, before the fresh entries
//! in it are removed; until then both say the same, and a union does not mind. A text that cannot be read is reported
//! and never touched.
//!
//! Not here: the browser's storage and its lock (under which a plan is made and carried out); other keys.

use std::collections::{BTreeMap, BTreeSet};

use super::month::{Month, read_month, write_month};
use super::standing::standing;
use super::{Body, Entry, EntryId, Journal};
use crate::units::{Day, Now};

/// The key of the schema's version.
pub const META_KEY: &str = "stridewell.meta";
const OURS: &str = "stridewell.";
const FRESH: &str = "stridewell.e.";
const MONTH: &str = "stridewell.m.";
/// The version of the whole form in storage.
const SCHEMA: i64 = 1;
/// Closed months that are read at the start: more than the 56 days over which rules compare.
pub const MONTHS_AT_START: usize = 3;

/// Texts by key, such as the browser's storage; what cannot be had is not there.
pub trait Shelf {
    /// All keys, in any order.
    fn keys(&self) -> Vec<String>;
    /// The text of a key.
    fn get(&self, key: &str) -> Option<String>;
}

impl Shelf for BTreeMap<String, String> {
    fn keys(&self) -> Vec<String> {
        self.keys().cloned().collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.get(key).cloned()
    }
}

/// One change of the shelf. A plan's changes are carried out in their order, and one that fails ends the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// The key gets this text.
    Put {
        /// The key.
        key: String,
        /// Its text.
        value: String,
    },
    /// The key goes.
    Remove {
        /// The key.
        key: String,
    },
}

/// What the shelf was found to be. Only [`StoreState::Fresh`] and [`StoreState::Ready`] may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreState {
    /// Nothing of ours was there.
    Fresh,
    /// It could be read.
    Ready {
        /// Texts that could not be read and were left alone, and a version that was missing.
        repairs: usize,
    },
    /// A newer program wrote it: what can be read is shown, nothing is written.
    Newer,
    /// Its version, or every entry on it, cannot be read: nothing is written.
    Corrupt,
    /// There is no shelf; found out by the edge, never by [`load`].
    Unavailable,
}

impl StoreState {
    /// Whether entries may be written.
    pub const fn is_writable(self) -> bool {
        matches!(self, Self::Fresh | Self::Ready { .. })
    }
}

/// What was read at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The entries.
    pub journal: Journal,
    /// What the shelf was found to be.
    pub state: StoreState,
    /// Keys whose texts could not be read, wholly or in part.
    pub unreadable: Vec<String>,
    /// Keys of the older months, newest first: to be given to [`absorb_month`].
    pub later: Vec<String>,
}

impl Loaded {
    /// Nothing is there.
    pub fn fresh() -> Self {
        Self { journal: Journal::new(), state: StoreState::Fresh, unreadable: Vec::new(), later: Vec::new() }
    }
}

/// The key of a fresh entry.
pub fn key_of(id: EntryId) -> String {
    format!("{FRESH}{id}")
}

/// The month of an id's time in UTC, as `YYYY-MM`.
fn month_of(id: EntryId) -> String {
    let (year, month, _) = Day::at(id.utc(), 0).ymd();
    format!("{year:04}-{month:02}")
}

fn is_month_key(key: &str) -> bool {
    key.strip_prefix(MONTH).is_some_and(|month| Day::parse(&format!("{month}-01")).is_some())
}

/// Reads what the start needs.
pub fn load(shelf: &impl Shelf) -> Loaded {
    let keys = shelf.keys();
    let mut journal = Journal::new();
    let mut unreadable = Vec::new();
    for key in keys.iter().filter(|key| key.starts_with(FRESH)) {
        match shelf.get(key).and_then(|text| fresh_entry(key, &text)) {
            Some(entry) => {
                journal.insert(entry);
            }
            None => unreadable.push(key.clone()),
        }
    }
    let (mut later, odd): (Vec<String>, Vec<String>) =
        keys.into_iter().filter(|key| key.starts_with(MONTH)).partition(|key| is_month_key(key));
    unreadable.extend(odd);
    later.sort_unstable_by(|a, b| b.cmp(a));
    for key in later.drain(..later.len().min(MONTHS_AT_START)) {
        let text = shelf.get(&key).unwrap_or_default();
        if !absorb_month(&mut journal, &text) {
            unreadable.push(key);
        }
    }
    let state = state(shelf.get(META_KEY), &journal, unreadable.len(), later.len());
    Loaded { journal, state, unreadable, later }
}

fn state(meta: Option<String>, journal: &Journal, unreadable: usize, later: usize) -> StoreState {
    let found = !journal.is_empty() || later > 0;
    let Some(meta) = meta else {
        return match (found, unreadable) {
            (false, 0) => StoreState::Fresh,
            (false, _) => StoreState::Corrupt,
            (true, _) => StoreState::Ready { repairs: unreadable + 1 },
        };
    };
    let schema = serde_json::from_str::<serde_json::Value>(&meta).ok();
    match schema.as_ref().and_then(|meta| meta.get("schema")?.as_i64()) {
        Some(newer) if newer > SCHEMA => StoreState::Newer,
        Some(SCHEMA) if found || unreadable == 0 => StoreState::Ready { repairs: unreadable },
        _ => StoreState::Corrupt,
    }
}

/// The fresh entry of a key and its text, such as another tab has just written; none if the key is that of something
/// else, or the text cannot be read.
pub fn fresh_entry(key: &str, text: &str) -> Option<Entry> {
    Entry::parse(text).ok().filter(|entry| key.strip_prefix(FRESH) == Some(entry.id.to_string().as_str()))
}

/// Takes a packed month in; whether all of it could be read. What could not is on the shelf as before.
pub fn absorb_month(journal: &mut Journal, text: &str) -> bool {
    let Some(month) = read_month(text) else { return false };
    for entry in month.entries {
        journal.insert(entry);
    }
    month.unreadable == 0
}

/// The writes that keep one new entry: at the first one the version too, so that nothing is there before it.
pub fn plan_entry(entry: &Entry, shelf: &impl Shelf) -> Vec<Write> {
    let mut writes = plan_meta(shelf);
    writes.push(put_fresh(entry));
    writes
}

fn plan_meta(shelf: &impl Shelf) -> Vec<Write> {
    match shelf.get(META_KEY) {
        Some(_) => Vec::new(),
        None => vec![Write::Put { key: META_KEY.into(), value: format!("{{\"schema\":{SCHEMA}}}") }],
    }
}

fn put_fresh(entry: &Entry) -> Write {
    Write::Put { key: key_of(entry.id), value: entry.to_json() }
}

/// The writes that erase everything of ours, readable or not; the version last, so that a rest is never taken for new.
pub fn plan_erasing(shelf: &impl Shelf) -> Vec<Write> {
    let ours = shelf.keys().into_iter().filter(|key| key.starts_with(OURS));
    let (last, first): (Vec<String>, Vec<String>) = ours.partition(|key| key == META_KEY);
    first.into_iter().chain(last).map(|key| Write::Remove { key }).collect()
}

/// The writes that pack what is over. `journal` must have absorbed every month; to be made under the lock, when idle.
pub fn plan_packing(journal: &Journal, shelf: &impl Shelf, now: Now) -> Vec<Write> {
    let standing = standing(journal);
    let today = month_of(EntryId::new(now.wall, 0));
    let mut months = BTreeMap::new();
    for key in shelf.keys() {
        let Some(Ok(id)) = key.strip_prefix(FRESH).map(str::parse) else { continue };
        if !is_over(id, &today, &standing) {
            continue;
        }
        // From the shelf and not from the journal: another tab may have written it.
        if let Some(entry) = shelf.get(&key).and_then(|text| fresh_entry(&key, &text))
            && !matches!(entry.body, Body::Unknown(_))
        {
            months.entry(month_of(id)).or_insert_with(Vec::new).push(entry);
        }
    }
    let mut writes = Vec::new();
    for (month, entries) in months {
        let keys: Vec<String> = entries.iter().map(|entry| key_of(entry.id)).collect();
        if let Some(put) = put_month(&month, entries, shelf) {
            writes.push(put);
            writes.extend(keys.into_iter().map(|key| Write::Remove { key }));
        }
    }
    writes
}

/// The writes that keep entries which came in together, such as from a backup; closed months at once in packed form,
/// so that a long history fits. `journal` must hold them and have absorbed every month.
pub fn plan_keeping(new: Vec<Entry>, journal: &Journal, shelf: &impl Shelf, now: Now) -> Vec<Write> {
    if new.is_empty() {
        return Vec::new();
    }
    let standing = standing(journal);
    let today = month_of(EntryId::new(now.wall, 0));
    let mut writes = plan_meta(shelf);
    let mut months: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for entry in new {
        if is_over(entry.id, &today, &standing) && !matches!(entry.body, Body::Unknown(_)) {
            months.entry(month_of(entry.id)).or_default().push(entry);
        } else {
            writes.push(put_fresh(&entry));
        }
    }
    for (month, entries) in months {
        let fresh: Vec<Write> = entries.iter().map(put_fresh).collect();
        match put_month(&month, entries, shelf) {
            Some(put) => writes.push(put),
            None => writes.extend(fresh),
        }
    }
    writes
}

fn is_over(id: EntryId, today: &str, standing: &BTreeSet<EntryId>) -> bool {
    month_of(id).as_str() < today && !standing.contains(&id)
}

/// The month with these entries added; none if what is there could not be read in full and so must stay.
fn put_month(month: &str, entries: Vec<Entry>, shelf: &impl Shelf) -> Option<Write> {
    let key = format!("{MONTH}{month}");
    let mut union = Journal::from_entries(entries);
    if let Some(text) = shelf.get(&key)
        && !absorb_month(&mut union, &text)
    {
        return None;
    }
    let value = write_month(union.raw());
    // The fresh entries go once this is written, so it is read back first: what a row cannot hold must not get lost.
    let Some(Month { entries, unreadable: 0 }) = read_month(&value) else { return None };
    entries.iter().eq(union.raw()).then_some(Write::Put { key, value })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;
    use crate::journal::sample::{START, entries, entry, tell_time, year_of_sessions};
    use crate::journal::{Answer, Context, OkEntry};
    use crate::units::Millis;

    type Texts = BTreeMap<String, String>;

    fn at(utc: i64) -> Now {
        Now { wall: Millis(utc), mono: Millis(0), zone: -300 }
    }

    fn carry_out(shelf: &mut Texts, writes: &[Write]) {
        for write in writes {
            match write {
                Write::Put { key, value } => shelf.insert(key.clone(), value.clone()),
                Write::Remove { key } => shelf.remove(key),
            };
        }
    }

    fn kept(all: &[Entry]) -> Texts {
        let mut shelf = Texts::new();
        for entry in all {
            let writes = plan_entry(entry, &shelf);
            carry_out(&mut shelf, &writes);
        }
        shelf
    }

    fn whole(shelf: &Texts) -> Journal {
        let loaded = load(shelf);
        let mut journal = loaded.journal;
        for key in loaded.later {
            absorb_month(&mut journal, &shelf[&key]);
        }
        journal
    }

    fn said(second: i64, q: &str, a: &str) -> Entry {
        entry(second, Body::Answer { q: q.into(), a: Answer::Text(a.into()), ctx: Context::Screen })
    }

    const MONTH_LATER: i64 = START + 40 * 86_400_000;

    #[test]
    fn an_empty_shelf_is_fresh_and_stays_empty() {
        let shelf = Texts::new();
        let loaded = load(&shelf);
        assert_eq!(loaded.state, StoreState::Fresh);
        assert!(plan_packing(&loaded.journal, &shelf, at(START)).is_empty());
        assert!(plan_keeping(Vec::new(), &loaded.journal, &shelf, at(START)).is_empty());
    }

    #[test]
    fn the_first_entry_brings_the_version() {
        let shelf = kept(&[said(1, "s-limp", "no")]);
        let keys: Vec<&str> = shelf.keys().map(String::as_str).collect();
        assert_eq!(keys, [key_of(said(1, "", "").id).as_str(), META_KEY]);
        assert_eq!(shelf[META_KEY], r#"{"schema":1}"#);
        assert_eq!(load(&shelf).state, StoreState::Ready { repairs: 0 });
    }

    #[test]
    fn what_cannot_be_read_is_reported_and_left_alone() {
        let mut shelf = kept(&[said(1, "s-limp", "no"), said(2, "s-limp", "yes"), said(3, "s-fall", "no")]);
        let broken = key_of(said(1, "", "").id);
        shelf.insert(broken.clone(), "{".into());
        shelf.insert("stridewell.m.2026-13".into(), "x".into());
        let month = "stridewell.m.2026-11";
        shelf.insert(month.into(), r#"{"v":1,"words":[],"rows":["broken"]}"#.into());
        let loaded = load(&shelf);
        assert_eq!(loaded.unreadable, [broken.as_str(), "stridewell.m.2026-13", month]);
        assert_eq!(loaded.state, StoreState::Ready { repairs: 3 });
        assert_eq!(loaded.journal.len(), 2);
        assert!(plan_packing(&loaded.journal, &shelf, at(MONTH_LATER)).is_empty(), "the month must stay as it is");
    }

    #[test]
    fn an_entry_under_another_key_is_unreadable() {
        let mut shelf = Texts::new();
        shelf.insert(key_of(EntryId(5)), said(1, "s-limp", "no").to_json());
        assert_eq!(load(&shelf).state, StoreState::Corrupt);
    }

    #[test]
    fn newer_and_corrupt_shelves_are_not_writable() {
        for (meta, state) in [
            (r#"{"schema":2}"#, StoreState::Newer),
            ("7", StoreState::Corrupt),
            ("", StoreState::Corrupt),
            (r#"{"schema":0}"#, StoreState::Corrupt),
        ] {
            let mut shelf = kept(&[said(1, "s-limp", "yes")]);
            shelf.insert(META_KEY.into(), meta.into());
            let loaded = load(&shelf);
            assert_eq!(loaded.state, state, "{meta}");
            assert!(!loaded.state.is_writable());
            assert_eq!(loaded.journal.len(), 1, "what can be read still counts");
        }
        let mut shelf = kept(&[said(1, "s-limp", "yes")]);
        shelf.remove(META_KEY);
        assert_eq!(load(&shelf).state, StoreState::Ready { repairs: 1 });
    }

    #[test]
    fn what_still_stands_stays_fresh() {
        let ok = OkEntry {
            on: Day::from_epoch(20_000),
            profession: crate::journal::Profession::Physician,
            scope: crate::journal::Scope::Full,
            bone: crate::journal::BoneFinding::RuledOut,
            flags: Vec::new(),
            name: String::new(),
            note: String::new(),
        };
        let mut all = vec![said(1, "s-limp", "no"), said(2, "s-limp", "yes"), entry(3, Body::Ok(ok))];
        let edit = Body::Edit { of: all[1].id, body: Box::new(all[0].body.clone()) };
        all.extend([entry(4, edit), entry(5, Body::Delete { of: EntryId(9) })]);
        let mut shelf = kept(&all);
        let writes = plan_packing(&whole(&shelf), &shelf, at(MONTH_LATER));
        carry_out(&mut shelf, &writes);
        let fresh: Vec<_> = all[1..4].iter().map(|entry| key_of(entry.id)).collect();
        let mut keys: Vec<_> = shelf.keys().filter(|key| key.starts_with(FRESH)).cloned().collect();
        keys.sort();
        assert_eq!(keys, fresh);
        assert_eq!(whole(&shelf), Journal::from_entries(all));
        assert!(plan_packing(&whole(&shelf), &shelf, at(MONTH_LATER)).is_empty(), "packing again finds nothing");
    }

    #[test]
    fn the_current_month_stays_fresh() {
        let all = year_of_sessions(20, 2);
        let shelf = kept(&all);
        assert!(plan_packing(&whole(&shelf), &shelf, at(START + 20 * 86_400_000)).is_empty());
    }

    #[test]
    fn erasing_takes_all_of_ours_and_nothing_else() {
        let mut shelf = kept(&[said(1, "s-limp", "no")]);
        for key in ["stridewell.look", "stridewell.m.2026-13", "another.app"] {
            shelf.insert(key.into(), "x".into());
        }
        let writes = plan_erasing(&shelf);
        assert_eq!(writes.last(), Some(&Write::Remove { key: META_KEY.into() }));
        carry_out(&mut shelf, &writes);
        assert_eq!(shelf.into_keys().collect::<Vec<_>>(), ["another.app"]);
    }

    #[test]
    fn years_of_packing_each_month_keep_all_and_leave_little_fresh() {
        let all = year_of_sessions(1_000, 3);
        let mut journal = Journal::new();
        let mut shelf = Texts::new();
        for (index, entry) in all.iter().enumerate() {
            let writes = plan_entry(entry, &shelf);
            carry_out(&mut shelf, &writes);
            journal.insert(entry.clone());
            if index % 200 == 0 {
                let writes = plan_packing(&journal, &shelf, at(entry.id.utc().0));
                carry_out(&mut shelf, &writes);
            }
        }
        let loaded = load(&shelf);
        assert_eq!(loaded.unreadable, Vec::<String>::new());
        assert!(loaded.later.len() > 7 && loaded.later.is_sorted_by(|newer, older| newer > older));
        assert_eq!(whole(&shelf), journal);
        let fresh: BTreeSet<EntryId> =
            shelf.iter().filter_map(|(key, text)| fresh_entry(key, text)).map(|entry| entry.id).collect();
        // This month's and the rest since the last packing, the last session with each exercise, one answer.
        assert!(fresh.len() < 600, "{}", fresh.len());
        // The last session with an exercise of long ago is still known at the start, with all that belongs to it.
        let known = |exercise: &str| {
            let body = |body: &Body| matches!(body, Body::Session { items, .. } if items.iter().any(|item| item.exercise == exercise));
            journal.happened().rev().find(|happened| body(happened.body)).unwrap().id
        };
        let oldest = (0..20).map(|n| known(&format!("exercise-{n}"))).min().unwrap();
        let group = |journal: &Journal| {
            let of =
                |body: &Body| matches!(body, Body::SessionEnd { of, .. } | Body::After { of, .. } if *of == oldest);
            journal.happened().filter(|happened| happened.id == oldest || of(happened.body)).count()
        };
        assert_eq!((group(&loaded.journal), group(&journal)), (3, 3));
    }

    /// Counts the units that were read from it.
    struct Counting<'a>(&'a Texts, Cell<usize>);

    impl Shelf for Counting<'_> {
        fn keys(&self) -> Vec<String> {
            Shelf::keys(self.0)
        }
        fn get(&self, key: &str) -> Option<String> {
            let text = Shelf::get(self.0, key)?;
            self.1.set(self.1.get() + text.len());
            Some(text)
        }
    }

    fn kept_long(sessions: usize) -> (Texts, Now) {
        let all = year_of_sessions(sessions, 10);
        let now = at(all.last().unwrap().id.utc().0);
        let journal = Journal::from_entries(all.clone());
        let mut shelf = Texts::new();
        let writes = plan_keeping(all, &journal, &shelf, now);
        carry_out(&mut shelf, &writes);
        (shelf, now)
    }

    #[test]
    fn ten_thousand_sessions_fit_and_start_as_fast_as_a_few() {
        let read = |sessions| {
            let (shelf, _) = kept_long(sessions);
            let units: usize = shelf.iter().map(|(key, text)| key.len() + text.encode_utf16().count()).sum();
            let counting = Counting(&shelf, Cell::new(0));
            let loaded = load(&counting);
            assert_eq!(loaded.state, StoreState::Ready { repairs: 0 });
            assert_eq!(whole(&shelf).len(), sessions * 4);
            (units, counting.1.get(), loaded.journal.len())
        };
        let (few, many) = (read(600), read(10_000));
        eprintln!("units kept, units read at the start, entries at the start: {few:?} {many:?}");
        assert!(many.0 < 4_500_000, "{many:?}");
        assert!(many.1 * 10 < few.1 * 13, "{few:?} {many:?}");
    }

    /// Run in release with `--ignored --nocapture`.
    #[test]
    #[ignore = "a measurement"]
    fn speed_of_a_long_journal() {
        let (shelf, now) = kept_long(10_000);
        let journal = whole(&shelf);
        tell_time("start", 50, || assert!(!load(&shelf).journal.is_empty()));
        tell_time("whole", 10, || assert_eq!(whole(&shelf).len(), 40_000));
        tell_time("packing, nothing to do", 10, || assert!(plan_packing(&journal, &shelf, now).is_empty()));
        tell_time("what happened", 50, || assert_eq!(journal.happened().count(), 40_000));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_crash_between_two_writes_loses_nothing(first in entries(16), then in entries(8)) {
            let journal = Journal::from_entries(first);
            let all: Vec<Entry> = journal.raw().cloned().collect();
            let mut shelf = kept(&all);
            for now in [MONTH_LATER, MONTH_LATER * 2] {
                let writes = plan_packing(&whole(&shelf), &shelf, at(now));
                for write in &writes {
                    carry_out(&mut shelf, std::slice::from_ref(write));
                    prop_assert_eq!(&whole(&shelf), &journal);
                }
            }
            // More comes from a backup, maybe into a month that is packed already.
            let mut merged = journal.clone();
            merged.merge(Journal::from_entries(then.clone()));
            let new: Vec<Entry> = merged.raw().filter(|entry| journal.get(entry.id) != Some(entry)).cloned().collect();
            let writes = plan_keeping(new, &merged, &shelf, at(MONTH_LATER * 2));
            carry_out(&mut shelf, &writes);
            prop_assert_eq!(whole(&shelf), merged);
        }
    }
}
