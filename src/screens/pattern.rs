//! What the evaluation came to, as a part of `#/check/result`: the pattern, why, what to avoid at first, notes.
//!
//! Not here: the safety part of the page (see `result`), and how a pattern is found (see `program::pattern`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::reason::{input_words, why};
use crate::app::{Model, PatternView, Route};
use crate::library::Pattern;
use crate::locale::Key;
use crate::program::reason::Reason;
use crate::ui::{Icon, icon};

/// The part of the page; before there is an evaluation, the way to it.
#[component]
pub fn PatternPart() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(|model: &Model| PatternView::of(model));
    move || {
        shown.with(|shown| match shown {
            Some(shown) => pattern(say, shown),
            None => invite(say, Key::EvalInviteNext),
        })
    }
}

/// "Answer questions about your hip": the card that leads to the evaluation.
pub fn invite(say: Say, button: Key) -> Markup {
    view! {
        <section class="card tinted" aria-labelledby="invite">
            <h2 id="invite" class="h3">{say.text(Key::EvalInvite)}</h2>
            <p>{say.text(Key::EvalInviteText)}</p>
            <a class="btn" href=Route::Evaluation.to_string()>{say.text(button)}</a>
        </section>
    }
}

fn name(say: Say, pattern: Pattern) -> String {
    say.by_id(&format!("pattern.{}", pattern.id()))
}

fn pattern(say: Say, shown: &PatternView) -> Markup {
    let id = shown.pattern.id();
    let of = |part: &str| say.by_id(&format!("result.{id}.{part}"));
    let is_one = shown.row == "D1";
    let title = if is_one {
        say.fill(Key::ResultLooksLike, &[("pattern", &name(say, shown.pattern))])
    } else {
        say.by_id(&format!("rule.{}", shown.row))
    };
    let signs = shown.signs.map(|signs| {
        view! { <span class="tag accent start sentence">{say.by_id(&format!("result.signs-{signs}"))}</span> }
    });
    let mixed =
        shown.mixed.iter().map(|pattern| view! { <li>{icon(Icon::Check)}<span>{name(say, *pattern)}</span></li> });
    let mixed = (!shown.mixed.is_empty()).then(|| view! { <ul class="because">{mixed.collect::<Markup>()}</ul> });
    let seen_with = is_one.then(|| {
        let line = say.fill(Key::EvalSeenWith, &[("what", &of("seen-with"))]);
        view! { <p class="small quiet">{line}</p> }
    });
    view! {
        <section class="card" aria-labelledby="pattern" data-pattern=id data-decision=shown.row>
            {signs}
            <h2 id="pattern" class="h3">{title}</h2>
            {mixed}
            {because(say, &shown.because)}
            {seen_with}
            <p class="small quiet">{say.text(Key::EvalNoDiagnosis)}</p>
            {why(say, &shown.why)}
        </section>
        <section class="card" aria-labelledby="means">
            <h2 id="means" class="h3">{say.text(Key::EvalMeans)}</h2>
            <p>{of("plan")}</p>
            {shown.irritability.as_ref().map(|(level, reason)| view! {
                <p class="note">{icon(Icon::Flare)}<span>{say.by_id(&format!("irritability.{level}"))}</span></p>
                {why(say, reason)}
            })}
        </section>
        {avoid(say, &shown.avoid)}
        {notes(say, &shown.notes)}
        <p class="note box">{icon(Icon::Info)}<span>{say.text(Key::EvalSeeSomeone)}</span></p>
        {unknown(say, &shown.unknown)}
    }
}

/// "Because you said …": the rules that speak most for it, each with the runner's own answers.
fn because(say: Say, reasons: &[Reason]) -> Option<Markup> {
    let rows = reasons.iter().map(|reason| {
        let rule = reason.rule.0;
        let said: Vec<String> = reason.inputs.iter().map(|input| input_words(say, input)).collect();
        view! {
            <li data-rule=rule>{icon(Icon::Check)}
                <div><p class="sentence">{say.by_id(&format!("rule.{rule}"))}</p><p class="small quiet">{said.join(" · ")}</p></div>
            </li>
        }
    });
    (!reasons.is_empty()).then(|| {
        view! { <p>{say.text(Key::EvalBecause)}</p><ul class="because">{rows.collect::<Markup>()}</ul> }
    })
}

fn avoid(say: Say, lines: &[&'static str]) -> Option<Markup> {
    let rows = lines.iter().map(|path| view! { <li>{icon(Icon::Minus)}<span>{say.by_id(path)}</span></li> });
    (!lines.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="avoid">
                <h2 id="avoid" class="h3">{say.text(Key::ResultAvoidFirst)}</h2>
                <ul class="because">{rows.collect::<Markup>()}</ul>
            </section>
        }
    })
}

fn notes(say: Say, notes: &[Reason]) -> Option<Markup> {
    let rows = notes.iter().map(|reason| {
        let rule = reason.rule.0;
        view! {
            <li>{icon(Icon::Info)}<div><p>{say.by_id(&format!("rule.{rule}"))}</p>{why(say, reason)}</div></li>
        }
    });
    (!notes.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="notes">
                <h2 id="notes" class="h3">{say.text(Key::EvalNotes)}</h2>
                <ul class="because">{rows.collect::<Markup>()}</ul>
            </section>
        }
    })
}

/// What the plan does not know, with the way to say it.
fn unknown(say: Say, questions: &[&'static str]) -> Option<Markup> {
    let rows = questions.iter().map(|id| {
        view! { <li><p class="small">{say.by_id(&format!("question.{id}.ask"))}</p></li> }
    });
    (!questions.is_empty()).then(|| {
        view! {
            <details class="why card flat"><summary>{icon(Icon::List)}{say.text(Key::ResultNotKnown)}</summary>
                <ul class="stack s">{rows.collect::<Markup>()}</ul>
                <a class="btn" href=Route::Check.to_string()>{say.text(Key::EvalChange)}</a>
            </details>
        }
    })
}
