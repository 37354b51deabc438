//! Section 7: the morning, the result, what it moves.

use super::sample::*;
use crate::journal::{Body, EndedHow, HurtKind, Mark, SessionKind};
use crate::library::DoseLevel;
use crate::program::adapt::{Changed, MorningClass, SessionResult};
use crate::program::plan::Leaves;
use crate::program::reason::Input;
use crate::program::screening::{Due, Question};
use crate::units::Millis;

#[test]
fn prg_a3_without_an_answer_within_36_hours_it_is_slight_until_one_comes() {
    let mut hip = Hip::in_build();
    hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.later(35 * 60);
    assert!(hip.course().decided.is_empty(), "a result that is still open");
    assert!(hip.course().asks_morning(hip.today()));
    hip.later(2 * 60);
    let decided = hip.decided();
    assert_eq!((decided.class, decided.morning_rule.0), (MorningClass::Slight, "PRG-A3"));
    assert!(decided.missing && decided.result == SessionResult::Hold);
    hip.morning(2, 1);
    let decided = hip.decided();
    assert_eq!((decided.class, decided.missing), (MorningClass::Settled, false), "an answer then still counts");
    assert_eq!(hip.course().decided.len(), 1);
}

#[test]
fn prg_a3_what_was_never_told_stays_so_once_the_next_session_begins() {
    let mut hip = Hip::in_build();
    hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.session(2, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.morning(3, 1);
    let course = hip.course();
    assert_eq!(course.decided.iter().map(|one| one.missing).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn prg_t1_a_session_of_which_nothing_was_told_is_hold_at_best() {
    let mut hip = Hip::in_build();
    hip.session_rated(0, SessionKind::F, &[did("sit-to-stand", 1)], None, None);
    hip.morning(1, 1);
    assert_eq!(hip.decided().result, SessionResult::Hold);
}

#[test]
fn prg_d1_a_stopped_session_is_at_least_regress() {
    let mut hip = Hip::in_build();
    hip.on(0).later(240).before(1);
    let slot = "2026-11-23-f".to_owned();
    let of =
        hip.write(Body::Session { slot, kind: SessionKind::F, seconds: crate::units::Seconds(600), items: vec![] });
    hip.hurt(of, HurtKind::Numb, 1);
    let (how, seconds) = (EndedHow::Stopped, crate::units::Seconds(60));
    hip.write(Body::SessionEnd { of, how, seconds, items: vec![] });
    hip.morning(1, 1);
    let decided = hip.decided();
    assert_eq!((decided.result, decided.rule.0), (SessionResult::Regress, "PRG-D1"));
}

#[test]
fn prg_t4_what_hurt_goes_down_and_without_such_all_strength() {
    let at_two = [did("sit-to-stand", 2), did("hip-hinge", 2), did("cat-camel", 2)];
    let mut hip = Hip::in_build();
    let sore = [did("sit-to-stand", 2), hurt("hip-hinge", 2, 4), did("cat-camel", 2)];
    assert_eq!(hip.went(0, &sore, 4, 3), SessionResult::Regress);
    assert_eq!((hip.level_of("sit-to-stand"), hip.level_of("hip-hinge"), hip.level_of("cat-camel")), (2, 1, 2));
    let mut hip = Hip::in_build();
    assert_eq!(hip.went(0, &at_two, 1, 4), SessionResult::Regress, "up");
    assert_eq!((hip.level_of("sit-to-stand"), hip.level_of("hip-hinge"), hip.level_of("cat-camel")), (1, 1, 2));
    let why = hip.course().changes.last().unwrap().reason();
    let morning = Input::Said { question: "q-nprs-morning", answer: vec!["4".into()] };
    assert!(why.inputs.contains(&morning), "{why:?}");
}

#[test]
fn prg_t5_rest_is_48_hours_without_strength_then_as_regress() {
    let mut hip = Hip::in_build();
    assert_eq!(hip.went(0, &[did("sit-to-stand", 2)], 1, 8), SessionResult::Rest);
    assert_eq!(hip.level_of("sit-to-stand"), 1);
    let (course, today) = (hip.course(), hip.today());
    let only = course.leaves(hip.at, today).unwrap();
    assert_eq!((only.leaves, only.reason.rule.0), (Leaves::Mobility, "PRG-T5"));
    let after = Millis(hip.at.0 + 48 * 3_600_000);
    assert_eq!(course.leaves(after, today.plus(2)), None);
    assert!(hip.changed(Changed::Resting));
}

#[test]
fn prg_t6_two_mornings_that_are_not_settled_count_as_regress_and_three_ask_block_c() {
    let mut hip = Hip::in_build();
    let items = [did("sit-to-stand", 2)];
    assert_eq!(hip.went(0, &items, 1, 3), SessionResult::Hold, "2 over usual pain");
    assert!(!hip.course().no_impact());
    assert_eq!(hip.went(2, &items, 1, 3), SessionResult::Regress);
    assert_eq!(hip.decided().rule.0, "PRG-T6");
    assert!(hip.course().no_impact());
    assert!(hip.course().demands.is_empty());
    hip.went(4, &[did("sit-to-stand", 1)], 1, 3);
    let course = hip.course();
    let Due::Questions(questions) = &course.demands[0].due else { panic!() };
    assert!(questions.contains(&Question::RestPain) && course.demands[0].rule.0 == "PRG-T6");
    hip.went(6, &[did("sit-to-stand", 1)], 1, 1);
    assert!(!hip.course().no_impact(), "one settled session");
}

#[test]
fn prg_t6_a_missing_answer_is_not_counted() {
    let mut hip = Hip::in_build();
    let items = [did("sit-to-stand", 2)];
    assert_eq!(hip.went(0, &items, 1, 3), SessionResult::Hold);
    hip.session(2, SessionKind::F, &items);
    assert_eq!(hip.went(4, &items, 1, 1), SessionResult::Progress);
    assert!(!hip.course().no_impact());
    assert!(hip.course().decided.iter().all(|one| !one.result.is_back()));
}

#[test]
fn prg_sb_three_of_four_step_back_a_phase_and_all_items() {
    let mut hip = Hip::in_build();
    let items = [did("clamshell", 3), did("cat-camel", 2)];
    hip.went(0, &items, 1, 1);
    for (day, expected) in [(2, "build"), (4, "build"), (6, "calm")] {
        assert_eq!(hip.went(day, &[hurt("clamshell", 3, 4), did("cat-camel", 2)], 4, 4), SessionResult::Regress);
        assert_eq!(hip.course().phase().id(), expected, "{day}");
    }
    assert_eq!(hip.level_of("cat-camel"), 1, "all items one level down");
    assert!(hip.changes().contains(&("all-down", "PRG-SB")) && hip.changes().contains(&("phase", "PRG-SB")));
    // The count starts anew.
    hip.went(8, &[hurt("clamshell", 1, 4)], 4, 4);
    assert_eq!(hip.changes().iter().filter(|change| **change == ("all-down", "PRG-SB")).count(), 1);
}

#[test]
fn prg_v6_after_a_morning_that_is_not_settled_nothing_is_more_than_last_time() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    hip.went(2, &[did("sit-to-stand", 1)], 1, 1);
    assert_eq!(hip.level_of("sit-to-stand"), 2);
    let levels = |hip: &Hip| hip.course().levels(hip.today(), &[]);
    assert_eq!(levels(&hip).level(id("sit-to-stand")), DoseLevel::Two);
    // A morning after another session: it was last done at level 1.
    hip.went(4, &[did("clamshell", 1)], 1, 3);
    assert_eq!(levels(&hip).level(id("sit-to-stand")), DoseLevel::One);
    hip.went(6, &[did("clamshell", 1)], 1, 1);
    assert_eq!(levels(&hip).level(id("sit-to-stand")), DoseLevel::Two, "a settled one");
}

#[test]
fn light_counts_as_done_and_moves_nothing_up() {
    let mut hip = Hip::in_build();
    for day in [0, 2, 4, 6] {
        hip.session(day, SessionKind::Light, &[did("cat-camel", 1)]);
        hip.morning(day + 1, 1);
    }
    assert_eq!(hip.level_of("cat-camel"), 1);
    assert_eq!(hip.course().decided.iter().filter(|one| one.done).count(), 4);
}

#[test]
fn before_the_evaluation_nothing_goes_up_and_what_hurts_goes_down() {
    let mut hip = Hip::new();
    for day in [0, 2, 4, 6] {
        hip.went(day, &[did("sit-to-stand", 1), did("bridge-double", 1)], 1, 1);
    }
    assert_eq!(hip.level_of("sit-to-stand"), 1);
    hip.went(8, &[did("sit-to-stand", 1), hurt("bridge-double", 1, 4)], 4, 4);
    assert!(hip.changed(Changed::StepDown(id("bridge-double"), id("glute-set"))));
}

#[test]
fn a_bad_mark_sets_its_counter_back_whatever_the_result() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    let bad = Did { mark: Mark::Bad, ..did("sit-to-stand", 1) };
    hip.went(2, &[bad], 1, 1);
    hip.went(4, &[did("sit-to-stand", 1)], 1, 1);
    assert_eq!(hip.level_of("sit-to-stand"), 1, "one in a row");
}
