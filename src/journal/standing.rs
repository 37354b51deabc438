//! Which entries still stand, whatever their age: those that a program derived from the last months would miss.
//!
//! Their number has a bound (questions, parts, settings, exercises; OKs by how often one sees a clinician), which is
//! what keeps the start short. Not here: what they mean. Until the older months are read, a rule that looks further
//! back than these sees less; it is the stricter for it, because what it does not see was never answered.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, Context, EntryId, Journal, Moment};

/// What replaces an older entry of the same key.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Superseded<'a> {
    Begin(u8),
    Finish(u8),
    Answer(&'a str, u8),
    Pref(&'a str),
    Exercise(&'a str),
    Run(&'a str),
    Backup,
}

/// The ids of the entries that stand, with the edits, deletions and restorations of them.
pub(super) fn standing(journal: &Journal) -> BTreeSet<EntryId> {
    let mut newest: BTreeMap<Superseded<'_>, EntryId> = BTreeMap::new();
    let mut standing = BTreeSet::new();
    for happened in journal.happened() {
        let id = happened.id;
        match happened.body {
            Body::Begin { moment, .. } => {
                newest.insert(Superseded::Begin(part(*moment)), id);
            }
            Body::Finish { moment } => {
                // The first one too: day 0 is where every comparison begins.
                let older = newest.insert(Superseded::Finish(part(*moment)), id);
                standing.extend(older.is_none().then_some(id));
            }
            Body::Answer { q, ctx, .. } => {
                newest.insert(Superseded::Answer(q, place(*ctx)), id);
            }
            Body::Pref { name, .. } => {
                newest.insert(Superseded::Pref(name), id);
            }
            Body::Backup { .. } => {
                newest.insert(Superseded::Backup, id);
            }
            Body::Run(run) => {
                newest.insert(Superseded::Run(&run.what), id);
            }
            Body::Ok(_) => {
                standing.insert(id);
            }
            Body::Session { items, .. } => {
                for item in items {
                    newest.insert(Superseded::Exercise(&item.exercise), id);
                }
            }
            _ => {}
        }
    }
    standing.extend(newest.into_values());
    add_dependents(journal, &mut standing);
    standing
}

/// Adds what belongs to a standing session, and what revises a standing entry, in one pass each: both come later.
fn add_dependents(journal: &Journal, standing: &mut BTreeSet<EntryId>) {
    for entry in journal.raw() {
        if let Body::Hurt { of, .. } | Body::SessionEnd { of, .. } | Body::After { of, .. } = &entry.body
            && standing.contains(of)
        {
            standing.insert(entry.id);
        }
    }
    // Twice, because a deletion may be that of an edit.
    for _ in 0..2 {
        for entry in journal.raw() {
            if let Body::Edit { of, .. } | Body::Delete { of } | Body::Restore { of } = &entry.body
                && standing.contains(of)
            {
                standing.insert(entry.id);
            }
        }
    }
}

fn part(moment: Moment) -> u8 {
    moment as u8
}

fn place(ctx: Context) -> u8 {
    ctx as u8
}
