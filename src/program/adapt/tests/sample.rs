//! A runner whose hip answers as a test wants: entries, and the course that they come to.

use crate::journal::{
    Answer, Body, Choice, Context, EndedHow, Entry, EntryId, HurtKind, Item, ItemDone, Journal, LimitsEntry, Mark,
    Moment, OkEntry, SessionKind,
};
use crate::library::{DoseLevel, ExerciseId, Phase, first};
use crate::program::adapt::{Around, Changed, Course, Decided, SessionResult, Steer, morning};
use crate::program::plan::{Log, OFFERED, Settings};
use crate::units::{Day, Effort, Millis, PainScore, Seconds};

const DAY: i64 = 86_400_000;
/// Monday 2026-11-23.
pub const MONDAY: i32 = 20_780;

/// One exercise of a session as it went.
#[derive(Debug, Clone)]
pub struct Did {
    pub id: &'static str,
    pub level: u8,
    pub pain: Option<u8>,
    pub mark: Mark,
}

pub fn did(id: &'static str, level: u8) -> Did {
    Did { id, level, pain: None, mark: Mark::Ok }
}

pub fn hurt(id: &'static str, level: u8, pain: u8) -> Did {
    let mark = if pain >= 6 { Mark::Bad } else { Mark::Held };
    Did { id, level, pain: Some(pain), mark }
}

pub fn id(id: &str) -> ExerciseId {
    ExerciseId::parse(id).expect(id)
}

pub fn level(number: u8) -> DoseLevel {
    DoseLevel::try_from(number).unwrap()
}

#[derive(Debug, Clone)]
pub struct Hip {
    pub journal: Journal,
    pub steer: Steer,
    pub at: Millis,
    /// Pain before each session.
    pub b: u8,
    count: u128,
}

impl Hip {
    /// A runner in the first plan, on Monday at eight.
    pub fn new() -> Self {
        let mut hip = Self {
            journal: Journal::new(),
            steer: Steer::first_plan(),
            at: Millis(i64::from(MONDAY) * DAY + 8 * 3_600_000),
            b: 1,
            count: 0,
        };
        let all = OFFERED.iter().map(|one| one.id().to_owned()).collect();
        hip.answer("q-equipment", Answer::List(all), Context::Plan);
        hip
    }

    /// One who was evaluated: irritability low, so the plan starts in `build`.
    pub fn in_build() -> Self {
        let mut hip = Self::new();
        hip.evaluated(1, 1, "minutes");
        assert_eq!(hip.course().phase(), Phase::Build);
        hip
    }

    /// One who was evaluated: moderately irritable, in `calm`.
    pub fn in_calm() -> Self {
        let mut hip = Self::new();
        hip.evaluated(2, 4, "hours");
        assert_eq!(hip.course().phase(), Phase::Calm);
        hip
    }

    pub fn evaluated(&mut self, now: i64, worst: i64, settle: &str) -> &mut Self {
        self.tell(now, worst, settle, Context::DayZero);
        let last = self.journal.newest();
        self.steer.ended = last;
        self
    }

    /// The questions of a check-in.
    pub fn tell(&mut self, now: i64, worst: i64, settle: &str, ctx: Context) -> &mut Self {
        self.answer("q-nprs-now", Answer::Number(now), ctx);
        self.answer("q-nprs-worst", Answer::Number(worst), ctx);
        self.answer("q-nprs-average", Answer::Number(worst.min(now + 1)), ctx);
        self.answer("q-nprs-walk", Answer::Number(now), ctx);
        self.answer("q-nprs-stairs", Answer::Number(now), ctx);
        self.answer("s-rest-pain", Answer::Text("no".into()), ctx);
        self.answer("q-settle", Answer::Text(settle.into()), ctx);
        self
    }

    pub fn check_in(&mut self, now: i64, worst: i64, settle: &str) -> &mut Self {
        self.tell(now, worst, settle, Context::CheckIn);
        self.write(Body::Finish { moment: Moment::CheckIn });
        self
    }

    pub fn write(&mut self, body: Body) -> EntryId {
        self.count += 1;
        self.at = Millis(self.at.0 + 10);
        let id = EntryId::new(self.at, self.count);
        self.journal.insert(Entry { id, tz: 0, body });
        id
    }

    pub fn answer(&mut self, q: &str, a: Answer, ctx: Context) -> &mut Self {
        self.write(Body::Answer { q: q.into(), a, ctx });
        self
    }

    /// Eight in the morning of that many days after the first Monday.
    pub fn on(&mut self, day: i64) -> &mut Self {
        self.at = self.at.max(Millis((i64::from(MONDAY) + day) * DAY + 8 * 3_600_000));
        self
    }

    pub fn later(&mut self, minutes: i64) -> &mut Self {
        self.at = Millis(self.at.0 + minutes * 60_000);
        self
    }

    pub fn before(&mut self, pain: u8) -> &mut Self {
        self.answer("q-nprs-now", Answer::Number(pain.into()), Context::Before)
    }

    /// A session at noon of that day, with the usual pain before it.
    pub fn session(&mut self, day: i64, kind: SessionKind, items: &[Did]) -> EntryId {
        self.session_rated(day, kind, items, Some(1), Some(6))
    }

    pub fn session_rated(
        &mut self,
        day: i64,
        kind: SessionKind,
        items: &[Did],
        worst: Option<u8>,
        effort: Option<u8>,
    ) -> EntryId {
        let b = self.b;
        self.on(day).later(240).before(b);
        let planned = |did: &Did| {
            let dose = first().get(id(did.id)).unwrap().dose(level(did.level));
            Item {
                exercise: did.id.into(),
                level: level(did.level),
                sets: dose.sets,
                amount: dose.amount,
                rest: dose.rest,
            }
        };
        let planned: Vec<Item> = items.iter().map(planned).collect();
        let letter = if kind == SessionKind::M { "m" } else { "f" };
        let slot = format!("{}-{letter}", Day::from_epoch(MONDAY).plus(i32::try_from(day).unwrap()));
        let of = self.write(Body::Session { slot, kind, seconds: Seconds(1200), items: planned.clone() });
        let done = items.iter().zip(planned).map(|(did, planned)| ItemDone {
            exercise: planned.exercise,
            sets: if did.mark == Mark::Ok { planned.sets } else { planned.sets.div_ceil(2) },
            amount: 8,
            worst: did.pain.and_then(PainScore::new),
            mark: did.mark,
            exchanged: None,
        });
        let items = done.collect();
        self.later(20);
        self.write(Body::SessionEnd { of, how: EndedHow::Done, seconds: Seconds(1200), items });
        let (worst, effort) = (worst.and_then(PainScore::new), effort.and_then(Effort::new));
        if worst.is_some() {
            self.write(Body::After { of, worst, effort, note: String::new() });
        }
        of
    }

    pub fn hurt(&mut self, of: EntryId, kind: HurtKind, pain: u8) -> &mut Self {
        let pain = PainScore::new(pain).unwrap();
        self.write(Body::Hurt { of, item: "bridge-double".into(), pain, kind });
        self
    }

    /// The next morning at eight.
    pub fn morning(&mut self, day: i64, pain: u8) -> &mut Self {
        self.on(day);
        for body in morning(PainScore::new(pain).unwrap(), false) {
            self.write(body);
        }
        self
    }

    /// A session and its morning: the result that they come to.
    pub fn went(&mut self, day: i64, items: &[Did], worst: u8, next: u8) -> SessionResult {
        self.session_rated(day, SessionKind::F, items, Some(worst), Some(6));
        self.morning(day + 1, next);
        self.decided().result
    }

    pub fn choose(&mut self, choice: Choice) -> &mut Self {
        self.write(Body::Choice(choice));
        self
    }

    pub fn limits(&mut self, limits: LimitsEntry) -> &mut Self {
        self.write(Body::Limits(Box::new(limits)));
        self
    }

    pub fn ok(&mut self, day: i64) -> &mut Self {
        use crate::journal::{BoneFinding, Profession, Scope};
        let on = Day::from_epoch(MONDAY).plus(i32::try_from(day).unwrap());
        self.write(Body::Ok(OkEntry {
            on,
            profession: Profession::Physician,
            scope: Scope::Full,
            bone: BoneFinding::NotChecked,
            flags: Vec::new(),
            name: String::new(),
            note: String::new(),
        }));
        self
    }

    pub fn log(&self) -> Log {
        Log::of(&self.journal, first(), &self.steer)
    }

    pub fn today(&self) -> Day {
        Day::at(self.at, 0)
    }

    /// The course as it stands now.
    pub fn course(&self) -> Course {
        let log = self.log();
        self.with_around(&log, |around| log.course.at(self.at, self.today(), around))
    }

    pub fn with_around<T>(&self, log: &Log, then: impl FnOnce(Around<'_>) -> T) -> T {
        let settings: Settings = log.settings();
        let usual = log.own_usual();
        then(Around { library: first(), steer: &self.steer, settings: &settings, usual, zone: 0 })
    }

    pub fn decided(&self) -> Decided {
        *self.course().last_decided().expect("a result")
    }

    pub fn level_of(&self, exercise: &str) -> u8 {
        self.course().items.get(id(exercise)).map_or(1, |state| u8::from(state.level))
    }

    /// What changed, as ids of change and rule.
    pub fn changes(&self) -> Vec<(&'static str, &'static str)> {
        self.course().changes.iter().map(|change| (change.what.id(), change.rule.0)).collect()
    }

    pub fn changed(&self, what: Changed) -> bool {
        self.course().changes.iter().any(|change| change.what == what)
    }

    pub fn referred(&self) -> Vec<&'static str> {
        self.course().referrals.all().iter().map(|referral| referral.rule.0).collect()
    }
}
