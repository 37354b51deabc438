//! The plan: settings, week, sessions. Data tables of the dossier and pure functions over them; each choice has its reason.
//!
//! Until there is an evaluation the *first plan* holds ([`Bearing::first_plan`]): nothing moves up in it. Not here: the
//! safety screen that comes before everything (see `screening`), and how a session is played (see `session`).

mod allowance;
#[cfg(test)]
mod avoided_tests;
mod bearing;
mod candidate;
mod check;
pub mod compose;
mod early;
mod entries;
mod hurt;
mod levels;
mod lists;
mod log;
mod rotation;
mod settings;
mod slot;
mod week;
mod weights;
#[cfg(test)]
mod words_tests;

pub use allowance::{Allowance, HurtOut, LeftOut, waits};
pub use bearing::{Aggravator, Bearing, Irritability};
pub use candidate::{Place, Walker};
pub use check::{Check, Decision, FRESH, Rated, rate, rate_within};
pub use compose::{Cleared, Composed, ComposedItem, Composer, Dosed, Leaves, Only, Part, RestDay};
pub use early::early_shut;
pub use entries::{BadSetting, NOTE_MAX, after_session, pain_now, preference, session_end, setting};
pub use hurt::{HurtOffer, hurt_offer};
pub use levels::{Levels, Limited, Sets, easier, is_harder, ladder};
pub use lists::{ListKind, known};
pub use log::{Held, Log};
pub use rotation::OwnList;
pub use settings::{DAYS, MINUTES, OFFERED, QUESTIONS, Settings, SoreSide, WaterDepth};
pub use slot::{SlotId, SlotKind};
pub use week::{DayStatus, Runs, Week, WeekDay, Weekly};
pub use weights::{BEFORE_RUN, InWeek, Weights, before_run};
