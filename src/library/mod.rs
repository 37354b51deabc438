//! The exercise library: what an exercise is, and the data of all of them, checked at build time.
//!
//! Words are not here (see `locale`), nor is any rule about who may do what (see `program`).

mod exercise;
mod id;
mod vocabulary;

pub use exercise::{Dose, Exercise, Library, PlannedItem, Tempo, Wait};
pub use id::ExerciseId;
pub use vocabulary::{Category, Constraint, DoseLevel, Equipment, Measure, Muscle, Pattern, Phase, Sides, Tag};
