//! Progress: where pain went and how many sessions were done, each as a sentence, a chart and a table; the history by pages.

use crate::ui::dom::prelude::*;

use super::frame::{Lead, Top};
use super::handle::{App, DayStyle, Say};
use super::history::History;
use super::runs::Runs;
use crate::app::{Route, RunLine};
use crate::library::ExerciseId;
use crate::locale::Key;
use crate::report::{
    ChartWords, Compared, Log, PainChange, PainSeries, SessionSeries, Tenths, pain_chart, pain_ticks, session_chart,
    session_ticks,
};
use crate::ui::FigureStill;
use crate::units::Day;

/// The screen.
#[component]
pub fn Progress() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let log = app.select(move |model| Log::of(&model.journal, app.now().day()));
    let has_runs = app.select(|model| !RunLine::newest(model, 1).is_empty());
    let stopped = app.peek(|model| model.outcome().level.shuts());
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::ProgressTitle)/>
            {stopped.then(|| view! { <p class="note box stop"><span>{say.text(Key::ProgressShut)}</span></p> })}
            {move || log.with(|log| if log.sessions.is_empty() && log.pain.is_empty() && !has_runs.get() {
                empty(app, say)
            } else {
                view! {
                    <div class="stack l cols">
                        <div class="stack l">{pain(app, say, log)}{sessions(app, say, log)}</div>
                        <div class="stack l"><Runs/><History/></div>
                    </div>
                }
            })}
        </main>
    }
}

fn empty(app: App, say: Say) -> Markup {
    let minutes = app.peek(crate::app::Model::settings).minutes;
    let minutes = say.count(Key::AppMinutes, u64::from(minutes));
    view! {
        <section class="card state">
            <div class="stage"><FigureStill exercise=ExerciseId::BridgeDouble pose=1/></div>
            <h2 class="h3">{say.text(Key::ProgressEmptyTitle)}</h2>
            <p>{say.fill(Key::ProgressEmptyText, &[("minutes", &minutes)])}</p>
            <a class="btn main" href=Route::Today.to_string()>{say.text(Key::ProgressEmptyButton)}</a>
        </section>
    }
}

fn pain(app: App, say: Say, log: &Log) -> impl IntoView + use<> {
    let series = PainSeries::of(&log.pain);
    let sentence = pain_sentence(say, PainChange::of(&log.pain), log);
    let ticks: Vec<String> = pain_ticks(&series).into_iter().map(|day| app.day(day, DayStyle::Short)).collect();
    let band = say.text(Key::ProgressBand);
    let svg = pain_chart(&series, &ChartWords { label: &sentence, band: &band, ticks: &ticks, points: &[] });
    let rows = series
        .points
        .iter()
        .map(|point| (span(app, point.from, point.to), tenths(point.mean), point.worst.get().to_string()))
        .collect::<Vec<_>>();
    let head = [say.text(Key::ProgressDay), say.text(Key::ProgressPainNow), say.text(Key::ProgressWorst)];
    let rows = rows.into_iter().map(|(day, mean, worst)| [day, mean, worst]).collect();
    card("pain-title", say.text(Key::ProgressPain), sentence, svg, table(say, head, rows))
}

fn sessions(app: App, say: Say, log: &Log) -> impl IntoView + use<> {
    let today = app.now().day();
    let series = SessionSeries::of(&log.sessions, today);
    let total = log.sessions.len() as u64;
    let week = log.sessions.iter().filter(|session| today.since(session.day) < 7).count() as u64;
    let sentence =
        format!("{} {}", say.count(Key::ProgressSessionsSentence, total), say.count(Key::ProgressWeekSentence, week));
    let ticks: Vec<String> = session_ticks(&series).into_iter().map(|day| app.day(day, DayStyle::Short)).collect();
    let svg = session_chart(&series, &ChartWords { label: &sentence, band: "", ticks: &ticks, points: &[] });
    let rows = series
        .bars
        .iter()
        .map(|bar| [span(app, bar.from, bar.to), bar.done.to_string(), bar.part.to_string()])
        .collect();
    let head = [say.text(Key::ProgressDay), say.text(Key::ProgressRowDone), say.text(Key::ProgressRowEarly)];
    card("sessions-title", say.text(Key::ProgressSessions), sentence, svg, table(say, head, rows))
}

fn card(id: &'static str, title: String, sentence: String, svg: String, table: Markup) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id class="h3">{title}</h2>
            <p class="says">{sentence}</p>
            // Our own drawing, made of numbers and escaped words alone.
            <div class="chart" inner_html=svg></div>
            {table}
        </section>
    }
}

fn table(say: Say, head: [String; 3], rows: Vec<[String; 3]>) -> Markup {
    let head = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect::<Markup>();
    let rows = rows
        .into_iter()
        .rev()
        .map(|cells| view! { <tr>{cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect::<Markup>()}</tr> })
        .collect::<Markup>();
    view! {
        <details class="why"><summary>{crate::ui::icon(crate::ui::Icon::List)}{say.text(Key::ProgressTable)}</summary>
            <table class="data"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </details>
    }
}

fn pain_sentence(say: Say, change: PainChange, log: &Log) -> String {
    let filled = |key, compared: Compared| {
        let span = if compared.days() < 14 {
            say.count(Key::ProgressDays, u64::from(compared.days().unsigned_abs()))
        } else {
            say.count(Key::ProgressWeeks, u64::from(compared.weeks().unsigned_abs()))
        };
        say.fill(key, &[("from", &tenths(compared.from)), ("to", &tenths(compared.to)), ("span", &span)])
    };
    match change {
        PainChange::Nothing => say.text(Key::ProgressPainNone),
        PainChange::NotEnough => {
            let now = log.pain.last().map(|(_, score)| score.get().to_string()).unwrap_or_default();
            say.fill(Key::ProgressPainFirst, &[("now", &now)])
        }
        PainChange::Fell(compared) => filled(Key::ProgressPainFell, compared),
        PainChange::Rose(compared) => filled(Key::ProgressPainRose, compared),
        PainChange::Same(compared) => filled(Key::ProgressPainSame, compared),
    }
}

/// One decimal, and none where it is a whole number.
fn tenths(value: Tenths) -> String {
    let text = format!("{:.1}", value.points());
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn span(app: App, from: Day, to: Day) -> String {
    let first = app.day(from, DayStyle::Short);
    if from == to { first } else { format!("{first} – {}", app.day(to, DayStyle::Short)) }
}
