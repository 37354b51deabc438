//! One pass over the journal that gathers what the charts need: pain by day, and sessions.
//!
//! Not here: buckets, words, pictures.

use crate::journal::{Answer, Body, EndedHow, EntryId, Item, ItemDone, Journal, SessionKind};
use crate::units::{Day, PainScore};

/// The questions whose answer says how strong the pain was on that day.
const PAIN_QUESTIONS: [&str; 3] = ["q-nprs-now", "q-nprs-worst", "q-nprs-session"];

/// How much of a session was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Half or more of the planned sets: it counts as done (`OM-6`).
    Done,
    /// Less than that, or it has no end yet.
    Part,
}

/// A session as the charts see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Its entry.
    pub id: EntryId,
    /// Its local day.
    pub day: Day,
    /// Its type.
    pub kind: SessionKind,
    /// How much of it was done.
    pub amount: Amount,
    planned_sets: u32,
}

/// What the charts need of the journal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Log {
    /// The worst pain of each day that has any: from answers, from sessions and from what was said after them.
    pub pain: Vec<(Day, PainScore)>,
    /// All sessions, by id.
    pub sessions: Vec<Held>,
}

impl Log {
    /// Gathers it. What is dated after tomorrow is left out: it was entered under a wrong clock, and one such entry
    /// would push all others into a corner of the chart. (Tomorrow itself may be today in another zone.)
    pub fn of(journal: &Journal, today: Day) -> Self {
        let mut log = Self::default();
        for happened in journal.happened() {
            let day = happened.day;
            if day > today.plus(1) {
                continue;
            }
            match happened.body {
                Body::Answer { q, a: Answer::Number(score), .. } if PAIN_QUESTIONS.contains(&q.as_str()) => {
                    log.note_pain(day, u8::try_from(*score).ok().and_then(PainScore::new));
                }
                Body::Session { kind, items, .. } => {
                    let planned_sets = items.iter().map(|Item { sets, .. }| u32::from(*sets)).sum();
                    let (id, kind) = (happened.id, *kind);
                    log.sessions.push(Held { id, day, kind, amount: Amount::Part, planned_sets });
                }
                Body::SessionEnd { of, how, items, .. } => {
                    if let Some(session) = log.session(*of) {
                        session.amount = amount(session.planned_sets, *how, items);
                        let day = session.day;
                        log.note_pain(day, items.iter().filter_map(|item| item.worst).max());
                    }
                }
                Body::After { of, worst: pain, .. } => {
                    let day = log.session(*of).map(|session| session.day);
                    if let Some(day) = day {
                        log.note_pain(day, *pain);
                    }
                }
                Body::Hurt { of, pain, .. } => {
                    let day = log.session(*of).map(|session| session.day);
                    if let Some(day) = day {
                        log.note_pain(day, Some(*pain));
                    }
                }
                _ => {}
            }
        }
        log
    }

    /// The session of that id, unless it was deleted; nearly always the last.
    fn session(&mut self, id: EntryId) -> Option<&mut Held> {
        let place = match self.sessions.last() {
            Some(last) if last.id == id => self.sessions.len() - 1,
            _ => self.sessions.binary_search_by_key(&id, |session| session.id).ok()?,
        };
        self.sessions.get_mut(place)
    }

    /// Keeps the worst of each day. Days mostly rise, but a zone can set them back, and so can what is told later.
    fn note_pain(&mut self, day: Day, pain: Option<PainScore>) {
        let Some(pain) = pain else { return };
        let place = match self.pain.last() {
            Some((last, _)) if *last < day => Err(self.pain.len()),
            None => Err(0),
            Some(_) => self.pain.binary_search_by_key(&day, |(day, _)| *day),
        };
        match place {
            Ok(place) => {
                if let Some((_, worst)) = self.pain.get_mut(place) {
                    *worst = (*worst).max(pain);
                }
            }
            Err(place) => self.pain.insert(place, (day, pain)),
        }
    }
}

fn amount(planned_sets: u32, how: EndedHow, items: &[ItemDone]) -> Amount {
    let done: u32 = items.iter().map(|item| u32::from(item.sets)).sum();
    let enough = if planned_sets == 0 { how == EndedHow::Done } else { done * 2 >= planned_sets };
    if enough { Amount::Done } else { Amount::Part }
}
