//! Reads the library and the words, checks them, and writes what the crate includes.

#[path = "xtask/src/content.rs"]
mod content;

use std::path::Path;
use std::process::ExitCode;

use content::{Content, Files, Problems};

fn main() -> ExitCode {
    say("cargo::rerun-if-changed=src/locale");
    say("cargo::rerun-if-changed=src/library/exercises");
    say("cargo::rerun-if-changed=src/library/index.toml");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in &problems.0 {
                say(&format!("cargo::error={problem}"));
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Problems> {
    let variable = |name: &str| std::env::var(name).map_err(|error| Problems::one("build.rs", name, error));
    let (root, out) = (variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?);
    Content::read(&Files::load(Path::new(&root))?)?.write_for_crate(Path::new(&out))
}

/// What a build script prints is what it tells cargo.
fn say(line: &str) {
    println!("{line}");
}
