//! The session: what comes when, and the player as a function of what happens and when.
//!
//! [`Timeline`] says what comes when; [`Player`] takes an [`Event`] and a reading of the clocks, and gives back
//! [`Effect`]s as data; [`View`] is what one frame shows; [`Snapshot`] is what a reload or a crash goes on from.
//!
//! Not here: which exercises and doses (see `program`), what a pain means (the stop rules of `program` decide, and the
//! decision comes in as a [`Ruling`]), how a cue sounds and who draws (see `platform` and `screens`).

mod clock;
mod cue;
mod done;
mod edit;
mod effect;
mod event;
mod hurt;
#[cfg(test)]
mod hurting;
mod movement;
mod player;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod sample;
mod side;
mod snapshot;
#[cfg(test)]
mod tests;
mod timeline;
mod transition;
mod unseen;
mod view;

pub use cue::{Cue, Sounding};
pub use effect::{Effect, Milestone};
pub use event::{Event, Pace, UnseenAnswer};
pub use hurt::{HurtChoice, Ruling};
pub use movement::{Beat, Phase, Tally};
pub use player::Player;
pub use side::{Side, SideOrder};
pub use snapshot::{Refused, Snapshot};
pub use timeline::{Range, Spot, Step, StepKind, Timeline};
pub use view::{Ask, Next, Place, Stage, View};
