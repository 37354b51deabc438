//! Buckets of time: so fine that a chart says as much as it can, so coarse that it has at most 60 of them.
//!
//! Not here: what is in the buckets.

use crate::units::Day;

/// The most points or bars that a chart has, however long the history is.
pub const BUCKETS_MAX: i32 = 60;

/// The length of a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
}

impl Grain {
    const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The finest, but no finer than `self`, with at most [`BUCKETS_MAX`] buckets from the first day to the last.
    #[must_use]
    pub fn fitting(self, first: Day, last: Day) -> Self {
        Self::ALL
            .into_iter()
            .find(|grain| *grain >= self && grain.index(last) - grain.index(first) < BUCKETS_MAX)
            .unwrap_or(Self::Year)
    }

    /// Which bucket a day is in; rises by one from each to the next.
    pub fn index(self, day: Day) -> i32 {
        let months = || {
            let (year, month, _) = day.ymd();
            year * 12 + i32::from(month) - 1
        };
        match self {
            Self::Day => day.epoch_days(),
            // 1970-01-01 was a Thursday.
            Self::Week => (day.epoch_days() + 3).div_euclid(7),
            Self::Month => months(),
            Self::Quarter => months().div_euclid(3),
            Self::Year => months().div_euclid(12),
        }
    }

    /// The first day of a bucket.
    pub fn start(self, index: i32) -> Day {
        let of_month = |months: i32| {
            let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
            Day::from_ymd(months.div_euclid(12), month, 1).unwrap_or(Day::from_epoch(0))
        };
        match self {
            Self::Day => Day::from_epoch(index),
            Self::Week => Day::from_epoch(index * 7 - 3),
            Self::Month => of_month(index),
            Self::Quarter => of_month(index * 3),
            Self::Year => of_month(index * 12),
        }
    }

    /// The last day of a bucket.
    pub fn end(self, index: i32) -> Day {
        self.start(index + 1).plus(-1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::units::Weekday;

    #[test]
    fn a_week_begins_on_monday() {
        let tuesday = Day::parse("2026-11-24").unwrap();
        let week = Grain::Week.index(tuesday);
        assert_eq!(Grain::Week.start(week).to_string(), "2026-11-23");
        assert_eq!(Grain::Week.start(week).weekday(), Weekday::Mon);
        assert_eq!(Grain::Week.end(week).to_string(), "2026-11-29");
        assert_eq!(Grain::Quarter.start(Grain::Quarter.index(tuesday)).to_string(), "2026-10-01");
    }

    proptest! {
        #[test]
        fn a_day_is_in_its_bucket(day in 0_i32..40_000, span in 0_i32..30_000) {
            let (first, last) = (Day::from_epoch(day), Day::from_epoch(day + span));
            for grain in Grain::ALL {
                let index = grain.index(first);
                prop_assert!(grain.start(index) <= first && first <= grain.end(index));
                prop_assert_eq!(grain.index(grain.end(index)), index);
                prop_assert_eq!(grain.index(grain.end(index).plus(1)), index + 1);
            }
            let grain = Grain::Day.fitting(first, last);
            prop_assert!(grain == Grain::Year || grain.index(last) - grain.index(first) < BUCKETS_MAX);
        }
    }
}
