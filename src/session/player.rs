//! The player's state, and how time moves through it.
//!
//! Not here: what each event does (see `transition`), what passed unseen (see `unseen`), what sounds (see `cue`), and what
//! a frame shows (see `view`).

use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::cue;
use super::edit::Edit;
use super::effect::{Effect, Milestone};
use super::event::Pace;
use super::hurt::{Calm, Hurt, Ruling};
use super::side::SideOrder;
use super::timeline::{Spot, Step, StepKind, Timeline};
use super::unseen::Unseen;
use crate::journal::EndedHow;
use crate::library::{Library, PlannedItem};
use crate::units::{Millis, Now, Seconds};

/// After so long without a frame, what passed is asked for.
const UNSEEN: Millis = Millis(60_000);

/// What the player is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    /// Not begun.
    Ready,
    /// The clock runs.
    Running,
    /// The runner, or a reload, stopped the clock.
    Paused,
    /// Intervals passed unseen; were they done?
    Asking,
    /// "It hurts" was said.
    Hurting,
    /// It was rated; the runner chooses.
    Ruled(Ruling),
    /// Waiting for the pain to calm (`PRG-D4`).
    Calming,
    /// The session is over.
    Ended(EndedHow),
}

/// A session as it is done.
///
/// | State | Events that leave it |
/// |---|---|
/// | ready, paused | `Start`, `Resume` → running |
/// | running | `Pause` → paused; the last step's end → ended |
/// | running, after time unseen | asking → `UnseenAnswered` → running |
/// | running, paused, asking, calming | `ItHurts` → hurting |
/// | hurting | `Resume` → running; `HurtRated` → ruled, or ended by [`Ruling::End`] |
/// | ruled | `HurtChosen` → running, calming or ended |
/// | calming | `PainNow` low enough → running; 10 minutes → ended |
/// | any | `EndEarly` → ended |
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    pub(super) order: SideOrder,
    pub(super) edits: Vec<Edit>,
    pub(super) timeline: Timeline,
    pub(super) pace: Pace,
    /// How far each step was worked through at most; 0 for all that is not work.
    pub(super) worked: Vec<Millis>,
    pub(super) spot: Spot,
    /// How long the session has taken, pauses left out.
    pub(super) spent: Millis,
    pub(super) state: State,
    pub(super) unseen: Option<Unseen>,
    pub(super) hurts: Vec<Hurt>,
    pub(super) calm: Option<Calm>,
    pub(super) clock: Clock,
    /// Monotonic time of the last snapshot.
    pub(super) saved: Millis,
    /// Monotonic time up to which sound is scheduled; none while nothing is.
    pub(super) sounded: Option<Millis>,
}

impl Player {
    /// A session that has not begun.
    pub fn new(items: &[PlannedItem], library: &Library, order: SideOrder, pace: Pace, now: Now) -> Self {
        let timeline = Timeline::of(items, library, order);
        Self {
            order,
            edits: Vec::new(),
            pace,
            worked: vec![Millis(0); timeline.steps().len()],
            timeline,
            spot: Spot::default(),
            spent: Millis(0),
            state: State::Ready,
            unseen: None,
            hurts: Vec::new(),
            calm: None,
            clock: Clock::at(now),
            saved: now.mono,
            sounded: None,
        }
    }

    /// What comes when, with all changes on the way.
    pub const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How repetitions are paced.
    pub const fn pace(&self) -> Pace {
        self.pace
    }

    /// Whether it was started.
    pub fn has_begun(&self) -> bool {
        self.state != State::Ready
    }

    /// Whether the session is over, and how it ended.
    pub const fn ended(&self) -> Option<EndedHow> {
        match self.state {
            State::Ended(how) => Some(how),
            _ => None,
        }
    }

    /// The step in which the session stands; none at the end.
    pub(super) fn step(&self) -> Option<&Step> {
        self.timeline.step(self.spot.step)
    }

    /// Whether a step ends when the runner says so, not by the clock.
    pub(super) fn waits(&self, step: &Step) -> bool {
        self.pace == Pace::Own && step.is_work() && step.can_wait
    }

    /// How long the session has taken, pauses left out.
    pub fn spent(&self) -> Seconds {
        Seconds(u32::try_from(self.spent.0 / 1000).unwrap_or(u32::MAX))
    }

    /// The item that "It hurts" is about: the one at hand, or while the next is only being set up the one before it.
    pub(super) fn hurting_step(&self) -> Option<&Step> {
        let here = self.step()?;
        let is_untouched = here.kind == StepKind::SetUp && self.worked_of(here.item) == Millis(0);
        let before = || self.timeline.steps().iter().take(self.spot.step).zip(&self.worked).rfind(|(_, w)| w.0 > 0);
        if is_untouched { before().map(|(step, _)| step).or(Some(here)) } else { Some(here) }
    }

    fn worked_of(&self, item: usize) -> Millis {
        let of_item = |(step, worked): (&Step, &Millis)| (step.item == item).then_some(worked.0);
        Millis(self.timeline.steps().iter().zip(&self.worked).filter_map(of_item).sum())
    }

    /// Reads the clocks and moves the session there.
    pub(super) fn advance(&mut self, now: Now, out: &mut Vec<Effect>) {
        let passed = self.clock.read(now);
        if let Some(calm) = &mut self.calm {
            calm.left = Millis((calm.left.0 - passed.by.0).max(0));
            if calm.left == Millis(0) {
                return self.end(EndedHow::Stopped, out);
            }
        }
        if self.state != State::Running {
            return;
        }
        if passed.missed > Millis(0) {
            self.sounded = None;
        }
        if passed.by >= UNSEEN && self.unseen.is_none() {
            self.unseen = Some(Unseen { spot: self.spot, spent: self.spent });
        }
        let before = self.spot;
        self.travel(passed.by);
        if self.unseen.is_some() {
            if !self.clock.is_hidden() {
                self.settle(out);
            }
        } else if self.step().is_none() {
            self.end(EndedHow::Done, out);
        } else {
            self.tell(before, out);
        }
    }

    /// Moves that far through the steps.
    fn travel(&mut self, by: Millis) {
        let from = self.spot.step;
        let (spot, spent) = self.timeline.walk(self.spot, by, |step| self.waits(step));
        self.spot = spot;
        self.spent.0 += spent.0;
        if self.unseen.is_none() {
            self.complete_between(from);
            self.credit();
        }
    }

    /// Stands at the start of the first open step from that one on.
    pub(super) fn enter(&mut self, step: usize) {
        self.spot = self.timeline.start_of(step);
    }

    /// Counts the open works from that step to this one.
    pub(super) fn complete_between(&mut self, from: usize) {
        let steps = self.timeline.steps().iter().zip(&mut self.worked).enumerate();
        for (_, (step, worked)) in steps.skip(from).take_while(|(at, _)| *at < self.spot.step) {
            if step.is_work() && !step.is_closed {
                *worked = step.length;
            }
        }
    }

    /// Counts what has been worked of this step. Where the runner sets the pace only `Done` counts.
    pub(super) fn credit(&mut self) {
        if let Some(step) = self.timeline.step(self.spot.step)
            && step.is_work()
            && !self.waits(step)
            && let Some(worked) = self.worked.get_mut(self.spot.step)
        {
            *worked = (*worked).max(self.spot.at.min(step.length));
        }
    }

    /// Counts a work as done.
    pub(super) fn complete(&mut self, at: usize) {
        if let Some(step) = self.timeline.step(at)
            && step.is_work()
            && let Some(worked) = self.worked.get_mut(at)
        {
            *worked = step.length;
        }
    }

    /// Says what was passed on the way here.
    fn tell(&self, before: Spot, out: &mut Vec<Effect>) {
        let Some(step) = self.step() else { return };
        if before.step != self.spot.step {
            out.push(Effect::Vibrate(cue::opening(step.kind)));
            out.push(Effect::Announce(milestone(step)));
        } else if !self.waits(step) && cue::half(step).is_some_and(|half| before.at < half && half <= self.spot.at) {
            out.push(Effect::Vibrate(cue::Cue::Halfway));
            out.push(Effect::Announce(Milestone::Half));
        }
    }

    /// The session is over.
    pub(super) fn end(&mut self, how: EndedHow, out: &mut Vec<Effect>) {
        self.state = State::Ended(how);
        self.unseen = None;
        self.calm = None;
        out.push(Effect::KeepAwake(false));
        out.push(Effect::Announce(Milestone::Ended));
        out.push(Effect::Ended { how, seconds: self.spent(), items: self.done() });
    }
}

/// What to say when a step begins.
pub(super) fn milestone(step: &Step) -> Milestone {
    let Step { exercise, side, set, sets, length, .. } = *step;
    match step.kind {
        StepKind::SetUp => Milestone::Coming { exercise, side },
        StepKind::Work => Milestone::Work { exercise, side, set, sets },
        StepKind::Switch => Milestone::Switch { side },
        StepKind::Rest => Milestone::Rest { length: Seconds(u32::try_from(length.0 / 1000).unwrap_or(u32::MAX)) },
    }
}
