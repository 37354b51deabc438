//! The evaluation as its screens show it: the question that is asked, what of it is done, and what it came to.
//!
//! Not here: what its events do (see `update`), and the rules (see `program::evaluation`, `program::pattern`).

use super::model::Model;
use crate::journal::Answer;
use crate::library::Pattern;
use crate::program::evaluation::{BadAnswer, Block, BlockState, Question, Stage};
use crate::program::pattern::{Decided, Note, Shown, Signs, advice};
use crate::program::plan::SoreSide;
use crate::program::reason::Reason;
use crate::units::Day;

/// What happens in the evaluation.
#[derive(Debug, Clone, PartialEq)]
pub enum Evaluating {
    /// A question was answered or skipped; an answer to any other than the one that is asked does nothing.
    Answered {
        /// The question.
        question: Question,
        /// The answer.
        answer: Answer,
    },
    /// One question back.
    Back,
    /// A block is taken up.
    Opened(Block),
    /// It is left; it goes on later where it was.
    Closed,
}

/// The question that is asked now.
#[derive(Debug, Clone, PartialEq)]
pub struct EvaluationAsked {
    /// Which.
    pub question: Question,
    /// Its number within its block, from 1.
    pub at: usize,
    /// Of how many.
    pub of: usize,
    /// The answer that was given earlier.
    pub given: Option<Answer>,
    /// The sore side, for the map.
    pub side: Option<SoreSide>,
}

/// How far the evaluation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvaluationState {
    /// How far.
    pub stage: Stage,
    /// The day on which the required answers were there.
    pub ended: Option<Day>,
    /// Its blocks.
    pub blocks: [BlockState; 4],
    /// Whether the safety check leaves it open.
    pub is_open: bool,
}

impl EvaluationState {
    /// How far it is; none before its part has come.
    pub fn of(model: &Model) -> Option<Self> {
        let evaluation = &model.program()?.evaluation;
        Some(Self {
            stage: evaluation.stage(),
            ended: evaluation.ended().map(|ended| ended.day),
            blocks: evaluation.blocks(),
            is_open: model.may_evaluate(),
        })
    }
}

impl Model {
    /// The question that is asked: where the runner went back to, or the first that waits. When none does, the first one,
    /// so that a runner can go through their answers.
    pub fn evaluation_asked(&self) -> Option<EvaluationAsked> {
        let evaluation = &self.program()?.evaluation;
        let question = self.evaluating.or_else(|| evaluation.next()).or_else(|| evaluation.enter(Block::About))?;
        let place = evaluation.place(question)?;
        let given = evaluation.given(question).filter(|answer| *answer != Answer::Skipped);
        Some(EvaluationAsked { question, at: place.at, of: place.of, given, side: evaluation.answers().side() })
    }

    /// Why an answer would not be taken on that day.
    pub fn evaluation_refuses(&self, question: Question, answer: &Answer, today: Day) -> Option<BadAnswer> {
        self.program()?.evaluation.answer(question, answer, today).err()
    }

    /// The answer in ids or words.
    pub fn evaluation_said(&self, question: Question) -> Vec<String> {
        self.program().map(|program| program.evaluation.answers().ids(question)).unwrap_or_default()
    }
}

/// What the result shows of the pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternView {
    /// The row that decided, by id.
    pub row: &'static str,
    /// The pattern whose lists hold.
    pub pattern: Pattern,
    /// The patterns that fit, if more than one does.
    pub mixed: Vec<Pattern>,
    /// How much speaks for it (`result.signs-<id>`).
    pub signs: Option<&'static str>,
    /// What speaks for it, the strongest first.
    pub because: Vec<Reason>,
    /// The reason of the decision.
    pub why: Reason,
    /// What to avoid at first, as keys of words.
    pub avoid: Vec<&'static str>,
    /// Notes beside it.
    pub notes: Vec<Reason>,
    /// How easily the hip is upset, by id.
    pub irritability: Option<(&'static str, Reason)>,
    /// Questions that were skipped.
    pub unknown: Vec<&'static str>,
}

impl PatternView {
    /// What the evaluation came to; none while the first plan holds or a level shuts the program.
    pub fn of(model: &Model) -> Option<Self> {
        let program = model.program()?;
        let Shown::Pattern(decided) = program.result()? else { return None };
        let answers = &program.evaluation.point()?.answers;
        let irritability = program.evaluation.irritability();
        Some(Self {
            row: decided.row.id(),
            pattern: decided.pattern,
            mixed: decided.mixed.clone(),
            signs: decided.signs.map(Signs::id),
            because: decided.shown().into_iter().map(|met| met.reason.clone()).collect(),
            why: program.why_pattern()?,
            avoid: avoid(decided),
            notes: Note::ALL.into_iter().filter_map(|note| note.of(answers)).collect(),
            irritability: irritability.map(|(level, reason)| (level.id(), reason.clone())),
            unknown: answers.unknown().map(Question::id).collect(),
        })
    }
}

/// The advice of the pattern, or of all that are mixed; each line once.
fn avoid(decided: &Decided) -> Vec<&'static str> {
    if decided.mixed.is_empty() {
        return advice(decided.pattern).to_vec();
    }
    decided.mixed.iter().flat_map(|pattern| advice(*pattern)).copied().collect()
}
