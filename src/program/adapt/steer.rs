//! What steers the course from outside, and a session that waits for its morning.

use super::items::DoneItem;
use crate::journal::{EntryId, SessionKind};
use crate::library::{Constraint, ExerciseId, Library, Pattern};
use crate::program::plan::{Aggravator, Settings};
use crate::units::{Day, Effort, Millis, PainScore};

/// What is known of running, from the rules of return to run.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunFacts {
    /// `RUN-R01` to `RUN-R14` are true: `run` opens (`PRG-L1`).
    pub ready: bool,
    /// Running on is open (`return-to-run.md` section 11), with that many runs a week at most.
    pub on: Option<u8>,
    /// `RUN-R01` is true: weeks of `run` and `keep` have runs.
    pub open: bool,
    /// The last stage is passed, with two 30-minute runs in one piece with three green (`PRG-R1`).
    pub finished: bool,
    /// `RUN-L2` is true: the slowest ladder.
    pub slowest: bool,
    /// The main region is a bone site.
    pub bone_site: bool,
}

/// What steers the course from outside: the pattern and what the screen and the tests say now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steer {
    /// The pattern.
    pub pattern: Pattern,
    /// After row D2 the mixed ones.
    pub mixed: Vec<Pattern>,
    /// What brings the pain on.
    pub aggravators: Vec<Aggravator>,
    /// The constraints of the screening.
    pub constraints: Vec<Constraint>,
    /// A flag dropped to `Caution` by an OK, or one of the watch flags of `PRG-P4`, at the first evaluation.
    pub careful: bool,
    /// New strength exercises that begin at level 2 by their test (`PRG-Q5`).
    pub at_two: Vec<ExerciseId>,
    /// Runs.
    pub running: RunFacts,
    /// The entry with which the first evaluation ended: from there on the plan moves.
    pub ended: Option<EntryId>,
}

impl Steer {
    /// Without an evaluation, tests and runs.
    pub const fn first_plan() -> Self {
        Self {
            pattern: Pattern::LoadGeneral,
            mixed: Vec::new(),
            aggravators: Vec::new(),
            constraints: Vec::new(),
            careful: false,
            at_two: Vec::new(),
            running: RunFacts {
                ready: false,
                on: None,
                open: false,
                finished: false,
                slowest: false,
                bone_site: false,
            },
            ended: None,
        }
    }
}

/// What the course needs at hand while it takes an entry in.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The exercises.
    pub library: &'a Library,
    /// What steers it.
    pub steer: &'a Steer,
    /// The settings of that moment.
    pub settings: &'a Settings,
    /// Usual pain of that moment.
    pub usual: Option<PainScore>,
    /// Minutes that the runner's zone is ahead of UTC.
    pub zone: i16,
}

/// A session whose result is open.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its entry.
    pub id: EntryId,
    /// Its local day.
    pub day: Day,
    /// Its type.
    pub kind: SessionKind,
    /// When it ended; not yet known while it runs.
    pub ended: Option<Millis>,
    /// Its exercises, fill left out, each once.
    pub items: Vec<DoneItem>,
    /// The worst pain that was told.
    pub worst: Option<PainScore>,
    /// How hard it was.
    pub effort: Option<Effort>,
    /// The runner was asked about it afterwards.
    pub told: bool,
    /// A stop rule ended it (`PRG-D1`).
    pub stopped: bool,
    /// Half or more was done.
    pub done: bool,
    /// A rule lowered the sets of mobility then, so that one set is not fill for certain.
    pub lowered: bool,
}
