//! A session before it starts: what comes, how much, what is needed, why; and how the hip is now.

use crate::ui::dom::prelude::*;

use super::dose::{dose_words, minutes};
use super::handle::{App, DayStyle, Say};
use super::library::name;
use super::reason::why;
use super::scores;
use crate::app::{Event, PreviewState, PreviewView, Route, swaps};
use crate::journal::Context;
use crate::library::{ExerciseId, PlannedItem};
use crate::locale::Key;
use crate::program::plan::SlotId;
use crate::program::reason::Reason;
use crate::ui::icon::icon_sized;
use crate::ui::{FigureStill, Icon, Scale, icon};
use crate::units::PainScore;

/// The screen.
#[component]
pub fn Preview(
    /// Which session.
    session: SlotId,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| PreviewView::of(model, session, app.now()));
    move || shown.get().map(|shown| preview(app, say, session, &shown))
}

fn preview(app: App, say: Say, session: SlotId, shown: &PreviewView) -> Markup {
    let title = match session {
        SlotId::Try(id) => crate::library::first().get(id).map(|exercise| name(say, exercise)).unwrap_or_default(),
        SlotId::Day { .. } => say.by_id(&format!("session-kind.{}", super::kind_id(shown.kind))),
    };
    let side = say.text(if shown.sore_left { Key::PreviewLeft } else { Key::PreviewRight });
    let facts = [
        minutes(say, shown.seconds),
        say.count(Key::PreviewExercises, shown.items.len() as u64),
        say.fill(Key::PreviewSecond, &[("side", &side)]),
    ];
    let need: Vec<_> = shown
        .equipment
        .iter()
        .map(|one| view! { <span class="tag">{say.by_id(&format!("equipment.{}", one.id()))}</span> })
        .collect();
    let rows = shown.items.iter().map(|(item, reason)| row(app, say, session, item, reason)).collect::<Markup>();
    let decision = shown.decision.as_ref().map(|reason| {
        view! { <p class="note box wait">{icon(Icon::Info)}<span>{say.text(Key::TodayLight)}</span></p>{why(say, reason)} }
    });
    view! {
        <main id="main" class="screen full">
            <header class="top">
                <a class="icon-btn" href=Route::Today.to_string() aria-label=say.text(Key::PreviewBack)>{icon(Icon::Back)}</a>
                <span class="grow"></span>
            </header>
            <div class="lead"><h1 tabindex="-1">{title}</h1><p class="num">{facts.join(" · ")}</p></div>
            {(!need.is_empty()).then(|| view! {
                <div class="chips" role="group" aria-label=say.text(Key::PreviewNeed)>{icon(Icon::Kit)}{need}</div>
            })}
            {decision}
            {above(app, say, &shown.state)}
            <ol class="rows ex-list">{rows}</ol>
            {dock(app, say, session, &shown.state)}
        </main>
    }
}

fn row(app: App, say: Say, session: SlotId, item: &PlannedItem, reason: &Reason) -> Option<Markup> {
    let exercise = crate::library::first().get(item.exercise)?;
    Some(view! {
        <li data-exercise=item.exercise.id()>
            <div class="row">
                <a class="thumb" href=Route::Exercise(item.exercise).to_string() aria-label=name(say, exercise)>
                    <FigureStill exercise=item.exercise pose=usize::MAX in_list=true/>
                </a>
                <span class="what"><b>{name(say, exercise)}</b><span>{dose_words(say, exercise, item.dose)}</span>
                    {why(say, reason)}{swap(app, say, session, item.exercise)}</span>
            </div>
        </li>
    })
}

/// An easier, a harder or an equal one in its place, as far as there is one (`PRG-V7`).
fn swap(app: App, say: Say, session: SlotId, from: ExerciseId) -> Markup {
    let offered = app.peek(|model| swaps(model, session, from, app.now()));
    if offered.is_empty() {
        return Markup::Nothing;
    }
    let buttons = offered
        .into_iter()
        .map(|one| {
            let to = one.to.exercise;
            let words = crate::library::first().get(to).map(|exercise| name(say, exercise)).unwrap_or_default();
            let kind = say.by_id(&format!("swap.{}", one.kind.id()));
            view! {
                <button class="btn" type="button" data-option=one.kind.id() on:click=move |_| app.send(Event::Swapped { slot: session, from, to })>
                    {format!("{kind}: {words}")}
                </button>
            }
        })
        .collect::<Markup>();
    view! {
        <details class="why" data-swap=from.id()><summary>{icon_sized(Icon::Swap, "ic s")}{say.text(Key::RiseSwap)}</summary>
            <div class="row-wrap">{buttons}</div></details>
    }
}

/// What has to be said or asked before the list.
fn above(app: App, say: Say, state: &PreviewState) -> Option<Markup> {
    let note = |text: String| view! { <p class="note box">{icon(Icon::Info)}<span>{text}</span></p> };
    match state {
        PreviewState::NeedsPain => Some(pain(app, say)),
        PreviewState::Ready => None,
        PreviewState::Done => Some(note(say.text(Key::PreviewDoneToday))),
        PreviewState::OtherDay(day) => {
            Some(note(say.fill(Key::PreviewNotToday, &[("day", &app.day(*day, DayStyle::Long))])))
        }
        PreviewState::Rest(reason) => {
            Some(view! { <div class="stack s">{note(say.text(Key::TodayRestSore))}{why(say, reason)}</div> })
        }
        PreviewState::LeftOut(reason) => {
            Some(view! { <div class="stack s">{note(say.text(Key::LibraryLeftOut))}{why(say, reason)}</div> })
        }
        PreviewState::Due => Some(view! {
            <div class="card tinted"><p>{say.text(Key::TodayDueQuestions)}</p>
                <a class="btn" href=Route::Safety.to_string()>{say.text(Key::TodayDueButton)}</a></div>
        }),
    }
}

fn pain(app: App, say: Say) -> Markup {
    let chosen = RwSignal::new(None::<PainScore>);
    view! {
        <section class="card" aria-labelledby="before">
            <h2 id="before" class="h3">{say.text(Key::PreviewPainFirst)}</h2>
            <Scale question="q-nprs-now" words=scores::pain(say, "q-nprs-now")
                chosen=Signal::derive(move || chosen.get().map(PainScore::get))
                choose=move |score, _| {
                        if let Some(score) = PainScore::new(score).filter(|score| chosen.try_get_untracked().flatten() != Some(*score)) {
                        let _ = chosen.try_set(Some(score));
                    app.send(Event::PainRated(score, Context::Before));
                        }
                    }/>
        </section>
    }
}

fn dock(app: App, say: Say, session: SlotId, state: &PreviewState) -> Option<Markup> {
    let waits = match state {
        PreviewState::Ready => false,
        PreviewState::NeedsPain => true,
        _ => return None,
    };
    Some(view! {
        <div class="dock">
            <button class="btn main wide" type="button" disabled=waits on:click=move |_| app.send(Event::SessionStarted(session))>
                {icon(Icon::Play)}{say.text(Key::PreviewStart)}
            </button>
        </div>
    })
}
