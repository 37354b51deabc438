//! "It hurts": what the stop rules allow, and what the runner chooses of it.
//!
//! Not here: the stop rules themselves (see `program`). They decide from the journal; the player carries it out.

use serde::{Deserialize, Serialize};

use crate::journal::{HurtKind, Mark};
use crate::library::{ExerciseId, PlannedItem};
use crate::units::{Millis, PainScore, Seconds};

/// Rest before an exercise goes on easier (`PRG-D5`).
pub(super) const REST_BEFORE_EASIER: Seconds = Seconds(60);
/// Within this time the pain must have calmed (`PRG-D4`).
pub(super) const CALM_WITHIN: Millis = Millis(600_000);

/// What the stop rules allow from now on (`progression.md` section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// The exercise may go on (`PRG-D7`).
    GoOn,
    /// Only easier, or with half the range, after 60 s rest (`PRG-D5`).
    Easier(Option<PlannedItem>),
    /// The exercise is skipped today (`PRG-D6`).
    Skip,
    /// The exercise is skipped today, and the session goes on only when pain is at most this within 10 minutes
    /// (`PRG-D3`, `PRG-D4`).
    SkipUntilCalm(PainScore),
    /// The session ends (`PRG-D1`, `PRG-D2`). There is nothing to choose.
    End,
}

/// What the runner chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HurtChoice {
    /// As before.
    GoOn,
    /// The easier exercise of the ruling.
    Easier,
    /// Half the range.
    HalfRange,
    /// Not this exercise any more today.
    Skip,
    /// The session ends.
    End,
}

impl Ruling {
    /// The exercise that it offers.
    pub(super) const fn planned(&self) -> Option<&PlannedItem> {
        match self {
            Self::Easier(with) => with.as_ref(),
            _ => None,
        }
    }

    /// What the runner may choose; the first is the main way on.
    pub const fn choices(self) -> &'static [HurtChoice] {
        use HurtChoice::{Easier, End, GoOn, HalfRange, Skip};
        match self {
            Self::GoOn => &[GoOn, HalfRange, Skip, End],
            Self::Easier(Some(_)) => &[Easier, HalfRange, Skip, End],
            Self::Easier(None) => &[HalfRange, Skip, End],
            Self::Skip | Self::SkipUntilCalm(_) => &[Skip, End],
            Self::End => &[End],
        }
    }
}

/// One time that it hurt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Hurt {
    /// Which planned item, from 0.
    pub item: usize,
    /// The exercise that hurt.
    pub exercise: ExerciseId,
    pub pain: PainScore,
    pub kind: HurtKind,
    pub mark: Mark,
}

/// Waiting for the pain to calm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Calm {
    /// What is left of the time for it.
    pub left: Millis,
    /// The most that it may be.
    pub most: PainScore,
}
