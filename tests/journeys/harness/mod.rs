//! What a journey stands on: a served bundle, a browser of its own, and a person's way to find things.
//!
//! ```ignore
//! #[test]
//! fn a_runner_looks_around() {
//!     Journey::new("look-around").size(Size::Phone).run(|run| {
//!         run.open("?lang=en");
//!         run.click("link", "Just look around");
//!         run.expect_heading("Library");
//!     });
//! }
//! ```
//!
//! `STRIDEWELL_BROWSER` names the engine; `cargo xtask test` runs all journeys once in each.

mod engine;
mod journey;
mod person;

pub use engine::Engine;
pub use journey::{Journey, Run, Size};
pub use person::Element;

pub use crate::site::Weather;
