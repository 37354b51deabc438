//! What the app knows at one moment. Everything that the runner sees is a function of this.

use super::clinic::Clinic;
use super::inside::{Derived, Inside};
use super::live::Live;
use super::look::Look;
use super::route::Route;
use super::testing::{TestStand, Testing};
use crate::journal::{Answer, Body, EndedHow, EntryId, Journal, Loaded, StoreState};
use crate::library::ExerciseId;
use crate::program::evaluation;
use crate::program::plan::{Composed, Settings, SlotId};
use crate::program::reason::{Input, Reason};
use crate::program::screening::{Block, Gate, Outcome, Question, Screening, Step, Stop};
use crate::session::{Milestone, Place};
use crate::units::{Day, Now, PainScore, Seconds};

/// What the app opens with.
#[derive(Debug)]
pub struct Opening {
    /// What was read from storage.
    pub loaded: Loaded,
    /// The snapshot of a session that was running.
    pub live: Option<String>,
    /// Language and theme of the page.
    pub look: Look,
    /// The clinic.
    pub clinic: Clinic,
    /// Whether another page shows this one.
    pub framed: bool,
    /// The part behind the gate, if it is there already.
    pub inside: Option<&'static Inside>,
}

/// Why something was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// The browser keeps no data here.
    Blocked,
    /// The space is used up.
    Full,
    /// The browser refused.
    Refused,
}

/// What the runner should know about how their data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Nothing is kept here.
    Blocked,
    /// The space is used up.
    Full,
    /// The browser refused.
    Refused,
    /// Something that is kept could not be read; it is left alone.
    Unreadable,
    /// A newer version wrote the data; nothing is written.
    Newer,
}

impl From<NotKept> for Notice {
    fn from(why: NotKept) -> Self {
        match why {
            NotKept::Blocked => Self::Blocked,
            NotKept::Full => Self::Full,
            NotKept::Refused => Self::Refused,
        }
    }
}

impl Notice {
    /// `data-notice`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Full => "full",
            Self::Refused => "refused",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
        }
    }
}

/// A session that has ended and about which nothing has been said yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Its entry.
    pub entry: EntryId,
    /// How it ended.
    pub how: EndedHow,
    /// How long it took.
    pub seconds: Seconds,
    /// Exercises of which something was done.
    pub done: usize,
    /// Exercises that were planned.
    pub of: usize,
    /// The worst pain that was told in it.
    pub worst: Option<PainScore>,
}

/// The question that is asked now.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Which.
    pub step: Step,
    /// Its number, from 1.
    pub at: usize,
    /// Of how many.
    pub of: usize,
    /// Its block.
    pub block: Option<Block>,
    /// The answer that was given earlier, when the runner went back to it.
    pub given: Option<Answer>,
}

/// The state.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What happened.
    pub journal: Journal,
    /// What the rules make of it.
    pub(super) derived: Derived,
    /// The part behind the gate, once it has come.
    pub(super) inside: Option<&'static Inside>,
    /// The snapshot of a session, which waits for that part.
    pub(super) waiting: Option<String>,
    /// The day for which the rules were asked.
    pub day: Day,
    /// The place.
    pub route: Route,
    /// Where the runner stands in the check when they went back in it.
    pub cursor: Option<Step>,
    /// The question of the evaluation to which they went back.
    pub(super) evaluating: Option<evaluation::Question>,
    /// The running session.
    pub live: Option<Live>,
    /// The self-test that is done.
    pub testing: Option<Box<Testing>>,
    /// Notices that have not been read.
    pub notices: Vec<Notice>,
    /// How it looks and sounds.
    pub look: Look,
    /// What the page began with, before the runner's own choices.
    pub(super) first_look: Look,
    /// The newest entry when the page opened.
    newest: Option<EntryId>,
    /// The clinic.
    pub clinic: Clinic,
    /// Whether another page shows this one.
    pub framed: bool,
    /// The session that was just deleted, for `Undo`.
    pub deleted: Option<EntryId>,
    /// Whether a backup was just saved.
    pub backup_saved: bool,
    /// Whether the test sound was heard.
    pub sound_test: Option<bool>,
    /// Whether the screen is kept on.
    pub awake: bool,
    /// What a screen reader hears of the session.
    pub milestone: Option<Milestone>,
    /// What the stop rules said of the pain that was just rated.
    pub stop: Option<Stop>,
    /// Notices about keeping that were told once: each is said once.
    pub(super) told: Vec<Notice>,
    /// Whether a place has been opened.
    pub(super) opened: bool,
}

impl Model {
    /// The state with which the app opens.
    pub fn open(opening: Opening, now: Now) -> Self {
        let Opening { loaded, live, look: first_look, clinic, framed, inside } = opening;
        let journal = loaded.journal;
        let derived = Derived::of(&journal, None, now);
        let notices = match loaded.state {
            StoreState::Unavailable => vec![Notice::Blocked],
            StoreState::Newer => vec![Notice::Newer],
            StoreState::Corrupt => vec![Notice::Unreadable],
            StoreState::Ready { .. } | StoreState::Fresh if !loaded.unreadable.is_empty() => vec![Notice::Unreadable],
            StoreState::Ready { .. } | StoreState::Fresh => Vec::new(),
        };
        let newest = journal.newest();
        let look = first_look.with_choices(&journal, newest);
        let mut model = Self {
            journal,
            derived,
            inside: None,
            waiting: live,
            day: now.day(),
            route: Route::Today,
            cursor: None,
            evaluating: None,
            live: None,
            testing: None,
            told: notices.clone(),
            notices,
            look,
            first_look,
            newest,
            clinic,
            framed,
            deleted: None,
            backup_saved: false,
            sound_test: None,
            awake: false,
            milestone: None,
            stop: None,
            opened: false,
        };
        if let Some(inside) = inside {
            model.take_in(inside, now);
        }
        model
    }

    /// Derives the program anew, after entries of another tab or of an older month.
    pub(super) fn derive(&mut self, now: Now) {
        self.derived = Derived::of(&self.journal, self.inside, now);
        self.was_derived(now);
    }

    /// Takes the program on: after entries of this page, and on a new day.
    pub(super) fn follow(&mut self, now: Now) {
        self.derived = self.derived.follow(&self.journal, self.inside, now);
        self.was_derived(now);
    }

    fn was_derived(&mut self, now: Now) {
        self.day = now.day();
        self.look = self.first_look.with_choices(&self.journal, self.newest);
    }

    /// The safety check.
    pub const fn screening(&self) -> &Screening {
        self.derived.screening()
    }

    /// What stands before an exercise.
    pub const fn gate(&self) -> &Gate {
        &self.screening().gate
    }

    /// What the answers come to.
    pub const fn outcome(&self) -> &Outcome {
        &self.screening().outcome
    }

    /// Whether exercises are open.
    pub const fn is_open(&self) -> bool {
        matches!(self.gate(), Gate::Open)
    }

    /// Whether a flag shuts the program.
    pub const fn is_stopped(&self) -> bool {
        matches!(self.gate(), Gate::Stopped(_))
    }

    /// Whether the check was passed, even if it is due again.
    pub const fn is_passed(&self) -> bool {
        matches!(self.gate(), Gate::Open | Gate::Due(..))
    }

    /// Whether there is a result to look at.
    pub const fn has_result(&self) -> bool {
        self.is_passed() || self.is_stopped()
    }

    /// Whether nothing has been begun.
    pub fn is_new(&self) -> bool {
        matches!(self.gate(), Gate::Unscreened) && self.journal.is_empty()
    }

    /// Whether the player is on the screen.
    pub const fn is_playing(&self) -> bool {
        matches!(self.route, Route::Player(_))
    }

    /// Whether that session is running or waits to be gone on with.
    pub fn is_live(&self, slot: SlotId) -> bool {
        self.live.as_ref().is_some_and(|live| live.slot == slot)
    }

    /// What starts on that session's preview: only for a cleared runner who has said how the hip is.
    pub(super) fn startable(&self, slot: SlotId, now: Now) -> Option<Composed> {
        if self.is_open() { self.program()?.start(slot, now).ok() } else { None }
    }

    /// The step of the running session or self-test: what followers of the state need to know of its time.
    pub fn step(&self) -> (Option<Place>, Option<TestStand>) {
        (self.live.as_ref().map(|live| live.player.place()), self.testing.as_ref().map(|testing| testing.stand()))
    }

    /// What the runner chose of days, minutes, equipment, pool and side.
    pub fn settings(&self) -> Settings {
        self.program().map(|program| program.settings.clone()).unwrap_or_default()
    }

    /// Whether an exercise is in this week's sessions.
    pub fn is_in_week(&self, id: ExerciseId) -> bool {
        self.program().is_some_and(|program| program.is_in_week(id))
    }

    /// Why an exercise is left out for this runner, if it is.
    pub fn why_left_out(&self, id: ExerciseId) -> Option<Reason> {
        self.program()?.why_left_out(id)
    }

    /// All answers of the safety check, in its order.
    pub fn given_answers(&self) -> Vec<Input> {
        let said = |(question, answer): (Question, Vec<String>)| Input::Said { question: question.id(), answer };
        self.screening().summary().into_iter().map(said).collect()
    }

    /// The day of the screen whose answers hold.
    pub fn screened_on(&self) -> Option<Day> {
        self.screening().screened_on()
    }

    /// The question that is asked: where the runner went back to, or the first open one. Before the check is begun, its
    /// first question.
    pub fn asked(&self) -> Option<Asked> {
        let screening = self.screening();
        let asking = match &screening.gate {
            Gate::Asking(asking) => self.cursor.and_then(|step| screening.place(step)).unwrap_or(*asking),
            Gate::Unscreened => {
                let first = Question::BearWeight;
                let of = Question::of_block(first.block()).count();
                return Some(Asked { step: Step::Question(first), at: 1, of, block: Some(first.block()), given: None });
            }
            Gate::Stopped(_) | Gate::Due(..) | Gate::Open => return None,
        };
        let given = screening.given(asking.step);
        Some(Asked { step: asking.step, at: asking.at, of: asking.of, block: asking.block, given })
    }

    /// The newest session of that id, if it has ended and was not spoken of since.
    pub fn ended(&self, slot: SlotId) -> Option<Ended> {
        let id = slot.to_string();
        let mut spoken = Vec::new();
        let mut ends = Vec::new();
        for happened in self.journal.happened().rev() {
            match happened.body {
                Body::After { of, .. } => spoken.push(*of),
                Body::SessionEnd { of, how, seconds, items } => ends.push((*of, *how, *seconds, items)),
                Body::Session { slot, .. } if *slot == id => {
                    let entry = happened.id;
                    let (_, how, seconds, items) = ends.into_iter().find(|(of, ..)| *of == entry)?;
                    let done = items.iter().filter(|item| item.sets > 0 || item.amount > 0).count();
                    let worst = items.iter().filter_map(|item| item.worst).max();
                    let ended = Ended { entry, how, seconds, done, of: items.len(), worst };
                    return (!spoken.contains(&entry)).then_some(ended);
                }
                _ => {}
            }
        }
        None
    }

    /// Whether a step of the check has its answer.
    pub(super) fn has_answer(&self, step: Step) -> bool {
        self.screening().given(step).is_some()
    }
}
