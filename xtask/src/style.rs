//! Makes the one style sheet of the page from the files in `style/`, in the order of the cascade layers.
//!
//! It only joins and takes out what a browser does not read; it changes no rule.

use crate::failure::{OrSay, Result};
use crate::project;

/// In this order, because the first names the layers.
const FILES: [&str; 5] = ["tokens.css", "base.css", "components.css", "screens.css", "figure.css"];

/// Writes `style/main.css`, which Trunk puts into the page.
pub fn write() -> Result<()> {
    let folder = project::root().join("style");
    let mut all = String::new();
    for name in FILES {
        let text = std::fs::read_to_string(folder.join(name)).or_say(format_args!("read style/{name}"))?;
        all.push_str(&minify(&text));
    }
    std::fs::write(folder.join("main.css"), all).or_say("write style/main.css")
}

/// Takes comments out and draws white space together. A space stays where it could mean something:
/// between words, around `+` and `-` in `calc()`, before `:` (a descendant's pseudo-class).
fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut gap = false;
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => {
                let mut last = ' ';
                rest.next();
                for inner in rest.by_ref() {
                    if last == '*' && inner == '/' {
                        break;
                    }
                    last = inner;
                }
                gap = true;
            }
            c if c.is_whitespace() => gap = true,
            c => {
                let tight = |c: char| matches!(c, '{' | '}' | ';' | ',');
                if gap && !tight(c) && !out.is_empty() && !out.ends_with(tight) {
                    out.push(' ');
                }
                gap = false;
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
                if c == '"' || c == '\'' {
                    copy_string(c, &mut rest, &mut out);
                }
            }
        }
    }
    out
}

fn copy_string(quote: char, rest: &mut impl Iterator<Item = char>, out: &mut String) {
    let mut escaped = false;
    for c in rest.by_ref() {
        out.push(c);
        if c == quote && !escaped {
            return;
        }
        escaped = c == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn minify_keeps_what_means_something() {
        for (from, to) in [
            ("/* note */ a { color : red ; }\n", "a{color : red}"),
            ("a { width: calc(1px + 2px); }", "a{width: calc(1px + 2px)}"),
            (".a { & .b, & :hover { top: 0; } }", ".a{& .b,& :hover{top: 0}}"),
            ("a::after { content: \"a  {;}  \\\" b\"; }", "a::after{content: \"a  {;}  \\\" b\"}"),
            ("a/* x */b { }", "a b{}"),
            (
                "@media (min-width: 1px) and (max-width: 2px) { a { top: 0 } }",
                "@media (min-width: 1px) and (max-width: 2px){a{top: 0}}",
            ),
        ] {
            assert_eq!(minify(from), to);
        }
    }
}
