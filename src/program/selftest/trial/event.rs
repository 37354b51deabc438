//! What a test waits for, what happens, and what is to be done.
//!
//! Not here: what each event does (see `happen`).

use crate::journal::{HurtKind, NotDone, TestEntry};
use crate::measure::Sample;
use crate::program::evaluation::Region;
use crate::program::selftest::protocol::{Choice, Rule};
use crate::units::{Millis, PainScore, Seconds};

/// What the test waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The answer to a question that may close it.
    Asks(Rule),
    /// The start of a try; or a value, where nothing runs.
    Ready,
    /// The phone, still in the start pose.
    StartPose,
    /// The phone, still in the position to be measured.
    Position,
    /// The runner, getting into position until then.
    Lead {
        /// Monotonic time.
        until: Millis,
    },
    /// The try runs.
    Running {
        /// Monotonic time.
        since: Millis,
    },
    /// How many points were kept.
    Judge,
    /// The worst pain of this side.
    Pain,
    /// Where it was.
    Where,
    /// At which second it came.
    When,
    /// A rest before the other side.
    Rest {
        /// Monotonic time.
        until: Millis,
    },
    /// Nothing: the test is over.
    Over,
}

/// What happens. An event that the stage has no use for changes nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The answer to the question before the test; "not sure" is a yes.
    Answered {
        /// Whether it was a yes.
        yes: bool,
    },
    /// A try begins.
    Start,
    /// The phone has no sensor that gives anything: one of the choices is taken.
    NoSensor,
    /// One sample of the phone's motion.
    Motion(Sample),
    /// The phone fell silent, or the runner wants the pose anew.
    Again,
    /// A repetition.
    Count,
    /// One repetition less.
    Uncount,
    /// The try is over.
    Stop,
    /// What was seen.
    Chose(Choice),
    /// A distance in tenths of a centimeter.
    Measured(i32),
    /// Points that were kept.
    Kept(u8),
    /// Pain came just now.
    PainCame,
    /// The worst pain of this side.
    Pain(PainScore),
    /// Where; none is nowhere.
    Places(Vec<Region>),
    /// At which second; none if the runner cannot say.
    Onset(Option<Seconds>),
    /// "It hurts".
    Hurts {
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: HurtKind,
    },
    /// The rest is over.
    SkipRest,
    /// The runner leaves the test, or there is nothing to measure it with.
    Leave(NotDone),
    /// A frame.
    Frame,
}

/// A sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beep {
    /// Three, two, one.
    Last,
    /// The try begins.
    Go,
    /// The try is over by its cap.
    End,
    /// The phone was still: the start pose is taken.
    StartPose,
    /// The phone was still: the angle is taken.
    Read,
    /// The start pose is to be taken anew.
    Refused,
    /// A stopwatch that nobody saw does not count.
    Void,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Sound it.
    Beep(Beep),
    /// Beat that many times a minute; none: be silent.
    Metronome(Option<u16>),
    /// Keep the screen on, or let it sleep.
    KeepAwake(bool),
    /// A stop rule's pain, to be recorded at once.
    Hurt {
        /// How much.
        pain: PainScore,
        /// What kind.
        kind: HurtKind,
    },
    /// One side is done, or left.
    Record(TestEntry),
}
