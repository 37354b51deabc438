//! What is done of the check, as one line on `#/check`.

use super::handle::{App, DayStyle, Say};
use crate::app::Model;
use crate::locale::Key;
use crate::program::screening::Gate;
use crate::units::Day;

/// How far the safety check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckState {
    /// Never begun.
    Open,
    /// Begun, and questions wait.
    Going,
    /// Passed, and due again.
    Due,
    /// Done.
    Done(Option<Day>),
}

impl CheckState {
    /// How far it is.
    pub fn of(model: &Model) -> Self {
        match model.gate() {
            Gate::Unscreened => Self::Open,
            Gate::Asking(_) => Self::Going,
            Gate::Due(..) => Self::Due,
            Gate::Stopped(_) | Gate::Open => Self::Done(model.screened_on()),
        }
    }

    /// Whether there is something to answer.
    pub const fn is_going(self) -> bool {
        !matches!(self, Self::Done(_))
    }

    /// In words.
    pub fn line(self, app: App, say: Say) -> String {
        match self {
            Self::Open | Self::Done(None) => say.text(Key::CheckSafetyOpen),
            Self::Going => say.text(Key::CheckSafetyGoing),
            Self::Due => say.text(Key::CheckSafetyDue),
            Self::Done(Some(day)) => say.fill(Key::CheckSafetyPassed, &[("day", &app.day(day, DayStyle::Full))]),
        }
    }
}
