//! What the program answers: today, and why there is no session or none that can start.

use crate::program::plan::{LeftOut, RestDay, Settings, SlotId};
use crate::program::reason::Reason;
use crate::units::Day;

/// Today in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today {
    /// The day.
    pub day: Day,
    /// Today's session, done or not; a rest day has none.
    pub slot: Option<SlotId>,
    /// The next session after today.
    pub next: Option<SlotId>,
}

/// What the card of the first plan says: which of the five questions are open, and what holds meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPlanCard<'a> {
    /// The questions without an answer, in their order.
    pub open: &'a [&'static str],
    /// What holds.
    pub settings: &'a Settings,
}

/// Why there is no such session.
#[derive(Debug, Clone, PartialEq)]
pub enum NoSession {
    /// The gate is not open.
    Shut,
    /// There is no session of that id in this week's plan, or it lies behind.
    NotFound,
    /// Today is a rest day by its pain (`PRG-BF3`, `PRG-BF4`). `breathing-supine` stays, where it may be used.
    RestToday {
        /// Why.
        why: Reason,
        /// The one exercise that is left.
        breathing: Option<SlotId>,
    },
    /// No exercise fits (`PRG-N6`).
    NothingFits(RestDay),
    /// The exercise is left out for this runner.
    LeftOut(LeftOut),
    /// The exercise does not fit today's pain (`PRG-BF2`).
    NotToday(Reason),
}

/// Why a session cannot start now.
#[derive(Debug, Clone, PartialEq)]
pub enum NoStart {
    /// There is none.
    None(NoSession),
    /// `q-nprs-now` is asked first: there is no answer of the last 60 minutes.
    AskPain,
    /// It is another day's: it can be looked at. A missed one is not made up (`PRG-K10`).
    OtherDay(Day),
    /// It was done already.
    Done,
}
