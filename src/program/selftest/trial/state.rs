//! The state of a test as it is done, and how time moves it.
//!
//! Not here: what each event does (see `happen`), and what is kept (see `outcome`).

use super::event::{Beep, Effect, Event, Stage};
use crate::journal::TestSide;
use crate::measure::AngleMeter;
use crate::program::evaluation::Region;
use crate::program::plan::SoreSide;
use crate::program::selftest::protocol::{Choice, Instrument, Rule, SelfTest};
use crate::units::{Millis, Now, PainScore, Seconds};

/// Without an event for longer than this a stopwatch may have run alone.
const UNSEEN: i64 = 2_000;

/// One test of one or both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    pub(super) test: SelfTest,
    /// The sides that are still to come, this one first.
    pub(super) sides: Vec<TestSide>,
    pub(super) asked: Vec<Rule>,
    pub(super) stage: Stage,
    pub(super) meter: Option<AngleMeter>,
    pub(super) has_sensor: bool,
    pub(super) count: u16,
    pub(super) tries: Vec<i32>,
    pub(super) choice: Option<Choice>,
    pub(super) pain: Option<PainScore>,
    pub(super) regions: Vec<Region>,
    pub(super) onset: Option<Seconds>,
    /// A stop rule ended this side.
    pub(super) is_stopped: bool,
    pub(super) last: Now,
}

impl Trial {
    /// The test with the less sore side first; or of one side alone, to take it up again.
    pub fn new(test: SelfTest, sore: SoreSide, only: Option<TestSide>, now: Now) -> Self {
        let sides = match only {
            _ if test.protocol().together => vec![TestSide::Both],
            Some(side) => vec![side],
            None if sore.is_left() => vec![TestSide::Right, TestSide::Left],
            None => vec![TestSide::Left, TestSide::Right],
        };
        let mut trial = Self {
            test,
            sides,
            asked: Vec::new(),
            stage: Stage::Ready,
            meter: None,
            has_sensor: true,
            count: 0,
            tries: Vec::new(),
            choice: None,
            pain: None,
            regions: Vec::new(),
            onset: None,
            is_stopped: false,
            last: now,
        };
        trial.ready();
        trial
    }

    /// Which test.
    pub const fn test(&self) -> SelfTest {
        self.test
    }

    /// What it waits for.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// The side that is tested; none once it is over.
    pub fn side(&self) -> Option<TestSide> {
        self.sides.first().copied()
    }

    /// The number of the try, from 1, and of how many.
    pub fn try_of(&self) -> (usize, usize) {
        (self.tries.len() + 1, self.test.tries().0)
    }

    /// Whether the phone may have a sensor; it has none once that was said.
    pub const fn has_sensor(&self) -> bool {
        self.has_sensor
    }

    /// Repetitions of this try so far.
    pub const fn count(&self) -> u16 {
        self.count
    }

    /// The tries of this side so far, in tenths of the unit.
    pub fn tries(&self) -> &[i32] {
        &self.tries
    }

    /// How long the try has run.
    pub fn elapsed(&self, now: Now) -> Millis {
        match self.stage {
            Stage::Running { since } => Millis((now.mono.0 - since.0).max(0)),
            _ => Millis(0),
        }
    }

    /// What is left of a lead, a rest, or a try that ends by itself.
    pub fn left(&self, now: Now) -> Option<Millis> {
        let until = match self.stage {
            Stage::Lead { until } | Stage::Rest { until } => until.0,
            Stage::Running { since } => since.0 + self.cap()?.0,
            _ => return None,
        };
        Some(Millis((until - now.mono.0).max(0)))
    }

    /// After how long a try ends by itself.
    fn cap(&self) -> Option<Millis> {
        match self.test.protocol().instrument {
            Instrument::Stopwatch { cap } => Some(cap.millis()),
            Instrument::Press { length } => Some(length.millis()),
            Instrument::Points { reps, beat, .. } => Some(Millis(beat.millis().0 * i64::from(reps))),
            _ => None,
        }
    }

    /// Lets an event happen.
    pub fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        let mut out = Vec::new();
        self.pass(now, &mut out);
        self.happen(event, now, &mut out);
        out
    }

    /// Moves time.
    fn pass(&mut self, now: Now, out: &mut Vec<Effect>) {
        let before = core::mem::replace(&mut self.last, now);
        let gap = (now.mono.0 - before.mono.0).max(now.wall.0 - before.wall.0);
        match self.stage {
            Stage::Lead { until } if now.mono >= until => {
                self.stage = Stage::Running { since: until };
                out.push(Effect::Beep(Beep::Go));
                if let Instrument::Counter { metronome: Some(beats), .. } = self.test.protocol().instrument {
                    out.push(Effect::Metronome(Some(beats)));
                }
                // The frame may be late; what is over already is over.
                self.run_out(now, out);
            }
            Stage::Rest { until } if now.mono >= until => {
                out.push(Effect::Beep(Beep::End));
                self.ready();
            }
            Stage::Lead { until } | Stage::Rest { until } => count_down(until, before.mono, now.mono, out),
            Stage::Running { .. } => {
                let is_timed = matches!(self.test.protocol().instrument, Instrument::Stopwatch { .. });
                if is_timed && gap > UNSEEN {
                    self.end_try(out);
                    self.onset = None;
                    self.ready();
                    out.push(Effect::Beep(Beep::Void));
                } else {
                    self.run_out(now, out);
                }
            }
            _ => {}
        }
    }

    /// Ends a try whose time is over.
    pub(super) fn run_out(&mut self, now: Now, out: &mut Vec<Effect>) {
        let Some(cap) = self.cap().filter(|cap| self.elapsed(now) >= *cap) else { return };
        out.push(Effect::Beep(Beep::End));
        self.end_try(out);
        match self.test.protocol().instrument {
            Instrument::Stopwatch { .. } => self.add_try(tenths_of(cap)),
            Instrument::Points { .. } => self.stage = Stage::Judge,
            _ => self.stage = Stage::Pain,
        }
    }
}

/// Beeps once for each of the last three seconds that began since the event before.
fn count_down(until: Millis, before: Millis, now: Millis, out: &mut Vec<Effect>) {
    let began = |seconds: i64| (before.0 + 1..=now.0).contains(&(until.0 - seconds * 1000));
    if (1..=3).any(began) {
        out.push(Effect::Beep(Beep::Last));
    }
}

pub(super) fn tenths_of(time: Millis) -> i32 {
    i32::try_from(time.0 / 100).unwrap_or(i32::MAX)
}
