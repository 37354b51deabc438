//! The run log: what the journal says about runs, pain and the answers that running goes by, gathered in one pass.
//!
//! Not here: what follows from it (see `course`, `readiness`, `guard`).

pub use super::logged::{Logged, OkGiven, Scored, Told};

use super::basis::RunLimits;
use super::logged::ASKED;
use super::response::{AtSite, Felt, Morning, MorningAnswer};
use super::what::{Site, What};
use crate::journal::{
    Answer, Body, BoneFinding, Choice, Context, EntryId, Happened, HurtKind, ItemDone, Journal, Moment, RunEntry,
    SessionKind,
};
use crate::library::DoseLevel;
use crate::program::screening::{Answers, FlagSet, Question, raised};
use crate::program::selftest::TestLog;
use crate::program::selftest::form::FormLog;
use crate::units::{Day, Millis, Now, PainScore};

const HOUR: i64 = 3_600_000;
/// Hours after which a morning answer is missing.
const MORNING_HOURS: i64 = 36;
/// Hours within which an answer "after 60 minutes" belongs to a run.
const AFTER_HOURS: i64 = 12;
/// How long a pain score before a run holds.
const BEFORE_MINUTES: i64 = 60;
/// The second question of the morning: stiff 15 minutes longer than usual, or not as usual again after 24 hours?
pub const MORNING_STIFF: &str = "q-morning-stiff";
/// The same where it is told with the pain, just before it.
const MORNING_LONGER: &str = "q-morning-longer";

/// What running goes by.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RunLog {
    /// Runs, steps and walks, the oldest first.
    pub runs: Vec<Logged>,
    /// Answers, the oldest first.
    pub told: Vec<Told>,
    /// OKs, the oldest first.
    pub oks: Vec<OkGiven>,
    /// When flags were raised that had not stood before, the oldest first.
    pub raised: Vec<(EntryId, Day, FlagSet)>,
    /// Days of done sessions of any type, runs too, rising.
    pub done: Vec<Day>,
    /// Days of done F and S, rising.
    pub heavy: Vec<Day>,
    /// Days of finished check-ins and re-tests.
    pub check_ins: Vec<(EntryId, Day)>,
    /// Days on which `step-up` or `squat-bodyweight` was done in full at level 2 or higher with pain 0 to 2 (`RUN-R12`).
    pub step_up: Vec<(Day, bool)>,
    /// The self-tests.
    pub tests: TestLog,
    /// The running form.
    pub form: FormLog,
    /// A clinician's limits, the newest ones; after their end they hold until the runner says otherwise (`PRG-Y4`).
    pub limits: RunLimits,
    limits_of: Option<EntryId>,
    /// The runner chose not to run (`PRG-L2`).
    pub no_run: bool,
    /// The runner chose an easier ladder: its id.
    pub chosen: Vec<(EntryId, String)>,
    /// Pain of mornings.
    pub mornings: Vec<Scored>,
    /// Pain before sessions.
    pub befores: Vec<Scored>,
}

/// What one pass carries along.
#[derive(Default)]
struct Pass {
    answers: Answers,
    flags: FlagSet,
    /// The newest score before something, until a session uses it.
    before: Option<(Millis, Scored)>,
    /// Hurts of run sessions.
    hurts: Vec<(EntryId, PainScore, HurtKind)>,
    after_said: Vec<(EntryId, Option<PainScore>, Option<crate::units::Effort>)>,
    /// Where the newest run stands in the log, by entry.
    newest: Option<EntryId>,
    /// Sites named an hour after and in the morning, by run.
    sites: Vec<(EntryId, Context, Site)>,
    afters: Vec<(EntryId, PainScore)>,
    given: Vec<(EntryId, usize)>,
    rest: Vec<EntryId>,
    /// Stiff for longer, told before the morning's pain.
    longer: Option<(Day, bool)>,
}

impl RunLog {
    /// Gathers it.
    pub fn of(journal: &Journal, now: Now) -> Self {
        let mut log = Self::default();
        let mut pass = Pass::default();
        for happened in journal.happened() {
            match happened.body {
                Body::Answer { q, a, ctx } => log.answer(&mut pass, &happened, (q, a, *ctx)),
                Body::Test(_) => {
                    log.tests.take(&happened);
                    log.form.take(&happened);
                }
                Body::Run(run) => log.run(&mut pass, &happened, run),
                Body::Session { kind, .. } if *kind != SessionKind::Try => {
                    log.use_before(&mut pass, happened.id, happened.utc);
                }
                Body::SessionEnd { of, items, .. } => log.end(journal, *of, items),
                Body::Hurt { of, pain, kind, .. } => pass.hurts.push((*of, *pain, *kind)),
                Body::After { of, worst, effort, .. } => pass.after_said.push((*of, *worst, *effort)),
                Body::Ok(ok) => {
                    let ruled_out = ok.bone == BoneFinding::RuledOut;
                    log.oks.push(OkGiven { id: happened.id, visit: ok.on, ruled_out });
                }
                Body::Finish { moment } => log.finish(&mut pass, &happened, *moment),
                Body::Limits(limits) => {
                    log.limits = RunLimits::of(limits);
                    log.limits_of = Some(happened.id);
                }
                Body::Choice(Choice::LimitsHold { of, holds: false }) if log.limits_of == Some(*of) => {
                    log.limits = RunLimits::default();
                }
                Body::Choice(Choice::NoRun { holds }) => log.no_run = *holds,
                Body::Pref { name, value } if name == "run-ladder" => log.chosen.push((happened.id, value.clone())),
                _ => {}
            }
        }
        pass.given.sort_unstable();
        log.settle(&pass, now);
        log
    }

    fn answer(&mut self, pass: &mut Pass, happened: &Happened<'_>, (q, a, ctx): (&str, &Answer, Context)) {
        if q.starts_with("s-")
            && let Some(question) = Question::parse(q)
        {
            // An answer that does not fit changes nothing.
            let _ = pass.answers.set(question, a);
        }
        let is_now = q == "q-nprs-now";
        match (ctx, a) {
            (Context::Before | Context::Morning, Answer::Number(_)) if is_now => {
                if let Some(pain) = score(a) {
                    self.scored(pass, happened, ctx, pain);
                }
                return;
            }
            (Context::AfterSixty, _) if is_now => {
                if let (Some(run), Some(pain)) = (pass.newest, score(a))
                    && self.find(run).is_some_and(|run| happened.utc.0 - run.at.0 <= AFTER_HOURS * HOUR)
                {
                    pass.afters.push((run, pain));
                }
                return;
            }
            (Context::AfterSixty | Context::Morning, Answer::Text(region)) if q == "q-region-main" => {
                if let Some(run) = pass.newest {
                    pass.sites.push((run, ctx, Site::of([region.as_str()], None)));
                }
                return;
            }
            (Context::Morning, Answer::Text(yes)) if q == MORNING_LONGER => {
                pass.longer = Some((happened.day, yes == "yes"));
                return;
            }
            (Context::Morning, Answer::Text(yes)) if q == MORNING_STIFF => {
                if let Some(morning) = self.mornings.last_mut().filter(|morning| morning.day == happened.day) {
                    morning.stiff = yes == "yes";
                }
                return;
            }
            _ => {}
        }
        // New pain at rest or at night after a run (`RUN-Z1`).
        if matches!((q, a), ("s-rest-pain", Answer::Text(text)) if text != "no")
            && self.newest(q).is_none_or(|before| before.text() == Some("no"))
            && let Some(run) = pass.newest.and_then(|id| self.find(id))
            && happened.day.since(run.day) <= 1
        {
            pass.rest.push(run.id);
        }
        if let Some(question) = ASKED.into_iter().find(|asked| *asked == q)
            && *a != Answer::Skipped
        {
            self.told.push(Told { question, id: happened.id, day: happened.day, answer: a.clone() });
        }
    }

    fn scored(&mut self, pass: &mut Pass, happened: &Happened<'_>, ctx: Context, pain: PainScore) {
        let stiff = ctx == Context::Morning && pass.longer.take() == Some((happened.day, true));
        let scored = Scored { id: happened.id, day: happened.day, pain, stiff };
        if ctx == Context::Before {
            pass.before = Some((happened.utc, scored));
            return;
        }
        self.mornings.push(scored);
        let at = self.mornings.len() - 1;
        if let Some(run) = self.runs.iter().rev().find(|run| run.day < happened.day)
            && !pass.given.iter().rev().any(|(id, _)| *id == run.id)
        {
            pass.given.push((run.id, at));
        }
    }

    /// The score before a session or a run counts once, for the first thing within the hour.
    fn use_before(&mut self, pass: &mut Pass, id: EntryId, at: Millis) -> Option<PainScore> {
        let (when, scored) = pass.before?;
        if !(0..=BEFORE_MINUTES * 60_000).contains(&(at.0 - when.0)) {
            return None;
        }
        pass.before = None;
        self.befores.push(Scored { id, ..scored });
        Some(scored.pain)
    }

    fn run(&mut self, pass: &mut Pass, happened: &Happened<'_>, run: &RunEntry) {
        let length = i64::from(run.run.0) + i64::from(run.walk.0);
        let entered = Day::at(happened.utc, i32::from(happened.zone));
        let at = match run.of {
            _ if happened.day != entered => {
                Millis((i64::from(happened.day.epoch_days()) * 24 + 12) * HOUR - i64::from(happened.zone) * 60_000)
            }
            Some(of) => of.utc(),
            None => Millis(happened.utc.0 - length * 1000),
        };
        let told = happened.day == entered;
        let before = match run.of {
            Some(of) => self.befores.iter().rev().find(|before| before.id == of).map(|before| before.pain),
            None if told => self.use_before(pass, happened.id, at),
            None => None,
        };
        if !told {
            // Its next morning may be there already.
            let next = self.mornings.iter().position(|morning| morning.day.since(happened.day) == 1);
            pass.given.extend(next.map(|at| (happened.id, at)));
        }
        let main = self.newest("q-region-main").and_then(Told::text);
        let site = Site::of(run.regions.iter().map(String::as_str), main);
        let (hurt, ache) = of_session(run.of, pass);
        let felt = Felt {
            during: run.worst.max(ache),
            grew: run.grew,
            limp: run.limp || hurt == Some(HurtKind::Limp),
            sharp: run.sharp || hurt.is_some_and(|kind| !matches!(kind, HurtKind::Ache | HurtKind::Limp)),
            after: None,
            morning: MorningAnswer::Open,
            effort: run.effort,
            finished: run.finished,
        };
        let logged = Logged {
            id: happened.id,
            day: happened.day,
            at,
            what: What::read(&run.what),
            run: run.run,
            walk: run.walk,
            meters: run.meters,
            before,
            felt,
            site,
            calf_pain: run.regions.iter().any(|region| region == "r-lower-leg")
                && felt.during.is_some_and(|pain| pain.get() >= 4),
            at_site: AtSite { gone: run.gone, ..AtSite::default() },
            cadence: run.cadence,
            surface: run.surface.clone(),
            shoes: run.shoes.clone(),
        };
        let place = self.runs.partition_point(|other| (other.at, other.id) < (logged.at, logged.id));
        if told && place == self.runs.len() {
            pass.newest = Some(logged.id);
        }
        if run.finished || logged.what == What::Free {
            self.note_done(logged.day);
        }
        self.runs.insert(place, logged);
    }

    fn end(&mut self, journal: &Journal, of: EntryId, items: &[ItemDone]) {
        let Some(Happened { body: Body::Session { items: planned, kind, .. }, day, .. }) = journal.happened_as(of)
        else {
            return;
        };
        let all: u32 = planned.iter().map(|item| u32::from(item.sets)).sum();
        let sets: u32 = items.iter().map(|item| u32::from(item.sets)).sum();
        if *kind != SessionKind::Try && sets * 2 >= all {
            self.note_done(day);
            if matches!(kind, SessionKind::F | SessionKind::S) {
                self.heavy.push(day);
            }
        }
        for done in items {
            let steps = done.exercise == "step-up";
            if !steps && done.exercise != "squat-bodyweight" {
                continue;
            }
            let planned = planned.iter().find(|item| item.exercise == done.exercise);
            let in_full = planned.is_some_and(|item| item.level >= DoseLevel::Two && done.sets >= item.sets);
            if in_full && done.exchanged.is_none() && done.worst.is_none_or(|worst| worst.get() <= 2) {
                self.step_up.push((day, steps));
            }
        }
    }

    fn note_done(&mut self, day: Day) {
        let place = self.done.partition_point(|other| *other < day);
        if self.done.get(place) != Some(&day) {
            self.done.insert(place, day);
        }
    }

    fn finish(&mut self, pass: &mut Pass, happened: &Happened<'_>, moment: Moment) {
        match moment {
            Moment::CheckIn | Moment::ReTest => self.check_ins.push((happened.id, happened.day)),
            Moment::Screen | Moment::Short | Moment::Ask => {
                let flags = raised(&pass.answers);
                let new = flags.without(pass.flags);
                pass.flags = flags;
                if !new.is_empty() {
                    self.raised.push((happened.id, happened.day, new));
                }
            }
            _ => {}
        }
    }

    /// Puts to each run what was answered later.
    fn settle(&mut self, pass: &Pass, now: Now) {
        for index in 0..self.runs.len() {
            let Some(run) = self.runs.get(index) else { continue };
            let (id, at) = (run.id, run.at);
            let given = pass.given.binary_search_by_key(&id, |(run, _)| *run).ok().and_then(|at| pass.given.get(at));
            let morning = given.and_then(|(_, at)| self.mornings.get(*at));
            let morning = match morning {
                Some(scored) => {
                    let usual = self.usual(scored.id);
                    MorningAnswer::Given { pain: scored.pain, class: morning_class(scored.pain, usual, scored.stiff) }
                }
                None if now.wall.0 - at.0 > MORNING_HOURS * HOUR => MorningAnswer::Missing,
                None => MorningAnswer::Open,
            };
            let after = pass.afters.iter().filter(|(run, _)| *run == id).map(|(_, pain)| *pain).max();
            let rest = pass.rest.contains(&id);
            let site_at = |ctx| pass.sites.iter().rev().find(|(run, at, _)| *run == id && *at == ctx);
            // Where it hurts afterward counts as the site unless another place was named.
            let watched = |ctx| site_at(ctx).is_none_or(|(.., site)| site.is_watched());
            let (after_watched, morning_watched) = (watched(Context::AfterSixty), watched(Context::Morning));
            if let Some(run) = self.runs.get_mut(index) {
                run.felt.after = after;
                run.felt.morning = morning;
                let only = |pain: PainScore, watched| if watched { pain.get() } else { 0 };
                run.at_site.during = run.felt.during.map(|pain| only(pain, run.site.is_watched()));
                run.at_site.after = after.map(|pain| only(pain, after_watched));
                run.at_site.morning = match morning {
                    MorningAnswer::Given { pain, .. } => Some(only(pain, morning_watched)),
                    _ => None,
                };
                run.at_site.rest = rest;
            }
        }
    }
}

/// Kind and worst pain of what hurt in a run's session.
fn of_session(of: Option<EntryId>, pass: &Pass) -> (Option<HurtKind>, Option<PainScore>) {
    let Some(of) = of else { return (None, None) };
    let hurts = pass.hurts.iter().filter(|(session, ..)| *session == of);
    let kind = hurts.clone().map(|(.., kind)| *kind).find(|kind| *kind != HurtKind::Ache);
    let said = pass.after_said.iter().filter(|(session, ..)| *session == of).filter_map(|(_, worst, _)| *worst);
    (kind, hurts.map(|(_, pain, _)| *pain).chain(said).max())
}

/// The class of a morning against usual pain (`progression.md` section 7). Unknown usual pain counts as 0.
pub fn morning_class(pain: PainScore, usual: Option<PainScore>, stiff: bool) -> Morning {
    let (pain, usual) = (pain.get(), usual.map_or(0, PainScore::get));
    match pain {
        8..=10 => Morning::Severe,
        6 | 7 => Morning::Up,
        _ if pain >= usual + 3 => Morning::Up,
        _ if pain == usual + 2 || (pain >= 4 && pain > usual) || stiff => Morning::Slight,
        _ => Morning::Settled,
    }
}

fn score(answer: &Answer) -> Option<PainScore> {
    match answer {
        Answer::Number(number) => u8::try_from(*number).ok().and_then(PainScore::new),
        _ => None,
    }
}
