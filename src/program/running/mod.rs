//! Back to running: who is ready, impact steps, ladders, what each run does, the guard on length, days between runs,
//! cadence, and `keep` (`return-to-run.md`).
//!
//! * [`RunLog`]: what the journal says about runs, gathered in one pass.
//! * [`Basis`]: what the rest of the program knows. What is missing is never met.
//! * [`Running::of`]: where the runner stands, what is next, and why.
//! * [`Ladder`], [`Stage`], [`Interval`]: the three ladders as data, for whatever plays or draws a run.
//!
//! Not here: the player of a guided run, and the weekly plan (see `plan`).

mod basis;
mod cadence;
mod choice;
mod course;
mod days;
mod effect;
mod entries;
mod guard;
mod impact;
mod keep;
mod ladder;
mod log;
mod logged;
mod on;
mod readiness;
mod response;
mod state;
#[cfg(test)]
mod tests;
mod what;

pub use basis::{Basis, Leg, ReadyTest, RunLimits, TestFact, Went};
pub use cadence::{Cadence, is_on_target, share, target};
pub use choice::{EASY_PERCENT, Place, impact_content, ladder as choose_ladder};
pub use course::{Course, Lock, Response};
pub use days::{Earliest, Spacing};
pub use entries::is_whole;
pub use guard::{By, Guard, Length, Novelty};
pub use impact::{Impact, Tried};
pub use keep::{Opened, amount, race};
pub use ladder::{BRIDGE, Gait, Interval, Ladder, Stage, WALK_AROUND, intervals};
pub use log::{Logged, MORNING_STIFF, OkGiven, RunLog, Scored, Told, morning_class};
pub use readiness::{Criterion, Judged, Met, Readiness, symmetry};
pub use response::{AtSite, Bounds, Color, Colors, Decided, Felt, Morning, MorningAnswer, Step, by_colors, by_site};
pub use state::{BeforeRun, NextRun, Running, Standing, demands};
pub use what::{BONE_SITES, Extra, ImpactStep, OLD_SPOT, Site, What};
