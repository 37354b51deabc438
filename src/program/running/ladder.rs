//! The three walk/run ladders as data: stages, their intervals, how many good runs each asks for (`return-to-run.md`
//! section 4, `RUN-U1`, `RUN-K1`).
//!
//! Not here: which ladder a runner goes by (see `choice`), and what moves them along it (see `course`).

use crate::program::reason::RuleId;
use crate::units::Seconds;

/// The walk before the first and after the last run of each stage.
pub const WALK_AROUND: Seconds = Seconds(300);

/// A ladder, the easiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ladder {
    /// After a bone stress injury that a clinician cleared: zero pain at the site.
    BoneStressCleared,
    /// For who needs smaller steps.
    Gentle,
    /// For anybody else.
    Standard,
}

/// One row: id, repeats, seconds of each run, seconds of walk between.
type Row = (&'static str, u8, u16, u16);

static GENTLE: [Row; 15] = [
    ("RUN-G1", 6, 30, 120),
    ("RUN-G2", 8, 30, 90),
    ("RUN-G3", 8, 45, 90),
    ("RUN-G4", 7, 60, 90),
    ("RUN-G5", 8, 60, 60),
    ("RUN-G6", 7, 90, 60),
    ("RUN-G7", 6, 120, 60),
    ("RUN-G8", 5, 180, 60),
    ("RUN-G9", 4, 240, 60),
    ("RUN-G10", 4, 300, 60),
    ("RUN-G11", 3, 420, 60),
    ("RUN-G12", 2, 600, 60),
    ("RUN-G13", 1, 1200, 0),
    ("RUN-G14", 1, 1500, 0),
    ("RUN-G15", 1, 1800, 0),
];

static STANDARD: [Row; 12] = [
    ("RUN-S1", 6, 60, 120),
    ("RUN-S2", 8, 60, 90),
    ("RUN-S3", 7, 90, 90),
    ("RUN-S4", 7, 120, 90),
    ("RUN-S5", 5, 180, 90),
    ("RUN-S6", 5, 240, 90),
    ("RUN-S7", 4, 300, 60),
    ("RUN-S8", 3, 420, 60),
    ("RUN-S9", 2, 660, 60),
    ("RUN-S10", 1, 1200, 0),
    ("RUN-S11", 1, 1500, 0),
    ("RUN-S12", 1, 1800, 0),
];

static BONE: [Row; 16] = [
    ("RUN-B1", 5, 30, 150),
    ("RUN-B2", 6, 30, 120),
    ("RUN-B3", 5, 60, 120),
    ("RUN-B4", 6, 60, 120),
    ("RUN-B5", 8, 60, 90),
    ("RUN-B6", 7, 90, 90),
    ("RUN-B7", 6, 120, 90),
    ("RUN-B8", 6, 150, 90),
    ("RUN-B9", 6, 180, 90),
    ("RUN-B10", 5, 240, 60),
    ("RUN-B11", 4, 300, 60),
    ("RUN-B12", 3, 420, 60),
    ("RUN-B13", 2, 600, 60),
    ("RUN-B14", 1, 1200, 0),
    ("RUN-B15", 1, 1500, 0),
    ("RUN-B16", 1, 1800, 0),
];

impl Ladder {
    /// All three, the easiest first.
    pub const ALL: [Self; 3] = [Self::BoneStressCleared, Self::Gentle, Self::Standard];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::BoneStressCleared => "bone-stress-cleared",
            Self::Gentle => "gentle",
            Self::Standard => "standard",
        }
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ladder| ladder.id() == id)
    }

    const fn rows(self) -> &'static [Row] {
        match self {
            Self::BoneStressCleared => &BONE,
            Self::Gentle => &GENTLE,
            Self::Standard => &STANDARD,
        }
    }

    /// Its stages, the easiest first.
    pub fn stages(self) -> impl DoubleEndedIterator<Item = Stage> {
        (1..=self.count()).map(move |number| Stage { ladder: self, number })
    }

    #[expect(clippy::cast_possible_truncation, reason = "a ladder has 16 rows at most")]
    const fn count(self) -> u8 {
        self.rows().len() as u8
    }

    /// Its first stage.
    pub const fn first(self) -> Stage {
        Stage { ladder: self, number: 1 }
    }

    /// Its last stage: 30 minutes in one piece.
    pub const fn last(self) -> Stage {
        Stage { ladder: self, number: self.count() }
    }

    /// Its highest stage with a running time up to that, if there is one (`RUN-M2`). Times do not rise with every
    /// stage, so the highest is looked for from the top.
    pub fn highest_within(self, seconds: u32) -> Option<Stage> {
        self.stages().rev().find(|stage| stage.running().0 <= seconds)
    }

    /// Where a change from a stage of a harder ladder begins (section 3): the highest stage of which neither one run
    /// nor the running time is above those of the stage left, else the first. `bone-stress-cleared` begins anew.
    pub fn coming_from(self, left: Stage) -> Stage {
        if self == Self::BoneStressCleared {
            return self.first();
        }
        let fits = |stage: &Stage| stage.one_run() <= left.one_run() && stage.running() <= left.running();
        self.stages().rev().find(fits).unwrap_or_else(|| self.first())
    }
}

/// One stage of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stage {
    ladder: Ladder,
    number: u8,
}

/// What is done in one interval of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gait {
    /// Walking before the first run.
    WarmUp,
    /// Running.
    Run,
    /// Walking between two runs.
    Walk,
    /// Walking after the last run.
    CoolDown,
}

/// One interval of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// What is done.
    pub gait: Gait,
    /// How long.
    pub seconds: Seconds,
}

impl Stage {
    /// A stage by its number from 1.
    pub fn new(ladder: Ladder, number: u8) -> Option<Self> {
        (1..=ladder.count()).contains(&number).then_some(Self { ladder, number })
    }

    /// Reads a stage's id, such as `RUN-G4`.
    pub fn parse(id: &str) -> Option<Self> {
        Ladder::ALL.into_iter().flat_map(Ladder::stages).find(|stage| stage.id() == id)
    }

    fn row(self) -> &'static Row {
        static NONE: Row = ("", 0, 0, 0);
        self.ladder.rows().get(usize::from(self.number) - 1).unwrap_or(&NONE)
    }

    /// Its ladder.
    pub const fn ladder(self) -> Ladder {
        self.ladder
    }

    /// Its number on the ladder, from 1.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The stable id.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    /// The stage as a rule.
    pub fn rule(self) -> RuleId {
        RuleId(self.id())
    }

    /// How many times one runs.
    pub fn repeats(self) -> u8 {
        self.row().1
    }

    /// The length of each run.
    pub fn one_run(self) -> Seconds {
        Seconds(u32::from(self.row().2))
    }

    /// The walk between two runs.
    pub fn walk(self) -> Seconds {
        Seconds(u32::from(self.row().3))
    }

    /// The running time.
    pub fn running(self) -> Seconds {
        Seconds(u32::from(self.repeats()) * self.one_run().0)
    }

    /// The whole session, with the walks before and after.
    pub fn total(self) -> Seconds {
        Seconds(2 * WALK_AROUND.0 + self.running().0 + (u32::from(self.repeats()) - 1) * self.walk().0)
    }

    /// The intervals in their order.
    pub fn intervals(self) -> Vec<Interval> {
        intervals(self.repeats(), self.one_run(), self.walk())
    }

    /// `RUN-K1`: whether it is run in one piece.
    pub fn is_one_piece(self) -> bool {
        self.repeats() == 1
    }

    /// Whether it is the last of its ladder.
    pub fn is_last(self) -> bool {
        self == self.ladder.last()
    }

    /// The next stage; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::new(self.ladder, self.number + 1)
    }

    /// The stage that many below; never under the first.
    #[must_use]
    pub fn back(self, stages: u8) -> Self {
        Self { number: self.number.saturating_sub(stages).max(1), ..self }
    }

    /// `RUN-U1`: good runs needed to move up.
    pub const fn good_runs(self) -> u8 {
        match (self.ladder, self.number) {
            (Ladder::BoneStressCleared, 1 | 3 | 5 | 14) => 3,
            _ => 2,
        }
    }

    /// `RUN-U1`: whether one very easy run is enough. With the main region at a bone site only on the first stages.
    pub const fn one_is_enough(self, bone_site: bool) -> bool {
        match self.ladder {
            Ladder::BoneStressCleared => false,
            Ladder::Gentle => self.number <= if bone_site { 9 } else { 12 },
            Ladder::Standard => self.number <= if bone_site { 6 } else { 9 },
        }
    }
}

/// The intervals of a run of that many repeats.
pub fn intervals(repeats: u8, run: Seconds, walk: Seconds) -> Vec<Interval> {
    let mut all = vec![Interval { gait: Gait::WarmUp, seconds: WALK_AROUND }];
    for repeat in 0..repeats {
        if repeat > 0 && walk.0 > 0 {
            all.push(Interval { gait: Gait::Walk, seconds: walk });
        }
        all.push(Interval { gait: Gait::Run, seconds: run });
    }
    all.push(Interval { gait: Gait::CoolDown, seconds: WALK_AROUND });
    all
}

/// `RUN-K1`: the run that bridges to running in one piece, 2 x 600 s.
pub const BRIDGE: (u8, Seconds, Seconds) = (2, Seconds(600), Seconds(60));
