//! Section 15: refer rules; section 11: a clinician's limits over time.

use super::sample::*;
use crate::journal::{Answer, Choice, Context, HurtKind, LimitsEntry, SessionKind};
use crate::library::first;
use crate::program::adapt::{RunAllowed, SessionResult};
use crate::program::plan::Leaves;
use crate::units::Day;

/// Six weeks of sessions with a check-in each week; pain stays what it was.
fn flat(hip: &mut Hip, weeks: i64, days: &[i64]) {
    hip.b = 3;
    for week in 0..weeks {
        for day in days {
            hip.went(week * 7 + day, &[did("cat-camel", 1)], 2, 3);
        }
        hip.on(week * 7 + 7).check_in(2, 3, "minutes");
    }
}

#[test]
fn prg_x01_six_weeks_without_a_clear_change_at_two_check_ins() {
    let mut hip = Hip::new();
    hip.evaluated(2, 3, "minutes");
    flat(&mut hip, 6, &[0, 2, 4]);
    assert!(!hip.referred().contains(&"PRG-X01"), "the first check-in of it");
    for day in [42, 44, 46] {
        hip.went(day, &[did("cat-camel", 1)], 2, 3);
    }
    hip.on(49).check_in(2, 3, "minutes");
    assert!(hip.referred().contains(&"PRG-X01"), "{:?}", hip.referred());
    // It is false at a check-in: own activities are clearly better.
    let mut better = hip.clone();
    let activities = |score: &str| Answer::List(vec!["stairs".into(), score.into()]);
    better.answer("q-activities", activities("3"), Context::CheckIn);
    better.answer("q-activities", activities("6"), Context::CheckIn);
    better.on(56).check_in(2, 3, "minutes");
    assert!(!better.referred().contains(&"PRG-X01"));
}

#[test]
fn prg_x01_not_when_pain_was_low_at_first_or_is_clearly_lower() {
    let mut hip = Hip::in_build();
    hip.answer("q-nprs-average", Answer::Number(1), Context::DayZero);
    flat(&mut hip, 8, &[0, 2, 4]);
    assert_eq!(hip.course().pains.first().map(crate::units::PainScore::get), Some(1));
    assert!(!hip.referred().contains(&"PRG-X01"), "the first value was 1");
}

#[test]
fn prg_x02_with_little_adherence_and_a_smaller_plan_tried() {
    let mut hip = Hip::new();
    hip.evaluated(2, 3, "minutes");
    flat(&mut hip, 7, &[0]);
    assert!(hip.course().asks(hip.today()).smaller_plan);
    assert!(!hip.referred().contains(&"PRG-X02"));
    hip.choose(Choice::SmallerPlan);
    for week in 7..10 {
        hip.went(week * 7, &[did("cat-camel", 1)], 2, 3);
        hip.on(week * 7 + 7).check_in(2, 3, "minutes");
    }
    assert!(hip.referred().contains(&"PRG-X02"), "{:?}", hip.referred());
    assert!(!hip.referred().contains(&"PRG-X01"));
}

#[test]
fn prg_x03_two_weeks_with_2_over_the_first_value() {
    let mut hip = Hip::in_build();
    for day in 0..15 {
        hip.morning(day, 4);
    }
    assert!(hip.referred().is_empty(), "the first days had too few scores: {:?}", hip.referred());
    for day in 15..18 {
        hip.morning(day, 4);
    }
    assert!(hip.referred().contains(&"PRG-X03"), "{:?}", hip.referred());
}

#[test]
fn prg_x04_very_strong_pain_on_two_of_seven_days() {
    let mut hip = Hip::in_build();
    hip.on(0).before(7).later(60).before(8);
    assert!(hip.referred().is_empty(), "one day");
    let mut far = hip.clone();
    far.on(7).before(7);
    assert!(far.referred().is_empty(), "seven days apart");
    hip.on(6).before(7);
    assert_eq!(hip.referred(), ["PRG-X04"]);
    let mut other = Hip::in_build();
    other.on(0).before(9);
    other.went(2, &[did("sit-to-stand", 1)], 1, 8);
    assert!(other.referred().contains(&"PRG-X04"), "class severe");
    let mut third = Hip::in_build();
    third.on(0).before(9);
    third.session_rated(2, SessionKind::F, &[did("sit-to-stand", 1)], Some(8), Some(5));
    assert!(third.referred().contains(&"PRG-X04"), "8 in a session");
}

#[test]
fn prg_x05_three_flare_ups_in_56_days() {
    let mut hip = Hip::in_build();
    hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    for start in [1, 20, 40] {
        assert!(hip.referred().is_empty());
        hip.on(start).choose(Choice::Flare);
        hip.morning(start + 2, 1).morning(start + 3, 1);
        assert!(hip.course().flare.is_none());
    }
    assert_eq!(hip.referred(), ["PRG-X05"]);
}

#[test]
fn prg_x06_pain_at_rest_at_three_check_ins() {
    let mut hip = Hip::in_build();
    for (day, expected) in [(7, false), (14, false), (21, true)] {
        hip.on(day).tell(1, 1, "minutes", Context::CheckIn);
        hip.answer("s-rest-pain", Answer::Text("some".into()), Context::CheckIn);
        hip.write(crate::journal::Body::Finish { moment: crate::journal::Moment::CheckIn });
        assert_eq!(hip.referred().contains(&"PRG-X06"), expected, "{day}");
    }
}

#[test]
fn prg_x07_a_limp() {
    let mut hip = Hip::in_build();
    let mut said = hip.clone();
    said.answer("s-limp", Answer::Text("limp".into()), Context::CheckIn);
    assert_eq!(said.referred(), ["PRG-X07"]);
    let of = hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.hurt(of, HurtKind::Limp, 2);
    assert!(hip.referred().is_empty());
    hip.on(5).hurt(of, HurtKind::Limp, 2);
    assert_eq!(hip.referred(), ["PRG-X07"], "stop-limp twice in 7 days");
}

#[test]
fn prg_x08_and_x11_only_show_the_card() {
    let mut hip = Hip::in_calm();
    assert!(!hip.on(28).referred().contains(&"PRG-X08"));
    assert!(hip.on(29).referred().contains(&"PRG-X08"));
    assert!(!hip.course().referrals.holds_levels());
    assert!(!hip.on(83).referred().contains(&"PRG-X11"));
    assert!(hip.on(84).referred().contains(&"PRG-X11"));
}

#[test]
fn prg_x09_locking_or_sharp_pain_twice() {
    let mut hip = Hip::in_build();
    let of = hip.session(0, SessionKind::F, &[did("sit-to-stand", 1)]);
    hip.hurt(of, HurtKind::Lock, 2);
    assert!(hip.referred().is_empty());
    hip.on(3).hurt(of, HurtKind::Sharp, 2);
    assert_eq!(hip.referred(), ["PRG-X09"]);
}

#[test]
fn prg_x10_comes_from_runs() {
    let mut course = Hip::in_build().course();
    course.refer_by_run(Day::from_epoch(MONDAY));
    assert_eq!(course.referrals.stop().map(|stop| stop.rule.0), Some("PRG-X10"));
}

#[test]
fn prg_x12_the_runner_asks() {
    let mut hip = Hip::in_build();
    hip.choose(Choice::Worry);
    assert_eq!(hip.referred(), ["PRG-X12"]);
    assert!(!hip.course().referrals.holds_levels());
    hip.ok(0);
    assert!(hip.referred().is_empty());
}

#[test]
fn a_stop_leaves_mobility_until_an_ok_and_its_counts_start_anew() {
    let mut hip = Hip::in_build();
    hip.on(0).before(7);
    hip.on(2).before(7);
    let only = hip.course().leaves(hip.at, hip.today()).unwrap();
    assert_eq!((only.leaves, only.reason.rule.0), (Leaves::Mobility, "PRG-X04"));
    hip.on(4).ok(1);
    assert!(!hip.referred().is_empty(), "a visit before it");
    hip.ok(4);
    assert!(hip.referred().is_empty() && hip.course().leaves(hip.at, hip.today()).is_none());
    hip.on(5).before(7);
    assert!(hip.referred().is_empty(), "the first of a new count");
}

#[test]
fn prg_y2_the_pain_limit_moves_results() {
    let mut hip = Hip::in_build();
    hip.limits(LimitsEntry { pain_limit: Some(1), ..LimitsEntry::default() });
    assert_eq!(hip.went(0, &[did("sit-to-stand", 1)], 2, 1), SessionResult::Hold);
}

#[test]
fn prg_y3_no_plan_while_weight_on_the_leg_is_limited() {
    let mut hip = Hip::in_build();
    assert_eq!(hip.course().no_plan(), None);
    hip.limits(LimitsEntry { weight_bearing: Some("partial".into()), ..LimitsEntry::default() });
    assert_eq!(hip.course().no_plan().map(|reason| reason.rule.0), Some("PRG-Y3"), "PRG-P2");
}

#[test]
fn prg_y4_a_limit_stays_until_the_runner_says_it_does_not_hold() {
    let until = Some(Day::from_epoch(MONDAY + 3));
    let mut hip = Hip::in_build();
    hip.limits(LimitsEntry { until, excluded_ids: vec!["bridge-double".into()], ..LimitsEntry::default() });
    let shut = |hip: &Hip| hip.course().shut(first()).iter().any(|(shut, _)| *shut == id("bridge-double"));
    let early = hip.course().limits_hold(false).unwrap();
    let mut slip = hip.clone();
    slip.write(early);
    assert!(shut(&slip), "before its end nobody can open it");
    hip.on(4);
    assert!(shut(&hip) && hip.course().asks(hip.today()).limits);
    let mut holds = hip.clone();
    let yes = holds.course().limits_hold(true).unwrap();
    holds.write(yes);
    assert!(shut(&holds) && !holds.course().asks(holds.today()).limits);
    let no = hip.course().limits_hold(false).unwrap();
    hip.write(no);
    assert!(!shut(&hip));
}

#[test]
fn the_newest_limits_hold_and_running_is_read_strictly() {
    let mut hip = Hip::in_build();
    let run = |hip: &mut Hip, allowed: &str| {
        hip.limits(LimitsEntry { run_allowed: Some(allowed.into()), ..LimitsEntry::default() });
        hip.course().limits.unwrap().run
    };
    assert_eq!(run(&mut hip, "no"), RunAllowed::No);
    assert_eq!(run(&mut hip, "2026-12-01"), RunAllowed::From(Day::parse("2026-12-01").unwrap()));
    assert_eq!(run(&mut hip, "soon"), RunAllowed::No);
    assert_eq!(run(&mut hip, "yes"), RunAllowed::Yes);
}
