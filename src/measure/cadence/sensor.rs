//! Steps a minute from the phone's accelerometer, phone in hand or waistband (`t-cadence`): size of the acceleration,
//! band of 2.0 to 3.7 hertz, peak of the autocorrelation in windows of 10 s, median of 6.
//!
//! Not here: counting and tapping.

use super::super::gravity::Sample;
use super::signal::{RATE, band, even, likeness, peak, strength};
use crate::units::Millis;

/// The band, in hertz: 120 to 222 steps a minute.
const BAND: (f64, f64) = (2.0, 3.7);
/// Windows that are taken.
const WINDOWS: usize = 6;
/// Even samples a window: 10 s.
const WINDOW: usize = 500;
/// Even samples before the first window, until the filter has settled: 2 s.
const SETTLING: usize = 100;
/// The windows may differ by so many steps a minute.
const APART: f64 = 6.0;
/// In running the body leaves the ground, and the size of the acceleration moves by more than this about its mean, in
/// m/s² (root of the mean square). Walking stays below.
const RUNNING: f64 = 4.0;
/// So alike to itself must the band be one step later, or there is no rhythm.
const RHYTHM: f64 = 0.3;
/// The shortest and longest step, in even samples.
const STEP: (usize, usize) = (13, 25);
/// A gap between samples longer than this breaks the record, in milliseconds.
const GAP: i64 = 500;

/// Why the sensor gives no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoCadence {
    /// Fewer than 62 s on end.
    TooShort,
    /// The runner walks, or stands.
    Walking,
    /// No rhythm of steps can be found.
    NoRhythm,
    /// The windows differ by more than 6 steps a minute.
    Uneven,
}

/// The samples of the last minute and a bit.
#[derive(Debug, Clone, Default)]
pub struct StepSensor {
    samples: Vec<Sample>,
}

impl StepSensor {
    /// No sample yet.
    pub const fn new() -> Self {
        Self { samples: Vec::new() }
    }

    /// Takes a sample in, until there are enough. After a gap, or a time that falls back, the record starts anew.
    pub fn take(&mut self, sample: Sample) {
        if self.is_full() {
            return;
        }
        let since = self.samples.last().map_or(0, |last| sample.at.0 - last.at.0);
        if !(0..=GAP).contains(&since) {
            self.samples.clear();
        }
        self.samples.push(sample);
    }

    /// How long the record is, and how long it must be.
    pub fn progress(&self) -> (Millis, Millis) {
        let long = match (self.samples.first(), self.samples.last()) {
            (Some(first), Some(last)) => last.at.0 - first.at.0,
            _ => 0,
        };
        (Millis(long), Millis(62_500))
    }

    /// Whether it has all that it needs.
    pub fn is_full(&self) -> bool {
        let (long, needed) = self.progress();
        long >= needed
    }

    /// Steps of both feet a minute.
    pub fn per_minute(&self) -> Result<f64, NoCadence> {
        let raw = even(&self.samples);
        let filtered = band(&raw, BAND.0, BAND.1);
        let mut rates = Vec::with_capacity(WINDOWS);
        for nth in 0..WINDOWS {
            let from = SETTLING + nth * WINDOW;
            let part = from..from + WINDOW;
            let (Some(raw), Some(filtered)) = (raw.get(part.clone()), filtered.get(part)) else {
                return Err(NoCadence::TooShort);
            };
            if strength(raw) < RUNNING {
                return Err(NoCadence::Walking);
            }
            rates.push(rate(raw, filtered)?);
        }
        rates.sort_by(f64::total_cmp);
        let (Some(least), Some(most)) = (rates.first(), rates.last()) else { return Err(NoCadence::TooShort) };
        if most - least > APART {
            return Err(NoCadence::Uneven);
        }
        let middle = rates.len() / 2;
        match (rates.get(middle - 1), rates.get(middle)) {
            (Some(below), Some(above)) => Ok(f64::midpoint(*below, *above)),
            _ => Err(NoCadence::TooShort),
        }
    }
}

/// The rate in one window.
fn rate(raw: &[f64], filtered: &[f64]) -> Result<f64, NoCadence> {
    let (step, alike) = peak(filtered, STEP.0, STEP.1).ok_or(NoCadence::NoRhythm)?;
    if alike < RHYTHM {
        return Err(NoCadence::NoRhythm);
    }
    // Half of a slow step lies in the band too; there the whole acceleration is the opposite of itself.
    if likeness(raw, whole(step)) <= 0.0 {
        return Err(NoCadence::Walking);
    }
    // A sample is 3 to 4 steps a minute: several steps later the same error is divided by their number.
    let mut each = step;
    for steps in [2.0, 4.0, 8.0] {
        let near = each * steps;
        let wide = (each / 3.0).max(2.0);
        let (from, to) = (whole(near - wide), whole(near + wide));
        let (lag, alike) = peak(filtered, from, to).ok_or(NoCadence::NoRhythm)?;
        if alike < RHYTHM / 2.0 {
            break;
        }
        each = lag / steps;
    }
    Ok(60.0 * RATE / each)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a lag within a window of 500 samples")]
fn whole(lag: f64) -> usize {
    lag.round().clamp(1.0, 480.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::synthetic::{self, Dice, Gait, Sensor};

    fn found(gait: Gait, sensor: Sensor, seed: u64) -> Result<f64, NoCadence> {
        let mut record = StepSensor::new();
        for sample in synthetic::gait(&mut Dice::new(seed), gait, sensor, 65.0) {
            record.take(sample);
        }
        record.per_minute()
    }

    #[test]
    fn t_cadence_by_the_sensor_is_within_two_steps_a_minute() {
        for (nth, per_minute) in [130.0, 145.0, 158.0, 165.0, 171.0, 177.0, 184.0, 192.0, 204.0].into_iter().enumerate()
        {
            for sensor in Sensor::ALL {
                for lopsided in [0.0, 0.15, 0.3] {
                    let gait = Gait { per_minute, runs: true, lopsided, drift: 0.0 };
                    let rate = found(gait, sensor, nth as u64).unwrap();
                    assert!((rate - per_minute).abs() <= 2.0, "{per_minute} {sensor:?} {lopsided}: {rate}");
                }
            }
        }
    }

    #[test]
    fn walking_is_no_running() {
        for (nth, per_minute) in [90.0, 100.0, 105.0, 110.0, 118.0, 124.0, 132.0].into_iter().enumerate() {
            for sensor in Sensor::ALL {
                let gait = Gait { per_minute, runs: false, lopsided: 0.2, drift: 0.0 };
                assert_eq!(found(gait, sensor, nth as u64), Err(NoCadence::Walking), "{per_minute} {sensor:?}");
            }
        }
    }

    #[test]
    fn a_rate_that_changes_is_refused() {
        let gait = Gait { per_minute: 165.0, runs: true, lopsided: 0.1, drift: 14.0 };
        assert_eq!(found(gait, Sensor::ALL[0], 3), Err(NoCadence::Uneven));
    }

    #[test]
    fn a_phone_on_a_table_and_a_short_record_give_nothing() {
        let mut record = StepSensor::new();
        assert_eq!(record.per_minute(), Err(NoCadence::TooShort));
        for nth in 0..4_000 {
            record.take(Sample { at: Millis(nth * 16), x: 0.0, y: 0.0, z: 9.8 });
        }
        assert!(record.is_full());
        assert_eq!(record.per_minute(), Err(NoCadence::Walking));
    }

    #[test]
    fn shaking_without_a_rhythm_is_no_run() {
        let mut dice = Dice::new(11);
        let mut record = StepSensor::new();
        for nth in 0..4_000 {
            record.take(Sample { at: Millis(nth * 16), x: dice.normal() * 9.0, y: dice.normal() * 9.0, z: 9.8 });
        }
        assert!(matches!(record.per_minute(), Err(NoCadence::NoRhythm | NoCadence::Walking | NoCadence::Uneven)));
    }

    #[test]
    fn a_gap_starts_the_record_anew() {
        let running = Gait { per_minute: 170.0, runs: true, lopsided: 0.1, drift: 0.0 };
        let mut record = StepSensor::new();
        for sample in synthetic::gait(&mut Dice::new(5), running, Sensor::ALL[0], 50.0) {
            record.take(sample);
        }
        let last = record.progress().0;
        record.take(Sample { at: Millis(last.0 + 60_000), x: 0.0, y: 9.8, z: 0.0 });
        assert_eq!(record.progress().0, Millis(0));
    }
}
