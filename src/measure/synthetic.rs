//! Made-up recordings that are like real ones: noise, irregular sampling, either sign, a phone held anyhow.

use super::gravity::Sample;
use crate::units::Millis;

/// Numbers that are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }

    /// About 0, with a spread of 1.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// What a system's sensor is like.
#[derive(Debug, Clone, Copy)]
pub struct Sensor {
    /// Samples a second.
    pub rate: f64,
    /// How irregular they come, as a share of their interval.
    pub jitter: f64,
    /// Noise of each axis, in m/s².
    pub noise: f64,
    /// 1, or -1 where the system's signs are the other way round.
    pub sign: f64,
}

impl Sensor {
    pub const ALL: [Self; 4] = [
        Self { rate: 60.0, jitter: 0.3, noise: 0.08, sign: 1.0 },
        Self { rate: 60.0, jitter: 0.3, noise: 0.08, sign: -1.0 },
        Self { rate: 100.0, jitter: 0.8, noise: 0.15, sign: 1.0 },
        Self { rate: 30.0, jitter: 0.5, noise: 0.12, sign: -1.0 },
    ];

    /// The times of its samples.
    pub fn times(self, dice: &mut Dice, seconds: f64) -> Vec<f64> {
        let mut at = 0.0;
        let mut times = Vec::new();
        while at < seconds {
            times.push(at);
            at += (1.0 + self.jitter * (dice.unit() - 0.5)) / self.rate;
        }
        times
    }

    /// One sample, with its noise.
    pub fn sample(self, dice: &mut Dice, seconds: f64, [x, y, z]: [f64; 3]) -> Sample {
        let mut axis = |value: f64| self.sign * (value + dice.normal() * self.noise);
        #[expect(clippy::cast_possible_truncation, reason = "a time of a test")]
        let at = Millis((seconds * 1000.0).round() as i64);
        Sample { at, x: axis(x), y: axis(y), z: axis(z) }
    }
}

/// How somebody moves.
#[derive(Debug, Clone, Copy)]
pub struct Gait {
    /// Steps a minute.
    pub per_minute: f64,
    /// Running, or else walking.
    pub runs: bool,
    /// How much harder one foot lands, as a share.
    pub lopsided: f64,
    /// By how many steps a minute the rate rises in all.
    pub drift: f64,
}

/// A recording with the phone held anyhow.
pub fn gait(dice: &mut Dice, gait: Gait, sensor: Sensor, seconds: f64) -> Vec<Sample> {
    let tilt = [dice.unit() - 0.5, 0.5 + dice.unit(), dice.unit() - 0.5];
    let long = tilt.iter().map(|part| part * part).sum::<f64>().sqrt();
    let mut all = Vec::new();
    for at in sensor.times(dice, seconds) {
        // Steps since the start, while the rate rises evenly.
        let steps = (gait.per_minute + gait.drift * at / seconds / 2.0) / 60.0 * at;
        let phase = steps.fract();
        let harder = 1.0 + if steps.rem_euclid(2.0) < 1.0 { gait.lopsided } else { -gait.lopsided };
        let up = if gait.runs {
            // On the ground for 0.65 of a step, in the air for the rest, where nothing is felt.
            if phase < 0.65 { 9.81 * 2.4 * harder * (phase / 0.65 * core::f64::consts::PI).sin() } else { 0.3 }
        } else {
            let turn = core::f64::consts::TAU * steps;
            9.81 + harder * 2.2 * turn.sin() + 1.1 * (2.0 * turn + 0.7).sin()
        };
        let sway = 1.2 * (core::f64::consts::PI * steps).sin();
        let [x, y, z] = tilt.map(|part| part / long * up);
        let shake = dice.normal() * 0.4;
        all.push(sensor.sample(dice, at, [x + sway, y, z + shake]));
    }
    all
}
