//! What the player says: sides, cues, what comes next, and the milestones that a screen reader hears.

use super::handle::Say;
use super::library::name;
use crate::library::{ExerciseId, Measure};
use crate::locale::Key;
use crate::session::{Milestone, Phase, Range, Side, Stage, StepKind, View};

/// A side in words; both at once need none.
pub fn side_words(say: Say, side: Side) -> String {
    match side {
        Side::Left => say.text(Key::PlayerLeft),
        Side::Right => say.text(Key::PlayerRight),
        Side::Alternating => say.text(Key::PlayerAlternating),
        Side::Both => String::new(),
    }
}

fn name_of(say: Say, id: ExerciseId) -> String {
    crate::library::first().get(id).map(|exercise| name(say, exercise)).unwrap_or_default()
}

/// The line below the time: what to do now, in a few words.
pub fn cue(say: Say, view: &View) -> String {
    if view.stage == Stage::Paused {
        return say.text(Key::PlayerPaused);
    }
    match view.kind {
        StepKind::SetUp => view.exercise.map(|id| start_position(say, id)).unwrap_or_default(),
        StepKind::Switch => say.text(Key::PlayerSwitch),
        StepKind::Rest => say.text(Key::PlayerRest),
        StepKind::Work => work_cue(say, view),
    }
}

fn start_position(say: Say, id: ExerciseId) -> String {
    say.with(|words| words.exercise(id.id()).map(|words| words.start.clone())).unwrap_or_default()
}

/// Breathing follows the beat; everything else has the exercise's own cues, another one every second repetition.
fn work_cue(say: Say, view: &View) -> String {
    let Some(exercise) = view.exercise.and_then(|id| crate::library::first().get(id)) else { return String::new() };
    if exercise.measure == Measure::Breaths {
        return say.text(match view.phase {
            Phase::Out => Key::PlayerBreatheIn,
            Phase::Hold | Phase::Back => Key::PlayerBreatheOut,
        });
    }
    let turn = usize::from(view.set) + usize::from(view.rep) / 2;
    let cue = say.with(|words| {
        let cues = &words.exercise(exercise.id.id())?.cues;
        cues.get(turn.checked_rem(cues.len())?).cloned()
    });
    let cue = cue.unwrap_or_default();
    if view.range == Range::Half { format!("{} · {cue}", say.text(Key::PlayerHurtHalf)) } else { cue }
}

/// What comes after this step.
pub fn next_words(say: Say, view: &View) -> String {
    let Some(next) = view.next else { return String::new() };
    let what = match next.kind {
        StepKind::Rest => say.text(Key::PlayerRest),
        StepKind::Switch => say.text(Key::PlayerSwitch),
        StepKind::Work | StepKind::SetUp => {
            let side = side_words(say, next.side);
            let name = name_of(say, next.exercise);
            if side.is_empty() { name } else { format!("{name} · {side}") }
        }
    };
    say.fill(Key::PlayerThen, &[("name", &what)])
}

/// A milestone for the live region.
pub fn spoken(say: Say, milestone: Milestone) -> String {
    match milestone {
        Milestone::Coming { exercise, side } => {
            let next = say.fill(Key::PlayerNext, &[("name", &name_of(say, exercise))]);
            format!("{next}. {}", side_words(say, side))
        }
        Milestone::Work { exercise, side, set, sets } => {
            let set = say.fill(Key::PlayerSet, &[("at", &set.to_string()), ("of", &sets.to_string())]);
            format!("{}. {} {set}", name_of(say, exercise), side_words(say, side))
        }
        Milestone::Half => say.text(Key::PlayerHalf),
        Milestone::Switch { side } => format!("{}. {}", say.text(Key::PlayerSwitch), side_words(say, side)),
        Milestone::Rest { length } => {
            format!("{}. {}", say.text(Key::PlayerRest), say.count(Key::AppSeconds, u64::from(length.0)))
        }
        Milestone::Paused => say.text(Key::PlayerPaused),
        Milestone::Asked | Milestone::Ended => String::new(),
    }
}
