//! How far the session's time moved between two readings: derived from the clocks, never by counting ticks.
//!
//! Not here: what happens in that time (see `player`).

use crate::units::{Millis, Now};

/// Without a frame for longer than this, the monotonic clock may have stood still.
const GAP: i64 = 2_000;
/// Clocks are read one after the other, and rounded: a difference up to this says nothing.
const NOISE: i64 = 100;

/// The clocks as they were read last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    mono: Millis,
    wall: Millis,
    /// Wall minus monotonic time, as far as it is accounted for.
    shift: i64,
    hidden: bool,
}

/// What passed since the last reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passed {
    /// All of it; never negative.
    pub by: Millis,
    /// How much of it the monotonic clock missed.
    pub missed: Millis,
}

impl Clock {
    pub(super) const fn at(now: Now) -> Self {
        Self { mono: now.mono, wall: now.wall, shift: now.wall.0 - now.mono.0, hidden: false }
    }

    /// Wall time of the last reading.
    pub(super) const fn wall(&self) -> Millis {
        self.wall
    }

    pub(super) const fn is_hidden(&self) -> bool {
        self.hidden
    }

    pub(super) const fn hide(&mut self, hidden: bool) {
        self.hidden = hidden;
    }

    /// Reads the clocks: monotonic time, and after a gap what the wall clock is ahead of it (a phone slept).
    ///
    /// Monotonic readings add up exactly, so a thousand readings err no more than two. A wall clock set backward is
    /// taken as it is and moves nothing.
    pub(super) fn read(&mut self, now: Now) -> Passed {
        let by = (now.mono.0 - self.mono.0).max(0);
        let gap = self.hidden || by > GAP || now.wall.0 - self.wall.0 > GAP;
        let shift = now.wall.0 - now.mono.0;
        let ahead = shift - self.shift;
        let missed = if gap && ahead > NOISE { ahead } else { 0 };
        // Noise is left to the next reading: counted or forgotten each time, it would add up.
        if ahead.abs() > NOISE {
            self.shift = shift;
        }
        self.mono = self.mono.max(now.mono);
        self.wall = now.wall;
        Passed { by: Millis(by + missed), missed: Millis(missed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(mono: i64, wall: i64) -> Now {
        Now { wall: Millis(1_000_000 + wall), mono: Millis(mono), zone: 0 }
    }

    #[test]
    fn a_phone_that_slept_catches_up_by_the_wall_clock() {
        let mut clock = Clock::at(now(0, 0));
        assert_eq!(clock.read(now(16, 16)).by, Millis(16));
        assert_eq!(clock.read(now(20, 90_020)), Passed { by: Millis(90_004), missed: Millis(90_000) });
        assert_eq!(clock.read(now(36, 90_036)).by, Millis(16));
    }

    #[test]
    fn a_wall_clock_set_backward_moves_nothing() {
        let mut clock = Clock::at(now(0, 0));
        assert_eq!(clock.read(now(16, -3_600_000)).by, Millis(16));
        assert_eq!(clock.read(now(5_016, -3_595_000)).by, Millis(5_000));
        // A sleep after that still counts.
        assert_eq!(clock.read(now(5_016, -3_575_000)).by, Millis(20_000));
    }

    #[test]
    fn a_small_step_of_the_wall_clock_between_frames_moves_nothing() {
        let mut clock = Clock::at(now(0, 0));
        assert_eq!(clock.read(now(16, 1_516)).by, Millis(16));
        assert_eq!(clock.read(now(4_016, 5_516)).by, Millis(4_000), "nor later, when frames fail to come");
    }

    #[test]
    fn a_monotonic_clock_that_falls_back_moves_nothing() {
        let mut clock = Clock::at(now(5_000, 5_000));
        assert_eq!(clock.read(now(4_000, 5_000)).by, Millis(0));
        assert_eq!(clock.read(now(5_100, 5_100)).by, Millis(100));
    }

    #[test]
    fn readings_while_hidden_add_up() {
        let mut clock = Clock::at(now(0, 0));
        clock.hide(true);
        let mut sum = 0;
        for tick in 1..=7_200 {
            // The two clocks are rounded differently at each reading.
            sum += clock.read(now(tick * 250 + tick % 3, tick * 250 + tick % 7)).by.0;
        }
        assert!((sum - 7_200 * 250).abs() <= 7, "{sum}");
    }
}
