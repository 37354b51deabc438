//! Three whole runners over eight weeks of runs, their stages worked out by hand from the dossier.

use super::runner::{Jogger, day};
use crate::journal::BoneFinding;
use crate::program::plan::Irritability;
use crate::program::running::*;
use crate::units::Effort;

/// One run: day, what, pain during, after 60 minutes, next morning, effort; then rule and stage.
type Row = (i64, &'static str, u8, Option<u8>, Option<u8>, u8, &'static str, &'static str);

fn go(jogger: &mut Jogger, rows: &[Row]) {
    for (at, what, during, after, morning, effort, rule, stage) in rows {
        jogger.on(*at).run_with(what, (*during, *after, *morning), |run| run.effort = Effort::new(*effort));
        assert_eq!(jogger.last(), (*rule, *stage), "day {at}: {what}");
    }
}

/// Standard ladder, three runs a week. Usual pain 0.
#[test]
fn the_runner_who_gets_there_with_one_set_back() {
    let mut jogger = Jogger::hopped();
    go(
        &mut jogger,
        &[
            // Week 1 and 2: very easy, one run each is enough.
            (10, "RUN-S1", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-S2"),
            (12, "RUN-S2", 1, Some(1), Some(0), 4, "RUN-D7", "RUN-S3"),
            (14, "RUN-S3", 3, Some(0), Some(0), 4, "RUN-D7", "RUN-S3"),
            (17, "RUN-S3", 2, Some(1), Some(1), 5, "RUN-D7", "RUN-S4"),
            // Week 3: pain 5 during, not known after 60 minutes: two yellow.
            (19, "RUN-S4", 5, None, Some(0), 5, "RUN-D4", "RUN-S3"),
            (22, "RUN-S3", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-S4"),
            (24, "RUN-S4", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-S5"),
            // Week 4: morning 3 over a usual 0 is up: one red.
            (26, "RUN-S5", 2, Some(2), Some(3), 5, "RUN-D3", "RUN-S4"),
            (29, "RUN-S4", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-S5"),
            (31, "RUN-S5", 0, Some(0), Some(0), 6, "RUN-D7", "RUN-S5"),
            (33, "RUN-S5", 0, Some(0), Some(0), 6, "RUN-D7", "RUN-S6"),
            // Week 5 to 7.
            (36, "RUN-S6", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S7"),
            (38, "RUN-S7", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S8"),
            (40, "RUN-S8", 0, Some(0), Some(0), 9, "RUN-D6", "RUN-S8"),
            (43, "RUN-S8", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S9"),
            (45, "RUN-S9", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S10"),
            // Week 8: in one piece two good runs are needed, however easy.
            (47, "RUN-S10", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S10"),
            (50, "RUN-S10", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S11"),
            (52, "RUN-S11", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S11"),
            (54, "RUN-S11", 0, Some(0), Some(0), 5, "RUN-D7", "RUN-S12"),
        ],
    );
    assert_eq!(jogger.lock(), None);
    assert!(jogger.running().demands.is_empty(), "the outer hip is no bone site");
}

/// High irritability at first: gentle ladder; black, a break of eight days, three Holds.
#[test]
fn the_runner_who_is_easily_upset() {
    let mut jogger = Jogger::hopped();
    jogger.first_irritability = Some(Irritability::High);
    go(
        &mut jogger,
        &[
            (10, "RUN-G1", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G2"),
            (13, "RUN-G2", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G3"),
            (16, "RUN-G3", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G4"),
            (19, "RUN-G4", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G5"),
            // 8 after an hour is black: two stages back, 72 hours.
            (22, "RUN-G5", 3, Some(8), Some(1), 5, "RUN-D1", "RUN-G3"),
        ],
    );
    let running = jogger.running();
    assert_eq!((running.earliest.day, running.earliest.rule.0), (day(25), "RUN-D1"));
    go(
        &mut jogger,
        &[
            (26, "RUN-G3", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G4"),
            // Eight days without training: one stage down (PRG-G3), then good at RUN-G3.
            (34, "RUN-G3", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G4"),
            (37, "RUN-G4", 4, Some(0), Some(0), 4, "RUN-D5", "RUN-G4"),
            (40, "RUN-G4", 4, Some(0), Some(0), 4, "RUN-D5", "RUN-G4"),
            // No morning answer alone is not counted.
            (43, "RUN-G4", 0, Some(0), None, 4, "RUN-D5", "RUN-G4"),
            (46, "RUN-G4", 0, Some(4), Some(0), 4, "RUN-D5", "RUN-G3"),
            (49, "RUN-G3", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G4"),
            (52, "RUN-G4", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G5"),
            (55, "RUN-G5", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G6"),
            (58, "RUN-G6", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G7"),
            (61, "RUN-G7", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G8"),
            (64, "RUN-G8", 0, Some(0), Some(0), 4, "RUN-D7", "RUN-G9"),
        ],
    );
}

/// After a bone stress injury: zero pain at the site; twice a week, two or three good runs each stage.
#[test]
fn the_runner_after_a_bone_stress_injury() {
    let mut jogger = Jogger::hopped_twice();
    go(
        &mut jogger,
        &[
            (17, "RUN-B1", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B1"),
            (20, "RUN-B1", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B1"),
            (24, "RUN-B1", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B2"),
            (27, "RUN-B2", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B2"),
            // No answer after an hour: not passed.
            (31, "RUN-B2", 0, None, Some(0), 3, "RUN-Z5", "RUN-B2"),
            (34, "RUN-B2", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B3"),
            (38, "RUN-B3", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B3"),
        ],
    );
    let old_spot = |jogger: &mut Jogger, at, pain, after| {
        jogger.on(at).run_with("RUN-B3", (pain, Some(after), Some(0)), |run| {
            (run.regions, run.gone) = (vec![OLD_SPOT.into()], true);
        });
    };
    old_spot(&mut jogger, 41, 1, 0);
    assert_eq!(jogger.last(), ("RUN-Z3", "RUN-B3"));
    assert_eq!(jogger.running().earliest.day, day(44), "the same stage after 72 hours");
    jogger.on(45).easy("RUN-B3");
    old_spot(&mut jogger, 49, 1, 0);
    assert_eq!(jogger.lock(), Some("RUN-Z1"), "the second time in 14 days");
    assert!(matches!(jogger.running().standing, Standing::Locked(_)));
    jogger.on(52).ok(BoneFinding::NotChecked);
    go(
        &mut jogger,
        &[
            (55, "RUN-B3", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B4"),
            (59, "RUN-B4", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B4"),
            (62, "RUN-B4", 0, Some(0), Some(0), 3, "RUN-D7", "RUN-B5"),
            // 1 an hour later, no place named: it counts as the site.
            (66, "RUN-B5", 0, Some(1), Some(0), 3, "RUN-Z1", "RUN-B5"),
        ],
    );
    assert_eq!(jogger.lock(), Some("RUN-Z1"));
    assert_eq!(jogger.running().demands.last().map(|demand| demand.rule.0), Some("RUN-Z1"));
}
