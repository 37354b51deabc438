//! The safety questions with their blocks, types and options (`screening.md` section 2).
//!
//! Not here: their words (see `locale`), and what an answer raises (see `raise` and `table`).

/// One block of safety questions; flags are worked out at the end of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// Today, right now.
    A,
    /// Needs a look today or tomorrow.
    B,
    /// Could a bone be overloaded?
    C,
    /// Health background.
    D,
}

impl Block {
    /// The blocks in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
        }
    }
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Yes, no or not sure.
    YesNo,
    /// Exactly one option.
    One,
    /// One or more options; `none` clears the rest.
    Many,
    /// A whole number within these bounds.
    Number {
        /// The least.
        min: u8,
        /// The most.
        max: u8,
    },
    /// A pain score: a whole number from 0 to 10.
    Nprs,
}

const YES_NO: &[&str] = &["yes", "no", "not-sure"];
const SCORES: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

struct Row {
    id: &'static str,
    block: Block,
    kind: Kind,
    options: &'static [&'static str],
}

const fn yes_no(id: &'static str, block: Block) -> Row {
    Row { id, block, kind: Kind::YesNo, options: YES_NO }
}

const fn one(id: &'static str, block: Block, options: &'static [&'static str]) -> Row {
    Row { id, block, kind: Kind::One, options }
}

const fn many(id: &'static str, block: Block, options: &'static [&'static str]) -> Row {
    Row { id, block, kind: Kind::Many, options }
}

macro_rules! questions {
    ($($(#[$meta:meta])* $variant:ident = $row:expr,)+) => {
        /// A safety question, in the order in which they are asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Question { $($(#[$meta])* $variant,)+ }

        static ROWS: [Row; QUESTION_COUNT] = [$($row),+];

        /// How many safety questions there are.
        pub const QUESTION_COUNT: usize = [$(Question::$variant),+].len();

        /// All safety questions, in the order in which they are asked.
        pub const QUESTIONS: [Question; QUESTION_COUNT] = [$(Question::$variant),+];
    };
}

questions! {
    /// Unable to stand on the leg?
    BearWeight = yes_no("s-bear-weight", Block::A),
    /// Does the leg look out of shape?
    Deformity = yes_no("s-deformity", Block::A),
    /// Signs of pressure on the nerves at the base of the spine.
    Saddle = many("s-saddle", Block::A, &["saddle-numb", "urine", "bowel", "sexual", "both-legs", "none"]),
    /// Fever, or a hot joint?
    Fever = yes_no("s-fever", Block::A),
    /// Chest pain, hard to breathe?
    Chest = yes_no("s-chest", Block::A),
    /// A cold or pale leg?
    LegCold = yes_no("s-leg-cold", Block::A),
    /// Pain or swelling in a testicle?
    Testicle = one("s-testicle", Block::A, &["yes", "no", "not-sure", "does-not-apply"]),
    /// Strong belly pain?
    Belly = yes_no("s-belly", Block::A),

    /// A swollen calf or thigh?
    Calf = yes_no("s-calf", Block::B),
    /// A fall or blow that nobody has examined?
    Trauma = yes_no("s-trauma", Block::B),
    /// A pop or tear that nobody has examined?
    Pop = yes_no("s-pop", Block::B),
    /// A leg that loses strength?
    FootDrop = yes_no("s-foot-drop", Block::B),
    /// Is the hip stuck?
    LockedNow = yes_no("s-locked-now", Block::B),
    /// Blood in the urine?
    UrineBlood = yes_no("s-urine-blood", Block::B),

    /// Where the pain is.
    Place = many("s-place", Block::C, &[
        "deep-groin", "front-thigh", "pubic", "deep-buttock-sacrum", "outer", "sit-bone", "inner-muscle", "other",
    ]),
    /// What the pain does during a run.
    RunPain = one("s-run-pain", Block::C, &["eases", "same", "grows", "after", "stopped", "none", "not-running"]),
    /// Pain in walking or standing.
    WalkPain = one("s-walk-pain", Block::C, &["no", "mild", "more"]),
    /// Pain at rest or in sleep.
    RestPain = one("s-rest-pain", Block::C, &["no", "on-side", "some", "constant"]),
    /// Can the runner walk normally?
    Limp = one("s-limp", Block::C, &["normal", "first-steps", "limp"]),
    /// How long, and has it changed?
    Course = one("s-course", Block::C, &["same", "changed", "new", "not-sure"]),
    /// Did the running jump up?
    LoadJump = yes_no("s-load-jump", Block::C),
    /// An earlier bone stress injury?
    Bsi = one("s-bsi", Block::C, &["never", "old", "recent-other", "recent-hip-cleared", "recent-hip-open"]),
    /// Signs of too little energy, or thin bones.
    Energy = many("s-energy", Block::C, &["periods", "weight", "eating", "eating-past", "bone", "hormone", "none"]),

    /// Age in years.
    Age = Row { id: "s-age", block: Block::D, kind: Kind::Number { min: 10, max: 100 }, options: &[] },
    /// Ever had cancer?
    Cancer = yes_no("s-cancer", Block::D),
    /// Unwell with no known reason?
    Unwell = yes_no("s-unwell", Block::D),
    /// What can harm the blood supply of the hip.
    BloodSupply =
        many("s-blood-supply", Block::D, &["steroid", "alcohol", "sickle", "lupus", "bends", "treatment", "none"]),
    /// Surgery?
    Surgery = one("s-surgery", Block::D, &["none", "old-hip", "recent", "replacement"]),
    /// A fresh injection?
    Injection = yes_no("s-injection", Block::D),
    /// Pregnant, or gave birth?
    Pregnancy =
        one("s-pregnancy", Block::D, &["no", "pregnant", "birth-12w", "birth-year-ok", "birth-year-symptoms"]),
    /// Heart, lungs, kidneys, diabetes.
    Heart = one("s-heart", Block::D, &["none", "stable", "inactive", "symptoms"]),
    /// Clicking, catching, locking.
    Locking = one("s-locking", Block::D, &["no", "click", "catch", "lock"]),
    /// Numbness in the leg.
    Numb = one("s-numb", Block::D, &["no", "thigh-patch", "below-knee"]),
    /// A groin lump, or pain with a cough.
    Lump = one("s-lump", Block::D, &["no", "cough", "lump"]),
    /// Signs of inflammatory joint disease.
    Inflammatory =
        many("s-inflammatory", Block::D, &["stiff-60", "late-night", "swollen", "skin-eye-bowel", "none"]),
    /// Medicines, and a clot.
    Medicine = many("s-medicine", Block::D, &["thinner", "clot", "quinolone", "none"]),
    /// Trouble of the skin.
    Skin = yes_no("s-skin", Block::D),
    /// A shallow or loose hip.
    Lax = yes_no("s-lax", Block::D),
    /// Told not to run or exercise?
    ToldNo = one("s-told-no", Block::D, &["no", "run", "all", "not-sure"]),
    /// Worse although less was done?
    Worse = yes_no("s-worse", Block::D),
    /// Pain now, sitting still.
    RestNow = Row { id: "s-rest-now", block: Block::D, kind: Kind::Nprs, options: SCORES },
    /// Down to the floor and up again? Worded positively: `no` is the answer that raises a flag.
    Floor = yes_no("s-floor", Block::D),
    /// What speaks against a pool; asked only of those who can use one.
    Pool = many("s-pool", Block::D, &["wound", "seizure", "bowel", "chlorine", "no-swim", "none"]),
}

impl Question {
    #[expect(clippy::indexing_slicing, reason = "the macro writes one row for each variant, in their order")]
    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The stable id, such as `s-limp`.
    pub const fn id(self) -> &'static str {
        self.row().id
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        QUESTIONS.into_iter().find(|question| question.id() == id)
    }

    /// The block that it belongs to. `s-age` may be asked earlier (CR3).
    pub const fn block(self) -> Block {
        self.row().block
    }

    /// How it is answered.
    pub const fn kind(self) -> Kind {
        self.row().kind
    }

    /// The ids of its options in their order; a pain score has its eleven numbers, a number none.
    pub const fn options(self) -> &'static [&'static str] {
        self.row().options
    }

    /// The questions of a block.
    pub fn of_block(block: Block) -> impl Iterator<Item = Self> {
        QUESTIONS.into_iter().filter(move |question| question.block() == block)
    }
}

/// Some options of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The question.
    pub question: Question,
    /// One bit for each of the options.
    bits: u16,
}

impl Choice {
    /// These options of that question. In a constant, an option that the question does not have stops the build.
    #[expect(clippy::indexing_slicing, reason = "only constants are made of it, and the loops are bounded")]
    pub const fn of(question: Question, options: &[&str]) -> Self {
        let known = question.options();
        let mut bits = 0;
        let mut wanted = 0;
        while wanted < options.len() {
            let mut at = 0;
            while at < known.len() && !is_same(known[at], options[wanted]) {
                at += 1;
            }
            assert!(at < known.len(), "the question has no such option");
            bits |= 1 << at;
            wanted += 1;
        }
        Self { question, bits }
    }

    /// One bit for each of the options, the first option lowest.
    pub const fn bits(self) -> u16 {
        self.bits
    }
}

#[expect(clippy::indexing_slicing, reason = "both are as long as the counter goes")]
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}
