//! What is asked of a page: the probe that runs before the page's own scripts, and the answers it gives.

use serde::Deserialize;
use serde_json::{Value, json};

use super::browser::Chromium;
use crate::failure::{OrSay, Result};

/// Runs in every page before its own scripts; the page's policy does not hold for it.
pub const SCRIPT: &str = include_str!("probe.js");

/// What the probe noted since the page was opened, in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Noted {
    /// The largest contentful paint.
    pub lcp: f64,
    /// When the first screen answered taps.
    pub interactive: Option<f64>,
    /// The end of the last long task.
    pub busy_until: f64,
    /// Elements in the page.
    pub nodes: f64,
    /// Where the page fetched from.
    pub hosts: Vec<String>,
}

/// One frame: the work of its callbacks, and the time until it was handed on for drawing.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Frame {
    pub work: f64,
    pub whole: f64,
}

impl Noted {
    /// As it stands now.
    pub fn of(page: &Chromium) -> Result<Self> {
        let value = page.script("return probe.noted()", &json!([]))?;
        serde_json::from_value(value).or_say("read what the probe noted")
    }
}

/// The frames since they were last asked for.
pub fn frames(page: &Chromium) -> Result<Vec<Frame>> {
    let value = page.script("return probe.frames.splice(0)", &json!([]))?;
    serde_json::from_value(value).or_say("read the frames")
}

/// How long each tap since the last call took to the paint after it. Chromium tells of 16 ms and more, in steps of 8.
pub fn taps(page: &Chromium) -> Result<Vec<f64>> {
    let value = page.script("return probe.taps()", &json!([]))?;
    serde_json::from_value(value).or_say("read the taps")
}

/// The durations of a measure that the guide made since the page was opened.
pub fn measures(page: &Chromium, name: &str) -> Result<Vec<f64>> {
    let body = "return performance.getEntriesByName(arguments[0], 'measure').map((one) => one.duration)";
    serde_json::from_value(page.script(body, &json!([name]))?).or_say("read the measures")
}

/// From the touch of a link to the first paint in which `css` is there.
pub fn go(page: &Chromium, link: &str, css: &str) -> Result<f64> {
    let value: Value = page.script_later("probe.go(...arguments)", &json!([link, css]))?;
    value.as_f64().ok_or(()).map_err(|()| format!("{link} did not lead to {css}")).or_say("go on")
}
