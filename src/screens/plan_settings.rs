//! The questions of the plan: side, days, weekdays, minutes, equipment, pool. Each answer changes the plan at once.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::{Event, Model};
use crate::journal::Answer;
use crate::locale::Key;
use crate::program::plan::{MINUTES, OFFERED, Settings, SoreSide, WaterDepth};
use crate::ui::{Icon, icon};
use crate::units::Weekday;

/// All questions of the plan as rows of chips.
#[component]
pub fn Fits() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let settings = app.select(Model::settings);
    let send = move |question: &'static str, answer: Answer| {
        app.send(Event::PlanAnswered { question: question.to_owned(), answer });
    };
    let sides = SoreSide::ALL.map(|side| side.id().to_owned());
    let days: Vec<String> = (2..=7).map(|days: u8| days.to_string()).collect();
    let minutes = MINUTES.map(|minutes| minutes.to_string());
    let pools = WaterDepth::ALL.map(|pool| pool.id().to_owned());
    view! {
        <section class="card" aria-labelledby="fits">
            <h2 id="fits" class="h3">{say.text(Key::PlanFits)}</h2>
            <p class="small quiet">{say.text(Key::PlanFitsText)}</p>
            {one(say, "q-side", &sides, move |id| settings.with(|now| is_answered(now, "q-side") && now.side.id() == id),
                move |id| send("q-side", Answer::Text(id)))}
            {one(say, "q-days", &days, move |id| settings.with(|now| now.days.to_string() == id),
                move |id| send("q-days", number(&id)))}
            <Weekdays settings=settings/>
            {one(say, "q-minutes", &minutes, move |id| settings.with(|now| now.minutes.to_string() == id),
                move |id| send("q-minutes", number(&id)))}
            {many(say, "q-equipment", &OFFERED.map(crate::library::Equipment::id), move |id| {
                settings.with(|now| now.equipment.iter().any(|one| one.id() == id))
            }, move |id| send("q-equipment", Answer::List(toggled(&equipment(&settings.get_untracked()), id))))}
            {one(say, "q-pool", &pools, move |id| settings.with(|now| now.pool.id() == id),
                move |id| send("q-pool", Answer::Text(id)))}
            <PoolQuestion/>
        </section>
    }
}

/// Nothing in water is planned before its safety question is answered.
#[component]
fn PoolQuestion() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let open = app.select(|model| model.is_open() && model.screening().pool_question_open());
    move || {
        open.get().then(|| {
            view! {
                <div class="note box wait" data-rule="cx-pool">
                    {icon(Icon::Info)}
                    <div class="stack s grow">
                        <p>{say.text(Key::PlanPoolSafety)}</p>
                        <button class="btn" type="button" on:click=move |_| app.send(Event::PoolAsked)>
                            {say.text(Key::TodayDueButton)}
                        </button>
                    </div>
                </div>
            }
        })
    }
}

/// As many days as `q-days` says; the choice counts once it is complete.
#[component]
fn Weekdays(settings: Memo<Settings>) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let draft = RwSignal::new(ids(&settings.get_untracked().weekdays));
    Effect::new(move || draft.set(ids(&settings.get().weekdays)));
    let toggle = move |id: &'static str| {
        let list = toggled(&draft.get_untracked(), id);
        let known: Vec<&'static str> =
            Weekday::ALL.map(Weekday::id).into_iter().filter(|id| list.iter().any(|one| one == id)).collect();
        let days = settings.with_untracked(|now| usize::from(now.days));
        draft.set(known);
        if list.len() == days {
            app.send(Event::PlanAnswered { question: "q-weekdays".to_owned(), answer: Answer::List(list) });
        }
    };
    let hint = move || settings.with(|now| say.count(Key::PlanWeekdaysHint, u64::from(now.days)));
    view! {
        {many(say, "q-weekdays", &Weekday::ALL.map(Weekday::id), move |id| draft.with(|draft| draft.contains(&id)), toggle)}
        <p class="small quiet" hidden=move || draft.with(Vec::is_empty)>{hint}</p>
    }
}

fn ids(days: &[Weekday]) -> Vec<&'static str> {
    days.iter().map(|day| day.id()).collect()
}

fn is_answered(settings: &Settings, question: &str) -> bool {
    !settings.open.contains(&question)
}

fn number(text: &str) -> Answer {
    text.parse().map_or(Answer::Skipped, Answer::Number)
}

fn equipment(settings: &Settings) -> Vec<&'static str> {
    settings.equipment.iter().map(|one| one.id()).collect()
}

/// The list with the id in it, or out of it.
fn toggled(list: &[&str], id: &str) -> Vec<String> {
    let mut list: Vec<String> = list.iter().map(|one| (*one).to_owned()).collect();
    match list.iter().position(|one| one == id) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(id.to_owned()),
    }
    list
}

fn words(say: Say, question: &str, id: &str) -> String {
    super::reason::option_words(say, question, id)
}

fn one(
    say: Say,
    question: &'static str,
    options: &[String],
    is_chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + Copy + Send + Sync + 'static,
) -> Markup {
    let chips = options
        .iter()
        .map(|id| {
            let (shown, value) = (id.clone(), id.clone());
            view! {
                <label class="chip" data-option=id.clone()>
                    <input type="radio" name=question value=id.clone() prop:checked=move || is_chosen(&shown)
                        on:change=move |_| choose(value.clone())/>
                    {words(say, question, id)}
                </label>
            }
        })
        .collect::<Markup>();
    group(say, question, chips)
}

fn many(
    say: Say,
    question: &'static str,
    options: &[&'static str],
    is_chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
    toggle: impl Fn(&'static str) + Copy + Send + Sync + 'static,
) -> Markup {
    let chips = options
        .iter()
        .map(|id| {
            let id = *id;
            view! {
                <label class="chip" data-option=id>
                    <input type="checkbox" name=question value=id prop:checked=move || is_chosen(id)
                        on:change=move |_| toggle(id)/>
                    {words(say, question, id)}
                </label>
            }
        })
        .collect::<Markup>();
    group(say, question, chips)
}

fn group(say: Say, question: &'static str, chips: Markup) -> Markup {
    view! {
        <fieldset class="stack s" data-question=question>
            <legend class="small"><b>{say.by_id(&format!("question.{question}.ask"))}</b></legend>
            <div class="chips">{chips}</div>
        </fieldset>
    }
}
