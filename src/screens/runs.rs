//! The newest runs on Progress, each with the colors of its checks in words.

use crate::ui::dom::prelude::*;

use super::handle::{App, DayStyle, Say};
use super::run_words as words;
use crate::app::{Event, RunLine};
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// Rows at most.
const MOST: usize = 12;

/// The card; nothing before the first run.
#[component]
pub fn Runs() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let lines = app.select(|model| RunLine::newest(model, MOST));
    move || {
        lines.with(|lines| {
            (!lines.is_empty()).then(|| {
                let rows = lines.iter().map(|line| row(app, say, line)).collect::<Markup>();
                view! {
                    <section class="card" aria-labelledby="runs">
                        <h2 id="runs" class="h3">{say.text(Key::RunRuns)}</h2>
                        <ul class="rows">{rows}</ul>
                    </section>
                }
            })
        })
    }
}

fn row(app: App, say: Say, line: &RunLine) -> Markup {
    let id = line.id;
    let title = format!("{} · {}", words::what(say, line.what), app.day(line.day, DayStyle::Short));
    let (run, walk) = line.time;
    let times = [(Key::RunningGaitRun, run), (Key::RunningGaitWalk, walk)].into_iter().filter(|(_, time)| time.0 > 0);
    let mut parts: Vec<String> =
        times.map(|(key, time)| format!("{} {}", say.text(key), words::time(say, time))).collect();
    parts.extend(line.meters.map(|meters| words::km(say, meters)));
    parts.extend(line.worst.map(|worst| say.fill(Key::RunRowPain, &[("n", &worst.get().to_string())])));
    let label = format!("{}: {title}", say.text(Key::RunDeleted));
    view! {
        <li class="row" data-run=id.to_string()>
            <span class="what"><b>{title}</b><span>{parts.join(" · ")}</span>
                {line.colors.map(|colors| words::checks(say, colors))}</span>
            <button class="icon-btn" type="button" aria-label=label on:click=move |_| app.send(Event::SessionDeleted(id))>
                {icon(Icon::Trash)}
            </button>
        </li>
    }
}
