//! What comes when: a session's steps, from the set-up of its first exercise to its last work.
//!
//! Not here: where in it the runner is (see `player`), and what changes it on the way (see `edit`).

use serde::{Deserialize, Serialize};

use super::movement::{Beat, Movement, Tally};
use super::side::{Side, SideOrder};
use crate::library::{Exercise, ExerciseId, Library, PlannedItem, Sides};
use crate::units::{Millis, Seconds};

/// Time to get ready before each exercise.
const SET_UP: Millis = Millis(15_000);
/// Time to change from one side to the other.
const SWITCH: Millis = Millis(5_000);
/// What passes unseen is asked for in pieces of at most this length.
const CHECKPOINT: i64 = 30_000;

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Getting ready for the exercise.
    SetUp,
    /// The exercise.
    Work,
    /// Changing sides within a set.
    Switch,
    /// Rest between sets.
    Rest,
}

/// How much of the movement is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Range {
    /// All of it.
    Full,
    /// Half of it, as it hurt (`PRG-D5`).
    Half,
}

/// One interval of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which planned item, from 0.
    pub item: usize,
    /// The exercise; before it begins, the coming one.
    pub exercise: ExerciseId,
    /// What it is.
    pub kind: StepKind,
    /// The side that works; in between, the coming one.
    pub side: Side,
    /// Which legs work; a set of [`Sides::Each`] has two works.
    pub legs: Sides,
    /// The set, from 1; in a rest, the coming one.
    pub set: u8,
    /// Sets of the item.
    pub sets: u8,
    /// How long it lasts; a self-paced work may last as long as it likes.
    pub length: Millis,
    /// Repetitions of the work; 1 for one hold, 0 where only time counts.
    pub reps: u16,
    /// Their beat.
    pub beat: Beat,
    /// What is counted of the work.
    pub tally: Tally,
    /// Whether the runner may pace the work.
    pub can_wait: bool,
    /// How much of the movement.
    pub range: Range,
    /// Whether it is the rest before an exercise that hurt goes on easier: nobody skips it (`PRG-D5`).
    pub is_firm: bool,
    /// Not come to any more: exchanged for something easier, or skipped for today.
    pub is_closed: bool,
}

impl Step {
    /// Whether this is the exercise itself.
    pub const fn is_work(&self) -> bool {
        matches!(self.kind, StepKind::Work)
    }

    /// Whether its set has two works, one a side.
    pub const fn is_pair(&self) -> bool {
        matches!(self.legs, Sides::Each)
    }

    /// The pieces into which a long step falls: whole repetitions where they fit in 30 s.
    fn piece(&self) -> i64 {
        let rep = self.beat.length().0;
        if self.is_work() && self.reps > 1 && rep > 0 && rep <= CHECKPOINT {
            rep * (CHECKPOINT / rep)
        } else {
            CHECKPOINT
        }
    }

    /// Where the piece that `at` is in begins.
    pub(super) fn checkpoint(&self, at: Millis) -> Millis {
        let piece = self.piece();
        Millis(at.0.max(0) / piece * piece)
    }
}

/// A place in the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Spot {
    /// The step, from 0; the number of steps once all are over.
    pub step: usize,
    /// Time into it.
    pub at: Millis,
}

/// The steps of a session, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub(super) steps: Vec<Step>,
    /// What was planned.
    pub(super) items: Vec<PlannedItem>,
    /// What is done of it, where items were exchanged.
    pub(super) doing: Vec<PlannedItem>,
}

impl Timeline {
    /// The timeline of what is planned. An exercise that the library does not hold has no steps.
    pub fn of(items: &[PlannedItem], library: &Library, order: SideOrder) -> Self {
        let mut steps = Vec::new();
        for (item, planned) in items.iter().enumerate() {
            if let Some(exercise) = library.get(planned.exercise) {
                Sets { item, exercise, planned, order, first: 1, last: planned.dose.sets }.lay(&mut steps);
            }
        }
        Self { steps, items: items.to_vec(), doing: items.to_vec() }
    }

    /// All steps, closed ones too.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What was planned.
    pub fn items(&self) -> &[PlannedItem] {
        &self.items
    }

    /// One step.
    pub fn step(&self, at: usize) -> Option<&Step> {
        self.steps.get(at)
    }

    /// How long all of it lasts; the estimated seconds of its exercises together.
    pub fn total(&self) -> Millis {
        self.from(0)
    }

    /// How long the open steps from that one on last.
    pub(super) fn from(&self, at: usize) -> Millis {
        Millis(self.open_from(at).map(|(_, step)| step.length.0).sum())
    }

    /// The open steps from that one on, with their places.
    pub(super) fn open_from(&self, at: usize) -> impl Iterator<Item = (usize, &Step)> {
        self.steps.iter().enumerate().skip(at).filter(|(_, step)| !step.is_closed)
    }

    /// The first open step from that one on; past the last one, the end.
    pub(super) fn next_open(&self, at: usize) -> usize {
        self.open_from(at).next().map_or(self.steps.len(), |(at, _)| at)
    }

    /// The spot that far on from another, and how much of that way there was. A step that `waits` is not left by time;
    /// behind the last open step is the end.
    pub(super) fn walk(&self, from: Spot, by: Millis, waits: impl Fn(&Step) -> bool) -> (Spot, Millis) {
        let mut spot = from;
        let mut left = by.0;
        while let Some(step) = self.step(spot.step) {
            let room = (step.length.0 - spot.at.0).max(0);
            if waits(step) || left < room {
                spot.at.0 += left;
                return (spot, by);
            }
            left -= room;
            spot = self.start_of(spot.step + 1);
        }
        (spot, Millis(by.0 - left))
    }

    /// The start of the first open step from that one on.
    pub(super) fn start_of(&self, step: usize) -> Spot {
        Spot { step: self.next_open(step), at: Millis(0) }
    }

    /// The last open step before that one.
    pub(super) fn last_open(&self, before: usize) -> Option<usize> {
        self.steps.iter().take(before).rposition(|step| !step.is_closed)
    }
}

/// The sets of one exercise that are still to be laid out.
pub(super) struct Sets<'a> {
    pub item: usize,
    pub exercise: &'a Exercise,
    pub planned: &'a PlannedItem,
    pub order: SideOrder,
    /// The first of them, from 1.
    pub first: u8,
    /// The last of them.
    pub last: u8,
}

impl Sets<'_> {
    /// Set-up, then set after set, with the rests between them.
    pub(super) fn lay(&self, steps: &mut Vec<Step>) {
        let (side, second) = self.order.of(self.exercise.sides);
        steps.push(self.between(StepKind::SetUp, SET_UP, side, self.first));
        for set in self.first..=self.last {
            if set > self.first && self.planned.dose.rest > Seconds(0) {
                steps.push(self.between(StepKind::Rest, self.planned.dose.rest.millis(), side, set));
            }
            steps.push(self.work(side, set));
            if let Some(second) = second {
                self.second_side(second, set, steps);
            }
        }
    }

    fn second_side(&self, side: Side, set: u8, steps: &mut Vec<Step>) {
        steps.push(self.between(StepKind::Switch, SWITCH, side, set));
        steps.push(self.work(side, set));
    }

    /// As [`Self::lay`], but the first set has only its second side left. Only for exercises of two sides.
    pub(super) fn lay_from_second(&self, steps: &mut Vec<Step>) {
        let Self { item, exercise, planned, order, first, last } = *self;
        let (side, Some(second)) = order.of(exercise.sides) else { return self.lay(steps) };
        steps.push(self.between(StepKind::SetUp, SET_UP, second, first));
        steps.push(self.work(second, first));
        if first < last {
            if planned.dose.rest > Seconds(0) {
                steps.push(self.between(StepKind::Rest, planned.dose.rest.millis(), side, first + 1));
            }
            let mut rest = Vec::new();
            Sets { item, exercise, planned, order, first: first + 1, last }.lay(&mut rest);
            // Its set-up has been.
            steps.extend(rest.into_iter().skip(1));
        }
    }

    pub(super) fn work(&self, side: Side, set: u8) -> Step {
        let Movement { length, .. } = Movement::of(self.exercise, self.planned.dose);
        self.between(StepKind::Work, length, side, set)
    }

    pub(super) fn between(&self, kind: StepKind, length: Millis, side: Side, set: u8) -> Step {
        let Movement { reps, beat, tally, can_wait, .. } = Movement::of(self.exercise, self.planned.dose);
        Step {
            item: self.item,
            exercise: self.exercise.id,
            kind,
            side,
            legs: self.exercise.sides,
            set,
            sets: self.last,
            length,
            reps,
            beat,
            tally,
            can_wait,
            range: Range::Full,
            is_firm: false,
            is_closed: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Side::{Left, Right};
    use super::StepKind::{Rest, SetUp, Switch, Work};
    use super::*;
    use crate::library::{Dose, DoseLevel, first, seconds_of};
    use crate::session::sample::{exercise, planned};

    fn of(items: &[PlannedItem]) -> Timeline {
        Timeline::of(items, first(), SideOrder::LeftFirst)
    }

    #[test]
    fn a_one_sided_exercise_does_the_less_sore_side_first() {
        let timeline = Timeline::of(&[planned("clamshell", DoseLevel::One)], first(), SideOrder::RightFirst);
        let seen: Vec<_> = timeline.steps().iter().map(|s| (s.kind, s.side, s.set, s.length.0 / 1000)).collect();
        assert_eq!(
            seen,
            [
                (SetUp, Right, 1, 15),
                (Work, Right, 1, 48),
                (Switch, Left, 1, 5),
                (Work, Left, 1, 48),
                (Rest, Right, 2, 45),
                (Work, Right, 2, 48),
                (Switch, Left, 2, 5),
                (Work, Left, 2, 48),
            ]
        );
        assert_eq!(timeline.total(), Millis(262_000));
    }

    #[test]
    fn a_timeline_lasts_as_long_as_its_preview_says() {
        for exercise in first().iter() {
            for level in [DoseLevel::One, DoseLevel::Two, DoseLevel::Three] {
                let dose = exercise.dose(level);
                for sets in 1..=dose.sets {
                    let dose = Dose { sets, ..dose };
                    let item = PlannedItem { exercise: exercise.id, level, dose };
                    assert_eq!(of(&[item]).total(), seconds_of(exercise, dose).millis(), "{:?}", exercise.id);
                    assert_eq!(of(&[item, item]).total(), Millis(2 * seconds_of(exercise, dose).millis().0));
                }
            }
        }
    }

    #[test]
    fn no_piece_is_longer_than_30_seconds() {
        let all: Vec<_> = first().iter().map(|exercise| planned(exercise.id.id(), DoseLevel::Three)).collect();
        for step in of(&all).steps() {
            let mut last = Millis(0);
            for at in 0..=step.length.0 / 500 {
                let point = step.checkpoint(Millis(at * 500));
                assert!(point <= Millis(at * 500) && at * 500 - point.0 <= 30_000, "{step:?}");
                assert!(point == last || point.0 - last.0 <= 30_000);
                if step.is_work() && step.reps > 1 {
                    assert_eq!(point.0 % step.beat.length().0, 0, "whole repetitions");
                }
                last = point;
            }
        }
    }

    #[test]
    fn each_item_begins_with_its_set_up_and_ends_with_work() {
        let all: Vec<_> = first().iter().map(|exercise| planned(exercise.id.id(), DoseLevel::Two)).collect();
        let timeline = of(&all);
        for (at, item) in all.iter().enumerate() {
            let steps: Vec<_> = timeline.steps().iter().filter(|step| step.item == at).collect();
            assert_eq!(steps.first().unwrap().kind, SetUp);
            assert_eq!(steps.last().unwrap().kind, Work, "no rest after the last set");
            let works = steps.iter().filter(|step| step.is_work()).count();
            let sides = if exercise(item.exercise.id()).sides == Sides::Each { 2 } else { 1 };
            assert_eq!(works, usize::from(item.dose.sets) * sides);
            let switches = steps.iter().filter(|step| step.kind == Switch).count();
            assert_eq!(switches, usize::from(item.dose.sets) * (sides - 1), "one switch a set");
        }
    }

    #[test]
    fn an_exercise_that_is_not_at_hand_has_no_steps() {
        let timeline = Timeline::of(&[planned("clamshell", DoseLevel::One)], &Library::default(), SideOrder::LeftFirst);
        assert_eq!((timeline.steps().len(), timeline.items().len(), timeline.total()), (0, 1, Millis(0)));
    }
}
