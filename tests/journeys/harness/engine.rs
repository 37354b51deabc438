//! The three engines: how each driver is started, which browser it opens, and how both are ended.
//!
//! Each journey has a driver and a browser with a fresh profile of its own, so that journeys share nothing.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::ending;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What differs from a plain browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// A frame of another site gets no storage. WebKit has no such setting.
    pub blocked_frames: bool,
    /// The runner asked the system for less motion.
    pub less_motion: bool,
}

/// Where the journeys' runner lives: behind UTC, with summer time.
const ZONE: &str = "America/New_York";

/// A running driver and what it needs; ended by their ids when dropped.
pub struct Driver {
    pub address: String,
    processes: Vec<Child>,
}

impl Engine {
    /// The engine of this test run, by `STRIDEWELL_BROWSER`.
    pub fn of_this_run() -> Self {
        match std::env::var("STRIDEWELL_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("STRIDEWELL_BROWSER is chromium, firefox or webkit, not {other}"),
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    pub fn start(self) -> Driver {
        let port = free_port();
        let mut processes = Vec::new();
        let mut command = match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new(tools().join("bin/geckodriver"));
                // The system's access sets the size of the page, which Firefox gives to no window this narrow.
                command.args(["--port", &port.to_string(), "--websocket-port", &free_port().to_string()]);
                command.arg("--allow-system-access");
                command
            }
            Self::WebKit => {
                let (screen, display) = screen();
                processes.push(screen);
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}")).env("DISPLAY", display).env_remove("WAYLAND_DISPLAY");
                // The sandbox of the page's process needs rights that containers do not give.
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("GDK_BACKEND", "x11");
                command.env("LIBGL_ALWAYS_SOFTWARE", "1");
                command.env("XDG_CONFIG_HOME", narrow_window());
                command
            }
        };
        command.env("TZ", ZONE).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver = command.spawn().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        processes.push(driver);
        Driver { address: format!("http://127.0.0.1:{port}"), processes }
    }

    pub fn capabilities(self, wishes: Wishes) -> Value {
        match self {
            Self::Chromium => {
                let mut args = vec![
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-background-networking",
                    "--disable-dev-shm-usage",
                    "--lang=en-US",
                    "--autoplay-policy=user-gesture-required",
                ];
                if wishes.less_motion {
                    args.push("--force-prefers-reduced-motion");
                }
                let prefs = if wishes.blocked_frames {
                    // A rule for the guide inside the clinic's page: where all such frames are blocked, this engine gives
                    // them a storage of their own.
                    let rule = json!({ "http://localhost,http://127.0.0.1": { "setting": 2 } });
                    json!({ "profile.content_settings.exceptions.cookies": rule })
                } else {
                    json!({})
                };
                json!({ "goog:chromeOptions": { "args": args, "prefs": prefs } })
            }
            Self::Firefox => {
                let mut prefs = json!({ "intl.accept_languages": "en-US", "ui.prefersReducedMotion": 0 });
                if wishes.blocked_frames {
                    prefs["network.cookie.cookieBehavior"] = json!(1);
                }
                if wishes.less_motion {
                    prefs["ui.prefersReducedMotion"] = json!(1);
                }
                json!({ "moz:firefoxOptions": { "binary": find(&["firefox-esr", "firefox"]), "args": ["-headless"], "prefs": prefs } })
            }
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] }
            }),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            ending::end(process);
        }
    }
}

/// A free port. Another program could take it before the driver does; a journey would then fail to start.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// A screen of its own: WebKit's browser has no mode without one.
fn screen() -> (Child, String) {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let mut line = String::new();
    let out = screen.stdout.take().expect("Xvfb's answer");
    BufReader::new(out).read_line(&mut line).expect("the number of the screen");
    (screen, format!(":{}", line.trim()))
}

/// Settings under which the browser's own bar does not keep its window wider than a phone.
fn narrow_window() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gtk");
    std::fs::create_dir_all(folder.join("gtk-3.0")).expect("the folder of the settings");
    let css = "* { min-width: 0; padding: 0; margin: 0; font-size: 4px; }";
    std::fs::write(folder.join("gtk-3.0/gtk.css"), css).expect("the settings are written");
    folder
}

/// The folder of the pinned tools; `cargo xtask test` names it.
pub fn tools() -> PathBuf {
    std::env::var_os("STRIDEWELL_TOOLS")
        .map_or_else(|| std::env::home_dir().unwrap_or_default().join(".cache/stridewell/tools"), PathBuf::from)
}

fn find(names: &[&str]) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let all = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|path| path.is_file()).unwrap_or_else(|| panic!("none of {names:?} is installed"))
}

fn mini_browser() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let found = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file());
    found.expect("MiniBrowser of webkit2gtk-4.1 is installed")
}
