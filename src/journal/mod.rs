//! The journal: what happened, as append-only entries; their order, their merge, their form in storage.
//!
//! Not here: what the entries mean (see `program`), and where they are kept (see `platform`).

mod backup;
mod choice;
mod entry;
mod fields;
mod history;
mod id;
mod json;
mod migrate;
mod month;
mod run;
#[cfg(test)]
pub(crate) mod sample;
mod selftest;
mod standing;
mod store;

pub use backup::{
    BACKUP_BYTES_MAX, BACKUP_ENTRIES_MAX, Backup, BackupError, Preview, backup_name, read_backup, write_backup,
};
pub use choice::{Choice, LimitsEntry};
pub use entry::{
    Answer, Body, BoneFinding, Context, EndedHow, Entry, EntryId, HurtKind, Item, ItemDone, Mark, Moment, OkEntry,
    Profession, Scope, SessionKind,
};
pub use history::{Happened, Journal};
pub use id::{IdMaker, NotAnId};
pub use json::{ENTRY_MAX, EntryError};
pub use run::RunEntry;
pub use selftest::{Method, NotDone, TestEntry, TestSide};
pub use store::{
    Loaded, META_KEY, MONTHS_AT_START, Shelf, StoreState, Write, absorb_month, fresh_entry, key_of, load, plan_entry,
    plan_erasing, plan_keeping, plan_packing,
};
