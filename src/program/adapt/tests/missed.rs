//! Section 9: missed days; section 14: what is due.

use super::sample::*;
use crate::journal::{Body, Context, Moment};
use crate::library::Phase;
use crate::program::adapt::SessionResult;

/// A runner in `build` with sit-to-stand at level 3, trained on day 0.
fn trained() -> Hip {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 3), did("clamshell", 2)], 1, 1);
    hip
}

#[test]
fn prg_g1_to_g5_by_days() {
    // Day, levels, rule that shows.
    let rows: [(i64, (u8, u8), Option<&str>); 6] = [
        (2, (3, 2), None),
        (6, (3, 2), None),
        (7, (2, 1), Some("PRG-G3")),
        (13, (2, 1), Some("PRG-G3")),
        (14, (1, 1), Some("PRG-G2")),
        (28, (1, 1), Some("PRG-G1")),
    ];
    for (day, levels, rule) in rows {
        let mut hip = trained();
        hip.on(day);
        assert_eq!((hip.level_of("sit-to-stand"), hip.level_of("clamshell")), levels, "PRG-G5 before, {day}");
        let last = hip.course().changes.last().map(|change| change.rule.0).filter(|id| id.starts_with("PRG-G"));
        assert_eq!(last, rule, "{day}");
    }
}

#[test]
fn prg_g1_begins_with_easier_steps_in_build_at_most_and_asks_for_the_tests() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("bridge-double", 2)], 1, 1);
    hip.on(28);
    let course = hip.course();
    assert_eq!(course.items.current(id("glute-set")), Some(id("glute-set")));
    assert_eq!(course.phase(), Phase::Build, "irritability is low");
    assert_eq!(course.asks(hip.today()).re_test.unwrap().rule.0, "PRG-Z2");
    hip.check_in(2, 4, "hours");
    assert_eq!(hip.course().phase(), Phase::Calm, "it is moderate now");
    let mut hip = Hip::in_calm();
    hip.went(0, &[did("bridge-double", 2)], 1, 1);
    assert_eq!(hip.on(28).course().phase(), Phase::Calm);
}

#[test]
fn prg_g2_and_g3_let_nothing_go_up_in_the_first_session() {
    for gap in [7, 14] {
        let mut hip = Hip::in_build();
        hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
        hip.went(gap, &[did("sit-to-stand", 1)], 1, 1);
        assert_eq!(hip.level_of("sit-to-stand"), 1, "{gap}: the first session after it");
        hip.went(gap + 2, &[did("sit-to-stand", 1)], 1, 1);
        hip.went(gap + 4, &[did("sit-to-stand", 1)], 1, 1);
        assert_eq!(hip.level_of("sit-to-stand"), 2, "{gap}");
    }
}

#[test]
fn prg_g4_the_first_result_is_hold_at_best_when_a_planned_session_was_missed() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    assert_eq!(hip.went(4, &[did("sit-to-stand", 1)], 1, 1), SessionResult::Hold, "Wednesday was missed");
    assert_eq!(hip.decided().rule.0, "PRG-G4");
    assert_eq!(hip.went(7, &[did("sit-to-stand", 1)], 1, 1), SessionResult::Progress, "none was missed");
}

#[test]
fn prg_z1_z2_and_z3_what_is_due() {
    let mut hip = Hip::in_build();
    let asks = |hip: &mut Hip, day| hip.on(day).course().asks(hip.today());
    assert!(!asks(&mut hip, 6).check_in);
    assert!(asks(&mut hip, 7).check_in);
    hip.on(7).check_in(1, 1, "minutes");
    assert!(!asks(&mut hip, 13).check_in && asks(&mut hip, 14).check_in);
    assert!(asks(&mut hip, 24).re_test.is_none());
    assert!(!asks(&mut hip, 24).check_in, "just before a re-test it is left out");
    let due = asks(&mut hip, 25).re_test.unwrap();
    assert_eq!((due.rule.0, due.tests_wait), ("PRG-Z1", false));
    assert!(!asks(&mut hip, 28).check_in, "only the re-test is shown");
    hip.on(28).before(5);
    assert!(hip.course().asks(hip.today()).re_test.unwrap().tests_wait, "PRG-Z3");
    hip.tell(1, 1, "minutes", Context::ReTest).write(Body::Finish { moment: Moment::ReTest });
    assert!(hip.course().asks(hip.today()).re_test.is_none());
    assert!(asks(&mut hip, 35).check_in && asks(&mut hip, 53).re_test.is_some());
}

#[test]
fn in_the_first_plan_no_check_in_is_due() {
    let mut hip = Hip::new();
    hip.went(0, &[did("cat-camel", 1)], 1, 1);
    let asks = hip.on(9).course().asks(hip.today());
    assert!(!asks.check_in && asks.re_test.is_none());
}

#[test]
fn a_long_silence_is_passed_over_quickly() {
    let mut hip = trained();
    hip.on(20_000);
    assert_eq!(hip.course().phase(), Phase::Build);
    assert_eq!(hip.level_of("sit-to-stand"), 3, "no day on which a row became true was seen");
}
