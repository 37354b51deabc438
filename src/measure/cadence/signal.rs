//! From irregular samples to an even signal, a band of it, and its strongest rhythm.
//!
//! Not here: what counts as running (see `sensor`).

use super::super::gravity::Sample;
use super::super::to_f64;

/// Even samples a second.
pub(super) const RATE: f64 = 50.0;

/// The size of the acceleration at an even rate, between samples in proportion.
pub(super) fn even(samples: &[Sample]) -> Vec<f64> {
    let Some(first) = samples.first() else { return Vec::new() };
    let mut signal = Vec::new();
    let mut at = 0.0;
    for (a, b) in samples.iter().zip(samples.iter().skip(1)) {
        let (from, to) = (to_f64(a.at.0 - first.at.0), to_f64(b.at.0 - first.at.0));
        let (before, after) = (a.size(), b.size());
        while at < to {
            let share = ((at - from) / (to - from)).clamp(0.0, 1.0);
            signal.push(before + (after - before) * share);
            at += 1000.0 / RATE;
        }
    }
    signal
}

/// The mean.
pub(super) fn mean(signal: &[f64]) -> f64 {
    signal.iter().sum::<f64>() / to_f64(i64::try_from(signal.len().max(1)).unwrap_or(1))
}

/// How strongly a signal moves about its mean: the root of the mean square.
pub(super) fn strength(signal: &[f64]) -> f64 {
    let middle = mean(signal);
    mean(&signal.iter().map(|value| (value - middle) * (value - middle)).collect::<Vec<f64>>()).sqrt()
}

/// One second-order filter of Butterworth's kind (cookbook form), at unit gain.
struct Filter {
    b: [f64; 3],
    a: [f64; 2],
}

impl Filter {
    fn new(hertz: f64, high: bool) -> Self {
        let turn = core::f64::consts::TAU * hertz / RATE;
        let (sin, cos) = turn.sin_cos();
        let alpha = sin / core::f64::consts::SQRT_2;
        let whole = 1.0 + alpha;
        let edge = if high { f64::midpoint(1.0, cos) } else { f64::midpoint(1.0, -cos) };
        let middle = if high { -(1.0 + cos) } else { 1.0 - cos };
        Self { b: [edge / whole, middle / whole, edge / whole], a: [-2.0 * cos / whole, (1.0 - alpha) / whole] }
    }

    fn run(&self, signal: &mut [f64]) {
        let ([b0, b1, b2], [a1, a2]) = (self.b, self.a);
        let (mut one, mut two) = (0.0, 0.0);
        for value in signal {
            let out = b0 * *value + one;
            one = b1 * *value - a1 * out + two;
            two = b2 * *value - a2 * out;
            *value = out;
        }
    }
}

/// The part of a signal between two frequencies in hertz.
pub(super) fn band(signal: &[f64], low: f64, high: f64) -> Vec<f64> {
    let middle = mean(signal);
    let mut part: Vec<f64> = signal.iter().map(|value| value - middle).collect();
    Filter::new(low, true).run(&mut part);
    Filter::new(high, false).run(&mut part);
    part
}

/// How alike a signal is to itself so many samples later, from -1 to 1.
pub(super) fn likeness(signal: &[f64], lag: usize) -> f64 {
    let middle = mean(signal);
    let later = signal.get(lag..).unwrap_or_default();
    let (mut product, mut here, mut there) = (0.0, 0.0, 0.0);
    for (a, b) in signal.iter().map(|value| value - middle).zip(later.iter().map(|value| value - middle)) {
        product += a * b;
        here += a * a;
        there += b * b;
    }
    let size = (here * there).sqrt();
    if size > 0.0 { product / size } else { 0.0 }
}

/// The lag between `from` and `to` at which a signal is most alike to itself, to a part of a sample, and how much.
pub(super) fn peak(signal: &[f64], from: usize, to: usize) -> Option<(f64, f64)> {
    let best = (from..=to).map(|lag| (likeness(signal, lag), lag)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    let (top, lag) = best;
    let (before, after) = (likeness(signal, lag.checked_sub(1)?), likeness(signal, lag + 1));
    let bend = before - 2.0 * top + after;
    let shift = if bend < 0.0 { ((before - after) / (2.0 * bend)).clamp(-0.5, 0.5) } else { 0.0 };
    Some((to_f64(i64::try_from(lag).ok()?) + shift, top))
}
