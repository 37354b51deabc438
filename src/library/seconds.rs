//! How long an exercise takes, as the plan counts it.

use super::{Dose, DoseLevel, Exercise, Measure, Sides, Tempo};
use crate::units::Seconds;

/// Time to get ready before each exercise.
const SET_UP: u32 = 15;
/// Time to change from one side to the other, once a set.
const SWITCH: u32 = 5;

/// The estimated seconds of a level: 15 set-up + sets x (sides x work) + 5 a change of sides + rests between the sets.
pub fn estimated_seconds(exercise: &Exercise, level: DoseLevel) -> Seconds {
    seconds_of(exercise, exercise.dose(level))
}

/// The same for any dose, such as fewer sets of a level (`PRG-Q7`).
pub fn seconds_of(exercise: &Exercise, dose: Dose) -> Seconds {
    let sets = u32::from(dose.sets);
    let (sides, switch) = match exercise.sides {
        Sides::Each => (2, SWITCH),
        Sides::Both | Sides::One | Sides::Alternating => (1, 0),
    };
    let set = sides * work(exercise, dose) + switch;
    Seconds(SET_UP + sets * set + sets.saturating_sub(1) * dose.rest.0)
}

/// The seconds of one side's work in one set.
fn work(exercise: &Exercise, dose: Dose) -> u32 {
    let amount = u32::from(dose.amount);
    match (exercise.measure, exercise.hold_seconds) {
        (Measure::Reps | Measure::Breaths | Measure::Steps, _) => amount * one_rep(exercise.tempo),
        (Measure::Hold, Some(hold)) => amount * (hold.0 + way(exercise.tempo)),
        (Measure::Hold, None) => amount + way(exercise.tempo),
        (Measure::Minutes, _) => amount * 60,
        // A meter takes a second.
        (Measure::Seconds | Measure::Meters, _) => amount,
    }
}

/// The seconds of one repetition, at least one.
fn one_rep(tempo: Tempo) -> u32 {
    match tempo {
        Tempo::Paced { out, hold, back } => (u32::from(out) + u32::from(hold) + u32::from(back)).max(1),
        Tempo::Springy | Tempo::OwnPace => 1,
    }
}

/// The seconds into a hold and out of it; the dose says how long it lasts.
fn way(tempo: Tempo) -> u32 {
    match tempo {
        Tempo::Paced { out, back, .. } => u32::from(out) + u32::from(back),
        Tempo::Springy | Tempo::OwnPace => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{ExerciseId, first};

    /// The dossier's own numbers, for the levels 1, 2 and 3.
    const EXPECTED: &[(&str, [u32; 3])] = &[
        ("a-march", [55, 85, 115]),
        ("a-skip", [75, 120, 150]),
        ("adductor-rock-back", [116, 237, 285]),
        ("adductor-squeeze-ball", [111, 165, 190]),
        ("ankle-knee-to-wall-rock", [120, 240, 340]),
        ("ball-deep-rotators-seated", [80, 110, 140]),
        ("ball-glute-wall", [110, 140, 275]),
        ("ball-hip-front-wall", [80, 110, 140]),
        ("band-side-step", [155, 279, 375]),
        ("bent-knee-fallout", [116, 232, 328]),
        ("bird-dog", [117, 219, 291]),
        ("breathing-supine", [75, 95, 115]),
        ("bridge-double", [172, 315, 420]),
        ("bridge-single-leg", [229, 438, 582]),
        ("cadence-metronome-run", [435, 855, 1035]),
        ("calf-raise-bent-knee", [277, 510, 690]),
        ("calf-raise-double", [180, 321, 465]),
        ("calf-raise-single", [277, 510, 690]),
        ("calf-stretch-wall", [131, 171, 254]),
        ("cat-camel", [55, 110, 130]),
        ("clamshell", [262, 358, 660]),
        ("clamshell-band", [262, 480, 660]),
        ("copenhagen-long-lever", [187, 390, 498]),
        ("copenhagen-short-lever", [196, 396, 540]),
        ("dead-bug", [132, 249, 321]),
        ("dead-bug-heel-tap", [109, 195, 267]),
        ("deep-squat-hold-supported", [41, 97, 137]),
        ("deep-water-intervals", [675, 915, 1035]),
        ("deep-water-march", [135, 255, 525]),
        ("deep-water-running", [495, 735, 1215]),
        ("figure-four-seated", [144, 184, 276]),
        ("figure-four-supine", [92, 189, 286]),
        ("foam-roll-adductor", [80, 110, 140]),
        ("foam-roll-calf", [80, 110, 140]),
        ("foam-roll-glute", [110, 140, 280]),
        ("foam-roll-hamstring", [110, 140, 280]),
        ("foam-roll-quadriceps", [110, 140, 280]),
        ("front-plank-hip-extension", [135, 255, 315]),
        ("glute-set", [143, 215, 325]),
        ("hamstring-slider", [146, 270, 333]),
        ("hamstring-stretch-supine-strap", [144, 184, 276]),
        ("hip-flexion-band", [285, 450, 510]),
        ("hip-flexor-isometric", [142, 207, 287]),
        ("hip-flexor-stretch-half-kneeling", [144, 184, 336]),
        ("hip-flexor-stretch-rear-foot-up", [92, 189, 346]),
        ("hip-flexor-stretch-standing", [144, 184, 276]),
        ("hip-hike-step", [277, 510, 582]),
        ("hip-hinge", [156, 285, 321]),
        ("hip-thrust-single-leg", [244, 468, 612]),
        ("hop-single", [124, 240, 270]),
        ("isometric-hip-abduction-supine", [132, 201, 241]),
        ("knee-to-chest-single", [144, 184, 276]),
        ("lateral-lunge-shift", [57, 129, 157]),
        ("lateral-step-down", [229, 438, 582]),
        ("leg-swing-front-back", [60, 68, 80]),
        ("leg-swing-side", [60, 68, 80]),
        ("level-pelvis-run", [435, 855, 1035]),
        ("long-lever-bridge-hold", [162, 246, 286]),
        ("long-lever-bridge-single-leg", [240, 432, 600]),
        ("march-in-place", [55, 75, 95]),
        ("march-standing-slow", [172, 315, 399]),
        ("ninety-ninety-switch", [51, 117, 165]),
        ("open-book", [116, 232, 296]),
        ("pelvic-tilt-supine", [63, 126, 174]),
        ("pendulum-swing-step", [80, 160, 280]),
        ("pogo-double", [95, 180, 195]),
        ("pool-hip-abduction", [100, 205, 285]),
        ("pool-hip-circle", [92, 189, 285]),
        ("pool-jog-shallow", [225, 435, 705]),
        ("pool-leg-swing", [100, 205, 285]),
        ("pool-side-step", [135, 195, 315]),
        ("pool-squat", [65, 145, 195]),
        ("pool-step-up", [100, 215, 295]),
        ("pool-walk-backward", [135, 255, 375]),
        ("pool-walk-forward", [195, 255, 375]),
        ("prone-hip-rotation", [63, 126, 174]),
        ("quadriceps-stretch-side-lying", [144, 184, 276]),
        ("quadriceps-stretch-standing", [144, 184, 276]),
        ("quadruped-hip-extension", [215, 390, 540]),
        ("quadruped-rock-back", [71, 142, 198]),
        ("quick-steps", [105, 165, 235]),
        ("romanian-deadlift", [186, 309, 381]),
        ("self-mob-caudal-hand", [104, 223, 335]),
        ("self-mob-half-kneeling-band", [92, 199, 295]),
        ("self-mob-lateral-glide-band", [116, 247, 343]),
        ("self-mob-rotation-seated", [110, 225, 333]),
        ("side-lying-hip-abduction", [277, 510, 690]),
        ("side-lying-hip-adduction", [262, 480, 660]),
        ("side-lying-rest", [115, 135, 165]),
        ("side-plank", [141, 294, 384]),
        ("side-plank-hip-abduction", [200, 360, 480]),
        ("side-plank-knees", [126, 234, 294]),
        ("single-leg-deadlift", [244, 468, 540]),
        ("single-leg-sit-to-stand", [196, 396, 540]),
        ("single-leg-squat", [220, 396, 540]),
        ("sit-to-stand", [156, 285, 375]),
        ("split-squat", [229, 438, 582]),
        ("squat-bodyweight", [171, 315, 405]),
        ("standing-hip-circle", [100, 200, 296]),
        ("standing-wall-press", [174, 277, 357]),
        ("step-up", [277, 438, 582]),
        ("stick-calf", [80, 110, 140]),
        ("stick-hamstring", [80, 110, 140]),
        ("strides", [180, 275, 435]),
        ("supine-butterfly", [51, 102, 183]),
        ("supine-hip-rotation", [65, 130, 170]),
        ("tall-lean-run", [435, 855, 1035]),
        ("two-lane-run", [435, 855, 1035]),
        ("walk-easy", [315, 435, 615]),
    ];

    #[test]
    fn estimated_seconds_are_the_dossiers() {
        for (id, expected) in EXPECTED {
            let exercise = first().get(ExerciseId::parse(id).expect(id)).expect(id);
            let levels = [DoseLevel::One, DoseLevel::Two, DoseLevel::Three];
            assert_eq!(levels.map(|level| estimated_seconds(exercise, level).0), *expected, "{id}");
        }
        assert_eq!(EXPECTED.len(), ExerciseId::ALL.len(), "every exercise has its row");
    }

    #[test]
    fn prg_q7_counts_fewer_sets() {
        for exercise in first().iter() {
            for level in [DoseLevel::One, DoseLevel::Two, DoseLevel::Three] {
                let dose = exercise.dose(level);
                let whole = estimated_seconds(exercise, level).0;
                let each = (whole - 15 + dose.rest.0) / u32::from(dose.sets);
                assert_eq!((whole - 15 + dose.rest.0) % u32::from(dose.sets), 0, "always whole");
                for sets in 1..=dose.sets {
                    let expected = 15 + u32::from(sets) * each - dose.rest.0;
                    assert_eq!(seconds_of(exercise, Dose { sets, ..dose }).0, expected, "{:?}", exercise.id);
                }
            }
        }
    }
}
