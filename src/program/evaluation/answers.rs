//! The answers of the history that hold at one time. Only an answer that fits its question gets in, and one that
//! contradicts another counts as not given.
//!
//! Not here: which of the journal's answers hold (see `course`), and what they come to (see `pattern`).

use core::fmt;

use super::question::{Kind, QUESTION_COUNT, QUESTIONS, Question};
use super::region::Region;
use crate::journal::Answer;
use crate::program::plan::{Settings, SoreSide};
use crate::program::reason::Input;
use crate::units::{Day, PainScore};

/// Characters of an activity's name.
pub const ACTIVITY_MAX: usize = 80;
/// Activities that can be named.
pub const ACTIVITIES_MAX: usize = 3;
/// Other spots that can be named.
const OTHER_SPOTS_MAX: usize = 8;
/// Days that `q-goal-date` may lie ahead: three years, one of which may be a leap year.
const GOAL_AHEAD: i32 = 3 * 365 + 1;

/// Something that the hip makes hard (`q-activities`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// In the runner's words, 1 to 80 characters.
    pub name: String,
    /// 0 cannot do it, 10 as well as before.
    pub score: u8,
}

/// An answer that fits its question.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Given {
    Skipped,
    /// One bit for each chosen option.
    Options(u32),
    Number(u16),
    Date(Day),
    Activities(Vec<Activity>),
}

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

/// The journal's form of `q-activities`: name and score in turn.
pub fn activities_answer(list: &[Activity]) -> Answer {
    Answer::List(list.iter().flat_map(|one| [one.name.clone(), one.score.to_string()]).collect())
}

fn of_bits(question: Question, bits: u32) -> impl Iterator<Item = &'static str> {
    question.options().iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, option)| *option)
}

fn bit(question: Question, option: &str) -> Option<u32> {
    question.options().iter().position(|known| *known == option).map(|at| 1 << at)
}

fn fit(question: Question, answer: &Answer, on: Day) -> Option<Given> {
    if *answer == Answer::Skipped {
        return (!question.is_required()).then_some(Given::Skipped);
    }
    // What the plan asks too has one rule for what fits.
    if Settings::asks(question.id()) && !Settings::accepts(question.id(), answer) {
        return None;
    }
    match (question.kind(), answer) {
        (Kind::One, Answer::Text(option)) => Some(Given::Options(bit(question, option)?)),
        (Kind::NprsOr, Answer::Text(option)) if option.parse::<u8>().is_err() => {
            Some(Given::Options(bit(question, option)?))
        }
        (Kind::One, Answer::Number(number)) => Some(Given::Options(bit(question, &number.to_string())?)),
        (Kind::Many { least }, Answer::List(options)) => many(question, options, least),
        (Kind::Number { min, max }, Answer::Number(number)) => whole(*number, min, max),
        (Kind::Nprs | Kind::NprsOr, Answer::Number(number)) => whole(*number, 0, 10),
        (Kind::Date, Answer::Text(text)) => {
            Day::parse(text).filter(|day| (0..=GOAL_AHEAD).contains(&day.since(on))).map(Given::Date)
        }
        (Kind::Activities, Answer::List(list)) => activities(list),
        _ => None,
    }
}

fn whole(number: i64, min: u16, max: u16) -> Option<Given> {
    let number = u16::try_from(number).ok()?;
    (min..=max).contains(&number).then_some(Given::Number(number))
}

/// So many options at least, none twice; one that says "none" only by itself.
fn many(question: Question, options: &[String], least: u8) -> Option<Given> {
    let (mut bits, mut alone) = (0, false);
    for option in options {
        let bit = bit(question, option)?;
        if bits & bit != 0 {
            return None;
        }
        bits |= bit;
        alone |= Question::is_alone(option);
    }
    let count = options.len();
    let too_many = question == Question::RegionsOther && count > OTHER_SPOTS_MAX;
    (!too_many && count >= usize::from(least) && !(alone && count > 1)).then_some(Given::Options(bits))
}

fn activities(list: &[String]) -> Option<Given> {
    let (pairs, []) = list.as_chunks::<2>() else { return None };
    if pairs.is_empty() || pairs.len() > ACTIVITIES_MAX {
        return None;
    }
    let one = |[name, score]: &[String; 2]| {
        let (name, score) = (name.trim(), score.parse().ok().filter(|score| *score <= 10)?);
        let fits = (1..=ACTIVITY_MAX).contains(&name.chars().count());
        fits.then(|| Activity { name: name.to_owned(), score })
    };
    pairs.iter().map(one).collect::<Option<_>>().map(Given::Activities)
}
