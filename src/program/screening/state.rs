//! The screening as the journal and today make it: the gate, the outcome, what is asked, and what an answer appends.
//!
//! Not here: what one entry does to the answers (see `course`), and what answers come to (see `outcome`).

use super::answers::{Answers, BadAnswer};
use super::clearance::{BadOk, check_visit};
use super::course::{Course, When};
use super::demand::{Demand, demands};
use super::flag::{AfterOk, Brings, ExcludesNow, Flag};
use super::gate::{Asking, Due, Gate, Step};
use super::history::{course_of, last_done_session};
use super::outcome::{Outcome, evaluate};
use super::pool::Pool;
use super::question::Question;
use super::short_check::Button;
use crate::journal::{Answer, Body, Context, EntryId, Journal, Moment, OkEntry};
use crate::program::reason::RuleId;
use crate::units::{Day, Now};

/// Days after which the whole screen is repeated, and a gap without sessions after which it is due.
const FULL_EVERY: i32 = 28;
/// Days after which the short check is due.
const SHORT_EVERY: i32 = 7;
/// Days that a screen may seem to lie ahead, after a journey to the west. More is a clock that cannot be trusted.
const AHEAD: i32 = -1;

/// Where the runner's screening stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// The answers that hold.
    pub answers: Answers,
    /// What they come to, with the clinicians' OKs.
    pub outcome: Outcome,
    /// The one way to an exercise.
    pub gate: Gate,
    course: Course,
    today: Day,
}

impl Screening {
    /// The screening of that journal now.
    pub fn of(journal: &Journal, now: Now) -> Self {
        Self::with_demands(journal, now, &[])
    }

    /// The same with questions that other rules want asked, such as after a flare-up of more than 7 days (`PRG-F7`)
    /// or three mornings that were not settled (`PRG-T6`).
    pub fn with_demands(journal: &Journal, now: Now, more: &[Demand]) -> Self {
        let course = course_of(journal);
        let today = now.day();
        let outcome = evaluate(&course.answers(), course.pool, &course.clearance(today));
        let mut open = demands(journal);
        open.extend_from_slice(more);
        let gate = gate(&course, &outcome, &open, last_done_session(journal), today);
        Self { answers: course.answers(), outcome, gate, course, today }
    }

    /// Whether an exercise, a test or a run may start.
    pub const fn is_open(&self) -> bool {
        matches!(self.gate, Gate::Open)
    }

    /// All steps of what is asked now, answered ones too, in their order; empty when nothing is asked.
    pub fn steps(&self) -> Vec<Step> {
        self.course.steps()
    }

    /// The place of one of these steps, for a runner who went back to it.
    pub fn place(&self, step: Step) -> Option<Asking> {
        place(&self.course, step)
    }

    /// The step before one of these, where `Back` leads.
    pub fn before(&self, step: Step) -> Option<Step> {
        let steps = self.steps();
        let at = steps.iter().position(|known| *known == step)?;
        steps.get(at.checked_sub(1)?).copied()
    }

    /// The step after one of these.
    pub fn after(&self, step: Step) -> Option<Step> {
        self.steps().into_iter().skip_while(|known| *known != step).nth(1)
    }

    /// The answers with their options' ids, or the number as text, for a page of the runner's own answers.
    pub fn summary(&self) -> Vec<(Question, Vec<String>)> {
        self.answers.answered().map(|question| (question, self.answers.ids(question))).collect()
    }

    /// What to append to begin what the gate wants; nothing when a question is asked already, or nothing is wanted.
    pub fn begin(&self) -> Vec<Body> {
        match &self.gate {
            Gate::Unscreened => Self::begin_screen(RUNNER),
            Gate::Due(Due::Full, rule) => Self::begin_screen(rule.0),
            Gate::Due(Due::Short, rule) => begin_short(rule.0),
            Gate::Due(Due::Questions(questions), rule) => Self::begin_questions(questions, rule.0),
            Gate::Asking(_) | Gate::Stopped(_) | Gate::Open => Vec::new(),
        }
    }

    /// What to append to begin a whole screen: from here on the program is shut until it is answered.
    pub fn begin_screen(why: &str) -> Vec<Body> {
        vec![Body::Begin { moment: Moment::Screen, why: why.to_owned(), questions: Vec::new() }]
    }

    /// What to append to begin a short check that the runner asks for.
    pub fn begin_short_check() -> Vec<Body> {
        begin_short(RUNNER)
    }

    /// What to append to ask these questions anew.
    pub fn begin_questions(questions: &[Question], why: &str) -> Vec<Body> {
        let questions = questions.iter().map(|question| question.id().to_owned()).collect();
        vec![Body::Begin { moment: Moment::Ask, why: why.to_owned(), questions }]
    }

    /// What to append for an answer: a beginning where none was written, the answer, and the end that it makes.
    ///
    /// Nothing after a stop of `UrgentCare` or `Emergency`: there only a new whole screen counts (CR6).
    pub fn answer(&self, step: Step, answer: &Answer) -> Result<Vec<Body>, BadAnswer> {
        match step {
            Step::Question(question) => Answers::new().set(question, answer)?,
            Step::ShortCheck => Button::read(answer).map(|_| ()).ok_or(BadAnswer)?,
        }
        if self.course.stopped().is_some() {
            return Ok(Vec::new());
        }
        let mut course = self.course.clone();
        let mut bodies = Vec::new();
        if !course.steps().contains(&step) {
            bodies = self.beginning_for(step);
            for body in &bodies {
                if let Body::Begin { moment, questions, .. } = body {
                    course.begin(self.later(1), *moment, questions);
                }
            }
        }
        let Some(moment) = course.moment() else { return Ok(Vec::new()) };
        course.answer(self.later(2), step, answer);
        bodies.push(Body::Answer { q: step.id().to_owned(), a: answer.clone(), ctx: context(moment) });
        if course.moment().is_none() && course.stopped().is_none() {
            bodies.push(Body::Finish { moment });
        }
        Ok(bodies)
    }

    fn beginning_for(&self, step: Step) -> Vec<Body> {
        let begin = self.begin();
        match step {
            _ if !begin.is_empty() => begin,
            Step::ShortCheck => begin_short(RUNNER),
            Step::Question(question) => Self::begin_questions(&[question], RUNNER),
        }
    }

    /// An entry that comes after all that are there.
    fn later(&self, nth: u128) -> When {
        When { id: EntryId(u128::MAX - 9 + nth), day: self.today }
    }

    /// The flags that an OK can tick with an effect: those that it clears, or whose running it opens.
    pub fn flags_to_tick(&self) -> Vec<Flag> {
        self.course.known_flags().iter().filter(|flag| is_ticked_with_effect(*flag)).collect()
    }

    /// What to append for an OK as it was filled in.
    pub fn record_ok(&self, ok: OkEntry) -> Result<Vec<Body>, BadOk> {
        check_visit(ok.on, self.today)?;
        let known = self.course.known_flags();
        let ticked = |id: &String| Flag::parse(id).is_some_and(|flag| known.contains(flag));
        if ok.flags.iter().any(ticked) { Ok(vec![Body::Ok(ok)]) } else { Err(BadOk::NothingTicked) }
    }

    /// Whether the short check is due before a run: it is once a run, on the day of the run.
    pub fn run_check_due(&self, last_run: Option<EntryId>) -> bool {
        let checks = [self.course.last_short_check(), self.course.screen_begun()];
        !checks.into_iter().flatten().any(|check| check.day == self.today && last_run < Some(check.id))
    }

    /// Whether the pool's question is open: the runner can use one, and `s-pool` has no answer. It does not shut the
    /// program; until then `cx-pool` is active.
    pub fn pool_question_open(&self) -> bool {
        self.pool().is_usable() && !self.answers.has(Question::Pool)
    }

    /// The water that the runner can use, as far as it is known.
    pub const fn pool(&self) -> Pool {
        self.course.pool
    }

    /// The day on which the whole screen was begun whose answers hold.
    pub fn screened_on(&self) -> Option<Day> {
        self.course.screen_begun().map(|begun| begun.day)
    }
}

/// The `why` of what the runner began.
const RUNNER: &str = "runner";

fn begin_short(why: &str) -> Vec<Body> {
    vec![Body::Begin { moment: Moment::Short, why: why.to_owned(), questions: Vec::new() }]
}

const fn context(moment: Moment) -> Context {
    match moment {
        Moment::Screen => Context::Screen,
        Moment::Short => Context::Short,
        _ => Context::Ask,
    }
}

fn is_ticked_with_effect(flag: Flag) -> bool {
    let until_full = |brings: &[Brings]| brings.iter().any(|brings| brings.until_full);
    match (flag, flag.excludes_now(), flag.after_ok()) {
        (Flag::BoneUrgent | Flag::Systemic, ..) | (_, _, AfterOk::Only(_)) => true,
        (_, ExcludesNow::Only(brings), _) => until_full(brings),
        _ => false,
    }
}

fn gate(course: &Course, outcome: &Outcome, open: &[Demand], last_session: Option<Day>, today: Day) -> Gate {
    let Some(begun) = course.screen_begun() else { return Gate::Unscreened };
    if let Some(level) = course.stopped() {
        return Gate::Stopped(level.max(outcome.level));
    }
    if let Some(asking) = course.next_step().and_then(|step| place(course, step)) {
        return Gate::Asking(asking);
    }
    if outcome.level.shuts() {
        return Gate::Stopped(outcome.level);
    }
    match due(course, begun, open, last_session, today) {
        Some((due, rule)) => Gate::Due(due, rule),
        None => Gate::Open,
    }
}

fn due(course: &Course, begun: When, open: &[Demand], last_session: Option<Day>, today: Day) -> Option<(Due, RuleId)> {
    let is_fresh = |day: Day, days: i32| (AHEAD..days).contains(&today.since(day));
    if !is_fresh(begun.day, FULL_EVERY) {
        return Some((Due::Full, RuleId("PRG-Z1")));
    }
    // A screen within the gap does not stand for the one after it.
    let gap = |last: Day| today.since(last) >= FULL_EVERY && begun.day.since(last) < FULL_EVERY;
    if last_session.is_some_and(gap) {
        return Some((Due::Full, RuleId("PRG-G1")));
    }
    let wanted = open.iter().filter(|demand| !demand.is_met(course));
    if let Some(demand) = wanted.max_by_key(|demand| demand.due == Due::Full) {
        return Some((demand.due.clone(), demand.rule));
    }
    let checks = [Some(begun), course.last_short_check()];
    let checked = checks.into_iter().flatten().any(|check| is_fresh(check.day, SHORT_EVERY));
    (!checked).then_some((Due::Short, RuleId("short-check")))
}

#[expect(clippy::cast_precision_loss, reason = "a screen has some dozens of steps")]
fn place(course: &Course, step: Step) -> Option<Asking> {
    let moment = course.moment()?;
    let steps = course.steps();
    let index = steps.iter().position(|known| *known == step)?;
    let block_of = |step: Step| match step {
        Step::Question(question) => Some(course.block_of(question)),
        Step::ShortCheck => None,
    };
    let block = block_of(step);
    let together = |other: &Step| moment != Moment::Screen || block_of(*other) == block;
    let at = steps.iter().take(index + 1).filter(|step| together(step)).count();
    let of = steps.iter().filter(|step| together(step)).count();
    let behind = steps.iter().filter(|step| !course.waits(**step)).count();
    Some(Asking { moment, step, at, of, block, can_go_back: index > 0, progress: behind as f32 / steps.len() as f32 })
}
