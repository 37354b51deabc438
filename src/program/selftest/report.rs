//! A test's results as the runner sees them: each side beside the norm, the sides beside each other, now beside before.
//!
//! Not here: words (see `locale`, `tests.result`), and what follows from a result (see `pattern`, `plan`).

use super::class::{Index, Who, index};
use super::log::{Done, TestLog};
use super::norms::Band;
use super::protocol::{Change, Difference, SelfTest};
use crate::program::evaluation::BodySide;
use crate::program::pattern::NormClass;
use crate::program::plan::SoreSide;

/// One side beside its other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// By so many tenths of the unit; `is_told` from the test's threshold on. `less` has the smaller result.
    Range {
        /// How much.
        by: i32,
        /// Whether it is enough to be told.
        is_told: bool,
        /// The side with the smaller result; none if they are equal.
        less: Option<BodySide>,
    },
    /// By the symmetry index.
    Index(Index),
    /// Both sides are 0: there is no index.
    NoIndex,
    /// By class.
    Class {
        /// Whether the classes differ.
        is_told: bool,
    },
}

/// Now beside before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// By more than the real change, for the better.
    Better,
    /// By more than the real change, for the worse.
    Worse,
    /// Not by more than the real change.
    Same,
}

/// One side.
#[derive(Debug, Clone, PartialEq)]
pub struct SideReport<'a> {
    /// What was done; none: not known yet.
    pub done: Option<&'a Done>,
    /// Its class; none: unknown.
    pub class: Option<NormClass>,
    /// Against the result before.
    pub changed: Option<Changed>,
}

/// A test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestReport<'a> {
    /// Which.
    pub test: SelfTest,
    /// The left side.
    pub left: SideReport<'a>,
    /// The right side.
    pub right: SideReport<'a>,
    /// The cuts that hold for this runner.
    pub band: Option<&'static Band>,
    /// The sides beside each other; none while one is not known, or where they are not compared.
    pub compared: Option<Compared>,
    /// The class that counts: of the sore side, for both alike of the worse one. None: unknown.
    pub class: Option<NormClass>,
}

/// How a test stands.
pub fn report(log: &TestLog, test: SelfTest, who: Who, sore: SoreSide) -> TestReport<'_> {
    let [left, right] = BodySide::ALL.map(|side| side_report(log, test, who, side));
    let class = match sore {
        SoreSide::Left | SoreSide::BothLeftWorse => left.class,
        SoreSide::Right | SoreSide::BothRightWorse => right.class,
        SoreSide::BothSame => worse(left.class, right.class),
    };
    let compared = compared(test, &left, &right);
    TestReport { test, left, right, band: test.protocol().norm.band(who.sex, who.age), compared, class }
}

/// The worse of two classes. One that is not known could be the worse one, unless the other is the worst there is.
fn worse(one: Option<NormClass>, other: Option<NormClass>) -> Option<NormClass> {
    match (one, other) {
        (Some(NormClass::Below), _) | (_, Some(NormClass::Below)) => Some(NormClass::Below),
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => None,
    }
}

fn side_report(log: &TestLog, test: SelfTest, who: Who, side: BodySide) -> SideReport<'_> {
    let done = log.newest(test, side);
    let result = done.and_then(|done| done.tenths);
    let before = log.before(test, side).and_then(|before| before.tenths);
    SideReport {
        done,
        class: result.and_then(|tenths| test.class(tenths, who)),
        changed: before.zip(result).map(|(before, now)| changed(test, before, now, who)),
    }
}

/// What a later result says beside an earlier one: only more than the "real change" counts; for quality a class does.
pub(super) fn changed(test: SelfTest, before: i32, now: i32, who: Who) -> Changed {
    let protocol = test.protocol();
    let rise = if protocol.norm.more_is_better() { now - before } else { before - now };
    let counts = match protocol.change {
        Change::MoreThan(tenths) => rise.abs() > tenths,
        Change::Class => test.class(before, who) != test.class(now, who),
    };
    match (counts, rise > 0) {
        (false, _) => Changed::Same,
        (true, true) => Changed::Better,
        (true, false) => Changed::Worse,
    }
}

fn compared(test: SelfTest, left: &SideReport<'_>, right: &SideReport<'_>) -> Option<Compared> {
    let tenths = |side: &SideReport<'_>| side.done.and_then(|done| done.tenths);
    let (one, other) = (tenths(left)?, tenths(right)?);
    match test.protocol().difference {
        Difference::Tenths(threshold) => {
            let less = match one.cmp(&other) {
                core::cmp::Ordering::Less => Some(BodySide::Left),
                core::cmp::Ordering::Greater => Some(BodySide::Right),
                core::cmp::Ordering::Equal => None,
            };
            let by = (one - other).abs();
            Some(Compared::Range { by, is_told: by >= threshold, less })
        }
        Difference::Index => Some(index(one, other).map_or(Compared::NoIndex, Compared::Index)),
        Difference::Class => Some(Compared::Class { is_told: left.class? != right.class? }),
        Difference::None => None,
    }
}
