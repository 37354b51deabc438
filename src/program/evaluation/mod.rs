//! The evaluation: what a first visit asks about runner, pain, running and practical things.
//!
//! * [`Question`], [`Answers`]: what is asked, and which answers hold. [`Region`]: the places of the pain map.
//! * [`Evaluation::of`]: where a runner's evaluation stands, what is asked next, what an answer appends.
//! * [`Point`]: what was known when the pattern was last worked out; [`irritability`] from the same answers.
//!
//! Every required answer ends the first plan; a skipped one adds nothing and is listed as not known. Not here: the safety
//! screen before it (see `screening`), self-tests, and what the answers come to (see `pattern`).

mod answers;
mod course;
mod given;
mod irritability;
mod opens;
mod question;
mod region;
mod state;
#[cfg(test)]
pub(crate) mod tests;

pub use answers::{Answers, BadAnswer};
pub use course::{Ended, Point};
pub use given::{ACTIVITIES_MAX, ACTIVITY_MAX, Activity, activities_answer};
pub use irritability::irritability;
pub use opens::{Contradiction, OPENERS, Opener};
pub use question::{AGGRAVATOR_IDS, Block, EASER_IDS, Kind, QUESTION_COUNT, QUESTIONS, Question};
pub use region::{BodySide, REGION_IDS, Region, Spot, View, spots};
pub use state::{BlockState, Evaluation, Place, Stage, kilometers};
