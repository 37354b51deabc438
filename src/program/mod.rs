//! The program: what the rules of the dossier make of the journal. Pure functions; each decision carries its reasons.

pub mod adapt;
mod derived;
#[cfg(test)]
mod derived_tests;
pub mod evaluation;
pub mod outcomes;
pub mod pattern;
pub mod plan;
pub mod reason;
pub mod running;
pub mod screening;
pub mod selftest;
#[cfg(test)]
mod tests;

pub use derived::{FirstPlanCard, NoSession, NoStart, Program, Swap, SwapKind, Today};
