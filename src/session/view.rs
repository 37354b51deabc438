//! What one frame shows: a snapshot of the session that agrees with itself.
//!
//! Not here: words and drawing (see `screens`).

use super::hurt::Ruling;
use super::movement::{Phase, share};
use super::player::{Player, State};
use super::side::Side;
use super::timeline::{Range, Spot, Step, StepKind};
use crate::library::{ExerciseId, PlannedItem};
use crate::units::{Millis, Now};

/// `data-stage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Getting ready for the exercise.
    SetUp,
    /// The exercise.
    Work,
    /// Changing sides.
    Switch,
    /// Rest between sets.
    Rest,
    /// The clock stands.
    Paused,
    /// The session is over.
    Done,
}

impl Stage {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SetUp => "setup",
            Self::Work => "work",
            Self::Switch => "switch",
            Self::Rest => "rest",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }

    /// Whether the clock runs.
    pub const fn runs(self) -> bool {
        !matches!(self, Self::Paused | Self::Done)
    }

    const fn of(kind: StepKind) -> Self {
        match kind {
            StepKind::SetUp => Self::SetUp,
            StepKind::Work => Self::Work,
            StepKind::Switch => Self::Switch,
            StepKind::Rest => Self::Rest,
        }
    }
}

/// What the player waits for beside a tap on `Resume`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Were the intervals done that passed unseen?
    Unseen,
    /// How much does it hurt, and how?
    HowMuch,
    /// What of this?
    Choose(Ruling),
    /// How is the pain now, while it should calm?
    Calm,
}

/// What comes after this step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// What it is.
    pub kind: StepKind,
    /// The exercise.
    pub exercise: ExerciseId,
    /// The side.
    pub side: Side,
    /// The set, from 1.
    pub set: u8,
    /// How long.
    pub length: Millis,
}

/// What changes only with a step or a state: followers of the model need no frame for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The stage.
    pub stage: Stage,
    /// The step, from 0.
    pub step: usize,
    /// How often the timeline was changed.
    pub edits: usize,
    /// What the player waits for.
    pub ask: Option<Ask>,
}

/// One frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// `data-stage`.
    pub stage: Stage,
    /// What the step is, also while the clock stands; at the end the last one.
    pub kind: StepKind,
    /// What the player waits for.
    pub ask: Option<Ask>,
    /// The item, from 1; 0 in a session of nothing.
    pub item: usize,
    /// Of how many.
    pub items: usize,
    /// The exercise, the coming one before it begins; none in a session of nothing.
    pub exercise: Option<ExerciseId>,
    /// Its side.
    pub side: Side,
    /// The set, from 1.
    pub set: u8,
    /// Of how many.
    pub sets: u8,
    /// The repetition, from 1.
    pub rep: u16,
    /// Of how many; 1 for one hold, 0 where only time counts.
    pub reps: u16,
    /// How much of the movement.
    pub range: Range,
    /// Whether `Skip` does something.
    pub can_skip: bool,
    /// Whether the step ends when the runner says `Done`.
    pub waits: bool,
    /// The part of the repetition.
    pub phase: Phase,
    /// What is over of that part, 0 to 1.
    pub phase_share: f64,
    /// How far the figure is from its first (0) to its last key pose (1), before easing; 0 outside of work.
    pub reach: f64,
    /// Time into the step.
    pub into: Millis,
    /// Time into the repetition; 0 outside of work.
    pub into_rep: Millis,
    /// Whether an alternating exercise is at its other side.
    pub is_other_side: bool,
    /// Time left in the step; see [`View::clock`]. A step that waits counts to its time at the tempo.
    pub left: Millis,
    /// Share of the step that is left, for the ring, 1 to 0.
    pub left_share: f64,
    /// What comes next; none before the end.
    pub next: Option<Next>,
    /// Time left in the session.
    pub total_left: Millis,
    /// While the pain should calm: the time left for it.
    pub calm_left: Option<Millis>,
}

impl View {
    /// The time left as minutes and seconds, rounded up: it reads 0:00 only when it is over.
    pub const fn clock(&self) -> (i64, i64) {
        let seconds = (self.left.0 + 999) / 1000;
        (seconds / 60, seconds % 60)
    }
}

impl Player {
    /// What a frame at that time shows. Events move the session; this only looks.
    pub fn view(&self, now: Now) -> View {
        let by = { self.clock }.read(now).by;
        let spot = match self.state {
            State::Running => self.timeline.walk(self.spot, by, |step| self.waits(step)).0,
            _ => self.spot,
        };
        let calm_left = self.calm.map(|calm| Millis((calm.left.0 - by.0).max(0)));
        View { calm_left, ..self.look(spot) }
    }

    /// What changes only with a step or a state, as of the last event.
    pub fn place(&self) -> Place {
        let stage = self.stage(self.step());
        Place { stage, step: self.spot.step, edits: self.edits.len(), ask: self.ask() }
    }

    /// The exercises of which something is still to be done, the one at hand first; more than once if it has more works.
    pub fn to_come(&self) -> impl Iterator<Item = ExerciseId> {
        let open = self.timeline.steps().iter().skip(self.spot.step).filter(|step| !step.is_closed && step.is_work());
        open.map(|step| step.exercise)
    }

    /// The exercise that "It hurts" is about.
    pub fn hurting(&self) -> Option<ExerciseId> {
        self.hurting_step().map(|step| step.exercise)
    }

    /// What is planned of the exercise that hurts, and how many of its sets are not done.
    pub fn hurting_item(&self) -> Option<(PlannedItem, u8)> {
        let step = self.hurting_step()?;
        let planned = self.timeline.items().get(step.item)?;
        let left = step.sets.saturating_sub(step.set.saturating_sub(1));
        Some((PlannedItem { exercise: step.exercise, ..*planned }, left))
    }

    /// What is done of each item, 0 to 1, as of the last event: the segments of the progress bar. What was skipped for
    /// good is no part of it.
    pub fn shares(&self) -> Vec<f64> {
        let mut sums = vec![(0, 0); self.timeline.items().len()];
        for (step, worked) in self.timeline.steps().iter().zip(&self.worked) {
            if let Some((done, all)) = sums.get_mut(step.item).filter(|_| step.is_work()) {
                *done += worked.0;
                *all += if step.is_closed { worked.0 } else { step.length.0 };
            }
        }
        sums.into_iter().map(|(done, all)| if all == 0 { 0.0 } else { share(Millis(done), Millis(all)) }).collect()
    }

    fn stage(&self, step: Option<&Step>) -> Stage {
        match self.state {
            State::Running => step.map_or(Stage::Done, |step| Stage::of(step.kind)),
            State::Ended(_) => Stage::Done,
            _ => Stage::Paused,
        }
    }

    const fn ask(&self) -> Option<Ask> {
        match self.state {
            State::Asking => Some(Ask::Unseen),
            State::Hurting => Some(Ask::HowMuch),
            State::Ruled(ruling) => Some(Ask::Choose(ruling)),
            State::Calming => Some(Ask::Calm),
            State::Ready | State::Running | State::Paused | State::Ended(_) => None,
        }
    }

    fn look(&self, spot: Spot) -> View {
        let here = self.timeline.step(spot.step);
        let step = here.or_else(|| self.timeline.steps().last());
        let at = if here.is_some() { spot.at } else { step.map_or(Millis(0), |step| step.length) };
        let left = Millis(step.map_or(0, |step| (step.length.0 - at.0).max(0)));
        let following = self.timeline.open_from(spot.step.saturating_add(1)).next();
        let rep = Repetition::of(step, at);
        View {
            stage: self.stage(here),
            kind: step.map_or(StepKind::SetUp, |step| step.kind),
            ask: self.ask(),
            item: step.map_or(0, |step| step.item + 1),
            items: self.timeline.items().len(),
            exercise: step.map(|step| step.exercise),
            side: step.map_or(Side::Both, |step| step.side),
            set: step.map_or(1, |step| step.set),
            sets: step.map_or(1, |step| step.sets),
            rep: rep.number,
            reps: step.map_or(0, |step| step.reps),
            range: step.map_or(Range::Full, |step| step.range),
            can_skip: here.is_some_and(|step| !step.is_firm),
            waits: step.is_some_and(|step| self.waits(step)),
            phase: rep.phase,
            phase_share: rep.phase_share,
            reach: rep.reach,
            into: at,
            into_rep: rep.into,
            is_other_side: rep.is_odd && step.is_some_and(|step| step.side == Side::Alternating),
            left,
            left_share: step.map_or(0.0, |step| 1.0 - share(at, step.length)),
            next: following.map(|(_, step)| Next {
                kind: step.kind,
                exercise: step.exercise,
                side: step.side,
                set: step.set,
                length: step.length,
            }),
            total_left: Millis(left.0 + self.timeline.from(spot.step.saturating_add(1)).0),
            calm_left: self.calm.map(|calm| calm.left),
        }
    }
}

/// Where in its repetitions a work is.
struct Repetition {
    number: u16,
    is_odd: bool,
    into: Millis,
    phase: Phase,
    phase_share: f64,
    reach: f64,
}

impl Repetition {
    fn of(step: Option<&Step>, at: Millis) -> Self {
        let none = Self { number: 1, is_odd: false, into: Millis(0), phase: Phase::Out, phase_share: 0.0, reach: 0.0 };
        let Some(step) = step.filter(|step| step.is_work()) else { return none };
        let rep = step.beat.length().0.max(1);
        // The end of the last repetition is not the start of one more.
        let at = at.0.min((step.length.0 - 1).max(0)).max(0);
        let index = at / rep;
        let into = Millis(at % rep);
        let (phase, phase_share) = step.beat.phase(into);
        let reach = match phase {
            Phase::Out => phase_share,
            Phase::Hold => 1.0,
            Phase::Back => 1.0 - phase_share,
        };
        let number = if step.reps == 0 { 1 } else { u16::try_from(index + 1).unwrap_or(u16::MAX).min(step.reps) };
        Self { number, is_odd: index % 2 == 1, into, phase, phase_share, reach }
    }
}
