//! What Today, Plan and the preview show: projections of the program, without words.

use super::model::Model;
use crate::journal::SessionKind;
use crate::library::{self, Equipment, ExerciseId, Phase, PlannedItem};
use crate::program::evaluation::Stage;
use crate::program::plan::{Check, Composed, DayStatus, Decision, Part, Rated, SlotId, SlotKind};
use crate::program::reason::Reason;
use crate::program::screening::{Due, Gate};
use crate::program::{NoSession, NoStart, Program};
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
    /// How far the evaluation is, until its required answers are there.
    pub evaluation: Option<Stage>,
}

impl TodayView {
    /// Today as it is now.
    pub fn of(model: &Model, now: Now) -> Self {
        let main = match (&model.live, model.gate()) {
            (Some(live), _) if model.may_go_on() => TodayMain::Live(live.slot),
            (_, Gate::Due(due, _)) => TodayMain::Due(due.clone()),
            _ => planned_today(model, now),
        };
        let program = model.program();
        Self {
            main,
            phase: program.map_or(Phase::Calm, |program| program.bearing.phase),
            is_first_plan: program.is_some_and(|program| program.first_plan_card().is_some()),
            evaluation: program.map(|program| program.evaluation.stage()).filter(|stage| stage.is_first()),
        }
    }

    /// The pain that was rated in the last hour.
    pub fn rated(model: &Model, now: Now) -> Option<PainScore> {
        model.program()?.pain_now(now)
    }
}

fn planned_today(model: &Model, now: Now) -> TodayMain {
    let Some(program) = model.program() else { return TodayMain::Rest { next: None, reason: None } };
    let next = program.today.next.and_then(|slot| match slot {
        SlotId::Day { day, kind } => Some((day, kind)),
        SlotId::Try(_) => None,
    });
    let is_done = program.week.day(now.day()).is_some_and(|day| day.status == DayStatus::Done);
    match program.today.slot {
        _ if is_done => TodayMain::Done(next),
        None => TodayMain::Rest { next, reason: None },
        Some(slot) => match program.session(slot, now) {
            Ok(composed) => TodayMain::Session(session_of(&composed, sore(program, now))),
            Err(NoSession::RestToday { why, .. } | NoSession::NotToday(why)) => {
                TodayMain::Rest { next, reason: Some(why) }
            }
            Err(NoSession::NothingFits(rest)) => TodayMain::Rest { next, reason: Some(rest.reason) },
            Err(NoSession::LeftOut(out)) => TodayMain::Rest { next, reason: Some(out.reason) },
            Err(NoSession::Shut | NoSession::NotFound) => TodayMain::Rest { next, reason: None },
        },
    }
}

/// Why today is a light session, if it is.
fn sore(program: &Program, now: Now) -> Option<Reason> {
    match program.check(now) {
        Check::Rated(Rated { decision: Decision::Light, reason, .. }) => Some(reason),
        _ => None,
    }
}

fn session_of(composed: &Composed, decision: Option<Reason>) -> Session {
    // The first strength exercise stands for a session, or else what it begins with.
    let first = composed.items.iter().find(|item| item.part == Part::Strength).or(composed.items.first());
    let picture = first.map(|item| item.planned.exercise);
    Session {
        slot: composed.slot,
        kind: composed.kind,
        seconds: composed.seconds,
        exercises: composed.items.len(),
        equipment: equipment(composed),
        picture: picture.unwrap_or(ExerciseId::BreathingSupine),
        decision,
    }
}

/// What a session needs, each once, in the order of its exercises.
fn equipment(composed: &Composed) -> Vec<Equipment> {
    let mut all: Vec<Equipment> = Vec::new();
    for item in &composed.items {
        let exercise = library::first().get(item.planned.exercise);
        for one in exercise.into_iter().flat_map(|exercise| &exercise.equipment) {
            if !all.contains(one) {
                all.push(*one);
            }
        }
    }
    all
}

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
    pub session: Option<(SlotId, SessionKind, Option<Seconds>)>,
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
    pub fn of(model: &Model) -> Option<Self> {
        let program = model.program()?;
        let today = program.today.day;
        let week = program.week.days.iter().map(|day| DayLine {
            day: day.day,
            is_today: day.day == today,
            status: day.status,
            session: day.slot.zip(day.kind).map(|(slot, kind)| (slot, kind, day.seconds)),
        });
        let left_out = library::first().iter().filter_map(|exercise| {
            let reason = program.why_left_out(exercise.id)?;
            Some((exercise.id, reason))
        });
        Some(Self {
            week: week.collect(),
            phase: program.bearing.phase,
            side: program.settings.side.id(),
            left_out: left_out.collect(),
        })
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
    /// The hip is too sore, or nothing fits.
    Rest(Reason),
    /// The exercise is left out for this runner.
    LeftOut(Reason),
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
    /// The session as it would start now; `None` if there is no such session.
    pub fn of(model: &Model, slot: SlotId, now: Now) -> Option<Self> {
        let program = model.program()?;
        let composed = program.session(slot, now);
        let state = if matches!(model.gate(), Gate::Due(..)) {
            PreviewState::Due
        } else {
            match program.start(slot, now) {
                Ok(_) => PreviewState::Ready,
                Err(NoStart::AskPain) => PreviewState::NeedsPain,
                Err(NoStart::OtherDay(day)) => PreviewState::OtherDay(day),
                Err(NoStart::Done) => PreviewState::Done,
                Err(NoStart::None(why)) => match why {
                    NoSession::RestToday { why, .. } | NoSession::NotToday(why) => PreviewState::Rest(why),
                    NoSession::NothingFits(rest) => PreviewState::Rest(rest.reason),
                    NoSession::LeftOut(out) => PreviewState::LeftOut(out.reason),
                    NoSession::Shut => PreviewState::Due,
                    NoSession::NotFound => return None,
                },
            }
        };
        Some(match composed {
            Ok(composed) => Self {
                kind: composed.kind,
                seconds: composed.seconds,
                equipment: equipment(&composed),
                items: composed.items.into_iter().map(|item| (item.planned, item.reason)).collect(),
                sore_left: program.settings.side.is_left(),
                state,
                decision: sore(program, now),
            },
            Err(_) => Self {
                kind: match slot {
                    SlotId::Day { kind, .. } => kind.session(),
                    SlotId::Try(_) => SessionKind::Try,
                },
                seconds: Seconds(0),
                items: Vec::new(),
                equipment: Vec::new(),
                sore_left: program.settings.side.is_left(),
                state,
                decision: None,
            },
        })
    }
}
