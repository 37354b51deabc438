//! The answers that hold at one time. Only an answer that fits its question gets in.
//!
//! Not here: what they mean, and which of the journal's answers hold (see `course`).

use core::fmt;

use super::question::{Choice, Kind, QUESTION_COUNT, QUESTIONS, Question};
use crate::journal::Answer;

/// An answer that fits its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    /// One bit for each chosen option.
    Options(u16),
    Number(u8),
}

/// An answer that does not fit its question: of another type, an unknown option, out of range, or skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadAnswer;

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer does not fit its question")
    }
}

impl core::error::Error for BadAnswer {}

/// At most one fitting answer to each safety question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    given: [Option<Given>; QUESTION_COUNT],
}

impl Default for Answers {
    fn default() -> Self {
        Self::new()
    }
}

impl Answers {
    /// No answer to any question.
    pub const fn new() -> Self {
        Self { given: [None; QUESTION_COUNT] }
    }

    /// Takes an answer in, in place of an earlier one. One that does not fit changes nothing.
    pub fn set(&mut self, question: Question, answer: &Answer) -> Result<(), BadAnswer> {
        let given = fit(question, answer).ok_or(BadAnswer)?;
        self.put(question, Some(given));
        Ok(())
    }

    /// The question counts as not answered.
    pub fn clear(&mut self, question: Question) {
        self.put(question, None);
    }

    fn put(&mut self, question: Question, given: Option<Given>) {
        if let Some(place) = self.given.get_mut(question as usize) {
            *place = given;
        }
    }

    fn get(&self, question: Question) -> Option<Given> {
        self.given.get(question as usize).copied().flatten()
    }

    /// Whether the question has an answer.
    pub fn has(&self, question: Question) -> bool {
        self.get(question).is_some()
    }

    /// How many of these options are chosen; of a question without an answer none.
    pub fn count(&self, choice: Choice) -> u32 {
        (self.bits(choice.question) & choice.bits()).count_ones()
    }

    /// Whether any of these options is chosen. A question without an answer: no.
    pub fn any(&self, choice: Choice) -> bool {
        self.bits(choice.question) & choice.bits() != 0
    }

    fn bits(&self, question: Question) -> u16 {
        match self.get(question) {
            Some(Given::Options(bits)) => bits,
            _ => 0,
        }
    }

    /// The number of a `number` or `nprs` question.
    pub fn number(&self, question: Question) -> Option<u8> {
        match self.get(question)? {
            Given::Number(number) => Some(number),
            Given::Options(_) => None,
        }
    }

    /// The ids of the chosen options, in the question's order. A number has none.
    pub fn chosen(&self, question: Question) -> impl Iterator<Item = &'static str> {
        of_bits(question, self.bits(question))
    }

    /// Those of these options that are chosen, in the question's order.
    pub fn chosen_of(&self, choice: Choice) -> impl Iterator<Item = &'static str> {
        of_bits(choice.question, self.bits(choice.question) & choice.bits())
    }

    /// The answer in the journal's form.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        Some(match (self.get(question)?, question.kind()) {
            (Given::Number(number), _) => Answer::Number(i64::from(number)),
            (_, Kind::Many) => Answer::List(self.chosen(question).map(str::to_owned).collect()),
            _ => Answer::Text(self.chosen(question).next()?.to_owned()),
        })
    }

    /// The answer as ids: the chosen options, or the number as text. Empty without an answer.
    pub fn ids(&self, question: Question) -> Vec<String> {
        match self.number(question) {
            Some(number) => vec![number.to_string()],
            None => self.chosen(question).map(str::to_owned).collect(),
        }
    }

    /// The questions with an answer, in order.
    pub fn answered(&self) -> impl Iterator<Item = Question> {
        QUESTIONS.into_iter().filter(|question| self.has(*question))
    }

    /// The same answers without those that are not wanted.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(Question) -> bool) -> Self {
        let mut rest = *self;
        for question in QUESTIONS {
            if !wanted(question) {
                rest.clear(question);
            }
        }
        rest
    }
}

fn of_bits(question: Question, bits: u16) -> impl Iterator<Item = &'static str> {
    question.options().iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, option)| *option)
}

fn fit(question: Question, answer: &Answer) -> Option<Given> {
    match (question.kind(), answer) {
        (Kind::YesNo | Kind::One, Answer::Text(option)) => Some(Given::Options(bit(question, option)?)),
        (Kind::Many, Answer::List(options)) => many(question, options),
        (Kind::Number { min, max }, Answer::Number(number)) => whole(*number, min, max),
        (Kind::Nprs, Answer::Number(number)) => whole(*number, 0, 10),
        _ => None,
    }
}

fn whole(number: i64, min: u8, max: u8) -> Option<Given> {
    let number = u8::try_from(number).ok()?;
    (min..=max).contains(&number).then_some(Given::Number(number))
}

/// One or more options, none twice; `none` only by itself, so that a list that contradicts itself is asked again.
fn many(question: Question, options: &[String]) -> Option<Given> {
    let mut bits = 0;
    for option in options {
        let bit = bit(question, option)?;
        if bits & bit != 0 {
            return None;
        }
        bits |= bit;
    }
    let none = bit(question, "none").unwrap_or(0);
    let contradicts = bits & none != 0 && bits != none;
    (bits != 0 && !contradicts).then_some(Given::Options(bits))
}

fn bit(question: Question, option: &str) -> Option<u16> {
    question.options().iter().position(|known| *known == option).map(|at| 1 << at)
}
