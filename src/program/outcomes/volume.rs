//! Running volume (`OM-8`): more is not better by itself.
//!
//! Not here: limits on a run (see `running`).

use crate::program::running::{RunLog, Told};
use crate::units::Day;

/// Running over the last weeks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Volume {
    /// Meters of the last 7 days.
    pub week_meters: u32,
    /// Seconds of running of the last 7 days.
    pub week_seconds: u32,
    /// Meters a week: the last 28 days / 4.
    pub month_meters: u32,
    /// The day on which the log began, if it is shorter than 28 days.
    pub began: Option<Day>,
    /// The longest run of the last 30 days, in meters.
    pub longest_meters: Option<u32>,
    /// The longest run of the last 30 days, in seconds.
    pub longest_seconds: Option<u32>,
    /// Kilometers a week before the pain.
    pub usual_km: Option<u32>,
}

impl Volume {
    /// The volume on a day.
    pub fn of(log: &RunLog, today: Day) -> Self {
        let within = |days: i32| {
            let runs = log.runs.iter().filter(|run| run.what.is_run());
            runs.filter(move |run| (0..days).contains(&today.since(run.day)))
        };
        let began = log.runs.iter().find(|run| run.what.is_run()).map(|run| run.day);
        let usual = log.newest("q-km-usual").and_then(Told::number);
        Self {
            week_meters: within(7).filter_map(|run| run.meters).sum(),
            week_seconds: within(7).map(|run| run.run.0).sum(),
            month_meters: within(28).filter_map(|run| run.meters).sum::<u32>() / 4,
            began: began.filter(|began| today.since(*began) < 28),
            longest_meters: within(30).filter_map(|run| run.meters).max(),
            longest_seconds: within(30).map(|run| run.run.0).max(),
            usual_km: usual.and_then(|usual| u32::try_from(usual).ok()),
        }
    }

    /// Percent of the usual distance; none where that was 0 or is not known.
    pub fn percent_of_usual(&self) -> Option<u32> {
        percent_of_usual(self.month_meters, self.usual_km?)
    }
}

/// 100 x meters a week / usual kilometers, rounded half up.
pub fn percent_of_usual(meters: u32, usual_km: u32) -> Option<u32> {
    (u64::from(meters) * 2 + u64::from(usual_km) * 10)
        .checked_div(u64::from(usual_km) * 20)
        .and_then(|percent| u32::try_from(percent).ok())
}
