//! The browser of the benchmarks: headless Chromium with a fresh profile, a phone's size, and a slowed machine.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::probe;
use crate::ending;
use crate::failure::{Failure, OrSay, Result};
use crate::site::{Server, Site};
use crate::webdriver::{Session, element_id};

/// The folder in which the guide is served.
const FOLDER: &str = "/guide/";
/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// The browser's part ends in any case after so long.
const LIMIT: Duration = Duration::from_secs(6 * 60);

/// The served bundle.
pub struct Guide {
    server: Server,
    since: Instant,
}

impl Guide {
    /// Serves the bundle in `dist` on a free port.
    pub fn serve(dist: &Path) -> Result<Self> {
        let site = Site::bundle(dist, FOLDER).or_say(format_args!("read the bundle in {}", dist.display()))?;
        Ok(Self { server: Server::start(site, 0).or_say("serve the bundle")?, since: Instant::now() })
    }

    /// How many requests there were so far.
    pub fn asked(&self) -> usize {
        self.server.asked().len()
    }

    fn address(&self, rest: &str) -> String {
        format!("http://localhost:{}{FOLDER}{rest}", self.server.port())
    }
}

/// A running browser; ended, with its driver, when dropped.
pub struct Chromium<'a> {
    guide: &'a Guide,
    session: Session,
    driver: Child,
}

impl<'a> Chromium<'a> {
    /// A browser with nothing kept, at four times slower than this machine.
    pub fn open(guide: &'a Guide) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|one| one.local_addr()).or_say("find a free port")?.port();
        let mut driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .or_say("start chromedriver")?;
        let args = [
            "--headless=new",
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-dev-shm-usage",
            "--lang=en-US",
        ];
        let capabilities = json!({ "goog:chromeOptions": { "args": args } });
        let session = match Session::open(&format!("http://127.0.0.1:{port}"), &capabilities) {
            Ok(session) => session,
            Err(refused) => {
                ending::end(&mut driver);
                return Err(Failure::new(format!("Could not open Chromium: {refused}.")));
            }
        };
        let browser = Self { guide, session, driver };
        browser.tell("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": probe::SCRIPT }))?;
        let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        browser.tell("Emulation.setDeviceMetricsOverride", &phone)?;
        browser.slow_down(4)?;
        Ok(browser)
    }

    /// A command of the browser's own protocol.
    pub fn tell(&self, command: &str, params: &Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": params });
        self.session.post("/goog/cdp/execute", &body).or_say(format_args!("tell Chromium {command}"))
    }

    /// How many times slower than this machine the page's work is.
    pub fn slow_down(&self, times: u8) -> Result<()> {
        self.tell("Emulation.setCPUThrottlingRate", &json!({ "rate": times })).map(|_| ())
    }

    /// A slow mobile network: 1.6 Mbit/s down, .75 up, and 150 ms until an answer begins. What a connection takes to
    /// be made is not slowed.
    pub fn slow_network(&self) -> Result<()> {
        self.tell("Network.enable", &json!({}))?;
        let slow =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
        self.tell("Network.emulateNetworkConditions", &slow).map(|_| ())
    }

    /// Opens a place of the guide as a new page, and waits until it answers taps.
    pub fn open_guide(&self, rest: &str) -> Result<()> {
        if self.guide.since.elapsed() > LIMIT {
            let minutes = LIMIT.as_secs() / 60;
            return Err(Failure::new(format!("The benchmarks took longer than {minutes} minutes and were ended.")));
        }
        self.leave()?;
        self.visit(&self.guide.address(rest))?;
        self.wait_for(
            "the guide to answer taps",
            "return performance.getEntriesByName('stridewell:interactive').length > 0",
        )
    }

    /// Waits until nothing is left to do, or for some seconds: a page that draws all the time is never idle.
    pub fn wait_until_idle(&self) -> Result<()> {
        let body = "const idle = (then) => requestIdleCallback(then, { timeout: 3000 });
            idle(() => setTimeout(() => idle(() => arguments[0]()), 300))";
        self.script_later(body, &json!([])).map(|_| ())
    }

    /// An empty page, so that the next one is new.
    pub fn leave(&self) -> Result<()> {
        self.visit("about:blank")
    }

    /// Keeps this and nothing else for the guide. The guide itself is not loaded.
    pub fn put_in_storage(&self, kept: &Value) -> Result<()> {
        self.leave()?;
        self.visit(&self.guide.address("start.js"))?;
        let body = "localStorage.clear(); for (const [key, text] of Object.entries(arguments[0])) localStorage.setItem(key, text)";
        self.script(body, &json!([kept])).map(|_| ())
    }

    fn visit(&self, address: &str) -> Result<()> {
        self.session.post("/url", &json!({ "url": address })).or_say("open the guide").map(|_| ())
    }

    /// Runs a function's body in the page.
    pub fn script(&self, body: &str, arguments: &Value) -> Result<Value> {
        self.session.script(body, arguments).or_say("run a script in the page")
    }

    /// Runs a function's body that calls its last argument with the answer.
    pub fn script_later(&self, body: &str, arguments: &Value) -> Result<Value> {
        let body = json!({ "script": body, "args": arguments });
        self.session.post("/execute/async", &body).or_say("run a script in the page")
    }

    /// Waits until a script's body says true.
    pub fn wait_for(&self, what: &str, body: &str) -> Result<()> {
        let begin = Instant::now();
        while self.session.script(body, &json!([])).ok() != Some(json!(true)) {
            if begin.elapsed() > PATIENCE {
                return Err(Failure::new(format!("Waited {} s for {what}.", PATIENCE.as_secs())));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Waits for what a selector names, and touches it as a finger does.
    pub fn touch(&self, css: &str) -> Result<()> {
        let begin = Instant::now();
        loop {
            let touched = self.try_touch(css);
            if touched.is_some() {
                return Ok(());
            }
            if begin.elapsed() > PATIENCE {
                return Err(Failure::new(format!("Waited {} s to touch {css}.", PATIENCE.as_secs())));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Touches what a selector names, if it is there and can be touched.
    pub fn try_touch(&self, css: &str) -> Option<()> {
        let body = "const at = document.querySelector(arguments[0]); at?.scrollIntoView({ block: 'center', behavior: 'instant' }); return at";
        let place = self.session.script(body, &json!([css])).ok()?;
        let id = element_id(&place)?;
        self.session.post(&format!("/element/{id}/click"), &json!({})).ok().map(|_| ())
    }
}

impl Drop for Chromium<'_> {
    fn drop(&mut self) {
        self.session.close();
        ending::end(&mut self.driver);
    }
}
