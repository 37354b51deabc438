//! Where the runner stands: locked, not ready, at an impact step, on a stage, running on, or in `keep`; what is next,
//! and why.
//!
//! Not here: the rules themselves (see the modules beside), and how a run is played.

use super::basis::{Basis, reason, said, test_facts};
use super::cadence::{Cadence, cadence};
use super::choice::{Place, impact_content, ladder, start_running_on};
use super::course::{Course, Response, is_running_on};
use super::days::{Earliest, Spacing, earliest, spacing};
use super::guard::{Guard, has_load_note};
use super::keep::{Opened, extras};
use super::ladder::{BRIDGE, Interval, Ladder, intervals};
use super::log::{Logged, RunLog, Told};
use super::on::open_running_on;
use super::readiness::Readiness;
use super::response::Color;
use super::what::{Extra, ImpactStep};
use crate::journal::{EntryId, Journal};
use crate::library::{DoseLevel, Equipment, Phase};
use crate::program::adapt::ForRuns;
use crate::program::evaluation::Evaluation;
use crate::program::outcomes::OutcomeLog;
use crate::program::pattern::cue;
use crate::program::plan::{Bearing, Irritability, Settings};
use crate::program::reason::{Reason, RuleId};
use crate::program::screening::{Block, Demand, Due, Question, Screening};
use crate::program::selftest::Who;
use crate::units::{Now, Seconds};

/// Where the runner stands with running.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Nothing runs or hops.
    Locked(Reason),
    /// Criteria are missing; see [`Running::readiness`].
    NotReady,
    /// The next impact step.
    Impact {
        /// Which.
        step: ImpactStep,
        /// What it is made of.
        exercise: &'static str,
        /// At which level.
        level: DoseLevel,
        /// Passes so far.
        passes: u8,
        /// The row that chose the content.
        reason: Reason,
        /// For who kept running: the stage that goes beside (`RUN-M8`).
        beside: Option<Place>,
    },
    /// A ladder's stage.
    Stage(NextRun),
    /// Shorter runs before phase `run` (`RUN-M1`).
    RunningOn(NextRun),
    /// Running freely, within the guard.
    Keep,
}

/// The next run.
#[derive(Debug, Clone, PartialEq)]
pub struct NextRun {
    /// Stage, or easy run.
    pub place: Place,
    /// Two runs of 600 s come before the stage (`RUN-K1`).
    pub bridge: bool,
    /// Time running.
    pub running: Seconds,
    /// The intervals.
    pub intervals: Vec<Interval>,
    /// Good runs so far, and how many are needed.
    pub good: (u8, u8),
    /// Why this ladder.
    pub ladder: Reason,
}

/// What is said before a run, in this order (section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BeforeRun {
    /// Pain 0 to 3 is fine.
    PainLimit {
        /// The highest pain that is fine.
        most: u8,
    },
    /// Zero pain is the rule.
    ZeroPain,
    /// Planned, longest, limit.
    Guard,
    /// Last time the hip was sorer.
    SorerLast,
    /// One new thing at a time.
    OneNewThing,
}

/// Where the runner stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// Where.
    pub standing: Standing,
    /// `RUN-R01` to `RUN-R15`.
    pub readiness: Readiness,
    /// What running on would ask for; the first row that is not true (`RUN-M1`).
    pub running_on: Result<(), Reason>,
    /// When the next run or step may be.
    pub earliest: Earliest,
    /// How many runs a week.
    pub spacing: Spacing,
    /// What the last run or step did.
    pub last: Option<Response>,
    /// The guard on length and new things.
    pub guard: Guard,
    /// The beat.
    pub cadence: Cadence,
    /// Strides, hills and the like; empty before `keep`.
    pub extras: Vec<(Extra, Opened)>,
    /// What is said before the next run.
    pub words: Vec<BeforeRun>,
    /// Block C is asked before the next run (`RUN-D9`), and after hops that hurt at a bone site.
    pub demands: Vec<Demand>,
    /// The whole course.
    pub course: Course,
    /// The log.
    pub log: RunLog,
}

impl Running {
    /// Where the runner stands now.
    pub fn of(journal: &Journal, basis: &Basis<'_>, now: Now) -> Self {
        Self::with_log(RunLog::of(journal, now), basis, now)
    }

    /// Where the runner stands, by what the program knows; `hip` is how the hip answered.
    pub fn within(
        journal: &Journal,
        (screening, bearing, settings): (&Screening, &Bearing, &Settings),
        evaluation: &Evaluation,
        outcomes: &OutcomeLog,
        hip: &ForRuns,
        now: Now,
    ) -> Self {
        let log = RunLog::of(journal, now);
        let limits = log.limits.clone();
        let tests = test_facts(&log.tests, Who::of(evaluation.answers()));
        let drill = cue(bearing.pattern, &log.form.seen_ids()).drill;
        let cadence = log.form.cadence().and_then(|cadence| u16::try_from(cadence.per_minute).ok());
        let average = outcomes.week(now.day()).and_then(|tenths| u16::try_from(tenths).ok());
        let basis = Basis {
            screening,
            bearing,
            side: settings.side,
            phases: &hip.phases,
            average7: average,
            average14: hip.average14,
            first_irritability: evaluation.irritability().map(|(irritability, _)| *irritability),
            results: &hip.results,
            deloads: &hip.deloads,
            // Two F or S a week, or three.
            strength_planned: settings.days.min(3).saturating_mul(2),
            flare: hip.flare,
            refer_stop: hip.refer_stop,
            tests: &tests,
            has_step: settings.equipment.contains(&Equipment::Step),
            limits: &limits,
            cadence,
            cadence_drill: drill == Some("cadence-metronome-run"),
            no_run: log.no_run,
        };
        Self::with_log(log, &basis, now)
    }

    /// The same from a log that was gathered before.
    pub fn with_log(log: RunLog, basis: &Basis<'_>, now: Now) -> Self {
        let today = now.day();
        let mut course = Course::of(&log, basis);
        // Days without training count up to now too, and a harder ladder gives way at once.
        course.gap(&log, basis, today, EntryId(u128::MAX));
        let chosen = ladder(basis, &log, today);
        if let Ok((easier, _)) = &chosen
            && basis.phase_on(today) != Phase::Keep
        {
            course.ease(*easier);
        }
        let readiness = Readiness::of(basis, &log, &course, today);
        let open_on = open_running_on(basis, &log, &course, today);
        let known = Known { basis, log: &log, course: &course, now };
        let standing = known.standing(&readiness, open_on.as_ref(), &chosen);
        let earliest = earliest(basis, &log, &course, now);
        let phase = basis.phase_on(today);
        let extras = match basis.phase_since() {
            Some(since) if phase == Phase::Keep => extras(basis, &log, since, today),
            _ => Vec::new(),
        };
        Self {
            readiness,
            running_on: open_on.map(|_| ()),
            spacing: spacing(basis, &log, &course, today),
            last: course.responses.last().copied(),
            guard: Guard::of(&log, &course, now),
            cadence: cadence(basis, &log, course.place, today),
            extras,
            words: known.words(&standing),
            demands: demands(&log, basis, &course),
            standing,
            earliest,
            course,
            log,
        }
    }

    /// `RUN-K7`: the runner is back in phase `run`, three stages under the last.
    pub fn relapsed(&self) -> bool {
        self.course.relapse.is_some()
    }

    /// Whether a run or step may begin now: it is not locked, its time has come, and the last morning was answered.
    pub fn may_start(&self, now: Now) -> bool {
        let open = !matches!(self.standing, Standing::Locked(_) | Standing::NotReady);
        open && self.earliest.at <= now.wall && !self.earliest.waits_for_morning
    }

    /// What the last run did, and why.
    pub fn why_last(&self) -> Option<Reason> {
        let response = self.last.as_ref()?;
        let mut inputs =
            vec![said("during", response.colors.during.id()), said("after-60", response.colors.after.id())];
        if let Some(morning) = response.colors.morning {
            let missing = response.colors.morning_missing;
            inputs.push(said("morning", if missing { "missing" } else { morning.id() }));
        }
        let site = response.rule.0.starts_with("RUN-Z");
        let sources: &[&'static str] = if site { &["warden2014", "george2024", "conv"] } else { &["conv"] };
        Some(Reason { rule: response.rule, ..reason("RUN-D7", inputs, sources) })
    }
}

/// What questions running wants answered, the oldest first; answered ones too.
pub fn demands(log: &RunLog, basis: &Basis<'_>, course: &Course) -> Vec<Demand> {
    let block_c =
        |since, rule| Demand { since, due: Due::Questions(Question::of_block(Block::C).collect()), rule: RuleId(rule) };
    let mut all = Vec::new();
    for response in &course.responses {
        let Some(run) = log.runs.iter().find(|run| run.id == response.run) else { continue };
        if let Some(rule) = asks_block_c(run, response, basis) {
            all.push(block_c(run.id, rule));
        }
    }
    all
}

/// `RUN-D9`, the sentence under `RUN-F4`, `RUN-Z1` and `RUN-Z2`, and `PRG-X10`.
fn asks_block_c(run: &Logged, response: &Response, basis: &Basis<'_>) -> Option<&'static str> {
    let hop = matches!(run.what, super::What::Impact(step) if step != ImpactStep::I1);
    let hurt = run.felt.during.is_some_and(|pain| pain.get() >= 1);
    if response.rule.0 == "RUN-Z1" || response.rule.0 == "RUN-Z2" {
        return Some(response.rule.0);
    }
    if hop && hurt && run.site.bone {
        return Some("RUN-F4");
    }
    // A morning that is missing is yellow by its absence, not by pain.
    let by_pain = response.colors.during.max(response.colors.after) > Color::Green
        || (!response.colors.morning_missing && response.colors.morning.is_some_and(|color| color > Color::Green));
    let watched = run.site.bone || (basis.is_bone_ladder() && run.site.old_spot);
    if run.what.is_run() && by_pain && watched {
        return Some("RUN-D9");
    }
    response.then.filter(|then| then.0 == "PRG-X10").map(|_| "PRG-X10")
}

type Chosen = Result<(Ladder, Reason), Reason>;

struct Known<'a> {
    basis: &'a Basis<'a>,
    log: &'a RunLog,
    course: &'a Course,
    now: Now,
}

impl Known<'_> {
    fn standing(&self, readiness: &Readiness, on: Result<&Place, &Reason>, chosen: &Chosen) -> Standing {
        if let Some(lock) = self.course.lock {
            let inputs = vec![said("run", lock.since.to_string())];
            let sources = &["conv"];
            return Standing::Locked(Reason { rule: lock.rule, ..reason("PRG-X10", inputs, sources) });
        }
        let (ladder, why) = match chosen {
            Err(lock) => return Standing::Locked(lock.clone()),
            Ok((ladder, why)) => (*ladder, why.clone()),
        };
        match self.basis.phase_on(self.now.day()) {
            Phase::Calm | Phase::Build | Phase::Load => match on {
                Ok(place) => Standing::RunningOn(self.next(*place, why)),
                Err(_) => Standing::NotReady,
            },
            Phase::Run => self.in_phase_run(readiness, ladder, why),
            Phase::Keep if self.course.relapse.is_some() => self.in_phase_run(readiness, ladder, why),
            Phase::Keep if self.basis.no_run => Standing::NotReady,
            Phase::Keep => Standing::Keep,
        }
    }

    fn in_phase_run(&self, readiness: &Readiness, ladder: Ladder, why: Reason) -> Standing {
        if self.course.is_ready_for_impact() {
            let place = self.course.place.unwrap_or_else(|| Place::Stage(ladder.first()));
            return Standing::Stage(self.next(place, why));
        }
        // Readiness opened the phase; while steps go on only a lock stops them, and a set-back asks for it anew.
        if self.course.impact.step == ImpactStep::I1 && self.course.impact.passes == 0 && !readiness.is_ready() {
            return Standing::NotReady;
        }
        let step = self.course.impact.step;
        match impact_content(self.basis, step) {
            Err(rule) => Standing::Locked(reason(rule, Vec::new(), &["conv"])),
            Ok((exercise, level, rule)) => Standing::Impact {
                step,
                exercise,
                level,
                passes: self.course.impact.passes,
                reason: reason(rule, vec![said("impact-step", step.id())], &["conv"]),
                beside: self.beside(),
            },
        }
    }

    /// `RUN-M8`: beside the step a run at the present stage, but none after a set-back.
    fn beside(&self) -> Option<Place> {
        let set_back = self.course.responses.iter().rev().find(|one| matches!(one.what, super::What::Impact(_)));
        let none = set_back.is_some_and(|one| matches!(one.rule.0, "RUN-F1" | "RUN-F2" | "RUN-F5"));
        self.course.place.filter(|_| !none)
    }

    fn next(&self, place: Place, ladder: Reason) -> NextRun {
        let place = match place {
            Place::Stage(stage) => Place::Stage(self.basis.capped(stage)),
            easy @ Place::Easy { .. } => easy,
        };
        let one_piece = place.stage().is_some_and(super::Stage::is_one_piece);
        let bridge = self.course.bridges > 0 && one_piece;
        let (running, plan, needed) = match place {
            _ if bridge => (Seconds(1200), intervals(BRIDGE.0, BRIDGE.1, BRIDGE.2), 2),
            Place::Stage(stage) => (stage.running(), stage.intervals(), stage.good_runs()),
            Place::Easy { rise, .. } => {
                let longest = super::choice::longest_answered(self.log, EntryId(u128::MAX)).unwrap_or(0);
                let percent = super::choice::EASY_PERCENT.get(usize::from(rise)).copied().unwrap_or(70);
                let seconds = Seconds(longest / 60 * u32::from(percent) / 100 * 60);
                (seconds, intervals(1, seconds, Seconds(0)), 2)
            }
        };
        NextRun { place, bridge, running, intervals: plan, good: (self.course.good, needed), ladder }
    }

    fn words(&self, standing: &Standing) -> Vec<BeforeRun> {
        let place = match standing {
            Standing::Stage(next) | Standing::RunningOn(next) => Some(next.place),
            Standing::Keep | Standing::Impact { .. } => self.course.place,
            Standing::Locked(_) | Standing::NotReady => return Vec::new(),
        };
        let bone =
            self.basis.is_bone_ladder() || place.is_some_and(|place| place.ladder() == Ladder::BoneStressCleared);
        let on = is_running_on(self.basis.phase_on(self.now.day()));
        let main = self.log.newest("q-region-main").and_then(Told::text);
        let bone_main = main.is_none_or(|main| super::what::BONE_SITES.contains(&main));
        let most = self.basis.limits.pain.unwrap_or(3).min(if on && bone_main { 2 } else { 3 });
        let mut words = vec![if bone { BeforeRun::ZeroPain } else { BeforeRun::PainLimit { most } }];
        if has_load_note(self.log) || *standing == Standing::Keep {
            words.push(BeforeRun::Guard);
        }
        if self.course.responses.last().is_some_and(|last| last.colors.worst() > Color::Green) {
            words.push(BeforeRun::SorerLast);
        }
        words.push(BeforeRun::OneNewThing);
        words
    }
}

/// What running on would start with; used where it opens.
pub(super) fn place_on(basis: &Basis<'_>, log: &RunLog, course: &Course, ladder: Ladder) -> Option<Place> {
    let moderate = basis.bearing.irritability != Irritability::Low;
    let fresh = || start_running_on(log, ladder, moderate, EntryId(u128::MAX));
    course.place.or_else(fresh)
}
