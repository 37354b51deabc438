//! From tries to a result: rounding, class, symmetry (`evaluation.md` section 2).
//!
//! Not here: the cuts of a test (see `table`), and results over time (see `report`).

use super::norms::Sex;
use super::protocol::{Scoring, SelfTest};
use crate::program::evaluation::{Answers, Question};
use crate::program::pattern::NormClass;

/// Whom a result is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Who {
    /// `q-sex`.
    pub sex: Sex,
    /// `s-age`, in years.
    pub age: Option<u8>,
}

impl Who {
    /// The runner of these answers.
    pub fn of(answers: &Answers) -> Self {
        let sex = answers.chosen(Question::Sex).next().map_or(Sex::NotSaid, Sex::read);
        Self { sex, age: answers.age() }
    }
}

/// The result of some tries, in tenths of the unit and rounded as it is classed: to whole units, half up, and
/// `t-knee-to-wall` to tenths. None of no try, or where one is out of range.
pub fn rounded(test: SelfTest, tries: &[i32]) -> Option<i32> {
    if tries.iter().any(|tenths| !test.is_valid(*tenths)) {
        return None;
    }
    let more_is_better = test.protocol().norm.more_is_better();
    let (sum, count) = match test.tries().1 {
        Scoring::Mean => (tries.iter().map(|tenths| i64::from(*tenths)).sum(), i64::try_from(tries.len()).ok()?),
        Scoring::Best if more_is_better => (i64::from(*tries.iter().max()?), 1),
        Scoring::Best => (i64::from(*tries.iter().min()?), 1),
        Scoring::Single => (i64::from(*tries.last()?), 1),
    };
    if count == 0 {
        return None;
    }
    // Rounded once, from the exact mean: a half goes up.
    let step = if test == SelfTest::KneeToWall { 1 } else { 10 };
    let steps = (2 * sum + count * step).div_euclid(2 * count * step);
    i32::try_from(steps * step).ok()
}

impl SelfTest {
    /// The class of a rounded result; none where age decides and is not known.
    pub fn class(self, tenths: i32, who: Who) -> Option<NormClass> {
        self.protocol().norm.class(tenths, who.sex, who.age)
    }
}

/// The symmetry index with what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// 90 or more.
    Even(u8),
    /// 80 to 89.
    SlightlyUneven(u8),
    /// Under 80.
    Uneven(u8),
}

impl Index {
    /// Weaker / stronger x 100, from 0 to 100.
    pub const fn get(self) -> u8 {
        match self {
            Self::Even(index) | Self::SlightlyUneven(index) | Self::Uneven(index) => index,
        }
    }

    /// The last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Even(_) => "even",
            Self::SlightlyUneven(_) => "slightly-uneven",
            Self::Uneven(_) => "uneven",
        }
    }
}

/// The symmetry index of two results in seconds or repetitions; none if both are 0. What is left of a percent falls away,
/// so that 89.9 is not 90.
pub fn index(one: i32, other: i32) -> Option<Index> {
    let (weaker, stronger) = (one.min(other), one.max(other));
    if stronger <= 0 || weaker < 0 {
        return None;
    }
    let percent = u8::try_from(i64::from(weaker) * 100 / i64::from(stronger)).ok()?;
    Some(match percent {
        90.. => Index::Even(percent),
        80..=89 => Index::SlightlyUneven(percent),
        _ => Index::Uneven(percent),
    })
}
