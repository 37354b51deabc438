//! The impact steps, row by row.

use super::runner::{Jogger, day};
use crate::journal::BoneFinding;
use crate::library::DoseLevel;
use crate::program::running::*;

fn step(jogger: &Jogger) -> (&'static str, u8) {
    let impact = jogger.running().course.impact;
    (impact.step.id(), impact.passes)
}

#[test]
fn run_i1_to_i4_and_f4() {
    let mut jogger = Jogger::new();
    assert_eq!(step(&jogger), ("RUN-I1", 0));
    jogger.on(0).run("RUN-I1", (1, Some(0), Some(0)));
    assert_eq!(step(&jogger), ("RUN-I1", 1), "with pain two passes are needed");
    jogger.on(2).run("RUN-I1", (1, Some(0), Some(0)));
    assert_eq!(step(&jogger), ("RUN-I2", 0));
    jogger.on(4).easy("RUN-I2").on(6).easy("RUN-I3");
    assert_eq!(step(&jogger), ("RUN-I4", 0), "one pass with pain 0 is enough");
    jogger.on(8).easy("RUN-I4");
    assert_eq!(step(&jogger), ("RUN-I4", 1), "not at the last");
    jogger.on(10).easy("RUN-I4");
    let running = jogger.running();
    assert!(running.course.impact.passed);
    assert!(
        matches!(running.standing, Standing::Stage(ref next) if next.place == Place::Stage(Ladder::Standard.first()))
    );
}

#[test]
fn run_f2_and_f3() {
    let mut jogger = Jogger::new();
    jogger.on(0).easy("RUN-I1").on(2).easy("RUN-I2");
    jogger.on(4).run("RUN-I3", (3, Some(0), Some(0)));
    assert_eq!((jogger.last().0, step(&jogger)), ("RUN-F3", ("RUN-I3", 0)));
    jogger.on(6).run("RUN-I3", (4, Some(0), Some(0)));
    assert_eq!((jogger.last().0, step(&jogger)), ("RUN-F2", ("RUN-I2", 0)));
    let mut first = Jogger::new();
    first.on(0).run_with("RUN-I1", (0, Some(0), Some(0)), |run| run.limp = true);
    let running = first.running();
    assert_eq!((first.last().0, running.earliest.day), ("RUN-F2", day(8)), "7 days of walking only");
}

#[test]
fn run_f5_then_f1() {
    let mut jogger = Jogger::new();
    jogger.on(0).easy("RUN-I1");
    for day in [2, 4, 6] {
        jogger.on(day).run("RUN-I2", (3, Some(0), Some(0)));
    }
    assert_eq!((jogger.last().0, step(&jogger)), ("RUN-F5", ("RUN-I1", 0)));
    assert_eq!(jogger.running().earliest.day, day(14));
    for day in [14, 16, 18] {
        jogger.on(day).run("RUN-I1", (3, Some(0), Some(0)));
    }
    assert_eq!((jogger.last().0, jogger.lock()), ("RUN-F1", Some("RUN-F1")), "within 56 days of RUN-F5");
    jogger.on(20).ok(BoneFinding::RuledOut);
    assert_eq!((jogger.lock(), step(&jogger)), (None, ("RUN-I1", 0)));
}

#[test]
fn run_f1_by_pain_at_a_bone_site() {
    let mut jogger = Jogger::new();
    jogger.on(0).easy("RUN-I1");
    for day in [2, 4, 6] {
        jogger.on(day).run_with("RUN-I2", (1, Some(0), Some(0)), |run| run.regions = vec!["r-pubic".into()]);
    }
    assert_eq!(jogger.last().0, "RUN-F1", "over the pass limit in two of them");
    assert_eq!(jogger.running().demands.len(), 3, "and each opens Block C");
}

#[test]
fn run_f3_a_morning_that_is_missing_is_not_counted_in_the_row() {
    let mut jogger = Jogger::new();
    for day in [0, 3, 6, 9] {
        jogger.on(day).run("RUN-I1", (0, Some(0), None));
    }
    jogger.on(12);
    assert_eq!((jogger.last().0, step(&jogger)), ("RUN-F3", ("RUN-I1", 0)));
}

#[test]
fn run_i2_a_bone_site_passes_with_one_only_after_one_before() {
    let hop = |before: i64| {
        let mut jogger = Jogger::new();
        jogger.on(0).easy("RUN-I1").on(2);
        let groin = |run: &mut crate::journal::RunEntry| run.regions = vec!["r-groin-crease".into()];
        jogger.run_with("RUN-I2", (1, Some(0), Some(0)), groin);
        // The score before it, told anew.
        let of = jogger
            .journal
            .happened()
            .rev()
            .find(|happened| {
                matches!(happened.body, crate::journal::Body::Answer { ctx: crate::journal::Context::Before, .. })
            })
            .unwrap()
            .id;
        let answer = crate::journal::Answer::Number(before);
        let ctx = crate::journal::Context::Before;
        let body = Box::new(crate::journal::Body::Answer { q: "q-nprs-now".into(), a: answer, ctx });
        jogger.write(crate::journal::Body::Edit { of, body });
        jogger.last().0
    };
    assert_eq!((hop(0), hop(1)), ("RUN-F3", "RUN-F4"));
}

#[test]
fn run_v1_to_v4() {
    use DoseLevel::{One, Three, Two};
    use ImpactStep::{I1, I2, I3, I4};
    let content = |excluded: &[&str], at: ImpactStep| {
        let mut jogger = Jogger::new();
        jogger.limits.excluded = excluded.iter().map(|id| (*id).to_owned()).collect();
        let days = [(0, "RUN-I1"), (2, "RUN-I2"), (4, "RUN-I3"), (6, "RUN-I4")];
        for (day, step) in days.into_iter().take_while(|(_, step)| *step != at.id()) {
            jogger.on(day).easy(step);
        }
        if at == I1 {
            // Not so painless that it would be over.
            jogger.on(0).run("RUN-I1", (1, Some(0), Some(0)));
        }
        match jogger.running().standing {
            Standing::Impact { exercise, level, reason, .. } => (reason.rule.0, exercise, level),
            Standing::Locked(reason) => (reason.rule.0, "", One),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(content(&["quick-steps"], I1), ("RUN-V1", "", One));
    assert_eq!(content(&["pogo-double"], I2), ("RUN-V2", "quick-steps", Two));
    assert_eq!(content(&["pogo-double"], I4), ("RUN-V2", "quick-steps", Three));
    assert_eq!(content(&["hop-single"], I2), ("RUN-V3", "pogo-double", One));
    assert_eq!(content(&["hop-single"], I3), ("RUN-V3", "pogo-double", Two));
    assert_eq!(content(&["hop-single"], I4), ("RUN-V3", "pogo-double", Three));
    assert_eq!(content(&[], I1), ("RUN-V4", "quick-steps", One));
    assert_eq!(content(&[], I3), ("RUN-V4", "hop-single", One));
    assert_eq!(content(&[], I4), ("RUN-V4", "hop-single", Two));
}
