//! The course of the evaluation: what the journal's entries do to the answers, and the points at which pattern and
//! irritability are worked out anew.
//!
//! Between two points they stay, so that the plan does not jump. Not here: what is asked (see `state`), and the pattern
//! itself (see `pattern`).

use super::answers::{Answers, BadAnswer};
use super::irritability::irritability;
use super::opens::{Contradiction, OPENERS, Opener};
use super::question::{QUESTION_COUNT, Question};
use crate::journal::{Answer, Body, Context, EntryId, Happened, Journal, Moment};
use crate::program::plan::Irritability;
use crate::program::reason::Reason;
use crate::program::screening::{Answers as Safety, Question as SafetyQuestion};
use crate::units::Day;

/// What was known when the pattern was last worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The newest entry that counts; a self-test after it does not count yet.
    pub at: EntryId,
    /// Its day.
    pub day: Day,
    /// The answers of the history, the age among them.
    pub answers: Answers,
    /// The answers of the safety screen.
    pub safety: Safety,
}

/// When the first evaluation ended: the last required answer was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// That answer's entry.
    pub entry: EntryId,
    /// Its day: day 0 of the outcomes.
    pub day: Day,
}

/// The evaluation so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Course {
    pub answers: Answers,
    pub begun: bool,
    pub finished: bool,
    pub ended: Option<Ended>,
    pub point: Option<Point>,
    pub irritability: Option<(Irritability, Reason)>,
    pub contradiction: Option<Contradiction>,
    /// For each of the openers: the entry whose answer opens its safety question.
    opened: [Option<EntryId>; OPENERS.len()],
    safety: Safety,
    given: Entries,
}

/// The entry of the newest answer to each question.
#[derive(Debug, Clone, PartialEq)]
struct Entries([Option<EntryId>; QUESTION_COUNT]);

impl Default for Entries {
    fn default() -> Self {
        Self([None; QUESTION_COUNT])
    }
}

/// The answers of the safety screen that count here too.
const SAFETY: [SafetyQuestion; 4] =
    [SafetyQuestion::Age, SafetyQuestion::Locking, SafetyQuestion::RestPain, SafetyQuestion::Course];

impl Course {
    pub fn of(journal: &Journal) -> Self {
        let mut course = Self::default();
        for entry in journal.raw() {
            match &entry.body {
                Body::Answer { q, ctx, .. } if may_count(q, *ctx) => {
                    if let Some(happened) = journal.happened_as(entry.id) {
                        course.note_answer(&happened);
                    }
                }
                Body::Begin { moment: Moment::Evaluation, .. } => course.begun = true,
                Body::Finish { .. } => {
                    if let Some(Happened { id, day, body: Body::Finish { moment }, .. }) = journal.happened_as(entry.id)
                    {
                        course.note_finish(id, day, *moment);
                    }
                }
                Body::Edit { of, .. } | Body::Delete { of } | Body::Restore { of } => {
                    let day = Day::at(entry.id.utc(), i32::from(entry.tz));
                    if let Some(Body::Answer { q, ctx, .. }) = journal.get(*of).map(|entry| &entry.body)
                        && may_count(q, *ctx)
                    {
                        course.note_edit(entry.id, day, q, *of);
                    }
                }
                _ => {}
            }
        }
        course
    }

    /// The entry of the answer that counts.
    pub fn given(&self, question: Question) -> Option<EntryId> {
        self.given.0.get(question as usize).copied().flatten()
    }

    /// The answers that open a safety question, and since when.
    pub fn openers(&self) -> impl Iterator<Item = (&'static Opener, EntryId)> {
        OPENERS.iter().zip(self.opened).filter_map(|(opener, since)| Some((opener, since?)))
    }

    fn note_answer(&mut self, happened: &Happened<'_>) {
        let Body::Answer { q, a, ctx } = happened.body else { return };
        let (id, day) = (happened.id, happened.day);
        if let Some(question) = Question::parse(q) {
            self.take(id, day, question, a);
            self.begun |= *ctx == Context::DayZero;
            if self.ended.is_none() || *ctx == Context::DayZero || question == Question::Side {
                self.work_out(id, day);
            }
        } else if let Some(question) = SAFETY.into_iter().find(|question| question.id() == q) {
            if self.safety.set(question, a).is_err() {
                return;
            }
            match question {
                SafetyQuestion::Age => self.answers.set_age(self.safety.number(question)),
                SafetyQuestion::Course => self.compare(id),
                _ => {}
            }
            if self.ended.is_none() {
                self.work_out(id, day);
            }
        }
    }

    fn take(&mut self, id: EntryId, day: Day, question: Question, answer: &Answer) {
        // What contradicts another answer is kept: it may hold once the other is asked again.
        if self.answers.set(question, answer, day) == Err(BadAnswer::DoesNotFit) {
            return;
        }
        if let Some(place) = self.given.0.get_mut(question as usize) {
            *place = Some(id);
        }
        if question == Question::Duration {
            self.compare(id);
        }
        for (opener, opened) in OPENERS.iter().zip(&mut self.opened) {
            if opener.by == question {
                *opened = self.answers.says(question, opener.option).then_some(id);
            }
        }
    }

    /// Whether `q-duration` and `s-course` speak against each other since this entry.
    fn compare(&mut self, id: EntryId) {
        let differ = Contradiction::between(&self.answers, &self.safety);
        self.contradiction = differ.then(|| self.contradiction.unwrap_or(Contradiction { since: id }));
    }

    fn note_finish(&mut self, id: EntryId, day: Day, moment: Moment) {
        match moment {
            Moment::Evaluation => self.finished = true,
            // The core tests of the first week, and those of a re-test.
            Moment::Tests | Moment::ReTest => self.work_out(id, day),
            Moment::CheckIn => self.work_out_irritability(),
            Moment::Screen | Moment::Short | Moment::Ask => {}
        }
    }

    /// An answer was edited, deleted or brought back: it counts as it stands now, and what it opens is open since then.
    fn note_edit(&mut self, id: EntryId, day: Day, q: &str, of: EntryId) {
        let Some(question) = Question::parse(q) else { return };
        for (opener, opened) in OPENERS.iter().zip(&mut self.opened) {
            if opener.by == question && *opened == Some(of) {
                *opened = Some(id);
            }
        }
        self.work_out(id, day);
    }

    /// An evaluation point: what is known now counts from now on. Before the required answers are there it is none.
    fn work_out(&mut self, at: EntryId, day: Day) {
        if !self.answers.is_complete() {
            return;
        }
        self.ended = self.ended.or(Some(Ended { entry: at, day }));
        self.point = Some(Point { at, day, answers: self.answers.clone(), safety: self.safety });
        self.work_out_irritability();
    }

    fn work_out_irritability(&mut self) {
        if self.ended.is_some() {
            self.irritability = irritability(&self.answers, &self.safety).or(self.irritability.take());
        }
    }
}

/// Whether such an answer is one of the evaluation or of its repetitions. Pain scores of sessions and mornings are not.
fn may_count(question: &str, ctx: Context) -> bool {
    let of_session = matches!(ctx, Context::Before | Context::Today | Context::Morning | Context::AfterSixty);
    match question.split_once('-') {
        Some(("q", rest)) => !(of_session && rest.starts_with("nprs-")),
        Some(("s", _)) => true,
        _ => false,
    }
}
