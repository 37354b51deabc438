//! From a request to what is sent back. No connection is here, so that every answer can be tested.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::request::Request;

/// A page of a clinic's own website, around the guide.
#[derive(Debug, Clone)]
pub struct Page {
    /// The whole path, such as `/host.html`.
    pub path: String,
    pub kind: &'static str,
    pub text: String,
}

/// What a server serves: a bundle in a folder of its address, with the same policy in the header as in the page.
#[derive(Clone)]
pub struct Site {
    root: PathBuf,
    /// Begins and ends with `/`.
    prefix: String,
    policy: String,
    pages: Vec<Page>,
    /// A script put into the page before the one that starts the app.
    before_start: Option<Script>,
    /// What a bad network does to addresses with this in them.
    weather: Vec<(String, Weather)>,
}

/// What happens to a request on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// The file is not there.
    Missing,
    /// The answer takes that long.
    Slow(Duration),
}

/// The text of a script, made anew for each request.
type Script = Arc<dyn Fn() -> String + Send + Sync>;

/// An answer, ready to be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

const BEFORE_START: &str = "before-start.js";

impl Site {
    /// The bundle in `root`, served under `prefix`.
    pub fn bundle(root: &Path, prefix: &str) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let page = std::fs::read_to_string(root.join("index.html"))?;
        let policy = policy_of(&page).unwrap_or_default().to_owned();
        Ok(Self { root, prefix: prefix.to_owned(), policy, pages: Vec::new(), before_start: None, weather: Vec::new() })
    }

    /// Pages without a bundle, such as a clinic's own website; they are sent without the guide's policy.
    pub fn pages(pages: Vec<Page>) -> Self {
        // No request reaches a prefix that no path begins with.
        Self {
            root: PathBuf::new(),
            prefix: "\0".into(),
            policy: String::new(),
            pages,
            before_start: None,
            weather: Vec::new(),
        }
    }

    /// Adds a script that runs before anything of the guide.
    #[must_use]
    pub fn with_script(mut self, script: impl Fn() -> String + Send + Sync + 'static) -> Self {
        self.before_start = Some(Arc::new(script));
        self
    }

    /// Makes the network bad for addresses that contain `part`.
    #[must_use]
    pub fn with_weather(mut self, part: &str, weather: Weather) -> Self {
        self.weather.push((part.to_owned(), weather));
        self
    }

    /// The answer to one request.
    pub fn answer(&self, request: &Request) -> Response {
        if request.method != "GET" && request.method != "HEAD" {
            return plain(405, "Only GET and HEAD are answered here.");
        }
        let Some(path) = decode(&request.path) else { return plain(400, "This address cannot be read.") };
        match self.weather.iter().find(|(part, _)| path.contains(part)) {
            Some((_, Weather::Missing)) => return not_found(),
            Some((_, Weather::Slow(time))) => std::thread::sleep(*time),
            None => {}
        }
        if let Some(page) = self.pages.iter().find(|page| page.path == path) {
            return found(page.kind, page.text.clone().into_bytes(), "no-store");
        }
        if format!("{path}/") == self.prefix {
            return Response { status: 301, headers: vec![("Location", self.prefix.clone())], body: Vec::new() };
        }
        let Some(inner) = path.strip_prefix(&self.prefix) else { return not_found() };
        if let (Some(script), BEFORE_START) = (&self.before_start, inner) {
            return found("text/javascript", script().into_bytes(), "no-store");
        }
        self.file(if inner.is_empty() { "index.html" } else { inner }, request)
    }

    fn file(&self, inner: &str, request: &Request) -> Response {
        let Some(path) = self.inside(inner) else { return not_found() };
        let kind = kind(&path);
        let cache = if is_versioned(inner, request.query.as_deref()) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let is_page = inner == "index.html";
        let mut response = match self.packed(&path, request, is_page) {
            Some((encoding, body)) => {
                let mut response = found(kind, body, cache);
                response.headers.push(("Content-Encoding", encoding.into()));
                response
            }
            None => match std::fs::read(&path) {
                Ok(body) => found(kind, if is_page { self.page(body) } else { body }, cache),
                Err(_) => return not_found(),
            },
        };
        response.headers.push(("Vary", "Accept-Encoding".into()));
        if is_page {
            response.headers.push(("Content-Security-Policy", self.policy.clone()));
        }
        response
    }

    fn page(&self, body: Vec<u8>) -> Vec<u8> {
        let Some(_) = self.before_start else { return body };
        let text = String::from_utf8_lossy(&body);
        let tag = format!("<script src=\"{BEFORE_START}\" defer></script><script src=\"start.js");
        text.replacen("<script src=\"start.js", &tag, 1).into_bytes()
    }

    /// The compressed file beside the asked one, if the client takes it and the page need not be changed.
    fn packed(&self, path: &Path, request: &Request, is_page: bool) -> Option<(&'static str, Vec<u8>)> {
        if is_page && self.before_start.is_some() {
            return None;
        }
        [("br", "br"), ("gzip", "gz")].into_iter().filter(|(encoding, _)| request.takes(encoding)).find_map(
            |(encoding, ending)| {
                let mut name = path.as_os_str().to_owned();
                name.push(".");
                name.push(ending);
                Some((encoding, std::fs::read(name).ok()?))
            },
        )
    }

    /// The file of that name, if it lies in the bundle.
    fn inside(&self, inner: &str) -> Option<PathBuf> {
        let bad = |part: &str| part.is_empty() || part.starts_with('.') || part.contains(['\\', ':', '\0']);
        if inner.split('/').any(bad) {
            return None;
        }
        let path = self.root.join(inner).canonicalize().ok()?;
        (path.starts_with(&self.root) && path.is_file()).then_some(path)
    }
}

/// The policy that a page states of itself.
pub fn policy_of(html: &str) -> Option<&str> {
    Some(html.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?.1.split_once('"')?.0)
}

fn found(kind: &str, body: Vec<u8>, cache: &str) -> Response {
    Response { status: 200, headers: vec![("Content-Type", kind.into()), ("Cache-Control", cache.into())], body }
}

fn not_found() -> Response {
    plain(404, "There is nothing at this address.")
}

fn plain(status: u16, sentence: &str) -> Response {
    Response { status, ..found("text/plain; charset=utf-8", sentence.as_bytes().to_vec(), "no-store") }
}

/// A name with the content's hash in it, or a query that has it, never changes.
fn is_versioned(inner: &str, query: Option<&str>) -> bool {
    let stem = inner.rsplit('/').next().and_then(|name| name.split_once('.')).map_or("", |(stem, _)| stem);
    let hash = stem.trim_end_matches("_bg").rsplit('-').next().unwrap_or_default();
    let hashed = stem.contains('-') && hash.len() >= 12 && hash.chars().all(|c| c.is_ascii_hexdigit());
    hashed || query.is_some_and(|query| query.starts_with("v="))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "ics" => "text/calendar; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut out = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}
