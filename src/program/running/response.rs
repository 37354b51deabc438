//! What a run comes to by its three checks: colors, and the decision rows `RUN-D1` to `RUN-D7` and `RUN-Z1` to
//! `RUN-Z5` (`return-to-run.md` section 5). Pure tables over one run.
//!
//! Not here: what several runs come to together (third Hold in a row, second black), see `course`.

use crate::program::reason::RuleId;
use crate::units::{Effort, PainScore};

/// The color of a check, the mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Color {
    /// As it should be.
    Green,
    /// A little more than it should be.
    Yellow,
    /// Too much.
    Red,
    /// Far too much.
    Black,
}

impl Color {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Black => "black",
        }
    }
}

/// The class of the next morning (`PRG-A1` to `PRG-A4`), the mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Morning {
    /// As usual.
    Settled,
    /// A little more than usual.
    Slight,
    /// Clearly more.
    Up,
    /// Very bad.
    Severe,
}

/// The answer of the next morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MorningAnswer {
    /// The 36 hours are not over.
    Open,
    /// They are, without an answer.
    Missing,
    /// Answered.
    Given {
        /// Pain then.
        pain: PainScore,
        /// What it comes to.
        class: Morning,
    },
}

/// What was felt at a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what was seen, each by itself, as the journal has it")]
pub struct Felt {
    /// The highest pain during it; `None`: not said.
    pub during: Option<PainScore>,
    /// It grew for 2 minutes.
    pub grew: bool,
    /// A limp.
    pub limp: bool,
    /// A sharp pain.
    pub sharp: bool,
    /// After 60 minutes.
    pub after: Option<PainScore>,
    /// The next morning.
    pub morning: MorningAnswer,
    /// How hard it was.
    pub effort: Option<Effort>,
    /// It was done as planned.
    pub finished: bool,
}

/// The bounds between the colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The highest pain that is green: 3, or the clinician's `painLimit` (`PRG-Y2`).
    pub green: u8,
}

impl Bounds {
    /// 0 to 3 is green.
    pub const USUAL: Self = Self { green: 3 };

    /// `RUN-M5`: with the main region at a bone site, pain 3 counts as 4 while running on.
    #[must_use]
    pub const fn bone(self) -> Self {
        Self { green: if self.green > 2 { 2 } else { self.green } }
    }
}

/// The colors of the three checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colors {
    /// During the run.
    pub during: Color,
    /// An hour after; without an answer that of "during".
    pub after: Color,
    /// The next morning; yellow without an answer. `None` while it is open.
    pub morning: Option<Color>,
    /// The morning's answer is missing.
    pub morning_missing: bool,
}

impl Colors {
    /// The colors of a run (section 5.1). Pain that was not told is never green.
    pub fn of(felt: &Felt, bounds: Bounds) -> Self {
        let by_pain = |pain: u8| match pain {
            pain if pain <= bounds.green => Color::Green,
            0..=5 => Color::Yellow,
            _ => Color::Red,
        };
        let mut during = felt.during.map_or(Color::Yellow, |pain| by_pain(pain.get()));
        if felt.grew {
            during = during.max(Color::Yellow);
        }
        if felt.limp || felt.sharp {
            during = during.max(Color::Red);
        }
        let after = felt.after.map_or(during, |pain| if pain.get() >= 8 { Color::Black } else { by_pain(pain.get()) });
        let (morning, morning_missing) = match felt.morning {
            MorningAnswer::Open => (None, false),
            MorningAnswer::Missing => (Some(Color::Yellow), true),
            MorningAnswer::Given { class, .. } => (
                Some(match class {
                    Morning::Settled => Color::Green,
                    Morning::Slight => Color::Yellow,
                    Morning::Up => Color::Red,
                    Morning::Severe => Color::Black,
                }),
                false,
            ),
        };
        Self { during, after, morning, morning_missing }
    }

    /// The known checks.
    pub fn known(self) -> impl Iterator<Item = Color> {
        [Some(self.during), Some(self.after), self.morning].into_iter().flatten()
    }

    /// The worst of them.
    pub fn worst(self) -> Color {
        self.known().max().unwrap_or(Color::Green)
    }

    /// Three green.
    pub fn all_green(self) -> bool {
        self.morning == Some(Color::Green) && self.worst() == Color::Green
    }

    fn count(self, color: Color) -> usize {
        self.known().filter(|known| *known == color).count()
    }
}

/// What a run decides by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A good run; it counts for the next stage.
    Good,
    /// The same stage again.
    Hold,
    /// That many stages back, and no run for that many hours.
    Back {
        /// Stages.
        stages: u8,
        /// Hours without a run.
        hours: u8,
    },
    /// Not passed: the same stage after 72 hours (`RUN-Z3`).
    Again,
    /// No running until a clinician's OK (`RUN-Z1`, `RUN-Z2`).
    Stop,
}

/// The row that decided, and what it decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The row.
    pub rule: RuleId,
    /// What it decides.
    pub step: Step,
}

const fn decided(rule: &'static str, step: Step) -> Decided {
    Decided { rule: RuleId(rule), step }
}

/// Rows `RUN-D1` to `RUN-D7`. While the morning is open the other two checks decide; a good run waits for it as `RUN-D5`
/// ("a result still open counts as Hold").
pub fn by_colors(colors: Colors, felt: &Felt) -> Decided {
    if colors.count(Color::Black) > 0 {
        return decided("RUN-D1", Step::Back { stages: 2, hours: 72 });
    }
    match (colors.count(Color::Red), colors.count(Color::Yellow)) {
        (2.., _) => decided("RUN-D2", Step::Back { stages: 2, hours: 72 }),
        (1, _) => decided("RUN-D3", Step::Back { stages: 1, hours: 48 }),
        (0, 2..) => decided("RUN-D4", Step::Back { stages: 1, hours: 0 }),
        (0, 1) => decided("RUN-D5", Step::Hold),
        (0, 0) if felt.effort.is_some_and(|effort| effort.get() >= 8) || !felt.finished => {
            decided("RUN-D6", Step::Hold)
        }
        (0, 0) if colors.morning.is_none() => decided("RUN-D5", Step::Hold),
        (0, 0) => decided("RUN-D7", Step::Good),
    }
}

/// Pain at the site on the `bone-stress-cleared` ladder: the old spot and every bone site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AtSite {
    /// During the run; 0 when it hurt elsewhere alone. `None`: not said.
    pub during: Option<u8>,
    /// After 60 minutes.
    pub after: Option<u8>,
    /// The next morning.
    pub morning: Option<u8>,
    /// Gone within 5 minutes of walking.
    pub gone: bool,
    /// New pain at rest or at night.
    pub rest: bool,
}

/// Rows `RUN-Z1` to `RUN-Z5`; `None` is `RUN-Z4`: zero at all three checks, the colors decide.
pub fn by_site(site: AtSite, felt: &Felt) -> Option<Decided> {
    let at_least = |pain: Option<u8>, least: u8| pain.is_some_and(|pain| pain >= least);
    let anywhere = at_least(site.during, 3) || at_least(site.after, 1) || at_least(site.morning, 1);
    if anywhere || felt.limp || site.rest {
        return Some(decided("RUN-Z1", Step::Stop));
    }
    match site.during {
        Some(1 | 2) if !site.gone => Some(decided("RUN-Z2", Step::Stop)),
        Some(1 | 2) => Some(decided("RUN-Z3", Step::Again)),
        Some(0) if site.after.is_some() && site.morning.is_some() => None,
        _ => Some(decided("RUN-Z5", Step::Hold)),
    }
}
