//! What the rest of the program knows and running goes by. What is not known yet is left out, and then not met.
//!
//! Not here: where it comes from (see `plan`, the evaluation, the next morning's rules).

use crate::journal::LimitsEntry;
use crate::library::{Constraint, Pattern, Phase};
use crate::program::evaluation::BodySide;
use crate::program::pattern::NormClass;
use crate::program::plan::{Bearing, Irritability, SoreSide};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::{ActionLevel, Flag, Screening};
use crate::program::selftest::{SelfTest, TestLog, Who};
use crate::units::{Day, PainScore};

/// A session's result (`progression.md` section 7), the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Went {
    /// Items may move up.
    Progress,
    /// The same again.
    Hold,
    /// A step back.
    Regress,
    /// A pause, then a step back.
    Rest,
}

/// A self-test that readiness asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadyTest {
    /// `t-stance`.
    Stance,
    /// `t-calf`.
    Calf,
    /// `t-bridge`.
    Bridge,
    /// `t-abduction`.
    Abduction,
    /// `t-side-plank`.
    SidePlank,
    /// `t-squat`.
    Squat,
    /// `t-squeeze`.
    Squeeze,
    /// `t-hip-flexion`.
    HipFlexion,
}

impl ReadyTest {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Stance,
        Self::Calf,
        Self::Bridge,
        Self::Abduction,
        Self::SidePlank,
        Self::Squat,
        Self::Squeeze,
        Self::HipFlexion,
    ];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Stance => "t-stance",
            Self::Calf => "t-calf",
            Self::Bridge => "t-bridge",
            Self::Abduction => "t-abduction",
            Self::SidePlank => "t-side-plank",
            Self::Squat => "t-squat",
            Self::Squeeze => "t-squeeze",
            Self::HipFlexion => "t-hip-flexion",
        }
    }
}

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leg {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// The newest result of a self-test on one side; tests without sides have it on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestFact {
    /// The test.
    pub test: ReadyTest,
    /// The side.
    pub leg: Leg,
    /// The value, in the test's unit.
    pub value: u16,
    /// Class `near` or `target`.
    pub near_or_target: bool,
    /// Pain in it; without an answer it is not met.
    pub pain: Option<u8>,
    /// The day.
    pub day: Day,
}

/// A clinician's limits (`progression.md` section 11), as far as running goes by them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RunLimits {
    /// `runAllowed` is `no`.
    pub forbidden: bool,
    /// `runAllowed` names a day.
    pub from: Option<Day>,
    /// `maxRunStage`: its number.
    pub max_stage: Option<u8>,
    /// `painLimit`, 0 to 3.
    pub pain: Option<u8>,
    /// `clearedCriteria`: of `RUN-R02` to `RUN-R14`.
    pub cleared: Vec<String>,
    /// `RUN-L2`: the clinician wants the `bone-stress-cleared` ladder.
    pub bone_ladder: bool,
    /// `excludedIds`.
    pub excluded: Vec<String>,
}

/// What the self-tests say of both legs; a test that pain stopped has no result and is not there.
pub fn test_facts(tests: &TestLog, who: Who) -> Vec<TestFact> {
    let of = |test: ReadyTest, leg: Leg| {
        let (side, known) =
            (if leg == Leg::Left { BodySide::Left } else { BodySide::Right }, SelfTest::parse(test.id())?);
        let done = tests.newest(known, side)?;
        let tenths = done.tenths?;
        Some(TestFact {
            test,
            leg,
            value: u16::try_from(tenths / 10).ok()?,
            near_or_target: matches!(known.class(tenths, who), Some(NormClass::Near | NormClass::Target)),
            pain: done.pain.map(PainScore::get),
            day: done.day,
        })
    };
    let both = |test| [Leg::Left, Leg::Right].map(|leg| of(test, leg));
    ReadyTest::ALL.into_iter().flat_map(both).flatten().collect()
}

impl RunLimits {
    /// What an entry limits.
    pub fn of(entry: &LimitsEntry) -> Self {
        let allowed = entry.run_allowed.as_deref();
        let from = allowed.and_then(Day::parse);
        // A word that is not known forbids.
        let forbidden = allowed.is_some_and(|allowed| allowed != "yes" && from.is_none());
        let stage =
            entry.max_run_stage.as_deref().map(|stage| super::Stage::parse(stage).map_or(1, super::Stage::number));
        let partial = entry.weight_bearing.as_deref().is_some_and(|bearing| bearing != "full");
        Self {
            forbidden: forbidden || partial,
            from,
            max_stage: stage,
            pain: entry.pain_limit,
            cleared: entry.cleared_criteria.clone(),
            bone_ladder: entry.max_run_stage.as_deref().is_some_and(|stage| stage.starts_with("RUN-B")),
            excluded: entry.excluded_ids.clone(),
        }
    }
}

/// What running goes by beside the run log.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "facts from different parts, each by itself")]
pub struct Basis<'a> {
    /// The safety screen.
    pub screening: &'a Screening,
    /// Pattern, phase, irritability.
    pub bearing: &'a Bearing,
    /// The sore side.
    pub side: SoreSide,
    /// Since when each phase holds, the oldest first. Empty: the bearing's phase always held.
    pub phases: &'a [(Day, Phase)],
    /// `avg7` in tenths.
    pub average7: Option<u16>,
    /// `avg14` in tenths.
    pub average14: Option<u16>,
    /// The first irritability that was worked out.
    pub first_irritability: Option<Irritability>,
    /// Results of sessions, the oldest first.
    pub results: &'a [Went],
    /// Deload weeks, first and last day.
    pub deloads: &'a [(Day, Day)],
    /// F and S planned in 14 days.
    pub strength_planned: u8,
    /// Flare-up mode.
    pub flare: bool,
    /// A stop of the refer rules stands (`progression.md` section 15).
    pub refer_stop: bool,
    /// The newest self-tests.
    pub tests: &'a [TestFact],
    /// A step or stair is there (`RUN-R12`).
    pub has_step: bool,
    /// A clinician's limits.
    pub limits: &'a RunLimits,
    /// Steps a minute at easy pace (`RUN-C1`).
    pub cadence: Option<u16>,
    /// The running-form rules give `cadence-metronome-run` (`RUN-C2`).
    pub cadence_drill: bool,
    /// The runner chose not to run (`PRG-L2`).
    pub no_run: bool,
}

impl Basis<'_> {
    /// The phase on a day.
    pub fn phase_on(&self, day: Day) -> Phase {
        let known = self.phases.iter().rev().find(|(since, _)| *since <= day);
        known.or(self.phases.first()).map_or(self.bearing.phase, |(_, phase)| *phase)
    }

    /// The first day of the present phase, where it is known.
    pub fn phase_since(&self) -> Option<Day> {
        self.phases.last().map(|(since, _)| *since)
    }

    /// Whether a constraint is active.
    pub fn is_active(&self, constraint: Constraint) -> bool {
        self.screening.outcome.active(constraint).is_some()
    }

    /// Whether a flag stands.
    pub fn has(&self, flag: Flag) -> bool {
        self.screening.outcome.flag(flag).is_some()
    }

    /// `RUN-L2`: the ladder after a bone stress injury.
    pub fn is_bone_ladder(&self) -> bool {
        self.screening.outcome.bone_stress_cleared || self.limits.bone_ladder
    }

    /// Whether the pattern is one of these; of a mixed one each counts.
    pub fn is_pattern(&self, patterns: &[Pattern]) -> bool {
        self.bearing.patterns().any(|pattern| patterns.contains(&pattern))
    }

    /// Whether that day lies in a deload week.
    pub fn is_deload(&self, day: Day) -> bool {
        self.deloads.iter().any(|(from, to)| (*from..=*to).contains(&day))
    }

    /// Whether an exercise's id is left out by a constraint or a clinician.
    pub fn excludes(&self, exercise: &str) -> bool {
        let by_clinician = self.limits.excluded.iter().any(|id| id == exercise);
        let by_constraint = match exercise {
            "pogo-double" => self.is_active(Constraint::Ballistic) || self.is_active(Constraint::Impact),
            "hop-single" => {
                self.is_active(Constraint::Balance)
                    || self.is_active(Constraint::Ballistic)
                    || self.is_active(Constraint::Impact)
            }
            "quick-steps" => self.is_active(Constraint::Impact),
            _ => false,
        };
        by_clinician || by_constraint
    }

    /// The legs that readiness asks for: the sore one, or both.
    pub const fn legs(&self) -> &'static [Leg] {
        match self.side {
            SoreSide::Left => &[Leg::Left],
            SoreSide::Right => &[Leg::Right],
            _ => &[Leg::Left, Leg::Right],
        }
    }

    /// `RUN-R01`: what locks running, the strictest first; `None`: nothing does.
    pub fn lock(&self, today: Day) -> Option<Reason> {
        let reason = |inputs: Vec<Input>| reason("RUN-R01", inputs, &["george2024", "conv"]);
        let outcome = &self.screening.outcome;
        if outcome.level > ActionLevel::Caution {
            let flags = outcome.raised.iter().filter(|raised| raised.level == outcome.level);
            return Some(reason(flags.map(|raised| Input::Flag(raised.flag.id())).collect()));
        }
        if let Some(active) = outcome.active(Constraint::Impact) {
            let mut inputs = vec![Input::Constraint(Constraint::Impact)];
            inputs.extend(active.reasons.iter().flat_map(|reason| reason.inputs.iter().cloned()));
            return Some(reason(inputs));
        }
        if self.refer_stop {
            return Some(reason(vec![said("refer-stop", "yes")]));
        }
        if self.flare {
            return Some(reason(vec![said("flare-up", "yes")]));
        }
        if self.limits.forbidden {
            return Some(reason(vec![said("runAllowed", "no")]));
        }
        match self.limits.from {
            Some(from) if from > today => Some(reason(vec![said("runAllowed", from.to_string())])),
            _ => None,
        }
    }

    /// The stage that a clinician's `maxRunStage` leaves.
    pub fn capped(&self, stage: super::Stage) -> super::Stage {
        match self.limits.max_stage {
            Some(max) if stage.number() > max => stage.back(stage.number() - max.max(1)),
            _ => stage,
        }
    }
}

/// A reason.
pub(super) fn reason(rule: &'static str, inputs: Vec<Input>, sources: &[&'static str]) -> Reason {
    Reason { rule: RuleId(rule), inputs, sources: sources.iter().map(|key| SourceKey(key)).collect() }
}

/// Something that the runner said or logged.
pub(super) fn said(question: &'static str, answer: impl Into<String>) -> Input {
    Input::Said { question, answer: vec![answer.into()] }
}
