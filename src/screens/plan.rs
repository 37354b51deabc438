//! The plan: the phases as a path, the week by day, and the chips that change it at once.

use crate::ui::dom::prelude::*;

use super::adapting::MovesOn;
use super::dose::minutes;
use super::frame::{Lead, Top};
use super::handle::{App, DayStyle, Say};
use super::plan_settings::Fits;
use super::reason::why;
use super::run::RunCard;
use crate::app::{DayLine, PlanView, Route};
use crate::library::Phase;
use crate::locale::Key;
use crate::program::plan::DayStatus;
use crate::ui::icon::icon_sized;
use crate::ui::{Icon, icon};

/// The screen.
#[component]
pub fn Plan() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(PlanView::of);
    // The place is opened only when the program is there.
    let is_there = Memo::new(move |_| shown.with(Option::is_some));
    move || is_there.get().then(|| plan(app, say, shown))
}

fn plan(app: App, say: Say, shown: Memo<Option<PlanView>>) -> Markup {
    let with =
        move |read: &dyn Fn(&PlanView) -> Markup| shown.with(|shown| shown.as_ref().map_or(Markup::Nothing, read));
    let phase = shown.with_untracked(|shown| shown.as_ref().map_or(Phase::Calm, |shown| shown.phase));
    let side = move || {
        let side = say
            .by_id(&format!("question.q-side.{}", shown.with(|shown| shown.as_ref().map_or("", |shown| shown.side))));
        say.fill(Key::PlanLead, &[("side", &side)])
    };
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::PlanTitle) line=Signal::derive(side)/>
            {path(say, phase)}
            <div class="stack l cols">
                <div class="stack l">
                    <section class="stack s" aria-labelledby="week">
                        <h2 id="week">{say.text(Key::PlanWeek)}</h2>
                        <ul class="week">
                            {move || with(&|shown| shown.week.iter().map(|line| day(app, say, line)).collect())}
                        </ul>
                    </section>
                </div>
                <div class="stack l">
                    <Fits/>
                    <RunCard/>
                    <MovesOn/>
                    {move || with(&|shown| left_out(app, say, shown))}
                </div>
            </div>
        </main>
    }
}

fn path(say: Say, now: Phase) -> impl IntoView {
    let steps = Phase::ALL
        .iter()
        .zip(1..)
        .map(|(phase, at)| {
            let name = say.by_id(&format!("phase.{}", phase.id()));
            let done = *phase < now;
            view! {
                <li class:done=done class:now=*phase == now aria-current=(*phase == now).then_some("step")>
                    <span class="node">{if done { icon(Icon::Check) } else { at.to_string().into_view() }}</span>{name}
                </li>
            }
        })
        .collect::<Markup>();
    view! { <section class="path" aria-label=say.text(Key::PlanPhases)><ol>{steps}</ol></section> }
}

/// The shape of a day: a full disk done, a ring planned, a dash for rest. Never color alone.
fn mark(status: DayStatus) -> Markup {
    match status {
        DayStatus::Done => view! { <circle class="m-full" cx="12" cy="12" r="9"></circle> },
        DayStatus::Today => view! { <circle class="m-ring" cx="12" cy="12" r="8"></circle> },
        DayStatus::Planned => view! { <circle class="m-plan" cx="12" cy="12" r="8"></circle> },
        DayStatus::Missed => view! { <path class="m-rest" d="M7 7l10 10M17 7L7 17"></path> },
        DayStatus::Rest => view! { <path class="m-rest" d="M7 12h10"></path> },
    }
}

fn day(app: App, say: Say, line: &DayLine) -> Markup {
    let weekday = app.day(line.day, DayStyle::Weekday);
    let (_, _, date) = line.day.ymd();
    let today = line.is_today;
    let words = match line.status {
        DayStatus::Done => say.text(Key::PlanDayDone),
        DayStatus::Missed => say.text(Key::PlanDayMissed),
        DayStatus::Today => say.text(Key::PlanDayToday),
        DayStatus::Planned | DayStatus::Rest => String::new(),
    };
    let shape =
        view! { <span class="status"><svg viewBox="0 0 24 24" aria-hidden="true">{mark(line.status)}</svg></span> };
    let row = match line.session {
        Some((slot, kind, seconds)) => {
            let title = say.by_id(&format!("session-kind.{}", super::kind_id(kind)));
            let parts = [seconds.map(|seconds| minutes(say, seconds)).unwrap_or_default(), words];
            let detail = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            view! {
                <a class="row" href=Route::Session(slot).to_string()>{shape}
                    <span class="what"><b>{title}</b><span>{detail}</span></span>{icon_sized(Icon::Chevron, "ic chev")}
                </a>
            }
        }
        None => view! {
            <div class="row">{shape}
                <span class="what"><b>{say.text(Key::PlanDayRest)}</b><span>{say.text(Key::PlanDayRestText)}</span></span>
            </div>
        },
    };
    view! {
        <li class:is-today=today><span class="day">{weekday}<b>{date}</b></span>{row}</li>
    }
}

fn left_out(app: App, say: Say, shown: &PlanView) -> Markup {
    let _ = app;
    let count = shown.left_out.len();
    let rows = shown
        .left_out
        .iter()
        .map(|(id, reason)| {
            let name = crate::library::first().get(*id).map(|exercise| super::library::name(say, exercise));
            view! { <li data-exercise=id.id()><b>{name}</b>{why(say, reason)}</li> }
        })
        .collect::<Markup>();
    view! {
        <section class="card flat" aria-labelledby="left-out">
            <h2 id="left-out" class="h3">{say.text(Key::PlanLeftOut)}</h2>
            <p class="small">{if count == 0 { say.text(Key::PlanLeftOutNone) } else { say.count(Key::PlanLeftOutText, count as u64) }}</p>
            {(count > 0).then(|| view! { <details class="why"><summary>{icon(Icon::List)}{say.text(Key::AppWhy)}</summary><ul class="stack s">{rows}</ul></details> })}
        </section>
    }
}
