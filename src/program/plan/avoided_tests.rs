//! "Avoided in" of every exercise, as the dossier has it, against what the plan derives from constraints and waits.

use super::settings::OFFERED;
use super::{Allowance, Bearing, Settings, WaterDepth};
use crate::library::{Exercise, ExerciseId, Pattern, Phase, first};

/// The exercises that are avoided somewhere; an id may stand here before its file exists.
const AVOIDED: &[(&str, &str)] = &[
    ("a-skip", "all until run"),
    ("adductor-rock-back", "groin until load"),
    ("ball-deep-rotators-seated", "deep-buttock until load; lateral-hip until load"),
    ("ball-hip-front-wall", "lateral-hip until load"),
    ("cadence-metronome-run", "all until run"),
    ("copenhagen-long-lever", "groin until load"),
    ("copenhagen-short-lever", "groin until load"),
    ("deep-squat-hold-supported", "front-hip until keep; deep-buttock until load; stiff-hip until build"),
    ("deep-water-intervals", "all until load"),
    (
        "figure-four-seated",
        "lateral-hip until load; front-hip until load; deep-buttock until load; stiff-hip until build",
    ),
    (
        "figure-four-supine",
        "lateral-hip until load; front-hip until load; deep-buttock until load; stiff-hip until build",
    ),
    ("foam-roll-adductor", "groin until load"),
    ("foam-roll-glute", "lateral-hip until load; deep-buttock until load"),
    ("foam-roll-hamstring", "deep-buttock until load"),
    ("hamstring-slider", "deep-buttock until load"),
    ("hamstring-stretch-supine-strap", "deep-buttock until load"),
    ("hip-flexor-stretch-half-kneeling", "hip-flexor until build"),
    ("hip-flexor-stretch-rear-foot-up", "hip-flexor until load; front-hip until load"),
    ("hip-flexor-stretch-standing", "hip-flexor until build"),
    ("hip-hike-step", "lateral-hip until load"),
    ("hip-hinge", "deep-buttock until load"),
    ("hop-single", "all until run"),
    ("knee-to-chest-single", "front-hip until load; deep-buttock until load; stiff-hip until build"),
    ("lateral-lunge-shift", "groin until load"),
    ("lateral-step-down", "lateral-hip until load"),
    ("leg-swing-side", "lateral-hip until load; groin until load"),
    ("level-pelvis-run", "all until run"),
    ("ninety-ninety-switch", "front-hip until load; deep-buttock until load; stiff-hip until build"),
    ("open-book", "lateral-hip until load"),
    ("pendulum-swing-step", "all until build"),
    ("pogo-double", "all until run"),
    ("pool-jog-shallow", "all until load"),
    ("quadriceps-stretch-side-lying", "hip-flexor until build"),
    ("quadriceps-stretch-standing", "hip-flexor until build"),
    ("quadruped-rock-back", "front-hip until load; deep-buttock until load; stiff-hip until build"),
    ("quick-steps", "all until run"),
    ("romanian-deadlift", "deep-buttock until load"),
    ("self-mob-caudal-hand", "all until build"),
    ("self-mob-half-kneeling-band", "all until load"),
    ("self-mob-lateral-glide-band", "all until load"),
    ("self-mob-rotation-seated", "all until build"),
    ("side-lying-hip-abduction", "lateral-hip until load"),
    ("side-lying-hip-adduction", "lateral-hip until load"),
    ("side-plank", "lateral-hip until load"),
    ("side-plank-hip-abduction", "lateral-hip until load"),
    ("single-leg-deadlift", "deep-buttock until load"),
    ("stick-hamstring", "deep-buttock until build"),
    ("strides", "all until keep"),
    ("supine-butterfly", "groin until load"),
    ("tall-lean-run", "all until run"),
    ("two-lane-run", "all until run"),
];

/// Steps and cues that only the rules of running bring.
const NEVER_HERE: [&str; 7] = [
    "pogo-double",
    "hop-single",
    "quick-steps",
    "cadence-metronome-run",
    "tall-lean-run",
    "two-lane-run",
    "level-pelvis-run",
];

/// The phase from which the dossier opens an exercise in a pattern.
fn open_from(id: &str, pattern: Pattern) -> Phase {
    let listed = AVOIDED.iter().find(|(of, _)| *of == id).map_or("", |(_, listed)| listed);
    let mut open = Phase::Calm;
    for part in listed.split("; ").filter(|part| !part.is_empty()) {
        let (of, until) = part.split_once(" until ").expect(part);
        if of == "all" || Pattern::parse(of).expect(of) == pattern {
            open = Phase::parse(until).expect(until);
        }
    }
    open
}

fn allows(exercise: &Exercise, bearing: &Bearing) -> bool {
    let everything = Settings { equipment: OFFERED.to_vec(), pool: WaterDepth::Both, ..Settings::default() };
    Allowance::new([], bearing, &everything, &[]).allows(exercise)
}

#[test]
fn prg_q1_avoided_in_is_the_dossiers() {
    for exercise in first().iter().filter(|exercise| !NEVER_HERE.contains(&exercise.id.id())) {
        for pattern in Pattern::ALL {
            for phase in Phase::ALL {
                let bearing = Bearing { pattern: *pattern, phase: *phase, ..Bearing::first_plan() };
                let open = *phase >= open_from(exercise.id.id(), *pattern);
                assert_eq!(allows(exercise, &bearing), open, "{:?} {pattern:?} {phase:?}", exercise.id);
            }
        }
    }
}

#[test]
fn prg_q1_mixed_patterns_avoid_what_any_of_them_avoids() {
    let mixed = vec![Pattern::LateralHip, Pattern::Groin];
    for exercise in first().iter().filter(|exercise| !NEVER_HERE.contains(&exercise.id.id())) {
        for phase in Phase::ALL {
            let bearing = Bearing { mixed: mixed.clone(), phase: *phase, ..Bearing::first_plan() };
            let open = mixed.iter().all(|pattern| *phase >= open_from(exercise.id.id(), *pattern));
            assert_eq!(allows(exercise, &bearing), open, "{:?} {phase:?}", exercise.id);
        }
    }
}

#[test]
fn prg_q1_running_steps_come_from_the_rules_of_running_alone() {
    let keep = Bearing { phase: Phase::Keep, ..Bearing::first_plan() };
    for exercise in NEVER_HERE.iter().filter_map(|id| first().get(ExerciseId::parse(id)?)) {
        assert!(!allows(exercise, &keep), "{:?}", exercise.id);
    }
}

#[test]
fn the_list_names_exercises_of_the_index() {
    let known = first().iter().filter(|exercise| AVOIDED.iter().any(|(id, _)| *id == exercise.id.id()));
    assert!(known.count() > 15);
    assert!(AVOIDED.is_sorted());
}
