//! What the player wants done: data, carried out at the edge.

use super::cue::{Cue, Sounding};
use super::side::Side;
use crate::journal::{EndedHow, HurtKind, ItemDone};
use crate::library::ExerciseId;
use crate::units::{PainScore, Seconds};

/// Something to be done. Effects of one event are carried out in their order, in the same call.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Make the audio sound; first of all effects of a tap that starts the clock.
    Unlock,
    /// Keep the screen on, or let it sleep.
    KeepAwake(bool),
    /// Silence what was scheduled.
    Silence,
    /// Schedule these beside what is scheduled already; in the order of their times, none of them past.
    Sound(Vec<Sounding>),
    /// A cue that just came, for those who feel better than they hear.
    Vibrate(Cue),
    /// Say this in the live region.
    Announce(Milestone),
    /// Keep [`super::Player::snapshot`].
    Save,
    /// It hurt: to be recorded at once.
    Hurt {
        /// The exercise as planned: what a second time is counted by.
        item: ExerciseId,
        /// The exercise that hurt; another one if it was exchanged.
        exercise: ExerciseId,
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: HurtKind,
    },
    /// The session is over; the snapshot is needed no more.
    Ended {
        /// How.
        how: EndedHow,
        /// How long it took, pauses left out.
        seconds: Seconds,
        /// What was done, an item each in the planned order.
        items: Vec<ItemDone>,
    },
}

/// What a screen reader hears: milestones, not every second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Milestone {
    /// An exercise is coming.
    Coming {
        /// Which.
        exercise: ExerciseId,
        /// With which side first.
        side: Side,
    },
    /// A work begins.
    Work {
        /// The exercise.
        exercise: ExerciseId,
        /// The side.
        side: Side,
        /// The set, from 1.
        set: u8,
        /// Of how many.
        sets: u8,
    },
    /// Half of a work is over.
    Half,
    /// The sides change.
    Switch {
        /// The coming side.
        side: Side,
    },
    /// A rest begins.
    Rest {
        /// How long.
        length: Seconds,
    },
    /// The clock stands.
    Paused,
    /// The player waits for an answer.
    Asked,
    /// The session is over.
    Ended,
}
