//! Beeps, synthesized and scheduled ahead on the audio clock, so that they are on time when the page is busy or hidden.
//!
//! Not here: which cue comes when (see `session`).

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode, OscillatorType};

/// One tone of a cue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    /// Hertz.
    pub pitch: f32,
    /// Seconds after the cue's onset.
    pub after: f64,
    /// Seconds.
    pub length: f64,
}

thread_local! {
    static CONTEXT: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
    static SOUNDING: RefCell<Vec<OscillatorNode>> = const { RefCell::new(Vec::new()) };
}

/// Makes the context sound. Must be called inside a tap, before anything is awaited. Says whether there is sound at all.
pub fn unlock() -> bool {
    let there = CONTEXT.with_borrow_mut(|context| {
        if context.is_none() {
            *context = AudioContext::new().ok();
        }
        context.clone()
    });
    let Some(context) = there else { return false };
    set_session_type();
    let _ = context.resume();
    // One silent sample: older iPhones open the output only for a sound that started in the tap.
    silent_sample(&context).is_ok()
}

/// Resumes a context that a call or a locked screen suspended.
pub fn wake() {
    CONTEXT.with_borrow(|context| {
        if let Some(context) = context.as_ref().filter(|context| context.state() == AudioContextState::Suspended) {
            let _ = context.resume();
        }
    });
}

/// Whether a beep would be heard as far as the browser tells.
pub fn is_running() -> bool {
    CONTEXT.with_borrow(|context| context.as_ref().is_some_and(|context| context.state() == AudioContextState::Running))
}

/// Schedules a cue's tones `delay` seconds from now, at a volume of 0 to 1.
pub fn schedule(tones: &[Tone], delay: f64, volume: f32) {
    CONTEXT.with_borrow(|context| {
        if let Some(context) = context {
            for tone in tones {
                let _ = schedule_tone(context, *tone, delay.max(0.0), volume);
            }
        }
    });
}

/// Silences what was scheduled and has not ended.
pub fn cancel() {
    for oscillator in SOUNDING.take() {
        let _ = oscillator.disconnect();
    }
}

fn schedule_tone(context: &AudioContext, tone: Tone, delay: f64, volume: f32) -> Result<(), JsValue> {
    let start = context.current_time() + delay + tone.after;
    let end = start + tone.length;
    let gain: GainNode = context.create_gain()?;
    let level = gain.gain();
    // A ramp at both ends: a tone that begins or ends at full height clicks.
    level.set_value_at_time(0.0, start)?;
    level.linear_ramp_to_value_at_time(volume, start + 0.008)?;
    level.set_value_at_time(volume, end - 0.03)?;
    level.linear_ramp_to_value_at_time(0.0, end)?;
    let oscillator = context.create_oscillator()?;
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(tone.pitch);
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(end)?;
    SOUNDING.with_borrow_mut(|all| {
        // What ended long ago need not be kept; 256 tones are more than the 75 s that are scheduled ahead ever have.
        if all.len() >= 256 {
            all.drain(..128);
        }
        all.push(oscillator);
    });
    Ok(())
}

fn silent_sample(context: &AudioContext) -> Result<(), JsValue> {
    let gain = context.create_gain()?;
    gain.gain().set_value(0.0);
    let oscillator = context.create_oscillator()?;
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&context.destination())?;
    oscillator.start()?;
    oscillator.stop_with_when(context.current_time() + 0.01)
}

/// "Floor session": heard with an iPhone's silent switch on, where the browser has audio sessions.
fn set_session_type() {
    let session =
        web_sys::window().and_then(|window| js_sys::Reflect::get(&window.navigator(), &"audioSession".into()).ok());
    if let Some(session) = session.filter(JsValue::is_object) {
        let _ = js_sys::Reflect::set(&session, &"type".into(), &"playback".into());
    }
}
