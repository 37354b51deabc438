//! The journal: what happened, as append-only entries; their order, their merge, their form in storage.
//!
//! Not here: what the entries mean (see `program`), and where they are kept (see `platform`).

mod entry;
mod fields;
mod history;
mod id;
mod json;
mod migrate;
#[cfg(test)]
pub(crate) mod sample;

pub use entry::{
    Answer, Body, BoneFinding, Context, EndedHow, Entry, EntryId, HurtKind, Item, ItemDone, Mark, Moment, OkEntry,
    Profession, Scope, SessionKind,
};
pub use history::{Happened, Journal};
pub use id::{IdMaker, NotAnId};
pub use json::{ENTRY_MAX, EntryError};
