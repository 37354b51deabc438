//! The questions of the history with their blocks, types, ranges and options (`evaluation.md` section 1).
//!
//! Not here: their words (see `locale`), which answers fit (see `answers`), and what is asked next (see `state`).

use super::region::REGION_IDS;

/// One block of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// About you.
    About,
    /// Pain.
    Pain,
    /// Running and training.
    Running,
    /// Days, minutes, equipment, pool.
    Practical,
}

impl Block {
    /// The blocks in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::About, Self::Pain, Self::Running, Self::Practical];

    /// The last part of the words' key (`block.<id>`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Pain => "pain",
            Self::Running => "running",
            Self::Practical => "practical",
        }
    }
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Exactly one option.
    One,
    /// Some options, that many at least; an option that says "none" or "nothing" stands alone.
    Many {
        /// The least.
        least: u8,
    },
    /// A whole number within these bounds.
    Number {
        /// The least.
        min: u16,
        /// The most.
        max: u16,
    },
    /// A pain score from 0 to 10.
    Nprs,
    /// A pain score, or the one option that is no number.
    NprsOr,
    /// A day, from today to three years ahead.
    Date,
    /// Up to three activities, each with a score from 0 to 10.
    Activities,
}

const SCORES: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const SCORES_OR_NOT_RUNNING: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "not-running"];

struct Row {
    id: &'static str,
    block: Block,
    kind: Kind,
    options: &'static [&'static str],
    required: bool,
}

const fn row(id: &'static str, block: Block, kind: Kind, options: &'static [&'static str]) -> Row {
    Row { id, block, kind, options, required: true }
}

const fn one(id: &'static str, block: Block, options: &'static [&'static str]) -> Row {
    row(id, block, Kind::One, options)
}

const fn many(id: &'static str, block: Block, least: u8, options: &'static [&'static str]) -> Row {
    row(id, block, Kind::Many { least }, options)
}

const fn number(id: &'static str, block: Block, min: u16, max: u16) -> Row {
    row(id, block, Kind::Number { min, max }, &[])
}

const fn nprs(id: &'static str) -> Row {
    row(id, Block::Pain, Kind::Nprs, SCORES)
}

impl Row {
    /// It may be skipped.
    const fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

macro_rules! questions {
    ($($(#[$meta:meta])* $variant:ident = $row:expr,)+) => {
        /// A question of the history, in the order in which they are asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Question { $($(#[$meta])* $variant,)+ }

        static ROWS: [Row; QUESTION_COUNT] = [$($row),+];

        /// How many questions there are.
        pub const QUESTION_COUNT: usize = [$(Question::$variant),+].len();

        /// All questions, in the order in which they are asked.
        pub const QUESTIONS: [Question; QUESTION_COUNT] = [$(Question::$variant),+];
    };
}

questions! {
    /// Age in years; taken from `s-age` and never asked here.
    Age = number("q-age", Block::About, 10, 100),
    /// Whose norms to compare with.
    Sex = one("q-sex", Block::About, &["female", "male", "not-said"]),
    /// What to get back to.
    Goal = one("q-goal", Block::About, &["daily", "run-30", "5k", "10k", "half", "marathon", "trail"]),
    /// A date or race.
    GoalDate = row("q-goal-date", Block::About, Kind::Date, &[]).optional(),
    /// What the hip makes hard.
    Activities = row("q-activities", Block::About, Kind::Activities, &[]).optional(),
    /// How sure the runner is to be able to do the plan.
    Confidence = number("q-confidence", Block::About, 0, 10).optional(),

    /// Which hip.
    Side = one("q-side", Block::Pain, &["left", "right", "both-left-worse", "both-right-worse", "both-same"]),
    /// The spot that hurts most.
    RegionMain = one("q-region-main", Block::Pain, REGION_IDS),
    /// Other spots that hurt.
    RegionsOther = many("q-regions-other", Block::Pain, 0, REGION_IDS).optional(),
    /// Pain right now.
    NprsNow = nprs("q-nprs-now"),
    /// Worst pain in the last 24 hours.
    NprsWorst = nprs("q-nprs-worst"),
    /// Average pain in the last 24 hours.
    NprsAverage = nprs("q-nprs-average"),
    /// Pain in 20 minutes of walking.
    NprsWalk = nprs("q-nprs-walk"),
    /// Pain on two flights of stairs.
    NprsStairs = nprs("q-nprs-stairs").optional(),
    /// Worst pain during the last easy run.
    NprsRun = row("q-nprs-run", Block::Pain, Kind::NprsOr, SCORES_OR_NOT_RUNNING),
    /// How long it has hurt.
    Duration = one("q-duration", Block::Pain, &["w0-2", "w2-6", "w6-12", "m3-6", "m6-12", "y1"]),
    /// How long a rise of pain stays.
    Settle = one("q-settle", Block::Pain, &["minutes", "hours", "next-day"]).optional(),
    /// How it started.
    Onset = one("q-onset", Block::Pain, &["slow", "sudden", "after-change"]).optional(),
    /// What brings it on.
    Aggravators = many("q-aggravators", Block::Pain, 1, AGGRAVATOR_IDS),
    /// What eases it.
    Easers = many("q-easers", Block::Pain, 1, EASER_IDS).optional(),
    /// Stiff in the morning?
    Stiff = one("q-stiff", Block::Pain, &["none", "m1-30", "m31-60", "m60plus"]),

    /// Where the runner is with running.
    RunStatus =
        one("q-run-status", Block::Running, &["usual", "less", "walk-run", "off-short", "off-long", "never"]),
    /// Years of running.
    RunYears = number("q-run-years", Block::Running, 0, 80).optional(),
    /// Runs a week now.
    RunDays = number("q-run-days", Block::Running, 0, 14),
    /// Kilometers a week now, mean of 4 weeks.
    KmNow = number("q-km-now", Block::Running, 0, 250),
    /// Kilometers a week before the pain.
    KmUsual = number("q-km-usual", Block::Running, 0, 250),
    /// Longest run of the last 30 days, in kilometers.
    LongestKm = number("q-longest-km", Block::Running, 0, 170),
    /// Longest run of the last 30 days, in minutes.
    LongestMin = number("q-longest-min", Block::Running, 0, 1800).optional(),
    /// Minutes of running before pain passes 3; 0 = not at all.
    EasyMin = number("q-easy-min", Block::Running, 0, 300),
    /// What changed in the 6 weeks before.
    LoadChange = many("q-load-change", Block::Running, 1, &[
        "distance", "speed", "surface", "shoes", "race", "return", "life", "none",
    ]),
    /// Where the runner runs.
    Surface =
        many("q-surface", Block::Running, 1, &["road", "trail", "track", "treadmill", "camber", "hills"]).optional(),
    /// Kilometers on the shoes.
    ShoeKm = number("q-shoe-km", Block::Running, 0, 3000).optional(),
    /// Earlier injuries that stopped running for a week or more.
    Previous = many("q-previous", Block::Running, 1, &[
        "hip", "back", "knee", "shin", "ankle-foot", "hamstring", "groin", "bone-stress", "none",
    ]).optional(),
    /// Days of strength training a week.
    StrengthDays = number("q-strength-days", Block::Running, 0, 7),
    /// Hours of sleep.
    Sleep = number("q-sleep", Block::Running, 3, 12).optional(),
    /// Stress in the last week.
    Stress = number("q-stress", Block::Running, 0, 10).optional(),
    /// What the day mostly is.
    Work = one("q-work", Block::Running, &["sitting", "standing", "walking", "heavy"]).optional(),

    /// Days a week for the plan.
    Days = number("q-days", Block::Practical, 2, 7),
    /// Which days suit.
    Weekdays =
        many("q-weekdays", Block::Practical, 0, &["mon", "tue", "wed", "thu", "fri", "sat", "sun"]).optional(),
    /// Minutes a session.
    Minutes = one("q-minutes", Block::Practical, &["10", "20", "30", "45"]),
    /// What is at hand.
    Equipment = many("q-equipment", Block::Practical, 0, &[
        "mat", "chair", "bench", "step", "band-loop", "band-long", "ball-soft", "ball-small", "foam-roller", "stick",
        "strap", "slider", "weight", "treadmill",
    ]),
    /// What water there is.
    Pool = one("q-pool", Block::Practical, &["no", "shallow", "deep", "both"]),
}

/// What brings the pain on (`evaluation.md` 1.4): the options of `q-aggravators`.
pub const AGGRAVATOR_IDS: &[&str] = &[
    "a-lie-side",
    "a-one-leg",
    "a-cross-legs",
    "a-stairs",
    "a-deep-bend",
    "a-twist",
    "a-sit-long",
    "a-sit-bone",
    "a-bend-forward",
    "a-fast",
    "a-squeeze",
    "a-knee-lift",
    "a-leg-back",
    "a-cough",
    "a-start-stiff",
    "a-socks",
    "a-walk-long",
    "a-run-only",
    "a-nothing",
];

/// What eases it: the options of `q-easers`.
pub const EASER_IDS: &[&str] =
    &["e-rest", "e-move", "e-warm", "e-cold", "e-position", "e-walk", "e-medicine", "e-nothing"];

impl Question {
    #[expect(clippy::indexing_slicing, reason = "the macro writes one row for each variant, in their order")]
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The stable id, such as `q-region-main`.
    pub const fn id(self) -> &'static str {
        self.row().id
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        QUESTIONS.into_iter().find(|question| question.id() == id)
    }

    /// The block that it belongs to.
    pub const fn block(self) -> Block {
        self.row().block
    }

    /// How it is answered.
    pub const fn kind(self) -> Kind {
        self.row().kind
    }

    /// The ids of its options in their order; numbers, days and texts have none.
    pub const fn options(self) -> &'static [&'static str] {
        self.row().options
    }

    /// Whether the first plan holds until it is answered. Any other question may be skipped.
    pub const fn is_required(self) -> bool {
        self.row().required
    }

    /// Whether it is put to the runner here; the age is known from the safety screen.
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::Age)
    }

    /// Whether an option says that there is none, and so stands alone.
    pub fn is_alone(option: &str) -> bool {
        matches!(option, "none" | "a-nothing" | "e-nothing")
    }

    /// Where the words of an option are found by id: regions, aggravators and easers have an area of their own.
    pub fn words_of(self, option: &str) -> String {
        let area = match self {
            Self::RegionMain | Self::RegionsOther => "region",
            Self::Aggravators => "aggravator",
            Self::Easers => "easer",
            _ => return ["question", self.id(), option].join("."),
        };
        [area, option].join(".")
    }

    /// The questions of a block that are put to the runner.
    pub fn of_block(block: Block) -> impl Iterator<Item = Self> {
        QUESTIONS.into_iter().filter(move |question| question.block() == block && question.is_asked())
    }
}
