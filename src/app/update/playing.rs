//! A running session: what the player asks for becomes effects; what it did becomes entries.

use super::super::inside::Turn;
use super::super::live::is_under_way;
use super::super::{Effect, Ended, Event, Live, Model, Route};
use super::{adapting, evaluating, go};
use crate::journal::{Body, HurtKind};
use crate::library;
use crate::program::plan::{self, SlotId};
use crate::program::screening::{Before, ForExercise, ForSession, Stop, stop_rule};
use crate::session::{self, Ask, Pace, Player, Ruling, SideOrder};
use crate::units::{Now, PainScore};

/// The most pain with which a session goes on after a stop of 6 or more (`PRG-D4`).
const CALM: u8 = 3;

/// A session that runs or waits has its say.
pub(super) fn tell(model: &mut Model, turn: Turn, now: Now) -> Vec<Effect> {
    match turn {
        Turn::Happened(event) => happened(model, event, now),
        Turn::Moved(route) => {
            model.evaluating = None;
            moved(model, route, now)
        }
        Turn::Recorded => evaluating::recorded(model).into_iter().collect(),
        Turn::CutOff => cut_off(model, now),
        Turn::Sound => sound_again(model, now),
        Turn::Entered => saved(model).into_iter().collect(),
    }
}

/// What belongs to a session.
fn happened(model: &mut Model, event: Event, now: Now) -> Vec<Effect> {
    match event {
        Event::SessionStarted(slot) => start(model, slot, now),
        Event::Resumed => resume(model, now),
        // Its buttons are in the player alone: nothing runs, and nothing is rated, where nobody sees it.
        Event::Play(_) | Event::Hurt { .. } | Event::HurtAnswered(_) if !model.is_playing() => Vec::new(),
        Event::Play(event) => play(model, event, now),
        Event::Frame => play(model, session::Event::Frame, now),
        Event::Hidden(true) => play(model, session::Event::Hidden, now),
        Event::Hidden(false) => shown(model, now),
        Event::Hurt { pain, kind } => hurt(model, pain, kind, now),
        Event::HurtAnswered(choice) => play(model, session::Event::HurtChosen(choice), now),
        Event::AfterSaved { slot, worst, effort, note } => {
            after(model, slot, |of| plan::after_session(of, Some(worst), effort, &note))
        }
        Event::Awake(held) => {
            model.awake = held;
            Vec::new()
        }
        other => adapting::update(model, other, now),
    }
}

/// `Start session`: only what the program composes for a cleared runner can start.
fn start(model: &mut Model, slot: SlotId, now: Now) -> Vec<Effect> {
    if model.is_live(slot) {
        return resume(model, now);
    }
    let Some(composed) = model.startable(slot, now) else { return Vec::new() };
    // Of two sessions only one can wait: what was done of the other is kept.
    let ended = end_unseen(model, now);
    let items = composed.planned();
    let order = SideOrder::sore_left(model.program().is_some_and(|program| program.settings.side.is_left()));
    let mut player = Player::new(&items, library::first(), order, Pace::Tempo, now);
    let asked = player.on(session::Event::Start, now, library::first());
    let body = composed.entry();
    model.live = Some(Live { slot, entry: None, player, touched: now.wall });
    let mut effects = vec![Effect::Mark("stridewell:start-tapped")];
    effects.extend(ended);
    effects.extend(carried(model, asked));
    effects.push(Effect::Record(vec![body]));
    effects.push(Effect::Tick(true));
    effects.push(go(Route::Player(slot)));
    effects.push(Effect::Measure { name: "stridewell:session-start", from: "stridewell:start-tapped" });
    effects
}

fn resume(model: &mut Model, now: Now) -> Vec<Effect> {
    let Some(slot) = model.live.as_ref().map(|live| live.slot) else { return Vec::new() };
    if !model.may_go_on() && !model.is_playing() {
        return Vec::new();
    }
    let mut effects = play(model, session::Event::Resume, now);
    effects.push(Effect::Tick(true));
    if model.route != Route::Player(slot) {
        effects.push(go(Route::Player(slot)));
    }
    effects
}

/// The page is seen again. The browser has let go of the screen's lock meanwhile: it is taken again.
fn shown(model: &mut Model, now: Now) -> Vec<Effect> {
    let mut effects = play(model, session::Event::Shown, now);
    if model.live.as_ref().is_some_and(|live| live.player.place().stage.runs()) {
        effects.push(Effect::KeepAwake(true));
    }
    effects
}

/// Whether the player is on the screen decides whether its clock may run.
fn moved(model: &mut Model, to: Route, now: Now) -> Vec<Effect> {
    match (model.is_playing(), matches!(to, Route::Player(_))) {
        (true, false) => {
            let mut effects = play(model, session::Event::Pause, now);
            effects.push(Effect::Tick(false));
            effects
        }
        (false, true) => vec![Effect::Tick(true)],
        _ => Vec::new(),
    }
}

/// Ends a session that has come to its end without the runner. What was done of it is kept, unless its entry is gone or
/// it was ended elsewhere.
fn cut_off(model: &mut Model, now: Now) -> Vec<Effect> {
    if !model.is_cut_off(now) {
        return Vec::new();
    }
    let after = model.live.as_ref().filter(|_| model.is_playing()).map(|live| Route::After(live.slot));
    let mut effects = end_unseen(model, now);
    effects.extend(after.map(|route| Effect::Go { route, replace: true }));
    effects
}

/// Ends the session that runs or waits, and leads nowhere.
fn end_unseen(model: &mut Model, now: Now) -> Vec<Effect> {
    let Some(live) = &mut model.live else { return Vec::new() };
    live.entry = live.entry.filter(|entry| is_under_way(&model.journal, *entry));
    let mut effects = play(model, session::Event::EndEarly, now);
    effects.retain(|effect| !matches!(effect, Effect::Go { .. }));
    effects
}

/// Beeps were switched on or off: what is scheduled goes, and what is wanted is scheduled anew.
fn sound_again(model: &mut Model, now: Now) -> Vec<Effect> {
    let runs = model.live.as_ref().is_some_and(|live| live.player.place().stage.runs());
    if !runs {
        return vec![Effect::Silence];
    }
    let mut effects = play(model, session::Event::Pause, now);
    effects.extend(play(model, session::Event::Resume, now));
    effects
}

fn play(model: &mut Model, event: session::Event, now: Now) -> Vec<Effect> {
    let Some(live) = &mut model.live else { return Vec::new() };
    live.touched = now.wall;
    let asked = live.player.on(event, now, library::first());
    carried(model, asked)
}

/// The player's effects, in their order, as the app's.
fn carried(model: &mut Model, asked: Vec<session::Effect>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for effect in asked {
        match effect {
            session::Effect::Unlock => effects.push(Effect::UnlockSound),
            session::Effect::KeepAwake(on) => effects.push(Effect::KeepAwake(on)),
            session::Effect::Silence => effects.push(Effect::Silence),
            session::Effect::Sound(soundings) if model.look.beeps => effects.push(Effect::Sound(soundings)),
            session::Effect::Sound(_) => {}
            session::Effect::Vibrate(cue) => effects.push(Effect::Vibrate(cue)),
            session::Effect::Announce(milestone) => model.milestone = Some(milestone),
            session::Effect::Save => effects.extend(saved(model)),
            session::Effect::Hurt { item, pain, kind, .. } => {
                if let Some(of) = model.live.as_ref().and_then(|live| live.entry) {
                    let item = item.id().to_owned();
                    effects.push(Effect::Record(vec![Body::Hurt { of, item, pain, kind }]));
                }
            }
            session::Effect::Ended { how, seconds, items } => {
                let Some(live) = model.live.take() else { continue };
                if let Some(of) = live.entry {
                    effects.push(Effect::Record(vec![plan::session_end(of, how, seconds, items)]));
                }
                effects.extend([Effect::Tick(false), Effect::ClearLive]);
                effects.push(Effect::Go { route: Route::After(live.slot), replace: true });
            }
        }
    }
    effects
}

/// The snapshot from which a reload or a crash goes on.
fn saved(model: &Model) -> Option<Effect> {
    let live = model.live.as_ref()?;
    Some(Effect::SaveLive(live.player.snapshot(&live.slot.to_string(), live.entry).to_json()))
}

/// It was rated: the stop rules say what is open to the runner.
fn hurt(model: &mut Model, pain: PainScore, kind: HurtKind, now: Now) -> Vec<Effect> {
    let Some(live) = &model.live else { return Vec::new() };
    let Some(item) = live.player.hurting().filter(|_| live.player.place().ask == Some(Ask::HowMuch)) else {
        return Vec::new();
    };
    let before = live.entry.map_or_else(Before::default, |of| Before::of(&model.journal, of, item.id(), now));
    let stop = stop_rule(kind, pain, before);
    let (ruling, mark) = (ruling(model, live, (kind, pain), &stop), stop.mark);
    model.stop = Some(stop);
    play(model, session::Event::HurtRated { pain, kind, ruling, mark }, now)
}

fn ruling(model: &Model, live: &Live, (kind, pain): (HurtKind, PainScore), stop: &Stop) -> Ruling {
    match (stop.session, stop.exercise) {
        (ForSession::End, _) => Ruling::End,
        (ForSession::WhenCalm, _) => PainScore::new(CALM).map_or(Ruling::Skip, Ruling::SkipUntilCalm),
        (ForSession::GoOn, ForExercise::SkipToday | ForExercise::SkipUntilRetest) => Ruling::Skip,
        (ForSession::GoOn, ForExercise::Easier) => {
            let hurting = live.player.hurting_item();
            Ruling::Easier(hurting.and_then(|item| model.program()?.hurt(kind, pain, stop, item).easier))
        }
        (ForSession::GoOn, ForExercise::GoOn) => Ruling::GoOn,
    }
}

/// What is said about a session that has ended.
fn after(model: &Model, slot: SlotId, body: impl FnOnce(crate::journal::EntryId) -> Body) -> Vec<Effect> {
    match model.ended(slot) {
        Some(Ended { entry, .. }) => {
            vec![Effect::Record(vec![body(entry)]), Effect::Go { route: Route::Today, replace: true }]
        }
        None => Vec::new(),
    }
}
