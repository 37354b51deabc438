//! Where a figure is in its motion after a given time of an exercise.
//!
//! Not here: what is drawn there (see `moving`), and the session's clock.

use crate::library::{Measure, Sides, Tempo};

/// Seconds of one pass of a springy gait (0-0-0).
const SPRINGY_PASS: f32 = 0.35;
/// Seconds of one way of a springy repetition that is no gait.
const SPRINGY_WAY: f32 = 0.5;
/// Seconds of one way where the exercise has no beat of its own.
const OWN_PACE: f32 = 3.0;
/// Longest way into a hold, seconds.
const INTO_HOLD: f32 = 3.0;

/// A moment of a motion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// What [`super::Figure::scene`] takes: the key pose from 0, and poses more where near and far are exchanged.
    pub at: f64,
    /// Whether it is the other side's turn. It is in `at` already: the picture is not to be mirrored for it.
    pub swapped: bool,
}

/// The beat of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    beat: Beat,
    poses: u8,
    alternating: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Beat {
    /// Out, stay, back, and again; seconds.
    ThereAndBack { out: f32, stay: f32, back: f32 },
    /// Into the last key pose, and there it stays; seconds.
    Hold { into: f32 },
    /// Gait: one pass through all key poses takes this many seconds, then the sides change.
    Cycle { pass: f32 },
}

impl Motion {
    /// The motion of an exercise with `poses` key poses; `cycle` = gait (see [`super::Figure::is_cycle`]).
    pub fn of(tempo: Tempo, measure: Measure, sides: Sides, poses: usize, cycle: bool) -> Self {
        let seconds = |whole: u8| f32::from(whole);
        let beat = match tempo {
            Tempo::Springy if cycle => Beat::Cycle { pass: SPRINGY_PASS },
            Tempo::OwnPace if cycle => Beat::Cycle { pass: OWN_PACE * 0.5 },
            Tempo::Paced { out, hold, back } if cycle => {
                Beat::Cycle { pass: ((seconds(out) + seconds(hold) + seconds(back)) * 0.5).max(SPRINGY_PASS) }
            }
            Tempo::Springy => Beat::ThereAndBack { out: SPRINGY_WAY, stay: 0.0, back: SPRINGY_WAY },
            Tempo::OwnPace => Beat::ThereAndBack { out: OWN_PACE, stay: 0.0, back: OWN_PACE },
            Tempo::Paced { out, .. } if measure == Measure::Hold => {
                Beat::Hold { into: seconds(out).clamp(1.0, INTO_HOLD) }
            }
            Tempo::Paced { out, hold, back } => {
                // At least a second a repetition, and never a jump.
                let (out, back) = (seconds(out).max(0.5), seconds(back).max(0.5));
                Beat::ThereAndBack { out, stay: seconds(hold), back }
            }
        };
        Self { beat, poses: u8::try_from(poses).unwrap_or(u8::MAX).max(1), alternating: sides == Sides::Alternating }
    }

    /// Where the figure is `elapsed` milliseconds after its work (for holds: its set-up) began.
    #[expect(clippy::cast_precision_loss, reason = "a session lasts less than 2^52 milliseconds")]
    pub fn at(&self, elapsed: i64) -> Place {
        let time = elapsed.max(0) as f64 / 1000.0;
        let last = f64::from(self.poses) - 1.0;
        match self.beat {
            Beat::Hold { into } => Place { at: last * ease(time / f64::from(into)), swapped: false },
            Beat::Cycle { pass } => {
                let passes = time / f64::from(pass);
                let (whole, within) = (passes.floor(), passes.fract());
                let swapped = whole.rem_euclid(2.0) >= 1.0;
                let poses = f64::from(self.poses);
                Place { at: within.mul_add(poses, if swapped { poses } else { 0.0 }), swapped }
            }
            Beat::ThereAndBack { out, stay, back } => {
                let (out, stay, back) = (f64::from(out), f64::from(stay), f64::from(back));
                let round = out + stay + back;
                let (turn, within) = ((time / round).floor(), time.rem_euclid(round));
                let there = if within < out { ease(within / out) } else { 1.0 - ease((within - out - stay) / back) };
                let swapped = self.alternating && turn.rem_euclid(2.0) >= 1.0;
                Place { at: there.mul_add(last, if swapped { f64::from(self.poses) } else { 0.0 }), swapped }
            }
        }
    }

    /// Length of one repetition (gait: of one pass), milliseconds. A hold has the length of the way into it.
    pub fn round(&self) -> i64 {
        let seconds = match self.beat {
            Beat::Hold { into } => into,
            Beat::Cycle { pass } => pass,
            Beat::ThereAndBack { out, stay, back } => out + stay + back,
        };
        #[expect(clippy::cast_possible_truncation, reason = "tempos are a few seconds")]
        let millis = (seconds * 1000.0).round() as i64;
        millis
    }
}

/// Slow at both ends; clamped outside.
pub fn ease(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * 2.0_f64.mul_add(-share, 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paced(out: u8, hold: u8, back: u8) -> Tempo {
        Tempo::Paced { out, hold, back }
    }

    #[track_caller]
    fn assert_at(motion: &Motion, elapsed: i64, at: f64, swapped: bool) {
        let place = motion.at(elapsed);
        assert!((place.at - at).abs() < 1e-6 && place.swapped == swapped, "{elapsed}: {place:?}, not {at} {swapped}");
    }

    #[test]
    fn tempo_3_1_2_shows_as_3_s_1_s_2_s() {
        let motion = Motion::of(paced(3, 1, 2), Measure::Reps, Sides::Each, 2, false);
        for (elapsed, at) in [(0, 0.0), (1500, 0.5), (3000, 1.0), (3999, 1.0), (5000, 0.5), (6000, 0.0), (7500, 0.5)] {
            assert_at(&motion, elapsed, at, false);
        }
        assert_eq!(motion.round(), 6000);
    }

    #[test]
    fn breaths_4_0_6() {
        let motion = Motion::of(paced(4, 0, 6), Measure::Breaths, Sides::Both, 2, false);
        for (elapsed, at) in [(0, 0.0), (4000, 1.0), (7000, 0.5), (10_000, 0.0)] {
            assert_at(&motion, elapsed, at, false);
        }
    }

    #[test]
    fn a_hold_is_reached_and_kept() {
        let motion = Motion::of(paced(2, 30, 2), Measure::Hold, Sides::Each, 2, false);
        for (elapsed, at) in [(-5, 0.0), (0, 0.0), (1000, 0.5), (2000, 1.0), (60_000, 1.0)] {
            assert_at(&motion, elapsed, at, false);
        }
    }

    #[test]
    fn alternating_changes_sides_at_each_repetition() {
        let motion = Motion::of(paced(1, 0, 1), Measure::Reps, Sides::Alternating, 2, false);
        for (elapsed, at, swapped) in [(1000, 1.0, false), (2000, 2.0, true), (3000, 3.0, true), (4000, 0.0, false)] {
            assert_at(&motion, elapsed, at, swapped);
        }
    }

    #[test]
    fn gait_passes_on_and_never_back() {
        let motion = Motion::of(Tempo::Springy, Measure::Minutes, Sides::Alternating, 4, true);
        assert_at(&motion, 0, 0.0, false);
        assert_at(&motion, 175, 2.0, false);
        assert_at(&motion, 350, 4.0, true);
        assert_at(&motion, 525, 6.0, true);
        assert_at(&motion, 700, 0.0, false);
        let walk = Motion::of(paced(1, 0, 1), Measure::Minutes, Sides::Alternating, 2, true);
        assert_at(&walk, 500, 1.0, false);
        assert_at(&walk, 1000, 2.0, true);
    }
}
