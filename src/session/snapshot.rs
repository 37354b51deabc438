//! What a reload or a crash goes on from: everything of a session but the steps, which follow from it.
//!
//! Not here: where it is kept (see `platform`).

use core::fmt;

use serde::{Deserialize, Serialize};

use super::edit::{Edit, REST_MOST};
use super::event::Pace;
use super::hurt::{CALM_WITHIN, Calm, Hurt};
use super::player::{Player, State};
use super::side::SideOrder;
use super::timeline::Spot;
use super::transition::{EDITS_MOST, HURTS_MOST};
use super::unseen::Unseen;
use crate::journal::EntryId;
use crate::library::{Library, PlannedItem};
use crate::units::{Millis, Now};

/// The form that this program writes and reads.
const VERSION: u8 = 1;
/// Letters of a snapshot; a long session has about 4,000.
const LONGEST: usize = 100_000;
/// Exercises of a session.
const ITEMS_MOST: usize = 100;
/// Sets of an exercise.
const SETS_MOST: u8 = 20;
/// Amount of a set: an hour of holding is not an exercise any more.
const AMOUNT_MOST: u16 = 3_600;
/// Letters of a session's id.
const SLOT_MOST: usize = 100;
/// No session takes longer than a day.
const DAY: Millis = Millis(86_400_000);

/// Why a snapshot is not gone on from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is too long, or no snapshot.
    NotASnapshot,
    /// Another version wrote it.
    Version,
    /// It is of no session that there can be.
    OutOfBounds,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotASnapshot => "no snapshot of a session",
            Self::Version => "a snapshot of another version",
            Self::OutOfBounds => "a snapshot of no possible session",
        })
    }
}

/// A session that can be gone on with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    v: u8,
    /// The session's id.
    pub slot: String,
    /// Its entry in the journal, once it has one.
    #[serde(with = "entry_text", default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// Wall time at which it was taken.
    pub taken: Millis,
    order: SideOrder,
    pace: Pace,
    plan: Vec<PlannedItem>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    edits: Vec<Edit>,
    state: State,
    spot: Spot,
    spent: Millis,
    worked: Vec<Millis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unseen: Option<Unseen>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    hurts: Vec<Hurt>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    calm: Option<Calm>,
}

/// Ids as their text.
mod entry_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::journal::EntryId;

    #[expect(clippy::ref_option, reason = "serde hands the field over as it is")]
    pub(super) fn serialize<S: Serializer>(entry: &Option<EntryId>, to: S) -> Result<S::Ok, S::Error> {
        match entry {
            Some(entry) => to.collect_str(entry),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<EntryId>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom("no entry's id"))).transpose()
    }
}

impl Snapshot {
    /// Reads what [`Snapshot::to_json`] wrote, within bounds.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if text.len() > LONGEST {
            return Err(Refused::NotASnapshot);
        }
        let snapshot: Self = serde_json::from_str(text).map_err(|_| Refused::NotASnapshot)?;
        if snapshot.v != VERSION {
            return Err(Refused::Version);
        }
        if snapshot.is_bounded() { Ok(snapshot) } else { Err(Refused::OutOfBounds) }
    }

    /// As text.
    pub fn to_json(&self) -> String {
        // Numbers, ids and lists of them: nothing that serde could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What can be said without the timeline.
    fn is_bounded(&self) -> bool {
        self.slot.len() <= SLOT_MOST
            && self.plan.len() <= ITEMS_MOST
            && self.plan.iter().all(is_item)
            && self.edits.len() <= EDITS_MOST
            && self.edits.iter().all(|edit| edit.planned().is_none_or(is_item))
            && self.hurts.len() <= HURTS_MOST
            && self.hurts.iter().all(|hurt| hurt.item < self.plan.len())
            && is_length(self.spent, DAY)
            && self.calm.is_none_or(|calm| is_length(calm.left, CALM_WITHIN))
            && self.is_consistent()
    }

    /// Whether the state has what it needs, and nothing that it cannot have.
    fn is_consistent(&self) -> bool {
        let is_asking = self.state == State::Asking;
        match self.state {
            State::Running | State::Ended(_) => false,
            State::Ready | State::Paused | State::Asking => self.calm.is_none() && self.unseen.is_some() == is_asking,
            State::Calming => self.calm.is_some() && self.unseen.is_none(),
            State::Ruled(ruling) => self.unseen.is_none() && ruling.planned().is_none_or(is_item),
            State::Hurting => self.unseen.is_none(),
        }
    }
}

fn is_item(item: &PlannedItem) -> bool {
    let dose = item.dose;
    (1..=SETS_MOST).contains(&dose.sets) && dose.amount <= AMOUNT_MOST && dose.rest <= REST_MOST
}

fn is_length(length: Millis, most: Millis) -> bool {
    (Millis(0)..=most).contains(&length)
}

impl Player {
    /// What to keep of the session as it stands. A clock that runs is a clock that stopped then.
    pub fn snapshot(&self, slot: &str, entry: Option<EntryId>) -> Snapshot {
        let asks = self.state == State::Running && self.unseen.is_some_and(|unseen| self.has_ended_unseen(unseen.spot));
        let state = match self.state {
            State::Running if asks => State::Asking,
            State::Running => State::Paused,
            other => other,
        };
        Snapshot {
            v: VERSION,
            slot: slot.to_owned(),
            entry,
            taken: self.clock.wall(),
            order: self.order,
            pace: self.pace,
            plan: self.timeline.items().to_vec(),
            edits: self.edits.clone(),
            state,
            spot: self.spot,
            spent: self.spent,
            worked: self.worked.clone(),
            unseen: self.unseen.filter(|_| state == State::Asking),
            hurts: self.hurts.clone(),
            calm: self.calm,
        }
    }

    /// The session of a snapshot, with the clock stopped where it was. Time in which pain should calm has gone on.
    pub fn resume(snapshot: Snapshot, library: &Library, now: Now) -> Result<Self, Refused> {
        let Snapshot { order, pace, plan, edits, state, spot, spent, worked, unseen, hurts, calm, taken, .. } =
            snapshot;
        let mut player = Self::new(&plan, library, order, pace, now);
        for edit in edits {
            player.timeline.edit(edit, library, order).ok_or(Refused::OutOfBounds)?;
            player.edits.push(edit);
        }
        let away = (now.wall.0 - taken.0).max(0);
        let calm = calm.map(|calm| Calm { left: Millis((calm.left.0 - away).max(0)), ..calm });
        let player = Self { worked, spot, spent, state, unseen, hurts, calm, ..player };
        if player.is_possible() { Ok(player) } else { Err(Refused::OutOfBounds) }
    }

    /// Whether all places are in the timeline.
    fn is_possible(&self) -> bool {
        let steps = self.timeline.steps();
        let is_worked = self
            .worked
            .iter()
            .zip(steps)
            .all(|(worked, step)| is_length(*worked, if step.is_work() { step.length } else { Millis(0) }));
        let is_spot = |spot: Spot| match steps.get(spot.step) {
            Some(step) => !step.is_closed && is_length(spot.at, if self.waits(step) { DAY } else { step.length }),
            None => spot == Spot { step: steps.len(), at: Millis(0) },
        };
        let is_unseen =
            |unseen: Unseen| is_spot(unseen.spot) && unseen.spot <= self.spot && is_length(unseen.spent, self.spent);
        self.worked.len() == steps.len() && is_worked && is_spot(self.spot) && self.unseen.is_none_or(is_unseen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{DoseLevel, first};
    use crate::session::sample::{Desk, session};
    use crate::session::{Ask, Event, Stage};

    fn running() -> Desk {
        let mut desk = session(&[("clamshell", DoseLevel::One), ("pelvic-tilt-supine", DoseLevel::One)]);
        desk.does(Event::Start);
        desk.passes(20_000);
        desk
    }

    fn text(desk: &Desk) -> String {
        desk.player.snapshot("2026-11-23-f", Some(EntryId::new(desk.now.wall, 9))).to_json()
    }

    fn resumed(text: &str, desk: &Desk) -> Result<Desk, Refused> {
        let player = Player::resume(Snapshot::parse(text)?, first(), desk.now)?;
        Ok(Desk { player, now: desk.now })
    }

    #[test]
    fn a_reload_stands_paused_where_the_session_was() {
        let desk = running();
        let snapshot = Snapshot::parse(&text(&desk)).unwrap();
        assert_eq!((snapshot.slot.as_str(), snapshot.entry), ("2026-11-23-f", Some(EntryId::new(desk.now.wall, 9))));
        let mut later = desk.clone();
        later.now.mono = Millis(0);
        later.now.wall.0 += 3_600_000;
        let mut again = resumed(&text(&desk), &later).unwrap();
        assert_eq!((again.view().stage, again.view().into), (Stage::Paused, Millis(5_000)));
        assert!(again.player.has_begun());
        again.does(Event::Resume);
        again.passes(1_000);
        assert_eq!((again.view().stage, again.view().into), (Stage::Work, Millis(6_000)));
    }

    #[test]
    fn a_page_that_went_while_hidden_asks_when_it_is_back() {
        let mut desk = running();
        desk.does(Event::Hidden);
        desk.leaps(50_000, 50_000);
        let mut again = resumed(&text(&desk), &desk).unwrap();
        assert_eq!(again.view().ask, Some(Ask::Unseen));
        again.does(Event::UnseenAnswered(crate::session::UnseenAnswer::GoBack));
        assert_eq!(again.view().into, Millis(0), "the piece that was last seen");
    }

    #[test]
    fn pain_that_should_calm_is_waited_for_by_the_wall_clock() {
        use crate::journal::{HurtKind, Mark};
        use crate::session::{HurtChoice, Ruling};
        use crate::units::PainScore;
        let mut desk = running();
        let (pain, most) = (PainScore::new(6).unwrap(), PainScore::new(3).unwrap());
        desk.does(Event::ItHurts);
        let ruling = Ruling::SkipUntilCalm(most);
        desk.does(Event::HurtRated { pain, kind: HurtKind::Ache, ruling, mark: Mark::Bad });
        let chooses = resumed(&text(&desk), &desk).unwrap();
        assert_eq!(chooses.view().ask, Some(Ask::Choose(ruling)));
        desk.does(Event::HurtChosen(HurtChoice::Skip));
        let kept = text(&desk);
        desk.now.wall.0 += 599_000;
        assert_eq!(resumed(&kept, &desk).unwrap().view().calm_left, Some(Millis(1_000)));
        desk.now.wall.0 += 1_000;
        let mut late = resumed(&kept, &desk).unwrap();
        late.does(Event::PainNow(PainScore::NONE));
        assert_eq!(late.player.ended(), Some(crate::journal::EndedHow::Stopped));
    }

    #[test]
    fn what_is_no_possible_session_is_refused() {
        let desk = running();
        let good = text(&desk);
        assert!(resumed(&good, &desk).is_ok());
        let with = |from: &str, to: &str| {
            assert!(good.contains(from), "{from} in {good}");
            resumed(&good.replacen(from, to, 1), &desk).map(|_| ())
        };
        for (from, to, refused) in [
            ("\"v\":1", "\"v\":2", Refused::Version),
            ("\"paused\"", "\"running\"", Refused::OutOfBounds),
            ("\"paused\"", "{\"ended\":\"done\"}", Refused::OutOfBounds),
            ("\"paused\"", "\"asking\"", Refused::OutOfBounds),
            ("\"paused\"", "\"calming\"", Refused::OutOfBounds),
            ("\"paused\"", "\"dancing\"", Refused::NotASnapshot),
            ("\"at\":5000", "\"at\":48001", Refused::OutOfBounds),
            ("\"at\":5000", "\"at\":-1", Refused::OutOfBounds),
            ("\"step\":1", "\"step\":99", Refused::OutOfBounds),
            ("\"worked\":[0,5000", "\"worked\":[1,5000", Refused::OutOfBounds),
            ("\"worked\":[0,5000", "\"worked\":[0,48001", Refused::OutOfBounds),
            ("\"worked\":[0,5000,", "\"worked\":[0,", Refused::OutOfBounds),
            ("\"spent\":20000", "\"spent\":-5", Refused::OutOfBounds),
            ("\"sets\":2", "\"sets\":0", Refused::OutOfBounds),
            ("\"sets\":2", "\"sets\":200", Refused::OutOfBounds),
            ("\"rest\":45", "\"rest\":100000", Refused::OutOfBounds),
            ("clamshell", "cartwheel", Refused::NotASnapshot),
            ("\"slot\":\"2026", &format!("\"slot\":\"{}", "2".repeat(200)), Refused::OutOfBounds),
            ("\"slot\":\"2026", &format!("\"slot\":\"{}", "2".repeat(LONGEST)), Refused::NotASnapshot),
        ] {
            assert_eq!(with(from, to), Err(refused), "{from} → {}", &to[..to.len().min(40)]);
        }
        assert_eq!(resumed("", &desk).map(|_| ()), Err(Refused::NotASnapshot));
    }
}
