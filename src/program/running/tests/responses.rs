//! Colors and decisions, row by row, and what several runs come to.

use super::runner::{Jogger, day, pain};
use crate::journal::BoneFinding;
use crate::library::Phase;
use crate::program::running::*;
use crate::units::Effort;

fn felt(during: u8, after: Option<u8>, morning: Option<Morning>) -> Felt {
    Felt {
        during: Some(pain(during)),
        grew: false,
        limp: false,
        sharp: false,
        after: after.map(pain),
        morning: morning.map_or(MorningAnswer::Missing, |class| MorningAnswer::Given { pain: pain(0), class }),
        effort: Effort::new(4),
        finished: true,
    }
}

#[test]
fn the_colors_of_each_check() {
    use Color::{Black, Green, Red, Yellow};
    for (score, during, after) in [
        (0, Green, Green),
        (3, Green, Green),
        (4, Yellow, Yellow),
        (5, Yellow, Yellow),
        (6, Red, Red),
        (7, Red, Red),
        (8, Red, Black),
        (10, Red, Black),
    ] {
        let during_colors = Colors::of(&felt(score, Some(0), Some(Morning::Settled)), Bounds::USUAL);
        let after_colors = Colors::of(&felt(0, Some(score), Some(Morning::Settled)), Bounds::USUAL);
        assert_eq!((during_colors.during, after_colors.after), (during, after), "{score}");
    }
    for (class, color) in
        [(Morning::Settled, Green), (Morning::Slight, Yellow), (Morning::Up, Red), (Morning::Severe, Black)]
    {
        assert_eq!(Colors::of(&felt(0, Some(0), Some(class)), Bounds::USUAL).morning, Some(color));
    }
    let of = |felt: Felt| Colors::of(&felt, Bounds::USUAL);
    assert_eq!(of(Felt { grew: true, ..felt(2, Some(0), None) }).during, Yellow);
    assert_eq!(of(Felt { limp: true, ..felt(0, Some(0), None) }).during, Red);
    assert_eq!(of(Felt { sharp: true, ..felt(0, Some(0), None) }).during, Red);
    assert_eq!(of(felt(5, None, None)).after, Yellow, "no answer after 60 minutes: as during");
    assert_eq!(of(felt(0, Some(0), None)).morning, Some(Yellow), "no morning answer: yellow");
    assert_eq!(of(Felt { during: None, ..felt(0, Some(0), None) }).during, Yellow, "not said is never green");
}

#[test]
fn run_m5_and_a_clinicians_limit_lower_the_bounds() {
    let yellow = |bounds, score| Colors::of(&felt(score, Some(0), None), bounds).during == Color::Yellow;
    assert!(!yellow(Bounds::USUAL, 3) && yellow(Bounds { green: 1 }, 2) && yellow(Bounds { green: 1 }, 5));
    assert!(yellow(Bounds::USUAL.bone(), 3) && !yellow(Bounds::USUAL.bone(), 2));
    assert!(yellow(Bounds { green: 1 }.bone(), 2));
}

#[test]
fn run_d1_to_d7() {
    use Morning::{Settled, Severe, Slight, Up};
    let decide = |felt: Felt| {
        let decided = by_colors(Colors::of(&felt, Bounds::USUAL), &felt);
        (decided.rule.0, decided.step)
    };
    let back = |stages, hours| Step::Back { stages, hours };
    for (felt, expected) in [
        (felt(0, Some(8), Some(Settled)), ("RUN-D1", back(2, 72))),
        (felt(0, Some(0), Some(Severe)), ("RUN-D1", back(2, 72))),
        (felt(6, Some(6), Some(Settled)), ("RUN-D2", back(2, 72))),
        (felt(6, None, Some(Settled)), ("RUN-D2", back(2, 72))),
        (felt(6, Some(3), Some(Up)), ("RUN-D2", back(2, 72))),
        (felt(6, Some(3), Some(Settled)), ("RUN-D3", back(1, 48))),
        (felt(4, Some(4), Some(Up)), ("RUN-D3", back(1, 48))),
        (felt(4, Some(4), Some(Settled)), ("RUN-D4", back(1, 0))),
        (felt(4, Some(4), Some(Slight)), ("RUN-D4", back(1, 0))),
        (felt(4, Some(3), Some(Settled)), ("RUN-D5", Step::Hold)),
        (felt(0, Some(0), None), ("RUN-D5", Step::Hold)),
        (felt(3, Some(3), Some(Settled)), ("RUN-D7", Step::Good)),
        (Felt { effort: None, ..felt(0, None, Some(Settled)) }, ("RUN-D7", Step::Good)),
        (Felt { effort: Effort::new(7), ..felt(0, None, Some(Settled)) }, ("RUN-D7", Step::Good)),
        (Felt { effort: Effort::new(8), ..felt(0, None, Some(Settled)) }, ("RUN-D6", Step::Hold)),
        (Felt { finished: false, ..felt(0, None, Some(Settled)) }, ("RUN-D6", Step::Hold)),
    ] {
        assert_eq!(decide(felt), expected, "{felt:?}");
    }
}

#[test]
fn run_z1_to_z5() {
    let clean = felt(0, Some(0), Some(Morning::Settled));
    let site = |during, after, morning, gone| AtSite { during, after, morning, gone, rest: false };
    let decide = |site, felt| by_site(site, &felt).map(|decided| (decided.rule.0, decided.step));
    let zero = Some(0);
    for (at, expected) in [
        (site(Some(3), zero, zero, true), Some(("RUN-Z1", Step::Stop))),
        (site(zero, Some(1), zero, true), Some(("RUN-Z1", Step::Stop))),
        (site(zero, zero, Some(1), true), Some(("RUN-Z1", Step::Stop))),
        (site(Some(1), zero, zero, false), Some(("RUN-Z2", Step::Stop))),
        (site(Some(2), zero, zero, false), Some(("RUN-Z2", Step::Stop))),
        (site(Some(2), zero, zero, true), Some(("RUN-Z3", Step::Again))),
        (site(zero, zero, zero, false), None),
        (site(zero, None, zero, false), Some(("RUN-Z5", Step::Hold))),
        (site(zero, zero, None, false), Some(("RUN-Z5", Step::Hold))),
        (site(None, zero, zero, false), Some(("RUN-Z5", Step::Hold))),
    ] {
        assert_eq!(decide(at, clean), expected, "{at:?}");
    }
    let fine = site(zero, zero, zero, false);
    assert_eq!(decide(fine, Felt { limp: true, ..clean }), Some(("RUN-Z1", Step::Stop)));
    assert_eq!(decide(AtSite { rest: true, ..fine }, clean), Some(("RUN-Z1", Step::Stop)));
    // `RUN-Z4`: pain elsewhere goes by the colors.
    assert_eq!(
        by_colors(Colors::of(&felt(4, Some(0), Some(Morning::Settled)), Bounds::USUAL), &clean).rule.0,
        "RUN-D5"
    );
}

#[test]
fn a_class_of_each_morning() {
    let class = |score, usual| morning_class(pain(score), Some(pain(usual)), false);
    for (score, usual, expected) in [
        (8, 8, Morning::Severe),
        (6, 6, Morning::Up),
        (3, 0, Morning::Up),
        (2, 0, Morning::Slight),
        (5, 4, Morning::Slight),
        (4, 4, Morning::Settled),
        (1, 0, Morning::Settled),
        (3, 2, Morning::Settled),
    ] {
        assert_eq!(class(score, usual), expected, "{score} over {usual}");
    }
    assert_eq!(morning_class(pain(0), Some(pain(0)), true), Morning::Slight);
    assert_eq!(morning_class(pain(3), None, false), Morning::Up, "usual pain that is not known counts as 0");
}

#[test]
fn run_d5_the_third_hold_in_a_row_is_a_step_back() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1").on(12).easy("RUN-S2");
    assert_eq!(jogger.last(), ("RUN-D7", "RUN-S3"));
    jogger.on(14).run("RUN-S3", (4, Some(0), Some(0)));
    jogger.on(16).run("RUN-S3", (4, Some(0), Some(0)));
    assert_eq!(jogger.last(), ("RUN-D5", "RUN-S3"));
    jogger.on(18).run("RUN-S3", (4, Some(0), Some(0)));
    assert_eq!(jogger.last(), ("RUN-D5", "RUN-S2"));
}

#[test]
fn run_d5_a_morning_that_is_missing_alone_is_not_counted() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1").on(12).easy("RUN-S2");
    for day in [14, 17, 20, 23] {
        jogger.on(day).run("RUN-S3", (0, Some(0), None));
    }
    jogger.on(26);
    assert_eq!(jogger.last(), ("RUN-D5", "RUN-S3"));
}

#[test]
fn run_d6_a_good_run_breaks_the_row() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1");
    for day in [12, 14] {
        jogger.on(day).run_with("RUN-S2", (0, Some(0), Some(0)), |run| run.effort = Effort::new(9));
    }
    assert_eq!(jogger.last(), ("RUN-D6", "RUN-S2"));
    jogger.on(16).good("RUN-S2").on(18).run_with("RUN-S2", (0, Some(0), Some(0)), |run| run.finished = false);
    assert_eq!(jogger.last(), ("RUN-D6", "RUN-S2"));
}

#[test]
fn run_d8_and_d9_pain_at_a_bone_site_opens_block_c() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).run_with("RUN-S1", (4, Some(0), Some(0)), |run| run.regions = vec!["r-groin-crease".into()]);
    let running = jogger.running();
    let demanded: Vec<&str> = running.demands.iter().map(|demand| demand.rule.0).collect();
    assert_eq!(demanded, ["RUN-D9"]);
    let mut outer = Jogger::hopped();
    outer.on(10).run("RUN-S1", (4, Some(0), Some(0)));
    assert!(outer.running().demands.is_empty());
    // `RUN-D8`: what grew is yellow, and the run does not count.
    outer.on(12).run_with("RUN-S1", (2, Some(0), Some(0)), |run| run.grew = true);
    assert_eq!(outer.running().last.map(|last| (last.rule.0, last.colors.during)), Some(("RUN-D5", Color::Yellow)));
}

#[test]
fn run_d10_back_from_the_first_stage() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).run("RUN-S1", (6, Some(0), Some(0)));
    let running = jogger.running();
    assert_eq!(running.last.and_then(|last| last.then).map(|then| then.0), Some("RUN-D10"));
    assert_eq!((running.earliest.day, running.earliest.rule.0), (day(18), "RUN-D10"));
    assert_eq!(jogger.lock(), None);
    jogger.on(18).run("RUN-S1", (6, Some(0), Some(0)));
    assert_eq!(jogger.lock(), Some("RUN-D10"), "the second time: PRG-X10");
    jogger.on(20).ok(BoneFinding::RuledOut);
    assert_eq!(jogger.lock(), None);
}

#[test]
fn run_d10_a_stage_that_was_red_three_times() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1");
    for day in [12, 19, 26] {
        jogger.on(day).run("RUN-S2", (6, Some(0), Some(0)));
        if day < 26 {
            jogger.on(day + 3).easy("RUN-S1");
        }
    }
    assert_eq!(jogger.lock(), Some("RUN-D10"));
}

#[test]
fn run_d1_the_second_black_in_28_days() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1").on(12).easy("RUN-S2").on(14).easy("RUN-S3");
    jogger.on(16).run("RUN-S4", (2, Some(8), Some(0)));
    assert_eq!((jogger.last(), jogger.lock()), (("RUN-D1", "RUN-S2"), None));
    assert_eq!(jogger.running().last.map(|last| last.went), Some(Went::Rest));
    jogger.on(20).run("RUN-S2", (2, Some(9), Some(0)));
    assert_eq!(jogger.lock(), Some("RUN-D1"));
    assert!(matches!(jogger.running().standing, Standing::Locked(_)));
}

#[test]
fn run_d11_in_keep_a_step_back_shortens_two_runs() {
    let mut jogger = Jogger::hopped();
    jogger.phases.push((day(9), Phase::Keep));
    jogger.on(10).run_with("free", (0, Some(0), Some(0)), |run| (run.run.0, run.meters) = (3600, None));
    jogger.on(13).run_with("free", (6, Some(0), Some(0)), |run| run.run.0 = 1800);
    let limit = |jogger: &Jogger| jogger.running().guard.limit.map(|limit| limit.amount / 60);
    let guard = jogger.running().guard;
    assert_eq!((limit(&jogger), guard.why.rule.0), (Some(45), "RUN-D11"), "75 % of 60 minutes");
    jogger.on(16).easy("free").on(18).easy("free");
    assert_eq!((limit(&jogger), jogger.running().guard.why.rule.0), (Some(66), "RUN-W1"));
}

#[test]
fn prg_x10_twice_in_28_days_in_the_groin_or_front_thigh() {
    let mut jogger = Jogger::hopped();
    let front = |jogger: &mut Jogger, day| {
        jogger.on(day).run_with("RUN-S1", (4, Some(0), Some(0)), |run| run.regions = vec!["r-front-thigh".into()]);
    };
    front(&mut jogger, 10);
    assert_eq!(jogger.lock(), None);
    front(&mut jogger, 37);
    assert_eq!(jogger.lock(), Some("PRG-X10"));
}

#[test]
fn run_u1_moves_up() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1");
    assert_eq!(jogger.stage(), "RUN-S2", "one very easy run is enough");
    jogger.on(12).good("RUN-S2");
    assert_eq!(jogger.stage(), "RUN-S2", "effort 6: two are needed");
    jogger.on(14).run("RUN-S2", (4, Some(0), Some(0))).on(16).good("RUN-S2");
    assert_eq!(jogger.stage(), "RUN-S3", "they need not be in a row");
    jogger.on(18).easy("RUN-S6");
    assert_eq!(jogger.stage(), "RUN-S3", "a run of another stage counts for none");
    jogger.deloads.push((day(19), day(25)));
    jogger.on(20).easy("RUN-S3");
    assert_eq!(jogger.stage(), "RUN-S3", "no move up in a deload week");
}

#[test]
fn run_k1_bridges_to_one_piece() {
    let mut jogger = Jogger::hopped();
    let mut day = 10;
    for number in 1..=9 {
        jogger.on(day).easy(&format!("RUN-S{number}"));
        day += 2;
    }
    assert_eq!(jogger.stage(), "RUN-S10");
    for _ in 0..2 {
        jogger.on(day).run_with("RUN-S10", (0, Some(0), Some(0)), |run| run.finished = false);
        day += 2;
    }
    let next = |jogger: &Jogger| match jogger.running().standing {
        Standing::Stage(next) => (next.bridge, next.intervals.len(), next.running.0),
        other => panic!("{other:?}"),
    };
    assert_eq!(next(&jogger), (true, 5, 1200), "walk, 600, 60, 600, walk");
    for _ in 0..2 {
        jogger.on(day).run_with("free", (0, Some(0), Some(0)), |run| run.run.0 = 1200);
        day += 2;
    }
    assert_eq!(next(&jogger), (false, 3, 1200));
}

#[test]
fn run_k7_a_relapse() {
    let mut jogger = Jogger::hopped();
    jogger.on(10).easy("RUN-S1");
    jogger.phases.push((day(11), Phase::Keep));
    for day in [12, 17] {
        jogger.on(day).run("free", (6, Some(0), Some(0)));
    }
    assert!(!jogger.running().relapsed());
    jogger.on(22).run("free", (6, Some(0), Some(0)));
    assert!(jogger.running().relapsed());
    assert_eq!(jogger.stage(), "RUN-S9", "three under the last");
}

#[test]
fn prg_g1_to_g3_days_without_training() {
    let after = |days: i64| {
        let mut jogger = Jogger::hopped();
        for (at, stage) in [(10, 1), (12, 2), (14, 3), (16, 4), (18, 5)] {
            jogger.on(at).easy(&format!("RUN-S{stage}"));
        }
        jogger.on(18 + days);
        (jogger.stage(), jogger.running().course.is_ready_for_impact())
    };
    assert_eq!(after(6), ("RUN-S6", true));
    assert_eq!(after(7), ("RUN-S5", true));
    assert_eq!(after(13), ("RUN-S5", true));
    assert_eq!(after(14), ("RUN-S3", true));
    assert_eq!(after(28), ("-", false));
}
