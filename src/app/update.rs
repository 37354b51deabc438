//! The one function that changes the state. Each event: what it records, what it changes, what it asks of the edge.
//!
//! Entries are asked for by [`Effect::Record`] and come back with their ids as [`Event::Recorded`] before the next event:
//! what the runner did is in the journal first, and everything else is derived from it.

mod adapting;
pub(super) mod behind;
mod check;
mod evaluating;
mod playing;
mod recorded;
pub(super) mod selftest;

use super::inside::Turn;
use super::{Effect, Event, Inside, Model, Notice, Route};
use crate::journal::{Body, Context, EntryId, Happened};
use crate::program::{plan, running};
use crate::units::Now;

/// Changes the state.
pub fn update(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.day != now.day() {
        effects = new_day(model, &event, now);
    }
    effects.extend(happen(model, event, now));
    effects
}

/// On a new day other rules may be due, and yesterday's session is no place any more.
fn new_day(model: &mut Model, event: &Event, now: Now) -> Vec<Effect> {
    model.follow(now);
    let mut effects = model.tell(Turn::CutOff, now);
    let route = match model.settle(model.route, now) {
        Route::Missing => Route::Today,
        route => route,
    };
    if route != model.route && model.opened && !matches!(event, Event::Moved(_)) && model.route != Route::Missing {
        effects.push(Effect::Go { route, replace: true });
    }
    effects
}

fn happen(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    match event {
        Event::Moved(route) => moved(model, route, now),
        Event::Start => check::start(model),
        Event::CheckAgain => check::again(model),
        Event::CheckClosed => vec![go(check::way_out(model))],
        Event::Answered { question, answer } => check::answered(model, &question, &answer),
        Event::AnswerBack => check::back(model),
        Event::ShortAnswered(buttons) => check::short_answered(model, &buttons),
        Event::OkGiven(entry) => check::ok_given(model, entry),
        Event::PoolAsked => check::pool(model),
        Event::PainRated(score, ctx) if model.is_passed() => {
            vec![Effect::Record(vec![plan::pain_now(score, ctx)])]
        }
        Event::Chose(choice) => vec![Effect::Record(vec![choice.body()])],
        Event::TestSound => vec![Effect::UnlockSound, Effect::TestSound],
        Event::Sounded(heard) => {
            model.sound_test = Some(heard);
            Vec::new()
        }
        Event::SessionDeleted(of) => deleted(model, of),
        Event::DeletionUndone => {
            model.deleted.take().map(|of| Effect::Record(vec![Body::Restore { of }])).into_iter().collect()
        }
        Event::EraseConfirmed => vec![Effect::Erase],
        Event::NoticeClosed(notice) => {
            model.notices.retain(|one| *one != notice);
            Vec::new()
        }
        Event::PrintAsked => vec![Effect::Print],
        Event::Recorded(entries) => recorded::recorded(model, entries, now),
        Event::Arrived(entries) => recorded::arrived(model, entries, now),
        Event::KeepFailed(why) => {
            let notice = Notice::from(why);
            if !model.told.contains(&notice) {
                model.told.push(notice);
                model.notices.push(notice);
            }
            Vec::new()
        }
        Event::ClinicRead(clinic) => {
            model.clinic = *clinic;
            vec![Effect::SetAccent(model.clinic.accent)]
        }
        Event::InsideCame(inside) => inside_came(model, inside, now),
        Event::SixtyTold(pain) if model.is_passed() => {
            vec![Effect::Record(vec![plan::pain_now(pain, Context::AfterSixty)])]
        }
        Event::RunLogged(run) if model.is_passed() && running::is_whole(&run, now.day()) => {
            vec![Effect::Record(vec![Body::Run(run)]), Effect::FocusHeading]
        }
        // They are asked only of those who have passed the check.
        Event::PainRated(..) | Event::SixtyTold(_) | Event::RunLogged(_) => Vec::new(),
        Event::Evaluation(_)
        | Event::MorningTold { .. }
        | Event::FlaredUp
        | Event::FlareUndone
        | Event::Swapped { .. }
        | Event::PhaseConfirmed(_)
        | Event::NoRunChosen(_)
        | Event::SmallerPlanOffered
        | Event::Worried
        | Event::LimitsSet(_)
        | Event::LimitsHold(_)
        | Event::PlanAnswered { .. }
        | Event::BackupAsked
        | Event::SessionStarted(_)
        | Event::Resumed
        | Event::Play(_)
        | Event::Hurt { .. }
        | Event::HurtAnswered(_)
        | Event::AfterSaved { .. }
        | Event::TestBegun(_)
        | Event::Test(_)
        | Event::Frame
        | Event::Hidden(_)
        | Event::Awake(_) => model.tell(Turn::Happened(event), now),
    }
}

/// The part behind the gate has come: what the runner waits for is looked at again.
fn inside_came(model: &mut Model, inside: &'static Inside, now: Now) -> Vec<Effect> {
    model.take_in(inside, now);
    let mut effects = model.tell(Turn::CutOff, now);
    let route = model.settle(model.route, now);
    if route != model.route && model.opened {
        effects.push(Effect::Go { route, replace: true });
    }
    effects
}

/// A step that the browser's Back can take back.
fn go(route: Route) -> Effect {
    Effect::Go { route, replace: false }
}

/// The address changed. What it may not lead to is replaced by where it leads.
fn moved(model: &mut Model, wanted: Route, now: Now) -> Vec<Effect> {
    // What a page that opens has found of a session may be over.
    let mut effects = if model.opened { Vec::new() } else { model.tell(Turn::CutOff, now) };
    let route = model.settle(wanted, now);
    if route != wanted {
        effects.push(Effect::Go { route, replace: true });
    }
    if route == model.route && model.opened {
        return effects;
    }
    model.opened = true;
    model.backup_saved = false;
    model.sound_test = None;
    effects.extend(model.tell(Turn::Moved(route), now));
    if route == Route::Safety {
        effects.extend(check::opened(model));
    } else {
        model.cursor = None;
    }
    model.route = route;
    effects.push(Effect::FocusHeading);
    effects
}

/// Only a session or a run that stands can be deleted.
fn deleted(model: &mut Model, of: EntryId) -> Vec<Effect> {
    if !matches!(model.journal.happened_as(of), Some(Happened { body: Body::Session { .. } | Body::Run(_), .. })) {
        return Vec::new();
    }
    model.deleted = Some(of);
    vec![Effect::Record(vec![Body::Delete { of }])]
}
