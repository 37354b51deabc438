//! What the self-tests' screens show: projections of the journal and the program, without words.
//!
//! Not here: what a result means (see `program::selftest`).

use super::model::Model;
use crate::journal::{Body, NotDone, TestSide};
use crate::program::evaluation::BodySide;
use crate::program::pattern::NormClass;
use crate::program::plan::SoreSide;
use crate::program::selftest::{
    CORE, Changed, Check, Closed, Compared, Facts, SelfTest, TestLog, TestReport, Who, gate, report,
};
use crate::units::{Day, Now, PainScore};

/// How a test stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not done.
    Open,
    /// One side is done.
    Half,
    /// Done, with its class where one is known.
    Done(Day, Option<NormClass>),
    /// Not done, and said why.
    NotDone(NotDone),
    /// Left out for this runner.
    LeftOut,
}

/// A test in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestRow {
    /// Which.
    pub test: SelfTest,
    /// How it stands.
    pub standing: Standing,
}

/// The list.
#[derive(Debug, Clone, PartialEq)]
pub struct TestsView {
    /// Why none can be done now.
    pub closed: Option<Closed>,
    /// The core set.
    pub core: Vec<TestRow>,
    /// All others.
    pub others: Vec<TestRow>,
}

impl TestsView {
    /// The list as it is now; none before the program is there.
    pub fn of(model: &Model, now: Now) -> Option<Self> {
        let log = TestLog::of(model.journal.happened());
        let (who, side) = runner(model)?;
        let facts = facts(model, &log, now)?;
        let row = |test: SelfTest| {
            let known = report(&log, test, who, side);
            let days = [&known.left, &known.right].map(|side| side.done.map(|done| done.day));
            let standing = match days {
                [Some(left), Some(right)] => Standing::Done(left.min(right), known.class),
                _ if matches!(gate(test, &facts), Err(Closed::LeftOut(_))) => Standing::LeftOut,
                [None, None] => why_not(model, test, None).map_or(Standing::Open, Standing::NotDone),
                _ => Standing::Half,
            };
            TestRow { test, standing }
        };
        let closed = match gate(SelfTest::HipFlexion, &facts) {
            Ok(_) | Err(Closed::LeftOut(_)) => None,
            Err(closed) => Some(closed),
        };
        let others = SelfTest::ALL.iter().copied().filter(|test| !CORE.contains(test));
        Some(Self { closed, core: CORE.map(row).to_vec(), others: others.map(row).collect() })
    }

    /// How many of the core set are behind the runner.
    pub fn core_done(&self) -> usize {
        self.core
            .iter()
            .filter(|row| !matches!(row.standing, Standing::Open | Standing::Half | Standing::NotDone(_)))
            .count()
    }
}

/// One side's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideView {
    /// Which.
    pub side: TestSide,
    /// The result in tenths of the unit.
    pub tenths: Option<i32>,
    /// Its class.
    pub class: Option<NormClass>,
    /// Beside the result before.
    pub changed: Option<Changed>,
    /// When.
    pub day: Option<Day>,
    /// The worst pain in it.
    pub pain: Option<PainScore>,
    /// Why there is no result.
    pub why: Option<NotDone>,
}

/// The norm that holds for this runner, in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The first value of the target.
    pub target: i16,
    /// The first value near it.
    pub near: i16,
    /// More is better.
    pub at_least: bool,
}

/// One test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestView {
    /// Which.
    pub test: SelfTest,
    /// Why it cannot be done now.
    pub closed: Option<Closed>,
    /// Each side, or both at once.
    pub sides: Vec<SideView>,
    /// The norm; none where age decides and is not known.
    pub target: Option<Target>,
    /// The sides beside each other.
    pub compared: Option<Compared>,
    /// Whether the sore side counts, and not the worse one.
    pub sore_counts: bool,
    /// The next of the core set that is open.
    pub next: Option<SelfTest>,
}

impl TestView {
    /// A test as it is now; none before the program is there.
    pub fn of(model: &Model, test: SelfTest, now: Now) -> Option<Self> {
        let log = TestLog::of(model.journal.happened());
        let (who, side) = runner(model)?;
        let facts = facts(model, &log, now)?;
        let known = report(&log, test, who, side);
        let norm = test.protocol().norm;
        let is_open = |other: &SelfTest| {
            *other != test
                && log.done_on(*other).is_none()
                && why_not(model, *other, None).is_none()
                && gate(*other, &facts).is_ok()
        };
        Some(Self {
            test,
            closed: gate(test, &facts).err(),
            sides: sides(model, test, &known),
            target: known.band.map(|band| Target {
                target: band.target,
                near: band.near,
                at_least: norm.more_is_better(),
            }),
            compared: known.compared,
            sore_counts: side != SoreSide::BothSame,
            next: CORE.into_iter().find(is_open),
        })
    }

    /// Whether anything is known of it.
    pub fn is_known(&self) -> bool {
        self.sides.iter().any(|side| side.day.is_some() || side.why.is_some())
    }
}

fn sides(model: &Model, test: SelfTest, known: &TestReport<'_>) -> Vec<SideView> {
    let all = [(BodySide::Left, TestSide::Left, &known.left), (BodySide::Right, TestSide::Right, &known.right)];
    let together = test.protocol().together;
    let view = |(_, side, report): (BodySide, TestSide, &crate::program::selftest::SideReport<'_>)| {
        let side = if together { TestSide::Both } else { side };
        let result = report.done.and_then(|done| done.tenths);
        SideView {
            side,
            tenths: result,
            class: report.class,
            changed: report.changed,
            day: report.done.map(|done| done.day),
            pain: report.done.and_then(|done| done.pain),
            why: if result.is_none() { why_not(model, test, Some(side)) } else { None },
        }
    };
    all.into_iter().take(if together { 1 } else { 2 }).map(view).collect()
}

/// Why the newest entry of a test, or of one of its sides, has no result.
fn why_not(model: &Model, test: SelfTest, side: Option<TestSide>) -> Option<NotDone> {
    let newest = model.journal.happened().rev().find_map(|happened| match happened.body {
        Body::Test(entry) if entry.test == test.id() && side.is_none_or(|side| entry.side == side) => Some(entry.why),
        _ => None,
    });
    newest.flatten()
}

/// What stands before a test.
pub(super) fn gate_of(model: &Model, test: SelfTest, now: Now) -> Result<Vec<Check>, Closed> {
    let log = TestLog::of(model.journal.happened());
    facts(model, &log, now).map_or(Err(Closed::Shut), |facts| gate(test, &facts))
}

fn facts<'a>(model: &'a Model, log: &TestLog, now: Now) -> Option<Facts<'a>> {
    let program = model.program()?;
    Some(Facts {
        screening: model.screening(),
        pain_now: program.pain_now(now),
        flare_up: program.course.flare.is_some(),
        squeeze: log.squeeze(now.day()),
    })
}

fn runner(model: &Model) -> Option<(Who, SoreSide)> {
    let program = model.program()?;
    Some((Who::of(program.evaluation.answers()), program.settings.side))
}
