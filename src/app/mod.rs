//! The state of the app and the one function that changes it: `update(&mut Model, Event, Now) -> Vec<Effect>`.
//!
//! Not here: anything that touches a browser (see `platform`, `shell`), and the rules of the program (see `program`).

pub mod accent;
pub mod clinic;
pub mod contact;
mod effect;
mod evaluating;
mod event;
mod gate;
mod inside;
mod live;
mod look;
mod model;
mod route;
mod selftest_views;
mod testing;
#[cfg(test)]
mod tests;
mod update;
mod views;
mod views_adapt;
mod views_run;

pub use effect::Effect;
pub use evaluating::{Evaluating, EvaluationAsked, EvaluationState, PatternView};
pub use event::Event;
pub use inside::{INSIDE, Inside};
pub use live::Live;
pub use look::{Choice, Hair, Look, Skin, Theme};
pub use model::{Asked, Ended, Model, NotKept, Notice, Opening};
pub use route::{PLACES, Route};
pub use selftest_views::{SideView, Standing, Target, TestRow, TestView, TestsView};
pub use testing::{TestStand, Testing};
pub use update::update;
pub use views::{DayLine, PlanView, PreviewState, PreviewView, Session, TodayMain, TodayView};
pub use views_adapt::{FlareView, PhaseView, changes, referrals, row_reason, swaps};
pub use views_run::{LastRun, NextWhen, RunLine, RunView, asks_morning, minutes_text, thousandths};
