//! The program: what the rules of the dossier make of the journal. Pure functions; each decision carries its reasons.

pub mod plan;
pub mod reason;
pub mod screening;
