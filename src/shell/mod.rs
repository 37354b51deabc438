//! Mounting the app, listening to the page, and running the effects that `update` asked for.

mod dispatch;
mod effects;
mod keeper;
mod mount;
mod parts;
mod root;
mod tones;

pub use mount::start;
