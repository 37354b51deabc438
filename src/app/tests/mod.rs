//! Tests of the whole app on the host: `update` with an edge that is made of plain values.

mod desk;
mod evaluation;
mod journey;
mod keeping;
mod properties;
mod running;
mod selftests;
