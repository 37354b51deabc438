//! Section 10: flare-up mode, in and out.

use super::sample::*;
use crate::journal::{Choice, SessionKind};
use crate::library::{DoseLevel, Phase};
use crate::program::adapt::Changed;
use crate::program::plan::Leaves;
use crate::program::screening::Due;

fn number(hip: &Hip) -> Option<i32> {
    hip.course().flare.map(|flare| flare.number(hip.today()))
}

#[test]
fn prg_f1_the_button_always_and_the_short_check_first() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    hip.choose(Choice::Flare);
    assert_eq!(number(&hip), Some(1));
    let course = hip.course();
    assert_eq!((course.demands[0].due.clone(), course.demands[0].rule.0), (Due::Short, "PRG-F1"));
    assert_eq!(hip.changes().last(), Some(&("flare-begins", "PRG-F1")));
    hip.choose(Choice::Flare);
    assert_eq!(hip.course().flares.len(), 1, "once");
}

#[test]
fn prg_f1_a_slip_of_the_finger_is_taken_back_on_the_same_day() {
    let mut hip = Hip::in_build();
    hip.choose(Choice::Flare);
    let undo = hip.course().undo_flare(hip.today()).unwrap();
    let mut later = hip.clone();
    later.on(1);
    assert_eq!(later.course().undo_flare(later.today()), None);
    hip.write(undo);
    assert_eq!(number(&hip), None);
}

#[test]
fn prg_f2_the_second_rest_in_14_days() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 8);
    assert_eq!(number(&hip), None);
    let mut far = hip.clone();
    far.went(15, &[did("sit-to-stand", 1)], 1, 8);
    assert_eq!(number(&far), None, "15 days apart");
    hip.went(10, &[did("sit-to-stand", 1)], 1, 8);
    assert_eq!(hip.course().flare.map(|flare| flare.by.0), Some("PRG-F2"));
}

#[test]
fn prg_f3_two_mornings_in_a_row_far_over_usual_pain() {
    let mut hip = Hip::in_build();
    hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.morning(1, 4).morning(2, 3).morning(3, 4);
    assert_eq!(number(&hip), None, "not in a row");
    hip.morning(4, 4);
    assert_eq!(hip.course().flare.map(|flare| flare.by.0), Some("PRG-F3"));
}

#[test]
fn prg_f4_to_f7_what_a_day_leaves() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 3)], 1, 1);
    hip.choose(Choice::Flare);
    let leaves = |hip: &mut Hip, day: i64| {
        hip.on(day);
        let only = hip.course().leaves(hip.at, hip.today());
        only.map(|only| (only.leaves, only.reason.rule.0))
    };
    assert_eq!(leaves(&mut hip, 1), Some((Leaves::Rest, "PRG-F4")));
    assert_eq!(leaves(&mut hip, 2), Some((Leaves::Rest, "PRG-F4")));
    assert_eq!(leaves(&mut hip, 3), Some((Leaves::Light, "PRG-F5")));
    assert_eq!(leaves(&mut hip, 4), Some((Leaves::Light, "PRG-F5")));
    assert_eq!(leaves(&mut hip, 5), None);
    let dose = |hip: &mut Hip, day| {
        hip.on(day);
        let levels = hip.course().levels(hip.today(), &[]);
        let exercise = crate::library::first().get(id("sit-to-stand")).unwrap();
        let level = levels.level(exercise.id);
        let bearing = hip.course().bearing(&hip.steer);
        (level, levels.dose(exercise, level, &bearing).0.sets)
    };
    let whole = crate::library::first().get(id("sit-to-stand")).unwrap();
    let half = whole.dose(DoseLevel::One).sets.div_ceil(2);
    assert_eq!(dose(&mut hip, 5), (DoseLevel::One, half), "PRG-F6");
    // A week without a session has passed meanwhile, so the level is one lower (PRG-G3).
    assert_eq!(dose(&mut hip, 8), (DoseLevel::Two, whole.dose(DoseLevel::Two).sets - 1), "PRG-F7");
    assert!(hip.course().demands.iter().any(|demand| demand.rule.0 == "PRG-F7" && demand.due == Due::Full));
}

#[test]
fn prg_f8_two_good_mornings_from_day_3_lead_out() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 3), did("cat-camel", 2)], 1, 1);
    hip.on(1).choose(Choice::Flare);
    hip.morning(2, 2);
    assert_eq!(number(&hip), Some(2));
    hip.morning(3, 2);
    assert_eq!(number(&hip), None, "day 3, two in a row");
    assert_eq!((hip.level_of("sit-to-stand"), hip.level_of("cat-camel")), (2, 1), "one level down from before");
    assert_eq!(hip.course().phase(), Phase::Build, "same phase");
    assert!(hip.changed(Changed::FlareEnds));
}

#[test]
fn prg_f8_a_bad_morning_or_a_sore_session_begins_anew() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 3)], 1, 1);
    hip.on(1).choose(Choice::Flare);
    hip.morning(3, 2).morning(4, 3);
    assert_eq!(number(&hip), Some(4), "3 is more than usual pain and 1");
    hip.morning(5, 2);
    hip.session_rated(5, SessionKind::F, &[did("sit-to-stand", 1)], Some(6), Some(3));
    hip.morning(6, 2);
    assert!(number(&hip).is_some(), "6 in a session");
    hip.morning(7, 2);
    assert_eq!(number(&hip), None);
}

#[test]
fn prg_f9_after_14_days_it_is_calm_and_a_clinician_is_asked() {
    let mut hip = Hip::in_build();
    hip.went(0, &[did("sit-to-stand", 1)], 1, 1);
    hip.on(1).choose(Choice::Flare);
    hip.on(14);
    assert_eq!(number(&hip), Some(14));
    hip.on(15);
    let course = hip.course();
    assert_eq!((course.flare.clone(), course.phase()), (None, Phase::Calm));
    assert_eq!(hip.referred(), ["PRG-X05"]);
}

#[test]
fn in_a_flare_up_usual_pain_is_frozen_and_nothing_goes_up() {
    let mut hip = Hip::in_build();
    for day in [0, 2, 4] {
        hip.went(day, &[did("clamshell", 1)], 1, 1);
    }
    hip.on(5).choose(Choice::Flare);
    for day in [5, 6, 7] {
        hip.session_rated(day, SessionKind::M, &[did("cat-camel", 1)], Some(1), Some(2));
        hip.morning(day + 1, 5);
    }
    let usual = hip.course().usual(hip.log().own_usual());
    assert_eq!(usual.map(crate::units::PainScore::get), Some(1));
    assert_eq!(hip.level_of("cat-camel"), 1);
}
