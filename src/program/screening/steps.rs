//! What is asked: the steps of the whole screen, of a short check and of single questions, and which of them wait.
//!
//! Not here: what an answer changes (see `course`).

use super::answers::Answers;
use super::course::Course;
use super::flag::Flag;
use super::gate::Step;
use super::pool::Pool;
use super::question::{Block, QUESTION_COUNT, QUESTIONS, Question};
use super::raise::raised;
use crate::journal::Moment;

/// One mark for each block.
pub(super) type Blocks = [bool; 4];

/// Nothing waits anywhere.
pub(super) const ALL_BLOCKS: Blocks = [true; 4];

/// Whether the block is marked.
pub(super) fn is_in(blocks: Blocks, block: Block) -> bool {
    blocks.get(block as usize).copied().unwrap_or(false)
}

impl Course {
    /// Which part of the check is going on, if any.
    pub fn moment(&self) -> Option<Moment> {
        let screen = self.screen.as_ref()?;
        if !screen.passed {
            return Some(Moment::Screen);
        }
        let short = screen.parts.iter().any(|part| part.moment == Moment::Short);
        if short {
            Some(Moment::Short)
        } else if self.steps().is_empty() {
            None
        } else {
            Some(Moment::Ask)
        }
    }

    /// All steps of what is going on, answered or not, in the order in which they are asked.
    pub fn steps(&self) -> Vec<Step> {
        let Some(screen) = &self.screen else { return Vec::new() };
        if !screen.passed {
            return whole_screen(&screen.answers, self.pool).into_iter().map(Step::Question).collect();
        }
        let buttons = screen.parts.iter().any(|part| part.moment == Moment::Short).then_some(Step::ShortCheck);
        let opened = |question: Question| screen.parts.iter().any(|part| part.questions.contains(&question));
        let questions = QUESTIONS.into_iter().filter(|question| opened(*question) || self.is_missing(*question));
        buttons.into_iter().chain(questions.map(Step::Question)).collect()
    }

    /// Whether the step still waits for its answer.
    pub fn waits(&self, step: Step) -> bool {
        let Some(screen) = &self.screen else { return true };
        match step {
            Step::ShortCheck => screen.parts.iter().any(|part| part.buttons_wait),
            Step::Question(question) if !screen.passed => !screen.answers.has(question),
            Step::Question(question) => {
                let given = self.given(question);
                screen.parts.iter().any(|part| part.questions.contains(&question) && given <= Some(part.begun.id))
                    || self.is_missing(question)
            }
        }
    }

    /// The first step that waits.
    pub fn next_step(&self) -> Option<Step> {
        self.steps().into_iter().find(|step| self.waits(*step))
    }

    /// Whether the question needs an answer and has none.
    fn is_missing(&self, question: Question) -> bool {
        question != Question::Pool && !self.answers().has(question)
    }

    /// The block in which a question is asked now: `s-age` stands in Block B where CR3 asks for it.
    pub fn block_of(&self, question: Question) -> Block {
        match &self.screen {
            Some(screen) if question == Question::Age && !screen.passed && cr3_asks(&screen.answers) => Block::B,
            _ => question.block(),
        }
    }

    /// The blocks in which nothing waits, up to the first in which something does: what is more urgent is asked first.
    /// The buttons of a short check alone change no answer.
    pub(super) fn settled_blocks(&self) -> Blocks {
        let waiting = self.steps().into_iter().filter(|step| self.waits(*step));
        let first = waiting.filter_map(|step| match step {
            Step::Question(question) => Some(self.block_of(question)),
            Step::ShortCheck => None,
        });
        match first.min() {
            Some(first) => Block::ALL.map(|block| block < first),
            None => ALL_BLOCKS,
        }
    }
}

/// CR3: after a fall `s-age` is asked before the stop, because Block D is not reached.
fn cr3_asks(answers: &Answers) -> bool {
    raised(answers).contains(Flag::Trauma)
}

/// The questions of a whole screen in their order.
pub(super) fn whole_screen(answers: &Answers, pool: Pool) -> Vec<Question> {
    let early_age = cr3_asks(answers);
    let mut questions = Vec::with_capacity(QUESTION_COUNT);
    for block in Block::ALL {
        questions.extend(Question::of_block(block).filter(|question| match question {
            Question::Age => !early_age,
            Question::Pool => pool.is_usable(),
            _ => true,
        }));
        if early_age && block == Block::B {
            questions.push(Question::Age);
        }
    }
    questions
}
