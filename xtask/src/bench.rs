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
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::command_line::{Bench, Profile};
use crate::failure::{Failure, OrSay, Result};
use crate::test::{self, Browser};
use crate::{bundle, process, project};
use browser::Guide;
use first_load::FirstLoad;
use histories::Histories;
use row::{Goal, Row};

/// The browser's part ends in any case after so long.
const LIMIT: Duration = Duration::from_secs(6 * 60);

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
    row::show_head();
    let mut report = Report { first_load, rows: Vec::new() };
    let outcome = measure(&dist, &mut report);
    if let Some(path) = &options.json {
        let text = serde_json::to_string_pretty(&report).or_say("write the samples")?;
        std::fs::write(path, text).or_say(format_args!("write {}", path.display()))?;
    }
    outcome
}

/// A row is shown as soon as it is known; what was measured before a failure is kept.
fn measure(dist: &Path, report: &mut Report) -> Result<()> {
    let weight = scenes::kilobytes(report.first_load.total);
    keep(report, vec![Row::new("First load, brotli", Goal::AtMost(180.0), "KB", vec![weight])]);
    let histories = Histories::make()?;
    let guide = Guide::serve(dist)?;
    let begin = Instant::now();
    for scene in scenes::ALL {
        if begin.elapsed() > LIMIT {
            return Err(Failure::new(format!(
                "The bench took longer than {} minutes and was ended.",
                LIMIT.as_secs() / 60
            )));
        }
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
