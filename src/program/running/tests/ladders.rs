//! Every stage of the three ladders, as the dossier has them.

use crate::program::running::*;
use crate::units::Seconds;

/// Stage, running time, whole session; as the dossier's tables say.
const TABLE: [(&str, u32, u32); 43] = [
    ("RUN-G1", 180, 1380),
    ("RUN-G2", 240, 1470),
    ("RUN-G3", 360, 1590),
    ("RUN-G4", 420, 1560),
    ("RUN-G5", 480, 1500),
    ("RUN-G6", 630, 1590),
    ("RUN-G7", 720, 1620),
    ("RUN-G8", 900, 1740),
    ("RUN-G9", 960, 1740),
    ("RUN-G10", 1200, 1980),
    ("RUN-G11", 1260, 1980),
    ("RUN-G12", 1200, 1860),
    ("RUN-G13", 1200, 1800),
    ("RUN-G14", 1500, 2100),
    ("RUN-G15", 1800, 2400),
    ("RUN-S1", 360, 1560),
    ("RUN-S2", 480, 1710),
    ("RUN-S3", 630, 1770),
    ("RUN-S4", 840, 1980),
    ("RUN-S5", 900, 1860),
    ("RUN-S6", 1200, 2160),
    ("RUN-S7", 1200, 1980),
    ("RUN-S8", 1260, 1980),
    ("RUN-S9", 1320, 1980),
    ("RUN-S10", 1200, 1800),
    ("RUN-S11", 1500, 2100),
    ("RUN-S12", 1800, 2400),
    ("RUN-B1", 150, 1350),
    ("RUN-B2", 180, 1380),
    ("RUN-B3", 300, 1380),
    ("RUN-B4", 360, 1560),
    ("RUN-B5", 480, 1710),
    ("RUN-B6", 630, 1770),
    ("RUN-B7", 720, 1770),
    ("RUN-B8", 900, 1950),
    ("RUN-B9", 1080, 2130),
    ("RUN-B10", 1200, 2040),
    ("RUN-B11", 1200, 1980),
    ("RUN-B12", 1260, 1980),
    ("RUN-B13", 1200, 1860),
    ("RUN-B14", 1200, 1800),
    ("RUN-B15", 1500, 2100),
    ("RUN-B16", 1800, 2400),
];

fn stage(id: &str) -> Stage {
    Stage::parse(id).expect(id)
}

#[test]
fn every_stage_adds_up_to_the_dossiers_totals() {
    let all: Vec<Stage> =
        [Ladder::Gentle, Ladder::Standard, Ladder::BoneStressCleared].into_iter().flat_map(Ladder::stages).collect();
    assert_eq!(all.len(), TABLE.len());
    for (stage, (id, running, total)) in all.into_iter().zip(TABLE) {
        assert_eq!((stage.id(), stage.running().0, stage.total().0), (id, running, total));
        let intervals = stage.intervals();
        assert_eq!(intervals.iter().map(|interval| interval.seconds.0).sum::<u32>(), total, "{id}");
        let runs = intervals.iter().filter(|interval| interval.gait == Gait::Run);
        assert_eq!(runs.map(|interval| interval.seconds.0).sum::<u32>(), running, "{id}");
        assert_eq!(What::read(id), What::Stage(stage));
    }
    assert_eq!(Stage::parse("RUN-G16"), None);
    assert_eq!((stage("RUN-B8").one_run(), stage("RUN-B8").walk()), (Seconds(150), Seconds(90)));
}

#[test]
fn run_u1_good_runs_needed() {
    for ladder in Ladder::ALL {
        for stage in ladder.stages() {
            let three = ["RUN-B1", "RUN-B3", "RUN-B5", "RUN-B14"].contains(&stage.id());
            assert_eq!(stage.good_runs(), if three { 3 } else { 2 }, "{}", stage.id());
        }
    }
    for (id, enough, bone) in [
        ("RUN-S1", true, true),
        ("RUN-S6", true, true),
        ("RUN-S7", true, false),
        ("RUN-S9", true, false),
        ("RUN-S10", false, false),
        ("RUN-G9", true, true),
        ("RUN-G10", true, false),
        ("RUN-G12", true, false),
        ("RUN-G13", false, false),
        ("RUN-B2", false, false),
    ] {
        assert_eq!((stage(id).one_is_enough(false), stage(id).one_is_enough(true)), (enough, bone), "{id}");
    }
}

#[test]
fn run_k1_one_piece_running_starts_here() {
    let first = |ladder: Ladder| ladder.stages().find(|stage| stage.is_one_piece()).map(Stage::id);
    assert_eq!(Ladder::ALL.map(first), [Some("RUN-B14"), Some("RUN-G13"), Some("RUN-S10")]);
}

#[test]
fn a_change_to_an_easier_ladder_never_runs_more() {
    let to_gentle = |id: &str| Ladder::Gentle.coming_from(stage(id)).id();
    // S1 is 6 x 60: G3 has runs of 45 and 360 in all; G4 runs 420.
    assert_eq!(to_gentle("RUN-S1"), "RUN-G3");
    // S7 is 4 x 300 = 1200: G10 is the same; G12 has runs of 600.
    assert_eq!(to_gentle("RUN-S7"), "RUN-G10");
    assert_eq!(to_gentle("RUN-S12"), "RUN-G15");
    assert_eq!(Ladder::BoneStressCleared.coming_from(stage("RUN-S12")).id(), "RUN-B1");
    for left in Ladder::Standard.stages() {
        let new = Ladder::Gentle.coming_from(left);
        assert!(new.running() <= left.running() && new.one_run() <= left.one_run(), "{}", left.id());
    }
}

#[test]
fn a_step_back_never_goes_under_the_first() {
    assert_eq!(stage("RUN-S2").back(3).id(), "RUN-S1");
    assert_eq!(stage("RUN-G15").back(3).id(), "RUN-G12");
    assert_eq!(stage("RUN-G15").next(), None);
}
