//! Whole journeys through the production bundle in a real browser, as a runner goes them.
//!
//! One test a journey; `cargo xtask test` builds the bundle and runs them all in three engines. What a single
//! rule decides is tested on the host, in milliseconds, and not here.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may be blunt: a panic is a failure with a place"
)]

#[path = "../../xtask/src/ending.rs"]
mod ending;
#[allow(dead_code, unused_imports, reason = "a journey uses what it needs")]
mod harness;
#[path = "../../xtask/src/site/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the commands use the rest")]
mod site;
#[path = "../../xtask/src/webdriver.rs"]
mod webdriver;

mod action_levels;
mod addresses;
mod evaluation;
mod every_screen;
mod frames;
mod hurting;
mod interruptions;
mod keyboard;
mod main_job;
#[allow(dead_code, reason = "a journey uses what it needs")]
mod runner;
mod selftests;
mod settings;
mod shell;
mod short_check;
mod storage_faults;
