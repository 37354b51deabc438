//! A made-up runner who writes a journal, and all that running goes by.

use crate::journal::{
    Answer, Body, BoneFinding, Context, Entry, EntryId, Journal, OkEntry, Profession, RunEntry, Scope,
};
use crate::library::{Pattern, Phase};
use crate::program::derived_tests::passed;
use crate::program::plan::{Bearing, Irritability, SoreSide};
use crate::program::running::*;
use crate::program::screening::Screening;
use crate::units::{Day, Effort, Millis, Now, PainScore, Seconds};

pub const DAY: i64 = 86_400_000;
/// Monday 2026-11-23, 08:00 UTC: the screen was passed then.
pub const MONDAY: i64 = 1_795_420_800_000;

pub fn pain(score: u8) -> PainScore {
    PainScore::new(score).unwrap()
}

/// One who passed the screen; 40 years, outer-hip pain, phase `run`.
#[derive(Clone)]
pub struct Jogger {
    pub journal: Journal,
    pub at: i64,
    pub entries: u128,
    pub bearing: Bearing,
    pub phases: Vec<(Day, Phase)>,
    pub average7: Option<u16>,
    pub first_irritability: Option<Irritability>,
    pub results: Vec<Went>,
    pub deloads: Vec<(Day, Day)>,
    pub flare: bool,
    pub tests: Vec<TestFact>,
    pub limits: RunLimits,
    pub cadence: Option<u16>,
    pub side: SoreSide,
}

impl Jogger {
    pub fn new() -> Self {
        let journal = passed().0;
        let bearing =
            Bearing { pattern: Pattern::LoadGeneral, irritability: Irritability::Low, ..Bearing::first_plan() };
        let mut jogger = Self {
            journal,
            at: MONDAY + DAY / 24,
            entries: 1 << 60,
            bearing,
            phases: vec![(day(0), Phase::Run)],
            average7: Some(10),
            first_irritability: Some(Irritability::Low),
            results: vec![Went::Progress; 3],
            deloads: Vec::new(),
            flare: false,
            tests: good_tests(day(0)),
            limits: RunLimits::default(),
            cadence: None,
            side: SoreSide::Right,
        };
        jogger.say("q-region-main", Answer::Text("r-outer-hip".into()));
        jogger
    }

    /// One who did all impact steps on days 0, 2, 4, 6, 8 without pain.
    pub fn hopped() -> Self {
        let mut jogger = Self::new();
        for (day, step) in [(0, "RUN-I1"), (2, "RUN-I2"), (4, "RUN-I3"), (6, "RUN-I4"), (8, "RUN-I4")] {
            jogger.on(day).easy(step);
        }
        jogger
    }

    /// One with a bone stress injury behind, who did each step twice, on days 0 to 14.
    pub fn hopped_twice() -> Self {
        let mut jogger = Self::new();
        jogger.limits.bone_ladder = true;
        let steps = ImpactStep::ALL.into_iter().flat_map(|step| [step, step]);
        for (at, step) in steps.enumerate() {
            jogger.on(2 * i64::try_from(at).unwrap()).easy(step.id());
        }
        jogger
    }

    /// Eight in the morning, that many days after Monday.
    pub fn on(&mut self, day: i64) -> &mut Self {
        self.at = self.at.max(MONDAY + day * DAY);
        self
    }

    pub fn now(&self) -> Now {
        Now { wall: Millis(self.at), mono: Millis(0), zone: 0 }
    }

    pub fn write(&mut self, body: Body) -> EntryId {
        self.entries += 1;
        self.at += 1000;
        let id = EntryId::new(Millis(self.at), self.entries);
        self.journal.insert(Entry { id, tz: 0, body });
        id
    }

    pub fn say(&mut self, q: &str, a: Answer) -> &mut Self {
        self.tell(q, a, Context::CheckIn)
    }

    pub fn number(&mut self, q: &str, a: i64) -> &mut Self {
        self.say(q, Answer::Number(a))
    }

    pub fn option(&mut self, q: &str, a: &str) -> &mut Self {
        self.say(q, Answer::Text(a.into()))
    }

    pub fn tell(&mut self, q: &str, a: Answer, ctx: Context) -> &mut Self {
        self.write(Body::Answer { q: q.into(), a, ctx });
        self
    }

    /// A run with pain during it, after 60 minutes and the next morning; the clock goes on to the next morning.
    pub fn run(&mut self, what: &str, checks: (u8, Option<u8>, Option<u8>)) -> &mut Self {
        self.run_with(what, checks, |_| {})
    }

    /// The same with more about it.
    pub fn run_with(
        &mut self,
        what: &str,
        (during, after, morning): (u8, Option<u8>, Option<u8>),
        more: impl FnOnce(&mut RunEntry),
    ) -> &mut Self {
        let stage = Stage::parse(what);
        let run = stage.map_or(Seconds(600), Stage::running);
        let mut entry = RunEntry {
            what: what.into(),
            run,
            walk: Seconds(900),
            worst: Some(pain(during)),
            finished: true,
            effort: Effort::new(4),
            regions: vec!["r-outer-hip".into()],
            ..RunEntry::default()
        };
        more(&mut entry);
        self.tell("q-nprs-now", Answer::Number(0), Context::Before);
        self.at += i64::from(entry.run.0 + entry.walk.0) * 1000;
        self.write(Body::Run(Box::new(entry)));
        if let Some(after) = after {
            self.at += DAY / 24;
            self.tell("q-nprs-now", Answer::Number(after.into()), Context::AfterSixty);
        }
        self.at += DAY / 2;
        self.at = (self.at / DAY + 1) * DAY + DAY / 4;
        if let Some(morning) = morning {
            self.tell("q-nprs-now", Answer::Number(morning.into()), Context::Morning);
        }
        self
    }

    /// Without any pain.
    pub fn easy(&mut self, what: &str) -> &mut Self {
        self.run(what, (0, Some(0), Some(0)))
    }

    /// Good, but not so easy that one is enough.
    pub fn good(&mut self, what: &str) -> &mut Self {
        self.run_with(what, (0, Some(0), Some(0)), |run| run.effort = Effort::new(6))
    }

    pub fn walk(&mut self, during: u8, morning: u8) -> &mut Self {
        self.run_with("walk", (during, None, Some(morning)), |walk| {
            (walk.run, walk.walk) = (Seconds(0), Seconds(1800));
        })
    }

    pub fn ok(&mut self, bone: BoneFinding) -> &mut Self {
        let on = Day::at(Millis(self.at), 0);
        self.write(Body::Ok(OkEntry {
            on,
            profession: Profession::Physician,
            scope: Scope::Full,
            bone,
            flags: Vec::new(),
            name: String::new(),
            note: String::new(),
        }));
        self
    }

    pub fn running(&self) -> Running {
        self.running_in(&self.journal)
    }

    pub fn running_in(&self, journal: &Journal) -> Running {
        let screening = Screening::of(journal, self.now());
        let basis = Basis {
            screening: &screening,
            bearing: &self.bearing,
            side: self.side,
            phases: &self.phases,
            average7: self.average7,
            average14: self.average7,
            first_irritability: self.first_irritability,
            results: &self.results,
            deloads: &self.deloads,
            strength_planned: 4,
            flare: self.flare,
            refer_stop: false,
            tests: &self.tests,
            has_step: true,
            limits: &self.limits,
            cadence: self.cadence,
            cadence_drill: self.cadence.is_some(),
            no_run: false,
        };
        Running::of(journal, &basis, self.now())
    }

    /// The id of the stage at which the runner stands.
    pub fn stage(&self) -> &'static str {
        self.running().course.place.and_then(Place::stage).map_or("-", Stage::id)
    }

    /// Rule and stage after the last run.
    pub fn last(&self) -> (&'static str, &'static str) {
        let running = self.running();
        let last = running.last.unwrap();
        (last.rule.0, last.to.and_then(Place::stage).map_or("-", Stage::id))
    }

    pub fn lock(&self) -> Option<&'static str> {
        self.running().course.lock.map(|lock| lock.rule.0)
    }

    /// The answers of a check-in that meet `RUN-R04` to `RUN-R06`.
    pub fn check_in(&mut self) -> &mut Self {
        self.option("s-rest-pain", "no").option("s-limp", "normal");
        self.number("q-nprs-walk", 1).number("q-nprs-stairs", 2)
    }
}

pub fn day(after: i32) -> Day {
    Day::parse("2026-11-23").unwrap().plus(after)
}

/// Tests that meet every criterion, on both sides.
pub fn good_tests(day: Day) -> Vec<TestFact> {
    let value = |test| match test {
        ReadyTest::Stance => 40,
        ReadyTest::Calf => 24,
        ReadyTest::Squat => 4,
        ReadyTest::Squeeze | ReadyTest::HipFlexion => 1,
        _ => 25,
    };
    let on = |leg| {
        ReadyTest::ALL.map(|test| TestFact { test, leg, value: value(test), near_or_target: true, pain: Some(1), day })
    };
    [Leg::Left, Leg::Right].into_iter().flat_map(on).collect()
}
