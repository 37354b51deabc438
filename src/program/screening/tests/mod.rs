//! Tests of the screening, each named by the rule that it holds.

mod flags;
mod questions;
mod sample;
mod tables;
