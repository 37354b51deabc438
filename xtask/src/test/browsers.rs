//! What the journeys need on the machine: three browsers, their drivers, `axe`; found, or installed.
//!
//! How a browser is started is the journeys' own matter.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::failure::{Failure, OrSay, Result};
use crate::tools::{self, Pinned};
use crate::{process, project};

/// An engine that the journeys run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

const GECKODRIVER: Pinned = Pinned { package: "geckodriver", program: "geckodriver", version: "0.37.1", minutes: 4 };
const AXE: &str = "4.10.3";

impl Browser {
    /// All of them, in the order of their turn.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|browser| browser.name() == name)
    }

    /// Debian's packages that are missing for it.
    fn missing(self) -> Vec<&'static str> {
        let needs: &[(&str, bool)] = &match self {
            Self::Chromium => vec![("chromium", on_path("chromium")), ("chromium-driver", on_path("chromedriver"))],
            Self::Firefox => vec![("firefox-esr", on_path("firefox-esr") || on_path("firefox"))],
            Self::WebKit => {
                vec![("webkit2gtk-driver", on_path("WebKitWebDriver") && mini_browser()), ("xvfb", on_path("Xvfb"))]
            }
        };
        needs.iter().filter(|(_, there)| !there).map(|(package, _)| *package).collect()
    }
}

/// The wished browsers (all, if none is named), with everything that the journeys need in them.
pub fn ready(wished: &[Browser]) -> Result<Vec<Browser>> {
    let browsers = if wished.is_empty() { Browser::ALL.to_vec() } else { wished.to_vec() };
    let mut missing: Vec<&str> = browsers.iter().flat_map(|browser| browser.missing()).collect();
    let axe = axe_folder()?;
    let axe_is_there = axe_version(&axe).as_deref() == Some(AXE);
    if !axe_is_there && !on_path("npm") {
        missing.push("npm");
    }
    install(&missing)?;
    if browsers.contains(&Browser::Firefox) {
        GECKODRIVER.ready()?;
    }
    if !axe_is_there {
        install_axe(&axe)?;
    }
    Ok(browsers)
}

fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let names = packages.join(" ");
    let by_hand = || {
        Failure::new(format!("The browsers' tests need packages: install them as root with apt-get install {names}."))
    };
    let root = process::first_line(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root || !on_path("apt-get") {
        return Err(by_hand());
    }
    process::say(&format!("Installing {names} …"));
    let folder = project::tools()?;
    std::fs::create_dir_all(&folder).or_say(format_args!("make the folder {}", folder.display()))?;
    let log = folder.join("install-packages.log");
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        process::run_logged(&mut command, "apt-get", Duration::from_secs(20 * 60), &log)
    };
    let updated = apt(&["update", "-q"])?;
    let installed = apt(&[&["install", "-y", "-q", "--no-install-recommends"], packages].concat())?;
    if installed.success() {
        Ok(())
    } else if updated.success() {
        Err(by_hand())
    } else {
        Err(tools::install_failure(&names, &log))
    }
}

fn install_axe(folder: &Path) -> Result<()> {
    process::say(&format!("Installing axe-core {AXE} …"));
    std::fs::create_dir_all(folder).or_say(format_args!("make the folder {}", folder.display()))?;
    let log = folder.join("install.log");
    let mut command = Command::new("npm");
    command.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]).arg(folder);
    command.arg(format!("axe-core@{AXE}")).current_dir(folder);
    let status = process::run_logged(&mut command, "npm", Duration::from_secs(5 * 60), &log)?;
    if status.success() && axe_version(folder).as_deref() == Some(AXE) {
        Ok(())
    } else {
        Err(tools::install_failure(&format!("axe-core {AXE}"), &log))
    }
}

fn axe_folder() -> Result<PathBuf> {
    Ok(project::tools()?.join("npm"))
}

fn axe_version(folder: &Path) -> Option<String> {
    let text = std::fs::read_to_string(folder.join("node_modules/axe-core/package.json")).ok()?;
    let package: serde_json::Value = serde_json::from_str(&text).ok()?;
    package.get("version")?.as_str().map(str::to_owned)
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn mini_browser() -> bool {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders.into_iter().any(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser").is_file())
}
