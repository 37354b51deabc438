//! The one way to an exercise: `Gate::Open`. Everything else says what stands before it.
//!
//! Not here: how the journal leads to it (see `state`).

use super::level::ActionLevel;
use super::question::{Block, Question};
use super::short_check::SHORT_CHECK;
use crate::journal::Moment;
use crate::program::reason::RuleId;

/// Whether the runner may start anything: an exercise, a test, a run.
#[derive(Debug, Clone, PartialEq)]
pub enum Gate {
    /// No whole screen was ever begun.
    Unscreened,
    /// A question waits for its answer.
    Asking(Asking),
    /// A flag stands that shuts the program.
    Stopped(ActionLevel),
    /// Questions are due before anything else, and the rule that says so.
    Due(Due, RuleId),
    /// The program is open; the outcome's constraints hold.
    Open,
}

/// Which questions are due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// The whole screen.
    Full,
    /// The short check.
    Short,
    /// These questions.
    Questions(Vec<Question>),
}

/// One step of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A safety question.
    Question(Question),
    /// The buttons of the short check.
    ShortCheck,
}

impl Step {
    /// The question's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Question(question) => question.id(),
            Self::ShortCheck => SHORT_CHECK,
        }
    }

    /// Reads a question's id.
    pub fn parse(id: &str) -> Option<Self> {
        if id == SHORT_CHECK { Some(Self::ShortCheck) } else { Question::parse(id).map(Self::Question) }
    }
}

/// Which question is asked next, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asking {
    /// The part of the check that it belongs to: the whole screen, the short check, or single questions.
    pub moment: Moment,
    /// The question.
    pub step: Step,
    /// Its number within its block, from 1; in a short check and with single questions within all of them.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// The block; none for the buttons of the short check. `s-age` stands in Block B where CR3 asks for it.
    pub block: Option<Block>,
    /// Whether there is a question before it.
    pub can_go_back: bool,
    /// The part of this moment that lies behind, from 0 to 1.
    pub progress: f32,
}
