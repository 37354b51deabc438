//! The answers by day, gathered in one pass (`outcomes.md` section 2.1).
//!
//! Not here: which of them is the first or counts as now (see `state`).

use super::measure::{Measure, fits};
use crate::journal::{Answer, Body, Context, EntryId, Happened, Journal, Moment};
use crate::program::evaluation::Activity;
use crate::units::Day;

/// Scores of which a week's average needs at least so many.
const WEEK_LEAST: usize = 3;
const WEEK: i32 = 7;
const SIDE: &str = "q-side";

/// One value of a measure, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Valued {
    /// Its entry.
    pub id: EntryId,
    /// Its day.
    pub day: Day,
    /// Tenths of the measure's unit; of `OM-5` below 0 too.
    pub tenths: i16,
}

/// The runner's own activities as they were rated on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activities {
    /// The entry.
    pub id: EntryId,
    /// The day.
    pub day: Day,
    /// What is rated, each 0 to 10.
    pub items: Vec<Activity>,
}

/// The answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OutcomeLog {
    /// Pain now, each answer of a day (`OM-1`).
    pub now: Vec<Valued>,
    /// Worst pain of 24 hours by day.
    pub worst: Vec<Valued>,
    /// Average pain of 24 hours by day.
    pub average: Vec<Valued>,
    /// Nights by day.
    pub nights: Vec<Valued>,
    /// Global change by day.
    pub change: Vec<Valued>,
    /// Own activities by day, since their texts last changed.
    pub activities: Vec<Activities>,
    /// Older series of own activities, which stay readable.
    pub older_activities: Vec<Vec<Activities>>,
    /// Pain before sessions and in the mornings: of these comes the week's average.
    scores: Vec<(Day, u8)>,
    /// Finished check-ins, with their days.
    pub check_ins: Vec<(EntryId, Day)>,
    /// Finished re-tests.
    pub re_tests: Vec<(EntryId, Day)>,
    /// When `OM-73` asked last.
    pub asked_worse: Option<Day>,
    side: Option<String>,
}

impl OutcomeLog {
    /// Gathers it.
    pub fn of(journal: &Journal) -> Self {
        let mut log = Self::default();
        for happened in journal.happened() {
            match happened.body {
                Body::Answer { q, a, ctx } => log.answer(&happened, q, a, *ctx),
                Body::Begin { why, .. } if why == "OM-73" => log.asked_worse = Some(happened.day),
                Body::Finish { moment: Moment::CheckIn } => log.check_ins.push((happened.id, happened.day)),
                Body::Finish { moment: Moment::ReTest } => log.re_tests.push((happened.id, happened.day)),
                _ => {}
            }
        }
        log
    }

    fn answer(&mut self, happened: &Happened<'_>, question: &str, answer: &Answer, ctx: Context) {
        match answer {
            Answer::Text(side) if question == SIDE => self.turn_to(side),
            Answer::List(list) if question == "q-activities" => self.rate(happened, list),
            Answer::Number(number) => {
                if let Some(measure) = Measure::of_question(question)
                    && fits(measure, *number)
                {
                    self.note(happened, measure, *number, ctx);
                }
            }
            _ => {}
        }
    }

    /// A changed side starts a new series.
    fn turn_to(&mut self, side: &str) {
        if self.side.as_deref().is_some_and(|before| before != side) {
            for series in [&mut self.now, &mut self.worst, &mut self.average, &mut self.nights, &mut self.change] {
                series.clear();
            }
            self.older_activities.extend((!self.activities.is_empty()).then(|| core::mem::take(&mut self.activities)));
            self.scores.clear();
        }
        self.side = Some(side.to_owned());
    }

    fn note(&mut self, happened: &Happened<'_>, measure: Measure, number: i64, ctx: Context) {
        let Ok(tenths) = i16::try_from(number * 10) else { return };
        let value = Valued { id: happened.id, day: happened.day, tenths };
        let series = match measure {
            Measure::PainNow => {
                if let (Context::Before | Context::Morning, Ok(score)) = (ctx, u8::try_from(number)) {
                    self.scores.push((happened.day, score));
                }
                // All answers of a day are kept.
                self.now.push(value);
                return;
            }
            Measure::PainWorst => &mut self.worst,
            Measure::PainAverage => &mut self.average,
            Measure::Nights => &mut self.nights,
            Measure::Change => &mut self.change,
            _ => return,
        };
        put(series, value);
    }

    /// A new, changed or removed text starts a new series.
    fn rate(&mut self, happened: &Happened<'_>, list: &[String]) {
        let (pairs, []) = list.as_chunks::<2>() else { return };
        let one = |[name, score]: &[String; 2]| {
            let score = score.parse().ok().filter(|score| *score <= 10)?;
            Some(Activity { name: name.trim().to_owned(), score })
        };
        let Some(items) = pairs.iter().map(one).collect::<Option<Vec<Activity>>>() else { return };
        if items.is_empty() || items.len() > 3 {
            return;
        }
        let names = |items: &[Activity]| items.iter().map(|item| item.name.clone()).collect::<Vec<_>>();
        if let Some(last) = self.activities.last()
            && names(&last.items).iter().any(|name| !names(&items).contains(name))
        {
            self.older_activities.push(core::mem::take(&mut self.activities));
        }
        let new_text = self.activities.last().is_some_and(|last| names(&items) != names(&last.items));
        if new_text {
            self.older_activities.push(core::mem::take(&mut self.activities));
        }
        if self.activities.last().is_some_and(|last| last.day == happened.day) {
            self.activities.pop();
        }
        self.activities.push(Activities { id: happened.id, day: happened.day, items });
    }

    /// The week's average on a day (`avg7`), in tenths, half up; of fewer than 3 scores `q-nprs-average`.
    pub fn week(&self, day: Day) -> Option<i16> {
        // From the day back, so that a long series of averages stays linear.
        let known = self.scores.partition_point(|(at, _)| *at <= day);
        let scores = self.scores.iter().take(known).rev().take_while(|(at, _)| day.since(*at) < 3 * WEEK);
        let (sum, count) = scores
            .filter(|(at, _)| (0..WEEK).contains(&day.since(*at)))
            .fold((0_u32, 0_usize), |(sum, count), (_, score)| (sum + u32::from(*score), count + 1));
        if count < WEEK_LEAST {
            let told = self.average.iter().rev().find(|value| value.day <= day);
            return told.map(|value| value.tenths);
        }
        let count = u32::try_from(count).ok()?;
        i16::try_from((sum * 20 + count) / (count * 2)).ok()
    }

    /// The week's averages, on each day with a score.
    pub fn weeks(&self) -> Vec<(Day, i16)> {
        let mut days: Vec<Day> = self.scores.iter().map(|(day, _)| *day).collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().filter_map(|day| Some((day, self.week(day)?))).collect()
    }
}

/// Of two answers on one day the later counts.
fn put(series: &mut Vec<Valued>, value: Valued) {
    if series.last().is_some_and(|last| last.day == value.day) {
        series.pop();
    }
    series.push(value);
}
