//! Section 8 over whole sessions: rises, limits, what comes back.

use super::sample::*;
use crate::journal::{Body, LimitsEntry, Moment};
use crate::library::DoseLevel;
use crate::program::adapt::Changed;

#[test]
fn prg_v1_and_v3_over_sessions_with_the_runners_own_numbers() {
    let mut hip = Hip::in_build();
    let items = [did("sit-to-stand", 1), did("clamshell", 1), did("hip-hinge", 1)];
    hip.went(0, &items, 2, 1);
    assert!(hip.course().changes.iter().all(|change| !change.what.is_up()));
    hip.went(2, &items, 2, 1);
    let levels = ["sit-to-stand", "clamshell", "hip-hinge"].map(|id| hip.level_of(id));
    assert_eq!(levels, [2, 2, 1], "two at most, in the order of the session");
    hip.went(4, &[did("sit-to-stand", 2), did("clamshell", 2), did("hip-hinge", 1)], 2, 1);
    assert_eq!(hip.level_of("hip-hinge"), 2, "it kept its counter");
}

#[test]
fn prg_v1_goes_no_higher_than_a_clinician_allows() {
    let mut hip = Hip::in_build();
    hip.limits(LimitsEntry { max_level: Some(1), ..LimitsEntry::default() });
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    hip.went(2, &[did("sit-to-stand", 1)], 1, 1);
    assert_eq!(hip.level_of("sit-to-stand"), 1);
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 3)], 1, 1);
    hip.limits(LimitsEntry { max_level: Some(2), ..LimitsEntry::default() });
    assert_eq!(hip.course().levels(hip.today(), &[]).level(id("sit-to-stand")), DoseLevel::Two);
}

#[test]
fn prg_v4_out_for_three_days_then_back_with_one_set() {
    let mut hip = Hip::in_build();
    hip.went(0, &[hurt("cat-camel", 1, 4), did("clamshell", 1)], 4, 4);
    let out = Changed::OutUntil(id("cat-camel"), hip.today().plus(3));
    assert!(hip.changed(out));
    let shut = |hip: &Hip| hip.course().shut(crate::library::first()).iter().any(|(shut, _)| *shut == id("cat-camel"));
    assert!(shut(&hip));
    hip.on(4);
    assert!(!shut(&hip));
    let levels = hip.course().levels(hip.today(), &[]);
    let camel = crate::library::first().get(id("cat-camel")).unwrap();
    let bearing = hip.course().bearing(&hip.steer);
    assert_eq!(levels.dose(camel, DoseLevel::One, &bearing).0.sets, 1);
}

#[test]
fn prg_z3_what_a_fall_left_out_returns_at_level_1_after_the_re_test() {
    let mut hip = Hip::in_build();
    for day in [0, 8, 16] {
        hip.went(day, &[hurt("clamshell", 3, 4), did("cat-camel", 1)], 4, 3);
        hip.went(day + 2, &[did("cat-camel", 1)], 1, 1);
    }
    let shut = |hip: &Hip| {
        let shut = hip.course().shut(crate::library::first());
        shut.into_iter().find(|(shut, _)| *shut == id("clamshell")).map(|(_, reason)| reason.rule.0)
    };
    assert_eq!(shut(&hip), Some("PRG-V5"));
    hip.write(Body::Finish { moment: Moment::ReTest });
    assert_eq!((shut(&hip), hip.level_of("clamshell")), (None, 1));
}

#[test]
fn prg_q5_a_new_exercise_begins_at_level_2_by_its_test() {
    let hip = Hip::in_build();
    let levels = hip.course().levels(hip.today(), &[id("sit-to-stand")]);
    assert_eq!(levels.level(id("sit-to-stand")), DoseLevel::Two);
    assert_eq!(levels.level(id("clamshell")), DoseLevel::One);
}
