//! What Today, Plan and the preview show: projections of the program, without words.

use super::model::Model;
use crate::journal::SessionKind;
use crate::library::{Equipment, ExerciseId, Phase, PlannedItem};
use crate::program::plan::{SlotId, SlotKind};
use crate::program::reason::Reason;
use crate::program::screening::{Due, Gate};
use crate::units::{Day, Now, PainScore, Seconds};

/// What stands first on Today.
#[derive(Debug, Clone, PartialEq)]
pub enum TodayMain {
    /// A session waits to be gone on with.
    Live(SlotId),
    /// Safety questions are due.
    Due(Due),
    /// Today's session.
    Session(Session),
    /// Today's session is done; what comes next.
    Done(Option<(Day, SlotKind)>),
    /// A day without a session.
    Rest {
        /// What comes next.
        next: Option<(Day, SlotKind)>,
        /// Why, when the hip decided it.
        reason: Option<Reason>,
    },
}

/// A session that can be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Its id.
    pub slot: SlotId,
    /// Its type today.
    pub kind: SessionKind,
    /// Its length.
    pub seconds: Seconds,
    /// How many exercises.
    pub exercises: usize,
    /// What is needed.
    pub equipment: Vec<Equipment>,
    /// The exercise that stands for it.
    pub picture: ExerciseId,
    /// Why it is another one than planned.
    pub decision: Option<Reason>,
}

/// What Today shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TodayView {
    /// The one next thing.
    pub main: TodayMain,
    /// The phase.
    pub phase: Phase,
    /// Whether questions of the first plan are open.
    pub is_first_plan: bool,
}

impl TodayView {
    /// Today as it is now.
    pub fn of(model: &Model, _now: Now) -> Self {
        let main = match (&model.live, model.gate()) {
            (Some(live), _) => TodayMain::Live(live.slot),
            (None, Gate::Due(due, _)) => TodayMain::Due(due.clone()),
            _ => TodayMain::Rest { next: None, reason: None },
        };
        Self { main, phase: model.program.phase, is_first_plan: !model.program.settings.open.is_empty() }
    }
    /// The pain that was rated in the last hour.
    pub fn rated(_model: &Model, _now: Now) -> Option<PainScore> {
        None
    }
}

/// How a day of the week stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStatus { /// Done.
    Done, /// Today.
    Today, /// Planned.
    Planned, /// Missed.
    Missed, /// Rest.
    Rest }

/// A day of the week's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct DayLine {
    /// The day.
    pub day: Day,
    /// Whether it is today.
    pub is_today: bool,
    /// How it stands.
    pub status: DayStatus,
    /// Its session.
    pub session: Option<(SlotId, SessionKind, Seconds)>,
}

/// What Plan shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanView {
    /// The week.
    pub week: Vec<DayLine>,
    /// The phase.
    pub phase: Phase,
    /// The sore side's option.
    pub side: &'static str,
    /// What is left out, and why.
    pub left_out: Vec<(ExerciseId, Reason)>,
}

impl PlanView {
    /// The plan as it is now.
    pub fn of(model: &Model, _now: Now) -> Self {
        Self { week: Vec::new(), phase: model.program.phase, side: model.program.settings.side.id(), left_out: Vec::new() }
    }
}

/// Whether a session can start.
#[derive(Debug, Clone, PartialEq)]
pub enum PreviewState {
    /// How the hip is now has not been said.
    NeedsPain,
    /// It can.
    Ready,
    /// It was done.
    Done,
    /// It belongs to another day.
    OtherDay(Day),
    /// The hip is too sore.
    Rest(Reason),
    /// Safety questions are due.
    Due,
}

/// What the preview shows.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewView {
    /// The type today.
    pub kind: SessionKind,
    /// The length.
    pub seconds: Seconds,
    /// The exercises with the reason of each.
    pub items: Vec<(PlannedItem, Reason)>,
    /// What is needed.
    pub equipment: Vec<Equipment>,
    /// Whether the left side is the sore one.
    pub sore_left: bool,
    /// Whether it can start.
    pub state: PreviewState,
    /// Why it is another session than planned.
    pub decision: Option<Reason>,
}

impl PreviewView {
    /// The session as it would start now.
    pub fn of(_model: &Model, _slot: SlotId, _now: Now) -> Option<Self> {
        None
    }
}
