//! The keys, made by the build from the English files.

#![allow(clippy::doc_markdown, reason = "the comments of the keys are the English texts themselves")]

use core::fmt;

include!(concat!(env!("OUT_DIR"), "/key.rs"));

impl fmt::Debug for Key {
    // Not derived: a derived one would carry the names of all keys into the wasm.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.index())
    }
}

impl Key {
    /// The place of the text in the words' files.
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}
