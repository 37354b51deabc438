//! `PRG-Q1`: which exercises this runner may use now, and why the others are left out.
//!
//! This holds for every exercise shown anywhere. Not here: how a missing one is replaced (see `candidate`).

use super::bearing::Bearing;
use super::early::early_constraints;
use super::settings::Settings;
use crate::journal::HurtKind;
use crate::library::{Category, Constraint, Exercise, ExerciseId, Phase};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::PainScore;

/// Steps and cues that only the rules of running bring (`return-to-run.md`, W3).
const ONLY_FOR_RUNNING: [&str; 7] = [
    "pogo-double",
    "hop-single",
    "quick-steps",
    "cadence-metronome-run",
    "tall-lean-run",
    "two-lane-run",
    "level-pelvis-run",
];

/// An exercise that hurt so much that it is left out until the next re-test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HurtOut {
    /// Which.
    pub exercise: ExerciseId,
    /// How much it hurt.
    pub pain: PainScore,
    /// What kind.
    pub kind: HurtKind,
}

impl HurtOut {
    /// `PRG-D2`, `PRG-D3`: whether that pain leaves an exercise out until the next re-test.
    pub fn of(exercise: ExerciseId, pain: PainScore, kind: HurtKind) -> Option<Self> {
        (pain.get() >= 8 || kind == HurtKind::Sharp).then_some(Self { exercise, pain, kind })
    }

    fn reason(self) -> Reason {
        let (rule, question, answer) = if self.pain.get() >= 8 {
            ("PRG-D2", "hurt-pain", self.pain.get().to_string())
        } else {
            ("PRG-D3", "hurt-kind", "sharp".to_owned())
        };
        let said = Input::Said { question, answer: vec![answer] };
        Reason { rule: RuleId(rule), inputs: vec![said, Input::Exercise(self.exercise)], sources: conv() }
    }
}

/// An exercise that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub exercise: ExerciseId,
    /// Why: the strictest rule.
    pub reason: Reason,
    /// What else leaves it out.
    pub more: Vec<Reason>,
}

/// What this runner may use now.
#[derive(Debug, Clone, PartialEq)]
pub struct Allowance {
    /// The constraints of the screening, with one reason for everything that brings each.
    flags: Vec<(Constraint, Reason)>,
    /// Those of pattern and aggravators.
    early: Vec<(Constraint, Reason)>,
    bearing: Bearing,
    settings: Settings,
    hurt_out: Vec<HurtOut>,
    /// What else is shut: a clinician's limits, falls, flare-ups.
    shut: Vec<(ExerciseId, Reason)>,
}

impl Allowance {
    /// `flags`: each active constraint of the screening with one reason for everything that brings it.
    pub fn new(
        flags: impl IntoIterator<Item = (Constraint, Reason)>,
        bearing: &Bearing,
        settings: &Settings,
        hurt_out: &[HurtOut],
    ) -> Self {
        Self {
            flags: flags.into_iter().collect(),
            early: early_constraints(bearing),
            bearing: bearing.clone(),
            settings: settings.clone(),
            hurt_out: hurt_out.to_vec(),
            shut: Vec::new(),
        }
    }

    /// The same without these exercises.
    #[must_use]
    pub fn without(mut self, shut: impl IntoIterator<Item = (ExerciseId, Reason)>) -> Self {
        self.shut.extend(shut);
        self
    }

    /// Whether the exercise may be used.
    pub fn allows(&self, exercise: &Exercise) -> bool {
        let mut constraints = self.flags.iter().chain(&self.early).map(|(constraint, _)| *constraint);
        !constraints.any(|constraint| exercise.excluded_by(constraint).next().is_some())
            && self.waits_until(exercise).is_none()
            && !ONLY_FOR_RUNNING.contains(&exercise.id.id())
            && exercise.equipment.iter().all(|needed| self.settings.has(*needed))
            && !self.hurt_out.iter().any(|hurt| hurt.exercise == exercise.id)
            && !self.shut.iter().any(|(shut, _)| *shut == exercise.id)
    }

    /// Why it is left out, if it is: flags, pain, pattern, waits, running, equipment, in this order.
    pub fn left_out(&self, exercise: &Exercise) -> Option<LeftOut> {
        let mut reasons: Vec<Reason> = meeting(&self.flags, exercise).collect();
        reasons.extend(self.hurt_out.iter().filter(|hurt| hurt.exercise == exercise.id).map(|hurt| hurt.reason()));
        let shut = self.shut.iter().filter(|(shut, _)| *shut == exercise.id);
        reasons.extend(shut.map(|(_, reason)| reason.clone()));
        reasons.extend(meeting(&self.early, exercise));
        reasons.extend(
            self.waits_until(exercise).map(|until| q1(vec![Input::Pattern(self.bearing.pattern), Input::Phase(until)])),
        );
        if ONLY_FOR_RUNNING.contains(&exercise.id.id()) {
            reasons.push(q1(vec![Input::Phase(Phase::Run)]));
        }
        let missing = exercise.equipment.iter().filter(|needed| !self.settings.has(**needed));
        reasons.extend(missing.map(|needed| q1(vec![Input::Missing(needed.id())])));
        let mut reasons = reasons.into_iter();
        let reason = reasons.next()?;
        Some(LeftOut { exercise: exercise.id, reason, more: reasons.collect() })
    }

    fn waits_until(&self, exercise: &Exercise) -> Option<Phase> {
        waits(&self.bearing, exercise)
    }
}

/// The phase until which an exercise waits though no tag says so, if that is still to come.
pub fn waits(bearing: &Bearing, exercise: &Exercise) -> Option<Phase> {
    let own = bearing.patterns().filter_map(|pattern| exercise.waits_until(pattern)).max();
    // `patterns.md` section 6.3: own joint glides wait until `build` in every pattern.
    let glides = (exercise.category == Category::SelfMobilization).then_some(Phase::Build);
    own.max(glides).filter(|until| bearing.phase < *until)
}

/// One reason for each constraint that meets a tag: what the runner said, tag, constraint, and what brought it.
fn meeting(constraints: &[(Constraint, Reason)], exercise: &Exercise) -> impl Iterator<Item = Reason> {
    constraints.iter().filter_map(|(constraint, brought)| {
        let tag = exercise.excluded_by(*constraint).next()?;
        let (mut inputs, rest): (Vec<Input>, Vec<Input>) =
            brought.inputs.iter().cloned().partition(|input| matches!(input, Input::Said { .. }));
        inputs.extend([Input::Tag(tag), Input::Constraint(*constraint)]);
        inputs.extend(rest);
        Some(Reason { rule: brought.rule, inputs, sources: brought.sources.clone() })
    })
}

const Q1: RuleId = RuleId("PRG-Q1");

fn q1(inputs: Vec<Input>) -> Reason {
    Reason { rule: Q1, inputs, sources: conv() }
}

pub(super) fn conv() -> Vec<SourceKey> {
    vec![SourceKey("conv")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Equipment, Pattern, first};

    fn exercise(id: &str) -> &'static Exercise {
        first().get(ExerciseId::parse(id).expect(id)).expect(id)
    }

    fn everything() -> Settings {
        Settings { equipment: super::super::settings::OFFERED.to_vec(), ..Settings::default() }
    }

    fn flag(constraint: Constraint) -> (Constraint, Reason) {
        let said = Input::Said { question: "s-medicine", answer: vec!["blood-thinner".into()] };
        let inputs = vec![Input::Flag("f-bleeding"), said];
        (constraint, Reason { rule: RuleId("f-bleeding"), inputs, sources: conv() })
    }

    #[test]
    fn prg_q1_a_flags_constraint_names_tag_constraint_and_flag() {
        let allowance = Allowance::new([flag(Constraint::Pressure)], &Bearing::first_plan(), &everything(), &[]);
        let roll = exercise("foam-roll-quadriceps");
        assert!(!allowance.allows(roll));
        let left_out = allowance.left_out(roll).unwrap();
        assert_eq!(left_out.reason.rule, RuleId("f-bleeding"));
        assert_eq!(
            left_out.reason.inputs,
            [
                Input::Said { question: "s-medicine", answer: vec!["blood-thinner".into()] },
                Input::Tag(crate::library::Tag::DeepPressure),
                Input::Constraint(Constraint::Pressure),
                Input::Flag("f-bleeding"),
            ]
        );
        assert!(left_out.more.is_empty());
        assert!(allowance.allows(exercise("bridge-double")));
    }

    #[test]
    fn prg_q1_every_constraint_shuts_out_exactly_the_exercises_with_its_tags() {
        for constraint in Constraint::ALL {
            let open = Allowance::new([], &Bearing::first_plan(), &everything(), &[]);
            let shut = Allowance::new([flag(*constraint)], &Bearing::first_plan(), &everything(), &[]);
            for exercise in first().iter() {
                let meets = exercise.tags.iter().any(|tag| constraint.excludes().contains(tag));
                assert_eq!(shut.allows(exercise), open.allows(exercise) && !meets, "{constraint:?} {:?}", exercise.id);
            }
        }
    }

    #[test]
    fn prg_q1_missing_equipment_is_named() {
        let settings = Settings { equipment: vec![Equipment::Mat], ..Settings::default() };
        let allowance = Allowance::new([], &Bearing::first_plan(), &settings, &[]);
        let left_out = allowance.left_out(exercise("sit-to-stand")).unwrap();
        assert_eq!((left_out.reason.rule, left_out.reason.inputs), (Q1, vec![Input::Missing("chair")]));
        assert!(allowance.allows(exercise("calf-raise-double")), "the wall is always there");
        assert!(!allowance.allows(exercise("pool-squat")), "no pool until it is answered");
    }

    #[test]
    fn prg_q1_own_glides_wait_until_build_in_every_pattern() {
        for pattern in Pattern::ALL {
            for phase in Phase::ALL {
                let bearing = Bearing { pattern: *pattern, phase: *phase, ..Bearing::first_plan() };
                let allowance = Allowance::new([], &bearing, &everything(), &[]);
                assert_eq!(
                    allowance.allows(exercise("pendulum-swing-step")),
                    *phase >= Phase::Build,
                    "{pattern:?} {phase:?}"
                );
            }
        }
    }

    #[test]
    fn prg_q1_extra_waits_hold_for_their_pattern_and_for_mixed_ones() {
        let allows =
            |bearing: Bearing| Allowance::new([], &bearing, &everything(), &[]).allows(exercise("foam-roll-glute"));
        let lateral = Bearing { pattern: Pattern::LateralHip, ..Bearing::first_plan() };
        assert!(!allows(lateral.clone()));
        assert!(allows(Bearing { phase: Phase::Load, ..lateral }));
        assert!(allows(Bearing::first_plan()));
        assert!(!allows(Bearing { mixed: vec![Pattern::DeepButtock, Pattern::Groin], ..Bearing::first_plan() }));
    }

    #[test]
    fn prg_q1_a_patterns_early_constraint_ends_with_its_phase() {
        let adducts = first().iter().find(|one| one.excluded_by(Constraint::Adduction).next().is_some()).unwrap();
        let with = |phase| {
            let bearing = Bearing { pattern: Pattern::LateralHip, phase, ..Bearing::first_plan() };
            Allowance::new([], &bearing, &everything(), &[]).left_out(adducts)
        };
        let reason = with(Phase::Build).unwrap().reason;
        assert_eq!(reason.rule, Q1);
        assert!(reason.inputs.contains(&Input::Constraint(Constraint::Adduction)));
        assert!(reason.inputs.contains(&Input::Pattern(Pattern::LateralHip)));
        assert_eq!(with(Phase::Load), None);
    }

    #[test]
    fn prg_d2_and_d3_leave_the_exercise_out() {
        let id = exercise("bridge-double").id;
        let pain = |score| PainScore::new(score).unwrap();
        for (score, kind, rule) in [
            (8, HurtKind::Ache, Some("PRG-D2")),
            (10, HurtKind::Sharp, Some("PRG-D2")),
            (2, HurtKind::Sharp, Some("PRG-D3")),
            (7, HurtKind::Ache, None),
            (7, HurtKind::Lock, None),
        ] {
            let hurt: Vec<HurtOut> = HurtOut::of(id, pain(score), kind).into_iter().collect();
            let allowance = Allowance::new([], &Bearing::first_plan(), &everything(), &hurt);
            assert_eq!(
                allowance.left_out(exercise("bridge-double")).map(|out| out.reason.rule.0),
                rule,
                "{score} {kind:?}"
            );
            assert!(allowance.allows(exercise("glute-set")));
        }
    }
}
