//! Today: the one next thing as one big button, the pain check-in in one tap, and "My hip flared up".

use crate::ui::dom::prelude::*;

use super::adapting::{Changes, Flare};
use super::dose::minutes;
use super::frame::{Lead, Top};
use super::handle::{App, DayStyle, Say};
use super::morning::Morning;
use super::reason::why;
use super::run::RunCard;
use super::scores;
use crate::app::{Event, Model, Route, Session, TodayMain, TodayView};
use crate::journal::Context;
use crate::library::ExerciseId;
use crate::locale::Key;
use crate::program::evaluation::Stage;
use crate::program::screening::Due;
use crate::ui::{FigureStill, Icon, Scale, icon};
use crate::units::PainScore;

/// The screen.
#[component]
pub fn Today() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| TodayView::of(model, app.now()));
    let flare = app.peek(Model::is_passed);
    let main = Memo::new(move |_| shown.with(|shown| shown.main.clone()));
    let line = move || {
        let day = app.day(app.now().day(), DayStyle::Long);
        let phase = say.by_id(&format!("phase.{}", shown.with(|shown| shown.phase.id())));
        say.fill(Key::TodayLead, &[("day", &day), ("phase", &phase)])
    };
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::TodayTitle) line=Signal::derive(line)/>
            <div class="stack l cols">
                <div class="stack l"><Morning/>{move || hero(app, say, &main.get())}<Pain/></div>
                <div class="stack l">
                    {move || shown.with(|shown| shown.evaluation).map(|stage| evaluation(say, stage))}
                    {move || shown.with(|shown| shown.is_first_plan).then(|| first_plan(app, say))}
                    <Changes/>
                    <RunCard/>
                    {flare.then(|| view! { <Flare/> })}
                </div>
            </div>
        </main>
    }
}

fn hero(app: App, say: Say, main: &TodayMain) -> Markup {
    match main {
        TodayMain::Live(slot) => {
            let resume = view! {
                <button class="btn main wide" type="button" on:click=move |_| app.send(Event::Resumed)>
                    {icon(Icon::Play)}{say.text(Key::PlayerResume)}
                </button>
            };
            let _ = slot;
            plain(say.text(Key::TodayGoOn), say.text(Key::TodayGoOnText), ExerciseId::MarchInPlace, 1, resume)
        }
        TodayMain::Due(due) => {
            let text = match due {
                Due::Full => Key::TodayDueFull,
                Due::Short => Key::TodayDueShort,
                Due::Questions(_) => Key::TodayDueQuestions,
            };
            let answer =
                view! { <a class="btn main wide" href=Route::Safety.to_string()>{say.text(Key::TodayDueButton)}</a> };
            plain(say.text(Key::TodayDueTitle), say.text(text), ExerciseId::KneeToChestSingle, 0, answer)
        }
        TodayMain::Session(session) => planned(say, session),
        TodayMain::Done(next) => {
            let next = next_line(app, say, next.as_ref());
            plain(say.text(Key::TodayDoneTitle), say.text(Key::TodayDoneText), ExerciseId::BreathingSupine, 0, next)
        }
        TodayMain::Rest { next, reason } => {
            let next = next_line(app, say, next.as_ref());
            let reason = reason.as_ref().map(|reason| why(say, reason));
            let sore = reason.is_some();
            let text = if sore { Key::TodayRestSore } else { Key::TodayRestText };
            let below = view! { {next}{reason} };
            plain(say.text(Key::TodayRestTitle), say.text(text), ExerciseId::SideLyingRest, 0, below)
        }
    }
}

fn next_line(app: App, say: Say, next: Option<&(crate::units::Day, crate::program::plan::SlotKind)>) -> Markup {
    next.map(|(day, kind)| {
        let what = say.by_id(&format!("session-kind.{}", kind.letter().to_uppercase()));
        let line = say.fill(Key::TodayNext, &[("what", &what), ("day", &app.day(*day, DayStyle::Long))]);
        view! { <p class="quiet">{line}</p> }
    })
    .into_view()
}

fn plain(title: String, text: String, exercise: ExerciseId, pose: usize, below: Markup) -> Markup {
    view! {
        <section class="hero" aria-labelledby="next">
            <div class="stage"><FigureStill exercise=exercise pose=pose/></div>
            <div class="body"><h2 id="next">{title}</h2><p class="quiet">{text}</p>{below}</div>
        </section>
    }
}

fn planned(say: Say, session: &Session) -> Markup {
    let need: Vec<String> = session.equipment.iter().map(|one| say.by_id(&format!("equipment.{}", one.id()))).collect();
    let kind = say.by_id(&format!("session-kind.{}", super::kind_id(session.kind)));
    let light = session.decision.as_ref().map(|reason| {
        view! { <p class="note box wait">{icon(Icon::Info)}<span>{say.text(Key::TodayLight)}</span></p>{why(say, reason)} }
    });
    view! {
        <section class="hero" aria-labelledby="next" data-exercise=session.picture.id()>
            <div class="stage"><FigureStill exercise=session.picture pose=usize::MAX/></div>
            <div class="body">
                <h2 id="next">{kind}</h2>
                <div class="meta">
                    <span>{icon(Icon::Clock)}{minutes(say, session.seconds)}</span>
                    <span>{icon(Icon::List)}{say.count(Key::TodayExercises, session.exercises as u64)}</span>
                    {(!need.is_empty()).then(|| view! { <span>{icon(Icon::Kit)}{need.join(", ")}</span> })}
                </div>
                {light}
                <a class="btn main wide" role="button" href=Route::Session(session.slot).to_string()>
                    {icon(Icon::Play)}{say.text(Key::TodayStart)}
                </a>
            </div>
        </section>
    }
}

#[component]
fn Pain() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let rated = app.select(move |model| TodayView::rated(model, app.now()));
    let open = app.peek(Model::is_passed);
    open.then(|| {
        view! {
            <section class="card">
                <Scale question="q-nprs-now" words=scores::pain(say, "q-nprs-now")
                    chosen=Signal::derive(move || rated.get().map(PainScore::get))
                    choose=move |score, _| {
                        if let Some(score) = PainScore::new(score).filter(|score| rated.get_untracked() != Some(*score)) {
                            app.send(Event::PainRated(score, Context::Today));
                        }
                    }/>
            </section>
        }
    })
}

fn evaluation(say: Say, stage: Stage) -> Markup {
    super::pattern::invite(say, if stage == Stage::New { Key::EvalInviteNew } else { Key::EvalInviteGoOn })
}

fn first_plan(app: App, say: Say) -> Markup {
    let settings = app.peek(Model::settings);
    let equipment: Vec<String> =
        settings.equipment.iter().map(|one| say.by_id(&format!("equipment.{}", one.id()))).collect();
    let now = say.fill(
        Key::TodayFirstNow,
        &[
            ("days", &say.count(Key::PlanDays, u64::from(settings.days))),
            ("minutes", &say.fill(Key::PlanMinutes, &[("n", &settings.minutes.to_string())])),
            ("equipment", &equipment.join(", ")),
        ],
    );
    view! {
        <section class="card tinted" aria-labelledby="first">
            <h2 id="first" class="h3">{say.text(Key::TodayFirstTitle)}</h2>
            <p>{say.text(Key::TodayFirstText)}</p>
            <p class="small quiet">{now}</p>
            <a class="btn" href=Route::Plan.to_string()>{say.text(Key::TodayFirstButton)}</a>
        </section>
    }
}
