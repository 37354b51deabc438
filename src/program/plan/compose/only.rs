//! What a day leaves of the planned session, whatever its type: rest after a strong response, flare-up days, a stop.
//!
//! Not here: when a day is one (see `adapt`).

use super::composer::Composer;
use super::draft::{Draft, Pick, SLACK};
use super::session::Part;
use crate::library::DoseLevel;
use crate::program::reason::{Reason, RuleId};

/// What a day leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaves {
    /// A light session with one hold (`PRG-F5`).
    Light,
    /// Mobility and self-manual (`PRG-T5`, section 15).
    Mobility,
    /// Breathing, resting, two easy movements, a short walk (`PRG-F4`).
    Rest,
}

/// What a day leaves, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Only {
    /// What.
    pub leaves: Leaves,
    /// Why.
    pub reason: Reason,
}

/// What may be done on the first days of a flare-up.
pub(super) const RESTING: [&str; 2] = ["breathing-supine", "side-lying-rest"];

/// Easy movements on the first days of a flare-up.
const EASY: usize = 2;

impl<'a> Composer<'a> {
    /// `PRG-F4`: breathing, side lying, the first two usable ids of the calm mobility list, a short walk.
    pub(super) fn resting(&self) -> Draft<'a> {
        let by = RuleId("PRG-F4");
        let mut draft = Draft::default();
        let named = RESTING.iter().filter_map(|id| self.walker.named(id));
        draft.picks.extend(named.map(|exercise| Pick::named(exercise, DoseLevel::One, Part::WarmUp, by)));
        let easy = self.walker.calm_mobility();
        let easy = easy.iter().take(EASY).map(|candidate| Pick::lowest(candidate, Part::Mobility, by));
        for pick in easy.chain(self.walk_easy(by)) {
            if draft.seconds() + pick.seconds() <= self.chosen() + SLACK {
                draft.picks.push(pick);
            }
        }
        draft
    }
}
