//! The exercise library: what an exercise is, and the data of all of them, checked at build time.
//!
//! Words are not here (see `locale`), nor is any rule about who may do what (see `program`).

mod data;
mod exercise;
mod id;
mod seconds;
mod vocabulary;

pub use data::first;
pub use exercise::{Dose, Exercise, Library, PlannedItem, Tempo, Wait};
pub use id::ExerciseId;
pub use seconds::{estimated_seconds, seconds_of};
pub use vocabulary::{Category, Constraint, DoseLevel, Equipment, Measure, Muscle, Pattern, Phase, Sides, Tag};
