//! What the journal says that the plan goes by, gathered in one pass: sessions, settings by day, pain.
//!
//! Not here: what follows from it (see `week`, `check`, `allowance`), and the answers of the screen (see `screening`).

use super::allowance::HurtOut;
use super::check::{Decision, FRESH, rate_within};
use super::rotation::OwnList;
use super::settings::Settings;
use super::slot::SlotId;
use crate::journal::{
    Answer, Body, Context, EndedHow, EntryId, Happened, Item, ItemDone, Journal, Moment, SessionKind,
};
use crate::library::{ExerciseId, Library, Phase};
use crate::program::adapt::{Around, Course, Ended, Steer};
use crate::program::reason::RuleId;
use crate::program::screening::{Block, Demand, Due, Question};
use crate::units::{Day, Millis, PainScore, Seconds};

/// Sessions that usual pain looks back on.
const USUAL_SESSIONS: usize = 7;
/// With fewer scores than that usual pain is taken from elsewhere.
const USUAL_LEAST: usize = 3;
/// Days for which sessions are kept one by one: this week's, and the day before it.
const KEPT_DAYS: i32 = 8;

/// A session of the plan that was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Its entry.
    pub id: EntryId,
    /// The local day on which it was started.
    pub day: Day,
    /// Its id in the plan.
    pub slot: SlotId,
    /// Its type, as it was.
    pub kind: SessionKind,
    /// Half or more of the planned sets were done.
    pub done: bool,
    /// How long it took, once it has ended.
    pub seconds: Option<Seconds>,
    /// How far it turns the own strength list (`PRG-M8`).
    turns: usize,
}

impl Held {
    /// F and S are the heavy strength.
    pub const fn is_heavy(&self) -> bool {
        matches!(self.kind, SessionKind::F | SessionKind::S)
    }
}

/// What the plan goes by.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// D1: the day on which the plan began, once a screen was finished.
    pub start: Option<Day>,
    /// The settings as they stood at the end of each day on which one changed, oldest first.
    settings: Vec<(Day, Settings)>,
    /// This week's sessions, by id.
    pub recent: Vec<Held>,
    /// Exercises that are left out until the next re-test.
    pub hurt_out: Vec<HurtOut>,
    /// The newest answer to `q-nprs-now`, and when.
    pub pain: Option<(Millis, PainScore)>,
    /// `q-nprs-walk`.
    pub walk: Option<PainScore>,
    /// What pain before and in sessions asks of the screening.
    pub demands: Vec<Demand>,
    /// How far older sessions turned the own strength list.
    turns: usize,
    average: Option<PainScore>,
    /// `b` of the last sessions, oldest first.
    before: Vec<PainScore>,
    /// The last day that was a rest day by its pain.
    rest_day: Option<Day>,
    /// Whether any session was started.
    any_session: bool,
    /// Whether the newest score was told on Today.
    told_today: bool,
    /// The settings as they stand now.
    settings_now: Settings,
    /// The own list, for the phase it is of.
    own: (Phase, OwnList),
    /// How the plan follows the hip.
    pub course: Course,
    /// The newest entry that was taken in.
    newest: Option<EntryId>,
}

impl Log {
    /// Gathers it.
    pub fn of(journal: &Journal, library: &Library, steer: &Steer) -> Self {
        let mut log = Self::new(library, steer);
        log.go_on(journal, journal.happened(), library, steer);
        log
    }

    /// The same with what came after the newest entry that was taken in. Only for entries of which none revises another.
    #[must_use]
    pub fn with_newer(&self, journal: &Journal, library: &Library, steer: &Steer) -> Self {
        let mut log = self.clone();
        match self.newest {
            Some(newest) => log.go_on(journal, journal.happened_after(newest), library, steer),
            None => log.go_on(journal, journal.happened(), library, steer),
        }
        log
    }

    fn new(library: &Library, steer: &Steer) -> Self {
        let course = Course::new(steer);
        let own = (course.phase(), OwnList::of(&course.bearing(steer), library));
        Self {
            start: None,
            settings: Vec::new(),
            recent: Vec::new(),
            hurt_out: Vec::new(),
            pain: None,
            walk: None,
            demands: Vec::new(),
            turns: 0,
            average: None,
            before: Vec::new(),
            rest_day: None,
            told_today: false,
            settings_now: Settings::default(),
            own,
            course,
            newest: None,
            any_session: false,
        }
    }

    fn go_on<'a>(
        &mut self,
        journal: &'a Journal,
        entries: impl Iterator<Item = Happened<'a>>,
        library: &Library,
        steer: &Steer,
    ) {
        for happened in entries {
            self.take(journal, &happened, library, steer);
        }
    }

    fn take(&mut self, journal: &Journal, happened: &Happened<'_>, library: &Library, steer: &Steer) {
        let usual = self.own_usual();
        let around = Around { library, steer, settings: &self.settings_now, usual, zone: happened.zone };
        self.course.pass(happened, around);
        self.newest = Some(happened.id);
        match happened.body {
            Body::Finish { moment: Moment::Screen } if self.start.is_none() => self.start = Some(happened.day),
            // A program that a clinician opens begins then.
            Body::Ok(_) if !self.any_session && self.start.is_some() => {
                self.start = Some(Day::at(happened.utc, i32::from(happened.zone)));
            }
            Body::Finish { moment: Moment::ReTest } => {
                let back: Vec<ExerciseId> = self.hurt_out.drain(..).map(|out| out.exercise).collect();
                self.course.return_at_level_one(&back);
            }
            Body::Answer { q, a, ctx } => {
                if Settings::asks(q) {
                    self.settings_now.take(q, a);
                    self.note_settings(happened.day);
                }
                if let Some(score) = score(a) {
                    self.note_score(happened, q, score, *ctx);
                }
            }
            Body::Session { slot, kind, .. } => {
                self.any_session = true;
                self.note_session(happened, slot, *kind, library, steer);
            }
            Body::SessionEnd { of, how, seconds, items } => {
                self.note_end(journal, happened, (*of, *how, *seconds, items), library, steer);
            }
            Body::Hurt { item, pain, kind, .. } => {
                let out = ExerciseId::parse(item).and_then(|exercise| HurtOut::of(exercise, *pain, *kind));
                if let Some(out) = out {
                    self.hurt_out.retain(|other| other.exercise != out.exercise);
                    self.hurt_out.push(out);
                }
            }
            _ => {}
        }
        let usual = self.own_usual();
        let around = Around { library, steer, settings: &self.settings_now, usual, zone: happened.zone };
        self.course.take(happened, around);
        self.fold_older(happened.day);
    }

    /// Usual pain as it holds: frozen in a flare-up.
    pub fn usual(&self) -> Option<PainScore> {
        self.course.usual(self.own_usual())
    }

    /// The newest entry that was taken in.
    pub const fn newest(&self) -> Option<EntryId> {
        self.newest
    }

    /// Usual pain (U): the median of the last 7 sessions' scores before them; of too few, the average of the last day,
    /// else the newest score before a session. Unknown before the first session.
    pub fn own_usual(&self) -> Option<PainScore> {
        if self.before.len() < USUAL_LEAST {
            return self.average.or(self.before.last().copied());
        }
        let mut sorted = self.before.clone();
        sorted.sort_unstable();
        let middle = sorted.len() / 2;
        let upper = sorted.get(middle)?.get();
        if sorted.len() % 2 == 1 {
            return PainScore::new(upper);
        }
        let lower = sorted.get(middle.checked_sub(1)?)?.get();
        PainScore::new(u8::midpoint(lower, upper))
    }

    /// The settings as they stand now.
    pub fn settings(&self) -> Settings {
        self.settings.last().map(|(_, at)| at.clone()).unwrap_or_default()
    }

    /// The settings as they stood at the end of a day.
    pub fn settings_on(&self, day: Day) -> Settings {
        self.settings.iter().rev().find(|(changed, _)| *changed <= day).map(|(_, at)| at.clone()).unwrap_or_default()
    }

    /// How far the own strength list has turned for a session: by all done F and S but that one.
    pub fn turns(&self, slot: SlotId) -> usize {
        let recent = self.recent.iter().filter(|held| held.done && held.is_heavy() && held.slot != slot);
        self.turns + recent.map(|held| held.turns).sum::<usize>()
    }

    /// The session of a plan's day that was done, if any was.
    pub fn done_on(&self, day: Day) -> Option<&Held> {
        self.recent.iter().find(|held| held.done && held.slot.day() == Some(day))
    }

    /// Whether F or S was done on that very day.
    pub fn heavy_on(&self, day: Day) -> bool {
        self.recent.iter().any(|held| held.done && held.is_heavy() && held.day == day)
    }

    fn note_settings(&mut self, day: Day) {
        let settings = &self.settings_now;
        match self.settings.last_mut() {
            Some((last, at)) if *last == day => *at = settings.clone(),
            _ => self.settings.push((day, settings.clone())),
        }
    }

    fn note_score(&mut self, happened: &Happened<'_>, question: &str, score: PainScore, ctx: Context) {
        match question {
            "q-nprs-walk" => self.walk = Some(score),
            "q-nprs-average" => self.average = Some(score),
            "q-nprs-now" => {
                self.pain = Some((happened.utc, score));
                self.told_today = ctx == Context::Today;
                if matches!(ctx, Context::Before | Context::Today) {
                    self.demand(happened, score);
                }
            }
            _ => {}
        }
    }

    /// `PRG-BF3`, `PRG-BF4`: what a rest day's pain asks for, its row worked out with the usual pain of that time.
    fn demand(&mut self, happened: &Happened<'_>, score: PainScore) {
        let rated = rate_within(score, self.usual(), self.course.pain_limit());
        if rated.decision != Decision::Rest {
            return;
        }
        let demand = |due, rule| Demand { since: happened.id, due, rule: RuleId(rule) };
        if rated.rule.0 == "PRG-BF4" {
            let questions = Question::of_block(Block::B).chain([Question::RestNow]).collect();
            self.demands.push(demand(Due::Questions(questions), "PRG-BF4"));
        }
        if self.rest_day.is_some_and(|before| happened.day.since(before) == 1) {
            self.demands.push(demand(Due::Full, "PRG-BF3"));
        }
        self.rest_day = Some(happened.day);
    }

    fn note_session(
        &mut self,
        happened: &Happened<'_>,
        slot: &str,
        kind: SessionKind,
        library: &Library,
        steer: &Steer,
    ) {
        let Some(slot) = SlotId::parse(slot).filter(|slot| slot.day().is_some()) else { return };
        if let Some((at, score)) = self.pain
            && (0..=FRESH.0).contains(&(happened.utc.0 - at.0))
        {
            self.before.push(score);
            // One that was told on Today is one before a session when a session follows.
            if core::mem::take(&mut self.told_today) {
                self.course.before(happened.day, score);
            }
            if self.before.len() > USUAL_SESSIONS {
                self.before.remove(0);
            }
        }
        let usual = self.own_usual();
        let around = Around { library, steer, settings: &self.settings_now, usual, zone: happened.zone };
        self.course.session_began(happened, kind, around);
        let (id, day) = (happened.id, happened.day);
        self.recent.push(Held { id, day, slot, kind, done: false, seconds: None, turns: 0 });
    }

    fn note_end(
        &mut self,
        journal: &Journal,
        happened: &Happened<'_>,
        (of, how, seconds, items): (EntryId, EndedHow, Seconds, &[ItemDone]),
        library: &Library,
        steer: &Steer,
    ) {
        if self.own.0 != self.course.phase() {
            self.own = (self.course.phase(), OwnList::of(&self.course.bearing(steer), library));
        }
        let own = &self.own.1;
        let Some(held) = self.recent.iter_mut().rev().find(|held| held.id == of) else { return };
        let Some(Happened { body: Body::Session { items: planned, .. }, .. }) = journal.happened_as(of) else { return };
        held.seconds = Some(seconds);
        held.done = is_done(planned, how, items);
        let used = planned.iter().filter_map(|item| ExerciseId::parse(&item.exercise));
        held.turns = own.turns_by(held.kind, used);
        let ended = Ended { of, planned, items, done: held.done, stopped: how == EndedHow::Stopped };
        let usual = self.own_usual();
        let around = Around { library, steer, settings: &self.settings_now, usual, zone: happened.zone };
        self.course.session_ended(happened.utc, &ended, around);
    }

    /// Adds up the sessions that are too old to be looked at one by one.
    fn fold_older(&mut self, today: Day) {
        // Entries come in order, so what is old for the newest one is old for today. An end comes after its session, so the newest one is always kept.
        while let [oldest, _, ..] = self.recent.as_slice()
            && today.since(oldest.day) > KEPT_DAYS
        {
            if oldest.done && oldest.is_heavy() {
                self.turns += oldest.turns;
            }
            self.recent.remove(0);
        }
    }
}

/// Done: half or more of the planned sets. A session of which none was planned counts when it came to its end.
fn is_done(planned: &[Item], how: EndedHow, items: &[ItemDone]) -> bool {
    let planned: u32 = planned.iter().map(|item| u32::from(item.sets)).sum();
    let done: u32 = items.iter().map(|item| u32::from(item.sets)).sum();
    if planned == 0 { how == EndedHow::Done } else { done * 2 >= planned }
}

fn score(answer: &Answer) -> Option<PainScore> {
    match answer {
        Answer::Number(number) => u8::try_from(*number).ok().and_then(PainScore::new),
        _ => None,
    }
}
