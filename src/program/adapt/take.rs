//! Taking one entry in: which of the course's parts it moves.
//!
//! Not here: how they move. Entries come in the order of their ids, edits applied.

use super::course::{Around, Course, Pending};
use super::items::DoneItem;
use super::limits::ClinicianLimits;
use super::response::Morning;
use crate::journal::{
    Answer, Body, Choice, Context, EntryId, Happened, HurtKind, Item, ItemDone, Mark, Moment, SessionKind,
};
use crate::library::{Category, DoseLevel, Exercise, ExerciseId, Library, Phase};
use crate::program::evaluation::{Activity, Question};
use crate::program::plan::{Irritability, SlotId};
use crate::program::reason::RuleId;
use crate::program::screening::{Demand, Question as SafetyQuestion};
use crate::units::{Day, Millis, PainScore};

/// A session of the plan as it ended: what was planned, what was done, and whether that is half of it.
pub struct Ended<'a> {
    /// Its entry.
    pub of: EntryId,
    /// What was planned.
    pub planned: &'a [Item],
    /// What was done, item by item.
    pub items: &'a [ItemDone],
    /// Half or more was done.
    pub done: bool,
    /// A stop rule ended it.
    pub stopped: bool,
}

impl Course {
    /// The days up to an entry pass first.
    pub fn pass(&mut self, happened: &Happened<'_>, around: Around<'_>) {
        let day = Day::at(happened.utc, i32::from(happened.zone));
        self.pass_days(day, around);
        if self.phase_since.is_none() {
            self.phase_since = Some(day);
        }
        let most = Millis(happened.utc.0 - 3 * 86_400_000);
        // A session that never ended has no result.
        self.pending.retain(|pending| pending.ended.is_some() || pending.id.utc() >= most);
    }

    /// Takes an entry in: all but the start and the end of a session, which the plan's log reads first.
    pub fn take(&mut self, happened: &Happened<'_>, around: Around<'_>) {
        let day = self.day.unwrap_or(happened.day);
        match happened.body {
            Body::Answer { q, a, ctx } => self.answer(happened, day, (q, a, *ctx), around),
            Body::Finish { moment } => match moment {
                Moment::CheckIn => self.checked_in(day, around),
                Moment::ReTest => {
                    self.checked_in(day, around);
                    self.re_tested(day);
                }
                Moment::Tests => self.tested = Some(day),
                _ => {}
            },
            Body::Ok(ok) if self.referrals.ok(ok.on, day) => self.restart_counts(),
            Body::Hurt { of, pain, kind, .. } => self.hurt(*of, *pain, *kind, day),
            Body::After { of, worst, effort, .. } => {
                if let Some(pending) = self.pending.iter_mut().find(|pending| pending.id == *of) {
                    pending.told = true;
                    pending.worst = pending.worst.max(*worst);
                    pending.effort = effort.or(pending.effort);
                }
                if let Some(worst) = worst {
                    self.flare_session(*worst);
                    if worst.get() >= 8 {
                        self.note_severe(day);
                    }
                }
            }
            Body::Choice(choice) => self.chose(happened.id, day, choice, around),
            Body::Limits(limits) => {
                self.limits = Some(ClinicianLimits::of(happened.id, day, limits));
                self.turn_to(around.steer);
            }
            _ => {}
        }
        self.evaluate_by(happened.id, day, around);
    }

    fn answer(&mut self, happened: &Happened<'_>, day: Day, (q, a, ctx): (&str, &Answer, Context), around: Around<'_>) {
        let of_session = matches!(ctx, Context::Before | Context::Today | Context::Morning | Context::AfterSixty);
        let pain = score(a);
        if let Some(pain) = pain.filter(|_| q == "q-nprs-now") {
            self.newest_pain = Some((day, pain));
        }
        if of_session {
            match (q, pain, a) {
                ("q-nprs-now", Some(pain), _) if ctx == Context::Morning => self.morning(happened, day, pain, around),
                ("q-nprs-now", Some(pain), _) if ctx == Context::Before => self.before(day, pain),
                ("q-morning-longer", _, Answer::Text(longer)) => self.longer = Some((day, longer == "yes")),
                _ => {}
            }
            return;
        }
        if let Some(question) = Question::parse(q) {
            // What does not fit is no answer.
            let _ = self.answers.said.set(question, a, day);
        }
        match (q, pain) {
            ("q-nprs-walk", Some(pain)) => self.answers.walk = Some((day, pain)),
            ("q-nprs-stairs", Some(pain)) => self.answers.stairs = Some((day, pain)),
            ("q-nprs-average", Some(pain)) => self.pains.note_average(pain),
            ("s-rest-pain", _) => {
                let _ = self.answers.safety.set(SafetyQuestion::RestPain, a);
            }
            ("s-limp", _) if *a == Answer::Text("limp".to_owned()) => self.refer(RuleId("PRG-X07"), day),
            ("q-activities", _) => {
                if let Some(mean) = activities(self.answers.said.activities()) {
                    self.answers.first_activities = self.answers.first_activities.or(Some(mean));
                    self.answers.activities = Some((day, mean));
                }
            }
            _ if is_setting(q) => self.weekly = None,
            _ => {}
        }
    }

    /// A score before a session (`b`).
    pub fn before(&mut self, day: Day, pain: PainScore) {
        self.pains.note(day, pain);
        if pain.get() >= 7 {
            self.note_severe(day);
        }
    }

    fn morning(&mut self, happened: &Happened<'_>, day: Day, pain: PainScore, around: Around<'_>) {
        let usual = self.usual(around.usual);
        self.pains.note(day, pain);
        self.last_morning = Some(day);
        let longer = self.longer.is_some_and(|(at, longer)| at == day && longer);
        let morning = Morning { pain: Some(pain), longer };
        self.resolve_morning(morning, (happened.utc, day), happened.id, around);
        self.flare_morning(pain, day, happened.id, usual);
    }

    /// A session of the plan begins: what was open too long is decided now.
    pub fn session_began(&mut self, happened: &Happened<'_>, kind: SessionKind, around: Around<'_>) {
        self.resolve_missing(happened.utc, around);
        let day = self.day.unwrap_or(happened.day);
        self.pending.push(Pending {
            id: happened.id,
            day,
            kind,
            ended: None,
            items: Vec::new(),
            worst: None,
            effort: None,
            told: false,
            stopped: false,
            done: false,
            lowered: self.deload
                || self.held
                || self.flare.is_some()
                || (self.phase() == Phase::Calm && self.irritability == Irritability::High),
        });
    }

    /// A session of the plan ended.
    pub fn session_ended(&mut self, at: Millis, ended: &Ended<'_>, around: Around<'_>) {
        let limit = self.pain_limit();
        let Some(pending) = self.pending.iter_mut().find(|pending| pending.id == ended.of) else { return };
        pending.ended = Some(at);
        pending.done = ended.done;
        pending.stopped = ended.stopped;
        let worst = ended.items.iter().filter_map(|item| item.worst).max();
        pending.worst = pending.worst.max(worst);
        let (kind, day, lowered) = (pending.kind, pending.day, pending.lowered);
        let is_light = kind == SessionKind::Light || self.flare.is_some();
        let mut items: Vec<DoneItem> = Vec::with_capacity(ended.planned.len());
        let mut sets: Vec<(ExerciseId, DoseLevel, u8)> = Vec::with_capacity(ended.planned.len());
        for (planned, done) in ended.planned.iter().zip(ended.items) {
            let Some(exercise) = ExerciseId::parse(&planned.exercise).and_then(|id| around.library.get(id)) else {
                continue;
            };
            let one_set = self.items.get(exercise.id).is_some_and(|state| state.one_set);
            if is_fill(exercise, planned) && !one_set {
                if lowered {
                    note_sets(&mut sets, exercise, planned, done);
                }
                continue;
            }
            let sore = done.worst.is_some_and(|pain| !limit.is_fine(pain.get()));
            let bad = done.mark == Mark::Bad;
            let whole = done.sets >= planned.sets && done.exchanged.is_none() && done.mark == Mark::Ok;
            match items.iter_mut().find(|item| item.id == exercise.id) {
                Some(item) => {
                    item.good &= whole && !sore;
                    item.bad |= bad;
                    item.sore |= sore;
                }
                None => items.push(DoneItem {
                    id: exercise.id,
                    level: planned.level,
                    good: whole && !sore && !is_light,
                    bad,
                    sore,
                }),
            }
            note_sets(&mut sets, exercise, planned, done);
        }
        for (id, level, count) in sets {
            if let Some(exercise) = around.library.get(id) {
                self.items.was_done(exercise, level, count, around.library);
            }
        }
        if ended.done {
            self.was_done(kind, day, &items, around.library);
        }
        if let Some(pending) = self.pending.iter_mut().find(|pending| pending.id == ended.of) {
            pending.items = items;
        }
        if let Some(worst) = worst {
            self.flare_session(worst);
        }
    }

    fn was_done(&mut self, kind: SessionKind, day: Day, items: &[DoneItem], library: &Library) {
        self.last_done = Some(day);
        self.first_done = self.first_done.or(Some(day));
        if !self.done_days.contains(&day) {
            self.done_days.push(day);
        }
        if matches!(kind, SessionKind::F | SessionKind::S) {
            let is_strength =
                |id: &ExerciseId| library.get(*id).is_some_and(|exercise| exercise.category == Category::Strength);
            let [_, last] = core::mem::take(&mut self.heavy);
            self.heavy = [last, items.iter().map(|item| item.id).filter(is_strength).collect()];
        }
    }

    fn hurt(&mut self, of: EntryId, pain: PainScore, kind: HurtKind, day: Day) {
        if let Some(pending) = self.pending.iter_mut().find(|pending| pending.id == of) {
            pending.worst = pending.worst.max(Some(pain));
        }
        self.flare_session(pain);
        if pain.get() >= 8 {
            self.note_severe(day);
        }
        match kind {
            HurtKind::Limp => self.note_limp(day),
            HurtKind::Lock | HurtKind::Sharp => self.note_catch(day),
            _ => {}
        }
    }

    fn chose(&mut self, id: EntryId, day: Day, choice: &Choice, around: Around<'_>) {
        match choice {
            Choice::Phase { to } => {
                // What running opened was offered by its criteria of that day; the runner's yes stands.
                let by_runs = |to| matches!((self.phase, to), (Phase::Load, Phase::Run) | (Phase::Run, Phase::Keep));
                let may = |to: &Phase| self.offer() == Some(*to) || (by_runs(*to) && self.flare.is_none());
                if let Some(to) = Phase::parse(to).filter(may) {
                    self.go_to(to, day, around.steer);
                    let rule = RuleId(entry_rule(to));
                    self.change(super::change::Changed::Phase(to), rule, day, super::change::Told::default());
                }
            }
            Choice::NoRun { holds } => self.no_run = *holds,
            Choice::Flare => self.flare_up(RuleId("PRG-F1"), id, day, around.usual),
            Choice::SmallerPlan => self.smaller_plan = Some(day),
            Choice::Worry => self.refer(RuleId("PRG-X12"), day),
            Choice::LimitsHold { of, holds } => {
                if let Some(limits) = self.limits.as_mut().filter(|limits| limits.entry == *of) {
                    // Before its end nobody is asked, and nothing is opened.
                    if *holds {
                        limits.still_hold = true;
                    } else if limits.asks(day) {
                        self.limits = None;
                    }
                }
                self.turn_to(around.steer);
            }
            Choice::Swap { slot, from, to } => {
                let ids = (SlotId::parse(slot), ExerciseId::parse(from), ExerciseId::parse(to));
                if let (Some(slot), Some(from), Some(to)) = ids {
                    self.swaps.retain(|(of, ..)| of.day().is_some_and(|of| day.since(of) < 7));
                    self.swaps.push((slot, from, to));
                }
            }
        }
    }

    /// What hurt so much that it was left out until the re-test returns at level 1 (`PRG-Z3`).
    pub fn return_at_level_one(&mut self, ids: &[ExerciseId]) {
        self.items.re_tested(ids);
    }

    fn re_tested(&mut self, day: Day) {
        self.items.re_tested(&[]);
        self.tested = Some(day);
        self.tests_wanted = None;
    }

    /// After an OK the counts and days of a stop row start anew.
    fn restart_counts(&mut self) {
        self.severe.clear();
        self.limps.clear();
        self.catches.clear();
        self.flares.clear();
        self.worse_days = 0;
        self.rest_some = 0;
    }

    /// Demands that are long met need not be carried along.
    pub fn forget_demands(&mut self, met: impl Fn(&Demand) -> bool) {
        self.demands.retain(|demand| !met(demand));
    }
}

/// The row by which a phase is entered, for "Why?".
const fn entry_rule(to: Phase) -> &'static str {
    match to {
        Phase::Calm => "PRG-P4",
        Phase::Build => "PRG-C1",
        Phase::Load => "PRG-B2",
        Phase::Run => "PRG-L1",
        Phase::Keep => "PRG-R1",
    }
}

/// Fill has one set of level 1 where the level itself has more; it counts for nothing.
fn is_fill(exercise: &Exercise, planned: &Item) -> bool {
    let manual =
        matches!(exercise.category, Category::Mobility | Category::SelfSoftTissue | Category::SelfMobilization);
    manual && planned.level == DoseLevel::One && planned.sets == 1 && exercise.dose(DoseLevel::One).sets > 1
}

/// What was really done of an item: of an exchanged one the step that took its place, at level 1.
fn note_sets(sets: &mut Vec<(ExerciseId, DoseLevel, u8)>, exercise: &Exercise, planned: &Item, done: &ItemDone) {
    if done.sets == 0 {
        return;
    }
    let (id, level) = match done.exchanged.as_deref().and_then(ExerciseId::parse) {
        Some(other) => (other, DoseLevel::One),
        None => (exercise.id, planned.level),
    };
    match sets.iter_mut().find(|(known, ..)| *known == id) {
        Some((_, _, count)) => *count = (*count).max(done.sets),
        None => sets.push((id, level, done.sets)),
    }
}

fn is_setting(q: &str) -> bool {
    matches!(q, "q-days" | "q-weekdays")
}

fn score(answer: &Answer) -> Option<PainScore> {
    match answer {
        Answer::Number(number) => u8::try_from(*number).ok().and_then(PainScore::new),
        _ => None,
    }
}

/// The mean of up to three own activities in tenths.
fn activities(list: &[Activity]) -> Option<u16> {
    let count = u16::try_from(list.len()).ok().filter(|count| *count > 0)?;
    Some(list.iter().map(|activity| u16::from(activity.score)).sum::<u16>() * 10 / count)
}
