//! First, now, label and line of each measure, for Progress.
//!
//! Not here: what is due (see `due`), and pictures (see `report`).

use super::change::{ItemChange, activities_change};
use super::label::{
    Label, activities_label, adherence, adherence_label, change_label, nights_label, pain_label, percent_lower,
};
use super::log::{Activities, OutcomeLog, Valued};
use super::measure::Measure;
use super::volume::Volume;
use crate::program::reason::{Input, Reason};
use crate::units::Day;

/// What the rest of the program knows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Inputs {
    /// The day on which the first evaluation ended.
    pub day_zero: Option<Day>,
    /// Sessions of the last 14 days: done, planned.
    pub sessions: (u32, u32),
    /// Running.
    pub volume: Volume,
}

/// One measure as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Which.
    pub measure: Measure,
    /// The first value, in tenths, and its day.
    pub first: Option<(Day, i16)>,
    /// The value now.
    pub now: Option<(Day, i16)>,
    /// What it is called; `OM-1` and `OM-8` have none.
    pub label: Option<Label>,
    /// By how many percent pain is lower.
    pub percent_lower: Option<i16>,
    /// From where on a change is likely a real one: the line on the chart, in tenths.
    pub line: Option<i16>,
    /// The values by day, in tenths, for a chart; a day without one is a gap.
    pub series: Vec<(Day, i16)>,
    /// Of `OM-4`: each activity.
    pub items: Vec<ItemChange>,
}

impl Outcome {
    /// Why it is called so: the row, both values with their days, the measure's sources.
    pub fn reason(&self) -> Option<Reason> {
        let label = self.label?;
        let said = |(day, tenths): (Day, i16)| {
            let whole = i32::from(tenths);
            let sign = if whole < 0 { "-" } else { "" };
            format!("{day}: {sign}{}.{}", whole.abs() / 10, whole.abs() % 10)
        };
        let answer: Vec<String> = [self.first, self.now].into_iter().flatten().map(said).collect();
        let question = self.measure.row().question.unwrap_or(self.measure.id());
        let inputs = vec![Input::Said { question, answer }];
        Some(Reason { rule: label.0, inputs, sources: self.measure.row().sources.to_vec() })
    }
}

/// All measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// Day 0.
    pub day_zero: Option<Day>,
    /// `OM-1` to `OM-6`, `OM-9`, `OM-10`.
    pub all: Vec<Outcome>,
    /// `OM-8`.
    pub volume: Volume,
}

impl Outcomes {
    /// The outcomes on a day.
    pub fn of(log: &OutcomeLog, inputs: Inputs, today: Day) -> Self {
        let known = Known { log, from: inputs.day_zero, today };
        let all = vec![
            known.pain_now(),
            known.pain(Measure::PainWorst, &log.worst),
            known.pain(Measure::PainAverage, &log.average),
            known.activities(),
            known.change(),
            known.adherence(inputs.sessions),
            known.nights(),
            known.week(),
        ];
        Self { day_zero: inputs.day_zero, all, volume: inputs.volume }
    }

    /// One of them.
    pub fn get(&self, measure: Measure) -> Option<&Outcome> {
        self.all.iter().find(|outcome| outcome.measure == measure)
    }
}

struct Known<'a> {
    log: &'a OutcomeLog,
    from: Option<Day>,
    today: Day,
}

impl Known<'_> {
    fn blank(measure: Measure) -> Outcome {
        Outcome {
            measure,
            first: None,
            now: None,
            label: None,
            percent_lower: None,
            line: None,
            series: Vec::new(),
            items: Vec::new(),
        }
    }

    /// The answer of day 0, else the earliest later one.
    fn first(&self, series: &[(Day, i16)]) -> Option<(Day, i16)> {
        let from = self.from?;
        series.iter().find(|(day, _)| *day >= from).copied()
    }

    /// The newest answer, if it is fresh.
    fn now(&self, measure: Measure, series: &[(Day, i16)]) -> Option<(Day, i16)> {
        let newest = series.iter().rev().find(|(day, _)| *day <= self.today)?;
        let fresh = measure.row().fresh.is_none_or(|days| self.today.since(newest.0) <= days);
        fresh.then_some(*newest)
    }

    fn pain_now(&self) -> Outcome {
        let series = by_day(&self.log.now);
        let now = self.now(Measure::PainNow, &series);
        Outcome { first: self.first(&series), now, series, ..Self::blank(Measure::PainNow) }
    }

    fn pain(&self, measure: Measure, values: &[Valued]) -> Outcome {
        let series = by_day(values);
        let (first, now) = (self.first(&series), self.now(measure, &series));
        compared(measure, first, now, series)
    }

    /// `OM-10` is worked out for today.
    fn week(&self) -> Outcome {
        let series = self.log.weeks();
        let first = self.first(&series).or_else(|| self.first(&by_day(&self.log.average)));
        let now = self.log.week(self.today).map(|tenths| (self.today, tenths));
        compared(Measure::PainWeek, first, now, series)
    }

    fn activities(&self) -> Outcome {
        let mean = |one: &Activities| {
            let sum: u32 = one.items.iter().map(|item| u32::from(item.score)).sum();
            let count = u32::try_from(one.items.len()).unwrap_or(1).max(1);
            (one.day, i16::try_from((sum * 20 + count) / (count * 2)).unwrap_or(100))
        };
        let all = &self.log.activities;
        let series: Vec<(Day, i16)> = all.iter().map(mean).collect();
        let (first, now) = (self.first(&series), self.now(Measure::Activities, &series));
        let at = |day: Option<(Day, i16)>| day.and_then(|(day, _)| all.iter().find(|one| one.day == day));
        let pair = at(first).zip(at(now)).filter(|(first, now)| first.day != now.day);
        let (items, change) = pair.map(|(first, now)| activities_change(&first.items, &now.items)).unwrap_or_default();
        let line = first.map(|(_, first)| first + 23).filter(|line| *line <= 100);
        let label = Some(activities_label(change));
        Outcome { first, now, label, line, series, items, ..Self::blank(Measure::Activities) }
    }

    fn change(&self) -> Outcome {
        let series = by_day(&self.log.change);
        let now = self.now(Measure::Change, &series);
        let label = Some(change_label(now.map(|(_, tenths)| tenths / 10)));
        Outcome { now, label, series, ..Self::blank(Measure::Change) }
    }

    fn adherence(&self, (done, planned): (u32, u32)) -> Outcome {
        let percent = adherence(done, planned);
        let now = percent.map(|percent| (self.today, i16::from(percent) * 10));
        Outcome { now, label: Some(adherence_label(percent)), ..Self::blank(Measure::Adherence) }
    }

    fn nights(&self) -> Outcome {
        let series = by_day(&self.log.nights);
        let now = self.now(Measure::Nights, &series);
        let nights = now.and_then(|(_, tenths)| u8::try_from(tenths / 10).ok());
        Outcome { now, label: Some(nights_label(nights)), series, ..Self::blank(Measure::Nights) }
    }
}

fn by_day(values: &[Valued]) -> Vec<(Day, i16)> {
    values.iter().map(|value| (value.day, value.tenths)).collect()
}

/// First and now on the same day are not enough answers.
fn compared(measure: Measure, first: Option<(Day, i16)>, now: Option<(Day, i16)>, series: Vec<(Day, i16)>) -> Outcome {
    let pair = first.zip(now).filter(|(first, now)| first.0 != now.0).map(|(first, now)| (first.1, now.1));
    Outcome {
        measure,
        first,
        now,
        label: Some(pain_label(pair)),
        percent_lower: pair.and_then(|(first, now)| percent_lower(first, now)),
        line: first.and_then(|(_, first)| line(first)),
        series,
        items: Vec::new(),
    }
}

/// The line at first - min(2, max(1, 0.3 x first)), in tenths; none for a first under 1.
fn line(first: i16) -> Option<i16> {
    (first >= 10).then(|| first - (first * 3 / 10).clamp(10, 20))
}
