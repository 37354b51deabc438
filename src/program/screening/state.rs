//! The screening as the journal and today make it: the gate, the outcome, what is asked, and what an answer appends.
//!
//! Not here: what one entry does to the answers (see `course`), and what answers come to (see `outcome`).

use super::answers::{Answers, BadAnswer};
use super::clearance::{BadOk, Clearance, RecordedOk, check_visit};
use super::course::{Course, When};
use super::decision::{gate, place};
use super::demand::{Demand, Demands};
use super::flag::{AfterOk, Brings, ExcludesNow, Flag};
use super::gate::{Asking, Due, Gate, Step};
use super::history::{course_of, course_until, last_done_session, take};
use super::outcome::{Outcome, evaluate};
use super::pool::Pool;
use super::question::Question;
use super::short_check::Button;
use crate::journal::{Answer, Body, BoneFinding, Context, EntryId, Journal, Moment, OkEntry, Scope};
use crate::units::{Day, Now};

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
    demands: Demands,
    today: Day,
}

impl Screening {
    /// The screening of that journal now.
    pub fn of(journal: &Journal, now: Now) -> Self {
        Self::with_demands(journal, now, &[])
    }

    /// The same with questions that other rules want asked, such as after a flare-up of more than 7 days (`PRG-F7`)
    /// or three mornings that were not settled (`PRG-T6`), or that answers of the evaluation open.
    pub fn with_demands(journal: &Journal, now: Now, more: &[Demand]) -> Self {
        let mut screening = Self::put_together(course_of(journal), Demands::of(journal), now);
        screening.demand(journal, more);
        screening
    }

    /// The same with what came after that entry, of which nothing revises another. The gate is still to be worked out
    /// (see [`Screening::demand`]).
    #[must_use]
    pub fn with_newer(&self, journal: &Journal, newest: Option<EntryId>, now: Now) -> Self {
        let (mut course, mut demands) = (self.course.clone(), self.demands.clone());
        for entry in newest.into_iter().flat_map(|newest| journal.raw_after(newest)) {
            take(&mut course, journal, entry);
            demands.take(entry);
        }
        Self::put_together(course, demands, now)
    }

    fn put_together(course: Course, demands: Demands, now: Now) -> Self {
        let today = now.day();
        let outcome = evaluate(&course.counted(), course.pool, &course.clearance(today));
        Self { answers: course.answers(), outcome, gate: Gate::Unscreened, course, demands, today }
    }

    /// The gate anew, with what other rules want asked.
    pub fn demand(&mut self, journal: &Journal, more: &[Demand]) {
        let mut open = self.demands.all.clone();
        open.extend_from_slice(more);
        self.gate = gate(&self.course, &self.outcome, &open, last_done_session(journal), self.today);
    }

    /// What the answers came to right after that entry.
    pub fn outcome_at(journal: &Journal, entry: EntryId) -> Outcome {
        let course = course_until(journal, Some(entry));
        let day = Day::at(entry.utc(), 0);
        evaluate(&course.counted(), course.pool, &course.clearance(day))
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

    /// Whether a step still waits for its answer. In a short check, and where questions are asked anew, an old answer is none.
    pub fn waits(&self, step: Step) -> bool {
        self.course.waits(step)
    }

    /// The answer that was given to a step of what is asked now, for a runner who went back to it. A question that
    /// waits has none: no safety question is answered in advance.
    pub fn given(&self, step: Step) -> Option<Answer> {
        match step {
            Step::Question(question) if !self.waits(step) => self.answers.answer(question),
            Step::Question(_) | Step::ShortCheck => None,
        }
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

    /// Whether an OK of today, with every tick and scope `full`, would open anything: then its form is offered, also to
    /// a runner who has passed.
    pub fn ok_would_open(&self) -> bool {
        let now = self.course.clearance(self.today);
        let (scope, bone) = (Scope::Full, BoneFinding::RuledOut);
        let ticked = self.course.known_flags();
        let mut oks = now.oks.to_vec();
        oks.push(RecordedOk { visit: self.today, scope, bone, ticked, ended: false });
        let with = evaluate(&self.course.counted(), self.pool(), &Clearance { oks: &oks, ..now });
        let excluded = |outcome: &Outcome| outcome.constraints.iter().map(|active| active.reasons.len()).sum::<usize>();
        with.level < self.outcome.level || excluded(&with) < excluded(&self.outcome)
    }

    /// Whether an OK needs a tick: only where nothing that could be ticked stands may it have none, to say `full` after
    /// a `no-impact` (CR9).
    pub fn ok_needs_tick(&self) -> bool {
        let held_by_cr9 = self.course.clearance(self.today).no_impact_since().is_some();
        !(held_by_cr9 && self.flags_to_tick().is_empty())
    }

    /// What to append for an OK as it was filled in.
    pub fn record_ok(&self, ok: OkEntry) -> Result<Vec<Body>, BadOk> {
        check_visit(ok.on, self.today)?;
        let known = self.course.known_flags();
        let is_known = |id: &String| Flag::parse(id).is_some_and(|flag| known.contains(flag));
        if self.ok_needs_tick() && !ok.flags.iter().any(is_known) {
            return Err(BadOk::NothingTicked);
        }
        Ok(vec![Body::Ok(ok)])
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
