//! Ends a program together with all that it started, by their ids.
//!
//! The journeys include this file, too: it stands on the standard library alone.

use std::process::{Child, Command, Stdio};

/// Ends a program and everything it started.
pub fn end(child: &mut Child) {
    let below = descendants(child.id());
    let _ = child.kill();
    for id in below {
        let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
    }
    let _ = child.wait();
}

/// All programs started by `parent`, directly or not. Empty where there is no `/proc`.
fn descendants(parent: u32) -> Vec<u32> {
    let mut pairs = Vec::new();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // "id (name) state parent …": the name may hold anything, also brackets.
        let above = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1));
        if let Some(above) = above.and_then(|above| above.parse::<u32>().ok()) {
            pairs.push((id, above));
        }
    }
    let mut found = vec![parent];
    let mut at = 0;
    while let Some(&above) = found.get(at) {
        found.extend(pairs.iter().filter(|pair| pair.1 == above).map(|pair| pair.0));
        at += 1;
    }
    found.split_off(1)
}
