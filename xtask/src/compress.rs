//! Puts a `.br` and a `.gz` beside each text file of the bundle, so that a static host need not compress.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{OrSay, Result};

const TEXT: [&str; 9] = ["html", "js", "css", "json", "wasm", "svg", "bin", "webmanifest", "txt"];

/// Compresses what gains from it, at the highest level: it is done once and fetched often.
pub fn beside(folder: &Path) -> Result<()> {
    for path in files(folder)? {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if TEXT.contains(&extension) {
            let bytes = std::fs::read(&path).or_say(format_args!("read {}", path.display()))?;
            write(&with_ending(&path, "br"), &brotli(&bytes)?)?;
            write(&with_ending(&path, "gz"), &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

/// All files under `folder`, sorted.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).or_say(format_args!("read {}", folder.display()))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file is one that [`beside`] made.
pub fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

/// The bytes as a browser would fetch them.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &settings).or_say("compress")?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).or_say("compress")?;
    encoder.finish().or_say("compress")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::create(path).or_say(format_args!("write {}", path.display()))?;
    file.write_all(bytes).or_say(format_args!("write {}", path.display()))
}
