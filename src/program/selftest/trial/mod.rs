//! One self-test as it is done: `(state, event, now) → (state, effects)`. It ends in an entry a side.
//!
//! Time is derived from the clock at each event, never counted. Not here: whether the test may be done (see `gate`), what
//! a result means (see `report`), how a beep sounds.

mod event;
mod happen;
mod outcome;
mod state;

pub use event::{Beep, Effect, Event, Stage};
pub use state::Trial;
