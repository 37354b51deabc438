//! The state of the app and the one function that changes it: `update(&mut Model, Event, Now) -> Vec<Effect>`.
//!
//! Not here: anything that touches a browser (see `platform`, `shell`), and the rules of the program (see `program`).

pub mod accent;
pub mod clinic;
pub mod contact;
