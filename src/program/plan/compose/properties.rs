//! What holds for every session, whatever the settings, the limits and the day.

use proptest::prelude::*;

use super::tests::Case;
use super::*;
use crate::journal::{HurtKind, SessionKind};
use crate::library::{Category, Constraint, Equipment, Exercise, ExerciseId, Pattern, Phase, Tag, first};
use crate::program::plan::levels::ladder;
use crate::program::plan::settings::{MINUTES, OFFERED};
use crate::program::plan::{Bearing, SlotId};
use crate::program::plan::{HurtOut, InWeek, Irritability, Settings, SlotKind, WaterDepth};
use crate::units::PainScore;

fn some<T: Clone + core::fmt::Debug + 'static>(of: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::sample::subsequence(of.to_vec(), 0..=of.len())
}

fn settings() -> impl Strategy<Value = Settings> {
    let equipment = prop_oneof![some(&OFFERED), Just(vec![Equipment::Chair, Equipment::Mat])];
    let pool = prop::sample::select(WaterDepth::ALL.to_vec());
    (equipment, pool, prop::sample::select(MINUTES.to_vec()), 2_u8..=7)
        .prop_map(|(equipment, pool, minutes, days)| Settings { days, minutes, equipment, pool, ..Settings::default() })
}

fn bearing() -> impl Strategy<Value = Bearing> {
    let pattern = prop::sample::select(Pattern::ALL.to_vec());
    let phase = prop::sample::select(Phase::ALL.to_vec());
    let irritability = prop::sample::select(vec![Irritability::Low, Irritability::Moderate, Irritability::High]);
    let of_all =
        (pattern, some(Pattern::ALL), phase, irritability).prop_map(|(pattern, mixed, phase, irritability)| Bearing {
            pattern,
            mixed,
            phase,
            irritability,
            ..Bearing::first_plan()
        });
    prop_oneof![Just(Bearing::first_plan()), of_all]
}

fn hurt_out() -> impl Strategy<Value = Vec<HurtOut>> {
    let ids: Vec<_> = first().iter().map(|exercise| exercise.id).collect();
    let few = prop::sample::subsequence(ids.clone(), 0..=6);
    let all_but_few = prop::sample::subsequence(ids.clone(), ids.len() - 6..=ids.len());
    prop_oneof![4 => few, 1 => all_but_few].prop_map(|ids| {
        let pain = PainScore::new(9).unwrap();
        ids.into_iter().filter_map(|id| HurtOut::of(id, pain, HurtKind::Ache)).collect()
    })
}

/// Any runner.
fn case() -> impl Strategy<Value = Case> {
    let week = any::<(bool, bool)>().prop_map(|(pool, run)| InWeek { pool, run });
    let walk = prop::option::of((0_u8..=10).prop_map(|score| PainScore::new(score).unwrap()));
    let constraints = prop_oneof![3 => some(Constraint::ALL), 1 => Just(Vec::new())];
    (bearing(), settings(), constraints, hurt_out(), week, walk).prop_map(
        |(bearing, settings, constraints, hurt_out, week, walk)| Case {
            bearing,
            settings,
            constraints,
            hurt_out,
            week,
            walk,
            library: first(),
        },
    )
}

/// Steps and cues that only the rules of running bring.
const ONLY_FOR_RUNNING: [&str; 7] = [
    "pogo-double",
    "hop-single",
    "quick-steps",
    "cadence-metronome-run",
    "tall-lean-run",
    "two-lane-run",
    "level-pelvis-run",
];

/// Impact, speed, and every running drill but the one that is walked.
fn runs_or_hops(exercise: &Exercise) -> bool {
    let quick = exercise.tags.iter().any(|tag| matches!(tag, Tag::Impact | Tag::Ballistic));
    quick || (exercise.category == Category::RunningDrill && exercise.id.id() != "a-march")
}

fn planned() -> impl Strategy<Value = SlotKind> {
    prop::sample::select(SlotKind::ALL.to_vec())
}

/// The longest that a session of that type may be planned for.
fn most(kind: SessionKind, minutes: u16) -> u32 {
    let chosen = u32::from(minutes) * 60;
    match kind {
        SessionKind::S => chosen.min(900),
        SessionKind::M | SessionKind::Light => chosen.min(1200),
        _ => chosen,
    }
}

#[test]
fn the_impact_ones_are_in_the_library() {
    for id in ONLY_FOR_RUNNING.iter().chain(&["a-skip", "strides"]) {
        let exercise = first().get(ExerciseId::parse(id).expect(id)).expect(id);
        assert!(runs_or_hops(exercise), "{id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn never_longer_than_its_time_and_thirty_seconds(case in case(), kind in planned(), sore: bool, turns in 0_usize..20) {
        let Ok(session) = case.compose(kind, sore, turns) else { return Ok(()) };
        let total: u32 = session.items.iter().map(|item| item.seconds.0).sum();
        prop_assert_eq!(session.seconds.0, total);
        prop_assert!(total <= most(session.kind, case.settings.minutes) + 30, "{} {:?}", total, session.kind);
    }

    #[test]
    fn prg_m3_m4_without_fill_and_walk_within_the_time(case in case(), turns in 0_usize..20) {
        for kind in [SlotKind::F, SlotKind::S] {
            let Ok(session) = case.compose(kind, false, turns) else { continue };
            prop_assume!(session.kind == kind.session());
            let main = session.items.iter().filter(|item| !matches!(item.part, Part::Fill | Part::Walk));
            let total: u32 = main.map(|item| item.seconds.0).sum();
            prop_assert!(total <= most(session.kind, case.settings.minutes), "{} {:?}", total, session.kind);
        }
    }

    #[test]
    fn no_excluded_exercise_ever(case in case(), kind in planned(), sore: bool, turns in 0_usize..20) {
        let allowance = case.allowance();
        let Ok(session) = case.compose(kind, sore, turns) else { return Ok(()) };
        for item in &session.items {
            let exercise = first().get(item.planned.exercise).unwrap();
            prop_assert!(allowance.allows(exercise), "{:?}", exercise.id);
            for constraint in &case.constraints {
                prop_assert_eq!(exercise.excluded_by(*constraint).count(), 0, "{:?} {:?}", exercise.id, constraint);
            }
            prop_assert!(exercise.equipment.iter().all(|needed| case.settings.has(*needed)), "{:?}", exercise.id);
            prop_assert!(case.hurt_out.iter().all(|hurt| hurt.exercise != exercise.id), "{:?}", exercise.id);
        }
        for out in &session.left_out {
            prop_assert!(!allowance.allows(first().get(out.exercise).unwrap()), "{:?}", out.exercise);
        }
    }

    #[test]
    fn prg_q1_steps_and_cues_of_running_come_from_no_list(
        case in case(), kind in planned(), sore: bool, turns in 0_usize..20,
    ) {
        let only_for_running = |id: ExerciseId| ONLY_FOR_RUNNING.contains(&id.id());
        if let Ok(session) = case.compose(kind, sore, turns) {
            for item in &session.items {
                prop_assert!(!only_for_running(item.planned.exercise), "{:?}", item.planned.exercise);
            }
        }
        for exercise in first().iter().filter(|exercise| only_for_running(exercise.id)) {
            prop_assert_eq!(case.alone(exercise), None);
        }
    }

    #[test]
    fn prg_q1_no_impact_in_the_first_plan(case in case(), kind in planned(), sore: bool, turns in 0_usize..20) {
        let case = Case { bearing: Bearing::first_plan(), constraints: Vec::new(), ..case };
        if let Ok(session) = case.compose(kind, sore, turns) {
            for item in &session.items {
                let exercise = first().get(item.planned.exercise).unwrap();
                prop_assert!(!runs_or_hops(exercise), "{:?}", exercise.id);
            }
        }
        for exercise in first().iter().filter(|exercise| runs_or_hops(exercise)) {
            prop_assert_eq!(case.alone(exercise), None);
        }
    }

    #[test]
    fn never_empty_unless_nothing_fits(case in case(), kind in planned(), sore: bool) {
        match case.compose(kind, sore, 0) {
            Ok(session) => prop_assert!(!session.items.is_empty()),
            Err(rest) => {
                prop_assert_eq!(rest.reason.rule.0, "PRG-N6");
                let allowance = case.allowance();
                let easy = case.walk.is_some_and(|pain| pain.get() <= 3);
                let open = first().iter().filter(|exercise| allowance.allows(exercise)).filter(|exercise| {
                    let kind = matches!(exercise.category, Category::Mobility | Category::WarmUp);
                    kind && (easy || exercise.id.id() != "walk-easy")
                });
                prop_assert_eq!(open.count(), 0);
            }
        }
    }

    #[test]
    fn the_same_always_gives_the_same(case in case(), kind in planned(), sore: bool, turns in 0_usize..20) {
        prop_assert_eq!(case.compose(kind, sore, turns), case.compose(kind, sore, turns));
    }

    #[test]
    fn prg_q3_one_step_of_a_ladder_but_in_fill(case in case(), kind in planned(), turns in 0_usize..20) {
        let Ok(session) = case.compose(kind, false, turns) else { return Ok(()) };
        prop_assume!(session.kind != SessionKind::P);
        let in_main = |part| !matches!(part, Part::Fill | Part::Walk);
        let by_n4 = |item: &&ComposedItem| item.reason.rule.0 == "PRG-N4";
        prop_assume!(session.items.iter().find(by_n4).is_none());
        let items = session.items.iter().filter(|item| in_main(item.part));
        let mut ladders: Vec<_> =
            items.map(|item| ladder(first().get(item.planned.exercise).unwrap(), first())).collect();
        let count = ladders.len();
        ladders.sort_unstable();
        ladders.dedup();
        prop_assert_eq!(ladders.len(), count);
    }

    #[test]
    fn doses_are_never_more_than_their_level(case in case(), kind in planned(), sore: bool, turns in 0_usize..20) {
        let Ok(session) = case.compose(kind, sore, turns) else { return Ok(()) };
        for item in &session.items {
            let whole = first().get(item.planned.exercise).unwrap().dose(item.planned.level);
            prop_assert!((1..=whole.sets).contains(&item.planned.dose.sets));
            prop_assert_eq!(item.dosed.sets_of_level, whole.sets);
            if item.part != Part::Walk {
                prop_assert_eq!(item.planned.dose.amount, whole.amount);
            }
        }
    }

    #[test]
    fn prg_m7_parts_stand_in_their_order(case in case(), kind in planned(), sore: bool) {
        let Ok(session) = case.compose(kind, sore, 0) else { return Ok(()) };
        let parts: Vec<Part> = session.items.iter().map(|item| item.part).collect();
        prop_assert!(parts.is_sorted(), "{:?}", parts);
    }

    #[test]
    fn prg_m8_turning_changes_strength_alone(case in case(), turns in 0_usize..20) {
        let (Ok(one), Ok(other)) = (case.compose(SlotKind::F, false, 0), case.compose(SlotKind::F, false, turns)) else {
            return Ok(());
        };
        let block = |session: &Composed| {
            let kept = session.items.iter().filter(|item| !matches!(item.part, Part::Strength | Part::Fill | Part::Walk));
            kept.map(|item| (item.planned, item.part)).collect::<Vec<_>>()
        };
        prop_assert_eq!(block(&one), block(&other));
        let lead = |session: &Composed| {
            session.items.iter().find(|item| item.part == Part::Strength && item.place.is_some_and(|place| place.nth == 1))
                .map(|item| item.planned.exercise)
        };
        if lead(&one).is_some() && lead(&other).is_some() {
            prop_assert_eq!(lead(&one), lead(&other), "the first of the list stays");
        }
    }

    #[test]
    fn one_exercise_alone_is_allowed_or_left_out_with_a_reason(case in case()) {
        let allowance = case.allowance();
        for exercise in first().iter() {
            let (alone, out) = (case.alone(exercise), allowance.left_out(exercise));
            prop_assert_eq!(alone.is_some(), out.is_none(), "{:?}", exercise.id);
            if let Some(alone) = alone {
                prop_assert_eq!(alone.slot, SlotId::Try(exercise.id));
            }
        }
    }
}
