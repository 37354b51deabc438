//! The run guard, days between runs, cadence, and what `keep` opens.

use super::runner::{Jogger, day};
use crate::journal::RunEntry;
use crate::library::Phase;
use crate::program::running::*;

/// One in `keep` for 40 days.
fn keeps() -> Jogger {
    let mut jogger = Jogger::hopped();
    jogger.phases.push((day(9), Phase::Keep));
    jogger
}

fn minutes(jogger: &mut Jogger, on: i64, minutes: u32) {
    jogger.on(on).run_with("free", (0, Some(0), Some(0)), |run| run.run.0 = minutes * 60);
}

fn km(jogger: &mut Jogger, on: i64, meters: u32) {
    jogger.on(on).run_with("free", (0, Some(0), Some(0)), |run| (run.run.0, run.meters) = (meters / 3, Some(meters)));
}

#[test]
fn run_w1_at_most_a_tenth_longer() {
    let mut jogger = keeps();
    assert_eq!(jogger.running().guard.limit, None, "no run in 30 days: stage 1");
    assert!(jogger.running().guard.allows(Length { by: By::Seconds, amount: 60 }).is_err());
    minutes(&mut jogger, 10, 35);
    let guard = jogger.running().guard;
    assert_eq!(guard.limit, Some(Length { by: By::Seconds, amount: 38 * 60 }), "38.5, rounded down");
    assert!(guard.allows(Length { by: By::Seconds, amount: 38 * 60 }).is_ok());
    assert!(guard.allows(Length { by: By::Seconds, amount: 39 * 60 }).is_err());
    let mut far = keeps();
    km(&mut far, 10, 5250);
    assert_eq!(far.running().guard.limit, Some(Length { by: By::Meters, amount: 5700 }), "5.775, rounded down");
    far.on(41);
    assert_eq!(far.running().guard.limit, None, "30 days later");
    far.number("q-longest-km", 6);
    assert_eq!(far.running().guard.limit, Some(Length { by: By::Meters, amount: 6600 }), "the answer counts");
}

#[test]
fn run_w2_and_w3_are_noticed_and_stop_nothing() {
    let mut jogger = keeps();
    for (on, length) in [(10, 20), (13, 20), (17, 30), (20, 30), (22, 20)] {
        minutes(&mut jogger, on, length);
    }
    let notices = |jogger: &Jogger| {
        let guard = jogger.running().guard;
        guard.notices.iter().map(|reason| reason.rule.0).collect::<Vec<_>>()
    };
    jogger.on(23);
    assert!(notices(&jogger).contains(&"RUN-W2"), "80 minutes after 40: over 50");
    let mut steady = keeps();
    for week in 0..4 {
        minutes(&mut steady, 10 + week * 7, 30);
    }
    assert!(notices(&steady).is_empty());
    minutes(&mut steady, 33, 33);
    minutes(&mut steady, 36, 33);
    assert!(notices(&steady).contains(&"RUN-W3"), "two weeks against the two before");
}

#[test]
fn run_w4_one_new_thing_in_seven_days() {
    let mut jogger = keeps();
    minutes(&mut jogger, 10, 30);
    let shod = |shoes: &'static str| move |run: &mut RunEntry| (run.run.0, run.shoes) = (1800, shoes.into());
    jogger.on(12).run_with("free", (0, Some(0), Some(0)), shod("old"));
    jogger.on(14).run_with("free", (0, Some(0), Some(0)), shod("new"));
    let guard = jogger.running().guard;
    assert_eq!(guard.novelty, Some((Novelty::Shoes, day(14))));
    assert_eq!(guard.may_add(Novelty::Longer).map_err(|reason| reason.rule.0), Err("RUN-W4"));
    assert!(guard.may_add(Novelty::Shoes).is_ok());
    jogger.on(21);
    assert!(jogger.running().guard.may_add(Novelty::Longer).is_ok());
}

#[test]
fn run_w5_a_run_that_was_too_long_shortens_the_next_two() {
    let mut jogger = keeps();
    minutes(&mut jogger, 10, 30);
    minutes(&mut jogger, 13, 50);
    let guard = |jogger: &Jogger| {
        let guard = jogger.running().guard;
        (guard.why.rule.0, guard.limit.map(|limit| limit.amount / 60))
    };
    assert_eq!(guard(&jogger), ("RUN-W5", Some(30)));
    minutes(&mut jogger, 16, 30);
    assert_eq!(guard(&jogger), ("RUN-W5", Some(30)));
    minutes(&mut jogger, 19, 30);
    assert_eq!(guard(&jogger), ("RUN-W1", Some(55)));
}

#[test]
fn run_k3_after_three_weeks_that_grew() {
    let mut jogger = keeps();
    for (on, length) in [(10, 20), (17, 25), (24, 30), (31, 35)] {
        minutes(&mut jogger, on, length);
    }
    let notices = jogger.running().guard.notices;
    let grew = notices.iter().find(|reason| reason.rule.0 == "RUN-K3").unwrap();
    assert_eq!(format!("{:?}", grew.inputs), r#"[Said { question: "week", answer: ["28 min"] }]"#, "80 % of 35");
}

#[test]
fn run_t1_to_t4() {
    let spacing = |jogger: &Jogger| {
        let spacing = jogger.running().spacing;
        (spacing.rule.0, spacing.in_week, spacing.pair)
    };
    let mut jogger = Jogger::hopped();
    assert_eq!(spacing(&jogger), ("RUN-T2", 3, false));
    jogger.limits.bone_ladder = true;
    assert_eq!(spacing(&jogger), ("RUN-T1", 2, false));
    jogger.on(14);
    assert_eq!(spacing(&jogger), ("RUN-T2", 3, false));
    let mut keeps = keeps();
    assert_eq!(spacing(&keeps), ("RUN-T3", 3, false));
    minutes(&mut keeps, 20, 20);
    keeps.on(37);
    assert_eq!(spacing(&keeps), ("RUN-T4", 3, true));
    keeps.on(51);
    assert_eq!(spacing(&keeps), ("RUN-T4", 4, true));
    keeps.on(52).run("free", (4, Some(0), Some(0)));
    assert_eq!(spacing(&keeps), ("RUN-T3", 3, false), "a run that was not three green");
}

#[test]
fn run_t2_44_hours_and_three_in_seven_days() {
    let mut jogger = Jogger::hopped();
    jogger.on(20).good("RUN-S1");
    let running = jogger.running();
    assert_eq!((running.earliest.day, running.earliest.rule.0), (day(22), "RUN-T2"), "Sunday at 4 is 44 hours later");
    jogger.on(22).good("RUN-S1").on(24).good("RUN-S2");
    assert_eq!(jogger.running().earliest.day, day(27), "the fourth in 7 days waits");
}

#[test]
fn run_c1_to_c5() {
    assert_eq!(target(160, false, false), 168);
    assert_eq!(target(170, false, false), 179, "178.5 half up");
    assert_eq!(target(170, true, false), 183, "182.75");
    assert_eq!(target(170, false, true), 174, "half the rise");
    for base in 120..=179 {
        assert!(target(base, true, false) <= base * 11 / 10, "{base}");
    }
    assert_eq!((0..10).map(share).collect::<Vec<_>>(), [100, 100, 75, 75, 50, 50, 25, 25, 0, 0]);
    assert!(is_on_target(165, 168) && !is_on_target(164, 168));
    let mut jogger = Jogger::hopped();
    jogger.cadence = Some(160);
    jogger.on(10).easy("RUN-S1");
    assert_eq!(jogger.running().cadence, Cadence::Off, "RUN-C2: from RUN-S4 on");
    jogger.on(12).easy("RUN-S2").on(14).easy("RUN-S3");
    let beat = |jogger: &Jogger| match jogger.running().cadence {
        Cadence::Beat { target, share, reason, .. } => (target, share, reason.rule.0),
        other => panic!("{other:?}"),
    };
    assert_eq!(beat(&jogger), (168, 100, "RUN-C3"));
    let sore = |run: &mut RunEntry| (run.cadence, run.regions) = (Some(168), vec!["r-lower-leg".into()]);
    jogger.on(16).run_with("RUN-S4", (4, Some(0), Some(0)), sore);
    assert_eq!(beat(&jogger), (160, 100, "RUN-C5"));
    jogger.on(19).easy("RUN-S4").on(23);
    assert_eq!(beat(&jogger), (164, 100, "RUN-C5"));
    jogger.cadence = Some(180);
    assert!(matches!(jogger.running().cadence, Cadence::Words(_)));
}

fn opened(jogger: &Jogger) -> Vec<(&'static str, u8)> {
    let step = |opened: &Opened| match opened {
        Opened::At { step, .. } => *step,
        Opened::Shut(_) => 0,
    };
    jogger.running().extras.iter().map(|(extra, opened)| (extra.id(), step(opened))).collect()
}

#[test]
fn run_h1_to_h5() {
    let mut jogger = keeps();
    assert_eq!(opened(&jogger), [("RUN-H1", 0), ("RUN-H2", 0), ("RUN-H3", 0), ("RUN-H4", 0), ("RUN-H5", 0)]);
    for on in [10, 13, 17, 20] {
        minutes(&mut jogger, on, 20);
    }
    assert_eq!(opened(&jogger), [("RUN-H1", 1), ("RUN-H2", 1), ("RUN-H3", 0), ("RUN-H4", 0), ("RUN-H5", 0)]);
    for on in [24, 27, 31, 34] {
        minutes(&mut jogger, on, 20);
    }
    assert_eq!(opened(&jogger), [("RUN-H1", 1), ("RUN-H2", 1), ("RUN-H3", 1), ("RUN-H4", 0), ("RUN-H5", 1)]);
    for week in 0..5 {
        jogger.on(38 + week * 7).run_with("RUN-H1", (0, Some(0), Some(0)), |run| run.run.0 = 1200);
    }
    let after = opened(&jogger);
    assert_eq!((after.first(), after.get(3)), (Some(&("RUN-H1", 3)), Some(&("RUN-H4", 1))));
    for on in [73, 80] {
        jogger.on(on).run("RUN-H1", (6, Some(0), Some(0)));
    }
    assert_eq!(opened(&jogger).first(), Some(&("RUN-H1", 0)), "set back twice: left for 4 weeks");
    assert_eq!((1..=6).map(|step| amount(Extra::Uphill, step)).collect::<Vec<_>>(), [4, 6, 8, 10, 10, 10]);
    assert_eq!((1..=6).map(|step| amount(Extra::Downhill, step)).collect::<Vec<_>>(), [10, 15, 20, 25, 30, 30]);
    assert_eq!((1..=6).map(|step| amount(Extra::Faster, step)).collect::<Vec<_>>(), [4, 5, 6, 7, 8, 8]);
    assert_eq!((amount(Extra::Trail, 1), amount(Extra::Trail, 8), amount(Extra::Trail, 9)), (30, 100, 100));
}

#[test]
fn run_k4_to_k6_races() {
    let open = |meters, weeks, longest| match race(meters, weeks, Some(longest)) {
        Ok(reason) => (reason.rule.0, true),
        Err(reason) => (reason.rule.0, false),
    };
    assert_eq!(open(10_000, 8, 6_000), ("RUN-K4", true));
    assert_eq!(open(10_000, 7, 6_000), ("RUN-K4", false));
    assert_eq!(open(10_000, 8, 5_900), ("RUN-K4", false));
    assert_eq!(open(21_098, 12, 12_700), ("RUN-K5", true));
    assert_eq!(open(21_098, 11, 12_700), ("RUN-K5", false));
    assert_eq!(open(42_195, 16, 21_098), ("RUN-K6", true));
    assert_eq!(open(42_195, 16, 21_000), ("RUN-K6", false));
    assert!(race(5_000, 20, None).is_err());
}
