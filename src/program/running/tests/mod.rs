//! Tests of running: tables by rule id, whole runners over eight weeks, properties.

mod guards;
mod ladders;
mod properties;
mod ready;
mod responses;
mod runner;
mod steps;
mod whole;
