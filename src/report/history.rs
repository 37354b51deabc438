//! The history: sessions, newest first, page by page.
//!
//! A page is read from the journal's end and stops as soon as it is full, so that it costs the same however long the
//! history is. Not here: pictures and words.

use std::collections::BTreeMap;

use crate::journal::{Body, EndedHow, EntryId, Happened, Item, Journal, SessionKind};
use crate::units::{Day, Effort, PainScore, Seconds};

/// One session of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// Its entry: what an edit or a deletion names.
    pub id: EntryId,
    /// Its local day.
    pub day: Day,
    /// Its type.
    pub kind: SessionKind,
    /// Its session id, such as `2026-11-23-f`.
    pub slot: &'a str,
    /// What was planned.
    pub planned: &'a [Item],
    /// How it ended and how long it took; none: it never ended.
    pub ended: Option<(EndedHow, Seconds)>,
    /// The worst pain: as said after it, or else as told in it.
    pub worst: Option<PainScore>,
    /// How hard it was.
    pub effort: Option<Effort>,
    /// The runner's words.
    pub note: &'a str,
}

/// A page of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<'a> {
    /// Its rows, newest first.
    pub rows: Vec<Row<'a>>,
    /// Whether there are older ones.
    pub more: bool,
}

/// Page `n`, from 0, of `size` sessions each.
pub fn page(journal: &Journal, n: usize, size: usize) -> Page<'_> {
    page_of(journal.happened().rev(), n.saturating_mul(size), size)
}

/// What was said about a session in entries after it.
#[derive(Default)]
struct Later<'a> {
    ended: Option<(EndedHow, Seconds)>,
    told: Option<PainScore>,
    after: Option<(Option<PainScore>, Option<Effort>, &'a str)>,
}

fn page_of<'a>(newest_first: impl Iterator<Item = Happened<'a>>, mut skip: usize, size: usize) -> Page<'a> {
    let mut later: BTreeMap<EntryId, Later<'a>> = BTreeMap::new();
    let mut rows = Vec::new();
    for happened in newest_first {
        match happened.body {
            // The newest of each counts, and comes first here.
            Body::SessionEnd { of, how, seconds, items } => {
                let later = later.entry(*of).or_default();
                later.ended = later.ended.or(Some((*how, *seconds)));
                later.told = later.told.max(items.iter().filter_map(|item| item.worst).max());
            }
            Body::After { of, worst, effort, note } => {
                let later = later.entry(*of).or_default();
                later.after = later.after.or(Some((*worst, *effort, note.as_str())));
            }
            Body::Hurt { of, pain, .. } => {
                let later = later.entry(*of).or_default();
                later.told = later.told.max(Some(*pain));
            }
            Body::Session { slot, kind, items, .. } => {
                let later = later.remove(&happened.id).unwrap_or_default();
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                if rows.len() == size {
                    return Page { rows, more: true };
                }
                let (worst, effort, note) = later.after.unwrap_or((None, None, ""));
                rows.push(Row {
                    id: happened.id,
                    day: happened.day,
                    kind: *kind,
                    slot,
                    planned: items,
                    ended: later.ended,
                    worst: worst.or(later.told),
                    effort,
                    note,
                });
            }
            _ => {}
        }
    }
    Page { rows, more: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Entry;
    use crate::journal::sample::{entry, year_of_sessions};

    #[test]
    fn pages_hold_every_session_once_newest_first() {
        let journal = Journal::from_entries(year_of_sessions(23, 2));
        let pages: Vec<_> = (0..4).map(|n| page(&journal, n, 10)).collect();
        let sizes: Vec<_> = pages.iter().map(|page| (page.rows.len(), page.more)).collect();
        assert_eq!(sizes, [(10, true), (10, true), (3, false), (0, false)]);
        let ids: Vec<_> = pages.iter().flat_map(|page| page.rows.iter().map(|row| row.id)).collect();
        assert_eq!(ids.len(), 23);
        assert!(ids.is_sorted_by(|newer, older| newer > older));
    }

    #[test]
    fn a_row_says_what_was_said() {
        let mut all = year_of_sessions(2, 2);
        let of = all[5].id;
        let row = |all: &[Entry]| {
            let journal = Journal::from_entries(all.to_vec());
            let page = page(&journal, 0, 1);
            let row = &page.rows[0];
            (
                row.id,
                row.ended.is_some(),
                row.worst.map(PainScore::get),
                row.effort.map(Effort::get),
                row.note.to_owned(),
            )
        };
        assert_eq!(row(&all), (of, true, Some(4), Some(5), String::new()));
        let again = Body::After { of, worst: None, effort: None, note: "stiff".into() };
        all.push(entry(900_000, again));
        assert_eq!(row(&all), (of, true, Some(5), None, "stiff".into()), "as told in it");
        all.push(entry(900_001, Body::Delete { of }));
        assert_eq!(row(&all).0, all[1].id);
    }

    #[test]
    fn a_page_reads_no_further_than_it_must() {
        let read = |sessions| {
            let journal = Journal::from_entries(year_of_sessions(sessions, 2));
            let mut count = 0;
            page_of(journal.happened().rev().inspect(|_| count += 1), 20, 10);
            count
        };
        assert_eq!(read(2_000), read(100));
    }
}
