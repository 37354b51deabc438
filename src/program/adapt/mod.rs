//! How the plan follows the hip (`progression.md`): results, levels, phases, flare-ups, missed days, a clinician's limits.
//!
//! * [`Course`]: what the journal comes to, taken in entry by entry; [`Course::at`] says what holds at a moment.
//! * [`Change`], [`Decided`]: what changed and why. [`Referral`]: when a clinician is asked for.
//!
//! Not here: which exercises a session takes (see `plan`), the safety screen (see `screening`), and runs.

mod change;
mod course;
mod days;
mod due;
mod entries;
mod flare;
mod items;
mod limits;
mod pain;
mod phases;
mod refer;
mod resolve;
mod response;
mod runs;
mod steer;
mod take;
#[cfg(test)]
mod tests;
mod today;

pub use change::{Change, Changed, Decided, Told};
pub use course::{Around, Course, Pending, RunFacts, Steer};
pub use due::{Asks, ReTestDue};
pub use entries::{flare_up, morning, no_run, smaller_plan, worry};
pub use flare::{Flare, FlareDay};
pub use items::{DoneItem, ItemState, Items, Out, Rise, Rung, harder_now};
pub use limits::{ClinicianLimits, RunAllowed};
pub use pain::{Pains, Tenths};
pub use phases::{Exit, ExitRow, at_two, is_careful, start_phase};
pub use refer::{ReferKind, Referral, Referrals, kind_of};
pub use response::{Morning, MorningClass, PainLimit, SessionResult, morning_class, session_result};
pub use runs::ForRuns;
pub use take::Ended;
