//! Made-up answers and journals for tests of the evaluation and of what stands on it.

use crate::journal::{Answer, Body, Context, Entry, EntryId, Journal, Moment};
use crate::program::evaluation::{Answers, Evaluation, Kind, QUESTIONS, Question};
use crate::program::screening::tests::sample::stored as stored_safety;
use crate::program::screening::{self, Answers as Safety};
use crate::units::{Day, Millis};

/// 2026-11-02T12:00:00Z.
const START: i64 = 1_793_620_800_000;

pub(crate) fn day(n: i32) -> Day {
    Day::parse("2026-11-02").unwrap().plus(n)
}

/// An answer as it would be stored, from words separated by spaces; `-` is none of a list, `skip` a skipped question.
pub(crate) fn stored(question: Question, words: &str) -> Answer {
    let list = || words.split(' ').filter(|word| *word != "-").map(str::to_owned).collect();
    match question.kind() {
        _ if words == "skip" => Answer::Skipped,
        Kind::Many { .. } | Kind::Activities => Answer::List(list()),
        Kind::Number { .. } | Kind::Nprs => Answer::Number(words.parse().unwrap()),
        Kind::NprsOr => words.parse().map_or_else(|_| Answer::Text(words.to_owned()), Answer::Number),
        Kind::One | Kind::Date => Answer::Text(words.to_owned()),
    }
}

/// A runner of 40 with little pain at the outer thigh, who skips what may be skipped.
pub(crate) fn plain(question: Question) -> &'static str {
    match question {
        Question::Sex => "not-said",
        Question::Goal => "run-30",
        Question::Side => "right",
        Question::RegionMain => "r-outer-thigh",
        Question::NprsNow | Question::NprsWalk | Question::NprsRun => "1",
        Question::NprsWorst | Question::Days => "3",
        Question::NprsAverage | Question::RunDays | Question::StrengthDays => "2",
        Question::Duration => "m3-6",
        Question::Aggravators => "a-run-only",
        Question::Stiff | Question::LoadChange => "none",
        Question::RunStatus => "less",
        Question::KmNow | Question::LongestKm => "8",
        Question::KmUsual | Question::EasyMin | Question::Minutes => "20",
        Question::Equipment => "mat chair",
        Question::Pool => "no",
        _ => "skip",
    }
}

pub(crate) fn pairs<'a>(lines: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    lines.iter().map(|line| line.split_once(' ').unwrap_or_else(|| panic!("{line}")))
}

/// These answers alone, given as `q-side left` or `s-locking click`, in this order.
pub(crate) fn only(lines: &[&str]) -> (Answers, Safety) {
    let (mut answers, mut safety) = (Answers::new(), Safety::new());
    for (id, words) in pairs(lines) {
        if let Some(question) = screening::Question::parse(id) {
            safety.set(question, &stored_safety(question, words)).unwrap();
        } else if id == "q-age" {
            answers.set_age(words.parse().ok());
        } else {
            let question = Question::parse(id).unwrap_or_else(|| panic!("{id}"));
            answers.set(question, &stored(question, words), day(0)).unwrap();
        }
    }
    (answers, safety)
}

/// A journal that is written day by day.
#[derive(Clone, Default)]
pub(crate) struct Diary {
    pub journal: Journal,
    day: i32,
    entries: i64,
}

impl Diary {
    /// What the safety screen of day 0 said, and nothing else.
    pub fn screened() -> Self {
        let mut diary = Self::default();
        diary.safety(&["s-age 40", "s-locking no", "s-rest-pain no", "s-course same"]);
        diary
    }

    /// With a whole evaluation of day 0: plain but these.
    pub fn evaluated(other: &[&str]) -> Self {
        let mut diary = Self::screened();
        diary.evaluate(other);
        diary
    }

    pub fn on(&mut self, day: i32) -> &mut Self {
        assert!(day >= self.day);
        self.day = day;
        self
    }

    pub fn write(&mut self, body: Body) -> EntryId {
        self.entries += 1;
        let id = EntryId::new(Millis(START + i64::from(self.day) * 86_400_000 + self.entries * 1000), 1);
        self.journal.insert(Entry { id, tz: 0, body });
        id
    }

    pub fn safety(&mut self, lines: &[&str]) -> &mut Self {
        for (id, words) in pairs(lines) {
            let question = screening::Question::parse(id).unwrap();
            self.write(Body::Answer { q: id.into(), a: stored_safety(question, words), ctx: Context::Screen });
        }
        self
    }

    /// An answer as any screen of the app writes it.
    pub fn say(&mut self, ctx: Context, line: &str) -> EntryId {
        let (id, words) = line.split_once(' ').unwrap();
        let question = Question::parse(id).unwrap_or_else(|| panic!("{id}"));
        self.write(Body::Answer { q: id.into(), a: stored(question, words), ctx })
    }

    pub fn finish(&mut self, moment: Moment) -> EntryId {
        self.write(Body::Finish { moment })
    }

    /// Answers what the evaluation asks until nothing waits: plain but these.
    pub fn evaluate(&mut self, other: &[&str]) -> &mut Self {
        for _ in 0..QUESTIONS.len() {
            let Some(question) = self.state().next() else { return self };
            let own = pairs(other).find(|(id, _)| *id == question.id());
            let answer = stored(question, own.map_or(plain(question), |(_, words)| words));
            for body in self.state().answer(question, &answer, day(self.day)).unwrap() {
                self.write(body);
            }
        }
        assert_eq!(self.state().next(), None);
        self
    }

    pub fn state(&self) -> Evaluation {
        Evaluation::of(&self.journal)
    }
}
