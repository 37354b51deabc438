//! The part of the app behind the gate: plan, player, figures. A new runner's first screen does not wait for it; it is
//! a file of its own, comes while the check is answered, and is told to the app by [`Event::InsideCame`].
//!
//! Until then there is no [`Program`], so nothing that it allows can be done: every exercise is behind it.

use super::live::Live;
use super::model::Model;
use super::update::behind;
use super::{Effect, Event, PreviewView, Route};
use crate::journal::Journal;
use crate::library;
use crate::program::Program;
use crate::program::plan::SlotId;
use crate::program::screening::Screening;
use crate::units::Now;

/// What the part behind the gate can do.
#[derive(Debug)]
pub struct Inside {
    derive: fn(&Journal, Now) -> Box<Program>,
    follow: fn(&Program, &Journal, Now) -> Box<Program>,
    take_up: fn(&str, &Journal, Now) -> Option<Live>,
    tell: fn(&mut Model, Turn, Now) -> Vec<Effect>,
    knows: fn(&Model, SlotId, Now) -> bool,
}

/// There is one of it.
impl PartialEq for Inside {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A turn of events at which a session that runs or waits, the evaluation, or a self-test has a say.
#[derive(Debug)]
pub(super) enum Turn {
    /// Something that belongs to it happened.
    Happened(Event),
    /// The place changes.
    Moved(Route),
    /// The rules may have ended it.
    CutOff,
    /// Beeps were switched on or off.
    Sound,
    /// It got its entry.
    Entered,
    /// Entries of this page are in the journal.
    Recorded,
}

/// All of it. Only what comes after the first screen may name this: what it names is then left out of the first part.
pub static INSIDE: Inside = Inside {
    derive: |journal, now| Box::new(Program::derive(journal, library::first(), now)),
    follow: |program, journal, now| Box::new(program.follow(journal, now)),
    take_up: Live::of_snapshot,
    tell: behind::tell,
    knows: |model, slot, now| PreviewView::of(model, slot, now).is_some(),
};

/// What has been derived from the journal.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Derived {
    /// The safety check alone.
    Door(Box<Screening>),
    /// Everything.
    Whole(Box<Program>),
}

impl Derived {
    pub(super) fn of(journal: &Journal, inside: Option<&Inside>, now: Now) -> Self {
        match inside {
            Some(inside) => Self::Whole((inside.derive)(journal, now)),
            None => Self::Door(Box::new(Screening::of(journal, now))),
        }
    }

    /// The same after entries of this page, or on a new day.
    pub(super) fn follow(&self, journal: &Journal, inside: Option<&Inside>, now: Now) -> Self {
        match (self, inside) {
            (Self::Whole(program), Some(inside)) => Self::Whole((inside.follow)(program, journal, now)),
            _ => Self::of(journal, inside, now),
        }
    }

    pub(super) const fn screening(&self) -> &Screening {
        match self {
            Self::Door(screening) => screening,
            Self::Whole(program) => &program.screening,
        }
    }
}

impl Model {
    /// The program; none before its part has come.
    pub fn program(&self) -> Option<&Program> {
        match &self.derived {
            Derived::Door(_) => None,
            Derived::Whole(program) => Some(program),
        }
    }

    /// Whether the part behind the gate has come.
    pub const fn is_whole(&self) -> bool {
        self.inside.is_some()
    }

    /// Lets a session have its say; without the part behind the gate there is none.
    pub(super) fn tell(&mut self, turn: Turn, now: Now) -> Vec<Effect> {
        match self.inside {
            Some(inside) => (inside.tell)(self, turn, now),
            None => Vec::new(),
        }
    }

    /// Whether there is such a session: one of this week that can still be looked at, or one exercise alone. Before the
    /// part behind the gate has come nobody can tell, and the place waits.
    pub fn knows(&self, slot: SlotId, now: Now) -> bool {
        self.inside.is_none_or(|inside| (inside.knows)(self, slot, now))
    }

    /// The part behind the gate has come: the program is derived, and a session that waited is taken up.
    pub(super) fn take_in(&mut self, inside: &'static Inside, now: Now) {
        self.inside = Some(inside);
        self.live = self.waiting.take().and_then(|text| (inside.take_up)(&text, &self.journal, now));
        self.derive(now);
    }
}
