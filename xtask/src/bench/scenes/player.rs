//! A session: its first frame, and what each frame costs.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use super::{HOME, RUNS};
use crate::bench::browser::{Chromium, Guide};
use crate::bench::histories::Histories;
use crate::bench::probe::{self, Frame};
use crate::bench::row::{Goal, Row, median};
use crate::failure::{OrSay, Result};

/// Moves the page's time, as in the journeys.
const CLOCK: &str = include_str!("../../../../tests/journeys/harness/clock.js");
/// Exercises whose frames are looked at.
const EXERCISES: usize = 6;
/// How long each of them is looked at.
const LOOK: Duration = Duration::from_millis(2500);

/// From the touch of the button to the player's first frame.
pub fn session_start(guide: &Guide, histories: &Histories) -> Result<Vec<Row>> {
    let page = Chromium::open(guide)?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        begin_session(&page, histories)?;
        times.extend(probe::measures(&page, "stridewell:session-start")?);
    }
    Ok(vec![Row::new("Start session: touch to first frame", Goal::None, "ms", times)])
}

/// The frames of working sets: the callbacks alone, and all of the page's work until the frame is handed on.
pub fn frames(guide: &Guide, histories: &Histories) -> Result<Vec<Row>> {
    let page = Chromium::open(guide)?;
    page.tell("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": CLOCK.replace("OFFSET", "0") }))?;
    begin_session(&page, histories)?;
    let mut seen: Vec<(String, Vec<Frame>)> = Vec::new();
    for _ in 0..200 {
        let Some(stand) = stand(&page)? else { break };
        if stand.stage == "work" && seen.iter().all(|(exercise, _)| *exercise != stand.exercise) {
            probe::frames(&page)?;
            std::thread::sleep(LOOK);
            seen.push((stand.exercise.clone(), probe::frames(&page)?));
            if seen.len() == EXERCISES {
                break;
            }
        }
        pass(&page, &stand)?;
    }
    let all = |part: fn(&Frame) -> f64| seen.iter().flat_map(|(_, frames)| frames).map(part).collect::<Vec<f64>>();
    let mut rows = vec![
        Row::new("Player frame: figure and timer", Goal::AtMost(4.0), "ms", all(|frame| frame.work)),
        Row::new("Player frame, with style, layout and paint", Goal::None, "ms", all(|frame| frame.whole)),
    ];
    let works = seen.iter().map(|(exercise, frames)| {
        let work: Vec<f64> = frames.iter().map(|frame| frame.work).collect();
        (exercise, median(&work).unwrap_or_default(), work)
    });
    if let Some((exercise, _, work)) = works.max_by(|one, other| one.1.total_cmp(&other.1)) {
        rows.push(Row::new(format!("Player frame, the heaviest: {exercise}"), Goal::AtMost(4.0), "ms", work));
    }
    Ok(rows)
}

fn begin_session(page: &Chromium, histories: &Histories) -> Result<()> {
    page.put_in_storage(&histories.none)?;
    page.open_guide(HOME)?;
    page.touch(".hero a.btn.main")?;
    page.touch("[data-question='q-nprs-now'] [data-option='2']")?;
    page.wait_until_idle()?;
    page.touch("main .dock button.btn.main:not([disabled])")?;
    page.wait_for("the player", "return performance.getEntriesByName('stridewell:session-start').length > 0")
}

/// Where the player stands.
#[derive(Deserialize)]
struct Stand {
    stage: String,
    exercise: String,
    /// What the timer shows, such as `0:15`.
    time: String,
}

/// None once the player is left.
fn stand(page: &Chromium) -> Result<Option<Stand>> {
    let body = "const at = document.querySelector('[data-stage]');
        return at && { stage: at.dataset.stage, exercise: at.dataset.exercise, time: at.querySelector('[role=timer]')?.textContent ?? '' }";
    serde_json::from_value(page.script(body, &json!([]))?).or_say("read the player")
}

/// A little short of the end of the step, then just beyond it, so that no step is missed.
fn pass(page: &Chromium, stand: &Stand) -> Result<()> {
    let mut parts = stand.time.rsplit(':').map(|part| part.trim().parse::<f64>().unwrap_or_default());
    let left = parts.next().unwrap_or_default() + 60.0 * parts.next().unwrap_or_default();
    let seconds = if left > 2.0 { (left - 1.0).min(25.0) } else { 1.2 };
    page.script("journey.advance(arguments[0])", &json!([seconds * 1000.0]))?;
    page.script_later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(arguments[0])))", &json!([]))
        .map(|_| ())
}
