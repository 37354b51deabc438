//! A phone on a desk: carries out what `update` asks for, with a clock that moves when it is told to.
//!
//! It does what `shell` does in a browser, in the same order: entries get their ids and come back before the next event,
//! a replaced address is told at once, a pushed one when all that was asked for is done, as it stands by then.

use std::collections::{BTreeMap, VecDeque};

use crate::app::clinic::Clinic;
use crate::app::{Effect, Event, INSIDE, Look, Model, Opening, Route, Theme, update};
use crate::journal::{Answer, Body, Context, Entry, EntryId, IdMaker, Write, load, plan_entry, plan_erasing};
use crate::library::first;
use crate::locale::Lang;
use crate::program::Program;
use crate::program::plan::SlotId;
use crate::program::screening::tests::sample::{harmless, stored};
use crate::program::screening::{Gate, Question, Step};
use crate::session;
use crate::units::{Millis, Now, PainScore};

/// Monday 2026-11-23, 08:00 UTC.
const MONDAY: Millis = Millis(1_795_420_800_000);
pub(super) const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 86_400_000;

/// What a page begins with for which nothing is kept.
const LOOK: Look = Look::beginning(Lang::En, Theme::Auto);

/// The app with its edge.
#[derive(Debug, Clone)]
pub(super) struct Desk {
    pub model: Model,
    pub now: Now,
    /// What is kept: entries by key, as text.
    pub shelf: BTreeMap<String, String>,
    /// The kept snapshot of a running session.
    pub live: Option<String>,
    /// What was asked for since the last look, but for what is carried out here.
    pub asked: Vec<Effect>,
    /// What was recorded since the app was opened.
    pub recorded: Vec<Body>,
    pub address: Route,
    pub ticking: bool,
    /// Language and theme, kept once more for the page's start.
    look: Look,
    ids: IdMaker,
}

impl Desk {
    /// A new runner on Welcome.
    pub fn new() -> Self {
        let now = Now { wall: MONDAY, mono: Millis(0), zone: 0 };
        Self::opened(BTreeMap::new(), None, (Route::Today, LOOK), now)
    }

    fn opened(shelf: BTreeMap<String, String>, live: Option<String>, (at, look): (Route, Look), now: Now) -> Self {
        let loaded = load(&shelf);
        let ids = IdMaker::after(loaded.journal.newest());
        let opening = Opening {
            loaded,
            live: live.clone(),
            look,
            clinic: Clinic::default(),
            framed: false,
            inside: Some(&INSIDE),
        };
        let model = Model::open(opening, now);
        let (asked, recorded) = (Vec::new(), Vec::new());
        let mut desk = Self { model, now, shelf, live, asked, recorded, address: at, ticking: false, look, ids };
        desk.send(Event::Moved(at));
        desk
    }

    /// The page is loaded anew, at the same address.
    pub fn reload(&mut self) {
        let now = Now { mono: Millis(0), ..self.now };
        *self = Self::opened(self.shelf.clone(), self.live.clone(), (self.address, self.look), now);
    }

    /// One event, and all that follow from it.
    pub fn send(&mut self, event: Event) -> &mut Self {
        let mut queue = VecDeque::from([event]);
        let mut pushed = 0;
        for _ in 0..100 {
            let Some(event) = queue.pop_front() else {
                if pushed == 0 {
                    return self;
                }
                pushed -= 1;
                queue.push_back(Event::Moved(self.address));
                continue;
            };
            for effect in update(&mut self.model, event, self.now) {
                match effect {
                    Effect::Go { route, replace } => {
                        self.address = route;
                        if replace {
                            queue.push_back(Event::Moved(route));
                        } else {
                            pushed += 1;
                        }
                    }
                    Effect::Record(bodies) => queue.push_back(Event::Recorded(self.keep(bodies))),
                    Effect::Erase => {
                        self.erase();
                        return self;
                    }
                    other => self.carry_out(other),
                }
            }
        }
        panic!("events without an end at {:?}", self.model.route);
    }

    fn keep(&mut self, bodies: Vec<Body>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for body in bodies {
            if matches!(body, Body::Session { .. }) {
                let program = Program::derive(&self.model.journal, first(), self.now);
                assert_eq!(program.screening.gate, Gate::Open, "a session of a runner who is not cleared");
            }
            let entry = Entry { id: self.ids.next(self.now.wall, 7), tz: self.now.zone, body };
            assert_eq!(Entry::parse(&entry.to_json()).as_ref(), Ok(&entry), "what is kept reads back");
            for write in plan_entry(&entry, &self.shelf) {
                self.write(write);
            }
            self.recorded.push(entry.body.clone());
            entries.push(entry);
        }
        entries
    }

    fn write(&mut self, write: Write) {
        match write {
            Write::Put { key, value } => self.shelf.insert(key, value),
            Write::Remove { key } => self.shelf.remove(&key),
        };
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::SaveLive(text) => self.live = Some(text),
            Effect::ClearLive => self.live = None,
            Effect::Tick(on) => self.ticking = on,
            Effect::SetLook { look, keep: true } => self.look = Look::beginning(look.lang, look.theme),
            other => self.asked.push(other),
        }
    }

    /// Nothing that waited is done any more: the page is another one.
    fn erase(&mut self) {
        for write in plan_erasing(&self.shelf) {
            self.write(write);
        }
        self.live = None;
        self.look = LOOK;
        self.address = Route::Welcome;
        self.reload();
    }

    pub fn go(&mut self, route: Route) -> &mut Self {
        self.address = route;
        self.send(Event::Moved(route))
    }

    /// Time passes; frames come if they were asked for.
    pub fn pass(&mut self, millis: i64, frames: bool) -> &mut Self {
        let step = if frames && self.ticking { 500 } else { millis.max(1) };
        let mut left = millis;
        while left > 0 {
            let by = step.min(left);
            self.now.wall.0 += by;
            self.now.mono.0 += by;
            left -= by;
            if self.ticking {
                self.send(Event::Frame);
            }
        }
        self
    }

    /// Answers the question that is asked with one of its options, or the numbers of one.
    pub fn answer(&mut self, words: &str) -> &mut Self {
        let step = self.model.asked().expect("a question is asked").step;
        let answer = match step {
            Step::Question(question) => stored(question, words),
            Step::ShortCheck => Answer::List(words.split(' ').map(str::to_owned).collect()),
        };
        self.send(Event::Answered { question: step.id().to_owned(), answer })
    }

    /// Answers all that is asked: harmless but these.
    pub fn answer_all(&mut self, other: &[(Question, &str)]) -> &mut Self {
        for _ in 0..100 {
            match self.model.asked().map(|asked| asked.step) {
                Some(Step::Question(question)) => {
                    let own = other.iter().find(|(one, _)| *one == question);
                    self.answer(own.map_or_else(|| harmless(question), |(_, words)| words));
                }
                Some(Step::ShortCheck) => {
                    self.answer("nothing");
                }
                None => return self,
            }
        }
        panic!("the check has no end");
    }

    /// A runner who has passed the check.
    pub fn passed() -> Self {
        let mut desk = Self::new();
        desk.send(Event::Start).answer_all(&[]);
        desk
    }

    /// One who is in the player, 20 s into the first session.
    pub fn playing() -> Self {
        let mut desk = Self::passed();
        let slot = desk.slot();
        desk.go(Route::Session(slot)).rate(2).send(Event::SessionStarted(slot)).pass(20_000, true);
        desk
    }

    pub fn rate(&mut self, pain: u8) -> &mut Self {
        self.send(Event::PainRated(PainScore::new(pain).unwrap(), Context::Before))
    }

    /// The newest session's entry.
    pub fn session(&self) -> Option<EntryId> {
        let is_session = |body: &Body| matches!(body, Body::Session { .. });
        self.model.journal.raw().rev().find(|entry| is_session(&entry.body)).map(|entry| entry.id)
    }

    /// Today's session.
    pub fn slot(&self) -> SlotId {
        self.model.program().and_then(|program| program.today.slot).expect("a session today")
    }

    pub fn play(&mut self, event: session::Event) -> &mut Self {
        self.send(Event::Play(event))
    }

    pub fn stage(&self) -> Option<session::Stage> {
        self.model.live.as_ref().map(|live| live.player.view(self.now).stage)
    }
}
