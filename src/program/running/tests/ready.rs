//! Readiness, choice of ladder, running on.

use super::runner::{Jogger, day, good_tests};
use crate::journal::{Answer, Context};
use crate::library::{Pattern, Phase};
use crate::program::plan::{Irritability, SoreSide};
use crate::program::running::*;

/// Everything is met but the impact steps.
fn ready() -> Jogger {
    let mut jogger = Jogger::new();
    jogger.on(1).walk(2, 0).on(3).walk(1, 0).on(5).check_in();
    jogger
}

fn missing(jogger: &Jogger) -> Vec<&'static str> {
    jogger.running().readiness.missing().map(|judged| judged.criterion.id()).collect()
}

#[test]
fn all_is_met_but_the_steps() {
    let jogger = ready();
    assert_eq!(missing(&jogger), ["RUN-R15"]);
    assert!(jogger.running().readiness.is_ready() && !jogger.running().readiness.is_complete());
}

type Change = fn(&mut Jogger);

#[test]
fn each_criterion_by_itself() {
    let rows: [(&str, Change); 19] = [
        ("RUN-R01", |jogger| jogger.flare = true),
        ("RUN-R01", |jogger| jogger.limits.forbidden = true),
        ("RUN-R01", |jogger| jogger.limits.from = Some(day(30))),
        ("RUN-R02", |jogger| {
            *jogger = {
                let mut one = Jogger::new();
                one.on(1).walk(2, 0).on(5).check_in();
                one
            }
        }),
        ("RUN-R03", |jogger| jogger.average7 = Some(21)),
        ("RUN-R03", |jogger| jogger.average7 = None),
        ("RUN-R04", |jogger| {
            jogger.option("s-rest-pain", "some");
        }),
        ("RUN-R05", |jogger| {
            jogger.option("s-limp", "limp");
        }),
        ("RUN-R05", |jogger| {
            jogger.number("q-nprs-walk", 3);
        }),
        ("RUN-R06", |jogger| {
            jogger.number("q-nprs-stairs", 3);
        }),
        ("RUN-R07", |jogger| change(jogger, ReadyTest::Stance, |fact| fact.value = 19)),
        ("RUN-R08", |jogger| change(jogger, ReadyTest::Calf, |fact| fact.value = 19)),
        ("RUN-R09", |jogger| change(jogger, ReadyTest::Bridge, |fact| fact.pain = Some(3))),
        ("RUN-R10", |jogger| change(jogger, ReadyTest::Abduction, |fact| fact.near_or_target = false)),
        ("RUN-R11", |jogger| change(jogger, ReadyTest::SidePlank, |fact| fact.near_or_target = false)),
        ("RUN-R12", |jogger| change(jogger, ReadyTest::Squat, |fact| fact.pain = None)),
        ("RUN-R13", |jogger| change(jogger, ReadyTest::HipFlexion, |fact| fact.pain = Some(3))),
        ("RUN-R13", |jogger| change(jogger, ReadyTest::Squeeze, |fact| fact.pain = Some(3))),
        ("RUN-R14", |jogger| jogger.results = vec![Went::Progress, Went::Regress, Went::Hold]),
    ];
    for (id, change) in rows {
        let mut jogger = ready();
        change(&mut jogger);
        let mut missing = missing(&jogger);
        // A limp raises a flag too.
        missing.retain(|other| *other != "RUN-R01" || id == "RUN-R01");
        assert_eq!(missing, [id, "RUN-R15"], "{id}");
    }
}

fn change(jogger: &mut Jogger, test: ReadyTest, change: fn(&mut TestFact)) {
    jogger.tests.iter_mut().filter(|fact| fact.test == test && fact.leg == Leg::Right).for_each(change);
}

#[test]
fn run_r01_nothing_stands_in_for_it() {
    let mut jogger = ready();
    jogger.flare = true;
    jogger.results.clear();
    jogger.limits.cleared = ["RUN-R01", "RUN-R14", "RUN-R15"].map(str::to_owned).to_vec();
    assert_eq!(missing(&jogger), ["RUN-R01", "RUN-R15"], "a clinician clears RUN-R02 to RUN-R14 alone");
}

#[test]
fn run_r08_age_and_symmetry() {
    let mut jogger = ready();
    for fact in jogger.tests.iter_mut().filter(|fact| fact.test == ReadyTest::Calf) {
        fact.value = if fact.leg == Leg::Right { 21 } else { 24 };
    }
    assert_eq!(missing(&jogger), ["RUN-R08", "RUN-R15"], "21 of 24 is 88 %");
    assert_eq!(
        [symmetry(21, 24), symmetry(22, 24), symmetry(0, 0), symmetry(0, 5)],
        [Some(88), Some(92), None, Some(0)]
    );
    for fact in jogger.tests.iter_mut().filter(|fact| fact.test == ReadyTest::Calf) {
        fact.value = 14;
    }
    assert_eq!(missing(&jogger), ["RUN-R08", "RUN-R15"], "14 is enough from 60 on, not at 40");
}

#[test]
fn run_r11_the_outer_hip_lies_up() {
    let mut jogger = ready();
    jogger.bearing.pattern = Pattern::LateralHip;
    change(&mut jogger, ReadyTest::SidePlank, |fact| fact.near_or_target = false);
    assert_eq!(missing(&jogger), ["RUN-R15"], "only with the less sore side down");
    jogger.side = SoreSide::Left;
    assert_eq!(missing(&jogger), ["RUN-R11", "RUN-R15"]);
}

#[test]
fn run_r07_both_sides_where_both_are_sore() {
    let mut jogger = ready();
    jogger.tests.iter_mut().filter(|fact| fact.leg == Leg::Left && fact.test == ReadyTest::Stance).for_each(|fact| {
        fact.value = 5;
    });
    assert_eq!(missing(&jogger), ["RUN-R15"]);
    jogger.side = SoreSide::BothSame;
    assert_eq!(missing(&jogger), ["RUN-R07", "RUN-R15"]);
}

#[test]
fn what_is_old_or_unknown_is_not_met() {
    let mut jogger = ready();
    jogger.tests = good_tests(day(-23));
    assert_eq!(missing(&jogger).len(), 8, "28 days old: R07 to R13, and R15");
    jogger.tests = good_tests(day(-22));
    assert_eq!(missing(&jogger), ["RUN-R15"]);
    jogger.on(12);
    let old = missing(&jogger);
    for id in ["RUN-R02", "RUN-R04", "RUN-R05", "RUN-R06"] {
        assert!(old.contains(&id), "{id} after 7 days: {old:?}");
    }
}

fn chosen(jogger: &Jogger) -> (&'static str, &'static str) {
    match jogger.running().standing {
        Standing::Stage(next) => (next.ladder.rule.0, next.place.ladder().id()),
        Standing::Locked(reason) => (reason.rule.0, ""),
        other => panic!("{other:?}"),
    }
}

#[test]
fn run_l1_to_l4() {
    let mut jogger = Jogger::hopped();
    jogger.on(10);
    assert_eq!(chosen(&jogger), ("RUN-L4", "standard"));
    let with = |change: Change| {
        let mut other = jogger.clone();
        change(&mut other);
        chosen(&other)
    };
    assert_eq!(with(|jogger| jogger.flare = true), ("RUN-L1", ""));
    assert_eq!(chosen(&Jogger::hopped_twice()), ("RUN-L2", "bone-stress-cleared"));
    assert_eq!(with(|jogger| jogger.first_irritability = Some(Irritability::High)), ("RUN-L3", "gentle"));
    assert_eq!(with(|jogger| jogger.first_irritability = None), ("RUN-L3", "gentle"), "not known counts as high");
    assert_eq!(with(|jogger| jogger.bearing.pattern = Pattern::StiffHip), ("RUN-L3", "gentle"));
    assert_eq!(with(|jogger| jogger.bearing.mixed = vec![Pattern::DeepButtock]), ("RUN-L3", "gentle"));
    assert_eq!(
        with(|jogger| {
            jogger.option("q-run-status", "off-long");
        }),
        ("RUN-L3", "gentle")
    );
    assert_eq!(
        with(|jogger| {
            jogger.option("q-run-status", "less");
        }),
        ("RUN-L4", "standard")
    );
}

#[test]
fn run_l3_run_s1_not_passed_twice() {
    let mut jogger = Jogger::hopped();
    for day in [10, 12] {
        jogger.on(day).run("RUN-S1", (4, Some(0), Some(0)));
    }
    assert_eq!(jogger.stage(), "RUN-G3");
}

#[test]
fn a_runner_may_choose_an_easier_ladder_and_never_a_harder_one() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1");
    jogger.write(crate::journal::Body::Pref { name: "run-ladder".into(), value: "gentle".into() });
    assert_eq!(jogger.stage(), "RUN-G5", "8 x 60 is what RUN-S2 runs");
    jogger.write(crate::journal::Body::Pref { name: "run-ladder".into(), value: "standard".into() });
    assert_eq!(jogger.stage(), "RUN-G5");
}

/// One who still runs, in `build`.
fn still_runs() -> Jogger {
    let mut jogger = Jogger::new();
    jogger.phases = vec![(day(0), Phase::Build)];
    jogger.on(1).option("q-run-status", "less").number("q-easy-min", 20).number("q-nprs-run", 3);
    jogger.number("q-longest-min", 40).option("s-run-pain", "eases").check_in();
    jogger
}

fn on(jogger: &Jogger) -> Result<&'static str, &'static str> {
    let running = jogger.running();
    match (running.standing, running.running_on) {
        (Standing::RunningOn(next), Ok(())) => Ok(next.place.stage().map_or("easy", Stage::id)),
        (_, Err(reason)) => Err(reason.rule.0),
        (standing, _) => panic!("{standing:?}"),
    }
}

#[test]
fn run_m1_each_row_closes() {
    assert_eq!(on(&still_runs()), Ok("RUN-S5"), "20 x 0.8 = 16 minutes: 900 of 960 seconds");
    let with = |change: Change| {
        let mut jogger = still_runs();
        change(&mut jogger);
        on(&jogger)
    };
    let rows: [Change; 8] = [
        |jogger| jogger.flare = true,
        |jogger| jogger.limits.bone_ladder = true,
        |jogger| jogger.bearing.irritability = Irritability::High,
        |jogger| jogger.average7 = Some(41),
        |jogger| {
            jogger.option("s-run-pain", "stopped");
        },
        |jogger| {
            jogger.option("q-run-status", "off-short");
        },
        |jogger| {
            jogger.number("q-easy-min", 4);
        },
        |jogger| {
            jogger.number("q-nprs-run", 4);
        },
    ];
    for (row, change) in rows.into_iter().enumerate() {
        assert_eq!(with(change), Err("RUN-M1"), "row {row}");
    }
    assert_eq!(
        with(|jogger| {
            jogger.option("q-region-main", "r-pubic");
        }),
        Err("RUN-M1"),
        "bone: 0 to 2 alone"
    );
}

#[test]
fn run_m2_where_it_starts() {
    let start = |irritability, easy: i64, longest: i64| {
        let mut jogger = still_runs();
        jogger.bearing.irritability = irritability;
        jogger.number("q-easy-min", easy).number("q-longest-min", longest);
        on(&jogger)
    };
    assert_eq!(start(Irritability::Moderate, 20, 40), Ok("RUN-S3"), "12 minutes: 630 of 720");
    assert_eq!(start(Irritability::Low, 20, 10), Ok("RUN-S2"), "at most the longest");
    assert_eq!(start(Irritability::Low, 5, 40), Ok("RUN-G2"), "4 minutes: none of the standard ladder");
    assert_eq!(start(Irritability::Moderate, 5, 40), Ok("RUN-G1"), "3 minutes");
    assert_eq!(start(Irritability::Low, 5, 2), Err("RUN-M2"), "none there: closed");
}

#[test]
fn run_m3_easy_runs() {
    let mut jogger = still_runs();
    jogger.number("q-easy-min", 60).number("q-longest-min", 60);
    let Standing::RunningOn(next) = jogger.running().standing else { panic!() };
    assert_eq!((next.place, next.running.0), (Place::Easy { ladder: Ladder::Standard, rise: 0 }, 42 * 60));
    let easy = next.place;
    assert_eq!(EASY_PERCENT, [70, 77, 84, 91, 98]);
    assert_eq!(easy.back(1, 2520), Place::Stage(Ladder::Standard.last()));
    assert_eq!(easy.back(3, 2520).stage().map(Stage::id), Some("RUN-S10"));
    assert_eq!(easy.up().and_then(Place::up), Some(Place::Easy { ladder: Ladder::Standard, rise: 2 }));
}

#[test]
fn run_m4_and_m5_the_week_and_the_wait() {
    let mut jogger = still_runs();
    assert_eq!((jogger.running().spacing.rule.0, jogger.running().spacing.in_week), ("RUN-M4", 2));
    jogger.phases.push((day(1), Phase::Calm));
    jogger.number("q-run-days", 1);
    assert_eq!(jogger.running().spacing.in_week, 1, "not over q-run-days");
    let mut waits = still_runs();
    waits.on(2).run("RUN-S5", (0, Some(0), None));
    assert!(waits.running().earliest.waits_for_morning);
    assert!(!waits.running().may_start(waits.now()));
}

#[test]
fn run_m6_closing_and_opening_again() {
    let mut jogger = still_runs();
    jogger.on(2).easy("RUN-S5").on(4).run("RUN-S5", (0, Some(8), Some(0)));
    let response = jogger.running().last.unwrap();
    assert_eq!((response.rule.0, response.then.map(|then| then.0)), ("RUN-D1", Some("RUN-M6")));
    assert_eq!(on(&jogger), Err("RUN-M6"));
    jogger.on(12).check_in();
    jogger.write(crate::journal::Body::Finish { moment: crate::journal::Moment::CheckIn });
    assert_eq!(on(&jogger), Err("RUN-M6"), "14 days later or more");
    jogger.on(18).check_in().number("q-easy-min", 20);
    jogger.write(crate::journal::Body::Finish { moment: crate::journal::Moment::CheckIn });
    assert_eq!(on(&jogger), Ok("RUN-S1"), "three under RUN-S5 is S2, and 14 days without a run one more (RUN-M7: 3)");
    jogger.on(19).run("RUN-S1", (6, Some(0), Some(0)));
    jogger.on(40).check_in();
    jogger.write(crate::journal::Body::Finish { moment: crate::journal::Moment::CheckIn });
    assert_eq!(on(&jogger), Err("RUN-M6"), "second closing: only section 1");
}

#[test]
fn run_m7_gaps() {
    let after = |days: i64| {
        let mut jogger = still_runs();
        jogger.on(2).run_with("RUN-S5", (0, Some(0), Some(0)), |run| run.effort = crate::units::Effort::new(6));
        jogger.on(2 + days);
        jogger.stage()
    };
    assert_eq!(
        [after(6), after(7), after(13), after(14), after(27)],
        ["RUN-S5", "RUN-S4", "RUN-S4", "RUN-S2", "RUN-S2"]
    );
}

#[test]
fn run_m8_six_good_runs_stand_for_the_steps() {
    let mut jogger = still_runs();
    jogger.phases = vec![(day(0), Phase::Load)];
    for at in 0..6 {
        jogger.on(2 + at * 3).easy("RUN-S5");
    }
    assert!(jogger.running().course.is_ready_for_impact());
    jogger.on(20).run("RUN-S5", (4, Some(0), Some(0)));
    assert!(!jogger.running().course.is_ready_for_impact());
}

#[test]
fn run_m9_what_is_said_before_a_run() {
    assert_eq!(still_runs().running().words, [BeforeRun::PainLimit { most: 3 }, BeforeRun::OneNewThing]);
    let mut jogger = Jogger::hopped();
    jogger.tell("q-load-change", Answer::List(vec!["speed".into()]), Context::DayZero);
    jogger.on(10).run("RUN-S1", (4, Some(0), Some(0)));
    assert_eq!(
        jogger.running().words,
        [BeforeRun::PainLimit { most: 3 }, BeforeRun::Guard, BeforeRun::SorerLast, BeforeRun::OneNewThing]
    );
    let jogger = Jogger::hopped_twice();
    assert_eq!(jogger.running().words.first(), Some(&BeforeRun::ZeroPain));
}
