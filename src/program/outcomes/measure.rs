//! The ten measures as data (`outcomes.md` section 1).
//!
//! Not here: scores and labels (see `label`), when they are asked (see `due`).

use crate::program::reason::SourceKey;

/// The question of global change (`OM-5`): -5 to 5.
pub const CHANGE: &str = "q-change";
/// The question of nights (`OM-9`): 0 to 7.
pub const NIGHTS: &str = "q-nights";

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// `OM-1`.
    PainNow,
    /// `OM-2`.
    PainWorst,
    /// `OM-3`.
    PainAverage,
    /// `OM-4`.
    Activities,
    /// `OM-5`.
    Change,
    /// `OM-6`.
    Adherence,
    /// `OM-7`.
    Symmetry,
    /// `OM-8`.
    Volume,
    /// `OM-9`.
    Nights,
    /// `OM-10`.
    PainWeek,
}

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Points of a scale.
    Points,
    /// Percent.
    Percent,
    /// Kilometers and minutes.
    Distance,
    /// Nights of 7.
    Nights,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The measure.
    pub measure: Measure,
    /// The stable id.
    pub id: &'static str,
    /// The question, if it is asked.
    pub question: Option<&'static str>,
    /// The lowest and highest whole answer.
    pub range: (i8, i8),
    /// What it counts.
    pub unit: Unit,
    /// Days for which an answer is "now"; none: worked out for today.
    pub fresh: Option<i32>,
    /// Sources in the order of the row.
    pub sources: &'static [SourceKey],
}

macro_rules! measures {
    ($($measure:ident $id:literal $question:expr, $range:expr, $unit:ident, $fresh:expr, [$($source:literal),+];)+) => {
        /// All ten, in order.
        pub static MEASURES: [Row; 10] = [$(Row {
            measure: Measure::$measure,
            id: $id,
            question: $question,
            range: $range,
            unit: Unit::$unit,
            fresh: $fresh,
            sources: &[$(SourceKey($source)),+],
        }),+];
    };
}

measures! {
    PainNow "OM-1" Some("q-nprs-now"), (0, 10), Points, Some(7), ["conv"];
    PainWorst "OM-2" Some("q-nprs-worst"), (0, 10), Points, Some(7), ["farrar2001", "salaffi2004"];
    PainAverage "OM-3" Some("q-nprs-average"), (0, 10), Points, Some(7), ["farrar2001", "salaffi2004"];
    Activities "OM-4" Some("q-activities"), (0, 10), Points, Some(28), ["stratford1995", "abbott2014"];
    Change "OM-5" Some(CHANGE), (-5, 5), Points, Some(28), ["kamper2009"];
    Adherence "OM-6" None, (0, 100), Percent, None, ["kemp2020", "conv"];
    Symmetry "OM-7" None, (0, 100), Percent, Some(28), ["conv"];
    Volume "OM-8" None, (0, 127), Distance, None, ["frandsen2025", "conv"];
    Nights "OM-9" Some(NIGHTS), (0, 7), Nights, Some(7), ["conv"];
    PainWeek "OM-10" None, (0, 10), Points, None, ["farrar2001", "conv"];
}

impl Measure {
    /// Its row.
    pub fn row(self) -> &'static Row {
        static NONE: Row = Row {
            measure: Measure::PainNow,
            id: "OM-1",
            question: None,
            range: (0, 10),
            unit: Unit::Points,
            fresh: None,
            sources: &[],
        };
        MEASURES.iter().find(|row| row.measure == self).unwrap_or(&NONE)
    }

    /// The stable id.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The measure of a question.
    pub fn of_question(question: &str) -> Option<Self> {
        MEASURES.iter().find(|row| row.question == Some(question)).map(|row| row.measure)
    }
}

/// Whether a whole number answers a measure's question.
pub fn fits(measure: Measure, answer: i64) -> bool {
    let (low, high) = measure.row().range;
    (i64::from(low)..=i64::from(high)).contains(&answer) && measure.row().question.is_some()
}
