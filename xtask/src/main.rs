//! The project's own commands: `cargo xtask serve | test | build | bench`.

mod content;

fn main() {}
