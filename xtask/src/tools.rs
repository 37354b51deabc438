//! Finds, checks and installs the pinned tools of the build: the wasm target, Trunk and `wasm-bindgen`.
//!
//! What the browsers need is not here; see the tests' own tools.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::failure::{Failure, OrSay, Result};
use crate::{process, project};

/// The target that runs in the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program from the crate registry, to the digit.
pub struct Pinned {
    /// The crate.
    pub package: &'static str,
    /// The program it installs.
    pub program: &'static str,
    pub version: &'static str,
    /// About how long it takes on two cores, in minutes.
    pub minutes: u64,
}

const TRUNK: Pinned = Pinned { package: "trunk", program: "trunk", version: "0.21.14", minutes: 4 };
/// Must equal the crate `wasm-bindgen` to the digit.
const WASM_BINDGEN: Pinned =
    Pinned { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.129", minutes: 3 };

/// The build's tools, all there and of the right version.
pub struct BuildTools {
    pub trunk: PathBuf,
    /// Put in front of `PATH`: Trunk finds `wasm-bindgen` there and downloads nothing.
    pub folder: PathBuf,
}

impl BuildTools {
    /// Installs what is missing.
    pub fn ready() -> Result<Self> {
        wasm_target()?;
        let lock = std::fs::read_to_string(project::root().join("Cargo.lock")).or_say("read Cargo.lock")?;
        same_version(&lock)?;
        let trunk = TRUNK.ready()?;
        WASM_BINDGEN.ready()?;
        Ok(Self { trunk, folder: project::tools()?.join("bin") })
    }
}

impl Pinned {
    /// The program's path, after installing it if it is missing or of another version.
    pub fn ready(&self) -> Result<PathBuf> {
        let tools = project::tools()?;
        let path = tools.join("bin").join(self.program);
        if self.is_right(&path) {
            return Ok(path);
        }
        self.install(&tools)?;
        if self.is_right(&path) {
            Ok(path)
        } else {
            let found = process::first_line(Command::new(&path).arg("--version")).unwrap_or_else(|| "nothing".into());
            Err(Failure::new(format!(
                "{} {} is needed, but {} answers \"{found}\": remove it and run the command again.",
                self.program,
                self.version,
                path.display()
            )))
        }
    }

    fn is_right(&self, path: &Path) -> bool {
        let line = process::first_line(Command::new(path).arg("--version")).unwrap_or_default();
        line.split_whitespace().any(|word| word == self.version)
    }

    fn install(&self, tools: &Path) -> Result<()> {
        let Self { package, version, minutes, .. } = self;
        process::say(&format!("Installing {package} {version} (about {minutes} minutes, once) …"));
        std::fs::create_dir_all(tools).or_say(format_args!("make the folder {}", tools.display()))?;
        let log = tools.join(format!("install-{package}.log"));
        // What only builds the project need not be fast itself, but quick to compile.
        let status = process::run_logged(
            Command::new("cargo")
                .args(["install", "--locked", "--force", "--version", version, package, "--root"])
                .arg(tools)
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_LTO", "off")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                .env_remove("CARGO_TARGET_DIR"),
            package,
            Duration::from_secs(40 * 60),
            &log,
        )?;
        if status.success() { Ok(()) } else { Err(install_failure(&format!("{package} {version}"), &log)) }
    }
}

/// Tells a missing network from all else.
pub fn install_failure(what: &str, log: &Path) -> Failure {
    let end = process::tail(log, 60).to_lowercase();
    let network = ["could not resolve", "failed to download", "failed to get", "network", "timed out", "connect to"];
    if network.iter().any(|sign| end.contains(sign)) {
        Failure::new(format!(
            "Could not install {what}, because the network did not answer: connect and run the command again."
        ))
    } else {
        Failure::new(format!("Could not install {what}: the reason is at the end of {}.", log.display()))
    }
}

/// Adds the target that runs in the browser, if it is missing.
pub fn wasm_target() -> Result<()> {
    if wasm_target_is_there() {
        return Ok(());
    }
    process::say(&format!("Adding the Rust target {WASM} …"));
    let tools = project::tools()?;
    std::fs::create_dir_all(&tools).or_say(format_args!("make the folder {}", tools.display()))?;
    let log = tools.join("install-target.log");
    let status = process::run_logged(
        Command::new("rustup").args(["target", "add", WASM]).current_dir(project::root()),
        "rustup",
        Duration::from_secs(10 * 60),
        &log,
    );
    match status {
        Ok(status) if status.success() && wasm_target_is_there() => Ok(()),
        Ok(_) => Err(install_failure(&format!("the Rust target {WASM}"), &log)),
        Err(_) => Err(Failure::new(format!("The Rust target {WASM} is missing, and there is no rustup to add it."))),
    }
}

fn wasm_target_is_there() -> bool {
    process::first_line(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn same_version(lock: &str) -> Result<()> {
    let locked = lock
        .split("[[package]]")
        .find(|package| package.contains("name = \"wasm-bindgen\"\n"))
        .and_then(|package| package.split("version = \"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .unwrap_or("none");
    if locked == WASM_BINDGEN.version {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "The crate wasm-bindgen is {locked} in Cargo.lock and its program is pinned to {}: upgrade both together.",
            WASM_BINDGEN.version
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_and_its_program_must_be_of_one_version() {
        let lock = |version: &str| format!("[[package]]\nname = \"wasm-bindgen\"\nversion = \"{version}\"\n");
        assert!(same_version(&lock(WASM_BINDGEN.version)).is_ok());
        assert!(same_version(&lock("0.2.130")).is_err());
        assert!(same_version("").is_err());
    }
}
