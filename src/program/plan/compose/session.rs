//! A composed session, ready to be shown, started and written down.

use crate::journal::{Body, Item, SessionKind};
use crate::library::{Category, Exercise, PlannedItem};
use crate::program::plan::allowance::LeftOut;
use crate::program::plan::candidate::Place;
use crate::program::plan::slot::SlotId;
use crate::program::reason::{Reason, RuleId};
use crate::units::Seconds;

/// The part of a session that an exercise belongs to, in the order of `PRG-M7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Warm-up.
    WarmUp,
    /// Roller, ball, stick, own glides.
    SelfManual,
    /// Easy holds on a sore day.
    Holds,
    /// Mobility by repetitions.
    Mobility,
    /// Running form.
    RunningForm,
    /// Strength.
    Strength,
    /// Mobility by holds.
    Stretch,
    /// In the pool.
    Pool,
    /// What fills the time.
    Fill,
    /// An easy walk for the time that is left.
    Walk,
    /// Cool-down.
    CoolDown,
}

impl Part {
    /// All of them, in the order of a session.
    pub const ALL: [Self; 11] = [
        Self::WarmUp,
        Self::SelfManual,
        Self::Holds,
        Self::Mobility,
        Self::RunningForm,
        Self::Strength,
        Self::Stretch,
        Self::Pool,
        Self::Fill,
        Self::Walk,
        Self::CoolDown,
    ];

    /// The part of an exercise that is done alone.
    pub(super) const fn of(exercise: &Exercise) -> Self {
        match exercise.category {
            Category::WarmUp => Self::WarmUp,
            Category::Mobility => Self::Mobility,
            Category::Strength => Self::Strength,
            Category::Aquatic => Self::Pool,
            Category::SelfSoftTissue | Category::SelfMobilization => Self::SelfManual,
            Category::RunningDrill => Self::RunningForm,
        }
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::WarmUp => "warm-up",
            Self::SelfManual => "self-manual",
            Self::Holds => "holds",
            Self::Mobility => "mobility",
            Self::RunningForm => "running-form",
            Self::Strength => "strength",
            Self::Stretch => "stretch",
            Self::Pool => "pool",
            Self::Fill => "fill",
            Self::Walk => "walk",
            Self::CoolDown => "cool-down",
        }
    }
}

/// Why a dose is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dosed {
    /// The sets that the level has; fewer are planned where a rule or the time takes some off.
    pub sets_of_level: u8,
    /// The rule that had the last word.
    pub reason: Reason,
}

/// One exercise of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposedItem {
    /// Exercise, level and dose.
    pub planned: PlannedItem,
    /// The part of the session.
    pub part: Part,
    /// How long it takes.
    pub seconds: Seconds,
    /// The list that it comes from, and the place there; a table's exercise has none.
    pub place: Option<Place>,
    /// Why it was chosen.
    pub reason: Reason,
    /// Why it has this dose.
    pub dosed: Dosed,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// Its id.
    pub slot: SlotId,
    /// Its type, whatever the week planned.
    pub kind: SessionKind,
    /// Why its type is another than the planned one, the newest reason first; mostly none.
    pub turned: Vec<Reason>,
    /// Its exercises, in order.
    pub items: Vec<ComposedItem>,
    /// How long it takes.
    pub seconds: Seconds,
    /// What its lists name and this runner may not use.
    pub left_out: Vec<LeftOut>,
}

impl Composed {
    /// What to play.
    pub fn planned(&self) -> Vec<PlannedItem> {
        self.items.iter().map(|item| item.planned).collect()
    }

    /// What to append when it is started: what was planned, whatever rules say later.
    pub fn entry(&self) -> Body {
        let items = self.items.iter().map(|item| Item {
            exercise: item.planned.exercise.id().to_owned(),
            level: item.planned.level,
            sets: item.planned.dose.sets,
            amount: item.planned.dose.amount,
            rest: item.planned.dose.rest,
        });
        Body::Session { slot: self.slot.to_string(), kind: self.kind, seconds: self.seconds, items: items.collect() }
    }
}

/// `PRG-N6`: no exercise of the library fits; the day is a rest day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestDay {
    /// Why.
    pub reason: Reason,
    /// What its lists name and this runner may not use.
    pub left_out: Vec<LeftOut>,
}

/// The rule that says a day is a rest day.
pub(super) const N6: RuleId = RuleId("PRG-N6");
