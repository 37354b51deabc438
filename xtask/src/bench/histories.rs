//! Histories of made-up runners, as a browser keeps them; the library itself writes them on this machine.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::failure::{Failure, OrSay, Result};
use crate::{process, project};

/// What is kept of runners who have just passed the safety check; keys with texts, as JSON objects.
pub struct Histories {
    /// No session yet.
    pub none: Value,
    pub one: Value,
    pub thousand: Value,
    pub ten_thousand: Value,
}

impl Histories {
    /// Has them made by the example `long_history`, which knows the journal; these commands need not be compiled with it.
    pub fn make() -> Result<Self> {
        process::say("Writing the histories …");
        Ok(Self { none: history(0)?, one: history(1)?, thousand: history(1_000)?, ten_thousand: history(10_000)? })
    }
}

fn history(sessions: u32) -> Result<Value> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--locked", "--example", "long_history", "--", &sessions.to_string()]);
    let output = command
        .current_dir(project::root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .or_say("start cargo")?;
    if !output.status.success() {
        return Err(Failure::new("The example long_history failed; see above."));
    }
    serde_json::from_slice(&output.stdout).or_say("read the history")
}
