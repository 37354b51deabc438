//! What was run, how long, and its colors, in words.

use crate::ui::dom::prelude::*;

use super::handle::Say;
use crate::library::ExerciseId;
use crate::locale::Key;
use crate::program::running::{By, Color, Colors, ImpactStep, Length, Place, Stage, Standing, What};
use crate::units::Seconds;

/// "12 min", or "90 seconds" where it is not whole minutes.
pub fn time(say: Say, seconds: Seconds) -> String {
    if seconds.0.is_multiple_of(60) {
        say.count(Key::AppMinutes, u64::from(seconds.0 / 60))
    } else {
        say.count(Key::RunSeconds, u64::from(seconds.0))
    }
}

/// Kilometers with one decimal.
pub fn km(say: Say, meters: u32) -> String {
    say.fill(Key::RunKm, &[("n", &format!("{}.{}", meters / 1000, meters / 100 % 10))])
}

/// A length in its own unit.
pub fn length(say: Say, length: Length) -> String {
    match length.by {
        By::Meters => km(say, length.amount),
        By::Seconds => say.count(Key::AppMinutes, u64::from(length.amount / 60)),
    }
}

/// "Stage 3 of 12".
pub fn stage(say: Say, stage: Stage) -> String {
    let of = stage.ladder().stages().count();
    say.fill(Key::RunningStageName, &[("n", &stage.number().to_string()), ("of", &of.to_string())])
}

/// A stage, or an easy run.
pub fn place(say: Say, place: Place, running: Seconds) -> String {
    match place {
        Place::Stage(one) => stage(say, one),
        Place::Easy { .. } => say.fill(Key::RunEasy, &[("run", &time(say, running))]),
    }
}

/// What was run.
pub fn what(say: Say, what: What) -> String {
    match what {
        What::Stage(one) => stage(say, one),
        What::Impact(step) => say.fill(Key::RunFormImpact, &[("n", &number(step).to_string())]),
        What::Walk => say.text(Key::RunFormWalk),
        What::Free => say.text(Key::RunFormFree),
        What::Extra(extra) => say.by_id(&format!("rule.{}", extra.id())),
    }
}

/// An impact step's number, 1 to 4.
pub fn number(step: ImpactStep) -> usize {
    1 + ImpactStep::ALL.iter().take_while(|one| **one < step).count()
}

/// Where the runner stands, as a heading.
pub fn standing(say: Say, standing: &Standing) -> String {
    match standing {
        Standing::Locked(_) => say.text(Key::RunLocked),
        Standing::NotReady => say.text(Key::RunNotReady),
        Standing::Impact { step, .. } => say.fill(Key::RunImpact, &[("n", &number(*step).to_string())]),
        Standing::Stage(next) => place(say, next.place, next.running),
        Standing::RunningOn(_) => say.text(Key::RunOn),
        Standing::Keep => say.text(Key::RunKeep),
    }
}

/// The picture that stands for it.
pub fn picture(standing: &Standing) -> ExerciseId {
    match standing {
        Standing::Impact { exercise, .. } => ExerciseId::parse(exercise).unwrap_or(ExerciseId::MarchInPlace),
        _ => ExerciseId::MarchInPlace,
    }
}

/// A color in words, with a tag that underlines it.
pub fn color(say: Say, color: Option<Color>) -> Markup {
    let (class, key) = match color {
        None => ("tag", Key::RunOpenCheck),
        Some(Color::Green) => ("tag go", Key::RunningColorGreen),
        Some(Color::Yellow) => ("tag wait", Key::RunningColorYellow),
        Some(Color::Red) => ("tag stop", Key::RunningColorRed),
        Some(Color::Black) => ("tag stop", Key::RunningColorBlack),
    };
    view! { <span class=class>{say.text(key)}</span> }
}

/// The three checks of a run, each with its color in words.
pub fn checks(say: Say, colors: Colors) -> Markup {
    let rows =
        [(Key::RunDuring, Some(colors.during)), (Key::RunAfter, Some(colors.after)), (Key::RunMorning, colors.morning)];
    let rows = rows
        .into_iter()
        .map(|(key, one)| view! { <li class="spread"><span>{say.text(key)}</span>{color(say, one)}</li> })
        .collect::<Markup>();
    view! { <ul class="stack s small">{rows}</ul> }
}
