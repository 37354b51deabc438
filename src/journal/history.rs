//! The journal itself: entries by id, their merge, and what they say happened once edits are applied.
//!
//! Not here: what an entry means, how it is written, and where it is kept.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Place;
use std::ops::Bound;

use super::{Body, Entry, EntryId};
use crate::units::{Day, Millis};

/// All entries that this page knows, by id. Nothing is ever taken out: an edit or a deletion is an entry too.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Journal {
    entries: BTreeMap<EntryId, Entry>,
    /// What later entries did to an earlier one; kept beside so that reading stays linear.
    revisions: BTreeMap<EntryId, Revision>,
}

/// What later entries did to one entry.
#[derive(Debug, Clone, Default, PartialEq)]
struct Revision {
    /// Its edits, oldest first.
    edits: Vec<EntryId>,
    /// The newest deletion or restoration of it, and whether that was a deletion.
    fate: Option<(EntryId, bool)>,
}

/// One thing that happened, as it stands now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Happened<'a> {
    /// The id of the first entry about it; what `of` of other entries names.
    pub id: EntryId,
    /// UTC milliseconds of that id.
    pub utc: Millis,
    /// Minutes that the runner's zone was ahead of UTC.
    pub zone: i16,
    /// The local day of `utc`, or the day that the runner typed in (`on`).
    pub day: Day,
    /// What happened: never an edit, a deletion, a restoration or an unknown kind.
    pub body: &'a Body,
}

impl Journal {
    /// An empty journal.
    pub const fn new() -> Self {
        Self { entries: BTreeMap::new(), revisions: BTreeMap::new() }
    }

    /// The journal of these entries, in any order.
    pub fn from_entries(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut journal = Self::new();
        for entry in entries {
            journal.insert(entry);
        }
        journal
    }

    /// Takes an entry in; whether the journal is another one now.
    ///
    /// Of two entries with one id, the one with the greater text stays, so that the order of merging does not matter.
    pub fn insert(&mut self, entry: Entry) -> bool {
        match self.entries.entry(entry.id) {
            Place::Vacant(place) => {
                note_revision(&mut self.revisions, &entry);
                place.insert(entry);
                true
            }
            Place::Occupied(mut place) => {
                // Equal entries are the rule (each load of two tabs), and comparing them is cheaper than writing them.
                if *place.get() == entry || place.get().to_json() >= entry.to_json() {
                    return false;
                }
                place.insert(entry);
                self.revisions.clear();
                for entry in self.entries.values() {
                    note_revision(&mut self.revisions, entry);
                }
                true
            }
        }
    }

    /// Takes another journal in; how many of its entries were new here.
    pub fn merge(&mut self, other: Self) -> usize {
        let before = self.entries.len();
        for entry in other.entries.into_values() {
            self.insert(entry);
        }
        self.entries.len() - before
    }

    /// Entries, of whatever kind.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was ever entered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of that id, as stored.
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// The newest id, if there is any.
    pub fn newest(&self) -> Option<EntryId> {
        self.entries.keys().next_back().copied()
    }

    /// All entries as stored, by id.
    pub fn raw(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.values()
    }

    /// What happened, by id: the newest edit of each entry, without what is deleted.
    ///
    /// A deletion of an edit takes back that edit alone.
    pub fn happened(&self) -> impl DoubleEndedIterator<Item = Happened<'_>> {
        self.entries.values().filter_map(|entry| self.stands(entry))
    }

    /// What happened before that id, by id; reading from the end costs no more than what is read.
    pub fn happened_before(&self, id: EntryId) -> impl DoubleEndedIterator<Item = Happened<'_>> {
        self.entries.range(..id).filter_map(|(_, entry)| self.stands(entry))
    }

    /// What happened after that id, by id.
    pub fn happened_after(&self, id: EntryId) -> impl DoubleEndedIterator<Item = Happened<'_>> {
        self.raw_after(id).filter_map(|entry| self.stands(entry))
    }

    /// All entries after that id as stored, by id.
    pub fn raw_after(&self, id: EntryId) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.range((Bound::Excluded(id), Bound::Unbounded)).map(|(_, entry)| entry)
    }

    /// What happened under that id, as it stands now.
    pub fn happened_as(&self, id: EntryId) -> Option<Happened<'_>> {
        self.stands(self.entries.get(&id)?)
    }

    fn stands<'a>(&'a self, entry: &'a Entry) -> Option<Happened<'a>> {
        if matches!(entry.body, Body::Edit { .. } | Body::Delete { .. } | Body::Restore { .. } | Body::Unknown(_)) {
            return None;
        }
        let mut body = &entry.body;
        if let Some(revision) = self.revisions.get(&entry.id) {
            if self.is_deleted(entry.id) {
                return None;
            }
            let edited = revision.edits.iter().rev().find(|id| !self.is_deleted(**id));
            if let Some(Entry { body: Body::Edit { body: edited, .. }, .. }) =
                edited.and_then(|id| self.entries.get(id))
            {
                body = edited;
            }
        }
        let utc = entry.id.utc();
        let day = typed_day(body).unwrap_or_else(|| Day::at(utc, i32::from(entry.tz)));
        Some(Happened { id: entry.id, utc, zone: entry.tz, day, body })
    }

    fn is_deleted(&self, id: EntryId) -> bool {
        matches!(self.revisions.get(&id), Some(Revision { fate: Some((_, true)), .. }))
    }
}

/// The local day that the runner typed in with it.
fn typed_day(body: &Body) -> Option<Day> {
    match body {
        Body::Ok(ok) => Some(ok.on),
        Body::Run(run) => run.on,
        _ => None,
    }
}

fn note_revision(revisions: &mut BTreeMap<EntryId, Revision>, entry: &Entry) {
    let (of, deletes) = match &entry.body {
        Body::Edit { of, .. } => {
            let edits = &mut revisions.entry(*of).or_default().edits;
            if let Err(place) = edits.binary_search(&entry.id) {
                edits.insert(place, entry.id);
            }
            return;
        }
        Body::Delete { of } => (of, true),
        Body::Restore { of } => (of, false),
        _ => return,
    };
    let fate = &mut revisions.entry(*of).or_default().fate;
    *fate = (*fate).max(Some((entry.id, deletes)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::journal::sample::{entries, entry};

    fn pref(value: &str) -> Body {
        Body::Pref { name: "theme".into(), value: value.into() }
    }

    fn values(journal: &Journal) -> Vec<&str> {
        journal
            .happened()
            .map(|it| match it.body {
                Body::Pref { value, .. } => value.as_str(),
                _ => panic!("only preferences here"),
            })
            .collect()
    }

    #[test]
    fn the_newest_edit_counts() {
        let (first, edit) = (entry(1, pref("light")), entry(2, pref("x")));
        let of = first.id;
        let edit =
            |at, value| Entry { body: Body::Edit { of, body: Box::new(pref(value)) }, ..entry(at, edit.body.clone()) };
        let journal = Journal::from_entries([edit(3, "dark"), first.clone(), edit(2, "auto")]);
        assert_eq!(values(&journal), ["dark"]);
        assert_eq!(journal.happened_as(of).unwrap().id, of);
    }

    #[test]
    fn deleting_and_restoring_follow_the_newest() {
        let first = entry(1, pref("light"));
        let of = first.id;
        let mut journal = Journal::from_entries([first]);
        journal.insert(entry(4, Body::Restore { of }));
        assert_eq!(values(&journal), ["light"]);
        journal.insert(entry(3, Body::Delete { of }));
        assert_eq!(values(&journal), ["light"], "a restoration after it stands");
        journal.insert(entry(5, Body::Delete { of }));
        assert!(values(&journal).is_empty());
        assert_eq!(journal.raw().count(), 4);
    }

    #[test]
    fn deleting_an_edit_takes_back_that_edit_alone() {
        let first = entry(1, pref("light"));
        let edit = entry(2, Body::Edit { of: first.id, body: Box::new(pref("dark")) });
        let undo = entry(3, Body::Delete { of: edit.id });
        assert_eq!(values(&Journal::from_entries([undo, edit, first])), ["light"]);
    }

    #[test]
    fn the_greater_text_wins_and_revises_anew() {
        let target = entry(1, pref("light"));
        let delete = entry(2, Body::Delete { of: target.id });
        let restore = Entry { body: Body::Restore { of: target.id }, ..delete.clone() };
        for pair in [[delete.clone(), restore.clone()], [restore, delete]] {
            let mut journal = Journal::from_entries([target.clone()]);
            for entry in pair {
                journal.insert(entry);
            }
            assert_eq!(values(&journal), ["light"], "`restore` is the greater text");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn merging_is_commutative_associative_and_idempotent(a in entries(12), b in entries(12), c in entries(12)) {
            let of = |parts: &[&Vec<Entry>]| {
                let mut journal = Journal::new();
                for part in parts {
                    journal.merge(Journal::from_entries((*part).clone()));
                }
                journal
            };
            let whole = of(&[&a, &b, &c]);
            prop_assert_eq!(&whole, &of(&[&c, &b, &a]));
            prop_assert_eq!(&whole, &of(&[&b, &a, &c]));
            let mut right = Journal::from_entries(b.clone());
            right.merge(Journal::from_entries(c.clone()));
            let mut nested = Journal::from_entries(a.clone());
            nested.merge(right);
            prop_assert_eq!(&whole, &nested);
            let mut twice = whole.clone();
            prop_assert_eq!(twice.merge(whole.clone()), 0);
            prop_assert_eq!(&whole, &twice);
        }

        #[test]
        fn backward_is_forward_reversed(all in entries(20)) {
            let journal = Journal::from_entries(all);
            let mut forward: Vec<_> = journal.happened().collect();
            forward.reverse();
            let backward: Vec<_> = journal.happened().rev().collect();
            prop_assert_eq!(forward, backward);
        }
    }
}
