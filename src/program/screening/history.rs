//! Which entries of the journal make the course of the screening, and in which order.
//!
//! A later edit or deletion of an answer counts when it was made and not as if it had been so from the start: what
//! has raised a stop cannot be written away, only a new whole screen leads out of it (CR6). Not here: what an entry
//! does (see `course`).

use super::course::{Course, When};
use super::duration::Duration;
use super::gate::Step;
use super::pool::Pool;
use crate::journal::{Answer, Body, EndedHow, Entry, EntryId, Happened, Journal};
use crate::units::Day;

/// The course of the screening so far.
pub(super) fn course_of(journal: &Journal) -> Course {
    course_until(journal, None)
}

/// The same up to an entry, that one too.
pub(super) fn course_until(journal: &Journal, last: Option<EntryId>) -> Course {
    let mut course = Course::default();
    for entry in journal.raw().take_while(|entry| last.is_none_or(|last| entry.id <= last)) {
        take(&mut course, journal, entry);
    }
    course
}

/// One entry more.
pub(super) fn take(course: &mut Course, journal: &Journal, entry: &Entry) {
    let when = When { id: entry.id, day: Day::at(entry.id.utc(), i32::from(entry.tz)) };
    match &entry.body {
        Body::Begin { moment, questions, .. } => course.begin(when, *moment, questions),
        Body::Finish { moment } => course.finish(when, *moment),
        Body::Answer { q, a, .. } => answer(course, when, q, a),
        Body::Edit { of, body } => {
            if let (Some(_), Body::Answer { q, a, .. }) = (own_answer(course, journal, *of), &**body) {
                answer(course, when, q, a);
            }
        }
        Body::Delete { of } => {
            if let Some((q, _)) = own_answer(course, journal, *of) {
                answer(course, when, q, &Answer::Skipped);
            }
        }
        Body::Restore { of } => {
            if let Some((q, a)) = own_answer(course, journal, *of) {
                answer(course, when, q, a);
            }
        }
        Body::Ok(_) => {
            if let Some(Happened { body: Body::Ok(ok), .. }) = journal.happened_as(entry.id) {
                course.record_ok(when, ok);
            }
        }
        _ => {}
    }
    course.pass_day(when.day);
}

fn answer(course: &mut Course, when: When, q: &str, a: &Answer) {
    if q == "q-pool" {
        course.pool = Pool::read(a);
    } else if q == "q-duration" {
        course.duration = Duration::after(course.duration, a);
    } else if let Some(step) = Step::parse(q) {
        course.answer(when, step, a);
    }
}

/// The answer of that entry, if it belongs to the whole screen whose answers hold, or to what came after it.
fn own_answer<'a>(course: &Course, journal: &'a Journal, of: EntryId) -> Option<(&'a str, &'a Answer)> {
    match &journal.get(of)?.body {
        Body::Answer { q, a, .. }
            if is_of_evaluation(q) || course.screen_begun().is_some_and(|begun| begun.id < of) =>
        {
            Some((q, a))
        }
        _ => None,
    }
}

/// Answers of the evaluation that the screening reads; they belong to no screen.
fn is_of_evaluation(question: &str) -> bool {
    matches!(question, "q-pool" | "q-duration")
}

/// The day of the last session of which half or more of the planned sets were done.
pub(super) fn last_done_session(journal: &Journal) -> Option<Day> {
    journal.happened().rev().find(|happened| is_done(journal, happened.body)).map(|happened| happened.day)
}

fn is_done(journal: &Journal, body: &Body) -> bool {
    let Body::SessionEnd { of, how, items, .. } = body else { return false };
    let Some(Happened { body: Body::Session { items: planned, .. }, .. }) = journal.happened_as(*of) else {
        return false;
    };
    let planned: u32 = planned.iter().map(|item| u32::from(item.sets)).sum();
    let done: u32 = items.iter().map(|item| u32::from(item.sets)).sum();
    *how == EndedHow::Done || (done > 0 && 2 * done >= planned)
}
