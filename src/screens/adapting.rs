//! How the plan follows the hip, on Today and Plan: a flare-up in one tap with the way back, what changed and why, a
//! clinician who is asked for, and the way to the next phase.
//!
//! Not here: the rules (see `program::adapt`).

use crate::ui::dom::prelude::*;

use super::handle::{App, DayStyle, Say};
use super::reason::why;
use crate::app::{Event, FlareView, PhaseView, changes, referrals, row_reason};
use crate::library::ExerciseId;
use crate::locale::Key;
use crate::program::adapt::{Change, Changed, Exit, FlareDay, ReferKind, Referral};
use crate::ui::{Icon, icon};

/// "My hip flared up": one tap, and while it lasts what the day allows and the way out.
#[component]
pub fn Flare() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| FlareView::of(model, app.now()));
    move || match shown.get() {
        Some(flare) => on(app, say, &flare),
        None => view! {
            <button class="btn wide hurt" type="button" on:click=move |_| app.send(Event::FlaredUp)>
                {icon(Icon::Flare)}{say.text(Key::TodayFlare)}
            </button>
        },
    }
}

fn on(app: App, say: Say, flare: &FlareView) -> Markup {
    let allows = match flare.allows {
        FlareDay::Rest => Key::FlareRest,
        FlareDay::Light => Key::FlareLight,
        FlareDay::Easy => Key::FlareEasy,
        FlareDay::Less => Key::FlareLess,
    };
    view! {
        <section class="card" aria-labelledby="flare" data-flare=flare.day.to_string()>
            <h2 id="flare" class="h3">{say.fill(Key::FlareTitle, &[("day", &flare.day.to_string())])}</h2>
            <p class="says">{say.text(allows)}</p>
            <p>{say.text(Key::FlareWhat)}</p>
            <p class="small">{say.text(Key::FlareWarm)}</p>
            <p class="note box">{icon(Icon::Back)}<span>{say.text(Key::FlareWayBack)}</span></p>
            {flare.can_undo.then(|| view! {
                <button class="btn" type="button" on:click=move |_| app.send(Event::FlareUndone)>{say.text(Key::RiseFlareUndo)}</button>
            })}
            {why(say, &flare.reason)}
        </section>
    }
}

/// What changed in the last days, each with why; and where a clinician is asked for.
#[component]
pub fn Changes() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| (changes(model, app.now()), referrals(model)));
    move || {
        shown.with(|(changes, referrals)| {
            let cards = referrals.iter().map(|one| referral(say, one)).collect::<Markup>();
            let rows = changes.iter().map(|change| row(app, say, change)).collect::<Markup>();
            let changed = (!changes.is_empty()).then(|| {
                view! {
                    <section class="card" aria-labelledby="changed">
                        <h2 id="changed" class="h3">{say.text(Key::RiseChanged)}</h2>
                        <ul class="rows">{rows}</ul>
                    </section>
                }
            });
            view! { {cards}{changed} }
        })
    }
}

fn row(app: App, say: Say, change: &Change) -> Markup {
    let day = app.day(change.day, DayStyle::Short);
    view! {
        <li class="row" data-decision=change.what.id()>
            <span class="what"><b>{words(app, say, change.what)}</b><span>{day}</span>{why(say, &change.reason())}</span>
        </li>
    }
}

fn words(app: App, say: Say, what: Changed) -> String {
    let name = |id: ExerciseId| {
        crate::library::first().get(id).map(|exercise| super::library::name(say, exercise)).unwrap_or_default()
    };
    let level = |level: crate::library::DoseLevel| u8::from(level).to_string();
    let values: Vec<(&str, String)> = match what {
        Changed::LevelUp(id, to) | Changed::LevelDown(id, to) => vec![("exercise", name(id)), ("level", level(to))],
        Changed::StepUp(from, to) | Changed::StepDown(from, to) => vec![("exercise", name(from)), ("to", name(to))],
        Changed::OutUntil(id, day) => vec![("exercise", name(id)), ("day", app.day(day, DayStyle::Short))],
        Changed::OutUntilReTest(id) => vec![("exercise", name(id))],
        Changed::Phase(phase) => vec![("phase", say.by_id(&format!("phase.{}", phase.id())))],
        _ => Vec::new(),
    };
    let text = say.by_id(&format!("changed.{}", what.id()));
    values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

fn referral(say: Say, one: &Referral) -> Markup {
    let is_stop = one.kind == ReferKind::Stop;
    let (class, key) =
        if is_stop { ("note box stop", Key::ReferralStop) } else { ("note box wait", Key::ReferralAdvice) };
    view! {
        <section class="card" data-referral=one.kind.id()>
            <p class=class>{icon(Icon::Alert)}<span>{say.text(key)}</span></p>
            {is_stop.then(|| view! { <p class="small">{say.text(Key::ReferralStopWhat)}</p> })}
            {why(say, &one.reason())}
        </section>
    }
}

/// What lets the runner move on: the ways to the next phase, with what is met and what is not.
#[component]
pub fn MovesOn() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(PhaseView::of);
    view! {
        <section class="card" aria-labelledby="on">
            <h2 id="on" class="h3">{say.text(Key::PlanMovesOn)}</h2>
            {move || shown.with(|shown| {
                let ways = shown.ways.iter().map(|exit| way(say, exit)).collect::<Markup>();
                let offer = shown.offer.map(|phase| {
                    let name = say.by_id(&format!("phase.{}", phase.id()));
                    view! {
                        <button class="btn main wide" type="button" on:click=move |_| app.send(Event::PhaseConfirmed(phase))>
                            {say.fill(Key::RisePhaseGo, &[("phase", &name)])}
                        </button>
                    }
                });
                let first = shown.is_first.then(|| view! { <p class="small">{say.text(Key::PlanMovesOnText)}</p> });
                view! { {first}{ways}{offer} }
            })}
        </section>
    }
}

fn way(say: Say, exit: &Exit) -> Markup {
    let (least, passed) = exit.days;
    let days = say.fill(Key::RisePhaseDays, &[("passed", &passed.to_string()), ("least", &least.to_string())]);
    let rows = exit
        .rows
        .iter()
        .map(|row| {
            let reason = row_reason(row.rule);
            line(say, row.met, say.by_id(&format!("rule.{}", reason.rule.0)))
        })
        .collect::<Markup>();
    let name = say.by_id(&format!("phase.{}", exit.to.id()));
    view! {
        <div class="stack s" data-to=exit.to.id()>
            <p><b>{say.fill(Key::RisePhaseTo, &[("phase", &name)])}</b></p>
            <ul class="stack s small">{line(say, passed >= least, days)}{rows}</ul>
        </div>
    }
}

fn line(say: Say, met: bool, words: String) -> Markup {
    let (class, key) = if met { ("tag go", Key::RiseMet) } else { ("tag", Key::RiseNotMet) };
    view! { <li class="spread"><span class="what">{words}</span><span class=class>{say.text(key)}</span></li> }
}
