//! Sessions over time: at most 60 bars, a calendar of the last weeks, and weeks in a row.
//!
//! Not here: what was planned; that is `program`.

use super::grain::{BUCKETS_MAX, Grain};
use super::log::{Amount, Held};
use crate::journal::SessionKind;
use crate::units::Day;

/// The sessions of one bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionBar {
    /// First day of the bucket.
    pub from: Day,
    /// Last day of the bucket.
    pub to: Day,
    /// Sessions that count as done (`OM-6`).
    pub done: u32,
    /// Sessions of which less was done.
    pub part: u32,
}

/// The bars of a chart, oldest first, empty ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSeries {
    /// The length of the buckets: a week or more.
    pub grain: Grain,
    /// At most [`BUCKETS_MAX`].
    pub bars: Vec<SessionBar>,
}

impl SessionSeries {
    /// The series from the first session to today.
    pub fn of(sessions: &[Held], today: Day) -> Self {
        let days = || sessions.iter().map(|session| session.day);
        let (Some(first), Some(last)) = (days().min(), days().max()) else {
            return Self { grain: Grain::Week, bars: Vec::new() };
        };
        let last = last.max(today);
        let grain = Grain::Week.fitting(first, last);
        let first = grain.index(first).max(grain.index(last) - BUCKETS_MAX + 1);
        let mut bars: Vec<SessionBar> = (first..=grain.index(last))
            .map(|index| SessionBar { from: grain.start(index), to: grain.end(index), done: 0, part: 0 })
            .collect();
        for session in sessions {
            let place = usize::try_from(grain.index(session.day) - first).ok();
            if let Some(bar) = place.and_then(|place| bars.get_mut(place)) {
                match session.amount {
                    Amount::Done => bar.done += 1,
                    Amount::Part => bar.part += 1,
                }
            }
        }
        Self { grain, bars }
    }
}

/// What stands in a day of the calendar; of several sessions the greatest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum DayMark {
    /// No session, or too little of one.
    #[default]
    None,
    /// One exercise alone.
    Try,
    /// Mobility, or a light session.
    Mobility,
    /// Pool.
    Pool,
    /// Run or impact step.
    Run,
    /// Strength.
    Strength,
}

impl DayMark {
    const fn of(kind: SessionKind) -> Self {
        match kind {
            SessionKind::F | SessionKind::S => Self::Strength,
            SessionKind::M | SessionKind::Light => Self::Mobility,
            SessionKind::P => Self::Pool,
            SessionKind::R => Self::Run,
            SessionKind::Try => Self::Try,
        }
    }
}

/// One week of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarWeek {
    /// Its Monday.
    pub monday: Day,
    /// Monday to Sunday.
    pub days: [DayMark; 7],
}

/// The calendar of the last weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Oldest first; the last one is the week of today.
    pub weeks: Vec<CalendarWeek>,
    /// Days in it with a session that counts as done.
    pub days_done: u32,
    /// Weeks in a row with one. A week that is not over yet breaks nothing.
    pub weeks_in_a_row: u32,
}

impl Calendar {
    /// The calendar of that many weeks up to today's.
    pub fn of(sessions: &[Held], today: Day, weeks: u8) -> Self {
        let week_of = |day| Grain::Week.index(day);
        let this = week_of(today);
        let oldest = this - i32::from(weeks) + 1;
        let mut calendar: Vec<CalendarWeek> = (oldest..=this)
            .map(|index| CalendarWeek { monday: Grain::Week.start(index), days: [DayMark::None; 7] })
            .collect();
        let mut done: Vec<i32> = Vec::new();
        for session in sessions.iter().filter(|session| session.amount == Amount::Done) {
            let week = week_of(session.day);
            done.push(week);
            let place = usize::try_from(week - oldest).ok();
            if let Some(CalendarWeek { monday, days }) = place.and_then(|place| calendar.get_mut(place))
                && let Some(mark) = usize::try_from(session.day.since(*monday)).ok().and_then(|day| days.get_mut(day))
            {
                *mark = (*mark).max(DayMark::of(session.kind));
            }
        }
        let marks = calendar.iter().flat_map(|week| week.days);
        let days_done = u32::try_from(marks.filter(|mark| *mark != DayMark::None).count()).unwrap_or(0);
        Self { weeks: calendar, days_done, weeks_in_a_row: in_a_row(done, this) }
    }
}

fn in_a_row(mut weeks: Vec<i32>, this: i32) -> u32 {
    weeks.sort_unstable();
    weeks.dedup();
    let mut expected = this;
    let mut count = 0;
    for week in weeks.into_iter().rev().filter(|week| *week <= this) {
        if week == this - 1 && expected == this {
            expected = week;
        }
        if week != expected {
            break;
        }
        expected -= 1;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::sample::{START, entry};
    use crate::journal::{Body, EndedHow, Entry, EntryId, Item, ItemDone, Journal, Mark};
    use crate::library::DoseLevel;
    use crate::report::Log;
    use crate::units::{Millis, PainScore, Seconds};

    /// A session that many days after 2026-11-02, a Monday, with so many of its four sets done; none: no end.
    fn session(day: i64, kind: SessionKind, sets: Option<u8>) -> Vec<Entry> {
        let second = (day + 1) * 86_400 + 50_000 + kind as i64 * 1_000;
        let exercise = || "clamshell".to_owned();
        let items = vec![Item { exercise: exercise(), level: DoseLevel::One, sets: 4, amount: 8, rest: Seconds(45) }];
        let start = entry(second, Body::Session { slot: "x".into(), kind, seconds: Seconds(600), items });
        let end = sets.map(|sets| {
            let (worst, mark) = (PainScore::new(2), Mark::Ok);
            let items = vec![ItemDone { exercise: exercise(), sets, amount: 8, worst, mark, exchanged: None }];
            let how = EndedHow::Early;
            entry(second + 600, Body::SessionEnd { of: start.id, how, seconds: Seconds(500), items })
        });
        std::iter::once(start).chain(end).collect()
    }

    fn monday(day: i32) -> Day {
        Day::at(Millis(START), 0).plus(1 + day)
    }

    fn log(sessions: &[(i64, SessionKind, Option<u8>)], today: i32) -> (Log, Day) {
        let entries = sessions.iter().flat_map(|(day, kind, sets)| session(*day, *kind, *sets));
        (Log::of(&Journal::from_entries(entries), monday(today)), monday(today))
    }

    #[test]
    fn half_of_the_sets_is_done() {
        let all = [(0, SessionKind::F, Some(2)), (1, SessionKind::M, Some(1)), (2, SessionKind::F, None)];
        let (log, today) = log(&all, 8);
        let bars: Vec<_> =
            SessionSeries::of(&log.sessions, today).bars.iter().map(|bar| (bar.done, bar.part)).collect();
        assert_eq!(bars, [(1, 2), (0, 0)]);
    }

    #[test]
    fn the_calendar_shows_the_greatest_of_a_day() {
        let all = [
            (0, SessionKind::M, Some(4)),
            (1, SessionKind::F, Some(4)),
            (1, SessionKind::Try, Some(4)),
            (9, SessionKind::P, Some(4)),
        ];
        let (log, today) = log(&all, 9);
        let calendar = Calendar::of(&log.sessions, today, 2);
        let [first, second] = calendar.weeks.as_slice() else { panic!("{calendar:?}") };
        assert_eq!((first.monday, first.days[0], first.days[1]), (monday(0), DayMark::Mobility, DayMark::Strength));
        assert_eq!(second.days[2], DayMark::Pool);
        assert_eq!(calendar.days_done, 3);
    }

    #[test]
    fn this_week_breaks_no_row() {
        let row = |days: &[i64], today| {
            let all: Vec<_> = days.iter().map(|day| (*day, SessionKind::F, Some(4))).collect();
            let (log, today) = log(&all, today);
            Calendar::of(&log.sessions, today, 5).weeks_in_a_row
        };
        assert_eq!(row(&[], 8), 0);
        assert_eq!(row(&[0], 0), 1);
        assert_eq!(row(&[0, 7], 15), 2, "not yet this week");
        assert_eq!(row(&[0, 7, 14], 15), 3);
        assert_eq!(row(&[0, 14], 15), 1, "one was missed");
        assert_eq!(row(&[0], 15), 0);
    }

    #[test]
    fn a_deleted_session_takes_its_pain_along() {
        let mut all = session(0, SessionKind::F, Some(4));
        assert_eq!(Log::of(&Journal::from_entries(all.clone()), monday(0)).pain.len(), 1);
        all.push(entry(9_000_000, Body::Delete { of: all[0].id }));
        assert_eq!(Log::of(&Journal::from_entries(all), monday(0)), Log::default());
    }

    #[test]
    fn what_lies_in_the_future_is_left_out() {
        let mut far = session(0, SessionKind::F, Some(4)).remove(0);
        far.id = EntryId::new(Millis(START * 4), 0);
        assert_eq!(Log::of(&Journal::from_entries([far]), monday(0)), Log::default());
    }
}
