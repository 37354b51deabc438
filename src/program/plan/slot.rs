//! The id of a session: a place in the week that stays the same whatever today's check makes of it.

use core::fmt;

use crate::journal::SessionKind;
use crate::library::ExerciseId;
use crate::units::Day;

/// The session type that the week gives a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotKind {
    /// Full land session.
    F,
    /// Strength after a run.
    S,
    /// Light session.
    M,
    /// Pool session.
    P,
}

impl SlotKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::F, Self::S, Self::M, Self::P];

    /// The letter in an address.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::F => "f",
            Self::S => "s",
            Self::M => "m",
            Self::P => "p",
        }
    }

    /// The type of a session that goes as planned.
    pub const fn session(self) -> SessionKind {
        match self {
            Self::F => SessionKind::F,
            Self::S => SessionKind::S,
            Self::M => SessionKind::M,
            Self::P => SessionKind::P,
        }
    }
}

/// The id of a session: `2026-11-23-f`, or `try-<exercise-id>` for one exercise alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotId {
    /// A day's session.
    Day {
        /// The local day.
        day: Day,
        /// The type in the week.
        kind: SlotKind,
    },
    /// One exercise alone.
    Try(ExerciseId),
}

impl SlotId {
    /// Reads an id, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(exercise) = text.strip_prefix("try-") {
            return ExerciseId::parse(exercise).map(Self::Try);
        }
        let (day, letter) = text.rsplit_once('-')?;
        let kind = SlotKind::ALL.into_iter().find(|kind| kind.letter() == letter)?;
        Some(Self::Day { day: Day::parse(day)?, kind })
    }

    /// Its day; one exercise alone has none.
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::Day { day, .. } => Some(day),
            Self::Try(_) => None,
        }
    }
}

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day { day, kind } => write!(f, "{day}-{}", kind.letter()),
            Self::Try(exercise) => write!(f, "try-{}", exercise.id()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_what_it_writes() {
        for text in ["2026-11-23-f", "2026-11-23-m", "2028-02-29-p", "try-bridge-double"] {
            assert_eq!(SlotId::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn nothing_else_is_an_id() {
        for text in ["", "2026-11-23", "2026-11-23-x", "2026-02-30-f", "try-", "try-nothing", "2026-11-23-F", "x-f"] {
            assert_eq!(SlotId::parse(text), None, "{text}");
        }
    }
}
