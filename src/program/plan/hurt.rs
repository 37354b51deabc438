//! "It hurts" in a session (`PRG-D1` to `PRG-D7`): what is open to the runner, on top of the stop rules.
//!
//! The stop rules decide first (see `screening`); an exercise's own "stop if" wins when it is stricter.

use super::allowance::{Allowance, conv};
use super::levels::easier;
use crate::journal::HurtKind;
use crate::library::{Dose, DoseLevel, Library, PlannedItem};
use crate::program::reason::{Input, Reason, RuleId};
use crate::program::screening::{ForExercise, Stop, StopRule};
use crate::units::{PainScore, Seconds};

/// Rest before the easier step or half the range (`PRG-D5`).
const REST: Seconds = Seconds(60);

/// What is open to the runner now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HurtOffer {
    /// The row of section 6 that decided.
    pub rule: RuleId,
    /// Why.
    pub reason: Reason,
    /// The easier step of the ladder at level 1 for the sets that are left, if it may be used.
    pub easier: Option<PlannedItem>,
    /// Whether half the range is offered.
    pub half_range: bool,
    /// Rest before either of them.
    pub rest: Seconds,
}

/// What is open after a pain of that kind in `item`, of which `sets_left` sets are still to be done.
pub fn hurt_offer(
    kind: HurtKind,
    pain: PainScore,
    stop: &Stop,
    (item, sets_left): (PlannedItem, u8),
    library: &Library,
    allowance: &Allowance,
) -> HurtOffer {
    let rule = row(kind, pain, stop);
    let said = |question, answer: String| Input::Said { question, answer: vec![answer] };
    let mut inputs = vec![said("hurt-pain", pain.get().to_string())];
    if kind != HurtKind::Ache {
        inputs.insert(0, said("hurt-kind", kind_id(kind).to_owned()));
    }
    let offered = stop.exercise == ForExercise::Easier;
    let below = library.get(item.exercise).and_then(|exercise| easier(exercise, library));
    let below = below.filter(|below| offered && allowance.allows(below)).map(|below| {
        let dose = below.dose(DoseLevel::One);
        let dose = Dose { sets: dose.sets.min(sets_left.max(1)), ..dose };
        PlannedItem { exercise: below.id, level: DoseLevel::One, dose }
    });
    let mut sources: Vec<_> = stop.rules.iter().flat_map(|rule| rule.sources().iter().copied()).collect();
    // `conv` is always last, and once.
    sources.retain(|source| source.0 != "conv");
    sources.dedup();
    sources.extend(conv());
    HurtOffer {
        rule,
        reason: Reason { rule, inputs, sources },
        easier: below,
        half_range: offered,
        rest: if offered { REST } else { Seconds(0) },
    }
}

/// The first row of section 6 that matches.
fn row(kind: HurtKind, pain: PainScore, stop: &Stop) -> RuleId {
    let ends = StopRule::of_kind(kind).is_some_and(StopRule::ends_session);
    RuleId(match (ends, pain.get(), kind) {
        (true, ..) => "PRG-D1",
        (_, 8.., _) => "PRG-D2",
        (_, _, HurtKind::Sharp) => "PRG-D3",
        (_, 6 | 7, _) => "PRG-D4",
        (_, 4 | 5, _) if stop.exercise == ForExercise::Easier => "PRG-D5",
        (_, 4 | 5, _) => "PRG-D6",
        _ => "PRG-D7",
    })
}

pub(super) const fn kind_id(kind: HurtKind) -> &'static str {
    match kind {
        HurtKind::Ache => "ache",
        HurtKind::Sharp => "sharp",
        HurtKind::Lock => "lock",
        HurtKind::Numb => "numb",
        HurtKind::Unwell => "unwell",
        HurtKind::Limp => "limp",
        HurtKind::Water => "water",
    }
}
