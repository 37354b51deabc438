//! The evaluation, one question a screen, and its card on `#/check`. What is asked next is the program's.
//!
//! Not here: the forms that only it has (see `evaluation_forms`, `body_map`), and what the answers come to (see `pattern`).

use crate::ui::dom::prelude::*;

use super::evaluation_forms as forms;
use super::handle::{App, DayStyle, Say};
use super::question::{Form, OptionWords, QuestionScreen, QuestionWords};
use super::{body_map, scores};
use crate::app::{Evaluating, EvaluationAsked, EvaluationState, Event, Model, Route};
use crate::journal::Answer;
use crate::locale::Key;
use crate::program::evaluation::{BadAnswer, BlockState, Kind, Question, Stage};
use crate::ui::dom::keyed;
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, icon};

/// `#/check/evaluation`: the question that is asked now; a screen of its own for each.
#[component]
pub fn EvaluationScreen() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let asked = app.select(Model::evaluation_asked);
    keyed(
        move || asked.with(|asked| asked.as_ref().map(|asked| asked.question.id()).into_iter().collect()),
        move |_: &'static str| asked.with_untracked(|asked| asked.as_ref().map(|asked| screen(app, say, asked))),
    )
}

fn screen(app: App, say: Say, asked: &EvaluationAsked) -> Markup {
    let question = asked.question;
    let answer = move |answer: Answer| {
        let today = app.now().day();
        if let Some(why) = app.peek(|model| model.evaluation_refuses(question, &answer, today)) {
            return Err(refused(app, say, why));
        }
        app.send(Event::Evaluation(Evaluating::Answered { question, answer }));
        Ok(())
    };
    let back = move || app.send(Event::Evaluation(Evaluating::Back));
    let close = move || app.send(Event::Evaluation(Evaluating::Closed));
    let (words, place) = (question_words(say, question), (asked.at, asked.of));
    view! {
        <QuestionScreen words=words place=place given=asked.given.clone() answer=answer back=back close=close/>
    }
}

/// Why an answer is not taken; what it speaks against is shown beside it.
fn refused(app: App, say: Say, why: BadAnswer) -> String {
    match why {
        BadAnswer::DoesNotFit => say.text(Key::EvalWrong),
        BadAnswer::Contradicts(other) => {
            let id = other.id();
            let said = app.peek(|model| model.evaluation_said(other));
            let said: Vec<String> = said.iter().map(|one| super::reason::option_words(say, id, one)).collect();
            let ask = say.by_id(&format!("question.{id}.ask"));
            say.fill(Key::EvalContradicts, &[("ask", &ask), ("answer", &said.join(", "))])
        }
    }
}

fn question_words(say: Say, question: Question) -> QuestionWords {
    let (id, block) = (question.id(), question.block().id());
    let words = |part: &str| say.by_id(&format!("question.{id}.{part}"));
    let why = [words("why"), say.by_id(&format!("block.{block}.why"))];
    let part = [say.text(Key::EvalTitle), say.by_id(&format!("block.{block}.title"))];
    QuestionWords {
        id,
        ask: words("ask"),
        part: part.join(" · "),
        hint: words("hint"),
        why: why.into_iter().filter(|line| !line.is_empty()).collect(),
        form: form(say, question),
        may_skip: !question.is_required(),
    }
}

fn form(say: Say, question: Question) -> Form {
    let options = || {
        let words = |option: &&'static str| OptionWords {
            id: option,
            text: super::reason::option_words(say, question.id(), option),
            small: None,
        };
        question.options().iter().map(words).collect()
    };
    let score = |words| Form::Score(ScaleWords { ask: String::new(), words });
    match (question, question.kind()) {
        (Question::RegionMain | Question::RegionsOther, _) => {
            Form::Own { view: body_map::view, ready: body_map::ready }
        }
        (Question::Confidence, _) => score(levels(say, CONFIDENCE)),
        (Question::Stress, _) => score(levels(say, STRESS)),
        (_, Kind::One) => Form::One(options()),
        (_, Kind::Many { least: 0 }) => Form::Any(options()),
        (_, Kind::Many { .. }) => Form::Many(options()),
        (_, Kind::Nprs) => score(scores::pain_words(say)),
        (_, Kind::Number { .. }) => Form::Own { view: forms::number, ready: forms::number_ready },
        (_, Kind::NprsOr) => Form::Own { view: forms::score_or, ready: forms::given },
        (_, Kind::Date) => Form::Own { view: forms::date, ready: forms::given },
        (_, Kind::Activities) => Form::Own { view: forms::activities, ready: forms::activities_ready },
    }
}

/// The words of a scale that has one for each stretch of numbers: up to and with that number.
type Levels = [(u8, Key); 6];

const CONFIDENCE: Levels = [
    (0, Key::EvalConfidence0),
    (3, Key::EvalConfidence3),
    (6, Key::EvalConfidence6),
    (8, Key::EvalConfidence8),
    (9, Key::EvalConfidence9),
    (10, Key::EvalConfidence10),
];

const STRESS: Levels = [
    (0, Key::EvalStress0),
    (3, Key::EvalStress3),
    (6, Key::EvalStress6),
    (8, Key::EvalStress8),
    (9, Key::EvalStress9),
    (10, Key::EvalStress10),
];

fn levels(say: Say, levels: Levels) -> Vec<String> {
    let word = |score: u8| levels.iter().find(|(most, _)| score <= *most).map(|(_, key)| say.text(*key));
    (0..=10).filter_map(word).collect()
}

/// The evaluation on `#/check`: how far it is, and the way into each of its blocks.
#[component]
pub fn EvaluationCard() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let state = app.select(EvaluationState::of);
    move || state.with(|state| state.as_ref().map(|state| card(app, say, state)))
}

fn card(app: App, say: Say, state: &EvaluationState) -> Markup {
    let line = match (state.ended, state.stage) {
        _ if !state.is_open => say.text(Key::EvalShut),
        (Some(day), _) => say.fill(Key::EvalDone, &[("day", &app.day(day, DayStyle::Full))]),
        (None, Stage::New) => say.text(Key::EvalNew),
        (None, _) => say.text(Key::EvalGoing),
    };
    let waits = state.stage != Stage::Done;
    let class = if state.ended.is_some() { "btn wide" } else { "btn main wide" };
    let button = if state.stage == Stage::New { Key::EvalBegin } else { Key::CheckGoOn };
    let to = Route::Evaluation.to_string();
    let rows = state.blocks.map(|block| row(app, say, block)).into_iter().collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="evaluation">
            <div class="card-head"><h2 id="evaluation" class="h3">{say.text(Key::EvalTitle)}</h2></div>
            <p>{line}</p>
            {state.is_open.then(|| view! {
                <ul class="rows">{rows}</ul>
                {waits.then(|| view! { <a class=class href=to>{say.text(button)}</a> })}
            })}
        </section>
    }
}

/// A block: how much of it is done; it opens where it waits.
fn row(app: App, say: Say, state: BlockState) -> Markup {
    let BlockState { block, settled, of, .. } = state;
    let open = move |_| app.send(Event::Evaluation(Evaluating::Opened(block)));
    let count = say.fill(Key::CheckOf, &[("at", &settled.to_string()), ("of", &of.to_string())]);
    let shape = if settled == of { Icon::Check } else { Icon::List };
    view! {
        <li><button class="row" type="button" on:click=open>
            {icon(shape)}
            <span class="what"><b class="sentence">{say.by_id(&format!("block.{}.title", block.id()))}</b></span>
            <span class="end">{count}</span>
            {crate::ui::icon_sized(Icon::Chevron, "ic chev")}
        </button></li>
    }
}
