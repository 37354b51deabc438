//! `#/check/tests/<test-id>`: a self-test with its figure and steps, what is known of it, and the test as it is done.

use crate::ui::dom::prelude::*;

use super::handle::{App, DayStyle, Say};
use super::selftest_figure::picture;
use super::selftest_list::before;
use super::selftest_words::{
    changed, class, class_id, class_tag, compared, norm, not_done, part, side_id, side_name, value,
};
use super::trial::TrialScreen;
use crate::app::{Event, Route, SideView, TestView};
use crate::locale::Key;
use crate::program::selftest::{Difference, SelfTest};
use crate::ui::{Icon, icon};

/// The page of a test.
#[component]
pub fn SelfTestPage(
    /// Which.
    test: SelfTest,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let is_done_now = app.select(|model| model.testing.is_some());
    move || {
        if is_done_now.get() {
            view! { <TrialScreen test=test/> }
        } else {
            page(app, say, test)
        }
    }
}

fn page(app: App, say: Say, test: SelfTest) -> Markup {
    let shown = app.select(move |model| TestView::of(model, test, app.now()));
    let also = part(say, test, "also");
    let protocol = test.protocol();
    let need: Vec<String> =
        protocol.equipment.iter().map(|one| say.by_id(&format!("equipment.{}", one.id()))).collect();
    view! {
        <main id="main" class="screen full" data-test=test.id()>
            <header class="top">
                <a class="icon-btn" href=Route::Tests.to_string() aria-label=say.text(Key::SelftestPageBack)>{icon(Icon::Back)}</a>
                <span class="grow"></span>
            </header>
            <div class="lead">
                <h1 tabindex="-1">{part(say, test, "name")}</h1>
                <p>{part(say, test, "about")}</p>
                {(!also.is_empty()).then(|| view! { <p class="small">{say.fill(Key::LibraryAlso, &[("names", &also)])}</p> })}
                {protocol.optional.then(|| view! { <span class="tag start">{say.text(Key::TestsOptional)}</span> })}
            </div>
            {move || shown.get().filter(TestView::is_known).map(|shown| result(app, say, &shown))}
            <div class="stack s">{picture(say, test, Signal::derive(|| false))}</div>
            {move || shown.get().and_then(|shown| shown.closed).map(|closed| before(app, say, &closed))}
            {(!need.is_empty()).then(|| view! {
                <p class="note">{icon(Icon::Kit)}<span>{format!("{}: {}", say.text(Key::SelftestPageNeed), need.join(", "))}</span></p>
            })}
            {how(say, test)}
            {move || shown.get().and_then(|shown| dock(app, say, &shown))}
        </main>
    }
}

/// The steps, and when to stop.
fn how(say: Say, test: SelfTest) -> Markup {
    let steps = (1..=test.protocol().steps)
        .map(|step| view! { <li><span>{part(say, test, &format!("step-{step}"))}</span></li> })
        .collect::<Markup>();
    let note = part(say, test, "note");
    let sources = test
        .protocol()
        .sources
        .iter()
        .map(|source| view! { <li>{say.by_id(&format!("source.{}.fact", source.0))}</li> })
        .collect::<Markup>();
    view! {
        <section class="card">
            <h2 class="h3">{say.text(Key::SelftestPageHow)}</h2>
            <ol class="numbered">{steps}</ol>
            {(!note.is_empty()).then(|| view! { <p class="note">{icon(Icon::Info)}<span>{note}</span></p> })}
        </section>
        <section class="card">
            <h2 class="h3">{say.text(Key::SelftestPageStop)}</h2>
            <p class="note box stop">{icon(Icon::Alert)}<span>{say.text(Key::TestsStopAt)}</span></p>
        </section>
        <details class="why"><summary>{icon(Icon::Doc)}{say.text(Key::SelftestPageSources)}</summary>
            <ul class="stack s small">{sources}</ul>
        </details>
    }
}

/// Each side beside the norm, and the sides beside each other.
fn result(app: App, say: Say, shown: &TestView) -> Markup {
    let protocol = shown.test.protocol();
    let sides = shown.sides.iter().map(|side| side_row(app, say, shown.test, side)).collect::<Markup>();
    let one_sided = protocol.difference != Difference::None && !protocol.together;
    let is_classed = shown.sides.iter().any(|side| side.class.is_some());
    let mut lines: Vec<String> = shown.target.iter().map(|target| norm(say, protocol.unit, *target)).collect();
    lines.extend(shown.compared.map(|found| compared(say, protocol.unit, found)));
    lines.extend(
        (one_sided && is_classed).then(|| {
            say.text(if shown.sore_counts { Key::TestsResultCountsSore } else { Key::TestsResultCountsWorse })
        }),
    );
    lines.push(say.text(Key::TestsResultCareful));
    let lines = lines.into_iter().map(|line| view! { <p class="small">{line}</p> }).collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="result">
            <h2 id="result" class="h3">{say.text(Key::SelftestResultTitle)}</h2>
            <ul class="rows">{sides}</ul>
            {lines}
        </section>
    }
}

fn side_row(app: App, say: Say, test: SelfTest, side: &SideView) -> Markup {
    let name = side_name(say, side.side);
    let Some(tenths) = side.tenths else {
        let why = side.why.map(|why| view! { <span>{not_done(say, why)}</span> });
        return view! {
            <li data-side=side_id(side.side)><div class="row">
                <span class="what"><span>{name}</span><b>{say.text(Key::TestsUnknown)}</b>{why}</span>
            </div></li>
        };
    };
    let day = side.day.map(|day| say.fill(Key::SelftestResultDay, &[("day", &app.day(day, DayStyle::Full))]));
    let pain = side.pain.filter(|_| !test.is_pain());
    let pain = pain.map(|pain| say.fill(Key::SelftestResultPain, &[("n", &pain.get().to_string())]));
    let more: Vec<String> = [side.changed.map(|found| changed(say, found)), pain, day].into_iter().flatten().collect();
    view! {
        <li data-side=side_id(side.side) data-class=class_id(side.class)><div class="row">
            <span class="what"><span>{name}</span><b class="num">{value(say, test.protocol().unit, tenths)}</b>
                <span>{more.join(" · ")}</span></span>
            <span class=class_tag(side.class)>{class(say, side.class)}</span>
        </div></li>
    }
}

fn dock(app: App, say: Say, shown: &TestView) -> Option<Markup> {
    let test = shown.test;
    let begin = move |_| app.send(Event::TestBegun(test));
    let next = shown.next.filter(|_| shown.is_known()).map(|next| {
        let name = part(say, next, "name");
        view! { <a class="btn main wide" href=Route::Test(next).to_string()>{say.fill(Key::SelftestPageNext, &[("name", &name)])}</a> }
    });
    let class = if next.is_some() { "btn wide" } else { "btn main wide" };
    let key = if shown.is_known() { Key::SelftestPageAgain } else { Key::SelftestPageBegin };
    let is_closed = shown.closed.is_some();
    if is_closed && next.is_none() {
        return None;
    }
    Some(view! {
        <div class="dock">
            {next}
            {(!is_closed).then(|| view! { <button class=class type="button" on:click=begin>{say.text(key)}</button> })}
        </div>
    })
}
