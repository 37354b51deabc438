//! When a phone has been still for a second, and where gravity pointed meanwhile.
//!
//! Not here: what the angle is (see `angle`).

use std::collections::VecDeque;

use super::gravity::{Gravity, Sample};

/// How long a phone must be still, in milliseconds; the reading is the mean of that time.
const STILL: i64 = 1_000;
/// Parts of that time that are compared with each other.
const PARTS: i64 = 4;
/// How far each part may point from the mean, in degrees. Slow movement has the size of gravity too; up to here it moves
/// the mean by less than 1.5 degrees.
const STEADY: f64 = 1.0;
/// A longer gap between samples, in milliseconds, says nothing about what happened in it.
const GAP: i64 = 300;
/// Samples that a second must have.
const LEAST: usize = 8;

/// The samples of the last second, as long as all of them may be rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Stillness {
    recent: VecDeque<Sample>,
}

impl Stillness {
    /// Takes a sample in; the mean direction if the phone has been still for a second up to it.
    pub fn take(&mut self, sample: Sample) -> Option<Gravity> {
        let last = self.recent.back().map(|last| sample.at.0 - last.at.0);
        if last.is_some_and(|since| !(0..=GAP).contains(&since)) {
            self.recent.clear();
        }
        if !sample.is_rest() {
            self.recent.clear();
            return None;
        }
        self.recent.push_back(sample);
        // One sample from before the second stays, so that a full second is covered.
        while self.recent.get(1).is_some_and(|second| sample.at.0 - second.at.0 >= STILL) {
            self.recent.pop_front();
        }
        self.steady()
    }

    fn steady(&self) -> Option<Gravity> {
        let (first, last) = (self.recent.front()?.at.0, self.recent.back()?.at.0);
        if last - first < STILL || self.recent.len() < LEAST {
            return None;
        }
        let mean = Gravity::mean(self.recent.iter().copied())?;
        let part = |sample: &Sample| ((sample.at.0 - first) * PARTS / (last - first + 1)).min(PARTS - 1);
        let is_near = |nth| {
            let of_part = self.recent.iter().filter(|sample| part(sample) == nth).copied();
            Gravity::mean(of_part).is_none_or(|one| one.degrees_from(mean) <= STEADY)
        };
        (0..PARTS).all(is_near).then_some(mean)
    }
}
