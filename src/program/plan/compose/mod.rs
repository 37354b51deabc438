//! Composing a session (`progression.md` section 4): from seconds and lists to exercises with their doses and reasons.
//!
//! * [`Cleared`]: nothing is composed without it, and only an open gate gives it.
//! * [`Composer::compose`]: the session of a day; [`Composer::alone`]: one exercise alone.
//!
//! Not here: which type a day has (see `week`), and what today's pain makes of it (see `check`).

mod cleared;
mod composer;
mod draft;
mod land;
mod light;
mod only;
mod pool;
#[cfg(test)]
mod properties;
mod session;
#[cfg(test)]
mod tests;
mod time;

pub use cleared::Cleared;
pub use composer::Composer;
pub use only::{Leaves, Only};
pub use session::{Composed, ComposedItem, Dosed, Part, RestDay};
