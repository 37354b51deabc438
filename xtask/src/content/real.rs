//! Tests on the repository's own content.

use std::path::Path;

use super::words::placeholders;
use super::{Content, Files, LANGUAGES, write_content};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn files() -> Files {
    Files::load(root()).expect("the content files")
}

/// Every letter with an accent and every text half as long again; what stands in braces stays.
fn pseudo(text: &str) -> String {
    let mut inside = false;
    let mut out = String::from("⟦");
    for letter in text.chars() {
        inside = (inside || letter == '{') && letter != '}';
        out.push(match letter {
            'a' if !inside => 'á',
            'e' if !inside => 'é',
            'o' if !inside => 'ö',
            'n' if !inside => 'ñ',
            other => other,
        });
    }
    out + &"~".repeat(text.len() / 2) + "⟧"
}

fn pseudo_value(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::String(text) => toml::Value::String(pseudo(&text)),
        toml::Value::Array(list) => toml::Value::Array(list.into_iter().map(pseudo_value).collect()),
        toml::Value::Table(table) => toml::Value::Table(table.into_iter().map(|(k, v)| (k, pseudo_value(v))).collect()),
        other => other,
    }
}

#[test]
fn a_pseudo_language_passes_every_check() {
    let mut pseudo = files();
    let [first, other] = LANGUAGES;
    for (path, text) in files().iter().filter(|(path, _)| path.contains(&format!("locale/{first}/"))) {
        let table: toml::Table = text.parse().expect(path);
        let toml::Value::Table(table) = pseudo_value(toml::Value::Table(table)) else { panic!("a file is a table") };
        let text = toml::to_string(&table).expect(path);
        pseudo.put(path.replace(&format!("/{first}/"), &format!("/{other}/")), text);
    }
    if let Err(problems) = Content::read(&pseudo) {
        panic!("{problems}");
    }
}

#[test]
fn a_pseudo_text_keeps_its_placeholders() {
    let text = pseudo("{name} has {n} more");
    assert_eq!(placeholders(&text), placeholders("{n} {name}"));
    assert!(text.contains("möré"));
}

#[test]
fn the_fetched_files_hold_every_text_and_the_hash() {
    let dest = std::env::temp_dir().join(format!("stridewell-content-{}", std::process::id()));
    let hash = write_content(root(), &dest).expect("the content files");
    let lengths = LANGUAGES.map(|lang| {
        ["words", "more"].map(|file| {
            let text = std::fs::read_to_string(dest.join(format!("{file}-{lang}.txt"))).expect(lang);
            assert_eq!(text.lines().next(), Some(format!("{hash} {lang}").as_str()));
            text.lines().count()
        })
    });
    std::fs::remove_dir_all(&dest).expect("the test's own folder");
    assert_eq!(lengths[0], lengths[1]);
    assert!(lengths[0].iter().all(|lines| *lines > 300), "{lengths:?}");
}

/// Words that are never said about the app (dossier README, section 6). "Not a diagnosis" and the treatment that a
/// clinician gives may be named.
const NEVER: [&str; 27] = [
    "diagnose",
    "diagnoses",
    "diagnosed",
    "diagnosing",
    "treat",
    "treats",
    "treated",
    "treating",
    "cure",
    "cures",
    "cured",
    "heal",
    "heals",
    "healed",
    "healing",
    "guarantee",
    "guarantees",
    "guaranteed",
    "diagnosticar",
    "diagnostica",
    "curar",
    "cura",
    "sanar",
    "sana",
    "garantizar",
    "garantiza",
    "garantía",
];

fn texts(value: &toml::Value, path: &str, out: &mut Vec<(String, String)>) {
    match value {
        toml::Value::String(text) => out.push((path.to_owned(), text.clone())),
        toml::Value::Array(list) => list.iter().for_each(|value| texts(value, path, out)),
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| texts(value, &format!("{path}.{key}"), out));
        }
        _ => {}
    }
}

#[test]
fn no_text_promises_what_the_app_does_not_do() {
    let files = files();
    let mut found = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.contains("/locale/")) {
        texts(&toml::Value::Table(text.parse().expect(path)), path, &mut found);
    }
    // The titles of sources are the sources' own words.
    found.retain(|(path, _)| !path.ends_with(".citation"));
    assert!(found.len() > 200, "the files were read");
    for (path, text) in found {
        let lower = text.to_lowercase();
        let said = lower.split(|letter: char| !letter.is_alphabetic()).find(|word| NEVER.contains(word));
        assert_eq!(said, None, "{path}: {text}");
    }
}
