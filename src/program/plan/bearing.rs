//! What steers a plan: pattern, phase, irritability.
//!
//! Not here: how the evaluation and the log come to them. Until there is an evaluation the first plan holds.

use crate::library::{Pattern, Phase};

/// How easily pain rises and how long it stays (`progression.md` section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Irritability {
    /// Rises late and goes within an hour.
    Low,
    /// In between, and until it is known.
    Moderate,
    /// Rises easily, or stays until the next day.
    High,
}

impl Irritability {
    /// The last part of the words' key (`irritability.<id>`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// Something that brings the pain on and leaves exercises out for a time (`patterns.md` section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Aggravator(pub &'static str);

/// What steers the choice of exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearing {
    /// The pattern whose lists and weights hold.
    pub pattern: Pattern,
    /// After row D2: the mixed patterns, whose early constraints and waits hold too.
    pub mixed: Vec<Pattern>,
    /// What brings the pain on.
    pub aggravators: Vec<Aggravator>,
    /// The phase.
    pub phase: Phase,
    /// The irritability.
    pub irritability: Irritability,
}

impl Bearing {
    /// The first plan, right after the safety check: the load pattern, calm, irritability as moderate.
    pub const fn first_plan() -> Self {
        Self {
            pattern: Pattern::LoadGeneral,
            mixed: Vec::new(),
            aggravators: Vec::new(),
            phase: Phase::Calm,
            irritability: Irritability::Moderate,
        }
    }

    /// The patterns whose early constraints and waits hold.
    pub fn patterns(&self) -> impl Iterator<Item = Pattern> {
        core::iter::once(self.pattern).chain(self.mixed.iter().copied())
    }
}
