//! Why a decision was taken: the rule, the runner's own inputs, the sources.

use crate::library::{Constraint, ExerciseId, Pattern, Phase, Tag};
use crate::units::Day;

/// The stable id of a rule in the dossier (`BS3`, `CR5`, `PRG-Q3`, `f-bone-watch`, `cx-impact`) or of the product (`DAT-02`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

/// The key of a source in the evidence list; `conv` is our own careful choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceKey(pub &'static str);

/// One thing that the runner said or logged, or that another rule decided, and that mattered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// "You said": the question and the options or number of the answer.
    Said {
        /// The question's id.
        question: &'static str,
        /// Option ids, or the number as text.
        answer: Vec<String>,
    },
    /// A flag that stands, by id.
    Flag(&'static str),
    /// A constraint that is active.
    Constraint(Constraint),
    /// A tag of the exercise.
    Tag(Tag),
    /// The pattern.
    Pattern(Pattern),
    /// The phase.
    Phase(Phase),
    /// Another exercise.
    Exercise(ExerciseId),
    /// Equipment that is missing, by id.
    Missing(&'static str),
    /// A clinician's OK.
    ClinicianOk {
        /// The day of the visit.
        visit: Day,
    },
}

/// Why: rule, inputs, sources. A rule without inputs holds for everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: RuleId,
    /// What mattered, the strictest first.
    pub inputs: Vec<Input>,
    /// Sources in the order of the row; `conv` last.
    pub sources: Vec<SourceKey>,
}
