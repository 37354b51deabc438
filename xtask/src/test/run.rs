//! The order of the checks: what fails quickest comes first; a failed check ends the run, but for the browsers,
//! which all have their turn.

use std::process::Command;
use std::time::{Duration, Instant};

use super::browsers::{self, Browser};
use super::{layout, licenses};
use crate::command_line::{Profile, Test};
use crate::failure::{Failure, Result};
use crate::tools::{self, WASM};
use crate::{bundle, process, project};

const HALF_HOUR: Duration = Duration::from_secs(30 * 60);

/// Runs all checks.
pub fn test(options: &Test) -> Result<()> {
    let begin = Instant::now();
    // What is missing is installed first: a run that ends with it after ten minutes is a lost one.
    let browsers = if options.quick { Vec::new() } else { browsers::ready(&options.browsers)? };
    if options.only.is_none() {
        source()?;
        host()?;
    }
    if !options.quick {
        step("The bundle");
        bundle::bundle(Profile::Release)?;
        journeys(&browsers, options.only.as_deref())?;
    }
    process::say(&format!("\nAll checks passed in {} s.", begin.elapsed().as_secs()));
    Ok(())
}

fn source() -> Result<()> {
    step("Formatting");
    cargo(&["fmt", "--all", "--check"])?;
    step("Layout of the repository");
    layout::check(project::root())?;
    step("Licenses and sources");
    licenses::check()?;
    step("Lints, host");
    cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])?;
    step("Lints, browser");
    tools::wasm_target()?;
    cargo(&[
        "clippy",
        "--locked",
        "--package",
        "stridewell",
        "--lib",
        "--bins",
        "--target",
        WASM,
        "--",
        "-D",
        "warnings",
    ])
}

fn host() -> Result<()> {
    step("Tests, host");
    cargo(&["test", "--locked", "--workspace"])
}

fn journeys(browsers: &[Browser], only: Option<&str>) -> Result<()> {
    step("Building the journeys");
    cargo(&["test", "--locked", "--features", "journeys", "--test", "journeys", "--no-run"])?;
    let mut failed = Vec::new();
    for browser in browsers {
        step(&format!("Journeys in {}", browser.name()));
        if run_journeys(*browser, only).is_err() {
            failed.push(browser.name());
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Journeys failed in {}: pictures and texts are in artifacts/<browser>/<journey>/.",
        failed.join(", ")
    )))
}

fn run_journeys(browser: Browser, only: Option<&str>) -> Result<()> {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--locked", "--features", "journeys", "--test", "journeys", "--"])
        // More browsers at once would slow each other down and say little about the guide.
        .args(["--test-threads", "2"])
        .args(only)
        .current_dir(project::root())
        .env("STRIDEWELL_BROWSER", browser.name())
        .env("STRIDEWELL_DIST", project::dist())
        .env("STRIDEWELL_TOOLS", project::tools()?)
        .env_remove("RUSTFLAGS");
    process::run(&mut command, &format!("The journeys in {}", browser.name()), 2 * HALF_HOUR)
}

fn cargo(arguments: &[&str]) -> Result<()> {
    let name = format!("cargo {}", arguments.first().copied().unwrap_or_default());
    process::run(Command::new("cargo").args(arguments).current_dir(project::root()), &name, HALF_HOUR)
}

fn step(name: &str) {
    process::say(&format!("\n== {name}"));
}
