//! Pain over time: at most 60 points, and in which direction it went.
//!
//! Not here: the words ("fell from 6 to 2 in five weeks" is made by the caller), and the labels of `outcomes.md`
//! section 3, which belong to measures that are asked for them.

use super::grain::{BUCKETS_MAX, Grain};
use crate::units::{Day, PainScore};

/// A pain score in tenths, 0 to 100: means are rounded half up to one decimal and compared as whole tenths
/// (`outcomes.md` section 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(u16);

impl Tenths {
    fn mean(sum: u32, count: u32) -> Self {
        let count = count.max(1);
        Self(u16::try_from((sum * 20 + count) / (count * 2)).unwrap_or(100).min(100))
    }

    /// Tenths of a point.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Whole points and tenths, such as 4 and 5 of 4.5.
    pub const fn parts(self) -> (u16, u16) {
        (self.0 / 10, self.0 % 10)
    }

    /// As a number of points.
    pub fn points(self) -> f64 {
        f64::from(self.0) / 10.0
    }
}

/// The worst pain of the days of one bucket. A bucket without any is left out: a missing value is never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PainPoint {
    /// First day of the bucket.
    pub from: Day,
    /// Last day of the bucket.
    pub to: Day,
    /// The mean of the days' worst.
    pub mean: Tenths,
    /// The worst of all.
    pub worst: PainScore,
    /// Whether the line goes on from the point before, or a gap is shown.
    pub joined: bool,
}

/// The points of a chart, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PainSeries {
    /// The length of the buckets.
    pub grain: Grain,
    /// At most [`BUCKETS_MAX`].
    pub points: Vec<PainPoint>,
}

/// Days without a value over which a line of days still goes on.
const JOINED_DAYS: i32 = 7;

impl PainSeries {
    /// The series of the worst pain by day, which must rise by day.
    pub fn of(pain: &[(Day, PainScore)]) -> Self {
        Self::with_grain(pain, Grain::Day)
    }

    /// The same in buckets of a week or more, for a table.
    pub fn weekly(pain: &[(Day, PainScore)]) -> Self {
        Self::with_grain(pain, Grain::Week)
    }

    fn with_grain(pain: &[(Day, PainScore)], finest: Grain) -> Self {
        let (Some((first, _)), Some((last, _))) = (pain.first(), pain.last()) else {
            return Self { grain: finest, points: Vec::new() };
        };
        let grain = finest.fitting(*first, *last);
        let oldest = grain.index(*last) - BUCKETS_MAX;
        let mut points: Vec<PainPoint> = Vec::new();
        let mut before = None;
        for days in pain.chunk_by(|(a, _), (b, _)| grain.index(*a) == grain.index(*b)) {
            let Some((day, first)) = days.first() else { continue };
            let index = grain.index(*day);
            if index <= oldest {
                continue;
            }
            let sum = days.iter().map(|(_, pain)| u32::from(pain.get())).sum();
            let gap = if grain == Grain::Day { JOINED_DAYS } else { 1 };
            points.push(PainPoint {
                from: grain.start(index),
                to: grain.end(index),
                mean: Tenths::mean(sum, u32::try_from(days.len()).unwrap_or(u32::MAX)),
                worst: days.iter().map(|(_, pain)| *pain).max().unwrap_or(*first),
                joined: before.is_some_and(|before| index - before <= gap),
            });
            before = Some(index);
        }
        Self { grain, points }
    }
}

/// Where pain went, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PainChange {
    /// No value yet.
    Nothing,
    /// Values of one day only, or none after the first week that could be compared with it.
    NotEnough,
    /// By a point or more.
    Fell(Compared),
    /// By less than a point, either way (`OM-25`).
    Same(Compared),
    /// By a point or more.
    Rose(Compared),
}

/// The two ends that were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// Pain at first.
    pub from: Tenths,
    /// Pain last.
    pub to: Tenths,
    /// The first day with a value.
    pub first: Day,
    /// The last day with a value.
    pub last: Day,
}

impl Compared {
    /// Days from the first to the last.
    pub const fn days(self) -> i32 {
        self.last.since(self.first)
    }

    /// Weeks from the first to the last, rounded half up, at least 1.
    pub const fn weeks(self) -> i32 {
        let weeks = (self.days() * 2 + 7) / 14;
        if weeks < 1 { 1 } else { weeks }
    }
}

impl PainChange {
    /// Compares the ends of the worst pain by day: means of the first and of the last seven days, or, under two weeks
    /// in all, the first and the last day, so that no day counts on both sides.
    pub fn of(pain: &[(Day, PainScore)]) -> Self {
        let (Some((first, _)), Some((last, _))) = (pain.first().copied(), pain.last().copied()) else {
            return Self::Nothing;
        };
        if first == last {
            return Self::NotEnough;
        }
        let window = if last.since(first) < 14 { 1 } else { 7 };
        let mean = |days: &mut dyn Iterator<Item = &(Day, PainScore)>| {
            let (sum, count) = days.fold((0, 0), |(sum, count), (_, pain)| (sum + u32::from(pain.get()), count + 1));
            Tenths::mean(sum, count)
        };
        let from = mean(&mut pain.iter().take_while(|(day, _)| day.since(first) < window));
        let to = mean(&mut pain.iter().rev().take_while(|(day, _)| last.since(*day) < window));
        let compared = Compared { from, to, first, last };
        if from.0 >= to.0 + 10 {
            Self::Fell(compared)
        } else if to.0 >= from.0 + 10 {
            Self::Rose(compared)
        } else {
            Self::Same(compared)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(list: &[(i32, u8)]) -> Vec<(Day, PainScore)> {
        let start = Day::parse("2026-11-02").unwrap();
        list.iter().map(|(day, pain)| (start.plus(*day), PainScore::new(*pain).unwrap())).collect()
    }

    #[test]
    fn nothing_and_one_day_are_no_change() {
        assert_eq!(PainChange::of(&[]), PainChange::Nothing);
        assert_eq!(PainChange::of(&days(&[(0, 5)])), PainChange::NotEnough);
        assert!(PainSeries::of(&[]).points.is_empty());
    }

    #[test]
    fn pain_fell_from_six_to_two_in_five_weeks() {
        let change = PainChange::of(&days(&[(0, 6), (3, 6), (20, 4), (30, 2), (34, 2)]));
        let PainChange::Fell(compared) = change else { panic!("{change:?}") };
        assert_eq!((compared.from.parts(), compared.to.parts(), compared.weeks()), ((6, 0), (2, 0), 5));
    }

    #[test]
    fn the_ends_are_compared_in_whole_tenths() {
        assert!(matches!(PainChange::of(&days(&[(0, 3), (5, 4)])), PainChange::Rose(_)));
        assert!(matches!(PainChange::of(&days(&[(0, 4), (5, 4)])), PainChange::Same(_)));
        // 4.7 to 3.7, and 4.7 to 3.8.
        assert!(matches!(
            PainChange::of(&days(&[(0, 4), (1, 5), (2, 5), (18, 3), (19, 4), (20, 4)])),
            PainChange::Fell(_)
        ));
        let four = [(0, 4), (1, 5), (2, 5), (17, 3), (18, 4), (19, 4), (20, 4)];
        assert!(matches!(PainChange::of(&days(&four)), PainChange::Same(_)));
    }

    #[test]
    fn a_long_pause_is_a_gap() {
        let series = PainSeries::of(&days(&[(0, 3), (7, 3), (15, 2)]));
        let joined: Vec<bool> = series.points.iter().map(|point| point.joined).collect();
        assert_eq!((series.grain, joined), (Grain::Day, vec![false, true, false]));
    }

    #[test]
    fn a_table_has_weeks() {
        let series = PainSeries::weekly(&days(&[(0, 3), (6, 4), (7, 2)]));
        let rows: Vec<_> = series.points.iter().map(|point| (point.mean.get(), point.worst.get())).collect();
        assert_eq!((series.grain, rows), (Grain::Week, vec![(35, 4), (20, 2)]));
    }

    proptest! {
        #[test]
        fn a_chart_has_at_most_sixty_points(list in prop::collection::btree_map(0_i32..60_000, 0_u8..=10, 0..300)) {
            let list: Vec<(i32, u8)> = list.into_iter().collect();
            let pain = days(&list);
            for series in [PainSeries::of(&pain), PainSeries::weekly(&pain)] {
                prop_assert!(series.points.len() <= 60);
                prop_assert_eq!(series.points.is_empty(), pain.is_empty());
                prop_assert!(series.points.is_sorted_by_key(|point| point.from));
                for point in &series.points {
                    prop_assert!(point.mean.get() <= u16::from(point.worst.get()) * 10);
                }
            }
        }
    }
}
