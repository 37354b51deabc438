//! Where a runner's evaluation stands: what is asked next, what is done and open, and what an answer appends.
//!
//! It can be left at any question and taken up again: every answer is an entry of its own. Not here: what one entry does
//! (see `course`), and the pattern (see `pattern`).

use super::answers::{Answers, BadAnswer};
use super::course::{Course, Ended, Point};
use super::opens::Contradiction;
use super::question::{Block, QUESTIONS, Question};
use crate::journal::{Answer, Body, Context, Journal, Moment};
use crate::program::plan::Irritability;
use crate::program::reason::{Reason, RuleId};
use crate::program::screening::{Demand, Due, Question as SafetyQuestion};
use crate::units::Day;

/// How far the evaluation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing was answered in it.
    New,
    /// A required answer is missing: the first plan holds.
    Open,
    /// All required answers are there: pattern and plan follow from them. Optional ones may still be open.
    Enough,
    /// Every question is answered or skipped.
    Done,
}

impl Stage {
    /// Whether the first plan holds, as a required answer is missing.
    pub const fn is_first(self) -> bool {
        matches!(self, Self::New | Self::Open)
    }
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its block.
    pub block: Block,
    /// Its number within the block, from 1.
    pub at: usize,
    /// How many the block has.
    pub of: usize,
    /// Whether there is a question before it.
    pub can_go_back: bool,
    /// The part of all questions that is settled, from 0 to 1.
    pub progress: f32,
}

/// What of a block is done and what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockState {
    /// Which.
    pub block: Block,
    /// Questions that are answered or skipped.
    pub settled: usize,
    /// Questions in it.
    pub of: usize,
    /// Required ones without an answer.
    pub required_open: usize,
}

/// Where a runner's evaluation stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    // Boxed: the answers to all questions are some kilobytes, and the program is moved about.
    course: Box<Course>,
}

impl Evaluation {
    /// The evaluation of that journal.
    pub fn of(journal: &Journal) -> Self {
        Self { course: Box::new(Course::of(journal)) }
    }

    /// The newest answers that hold, those of later check-ins among them.
    pub fn answers(&self) -> &Answers {
        &self.course.answers
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        match (self.next(), self.course.answers.is_complete()) {
            (None, _) => Stage::Done,
            (Some(_), true) => Stage::Enough,
            (Some(_), false) if self.course.begun => Stage::Open,
            (Some(_), false) => Stage::New,
        }
    }

    /// When the first evaluation ended. It stays ended, whatever is answered later.
    pub fn ended(&self) -> Option<Ended> {
        self.course.ended
    }

    /// What was known at the last evaluation point; none while the first plan holds.
    pub fn point(&self) -> Option<&Point> {
        self.course.point.as_ref()
    }

    /// The irritability as last worked out, and why; none while the first plan holds.
    pub fn irritability(&self) -> Option<&(Irritability, Reason)> {
        self.course.irritability.as_ref()
    }

    /// All questions that are put to the runner, in their order.
    pub fn questions() -> impl DoubleEndedIterator<Item = Question> {
        QUESTIONS.into_iter().filter(|question| question.is_asked())
    }

    /// Whether a question waits for its answer, or for a new one.
    pub fn waits(&self, question: Question) -> bool {
        let again = question == Question::Duration
            && self.course.contradiction.is_some_and(|since| self.course.given(question) <= Some(since.since));
        again || !self.course.answers.is_settled(question)
    }

    /// The first question that waits.
    pub fn next(&self) -> Option<Question> {
        Self::questions().find(|question| self.waits(*question))
    }

    /// The question before that one, where `Back` leads.
    pub fn before(question: Question) -> Option<Question> {
        Self::questions().rev().find(|other| *other < question)
    }

    /// The question after that one.
    pub fn after(question: Question) -> Option<Question> {
        Self::questions().find(|other| *other > question)
    }

    /// The first question of the block that waits, or its first one: where a runner takes the block up.
    pub fn enter(&self, block: Block) -> Option<Question> {
        let first = Question::of_block(block).find(|question| self.waits(*question));
        first.or_else(|| Question::of_block(block).next())
    }

    /// Where a question stands; the age has no place.
    #[expect(clippy::cast_precision_loss, reason = "there are some dozens of questions")]
    pub fn place(&self, question: Question) -> Option<Place> {
        let block = question.block();
        let at = Question::of_block(block).position(|other| other == question)? + 1;
        let settled = Self::questions().filter(|other| !self.waits(*other)).count();
        Some(Place {
            block,
            at,
            of: Question::of_block(block).count(),
            can_go_back: Self::before(question).is_some(),
            progress: settled as f32 / Self::questions().count() as f32,
        })
    }

    /// What of each block is done and what is open.
    pub fn blocks(&self) -> [BlockState; 4] {
        Block::ALL.map(|block| {
            let waiting = || Question::of_block(block).filter(|question| self.waits(*question));
            let of = Question::of_block(block).count();
            let required_open = waiting().filter(|question| question.is_required()).count();
            BlockState { block, settled: of - waiting().count(), of, required_open }
        })
    }

    /// The answer that was given, for a runner who comes back to the question.
    pub fn given(&self, question: Question) -> Option<Answer> {
        self.course.answers.answer(question)
    }

    /// All answers with their options' ids or their words, for a page of the runner's own answers. Skipped ones have none.
    pub fn summary(&self) -> Vec<(Question, Vec<String>)> {
        let answered = QUESTIONS.into_iter().filter(|question| self.course.answers.has(*question));
        answered.map(|question| (question, self.course.answers.ids(question))).collect()
    }

    /// What to append for an answer, `Answer::Skipped` among them: a beginning where none was written, the answer, and
    /// the end that it makes. An answer that contradicts another is refused, so that both can be shown.
    pub fn answer(&self, question: Question, answer: &Answer, today: Day) -> Result<Vec<Body>, BadAnswer> {
        if !question.is_asked() {
            return Err(BadAnswer::DoesNotFit);
        }
        let mut answers = self.course.answers.clone();
        answers.set(question, answer, today)?;
        let mut bodies = Vec::new();
        if !self.course.begun {
            bodies.push(Body::Begin { moment: Moment::Evaluation, why: "runner".to_owned(), questions: Vec::new() });
        }
        bodies.push(Body::Answer { q: question.id().to_owned(), a: answer.clone(), ctx: Context::DayZero });
        let is_last = Self::questions().all(|other| {
            let waits_anew = other != question && self.waits(other);
            !waits_anew && answers.is_settled(other)
        });
        if is_last && !self.course.finished {
            bodies.push(Body::Finish { moment: Moment::Evaluation });
        }
        Ok(bodies)
    }

    /// What to append to leave the optional questions that are open for another time; nothing before the required ones
    /// are answered.
    pub fn finish(&self) -> Vec<Body> {
        let may = self.course.answers.is_complete() && !self.course.finished;
        if may { vec![Body::Finish { moment: Moment::Evaluation }] } else { Vec::new() }
    }

    /// Whether the answers to `q-duration` and `s-course` speak against each other: both are shown and asked again.
    pub fn contradiction(&self) -> Option<Contradiction> {
        self.course.contradiction
    }

    /// The safety questions that answers of the history open, for `Screening::with_demands`.
    pub fn demands(&self) -> Vec<Demand> {
        let demand = |since, question, by: Question| Demand {
            since,
            due: Due::Questions(vec![question]),
            rule: RuleId(by.id()),
        };
        let opened = self.course.openers().map(|(opener, since)| demand(since, opener.opens, opener.by));
        let again = self.course.contradiction.map(|it| demand(it.since, SafetyQuestion::Course, Question::Duration));
        opened.chain(again).collect()
    }
}

/// Miles as whole kilometers, half up: distances are kept in kilometers.
pub fn kilometers(miles: u16) -> u16 {
    u16::try_from((u32::from(miles) * 1609 + 500) / 1000).unwrap_or(u16::MAX)
}
