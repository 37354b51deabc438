//! The course of running: what each run, OK and new flag does to stage, waits and locks, one after the other.
//!
//! Not here: one run by itself (see `response`), and what is open today (see `state`).

use super::basis::{Basis, Went};
use super::choice::{Place, longest_answered, start_running_on};
use super::effect::View;
use super::impact::{Impact, Rules, Tried, WALKING_DAYS};
use super::ladder::Ladder;
use super::log::{Logged, OkGiven, RunLog, Told};
use super::response::{Bounds, Color, Colors, MorningAnswer, Step, by_colors, by_site};
use super::what::{BONE_SITES, ImpactStep, What};
use crate::journal::EntryId;
use crate::library::Phase;
use crate::program::plan::Irritability;
use crate::program::reason::RuleId;
use crate::program::screening::{Flag, FlagSet};
use crate::units::{Day, Millis, PainScore};

pub(super) const HOUR: i64 = 3_600_000;
/// Hours from start to start.
pub(super) const APART_HOURS: i64 = 44;
/// `PRG-T4`: hours longer after a step back.
pub(super) const LONGER_HOURS: i64 = 24;

/// Running is locked until a clinician's OK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lock {
    /// The rule that locked it.
    pub rule: RuleId,
    /// The day; the OK's visit lies on or after it.
    pub since: Day,
    /// The entry.
    pub by: EntryId,
}

/// What a run or step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// Its entry.
    pub run: EntryId,
    /// Its day.
    pub day: Day,
    /// What was run.
    pub what: What,
    /// Its colors.
    pub colors: Colors,
    /// The row that decided.
    pub rule: RuleId,
    /// What followed beside it, such as `RUN-D10` or `PRG-X10`.
    pub then: Option<RuleId>,
    /// The session's result.
    pub went: Went,
    /// Where the runner stood before.
    pub from: Option<Place>,
    /// Where they stand now.
    pub to: Option<Place>,
    /// The morning's answer is still open.
    pub open: bool,
}

/// Running so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The impact steps; [`Impact::passed`] is `RUN-R15`.
    pub impact: Impact,
    /// The stage; none before the first.
    pub place: Option<Place>,
    /// Good runs at it.
    pub good: u8,
    /// No run before that.
    pub not_before: Millis,
    /// Walking only until that day, the first on which one may run or hop again.
    pub walking_until: Option<Day>,
    /// Locked.
    pub lock: Option<Lock>,
    /// Running on was closed on that day (`RUN-M6`).
    pub closed: Option<Day>,
    /// How often.
    pub closings: u8,
    /// 2 x 600 s runs that are still to come (`RUN-K1`).
    pub bridges: u8,
    /// `keep`: the next runs at most at that percent of the longest (`RUN-D11`), and how many.
    pub cap: Option<(u8, u8)>,
    /// `RUN-K7`: a relapse that day.
    pub relapse: Option<Day>,
    /// `RUN-S1` was not passed twice (`RUN-L3`).
    pub first_failed: u8,
    /// What each run came to, the oldest first.
    pub responses: Vec<Response>,
    pub(super) holds: u8,
    pub(super) one_piece_missed: u8,
    pub(super) walking_weeks: u8,
    pub(super) bad: Vec<(Day, Color, Option<Place>)>,
    pub(super) bone_pain: Option<EntryId>,
    pub(super) ruled_out: bool,
    pub(super) sore_front: Vec<Day>,
    pub(super) last_run: Option<Day>,
    pub(super) not_green: u8,
    pub(super) was_running_on: bool,
    /// The day that the last gap was counted from: a gap counts once.
    gap_from: Option<Day>,
}

/// What happened, in order.
enum Event<'a> {
    Run(&'a Logged),
    Raised(FlagSet),
    Ok(&'a OkGiven),
    Chosen(Ladder),
    CheckIn(EntryId, Day),
}

impl Course {
    /// The course of that log.
    pub fn of(log: &RunLog, basis: &Basis<'_>) -> Self {
        let mut course = Self::new();
        for event in events(log) {
            match event {
                Event::Run(run) => course.run(log, basis, run),
                Event::Raised(flags) => course.raised(flags),
                Event::Ok(ok) => course.ok(ok),
                Event::Chosen(ladder) => course.ease(ladder),
                Event::CheckIn(id, day) => course.check_in(log, id, day),
            }
        }
        course
    }

    const fn new() -> Self {
        Self {
            impact: Impact::START,
            place: None,
            good: 0,
            not_before: Millis(i64::MIN),
            walking_until: None,
            lock: None,
            closed: None,
            closings: 0,
            bridges: 0,
            cap: None,
            relapse: None,
            first_failed: 0,
            responses: Vec::new(),
            holds: 0,
            one_piece_missed: 0,
            walking_weeks: 0,
            bad: Vec::new(),
            bone_pain: None,
            ruled_out: false,
            sore_front: Vec::new(),
            last_run: None,
            not_green: 0,
            was_running_on: false,
            gap_from: None,
        }
    }

    /// A bone stress flag that was not there before: readiness for impact starts anew.
    fn raised(&mut self, flags: FlagSet) {
        if [Flag::BsiOpen, Flag::BsiCleared, Flag::BoneCheck].into_iter().any(|flag| flags.contains(flag)) {
            self.start_anew();
        }
    }

    fn start_anew(&mut self) {
        self.impact.restart();
        self.stand(None);
    }

    pub(super) fn stand(&mut self, place: Option<Place>) {
        if self.place != place {
            (self.good, self.holds) = (0, 0);
        }
        self.place = place;
    }

    fn ok(&mut self, ok: &OkGiven) {
        if ok.ruled_out && self.bone_pain.is_some_and(|since| ok.id > since) {
            self.ruled_out = true;
        }
        if self.lock.is_some_and(|lock| ok.visit >= lock.since && ok.id > lock.by) {
            self.lock = None;
            // The counts of a stop start anew.
            self.bad.clear();
            self.sore_front.clear();
            self.walking_weeks = 0;
        }
    }

    /// A change to an easier ladder (section 3), at once; to a harder one never.
    pub(super) fn ease(&mut self, ladder: Ladder) {
        let Some(place) = self.place.filter(|place| ladder < place.ladder()) else { return };
        let left = place.stage().unwrap_or_else(|| place.ladder().last());
        self.stand(Some(Place::Stage(ladder.coming_from(left))));
    }

    /// `RUN-M6`: running on opens again at a check-in 14 days later or more, with pain 0 to 2 in walking.
    fn check_in(&mut self, log: &RunLog, id: EntryId, day: Day) {
        let Some(closed) = self.closed.filter(|_| self.closings == 1) else { return };
        let walk = log.told_at("q-nprs-walk", id).filter(|told| day.since(told.day) < 7).and_then(Told::number);
        if day.since(closed) >= 14 && walk.is_some_and(|walk| walk <= 2) {
            self.closed = None;
        }
    }

    fn run(&mut self, log: &RunLog, basis: &Basis<'_>, run: &Logged) {
        if run.what == What::Walk {
            return;
        }
        self.gap(log, basis, run.day, run.id);
        let from = self.place;
        let phase = basis.phase_on(run.day);
        let on = is_running_on(phase);
        let main = log.told_at("q-region-main", run.id).and_then(Told::text);
        let bone = main.is_none_or(|main| BONE_SITES.contains(&main));
        let usual = basis.limits.pain.map_or(Bounds::USUAL, |pain| Bounds { green: pain.min(3) });
        let bounds = if on && bone { usual.bone() } else { usual };
        let colors = run.colors(bounds);
        let open = run.felt.morning == MorningAnswer::Open;
        let mut response = Response {
            run: run.id,
            day: run.day,
            what: run.what,
            colors,
            rule: RuleId("RUN-D5"),
            then: None,
            went: Went::Hold,
            from,
            to: from,
            open,
        };
        self.not_before = self.not_before.max(Millis(run.at.0 + APART_HOURS * HOUR));
        self.note_site(run, colors);
        if let What::Impact(step) = run.what {
            self.hop(basis, run, step, &mut response);
        } else {
            self.last_run = Some(run.day);
            if self.place.is_none() {
                self.begin(log, basis, run, on);
            }
            let bone_ladder = basis.is_bone_ladder()
                || matches!(run.what, What::Stage(stage) if stage.ladder() == Ladder::BoneStressCleared);
            let by_site = if bone_ladder { by_site(run.at_site, &run.felt) } else { None };
            // While the morning is open nothing can be passed, and what is known already counts.
            let by_site = by_site.filter(|decided| !(open && decided.step == Step::Hold));
            let decided = by_site.unwrap_or_else(|| by_colors(colors, &run.felt));
            let view = View { log, basis, run, colors, phase, on, bone };
            self.respond(&view, decided, &mut response);
        }
        response.to = self.place;
        self.responses.push(response);
    }

    /// A hop's try. While its morning is open only what is bad already counts.
    fn hop(&mut self, basis: &Basis<'_>, run: &Logged, step: ImpactStep, response: &mut Response) {
        let rules = Rules { bone_ladder: basis.is_bone_ladder(), ruled_out: self.ruled_out };
        let pain = run.felt.during.map_or(0, PainScore::get);
        if step != ImpactStep::I1 && pain >= 1 && run.site.bone {
            self.bone_pain.get_or_insert(run.id);
        }
        if response.open && pain < 4 && !run.felt.sharp && !run.felt.limp {
            response.rule = RuleId("RUN-F3");
            return;
        }
        let (rule, tried) = self.impact.take(run, step, rules);
        response.rule = rule;
        response.went = match tried {
            Tried::Pass { .. } => Went::Progress,
            Tried::Stay => Went::Hold,
            Tried::Back | Tried::Walk | Tried::Lock => Went::Regress,
        };
        match tried {
            Tried::Lock => self.lock(run, rule, response),
            Tried::Walk => self.walk_from(run.day),
            Tried::Back if step == ImpactStep::I1 => self.walk_from(run.day),
            _ => {}
        }
        if response.went >= Went::Regress {
            self.wait(run, APART_HOURS + LONGER_HOURS);
        }
    }

    pub(super) fn walk_from(&mut self, day: Day) {
        self.walking_until = self.walking_until.max(Some(day.plus(WALKING_DAYS + 1)));
    }

    pub(super) fn wait(&mut self, run: &Logged, hours: i64) {
        self.not_before = self.not_before.max(Millis(run.at.0 + hours * HOUR));
    }

    pub(super) fn lock(&mut self, run: &Logged, rule: RuleId, response: &mut Response) {
        self.lock = Some(Lock { rule, since: run.day, by: run.id });
        response.then = Some(RuleId("PRG-X10"));
    }

    /// The first stage that a runner may begin with: what was run never counts for more.
    fn begin(&mut self, log: &RunLog, basis: &Basis<'_>, run: &Logged, on: bool) {
        let What::Stage(stage) = run.what else { return };
        let start = if on {
            let moderate = basis.bearing.irritability != Irritability::Low;
            start_running_on(log, stage.ladder(), moderate, run.id)
        } else {
            Some(Place::Stage(stage.ladder().first()))
        };
        let start = start.map(|start| match start.stage() {
            Some(allowed) if allowed.ladder() == stage.ladder() => Place::Stage(allowed.min(stage)),
            _ => start,
        });
        self.stand(start);
    }

    /// Days without training before a run: `PRG-G1` to `PRG-G3`; while running on, days without a run (`RUN-M7`).
    pub(super) fn gap(&mut self, log: &RunLog, basis: &Basis<'_>, day: Day, id: EntryId) {
        let on = is_running_on(basis.phase_on(day));
        let done = log.done.partition_point(|done| *done < day).checked_sub(1).and_then(|at| log.done.get(at)).copied();
        let before = if on { self.last_run } else { done };
        let Some(before) = before.filter(|before| self.gap_from != Some(*before)) else { return };
        self.gap_from = Some(before);
        let days = day.since(before);
        let steps = match days {
            28.. if on => {
                let place = self.place;
                let moderate = basis.bearing.irritability != Irritability::Low;
                let anew = place.and_then(|place| start_running_on(log, place.ladder(), moderate, id));
                self.stand(anew.min(place));
                return;
            }
            28.. => return self.start_anew(),
            14.. => 3,
            7.. => 1,
            _ => return,
        };
        self.down(log, steps, id);
        if basis.phase_on(day) == Phase::Keep {
            self.cap = Some((if steps == 1 { 75 } else { 50 }, 2));
        }
    }

    pub(super) fn down(&mut self, log: &RunLog, steps: u8, at: EntryId) {
        let easy = longest_answered(log, at).map_or(1800, |longest| longest * 7 / 10);
        self.stand(self.place.map(|place| place.back(steps, easy)));
        self.holds = 0;
        self.one_piece_missed = 0;
        self.good = 0;
    }

    /// `PRG-X10`: two runs in 28 days that were more than green with the pain in the groin or the front of the thigh.
    fn note_site(&mut self, run: &Logged, colors: Colors) {
        let yellow_in_or_after = colors.during.max(colors.after) >= Color::Yellow;
        if run.what.is_run() && run.site.groin_front && (yellow_in_or_after || colors.worst() >= Color::Red) {
            self.sore_front.push(run.day);
        }
    }
}

/// Whether shorter runs beside the early phases are meant (section 11).
pub(super) const fn is_running_on(phase: Phase) -> bool {
    matches!(phase, Phase::Calm | Phase::Build | Phase::Load)
}

fn events(log: &RunLog) -> Vec<Event<'_>> {
    let mut all: Vec<(Millis, u8, EntryId, Event<'_>)> = Vec::new();
    all.extend(log.raised.iter().map(|(id, _, flags)| (id.utc(), 0, *id, Event::Raised(*flags))));
    all.extend(log.oks.iter().map(|ok| (ok.id.utc(), 1, ok.id, Event::Ok(ok))));
    let chosen = log.chosen.iter().filter_map(|(id, ladder)| Some((*id, Ladder::parse(ladder)?)));
    all.extend(chosen.map(|(id, ladder)| (id.utc(), 2, id, Event::Chosen(ladder))));
    all.extend(log.check_ins.iter().map(|(id, day)| (id.utc(), 3, *id, Event::CheckIn(*id, *day))));
    all.extend(log.runs.iter().map(|run| (run.at, 4, run.id, Event::Run(run))));
    all.sort_by_key(|(at, order, id, _)| (*at, *order, *id));
    all.into_iter().map(|(.., event)| event).collect()
}
