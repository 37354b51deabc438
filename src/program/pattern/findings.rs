//! What the self-tests found, as far as the pattern needs it: a lookup by test and side.
//!
//! A test that was not done is not in it and so "not known yet", never zero. Not here: how a test is measured and classed.

use crate::program::evaluation::{BodySide, Region};
use crate::units::PainScore;

/// The class of a result against its norm (`evaluation.md` sections 4 to 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NormClass {
    /// Under the norm.
    Below,
    /// Close to it.
    Near,
    /// At the norm or better.
    Target,
}

/// Pain in a test of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestPain {
    /// The worst of it.
    pub worst: PainScore,
    /// Where.
    pub regions: Vec<Region>,
    /// The second at which it came; only `t-stance` asks.
    pub from_second: Option<u16>,
}

/// The newest result of a test on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The test's id, such as `t-hip-ir-seated`.
    pub test: &'static str,
    /// The side that was tested.
    pub side: BodySide,
    /// Its class; none where the test has no classes, or what they need (age) is not known.
    pub class: Option<NormClass>,
    /// The result in tenths of the test's unit.
    pub tenths: Option<i32>,
    /// Pain in it; none if it was not told. A pain of 0 is told.
    pub pain: Option<TestPain>,
}

/// The findings that are known, at most one a test and side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// No test was done yet.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Takes one in, in place of an older one of the same test and side.
    pub fn put(&mut self, finding: Finding) {
        self.0.retain(|known| (known.test, known.side) != (finding.test, finding.side));
        self.0.push(finding);
    }

    /// What is known of that test on that side.
    pub fn get(&self, test: &str, side: BodySide) -> Option<&Finding> {
        self.0.iter().find(|finding| finding.test == test && finding.side == side)
    }

    /// Whether a test was done on any side.
    pub fn is_known(&self, test: &str) -> bool {
        self.0.iter().any(|finding| finding.test == test)
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<T: IntoIterator<Item = Finding>>(findings: T) -> Self {
        let mut all = Self::none();
        for finding in findings {
            all.put(finding);
        }
        all
    }
}
