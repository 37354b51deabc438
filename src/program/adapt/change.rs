//! What changed and why, as Today, Plan and Progress tell it.
//!
//! Kept small, so that a long journal costs little; the [`Reason`] is made when it is asked for.

use super::response::{MorningClass, SessionResult};
use crate::library::{DoseLevel, ExerciseId, Phase};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::{Day, PainScore};

/// What became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// An exercise is at a higher level.
    LevelUp(ExerciseId, DoseLevel),
    /// An exercise is at a lower level.
    LevelDown(ExerciseId, DoseLevel),
    /// A harder step of a ladder takes the place of another.
    StepUp(ExerciseId, ExerciseId),
    /// An easier step of a ladder takes the place of another.
    StepDown(ExerciseId, ExerciseId),
    /// An exercise is left out until that day.
    OutUntil(ExerciseId, Day),
    /// An exercise is left out until the next re-test.
    OutUntilReTest(ExerciseId),
    /// All exercises are one level down.
    AllDown,
    /// All exercises are at level 1.
    AllLevelOne,
    /// All ladders are one step easier, at level 1.
    AllEasier,
    /// No strength, pool or run for 48 hours.
    Resting,
    /// Another phase.
    Phase(Phase),
    /// Flare-up mode begins.
    FlareBegins,
    /// Flare-up mode is over.
    FlareEnds,
    /// A referral.
    Refer,
}

impl Changed {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::LevelUp(..) => "level-up",
            Self::LevelDown(..) => "level-down",
            Self::StepUp(..) => "step-up",
            Self::StepDown(..) => "step-down",
            Self::OutUntil(..) => "out-until",
            Self::OutUntilReTest(_) => "out-until-re-test",
            Self::AllDown => "all-down",
            Self::AllLevelOne => "all-level-one",
            Self::AllEasier => "all-easier",
            Self::Resting => "resting",
            Self::Phase(_) => "phase",
            Self::FlareBegins => "flare-begins",
            Self::FlareEnds => "flare-ends",
            Self::Refer => "refer",
        }
    }

    /// Whether it asks more of the hip.
    pub const fn is_up(self) -> bool {
        matches!(self, Self::LevelUp(..) | Self::StepUp(..))
    }
}

/// What the runner logged that a decision goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// `p*`, the worst pain in the session.
    pub worst: Option<PainScore>,
    /// `m`, the pain next morning.
    pub morning: Option<PainScore>,
    /// Usual pain.
    pub usual: Option<PainScore>,
    /// Days since the last done session.
    pub gap: Option<u16>,
}

impl Told {
    fn inputs(self) -> Vec<Input> {
        let number = |question, number: Option<u16>| {
            number.map(|number| Input::Said { question, answer: vec![number.to_string()] })
        };
        let score = |score: Option<PainScore>| score.map(|score| u16::from(score.get()));
        let inputs = [
            number("q-nprs-session", score(self.worst)),
            number("q-nprs-morning", score(self.morning)),
            number("usual-pain", score(self.usual)),
            number("days-off", self.gap),
        ];
        inputs.into_iter().flatten().collect()
    }
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The day of the decision.
    pub day: Day,
    /// What.
    pub what: Changed,
    /// The rule.
    pub rule: RuleId,
    /// What it goes by.
    pub told: Told,
}

impl Change {
    /// Why.
    pub fn reason(&self) -> Reason {
        reason(self.rule, self.told)
    }
}

/// What was decided of a session, once the next morning is known or too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The session's local day.
    pub day: Day,
    /// The result.
    pub result: SessionResult,
    /// The morning's class.
    pub class: MorningClass,
    /// The row of the morning.
    pub morning_rule: RuleId,
    /// The rule of the result.
    pub rule: RuleId,
    /// Whether the morning was never told.
    pub missing: bool,
    /// Half or more was done.
    pub done: bool,
    /// What it goes by.
    pub told: Told,
}

impl Decided {
    /// Why.
    pub fn reason(&self) -> Reason {
        reason(self.rule, self.told)
    }
}

/// A reason of our own careful choice.
pub(super) fn reason(rule: RuleId, told: Told) -> Reason {
    Reason { rule, inputs: told.inputs(), sources: sources(rule) }
}

fn sources(rule: RuleId) -> Vec<SourceKey> {
    let keys: &[&str] = match rule.0 {
        "PRG-X01" => &["farrar2001", "abbott2014", "conv"],
        _ => &["conv"],
    };
    keys.iter().map(|key| SourceKey(key)).collect()
}
