//! `#/run`: where the runner stands with running, the intervals of the next run, what the last one came to, and the log.
//!
//! A run is followed with the runner's own watch. Not here: a guided run, and the rules (see `program::running`).

use crate::ui::dom::prelude::*;

use super::frame::{Lead, Top};
use super::handle::{App, DayStyle, Say};
use super::morning::{Morning, Sixty};
use super::reason::why;
use super::run_form::Log;
use super::run_words as words;
use crate::app::{LastRun, NextWhen, Route, RunView};
use crate::library::ExerciseId;
use crate::locale::Key;
use crate::program::reason::Reason;
use crate::program::running::{BeforeRun, Gait, Guard, Interval, NextRun, Standing};
use crate::ui::{FigureStill, Icon, icon};
use crate::units::Seconds;

/// The screen.
#[component]
pub fn Run() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| RunView::of(model, app.now()));
    let with =
        move |read: &dyn Fn(&RunView) -> Markup| shown.with(|shown| shown.as_ref().map_or(Markup::Nothing, read));
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::RunTitle) line=say.text(Key::RunLead)/>
            <div class="stack l cols">
                <div class="stack l">
                    {move || with(&|shown| next(app, say, shown))}
                    <Sixty/>
                    <Morning/>
                    <Log/>
                </div>
                <div class="stack l">
                    {move || with(&|shown| last(app, say, shown.last.as_ref()))}
                    {move || with(&|shown| shown.guard.as_ref().map_or(Markup::Nothing, |guard| length(say, guard)))}
                    {move || with(&|shown| missing(say, shown))}
                    {move || with(&|shown| before(say, shown))}
                </div>
            </div>
        </main>
    }
}

/// What comes next.
fn next(app: App, say: Say, shown: &RunView) -> Markup {
    let picture = words::picture(&shown.standing);
    let body = match &shown.standing {
        Standing::Locked(reason) => view! { <p>{say.text(Key::RunLockedText)}</p>{why(say, reason)} },
        Standing::NotReady => not_ready(say, shown),
        Standing::Impact { exercise, passes, reason, beside, .. } => {
            let link = ExerciseId::parse(exercise).map(|id| {
                view! { <a class="btn" href=Route::Exercise(id).to_string()>{icon(Icon::Look)}{say.text(Key::RunImpactOpen)}</a> }
            });
            view! {
                <p>{say.text(Key::RunImpactText)}</p>
                <p class="small quiet">{say.count(Key::RunImpactPasses, u64::from(*passes))}</p>
                {beside.is_some().then(|| view! { <p class="small">{say.text(Key::RunBeside)}</p> })}
                {link}{why(say, reason)}
            }
        }
        Standing::Stage(run) | Standing::RunningOn(run) => intervals(say, run),
        Standing::Keep => view! { <p>{say.text(Key::RunKeepText)}</p> },
    };
    view! {
        <section class="hero" aria-labelledby="next" data-standing=standing_id(&shown.standing)>
            <div class="stage"><FigureStill exercise=picture pose=0/></div>
            <div class="body"><h2 id="next">{words::standing(say, &shown.standing)}</h2>{body}{when(app, say, &shown.when)}</div>
        </section>
    }
}

/// `data-standing`.
const fn standing_id(standing: &Standing) -> &'static str {
    match standing {
        Standing::Locked(_) => "locked",
        Standing::NotReady => "not-ready",
        Standing::Impact { .. } => "impact",
        Standing::Stage(_) => "stage",
        Standing::RunningOn(_) => "running-on",
        Standing::Keep => "keep",
    }
}

fn not_ready(say: Say, shown: &RunView) -> Markup {
    let (met, of) = shown.ready;
    let values = [("met", met.to_string()), ("of", of.to_string())];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    view! {
        <p>{say.fill(Key::RunReadyCount, &values)}</p>
        <p class="small quiet">{say.text(Key::RunWalkText)}</p>
        {shown.on_shut.as_ref().map(|reason| why(say, reason))}
    }
}

/// The next run as a strip, with its sentence for everybody and its list for who wants each one.
fn intervals(say: Say, run: &NextRun) -> Markup {
    let time_of = |wanted: &dyn Fn(Gait) -> bool| {
        Seconds(run.intervals.iter().filter(|one| wanted(one.gait)).map(|one| one.seconds.0).sum())
    };
    let said = |wanted: &dyn Fn(Gait) -> bool| words::time(say, time_of(wanted));
    let sentence = say.fill(
        Key::RunStripSays,
        &[
            ("warm", &said(&|gait| gait == Gait::WarmUp)),
            ("cool", &said(&|gait| gait == Gait::CoolDown)),
            ("all", &said(&|_| true)),
            ("run", &said(&|gait| gait == Gait::Run)),
        ],
    );
    let bars = run
        .intervals
        .iter()
        .map(|one| view! { <i class:run=one.gait == Gait::Run style:--w=one.seconds.0.to_string()></i> })
        .collect::<Markup>();
    let rows = run
        .intervals
        .iter()
        .map(|one| view! { <li class="spread"><span>{gait(say, one)}</span><span class="num">{words::time(say, one.seconds)}</span></li> })
        .collect::<Markup>();
    let (good, needed) = run.good;
    let counted = say.count(Key::RunStageGood, u64::from(good)).replace("{needed}", &needed.to_string());
    let stage = words::place(say, run.place, run.running);
    view! {
        <p class="says">{stage}</p>
        <p class="small quiet">{say.by_id(&format!("running.ladder.{}", run.place.ladder().id()))}</p>
        {run.bridge.then(|| view! { <p class="small">{say.text(Key::RunningStageBridge)}</p> })}
        <div class="beats" role="img" aria-label=say.text(Key::RunStrip)>{bars}</div>
        <p>{sentence}</p>
        <details class="why"><summary>{icon(Icon::List)}{say.text(Key::RunList)}</summary><ol class="stack s">{rows}</ol></details>
        <p class="small quiet">{counted}</p>
        <p class="small">{say.text(Key::RunFollow)}</p>
        {why(say, &run.ladder)}
    }
}

fn gait(say: Say, one: &Interval) -> String {
    say.text(match one.gait {
        Gait::WarmUp => Key::RunningGaitWarmUp,
        Gait::Run => Key::RunningGaitRun,
        Gait::Walk => Key::RunningGaitWalk,
        Gait::CoolDown => Key::RunningGaitCoolDown,
    })
}

/// When the next one may be, in words.
pub fn when_words(app: App, say: Say, when: &NextWhen) -> String {
    match when {
        NextWhen::Now => say.text(Key::RunWhenNow),
        NextWhen::Day(day, _) => say.fill(Key::RunWhenDay, &[("day", &app.day(*day, DayStyle::Long))]),
        NextWhen::Morning => say.text(Key::RunWhenMorning),
        NextWhen::Due => say.text(Key::RunWhenDue),
        NextWhen::Never => String::new(),
    }
}

fn when(app: App, say: Say, when: &NextWhen) -> Markup {
    let line = when_words(app, say, when);
    match when {
        NextWhen::Never => Markup::Nothing,
        NextWhen::Now => view! { <p class="note box" data-when="now">{icon(Icon::Check)}<span>{line}</span></p> },
        NextWhen::Due => view! {
            <p class="note box wait" data-when="due">{icon(Icon::Info)}<span>{line}</span></p>
            <a class="btn" href=Route::Safety.to_string()>{say.text(Key::TodayDueButton)}</a>
        },
        NextWhen::Morning => {
            view! { <p class="note box wait" data-when="morning">{icon(Icon::Info)}<span>{line}</span></p> }
        }
        NextWhen::Day(_, rule) => {
            let reason = Reason {
                rule: crate::program::reason::RuleId(rule),
                inputs: Vec::new(),
                sources: vec![crate::program::reason::SourceKey("conv")],
            };
            view! { <p class="note box" data-when="day">{icon(Icon::Calendar)}<span>{line}</span></p>{why(say, &reason)} }
        }
    }
}

fn last(app: App, say: Say, last: Option<&LastRun>) -> Markup {
    let Some(last) = last else { return Markup::Nothing };
    let title = format!("{} · {}", words::what(say, last.what), app.day(last.day, DayStyle::Short));
    view! {
        <section class="card" aria-labelledby="last" data-last=last.colors.worst().id()>
            <h2 id="last" class="h3">{say.text(Key::RunLast)}</h2>
            <p>{title}</p>
            {words::checks(say, last.colors)}
            {last.back.then(|| view! { <p class="note box wait" data-step="back">{icon(Icon::Info)}<span>{say.text(Key::RunBack)}</span></p> })}
            {last.reason.as_ref().map(|reason| why(say, reason))}
        </section>
    }
}

fn length(say: Say, guard: &Guard) -> Markup {
    let Some((limit, longest)) = guard.limit.zip(guard.longest) else { return Markup::Nothing };
    let values = [words::length(say, limit), words::length(say, longest)];
    let line = say.fill(Key::RunGuardText, &[("limit", &values[0]), ("longest", &values[1])]);
    let notices = guard.notices.iter().map(|notice| why_line(say, notice)).collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="guard">
            <h2 id="guard" class="h3">{say.text(Key::RunGuard)}</h2>
            <p>{line}</p>
            {why(say, &guard.why)}
            {notices}
        </section>
    }
}

fn why_line(say: Say, reason: &Reason) -> Markup {
    let words = say.by_id(&format!("rule.{}", reason.rule.0));
    view! { <div class="stack s"><p class="note box wait">{icon(Icon::Info)}<span>{words}</span></p>{why(say, reason)}</div> }
}

/// What is missing on the way, each with why.
fn missing(say: Say, shown: &RunView) -> Markup {
    if shown.missing.is_empty() || shown.standing != Standing::NotReady {
        return Markup::Nothing;
    }
    let rows = shown
        .missing
        .iter()
        .map(|reason| {
            let words = say.by_id(&format!("rule.{}", reason.rule.0));
            view! { <li class="row" data-missing=reason.rule.0><span class="what"><b>{words}</b>{why(say, reason)}</span></li> }
        })
        .collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="missing">
            <h2 id="missing" class="h3">{say.text(Key::RunMissing)}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

/// What is said before a run.
fn before(say: Say, shown: &RunView) -> Markup {
    let words: Vec<String> = shown.words.iter().filter_map(|word| before_words(say, *word, shown)).collect();
    if words.is_empty() {
        return Markup::Nothing;
    }
    let rows =
        words.into_iter().map(|line| view! { <li>{icon(Icon::Check)}<span>{line}</span></li> }).collect::<Markup>();
    view! {
        <section class="card flat" aria-labelledby="before">
            <h2 id="before" class="h3">{say.text(Key::RunBefore)}</h2>
            <ul class="because">{rows}</ul>
        </section>
    }
}

fn before_words(say: Say, word: BeforeRun, shown: &RunView) -> Option<String> {
    Some(match word {
        BeforeRun::PainLimit { most } => say.fill(Key::RunningBeforePain, &[("most", &most.to_string())]),
        BeforeRun::ZeroPain => say.text(Key::RunningBeforeZero),
        BeforeRun::SorerLast => say.text(Key::RunningBeforeSorer),
        BeforeRun::OneNewThing => say.text(Key::RunningBeforeNew),
        // Its own card says it.
        BeforeRun::Guard => {
            let guard = shown.guard.as_ref()?;
            say.text(Key::RunGuard) + ": " + &words::length(say, guard.limit?)
        }
    })
}

/// The way to running from Today and Plan.
#[component]
pub fn RunCard() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| {
        let view = RunView::of(model, app.now())?;
        Some((words::standing(say, &view.standing), view.when))
    });
    view! {
        <section class="card" aria-labelledby="running">
            <h2 id="running" class="h3">{say.text(Key::RunCard)}</h2>
            {move || shown.with(|shown| shown.as_ref().map(|(standing, when)| {
                let when = when_words(app, say, when);
                view! { <p>{standing.clone()}</p>{(!when.is_empty()).then(|| view! { <p class="small quiet">{when}</p> })} }
            }))}
            <a class="btn" href=Route::Run.to_string()>{say.text(Key::RunOpen)}</a>
        </section>
    }
}
