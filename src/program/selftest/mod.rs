//! The self-tests: what a runner measures alone, how it is classed, and the test as it is done (`evaluation.md` 2 to 6);
//! and what is looked at in running (section 7).
//!
//! * [`SelfTest`] with its [`Protocol`]: equipment, tags, instrument, norm, side difference, real change, who leaves it out.
//! * [`Trial`]: one test as it is done, a function of events and time. It comes to [`crate::journal::TestEntry`]s.
//! * [`TestLog`]: the results of the journal; [`TestReport`] beside their norm; [`TestLog::findings`] for the pattern.
//! * [`gate`]: what stands before a test. [`retest`]: when the core set is due again.
//! * [`form`]: step rate and the six video items.
//!
//! A test that was not done has no result, which is "not known yet" and never 0. Not here: words (see `locale`: `tests`,
//! `test.<id>`, `form.<id>`), how a phone measures (see `measure`), and what findings come to (see `pattern`).

mod class;
mod figures;
mod finish;
pub mod form;
mod gate;
mod log;
mod norms;
mod protocol;
mod report;
mod retest;
mod table;
#[cfg(test)]
mod tests;
mod trial;

pub use class::{Index, Who, index, rounded};
pub use figures::{Drawn, Sketch};
pub use finish::is_core_over;
pub use gate::{Check, Closed, Facts, gate};
pub use log::{Done, TestLog};
pub use norms::{Band, Norm, Sex};
pub use protocol::{
    Change, Choice, Difference, Hand, Instrument, Part, Places, Protocol, Rule, Scoring, SelfTest, Skip, Unit,
};
pub use report::{Changed, Compared, SideReport, TestReport, report};
pub use retest::{CORE, PERIOD, Retest, WINDOW, open_tests, order, rest_between, retest};
pub use trial::{Beep, Effect, Event, Stage, Trial};
