//! A self-test that is done: what it asks for becomes effects, each side an entry; and the core set comes to its end.
//!
//! Everything else that belongs behind the gate is passed on to the running session.

use core::mem::discriminant;

use super::super::inside::Turn;
use super::super::selftest_views::gate_of;
use super::super::{Effect, Event, Model, Route, Testing};
use super::playing;
use crate::journal::{Body, EntryId, Moment, NotDone};
use crate::program::selftest::{self, Beep, Closed, SelfTest, Stage, Trial, is_core_over};
use crate::session::{Cue, Sounding};
use crate::units::{Millis, Now};

/// A test is no session: what hurt in it names none.
const NO_SESSION: EntryId = EntryId(0);
/// So long a metronome beats, in milliseconds: longer than any test with one.
const BEATS_FOR: i64 = 100_000;

/// A self-test that is done has its say, and then a session that runs or waits.
pub(in crate::app) fn tell(model: &mut Model, turn: Turn, now: Now) -> Vec<Effect> {
    match turn {
        Turn::Happened(Event::TestBegun(test)) => begin(model, test, now),
        Turn::Happened(Event::Test(event)) => on(model, event, now),
        Turn::Happened(Event::Frame) if model.testing.is_some() => on(model, selftest::Event::Frame, now),
        Turn::Happened(Event::Hidden(is_hidden)) if model.testing.is_some() => {
            let mut effects = on(model, selftest::Event::Frame, now);
            // The browser lets go of the screen's lock when the page is hidden.
            if !is_hidden && model.testing.as_ref().is_some_and(|testing| wakes(testing.trial.stage())) {
                effects.push(Effect::KeepAwake(true));
            }
            effects.extend(playing::tell(model, Turn::Happened(Event::Hidden(is_hidden)), now));
            effects
        }
        Turn::Moved(to) => {
            let mut effects = left(model, to, now);
            effects.extend(playing::tell(model, Turn::Moved(to), now));
            effects
        }
        turn => playing::tell(model, turn, now),
    }
}

/// `Start test`: only where the gate is open.
fn begin(model: &mut Model, test: SelfTest, now: Now) -> Vec<Effect> {
    let is_open = model.route == Route::Test(test) && gate_of(model, test, now).is_ok();
    if !is_open || model.testing.is_some() {
        return Vec::new();
    }
    let trial = Trial::new(test, model.settings().side, None, now);
    model.testing = Some(Box::new(Testing { trial, note: None }));
    vec![Effect::UnlockSound, Effect::Tick(true), Effect::FocusHeading]
}

/// Whoever goes elsewhere leaves the test for another time.
fn left(model: &mut Model, to: Route, now: Now) -> Vec<Effect> {
    if model.testing.is_none() || to == model.route {
        return Vec::new();
    }
    let mut effects = on(model, selftest::Event::Leave(NotDone::Skipped), now);
    effects.retain(|effect| *effect != Effect::FocusHeading);
    effects
}

fn on(model: &mut Model, event: selftest::Event, now: Now) -> Vec<Effect> {
    let Some(testing) = &mut model.testing else { return Vec::new() };
    let mut effects = Vec::new();
    if !matches!(event, selftest::Event::Frame | selftest::Event::Motion(_)) {
        testing.note = None;
        // Some phones let a sound out only after a tap of its own.
        effects.extend((event == selftest::Event::Start).then_some(Effect::UnlockSound));
    }
    let before = testing.trial.stage();
    let asked = testing.trial.on(event, now);
    let after = testing.trial.stage();
    carry(model, asked, now, &mut effects);
    if senses(before) != senses(after) {
        effects.push(Effect::Sense(senses(after)));
    }
    if after == Stage::Over {
        model.testing = None;
        effects.push(Effect::Tick(false));
    }
    if discriminant(&before) != discriminant(&after) && !(senses(before) && senses(after)) {
        effects.push(Effect::FocusHeading);
    }
    effects
}

/// The test's effects, in their order, as the app's.
fn carry(model: &mut Model, asked: Vec<selftest::Effect>, now: Now, effects: &mut Vec<Effect>) {
    let beeps = model.look.beeps;
    let mut sounds = Vec::new();
    let mut entries = Vec::new();
    for effect in asked {
        match effect {
            selftest::Effect::Beep(beep) => {
                if let (Beep::StartPose | Beep::Read | Beep::Refused | Beep::Void, Some(testing)) =
                    (beep, &mut model.testing)
                {
                    testing.note = Some(beep);
                }
                sounds.push(Sounding { cue: cue(beep), after: Millis(0) });
                effects.push(Effect::Vibrate(cue(beep)));
            }
            selftest::Effect::Metronome(Some(per_minute)) => sounds.extend(beats(per_minute)),
            selftest::Effect::Metronome(None) => effects.push(Effect::Silence),
            selftest::Effect::KeepAwake(on) => effects.push(Effect::KeepAwake(on)),
            selftest::Effect::Hurt { pain, kind } => {
                let item =
                    model.testing.as_ref().map_or_else(String::new, |testing| testing.trial.test().id().to_owned());
                effects.push(Effect::Record(vec![Body::Hurt { of: NO_SESSION, item, pain, kind }]));
            }
            selftest::Effect::Record(entry) => entries.push(entry),
        }
    }
    // After the silence, which would take them away too.
    if beeps && !sounds.is_empty() {
        effects.push(Effect::Sound(sounds));
    }
    if !entries.is_empty() {
        let is_left_out = |test| matches!(gate_of(model, test, now), Err(Closed::LeftOut(_)));
        let is_over = is_core_over(&model.journal, &entries, is_left_out, now.day());
        let mut bodies: Vec<Body> = entries.into_iter().map(Body::Test).collect();
        bodies.extend(is_over.then_some(Body::Finish { moment: Moment::Tests }));
        effects.push(Effect::Record(bodies));
    }
}

/// A beat a time, from now on.
fn beats(per_minute: u16) -> impl Iterator<Item = Sounding> {
    let each = 60_000 / i64::from(per_minute.max(1));
    (1..=BEATS_FOR / each.max(1)).map(move |nth| Sounding { cue: Cue::Rep, after: Millis(nth * each) })
}

const fn cue(beep: Beep) -> Cue {
    match beep {
        Beep::Last => Cue::Last,
        Beep::Go => Cue::Start,
        Beep::End => Cue::End,
        Beep::StartPose => Cue::Next,
        Beep::Read => Cue::Halfway,
        Beep::Refused | Beep::Void => Cue::Rest,
    }
}

/// Whether the phone's motion is wanted.
const fn senses(stage: Stage) -> bool {
    matches!(stage, Stage::StartPose | Stage::Position)
}

/// Whether the screen stays on.
const fn wakes(stage: Stage) -> bool {
    senses(stage) || matches!(stage, Stage::Lead { .. } | Stage::Running { .. })
}
