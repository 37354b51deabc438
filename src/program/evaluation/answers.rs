//! The answers of the history that hold at one time. Only an answer that fits its question gets in, and one that
//! contradicts another counts as not given.
//!
//! Not here: which of the journal's answers hold (see `course`), and what they come to (see `pattern`).

use core::fmt;

use super::given::{Activity, Given, activities_answer, bit, fit, of_bits};
use super::question::{Kind, QUESTION_COUNT, QUESTIONS, Question};
use super::region::Region;
use crate::journal::Answer;
use crate::program::plan::SoreSide;
use crate::program::reason::Input;
use crate::units::{Day, PainScore};

/// Why an answer does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadAnswer {
    /// Of another type, an unknown option, out of range, or a required question skipped.
    DoesNotFit,
    /// It cannot be true beside the answer to that question.
    Contradicts(Question),
}

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DoesNotFit => "the answer does not fit its question",
            Self::Contradicts(_) => "the answer contradicts another one",
        })
    }
}

impl core::error::Error for BadAnswer {}

/// At most one fitting answer to each question. What each comes to depends on all of them and not on their order.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        Self { given: [const { None }; QUESTION_COUNT] }
    }

    /// Takes an answer of that day in, in place of an earlier one. One that does not fit changes nothing; one that
    /// contradicts another is kept, but does not hold until they agree.
    pub fn set(&mut self, question: Question, answer: &Answer, on: Day) -> Result<(), BadAnswer> {
        let given = fit(question, answer, on).ok_or(BadAnswer::DoesNotFit)?;
        self.put(question, Some(given));
        match self.contradicted_by(question) {
            Some(other) => Err(BadAnswer::Contradicts(other)),
            None => Ok(()),
        }
    }

    /// The age that the safety screen knows.
    pub fn set_age(&mut self, age: Option<u8>) {
        self.put(Question::Age, age.map(|age| Given::Number(u16::from(age))));
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

    fn raw(&self, question: Question) -> Option<&Given> {
        self.given.get(question as usize).and_then(Option::as_ref)
    }

    fn raw_number(&self, question: Question) -> Option<u16> {
        match self.raw(question)? {
            Given::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The question whose answer speaks against this one: the worst pain is at least the pain now, and the average at
    /// most the worst. Of two, the later question of the list is the one to be asked again.
    fn contradicted_by(&self, question: Question) -> Option<Question> {
        let (other, is_fine): (_, fn(u16, u16) -> bool) = match question {
            Question::NprsWorst => (Question::NprsNow, |worst, now| worst >= now),
            Question::NprsAverage => (Question::NprsWorst, |average, worst| average <= worst),
            Question::RegionsOther => {
                let main = self.bits(Question::RegionMain);
                return (self.bits(question) & main != 0).then_some(Question::RegionMain);
            }
            _ => return None,
        };
        let (this, that) = (self.raw_number(question)?, self.raw_number(other)?);
        (!is_fine(this, that)).then_some(other)
    }

    fn bits(&self, question: Question) -> u32 {
        match self.raw(question) {
            Some(Given::Options(bits)) => *bits,
            _ => 0,
        }
    }

    fn held(&self, question: Question) -> Option<&Given> {
        // A spot that became the main one is no other spot any more; the rest of them still hold.
        let holds = question == Question::RegionsOther || self.contradicted_by(question).is_none();
        self.raw(question).filter(|_| holds)
    }

    fn held_bits(&self, question: Question) -> u32 {
        match (self.held(question), question) {
            (Some(Given::Options(bits)), Question::RegionsOther) => *bits & !self.bits(Question::RegionMain),
            (Some(Given::Options(bits)), _) => *bits,
            _ => 0,
        }
    }

    /// Whether the question is done with: it has an answer that holds, or was skipped.
    pub fn is_settled(&self, question: Question) -> bool {
        self.held(question).is_some()
    }

    /// Whether the question has an answer that holds. A skipped one has none.
    pub fn has(&self, question: Question) -> bool {
        self.held(question).is_some_and(|given| *given != Given::Skipped)
    }

    /// Whether that option is chosen. A question without an answer: no.
    pub fn says(&self, question: Question, option: &str) -> bool {
        bit(question, option).is_some_and(|bit| self.held_bits(question) & bit != 0)
    }

    /// The ids of the chosen options, in the question's order.
    pub fn chosen(&self, question: Question) -> impl Iterator<Item = &'static str> {
        of_bits(question, self.held_bits(question))
    }

    /// The number of the answer. `q-nprs-run` = `not-running` has none.
    pub fn number(&self, question: Question) -> Option<u16> {
        match self.held(question)? {
            Given::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The pain score of the answer.
    pub fn pain(&self, question: Question) -> Option<PainScore> {
        self.number(question).and_then(|number| u8::try_from(number).ok()).and_then(PainScore::new)
    }

    /// The age in years.
    pub fn age(&self) -> Option<u8> {
        self.number(Question::Age).and_then(|age| u8::try_from(age).ok())
    }

    /// The spot that hurts most.
    pub fn main_region(&self) -> Option<Region> {
        self.chosen(Question::RegionMain).next().and_then(Region::parse)
    }

    /// Other spots that hurt.
    pub fn other_regions(&self) -> impl Iterator<Item = Region> {
        self.chosen(Question::RegionsOther).filter_map(Region::parse)
    }

    /// Which hip.
    pub fn side(&self) -> Option<SoreSide> {
        let id = self.chosen(Question::Side).next()?;
        SoreSide::ALL.into_iter().find(|side| side.id() == id)
    }

    /// The date or race.
    pub fn goal_date(&self) -> Option<Day> {
        match self.held(Question::GoalDate)? {
            Given::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// What the hip makes hard.
    pub fn activities(&self) -> &[Activity] {
        match self.held(Question::Activities) {
            Some(Given::Activities(list)) => list,
            _ => &[],
        }
    }

    /// Whether every required answer is there, the age too.
    pub fn is_complete(&self) -> bool {
        QUESTIONS.into_iter().all(|question| !question.is_required() || self.has(question))
    }

    /// The questions that the plan knows nothing of, in order: skipped ones, and those without an answer.
    pub fn unknown(&self) -> impl Iterator<Item = Question> {
        QUESTIONS.into_iter().filter(|question| !self.has(*question))
    }

    /// The answer in the journal's form.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        Some(match (self.held(question)?, question.kind()) {
            (Given::Skipped, _) => Answer::Skipped,
            (Given::Number(number), _) => Answer::Number(i64::from(*number)),
            (Given::Options(_), Kind::Many { .. }) => Answer::List(self.chosen(question).map(str::to_owned).collect()),
            (Given::Options(_), _) => Answer::Text(self.chosen(question).next()?.to_owned()),
            (Given::Date(day), _) => Answer::Text(day.to_string()),
            (Given::Activities(list), _) => activities_answer(list),
        })
    }

    /// The answer as ids or words: the chosen options, the number, the day, or the activities with their scores.
    pub fn ids(&self, question: Question) -> Vec<String> {
        match self.held(question) {
            Some(Given::Number(number)) => vec![number.to_string()],
            Some(Given::Date(day)) => vec![day.to_string()],
            Some(Given::Activities(list)) => {
                list.iter().map(|one| [one.name.as_str(), ": ", &one.score.to_string()].concat()).collect()
            }
            _ => self.chosen(question).map(str::to_owned).collect(),
        }
    }

    /// "You said": the whole answer.
    pub fn said(&self, question: Question) -> Input {
        Input::Said { question: question.id(), answer: self.ids(question) }
    }
}
