//! A runner who goes through the app by what it asks: the safety screen, then the evaluation.

use crate::journal::{Body, BoneFinding, Entry, EntryId, Journal, OkEntry, Profession, Scope};
use crate::library::first;
use crate::program::Program;
use crate::program::evaluation::tests::sample::{pairs, plain, stored};
use crate::program::evaluation::{Evaluation, QUESTIONS};
use crate::program::screening::tests::sample::{harmless, stored as stored_safety};
use crate::program::screening::{Gate, Screening, Step};
use crate::units::{Day, Millis, Now};

/// Monday 2026-11-23, 08:00 UTC.
const MONDAY: i64 = 1_795_420_800_000;

/// A runner who writes a journal.
#[derive(Clone)]
pub(super) struct Person {
    pub journal: Journal,
    at: Millis,
    entries: u128,
}

impl Person {
    /// One who answered the safety screen on Monday at eight (harmless but these) and then the evaluation (plain but
    /// these).
    pub fn new(safety: &[&str], history: &[&str]) -> Self {
        let mut person = Self { journal: Journal::new(), at: Millis(MONDAY), entries: 0 };
        for body in Screening::begin_screen("runner") {
            person.write(body);
        }
        person.answer_safety(safety);
        person.evaluate(history);
        person
    }

    /// A later moment; the clock never goes back.
    pub fn at(&mut self, at: Millis) {
        self.at = self.at.max(at);
    }

    pub fn now(&self) -> Now {
        Now { wall: self.at, mono: Millis(0), zone: 0 }
    }

    pub fn today(&self) -> Day {
        self.now().day()
    }

    pub fn write(&mut self, body: Body) -> EntryId {
        self.entries += 1;
        self.at = Millis(self.at.0 + 10);
        let id = EntryId::new(self.at, self.entries);
        self.journal.insert(Entry { id, tz: 0, body });
        id
    }

    pub fn program(&self) -> Program {
        Program::derive(&self.journal, first(), self.now())
    }

    /// Answers what the safety screen asks until it asks nothing: harmless but these.
    pub fn answer_safety(&mut self, other: &[&str]) {
        for body in self.program().screening.begin() {
            self.write(body);
        }
        for _ in 0..100 {
            let screening = self.program().screening;
            let Gate::Asking(asking) = screening.gate else { return };
            let Step::Question(question) = asking.step else { panic!("the buttons") };
            let own = pairs(other).find(|(id, _)| *id == question.id());
            let words = own.map_or(harmless(question), |(_, words)| words);
            for body in screening.answer(asking.step, &stored_safety(question, words)).unwrap() {
                self.write(body);
            }
        }
        panic!("the screen has no end");
    }

    /// Answers what the evaluation asks until nothing waits: plain but these.
    pub fn evaluate(&mut self, other: &[&str]) {
        for _ in 0..QUESTIONS.len() {
            let evaluation = Evaluation::of(&self.journal);
            let Some(question) = evaluation.next() else { return };
            let own = pairs(other).find(|(id, _)| *id == question.id());
            let answer = stored(question, own.map_or(plain(question), |(_, words)| words));
            for body in evaluation.answer(question, &answer, self.today()).unwrap() {
                self.write(body);
            }
        }
    }

    /// A physician's OK of today with scope `full`, these flags ticked.
    pub fn seen(&mut self, flags: &[&str]) {
        let ok = OkEntry {
            on: self.today(),
            profession: Profession::Physician,
            scope: Scope::Full,
            bone: BoneFinding::NotChecked,
            flags: flags.iter().map(|id| (*id).to_owned()).collect(),
            name: String::new(),
            note: String::new(),
        };
        self.write(Body::Ok(ok));
    }
}
