//! Keeps what happened: gives entries their id and time, shows them at once, then writes them down.

use std::cell::{Cell, RefCell};

use crate::ui::dom::prelude::*;

use super::dispatch::dispatch;
use super::parts;
use crate::app::{Event, Model, NotKept};
use crate::journal::{Body, Entry, EntryId, IdMaker, Shelf, plan_entry, plan_erasing};
use crate::platform::storage::{Browser, StorageError};
use crate::platform::{clock, frames, ids, lock, storage};

/// The running session's snapshot; not an entry.
pub const LIVE_KEY: &str = "stridewell.live";
/// Language and theme once more, for the start script.
pub const LOOK_KEY: &str = "stridewell.look";

thread_local! {
    static IDS: RefCell<IdMaker> = const { RefCell::new(IdMaker::after(None)) };
    static WRITABLE: Cell<bool> = const { Cell::new(false) };
}

/// Called once: ids rise above the newest entry; nothing is written to a shelf that must not be touched.
pub fn open(newest: Option<EntryId>, writable: bool) {
    IDS.set(IdMaker::after(newest));
    WRITABLE.set(writable);
}

/// Puts new entries into the journal, and keeps them.
pub fn record(model: RwSignal<Model>, bodies: Vec<Body>) {
    let now = clock::now();
    let entries: Vec<Entry> = bodies
        .into_iter()
        .map(|body| {
            let id = IDS.with_borrow_mut(|ids| ids.next(now.wall, ids::random_80()));
            Entry { id, tz: now.zone, body }
        })
        .collect();
    dispatch(model, Event::Recorded(entries.clone()));
    for entry in &entries {
        keep(model, || storage::carry_out(plan_entry(entry, &Browser)));
    }
}

/// Writes something, and says so when it could not be kept. The app goes on in memory.
pub fn keep(model: RwSignal<Model>, write: impl FnOnce() -> Result<(), StorageError>) {
    if !WRITABLE.get() {
        return;
    }
    if let Err(error) = write() {
        let why = match error {
            StorageError::Blocked => NotKept::Blocked,
            StorageError::Full => NotKept::Full,
            StorageError::Refused => NotKept::Refused,
        };
        dispatch(model, Event::KeepFailed(why));
    }
}

/// Takes in what another tab wrote.
pub fn look_again(model: RwSignal<Model>) {
    // Before the later part has come, this tab has nothing that another could add to.
    let Some(later) = parts::later() else { return };
    let loaded = (later.load)();
    let new: Vec<Entry> = model.with_untracked(|model| {
        loaded.journal.raw().filter(|entry| model.journal.get(entry.id).is_none()).cloned().collect()
    });
    if !new.is_empty() {
        dispatch(model, Event::Arrived(new));
    }
}

/// Reads the older months one by one, so that no tap waits long, then packs what is over, one tab at a time.
pub fn read_later(model: RwSignal<Model>, mut later: Vec<String>) {
    let Some(part) = parts::later() else { return };
    let Some(key) = (!later.is_empty()).then(|| later.remove(0)) else {
        lock::alone("stridewell.pack", move || pack(model));
        return;
    };
    if let Some(text) = Browser.get(&key) {
        dispatch(model, Event::Arrived((part.read_month)(&text)));
    }
    frames::soon(move || read_later(model, later));
}

fn pack(model: RwSignal<Model>) {
    let Some(part) = parts::later() else { return };
    let plan = model.with_untracked(|model| (part.pack)(&model.journal));
    if !plan.is_empty() {
        keep(model, || storage::carry_out(plan));
    }
}

/// Removes everything, also what could not be read.
pub fn erase(model: RwSignal<Model>) {
    // Also what must not be written over: the runner wants all of it gone.
    if storage::carry_out(plan_erasing(&Browser)).is_err() {
        dispatch(model, Event::KeepFailed(NotKept::Refused));
    }
}
