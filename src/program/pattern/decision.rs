//! What the points decide: rows D0 to D3 (`patterns.md` section 3), and the reasons that are shown.
//!
//! A pattern is a group of answers that steers the plan, never a diagnosis. Not here: when it is worked out anew (see
//! `evaluation::Point`), and the words.

use super::scoring::{Known, Met, Points, SCORED, met};
use crate::library::Pattern;
use crate::program::evaluation::{Answers, Question, Region};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::program::screening::ActionLevel;

/// A pattern needs that many points.
const ENOUGH: u8 = 6;
/// From that many points on there are "many signs".
const MANY: u8 = 9;
/// A clear pattern leads by that many points.
const LEAD: u8 = 2;
/// `stiff-hip` counts from that age.
const STIFF_FROM: u8 = 45;
/// Reasons shown at most.
const SHOWN: usize = 3;

/// The row that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecisionRow {
    /// The main pain is not at the hip itself.
    D0,
    /// One pattern leads clearly.
    D1,
    /// More than one pattern fits.
    D2,
    /// No clear pattern yet.
    D3,
}

impl DecisionRow {
    /// All rows from the top.
    pub const ALL: [Self; 4] = [Self::D0, Self::D1, Self::D2, Self::D3];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::D0 => "D0",
            Self::D1 => "D1",
            Self::D2 => "D2",
            Self::D3 => "D3",
        }
    }
}

/// How much speaks for a pattern of row D1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Signs {
    /// 6 to 8 points.
    Some,
    /// 9 points or more.
    Many,
}

impl Signs {
    /// The last part of the words' key (`result.signs-<id>`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Some => "some",
            Self::Many => "many",
        }
    }
}

/// What the answers and the self-tests come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The row that decided.
    pub row: DecisionRow,
    /// The pattern whose lists and weights hold.
    pub pattern: Pattern,
    /// Row D2: the mixed patterns, whose early constraints and waits are added. Empty otherwise.
    pub mixed: Vec<Pattern>,
    /// Row D1: how much speaks for it.
    pub signs: Option<Signs>,
    /// The scores in the order of [`SCORED`]; `stiff-hip` under 45 has 0.
    pub scores: Points,
    /// Every rule that was met, by number.
    pub met: Vec<Met>,
    /// Whether `stiff-hip` counts.
    stiff_counts: bool,
}

/// What the page of the result shows: a state of the screening goes before every pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'a> {
    /// `clinician-first`: the action level shuts the program and is not cleared.
    ClinicianFirst,
    /// The pattern.
    Pattern(&'a Decided),
}

impl Decided {
    /// Adds up the points and takes the first row that matches.
    pub fn of(known: Known<'_>) -> Self {
        let met = met(known);
        let stiff_counts = known.answers.age().is_some_and(|age| age >= STIFF_FROM);
        let mut scores: Points = [0; SCORED.len()];
        for one in &met {
            for (score, points) in scores.iter_mut().zip(counted(one.points, stiff_counts)) {
                *score += points;
            }
        }
        let (row, pattern, mixed) = match known.answers.main_region() {
            Some(Region::LowBack | Region::Sacrum | Region::Knee | Region::LowerLeg) => {
                (DecisionRow::D0, Pattern::LoadGeneral, Vec::new())
            }
            _ => decide(scores),
        };
        let signs = (row == DecisionRow::D1).then(|| if highest(scores) >= MANY { Signs::Many } else { Signs::Some });
        Self { row, pattern, mixed, signs, scores, met, stiff_counts }
    }

    /// The reasons that are shown, at most three: row D1 by their points for the chosen pattern, D2 and D3 by their
    /// highest number, ties by rule number; those with none are left out. D0 has the words of its row alone.
    pub fn shown(&self) -> Vec<&Met> {
        if self.row == DecisionRow::D0 {
            return Vec::new();
        }
        let chosen = SCORED.iter().position(|pattern| *pattern == self.pattern);
        let weight = |one: &Met| {
            let points = counted(one.points, self.stiff_counts);
            match chosen {
                Some(at) if self.row == DecisionRow::D1 => points.get(at).copied().unwrap_or(0),
                _ => highest(points),
            }
        };
        let mut rules: Vec<&Met> = self.met.iter().filter(|one| weight(one) > 0).collect();
        // The sort keeps the order of equal ones, which is that of the rule numbers.
        rules.sort_by_key(|one| core::cmp::Reverse(weight(one)));
        rules.truncate(SHOWN);
        rules
    }

    /// The reason of the decision itself: the row, with the inputs of the rules that are shown.
    pub fn reason(&self, answers: &Answers) -> Reason {
        let inputs: Vec<Input> = if self.row == DecisionRow::D0 {
            vec![answers.said(Question::RegionMain)]
        } else {
            self.shown().into_iter().flat_map(|one| one.reason.inputs.clone()).collect()
        };
        Reason { rule: RuleId(self.row.id()), inputs, sources: vec![SourceKey("conv")] }
    }

    /// What is shown at that action level: `clinician-first` goes before all rows.
    pub const fn at_level(&self, level: ActionLevel) -> Shown<'_> {
        if level.shuts() { Shown::ClinicianFirst } else { Shown::Pattern(self) }
    }

    /// The score of a pattern; `load-general` has none.
    pub fn score(&self, pattern: Pattern) -> Option<u8> {
        SCORED.iter().zip(self.scores).find(|(known, _)| **known == pattern).map(|(_, score)| score)
    }
}

/// The points that count: without the column of `stiff-hip` under 45.
fn counted(mut points: Points, stiff_counts: bool) -> Points {
    if let (false, Some(stiff)) = (stiff_counts, points.last_mut()) {
        *stiff = 0;
    }
    points
}

fn highest(points: Points) -> u8 {
    points.into_iter().max().unwrap_or(0)
}

/// Rows D1 to D3. If two are highest, the second is the top too.
fn decide(scores: Points) -> (DecisionRow, Pattern, Vec<Pattern>) {
    let mut order = scores;
    order.sort_unstable();
    let [.., second, top] = order;
    if top < ENOUGH {
        return (DecisionRow::D3, Pattern::LoadGeneral, Vec::new());
    }
    let from = |least: u8| SCORED.into_iter().zip(scores).filter(move |(_, score)| *score >= least);
    if top - second >= LEAD {
        let leader = from(top).map(|(pattern, _)| pattern).next();
        return (DecisionRow::D1, leader.unwrap_or(Pattern::LoadGeneral), Vec::new());
    }
    let mixed = from(ENOUGH.max(top - 1)).map(|(pattern, _)| pattern).collect();
    (DecisionRow::D2, Pattern::LoadGeneral, mixed)
}
