//! Makes the production bundle: words and style first, then Trunk, then what Trunk leaves to do.
//!
//! How the page is finished, how files are compressed and which headers are offered stand in their own modules.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::command_line::{Build, Profile};
use crate::failure::{Failure, OrSay, Result};
use crate::page::Finish;
use crate::tools::{BuildTools, WASM};
use crate::{compress, content, headers, page, parts, process, project, style};

/// `cargo xtask build`.
pub fn build(options: &Build) -> Result<()> {
    bundle(options.profile)?;
    let (files, bytes) = size(&project::dist())?;
    process::say(&format!("The bundle is in dist/: {files} files, {} KB before compression.", bytes / 1024));
    Ok(())
}

/// Leaves a finished bundle in `dist/`.
pub fn bundle(profile: Profile) -> Result<()> {
    let tools = BuildTools::ready()?;
    fetch_crates()?;
    style::write()?;
    process::say(match profile {
        Profile::Release => "Building the bundle …",
        Profile::Dev => "Building the bundle for development …",
    });
    trunk(&tools, profile)?;
    let dist = project::dist();
    parts::cut(&tools, profile, &dist)?;
    let content = content::write_content(project::root(), &dist.join("content"))
        .map_err(|problems| Failure::new(problems.to_string()))?;
    page::finish(&dist, &Finish { content, tidy_glue: profile == Profile::Release })?;
    if profile == Profile::Release {
        compress::beside(&dist)?;
    }
    headers::write(&dist)
}

/// The one step of a build that may need the network; everything after it works without.
fn fetch_crates() -> Result<()> {
    let host = process::first_line(Command::new("rustc").args(["--print", "host-tuple"])).unwrap_or_default();
    let cargo = |offline: &[&str]| {
        Command::new("cargo")
            .args(["fetch", "--quiet", "--locked", "--target", WASM, "--target", &host])
            .args(offline)
            .current_dir(project::root())
            .output()
            .or_say("start cargo")
    };
    if cargo(&["--offline"])?.status.success() {
        return Ok(());
    }
    process::say("Fetching the crates …");
    let output = cargo(&[])?;
    if output.status.success() {
        return Ok(());
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    let lock = reason.lines().find(|line| line.contains("--locked"));
    Err(Failure::new(match lock {
        Some(_) => "Cargo.lock does not fit Cargo.toml: run cargo check once and commit Cargo.lock.".to_owned(),
        None => {
            "The crates could not be fetched, because the network did not answer: connect and run the command again."
                .to_owned()
        }
    }))
}

fn trunk(tools: &BuildTools, profile: Profile) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools.folder.clone()).chain(std::env::split_paths(&path));
    let path = std::env::join_paths(folders).or_say("put the tools on the PATH")?;
    let mut command = Command::new(&tools.trunk);
    command.arg("build").args(["--offline", "--locked"]).current_dir(project::root()).env("PATH", path);
    // Trunk reads NO_COLOR as a yes or no and stops at any other value.
    command.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0").args(["--log", "warn"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    process::run(&mut command, "trunk", Duration::from_secs(30 * 60))
}

fn size(folder: &Path) -> Result<(u64, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for path in compress::files(folder)? {
        if !compress::is_compressed(&path) {
            files += 1;
            bytes += path.metadata().or_say(format_args!("read {}", path.display()))?.len();
        }
    }
    Ok((files, bytes))
}
