//! A dose, a tempo and a length of time in words.

use super::handle::Say;
use crate::library::{Dose, Exercise, Measure, Sides, Tempo};
use crate::locale::Key;
use crate::units::Seconds;

/// Sets and amount, such as "3 × 10, each side".
pub fn dose_words(say: Say, exercise: &Exercise, dose: Dose) -> String {
    let (sets, amount) = (dose.sets.to_string(), dose.amount.to_string());
    let values = [("sets", sets.as_str()), ("n", amount.as_str())];
    let words = match (exercise.measure, exercise.hold_seconds) {
        (_, Some(hold)) => say.fill(
            Key::PreviewHolds,
            &[("sets", sets.as_str()), ("amount", amount.as_str()), ("n", hold.0.to_string().as_str())],
        ),
        (Measure::Hold, None) => say.fill(Key::PreviewHold, &values),
        (Measure::Seconds, None) => say.fill(Key::PreviewSeconds, &values),
        (Measure::Breaths, None) => say.fill(Key::PreviewBreaths, &values),
        (Measure::Minutes, None) => say.fill(Key::PreviewMinutes, &values),
        (Measure::Meters, None) => say.fill(Key::PreviewMeters, &values),
        (Measure::Steps, None) => say.fill(Key::PreviewSteps, &values),
        (Measure::Reps, None) => say.fill(Key::PreviewTimes, &values),
    };
    if exercise.sides == Sides::Each { format!("{words}, {}", say.text(Key::PreviewEachSide)) } else { words }
}

/// "3 s out, 1 s hold, 2 s back", for what has such a beat.
pub fn tempo_words(say: Say, tempo: Tempo) -> Option<String> {
    match tempo {
        Tempo::Paced { out, hold, back } => Some(say.fill(
            Key::LibraryTempo,
            &[("out", &out.to_string()), ("hold", &hold.to_string()), ("back", &back.to_string())],
        )),
        Tempo::Springy | Tempo::OwnPace => None,
    }
}

/// Whole minutes, rounded, at least one: "about 20 min".
pub fn minutes(say: Say, seconds: Seconds) -> String {
    say.count(Key::AppMinutes, u64::from(((seconds.0 + 30) / 60).max(1)))
}
