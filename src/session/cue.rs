//! Which cue sounds when.
//!
//! Not here: what a cue sounds like, and whether the runner wants it (see `platform` and the settings).

use super::effect::Effect;
use super::player::{Player, State};
use super::timeline::{Step, StepKind};
use crate::units::{Millis, Now};

/// A cue: each has its own sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// The work begins.
    Start,
    /// Half of the work is over.
    Halfway,
    /// Three, two and one second before a step ends.
    Last,
    /// The sides change.
    Switch,
    /// The rest begins.
    Rest,
    /// The set-up of the next exercise begins.
    Next,
    /// The session is over.
    End,
    /// The next repetition begins.
    Rep,
}

/// A cue and when it sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sounding {
    /// The cue.
    pub cue: Cue,
    /// How long after the event that scheduled it; never negative.
    pub after: Millis,
}

/// Sound is scheduled so far ahead: a hidden page may get a tick a minute.
const AHEAD: i64 = 75_000;
/// When less than this is scheduled, more is.
const ENOUGH: i64 = 65_000;

/// Seconds before the end of a step that are counted down.
const COUNTED: [i64; 3] = [3_000, 2_000, 1_000];
/// A step at least this long is counted down.
const COUNTED_FROM: i64 = 5_000;
/// A work at least this long has a halfway cue.
const HALF_FROM: i64 = 10_000;

/// Where half of a step is over, if that is worth a cue.
pub(super) fn half(step: &Step) -> Option<Millis> {
    (step.is_work() && step.length.0 >= HALF_FROM).then_some(Millis(step.length.0 / 2))
}

/// The cue that a step begins with.
pub(super) const fn opening(kind: StepKind) -> Cue {
    match kind {
        StepKind::SetUp => Cue::Next,
        StepKind::Work => Cue::Start,
        StepKind::Switch => Cue::Switch,
        StepKind::Rest => Cue::Rest,
    }
}

/// The cues of one step in their order, with their places in it. No two at one time: a cue that says more comes first.
/// A step that `waits` for the runner has only its opening.
pub(super) fn cues_of(step: &Step, waits: bool) -> Vec<(Millis, Cue)> {
    let mut cues = vec![(Millis(0), opening(step.kind))];
    if waits {
        return cues;
    }
    let length = step.length.0;
    let counted = length >= COUNTED_FROM;
    cues.extend(half(step).map(|at| (at, Cue::Halfway)));
    if counted {
        cues.extend(COUNTED.map(|before| (Millis(length - before), Cue::Last)));
    }
    let quiet = if counted { length - 3_500 } else { length };
    let rep = step.beat.length().0;
    if step.is_work() && step.reps > 1 && rep > 0 {
        let beats = (1..i64::from(step.reps)).map(|rep_at| rep_at * rep).take_while(|at| *at < quiet);
        cues.extend(beats.map(|at| (Millis(at), Cue::Rep)));
    }
    cues.sort_unstable();
    cues.dedup_by_key(|(at, _)| *at);
    cues
}

impl Player {
    /// Schedules what is to sound next, if too little is scheduled.
    pub(super) fn sound_ahead(&mut self, now: Now, out: &mut Vec<Effect>) {
        if self.state != State::Running || self.sounded.is_some_and(|until| until.0 - now.mono.0 >= ENOUGH) {
            return;
        }
        let from = self.sounded.map_or(0, |until| until.0 - now.mono.0 + 1);
        let sounds = self.cues_within(from, AHEAD);
        if self.sounded.is_none() {
            out.push(Effect::Silence);
        }
        self.sounded = Some(Millis(now.mono.0 + AHEAD));
        if !sounds.is_empty() {
            out.push(Effect::Sound(sounds));
        }
    }

    /// The cues between `from` and `until`, both counted in milliseconds from now.
    fn cues_within(&self, from: i64, until: i64) -> Vec<Sounding> {
        let mut begins = -self.spot.at.0;
        let mut sounds = Vec::new();
        let mut add = |cue, after: i64| {
            if (from.max(0)..=until).contains(&after) {
                sounds.push(Sounding { cue, after: Millis(after) });
            }
        };
        for (_, step) in self.timeline.open_from(self.spot.step) {
            let waits = self.waits(step);
            for (at, cue) in cues_of(step, waits) {
                add(cue, begins + at.0);
            }
            begins += step.length.0;
            if waits || begins > until {
                return sounds;
            }
        }
        add(Cue::End, begins);
        sounds
    }

    pub(super) fn silence(&mut self, out: &mut Vec<Effect>) {
        self.sounded = None;
        out.push(Effect::Silence);
    }
}

#[cfg(test)]
mod tests {
    use super::Cue::{Halfway, Last, Next, Start, Switch};
    use super::*;
    use crate::library::{DoseLevel, first};
    use crate::session::sample::planned;
    use crate::session::{SideOrder, Timeline};

    fn cues(id: &str, kind: StepKind) -> Vec<(i64, Cue)> {
        let timeline = Timeline::of(&[planned(id, DoseLevel::One)], first(), SideOrder::LeftFirst);
        let step = timeline.steps().iter().find(|step| step.kind == kind).unwrap();
        cues_of(step, false).into_iter().map(|(at, cue)| (at.0, cue)).collect()
    }

    #[test]
    fn a_hold_has_start_half_and_last_seconds() {
        let expected = [(0, Start), (7_000, Halfway), (11_000, Last), (12_000, Last), (13_000, Last)];
        assert_eq!(cues("standing-wall-press", StepKind::Work), expected);
    }

    #[test]
    fn repetitions_are_ticked_but_for_the_last_seconds() {
        let all = cues("clamshell", StepKind::Work); // 8 of 6 s
        let reps: Vec<_> = all.iter().filter(|(_, cue)| *cue == Cue::Rep).map(|(at, _)| *at).collect();
        assert_eq!(reps, [6_000, 12_000, 18_000, 30_000, 36_000, 42_000], "half, at 24 s, takes one's place");
        let quick = cues("leg-swing-front-back", StepKind::Work);
        assert!(quick.windows(2).all(|pair| pair[0].0 < pair[1].0), "one at a time: {quick:?}");
    }

    #[test]
    fn a_switch_and_a_set_up_are_counted_down() {
        assert_eq!(cues("clamshell", StepKind::Switch), [(0, Switch), (2_000, Last), (3_000, Last), (4_000, Last)]);
        assert_eq!(cues("clamshell", StepKind::SetUp)[0], (0, Next));
    }

    #[test]
    fn a_work_that_waits_only_begins() {
        let timeline = Timeline::of(&[planned("clamshell", DoseLevel::One)], first(), SideOrder::LeftFirst);
        assert_eq!(cues_of(&timeline.steps()[1], true), [(Millis(0), Start)]);
    }
}
