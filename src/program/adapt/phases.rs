//! Phases (`progression.md` section 2): entry, exit rows, and what a check-in decides. Never by the calendar alone.
//!
//! Not here: the criteria for running (see `RunFacts`, which the rules of return to run fill).

use super::change::{Changed, Told};
use super::course::{Answers, Around, Course, InPhase, Spoken, Steer, push};
use crate::journal::EntryId;
use crate::library::{DoseLevel, ExerciseId, Phase};
use crate::program::evaluation::{BodySide, Question, irritability};
use crate::program::pattern::{Finding, Findings, NormClass};
use crate::program::plan::{Irritability, is_harder, ladder};
use crate::program::reason::RuleId;
use crate::program::screening::{Flag, Outcome, Question as SafetyQuestion};
use crate::units::{Day, PainScore};

/// Days for which an answer of a check-in counts.
const FRESH: i32 = 7;

/// An exit row, and whether it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExitRow {
    /// The row.
    pub rule: RuleId,
    /// Whether it is true; a missing answer is not.
    pub met: bool,
}

/// The way out of a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// Where it leads.
    pub to: Phase,
    /// The days that the phase lasts at least, and those that have passed.
    pub days: (i32, i32),
    /// The rows that must all be true.
    pub rows: Vec<ExitRow>,
}

impl Exit {
    /// Whether the minimum days are over and all rows are true.
    pub fn is_open(&self) -> bool {
        let (least, passed) = self.days;
        passed >= least && self.rows.iter().all(|row| row.met)
    }
}

const fn least_days(phase: Phase) -> i32 {
    match phase {
        Phase::Calm => 7,
        Phase::Build => 14,
        Phase::Load => 21,
        Phase::Run | Phase::Keep => 28,
    }
}

impl Course {
    /// Another phase begins: its counts are new.
    pub(super) fn go_to(&mut self, phase: Phase, day: Day, steer: &Steer) {
        self.phase = phase;
        self.phase_since = Some(day);
        push(&mut self.phases, (day, phase));
        self.counted_from = Some(day);
        self.offer = None;
        self.slow_run = steer.running.bone_site || steer.running.slowest;
        self.in_phase = InPhase { rungs: self.items.rungs().to_vec(), ..InPhase::default() };
        self.turn_to(steer);
    }

    /// The ways out of the phase as they stand: for Plan, and at a check-in for the offer.
    pub fn exits(&self, day: Day, around: Around<'_>) -> Vec<Exit> {
        let row = |rule, met| ExitRow { rule: RuleId(rule), met };
        let average = |most: u16| self.pains.week(day).is_some_and(|week| week.0 <= most);
        let two_weeks = |most: u16| self.pains.two_weeks(day).is_some_and(|average| average.0 <= most);
        let calm = self.irritability < Irritability::High;
        let counts = &self.in_phase;
        let running = around.steer.running;
        let ways = match self.phase {
            Phase::Calm => vec![(
                Phase::Build,
                vec![
                    row("PRG-C1", average(40)),
                    row("PRG-C2", calm),
                    row("PRG-C3", counts.ok >= 3 && counts.back == [false, false]),
                    row("PRG-C4", is_at_most(self.answers.walk, day, 3)),
                ],
            )],
            Phase::Build => vec![(
                Phase::Load,
                vec![
                    row("PRG-B1", average(30)),
                    row("PRG-B2", counts.done >= 6 && counts.progress >= 4),
                    row("PRG-B3", self.strong(around, false)),
                    row("PRG-B4", is_at_most(self.answers.stairs, day, 3)),
                    row("PRG-B5", calm),
                ],
            )],
            Phase::Load if self.no_run => {
                vec![(Phase::Keep, vec![row("PRG-L2", self.strong(around, true) && two_weeks(20))])]
            }
            Phase::Load => vec![(Phase::Run, vec![row("PRG-L1", running.ready)])],
            Phase::Run => vec![(Phase::Keep, vec![row("PRG-R1", running.finished && two_weeks(20))])],
            Phase::Keep => Vec::new(),
        };
        let passed = self.phase_since.map_or(0, |since| day.since(since));
        let days = (least_days(self.phase), passed);
        ways.into_iter().map(|(to, rows)| Exit { to, days, rows }).collect()
    }

    /// Whether the strength of the last two F is at level 2 or higher, or a step above the one at the start of the
    /// phase: half of it, rounded up, or all.
    fn strong(&self, around: Around<'_>, all: bool) -> bool {
        let mut ids: Vec<ExerciseId> = self.heavy.iter().flatten().copied().collect();
        ids.sort_unstable();
        ids.dedup();
        let strong = ids.iter().filter(|id| self.is_strong(**id, around)).count();
        !ids.is_empty()
            && !self.heavy.iter().any(Vec::is_empty)
            && if all { strong == ids.len() } else { strong * 2 >= ids.len() }
    }

    fn is_strong(&self, id: ExerciseId, around: Around<'_>) -> bool {
        let at_two = |id| self.items.get(id).is_some_and(|state| state.level >= DoseLevel::Two);
        let Some(exercise) = around.library.get(id) else { return false };
        let own = ladder(exercise, around.library);
        let now = self.items.current(own).unwrap_or(id);
        let before = self.in_phase.rungs.iter().find(|rung| rung.ladder == own).map(|rung| rung.current);
        let above = before.and_then(|before| around.library.get(before)).zip(around.library.get(now));
        at_two(id) || at_two(now) || above.is_some_and(|(before, now)| is_harder(now, before, around.library))
    }

    /// The first evaluation is over with some entry; it may be an edit, which is no happening of its own.
    pub(super) fn evaluate_by(&mut self, id: EntryId, day: Day, around: Around<'_>) {
        if self.evaluated.is_none() && around.steer.ended.is_some_and(|ended| ended <= id) {
            self.evaluate(day, around);
        }
    }

    /// The first evaluation is over: irritability and start phase (`PRG-P3` to `PRG-P5`).
    pub(super) fn evaluate(&mut self, day: Day, around: Around<'_>) {
        self.irritability = self.answers.irritability().unwrap_or(Irritability::Moderate);
        self.evaluated = Some(day);
        self.check_in = Some(day);
        self.tested = Some(day);
        let (phase, _) =
            start_phase(self.answers.said.pain(Question::NprsNow), self.irritability, around.steer.careful);
        self.last_four.clear();
        self.go_to(phase, day, around.steer);
    }

    /// A check-in, or a re-test, which is one too (`OM-83`).
    pub(super) fn checked_in(&mut self, day: Day, around: Around<'_>) {
        self.irritability = self.answers.irritability().unwrap_or(self.irritability);
        if self.re_enters && self.irritability > Irritability::Low && self.phase > Phase::Calm {
            self.go_to(Phase::Calm, day, around.steer);
            self.change(Changed::Phase(Phase::Calm), RuleId("PRG-G1"), day, Told::default());
        }
        self.re_enters = false;
        let open = self.exits(day, around).into_iter().find(Exit::is_open);
        self.offer = open.filter(|_| self.evaluated.is_some() && self.flare.is_none()).map(|exit| exit.to);
        self.check_rows(day);
        self.check_in = Some(day);
    }

    /// `PRG-X01`, `PRG-X02`, `PRG-X06`: rows that are looked at in check-ins.
    fn check_rows(&mut self, day: Day) {
        let (done, planned) = self.adherence(day);
        let often = done * 100 >= planned * 60 && planned > 0;
        let late = self.evaluated.is_some_and(|first| day.since(first) >= 41);
        let flat = late && self.is_flat(day);
        self.flat = if flat { self.flat.saturating_add(1) } else { 0 };
        let tried = self.smaller_plan.is_some_and(|offered| day.since(offered) >= 21);
        for (rule, is_true) in [("PRG-X01", self.flat >= 2 && often), ("PRG-X02", self.flat >= 2 && !often && tried)] {
            if is_true {
                self.refer(RuleId(rule), day);
            } else {
                self.referrals.lower(RuleId(rule));
            }
        }
        if self.referrals.all().iter().any(|one| one.rule.0 == "PRG-X12" && day.since(one.since) >= FRESH) {
            self.referrals.lower(RuleId("PRG-X12"));
        }
        let some = self.answers.safety.chosen(SafetyQuestion::RestPain).any(|option| option == "some");
        self.rest_some = if some { self.rest_some.saturating_add(1) } else { 0 };
        if self.rest_some >= 3 {
            self.refer(RuleId("PRG-X06"), day);
        }
    }

    /// Pain less than 2 points and less than 30 % under the first value, and own activities not clearly better.
    fn is_flat(&self, day: Day) -> bool {
        let Some(first) = self.pains.first().map(|first| u16::from(first.get()) * 10).filter(|first| *first >= 20)
        else {
            return false;
        };
        let Some(week) = self.pains.week(day) else { return false };
        let fall = first.saturating_sub(week.0);
        let better = self.answers.activities.zip(self.answers.first_activities);
        let better = better.is_some_and(|((_, now), first)| now >= first + 23);
        fall < 20 && fall * 10 < first * 3 && !better
    }

    /// Whether the strength of a smaller plan is to be offered (`PRG-X02`).
    pub fn offers_smaller_plan(&self, today: Day) -> bool {
        let (done, planned) = self.adherence(today);
        self.flat >= 1 && done * 100 < planned * 60 && self.smaller_plan.is_none()
    }
}

/// `PRG-P3` to `PRG-P5`: the phase in which a plan starts. What shuts it (`PRG-P1`, `PRG-P2`) is decided before.
pub fn start_phase(now: Option<PainScore>, irritability: Irritability, careful: bool) -> (Phase, RuleId) {
    match now {
        Some(pain) if pain.get() >= 5 => (Phase::Calm, RuleId("PRG-P3")),
        _ if irritability > Irritability::Low || careful => (Phase::Calm, RuleId("PRG-P4")),
        _ => (Phase::Build, RuleId("PRG-P5")),
    }
}

/// `PRG-Q5`: the test of a ladder, and the exercises that begin at level 2 when it is at its target.
const TESTED: [(&str, &[&str]); 7] = [
    ("t-bridge", &["glute-set", "long-lever-bridge-hold"]),
    ("t-abduction", &["isometric-hip-abduction-supine", "standing-wall-press"]),
    ("t-side-plank", &["side-plank-knees"]),
    ("t-calf", &["calf-raise-double"]),
    ("t-sit-stand", &["sit-to-stand", "step-up"]),
    ("t-squeeze", &["adductor-squeeze-ball"]),
    ("t-hip-flexion", &["hip-flexor-isometric"]),
];

/// The exercises that begin at level 2: every side that was tested is at its target, at pain 0 to 2.
pub fn at_two(findings: &Findings) -> Vec<ExerciseId> {
    let is_good = |finding: &Finding| {
        finding.class == Some(NormClass::Target) && finding.pain.as_ref().is_some_and(|pain| pain.worst.get() <= 2)
    };
    let passed = |test: &str| {
        let mut sides = BodySide::ALL.iter().filter_map(|side| findings.get(test, *side)).peekable();
        sides.peek().is_some() && sides.all(is_good)
    };
    let ids = TESTED.iter().filter(|(test, _)| passed(test)).flat_map(|(_, ids)| ids.iter());
    ids.filter_map(|id| ExerciseId::parse(id)).collect()
}

/// The watch flags of `PRG-P4`.
const WATCHED: [Flag; 6] = [
    Flag::BoneWatch,
    Flag::WorseningWatch,
    Flag::EnergyWatch,
    Flag::LowBoneWatch,
    Flag::BloodSupplyWatch,
    Flag::LegNumbnessWatch,
];

/// Whether `PRG-P4` keeps the start in `calm`: a flag dropped to `Caution` by an OK, or one to watch.
pub fn is_careful(outcome: &Outcome) -> bool {
    outcome.raised.iter().any(|raised| raised.cleared || WATCHED.contains(&raised.flag))
}

fn is_at_most(answer: Spoken<PainScore>, day: Day, most: u8) -> bool {
    answer.is_some_and(|(at, pain)| day.since(at) < FRESH && pain.get() <= most)
}

impl Answers {
    /// How easily pain rises, from the newest answers; moderate while it is not known.
    fn irritability(&self) -> Option<Irritability> {
        irritability(&self.said, &self.safety).map(|(level, _)| level)
    }
}
