//! Tests of the evaluation: its tables by id, what holds, what is asked, what it opens.

mod answers;
mod flow;
mod irritability;
mod points;
mod safety;
pub(crate) mod sample;
mod tables;
mod words;
