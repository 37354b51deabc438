//! What each cue sounds like.

use crate::platform::sound::{self, Tone};
use crate::session::{Cue, Sounding};

const VOLUME: f32 = 0.5;

macro_rules! tones {
    ($($pitch:literal at $after:literal for $length:literal),+) => {
        const { &[$(Tone { pitch: $pitch, after: $after, length: $length }),+] }
    };
}

/// Each cue differs from the others by its melody, not only by its pitch.
const fn tones(cue: Cue) -> &'static [Tone] {
    match cue {
        Cue::Next => tones!(523.0 at 0.0 for 0.12, 659.0 at 0.16 for 0.16),
        Cue::Start => tones!(784.0 at 0.0 for 0.30),
        Cue::Rep => tones!(440.0 at 0.0 for 0.07),
        Cue::Halfway => tones!(659.0 at 0.0 for 0.10, 659.0 at 0.16 for 0.10),
        Cue::Last => tones!(587.0 at 0.0 for 0.10),
        Cue::Switch => tones!(659.0 at 0.0 for 0.14, 523.0 at 0.18 for 0.14, 659.0 at 0.36 for 0.14),
        Cue::Rest => tones!(523.0 at 0.0 for 0.18, 392.0 at 0.20 for 0.24),
        Cue::End => tones!(523.0 at 0.0 for 0.16, 659.0 at 0.18 for 0.16, 784.0 at 0.36 for 0.36),
    }
}

/// Schedules the cues on the audio clock.
pub fn schedule(soundings: &[Sounding]) {
    for sounding in soundings {
        sound::schedule(tones(sounding.cue), seconds(sounding.after.0), VOLUME);
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

/// How long the phone shakes at a cue, in milliseconds; ticks are not felt.
pub const fn shaking(cue: Cue) -> u32 {
    match cue {
        Cue::Rep | Cue::Last => 0,
        Cue::Start | Cue::Halfway | Cue::Next => 120,
        Cue::Switch | Cue::Rest => 250,
        Cue::End => 500,
    }
}
