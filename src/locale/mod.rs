//! The words: keys that the compiler knows, and the texts of one language at a time.
//!
//! The texts are in `en/*.toml` and `es/*.toml` and are fetched by the page; the build makes
//! [`Key`] from them and stops at any gap. Formatting of dates and numbers is not here: the browser's
//! `Intl` does it at the edge.

#[cfg(not(target_family = "wasm"))]
mod built;
mod exercise_words;
mod key;
mod lang;
mod words;

#[cfg(not(target_family = "wasm"))]
pub use built::built;
pub use exercise_words::ExerciseWords;
pub use key::{HASH, Key};
pub use lang::{Lang, Plural};
pub use words::{Words, WordsError};
