//! Steps a minute from taps in the rhythm of the feet.
//!
//! Not here: what is tapped on.

use super::super::to_f64;
use crate::units::Millis;

/// Which landings are tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tapped {
    /// Every landing.
    EachStep,
    /// Those of one foot.
    OneFoot,
}

/// Taps that a rate needs.
const LEAST: usize = 12;
/// How long they must last, in milliseconds.
const LASTING: i64 = 10_000;
/// A tap sooner than this share of the usual interval after the one before is a double tap.
const DOUBLE: f64 = 0.5;
/// The most taps that are kept: five minutes of quick steps.
const MOST: usize = 1_200;

/// The taps so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taps {
    tapped: Tapped,
    times: Vec<Millis>,
}

impl Taps {
    /// No tap yet.
    pub const fn new(tapped: Tapped) -> Self {
        Self { tapped, times: Vec::new() }
    }

    /// A tap at that monotonic time.
    pub fn tap(&mut self, at: Millis) {
        if self.times.len() < MOST && self.times.last().is_none_or(|last| at > *last) {
            self.times.push(at);
        }
    }

    /// How many there were.
    pub fn count(&self) -> usize {
        self.times.len()
    }

    /// Steps of both feet a minute, from at least 12 taps in at least 10 s.
    ///
    /// Double taps count once and a missed one is bridged: the rate is that of the line through all taps, each at its
    /// place in the rhythm.
    pub fn per_minute(&self) -> Option<f64> {
        let (first, last) = (self.times.first()?.0, self.times.last()?.0);
        if self.times.len() < LEAST || last - first < LASTING {
            return None;
        }
        let beat = self.usual_interval()?;
        let (mut at, mut place, mut counted) = (first, 0.0, 0.0);
        let (mut places, mut times, mut squares, mut products) = (0.0, 0.0, 0.0, 0.0);
        for time in &self.times {
            let since = to_f64(time.0 - at);
            if counted > 0.0 {
                if since < DOUBLE * beat {
                    continue;
                }
                place += (since / beat).round().max(1.0);
            }
            at = time.0;
            let when = to_f64(time.0 - first);
            (places, times) = (places + place, times + when);
            (squares, products) = (squares + place * place, products + place * when);
            counted += 1.0;
        }
        let spread = counted * squares - places * places;
        let each = (counted * products - places * times) / spread;
        let steps = match self.tapped {
            Tapped::EachStep => 1.0,
            Tapped::OneFoot => 2.0,
        };
        (spread > 0.0 && each > 0.0).then(|| steps * 60_000.0 / each)
    }

    /// The median interval, in milliseconds.
    fn usual_interval(&self) -> Option<f64> {
        let mut apart: Vec<i64> = self.times.iter().zip(self.times.iter().skip(1)).map(|(a, b)| b.0 - a.0).collect();
        apart.sort_unstable();
        apart.get(apart.len() / 2).map(|median| to_f64(*median))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::synthetic::Dice;

    fn tapped(dice: &mut Dice, per_minute: f64, way: Tapped, seconds: f64) -> Taps {
        let mut taps = Taps::new(way);
        let beat = 60_000.0 / per_minute * if way == Tapped::OneFoot { 2.0 } else { 1.0 };
        let mut nth = 0.0;
        while nth * beat < seconds * 1000.0 {
            let at = 1_000.0 + nth * beat + dice.normal() * 25.0;
            let luck = dice.unit();
            if luck > 0.04 {
                #[expect(clippy::cast_possible_truncation, reason = "a time of a test")]
                taps.tap(Millis(at as i64));
                if luck > 0.97 {
                    #[expect(clippy::cast_possible_truncation, reason = "a time of a test")]
                    taps.tap(Millis((at + 60.0) as i64));
                }
            }
            nth += 1.0;
        }
        taps
    }

    #[test]
    fn t_cadence_by_taps_is_within_two_steps_a_minute() {
        let mut dice = Dice::new(7);
        for way in [Tapped::OneFoot, Tapped::EachStep] {
            for per_minute in [140.0, 155.0, 168.0, 175.0, 190.0, 205.0] {
                for _ in 0..20 {
                    let found = tapped(&mut dice, per_minute, way, 30.0).per_minute().unwrap();
                    assert!((found - per_minute).abs() <= 2.0, "{way:?} {per_minute}: {found}");
                }
            }
        }
    }

    #[test]
    fn too_few_or_too_short_is_no_rate() {
        let mut dice = Dice::new(1);
        assert_eq!(Taps::new(Tapped::OneFoot).per_minute(), None);
        assert_eq!(tapped(&mut dice, 170.0, Tapped::EachStep, 8.0).per_minute(), None);
        let mut still = Taps::new(Tapped::EachStep);
        for _ in 0..50 {
            still.tap(Millis(5));
        }
        assert_eq!((still.count(), still.per_minute()), (1, None));
    }
}
