//! The history of sessions, a page at a time: the page's cost does not grow with the history.

use crate::ui::dom::prelude::*;

use super::dose::minutes;
use super::handle::{App, DayStyle, Say};
use crate::app::{Event, Model};
use crate::journal::{EndedHow, EntryId};
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// Rows on a page.
const SIZE: usize = 10;

/// A row in words.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    id: EntryId,
    title: String,
    detail: String,
    note: String,
}

/// Newest first, with the ways to older and newer ones.
#[component]
pub fn History() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let at = RwSignal::new(0_usize);
    let page = app.select(move |model| lines(app, say, model, at.get()));
    let undo = app.select(|model| model.deleted.is_some());
    view! {
        <section class="card" aria-labelledby="history">
            <h2 id="history" class="h3">{say.text(Key::ProgressHistory)}</h2>
            <ul class="rows">
                {move || page.with(|(lines, _)| lines.iter().cloned().map(|line| row(app, say, line)).collect::<Markup>())}
            </ul>
            {move || undo.get().then(|| view! {
                <div class="toast" role="status">{say.text(Key::ProgressDeleted)}
                    <button type="button" on:click=move |_| app.send(Event::DeletionUndone)>{say.text(Key::AppUndo)}</button>
                </div>
            })}
            <div class="pairs" hidden=move || at.get() == 0 && !page.with(|(_, more)| *more)>
                <button class="btn" type="button" disabled=move || at.get() == 0
                    on:click=move |_| at.update(|at| *at = at.saturating_sub(1))>{say.text(Key::ProgressNewer)}</button>
                <button class="btn" type="button" disabled=move || !page.with(|(_, more)| *more)
                    on:click=move |_| at.update(|at| *at += 1)>{say.text(Key::ProgressOlder)}</button>
            </div>
        </section>
    }
}

fn lines(app: App, say: Say, model: &Model, at: usize) -> (Vec<Line>, bool) {
    let page = crate::report::page(&model.journal, at, SIZE);
    let lines = page
        .rows
        .iter()
        .map(|row| {
            let kind = say.by_id(&format!("session-kind.{}", super::kind_id(row.kind)));
            let mut parts = Vec::new();
            match row.ended {
                Some((how, seconds)) => {
                    parts.push(minutes(say, seconds));
                    parts.push(say.text(match how {
                        EndedHow::Done => Key::ProgressRowDone,
                        EndedHow::Early => Key::ProgressRowEarly,
                        EndedHow::Stopped => Key::ProgressRowStopped,
                    }));
                }
                None => parts.push(say.text(Key::ProgressRowOpen)),
            }
            if let Some(worst) = row.worst {
                parts.push(say.fill(Key::ProgressRowPain, &[("n", &worst.get().to_string())]));
            }
            if let Some(effort) = row.effort {
                parts.push(say.fill(Key::ProgressRowEffort, &[("n", &effort.get().to_string())]));
            }
            Line {
                id: row.id,
                title: format!("{kind} · {}", app.day(row.day, DayStyle::Short)),
                detail: parts.join(" · "),
                note: row.note.to_owned(),
            }
        })
        .collect();
    (lines, page.more)
}

fn row(app: App, say: Say, line: Line) -> impl IntoView {
    let id = line.id;
    let label = format!("{}: {}", say.text(Key::ProgressDelete), line.title);
    view! {
        <li class="row" data-session=id.to_string()>
            <span class="what"><b>{line.title}</b><span>{line.detail}</span>
                {(!line.note.is_empty()).then(|| view! { <span>{line.note}</span> })}
            </span>
            <button class="icon-btn" type="button" aria-label=label on:click=move |_| app.send(Event::SessionDeleted(id))>
                {icon(Icon::Trash)}
            </button>
        </li>
    }
}
