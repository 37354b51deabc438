//! One answer of the history: which form fits which question.
//!
//! Not here: which answers hold beside each other (see `answers`).

use super::question::{Kind, Question};
use crate::journal::Answer;
use crate::program::plan::Settings;
use crate::units::Day;

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
pub(super) enum Given {
    Skipped,
    /// One bit for each chosen option.
    Options(u32),
    Number(u16),
    Date(Day),
    Activities(Vec<Activity>),
}

/// The journal's form of `q-activities`: name and score in turn.
pub fn activities_answer(list: &[Activity]) -> Answer {
    Answer::List(list.iter().flat_map(|one| [one.name.clone(), one.score.to_string()]).collect())
}

/// The ids of those options.
pub(super) fn of_bits(question: Question, bits: u32) -> impl Iterator<Item = &'static str> {
    question.options().iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, option)| *option)
}

/// The bit of an option.
pub(super) fn bit(question: Question, option: &str) -> Option<u32> {
    question.options().iter().position(|known| *known == option).map(|at| 1 << at)
}

/// The answer as it counts, if it fits its question on that day.
pub(super) fn fit(question: Question, answer: &Answer, on: Day) -> Option<Given> {
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
