//! Tests of the screening, each named by the rule that it holds.

mod clearance;
mod flags;
mod flow;
mod property;
mod questions;
pub(crate) mod sample;
mod short;
mod stop;
mod tables;
pub(crate) mod words;
