//! The safety screen: it comes before everything else, never says what a pain is, and decides who may start what.
//!
//! * [`Question`], [`Answers`]: what is asked, and which answers hold.
//! * [`Flag`], [`ActionLevel`], [`evaluate`] → [`Outcome`]: what the answers and the clinicians' OKs come to.
//! * [`Screening::of`]: where a runner's screening stands. The only way to an exercise is [`Gate::Open`].
//! * [`stop_rule`], [`run_stop_rule`]: what happens at once when it hurts.
//!
//! A question without an answer keeps the program shut; "not sure" counts as yes; of two rules the stricter wins.
//! Words are not here (see `locale`), nor anything that the evaluation, the plan or a clinician's limits narrow further.

mod answers;
mod clearance;
mod course;
mod decision;
mod demand;
mod duration;
mod flag;
mod gate;
mod history;
mod level;
mod outcome;
mod pool;
mod question;
mod raise;
mod short_check;
mod sign;
mod state;
mod steps;
mod stop;
mod table;
#[cfg(test)]
pub(crate) mod tests;

pub use answers::{Answers, BadAnswer};
pub use clearance::{BadOk, Clearance, RecordedOk, check_visit};
pub use demand::Demand;
pub use duration::Duration;
pub use flag::{AfterOk, Brings, ExcludesNow, Flag, FlagSet};
pub use gate::{Asking, Due, Gate, Step};
pub use level::ActionLevel;
pub use outcome::{Active, Outcome, Raised, evaluate};
pub use pool::Pool;
pub use question::{Block, Kind, QUESTION_COUNT, QUESTIONS, Question};
pub use raise::raised;
pub use short_check::{Button, SHORT_CHECK};
pub use state::Screening;
pub use stop::{Also, Before, ForExercise, ForSession, RunPain, Stop, StopRule, run_stop_rule, stop_rule};
