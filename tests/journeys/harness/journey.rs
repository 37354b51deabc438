//! One journey: two origins, time under control, a fresh browser; and what is kept of it.
//!
//! How a person finds and touches things stands in `person`.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use serde_json::{Value, json};

use super::engine::{self, Driver, Engine, Wishes};
use crate::site::{Page, Server, Site, Weather};
use crate::webdriver::Session;

/// Monday, 23 November 2026, 9:00 in New York: where no journey says otherwise.
const MORNING: i64 = 1_795_442_400_000;

/// The size of the page in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 390 × 844.
    Phone,
    /// 844 × 390.
    PhoneAcross,
    /// 320 × 640: the narrowest that is promised.
    Narrow,
    /// 1280 × 800.
    Desktop,
}

impl Size {
    fn pixels(self) -> (u32, u32) {
        match self {
            Self::Phone => (390, 844),
            Self::PhoneAcross => (844, 390),
            Self::Narrow => (320, 640),
            Self::Desktop => (1280, 800),
        }
    }
}

/// A journey before it begins.
pub struct Journey {
    name: &'static str,
    size: Size,
    /// UTC milliseconds.
    start: i64,
    wishes: Wishes,
    faults_expected: bool,
    weather: Vec<(&'static str, Weather)>,
}

impl Journey {
    /// The name is the folder of its pictures.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            size: Size::Phone,
            start: MORNING,
            wishes: Wishes::default(),
            faults_expected: false,
            weather: Vec::new(),
        }
    }

    pub fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    /// When it begins, in UTC milliseconds.
    pub fn at(mut self, milliseconds: i64) -> Self {
        self.start = milliseconds;
        self
    }

    /// Frames of another site get no storage.
    pub fn blocked_frames(mut self) -> Self {
        self.wishes.blocked_frames = true;
        self
    }

    /// The system asks for less motion.
    pub fn less_motion(mut self) -> Self {
        self.wishes.less_motion = true;
        self
    }

    /// The network is bad for addresses that contain `part`, such as `.wasm`.
    pub fn weather(mut self, part: &'static str, weather: Weather) -> Self {
        self.weather.push((part, weather));
        self
    }

    /// The journey provokes errors; without this, any error on a page fails it.
    pub fn with_faults(mut self) -> Self {
        self.faults_expected = true;
        self
    }

    /// Goes the journey. A failure leaves a picture named `failed`, the address and the text of the page.
    pub fn run(self, steps: impl FnOnce(&Run)) {
        let run = Run::begin(&self);
        run.set_size(self.size);
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            steps(&run);
            if !self.faults_expected {
                assert_eq!(run.faults(), Vec::<String>::new(), "errors on the page");
            }
        }));
        if outcome.is_err() {
            run.keep_failure();
        }
        run.session.close();
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}

/// A journey on its way.
pub struct Run {
    pub engine: Engine,
    pub(super) session: Session,
    // Ended after the session is closed.
    _driver: Driver,
    guide: RefCell<Server>,
    clinic: Server,
    offset: Arc<AtomicI64>,
    artifacts: PathBuf,
}

/// The folder in which the guide is served.
const FOLDER: &str = "/guide/";

impl Run {
    fn begin(journey: &Journey) -> Self {
        let engine = Engine::of_this_run();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
        let now = i64::try_from(now).expect("a wall clock in milliseconds");
        let offset = Arc::new(AtomicI64::new(journey.start - now));
        let guide = Server::start(guide_site(&offset, &journey.weather), 0).expect("the guide's server");
        let address = format!("http://localhost:{}{FOLDER}", guide.port());
        let clinic = Server::start(clinic_site(&address), 0).expect("the clinic's server");
        let driver = engine.start();
        let session = Session::open(&driver.address, &engine.capabilities(journey.wishes))
            .unwrap_or_else(|refused| panic!("no browser: {refused}"));
        let artifacts = root().join("artifacts").join(engine.name()).join(journey.name);
        let _ = std::fs::remove_dir_all(&artifacts);
        Self { engine, session, _driver: driver, guide: RefCell::new(guide), clinic, offset, artifacts }
    }

    /// The guide's address with what comes after its folder: `?lang=es`, `#/today`.
    pub fn address(&self, rest: &str) -> String {
        format!("http://localhost:{}{FOLDER}{rest}", self.guide.borrow().port())
    }

    /// Opens a place of the guide. Only the fragment changed? Then the page stays, as it does for a person.
    pub fn open(&self, rest: &str) {
        self.go_to(&self.address(rest));
    }

    /// Opens the clinic's page, on another site, with the guide in a frame: `plain.html` or `sandboxed.html`.
    pub fn open_clinic(&self, page: &str) {
        self.go_to(&format!("http://127.0.0.1:{}/{page}", self.clinic.port()));
    }

    fn go_to(&self, address: &str) {
        self.session.post("/url", &json!({ "url": address })).expect("the page opens");
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.session.post("/refresh", &json!({})).expect("the page loads again");
    }

    /// One step back in the browser's history.
    pub fn back(&self) {
        self.session.post("/back", &json!({})).expect("the browser goes back");
    }

    /// The fragment of the address.
    pub fn place(&self) -> String {
        self.script("return location.hash", &json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Runs a function's body in the page.
    pub fn script(&self, body: &str, arguments: &Value) -> Value {
        self.session
            .script(body, arguments)
            .unwrap_or_else(|refused| panic!("script failed: {} {}", refused.code, refused.message))
    }

    /// Runs a function's body in the page that calls its last argument once it is done, with the answer.
    pub fn script_later(&self, body: &str, arguments: &Value) -> Value {
        self.session
            .post("/execute/async", &json!({ "script": body, "args": arguments }))
            .unwrap_or_else(|refused| panic!("script failed: {} {}", refused.code, refused.message))
    }

    /// Waits until the page has been drawn with what is new.
    pub fn frames(&self) {
        let body =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        self.script_later(body, &json!([]));
    }

    /// Waits until the page is drawn and nothing on it is on its way to another look.
    pub fn settled(&self) {
        self.frames();
        // In a closed panel some browsers begin what they then never go on with: nobody sees it, and nobody waits for it.
        let body = "const done = arguments[0];
            const ends = (one) => one.effect?.getComputedTiming().endTime !== Infinity;
            const isSeen = (one) => one.effect?.target?.checkVisibility?.() ?? true;
            const ending = document.getAnimations().filter((one) => ends(one) && isSeen(one));
            Promise.allSettled(ending.map((one) => one.finished)).then(() => done())";
        self.script_later(body, &json!([]));
    }

    /// Moves the time of the page, and of all pages after it.
    pub fn advance(&self, by: Duration) {
        let by = i64::try_from(by.as_millis()).expect("a time in milliseconds");
        self.offset.fetch_add(by, Ordering::SeqCst);
        self.script("journey.advance(arguments[0])", &json!([by]));
    }

    /// What the guide keeps on this device: its keys with their values. Each journey begins with none.
    pub fn storage(&self) -> Vec<(String, String)> {
        let found = self.script(
            "return Object.entries(localStorage).filter(([key]) => key.startsWith('stridewell.')).sort()",
            &json!([]),
        );
        serde_json::from_value(found).expect("pairs of text")
    }

    /// What went wrong on the pages so far: errors, refusals of the policy, complaints on the console.
    pub fn faults(&self) -> Vec<String> {
        let found = self.session.script("return globalThis.journey?.faults() ?? []", &json!([])).unwrap_or_default();
        serde_json::from_value(found).unwrap_or_default()
    }

    /// The paths that the browser asked the guide's server for.
    pub fn asked(&self) -> Vec<String> {
        self.guide.borrow().asked()
    }

    /// Takes the network away: the guide's server refuses all connections from now on.
    pub fn go_offline(&self) {
        self.guide.borrow_mut().stop();
    }

    /// Goes into the frame of the clinic's page.
    pub fn enter_frame(&self) {
        let frame = self.within("a frame", || {
            let found = self.session.post("/element", &json!({ "using": "css selector", "value": "iframe" })).ok()?;
            Some(found)
        });
        self.session.post("/frame", &json!({ "id": frame })).expect("the frame takes commands");
    }

    /// Goes back to the clinic's page.
    pub fn leave_frame(&self) {
        self.session.post("/frame", &json!({ "id": null })).expect("the page takes commands");
    }

    /// Sets the size of the page itself, which no window manager may change.
    pub fn set_size(&self, size: Size) {
        let (width, height) = size.pixels();
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                let command = json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics });
                self.session.post("/goog/cdp/execute", &command).expect("Chromium takes a size");
            }
            Engine::Firefox => {
                let body = "const style = gBrowser.selectedBrowser.style;
                    for (const [name, value] of [['width', arguments[0]], ['height', arguments[1]]])
                        for (const bound of ['', 'min-', 'max-']) style.setProperty(bound + name, value + 'px');";
                self.session.post("/moz/context", &json!({ "context": "chrome" })).expect("Firefox's own page");
                let done = self.session.script(body, &json!([width, height]));
                self.session.post("/moz/context", &json!({ "context": "content" })).expect("back to the page");
                done.expect("Firefox takes a size");
            }
            Engine::WebKit => {
                // The window has bars of its own: a second step takes their size into account.
                for _ in 0..3 {
                    let now = self.script(
                        "return [innerWidth - arguments[0], innerHeight - arguments[1]]",
                        &json!([width, height]),
                    );
                    let over = |at: usize| now[at].as_i64().unwrap_or(0);
                    if (over(0), over(1)) == (0, 0) {
                        break;
                    }
                    let rect = self.session.get("/window/rect").expect("the window's size");
                    let grown = |name: &str, at: usize| rect[name].as_i64().unwrap_or(0) - over(at);
                    let wanted = json!({ "x": 0, "y": 0, "width": grown("width", 0), "height": grown("height", 1) });
                    self.session.post("/window/rect", &wanted).expect("the window takes a size");
                    std::thread::sleep(Duration::from_millis(200));
                }
            }
        }
    }

    /// Keeps a picture of what is seen in `artifacts/<engine>/<journey>/<name>.png`.
    pub fn picture(&self, name: &str) {
        let picture = self.session.get("/screenshot").expect("a picture");
        let picture = picture.as_str().expect("a picture as text");
        let bytes = base64::engine::general_purpose::STANDARD.decode(picture).expect("a picture in base64");
        self.keep(&format!("{name}.png"), &bytes);
    }

    fn keep_failure(&self) {
        let _ = catch_unwind(AssertUnwindSafe(|| self.picture("failed")));
        let page =
            "return [location.href, document.body.innerText, ...(globalThis.journey?.faults() ?? [])].join('\\n')";
        if let Ok(Value::String(text)) = self.session.script(page, &json!([])) {
            self.keep("failed.txt", text.as_bytes());
        }
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        std::fs::create_dir_all(&self.artifacts).expect("the folder of the artifacts");
        std::fs::write(self.artifacts.join(name), bytes).expect("an artifact is kept");
    }

    /// Rules of `axe` that the page breaks, with the places; the whole page or, in a frame, the guide.
    pub fn axe(&self) -> Vec<String> {
        self.axe_with(&json!({ "resultTypes": ["violations"] }))
    }

    /// The same for colors alone, where nothing else has changed since [`Run::axe`].
    pub fn axe_colors(&self) -> Vec<String> {
        self.axe_with(
            &json!({ "resultTypes": ["violations"], "runOnly": { "type": "rule", "values": ["color-contrast"] } }),
        )
    }

    fn axe_with(&self, options: &Value) -> Vec<String> {
        // A script of the test, not of the page: the page's policy does not hold for it.
        if self.script("return !globalThis.axe", &json!([])) == json!(true) {
            let path = engine::tools().join("npm/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            self.script(&format!("{axe}\nglobalThis.axe ??= axe; return null"), &json!([]));
        }
        let body = "const [options, done] = arguments;
            axe.run(document, options).then((found) => done(found.violations.flatMap((rule) =>
              rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))), (error) => done([String(error)]))";
        serde_json::from_value(self.script_later(body, &json!([options]))).expect("axe's list")
    }

    /// Fails unless `axe` is content.
    pub fn expect_accessible(&self) {
        assert_eq!(self.axe(), Vec::<String>::new(), "accessibility at {}", self.place());
    }
}

fn guide_site(offset: &Arc<AtomicI64>, weather: &[(&str, Weather)]) -> Site {
    let offset = Arc::clone(offset);
    let dist = std::env::var_os("STRIDEWELL_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    let site = Site::bundle(&dist, FOLDER)
        .unwrap_or_else(|error| panic!("no bundle in {}: {error}; cargo xtask build makes one", dist.display()));
    let site = weather.iter().fold(site, |site, (part, weather)| site.with_weather(part, *weather));
    site.with_script(move || include_str!("clock.js").replace("OFFSET", &offset.load(Ordering::SeqCst).to_string()))
}

fn clinic_site(guide: &str) -> Site {
    let allow =
        "screen-wake-lock; autoplay; accelerometer; gyroscope; magnetometer; web-share; fullscreen; clipboard-write";
    let page = |name: &str, sandbox: &str| Page {
        path: format!("/{name}"),
        kind: "text/html; charset=utf-8",
        text: format!(
            "<!doctype html><html lang=\"en\"><title>Anytown Physical Therapy</title><h1>Anytown Physical Therapy</h1>\
             <iframe src=\"{guide}?embed=1&lang=en\" title=\"The runner's hip guide\" width=\"360\" height=\"720\" \
             allow=\"{allow}\"{sandbox}></iframe></html>"
        ),
    };
    // The clinic's own site has no bundle; any folder will do, and nothing of it is asked for.
    Site::pages(vec![page("plain.html", ""), page("sandboxed.html", " sandbox=\"allow-scripts allow-popups\"")])
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
