//! Tests of the pattern: each row of its tables by id, and properties over random runners.

mod cue;
mod decision;
mod notes;
mod properties;
mod sample;
mod scoring;
