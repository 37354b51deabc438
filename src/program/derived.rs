//! The program derived from the journal: screening, settings, week, today, and the way to a session.
//!
//! Everything here is a function of the journal, the library and the time; it is derived anew after each entry and on a
//! new day. Not here: the rules themselves (see `screening`, `plan`), and which screen shows what (see `app`).

mod composing;
mod standing;
mod swap;

pub use standing::{FirstPlanCard, NoSession, NoStart, Today};
pub use swap::{Swap, SwapKind};

use super::adapt::{Around, Course, Exit, RunFacts, Steer, at_two, is_careful};
use super::evaluation::{Evaluation, Point};
use super::outcomes::OutcomeLog;
use super::pattern::{Decided, Findings, Known, Shown, bearing};
use super::plan::{
    Allowance, Bearing, Check, Cleared, Composed, Decision, FRESH, HurtOffer, InWeek, LeftOut, Levels, Log, Rated,
    RestDay, Settings, SlotId, Walker, Week, Weekly, hurt_offer, rate_within,
};
use super::reason::Reason;
use super::running::Running;
use super::screening::{Screening, Stop};
use super::selftest::{TestLog, Who};
use crate::journal::{Body, Context, EntryId, HurtKind, Journal};
use crate::library::{ExerciseId, Library, Phase, PlannedItem};
use crate::units::{Day, Now, PainScore};

/// The one exercise of a rest day by its pain (`PRG-BF3`).
const BREATHING: &str = "breathing-supine";
/// Days to look ahead for the next session; every row has one in a week.
const AHEAD: i32 = 7;
/// Days of a flare-up with a session each day (`PRG-F4`, `PRG-F5`).
const FLARE_DAILY: i32 = 4;

/// The program.
#[derive(Debug, Clone, PartialEq)]
pub struct Program {
    /// Where the safety screening stands; nothing is composed unless its gate is open.
    pub screening: Screening,
    /// The history: what is asked and answered of it.
    pub evaluation: Evaluation,
    /// What the last evaluation point came to; none while the first plan holds.
    pub decided: Option<Decided>,
    /// Days, minutes, equipment, pool, side.
    pub settings: Settings,
    /// Pattern, phase and irritability.
    pub bearing: Bearing,
    /// The week that holds today.
    pub week: Week,
    /// Today.
    pub today: Today,
    /// Where the runner stands with running.
    pub running: Box<Running>,
    library: &'static Library,
    /// How the plan follows the hip, as it stands now.
    pub course: Box<Course>,
    /// The newest entry, and the number of entries, that it was derived from.
    newest: Option<EntryId>,
    entries: usize,
    log: Box<Log>,
    steer: Steer,
    facts: RunFacts,
    allowance: Allowance,
    levels: Levels,
    in_week: InWeek,
    /// This week's sessions from today on; none while the program is shut.
    sessions: Vec<(SlotId, Result<Composed, RestDay>)>,
}

impl Program {
    /// The program of that journal now.
    pub fn derive(journal: &Journal, library: &'static Library, now: Now) -> Self {
        let evaluation = Evaluation::of(journal);
        let findings = evaluation.point().map(|point| tested(journal, point)).unwrap_or_default();
        let decided = evaluation.point().map(|point| Decided::of(Known::at(point, &findings)));
        let screening = Screening::with_demands(journal, now, &evaluation.demands());
        let steer = steer(journal, &evaluation, (decided.as_ref(), &findings), &screening);
        let log = Log::of(journal, library, &steer);
        Self::put_together(journal, library, now, (screening, evaluation, decided), (steer, log))
    }

    /// The program of that journal now, from what was derived before: a tap reads the entries that it made, and not the
    /// whole journal. Equal to [`Program::derive`]; that is done where the past may have become another.
    #[must_use]
    pub fn follow(&self, journal: &Journal, now: Now) -> Self {
        let Some(newest) = self.newest else { return Self::derive(journal, self.library, now) };
        let new = || journal.raw_after(newest);
        let past_is_same = journal.len() == self.entries + new().count();
        if !past_is_same || new().any(|entry| revises(&entry.body)) {
            return Self::derive(journal, self.library, now);
        }
        let asks_anew = new().any(|entry| is_of_evaluation(&entry.body));
        let (evaluation, decided, findings) = if asks_anew {
            let evaluation = Evaluation::of(journal);
            let findings = evaluation.point().map(|point| tested(journal, point)).unwrap_or_default();
            let decided = evaluation.point().map(|point| Decided::of(Known::at(point, &findings)));
            (evaluation, decided, Some(findings))
        } else {
            (self.evaluation.clone(), self.decided.clone(), None)
        };
        let screening = self.screening.with_newer(journal, Some(newest), now);
        let mut steer = match &findings {
            Some(findings) => steer(journal, &evaluation, (decided.as_ref(), findings), &screening),
            None => self.steer.clone(),
        };
        steer.constraints = screening.outcome.constraints.iter().map(|active| active.constraint).collect();
        let log = if steer == self.steer {
            self.log.with_newer(journal, self.library, &steer)
        } else {
            Log::of(journal, self.library, &steer)
        };
        Self::put_together(journal, self.library, now, (screening, evaluation, decided), (steer, log))
    }

    /// The rest of it, from what the journal came to.
    fn put_together(
        journal: &Journal,
        library: &'static Library,
        now: Now,
        (mut screening, evaluation, decided): (Screening, Evaluation, Option<Decided>),
        (steer, log): (Steer, Log),
    ) -> Self {
        let today = now.day();
        let settings = log.settings();
        let around = Around { library, steer: &steer, settings: &settings, usual: log.own_usual(), zone: now.zone };
        let mut course = log.course.at(now.wall, today, around);
        let mut demands = evaluation.demands();
        demands.extend_from_slice(&log.demands);
        demands.extend_from_slice(&course.demands);
        let outcomes = OutcomeLog::of(journal);
        demands.extend(outcomes.demands(evaluation.ended().map(|ended| ended.day), today));
        let bearing = course.bearing(&steer);
        let running = Running::within(
            journal,
            (&screening, &bearing, &settings),
            &evaluation,
            &outcomes,
            &course.for_runs(today),
            now,
        );
        // What a run asks for; it changes the gate alone, never the outcome that running went by.
        demands.extend_from_slice(&running.demands);
        screening.demand(journal, &demands);
        let facts = RunFacts::of(&running, bearing.phase);
        course.offer_by_runs(facts, today);
        let flags = screening
            .outcome
            .constraints
            .iter()
            .flat_map(|active| active.reasons.iter().map(|reason| (active.constraint, reason.clone())));
        // In a flare-up the constraints and waits of `calm` are back (section 10).
        let early = match course.flare {
            Some(_) => Bearing { phase: Phase::Calm, ..bearing.clone() },
            None => bearing.clone(),
        };
        let allowance = Allowance::new(flags, &early, &settings, &log.hurt_out).without(course.shut(library));
        let levels = course.levels(today, &steer.at_two);
        let any_aquatic =
            !Walker { library, allowance: &allowance, bearing: &bearing, levels: &levels }.aquatic().is_empty();

        let start = log.start.unwrap_or(today);
        let runs = course.runs(facts);
        let weekly = Weekly::with_runs(&bearing, &settings, start, any_aquatic, runs);
        let weekly_on = |day: Day| {
            if day >= today { weekly } else { Weekly::of(&bearing, &log.settings_on(day), start, any_aquatic) }
        };
        let daily = course.flare.as_ref().map(|flare| flare.start.plus(FLARE_DAILY - 1));
        let week = Week::of(&log, weekly_on, start, today, daily);
        let slot = week.day(today).and_then(|day| day.slot);
        let next = next_session(&week, &weekly, today);
        let mut program = Self {
            screening,
            evaluation,
            decided,
            settings,
            bearing,
            week,
            today: Today { day: today, slot, next },
            running: Box::new(running),
            library,
            course: Box::new(course),
            newest: journal.newest(),
            entries: journal.len(),
            log: Box::new(log),
            steer,
            facts,
            allowance,
            levels,
            in_week: weekly.has(),
            sessions: Vec::new(),
        };
        program.sessions = program.compose_week(now);
        program.note_lengths();
        program
    }

    /// What today's pain decides; without a score of the last 60 minutes it is asked.
    pub fn check(&self, now: Now) -> Check {
        match self.log.pain {
            Some((at, pain)) if (0..=FRESH.0).contains(&(now.wall.0 - at.0)) => Check::Rated(self.rated(pain)),
            _ => Check::Ask,
        }
    }

    fn rated(&self, pain: PainScore) -> Rated {
        rate_within(pain, self.usual_pain(), self.course.pain_limit())
    }

    /// The newest pain score, if it is of the last 60 minutes.
    pub fn pain_now(&self, now: Now) -> Option<PainScore> {
        match self.check(now) {
            Check::Rated(rated) => Some(rated.pain),
            Check::Ask => None,
        }
    }

    /// A session of today or of the days of this week that are still to come, or one exercise alone.
    pub fn session(&self, slot: SlotId, now: Now) -> Result<Composed, NoSession> {
        let cleared = Cleared::by(&self.screening).ok_or(NoSession::Shut)?;
        if let Some(why) = self.course.no_plan() {
            return Err(NoSession::RestToday { why, breathing: None });
        }
        match slot {
            SlotId::Try(id) => self.alone(cleared, id, now),
            SlotId::Day { day, .. } => {
                let found = self.sessions.iter().find(|(known, _)| *known == slot).ok_or(NoSession::NotFound)?;
                if day == now.day()
                    && let Check::Rated(Rated { decision: Decision::Rest, reason: why, .. }) = self.check(now)
                {
                    return Err(NoSession::RestToday { why, breathing: self.breathing() });
                }
                found.1.clone().map_err(NoSession::NothingFits)
            }
        }
    }

    /// The session with which the player starts: today's, not done yet, with a fresh pain score.
    pub fn start(&self, slot: SlotId, now: Now) -> Result<Composed, NoStart> {
        let session = self.session(slot, now).map_err(NoStart::None)?;
        if let Some(day) = slot.day() {
            if day != now.day() {
                return Err(NoStart::OtherDay(day));
            }
            if self.log.done_on(day).is_some() {
                return Err(NoStart::Done);
            }
        }
        if self.check(now) == Check::Ask { Err(NoStart::AskPain) } else { Ok(session) }
    }

    /// Whether an exercise is in this week's sessions from today on.
    pub fn is_in_week(&self, id: ExerciseId) -> bool {
        let composed = self.sessions.iter().filter_map(|(_, session)| session.as_ref().ok());
        composed.flat_map(|session| &session.items).any(|item| item.planned.exercise == id)
    }

    /// Why an exercise is left out for this runner, if it is: the strictest reason.
    pub fn why_left_out(&self, id: ExerciseId) -> Option<Reason> {
        self.left_out(id).map(|out| out.reason)
    }

    /// The same with all its reasons.
    pub fn left_out(&self, id: ExerciseId) -> Option<LeftOut> {
        self.library.get(id).and_then(|exercise| self.allowance.left_out(exercise))
    }

    /// The card of the first plan, until its five questions are answered.
    pub fn first_plan_card(&self) -> Option<FirstPlanCard<'_>> {
        let open = self.settings.open.as_slice();
        (!open.is_empty()).then_some(FirstPlanCard { open, settings: &self.settings })
    }

    /// "It hurts": what is open to the runner after the stop rules.
    pub fn hurt(&self, kind: HurtKind, pain: PainScore, stop: &Stop, item: (PlannedItem, u8)) -> HurtOffer {
        hurt_offer(kind, pain, stop, item, self.library, &self.allowance)
    }

    /// Usual pain, where it is known.
    pub fn usual_pain(&self) -> Option<PainScore> {
        self.course.usual(self.log.own_usual())
    }

    fn around(&self) -> Around<'_> {
        let usual = self.log.own_usual();
        // The zone matters to entries alone.
        Around { library: self.library, steer: &self.steer, settings: &self.settings, usual, zone: 0 }
    }

    /// The ways out of the phase, with what is missing (`progression.md` section 2).
    pub fn ways_on(&self) -> Vec<Exit> {
        let steer = Steer { running: self.facts, ..self.steer.clone() };
        self.course.ways_on(self.today.day, Around { steer: &steer, ..self.around() })
    }

    /// What the page of the result shows of the pattern: a level that shuts goes before it. None while the first plan
    /// holds.
    pub fn result(&self) -> Option<Shown<'_>> {
        self.decided.as_ref().map(|decided| decided.at_level(self.screening.outcome.level))
    }

    /// Why this pattern: the row, with what the runner said and measured of the rules that are shown.
    pub fn why_pattern(&self) -> Option<Reason> {
        Some(self.decided.as_ref()?.reason(&self.evaluation.point()?.answers))
    }
}

/// What the self-tests up to that point found, classed for the runner as known then.
fn tested(journal: &Journal, point: &Point) -> Findings {
    let until = EntryId(point.at.0.saturating_add(1));
    TestLog::of(journal.happened_before(until)).findings(Who::of(&point.answers))
}

/// Whether an entry makes another out of an earlier one.
const fn revises(body: &Body) -> bool {
    matches!(body, Body::Edit { .. } | Body::Delete { .. } | Body::Restore { .. })
}

/// Whether an entry may count for the evaluation: all but what comes with each session.
const fn is_of_evaluation(body: &Body) -> bool {
    match body {
        Body::Answer { ctx, .. } => {
            !matches!(ctx, Context::Before | Context::Today | Context::Morning | Context::AfterSixty)
        }
        Body::Begin { .. } | Body::Finish { .. } | Body::Test(_) => true,
        _ => false,
    }
}

/// What steers the course: the pattern, and what the screen says now.
fn steer(
    journal: &Journal,
    evaluation: &Evaluation,
    (decided, findings): (Option<&Decided>, &Findings),
    screening: &Screening,
) -> Steer {
    let Bearing { pattern, mixed, aggravators, .. } = steered(evaluation, decided);
    let ended = evaluation.ended().map(|ended| ended.entry);
    Steer {
        pattern,
        mixed,
        aggravators,
        constraints: screening.outcome.constraints.iter().map(|active| active.constraint).collect(),
        careful: ended.is_some_and(|entry| is_careful(&Screening::outcome_at(journal, entry))),
        at_two: at_two(findings),
        running: RunFacts::default(),
        ended,
    }
}

/// The first plan's bearing until the evaluation has come to a pattern.
fn steered(evaluation: &Evaluation, decided: Option<&Decided>) -> Bearing {
    match (decided, evaluation.point()) {
        (Some(decided), Some(point)) => {
            bearing(decided, &point.answers, evaluation.irritability().map(|(level, _)| *level))
        }
        _ => Bearing::first_plan(),
    }
}

fn next_session(week: &Week, weekly: &Weekly, today: Day) -> Option<SlotId> {
    (1..=AHEAD).map(|ahead| today.plus(ahead)).find_map(|day| match week.day(day) {
        Some(in_week) => in_week.slot,
        None => weekly.on(day).map(|kind| SlotId::Day { day, kind }),
    })
}
