//! What is measured, a scene each. All times are at a processor four times slower than this machine.
//!
//! Rows that are compared are measured in turn, so that whatever else the machine does meets all of them.

mod player;
mod progress;
mod start;

use serde_json::json;

use super::browser::{Chromium, Guide};
use super::histories::Histories;
use super::probe::{self, Noted};
use super::row::{Goal, Row};
use crate::failure::{Failure, Result};

/// Measures something and says it in rows.
pub type Scene = fn(&Guide, &Histories) -> Result<Vec<Row>>;

/// All of them, in their order.
pub const ALL: [Scene; 6] =
    [first_visit, start::start, progress::progress, player::session_start, player::frames, safety_question];

/// How often each thing is measured, at least.
const RUNS: usize = 5;
/// In English, whatever the machine's language is.
const HOME: &str = "?lang=en";

/// Kilobytes of 1,024.
pub fn kilobytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}

/// A new runner on a slow network, with a new profile each time.
fn first_visit(guide: &Guide, _: &Histories) -> Result<Vec<Row>> {
    let (mut paints, mut taps, mut requests, mut hosts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let page = Chromium::open(guide)?;
        page.slow_network()?;
        let before = guide.asked();
        page.open_guide(HOME)?;
        let asked = guide.asked() - before;
        let noted = Noted::of(&page)?;
        paints.push(noted.lcp);
        taps.extend(noted.interactive);
        requests.push(count(asked));
        hosts.push(count(noted.hosts.len()));
    }
    Ok(vec![
        Row::new("Requests until a tap is answered", Goal::AtMost(6.0), "", requests),
        Row::new("Other hosts asked", Goal::AtMost(0.0), "", hosts),
        Row::new("Largest contentful paint, slow 4G", Goal::AtMost(700.0), "ms", paints),
        Row::new("Until a tap is answered, slow 4G", Goal::None, "ms", taps),
    ])
}

/// From the touch of an answer to the paint after it.
fn safety_question(guide: &Guide, _: &Histories) -> Result<Vec<Row>> {
    const QUESTION: &str = "document.querySelector('form[data-question]')?.dataset.question";
    let page = Chromium::open(guide)?;
    page.open_guide(HOME)?;
    page.touch("main > .dock .btn.main")?;
    let mut times = Vec::new();
    while times.len() < 2 * RUNS {
        page.wait_for("a safety question", &format!("return Boolean({QUESTION})"))?;
        let Some(question) = page.script(&format!("return {QUESTION}"), &json!([]))?.as_str().map(str::to_owned) else {
            return Err(Failure::new("The safety check ended before enough questions were answered."));
        };
        page.wait_until_idle()?;
        probe::taps(&page)?;
        let option = |id: &str| format!("form[data-question=\"{question}\"] [data-option=\"{id}\"]");
        let goes_on_by_itself = page.try_touch(&option("no")).is_some();
        if !goes_on_by_itself {
            page.touch(&option("none"))?;
        }
        page.wait_until_idle()?;
        // What is under 16 ms is not told.
        times.push(probe::taps(&page)?.into_iter().fold(16.0, f64::max));
        if !goes_on_by_itself {
            page.touch("main > .dock .btn.main")?;
        }
        page.wait_for("the next question", &format!("return {QUESTION} !== '{question}'"))?;
    }
    Ok(vec![Row::new("Answer to a safety question: touch to paint", Goal::AtMost(200.0), "ms", times)])
}

/// As a sample.
pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The quotients of samples that were taken in turn.
fn quotients(over: &[f64], under: &[f64]) -> Vec<f64> {
    over.iter().zip(under).map(|(over, under)| over / under).collect()
}
