//! What comes after the tries of a side: pain, place, the entry, the other side; and what "It hurts" ends.
//!
//! Not here: the tries (see `happen`).

use super::event::{Effect, Stage};
use super::state::Trial;
use crate::journal::{HurtKind, Method, NotDone, TestEntry, TestSide};
use crate::program::selftest::protocol::{Instrument, Part, Places};
use crate::units::{Millis, Now, PainScore};

/// Rest between the sides of a test of strength.
const REST: i64 = 60_000;
/// Pain from which on a test is stopped.
const STOPS_FROM: u8 = 6;

impl Trial {
    /// "It hurts". From 6 on, or of a kind that a stop rule names, the test is over; there is no result of this side.
    pub(super) fn hurts(&mut self, pain: PainScore, kind: HurtKind, now: Now, out: &mut Vec<Effect>) {
        self.note_onset(now);
        let worst = self.pain.map_or(pain, |before| before.max(pain));
        self.pain = Some(worst);
        if pain.get() < STOPS_FROM && kind == HurtKind::Ache {
            return;
        }
        out.push(Effect::Hurt { pain, kind });
        self.end_try(out);
        if let Stage::Rest { .. } = self.stage {
            self.sides.clear();
            self.stage = Stage::Over;
            return;
        }
        self.is_stopped = true;
        self.choice = None;
        self.tries.clear();
        if self.test.is_pain() {
            self.tries.push(i32::from(worst.get()) * 10);
        }
        self.stage = Stage::Where;
    }

    pub(super) fn rated(&mut self, pain: PainScore, now: Now, out: &mut Vec<Effect>) {
        let worst = self.pain.map_or(pain, |before| before.max(pain));
        self.pain = Some(worst);
        if self.test.is_pain() {
            self.tries = vec![i32::from(worst.get()) * 10];
        }
        let is_felt = matches!(self.test.protocol().places, Places::Felt(_));
        if worst > PainScore::NONE || is_felt {
            self.stage = Stage::Where;
        } else {
            self.onset = None;
            self.record(None, now, out);
        }
    }

    pub(super) fn after_where(&mut self, now: Now, out: &mut Vec<Effect>) {
        let hurt = self.pain.is_some_and(|pain| pain > PainScore::NONE);
        if self.test.protocol().onset && hurt && self.onset.is_none() {
            self.stage = Stage::When;
        } else {
            let why = (self.is_stopped && self.tries.is_empty()).then_some(NotDone::Stopped);
            self.record(why, now, out);
        }
    }

    /// This side is done; on to the other one, unless the test was stopped or hurt too much.
    pub(super) fn record(&mut self, why: Option<NotDone>, now: Now, out: &mut Vec<Effect>) {
        let why = why.or_else(|| (self.is_stopped && self.tries.is_empty()).then_some(NotDone::Stopped));
        out.push(Effect::Record(self.entry(why)));
        let is_over = self.is_stopped || self.pain.is_some_and(|pain| pain.get() >= STOPS_FROM);
        self.next_side();
        if is_over {
            self.sides.clear();
        }
        if self.sides.is_empty() {
            self.stage = Stage::Over;
        } else if self.test.protocol().part == Part::Strength {
            self.stage = Stage::Rest { until: Millis(now.mono.0 + REST) };
        } else {
            self.ready();
        }
    }

    pub(super) fn entry(&self, why: Option<NotDone>) -> TestEntry {
        let method = match self.test.protocol().instrument {
            _ if self.choice.is_some() => Method::Choice,
            Instrument::Angle { .. } if self.tries.is_empty() => Method::Choice,
            Instrument::Angle { .. } => Method::Sensor,
            Instrument::Distance { .. } => Method::Hand,
            Instrument::Stopwatch { .. } | Instrument::Press { .. } => Method::Timer,
            Instrument::Counter { .. } => Method::Count,
            Instrument::Points { .. } => Method::Choice,
        };
        TestEntry {
            test: self.test.id().to_owned(),
            side: self.side().unwrap_or(TestSide::Both),
            tries: self.tries.clone(),
            choice: self.choice.map(|choice| choice.id.to_owned()),
            pain: self.pain,
            regions: self.regions.iter().map(|region| region.id().to_owned()).collect(),
            onset: self.onset,
            pace: None,
            method,
            why,
        }
    }

    pub(super) fn next_side(&mut self) {
        if !self.sides.is_empty() {
            self.sides.remove(0);
        }
        self.asked.retain(|rule| !rule.is_of_a_side());
        self.tries.clear();
        self.regions.clear();
        (self.choice, self.pain, self.onset, self.is_stopped) = (None, None, None, false);
    }
}
