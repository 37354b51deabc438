//! What changes a timeline on the way: a longer rest, an easier exercise, an exercise left out for today.
//!
//! Steps that were come to keep their places, so that what was done stays told; what is not come to any more is closed.
//! The same edits on the same plan make the same timeline: a snapshot keeps them instead of the steps.

use serde::{Deserialize, Serialize};

use super::hurt::REST_BEFORE_EASIER;
use super::side::SideOrder;
use super::timeline::{Range, Sets, Step, StepKind, Timeline};
use crate::library::{ExerciseId, Library, PlannedItem, Sides};
use crate::units::{Millis, Seconds};

/// What a tap adds to a rest.
const MORE_REST: Millis = Millis(15_000);
/// A rest grows no longer than this.
const LONGEST_REST: Millis = Millis(600_000);

/// One change; `step` is the step in which the runner was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Edit {
    /// 15 s more of this rest.
    Lengthen { step: usize },
    /// The rest of the exercise is another one; `hurt` = after the rest of `PRG-D5`.
    Exchange { step: usize, with: PlannedItem, hurt: bool },
    /// The rest of the exercise with half the range, after the rest of `PRG-D5`.
    Half { step: usize },
    /// What is left of this exercise, also under later items, is not done today.
    Bar { step: usize, exercise: ExerciseId },
}

impl Edit {
    /// The exercise that it brings in.
    pub(super) const fn planned(&self) -> Option<&PlannedItem> {
        match self {
            Self::Exchange { with, .. } => Some(with),
            Self::Lengthen { .. } | Self::Half { .. } | Self::Bar { .. } => None,
        }
    }
}

/// Steps put in, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Inserted {
    pub at: usize,
    pub count: usize,
}

impl Timeline {
    /// Makes the change; none if it does not fit this timeline.
    pub(super) fn edit(&mut self, edit: Edit, library: &Library, order: SideOrder) -> Option<Inserted> {
        match edit {
            Edit::Lengthen { step } => self.lengthen(step),
            Edit::Exchange { step, with, hurt } => self.exchange(step, with, hurt, library, order),
            Edit::Half { step } => self.halve(step),
            Edit::Bar { step, exercise } => {
                self.step(step)?;
                // Going back to it is barred too.
                let items: Vec<usize> =
                    self.steps.iter().filter(|one| one.exercise == exercise).map(|one| one.item).collect();
                let planned: Vec<ExerciseId> =
                    items.iter().filter_map(|item| self.items.get(*item)).map(|item| item.exercise).collect();
                self.close(|one, _| items.contains(&one.item) || planned.contains(&one.exercise));
                Some(Inserted::default())
            }
        }
    }

    fn close(&mut self, is_closed: impl Fn(&Step, usize) -> bool) {
        for (at, step) in self.steps.iter_mut().enumerate() {
            step.is_closed |= is_closed(step, at);
        }
    }

    fn lengthen(&mut self, at: usize) -> Option<Inserted> {
        let rest = self.steps.get_mut(at).filter(|step| step.kind == StepKind::Rest)?;
        if rest.length >= LONGEST_REST {
            return None;
        }
        rest.length = Millis(rest.length.0 + MORE_REST.0).min(LONGEST_REST);
        Some(Inserted::default())
    }

    /// Closes all of the item and puts the sets that are left, of the other exercise, after the step.
    fn exchange(
        &mut self,
        at: usize,
        with: PlannedItem,
        hurt: bool,
        library: &Library,
        order: SideOrder,
    ) -> Option<Inserted> {
        let now = *self.step(at)?;
        let exercise = library.get(with.exercise).filter(|_| with.exercise != now.exercise)?;
        let left = now.sets.saturating_sub(now.set.saturating_sub(1)).min(with.dose.sets).max(1);
        let last = (now.set - 1).saturating_add(left);
        let sets = Sets { item: now.item, exercise, planned: &with, order, first: now.set, last };
        let mut steps = Vec::new();
        // The first side of this set is behind the runner, and the other exercise has two sides as well.
        if exercise.sides == Sides::Each && now.is_pair() && now.side == order.sore() {
            sets.lay_from_second(&mut steps);
        } else {
            sets.lay(&mut steps);
        }
        if hurt && let Some(first) = steps.first().copied() {
            steps.insert(0, rest_before(first));
        }
        self.close(|one, _| one.item == now.item);
        if let Some(doing) = self.doing.get_mut(now.item) {
            *doing = with;
        }
        Some(self.insert(at + 1, steps))
    }

    /// A rest, and then what was interrupted and all that is left of the item again with half the range.
    fn halve(&mut self, at: usize) -> Option<Inserted> {
        let now = *self.step(at)?;
        let half = Step { range: Range::Half, ..now };
        let mut steps = vec![rest_before(half)];
        if now.is_work() {
            steps.push(half);
        }
        self.close(|one, place| one.item == now.item && place <= at);
        for later in self.steps.iter_mut().skip(at + 1).filter(|step| step.item == now.item) {
            later.range = Range::Half;
        }
        Some(self.insert(at + 1, steps))
    }

    fn insert(&mut self, at: usize, steps: Vec<Step>) -> Inserted {
        let count = steps.len();
        self.steps.splice(at..at, steps);
        Inserted { at, count }
    }
}

/// The rest of `PRG-D5` before a step.
const fn rest_before(step: Step) -> Step {
    Step { kind: StepKind::Rest, length: REST_BEFORE_EASIER.millis(), is_firm: true, ..step }
}

/// No rest is longer than this when it is planned, either.
pub(super) const REST_MOST: Seconds = Seconds(600);
