//! The phone as an angle meter (`evaluation.md` section 3): start pose, then the reading, each with a beep when still.
//!
//! A reading is a difference from the start pose, so that neither a system's sign nor a phone that lies a little askew
//! counts. Not here: rounding, norms, and how often a test measures.

use super::gravity::{Gravity, Sample};
use super::still::Stillness;
use super::to_f64;
use crate::units::Millis;

/// So far the phone must be away from the start pose to be read, in degrees: a leg that has not set off yet is no result.
const MOVED: f64 = 3.0;
/// So far a phone turns when it is picked up from where it lay flat, in degrees; a bump does not.
const LIFTED: f64 = 20.0;
/// In how many milliseconds a smoothed direction follows.
const SMOOTH: f64 = 250.0;
/// How much of gravity a phone that lies flat must feel across its screen.
const FLAT: f64 = 0.8;

/// Along which of its directions a phone measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Slope of the long side: the phone lies along thigh or shin, screen away from the body.
    Slope,
    /// Turn in the plane of the screen: the phone stands against the shin, screen forward.
    Turn,
}

/// How an angle is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// The absolute difference from the start pose, in degrees from 3 to 180; less is not told from a leg that rests.
    FromStart(Axis),
    /// The slope against a start pose in which the phone lies flat, screen up: positive when the top is higher.
    AboveFlat,
    /// How far the long side is from straight up, in degrees from 0 to 90. Needs no start pose: neither sign matters.
    FromUpright,
}

impl Way {
    /// Whether a start pose comes first.
    pub const fn needs_start(self) -> bool {
        !matches!(self, Self::FromUpright)
    }
}

/// What the meter found: each is worth a beep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MeterEvent {
    /// The phone was still for a second in the start pose.
    Started,
    /// The phone was still for a second in the position to be measured: the angle in degrees.
    Read(f64),
    /// The phone does not lie flat, or was turned over since: the start pose is to be taken anew.
    NotFlat,
}

/// Where the meter stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stage {
    /// Waits for the start pose.
    Start,
    /// Waits for the reading; a phone that lay flat must be picked up first.
    Reading { start: Gravity, picked_up: bool },
    /// The angle was read; what the phone does from here on counts for nothing.
    Done,
}

/// An angle meter for one try.
#[derive(Debug, Clone, PartialEq)]
pub struct AngleMeter {
    way: Way,
    stage: Stage,
    still: Stillness,
    /// The direction without shaking.
    smooth: Option<(Millis, Gravity)>,
    /// Where the phone was refused as not flat: it must move before it is refused again.
    refused: Option<Gravity>,
}

impl AngleMeter {
    /// A meter that waits for the start pose, or for the reading where none is needed.
    pub fn new(way: Way) -> Self {
        let stage = if way.needs_start() {
            Stage::Start
        } else {
            Stage::Reading { start: Gravity::default(), picked_up: true }
        };
        Self { way, stage, still: Stillness::default(), smooth: None, refused: None }
    }

    /// Whether it still waits for the start pose.
    pub fn awaits_start(&self) -> bool {
        self.stage == Stage::Start
    }

    /// Takes one sample in; samples come in the order of their times.
    pub fn take(&mut self, sample: Sample) -> Option<MeterEvent> {
        let still = self.still.take(sample);
        let smooth = self.follow(sample);
        match self.stage {
            Stage::Done => None,
            Stage::Start => self.start(still?),
            Stage::Reading { start, picked_up: false } => {
                let picked_up = smooth.degrees_from(start) >= LIFTED;
                self.stage = Stage::Reading { start, picked_up };
                None
            }
            Stage::Reading { start, picked_up: true } => self.read(start, still?),
        }
    }

    fn follow(&mut self, sample: Sample) -> Gravity {
        let (here, before) = (sample.gravity(), self.smooth);
        let next = before.map_or(here, |(at, old)| {
            let passed = to_f64(sample.at.0 - at.0).max(0.0);
            let share = passed / (SMOOTH + passed);
            let mix = |old: f64, new: f64| old + (new - old) * share;
            Gravity { x: mix(old.x, here.x), y: mix(old.y, here.y), z: mix(old.z, here.z) }
        });
        self.smooth = Some((sample.at, next));
        next
    }

    fn start(&mut self, here: Gravity) -> Option<MeterEvent> {
        if self.way == Way::AboveFlat && here.z.abs() < FLAT * here.size() {
            return self.refuse(here);
        }
        self.refused = None;
        self.stage = Stage::Reading { start: here, picked_up: self.way != Way::AboveFlat };
        Some(MeterEvent::Started)
    }

    fn read(&mut self, start: Gravity, here: Gravity) -> Option<MeterEvent> {
        let angle = match self.way {
            Way::FromStart(Axis::Turn) => between(here.turn(), start.turn()),
            Way::FromStart(Axis::Slope) => (upright(here, start) - start.slope()).abs(),
            Way::FromUpright => 90.0 - here.slope().abs(),
            Way::AboveFlat if (here.z > 0.0) != (start.z > 0.0) => {
                self.stage = Stage::Start;
                return self.refuse(here);
            }
            // A phone that lies screen up tells which sign "up" has here.
            Way::AboveFlat => (here.slope() - start.slope()) * start.z.signum(),
        };
        if matches!(self.way, Way::FromStart(_)) && angle < MOVED {
            return None;
        }
        self.stage = Stage::Done;
        Some(MeterEvent::Read(angle))
    }

    fn refuse(&mut self, here: Gravity) -> Option<MeterEvent> {
        if self.refused.is_some_and(|before| before.degrees_from(here) < MOVED) {
            return None;
        }
        self.refused = Some(here);
        Some(MeterEvent::NotFlat)
    }
}

/// The smaller angle between two directions in degrees.
fn between(a: f64, b: f64) -> f64 {
    let apart = (a - b).rem_euclid(360.0);
    apart.min(360.0 - apart)
}

/// The slope, carried on beyond 90 degrees once the screen looks down where it looked up at the start.
fn upright(here: Gravity, start: Gravity) -> f64 {
    let slope = here.slope();
    let was_flat = start.z.abs() > start.size() / 2.0;
    if was_flat && (here.z > 0.0) != (start.z > 0.0) { 180.0_f64.copysign(slope) - slope } else { slope }
}
