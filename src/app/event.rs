//! What happens to the app: what the runner means to do, and what an effect brought back.

use super::evaluating::Evaluating;
use super::look::Choice;
use super::model::NotKept;
use super::route::Route;
use crate::journal::{Answer, Context, Entry, EntryId, LimitsEntry, OkEntry};
use crate::library::{ExerciseId, Phase};
use crate::program::plan::SlotId;
use crate::program::selftest::{self, SelfTest};
use crate::session;
use crate::units::{Effort, PainScore};

/// An event. Intents are the runner's; results of effects are in the past tense.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The address changed: by a link, by the browser's Back, or by hand.
    Moved(Route),
    /// `Start` on Welcome.
    Start,
    /// The safety check is done anew, from its first question.
    CheckAgain,
    /// A safety question was answered.
    Answered {
        /// The question's id; an answer to any other than the one that is asked does nothing.
        question: String,
        /// The answer.
        answer: Answer,
    },
    /// One question back.
    AnswerBack,
    /// The check is left; it goes on later where it was.
    CheckClosed,
    /// The short check: the ticked buttons, or none for "nothing new".
    ShortAnswered(Vec<String>),
    /// A clinician's OK was filled in.
    OkGiven(OkEntry),
    /// Something in the evaluation.
    Evaluation(Evaluating),
    /// A question of the plan (days, minutes, equipment, pool, side) was answered.
    PlanAnswered {
        /// The question's id.
        question: String,
        /// The answer.
        answer: Answer,
    },
    /// The safety question of a runner who can use a pool, which comes when the pool does.
    PoolAsked,
    /// "How is your hip right now?", and where it was asked.
    PainRated(PainScore, Context),
    /// A setting.
    Chose(Choice),
    /// `Test sound`.
    TestSound,
    /// `Start session` on the preview.
    SessionStarted(SlotId),
    /// `Resume`: goes on with a session that was interrupted.
    Resumed,
    /// Something in the player.
    Play(session::Event),
    /// "It hurts" was filled in.
    Hurt {
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: crate::journal::HurtKind,
    },
    /// What the runner chose to do about it.
    HurtAnswered(session::HurtChoice),
    /// After a session.
    AfterSaved {
        /// The session.
        slot: SlotId,
        /// The worst pain in it.
        worst: PainScore,
        /// How hard it was.
        effort: Option<Effort>,
        /// The runner's words.
        note: String,
    },
    /// The morning after a session.
    MorningTold {
        /// The pain, 0 to 10.
        pain: PainScore,
        /// Stiff 15 minutes longer than usual, or not as usual again after 24 hours.
        longer: bool,
    },
    /// "My hip flared up".
    FlaredUp,
    /// It was a slip of the finger: taken back on the same day.
    FlareUndone,
    /// An exercise of a session is swapped for another.
    Swapped {
        /// The session.
        slot: SlotId,
        /// What is left.
        from: ExerciseId,
        /// What takes its place.
        to: ExerciseId,
    },
    /// The runner goes on to the next phase.
    PhaseConfirmed(Phase),
    /// The runner chooses not to run, or to run after all.
    NoRunChosen(bool),
    /// A smaller plan was offered and seen.
    SmallerPlanOffered,
    /// The runner asks for a clinician, or worries.
    Worried,
    /// A clinician's limits were filled in.
    LimitsSet(Box<LimitsEntry>),
    /// Whether a clinician's limits still hold after their end.
    LimitsHold(bool),
    /// `Start test` on a self-test's page.
    TestBegun(SelfTest),
    /// Something in the self-test that is done.
    Test(selftest::Event),
    /// A run, an impact step or a walk was logged.
    RunLogged(Box<crate::journal::RunEntry>),
    /// The pain an hour after a run.
    SixtyTold(PainScore),
    /// A session or a run is taken out of the history.
    SessionDeleted(EntryId),
    /// The deletion is taken back.
    DeletionUndone,
    /// A backup file is wanted.
    BackupAsked,
    /// Everything goes.
    EraseConfirmed,
    /// A notice was read.
    NoticeClosed(super::Notice),
    /// The page is printed.
    PrintAsked,

    /// Entries got their ids: they are in the journal from now on.
    Recorded(Vec<Entry>),
    /// Entries came from another tab, or from a month that was read later.
    Arrived(Vec<Entry>),
    /// Something could not be kept.
    KeepFailed(NotKept),
    /// The part behind the gate has come.
    InsideCame(&'static super::Inside),
    /// A frame, or a tick while hidden.
    Frame,
    /// The page was hidden (`true`) or shown.
    Hidden(bool),
    /// Whether the screen is kept on.
    Awake(bool),
    /// Whether a test sound was heard, as far as the browser tells.
    Sounded(bool),
    /// The clinic's file was read.
    ClinicRead(Box<super::clinic::Clinic>),
}

impl Event {
    /// A frame, or a sample of the phone's motion, changes nothing but the place in time: followers of the state are told
    /// only when a step ends.
    pub const fn is_frame(&self) -> bool {
        matches!(self, Self::Frame | Self::Test(selftest::Event::Motion(_)))
    }
}
