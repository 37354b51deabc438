//! The safety check: beginning it, answering, going back, and what is due.

use super::super::{Effect, Model, Route};
use super::go;
use crate::journal::{Answer, Body, OkEntry};
use crate::program::screening::check_visit;
use crate::program::screening::{Button, Gate, Question, Screening, Step};

/// `Start` on Welcome: the first thing that is ever kept.
pub(super) fn start(model: &Model) -> Vec<Effect> {
    match model.gate() {
        Gate::Unscreened | Gate::Due(..) => {
            vec![Effect::Record(model.screening().begin()), go(Route::Safety)]
        }
        Gate::Asking(_) => vec![go(Route::Safety)],
        Gate::Stopped(_) => vec![go(Route::Result)],
        Gate::Open => vec![go(Route::Today)],
    }
}

/// The whole screen anew.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    model.cursor = None;
    vec![Effect::Record(Screening::begin_screen("runner")), go(Route::Safety)]
}

/// The pool's own question; the rest of the check stands.
pub(super) fn pool(model: &Model) -> Vec<Effect> {
    if !model.screening().pool_question_open() {
        return Vec::new();
    }
    vec![Effect::Record(Screening::begin_questions(&[Question::Pool], "runner")), go(Route::Safety)]
}

/// The check's address is opened: what is due begins; where nothing is asked, there is a result to look at. A new
/// runner's check begins with the first answer, so that an address typed by hand writes nothing.
pub(super) fn opened(model: &Model) -> Vec<Effect> {
    match model.gate() {
        Gate::Due(..) => vec![Effect::Record(model.screening().begin())],
        Gate::Open | Gate::Stopped(_) => vec![Effect::Go { route: Route::Result, replace: true }],
        Gate::Asking(_) | Gate::Unscreened => Vec::new(),
    }
}

/// A question was answered. A second answer for a question already left does nothing.
pub(super) fn answered(model: &mut Model, question: &str, answer: &Answer) -> Vec<Effect> {
    let Some(step) = model.asked().map(|asked| asked.step).filter(|step| step.id() == question) else {
        return Vec::new();
    };
    let Ok(bodies) = model.screening().answer(step, answer) else { return Vec::new() };
    // A runner who went back goes forward through what they had answered; from the first open question on the gate leads.
    let next = model.screening().after(step);
    model.cursor = next.filter(|next| model.cursor.is_some() && model.has_answer(*next));
    vec![Effect::Record(bodies), Effect::FocusHeading]
}

/// The buttons of the short check; none is "nothing new".
pub(super) fn short_answered(model: &mut Model, buttons: &[String]) -> Vec<Effect> {
    let tapped: Vec<Button> = buttons.iter().filter_map(|id| Button::parse(id)).collect();
    answered(model, Step::ShortCheck.id(), &Button::answer(&tapped))
}

/// One question back; from the first one out of the check.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    match model.asked().and_then(|asked| model.screening().before(asked.step)) {
        Some(step) => {
            model.cursor = Some(step);
            vec![Effect::FocusHeading]
        }
        None => vec![go(way_out(model))],
    }
}

/// An OK as it was filled in; the form has said what is wrong with any other.
pub(super) fn ok_given(model: &Model, entry: OkEntry) -> Vec<Effect> {
    // A referral's stop ends with an OK of its own, whatever flags it ticks.
    let refers = model.program().is_some_and(|program| program.course.referrals.stop().is_some())
        && check_visit(entry.on, model.day).is_ok();
    let alone = refers.then(|| Body::Ok(entry.clone()));
    let recorded = model.screening().record_ok(entry);
    let bodies: Vec<Body> = recorded.unwrap_or_else(|_| alone.into_iter().collect());
    if bodies.is_empty() { Vec::new() } else { vec![Effect::Record(bodies), Effect::FocusHeading] }
}

/// Where a closed check leaves the runner: nothing is lost, it goes on where it was.
pub(super) fn way_out(model: &Model) -> Route {
    match model.gate() {
        Gate::Unscreened => Route::Welcome,
        Gate::Open => Route::Today,
        Gate::Asking(_) | Gate::Stopped(_) | Gate::Due(..) => Route::Check,
    }
}
