//! `localStorage`, asked first whether it is there: some frames and some settings make the mere look throw.
//!
//! Not here: what the values mean (see `journal`), and what to do when they cannot be kept (see `app`).

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

use crate::journal::{Shelf, Write};

/// All keys of this program begin so.
pub const PREFIX: &str = "stridewell.";

/// Why something was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser keeps no data here: blocked by a setting, or a frame without an origin of its own.
    Blocked,
    /// The space is used up.
    Full,
    /// The browser refused for another reason.
    Refused,
}

/// The store, if the browser lets us have it. Looks, and never writes to find out.
fn store() -> Result<web_sys::Storage, StorageError> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(StorageError::Blocked),
    }
}

/// The browser's store as a shelf of texts; one that cannot be had is empty.
#[derive(Debug, Clone, Copy)]
pub struct Browser;

impl Shelf for Browser {
    fn keys(&self) -> Vec<String> {
        let Ok(store) = store() else { return Vec::new() };
        (0..store.length().unwrap_or_default())
            .filter_map(|at| store.key(at).ok().flatten())
            .filter(|key| key.starts_with(PREFIX))
            .collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        store().ok()?.get_item(key).ok().flatten()
    }
}

/// Whether the browser keeps anything here.
pub fn is_there() -> bool {
    store().is_ok()
}

/// Carries a plan out in its order; the first write that fails ends it.
///
/// # Errors
/// [`StorageError`] of the write that failed; those before it stand.
pub fn carry_out(writes: Vec<Write>) -> Result<(), StorageError> {
    for write in writes {
        match write {
            Write::Put { key, value } => put(&key, &value)?,
            Write::Remove { key } => remove(&key)?,
        }
    }
    Ok(())
}

/// Keeps a value.
///
/// # Errors
/// [`StorageError`] says why it was not kept; what was there stays.
pub fn put(key: &str, value: &str) -> Result<(), StorageError> {
    store()?.set_item(key, value).map_err(|error| reason(&error))
}

/// Removes a key.
///
/// # Errors
/// [`StorageError`] says why it is still there.
pub fn remove(key: &str) -> Result<(), StorageError> {
    store()?.remove_item(key).map_err(|error| reason(&error))
}

fn reason(error: &JsValue) -> StorageError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Blocked,
        _ => StorageError::Refused,
    }
}
