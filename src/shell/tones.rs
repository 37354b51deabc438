//! What each cue sounds like.

use crate::platform::clock;
use crate::platform::sound::{self, Tone};
use crate::session::{Cue, Sounding};

const VOLUME: f32 = 0.5;

const fn tone(pitch: f32, after: f64, length: f64) -> Tone {
    Tone { pitch, after, length }
}

/// Each cue differs from the others by its melody, not only by its pitch.
const fn tones(cue: Cue) -> &'static [Tone] {
    match cue {
        Cue::Next => &[tone(523.0, 0.0, 0.12), tone(659.0, 0.16, 0.16)],
        Cue::Start => &[tone(784.0, 0.0, 0.30)],
        Cue::Rep => &[tone(440.0, 0.0, 0.07)],
        Cue::Half => &[tone(659.0, 0.0, 0.10), tone(659.0, 0.16, 0.10)],
        Cue::Last => &[tone(587.0, 0.0, 0.10)],
        Cue::Switch => &[tone(659.0, 0.0, 0.14), tone(523.0, 0.18, 0.14), tone(659.0, 0.36, 0.14)],
        Cue::Rest => &[tone(523.0, 0.0, 0.18), tone(392.0, 0.20, 0.24)],
        Cue::End => &[tone(523.0, 0.0, 0.16), tone(659.0, 0.18, 0.16), tone(784.0, 0.36, 0.36)],
    }
}

/// Schedules the cues on the audio clock.
pub fn schedule(soundings: &[Sounding]) {
    let now = clock::now().mono;
    for sounding in soundings {
        sound::schedule(tones(sounding.cue), seconds(sounding.at.0 - now.0), VOLUME);
    }
}

/// The start tone, now.
pub fn test() {
    sound::schedule(tones(Cue::Start), 0.05, VOLUME);
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of one session")]
const fn seconds(milliseconds: i64) -> f64 {
    milliseconds as f64 / 1000.0
}
