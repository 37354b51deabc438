//! One exercise: the moving figure, how it is done, when to stop, the ladder.

use crate::ui::dom::prelude::*;

use super::dose::{dose_words, tempo_words};
use super::handle::{App, Say};
use super::library::{muscles, name, standing, tag};
use super::reason::why;
use crate::app::Route;
use crate::library::{Exercise, ExerciseId};
use crate::locale::{ExerciseWords, Key};
use crate::program::plan::SlotId;
use crate::ui::{FigureLoop, FigureStill, FigureStrip, Icon, icon};

/// The page of an exercise.
#[component]
pub fn ExercisePage(
    /// Which.
    id: ExerciseId,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let exercise = crate::library::first().get(id)?;
    let words = say.with(|words| words.exercise(id.id()).cloned())?;
    Some(view! {
        <main id="main" class="screen" data-exercise=id.id()>
            <header class="top">
                <a class="icon-btn" href="#/library" aria-label=say.text(Key::AppBack)>{icon(Icon::Back)}</a>
                <span class="grow"></span>
            </header>
            <div class="lead">
                <h1 tabindex="-1">{words.name.clone()}</h1>
                {(!words.also.is_empty()).then(|| view! {
                    <p>{say.fill(Key::LibraryAlso, &[("names", &words.also.join(", "))])}</p>
                })}
                {tag(say, app.peek(|model| standing(model, id)))}
            </div>
            <div class="stack l cols">
                <div class="stack l">{picture(say, exercise, &words)}{facts(say, exercise)}{try_it(app, say, id)}</div>
                <div class="stack l">{how(say, &words)}{ladder(say, exercise)}{known(say, exercise, &words)}</div>
            </div>
        </main>
    })
}

fn picture(say: Say, exercise: &'static Exercise, words: &ExerciseWords) -> impl IntoView + use<> {
    let moving = RwSignal::new(true);
    let mirrored = RwSignal::new(false);
    let one_sided = exercise.sides == crate::library::Sides::Each;
    let label = say.fill(Key::PlayerFigure, &[("name", &words.name), ("poses", &words.poses.join(", "))]);
    view! {
        <div class="stage tall" role="img" aria-label=label>
            <FigureLoop exercise=exercise.id moving=moving mirrored=mirrored/>
        </div>
        <div class="stage strip"><FigureStrip exercise=exercise.id captions=words.poses.clone()/></div>
        <div class="pairs">
            <button class="btn motion-only" type="button" on:click=move |_| moving.update(|moving| *moving = !*moving)>
                {move || icon(if moving.get() { Icon::Pause } else { Icon::Play })}
                {move || say.text(if moving.get() { Key::LibraryPause } else { Key::LibraryPlay })}
            </button>
            {one_sided.then(|| view! {
                <button class="btn" type="button" on:click=move |_| mirrored.update(|mirrored| *mirrored = !*mirrored)>
                    {icon(Icon::Swap)}{say.text(Key::LibraryOtherSide)}
                </button>
            })}
        </div>
    }
}

fn facts(say: Say, exercise: &Exercise) -> impl IntoView + use<> {
    let need: Vec<String> =
        exercise.equipment.iter().map(|one| say.by_id(&format!("equipment.{}", one.id()))).collect();
    let need = if need.is_empty() { say.text(Key::LibraryNothingNeeded) } else { need.join(", ") };
    let [dose, ..] = exercise.levels;
    let rows = [
        (Key::LibraryDose, dose_words(say, exercise, dose)),
        (Key::LibraryNeed, need),
        (Key::LibraryMuscles, muscles(say, exercise)),
    ]
    .into_iter()
    .map(|(key, value)| view! { <li class="row"><span class="what"><span>{say.text(key)}</span><b class="sentence">{value}</b></span></li> })
    .collect::<Markup>();
    view! {
        <section class="card"><ul class="rows">{rows}</ul>
            {tempo_words(say, exercise.tempo).map(|words| view! { <p class="small quiet">{words}</p> })}
        </section>
    }
}

fn try_it(app: App, say: Say, id: ExerciseId) -> impl IntoView {
    let (open, reason) = app.peek(|model| (model.is_open(), model.why_left_out(id)));
    match (open, reason) {
        (true, None) => view! {
            <a class="btn soft wide" href=Route::Session(SlotId::Try(id)).to_string()>{icon(Icon::Play)}{say.text(Key::LibraryTry)}</a>
        },
        (true, Some(reason)) => view! {
            <section class="card flat"><b>{say.text(Key::LibraryLeftOut)}</b>{why(say, &reason)}</section>
        },
        (false, _) => view! { <p class="note box">{icon(Icon::Info)}<span>{say.text(Key::LibraryReadOnly)}</span></p> },
    }
}

fn list(title: String, class: &'static str, shape: Option<Icon>, lines: &[String]) -> impl IntoView + use<> {
    let lines =
        lines.iter().cloned().map(|line| view! { <li>{shape.map(icon)}<span>{line}</span></li> }).collect::<Markup>();
    view! { <section class="card"><h2 class="h3">{title}</h2><ul class=class>{lines}</ul></section> }
}

fn how(say: Say, words: &ExerciseWords) -> impl IntoView + use<> {
    let steps = words.steps.iter().cloned().map(|step| view! { <li><span>{step}</span></li> }).collect::<Markup>();
    view! {
        <section class="card">
            <h2 class="h3">{say.text(Key::LibrarySteps)}</h2>
            <p class="quiet">{words.start.clone()}</p>
            <ol class="numbered">{steps}</ol>
        </section>
        {list(say.text(Key::LibraryRight), "because", Some(Icon::Check), &words.cues)}
        {list(say.text(Key::LibraryWrong), "because", Some(Icon::Minus), &words.faults)}
        <section class="card"><h2 class="h3">{say.text(Key::LibraryFeel)}</h2><p class="sentence">{words.feel.clone()}</p></section>
        <section class="card">
            <h2 class="h3">{say.text(Key::LibraryStop)}</h2>
            <p class="note box stop">{icon(Icon::Alert)}<span>{words.stop.clone()}</span></p>
        </section>
    }
}

fn ladder(say: Say, exercise: &Exercise) -> impl IntoView + use<> {
    let steps = [(exercise.easier, Key::LibraryEasier, Key::LibraryNoEasier), (exercise.harder, Key::LibraryHarder, Key::LibraryNoHarder)]
        .into_iter()
        .map(|(id, title, none)| {
            let step = id.and_then(|id| crate::library::first().get(id));
            match step {
                Some(step) => view! {
                    <a class="card" href=Route::Exercise(step.id).to_string()>
                        <span class="small quiet">{say.text(title)}</span>
                        <span class="thumb"><FigureStill exercise=step.id pose=usize::MAX/></span>
                        <b>{name(say, step)}</b>
                    </a>
                },
                None => view! {
                    <div class="card flat"><span class="small quiet">{say.text(title)}</span><p class="small">{say.text(none)}</p></div>
                },
            }
        })
        .collect::<Markup>();
    view! { <section class="stack s"><h2 class="h3">{say.text(Key::LibraryLadder)}</h2><div class="ladder">{steps}</div></section> }
}

fn known(say: Say, exercise: &Exercise, words: &ExerciseWords) -> impl IntoView + use<> {
    let sources = exercise.sources.iter().map(|key| view! { <li>{source(say, key)}</li> }).collect::<Markup>();
    view! {
        <section class="card">
            <h2 class="h3">{say.text(Key::LibraryEffect)}</h2>
            <p class="small">{words.effect.clone()}</p>
            <details class="why"><summary>{icon(Icon::Doc)}{say.text(Key::LibrarySources)}</summary>
                <ul class="stack s small">{sources}</ul>
            </details>
        </section>
    }
}

/// A source in words.
fn source(say: Say, key: &str) -> String {
    let words = say.by_id(&format!("source.{key}"));
    if words.is_empty() { key.to_owned() } else { words }
}
