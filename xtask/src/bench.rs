//! `cargo xtask bench`: what the first load costs, as a table.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::command_line::{Bench, Profile};
use crate::failure::{OrSay, Result};
use crate::{bundle, compress, process, project};

/// The promise for the first load in bytes, brotli.
const BUDGET: usize = 180 * 1024;

#[derive(Debug, Serialize)]
struct FirstLoad {
    files: BTreeMap<String, Bytes>,
    requests: usize,
    total: usize,
    budget: usize,
}

#[derive(Debug, Serialize)]
struct Bytes {
    raw: usize,
    brotli: usize,
}

/// Builds and measures.
pub fn bench(options: &Bench) -> Result<()> {
    bundle::bundle(Profile::Release)?;
    let load = first_load(&project::dist())?;
    show(&load);
    if let Some(path) = &options.json {
        let text = serde_json::to_string_pretty(&load).or_say("write the samples")?;
        std::fs::write(path, text).or_say(format_args!("write {}", path.display()))?;
    }
    Ok(())
}

/// What a browser fetches before the first screen answers: page, start script, glue, wasm, words of one language.
fn first_load(dist: &Path) -> Result<FirstLoad> {
    let mut files = BTreeMap::new();
    for path in compress::files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        if is_first(&path, &name) {
            let bytes = std::fs::read(&path).or_say(format_args!("read {name}"))?;
            files.insert(name, Bytes { raw: bytes.len(), brotli: compress::brotli(&bytes)?.len() });
        }
    }
    let total = files.values().map(|bytes| bytes.brotli).sum();
    Ok(FirstLoad { requests: files.len(), files, total, budget: BUDGET })
}

fn is_first(path: &Path, name: &str) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    matches!(name, "index.html" | "start.js" | "content/words-en.txt")
        || (name.starts_with("stridewell") && matches!(extension, "js" | "wasm"))
}

fn show(load: &FirstLoad) {
    process::say(&format!("{:<44} {:>10} {:>10}", "First load", "bytes", "brotli"));
    for (name, bytes) in &load.files {
        process::say(&format!("{name:<44} {:>10} {:>10}", bytes.raw, bytes.brotli));
    }
    let share = load.total * 100 / load.budget;
    process::say(&format!("{:<44} {:>10} {:>10}", format!("{} requests", load.requests), "", load.total));
    process::say(&format!("{share} % of {} KB", load.budget / 1024));
}
