//! Results of the journal, reports, findings, due dates.

use super::sample::{hurting, journal, left, log, pain, result, who};
use crate::journal::TestSide::{Both, Left, Right};
use crate::journal::{Entry, NotDone, TestEntry};
use crate::program::evaluation::{BodySide, Region};
use crate::program::pattern::NormClass::{Below, Near, Target};
use crate::program::plan::SoreSide;
use crate::program::selftest::{
    CORE, Changed, Compared, Index, SelfTest, Sex, TestLog, Who, open_tests, order, report, rest_between, retest,
};
use crate::units::{Day, Seconds};

const RUNNER: Who = Who { sex: Sex::Female, age: Some(40) };

#[test]
fn a_test_that_was_not_done_is_unknown_and_never_zero() {
    let none = TestLog::none();
    for test in SelfTest::ALL {
        let report = report(&none, *test, RUNNER, SoreSide::Left);
        assert_eq!((report.class, report.compared, report.left.done), (None, None, None), "{}", test.id());
    }
    let skipped = log([left("t-bridge", Left, NotDone::Skipped), left("t-calf", Right, NotDone::Unfit)]);
    assert_eq!(skipped, TestLog::none());
    assert!(!skipped.findings(RUNNER).is_known("t-bridge"));
}

#[test]
fn leaving_a_test_keeps_the_older_result_and_pain_that_stops_it_does_not() {
    let kept = log([result("t-bridge", Left, &[220]), left("t-bridge", Left, NotDone::Skipped)]);
    assert_eq!(kept.newest(SelfTest::Bridge, BodySide::Left).unwrap().tenths, Some(220));
    let stopped = TestEntry { why: Some(NotDone::Stopped), ..hurting("t-bridge", Left, &[], 7, &["r-sit-bone"]) };
    let log = log([result("t-bridge", Left, &[220]), stopped]);
    let newest = log.newest(SelfTest::Bridge, BodySide::Left).unwrap();
    assert_eq!((newest.tenths, newest.pain), (None, Some(pain(7))));
    assert_eq!(report(&log, SelfTest::Bridge, RUNNER, SoreSide::Left).class, None);
    let findings = log.findings(RUNNER);
    let found = findings.get("t-bridge", BodySide::Left).unwrap();
    assert_eq!((found.class, found.tenths), (None, None));
    assert_eq!(found.pain.as_ref().unwrap().regions, [Region::SitBone], "p-46 can be met all the same");
}

#[test]
fn a_choice_stands_for_its_value() {
    let chosen = TestEntry { choice: Some("two-hands".into()), ..result("t-hip-ir-seated", Right, &[]) };
    let unknown = TestEntry { choice: Some("three-hands".into()), ..result("t-hip-ir-seated", Left, &[]) };
    let log = log([chosen, unknown]);
    assert_eq!(log.newest(SelfTest::HipIrSeated, BodySide::Right).unwrap().tenths, Some(280));
    assert_eq!(log.newest(SelfTest::HipIrSeated, BodySide::Left), None);
}

#[test]
fn what_does_not_fit_is_no_result() {
    let odd = [
        result("t-moon", Left, &[10]),
        result("t-bridge", Both, &[100]),
        result("t-squeeze", Left, &[10]),
        result("t-bridge", Left, &[5_000]),
        result("t-stance", Right, &[]),
    ];
    assert_eq!(log(odd), TestLog::none());
}

#[test]
fn the_sore_side_counts_and_of_both_alike_the_worse_one() {
    let both = || log([result("t-bridge", Left, &[250]), result("t-bridge", Right, &[200])]);
    let class = |log: &TestLog, sore| report(log, SelfTest::Bridge, RUNNER, sore).class;
    for (sore, expected) in [
        (SoreSide::Left, Target),
        (SoreSide::BothLeftWorse, Target),
        (SoreSide::Right, Near),
        (SoreSide::BothRightWorse, Near),
        (SoreSide::BothSame, Near),
    ] {
        assert_eq!(class(&both(), sore), Some(expected), "{sore:?}");
    }
    // The side that is not known could be the worse one.
    let one = log([result("t-bridge", Left, &[250])]);
    assert_eq!(class(&one, SoreSide::BothSame), None);
    let below = log([result("t-bridge", Left, &[50])]);
    assert_eq!(class(&below, SoreSide::BothSame), Some(Below));
}

#[test]
fn sides_are_compared_in_the_way_of_each_test() {
    let compared = |id: &str, left: i32, right: i32| {
        let log = log([result(id, Left, &[left]), result(id, Right, &[right])]);
        report(&log, SelfTest::parse(id).unwrap(), RUNNER, SoreSide::Left).compared
    };
    let range = |by, is_told, less| Some(Compared::Range { by, is_told, less });
    assert_eq!(compared("t-hip-ir-seated", 200, 350), range(150, true, Some(BodySide::Left)));
    assert_eq!(compared("t-hip-ir-seated", 340, 200), range(140, false, Some(BodySide::Right)));
    assert_eq!(compared("t-knee-to-wall", 100, 80), range(20, true, Some(BodySide::Right)));
    assert_eq!(compared("t-faber", 160, 160), range(0, false, None));
    assert_eq!(compared("t-calf", 180, 200), Some(Compared::Index(Index::Even(90))));
    assert_eq!(compared("t-calf", 0, 0), Some(Compared::NoIndex));
    assert_eq!(compared("t-squat", 50, 40), Some(Compared::Class { is_told: true }));
    assert_eq!(compared("t-squat", 30, 40), Some(Compared::Class { is_told: false }));
    assert_eq!(compared("t-hip-flexion", 0, 50), None);
    let one = log([result("t-calf", Left, &[100])]);
    assert_eq!(report(&one, SelfTest::Calf, RUNNER, SoreSide::Left).compared, None);
}

#[test]
fn only_more_than_the_real_change_is_a_change() {
    for (id, before, now, expected) in [
        ("t-bridge", 200, 250, Changed::Same),
        ("t-bridge", 200, 260, Changed::Better),
        ("t-bridge", 200, 140, Changed::Worse),
        ("t-thomas", 150, 50, Changed::Same),
        ("t-thomas", 150, 40, Changed::Better),
        ("t-thomas", 0, 110, Changed::Worse),
        ("t-knee-to-wall", 80, 99, Changed::Same),
        ("t-knee-to-wall", 80, 100, Changed::Better),
        ("t-hip-flexion", 50, 30, Changed::Same),
        ("t-hip-flexion", 50, 20, Changed::Better),
        ("t-squat", 30, 40, Changed::Same),
        ("t-squat", 40, 50, Changed::Better),
        ("t-squat", 30, 20, Changed::Worse),
    ] {
        let log = log([result(id, Left, &[before]), result(id, Left, &[now])]);
        let report = report(&log, SelfTest::parse(id).unwrap(), RUNNER, SoreSide::Left);
        assert_eq!(report.left.changed, Some(expected), "{id} {before} {now}");
    }
}

#[test]
fn findings_hold_class_value_pain_place_and_second() {
    let stance = TestEntry {
        onset: Some(Seconds(21)),
        ..hurting("t-stance", Right, &[300, 380, 310], 3, &["r-outer-hip", "r-moon"])
    };
    let log = log([stance, hurting("t-squeeze", Both, &[30], 3, &["r-pubic"])]);
    let findings = log.findings(RUNNER);
    let found = findings.get("t-stance", BodySide::Right).unwrap();
    assert_eq!((found.class, found.tenths), (Some(Target), Some(380)));
    let hurt = found.pain.as_ref().unwrap();
    assert_eq!(
        (hurt.worst, hurt.regions.as_slice(), hurt.from_second),
        (pain(3), [Region::OuterHip].as_slice(), Some(21))
    );
    assert_eq!(findings.get("t-stance", BodySide::Left), None);
    for side in BodySide::ALL {
        assert_eq!(findings.get("t-squeeze", side).unwrap().class, Some(Near), "both legs at once");
    }
}

#[test]
fn the_squeeze_counts_for_28_days() {
    let squeezed = journal([hurting("t-squeeze", Both, &[20], 2, &[])]);
    let day = squeezed.happened().next().unwrap().day;
    let log = TestLog::of(squeezed.happened());
    assert_eq!(log.squeeze(day), Some(pain(2)));
    assert_eq!(log.squeeze(day.plus(28)), Some(pain(2)));
    assert_eq!(log.squeeze(day.plus(29)), None);
    assert_eq!(log.squeeze(day.plus(-1)), None);
}

#[test]
fn prg_z1_and_om_82_the_next_re_test() {
    let zero = Day::parse("2026-11-01").unwrap();
    let first = retest(zero, None);
    assert_eq!((first.due, first.from, first.until), (zero.plus(28), zero.plus(25), zero.plus(31)));
    assert_eq!(retest(zero, Some(zero.plus(30))).due, zero.plus(58));
    assert!(!first.is_open(zero.plus(24), false) && first.is_open(zero.plus(25), false));
    assert!(!first.is_open(zero.plus(28), true), "on a day without a run before it");
    assert!(!first.is_missed(zero.plus(31)) && first.is_missed(zero.plus(32)));
}

#[test]
fn core_tests_stay_open_until_both_sides_are_done() {
    let day = |log: &TestLog| log.newest(SelfTest::Calf, BodySide::Left).map(|done| done.day);
    let one = log([result("t-calf", Left, &[200])]);
    assert_eq!(open_tests(&one, Day::from_epoch(0)).len(), CORE.len());
    let both = log([result("t-calf", Left, &[200]), result("t-calf", Right, &[200])]);
    let since = day(&both).unwrap();
    assert_eq!(open_tests(&both, since).len(), CORE.len() - 1);
    assert_eq!(open_tests(&both, since.plus(1)).len(), CORE.len(), "older than that");
    let squeeze = log([hurting("t-squeeze", Both, &[0], 0, &[])]);
    assert!(!open_tests(&squeeze, Day::from_epoch(0)).contains(&SelfTest::Squeeze));
}

#[test]
fn a_day_goes_from_flexibility_by_balance_to_strength() {
    let mixed = [SelfTest::Calf, SelfTest::Stance, SelfTest::Thomas, SelfTest::Calf];
    assert_eq!(order(&mixed), [SelfTest::Thomas, SelfTest::Stance, SelfTest::Calf]);
    assert_eq!(rest_between(SelfTest::Bridge, SelfTest::Calf), Seconds(120));
    assert_eq!(rest_between(SelfTest::Thomas, SelfTest::Bridge), Seconds(0));
}

#[test]
fn the_order_of_merging_does_not_matter() {
    let tests = [
        result("t-bridge", Left, &[200]),
        result("t-bridge", Left, &[220]),
        left("t-bridge", Left, NotDone::Skipped),
        result("t-calf", Right, &[140]),
    ];
    let all: Vec<Entry> = journal(tests).raw().cloned().collect();
    let backward = crate::journal::Journal::from_entries(all.iter().rev().cloned());
    let forward = crate::journal::Journal::from_entries(all);
    assert_eq!(TestLog::of(forward.happened()), TestLog::of(backward.happened()));
    assert_eq!(who(Sex::Male, 30).age, Some(30));
}
