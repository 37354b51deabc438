//! The dossier's example and the first plan's sessions, worked out by hand from the rules; the fall-back chain.

use std::sync::LazyLock;

use super::*;
use crate::journal::SessionKind;
use crate::library::{Constraint, DoseLevel, Equipment, Exercise, ExerciseId, Library, Pattern, Phase, first};
use crate::program::plan::settings::OFFERED;
use crate::program::plan::{
    Allowance, Bearing, HurtOut, InWeek, Irritability, Levels, Settings, SlotId, SlotKind, Walker, WaterDepth,
};
use crate::program::reason::{Input, Reason, RuleId};
use crate::program::screening::Screening;
use crate::units::{Day, PainScore};

/// Everything that a session depends on, with the first plan's values.
#[derive(Debug)]
pub(super) struct Case {
    pub bearing: Bearing,
    pub settings: Settings,
    pub constraints: Vec<Constraint>,
    pub hurt_out: Vec<HurtOut>,
    pub week: InWeek,
    pub walk: Option<PainScore>,
    pub library: &'static Library,
}

impl Case {
    pub fn first_plan(minutes: u16) -> Self {
        Self {
            bearing: Bearing::first_plan(),
            settings: Settings { minutes, ..Settings::default() },
            constraints: Vec::new(),
            hurt_out: Vec::new(),
            week: InWeek { pool: false, run: false },
            walk: None,
            library: first(),
        }
    }

    pub fn with_everything(minutes: u16) -> Self {
        Self::first_plan(minutes).with(&OFFERED)
    }

    fn with(mut self, equipment: &[Equipment]) -> Self {
        self.settings.equipment = equipment.to_vec();
        self
    }

    fn without(mut self, constraints: &[Constraint]) -> Self {
        self.constraints = constraints.to_vec();
        self
    }

    pub fn allowance(&self) -> Allowance {
        let reason =
            |constraint: &Constraint| Reason { rule: RuleId(constraint.id()), inputs: vec![], sources: vec![] };
        let flags = self.constraints.iter().map(|constraint| (*constraint, reason(constraint)));
        Allowance::new(flags, &self.bearing, &self.settings, &self.hurt_out)
    }

    pub fn compose(&self, kind: SlotKind, sore: bool, turns: usize) -> Result<Composed, RestDay> {
        let (allowance, levels) = (self.allowance(), Levels::none());
        let walker = Walker { library: self.library, allowance: &allowance, bearing: &self.bearing, levels: &levels };
        let composer =
            Composer { walker, settings: &self.settings, week: self.week, walk: self.walk, only: None, most: None };
        let slot = SlotId::Day { day: Day::parse("2026-11-23").unwrap(), kind };
        let sore = sore.then(|| Reason { rule: RuleId("PRG-BF2"), inputs: vec![], sources: vec![] });
        composer.compose(cleared(), slot, kind, sore, turns)
    }

    pub fn alone(&self, exercise: &Exercise) -> Option<Composed> {
        let (allowance, levels) = (self.allowance(), Levels::none());
        let walker = Walker { library: self.library, allowance: &allowance, bearing: &self.bearing, levels: &levels };
        let composer =
            Composer { walker, settings: &self.settings, week: self.week, walk: self.walk, only: None, most: None };
        composer.alone(cleared(), exercise)
    }

    /// The session as lines: part, exercise, sets, seconds.
    fn lines(&self, kind: SlotKind) -> Vec<(&'static str, &'static str, u8, u32)> {
        lines(&self.compose(kind, false, 0).unwrap())
    }
}

/// A screening with an open gate. Made once: a whole screen has many steps.
static OPEN: LazyLock<Screening> = LazyLock::new(|| {
    let (journal, now) = crate::program::derived_tests::passed();
    Screening::of(&journal, now)
});

fn cleared() -> Cleared<'static> {
    Cleared::by(&OPEN).unwrap()
}

fn lines(session: &Composed) -> Vec<(&'static str, &'static str, u8, u32)> {
    let line =
        |item: &ComposedItem| (item.part.id(), item.planned.exercise.id(), item.planned.dose.sets, item.seconds.0);
    session.items.iter().map(line).collect()
}

fn total(lines: &[(&str, &str, u8, u32)]) -> u32 {
    lines.iter().map(|(.., seconds)| seconds).sum()
}

#[test]
fn the_dossiers_example_4_5() {
    let mut case = Case::first_plan(20).with(&[Equipment::Mat, Equipment::Step, Equipment::BandLoop, Equipment::Stick]);
    // The example uses a chair for sit-to-stand and the stick without naming it.
    case.settings.equipment.push(Equipment::Chair);
    case.bearing = Bearing {
        pattern: Pattern::LateralHip,
        phase: Phase::Build,
        irritability: Irritability::Low,
        ..Bearing::first_plan()
    };
    let session = case.compose(SlotKind::F, false, 0).unwrap();
    assert_eq!(
        lines(&session),
        [
            ("warm-up", "march-in-place", 1, 55),
            ("warm-up", "leg-swing-front-back", 1, 60),
            ("self-manual", "stick-calf", 1, 80),
            ("mobility", "cat-camel", 1, 55),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("strength", "standing-wall-press", 3, 174),
            ("strength", "clamshell", 2, 262),
            ("strength", "bridge-double", 2, 172),
            ("strength", "sit-to-stand", 2, 156),
            ("fill", "hip-flexor-stretch-half-kneeling", 1, 72),
            ("cool-down", "breathing-supine", 1, 75),
        ]
    );
    assert_eq!(session.seconds.0, 1226);
    assert!(session.left_out.iter().any(|out| out.exercise.id() == "ball-glute-wall"));
}

#[test]
fn first_plan_of_10_minutes_with_chair_and_mat() {
    // main 600 - 55 = 545; mobility 81, self-manual 54; S = 545 - 63 = 482.
    let lines = Case::first_plan(10).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 55),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("strength", "bridge-double", 2, 172),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("fill", "supine-hip-rotation", 1, 65),
        ]
    );
    assert_eq!(total(&lines), 620);
}

#[test]
fn first_plan_of_20_minutes_with_chair_and_mat() {
    // main 1200 - 190 = 1010; mobility 151, self-manual 101; S = 1010 - 128 = 882.
    let lines = Case::first_plan(20).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 55),
            ("warm-up", "leg-swing-front-back", 1, 60),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("strength", "bridge-double", 2, 172),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("strength", "adductor-squeeze-ball", 4, 111),
            ("strength", "quadruped-hip-extension", 1, 100),
            ("fill", "hip-flexor-stretch-standing", 1, 72),
            ("cool-down", "breathing-supine", 1, 75),
        ]
    );
    assert_eq!(total(&lines), 1218);
}

#[test]
fn first_plan_of_30_minutes_with_chair_and_mat() {
    // main 1800 - 238 = 1562; mobility 234, self-manual 156; S = 1562 - 244 = 1318. The strap's exercise is missing.
    let lines = Case::first_plan(30).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 75),
            ("warm-up", "leg-swing-front-back", 1, 68),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("strength", "bridge-double", 2, 172),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("strength", "adductor-squeeze-ball", 4, 111),
            ("strength", "quadruped-hip-extension", 2, 215),
            ("strength", "standing-wall-press", 3, 174),
            ("fill", "hip-flexor-stretch-standing", 1, 72),
            ("fill", "open-book", 1, 116),
            ("cool-down", "breathing-supine", 1, 95),
        ]
    );
    assert_eq!(total(&lines), 1787);
}

#[test]
fn first_plan_of_45_minutes_with_chair_and_mat() {
    // main 2700 - 290 = 2410; mobility 361, self-manual 241; S = 2410 - 388 = 2022; fill goes round twice.
    let lines = Case::first_plan(45).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 95),
            ("warm-up", "leg-swing-front-back", 1, 80),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("strength", "bridge-double", 2, 172),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("strength", "adductor-squeeze-ball", 4, 111),
            ("strength", "quadruped-hip-extension", 2, 215),
            ("strength", "standing-wall-press", 3, 174),
            ("stretch", "hip-flexor-stretch-standing", 2, 144),
            ("fill", "open-book", 1, 116),
            ("fill", "calf-stretch-wall", 1, 68),
            ("fill", "prone-hip-rotation", 1, 63),
            ("fill", "knee-to-chest-single", 1, 72),
            ("fill", "pelvic-tilt-supine", 1, 63),
            ("fill", "supine-hip-rotation", 1, 65),
            ("fill", "bent-knee-fallout", 1, 116),
            ("fill", "hip-flexor-stretch-standing", 1, 72),
            ("fill", "open-book", 1, 116),
            ("fill", "calf-stretch-wall", 1, 68),
            ("fill", "prone-hip-rotation", 1, 63),
            ("cool-down", "breathing-supine", 1, 115),
        ]
    );
    assert_eq!(total(&lines), 2677);
}

#[test]
fn first_plan_of_10_minutes_with_everything() {
    // self-manual 54: the stick's 80 is within 84, roller and ball are not. S = 545 - 80 - 63 = 402.
    let lines = Case::with_everything(10).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 55),
            ("self-manual", "stick-calf", 1, 80),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("strength", "bridge-double", 2, 172),
            ("strength", "isometric-hip-abduction-supine", 3, 132),
            ("strength", "dead-bug-heel-tap", 1, 47),
            ("fill", "supine-hip-rotation", 1, 65),
        ]
    );
    assert_eq!(total(&lines), 614);
}

#[test]
fn first_plan_of_20_minutes_with_everything() {
    // S = 1010 - 110 - 128 = 772; after the heel raises 23 are left, too few for one set of the squeeze (24).
    let lines = Case::with_everything(20).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 55),
            ("warm-up", "leg-swing-front-back", 1, 60),
            ("self-manual", "foam-roll-quadriceps", 1, 110),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("strength", "bridge-double", 2, 172),
            ("strength", "isometric-hip-abduction-supine", 3, 132),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("cool-down", "breathing-supine", 1, 75),
        ]
    );
    assert_eq!(total(&lines), 1177);
}

#[test]
fn first_plan_of_30_minutes_with_everything() {
    // S = 1562 - 110 - 244 = 1208; the wall press gets two of its three sets.
    let lines = Case::with_everything(30).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 75),
            ("warm-up", "leg-swing-front-back", 1, 68),
            ("self-manual", "foam-roll-quadriceps", 1, 110),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("strength", "bridge-double", 2, 172),
            ("strength", "isometric-hip-abduction-supine", 3, 132),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("strength", "adductor-squeeze-ball", 4, 111),
            ("strength", "quadruped-hip-extension", 2, 215),
            ("strength", "standing-wall-press", 2, 111),
            ("cool-down", "breathing-supine", 1, 95),
        ]
    );
    assert_eq!(total(&lines), 1778);
}

#[test]
fn first_plan_of_45_minutes_with_everything() {
    // S = 2410 - 220 - 388 = 1802; 553 are left for fill.
    let lines = Case::with_everything(45).lines(SlotKind::F);
    assert_eq!(
        lines,
        [
            ("warm-up", "march-in-place", 1, 95),
            ("warm-up", "leg-swing-front-back", 1, 80),
            ("self-manual", "foam-roll-quadriceps", 1, 110),
            ("self-manual", "ball-glute-wall", 1, 110),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("strength", "bridge-double", 2, 172),
            ("strength", "isometric-hip-abduction-supine", 3, 132),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("strength", "adductor-squeeze-ball", 4, 111),
            ("strength", "quadruped-hip-extension", 2, 215),
            ("strength", "standing-wall-press", 3, 174),
            ("stretch", "hip-flexor-stretch-standing", 2, 144),
            ("fill", "open-book", 1, 116),
            ("fill", "calf-stretch-wall", 1, 68),
            ("fill", "prone-hip-rotation", 1, 63),
            ("fill", "knee-to-chest-single", 1, 72),
            ("fill", "pelvic-tilt-supine", 1, 63),
            ("fill", "supine-hip-rotation", 1, 65),
            ("fill", "bent-knee-fallout", 1, 116),
            ("cool-down", "breathing-supine", 1, 115),
        ]
    );
    assert_eq!(total(&lines), 2710);
}

#[test]
fn m_of_10_and_of_20_minutes() {
    // Main 525 and 1070, all of it mobility but a tenth for self-manual, for which nothing is there.
    let short = Case::first_plan(10).lines(SlotKind::M);
    assert_eq!(
        short,
        [
            ("warm-up", "breathing-supine", 1, 75),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("mobility", "open-book", 1, 116),
            ("stretch", "hip-flexor-stretch-standing", 2, 144),
        ]
    );
    assert_eq!(total(&short), 579);
    let long = Case::first_plan(45).lines(SlotKind::M);
    assert_eq!(
        long,
        [
            ("warm-up", "breathing-supine", 1, 75),
            ("warm-up", "march-in-place", 1, 55),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("mobility", "open-book", 1, 116),
            ("mobility", "prone-hip-rotation", 1, 63),
            ("stretch", "hip-flexor-stretch-standing", 2, 144),
            ("stretch", "calf-stretch-wall", 2, 131),
            ("stretch", "knee-to-chest-single", 2, 144),
            ("fill", "pelvic-tilt-supine", 1, 63),
            ("fill", "supine-hip-rotation", 1, 65),
            ("fill", "bent-knee-fallout", 1, 116),
        ]
    );
    assert_eq!(total(&long), 1216);
}

#[test]
fn prg_bf2_light_has_two_holds_before_mobility() {
    let session = Case::first_plan(20).compose(SlotKind::F, true, 3).unwrap();
    assert_eq!(session.kind, SessionKind::Light);
    assert_eq!(session.turned.first().map(|reason| reason.rule.0), Some("PRG-BF2"));
    assert_eq!(
        lines(&session),
        [
            ("warm-up", "breathing-supine", 1, 75),
            ("warm-up", "march-in-place", 1, 55),
            ("holds", "adductor-squeeze-ball", 4, 111),
            ("holds", "standing-wall-press", 3, 174),
            ("mobility", "pelvic-tilt-supine", 1, 63),
            ("mobility", "supine-hip-rotation", 1, 65),
            ("mobility", "bent-knee-fallout", 1, 116),
            ("mobility", "open-book", 1, 116),
            ("mobility", "prone-hip-rotation", 1, 63),
            ("stretch", "hip-flexor-stretch-standing", 2, 144),
            ("stretch", "calf-stretch-wall", 2, 131),
            ("fill", "knee-to-chest-single", 1, 72),
        ]
    );
    assert_eq!(session.seconds.0, 1185);
}

#[test]
fn p_goes_round_and_round_its_list() {
    let mut case = Case::first_plan(20);
    case.settings.pool = WaterDepth::Both;
    let lines = case.lines(SlotKind::P);
    let ids: Vec<&str> = lines.iter().map(|(_, id, ..)| *id).collect();
    assert_eq!(
        ids,
        [
            "pool-walk-forward",
            "pool-leg-swing",
            "pool-hip-abduction",
            "pool-squat",
            "pool-side-step",
            "pool-hip-circle",
            "deep-water-march",
            "pool-walk-forward",
            "pool-leg-swing",
            "pool-hip-abduction",
        ]
    );
    assert_eq!(total(&lines), 1217);
}

#[test]
fn s_is_strength_and_fill_alone() {
    // S = 900: bridge 172, dead bug 109, then sit-to-stand 156 and heel raises 180; 283 are left for fill.
    let lines = Case::first_plan(20).lines(SlotKind::S);
    assert_eq!(
        lines,
        [
            ("strength", "bridge-double", 2, 172),
            ("strength", "dead-bug-heel-tap", 2, 109),
            ("strength", "sit-to-stand", 2, 156),
            ("strength", "calf-raise-double", 2, 180),
            ("fill", "pelvic-tilt-supine", 1, 63),
            ("fill", "supine-hip-rotation", 1, 65),
            ("fill", "bent-knee-fallout", 1, 116),
            ("fill", "calf-stretch-wall", 1, 68),
        ]
    );
    assert_eq!(total(&lines), 929);
}

#[test]
fn prg_m3_takes_sets_off_before_it_drops() {
    // 10 minutes with everything at level 3: main 600 - 55, stick 140 does not fit; strength is far over its time.
    let mut case = Case::with_everything(10);
    case.bearing.phase = Phase::Calm;
    let (allowance, levels) = (case.allowance(), {
        let three = |id: &str| (ExerciseId::parse(id).expect(id), DoseLevel::Three);
        Levels::of(vec![three("bridge-double"), three("isometric-hip-abduction-supine")], vec![])
    });
    let walker = Walker { library: case.library, allowance: &allowance, bearing: &case.bearing, levels: &levels };
    let composer = Composer { walker, settings: &case.settings, week: case.week, walk: None, only: None, most: None };
    let slot = SlotId::Day { day: Day::parse("2026-11-23").unwrap(), kind: SlotKind::F };
    let session = composer.compose(cleared(), slot, SlotKind::F, None, 0).unwrap();
    let strength: Vec<_> = lines(&session).into_iter().filter(|line| line.0 == "strength").collect();
    // S = 402. Bridge 3 sets 420 and isometric 4 sets 241: the one with most sets loses first, of equals the later.
    // 4+3: 661; 3+3: 597; 2+3 (tie, the later): 533; bridge to 2: 383 with 116+267... within 402.
    let total: u32 = strength.iter().map(|line| line.3).sum();
    assert!(total <= 402, "{strength:?}");
    assert_eq!(
        strength.iter().map(|line| (line.1, line.2)).collect::<Vec<_>>(),
        [("bridge-double", 2), ("isometric-hip-abduction-supine", 2),]
    );
    let dosed = &session.items.iter().find(|item| item.part == Part::Strength).unwrap().dosed;
    assert_eq!((dosed.reason.rule.0, dosed.sets_of_level), ("PRG-M3", 3));
}

#[test]
fn prg_m6_walks_for_what_is_left_when_walking_does_not_hurt() {
    // On the floor nothing, on the back nothing, on the belly nothing: much time is left.
    let shut = [Constraint::Supine, Constraint::Floor, Constraint::Prone];
    let walk = |score: Option<u8>| {
        let mut case = Case::first_plan(45).without(&shut);
        case.walk = score.map(|score| PainScore::new(score).unwrap());
        let session = case.compose(SlotKind::F, false, 0).unwrap();
        session.items.iter().find(|item| item.part == Part::Walk).map(|item| (item.planned.dose.amount, item.seconds.0))
    };
    assert_eq!(walk(None), None, "not answered is not walked");
    assert_eq!(walk(Some(4)), None);
    assert!(walk(Some(3)).is_some_and(|(minutes, seconds)| minutes <= 15 && seconds == 15 + 60 * u32::from(minutes)));
}

#[test]
fn prg_m7_order() {
    let session = Case::with_everything(45).compose(SlotKind::F, false, 0).unwrap();
    let parts: Vec<Part> = session.items.iter().map(|item| item.part).collect();
    assert!(parts.is_sorted(), "{parts:?}");
}

#[test]
fn prg_m8_the_next_session_differs_by_rotation() {
    // Six of the own list were used: the others turn left by five.
    let case = Case::first_plan(20);
    let next = lines(&case.compose(SlotKind::F, false, 5).unwrap());
    let strength: Vec<&str> = next.iter().filter(|line| line.0 == "strength").map(|line| line.1).collect();
    assert_eq!(
        strength,
        ["bridge-double", "quadruped-hip-extension", "standing-wall-press", "dead-bug-heel-tap", "sit-to-stand",]
    );
    assert_eq!(total(&next), 1216);
}

#[test]
fn prg_q3_the_easier_step_takes_the_place() {
    let mut case = Case::first_plan(20);
    let bridge = ExerciseId::parse("bridge-double").unwrap();
    case.hurt_out =
        HurtOut::of(bridge, PainScore::new(8).unwrap(), crate::journal::HurtKind::Ache).into_iter().collect();
    let session = case.compose(SlotKind::F, false, 0).unwrap();
    let stand_in = session.items.iter().find(|item| item.part == Part::Strength).unwrap();
    assert_eq!(stand_in.planned.exercise.id(), "glute-set");
    assert_eq!((stand_in.reason.rule.0, stand_in.reason.inputs.first()), ("PRG-Q3", Some(&Input::Exercise(bridge))));
    let out = session.left_out.iter().find(|out| out.exercise == bridge).unwrap();
    assert_eq!(out.reason.rule.0, "PRG-D2");
}

#[test]
fn prg_q4_the_reserve_stands_in_for_a_short_mobility_list() {
    // Nothing on the back, the belly, the floor: of the own list the standing stretches and the open book stay.
    let case = Case::first_plan(10).without(&[Constraint::Supine, Constraint::Prone, Constraint::Floor]);
    let (allowance, levels) = (case.allowance(), Levels::none());
    let walker = Walker { library: first(), allowance: &allowance, bearing: &case.bearing, levels: &levels };
    let ids: Vec<&str> = walker.mobility().iter().map(|candidate| candidate.exercise.id.id()).collect();
    assert_eq!(ids.len(), 4, "{ids:?}");
    assert!(ids.ends_with(&["standing-hip-circle"]) || ids.contains(&"standing-hip-circle"), "{ids:?}");
}

#[test]
fn prg_n2_without_strength_the_day_becomes_m() {
    // A library without a strength exercise that may be used.
    let mut case = Case::first_plan(20);
    case.hurt_out = first()
        .iter()
        .filter(|exercise| exercise.category == crate::library::Category::Strength)
        .filter_map(|exercise| HurtOut::of(exercise.id, PainScore::new(9).unwrap(), crate::journal::HurtKind::Ache))
        .collect();
    let session = case.compose(SlotKind::F, false, 0).unwrap();
    assert_eq!(session.kind, SessionKind::M);
    assert_eq!(session.turned.first().map(|reason| reason.rule.0), Some("PRG-N2"));
    assert_eq!(lines(&session), Case::first_plan(20).lines(SlotKind::M));
}

#[test]
fn prg_n1_the_calm_list_stands_in_for_the_phases() {
    let mut case = Case::first_plan(20);
    case.bearing.phase = Phase::Build;
    let keep = ["isometric-hip-abduction-supine", "adductor-squeeze-ball"];
    case.hurt_out = first()
        .iter()
        .filter(|exercise| exercise.category == crate::library::Category::Strength && !keep.contains(&exercise.id.id()))
        .filter_map(|exercise| HurtOut::of(exercise.id, PainScore::new(9).unwrap(), crate::journal::HurtKind::Ache))
        .collect();
    // Without a strap the clamshell has no easier step that may be used either.
    let session = case.compose(SlotKind::F, false, 0).unwrap();
    let strength: Vec<_> = session.items.iter().filter(|item| item.part == Part::Strength).collect();
    assert_eq!(strength.len(), 1);
    assert_eq!((strength[0].planned.exercise.id(), strength[0].reason.rule.0), ("adductor-squeeze-ball", "PRG-N1"));
}

#[test]
fn prg_n3_without_a_pool_exercise_the_day_becomes_m() {
    let session = Case::first_plan(20).compose(SlotKind::P, false, 0).unwrap();
    assert_eq!(session.kind, SessionKind::M);
    assert_eq!(session.turned.first().map(|reason| reason.rule.0), Some("PRG-N3"));
}

/// A runner for whom only these stay.
fn only(keep: &[&str]) -> Case {
    let mut case = Case::first_plan(20);
    case.hurt_out = first()
        .iter()
        .filter(|exercise| !keep.contains(&exercise.id.id()))
        .filter_map(|exercise| HurtOut::of(exercise.id, PainScore::new(9).unwrap(), crate::journal::HurtKind::Ache))
        .collect();
    case
}

#[test]
fn prg_n4_any_mobility_then_warm_up() {
    let lines = only(&["quadruped-rock-back", "march-in-place", "leg-swing-side"]).lines(SlotKind::M);
    let ids: Vec<&str> = lines.iter().map(|line| line.1).collect();
    assert_eq!(ids, ["march-in-place", "quadruped-rock-back", "leg-swing-side"]);
}

#[test]
fn prg_n5_a_walk_when_nothing_else_is_left_and_walking_is_easy() {
    let mut case = only(&["walk-easy"]);
    case.walk = PainScore::new(3);
    let session = case.compose(SlotKind::M, false, 0).unwrap();
    assert_eq!(session.items.first().map(|item| item.planned.exercise.id()), Some("walk-easy"));
    case.walk = PainScore::new(4);
    assert!(case.compose(SlotKind::M, false, 0).is_err());
}

#[test]
fn prg_n6_a_rest_day_when_nothing_fits() {
    for kind in SlotKind::ALL {
        let rest = only(&[]).compose(kind, false, 0).unwrap_err();
        assert_eq!(rest.reason.rule.0, "PRG-N6");
    }
}

#[test]
fn a_single_exercise_needs_to_be_allowed_too() {
    let case = Case::first_plan(20);
    let one = |id: &str| case.alone(first().get(ExerciseId::parse(id).expect(id)).unwrap());
    let bridge = one("bridge-double").unwrap();
    assert_eq!((bridge.kind, bridge.seconds.0, bridge.items.len()), (SessionKind::Try, 172, 1));
    assert_eq!(bridge.slot.to_string(), "try-bridge-double");
    assert_eq!(one("foam-roll-quadriceps"), None);
}
