//! What the journal comes to, taken in entry by entry in the order of their ids.
//!
//! The state is plain and small: it can be kept and gone on with, and a copy of it is taken to a moment to see what
//! holds then ([`Course::at`]). Not here: the rules that move it (see `resolve`, `days`, `phases`, `flare`).

pub use super::steer::{Around, Pending, RunFacts, Steer};

use super::change::{Change, Changed, Decided, Told};
use super::flare::Flare;
use super::items::{Items, Rung};
use super::limits::ClinicianLimits;
use super::pain::Pains;
use super::refer::Referrals;
use super::response::{Morning, MorningClass, PainLimit, SessionResult};
use crate::journal::EntryId;
use crate::library::{Constraint, DoseLevel, Exercise, ExerciseId, Pattern, Phase};
use crate::program::evaluation;
use crate::program::plan::{Bearing, Irritability, ListKind, Runs, SlotId, Weekly, known, waits};
use crate::program::reason::RuleId;
use crate::program::screening::{self, Demand};
use crate::units::{Day, Millis, PainScore};

/// Changes and decided sessions that are kept.
const KEPT: usize = 60;

/// A newest answer and its day.
pub(super) type Spoken<T> = Option<(Day, T)>;

/// The answers of the check-in that rules look at; the newest of each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    /// What irritability is worked out from. Boxed: it is some kilobytes.
    pub(super) said: Box<evaluation::Answers>,
    pub(super) safety: screening::Answers,
    pub(super) walk: Spoken<PainScore>,
    pub(super) stairs: Spoken<PainScore>,
    pub(super) activities: Spoken<u16>,
    pub(super) first_activities: Option<u16>,
}

/// Counts of the phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct InPhase {
    /// Done sessions with Progress or Hold.
    pub ok: u16,
    /// Done sessions.
    pub done: u16,
    /// Done sessions with Progress.
    pub progress: u16,
    /// Whether the last two results were Regress or Rest, the newest last.
    pub back: [bool; 2],
    /// The ladders as they stood at its start.
    pub rungs: Vec<Rung>,
}

/// The course so far.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The last day that it was taken to.
    pub(super) day: Option<Day>,
    /// Levels and ladders.
    pub items: Items,
    /// The phase, before a clinician's limit.
    pub(super) phase: Phase,
    pub(super) phase_since: Option<Day>,
    pub(super) phases: Vec<(Day, Phase)>,
    pub(super) deloads: Vec<(Day, Day)>,
    pub(super) in_phase: InPhase,
    /// Day 0: the day of the first evaluation.
    pub evaluated: Option<Day>,
    /// How easily pain rises; moderate until it is known.
    pub irritability: Irritability,
    /// The next phase, if it is open to the runner's own yes.
    pub(super) offer: Option<Phase>,
    pub(super) no_run: bool,
    /// Runs of a bone site, or of the slowest ladder, have a deload each 4th week.
    pub(super) slow_run: bool,
    /// Sessions whose result is open.
    pub(super) pending: Vec<Pending>,
    pub(super) last_four: Vec<SessionResult>,
    pub(super) unsettled: u8,
    pub(super) unsettled_days: Vec<Day>,
    pub(super) no_impact: bool,
    /// After Regress, Rest or a morning that was not settled (`PRG-V6`).
    pub held: bool,
    pub(super) rests: Vec<Day>,
    /// Until when there is no F, S, P or R (`PRG-T5`).
    pub rest_until: Option<Millis>,
    pub(super) last_done: Option<Day>,
    /// The row of section 9 that holds for the next session, and since when.
    pub(super) gap: Option<(RuleId, Day)>,
    pub(super) re_enters: bool,
    pub(super) longer: Option<(Day, bool)>,
    pub(super) high_mornings: (u8, Option<Day>),
    pub(super) last_morning: Option<Day>,
    /// Flare-up mode, while it lasts.
    pub flare: Option<Flare>,
    pub(super) flares: Vec<Day>,
    pub(super) pains: Pains,
    pub(super) answers: Answers,
    pub(super) newest_pain: Spoken<PainScore>,
    pub(super) swaps: Vec<(SlotId, ExerciseId, ExerciseId)>,
    pub(super) weekly: Option<Weekly>,
    pub(super) planned: Vec<Day>,
    pub(super) done_days: Vec<Day>,
    pub(super) first_done: Option<Day>,
    pub(super) counted_from: Option<Day>,
    /// Whether this is a deload week (`PRG-V8`).
    pub deload: bool,
    pub(super) heavy: [Vec<ExerciseId>; 2],
    pub(super) check_in: Option<Day>,
    pub(super) flat: u8,
    pub(super) rest_some: u8,
    pub(super) worse_days: u8,
    pub(super) severe: Vec<Day>,
    pub(super) limps: Vec<Day>,
    pub(super) catches: Vec<Day>,
    pub(super) smaller_plan: Option<Day>,
    /// Referrals that stand.
    pub referrals: Referrals,
    /// A clinician's limits.
    pub limits: Option<ClinicianLimits>,
    pub(super) tested: Option<Day>,
    pub(super) tests_wanted: Option<(RuleId, Day)>,
    /// What rules ask of the screening.
    pub demands: Vec<Demand>,
    /// What changed, the oldest first; the last 60.
    pub changes: Vec<Change>,
    /// Results, the oldest first; the last 60.
    pub decided: Vec<Decided>,
    /// Constraints and lists of the phase, made anew when it changes.
    pub(super) shut: Vec<Constraint>,
    pub(super) listed: Vec<ExerciseId>,
}

impl Course {
    /// Nothing happened yet: the first plan.
    pub fn new(steer: &Steer) -> Self {
        let mut course = Self {
            day: None,
            items: Items::default(),
            phase: Phase::Calm,
            phase_since: None,
            phases: Vec::new(),
            deloads: Vec::new(),
            in_phase: InPhase::default(),
            evaluated: None,
            irritability: Irritability::Moderate,
            offer: None,
            no_run: false,
            slow_run: false,
            pending: Vec::new(),
            last_four: Vec::new(),
            unsettled: 0,
            unsettled_days: Vec::new(),
            no_impact: false,
            held: false,
            rests: Vec::new(),
            rest_until: None,
            last_done: None,
            gap: None,
            re_enters: false,
            longer: None,
            high_mornings: (0, None),
            last_morning: None,
            flare: None,
            flares: Vec::new(),
            pains: Pains::default(),
            answers: Answers::default(),
            newest_pain: None,
            swaps: Vec::new(),
            weekly: None,
            planned: Vec::new(),
            done_days: Vec::new(),
            first_done: None,
            counted_from: None,
            deload: false,
            heavy: [Vec::new(), Vec::new()],
            check_in: None,
            flat: 0,
            rest_some: 0,
            worse_days: 0,
            severe: Vec::new(),
            limps: Vec::new(),
            catches: Vec::new(),
            smaller_plan: None,
            referrals: Referrals::default(),
            limits: None,
            tested: None,
            tests_wanted: None,
            demands: Vec::new(),
            changes: Vec::new(),
            decided: Vec::new(),
            shut: Vec::new(),
            listed: Vec::new(),
        };
        course.turn_to(steer);
        course
    }

    /// The phase that holds: a clinician's limit counts, and in a flare-up the phase stays.
    pub fn phase(&self) -> Phase {
        let most = self.limits.as_ref().and_then(|limits| limits.max_phase).unwrap_or(Phase::Keep);
        self.phase.min(most)
    }

    /// The day on which the phase began.
    pub const fn phase_since(&self) -> Option<Day> {
        self.phase_since
    }

    /// The bearing that these make with the pattern.
    pub fn bearing(&self, steer: &Steer) -> Bearing {
        Bearing {
            pattern: steer.pattern,
            mixed: steer.mixed.clone(),
            aggravators: steer.aggravators.clone(),
            phase: self.phase(),
            irritability: self.irritability,
        }
    }

    /// What runs do to the week of a phase.
    pub fn runs(&self, facts: RunFacts) -> Runs {
        if self.flare.is_some() || self.referrals.stop().is_some() || self.no_run {
            return Runs::None;
        }
        Runs::of(self.phase(), facts.open, facts.on)
    }

    /// The most pain that is fine.
    pub fn pain_limit(&self) -> PainLimit {
        self.limits.as_ref().map_or(PainLimit::USUAL, |limits| limits.pain)
    }

    /// The highest level.
    pub fn most_level(&self) -> DoseLevel {
        self.limits.as_ref().map_or(DoseLevel::Three, |limits| limits.max_level)
    }

    /// Usual pain as it holds: frozen in a flare-up.
    pub fn usual(&self, usual: Option<PainScore>) -> Option<PainScore> {
        self.flare.as_ref().map_or(usual, |flare| flare.usual)
    }

    /// The average of the week.
    pub fn week_average(&self, today: Day) -> Option<super::pain::Tenths> {
        self.pains.week(today)
    }

    /// Whether the morning after a session is asked now, or again before the next session (`PRG-A3`).
    pub fn asks_morning(&self, today: Day) -> bool {
        let after = self.pending.iter().any(|pending| pending.ended.is_some() && pending.day < today);
        // The way out of a flare-up is two mornings, one after the other.
        let each = self.flare.as_ref().is_some_and(|flare| flare.start < today) && self.last_morning != Some(today);
        after || each || self.missed_morning(today)
    }

    /// A result whose morning never came is asked for again until the next session begins.
    fn missed_morning(&self, today: Day) -> bool {
        self.pending.is_empty()
            && self.last_decided().is_some_and(|last| last.missing && last.day < today)
            && self.last_morning < Some(today)
    }

    /// The next phase that is open, if the runner confirms it.
    pub fn offer(&self) -> Option<Phase> {
        let most = self.limits.as_ref().and_then(|limits| limits.max_phase).unwrap_or(Phase::Keep);
        self.offer.filter(|offer| *offer <= most && self.flare.is_none())
    }

    /// `PRG-T6`: no impact until one settled session.
    pub const fn no_impact(&self) -> bool {
        self.no_impact
    }

    /// The newest decision.
    pub fn last_decided(&self) -> Option<&Decided> {
        self.decided.last()
    }

    /// What changed within the last days, the newest first.
    pub fn changes_of(&self, days: i32, today: Day) -> impl Iterator<Item = &Change> {
        self.changes.iter().rev().filter(move |change| today.since(change.day) < days)
    }

    /// Days of the plan with a session in the last 14 days, and those that were done: adherence.
    pub fn adherence(&self, today: Day) -> (usize, usize) {
        let within = |day: &&Day| (0..14).contains(&today.since(**day));
        let done = self.done_days.iter().filter(within).count();
        let planned = self.planned.iter().filter(within).filter(|day| **day < today || self.done_days.contains(day));
        (done, planned.count().max(done))
    }

    /// What holds at a moment: a copy taken there. A result whose morning never came counts as not known.
    #[must_use]
    pub fn at(&self, now: Millis, today: Day, around: Around<'_>) -> Self {
        let mut at = self.clone();
        at.pass_days(today, around);
        at.evaluate_by(EntryId(u128::MAX), today, around);
        at.resolve_missing(now, around);
        at
    }

    /// The runner's swaps: session, what is left, what takes its place.
    pub fn swaps(&self) -> &[(SlotId, ExerciseId, ExerciseId)] {
        &self.swaps
    }

    pub(super) fn change(&mut self, what: Changed, rule: RuleId, day: Day, told: Told) {
        push(&mut self.changes, Change { day, what, rule, told });
    }

    pub(super) fn decide(&mut self, decided: Decided) {
        push(&mut self.decided, decided);
    }

    /// Makes anew what goes with pattern and phase.
    pub(super) fn turn_to(&mut self, steer: &Steer) {
        let bearing = Bearing { phase: self.phase(), ..self.bearing(steer) };
        self.shut.clone_from(&steer.constraints);
        self.shut.extend(crate::program::plan::early_shut(&bearing));
        self.listed = [steer.pattern, Pattern::LoadGeneral]
            .into_iter()
            .flat_map(|pattern| known(ListKind::Strength, pattern, bearing.phase))
            .map(|(_, id)| id)
            .collect();
    }

    /// Whether an exercise may be used now, as far as the course knows (`PRG-Q1`).
    pub(super) fn usable(&self, exercise: &Exercise, around: Around<'_>) -> bool {
        !self.shut.iter().any(|constraint| exercise.excluded_by(*constraint).next().is_some())
            && waits(&self.bearing(around.steer), exercise).is_none()
            && exercise.equipment.iter().all(|needed| around.settings.has(*needed))
            && self.items.get(exercise.id).is_none_or(|state| state.out.is_none())
            && self.limits.as_ref().is_none_or(|limits| limits.shuts(exercise).is_none())
    }

    /// Whether nothing goes up now (`PRG-V6`), and before there is an evaluation.
    pub(super) fn may_rise(&self) -> bool {
        self.evaluated.is_some()
            && self.flare.is_none()
            && !self.deload
            && self.gap.is_none()
            && !self.referrals.holds_levels()
    }
}

pub(super) fn push<T>(list: &mut Vec<T>, one: T) {
    if list.len() >= KEPT {
        list.remove(0);
    }
    list.push(one);
}

/// What was told of a morning and what it came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rating {
    pub morning: Morning,
    pub class: MorningClass,
    pub rule: RuleId,
    pub missing: bool,
}
