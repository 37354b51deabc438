//! What happens to a running session.

use super::hurt::{HurtChoice, Ruling};
use crate::journal::{HurtKind, Mark};
use crate::library::PlannedItem;
use crate::units::PainScore;
use serde::{Deserialize, Serialize};

/// How repetitions are paced; holds and timed works always follow the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// By the tempo of the exercise.
    #[default]
    Tempo,
    /// By the runner, who says when a set is done.
    Own,
}

/// What the runner says about intervals that passed while nobody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnseenAnswer {
    /// They were done.
    Count,
    /// They were not: go back to where the page was last seen.
    GoBack,
}

/// An event. An event that the player's state has no use for changes nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// The session begins; also goes on with one that waits.
    Start,
    /// The clock stops.
    Pause,
    /// The clock goes on; also closes "It hurts" while nothing is rated.
    Resume,
    /// Within the first 3 s of a step the step before it, else the step from its start.
    Back,
    /// The next step; what is left of this one is not done.
    Skip,
    /// All that is left of this exercise is not done.
    SkipExercise,
    /// The repetitions of this work are done.
    Done,
    /// 15 s more of a rest.
    AddRest,
    /// The rest is over.
    SkipRest,
    /// The rest of this exercise is done as something easier, which the program chose and allows.
    Easier(PlannedItem),
    /// How repetitions are paced from now on.
    Paced(Pace),
    /// "It hurts": the clock stops.
    ItHurts,
    /// How much and how, with what the stop rules say.
    HurtRated {
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: HurtKind,
        /// What the stop rules allow.
        ruling: Ruling,
        /// The exercise's mark.
        mark: Mark,
    },
    /// What the runner chose of what is allowed.
    HurtChosen(HurtChoice),
    /// While waiting for the pain to calm (`PRG-D4`): how much it is now.
    PainNow(PainScore),
    /// The runner ends the session.
    EndEarly,
    /// A frame, or a tick while hidden.
    Frame,
    /// The page was hidden.
    Hidden,
    /// The page is seen again.
    Shown,
    /// About what passed unseen.
    UnseenAnswered(UnseenAnswer),
}
