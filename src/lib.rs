//! Stridewell: a hip program for runners that runs wholly in the browser.
//!
//! What the runner does becomes an entry; entries make the [`journal`]; the [`program`] is derived
//! from it by pure functions; screens show the program and send what the runner does next.
//!
//! The pure layers stand first. They know nothing of a browser, a clock or chance: the compiler
//! sees to it, because the crates that do are dependencies of the `wasm` target alone.

pub mod app;
pub mod figure;
pub mod journal;
pub mod library;
pub mod locale;
pub mod measure;
pub mod program;
pub mod report;
pub mod session;
pub mod units;

#[cfg(target_family = "wasm")]
pub mod platform;
#[cfg(target_family = "wasm")]
pub mod screens;
#[cfg(target_family = "wasm")]
pub mod shell;
#[cfg(target_family = "wasm")]
pub mod ui;
