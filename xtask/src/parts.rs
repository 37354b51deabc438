//! Cuts the app into the part that the first screen needs and the part that comes after it.
//!
//! Trunk bundles the whole; this takes the same program apart at its split points, makes the glue anew, and puts both
//! in the place of what Trunk made. Where the cuts are stands in `shell::parts`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::command_line::Profile;
use crate::failure::{Failure, OrSay, Result};
use crate::page::short_hash;
use crate::tools::{BuildTools, WASM};
use crate::{process, project};

/// The program as cargo leaves it, before `wasm-bindgen`.
const PROGRAM: &str = "stridewell-app";
/// The part that comes after the first screen: its split point's name.
const LATER: &str = "later";

/// Takes the bundle in `dist` apart, and names the later part in `index.html`.
pub fn cut(tools: &BuildTools, profile: Profile, dist: &Path) -> Result<()> {
    let name = bundled_name(dist)?;
    let whole = whole(profile)?;
    let work = dist.join("cut");
    let whole = std::fs::read(&whole).or_say(format_args!("read {}", whole.display()))?;
    let link = format!("./{name}-parts.js");
    let main = work.join(format!("{name}.wasm"));
    let main_module = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = &work;
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = &link;
    wasm_split_cli_support::transform(options)
        .map_err(|reason| Failure::new(format!("The app could not be cut into its parts: {reason:#}.")))?;
    glue(tools, &main, dist)?;
    let later = later(&work, dist, profile)?;
    let parts = std::fs::read_to_string(work.join(&link)).or_say("read what joins the parts")?;
    let parts = parts.replace(&format!("split_{LATER}.wasm"), &later);
    std::fs::write(dist.join(&link), parts).or_say("write what joins the parts")?;
    std::fs::remove_dir_all(&work).or_say("remove dist/cut")?;
    let page = dist.join("index.html");
    let html = std::fs::read_to_string(&page).or_say("read dist/index.html")?;
    let html = html.replace(" data-js=", &format!(" data-later=\"./{later}\" data-js="));
    std::fs::write(&page, html).or_say("write dist/index.html")
}

/// The name that Trunk gave, with the hash of the whole program.
fn bundled_name(dist: &Path) -> Result<String> {
    let entries = std::fs::read_dir(dist).or_say("read dist/")?;
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned))
        .ok_or_else(|| Failure::new("Trunk left no program in dist/."))
}

fn whole(profile: Profile) -> Result<PathBuf> {
    let output = Command::new("cargo")
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(project::root())
        .output()
        .or_say("start cargo")?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).or_say("read what cargo says")?;
    let target = metadata.get("target_directory").and_then(serde_json::Value::as_str).unwrap_or("target");
    let profile = match profile {
        Profile::Release => "release",
        Profile::Dev => "debug",
    };
    Ok(Path::new(target).join(WASM).join(profile).join(format!("{PROGRAM}.wasm")))
}

fn glue(tools: &BuildTools, main: &Path, dist: &Path) -> Result<()> {
    let mut command = Command::new(tools.folder.join("wasm-bindgen"));
    command.args([
        "--target",
        "web",
        "--no-typescript",
        "--keep-lld-exports",
        "--remove-name-section",
        "--remove-producers-section",
    ]);
    command.arg("--out-dir").arg(dist).arg(main);
    process::run(&mut command, "wasm-bindgen", Duration::from_secs(5 * 60))
}

/// Puts the later part into `dist` under a name with its hash.
fn later(work: &Path, dist: &Path, profile: Profile) -> Result<String> {
    let part = std::fs::read(work.join(format!("split_{LATER}.wasm"))).or_say("read the later part")?;
    let part = if profile == Profile::Release { without_custom_sections(&part)? } else { part };
    let name = format!("{PROGRAM}-{LATER}-{}.wasm", short_hash(&part));
    std::fs::write(dist.join(&name), part).or_say("write the later part")?;
    Ok(name)
}

/// A program without names and other sections that no browser needs.
fn without_custom_sections(program: &[u8]) -> Result<Vec<u8>> {
    let cut_short = || Failure::new("The later part is no whole program.");
    let (head, mut rest) = program.split_at_checked(8).ok_or_else(cut_short)?;
    let mut out = head.to_vec();
    while let Some((&id, after)) = rest.split_first() {
        let (length, size) = number(after).ok_or_else(cut_short)?;
        let (section, next) = rest.split_at_checked(1 + size + length).ok_or_else(cut_short)?;
        if id != 0 {
            out.extend_from_slice(section);
        }
        rest = next;
    }
    Ok(out)
}

/// A number of the program's form (LEB128), and how many bytes it takes.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_are_taken_out() {
        let head = b"\0asm\x01\0\0\0";
        let custom = [0, 0x82, 0, 7, 7];
        let code = [10, 2, 1, 2];
        let program = [head.as_slice(), &custom, &code, &custom].concat();
        assert_eq!(without_custom_sections(&program).unwrap(), [head.as_slice(), &code].concat());
        assert!(without_custom_sections(&program[..program.len() - 1]).is_err());
        assert!(without_custom_sections(b"\0asm").is_err());
    }
}
