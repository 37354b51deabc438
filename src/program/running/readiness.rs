//! Readiness to run: the criteria `RUN-R01` to `RUN-R15`, each met or not, with its reason (`return-to-run.md` section 1).
//!
//! Not here: how a self-test is done and classed (see the evaluation), and what opens when all are met (see `state`).

use super::basis::{Basis, Leg, ReadyTest, TestFact, Went, reason, said};
use super::course::Course;
use super::log::{Logged, RunLog, Told};
use super::response::{Morning, MorningAnswer};
use super::what::What;
use crate::library::{Constraint, Pattern};
use crate::program::plan::SoreSide;
use crate::program::reason::{Input, Reason};
use crate::program::screening::Question;
use crate::units::Day;

/// Days for which a test counts.
const TEST_DAYS: i32 = 28;
/// Days for which a check-in's answer counts.
const ANSWER_DAYS: i32 = 7;

/// One criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Criterion(u8);

const IDS: [&str; 15] = [
    "RUN-R01", "RUN-R02", "RUN-R03", "RUN-R04", "RUN-R05", "RUN-R06", "RUN-R07", "RUN-R08", "RUN-R09", "RUN-R10",
    "RUN-R11", "RUN-R12", "RUN-R13", "RUN-R14", "RUN-R15",
];

impl Criterion {
    /// All fifteen, in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..15).map(Self)
    }

    /// The stable id.
    pub fn id(self) -> &'static str {
        IDS.get(usize::from(self.0)).copied().unwrap_or("RUN-R01")
    }

    /// Whether a clinician may clear it: neither the lock nor the impact steps.
    pub const fn may_be_cleared(self) -> bool {
        self.0 != 0 && self.0 != 14
    }
}

/// Whether a criterion is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Met {
    /// It is.
    Yes,
    /// A clinician cleared it.
    Cleared,
    /// It is not, or it is not known.
    No,
}

/// A criterion as it stands, with why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub criterion: Criterion,
    /// Whether it is met.
    pub met: Met,
    /// What mattered; a value that is not known has no answer.
    pub reason: Reason,
}

/// Readiness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// All fifteen, in order.
    pub criteria: Vec<Judged>,
}

impl Readiness {
    /// How ready the runner is on that day.
    pub fn of(basis: &Basis<'_>, log: &RunLog, course: &Course, today: Day) -> Self {
        let known = Known { basis, log, course, today };
        let criteria = Criterion::all().map(|criterion| known.judge(criterion)).collect();
        Self { criteria }
    }

    /// `RUN-R01` to `RUN-R14`: impact steps may begin, and phase `run` opens (`PRG-L1`).
    pub fn is_ready(&self) -> bool {
        self.criteria.iter().take(14).all(|judged| judged.met != Met::No)
    }

    /// `RUN-R15` too: stage 1 opens.
    pub fn is_complete(&self) -> bool {
        self.criteria.iter().all(|judged| judged.met != Met::No)
    }

    /// What is missing, in order.
    pub fn missing(&self) -> impl Iterator<Item = &Judged> {
        self.criteria.iter().filter(|judged| judged.met == Met::No)
    }
}

/// A criterion's value and inputs.
type Value = (bool, Vec<Input>);

struct Known<'a> {
    basis: &'a Basis<'a>,
    log: &'a RunLog,
    course: &'a Course,
    today: Day,
}

impl Known<'_> {
    fn judge(&self, criterion: Criterion) -> Judged {
        let (met, inputs) = self.value(criterion);
        let cleared = criterion.may_be_cleared() && self.basis.limits.cleared.iter().any(|id| id == criterion.id());
        let sources: &[&'static str] = match criterion.id() {
            "RUN-R01" => &["george2024", "conv"],
            "RUN-R08" => &["hebertlosier2017", "conv"],
            "RUN-R13" => &["thorborg2017", "conv"],
            _ => &["conv"],
        };
        let met = if met { Met::Yes } else { Met::No };
        let met = if met == Met::No && cleared { Met::Cleared } else { met };
        Judged { criterion, met, reason: reason(criterion.id(), inputs, sources) }
    }

    fn value(&self, criterion: Criterion) -> Value {
        match criterion.0 {
            0 => self.unlocked(),
            1 => self.brisk_walk(),
            2 => {
                let average = self.basis.average7;
                (average.is_some_and(|average| average <= 20), vec![tenths("avg7", average)])
            }
            3 => self.option("s-rest-pain", &["no"]),
            4 => {
                let (limp, mut inputs) = self.option("s-limp", &["normal", "first-steps"]);
                let (walk, more) = self.low("q-nprs-walk");
                inputs.extend(more);
                (limp && walk, inputs)
            }
            5 => self.low("q-nprs-stairs"),
            6 => self.test(ReadyTest::Stance, |fact| fact.near_or_target && low(fact) && fact.value >= 20),
            7 => self.calf(),
            8 => self.test(ReadyTest::Bridge, near),
            9 => self.test(ReadyTest::Abduction, near),
            10 => self.side_plank(),
            11 => self.squat(),
            12 => {
                let (squeeze, mut inputs) = self.test(ReadyTest::Squeeze, low);
                let (flexion, more) = self.test(ReadyTest::HipFlexion, low);
                inputs.extend(more);
                (squeeze && flexion, inputs)
            }
            13 => {
                let last = self.basis.results.iter().rev().take(3);
                let good = last.clone().count() == 3 && last.clone().all(|went| *went <= Went::Hold);
                (good, vec![said("results", last.filter(|went| **went <= Went::Hold).count().to_string())])
            }
            _ => (self.course.is_ready_for_impact(), vec![said("impact-step", self.course.impact.step.id())]),
        }
    }

    fn unlocked(&self) -> Value {
        if let Some(lock) = self.course.lock {
            return (false, vec![said("lock", lock.rule.0)]);
        }
        let lock = self.basis.lock(self.today);
        (lock.is_none(), lock.map(|lock| lock.inputs).unwrap_or_default())
    }

    /// 30 minutes on 2 days of the last 7, pain 0 to 2, and the next morning settled. (The safer reading: the last 7.)
    fn brisk_walk(&self) -> Value {
        let counts = |walk: &&Logged| {
            walk.what == What::Walk
                && (0..ANSWER_DAYS).contains(&self.today.since(walk.day))
                && walk.walk.0 >= 1800
                && walk.felt.during.is_some_and(|pain| pain.get() <= 2)
                && matches!(walk.felt.morning, MorningAnswer::Given { class: Morning::Settled, .. })
        };
        let mut days: Vec<Day> = self.log.runs.iter().filter(counts).map(|walk| walk.day).collect();
        days.dedup();
        (days.len() >= 2, vec![said("walk", days.len().to_string())])
    }

    fn answer(&self, question: &'static str) -> Option<&Told> {
        self.log.fresh(question, self.today, ANSWER_DAYS)
    }

    fn option(&self, question: &'static str, good: &[&str]) -> Value {
        let told = self.answer(question).and_then(Told::text);
        let answer = told.map(str::to_owned).into_iter().collect();
        (told.is_some_and(|told| good.contains(&told)), vec![Input::Said { question, answer }])
    }

    fn low(&self, question: &'static str) -> Value {
        let told = self.answer(question).and_then(Told::number);
        let answer = told.map(|told| told.to_string()).into_iter().collect();
        (told.is_some_and(|told| told <= 2), vec![Input::Said { question, answer }])
    }

    fn fact(&self, test: ReadyTest, leg: Leg) -> Option<&TestFact> {
        let fresh = |fact: &&TestFact| (0..TEST_DAYS).contains(&self.today.since(fact.day));
        self.basis.tests.iter().rev().find(|fact| fact.test == test && fact.leg == leg).filter(fresh)
    }

    fn on(&self, test: ReadyTest, legs: &[Leg], good: impl Fn(&TestFact) -> bool) -> Value {
        let facts = legs.iter().map(|leg| self.fact(test, *leg));
        let answer = facts.clone().flatten().map(|fact| fact.value.to_string()).collect();
        (facts.clone().all(|fact| fact.is_some_and(&good)), vec![Input::Said { question: test.id(), answer }])
    }

    fn test(&self, test: ReadyTest, good: impl Fn(&TestFact) -> bool) -> Value {
        self.on(test, self.basis.legs(), good)
    }

    /// `RUN-R08`: one rule for everybody. An unknown age counts as under 60.
    fn calf(&self) -> Value {
        let age = self.basis.screening.answers.number(Question::Age);
        let least = if age.is_some_and(|age| age >= 60) { 14 } else { 20 };
        let (met, mut inputs) = self.test(ReadyTest::Calf, |fact| low(fact) && fact.value >= least);
        let both = [Leg::Left, Leg::Right].map(|leg| self.fact(ReadyTest::Calf, leg).map(|fact| fact.value));
        let index = match both {
            [Some(left), Some(right)] => symmetry(left, right),
            _ => None,
        };
        inputs.push(Input::Said {
            question: "index",
            answer: index.map(|index| index.to_string()).into_iter().collect(),
        });
        (met && index.is_some_and(|index| index >= 90), inputs)
    }

    /// `RUN-R11`: with the outer-hip pattern only with the less sore side down.
    fn side_plank(&self) -> Value {
        if !self.basis.is_pattern(&[Pattern::LateralHip]) {
            return self.test(ReadyTest::SidePlank, near);
        }
        let less: &[Leg] = match self.basis.side {
            SoreSide::Left | SoreSide::BothLeftWorse => &[Leg::Right],
            _ => &[Leg::Left],
        };
        self.on(ReadyTest::SidePlank, less, near)
    }

    /// `RUN-R12`: without balance the step-up (without a step the squat) at level 2 stands in.
    fn squat(&self) -> Value {
        if !self.basis.is_active(Constraint::Balance) {
            return self.test(ReadyTest::Squat, near);
        }
        let fresh = |day: Day| (0..TEST_DAYS).contains(&self.today.since(day));
        let needs_step = self.basis.has_step;
        let done = self.log.step_up.iter().any(|(day, step)| fresh(*day) && (*step || !needs_step));
        (done, vec![Input::Constraint(Constraint::Balance)])
    }
}

/// "Near+": class `near` or `target` at pain 0 to 2.
fn near(fact: &TestFact) -> bool {
    fact.near_or_target && low(fact)
}

fn low(fact: &TestFact) -> bool {
    fact.pain.is_some_and(|pain| pain <= 2)
}

/// Weaker side / stronger side x 100, rounded half up (`OM-7`); none when both are 0.
pub fn symmetry(left: u16, right: u16) -> Option<u16> {
    let (weaker, stronger) = (u32::from(left.min(right)), u32::from(left.max(right)));
    (stronger > 0).then(|| u16::try_from((weaker * 200 + stronger) / (stronger * 2)).unwrap_or(100))
}

fn tenths(question: &'static str, value: Option<u16>) -> Input {
    let answer = value.map(|value| format!("{}.{}", value / 10, value % 10)).into_iter().collect();
    Input::Said { question, answer }
}
