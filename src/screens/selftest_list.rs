//! `#/check/tests`: the self-tests, what is known of each, and what stands before them.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::reason::why;
use super::scores;
use super::selftest_figure::thumb;
use super::selftest_words::{part, standing};
use crate::app::{Event, Route, Standing, TestRow, TestsView};
use crate::journal::Context;
use crate::locale::Key;
use crate::program::selftest::Closed;
use crate::ui::icon::icon_sized;
use crate::ui::{Icon, Scale, icon};
use crate::units::PainScore;

/// The list.
#[component]
pub fn SelfTests() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(move |model| TestsView::of(model, app.now()));
    view! {
        <main id="main" class="screen">
            <header class="top">
                <a class="icon-btn" href=Route::Check.to_string() aria-label=say.text(Key::AppBack)>{icon(Icon::Back)}</a>
                <span class="grow"></span>
            </header>
            <super::frame::Lead title=say.text(Key::TestsTitle) line=say.text(Key::SelftestLead)/>
            {move || shown.get().map(|shown| list(app, say, &shown))}
        </main>
    }
}

fn list(app: App, say: Say, shown: &TestsView) -> Markup {
    let (done, of) = (shown.core_done(), shown.core.len());
    let line = say.fill(Key::SelftestCoreDone, &[("n", &done.to_string()), ("of", &of.to_string())]);
    view! {
        {shown.closed.as_ref().map(|closed| before(app, say, closed))}
        <section class="stack s" aria-labelledby="core">
            <h2 id="core" class="h3">{say.text(Key::TestsCore)}</h2>
            <p class="small quiet">{format!("{} · {}", say.text(Key::TestsMinutes), say.text(Key::SelftestCoreLead))}</p>
            <p class="small num">{line}</p>
            <div class="card"><ul class="rows ex-list">{rows(say, &shown.core)}</ul></div>
        </section>
        <section class="stack s" aria-labelledby="others">
            <h2 id="others" class="h3">{say.text(Key::TestsOthers)}</h2>
            <p class="small quiet">{say.text(Key::SelftestOthersLead)}</p>
            <div class="card"><ul class="rows ex-list">{rows(say, &shown.others)}</ul></div>
        </section>
    }
}

fn rows(say: Say, rows: &[TestRow]) -> Markup {
    rows.iter().map(|row| line(say, *row)).collect()
}

fn line(say: Say, row: TestRow) -> Markup {
    let test = row.test;
    let (state, class, id) = standing(say, row.standing);
    let is_done = matches!(row.standing, Standing::Done(..));
    view! {
        <li data-test=test.id() data-state=id>
            <a class="row" href=Route::Test(test).to_string()>
                {thumb(test)}
                <span class="what"><b>{part(say, test, "name")}</b><span>{part(say, test, "about")}</span>
                    <span class="row-wrap"><span class=class>{is_done.then(|| icon(Icon::Check))}{state}</span></span></span>
                {icon_sized(Icon::Chevron, "ic chev")}
            </a>
        </li>
    }
}

/// What has to be said or asked before a test.
pub fn before(app: App, say: Say, closed: &Closed) -> Markup {
    match closed {
        Closed::Shut => view! {
            <section class="card tinted"><p>{say.text(Key::SelftestGate)}</p>
                <a class="btn" href=Route::Safety.to_string()>{say.text(Key::SelftestGateOpen)}</a></section>
        },
        Closed::AskPain => pain(app, say),
        Closed::Waits(reason) => view! {
            <section class="stack s">
                <p class="note box wait">{icon(Icon::Info)}<span>{say.text(match reason.rule.0 {
                    "OM-84" => Key::TestsClosedWaitsFlare,
                    _ => Key::TestsClosedWaits,
                })}</span></p>
                {why(say, reason)}
            </section>
        },
        Closed::LeftOut(reasons) => view! {
            <section class="stack s" data-state="left-out">
                <p class="note box wait">{icon(Icon::Info)}<span>{say.text(Key::TestsClosedLeftOut)}</span></p>
                {reasons.iter().map(|reason| why(say, reason)).collect::<Markup>()}
            </section>
        },
    }
}

fn pain(app: App, say: Say) -> Markup {
    let chosen = RwSignal::new(None::<PainScore>);
    let choose = move |score: u8, _| {
        if let Some(score) = PainScore::new(score).filter(|score| chosen.try_get_untracked().flatten() != Some(*score))
        {
            let _ = chosen.try_set(Some(score));
            app.send(Event::PainRated(score, Context::Today));
        }
    };
    view! {
        <section class="card" aria-labelledby="before">
            <h2 id="before" class="h3">{say.text(Key::SelftestPainFirst)}</h2>
            <Scale question="q-nprs-now" words=scores::pain(say, "q-nprs-now")
                chosen=Signal::derive(move || chosen.get().map(PainScore::get)) choose=choose/>
        </section>
    }
}
