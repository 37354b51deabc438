//! Pain over days: the averages of one and two weeks (`avg7`, `avg14`).
//!
//! Not here: usual pain, which looks back on sessions (see `plan::Log`).

use crate::units::{Day, PainScore};

/// With fewer scores than that the average of the last 24 hours stands in.
const LEAST: usize = 3;
/// Days that are kept.
const KEPT: i32 = 14;

/// An average of pain in tenths, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub u16);

/// The scores before sessions and in the mornings of the last 14 days, and the averages that the runner told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pains {
    scores: Vec<(Day, u8)>,
    average: Option<PainScore>,
    first: Option<PainScore>,
}

impl Pains {
    /// A score before a session (`b`) or next morning (`m`).
    pub fn note(&mut self, day: Day, score: PainScore) {
        self.scores.retain(|(at, _)| day.since(*at) < KEPT);
        self.scores.push((day, score.get()));
    }

    /// `q-nprs-average`.
    pub fn note_average(&mut self, score: PainScore) {
        self.average = Some(score);
        self.first = self.first.or(Some(score));
    }

    /// The first `q-nprs-average`: what later ones are compared with.
    pub const fn first(&self) -> Option<PainScore> {
        self.first
    }

    /// `avg7`: the mean of the last 7 days, one decimal, half up.
    pub fn week(&self, day: Day) -> Option<Tenths> {
        self.mean(day, 7)
    }

    /// `avg14`.
    pub fn two_weeks(&self, day: Day) -> Option<Tenths> {
        self.mean(day, KEPT)
    }

    fn mean(&self, day: Day, days: i32) -> Option<Tenths> {
        let (mut sum, mut count) = (0_usize, 0_usize);
        for (at, score) in &self.scores {
            if (0..days).contains(&day.since(*at)) {
                sum += usize::from(*score);
                count += 1;
            }
        }
        if count < LEAST {
            return self.average.map(|average| Tenths(u16::from(average.get()) * 10));
        }
        u16::try_from((sum * 20 + count) / (2 * count)).ok().map(Tenths)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pain(score: u8) -> PainScore {
        PainScore::new(score).unwrap()
    }

    #[test]
    fn the_week_average_has_one_decimal_half_up_and_needs_three_scores() {
        let day = |day| Day::from_epoch(20_000 + day);
        let mut pains = Pains::default();
        assert_eq!(pains.week(day(0)), None, "not known, and not 0");
        pains.note_average(pain(6));
        pains.note_average(pain(4));
        assert_eq!((pains.week(day(0)), pains.first()), (Some(Tenths(40)), Some(pain(6))));
        for (at, score) in [(0, 3), (0, 2), (1, 2), (2, 2)] {
            pains.note(day(at), pain(score));
        }
        assert_eq!(pains.week(day(2)), Some(Tenths(23)), "9 / 4 = 2.25");
        assert_eq!(pains.week(day(7)), Some(Tenths(40)), "two are too few");
        assert_eq!(pains.two_weeks(day(7)), Some(Tenths(23)));
        pains.note(day(8), pain(0));
        assert_eq!(pains.week(day(8)), Some(Tenths(40)), "0 and 2 are too few");
    }
}
