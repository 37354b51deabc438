//! The words of the two scales: pain and effort.

use super::handle::Say;
use crate::ui::scale::ScaleWords;

/// A word for each pain score from 0 to 10.
pub fn pain_words(say: Say) -> Vec<String> {
    (0..=10).map(|score| say.by_id(&format!("pain.{score}"))).collect()
}

/// The scale of a pain question.
pub fn pain(say: Say, question: &str) -> ScaleWords {
    ScaleWords { ask: say.by_id(&format!("question.{question}.ask")), words: pain_words(say) }
}

/// The scale of effort (`PRG-E1`).
pub fn effort(say: Say) -> ScaleWords {
    let words = (0..=10).map(|score| say.by_id(&format!("effort.{score}"))).collect();
    ScaleWords { ask: say.by_id("question.q-effort.ask"), words }
}
