//! The plan: settings, week, sessions. Data tables of the dossier and pure functions over them; each choice has its reason.

mod settings;
mod slot;

pub use settings::{Settings, SoreSide, WaterDepth};
pub use slot::{SlotId, SlotKind};
