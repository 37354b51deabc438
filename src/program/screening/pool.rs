//! The one answer outside the screen that matters to it: `q-pool`.

use crate::journal::Answer;

/// Which water the runner can use. Not answered counts as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pool {
    /// Not answered yet.
    #[default]
    Unknown,
    /// None.
    No,
    /// Water in which one can stand.
    Shallow,
    /// Water in which one cannot.
    Deep,
    /// Both.
    Both,
}

impl Pool {
    /// Reads an answer to `q-pool`; anything unknown counts as not answered.
    pub fn read(answer: &Answer) -> Self {
        let Answer::Text(option) = answer else { return Self::Unknown };
        match option.as_str() {
            "no" => Self::No,
            "shallow" => Self::Shallow,
            "deep" => Self::Deep,
            "both" => Self::Both,
            _ => Self::Unknown,
        }
    }

    /// The option's id; none without an answer.
    pub const fn id(self) -> Option<&'static str> {
        match self {
            Self::Unknown => None,
            Self::No => Some("no"),
            Self::Shallow => Some("shallow"),
            Self::Deep => Some("deep"),
            Self::Both => Some("both"),
        }
    }

    /// Whether `s-pool` is to be asked.
    pub const fn is_usable(self) -> bool {
        matches!(self, Self::Shallow | Self::Deep | Self::Both)
    }
}
