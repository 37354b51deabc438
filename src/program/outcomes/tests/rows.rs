//! Labels, lines and due dates, row by row.

use crate::program::evaluation::Activity;
use crate::program::outcomes::*;
use crate::program::screening::ActionLevel;
use crate::units::Day;

fn day(after: i32) -> Day {
    Day::parse("2026-11-02").unwrap().plus(after)
}

#[test]
fn om_1_to_om_10_the_measures() {
    let ids: Vec<&str> = MEASURES.iter().map(|row| row.id).collect();
    assert_eq!(ids, ["OM-1", "OM-2", "OM-3", "OM-4", "OM-5", "OM-6", "OM-7", "OM-8", "OM-9", "OM-10"]);
    for row in &MEASURES {
        assert_eq!(row.measure.row(), row);
        assert_eq!(row.question.and_then(Measure::of_question), row.question.map(|_| row.measure));
        assert!(!row.sources.is_empty());
    }
    assert!(fits(Measure::Change, -5) && !fits(Measure::Change, -6) && fits(Measure::Nights, 7));
    assert!(!fits(Measure::Nights, 8) && !fits(Measure::PainNow, 11) && !fits(Measure::Adherence, 50));
}

#[test]
fn om_21_to_om_27() {
    for (first, now, label) in [
        (70, 50, "OM-22"),
        (70, 40, "OM-22"),
        (30, 20, "OM-23"),
        (33, 23, "OM-23"),
        (34, 24, "OM-24"),
        (40, 30, "OM-24"),
        (40, 31, "OM-25"),
        (40, 49, "OM-25"),
        (40, 50, "OM-26"),
        (40, 59, "OM-26"),
        (40, 60, "OM-27"),
        (0, 20, "OM-27"),
    ] {
        assert_eq!(pain_label(Some((first, now))).0.0, label, "{first} to {now}");
    }
    assert_eq!(pain_label(None).0.0, "OM-21");
    let percents = [percent_lower(70, 40), percent_lower(0, 0), percent_lower(40, 60), percent_lower(30, 20)];
    assert_eq!(percents, [Some(43), None, Some(-50), Some(33)]);
}

#[test]
fn om_31_to_om_36() {
    for (change, label) in [
        (23, "OM-32"),
        (22, "OM-33"),
        (13, "OM-33"),
        (12, "OM-34"),
        (-12, "OM-34"),
        (-13, "OM-35"),
        (-22, "OM-35"),
        (-23, "OM-36"),
    ] {
        assert_eq!(activities_label(Some(change)).0.0, label, "{change}");
    }
    assert_eq!(activities_label(None).0.0, "OM-31");
    assert_eq!([30, 29, -29, -30].map(|change| one_activity_label(change).0.0), ["OM-33", "OM-34", "OM-34", "OM-35"]);
}

fn items(scores: &[(&str, u8)]) -> Vec<Activity> {
    scores.iter().map(|(name, score)| Activity { name: (*name).into(), score: *score }).collect()
}

#[test]
fn om_4_half_of_the_first_items_are_needed() {
    let first = items(&[("stairs", 2), ("sleep", 4), ("socks", 5)]);
    let (both, change) = activities_change(&first, &items(&[("stairs", 5), ("sleep", 7)]));
    assert_eq!((both.len(), change), (2, Some(30)), "2 of 3: 3.0 to 6.0");
    assert_eq!(activities_change(&first, &items(&[("stairs", 5)])).1, None, "1 of 3");
    let two = items(&[("stairs", 2), ("sleep", 4)]);
    assert_eq!(activities_change(&two, &items(&[("sleep", 3)])).1, Some(-10), "1 of 2");
    assert_eq!(
        activities_change(&first, &items(&[("stairs", 2), ("sleep", 4), ("socks", 6)])).1,
        Some(3),
        "3.7 to 4.0"
    );
    assert_eq!(activities_change(&[], &first).1, None);
}

#[test]
fn om_41_to_om_56() {
    let change = |steps| change_label(Some(steps)).0.0;
    let labels: Vec<&str> = (-5..=5).map(change).collect();
    let expected = ["OM-45", "OM-45", "OM-44", "OM-44", "OM-43", "OM-43", "OM-43", "OM-42", "OM-42", "OM-41", "OM-41"];
    assert_eq!(labels, expected);
    for (percent, label) in [
        (100, "OM-46"),
        (80, "OM-46"),
        (79, "OM-47"),
        (60, "OM-47"),
        (59, "OM-48"),
        (30, "OM-48"),
        (29, "OM-49"),
        (0, "OM-49"),
    ] {
        assert_eq!(adherence_label(Some(percent)).0.0, label, "{percent}");
    }
    let nights: Vec<&str> = (0..=7).map(|nights| nights_label(Some(nights)).0.0).collect();
    assert_eq!(nights, ["OM-50", "OM-51", "OM-51", "OM-52", "OM-52", "OM-52", "OM-52", "OM-52"]);
    for (index, label) in [(100, "OM-54"), (90, "OM-54"), (89, "OM-55"), (80, "OM-55"), (79, "OM-56"), (0, "OM-56")] {
        assert_eq!(symmetry_label(Some(index)).0.0, label, "{index}");
    }
    assert_eq!(symmetry_label(None).0.0, "OM-53");
    let missing = [change_label(None), adherence_label(None), nights_label(None)];
    assert_eq!(missing.map(|label| label.0.0), ["OM-21"; 3], "not enough answers");
    assert_eq!(
        [evener(80, 90, true), evener(80, 89, true), evener(90, 80, true), evener(80, 95, false)],
        [Some(true), None, Some(false), None]
    );
}

#[test]
fn om_6_and_om_8_percents() {
    assert_eq!(
        [adherence(0, 0), adherence(1, 3), adherence(2, 3), adherence(1, 8), adherence(5, 4)],
        [None, Some(33), Some(67), Some(13), Some(100)]
    );
    assert_eq!(
        [percent_of_usual(10_000, 20), percent_of_usual(10_100, 20), percent_of_usual(5, 0)],
        [Some(50), Some(51), None]
    );
}

fn checks(check_in: Option<i32>, re_test: Option<i32>) -> Checks {
    Checks { day_zero: day(0), check_in: check_in.map(day), re_test: re_test.map(day) }
}

#[test]
fn om_81_to_om_83_and_om_85() {
    let none = |next| CheckDue::None { next: day(next) };
    let check_in = |since, missed| CheckDue::CheckIn { since: day(since), missed };
    for (state, today, expected) in [
        (checks(None, None), 6, none(7)),
        (checks(None, None), 7, check_in(7, 0)),
        (checks(None, None), 13, check_in(7, 0)),
        (checks(None, None), 14, check_in(14, 1)),
        (checks(Some(9), None), 15, none(16)),
        (checks(Some(9), None), 16, check_in(16, 0)),
        // Due on day 25, 3 days before the re-test: left out.
        (checks(Some(18), None), 25, none(28)),
        (checks(Some(17), None), 24, check_in(24, 0)),
        (checks(Some(21), None), 28, CheckDue::ReTest { since: day(28), asks_change: true }),
        (checks(Some(21), Some(30)), 36, none(37)),
        (checks(Some(21), Some(30)), 37, check_in(37, 0)),
        (checks(Some(51), Some(30)), 58, CheckDue::ReTest { since: day(58), asks_change: true }),
    ] {
        assert_eq!(due(state, day(today)), expected, "day {today} of {state:?}");
    }
    assert_eq!(
        (due(checks(None, None), day(7)).rule().0, due(checks(None, None), day(40)).rule().0),
        ("OM-81", "OM-82")
    );
}

#[test]
fn om_84_and_om_86() {
    use ActionLevel::{Caution, ClinicianFirst, Emergency, UrgentCare};
    for (level, flare, pain, expected) in [
        (Emergency, false, Some(0), TestsWait::Nothing),
        (UrgentCare, false, Some(0), TestsWait::Nothing),
        (ClinicianFirst, false, Some(0), TestsWait::QuestionsOnly),
        (Caution, true, Some(0), TestsWait::QuestionsOnly),
        (ActionLevel::None, false, Some(5), TestsWait::QuestionsOnly),
        (ActionLevel::None, false, None, TestsWait::QuestionsOnly),
        (Caution, false, Some(4), TestsWait::All),
    ] {
        assert_eq!(tests_wait(level, flare, pain), expected, "{level:?} {flare} {pain:?}");
    }
    let early = CheckDue::ReTest { since: day(28), asks_change: true };
    assert_eq!(due(checks(None, None), day(28)), early);
}
