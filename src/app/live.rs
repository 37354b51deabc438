//! The session that is running or waits: what a page that opens takes up again, and until when it may be gone on with.
//!
//! Not here: what it does (see `session`), and how it is played (see `update::playing`).

use super::model::Model;
use crate::journal::{Body, EntryId, Happened, Journal};
use crate::library;
use crate::program::plan::SlotId;
use crate::program::screening::{Due, Gate};
use crate::session::{Player, Snapshot};
use crate::units::{Day, Millis, Now};

/// A session that waits over midnight is taken up again within an hour, as long as a pain score before it counts.
const OVER_MIDNIGHT: Millis = Millis(3_600_000);

/// A session that is running, or waits to be gone on with.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    /// Its id.
    pub slot: SlotId,
    /// Its entry, once it has one.
    pub entry: Option<EntryId>,
    /// Where it stands.
    pub player: Player,
    /// Wall time at which something last happened in it.
    pub(super) touched: Millis,
}

impl Live {
    /// The session that a snapshot tells of. One that cannot be read is none, nor is one that was never entered.
    pub(super) fn of_snapshot(text: &str, journal: &Journal, now: Now) -> Option<Self> {
        let snapshot = Snapshot::parse(text).ok()?;
        let slot = SlotId::parse(&snapshot.slot)?;
        let (entry, touched) = (snapshot.entry, snapshot.taken);
        let player = Player::resume(snapshot, library::first(), now).ok()?;
        entry.is_some_and(|entry| is_under_way(journal, entry)).then_some(Self { slot, entry, player, touched })
    }
}

impl Model {
    /// Whether a session that waits may be gone on with. The short check can wait until it is over; what a rule or a new
    /// check asks comes first.
    pub const fn may_go_on(&self) -> bool {
        matches!(self.gate(), Gate::Open | Gate::Due(Due::Short, _))
    }

    /// Whether the session that runs or waits has come to its end without the runner: the check shut the program or left
    /// out what is still to come, its entry is gone, it was ended elsewhere, or its day is over.
    pub(super) fn is_cut_off(&self, now: Now) -> bool {
        let Some(live) = &self.live else { return false };
        let entered = live.entry.and_then(|entry| self.journal.happened_as(entry));
        let is_yesterdays =
            |day: Day| day != now.day() && !self.is_playing() && (now.wall.0 - live.touched.0).abs() > OVER_MIDNIGHT.0;
        self.is_stopped()
            || self.leaves_out_what_comes(live)
            || live.entry.is_some_and(|entry| !is_under_way(&self.journal, entry))
            || entered.is_some_and(|entered| is_yesterdays(entered.day))
    }

    /// While questions wait for their answers nothing is decided by them.
    fn leaves_out_what_comes(&self, live: &Live) -> bool {
        let excluded = |id| {
            let exercise = library::first().get(id);
            let constraints = self.outcome().constraints.iter().map(|active| active.constraint);
            exercise.is_some_and(|exercise| constraints.clone().any(|one| exercise.excluded_by(one).next().is_some()))
        };
        self.is_passed() && live.player.to_come().any(excluded)
    }
}

/// Whether that session was entered, still stands, and has not ended.
pub(super) fn is_under_way(journal: &Journal, entry: EntryId) -> bool {
    let is_session = matches!(journal.happened_as(entry), Some(Happened { body: Body::Session { .. }, .. }));
    let ends = |body: &Body| matches!(body, Body::SessionEnd { of, .. } if *of == entry);
    is_session && !journal.happened().rev().take_while(|after| after.id > entry).any(|after| ends(after.body))
}
