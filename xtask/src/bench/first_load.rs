//! What the first load weighs, file by file.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::failure::{OrSay, Result};
use crate::{compress, process};

/// What a browser fetches before the first screen answers: page, start script, glue, wasm, words of one language.
#[derive(Debug, Serialize)]
pub struct FirstLoad {
    files: BTreeMap<String, Bytes>,
    /// Bytes in brotli, all files together.
    pub total: usize,
}

#[derive(Debug, Serialize)]
struct Bytes {
    raw: usize,
    brotli: usize,
}

impl FirstLoad {
    /// Weighs the bundle in `dist`.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        for path in compress::files(dist)? {
            let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
            if is_first(&path, &name) {
                let bytes = std::fs::read(&path).or_say(format_args!("read {name}"))?;
                files.insert(name, Bytes { raw: bytes.len(), brotli: compress::brotli(&bytes)?.len() });
            }
        }
        let total = files.values().map(|bytes| bytes.brotli).sum();
        Ok(Self { files, total })
    }

    /// Says it as a table.
    pub fn show(&self) {
        process::say(&format!("{:<48} {:>10} {:>10}", "First load", "bytes", "brotli"));
        for (name, bytes) in &self.files {
            process::say(&format!("{name:<48} {:>10} {:>10}", bytes.raw, bytes.brotli));
        }
        process::say(&format!("{:<48} {:>10} {:>10}", "all", "", self.total));
    }
}

fn is_first(path: &Path, name: &str) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    matches!(name, "index.html" | "start.js" | "content/words-en.txt")
        || (name.starts_with("stridewell") && !name.contains("-later-") && matches!(extension, "js" | "wasm"))
}
