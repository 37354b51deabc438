//! What a session is composed from, and the way from the planned type to what the day really gets.

use super::cleared::Cleared;
use super::draft::{Draft, Pick, SLACK};
use super::light::HOLDS;
use super::only::{Leaves, Only};
use super::session::{Composed, N6, Part, RestDay};
use super::time;
use crate::journal::SessionKind;
use crate::library::{DoseLevel, Exercise};
use crate::program::plan::Settings;
use crate::program::plan::allowance::conv;
use crate::program::plan::candidate::{Candidate, Walker};
use crate::program::plan::lists::ListKind;
use crate::program::plan::slot::{SlotId, SlotKind};
use crate::program::plan::weights::{InWeek, Weights};
use crate::program::reason::{Reason, RuleId};
use crate::units::{PainScore, Seconds};

/// All that decides what is in a session.
#[derive(Debug, Clone, Copy)]
pub struct Composer<'a> {
    /// The way through the lists.
    pub walker: Walker<'a>,
    /// Days, minutes, equipment.
    pub settings: &'a Settings,
    /// What else is in the week (W1, W2).
    pub week: InWeek,
    /// `q-nprs-walk`, if it was answered; without it nobody is sent for a walk.
    pub walk: Option<PainScore>,
    /// What today leaves of the planned session, if it is not all of it.
    pub only: Option<&'a Only>,
    /// The longest session that a clinician allows, in minutes.
    pub most: Option<u16>,
}

/// A draft and the type that it turned out to be.
struct Turned<'a> {
    draft: Draft<'a>,
    kind: SessionKind,
    why: Vec<Reason>,
}

impl<'a> Composer<'a> {
    /// The session of a day: `planned` is its type in the week, `sore` why today is a light day (`PRG-BF2`), `turns`
    /// how far the own list has turned (`PRG-M8`).
    pub fn compose(
        &self,
        _: Cleared<'_>,
        slot: SlotId,
        planned: SlotKind,
        sore: Option<Reason>,
        turns: usize,
    ) -> Result<Composed, RestDay> {
        let lists = lists(planned, sore.is_some());
        let left_out = self.walker.left_out(lists);
        let turned = self.turned(planned, sore, turns);
        if turned.draft.picks.is_empty() {
            return Err(RestDay { reason: Reason { rule: N6, inputs: Vec::new(), sources: conv() }, left_out });
        }
        let draft = if turned.kind == SessionKind::P { turned.draft } else { turned.draft.in_order() };
        let seconds = Seconds(draft.seconds());
        let items = draft.picks.iter().map(|pick| pick.composed(self.walker.bearing, self.settings)).collect();
        Ok(Composed { slot, kind: turned.kind, turned: turned.why, items, seconds, left_out })
    }

    /// One exercise alone, at its own level, if it may be used.
    pub fn alone(&self, _: Cleared<'_>, exercise: &Exercise) -> Option<Composed> {
        if !self.walker.allowance.allows(exercise) {
            return None;
        }
        let level = self.walker.levels.level(exercise.id);
        let (dose, dosed_by) = self.walker.levels.dose(exercise, level, self.walker.bearing);
        let pick = Pick { dose, dosed_by, ..Pick::named(exercise, level, Part::of(exercise), RuleId("PRG-Q1")) };
        let item = pick.composed(self.walker.bearing, self.settings);
        Some(Composed {
            slot: SlotId::Try(exercise.id),
            kind: SessionKind::Try,
            turned: Vec::new(),
            seconds: item.seconds,
            items: vec![item],
            left_out: Vec::new(),
        })
    }

    /// The planned type, or what takes its place: what the day leaves, Light on a sore day, M by `PRG-N2` and `PRG-N3`.
    fn turned(&self, planned: SlotKind, sore: Option<Reason>, turns: usize) -> Turned<'a> {
        let m = |draft, only: &Only| Turned { draft, kind: SessionKind::M, why: vec![only.reason.clone()] };
        match (self.only, sore) {
            (Some(only @ Only { leaves: Leaves::Rest, .. }), _) => return m(self.resting(), only),
            (Some(only @ Only { leaves: Leaves::Mobility, .. }), _) => return m(self.light(0), only),
            (Some(only @ Only { leaves: Leaves::Light, .. }), _) => return m(self.light(1), only),
            (None, Some(reason)) => {
                return Turned { draft: self.light(HOLDS), kind: SessionKind::Light, why: vec![reason] };
            }
            (None, None) => {}
        }
        let (found, kind, otherwise) = match planned {
            SlotKind::F => (self.land(time::full(self.chosen()), turns), SessionKind::F, "PRG-N2"),
            SlotKind::S => (self.land(time::after_run(self.chosen()), turns), SessionKind::S, "PRG-N2"),
            SlotKind::P => (self.pool(), SessionKind::P, "PRG-N3"),
            SlotKind::M => (Some(self.light(0)), SessionKind::M, ""),
        };
        if let Some(draft) = found {
            return Turned { draft, kind, why: Vec::new() };
        }
        let reason = Reason { rule: RuleId(otherwise), inputs: Vec::new(), sources: conv() };
        Turned { draft: self.light(0), kind: SessionKind::M, why: vec![reason] }
    }

    /// T: the chosen seconds.
    pub(super) fn chosen(&self) -> u32 {
        u32::from(self.settings.minutes.min(self.most.unwrap_or(u16::MAX))) * 60
    }

    pub(super) fn weights(&self) -> Weights {
        Weights::of_land(self.walker.bearing.pattern, self.week)
    }

    pub(super) fn pick(&self, candidate: &Candidate<'a>, part: Part, by: RuleId) -> Pick<'a> {
        Pick::from_list(candidate, self.walker.levels, self.walker.bearing, part, by)
    }

    /// `PRG-M1`: the allowed ones of what the table names.
    pub(super) fn named(&self, names: &[time::Named], part: Part) -> impl Iterator<Item = Pick<'a>> {
        let allowed = |(id, level): &(&str, DoseLevel)| self.walker.named(id).map(|exercise| (exercise, *level));
        let picks: Vec<Pick<'a>> = names
            .iter()
            .filter_map(allowed)
            .map(|(exercise, level)| {
                let pick = Pick::named(exercise, level, part, RuleId("PRG-M1"));
                let (level, dose) = self.walker.levels.not_more(exercise, level);
                Pick { level, dose, ..pick }
            })
            .collect();
        picks.into_iter()
    }

    /// `PRG-M5`: fill, in up to two walks through the mobility list.
    pub(super) fn fill(&self, draft: &mut Draft<'a>, total: u32) {
        let list = self.walker.fill();
        let mut used = draft.seconds();
        for again in [false, true] {
            for candidate in &list {
                let pick = Pick::lowest(candidate, Part::Fill, RuleId("PRG-M5"));
                let open = again || !draft.has(candidate.exercise.id);
                if open && used + pick.seconds() <= total + SLACK {
                    used += pick.seconds();
                    draft.picks.push(pick);
                }
            }
        }
    }

    /// `PRG-M6`: a walk for what is left, if walking does not hurt. The dose counts whole minutes.
    pub(super) fn walk(&self, draft: &mut Draft<'a>, total: u32) {
        let left = total.saturating_sub(draft.seconds());
        if left < 60 {
            return;
        }
        let minutes = u16::try_from(left.min(900) / 60).unwrap_or(1);
        draft.picks.extend(self.walk_easy(RuleId("PRG-M6")).map(|walk| {
            let dose = crate::library::Dose { amount: minutes, ..walk.dose };
            Pick { dose, ..walk }
        }));
    }

    /// An easy walk of level 1, if it is allowed and `q-nprs-walk` is 0 to 3. Not answered: no.
    pub(super) fn walk_easy(&self, by: RuleId) -> Option<Pick<'a>> {
        let easy = self.walk.is_some_and(|pain| pain.get() <= 3);
        let exercise = self.walker.named(WALK).filter(|_| easy)?;
        Some(Pick::named(exercise, DoseLevel::One, Part::Walk, by))
    }
}

pub(super) const WALK: &str = "walk-easy";

/// The lists that a session of that type walks.
const fn lists(planned: SlotKind, sore: bool) -> &'static [ListKind] {
    match (planned, sore) {
        (SlotKind::F, _) | (_, true) => &[ListKind::SelfManual, ListKind::Mobility, ListKind::Strength],
        (SlotKind::S, _) => &[ListKind::Strength],
        (SlotKind::M, _) => &[ListKind::SelfManual, ListKind::Mobility],
        (SlotKind::P, _) => &[ListKind::Aquatic],
    }
}
