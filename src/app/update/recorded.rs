//! Entries are in the journal: the program is derived anew, and the place follows it.

use super::super::inside::Turn;
use super::super::{Effect, Model, Route};
use crate::journal::{Body, Entry, Moment};
use crate::program::screening::Gate;
use crate::units::Now;

/// New entries of this page.
pub(super) fn recorded(model: &mut Model, entries: Vec<Entry>, now: Now) -> Vec<Effect> {
    let look = model.look;
    let mut effects = Vec::new();
    let passing = finishes_screen(&entries);
    let session = entries.iter().find(|entry| matches!(entry.body, Body::Session { .. })).map(|entry| entry.id);
    let begins_session = session.is_some();
    if let (Some(live), Some(session)) = (&mut model.live, session) {
        live.entry = Some(session);
    }
    for entry in entries {
        model.journal.insert(entry);
    }
    model.follow(now);
    if begins_session {
        // The first snapshot was made before the session had its entry.
        effects.extend(model.tell(Turn::Entered, now));
    }
    if model.look != look {
        effects.push(Effect::SetLook { look: model.look, keep: true });
    }
    if model.look.beeps != look.beeps {
        effects.extend(model.tell(Turn::Sound, now));
    }
    effects.extend(follow(model, passing, now));
    // Last, as it records something again, and by then the place has followed.
    effects.extend(model.tell(Turn::CutOff, now));
    effects.extend(model.tell(Turn::Recorded, now));
    effects
}

/// Entries of another tab, or of an older month.
pub(super) fn arrived(model: &mut Model, entries: Vec<Entry>, now: Now) -> Vec<Effect> {
    for entry in entries {
        model.journal.insert(entry);
    }
    let look = model.look;
    model.derive(now);
    let mut effects: Vec<Effect> = follow(model, false, now).into_iter().collect();
    if model.look != look {
        effects.push(Effect::SetLook { look: model.look, keep: false });
    }
    effects.extend(model.tell(Turn::CutOff, now));
    effects
}

/// Whether the whole screen came to its end: then its result is shown, after a short check the place before it.
fn finishes_screen(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| matches!(entry.body, Body::Finish { moment: Moment::Screen }))
}

/// Where the runner goes by themselves: to the result when the last safety question is answered, and out of what was shut.
fn follow(model: &Model, finished: bool, now: Now) -> Option<Effect> {
    let asking = matches!(model.gate(), Gate::Asking(_));
    let route = match model.route {
        Route::Safety if model.asked().is_none() && !asking => {
            if model.is_stopped() || finished {
                Route::Result
            } else {
                Route::Today
            }
        }
        // A session that has just begun or ended says itself where it leads.
        Route::After(slot) if model.is_live(slot) => return None,
        Route::Safety | Route::Player(_) if model.is_passed() || asking => return None,
        Route::Safety => return None,
        Route::Result if !model.has_result() => Route::Safety,
        here => model.settle(here, now),
    };
    (route != model.route).then_some(Effect::Go { route, replace: true })
}
