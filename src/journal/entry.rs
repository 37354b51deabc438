//! One entry of the journal: something that the runner did, with the time and the id that the edge gave it.

use serde::{Deserialize, Serialize};

use super::{Choice, LimitsEntry, RunEntry, TestEntry};
use crate::library::DoseLevel;
use crate::units::{Day, Effort, PainScore, Seconds};

/// A ULID: 48 bits of UTC milliseconds and 80 random bits, written as 26 characters. Sorts by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u128);

/// One entry: when, and what.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Unique and sortable.
    pub id: EntryId,
    /// Minutes that the runner's zone was ahead of UTC.
    pub tz: i16,
    /// What happened.
    pub body: Body,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Body {
    /// A part was begun.
    Begin {
        /// Which part.
        moment: Moment,
        /// A rule's id, or `runner`.
        why: String,
        /// With [`Moment::Ask`]: which questions.
        questions: Vec<String>,
    },
    /// A question was answered.
    Answer {
        /// The question's id.
        q: String,
        /// The answer.
        a: Answer,
        /// Where it was asked.
        ctx: Context,
    },
    /// A part was finished.
    Finish {
        /// Which part.
        moment: Moment,
    },
    /// A clinician's OK was recorded.
    Ok(OkEntry),
    /// A session was started; what was planned, whatever rules say later.
    Session {
        /// The session's id, such as `2026-11-23-f`.
        slot: String,
        /// Its type.
        kind: SessionKind,
        /// Its planned length.
        seconds: Seconds,
        /// What was planned.
        items: Vec<Item>,
    },
    /// It hurt in a session.
    Hurt {
        /// The session's entry.
        of: EntryId,
        /// The exercise's id.
        item: String,
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: HurtKind,
    },
    /// A session ended.
    SessionEnd {
        /// The session's entry.
        of: EntryId,
        /// How.
        how: EndedHow,
        /// How long it took, pauses left out.
        seconds: Seconds,
        /// What was done.
        items: Vec<ItemDone>,
    },
    /// After a session.
    After {
        /// The session's entry.
        of: EntryId,
        /// The worst pain in it.
        worst: Option<PainScore>,
        /// How hard it was.
        effort: Option<Effort>,
        /// The runner's words.
        note: String,
    },
    /// A self-test of one side, or an item of the running form, was done or left (`evaluation.md` sections 4 to 7).
    Test(TestEntry),
    /// A run, an impact step or a brisk walk.
    Run(Box<RunEntry>),
    /// A setting.
    Pref {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// Something that the runner chose of the plan.
    Choice(Choice),
    /// Limits that a clinician set (`progression.md` section 11).
    Limits(Box<LimitsEntry>),
    /// An entry is replaced; all fields anew.
    Edit {
        /// The entry.
        of: EntryId,
        /// Its new body.
        body: Box<Body>,
    },
    /// An entry is deleted.
    Delete {
        /// The entry.
        of: EntryId,
    },
    /// A deleted entry is back.
    Restore {
        /// The entry.
        of: EntryId,
    },
    /// A backup was saved.
    Backup {
        /// Entries in it.
        count: u32,
    },
    /// A kind or version that this program does not know; kept as it is.
    Unknown(String),
}

/// An answer as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// `null`: the question was skipped.
    Skipped,
    /// A whole number.
    Number(i64),
    /// An option's id, or words.
    Text(String),
    /// Options' ids.
    List(Vec<String>),
}

/// The parts of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Moment {
    /// The whole safety screen.
    Screen,
    /// The short check.
    Short,
    /// Some questions only.
    Ask,
    /// The evaluation.
    Evaluation,
    /// The self-tests.
    Tests,
    /// The weekly check-in.
    CheckIn,
    /// The 28-day check.
    ReTest,
}

/// Where a question was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// In the whole screen.
    Screen,
    /// In the short check.
    Short,
    /// Asked alone.
    Ask,
    /// In the first evaluation.
    #[serde(rename = "day-0")]
    DayZero,
    /// On the plan.
    Plan,
    /// On Today.
    Today,
    /// Before a session.
    Before,
    /// The next morning.
    Morning,
    /// An hour after.
    #[serde(rename = "after-60")]
    AfterSixty,
    /// At the weekly check-in.
    CheckIn,
    /// At the 28-day check.
    ReTest,
}

/// A clinician's OK (`screening.md` section 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OkEntry {
    /// The day of the visit.
    pub on: Day,
    /// Who gave it.
    pub profession: Profession,
    /// What it opens.
    pub scope: Scope,
    /// Whether bone stress was ruled out.
    pub bone: BoneFinding,
    /// The flags that the runner ticked, by id.
    pub flags: Vec<String>,
    /// The clinician's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// A note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Who gave an OK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profession {
    /// A physician.
    Physician,
    /// A physical therapist.
    PhysicalTherapist,
    /// Another licensed clinician, such as a nurse practitioner or midwife.
    Other,
}

/// What an OK opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everything.
    Full,
    /// Everything but impact (CR9).
    NoImpact,
}

/// What the clinician found about bone stress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoneFinding {
    /// Bone stress was ruled out.
    RuledOut,
    /// It was not looked at.
    NotChecked,
}

/// The types of session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionKind {
    /// Full land session.
    F,
    /// Strength after a run.
    S,
    /// Light: mobility, self-manual, breathing.
    M,
    /// Pool.
    P,
    /// Run or impact step.
    R,
    /// M with holds on a sore day (`PRG-BF2`).
    Light,
    /// One exercise alone, from the library.
    Try,
}

/// One planned exercise of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The exercise's id.
    pub exercise: String,
    /// Its level.
    pub level: DoseLevel,
    /// Sets.
    pub sets: u8,
    /// Amount a set and side.
    pub amount: u16,
    /// Rest between sets.
    pub rest: Seconds,
}

/// What was done of one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDone {
    /// The exercise's id, as planned.
    pub exercise: String,
    /// Sets done, on the side with fewer.
    pub sets: u8,
    /// Repetitions or seconds done in all, both sides together.
    pub amount: u32,
    /// The worst pain in it, if it hurt.
    pub worst: Option<PainScore>,
    /// The mark (`progression.md` section 6).
    pub mark: Mark,
    /// The exercise it was exchanged for.
    pub exchanged: Option<String>,
}

/// How an exercise went (`progression.md` section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Nothing hurt beyond 3.
    #[default]
    Ok,
    /// Pain of 4 or 5.
    Held,
    /// Pain of 6 or more, or a sharp pain, or the session was ended by a stop rule.
    Bad,
}

/// What kind of hurt (`hurt-kind`, `screening.md` section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HurtKind {
    /// An ache.
    Ache,
    /// Sudden, sharp, stabbing or tearing (`stop-sharp`).
    Sharp,
    /// Locking, catching or giving way (`stop-lock`).
    Lock,
    /// New numbness, tingling or weakness (`stop-numb`).
    Numb,
    /// Chest discomfort, dizziness, faintness (`stop-unwell`).
    Unwell,
    /// Cannot walk normally (`stop-limp`).
    Limp,
    /// Cramp, cold or unsafe in water (`stop-water`).
    Water,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndedHow {
    /// To its end.
    Done,
    /// The runner ended it early.
    Early,
    /// A stop rule ended it.
    Stopped,
}
