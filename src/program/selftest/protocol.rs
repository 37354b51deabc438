//! What a self-test is made of.
//!
//! Not here: the tests themselves (see `table`), and how results are classed (see `class`).

use super::figures::Drawn;
use super::norms::Norm;
use crate::library::{Equipment, Tag};
use crate::measure::Way;
use crate::program::evaluation::Region;
use crate::program::reason::SourceKey;
use crate::program::screening::Flag;
use crate::units::Seconds;

/// The parts of the evaluation's tests, in the order in which they are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Section 4.
    Flexibility,
    /// Section 5.
    Balance,
    /// Section 6.
    Strength,
}

/// How several tries come to one result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scoring {
    /// The mean of all.
    Mean,
    /// The best of all.
    Best,
    /// There is one try.
    Single,
}

impl Part {
    /// The parts, in their order.
    pub const ALL: [Self; 3] = [Self::Flexibility, Self::Balance, Self::Strength];

    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Flexibility => "flexibility",
            Self::Balance => "balance",
            Self::Strength => "strength",
        }
    }

    /// Tries a side, and what they come to.
    pub const fn tries(self) -> (usize, Scoring) {
        match self {
            Self::Flexibility => (2, Scoring::Mean),
            Self::Balance => (3, Scoring::Best),
            Self::Strength => (1, Scoring::Single),
        }
    }
}

/// What a result counts. Results are kept in tenths of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Degrees.
    Degrees,
    /// Centimeters.
    Centimeters,
    /// Seconds.
    Seconds,
    /// Repetitions.
    Repetitions,
    /// Points of quality.
    Points,
    /// A pain score.
    Pain,
}

impl Unit {
    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Degrees => "degrees",
            Self::Centimeters => "centimeters",
            Self::Seconds => "seconds",
            Self::Repetitions => "repetitions",
            Self::Points => "points",
            Self::Pain => "pain",
        }
    }
}

/// A class of observation, where nothing is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: &'static str,
    /// What it stands for, in whole units of the test.
    pub value: i16,
}

/// A measure that is always at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Its id.
    pub id: &'static str,
    /// Its length in tenths of a centimeter.
    pub tenths: i32,
}

/// What a test is measured with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Instrument {
    /// The phone as an angle meter; without a sensor one of the choices.
    Angle {
        /// How the angle is read.
        way: Way,
        /// The classes of observation.
        choices: &'static [Choice],
    },
    /// A tape, or the hand.
    Distance {
        /// What of the hand stands for how much.
        hands: &'static [Hand],
    },
    /// A stopwatch up to a cap.
    Stopwatch {
        /// Where it stops by itself.
        cap: Seconds,
    },
    /// A counter up to a cap.
    Counter {
        /// Where it stops by itself.
        cap: u16,
        /// Seconds a repetition, where the test says so.
        beat: Option<Seconds>,
        /// Beats of a metronome a minute.
        metronome: Option<u16>,
    },
    /// A timer, after which pain is the result.
    Press {
        /// How long to press.
        length: Seconds,
    },
    /// How many of these points were kept, after a set of slow repetitions.
    Points {
        /// The ids of the points.
        of: &'static [&'static str],
        /// Repetitions.
        reps: u8,
        /// Seconds a repetition.
        beat: Seconds,
    },
}

/// When two sides differ enough to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// So many tenths of the unit, or more.
    Tenths(i32),
    /// A symmetry index under 90.
    Index,
    /// Another class.
    Class,
    /// Both sides are tested at once, or not compared.
    None,
}

/// When a later result counts as changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// By more than so many tenths of the unit.
    MoreThan(i32),
    /// By a class.
    Class,
}

/// Where pain is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// Anywhere, once there is pain.
    IfPain,
    /// Also without pain: where it is felt, one of these or nowhere.
    Felt(&'static [Region]),
}

/// Who leaves a test out, beside a pain now of 5 or more and tags that meet a flag's constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// This flag stands.
    Flag(Flag),
    /// `cx-impact` is active, and this flag stands.
    FlagWithImpact(Flag),
    /// `s-limp` is `limp`.
    Limp,
    /// Pain now is that high, or higher, where the test asks for less than 5.
    PainNow(u8),
    /// `t-squeeze` was not done, or hurt more than 2.
    Squeeze,
    /// The runner says so when asked before it.
    Ask(Rule),
}

/// A question before a test. "Not sure" counts as yes, and a yes leaves the test out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Knee pain on bending?
    KneeBend,
    /// Knee pain of 4 or more?
    Knee,
    /// Achilles or calf pain of 4 or more?
    Calf,
    /// A shoulder or wrist problem?
    ShoulderWrist,
    /// A shoulder problem?
    Shoulder,
    /// Pain of 4 or more at the side of the hip when lying on it?
    LieSide,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::KneeBend, Self::Knee, Self::Calf, Self::ShoulderWrist, Self::Shoulder, Self::LieSide];

    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::KneeBend => "knee-bend",
            Self::Knee => "knee",
            Self::Calf => "calf",
            Self::ShoulderWrist => "shoulder-wrist",
            Self::Shoulder => "shoulder",
            Self::LieSide => "lie-side",
        }
    }

    /// Whether it is asked for each side, and leaves only that side out.
    pub const fn is_of_a_side(self) -> bool {
        matches!(self, Self::LieSide)
    }
}

/// All that is known of a test beside its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    /// The stable id.
    pub id: &'static str,
    /// Flexibility, balance or strength.
    pub part: Part,
    /// What it needs beside the floor and a wall.
    pub equipment: &'static [Equipment],
    /// What it asks of the body.
    pub tags: &'static [Tag],
    /// Steps in its words.
    pub steps: u8,
    /// What it counts.
    pub unit: Unit,
    /// The least and the most that is a result, in whole units.
    pub range: (i16, i16),
    /// What it is measured with.
    pub instrument: Instrument,
    /// The norm by sex and age.
    pub norm: Norm,
    /// When the sides differ.
    pub difference: Difference,
    /// When a later result differs.
    pub change: Change,
    /// Who leaves it out.
    pub skips: &'static [Skip],
    /// Where it is asked about.
    pub places: Places,
    /// Whether the second at which pain came is asked.
    pub onset: bool,
    /// Both legs at once.
    pub together: bool,
    /// Not asked for by anything but the wish to know.
    pub optional: bool,
    /// The figure.
    pub drawn: Drawn,
    /// Sources of its norm, its side difference and its real change; `conv` last.
    pub sources: &'static [SourceKey],
}

macro_rules! tests {
    ($($(#[$meta:meta])* $variant:ident = $id:literal,)+) => {
        /// A self-test of sections 4 to 6, in the order of the parts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SelfTest { $($(#[$meta])* $variant,)+ }

        impl SelfTest {
            /// All tests, in the order in which they would be done.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }
    };
}

tests! {
    /// Front-of-hip length.
    Thomas = "t-thomas",
    /// Hip turn-in, sitting.
    HipIrSeated = "t-hip-ir-seated",
    /// Hip turn-out, sitting.
    HipErSeated = "t-hip-er-seated",
    /// Hip turn-in, lying on the front.
    HipIrProne = "t-hip-ir-prone",
    /// Figure-four drop.
    Faber = "t-faber",
    /// Ankle bend.
    KneeToWall = "t-knee-to-wall",
    /// Straight-leg raise.
    Aslr = "t-aslr",
    /// Hamstring length, 90-90.
    KneeExtension = "t-knee-extension",
    /// Front-of-thigh length.
    HeelButtock = "t-heel-buttock",
    /// Single-leg stand.
    Stance = "t-stance",
    /// Side plank hold.
    SidePlank = "t-side-plank",
    /// Single-leg bridge, heel on a chair.
    Bridge = "t-bridge",
    /// Side-lying leg raise.
    Abduction = "t-abduction",
    /// Single-leg sit-to-stand.
    SitStand = "t-sit-stand",
    /// Single-leg squat, quality.
    Squat = "t-squat",
    /// Five-second squeeze.
    Squeeze = "t-squeeze",
    /// Inner-thigh hold, short lever.
    Copenhagen = "t-copenhagen",
    /// Knee-lift hold, sitting.
    HipFlexion = "t-hip-flexion",
    /// Single-leg heel raise.
    Calf = "t-calf",
}

impl SelfTest {
    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|test| test.id() == id)
    }

    /// Whether the score of pain is the result itself.
    pub const fn is_pain(self) -> bool {
        matches!(self, Self::Squeeze | Self::HipFlexion)
    }

    /// How many tries a side has, and what they come to.
    pub fn tries(self) -> (usize, Scoring) {
        self.protocol().part.tries()
    }

    /// The choice of that id, where the test has choices.
    pub fn choice(self, id: &str) -> Option<Choice> {
        match self.protocol().instrument {
            Instrument::Angle { choices, .. } => choices.iter().copied().find(|choice| choice.id == id),
            _ => None,
        }
    }

    /// Whether a result, in tenths of the unit, is one at all.
    pub fn is_valid(self, tenths: i32) -> bool {
        let (least, most) = self.protocol().range;
        (i32::from(least) * 10..=i32::from(most) * 10).contains(&tenths)
    }
}
