//! Rules of the repository that no compiler knows: openings of files, their length, attributes, words, names.
//!
//! Each rule is a pure function of a file's path and text, so that it can be shown to fail.

use std::path::Path;

use crate::failure::{Failure, OrSay, Result};
use crate::{compress, process};

/// A file of the repository, by its path from the root.
struct Source {
    path: String,
    text: String,
}

/// Files longer than this, their own tests not counted, have more than one purpose.
const LONGEST: usize = 400;
/// The folders that are looked through.
const FOLDERS: [&str; 6] = ["src", "xtask/src", "tests", "style", "shell", "public"];
/// Names that say nothing about what is in them.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "common", "types", "manager"];
/// The guide promises none of these. Whole words, in any case.
const PROMISES: [(&str, &[&str]); 2] = [
    (
        "src/locale/en/",
        &["diagnose", "diagnoses", "treat", "treats", "cure", "cures", "heal", "heals", "guarantee", "guarantees"],
    ),
    (
        "src/locale/es/",
        &["diagnosticar", "diagnostica", "tratar", "curar", "cura", "sanar", "sana", "garantizar", "garantiza"],
    ),
];

/// Checks all files, and names every fault.
pub fn check(root: &Path) -> Result<()> {
    let mut faults = Vec::new();
    for source in sources(root)? {
        faults.extend(faults_of(&source).map(|fault| format!("{}: {fault}", source.path)));
    }
    if faults.is_empty() {
        process::say("every file keeps the rules");
        return Ok(());
    }
    Err(Failure::new(faults.join("\n")))
}

fn sources(root: &Path) -> Result<Vec<Source>> {
    let mut paths = vec![root.join("index.html"), root.join("build.rs")];
    for folder in FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        paths.extend(compress::files(&folder)?);
    }
    let mut sources = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).or_say(format_args!("read {}", path.display()))?;
        // Pictures have no rules here.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        sources.push(Source { path, text });
    }
    Ok(sources)
}

fn faults_of(source: &Source) -> impl Iterator<Item = String> {
    let rules: [fn(&Source) -> Option<String>; 5] = [opening, length, style_attribute, name, promise];
    rules.into_iter().filter_map(|rule| rule(source))
}

fn is_rust(source: &Source) -> bool {
    Path::new(&source.path).extension().is_some_and(|extension| extension == "rs")
}

fn opening(source: &Source) -> Option<String> {
    let first = source.text.lines().next().unwrap_or_default();
    (is_rust(source) && !first.starts_with("//! ")).then(|| "opens without its purpose (//! …)".to_owned())
}

fn length(source: &Source) -> Option<String> {
    let lines = source.text.lines().take_while(|line| *line != "#[cfg(test)]").count();
    let is_test =
        ["tests.rs", "properties.rs"].iter().any(|end| source.path.ends_with(end)) || source.path.contains("/tests/");
    (is_rust(source) && !is_test && lines > LONGEST)
        .then(|| format!("has {lines} lines, more than {LONGEST}: is it of one purpose?"))
}

/// The page's policy refuses style attributes, so each one is a fault that only a browser would show.
fn style_attribute(source: &Source) -> Option<String> {
    let page = source.path == "index.html" || source.path.starts_with("shell/");
    let shown = page || (is_rust(source) && source.path.starts_with("src/"));
    let found = [" style=\"", " style=\\\"", " style='", " style={"].iter().any(|sign| source.text.contains(sign));
    (shown && found).then(|| "has a style attribute, which the page's policy refuses".to_owned())
}

fn name(source: &Source) -> Option<String> {
    let mut parts = source.path.split(['/', '.']);
    let found = parts.find(|part| EMPTY_NAMES.contains(part))?;
    is_rust(source).then(|| format!("\"{found}\" names nothing of the product"))
}

fn promise(source: &Source) -> Option<String> {
    let (_, words) = PROMISES.iter().find(|(folder, _)| source.path.starts_with(folder))?;
    // Titles of papers are other people's words.
    let is_ours = |line: &str| !line.trim_start().starts_with('#') && !line.starts_with("citation");
    for (at, line) in source.text.lines().enumerate().filter(|(_, line)| is_ours(line)) {
        let line = line.to_lowercase();
        let mut spoken = line.split(|c: char| !c.is_alphabetic());
        if let Some(word) = spoken.find(|word| words.contains(word)) {
            return Some(format!("line {} says \"{word}\", which the guide never does", at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        faults_of(&Source { path: path.into(), text: text.into() }).count()
    }

    #[test]
    fn the_repository_keeps_them() {
        check(crate::project::root()).unwrap();
    }

    #[test]
    fn each_rule_finds_its_fault_and_nothing_else() {
        let long = format!("//! Long.\n{}", "\n".repeat(LONGEST));
        let long_tests = format!("//! Long.\n#[cfg(test)]\n{}", "\n".repeat(LONGEST));
        for (path, text, expected) in [
            ("src/a.rs", "//! A.\n", 0),
            ("src/a.rs", "fn a() {}\n", 1),
            ("src/a.rs", long.as_str(), 1),
            ("src/a.rs", long_tests.as_str(), 0),
            ("src/a/tests.rs", long.as_str(), 0),
            ("src/a/properties.rs", long.as_str(), 0),
            ("src/a/tests/flow.rs", long.as_str(), 0),
            ("src/a.rs", "//! A.\nview! { <i style=\"top: 0\"/> }", 1),
            ("src/a.rs", "//! A.\nview! { <i style:top=\"0\"/> }", 0),
            ("index.html", "<p style=\"top: 0\">", 1),
            ("src/utils/mod.rs", "//! A.\n", 1),
            ("src/locale/en/app.toml", "a = \"It will Heal you.\"", 1),
            ("src/locale/en/app.toml", "# heal\na = \"health, treatment\"", 0),
            ("src/locale/en/app.toml", "citation = \"Tests to diagnose\"", 0),
            ("src/locale/es/app.toml", "a = \"Te va a curar.\"", 1),
        ] {
            assert_eq!(faults(path, text), expected, "{path}: {text:.60}");
        }
    }
}
