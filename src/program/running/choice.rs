//! Which ladder (`RUN-L1` to `RUN-L4`), what the impact steps hold (`RUN-V1` to `RUN-V4`), and where running on starts
//! (`RUN-M2`, `RUN-M3`).
//!
//! Not here: whether any of them is open.

use super::basis::{Basis, reason, said};
use super::ladder::{Ladder, Stage};
use super::log::{RunLog, Told};
use super::what::ImpactStep;
use crate::journal::EntryId;
use crate::library::{Constraint, DoseLevel, Pattern};
use crate::program::plan::Irritability;
use crate::program::reason::{Input, Reason};
use crate::program::screening::{Flag, Question};
use crate::units::Day;

/// Flags that ask for the gentle ladder while they were raised in the last 12 months (`RUN-L3`).
const GENTLE_FLAGS: [Flag; 10] = [
    Flag::BoneWatch,
    Flag::BoneCheck,
    Flag::BloodSupply,
    Flag::BloodSupplyWatch,
    Flag::Energy,
    Flag::EnergyWatch,
    Flag::LowBoneDensity,
    Flag::LowBoneWatch,
    Flag::ToldNoRun,
    Flag::Postpartum,
];
const YEAR: i32 = 365;

/// The ladder and why; `Err` is `RUN-L1`: none.
pub fn ladder(basis: &Basis<'_>, log: &RunLog, today: Day) -> Result<(Ladder, Reason), Reason> {
    if let Some(lock) = basis.lock(today) {
        return Err(Reason { rule: crate::program::reason::RuleId("RUN-L1"), ..lock });
    }
    if basis.is_bone_ladder() {
        let flags = [Flag::BsiCleared, Flag::BsiOpen, Flag::BoneCheck].into_iter().filter(|flag| basis.has(*flag));
        let inputs = flags.map(|flag| Input::Flag(flag.id())).collect();
        return Ok((Ladder::BoneStressCleared, reason("RUN-L2", inputs, &["conv"])));
    }
    let inputs = gentle(basis, log, today);
    if inputs.is_empty() {
        Ok((Ladder::Standard, reason("RUN-L4", inputs, &["conv"])))
    } else {
        Ok((Ladder::Gentle, reason("RUN-L3", inputs, &["conv"])))
    }
}

/// `RUN-L3`: everything that asks for the gentle ladder.
fn gentle(basis: &Basis<'_>, log: &RunLog, today: Day) -> Vec<Input> {
    let mut inputs = Vec::new();
    // An irritability that was never worked out counts as high.
    if basis.first_irritability.is_none_or(|first| first == Irritability::High) {
        inputs.push(said("irritability", "high"));
    }
    if let Some(status) = log.newest("q-run-status").and_then(Told::text)
        && matches!(status, "off-long" | "never")
    {
        inputs.push(said("q-run-status", status));
    }
    let answers = &basis.screening.answers;
    match answers.number(Question::Age) {
        Some(age) if age < 60 => {}
        Some(age) => inputs.push(said("s-age", age.to_string())),
        None => inputs.push(Input::Said { question: "s-age", answer: Vec::new() }),
    }
    for pattern in [Pattern::StiffHip, Pattern::DeepButtock] {
        if basis.is_pattern(&[pattern]) {
            inputs.push(Input::Pattern(pattern));
        }
    }
    let bsi = answers.ids(Question::Bsi);
    if bsi != ["never"] {
        inputs.push(Input::Said { question: "s-bsi", answer: bsi });
    }
    let recent = log.raised.iter().filter(|(_, day, _)| today.since(*day) <= YEAR);
    let standing = |flag: &Flag| basis.has(*flag) || recent.clone().any(|(.., set)| set.contains(*flag));
    inputs.extend(GENTLE_FLAGS.into_iter().filter(standing).map(|flag| Input::Flag(flag.id())));
    if basis.is_active(Constraint::Ballistic) {
        inputs.push(Input::Constraint(Constraint::Ballistic));
    }
    inputs
}

/// What an impact step is made of, and the row that says so (`RUN-V1` to `RUN-V4`).
pub fn impact_content(
    basis: &Basis<'_>,
    step: ImpactStep,
) -> Result<(&'static str, DoseLevel, &'static str), &'static str> {
    use DoseLevel::{One, Three, Two};
    use ImpactStep::{I1, I2, I3, I4};
    if basis.excludes("quick-steps") {
        return Err("RUN-V1");
    }
    let (rule, content) = if basis.excludes("pogo-double") {
        (
            "RUN-V2",
            match step {
                I1 => ("quick-steps", One),
                I2 => ("quick-steps", Two),
                I3 | I4 => ("quick-steps", Three),
            },
        )
    } else if basis.excludes("hop-single") {
        (
            "RUN-V3",
            match step {
                I1 => ("quick-steps", One),
                I2 => ("pogo-double", One),
                I3 => ("pogo-double", Two),
                I4 => ("pogo-double", Three),
            },
        )
    } else {
        (
            "RUN-V4",
            match step {
                I1 => ("quick-steps", One),
                I2 => ("pogo-double", One),
                I3 => ("hop-single", One),
                I4 => ("hop-single", Two),
            },
        )
    };
    Ok((content.0, content.1, rule))
}

/// Where a runner stands on a ladder, or above it in running on (`RUN-M3`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A stage.
    Stage(Stage),
    /// Easy runs in one piece: 70, 77, 84, 91, 98 % of the longest answered.
    Easy {
        /// The ladder below.
        ladder: Ladder,
        /// 0 to 4.
        rise: u8,
    },
}

/// Percent of the longest run answered, by rise (`RUN-M3`).
pub const EASY_PERCENT: [u8; 5] = [70, 77, 84, 91, 98];
/// Minutes that count for one km where only a distance is known (`RUN-M2`).
const MINUTES_A_KM: i64 = 5;

impl Place {
    /// Its ladder.
    pub const fn ladder(self) -> Ladder {
        match self {
            Self::Stage(stage) => stage.ladder(),
            Self::Easy { ladder, .. } => ladder,
        }
    }

    /// The stage, if it is one.
    pub const fn stage(self) -> Option<Stage> {
        match self {
            Self::Stage(stage) => Some(stage),
            Self::Easy { .. } => None,
        }
    }

    /// Whether there is nothing below.
    pub const fn is_first(self) -> bool {
        matches!(self, Self::Stage(stage) if stage.number() == 1)
    }

    /// That many down. Below the easy runs lies the highest stage with a smaller running time than theirs.
    #[must_use]
    pub fn back(self, steps: u8, easy_seconds: u32) -> Self {
        match self {
            Self::Stage(stage) => Self::Stage(stage.back(steps)),
            Self::Easy { ladder, rise } if rise >= steps => Self::Easy { ladder, rise: rise - steps },
            Self::Easy { ladder, rise } => {
                let smaller = easy_seconds.saturating_sub(1);
                let stage = ladder.highest_within(smaller).unwrap_or_else(|| ladder.first());
                Self::Stage(stage.back(steps - rise - 1))
            }
        }
    }

    /// The next one up; none above the last.
    pub fn up(self) -> Option<Self> {
        match self {
            Self::Stage(stage) => stage.next().map(Self::Stage),
            Self::Easy { ladder, rise } if rise < 4 => Some(Self::Easy { ladder, rise: rise + 1 }),
            Self::Easy { .. } => None,
        }
    }
}

/// The longest run answered, in seconds.
pub fn longest_answered(log: &RunLog, at: EntryId) -> Option<u32> {
    let number = |question| log.told_at(question, at).and_then(Told::number);
    let minutes = number("q-longest-min").or_else(|| number("q-longest-km").map(|km| km * MINUTES_A_KM))?;
    u32::try_from(minutes * 60).ok()
}

/// `RUN-M2`, `RUN-M3`: where running on starts by what was answered before that entry. `None`: it stays closed.
pub fn start_running_on(log: &RunLog, ladder: Ladder, moderate: bool, at: EntryId) -> Option<Place> {
    let easy = log.told_at("q-easy-min", at).and_then(Told::number).filter(|easy| *easy >= 5)?;
    let easy = u32::try_from(easy).ok()?;
    let share = if moderate { 36 } else { 48 };
    let mut seconds = easy * share;
    if let Some(longest) = longest_answered(log, at) {
        seconds = seconds.min(longest);
    }
    if seconds > 1800 {
        return Some(Place::Easy { ladder, rise: 0 });
    }
    // None of the ladder fits: the gentle one; none there: closed.
    let fits = ladder.highest_within(seconds);
    let fits = fits.or_else(|| if ladder == Ladder::Standard { Ladder::Gentle.highest_within(seconds) } else { None });
    fits.map(Place::Stage)
}
