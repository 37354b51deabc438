//! What a command says when it cannot go on: one sentence a person can act on.
//!
//! No backtrace and no chain of causes: whoever runs a command wants to know what to do.

use std::fmt;

/// A sentence for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

/// The result of a step of a command.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// The sentence as it will be shown.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Gives an error of the standard library its sentence.
pub trait OrSay<T> {
    /// `doing` completes "Could not …".
    fn or_say(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> OrSay<T> for std::result::Result<T, E> {
    fn or_say(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Failure(format!("Could not {doing}: {error}.")))
    }
}
