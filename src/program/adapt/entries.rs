//! What to append to the journal for what the runner tells and chooses.
//!
//! Not here: which of it may be chosen now (see `Course::asks`, `Program::swaps`).

use super::course::Course;
use crate::journal::{Answer, Body, Choice, Context, EntryId};
use crate::library::Phase;
use crate::units::PainScore;

/// The morning after a session: stiff for longer first, so that both are known when the result is decided.
pub fn morning(pain: PainScore, longer: bool) -> Vec<Body> {
    let answer = |q: &str, a| Body::Answer { q: q.to_owned(), a, ctx: Context::Morning };
    let longer = if longer { "yes" } else { "no" };
    vec![
        answer("q-morning-longer", Answer::Text(longer.to_owned())),
        answer("q-nprs-now", Answer::Number(i64::from(pain.get()))),
    ]
}

/// "My hip flared up" (`PRG-F1`).
pub const fn flare_up() -> Body {
    Body::Choice(Choice::Flare)
}

/// The runner asks for a clinician, or worries (`PRG-X12`).
pub const fn worry() -> Body {
    Body::Choice(Choice::Worry)
}

/// The runner chooses not to run, or to run after all.
pub const fn no_run(holds: bool) -> Body {
    Body::Choice(Choice::NoRun { holds })
}

/// A smaller plan was offered (`PRG-X02`).
pub const fn smaller_plan() -> Body {
    Body::Choice(Choice::SmallerPlan)
}

impl Course {
    /// The runner goes on to the next phase, if it is open.
    pub fn confirm(&self, to: Phase) -> Option<Body> {
        (self.offer() == Some(to)).then(|| Body::Choice(Choice::Phase { to: to.id().to_owned() }))
    }

    /// "Does it still hold?" (`PRG-Y4`).
    pub fn limits_hold(&self, holds: bool) -> Option<Body> {
        self.limits.as_ref().map(|limits| Body::Choice(Choice::LimitsHold { of: limits.entry, holds }))
    }

    /// A flare-up that was begun by a slip of the finger: its entry is taken back on the same day.
    pub fn undo_flare(&self, today: crate::units::Day) -> Option<Body> {
        let flare = self.flare.as_ref().filter(|flare| flare.start == today && flare.by.0 == "PRG-F1")?;
        let of: EntryId = flare.since;
        Some(Body::Delete { of })
    }
}
