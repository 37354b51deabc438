//! What the app wants done at the edge: data, carried out by `shell` and read by tests.

use super::accent::Accent;
use super::look::Look;
use super::route::Route;
use crate::journal::Body;
use crate::session::{Cue, Sounding};

/// Something to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Give these an id and a time, put them into the journal ([`super::Event::Recorded`]), and keep them.
    Record(Vec<Body>),
    /// Go to a place.
    Go {
        /// Where.
        route: Route,
        /// Leave no step for the browser's Back.
        replace: bool,
    },
    /// Move the focus to the heading of the new place.
    FocusHeading,
    /// Set language, theme and the drawn person; `keep` them for the start script too.
    SetLook {
        /// How it looks.
        look: Look,
        /// Whether something may be stored.
        keep: bool,
    },
    /// Set the clinic's color.
    SetAccent(Accent),
    /// Make the audio context sound; asked for in a tap, before anything else.
    UnlockSound,
    /// Sound these cues, beside what is scheduled already.
    Sound(Vec<Sounding>),
    /// Silence what was scheduled.
    Silence,
    /// Shake the phone, for those who feel better than they hear.
    Vibrate(Cue),
    /// One start tone, and say whether it sounded.
    TestSound,
    /// Keep the screen on, or let it sleep.
    KeepAwake(bool),
    /// Listen to the phone's motion, or no more; asked for in a tap, since some phones ask the runner first.
    Sense(bool),
    /// Keep the running session's snapshot.
    SaveLive(String),
    /// The running session is over.
    ClearLive,
    /// Call back at each frame while a session runs, or no more.
    Tick(bool),
    /// Offer a file.
    Download {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Remove every key.
    Erase,
    /// Print the page.
    Print,
    /// A mark in the browser's record of performance.
    Mark(&'static str),
    /// A measure from an earlier mark.
    Measure {
        /// The measure.
        name: &'static str,
        /// The mark that it begins at.
        from: &'static str,
    },
}
