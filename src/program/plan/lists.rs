//! The starting lists (`patterns.md` section 6): ids in order of priority, for each pattern and phase.
//!
//! An id may stand here before its exercise is in the library; it is passed over until then. Not here: which of them a
//! runner may use (see `allowance`), and how many of them (see `compose`).

use crate::library::{ExerciseId, Pattern, Phase};

/// Ids in order of priority, with spaces between them.
type Ids = &'static str;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListKind {
    /// Section 6.1.
    Strength,
    /// Section 6.2.
    Mobility,
    /// Section 6.3.
    SelfManual,
    /// Section 6.4.
    Aquatic,
    /// Section 6.6.
    Reserve,
}

/// The ids of a list as the dossier has them.
pub fn listed(kind: ListKind, pattern: Pattern, phase: Phase) -> impl Iterator<Item = &'static str> {
    let ids = match kind {
        ListKind::Strength => of_phase(of_pattern(&STRENGTH, pattern), phase),
        ListKind::Mobility => of_phase(of_pattern(&MOBILITY, pattern), phase),
        ListKind::Aquatic => of_phase(AQUATIC, phase),
        ListKind::SelfManual => of_pattern(&SELF_MANUAL, pattern),
        ListKind::Reserve => RESERVE,
    };
    ids.split_ascii_whitespace()
}

/// The same, as far as the library's files go, each with its place from 1.
pub fn known(kind: ListKind, pattern: Pattern, phase: Phase) -> Vec<(u8, ExerciseId)> {
    let ids = listed(kind, pattern, phase);
    (1_u8..).zip(ids).filter_map(|(place, id)| Some((place, ExerciseId::parse(id)?))).collect()
}

fn of_pattern<T: Copy + Default>(table: &[(Pattern, T)], pattern: Pattern) -> T {
    table.iter().find(|(of, _)| *of == pattern).map(|(_, lists)| *lists).unwrap_or_default()
}

/// `run` and `keep` use the lists of `load`.
const fn of_phase([calm, build, load]: [Ids; 3], phase: Phase) -> Ids {
    match phase {
        Phase::Calm => calm,
        Phase::Build => build,
        Phase::Load | Phase::Run | Phase::Keep => load,
    }
}

/// Section 6.1: `calm`, `build`, `load`.
const STRENGTH: [(Pattern, [Ids; 3]); 7] = [
    (
        Pattern::LateralHip,
        [
            "isometric-hip-abduction-supine bridge-double standing-wall-press sit-to-stand dead-bug-heel-tap \
             calf-raise-double adductor-squeeze-ball quadruped-hip-extension",
            "standing-wall-press clamshell bridge-double sit-to-stand step-up dead-bug-heel-tap calf-raise-double \
             hip-hinge",
            "band-side-step side-lying-hip-abduction bridge-single-leg split-squat step-up side-plank-knees \
             calf-raise-single romanian-deadlift",
        ],
    ),
    (
        Pattern::FrontHip,
        [
            "bridge-double isometric-hip-abduction-supine quadruped-hip-extension dead-bug-heel-tap \
             adductor-squeeze-ball hip-flexor-isometric sit-to-stand calf-raise-double",
            "bridge-double clamshell quadruped-hip-extension sit-to-stand adductor-squeeze-ball dead-bug-heel-tap \
             hip-hinge calf-raise-double",
            "bridge-single-leg side-lying-hip-abduction split-squat side-lying-hip-adduction march-standing-slow \
             side-plank-knees romanian-deadlift calf-raise-single",
        ],
    ),
    (
        Pattern::Groin,
        [
            "adductor-squeeze-ball bridge-double dead-bug-heel-tap isometric-hip-abduction-supine \
             hip-flexor-isometric quadruped-hip-extension sit-to-stand calf-raise-double",
            "side-lying-hip-adduction bridge-double dead-bug-heel-tap clamshell sit-to-stand hip-flexor-isometric \
             calf-raise-double quadruped-hip-extension",
            "copenhagen-short-lever bridge-single-leg dead-bug side-lying-hip-abduction split-squat \
             side-plank-knees march-standing-slow calf-raise-single",
        ],
    ),
    (
        Pattern::HipFlexor,
        [
            "hip-flexor-isometric bridge-double isometric-hip-abduction-supine dead-bug-heel-tap \
             quadruped-hip-extension adductor-squeeze-ball sit-to-stand calf-raise-double",
            "march-standing-slow bridge-double clamshell dead-bug-heel-tap quadruped-hip-extension sit-to-stand \
             hip-hinge calf-raise-double",
            "hip-flexion-band bridge-single-leg side-lying-hip-abduction dead-bug split-squat step-up \
             side-plank-knees calf-raise-single",
        ],
    ),
    (
        Pattern::DeepButtock,
        [
            "long-lever-bridge-hold bridge-double isometric-hip-abduction-supine quadruped-hip-extension \
             dead-bug-heel-tap standing-wall-press calf-raise-double adductor-squeeze-ball",
            "long-lever-bridge-hold bridge-double clamshell quadruped-hip-extension step-up dead-bug-heel-tap \
             calf-raise-double side-plank-knees",
            "long-lever-bridge-single-leg hip-hinge bridge-single-leg side-lying-hip-abduction split-squat \
             step-up side-plank-knees calf-raise-single",
        ],
    ),
    (
        Pattern::StiffHip,
        [
            "bridge-double isometric-hip-abduction-supine sit-to-stand calf-raise-double quadruped-hip-extension \
             dead-bug-heel-tap standing-wall-press adductor-squeeze-ball",
            "sit-to-stand bridge-double clamshell step-up standing-wall-press calf-raise-double \
             quadruped-hip-extension hip-hinge",
            "squat-bodyweight bridge-single-leg side-lying-hip-abduction step-up band-side-step calf-raise-single \
             romanian-deadlift side-plank-knees",
        ],
    ),
    (
        Pattern::LoadGeneral,
        [
            "bridge-double isometric-hip-abduction-supine dead-bug-heel-tap sit-to-stand calf-raise-double \
             adductor-squeeze-ball quadruped-hip-extension standing-wall-press",
            "bridge-double clamshell sit-to-stand side-plank-knees hip-hinge calf-raise-double dead-bug-heel-tap \
             step-up",
            "bridge-single-leg side-lying-hip-abduction split-squat side-plank-knees romanian-deadlift \
             calf-raise-single step-up band-side-step",
        ],
    ),
];

/// Section 6.2: `calm`, `build`, `load`.
const MOBILITY: [(Pattern, [Ids; 3]); 7] = [
    (
        Pattern::LateralHip,
        [
            "pelvic-tilt-supine supine-hip-rotation bent-knee-fallout hip-flexor-stretch-standing \
             calf-stretch-wall knee-to-chest-single standing-hip-circle prone-hip-rotation",
            "cat-camel hip-flexor-stretch-half-kneeling bent-knee-fallout supine-hip-rotation \
             quadriceps-stretch-standing calf-stretch-wall standing-hip-circle adductor-rock-back",
            "cat-camel hip-flexor-stretch-half-kneeling bent-knee-fallout supine-hip-rotation \
             quadriceps-stretch-standing calf-stretch-wall standing-hip-circle adductor-rock-back",
        ],
    ),
    (
        Pattern::FrontHip,
        [
            "cat-camel bent-knee-fallout supine-hip-rotation prone-hip-rotation hip-flexor-stretch-standing \
             open-book calf-stretch-wall quadriceps-stretch-side-lying",
            "cat-camel prone-hip-rotation hip-flexor-stretch-half-kneeling bent-knee-fallout supine-hip-rotation \
             open-book adductor-rock-back calf-stretch-wall",
            "quadruped-rock-back prone-hip-rotation hip-flexor-stretch-half-kneeling adductor-rock-back cat-camel \
             open-book bent-knee-fallout calf-stretch-wall",
        ],
    ),
    (
        Pattern::Groin,
        [
            "pelvic-tilt-supine supine-hip-rotation hip-flexor-stretch-standing open-book prone-hip-rotation \
             calf-stretch-wall knee-to-chest-single quadriceps-stretch-side-lying",
            "cat-camel supine-hip-rotation hip-flexor-stretch-half-kneeling bent-knee-fallout open-book \
             prone-hip-rotation quadriceps-stretch-standing calf-stretch-wall",
            "adductor-rock-back hip-flexor-stretch-half-kneeling cat-camel supine-hip-rotation bent-knee-fallout \
             open-book quadriceps-stretch-standing calf-stretch-wall",
        ],
    ),
    (
        Pattern::HipFlexor,
        [
            "pelvic-tilt-supine supine-hip-rotation prone-hip-rotation bent-knee-fallout open-book \
             knee-to-chest-single calf-stretch-wall standing-hip-circle",
            "cat-camel hip-flexor-stretch-standing prone-hip-rotation supine-hip-rotation \
             quadriceps-stretch-side-lying open-book bent-knee-fallout calf-stretch-wall",
            "cat-camel hip-flexor-stretch-half-kneeling prone-hip-rotation quadriceps-stretch-standing \
             adductor-rock-back open-book supine-hip-rotation calf-stretch-wall",
        ],
    ),
    (
        Pattern::DeepButtock,
        [
            "pelvic-tilt-supine supine-hip-rotation prone-hip-rotation hip-flexor-stretch-standing open-book \
             calf-stretch-wall bent-knee-fallout quadriceps-stretch-side-lying",
            "cat-camel supine-hip-rotation hip-flexor-stretch-half-kneeling prone-hip-rotation \
             quadriceps-stretch-standing open-book calf-stretch-wall bent-knee-fallout",
            "cat-camel hip-flexor-stretch-half-kneeling figure-four-seated hamstring-stretch-supine-strap \
             supine-hip-rotation quadriceps-stretch-standing open-book calf-stretch-wall",
        ],
    ),
    (
        Pattern::StiffHip,
        [
            "pelvic-tilt-supine bent-knee-fallout supine-hip-rotation prone-hip-rotation \
             hip-flexor-stretch-standing standing-hip-circle calf-stretch-wall open-book",
            "knee-to-chest-single bent-knee-fallout supine-hip-rotation hip-flexor-stretch-half-kneeling \
             prone-hip-rotation figure-four-seated adductor-rock-back cat-camel",
            "quadruped-rock-back bent-knee-fallout supine-hip-rotation hip-flexor-stretch-half-kneeling \
             prone-hip-rotation figure-four-seated adductor-rock-back standing-hip-circle",
        ],
    ),
    (
        Pattern::LoadGeneral,
        [
            "pelvic-tilt-supine supine-hip-rotation bent-knee-fallout hip-flexor-stretch-standing open-book \
             calf-stretch-wall prone-hip-rotation knee-to-chest-single",
            "cat-camel hip-flexor-stretch-half-kneeling supine-hip-rotation figure-four-seated \
             hamstring-stretch-supine-strap open-book adductor-rock-back calf-stretch-wall",
            "cat-camel hip-flexor-stretch-half-kneeling supine-hip-rotation figure-four-seated \
             hamstring-stretch-supine-strap open-book adductor-rock-back calf-stretch-wall",
        ],
    ),
];

/// Section 6.3. Waits stand in the exercises and win over these lists.
const SELF_MANUAL: [(Pattern, Ids); 7] = [
    (Pattern::LateralHip, "ball-glute-wall stick-calf foam-roll-quadriceps pendulum-swing-step"),
    (Pattern::FrontHip, "foam-roll-quadriceps ball-glute-wall pendulum-swing-step self-mob-caudal-hand"),
    (Pattern::Groin, "foam-roll-quadriceps ball-glute-wall stick-calf pendulum-swing-step"),
    (Pattern::HipFlexor, "foam-roll-quadriceps ball-hip-front-wall ball-glute-wall stick-calf"),
    (Pattern::DeepButtock, "ball-glute-wall stick-calf foam-roll-quadriceps stick-hamstring"),
    (Pattern::StiffHip, "pendulum-swing-step foam-roll-quadriceps ball-glute-wall self-mob-caudal-hand"),
    (Pattern::LoadGeneral, "foam-roll-quadriceps ball-glute-wall stick-calf foam-roll-adductor"),
];

/// Section 6.4, for all patterns: `calm`, `build`, `load`.
const AQUATIC: [Ids; 3] = [
    "pool-walk-forward pool-leg-swing pool-hip-abduction pool-squat pool-side-step pool-hip-circle \
     deep-water-march",
    "pool-walk-backward pool-side-step pool-leg-swing pool-squat deep-water-march pool-hip-abduction \
     pool-hip-circle",
    "pool-walk-backward deep-water-running pool-step-up pool-side-step pool-leg-swing pool-hip-abduction \
     pool-hip-circle pool-jog-shallow",
];

/// Section 6.6: what a mobility list goes on with when fewer than four of it are left.
const RESERVE: Ids = "cat-camel standing-hip-circle calf-stretch-wall hip-flexor-stretch-standing figure-four-seated \
     quadriceps-stretch-standing";

#[cfg(test)]
mod tests {
    use super::*;

    fn all(kind: ListKind, pattern: Pattern, phase: Phase) -> Vec<&'static str> {
        listed(kind, pattern, phase).collect()
    }

    #[test]
    fn strength_and_mobility_lists_have_eight_ids_none_twice() {
        for pattern in Pattern::ALL {
            for phase in Phase::ALL {
                for kind in [ListKind::Strength, ListKind::Mobility] {
                    let mut ids = all(kind, *pattern, *phase);
                    ids.sort_unstable();
                    ids.dedup();
                    assert_eq!(ids.len(), 8, "{kind:?} {pattern:?} {phase:?}");
                }
                assert_eq!(all(ListKind::SelfManual, *pattern, *phase).len(), 4);
            }
        }
    }

    #[test]
    fn no_list_has_two_steps_of_a_ladder() {
        use crate::library::first;
        use crate::program::plan::levels::ladder;
        for pattern in Pattern::ALL {
            for phase in Phase::ALL {
                for kind in [ListKind::Strength, ListKind::Mobility, ListKind::SelfManual, ListKind::Aquatic] {
                    let exercises = known(kind, *pattern, *phase).into_iter().filter_map(|(_, id)| first().get(id));
                    let mut ladders: Vec<_> = exercises.map(|exercise| ladder(exercise, first())).collect();
                    let count = ladders.len();
                    ladders.sort_unstable();
                    ladders.dedup();
                    assert_eq!(ladders.len(), count, "{kind:?} {pattern:?} {phase:?}");
                }
            }
        }
    }

    #[test]
    fn run_and_keep_use_the_lists_of_load() {
        for pattern in Pattern::ALL {
            for phase in [Phase::Run, Phase::Keep] {
                let strength = |phase| all(ListKind::Strength, *pattern, phase);
                assert_eq!(strength(phase), strength(Phase::Load));
            }
        }
    }

    #[test]
    fn the_first_plan_has_all_its_exercises() {
        let (pattern, phase) = (Pattern::LoadGeneral, Phase::Calm);
        for kind in [ListKind::Strength, ListKind::Mobility, ListKind::SelfManual, ListKind::Aquatic, ListKind::Reserve]
        {
            assert_eq!(known(kind, pattern, phase).len(), all(kind, pattern, phase).len(), "{kind:?}");
        }
        let aquatic = known(ListKind::Aquatic, pattern, phase);
        assert_eq!(aquatic.first().map(|(place, id)| (*place, id.id())), Some((1, "pool-walk-forward")));
    }
}
