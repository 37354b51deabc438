//! `cargo xtask bench`: what the guide costs a phone, as tables: bytes of the first load, and times in Chromium.
//!
//! The bundle of `STRIDEWELL_DIST`, or else a fresh one, is served from a sub-folder with its policy. What is
//! measured how stands in the scenes; here is only their order.

mod browser;
mod first_load;
mod histories;
mod probe;
mod row;
mod scenes;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::command_line::{Bench, Profile};
use crate::failure::{OrSay, Result};
use crate::test::{self, Browser};
use crate::{bundle, process, project};
use browser::Guide;
use first_load::FirstLoad;
use histories::Histories;
use row::{Goal, Row};

/// All that was measured.
#[derive(Debug, Serialize)]
struct Report {
    first_load: FirstLoad,
    rows: Vec<Row>,
}

/// Builds, unless a bundle is named, and measures.
pub fn bench(options: &Bench) -> Result<()> {
    let dist = if let Some(folder) = std::env::var_os("STRIDEWELL_DIST") {
        PathBuf::from(folder)
    } else {
        bundle::bundle(Profile::Release)?;
        project::dist()
    };
    test::ready(&[Browser::Chromium])?;
    let first_load = FirstLoad::of(&dist)?;
    first_load.show();
    process::say("");
    warn_if_busy();
    row::show_head();
    let mut report = Report { first_load, rows: Vec::new() };
    let outcome = measure(&dist, &mut report);
    if let Some(path) = &options.json {
        let text = serde_json::to_string_pretty(&report).or_say("write the samples")?;
        std::fs::write(path, text).or_say(format_args!("write {}", path.display()))?;
    }
    outcome
}

/// Times that were taken while others work on the same cores say little.
fn warn_if_busy() {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let waiting = text.split(' ').next().and_then(|load| load.parse::<f64>().ok());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    if let Some(waiting) = waiting.filter(|waiting| *waiting > scenes::count(cores)) {
        process::say(&format!("This machine is busy (load {waiting} on {cores} cores): the times will be too long."));
    }
}

/// A row is shown as soon as it is known; what was measured before a failure is kept.
fn measure(dist: &Path, report: &mut Report) -> Result<()> {
    let weight = scenes::kilobytes(report.first_load.total);
    keep(report, vec![Row::new("First load, brotli", Goal::AtMost(180.0), "KB", vec![weight])]);
    let histories = Histories::make()?;
    let guide = Guide::serve(dist)?;
    for scene in scenes::ALL {
        keep(report, scene(&guide, &histories)?);
    }
    Ok(())
}

fn keep(report: &mut Report, rows: Vec<Row>) {
    for row in rows {
        row.show();
        report.rows.push(row);
    }
}
