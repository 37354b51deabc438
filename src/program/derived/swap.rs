//! `PRG-V7`: the runner swaps an exercise for an easier, a harder or an equal one, within the same exclusions and the
//! same time.
//!
//! Not here: the exclusions (see `plan::Allowance`), and when a harder step is earned (see `adapt`).

use super::Program;
use crate::journal::{Body, Choice};
use crate::library::{Category, Dose, Exercise, ExerciseId, PlannedItem, seconds_of};
use crate::program::plan::{Composed, ComposedItem, Part, SlotId, ladder};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::Seconds;

/// What takes an exercise's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SwapKind {
    /// The easier step of its ladder.
    Easier,
    /// The harder step, once it is earned.
    Harder,
    /// The next usable exercise of the list.
    Equal,
}

impl SwapKind {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Easier => "easier",
            Self::Harder => "harder",
            Self::Equal => "equal",
        }
    }
}

/// An exercise that may take the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swap {
    /// How it compares.
    pub kind: SwapKind,
    /// Exercise, level and dose.
    pub to: PlannedItem,
    /// How long it takes.
    pub seconds: Seconds,
    /// Why it may.
    pub reason: Reason,
}

/// Seconds that a session may be over its time.
const SLACK: u32 = 30;

impl Program {
    /// What may take the place of an exercise in a session of this week.
    pub fn swaps(&self, session: &Composed, exercise: ExerciseId) -> Vec<Swap> {
        let Some(item) = session.items.iter().find(|item| item.planned.exercise == exercise) else { return Vec::new() };
        let Some(listed) = self.library.get(exercise) else { return Vec::new() };
        if matches!(item.part, Part::WarmUp | Part::CoolDown | Part::Walk) || session.slot.day().is_none() {
            return Vec::new();
        }
        let easier = listed.easier.map(|id| (SwapKind::Easier, id));
        let harder = self.course.earned_step(listed, self.around()).map(|id| (SwapKind::Harder, id));
        let equal = self.next_of_list(session, item, listed).map(|id| (SwapKind::Equal, id));
        let kinds = [easier, harder, equal].into_iter().flatten();
        kinds.filter_map(|(kind, to)| self.swap(session, item, kind, to)).collect()
    }

    /// What to append for a swap, if it may be made.
    pub fn choose_swap(&self, session: &Composed, from: ExerciseId, to: ExerciseId) -> Option<Body> {
        let may = self.swaps(session, from).iter().any(|swap| swap.to.exercise == to);
        let ids = (session.slot.to_string(), from.id().to_owned(), to.id().to_owned());
        may.then_some(Body::Choice(Choice::Swap { slot: ids.0, from: ids.1, to: ids.2 }))
    }

    /// The session with the runner's own swaps, as far as they may still be made.
    pub(super) fn with_swaps(&self, mut session: Composed) -> Composed {
        for (slot, from, to) in self.course.swaps() {
            if *slot != session.slot {
                continue;
            }
            let Some(swap) = self.swaps(&session, *from).into_iter().find(|swap| swap.to.exercise == *to) else {
                continue;
            };
            let sets_of_level = self.library.get(*to).map_or(1, |exercise| exercise.dose(swap.to.level).sets);
            if let Some(item) = session.items.iter_mut().find(|item| item.planned.exercise == *from) {
                item.planned = swap.to;
                item.seconds = swap.seconds;
                item.dosed.sets_of_level = sets_of_level;
                item.dosed.reason = swap.reason.clone();
                item.reason = swap.reason;
            }
            session.seconds = Seconds(session.items.iter().map(|item| item.seconds.0).sum());
        }
        session
    }

    fn swap(&self, session: &Composed, item: &ComposedItem, kind: SwapKind, to: ExerciseId) -> Option<Swap> {
        let exercise = self.library.get(to).filter(|exercise| self.allowance.allows(exercise))?;
        let in_session = session.items.iter().any(|other| other.planned.exercise == to);
        if in_session {
            return None;
        }
        let level = self.levels.level(to);
        let (dose, _) = self.levels.dose(exercise, level, &self.bearing);
        let room = self.longest(session).saturating_sub(session.seconds.0 - item.seconds.0) + SLACK;
        let sets = (1..=dose.sets).rev().find(|sets| seconds_of(exercise, Dose { sets: *sets, ..dose }).0 <= room)?;
        let dose = Dose { sets, ..dose };
        let inputs = vec![Input::Exercise(item.planned.exercise)];
        let reason = Reason { rule: RuleId("PRG-V7"), inputs, sources: vec![SourceKey("conv")] };
        Some(Swap { kind, to: PlannedItem { exercise: to, level, dose }, seconds: seconds_of(exercise, dose), reason })
    }

    /// The time that a session has: never under what it was composed to.
    fn longest(&self, session: &Composed) -> u32 {
        let most = self.course.limits.as_ref().and_then(|limits| limits.max_minutes).unwrap_or(u16::MAX);
        let chosen = u32::from(self.settings.minutes.min(most)) * 60;
        let of_kind = match session.kind {
            crate::journal::SessionKind::S => chosen.min(900),
            crate::journal::SessionKind::M | crate::journal::SessionKind::Light => chosen.min(1200),
            _ => chosen,
        };
        of_kind.max(session.seconds.0.saturating_sub(SLACK))
    }

    fn next_of_list(&self, session: &Composed, item: &ComposedItem, listed: &Exercise) -> Option<ExerciseId> {
        let walker = self.walker();
        let list = match (item.part, listed.category) {
            (Part::Pool, _) => walker.aquatic(),
            (Part::SelfManual, _) => walker.self_manual(),
            (Part::Holds, _) => walker.calm_holds(),
            (_, Category::Strength) => walker.strength(self.bearing.phase, self.log.turns(session.slot)),
            (_, Category::Mobility) => walker.fill(),
            _ => return None,
        };
        let is_free = |exercise: &Exercise| {
            let own = ladder(exercise, self.library);
            session
                .items
                .iter()
                .filter_map(|item| self.library.get(item.planned.exercise))
                .all(|used| ladder(used, self.library) != own)
        };
        list.into_iter().map(|candidate| candidate.exercise).find(|one| is_free(one)).map(|exercise| exercise.id)
    }

    /// `PRG-K11`: what a rest day offers to those who want something: self-manual once, and an easy walk.
    pub fn rest_day_offers(&self) -> Vec<SlotId> {
        if self.course.no_plan().is_some() {
            return Vec::new();
        }
        let manual = self.walker().self_manual().into_iter().map(|candidate| candidate.exercise.id).next();
        let easy = self.log.walk.is_some_and(|pain| pain.get() <= 3);
        let walk = self.walker().named("walk-easy").filter(|_| easy).map(|walk| walk.id);
        manual.into_iter().chain(walk).map(SlotId::Try).collect()
    }
}
