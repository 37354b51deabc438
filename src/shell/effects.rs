//! Carries out what `update` asked for.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::dispatch::dispatch;
use super::keeper::{self, LIVE_KEY, LOOK_KEY};
use super::{mount, parts, tones};
use crate::app::accent::Accent;
use crate::app::{Effect, Event, Hair, Look, Model, Route};
use crate::locale::Words;
use crate::platform::frames::Ticking;
use crate::platform::{awake, clock, files, frames, motion, page, sound, storage, vibration};
use crate::program::selftest;
use crate::{figure, ui};

thread_local! {
    static WORDS: Cell<Option<RwSignal<Arc<Words>>>> = const { Cell::new(None) };
    static TICKING: RefCell<Option<Ticking>> = const { RefCell::new(None) };
}

/// Where the words of another language go when they have come.
pub fn words_go_to(words: RwSignal<Arc<Words>>) {
    WORDS.set(Some(words));
}

/// Does one thing.
pub fn run(model: RwSignal<Model>, effect: Effect) {
    match effect {
        Effect::Record(bodies) => keeper::record(model, bodies),
        Effect::Go { route, replace } => go(model, route, replace),
        Effect::FocusHeading => focus_heading(),
        Effect::SetLook { look, keep } => set_look(model, look, keep),
        Effect::SetAccent(accent) => set_accent(accent),
        Effect::UnlockSound => {
            sound::unlock();
        }
        Effect::Sound(soundings) => tones::schedule(&soundings),
        Effect::Silence => sound::cancel(),
        Effect::Vibrate(cue) => vibration::shake(tones::shaking(cue)),
        Effect::TestSound => test_sound(model),
        Effect::KeepAwake(true) => awake::keep(move |held| dispatch(model, Event::Awake(held))),
        Effect::KeepAwake(false) => awake::release(),
        Effect::Sense(true) => motion::start(
            move |sample| dispatch(model, Event::Test(selftest::Event::Motion(sample))),
            move || dispatch(model, Event::Test(selftest::Event::NoSensor)),
        ),
        Effect::Sense(false) => motion::stop(),
        Effect::SaveLive(text) => keeper::keep(model, || storage::put(LIVE_KEY, &text)),
        Effect::ClearLive => keeper::keep(model, || storage::remove(LIVE_KEY)),
        Effect::Tick(true) => TICKING.set(Some(frames::on_tick(move || dispatch(model, Event::Frame)))),
        Effect::Tick(false) => TICKING.set(None),
        Effect::Download { name, text } => {
            files::download(&name, "application/json", &text);
        }
        Effect::Erase => {
            keeper::erase(model);
            page::go("#/welcome", true);
            page::reload();
        }
        Effect::Print => page::print(),
        Effect::Mark(name) => clock::mark(name),
        Effect::Measure { name, from } => measure_at_the_next_frame(name, from),
    }
}

/// A replaced address fires no event of its own, so the state is told here.
fn go(model: RwSignal<Model>, route: Route, replace: bool) {
    clock::mark("stridewell:left");
    page::go(&route.to_string(), replace);
    if replace {
        dispatch(model, Event::Moved(route));
    }
    measure_at_the_next_frame("stridewell:navigate", "stridewell:left");
}

/// After the screen has been made anew, which the framework does when this task is over.
fn focus_heading() {
    frames::soon(page::focus_heading);
}

fn measure_at_the_next_frame(name: &'static str, from: &'static str) {
    frames::next(move || clock::measure(name, from));
}

fn set_look(model: RwSignal<Model>, look: Look, keep: bool) {
    page::set_look(look.lang.id(), look.theme.id());
    set_person(look);
    if keep {
        let text = format!("{{\"lang\":\"{}\",\"theme\":\"{}\"}}", look.lang.id(), look.theme.id());
        keeper::keep(model, || storage::put(LOOK_KEY, &text));
    }
    let Some(words) = WORDS.get() else { return };
    if words.with_untracked(|words| words.lang()) != look.lang {
        spawn_local(async move {
            if let Some(new) = mount::fetch_words(look.lang).await {
                words.set(Arc::new(new));
                focus_heading();
            }
        });
    }
}

/// The clinic's color, read by the later part and so written by it.
pub fn set_accent(accent: Accent) {
    if let Some(part) = parts::later() {
        page::set_accent(&(part.write_accent)(accent));
    }
}

/// The drawn person of all figures that are made from now on.
pub fn set_person(look: Look) {
    page::set_skin(look.skin.id());
    ui::set_hair(match look.hair {
        Hair::Bun => figure::Hair::Bun,
        Hair::Short => figure::Hair::Short,
    });
}

fn test_sound(model: RwSignal<Model>) {
    tones::test();
    // The context tells only after its output has opened whether it runs.
    frames::later(300, move || dispatch(model, Event::Sounded(sound::is_running())));
}
