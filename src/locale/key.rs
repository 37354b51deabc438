//! The keys, made by the build from the English files, and the way from an id that is data to its key.

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
    /// The place of the text in the words' file.
    pub(super) const fn index(self) -> usize {
        self as usize
    }
}

/// The key of a dotted path that was put together from ids, such as `flag.f-bone-watch`; `None` if there is no such text.
///
/// Only the areas that the build lists as found by id are known here.
pub fn find(path: &str) -> Option<Key> {
    let (area, rest) = path.split_once('.')?;
    let (_, start, lines) = AREAS.iter().find(|(name, _, _)| *name == area)?;
    let at = lines.split('\n').position(|line| line == rest)?;
    FOUND.get(start + at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_path_finds_its_own_key() {
        let mut seen = 0;
        for (area, _, lines) in AREAS {
            for line in lines.split('\n') {
                assert_eq!(find(&format!("{area}.{line}")).map(Key::index), Some(seen), "{area}.{line}");
                seen += 1;
            }
        }
        assert_eq!(seen, FOUND.len());
        assert!(seen <= COUNT);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for path in ["", "flag", "flag.", "flag.f-nothing", "nothing.at-all", "."] {
            assert_eq!(find(path), None, "{path}");
        }
    }
}
