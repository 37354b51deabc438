//! One side's work in one set: how long it is, its repetitions and their beat (`exercises.md` section 1).
//!
//! Not here: how the figure moves between its key poses (see `figure`).

use crate::library::{Dose, Exercise, Measure, Tempo};
use crate::units::Millis;

/// The beat of one repetition; for a timed work, the beat at which the figure moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// From the first key pose to the last.
    pub out: Millis,
    /// At the last key pose.
    pub hold: Millis,
    /// Back to the first.
    pub back: Millis,
}

/// The part of a repetition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// On the way to the last key pose.
    Out,
    /// At the last key pose.
    Hold,
    /// On the way back.
    Back,
}

/// What is counted of a work in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    /// Repetitions, breaths, steps, or holds of a fixed length.
    Reps,
    /// The seconds of one hold, without the ways into and out of it.
    Hold,
    /// Seconds; a meter is a second.
    Seconds,
}

/// A work as the timeline needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Movement {
    /// How long it takes at its tempo.
    pub length: Millis,
    /// Its repetitions; 1 for one hold, 0 where only time counts.
    pub reps: u16,
    /// Its beat.
    pub beat: Beat,
    /// What is counted of it.
    pub tally: Tally,
    /// Whether the runner may pace it: repetitions and steps, but no breaths and no holds.
    pub can_wait: bool,
}

impl Beat {
    /// One repetition.
    pub const fn length(self) -> Millis {
        Millis(self.out.0 + self.hold.0 + self.back.0)
    }

    /// The part of the repetition at `at`, and the share of that part that is over, 0 to 1.
    pub fn phase(self, at: Millis) -> (Phase, f64) {
        if at < self.out {
            (Phase::Out, share(at, self.out))
        } else if at.0 < self.out.0 + self.hold.0 {
            (Phase::Hold, share(Millis(at.0 - self.out.0), self.hold))
        } else {
            (Phase::Back, share(Millis(at.0 - self.out.0 - self.hold.0), self.back))
        }
    }
}

/// `part` of `whole`, 0 to 1; of nothing, all is over.
#[expect(clippy::cast_precision_loss, reason = "lengths of a session are far below 2^53 milliseconds")]
pub(super) fn share(part: Millis, whole: Millis) -> f64 {
    if whole.0 <= 0 { 1.0 } else { (part.0 as f64 / whole.0 as f64).clamp(0.0, 1.0) }
}

fn beat(out: u32, hold: u32, back: u32) -> Beat {
    let millis = |seconds: u32| Millis(i64::from(seconds) * 1000);
    Beat { out: millis(out), hold: millis(hold), back: millis(back) }
}

/// Half a second there, half a second back: the springy pace, and the shortest repetition of any.
const SPRINGY: Beat = Beat { out: Millis(500), hold: Millis(0), back: Millis(500) };

impl Movement {
    /// One side's work in one set.
    pub(super) fn of(exercise: &Exercise, dose: Dose) -> Self {
        let amount = u32::from(dose.amount);
        let paced = match exercise.tempo {
            Tempo::Paced { out, hold, back } => (u32::from(out), u32::from(hold), u32::from(back)),
            Tempo::Springy | Tempo::OwnPace => (0, 0, 0),
        };
        match exercise.measure {
            Measure::Reps | Measure::Steps => Self { can_wait: true, ..Self::reps(dose.amount, of_rep(paced)) },
            Measure::Breaths => Self::reps(dose.amount, of_rep(paced)),
            Measure::Hold => match exercise.hold_seconds {
                Some(hold) => Self::reps(dose.amount, of_rep((paced.0, hold.0, paced.2))),
                None => Self::hold(beat(paced.0, amount, paced.2)),
            },
            Measure::Minutes => Self::timed(amount * 60, exercise.tempo),
            Measure::Seconds | Measure::Meters => Self::timed(amount, exercise.tempo),
        }
    }

    fn reps(reps: u16, beat: Beat) -> Self {
        Self { length: Millis(i64::from(reps) * beat.length().0), reps, beat, tally: Tally::Reps, can_wait: false }
    }

    fn hold(beat: Beat) -> Self {
        Self { length: beat.length(), reps: 1, beat, tally: Tally::Hold, can_wait: false }
    }

    fn timed(seconds: u32, tempo: Tempo) -> Self {
        let beat = match tempo {
            Tempo::Paced { out, hold, back } => of_rep((out.into(), hold.into(), back.into())),
            Tempo::Springy => SPRINGY,
            // A roller goes slowly; nobody is held to it.
            Tempo::OwnPace => beat(2, 0, 2),
        };
        Self { length: Millis(i64::from(seconds) * 1000), reps: 0, beat, tally: Tally::Seconds, can_wait: false }
    }
}

/// The beat of a repetition, at least one second.
fn of_rep((out, hold, back): (u32, u32, u32)) -> Beat {
    if out + hold + back == 0 { SPRINGY } else { beat(out, hold, back) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::DoseLevel;
    use crate::session::sample::exercise;

    fn level_one(id: &str) -> Movement {
        let exercise = exercise(id);
        Movement::of(exercise, exercise.dose(DoseLevel::One))
    }

    #[test]
    fn a_work_follows_its_measure() {
        let bridge = level_one("clamshell"); // 8 of 2-1-3
        assert_eq!((bridge.reps, bridge.length, bridge.tally), (8, Millis(48_000), Tally::Reps));
        let press = level_one("standing-wall-press"); // one hold of 10 s, 2 s there and back
        assert_eq!((press.reps, press.length, press.beat.hold), (1, Millis(14_000), Millis(10_000)));
        let glute = level_one("glute-set"); // 6 holds of 5 s, 2 s there and back
        assert_eq!((glute.reps, glute.length, glute.tally), (6, Millis(54_000), Tally::Reps));
        let walk = level_one("walk-easy"); // 5 minutes
        assert_eq!((walk.reps, walk.length, walk.tally), (0, Millis(300_000), Tally::Seconds));
        for tempo in [Tempo::Springy, Tempo::OwnPace, Tempo::Paced { out: 0, hold: 0, back: 0 }] {
            let hop = Exercise { tempo, ..exercise("leg-swing-front-back").clone() };
            assert_eq!(Movement::of(&hop, hop.levels[0]).length, Millis(10_000), "a second each, at least");
        }
        let breath = level_one("breathing-supine");
        assert_eq!(breath.beat.length(), Millis(10_000));
    }

    #[test]
    fn a_repetition_goes_out_holds_and_comes_back() {
        let beat = level_one("clamshell").beat;
        assert_eq!(beat.phase(Millis(0)), (Phase::Out, 0.0));
        assert_eq!(beat.phase(Millis(1000)), (Phase::Out, 0.5));
        assert_eq!(beat.phase(Millis(2000)), (Phase::Hold, 0.0));
        assert_eq!(beat.phase(Millis(3000)), (Phase::Back, 0.0));
        assert_eq!(beat.phase(Millis(4500)), (Phase::Back, 0.5));
    }
}
