//! Made-up answers and journals for the tests of the screening.

use crate::journal::{Answer, Body, BoneFinding, Context, Entry, EntryId, Journal, Moment, OkEntry, Profession, Scope};
use crate::program::screening::*;
use crate::units::{Day, Millis, Now};

/// 2026-11-02T12:00:00Z.
const START: i64 = 1_793_620_800_000;

pub(super) fn day(n: i32) -> Day {
    Day::parse("2026-11-02").unwrap().plus(n)
}

pub(super) fn now(n: i32) -> Now {
    Now { wall: Millis(START + i64::from(n) * 86_400_000 + 3_600_000), mono: Millis(0), zone: 0 }
}

/// An answer as it would be stored, from words separated by spaces.
pub(crate) fn stored(question: Question, words: &str) -> Answer {
    match question.kind() {
        Kind::Many => Answer::List(words.split(' ').map(str::to_owned).collect()),
        Kind::Number { .. } | Kind::Nprs => Answer::Number(words.parse().unwrap()),
        _ => Answer::Text(words.to_owned()),
    }
}

/// The answer of a runner of 40 with an old, unchanged pain on the outer side and no warning sign.
pub(crate) fn harmless(question: Question) -> &'static str {
    match question {
        Question::Testicle => "does-not-apply",
        Question::Place => "outer",
        Question::RunPain => "eases",
        Question::Limp => "normal",
        Question::Course => "same",
        Question::Bsi => "never",
        Question::Age => "40",
        Question::RestNow => "1",
        Question::Floor => "yes",
        _ if question.options().contains(&"none") => "none",
        _ => "no",
    }
}

/// All answers harmless but these, given as `s-limp limp`.
pub(super) fn answers(other: &[&str]) -> Answers {
    let mut answers = Answers::new();
    for question in QUESTIONS {
        answers.set(question, &stored(question, harmless(question))).unwrap();
    }
    for (question, words) in pairs(other) {
        answers.set(question, &stored(question, words)).unwrap();
    }
    answers
}

fn pairs<'a>(other: &'a [&str]) -> impl Iterator<Item = (Question, &'a str)> {
    other.iter().map(|line| {
        let (id, words) = line.split_once(' ').unwrap();
        (Question::parse(id).unwrap_or_else(|| panic!("{id}")), words)
    })
}

/// The outcome of these answers on day 0, with `q-pool` = `both`, and no OK.
pub(crate) fn outcome(other: &[&str]) -> Outcome {
    evaluate(&answers(other), Pool::Both, &Clearance::none(day(0)))
}

/// A journal that is written day by day.
#[derive(Clone)]
pub(super) struct Diary {
    pub journal: Journal,
    day: i32,
    entries: i64,
}

impl Diary {
    pub fn new() -> Self {
        Self { journal: Journal::new(), day: 0, entries: 0 }
    }

    /// The same screen of day 0 with harmless answers but these.
    pub fn screened(other: &[&str]) -> Self {
        let mut diary = Self::new();
        diary.screen(other);
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

    pub fn begin(&mut self, moment: Moment, questions: &[&str]) -> &mut Self {
        let questions = questions.iter().map(|id| (*id).to_owned()).collect();
        self.write(Body::Begin { moment, why: "runner".into(), questions });
        self
    }

    pub fn answer(&mut self, q: &str, a: Answer) -> EntryId {
        self.write(Body::Answer { q: q.into(), a, ctx: Context::Screen })
    }

    /// Answers given as `s-limp limp`.
    pub fn say(&mut self, lines: &[&str]) -> &mut Self {
        for (question, words) in pairs(lines) {
            self.answer(question.id(), stored(question, words));
        }
        self
    }

    /// A whole screen with every answer, harmless but these; what comes after a stop does not count.
    pub fn screen(&mut self, other: &[&str]) -> &mut Self {
        self.begin(Moment::Screen, &[]);
        let answers = answers(other);
        for question in QUESTIONS {
            self.answer(question.id(), answers.answer(question).unwrap());
        }
        self.write(Body::Finish { moment: Moment::Screen });
        self
    }

    /// A whole screen as it is asked, question by question: harmless answers but these.
    pub fn walk(&mut self, other: &[&str]) -> &mut Self {
        self.begin(Moment::Screen, &[]);
        self.go_on(other)
    }

    /// Answers what is asked until nothing is: harmless but these.
    pub fn go_on(&mut self, other: &[&str]) -> &mut Self {
        let other: Vec<(Question, &str)> = pairs(other).collect();
        for _ in 0..100 {
            let Gate::Asking(asking) = self.gate() else { return self };
            let Step::Question(question) = asking.step else { panic!("the buttons") };
            let words = other.iter().find(|(q, _)| *q == question).map_or(harmless(question), |(_, words)| *words);
            for body in self.state().answer(asking.step, &stored(question, words)).unwrap() {
                self.write(body);
            }
        }
        panic!("no end")
    }

    pub fn tap(&mut self, buttons: &[Button]) -> &mut Self {
        self.begin(Moment::Short, &[]);
        self.answer(SHORT_CHECK, Button::answer(buttons));
        self
    }

    pub fn ok(&mut self, visit: i32, scope: Scope, flags: &[&str]) -> EntryId {
        self.ok_bone(visit, scope, BoneFinding::NotChecked, flags)
    }

    pub fn ok_bone(&mut self, visit: i32, scope: Scope, bone: BoneFinding, flags: &[&str]) -> EntryId {
        self.write(Body::Ok(ok(visit, scope, bone, flags)))
    }

    pub fn state(&self) -> Screening {
        Screening::of(&self.journal, now(self.day))
    }

    pub fn gate(&self) -> Gate {
        self.state().gate
    }
}

pub(super) fn ok(visit: i32, scope: Scope, bone: BoneFinding, flags: &[&str]) -> OkEntry {
    OkEntry {
        on: day(visit),
        profession: Profession::Physician,
        scope,
        bone,
        flags: flags.iter().map(|id| (*id).to_owned()).collect(),
        name: String::new(),
        note: String::new(),
    }
}
