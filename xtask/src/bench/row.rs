//! One line of the table: what was measured, how often, and whether it keeps its promise.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::process;

/// What was promised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Not more than this, in the unit of the row.
    AtMost(f64),
    /// Nothing: it explains another row.
    None,
}

/// One line.
#[derive(Debug)]
pub struct Row {
    name: String,
    goal: Goal,
    unit: &'static str,
    samples: Vec<f64>,
}

impl Row {
    /// The samples are in `unit`.
    pub fn new(name: impl Into<String>, goal: Goal, unit: &'static str, samples: Vec<f64>) -> Self {
        Self { name: name.into(), goal, unit, samples }
    }

    /// The median; none without samples.
    pub fn value(&self) -> Option<f64> {
        median(&self.samples)
    }

    /// Whether the promise is kept; none where there is no promise. A promise that could not be measured is not kept.
    fn is_met(&self) -> Option<bool> {
        match self.goal {
            Goal::AtMost(most) => Some(self.value().is_some_and(|value| value <= most)),
            Goal::None => None,
        }
    }

    /// Says it as a line under [`show_head`].
    pub fn show(&self) {
        let goal = match self.goal {
            Goal::AtMost(most) => format!("≤ {} {}", number(most), self.unit),
            Goal::None => String::new(),
        };
        let value = self.value().map_or("-".to_owned(), |value| format!("{} {}", number(value), self.unit));
        let met = match self.is_met() {
            Some(true) => "met",
            Some(false) => "NOT MET",
            None => "",
        };
        let spread = match (least(&self.samples), most(&self.samples)) {
            (Some(least), Some(most)) if self.samples.len() > 1 => {
                format!("{} – {} ({})", number(least), number(most), self.samples.len())
            }
            _ => String::new(),
        };
        process::say(&format!("{:<58} {goal:>12} {value:>12}  {met:<8} {spread}", self.name));
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let goal = match self.goal {
            Goal::AtMost(most) => Some(most),
            Goal::None => None,
        };
        let mut row = serializer.serialize_struct("Row", 6)?;
        row.serialize_field("name", &self.name)?;
        row.serialize_field("unit", self.unit)?;
        row.serialize_field("at_most", &goal)?;
        row.serialize_field("median", &self.value())?;
        row.serialize_field("met", &self.is_met())?;
        row.serialize_field("samples", &self.samples)?;
        row.end()
    }
}

/// The head of the table.
pub fn show_head() {
    process::say(&format!("{:<58} {:>12} {:>12}  {:<8} least – most (samples)", "Measured", "goal", "median", ""));
}

/// The middle sample, or the mean of the two in the middle.
pub fn median(samples: &[f64]) -> Option<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    match sorted.get((sorted.len() / 2).wrapping_sub(1)) {
        Some(lower) if sorted.len().is_multiple_of(2) => Some(f64::midpoint(*lower, upper)),
        _ => Some(upper),
    }
}

fn least(samples: &[f64]) -> Option<f64> {
    samples.iter().copied().min_by(f64::total_cmp)
}

fn most(samples: &[f64]) -> Option<f64> {
    samples.iter().copied().max_by(f64::total_cmp)
}

/// Two digits after the point below ten, one below a hundred, none above.
fn number(value: f64) -> String {
    let text = match value.abs() {
        small if small < 10.0 => format!("{value:.2}"),
        middle if middle < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 9.0, 2.0]), Some(3.0));
    }

    #[test]
    fn a_promise_is_kept_up_to_its_bound_and_never_without_a_sample() {
        let met = |goal, samples: &[f64]| Row::new("x", goal, "ms", samples.to_vec()).is_met();
        assert_eq!(met(Goal::AtMost(4.0), &[4.0]), Some(true));
        assert_eq!(met(Goal::AtMost(4.0), &[4.1]), Some(false));
        assert_eq!(met(Goal::AtMost(4.0), &[]), Some(false));
        assert_eq!(met(Goal::None, &[4.0]), None);
    }

    #[test]
    fn numbers_are_short() {
        let all = [(0.0, "0"), (1.5, "1.5"), (1.256, "1.26"), (42.04, "42"), (180.0, "180"), (699.6, "700")];
        for (value, text) in all {
            assert_eq!(number(value), text);
        }
    }
}
