//! The evaluation: answering, going back, leaving it and taking it up again.

use super::super::{Effect, Evaluating, Model, Route};
use super::go;
use crate::journal::Answer;
use crate::program::evaluation::{Block, Evaluation, Question, Stage};
use crate::units::{Day, Now};

/// What the runner does in it.
pub(super) fn happened(model: &mut Model, deed: Evaluating, now: Now) -> Vec<Effect> {
    match deed {
        Evaluating::Opened(block) if model.route == Route::Check => opened(model, block),
        // Its other buttons are on its screen alone.
        _ if model.route != Route::Evaluation => Vec::new(),
        Evaluating::Answered { question, answer } => answered(model, question, &answer, now.day()),
        Evaluating::Back => back(model),
        Evaluating::Closed => closed(model),
        Evaluating::Opened(_) => Vec::new(),
    }
}

/// Where the last question is answered, the result is shown.
pub(super) fn recorded(model: &Model) -> Option<Effect> {
    let is_over = model.evaluating.is_none() && model.program()?.evaluation.next().is_none();
    (is_over && model.route == Route::Evaluation).then_some(Effect::Go { route: Route::Result, replace: true })
}

/// A block is taken up where it waits, or from its first question.
fn opened(model: &mut Model, block: Block) -> Vec<Effect> {
    let Some(program) = model.program().filter(|_| model.may_evaluate()) else { return Vec::new() };
    let first = program.evaluation.enter(block);
    // The place is entered first: entering it forgets where the runner was.
    model.route = Route::Evaluation;
    model.evaluating = first;
    vec![go(Route::Evaluation), Effect::FocusHeading]
}

/// A runner who went back goes forward through what they had answered; from the first that waits on, what waits leads.
fn answered(model: &mut Model, question: Question, answer: &Answer, today: Day) -> Vec<Effect> {
    let is_asked = model.evaluation_asked().is_some_and(|asked| asked.question == question);
    let Some(evaluation) = model.program().map(|program| &program.evaluation).filter(|_| is_asked) else {
        return Vec::new();
    };
    let Ok(bodies) = evaluation.answer(question, answer, today) else { return Vec::new() };
    let walks = model.evaluating.is_some() || evaluation.stage() == Stage::Done;
    let next = Evaluation::after(question).filter(|next| walks && !evaluation.waits(*next));
    model.evaluating = next;
    vec![Effect::Record(bodies), Effect::FocusHeading]
}

/// One question back; from the first one out of it.
fn back(model: &mut Model) -> Vec<Effect> {
    match model.evaluation_asked().and_then(|asked| Evaluation::before(asked.question)) {
        Some(question) => {
            model.evaluating = Some(question);
            vec![Effect::FocusHeading]
        }
        None => vec![go(Route::Check)],
    }
}

/// It is left: what is not required and still open is left for another time.
fn closed(model: &Model) -> Vec<Effect> {
    let finish = model.program().map(|program| program.evaluation.finish()).unwrap_or_default();
    let mut effects = Vec::new();
    if !finish.is_empty() {
        effects.push(Effect::Record(finish));
    }
    effects.push(go(Route::Check));
    effects
}
