//! Sections 1 and 2: the start, and the way from phase to phase.

use super::sample::*;
use crate::journal::{Choice, Context, LimitsEntry};
use crate::library::{ExerciseId, Phase, first};
use crate::program::adapt::{Changed, Course, SessionResult, is_careful, start_phase};
use crate::program::plan::Irritability::{High, Low, Moderate};
use crate::program::screening::tests::sample::outcome;
use crate::units::PainScore;

#[test]
fn prg_p3_to_p5_the_start_phase() {
    let start = |now, irritability, careful| {
        let (phase, rule) = start_phase(PainScore::new(now), irritability, careful);
        (phase, rule.0)
    };
    assert_eq!(start(5, Low, false), (Phase::Calm, "PRG-P3"));
    assert_eq!(start(10, High, true), (Phase::Calm, "PRG-P3"));
    assert_eq!(start(4, High, false), (Phase::Calm, "PRG-P4"));
    assert_eq!(start(2, Moderate, false), (Phase::Calm, "PRG-P4"));
    assert_eq!(start(0, Low, true), (Phase::Calm, "PRG-P4"));
    assert_eq!(start(2, Low, false), (Phase::Build, "PRG-P5"));
    let mut hip = Hip::new();
    hip.steer.careful = true;
    hip.evaluated(1, 1, "minutes");
    assert_eq!(hip.course().phase(), Phase::Calm);
}

#[test]
fn prg_p4_watch_flags_are_careful_and_others_are_not() {
    assert!(is_careful(&outcome(&["s-worse yes"])));
    assert!(!is_careful(&outcome(&[])));
    assert!(!is_careful(&outcome(&["s-floor no"])), "another caution");
}

/// The exit rows as they stand: the rule and whether it is met.
fn rows(hip: &Hip) -> Vec<(&'static str, bool)> {
    let log = hip.log();
    let exits = hip.with_around(&log, |around| log.course.at(hip.at, hip.today(), around).ways_on(hip.today(), around));
    exits.into_iter().flat_map(|exit| exit.rows).map(|row| (row.rule.0, row.met)).collect()
}

#[test]
fn prg_c1_to_c4_the_way_out_of_calm() {
    let mut hip = Hip::in_calm();
    assert_eq!(rows(&hip), [("PRG-C1", true), ("PRG-C2", true), ("PRG-C3", false), ("PRG-C4", true)]);
    for day in [0, 2, 4] {
        hip.went(day, &[did("bridge-double", 1)], 1, 1);
    }
    assert_eq!(rows(&hip), [("PRG-C1", true), ("PRG-C2", true), ("PRG-C3", true), ("PRG-C4", true)]);
    assert_eq!(hip.course().offer(), None, "only at a check-in");
    hip.on(6).check_in(2, 4, "hours");
    assert_eq!(hip.course().offer(), None, "seven days are not over");
    hip.on(7).check_in(2, 4, "hours");
    assert_eq!((hip.course().phase(), hip.course().offer()), (Phase::Calm, Some(Phase::Build)), "the runner confirms");
    hip.choose(Choice::Phase { to: "load".into() });
    assert_eq!(hip.course().phase(), Phase::Calm, "one forward at most");
    hip.choose(Choice::Phase { to: "build".into() });
    assert_eq!((hip.course().phase(), hip.course().offer()), (Phase::Build, None));
    assert!(hip.changed(Changed::Phase(Phase::Build)));
}

#[test]
fn prg_c_rows_are_not_true_by_what_is_missing_or_worse() {
    let met = |hip: &Hip, rule| rows(hip).into_iter().find(|(id, _)| *id == rule).unwrap().1;
    let mut hip = Hip::in_calm();
    hip.tell(4, 6, "hours", Context::CheckIn);
    assert!(!met(&hip, "PRG-C4"), "walking at 4");
    hip.tell(5, 6, "hours", Context::CheckIn);
    hip.check_in(5, 6, "hours");
    assert!(!met(&hip, "PRG-C2"), "irritability high");
    assert!(!met(&hip, "PRG-C1"), "an average of 6");
    let mut hip = Hip::in_calm();
    hip.on(8);
    assert!(!met(&hip, "PRG-C4"), "an answer of more than a week ago");
    for day in [8, 10, 12] {
        hip.went(day, &[did("bridge-double", 1)], 1, 1);
    }
    assert!(met(&hip, "PRG-C3"));
    hip.went(14, &[did("bridge-double", 1)], 4, 3);
    assert_eq!(hip.decided().result, SessionResult::Regress);
    assert!(!met(&hip, "PRG-C3"), "one of the last two");
}

#[test]
fn prg_b1_to_b5_the_way_out_of_build() {
    let mut hip = Hip::in_build();
    assert_eq!(
        rows(&hip),
        [("PRG-B1", true), ("PRG-B2", false), ("PRG-B3", false), ("PRG-B4", true), ("PRG-B5", true)]
    );
    let strength = [did("sit-to-stand", 1), did("clamshell", 1)];
    for (nth, day) in [0, 2, 4, 7, 9, 11].into_iter().enumerate() {
        let level = u8::try_from(nth / 2 + 1).unwrap();
        let now = [did("sit-to-stand", level.min(3)), did("clamshell", level.min(3))];
        hip.went(day, if nth < 2 { &strength } else { &now }, 1, 1);
    }
    hip.on(14).check_in(1, 1, "minutes");
    assert!(rows(&hip).iter().all(|(_, met)| *met), "{:?}", rows(&hip));
    assert_eq!(hip.course().offer(), Some(Phase::Load));
    let mut early = hip.clone();
    early.on(14).check_in(1, 7, "minutes");
    assert_eq!(early.course().offer(), None, "PRG-B5: irritability high");
    early.check_in(4, 4, "minutes");
    assert_eq!(early.course().offer(), None, "PRG-B1, PRG-B4");
}

#[test]
fn prg_b3_needs_two_heavy_sessions() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 2)], 1, 1);
    assert!(!rows(&hip).contains(&("PRG-B3", true)));
    hip.went(2, &[did("sit-to-stand", 2), did("clamshell", 1), did("hip-hinge", 1)], 1, 1);
    assert!(!rows(&hip).contains(&("PRG-B3", true)), "one of three");
    hip.went(4, &[did("sit-to-stand", 2), did("clamshell", 1)], 1, 1);
    assert_eq!((hip.level_of("clamshell"), hip.level_of("hip-hinge")), (2, 1));
    assert!(rows(&hip).contains(&("PRG-B3", true)), "two of three");
}

/// A runner in `load`: gone through calm and build.
fn in_load() -> Hip {
    let mut hip = Hip::in_build();
    for (nth, day) in [0, 2, 4, 7, 9, 11].into_iter().enumerate() {
        let level = u8::try_from(nth / 2 + 1).unwrap();
        hip.went(day, &[did("sit-to-stand", level), did("clamshell", level)], 1, 1);
    }
    hip.on(14).check_in(1, 1, "minutes").choose(Choice::Phase { to: "load".into() });
    assert_eq!(hip.course().phase(), Phase::Load);
    hip
}

#[test]
fn prg_l1_running_opens_by_its_criteria_alone() {
    let mut hip = in_load();
    hip.on(36).check_in(0, 1, "minutes");
    assert_eq!(rows(&hip), [("PRG-L1", false)]);
    assert_eq!(hip.course().offer(), None);
    hip.steer.running.ready = true;
    assert_eq!(hip.course().offer(), Some(Phase::Run));
    hip.limits(LimitsEntry { max_phase: Some("load".into()), ..LimitsEntry::default() });
    assert_eq!(hip.course().offer(), None, "PRG-Y1");
}

#[test]
fn prg_l2_who_chooses_not_to_run_goes_to_keep() {
    let mut hip = in_load();
    hip.choose(Choice::NoRun { holds: true });
    for day in [16, 18, 21, 23, 25, 28, 30, 32] {
        hip.went(day, &[did("sit-to-stand", 3), did("clamshell", 3)], 1, 1);
    }
    hip.on(35).check_in(0, 1, "minutes");
    assert_eq!(rows(&hip), [("PRG-L2", true)]);
    assert_eq!(hip.course().offer(), Some(Phase::Keep));
}

#[test]
fn prg_r1_needs_the_last_stage_and_two_calm_weeks() {
    let mut hip = in_load();
    hip.steer.running.ready = true;
    hip.on(36).check_in(0, 1, "minutes").choose(Choice::Phase { to: "run".into() });
    assert_eq!(hip.course().phase(), Phase::Run);
    for day in [38, 43, 49, 55, 61] {
        hip.went(day, &[did("sit-to-stand", 3)], 1, 1);
    }
    hip.on(64).check_in(0, 1, "minutes");
    assert_eq!(rows(&hip), [("PRG-R1", false)]);
    hip.steer.running.finished = true;
    assert_eq!(rows(&hip), [("PRG-R1", true)]);
    assert_eq!(hip.course().offer(), Some(Phase::Keep));
}

#[test]
fn prg_y1_the_last_open_phase_holds() {
    let mut hip = Hip::in_build();
    hip.limits(LimitsEntry { max_phase: Some("calm".into()), ..LimitsEntry::default() });
    assert_eq!(hip.course().phase(), Phase::Calm);
}

#[test]
fn prg_v8_every_fourth_week_is_a_deload_and_a_missed_week_counts_as_one() {
    let deload = |hip: &mut Hip, day| hip.on(day).course().deload;
    let train = |hip: &mut Hip, days: &[i64]| {
        for day in days {
            hip.went(*day, &[did("cat-camel", 1)], 1, 1);
        }
    };
    let mut hip = Hip::in_build();
    train(&mut hip, &[0, 2, 4, 7, 9, 11, 14, 16, 18]);
    assert!(!deload(&mut hip, 20));
    assert!(deload(&mut hip, 21) && deload(&mut hip, 27));
    train(&mut hip, &[21, 23, 25]);
    assert!(!deload(&mut hip, 28));
    // Two of three missed in the second week: it counts as the deload.
    let mut hip = Hip::in_build();
    train(&mut hip, &[0, 2, 4, 7, 14, 16, 18]);
    assert!(!deload(&mut hip, 21));
    // In calm there is none.
    let mut hip = Hip::in_calm();
    train(&mut hip, &[0, 2, 4, 7, 9, 11, 14, 16, 18]);
    assert!(!deload(&mut hip, 21));
}

#[test]
fn prg_v8_the_weeks_between_deloads() {
    let every = |phase: Phase, slow: bool| {
        let mut course: Course = Hip::new().course();
        course.phase = phase;
        course.slow_run = slow;
        course.deload_every()
    };
    assert_eq!([Phase::Build, Phase::Load].map(|phase| every(phase, false)), [4, 4]);
    assert_eq!((every(Phase::Run, false), every(Phase::Run, true), every(Phase::Keep, true)), (6, 4, 6));
}

#[test]
fn every_listed_exercise_of_a_phase_is_known() {
    let course = Hip::in_build().course();
    let known = course.listed.iter().all(|id: &ExerciseId| first().get(*id).is_some());
    assert!(known && course.listed.len() > 4);
}
