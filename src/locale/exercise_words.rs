//! What is said about one exercise.

use serde::Deserialize;

/// The words of one exercise in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ExerciseWords {
    /// Its name.
    pub name: String,
    /// Other names that people look for.
    pub also: Vec<String>,
    /// The start position.
    pub start: String,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Short things to think of; the voice says them.
    pub cues: Vec<String>,
    /// What often goes wrong.
    pub faults: Vec<String>,
    /// What it should feel like.
    pub feel: String,
    /// When to stop; the general stop rules hold besides.
    pub stop: String,
    /// What is known of its effect.
    pub effect: String,
    /// The names of the key poses, in their order.
    pub poses: Vec<String>,
}
