//! The result of the check: what to do now, whom to call, why, and what is left out. A stopped runner sees no door to exercise.

use crate::ui::dom::prelude::*;

use super::contact::Contact;
use super::handle::{App, Say};
use super::ok_form::OkForm;
use super::reason::{input_words, why};
use crate::app::{Event, Model, Route};
use crate::locale::Key;
use crate::program::screening::{ActionLevel, Active, Raised};
use crate::ui::{Icon, icon};

/// What the screen shows of the outcome.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    level: ActionLevel,
    raised: Vec<Raised>,
    constraints: Vec<Active>,
    can_be_cleared: bool,
}

impl Shown {
    fn of(model: &Model) -> Self {
        let outcome = model.outcome();
        Self {
            level: outcome.level,
            raised: outcome.raised.clone(),
            constraints: outcome.constraints.clone(),
            can_be_cleared: model.screening().ok_would_open(),
        }
    }
}

/// `#/check/result`
#[component]
pub fn CheckResult(
    /// What comes with the later part: what the evaluation came to.
    more: impl Fn() -> Markup + Copy + 'static,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(Shown::of);
    move || {
        let shown = shown.get();
        if shown.level.shuts() { stopped(app, say, &shown) } else { passed(app, say, &shown, more) }
    }
}

fn words_of(say: Say, level: ActionLevel, part: &str) -> String {
    say.by_id(&format!("level.{}.{part}", level.id()))
}

fn stopped(app: App, say: Say, shown: &Shown) -> Markup {
    let level = shown.level;
    let steps: Vec<String> =
        (1..=5).map(|at| words_of(say, level, &format!("do-{at}"))).filter(|line| !line.is_empty()).collect();
    let steps =
        steps.into_iter().map(|line| view! { <li>{icon(Icon::Check)}<span>{line}</span></li> }).collect::<Markup>();
    let can_be_cleared = shown.can_be_cleared;
    view! {
        <main id="main" class="screen full" data-level=level.id()>
            <header class="top"><super::frame::Brand/><span class="grow"></span>
                <a class="icon-btn" href="#/more" aria-label=say.text(Key::PlaceMore)>{icon(Icon::More)}</a>
            </header>
            <section class="alarm" aria-labelledby="stop">
                <p class="kind">{icon(Icon::Alert)}{words_of(say, level, "name")}</p>
                <h1 tabindex="-1" id="stop">{words_of(say, level, "title")}</h1>
                <p>{words_of(say, level, "tell")}</p>
            </section>
            <section class="card">
                <h2 class="h3">{say.text(Key::ResultWhatToDo)}</h2>
                <ul class="do">{steps}</ul>
            </section>
            <Contact/>
            {flags(say, &shown.raised)}
            <section class="card flat">
                <h2 class="h3">{say.text(Key::ResultStillOpen)}</h2>
                <p class="small">{say.text(Key::ResultStillOpenText)}</p>
                <div class="row-wrap">
                    <a class="btn" href=Route::Library.to_string()>{say.text(Key::PlaceLibrary)}</a>
                    <a class="btn" href=Route::Progress.to_string()>{say.text(Key::PlaceProgress)}</a>
                    <button class="btn" type="button" on:click=move |_| app.send(Event::PrintAsked)>
                        {icon(Icon::Print)}{say.text(Key::ResultPrint)}
                    </button>
                </div>
            </section>
            {answers(app, say)}
            <section class="card" aria-labelledby="seen">
                <h2 id="seen" class="h3">{say.text(Key::ResultSeen)}</h2>
                {can_be_cleared.then(|| record(say))}
                <button class="btn" type="button" on:click=move |_| app.send(Event::CheckAgain)>{say.text(Key::ResultSeenAgain)}</button>
            </section>
            {call(app, say, level)}
        </main>
    }
}

/// A clinician's OK, for a runner whose program is open but for some parts.
fn seen(say: Say) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="seen"><h2 id="seen" class="h3">{say.text(Key::ResultSeen)}</h2>{record(say)}</section>
    }
}

fn record(say: Say) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button class="btn" type="button" aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>{say.text(Key::ResultSeenOk)}</button>
        {move || open.get().then(|| view! { <OkForm/> })}
    }
}

/// The one main button: the call. In an emergency the emergency number, else the clinic's.
fn call(app: App, say: Say, level: ActionLevel) -> Option<Markup> {
    let (address, words) = if level == ActionLevel::Emergency {
        let number = say.text(Key::ResultEmergencyNumber);
        (format!("tel:{number}"), format!("{} · {number}", say.text(Key::ResultCallEmergency)))
    } else {
        let (name, phone) = app.peek(|model| (model.clinic.name.clone(), model.clinic.phone.clone()));
        (phone?.href(), say.fill(Key::ResultCall, &[("name", &name)]))
    };
    Some(view! { <div class="dock"><a class="btn stop wide" href=address>{icon(Icon::Phone)}{words}</a></div> })
}

fn passed(app: App, say: Say, shown: &Shown, more: impl Fn() -> Markup + 'static) -> Markup {
    let title = if shown.level == ActionLevel::Caution { Key::ResultPassedCaution } else { Key::ResultPassedTitle };
    let left_out = shown
        .constraints
        .iter()
        .map(|active| {
            let reason = active.reasons.first().map(|reason| why(say, reason));
            view! {
                <li>{icon(Icon::Minus)}<div><p>{say.by_id(&format!("constraint.{}", active.constraint.id()))}</p>{reason}</div></li>
            }
        })
        .collect::<Markup>();
    let none = shown.constraints.is_empty();
    view! {
        <main id="main" class="screen full" data-level=shown.level.id()>
            <header class="top"><super::frame::Brand/></header>
            <div class="lead">
                <h1 tabindex="-1">{say.text(title)}</h1>
                <p>{words_of(say, shown.level, "tell")}</p>
            </div>
            {more}
            {(!shown.raised.is_empty()).then(|| flags(say, &shown.raised))}
            <section class="card">
                <h2 class="h3">{say.text(Key::ResultLeftOut)}</h2>
                {none.then(|| view! { <p class="quiet">{say.text(Key::ResultLeftOutNone)}</p> })}
                <ul class="because">{left_out}</ul>
            </section>
            <p class="note">{icon(Icon::Info)}<span>{say.text(Key::ResultTellMore)}</span></p>
            {shown.can_be_cleared.then(|| seen(say))}
            {answers(app, say)}
            <div class="dock"><a class="btn main wide" href=Route::Today.to_string()>{say.text(Key::ResultSeePlan)}</a></div>
        </main>
    }
}

/// Each raised flag: what the app says, and why.
fn flags(say: Say, raised: &[Raised]) -> impl IntoView + use<> {
    let rows = raised
        .iter()
        .map(|raised| {
            let id = raised.flag.id();
            let adds = raised.text_adds.map(|rule| view! { <p><b>{say.by_id(&format!("rule.{}", rule.0))}</b></p> });
            view! {
                <li data-flag=id>{icon(Icon::Info)}
                    <div class="stack s"><p>{say.by_id(&format!("flag.{id}"))}</p>{adds}{why(say, &raised.reason)}</div>
                </li>
            }
        })
        .collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="reasons">
            <h2 id="reasons" class="h3">{say.text(Key::ResultReasons)}</h2>
            <ul class="because">{rows}</ul>
        </section>
    }
}

/// The list of answers: to look at, and to print for a visit.
fn answers(app: App, say: Say) -> impl IntoView {
    let given = app.peek(Model::given_answers);
    let rows =
        given.iter().map(|input| view! { <li><p class="small">{input_words(say, input)}</p></li> }).collect::<Markup>();
    view! {
        <details class="why card flat"><summary>{icon(Icon::List)}{say.text(Key::ResultAnswers)}</summary>
            <ul class="stack s">{rows}</ul>
        </details>
    }
}
