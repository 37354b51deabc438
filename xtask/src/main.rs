//! The project's own commands: `cargo xtask serve | test | build | bench`.
//!
//! Each command installs what it needs, says what it does in a line, and ends a failure with one clear
//! sentence. What the commands do stands in the modules; here is only the choice between them.

mod bench;
mod bundle;
mod command_line;
mod compress;
mod content;
mod ending;
mod failure;
mod headers;
mod page;
mod parts;
mod process;
mod project;
mod serve;
#[allow(dead_code, unused_imports, reason = "the journeys include it too and use more of it")]
mod site;
#[cfg(test)]
mod site_tests;
mod style;
mod test;
mod tools;
#[allow(dead_code, reason = "the journeys include it too and use more of it")]
mod webdriver;

use std::process::ExitCode;

use command_line::{Command, USAGE};
use failure::Result;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            process::complain(&failure.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    match Command::parse(std::env::args().skip(1))? {
        Command::Help => {
            process::say(USAGE);
            Ok(())
        }
        Command::Build(build) => bundle::build(&build),
        Command::Serve(serve) => serve::serve(&serve),
        Command::Test(options) => test::test(&options),
        Command::Bench(bench) => bench::bench(&bench),
    }
}
