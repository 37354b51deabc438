//! Finishes the page that Trunk made: policy with the style's hash, addresses with the content's hash, tidy glue.
//!
//! Everything here is text in, text out, but for [`finish`], which reads and writes the files of the bundle.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::failure::{Failure, OrSay, Result};

/// What is known when the page is finished.
pub struct Finish {
    /// The version of the files in `content/`.
    pub content: String,
    /// Take comments and indentation out of the glue.
    pub tidy_glue: bool,
}

/// Finishes `index.html` and the glue in `dist`.
pub fn finish(dist: &Path, finish: &Finish) -> Result<()> {
    let path = dist.join("index.html");
    let html = std::fs::read_to_string(&path).or_say("read dist/index.html")?;
    let start = std::fs::read(dist.join("start.js")).or_say("read dist/start.js")?;
    let html = without_comments(&html);
    let html = with_policy(&html)?;
    let html = with_start(&html, &short_hash(&start), &finish.content);
    std::fs::write(&path, html).or_say("write dist/index.html")?;
    if finish.tidy_glue {
        let start = String::from_utf8_lossy(&start);
        std::fs::write(dist.join("start.js"), tidy_script(&start)).or_say("write dist/start.js")?;
        for glue in glue(dist)? {
            let text = std::fs::read_to_string(&glue).or_say(format_args!("read {}", glue.display()))?;
            std::fs::write(&glue, tidy_script(&text)).or_say(format_args!("write {}", glue.display()))?;
        }
    }
    Ok(())
}

fn glue(dist: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = std::fs::read_dir(dist).or_say("read dist/")?;
    let is_glue = |path: &std::path::PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("stridewell") && path.extension().is_some_and(|extension| extension == "js")
    };
    Ok(entries.flatten().map(|entry| entry.path()).filter(is_glue).collect())
}

/// The policy of the page. `style` is the hash of the style in it.
fn policy(style: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-{style}'; \
         img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

/// Eight letters of the hash: enough to tell two versions of one file apart.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut text = URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
    text.truncate(8);
    text
}

fn with_policy(html: &str) -> Result<String> {
    let missing = |what| Failure::new(format!("index.html has no {what}: the page's policy cannot be written."));
    let style = between(html, "<style", "</style>").ok_or_else(|| missing("<style>"))?;
    let style = style.split_once('>').ok_or_else(|| missing("<style>"))?.1;
    if html.matches("<style").count() != 1 {
        return Err(Failure::new("index.html has more than one <style>: the policy has the hash of one."));
    }
    let mark = "http-equiv=\"Content-Security-Policy\" content=\"";
    let (before, after) = html.split_once(mark).ok_or_else(|| missing("place for it"))?;
    let after = after.split_once('"').ok_or_else(|| missing("place for it"))?.1;
    Ok(format!("{before}{mark}{}\"{after}", policy(&STANDARD.encode(Sha256::digest(style)))))
}

/// Names the versions in the addresses, so that no cache mixes two builds.
fn with_start(html: &str, start: &str, content: &str) -> String {
    html.replace("src=\"start.js\"", &format!("src=\"start.js?v={start}\" data-content=\"{content}\""))
}

fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |parts| parts.1);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Takes indentation and whole-line comments out of a script. Both our own and the glue have no text over
/// several lines, in which these would mean something; a script that has one is left as it is.
fn tidy_script(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut out = Vec::new();
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            out.push(line);
        }
        comment &= !line.ends_with("*/");
    }
    out.join("\n")
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_has_the_hash_of_the_style() {
        let page =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\"><style type=\"text/css\">a{top: 0}</style>";
        let finished = with_policy(page).unwrap();
        // printf 'a{top: 0}' | openssl dgst -sha256 -binary | base64
        assert!(
            finished.contains("style-src 'self' 'sha256-+kxapzmNSZ4UY+JjNSSoDnj3NsegF1uwr/lW5BgEVvI='"),
            "{finished}"
        );
        assert!(with_policy("<style></style>").is_err());
        assert!(with_policy(&format!("{page}<style></style>")).is_err());
    }

    #[test]
    fn scripts_lose_comments_and_nothing_else() {
        let script = "/* a\n * b */\n  // c\n  let x = \"// d\"; // e\n\n  f(`g`);\n";
        assert_eq!(tidy_script(script), "let x = \"// d\"; // e\nf(`g`);");
        let text = "let x = `\n  // kept\n`;\n";
        assert_eq!(tidy_script(text), text);
    }

    #[test]
    fn comments_of_the_page_are_left_out() {
        assert_eq!(without_comments("<p>a</p>\n<!-- b\n c -->\n  <p>d</p>"), "<p>a</p>\n<p>d</p>");
    }
}
