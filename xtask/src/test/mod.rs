//! `cargo xtask test`: every check of the project, from the quick ones to the browsers.
//!
//! What is checked stands in the modules beside this one; here are the order and what is said.

mod browsers;
mod layout;
mod licenses;
mod run;

pub use browsers::{Browser, ready};
pub use run::test;
