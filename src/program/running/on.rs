//! Running on: shorter runs beside `calm`, `build` and `load` for those who still run (`RUN-M1` to `RUN-M9`).
//!
//! Not here: what a run does to the stage (see `course`).

use super::basis::{Basis, reason, said};
use super::choice::{Place, ladder};
use super::course::Course;
use super::log::{RunLog, Told};
use super::state::place_on;
use super::what::BONE_SITES;
use crate::program::plan::Irritability;
use crate::program::reason::{Input, Reason};
use crate::program::screening::Flag;
use crate::units::Day;

/// Days without a run after which the first rows are asked anew.
const ASKED_ANEW: i32 = 28;
/// The three studies that running on rests on, by analogy.
const SOURCES: [&str; 4] = ["silbernagel2007", "thomee1997", "esculier2018", "conv"];
/// Flags that keep it closed, even with an OK.
const CLOSING: [Flag; 5] = [Flag::BoneWatch, Flag::BoneCheck, Flag::BsiOpen, Flag::BsiCleared, Flag::ToldNoRun];

fn closed(inputs: Vec<Input>) -> Reason {
    reason("RUN-M1", inputs, &SOURCES)
}

/// `RUN-M1`: where running on stands if it is open, else the first row that is not true. What is missing is not true.
pub fn open_running_on(basis: &Basis<'_>, log: &RunLog, course: &Course, today: Day) -> Result<Place, Reason> {
    if let Some(lock) = basis.lock(today) {
        return Err(closed(lock.inputs));
    }
    if let Some(lock) = course.lock {
        return Err(closed(vec![said("lock", lock.rule.0)]));
    }
    if let Some(since) = course.closed {
        let inputs = vec![said("closed", since.to_string())];
        return Err(Reason { rule: crate::program::reason::RuleId("RUN-M6"), ..closed(inputs) });
    }
    if basis.is_bone_ladder() {
        return Err(closed(vec![said("run-ladder", "bone-stress-cleared")]));
    }
    if let Some(flag) = CLOSING.into_iter().find(|flag| basis.has(*flag)) {
        return Err(closed(vec![Input::Flag(flag.id())]));
    }
    state(basis, log)?;
    let recent = log.runs.iter().rev().find(|run| run.what.is_run());
    if recent.is_none_or(|run| today.since(run.day) >= ASKED_ANEW) {
        first_time(log, today)?;
    }
    let (ladder, _) = ladder(basis, log, today)?;
    place_on(basis, log, course, ladder).ok_or_else(|| {
        let inputs = vec![number("q-easy-min", log.newest("q-easy-min"))];
        Reason { rule: crate::program::reason::RuleId("RUN-M2"), ..closed(inputs) }
    })
}

/// Irritability, week average, pain while running.
fn state(basis: &Basis<'_>, log: &RunLog) -> Result<(), Reason> {
    if basis.bearing.irritability == Irritability::High {
        return Err(closed(vec![said("irritability", "high")]));
    }
    let average = basis.average7;
    if average.is_none_or(|average| average > 40) {
        let answer = average.map(|average| format!("{}.{}", average / 10, average % 10)).into_iter().collect();
        return Err(closed(vec![Input::Said { question: "avg7", answer }]));
    }
    let pain = log.newest("s-run-pain").and_then(Told::text);
    let good = match pain {
        Some("eases" | "none") => true,
        Some("stopped") | None => false,
        Some(_) => !is_bone(log),
    };
    let answer = pain.map(str::to_owned).into_iter().collect();
    if good { Ok(()) } else { Err(closed(vec![Input::Said { question: "s-run-pain", answer }])) }
}

/// The first time, and anew after 28 days without a run.
fn first_time(log: &RunLog, today: Day) -> Result<(), Reason> {
    let told = |question| log.fresh(question, today, ASKED_ANEW);
    let status = told("q-run-status");
    if !matches!(status.and_then(Told::text), Some("usual" | "less" | "walk-run")) {
        let answer = status.and_then(Told::text).map(str::to_owned).into_iter().collect();
        return Err(closed(vec![Input::Said { question: "q-run-status", answer }]));
    }
    let easy = told("q-easy-min");
    if easy.and_then(Told::number).is_none_or(|easy| easy < 5) {
        return Err(closed(vec![number("q-easy-min", easy)]));
    }
    let most = if is_bone(log) { 2 } else { 3 };
    let pain = told("q-nprs-run");
    if pain.and_then(Told::number).is_none_or(|pain| pain > most) {
        return Err(closed(vec![number("q-nprs-run", pain)]));
    }
    Ok(())
}

fn number(question: &'static str, told: Option<&Told>) -> Input {
    let number = told.and_then(Told::number);
    Input::Said { question, answer: number.map(|number| number.to_string()).into_iter().collect() }
}

/// Main region a bone site; not known counts as one.
fn is_bone(log: &RunLog) -> bool {
    log.newest("q-region-main").and_then(Told::text).is_none_or(|main| BONE_SITES.contains(&main))
}
