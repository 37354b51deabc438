//! The journal: what happened, as append-only entries; their order, their merge, their form in storage.
//!
//! Not here: what the entries mean (see `program`), and where they are kept (see `platform`).

mod entry;

pub use entry::{
    Answer, Body, BoneFinding, Context, EndedHow, Entry, EntryId, HurtKind, Item, ItemDone, Mark, Moment, OkEntry,
    Profession, Scope, SessionKind,
};
