//! Tests of the static server's answers. They stand outside `site`, which the journeys include without its tests.

use std::path::PathBuf;

use crate::site::{Request, Response, Site};

fn site() -> (Site, PathBuf) {
    let root =
        std::env::temp_dir().join(format!("stridewell-site-{}-{:?}", std::process::id(), std::thread::current().id()));
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
    let site = site.with_script(|| "clock".into());
    let page = String::from_utf8(get(&site, "/guide/", "br").body).unwrap();
    assert!(page.find("before-start.js").unwrap() < page.find("start.js?v=1").unwrap());
    assert_eq!(get(&site, "/guide/before-start.js", "").body, b"clock");
    std::fs::remove_dir_all(root).unwrap();
}

#[test]
fn a_head_is_read_and_a_torn_one_refused() {
    let head = "GET /a/?x=1 HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip, br;q=0\r\nConnection: close\r\n\r\n";
    let request = Request::read(&mut head.as_bytes()).unwrap();
    assert_eq!((request.path.as_str(), request.query.as_deref(), request.close), ("/a/", Some("x=1"), true));
    assert!(request.takes("gzip") && !request.takes("br") && !request.takes("zstd"));
    assert_eq!(Request::read(&mut "GET /\r\n".as_bytes()), None);
    assert_eq!(Request::read(&mut format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(20_000)).as_bytes()), None);
}
