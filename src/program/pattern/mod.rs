//! From answers and self-tests to a pattern: a group of answers that steers what the plan stresses and leaves out early.
//!
//! * [`Findings`]: what the self-tests found; a test that was not done is not known, never zero.
//! * [`met`]: the rows of the scoring table that are met, each with the runner's own inputs.
//! * [`Decided::of`]: the pattern, the mixed ones, and every reason. [`bearing`]: what of it steers the plan.
//!
//! * [`Note`], [`advice`], [`cue`]: what the result says beside it, and the one cue of the runs to come.
//!
//! A pattern is no diagnosis, and its score is not validated. Not here: the lists, weights and constraints that it brings
//! (see `plan`).

mod advice;
mod cue;
mod decision;
mod findings;
mod note;
mod scoring;
mod steering;
#[cfg(test)]
mod tests;

pub use advice::advice;
pub use cue::{Cue, Seen, cue};
pub use decision::{Decided, DecisionRow, Shown, Signs};
pub use findings::{Finding, Findings, NormClass, TestPain};
pub use note::Note;
pub use scoring::{Known, Met, Points, SCORED, met};
pub use steering::bearing;
