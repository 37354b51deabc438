//! What each event does to a test.
//!
//! Not here: how time moves (see `state`), and what comes after the tries of a side (see `outcome`).

use super::event::{Beep, Effect, Event, Stage};
use super::state::{Trial, tenths_of};
use crate::journal::NotDone;
use crate::measure::{AngleMeter, MeterEvent, Sample, Way};
use crate::program::selftest::protocol::{Choice, Instrument, Rule, Scoring, Skip};
use crate::units::{Millis, Now, Seconds};

/// Time to get into position after `Start`.
const LEAD: i64 = 5_000;

impl Trial {
    pub(super) fn happen(&mut self, event: Event, now: Now, out: &mut Vec<Effect>) {
        match (self.stage, event) {
            (Stage::Over, _) => {}
            (Stage::Where | Stage::When, Event::Leave(why)) => {
                // This side is done, or pain stopped it; only where or when is not said.
                self.record(None, now, out);
                self.leave(why, out);
            }
            (_, Event::Leave(why)) => self.leave(why, out),
            (Stage::Asks(rule), Event::Answered { yes }) => self.answered(rule, yes, out),
            (Stage::Ready, Event::Start) => self.start(now, out),
            (Stage::Ready | Stage::StartPose | Stage::Position, Event::NoSensor) => {
                self.has_sensor = false;
                self.stop_meter(out);
            }
            (Stage::StartPose | Stage::Position, Event::Again) => self.stop_meter(out),
            (Stage::StartPose | Stage::Position, Event::Motion(sample)) => self.motion(sample, out),
            (Stage::Ready | Stage::StartPose | Stage::Position, Event::Chose(choice)) => self.chose(choice, out),
            (Stage::Ready, Event::Measured(tenths)) => self.measured(tenths),
            (Stage::Running { .. }, Event::Count) => self.counted(out),
            (Stage::Running { .. }, Event::Uncount) => self.count = self.count.saturating_sub(1),
            (Stage::Running { .. }, Event::Stop) => self.stopped(now, out),
            (Stage::Running { .. }, Event::PainCame) => self.note_onset(now),
            (Stage::Lead { .. }, Event::Stop | Event::Again) => {
                out.push(Effect::KeepAwake(false));
                self.ready();
            }
            (Stage::Judge, Event::Kept(points)) if self.test.is_valid(i32::from(points) * 10) => {
                self.add_try(i32::from(points) * 10);
            }
            (Stage::Pain, Event::Pain(pain)) => self.rated(pain, now, out),
            (Stage::Where, Event::Places(regions)) => {
                self.regions = regions;
                self.after_where(now, out);
            }
            (Stage::When, Event::Onset(onset)) => {
                self.onset = onset;
                self.record(None, now, out);
            }
            (Stage::Rest { .. }, Event::SkipRest) => self.ready(),
            (stage, Event::Hurts { pain, kind }) if !matches!(stage, Stage::Asks(_)) => {
                self.hurts(pain, kind, now, out);
            }
            _ => {}
        }
    }

    /// Stands before a try, or before the question that comes first.
    pub(super) fn ready(&mut self) {
        let asks = self.test.protocol().skips.iter().filter_map(|skip| match skip {
            Skip::Ask(rule) => Some(*rule),
            _ => None,
        });
        let open = asks.into_iter().find(|rule| !self.asked.contains(rule));
        self.stage = open.map_or(Stage::Ready, Stage::Asks);
        self.count = 0;
        self.meter = None;
    }

    fn answered(&mut self, rule: Rule, yes: bool, out: &mut Vec<Effect>) {
        self.asked.push(rule);
        if !yes {
            self.ready();
        } else if rule.is_of_a_side() {
            out.push(Effect::Record(self.entry(Some(NotDone::Unfit))));
            self.next_side();
            if self.sides.is_empty() { self.stage = Stage::Over } else { self.ready() }
        } else {
            self.leave(NotDone::Unfit, out);
        }
    }

    /// The test is left: all sides that are open have no result.
    pub(super) fn leave(&mut self, why: NotDone, out: &mut Vec<Effect>) {
        self.end_try(out);
        self.tries.clear();
        self.choice = None;
        while !self.sides.is_empty() {
            out.push(Effect::Record(self.entry(Some(why))));
            self.next_side();
        }
        self.stage = Stage::Over;
    }

    fn start(&mut self, now: Now, out: &mut Vec<Effect>) {
        match self.test.protocol().instrument {
            Instrument::Angle { way, .. } if self.has_sensor => self.pose(way),
            Instrument::Angle { .. } | Instrument::Distance { .. } => return,
            _ => self.stage = Stage::Lead { until: Millis(now.mono.0 + LEAD) },
        }
        out.push(Effect::KeepAwake(true));
    }

    fn pose(&mut self, way: Way) {
        self.meter = Some(AngleMeter::new(way));
        self.stage = if way.needs_start() { Stage::StartPose } else { Stage::Position };
    }

    fn stop_meter(&mut self, out: &mut Vec<Effect>) {
        if self.meter.is_some() {
            out.push(Effect::KeepAwake(false));
        }
        self.ready();
    }

    fn motion(&mut self, sample: Sample, out: &mut Vec<Effect>) {
        match self.meter.as_mut().and_then(|meter| meter.take(sample)) {
            Some(MeterEvent::Started) => {
                self.stage = Stage::Position;
                out.push(Effect::Beep(Beep::StartPose));
            }
            Some(MeterEvent::NotFlat) => {
                self.stage = Stage::StartPose;
                out.push(Effect::Beep(Beep::Refused));
            }
            Some(MeterEvent::Read(degrees)) => {
                let tenths = whole_tenths(degrees);
                let is_valid = self.test.is_valid(tenths);
                out.push(Effect::Beep(if is_valid { Beep::Read } else { Beep::Refused }));
                out.push(Effect::KeepAwake(false));
                if is_valid {
                    self.add_try(tenths);
                } else {
                    self.ready();
                }
            }
            None => {}
        }
    }

    fn chose(&mut self, choice: Choice, out: &mut Vec<Effect>) {
        if self.test.choice(choice.id) == Some(choice) {
            self.stop_meter(out);
            self.tries.clear();
            self.choice = Some(choice);
            self.stage = Stage::Pain;
        }
    }

    fn measured(&mut self, tenths: i32) {
        let by_hand = matches!(self.test.protocol().instrument, Instrument::Distance { .. });
        if by_hand && self.test.is_valid(tenths) {
            self.add_try(tenths);
        }
    }

    fn counted(&mut self, out: &mut Vec<Effect>) {
        let Instrument::Counter { cap, .. } = self.test.protocol().instrument else { return };
        self.count = (self.count + 1).min(cap);
        if self.count == cap {
            out.push(Effect::Beep(Beep::End));
            self.end_try(out);
            self.add_try(i32::from(cap) * 10);
        }
    }

    /// The runner ends the try.
    fn stopped(&mut self, now: Now, out: &mut Vec<Effect>) {
        let so_far = self.elapsed(now);
        let count = self.count;
        self.end_try(out);
        match self.test.protocol().instrument {
            Instrument::Stopwatch { .. } => self.add_try(tenths_of(so_far)),
            Instrument::Counter { .. } => self.add_try(i32::from(count) * 10),
            Instrument::Points { .. } => self.stage = Stage::Judge,
            _ => self.stage = Stage::Pain,
        }
    }

    /// What ran runs no more.
    pub(super) fn end_try(&mut self, out: &mut Vec<Effect>) {
        if let Stage::Running { .. } | Stage::Lead { .. } = self.stage {
            if let Instrument::Counter { metronome: Some(_), .. } = self.test.protocol().instrument {
                out.push(Effect::Metronome(None));
            }
            out.push(Effect::KeepAwake(false));
        } else if self.meter.take().is_some() {
            out.push(Effect::KeepAwake(false));
        }
    }

    /// A try is done. The best of several needs no more once the cap is reached.
    pub(super) fn add_try(&mut self, tenths: i32) {
        self.tries.push(tenths);
        let (most, scoring) = self.test.tries();
        let at_cap = scoring == Scoring::Best && tenths >= i32::from(self.test.protocol().range.1) * 10;
        if self.tries.len() >= most || at_cap {
            self.stage = Stage::Pain;
        } else {
            self.ready();
        }
    }

    pub(super) fn note_onset(&mut self, now: Now) {
        let second = Seconds(u32::try_from(self.elapsed(now).0 / 1000).unwrap_or(u32::MAX));
        if self.test.protocol().onset && matches!(self.stage, Stage::Running { .. }) {
            self.onset = Some(self.onset.map_or(second, |earlier| earlier.min(second)));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "an angle, from -180 to 180")]
fn whole_tenths(degrees: f64) -> i32 {
    (degrees * 10.0).round() as i32
}
