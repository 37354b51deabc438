//! A runner over weeks: trains what the plan gives, tells of mornings, does the checks that are due.

use super::person::Person;
use crate::journal::{Answer, Body, Choice, Context, EndedHow, ItemDone, Mark, Moment};
use crate::library::{ExerciseId, first};
use crate::program::adapt::morning;
use crate::program::plan::{Composed, after_session, pain_now, session_end, setting};
use crate::program::screening::tests::sample::{harmless, stored};
use crate::program::screening::{Button, Gate, Screening, Step};
use crate::program::{NoStart, Program};
use crate::units::{Effort, Millis, PainScore};

const DAY: i64 = 86_400_000;

/// How a session went.
#[derive(Debug, Clone, Default)]
pub struct Went {
    /// Pain before it.
    pub before: u8,
    /// The worst pain in it.
    pub worst: u8,
    /// How hard it was.
    pub effort: u8,
    /// Exercises that hurt, and how much.
    pub hurt: Vec<(ExerciseId, u8)>,
}

/// An easy session without a word of pain.
pub fn easy() -> Went {
    Went { before: 1, worst: 1, effort: 5, hurt: Vec::new() }
}

/// A person with a program that follows entry by entry.
#[derive(Clone)]
pub struct Life {
    pub person: Person,
    pub program: Program,
    first: Millis,
}

impl Life {
    pub fn new(person: Person) -> Self {
        let program = person.program();
        let first = Millis(person.now().wall.0 / DAY * DAY);
        Self { person, program, first }
    }

    /// Eight in the morning of that many days after the first.
    pub fn on(&mut self, day: i64) -> &mut Self {
        self.person.at(Millis(self.first.0 + day * DAY + 8 * 3_600_000));
        self.follow();
        self
    }

    fn follow(&mut self) {
        self.program = self.program.follow(&self.person.journal, self.person.now());
    }

    pub fn write(&mut self, bodies: impl IntoIterator<Item = Body>) -> &mut Self {
        for body in bodies {
            self.person.write(body);
        }
        self.follow();
        self
    }

    pub fn set(&mut self, question: &str, answer: Answer) -> &mut Self {
        let body = setting(question, answer).unwrap();
        self.write([body])
    }

    pub fn morning(&mut self, pain: u8) -> &mut Self {
        self.write(morning(PainScore::new(pain).unwrap(), false))
    }

    pub fn flare(&mut self) -> &mut Self {
        self.write([Body::Choice(Choice::Flare)])
    }

    /// Does the safety checks that are due, with nothing new.
    pub fn safe(&mut self) -> &mut Self {
        for _ in 0..100 {
            match &self.program.screening.gate {
                Gate::Due(..) => {
                    let bodies = self.program.screening.begin();
                    self.write(bodies);
                }
                Gate::Asking(asking) if asking.step == Step::ShortCheck => {
                    let bodies = self.program.screening.answer(Step::ShortCheck, &Button::answer(&[])).unwrap();
                    self.write(bodies);
                }
                Gate::Asking(asking) => {
                    let Step::Question(question) = asking.step else { return self };
                    let answer = stored(question, harmless(question));
                    let bodies = self.program.screening.answer(asking.step, &answer).unwrap();
                    self.write(bodies);
                }
                _ => return self,
            }
        }
        self
    }

    /// The weekly questions, and the next phase if it is open.
    pub fn check_in(&mut self, now: i64, worst: i64, settle: &str) -> &mut Self {
        let answer = |q: &str, a| Body::Answer { q: q.to_owned(), a, ctx: Context::CheckIn };
        let number = |q: &str, score| answer(q, Answer::Number(score));
        let bodies = vec![
            number("q-nprs-now", now),
            number("q-nprs-worst", worst),
            number("q-nprs-average", now),
            number("q-nprs-walk", now),
            number("q-nprs-stairs", now),
            answer("q-settle", Answer::Text(settle.to_owned())),
            Body::Finish { moment: Moment::CheckIn },
        ];
        self.write(bodies)
    }

    pub fn confirm(&mut self) -> &mut Self {
        let body = self.program.course.offer().and_then(|to| self.program.course.confirm(to));
        self.write(body)
    }

    /// The session that starts now.
    pub fn session(&self) -> Result<Composed, NoStart> {
        let Some(slot) = self.program.today.slot else {
            return Err(NoStart::None(crate::program::NoSession::NotFound));
        };
        self.program.start(slot, self.person.now())
    }

    /// Trains today's session, if there is one; what was planned.
    pub fn train(&mut self, went: &Went) -> Option<Composed> {
        self.write([pain_now(PainScore::new(went.before).unwrap(), Context::Before)]);
        let session = self.session().ok()?;
        let of = self.person.write(session.entry());
        let items = session.items.iter().map(|item| {
            let id = item.planned.exercise;
            let pain = went.hurt.iter().find(|(hurt, _)| *hurt == id).map(|(_, pain)| *pain);
            let mark = match pain {
                Some(6..) => Mark::Bad,
                Some(4 | 5) => Mark::Held,
                _ => Mark::Ok,
            };
            ItemDone {
                exercise: id.id().to_owned(),
                sets: item.planned.dose.sets,
                amount: 8,
                worst: pain.and_then(PainScore::new),
                mark,
                exchanged: None,
            }
        });
        let end = session_end(of, EndedHow::Done, session.seconds, items.collect());
        let after = after_session(of, PainScore::new(went.worst), Effort::new(went.effort), "");
        self.person.at(Millis(self.person.now().wall.0 + 1_200_000));
        self.write([end, after]);
        Some(session)
    }

    /// The program derived from the whole journal.
    pub fn anew(&self) -> Program {
        Program::derive(&self.person.journal, first(), self.person.now())
    }

    pub fn is_open(&self) -> bool {
        Screening::is_open(&self.program.screening)
    }
}
