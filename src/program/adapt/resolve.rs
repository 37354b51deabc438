//! From a morning's answer to the session's result and what it moves (`progression.md` sections 7 and 8).
//!
//! Not here: the tables themselves (see `response`), and how a level moves (see `items`).

use super::change::{Changed, Decided, Told};
use super::course::{Around, Course, Pending, Rating};
use super::items::Rise;
use super::response::{Morning, MorningClass, SessionResult, morning_class, session_result};
use crate::journal::{EntryId, SessionKind};
use crate::library::{Category, Exercise, Phase};
use crate::program::reason::RuleId;
use crate::program::screening::{Block, Demand, Due, Question};
use crate::units::{Day, Millis, PainScore};

/// How long an answer is waited for.
const WAIT: Millis = Millis(36 * 60 * 60 * 1000);
/// Without strength, pool or run after Rest (`PRG-T5`).
const REST: Millis = Millis(48 * 60 * 60 * 1000);
/// Days of `PRG-T5` and `PRG-T6`.
const TWO_WEEKS: i32 = 14;

impl Course {
    /// Sessions whose morning did not come within 36 hours: slight, until an answer comes before the next session.
    pub(super) fn resolve_missing(&mut self, at: Millis, around: Around<'_>) {
        let is_late = |pending: &Pending| pending.ended.is_some_and(|ended| at.0 - ended.0 >= WAIT.0);
        let (late, open): (Vec<Pending>, Vec<Pending>) =
            core::mem::take(&mut self.pending).into_iter().partition(is_late);
        self.pending = open;
        let day = self.day;
        self.resolve_all(&late, Morning::default(), (at, day), None, around);
    }

    /// The morning's answer: it counts for the last sessions before that day. What lies further back had none.
    pub(super) fn resolve_morning(
        &mut self,
        morning: Morning,
        (at, day): (Millis, Day),
        id: EntryId,
        around: Around<'_>,
    ) {
        let (before, open): (Vec<Pending>, Vec<Pending>) =
            core::mem::take(&mut self.pending).into_iter().partition(|pending| pending.day < day);
        self.pending = open;
        let before: Vec<Pending> = before.into_iter().filter(|pending| pending.ended.is_some()).collect();
        let last = before.last().map(|pending| pending.day);
        let (these, older): (Vec<Pending>, Vec<Pending>) =
            before.into_iter().partition(|pending| Some(pending.day) == last);
        self.resolve_all(&older, Morning::default(), (at, Some(day)), None, around);
        self.resolve_all(&these, morning, (at, Some(day)), Some(id), around);
    }

    /// Sessions of one day have one result, the worse one.
    fn resolve_all(
        &mut self,
        sessions: &[Pending],
        morning: Morning,
        (at, day): (Millis, Option<Day>),
        id: Option<EntryId>,
        around: Around<'_>,
    ) {
        let mut left = sessions;
        while let [first, ..] = left {
            let same = left.iter().take_while(|pending| pending.day == first.day).count();
            let (these, rest) = left.split_at(same);
            left = rest;
            self.resolve(these, morning, (at, day.unwrap_or(first.day)), id, around);
        }
    }

    fn resolve(
        &mut self,
        sessions: &[Pending],
        morning: Morning,
        (at, day): (Millis, Day),
        id: Option<EntryId>,
        around: Around<'_>,
    ) {
        let usual = self.usual(around.usual);
        let (class, rule) = morning_class(morning, usual, self.pain_limit());
        let rating = Rating { morning, class, rule, missing: morning.pain.is_none() };
        let mut result = SessionResult::Progress;
        let mut why = RuleId("PRG-T1");
        for session in sessions {
            let (one, by) = self.result_of(session, class);
            if one >= result {
                (result, why) = (one, by);
            }
        }
        let worst = sessions.iter().filter_map(|session| session.worst).max();
        let told = Told { worst, morning: morning.pain, usual, gap: None };
        // Only a session after the missed days is the first one.
        let of = sessions.last().map_or(day, |session| session.day);
        let after_gap = self.gap.is_some_and(|(_, since)| of >= since);
        if after_gap && self.gap.is_some_and(|(rule, _)| rule.0 == "PRG-G4") && result < SessionResult::Hold {
            (result, why) = (SessionResult::Hold, RuleId("PRG-G4"));
        }
        if let Some(by) = self.note_class(rating, day, id)
            && result < SessionResult::Regress
        {
            (result, why) = (SessionResult::Regress, by);
        }
        let done = sessions.iter().any(|session| session.done);
        let Rating { missing, rule: morning_rule, .. } = rating;
        self.decide(Decided { day: of, result, class, morning_rule, rule: why, missing, done, told });
        self.move_items(sessions, result, (day, why), told, around);
        self.held = result.is_back() || class != MorningClass::Settled;
        if after_gap {
            self.gap = None;
        }
        self.count(result, done);
        if class == MorningClass::Severe {
            self.note_severe(day);
        }
        if result == SessionResult::Rest {
            self.rest(at, day, id, told, around);
        }
        self.step_back(day, told, around);
    }

    fn result_of(&self, session: &Pending, class: MorningClass) -> (SessionResult, RuleId) {
        let limit = self.pain_limit();
        let worst = session.worst.map_or(0, PainScore::get);
        let (result, rule) = session_result(worst, session.effort, class, limit);
        if session.stopped && result < SessionResult::Regress {
            return (SessionResult::Regress, RuleId("PRG-D1"));
        }
        // What was never told is not 0: nothing goes up by it.
        if !session.told && session.worst.is_none() && result == SessionResult::Progress {
            return (SessionResult::Hold, rule);
        }
        (result, rule)
    }

    /// `PRG-T6`: two classes other than settled in a row count as Regress; three in 14 days open Block C.
    fn note_class(&mut self, rating: Rating, day: Day, id: Option<EntryId>) -> Option<RuleId> {
        if rating.missing {
            return None;
        }
        if rating.class == MorningClass::Settled {
            self.unsettled = 0;
            self.no_impact = false;
            return None;
        }
        self.unsettled = self.unsettled.saturating_add(1);
        self.unsettled_days.retain(|at| day.since(*at) < TWO_WEEKS);
        self.unsettled_days.push(day);
        let rule = RuleId("PRG-T6");
        if self.unsettled_days.len() >= 3
            && let Some(since) = id
        {
            let questions = Question::of_block(Block::C).collect();
            self.demands.push(Demand { since, due: Due::Questions(questions), rule });
            self.unsettled_days.clear();
        }
        if self.unsettled < 2 {
            return None;
        }
        self.no_impact = true;
        Some(rule)
    }

    fn move_items(
        &mut self,
        sessions: &[Pending],
        result: SessionResult,
        (day, why): (Day, RuleId),
        told: Told,
        around: Around<'_>,
    ) {
        let moved = match result {
            SessionResult::Progress => {
                let mut ups = Vec::new();
                for session in sessions.iter().filter(|session| session.kind != SessionKind::Light) {
                    ups.extend(self.rise(session, day, around));
                }
                ups
            }
            SessionResult::Hold => Vec::new(),
            SessionResult::Regress | SessionResult::Rest => self.fall(sessions, (day, why), around),
        };
        for item in sessions.iter().flat_map(|session| &session.items).filter(|item| item.bad) {
            self.items.forget(item.id);
        }
        for (what, rule) in moved {
            self.change(what, rule, day, told);
        }
    }

    fn rise(&mut self, session: &Pending, day: Day, around: Around<'_>) -> Vec<(Changed, RuleId)> {
        let may_rise = self.may_rise();
        // Until there is an evaluation nothing is counted either: it would all rise at once then.
        if self.evaluated.is_none() {
            return Vec::new();
        }
        let mut items = core::mem::take(&mut self.items);
        let allowed = |exercise: &Exercise| self.usable(exercise, around) && items_out(&items, exercise);
        let mut risen = items.clone();
        let rise = Rise {
            library: around.library,
            phase: self.phase(),
            listed: &self.listed,
            allowed: &allowed,
            most: self.most_level(),
        };
        let ups = risen.rise(&session.items, day, may_rise, &rise);
        items = risen;
        self.items = items;
        ups
    }

    /// `PRG-T4`: what hurt goes down; nothing did: all strength and running form.
    fn fall(&mut self, sessions: &[Pending], (day, _): (Day, RuleId), around: Around<'_>) -> Vec<(Changed, RuleId)> {
        let all = || sessions.iter().flat_map(|session| &session.items);
        let any_sore = all().any(|item| item.sore);
        let mut ids: Vec<_> = Vec::new();
        for item in all() {
            let Some(exercise) = around.library.get(item.id) else { continue };
            let goes = if any_sore {
                item.sore
            } else {
                matches!(exercise.category, Category::Strength | Category::RunningDrill)
            };
            if goes && !ids.contains(&item.id) {
                ids.push(item.id);
            }
        }
        let mut items = core::mem::take(&mut self.items);
        let downs: Vec<(Changed, RuleId)> = ids
            .into_iter()
            .filter_map(|id| around.library.get(id))
            .filter_map(|exercise| {
                let before = items.clone();
                let allowed = |below: &Exercise| self.usable(below, around) && items_out(&before, below);
                items.fall(exercise, day, around.library, &allowed)
            })
            .collect();
        self.items = items;
        downs
    }

    fn count(&mut self, result: SessionResult, done: bool) {
        self.last_four.push(result);
        if self.last_four.len() > 4 {
            self.last_four.remove(0);
        }
        if done {
            self.in_phase.done += 1;
            self.in_phase.ok += u16::from(!result.is_back());
            self.in_phase.progress += u16::from(result == SessionResult::Progress);
            let [_, last] = self.in_phase.back;
            self.in_phase.back = [last, result.is_back()];
        }
    }

    /// `PRG-T5`: 48 hours without strength, pool or run; the second one in 14 days is a flare-up.
    fn rest(&mut self, at: Millis, day: Day, id: Option<EntryId>, told: Told, around: Around<'_>) {
        self.rest_until = Some(Millis(at.0 + REST.0));
        self.change(Changed::Resting, RuleId("PRG-T5"), day, told);
        self.rests.retain(|rest| day.since(*rest) < TWO_WEEKS);
        self.rests.push(day);
        if self.rests.len() >= 2
            && let Some(id) = id
        {
            self.flare_up(RuleId("PRG-F2"), id, day, around.usual);
        }
    }

    /// `PRG-SB`: 3 Regress or Rest among the last 4 results: one phase back, all items one level down.
    fn step_back(&mut self, day: Day, told: Told, around: Around<'_>) {
        if self.last_four.iter().filter(|result| result.is_back()).count() < 3 {
            return;
        }
        self.last_four.clear();
        self.items.all_down();
        let rule = RuleId("PRG-SB");
        self.change(Changed::AllDown, rule, day, told);
        let back = match self.phase {
            Phase::Calm => return,
            Phase::Build => Phase::Calm,
            Phase::Load | Phase::Run => {
                if self.phase == Phase::Load {
                    Phase::Build
                } else {
                    Phase::Load
                }
            }
            Phase::Keep => Phase::Load,
        };
        self.go_to(back, day, around.steer);
        self.change(Changed::Phase(back), rule, day, told);
    }
}

fn items_out(items: &super::items::Items, exercise: &Exercise) -> bool {
    items.get(exercise.id).is_none_or(|state| state.out.is_none())
}
