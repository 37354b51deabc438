//! Starts the app in the page. Everything else is in the library crate.

fn main() {}
