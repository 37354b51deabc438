//! The units that every layer shares: seconds, milliseconds, local days, pain and effort scores.
//!
//! Not here: anything that knows what the numbers mean for a plan; that is `program`.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Whole seconds of exercise time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seconds(pub u32);

/// Milliseconds of a monotonic or wall clock; may be a difference and so negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Millis(pub i64);

/// One reading of the clocks, made at the edge and handed in: pure layers never ask for the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// UTC milliseconds since 1970; may jump when the phone's clock is set.
    pub wall: Millis,
    /// Milliseconds since the page began; never goes back, but may stand still while a phone sleeps.
    pub mono: Millis,
    /// Minutes that the runner's zone is ahead of UTC.
    pub zone: i16,
}

impl Now {
    /// The runner's local day.
    pub const fn day(self) -> Day {
        Day::at(self.wall, self.zone as i32)
    }
}

impl Seconds {
    /// The same length in milliseconds.
    pub const fn millis(self) -> Millis {
        Millis(self.0 as i64 * 1000)
    }
}

/// A pain score (NPRS): a whole number from 0, none, to 10, the worst one can imagine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct PainScore(u8);

/// How hard something felt: a whole number from 0, rest, to 10, the most possible (`PRG-E1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Effort(u8);

/// A number outside the scale it was meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffScale;

impl fmt::Display for OffScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a score is a whole number from 0 to 10")
    }
}

macro_rules! score {
    ($name:ident) => {
        impl $name {
            /// The lowest score of the scale.
            pub const NONE: Self = Self(0);
            /// All eleven scores, from the lowest.
            pub fn all() -> impl Iterator<Item = Self> {
                (0..=10).map(Self)
            }
            /// The score as a number from 0 to 10.
            pub const fn get(self) -> u8 {
                self.0
            }
            /// A score of 0 to 10; anything else is no score.
            pub const fn new(value: u8) -> Option<Self> {
                if value <= 10 { Some(Self(value)) } else { None }
            }
        }
        impl TryFrom<u8> for $name {
            type Error = OffScale;
            fn try_from(value: u8) -> Result<Self, OffScale> {
                Self::new(value).ok_or(OffScale)
            }
        }
        impl From<$name> for u8 {
            fn from(score: $name) -> u8 {
                score.0
            }
        }
    };
}
score!(PainScore);
score!(Effort);

/// A local calendar day, counted from 1970-01-01. Written as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(i32);

/// A day of the week, Monday first (0) to Sunday (6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [Self::Mon, Self::Tue, Self::Wed, Self::Thu, Self::Fri, Self::Sat, Self::Sun];

    /// The option id of `q-weekdays`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mon => "mon",
            Self::Tue => "tue",
            Self::Wed => "wed",
            Self::Thu => "thu",
            Self::Fri => "fri",
            Self::Sat => "sat",
            Self::Sun => "sun",
        }
    }

    /// Reads the option id of `q-weekdays`.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.id() == id)
    }
}

const EPOCH_JULIAN: i32 = 2_440_588;

impl Day {
    /// The day that many days after 1970-01-01.
    pub const fn from_epoch(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn epoch_days(self) -> i32 {
        self.0
    }

    /// The local day of a UTC time in milliseconds, in a zone that many minutes ahead of UTC.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a day number of any clock fits: i64 milliseconds are at most 1.1e11 days, and a real clock far less"
    )]
    pub const fn at(utc: Millis, zone_minutes: i32) -> Self {
        Self((utc.0 + zone_minutes as i64 * 60_000).div_euclid(86_400_000) as i32)
    }

    /// The day that many days later, or earlier.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this day.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.rem_euclid(7) {
            0 => Weekday::Thu,
            1 => Weekday::Fri,
            2 => Weekday::Sat,
            3 => Weekday::Sun,
            4 => Weekday::Mon,
            5 => Weekday::Tue,
            _ => Weekday::Wed,
        }
    }

    fn date(self) -> time::Date {
        time::Date::from_julian_day(self.0.saturating_add(EPOCH_JULIAN)).unwrap_or(time::Date::MIN)
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        let (year, month, day) = self.date().to_calendar_date();
        (year, month.into(), day)
    }

    /// The day of a year, a month (1 to 12) and a day of the month, if there is one.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = time::Month::try_from(month).ok()?;
        let date = time::Date::from_calendar_date(year, month, day).ok()?;
        Some(Self(date.to_julian_day() - EPOCH_JULIAN))
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return None;
        }
        Self::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A text that is no calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day is written as YYYY-MM-DD")
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;
    fn try_from(text: String) -> Result<Self, NotADay> {
        Self::parse(&text).ok_or(NotADay)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_what_it_writes() {
        for text in ["1970-01-01", "2026-11-24", "2024-02-29", "2099-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
        for text in ["2026-02-30", "2026-1-1", "26-01-01", "2026-13-01", "", "2026-11-24x", "+026-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_local_day_follows_the_zone() {
        let late = Millis(1_795_478_400_000 - 1); // 2026-11-23T23:59:59.999Z
        assert_eq!(Day::at(late, 0).to_string(), "2026-11-23");
        assert_eq!(Day::at(late, 60).to_string(), "2026-11-24");
        assert_eq!(Day::at(late, -300).to_string(), "2026-11-23");
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        assert_eq!(Day::parse("2026-11-24").unwrap().weekday(), Weekday::Tue);
        assert_eq!(Day::parse("1969-12-31").unwrap().weekday(), Weekday::Wed);
    }

    #[test]
    fn scores_stop_at_ten() {
        assert_eq!(PainScore::new(11), None);
        assert_eq!(serde_json::from_str::<Effort>("10").unwrap().get(), 10);
        assert!(serde_json::from_str::<PainScore>("11").is_err());
    }
}
