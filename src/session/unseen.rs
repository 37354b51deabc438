//! What passed while nobody looked: it counts once the runner says so.

use serde::{Deserialize, Serialize};

use super::effect::{Effect, Milestone};
use super::player::{Player, State};
use super::timeline::Spot;
use crate::units::Millis;

/// Where the page was last seen, and how long the session had taken then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Unseen {
    pub spot: Spot,
    pub spent: Millis,
}

impl Player {
    /// The page is seen again: asks if an interval ended meanwhile, else the time counts.
    pub(super) fn settle(&mut self, out: &mut Vec<Effect>) {
        let Some(unseen) = self.unseen else { return };
        if self.state != State::Running {
            return;
        }
        if self.has_ended_unseen(unseen.spot) {
            self.state = State::Asking;
            self.silence(out);
            out.push(Effect::Announce(Milestone::Asked));
            return;
        }
        self.unseen = None;
        if self.step().is_some_and(|step| self.waits(step)) {
            // Time away is no part of a set that the runner paces.
            self.spot = unseen.spot;
            self.spent = unseen.spent;
        } else {
            self.credit();
        }
    }

    /// Whether an interval ended between that spot and this one.
    pub(super) fn has_ended_unseen(&self, from: Spot) -> bool {
        let Some(step) = self.step() else { return true };
        let piece = |at| step.checkpoint(at);
        self.spot.step != from.step || (!self.waits(step) && piece(self.spot.at) != piece(from.at))
    }

    /// Takes the time unseen as done.
    pub(super) fn count_unseen(&mut self) {
        if let Some(unseen) = self.unseen.take() {
            self.complete_between(unseen.spot.step);
            self.credit();
        }
    }

    /// Goes back to where the page was last seen, to the start of that piece.
    pub(super) fn forget_unseen(&mut self) {
        let Some(Unseen { spot, spent }) = self.unseen.take() else { return };
        let at = self.timeline.step(spot.step).map_or(Millis(0), |step| step.checkpoint(spot.at));
        self.spot = Spot { at, ..spot };
        self.spent = spent;
    }
}
