//! The safety questions, one a screen. What is asked next is the gate's; this only puts it into words.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::question::{Form, OptionWords, QuestionScreen, QuestionWords};
use crate::app::{Asked, Event, Route};
use crate::journal::Answer;
use crate::locale::Key;
use crate::program::screening::{Button, Kind, Question, Step};
use crate::ui::dom::keyed;
use crate::ui::scale::ScaleWords;

/// The question that is asked now; a screen of its own for each.
#[component]
pub fn Safety() -> impl IntoView {
    let app = App::here();
    let say = Say::here();
    let asked = app.select(crate::app::Model::asked);
    // Keyed, so that each question is made of new elements: a tick of the one before must never show in the next.
    keyed(
        move || asked.with(|asked| asked.as_ref().map(|asked| asked.step.id()).into_iter().collect()),
        move |_| asked.with_untracked(|asked| asked.as_ref().map(|asked| question(app, say, asked))),
    )
}

fn question(app: App, say: Say, asked: &Asked) -> Markup {
    let id = asked.step.id();
    let answer = move |answer: Answer| match (id, answer) {
        (crate::program::screening::SHORT_CHECK, Answer::List(buttons)) => app.send(Event::ShortAnswered(buttons)),
        (_, answer) => app.send(Event::Answered { question: id.to_owned(), answer }),
    };
    let answer = move |given: Answer| {
        answer(given);
        Ok(())
    };
    let back = move || app.send(Event::AnswerBack);
    let close = move || app.send(Event::CheckClosed);
    let words = match asked.step {
        Step::Question(question) => question_words(say, question, asked),
        Step::ShortCheck => short_words(say),
    };
    view! {
        <QuestionScreen words=words place=(asked.at, asked.of) given=asked.given.clone() answer=answer back=back close=close/>
    }
}

fn question_words(say: Say, question: Question, asked: &Asked) -> QuestionWords {
    let id = question.id();
    let block = asked.block.map_or_else(|| question.block().id(), crate::program::screening::Block::id);
    let words = |part: &str| say.by_id(&format!("question.{id}.{part}"));
    let mut hint = words("hint");
    if hint.is_empty() {
        hint = match question.kind() {
            Kind::Many => say.text(Key::CheckSeveral),
            Kind::One => say.by_id("block.hint-one"),
            Kind::YesNo | Kind::Number { .. } | Kind::Nprs => String::new(),
        };
    }
    let intro = say.by_id(&format!("block.{block}.intro"));
    if !intro.is_empty() {
        hint = if hint.is_empty() { intro } else { format!("{intro} {hint}") };
    }
    let why = [words("why"), say.by_id(&format!("block.{block}.why"))];
    QuestionWords {
        id,
        ask: words("ask"),
        part: format!("{} · {}", say.text(Key::CheckSafety), say.by_id(&format!("block.{block}.title"))),
        hint,
        why: why.into_iter().filter(|line| !line.is_empty()).collect(),
        form: form(say, question),
        may_skip: false,
    }
}

fn form(say: Say, question: Question) -> Form {
    let options = || {
        question
            .options()
            .iter()
            .map(|option| OptionWords {
                id: option,
                text: super::reason::option_words(say, question.id(), option),
                small: (question.kind() == Kind::YesNo && *option == "not-sure").then(|| not_sure_words(say, question)),
            })
            .collect()
    };
    match question.kind() {
        Kind::YesNo | Kind::One => Form::One(options()),
        Kind::Many => Form::Many(options()),
        Kind::Number { min, max } => Form::Number { min: i64::from(min), max: i64::from(max) },
        Kind::Nprs => Form::Score(ScaleWords { ask: String::new(), words: super::scores::pain_words(say) }),
    }
}

/// What "not sure" counts as: yes, but for a question that is worded positively.
fn not_sure_words(say: Say, question: Question) -> String {
    let own = say.by_id(&format!("question.{}.not-sure-text", question.id()));
    if own.is_empty() { say.text(Key::AnswerNotSureText) } else { own }
}

fn short_words(say: Say) -> QuestionWords {
    let options = Button::ALL
        .into_iter()
        .map(|button| OptionWords { id: button.id(), text: say.by_id(&format!("short.{}", button.id())), small: None })
        .collect();
    QuestionWords {
        id: crate::program::screening::SHORT_CHECK,
        ask: say.text(Key::CheckShortTitle),
        part: say.text(Key::CheckSafety),
        hint: say.text(Key::CheckShortLead),
        why: Vec::new(),
        form: Form::Many(options),
        may_skip: false,
    }
}

/// `#/check`: what is done and what is open.
#[component]
pub fn Check(
    /// What comes with the later part: the evaluation.
    more: impl Fn() -> Markup + 'static,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let state = app.select(super::check_state::CheckState::of);
    let line = move || state.get().line(app, say);
    let going = move || state.get().is_going();
    let passed = app.select(crate::app::Model::is_passed);
    view! {
        <main id="main" class="screen">
            <super::frame::Top/>
            <super::frame::Lead title=say.text(Key::CheckTitle) line=say.text(Key::CheckLead)/>
            <section class="card" aria-labelledby="safety">
                <div class="card-head"><h2 id="safety" class="h3">{say.text(Key::CheckSafety)}</h2></div>
                <p>{line}</p>
                <a class="btn main wide" href=Route::Safety.to_string() hidden=move || !going()>{say.text(Key::CheckGoOn)}</a>
                <a class="btn main wide" href=Route::Result.to_string() hidden=going>{say.text(Key::CheckResult)}</a>
                <button class="btn" type="button" hidden=going on:click=move |_| app.send(Event::CheckAgain)>
                    {say.text(Key::CheckAgain)}
                </button>
            </section>
            {more}
            <section class="card" aria-labelledby="tests" hidden=move || !passed.get()>
                <div class="card-head"><h2 id="tests" class="h3">{say.text(Key::CheckTests)}</h2></div>
                <p>{say.text(Key::CheckTestsText)}</p>
                <a class="btn wide" href=Route::Tests.to_string()>{say.text(Key::CheckTestsOpen)}</a>
            </section>
            <super::contact::Contact/>
        </main>
    }
}
