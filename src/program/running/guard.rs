//! The run guard: how long one run may be, and what else is noticed (`RUN-W1` to `RUN-W5`, `RUN-K3`).
//!
//! Not here: the ladders, whose steps are fixed and exempt from `RUN-W1` to `RUN-W3`.

use super::basis::{reason, said};
use super::course::Course;
use super::log::{Logged, RunLog, Told};
use super::what::{Extra, What};
use crate::journal::Answer;
use crate::program::reason::{Input, Reason};
use crate::units::{Day, Now};

/// Days that the longest run looks back on.
const LOOK_BACK: i32 = 30;

/// What length is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// Meters.
    Meters,
    /// Seconds of running.
    Seconds,
}

/// A length: meters, or seconds of running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// Of what.
    pub by: By,
    /// How much.
    pub amount: u32,
}

impl Length {
    /// Rounded down to 0.1 km or 1 minute.
    #[must_use]
    pub const fn rounded_down(self) -> Self {
        let unit = match self.by {
            By::Meters => 100,
            By::Seconds => 60,
        };
        Self { amount: self.amount / unit * unit, ..self }
    }

    const fn percent(self, percent: u32) -> Self {
        let amount = self.amount as u64 * percent as u64 / 100;
        #[expect(clippy::cast_possible_truncation, reason = "a run is far shorter than 2^32 meters")]
        Self { amount: amount as u32, ..self }
    }
}

/// What changed with a run (`RUN-W4`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Novelty {
    /// Longer than before, or a stage up.
    Longer,
    /// Faster.
    Faster,
    /// Hills.
    Hills,
    /// Another surface.
    Surface,
    /// Other shoes.
    Shoes,
}

impl Novelty {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Longer => "longer",
            Self::Faster => "faster",
            Self::Hills => "hills",
            Self::Surface => "surface",
            Self::Shoes => "shoes",
        }
    }
}

/// The guard on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// The longest run of the last 30 days; none: stage 1 of the ladder.
    pub longest: Option<Length>,
    /// At most that long; none: stage 1 of the ladder.
    pub limit: Option<Length>,
    /// What set the limit.
    pub why: Reason,
    /// What is noticed, and stops nothing (`RUN-W2`, `RUN-W3`, `RUN-W5`, `RUN-K3`).
    pub notices: Vec<Reason>,
    /// The one new thing of the last 7 days; a second one is blocked (`RUN-W4`).
    pub novelty: Option<(Novelty, Day)>,
}

impl Guard {
    /// The guard now.
    pub fn of(log: &RunLog, course: &Course, now: Now) -> Self {
        let today = now.day();
        let runs: Vec<&Logged> = log.runs.iter().filter(|run| run.what.is_run()).collect();
        let by = measure(&runs, today);
        let longest = longest_before(&runs, today.plus(1), by).or_else(|| answered(log, today));
        let mut limit = longest.map(|longest| longest.percent(110).rounded_down());
        let mut why = reason("RUN-W1", length_inputs(longest), &["frandsen2025"]);
        let mut notices = Vec::new();
        if let Some(longest) = broken(&runs, by, course) {
            limit = Some(longest.rounded_down());
            why = reason("RUN-W5", length_inputs(Some(longest)), &["frandsen2025", "conv"]);
            notices.push(why.clone());
        }
        if let (Some((percent, _)), Some(longest)) = (course.cap, longest) {
            let capped = longest.percent(u32::from(percent)).rounded_down();
            if limit.is_none_or(|limit| capped.amount < limit.amount) {
                limit = Some(capped);
                why = reason("RUN-D11", length_inputs(Some(longest)), &["conv"]);
            }
        }
        notices.extend(weeks(&runs, by, today));
        Self { longest, limit, why, notices, novelty: newest_novelty(log, course, today) }
    }

    /// `RUN-W4`: whether one more new thing may be planned.
    pub fn may_add(&self, new: Novelty) -> Result<(), Reason> {
        match self.novelty {
            Some((other, day)) if other != new => {
                let inputs = vec![said(other.id(), day.to_string())];
                Err(reason("RUN-W4", inputs, &["conv"]))
            }
            _ => Ok(()),
        }
    }

    /// `RUN-W1`: whether a run of that length may be planned.
    pub fn allows(&self, length: Length) -> Result<(), Reason> {
        match self.limit {
            Some(limit) if limit.by == length.by && length.amount <= limit.amount => Ok(()),
            _ => Err(self.why.clone()),
        }
    }
}

fn length_inputs(longest: Option<Length>) -> Vec<Input> {
    longest.map(text).map(|text| said("longest-30", text)).into_iter().collect()
}

fn text(length: Length) -> String {
    match length.by {
        By::Meters => format!("{}.{} km", length.amount / 1000, length.amount / 100 % 10),
        By::Seconds => format!("{} min", length.amount / 60),
    }
}

/// Distance, if it was logged for 80 % or more of the runs of the last 30 days, else minutes of running.
fn measure(runs: &[&Logged], today: Day) -> By {
    let recent = runs.iter().filter(|run| (0..LOOK_BACK).contains(&today.since(run.day)));
    let (all, with) = (recent.clone().count(), recent.filter(|run| run.meters.is_some()).count());
    if all > 0 && with * 5 >= all * 4 { By::Meters } else { By::Seconds }
}

fn length(run: &Logged, by: By) -> u32 {
    match by {
        By::Meters => run.meters.unwrap_or(0),
        By::Seconds => run.run.0,
    }
}

/// The longest run of the 30 days before a day.
fn longest_before(runs: &[&Logged], day: Day, by: By) -> Option<Length> {
    let recent = runs.iter().filter(|run| (1..=LOOK_BACK).contains(&day.since(run.day)));
    let amount = recent.map(|run| length(run, by)).max()?;
    Some(Length { by, amount })
}

/// Without a run in the log the answer counts, for 30 days.
fn answered(log: &RunLog, today: Day) -> Option<Length> {
    let number = |question| {
        let told = log.fresh(question, today, LOOK_BACK).and_then(Told::number);
        told.and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
    };
    let km = number("q-longest-km").map(|km| Length { by: By::Meters, amount: km.saturating_mul(1000) });
    km.or_else(|| number("q-longest-min").map(|min| Length { by: By::Seconds, amount: min.saturating_mul(60) }))
}

/// `RUN-W5`: one of the last two free runs was longer than `RUN-W1` allowed; the longest run before it.
fn broken(runs: &[&Logged], by: By, course: &Course) -> Option<Length> {
    let free = |run: &&&Logged| !is_on_ladder(run, course);
    for run in runs.iter().rev().take(3).filter(free) {
        let after = runs.iter().filter(|other| other.at > run.at).count();
        if after >= 2 {
            continue;
        }
        if let Some(before) = longest_before(runs, run.day, by)
            && length(run, by) > before.percent(110).rounded_down().amount
        {
            return Some(before);
        }
    }
    None
}

/// Ladder stages are exempt.
fn is_on_ladder(run: &Logged, course: &Course) -> bool {
    let response = course.responses.iter().rev().find(|response| response.run == run.id);
    let from = response.and_then(|response| response.from).and_then(super::Place::stage);
    matches!(run.what, What::Stage(stage) if from.is_none_or(|from| stage <= from))
}

/// `RUN-W2`, `RUN-W3`, `RUN-K3`.
fn weeks(runs: &[&Logged], by: By, today: Day) -> Vec<Reason> {
    let free = || runs.iter().filter(|run| !matches!(run.what, What::Stage(_)));
    let sum = |from: i32, days: i32| -> u32 {
        let within = free().filter(|run| (from..from + days).contains(&today.since(run.day)));
        within.map(|run| length(run, by)).sum()
    };
    let mut notices = Vec::new();
    let (week, before) = (sum(0, 7), sum(7, 7));
    let more = match by {
        By::Meters => before + 2000,
        By::Seconds => before + 600,
    };
    let most = more.max(before * 6 / 5);
    if week > most {
        let inputs = vec![
            said("week", text(Length { by, amount: week })),
            said("week-before", text(Length { by, amount: before })),
        ];
        notices.push(reason("RUN-W2", inputs, &["frandsen2025", "buist2008"]));
    }
    let (two, two_before) = (sum(0, 14), sum(14, 14));
    if two_before > 0 && u64::from(two) * 10 > u64::from(two_before) * 13 {
        notices.push(reason("RUN-W3", vec![said("two-weeks", text(Length { by, amount: two }))], &["nielsen2014"]));
    }
    let grew = (0..3).all(|week| sum(week * 7, 7) > sum(week * 7 + 7, 7)) && sum(21, 7) > 0;
    if grew {
        let most = Length { by, amount: sum(0, 7) }.percent(80).rounded_down();
        notices.push(reason("RUN-K3", vec![said("week", text(most))], &["conv"]));
    }
    notices
}

/// The newest new thing of the last 7 days.
fn newest_novelty(log: &RunLog, course: &Course, today: Day) -> Option<(Novelty, Day)> {
    let runs: Vec<&Logged> = log.runs.iter().filter(|run| run.what.is_run()).collect();
    let by = measure(&runs, today);
    let from = runs.partition_point(|run| today.since(run.day) >= 7);
    let mut found = runs.iter().enumerate().skip(from).rev();
    found.find_map(|(at, run)| {
        let before = at.checked_sub(1).and_then(|at| runs.get(at))?;
        Some((novelty(&runs, run, before, (by, course))?, run.day))
    })
}

fn novelty(runs: &[&Logged], run: &Logged, before: &Logged, (by, course): (By, &Course)) -> Option<Novelty> {
    let was = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
    let rose = course.responses.iter().find(|response| response.run == run.id);
    let up = rose.is_some_and(|response| response.then.is_some_and(|then| then.0 == "RUN-U1"));
    let longer = match run.what {
        What::Stage(_) => up,
        _ => longest_before(runs, run.day, by).is_some_and(|longest| length(run, by) > longest.amount),
    };
    match run.what {
        _ if longer => Some(Novelty::Longer),
        What::Extra(Extra::Strides | Extra::Faster) if before.what != run.what => Some(Novelty::Faster),
        What::Extra(Extra::Uphill | Extra::Downhill) if before.what != run.what => Some(Novelty::Hills),
        _ if run.surface == "hills" && before.surface != "hills" => Some(Novelty::Hills),
        _ if was(&run.surface, &before.surface) => Some(Novelty::Surface),
        _ if was(&run.shoes, &before.shoes) => Some(Novelty::Shoes),
        _ => None,
    }
}

/// `load-note`: whether the guard is shown before each run (`patterns.md` section 8).
pub fn has_load_note(log: &RunLog) -> bool {
    let told = log.newest("q-load-change").map(|told| &told.answer);
    matches!(told, Some(Answer::List(list)) if list.iter().any(|one| matches!(one.as_str(), "distance" | "speed" | "return")))
}
