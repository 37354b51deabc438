//! From a request to what is sent back. No connection is here, so that every answer can be tested.

use std::io;
use std::path::{Path, PathBuf};

use super::request::Request;

/// A page that is not in the bundle: a clinic's page around the guide, in tests.
#[derive(Debug, Clone)]
pub struct Page {
    /// The whole path, such as `/host.html`.
    pub path: String,
    pub kind: &'static str,
    pub text: String,
}

/// What a server serves: a bundle in a folder of its address, with the same policy in the header as in the page.
#[derive(Debug, Clone)]
pub struct Site {
    root: PathBuf,
    /// Begins and ends with `/`.
    prefix: String,
    policy: String,
    /// Beside the bundle.
    pages: Vec<Page>,
    /// A script put into the page before the one that starts the app.
    before_start: Option<String>,
}

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
        Ok(Self { root, prefix: prefix.to_owned(), policy, pages: Vec::new(), before_start: None })
    }

    /// Adds a page beside the bundle; it is sent without the guide's policy.
    #[must_use]
    pub fn with_page(mut self, page: Page) -> Self {
        self.pages.push(page);
        self
    }

    /// Adds a script that runs before anything of the guide.
    #[must_use]
    pub fn with_script(mut self, script: &str) -> Self {
        self.before_start = Some(script.to_owned());
        self
    }

    /// The answer to one request.
    pub fn answer(&self, request: &Request) -> Response {
        if request.method != "GET" && request.method != "HEAD" {
            return plain(405, "Only GET and HEAD are answered here.");
        }
        let Some(path) = decode(&request.path) else { return plain(400, "This address cannot be read.") };
        if let Some(page) = self.pages.iter().find(|page| page.path == path) {
            return found(page.kind, page.text.clone().into_bytes(), "no-store");
        }
        if format!("{path}/") == self.prefix {
            return Response { status: 301, headers: vec![("Location", self.prefix.clone())], body: Vec::new() };
        }
        let Some(inner) = path.strip_prefix(&self.prefix) else { return not_found() };
        if let (Some(script), BEFORE_START) = (&self.before_start, inner) {
            return found("text/javascript", script.clone().into_bytes(), "no-store");
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

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (Site, PathBuf) {
        let root = std::env::temp_dir().join(format!(
            "stridewell-site-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        std::fs::create_dir_all(root.join("content")).unwrap();
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><script src=\"start.js?v=1\" defer></script>";
        for (name, text) in [
            ("index.html", page),
            ("index.html.br", "B"),
            ("app-0123456789abcdef_bg.wasm", "W"),
            ("content/words.json", "{}"),
        ] {
            std::fs::write(root.join(name), text).unwrap();
        }
        (Site::bundle(&root, "/guide/").unwrap(), root)
    }

    fn get(site: &Site, path: &str, encoding: &str) -> Response {
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query.to_owned())));
        site.answer(&Request {
            method: "GET".into(),
            path: path.into(),
            query,
            accept_encoding: encoding.into(),
            close: false,
        })
    }

    fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
        response.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_str())
    }

    #[test]
    fn the_page_comes_with_its_policy_packed_if_the_client_takes_it() {
        let (site, root) = site();
        let page = get(&site, "/guide/", "gzip, br");
        assert_eq!((page.status, page.body.as_slice()), (200, b"B".as_slice()));
        assert_eq!(header(&page, "Content-Encoding"), Some("br"));
        assert_eq!(header(&page, "Content-Security-Policy"), Some("default-src 'none'"));
        assert_eq!(header(&page, "Cache-Control"), Some("no-cache"));
        assert_eq!(header(&get(&site, "/guide/", "gzip"), "Content-Encoding"), None);
        assert_eq!(get(&site, "/guide", "").status, 301);
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn versioned_files_may_be_kept_for_good() {
        let (site, root) = site();
        for (path, kept) in [
            ("/guide/app-0123456789abcdef_bg.wasm", true),
            ("/guide/content/words.json?v=12", true),
            ("/guide/content/words.json", false),
        ] {
            let response = get(&site, path, "");
            assert_eq!(response.status, 200, "{path}");
            assert_eq!(header(&response, "Cache-Control").unwrap().contains("immutable"), kept, "{path}");
        }
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn nothing_outside_the_bundle_is_served() {
        let (site, root) = site();
        for path in [
            "/guide/../secret",
            "/guide/%2e%2e/secret",
            "/guide/..%2fsecret",
            "/guide//etc/passwd",
            "/guide/.hidden",
            "/guide/content",
            "/guide/%00",
            "/other",
            "/guide/%zz",
            "/guide/a\\..\\b",
        ] {
            assert!(matches!(get(&site, path, "").status, 400 | 404), "{path}");
        }
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_script_of_the_tests_runs_before_the_start() {
        let (site, root) = site();
        let site = site.with_script("clock");
        let page = String::from_utf8(get(&site, "/guide/", "br").body).unwrap();
        assert!(page.find("before-start.js").unwrap() < page.find("start.js?v=1").unwrap());
        assert_eq!(get(&site, "/guide/before-start.js", "").body, b"clock");
        std::fs::remove_dir_all(root).unwrap();
    }
}
