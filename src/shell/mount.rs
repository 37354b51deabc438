//! Opens the app: reads what is kept, waits for the words, and takes the place of the static shell.

use std::sync::Arc;

use crate::ui::dom::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::dispatch::dispatch;
use super::parts::{self, Later};
use super::root::Root;
use super::{effects, keeper};
use crate::app::clinic::Clinic;
use crate::app::{Event, Look, Model, Opening, Route, Theme};
use crate::journal::{Loaded, Shelf, StoreState};
use crate::locale::{Lang, Words};
use crate::platform::page::Listen;
use crate::platform::storage::Browser;
use crate::platform::{clock, frames, page, sound, start, storage};
use crate::ui::dom;

/// Starts the app. A panic shows the static panel that can save the runner's data: never a dead page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| start::trouble(&info.to_string())));
    spawn_local(async {
        // A file that did not come is told of by the start script, which knows why.
        let Some(text) = start::promised("words").await else { return };
        let Ok(words) = Words::parse(&text) else {
            start::trouble("The words of this version could not be read.");
            return;
        };
        let words = Arc::new(words);
        if !start::is_set("whole") {
            open(words, None, None);
            return;
        }
        // What is kept, and a clinic's own file, can be read by the later part alone.
        let Some(later) = parts::fetch(&words).await else {
            start::did_not_load("A part of the program did not come.");
            return;
        };
        let clinic = start::promised("clinic").await.map(|text| (later.read_clinic)(&text));
        open(words, clinic, Some(later));
    });
}

fn open(words: Arc<Words>, clinic: Option<Clinic>, later: Option<&'static Later>) {
    // Without the later part nothing is kept here yet: the start script has looked.
    let mut loaded = later.map_or_else(Loaded::fresh, |later| (later.load)());
    if !storage::is_there() {
        loaded.state = StoreState::Unavailable;
    }
    keeper::open(loaded.journal.newest(), loaded.state.is_writable());
    let older = std::mem::take(&mut loaded.later);
    let has_clinic = clinic.is_some();
    let opening = Opening {
        loaded,
        live: Browser.get(keeper::LIVE_KEY),
        look: Look::beginning(
            words.lang(),
            start::text("theme").and_then(|theme| Theme::parse(&theme)).unwrap_or_default(),
        ),
        clinic: clinic.unwrap_or_default(),
        framed: page::is_framed(),
        inside: later.map(|later| later.inside),
    };
    let model = Model::open(opening, clock::now());
    if has_clinic {
        effects::set_accent(model.clinic.accent);
    }
    effects::set_person(model.look);
    let model = RwSignal::new(model);
    let all_words = RwSignal::new(words);
    effects::words_go_to(all_words);
    take_the_place_of_the_shell(model, all_words);
    dispatch(model, Event::Moved(Route::parse(&page::fragment())));
    if start::is_set("started") {
        dispatch(model, Event::Start);
    }
    listen(model);
    clock::mark("stridewell:interactive");
    after_the_first_screen(model, all_words, older, has_clinic);
}

fn take_the_place_of_the_shell(model: RwSignal<Model>, words: RwSignal<Arc<Words>>) {
    if let Some(place) = page::app_element() {
        place.set_text_content(None);
        let at = place.clone();
        leptos::mount::mount_to(place, move || dom::place_in(&at, view! { <Root model=model words=words/> })).forget();
    }
}

fn listen(model: RwSignal<Model>) {
    page::listen(Listen::Address, move || dispatch(model, Event::Moved(Route::parse(&page::fragment()))));
    page::listen(Listen::OtherTab, move || keeper::look_again(model));
    page::listen(Listen::Leaving, move || dispatch(model, Event::Hidden(true)));
    page::listen(Listen::Visibility, move || {
        let hidden = page::is_hidden();
        frames::visibility_changed();
        if !hidden {
            sound::wake();
        }
        dispatch(model, Event::Hidden(hidden));
    });
}

/// What can wait: the part behind the check, older months, and the clinic's default file.
fn after_the_first_screen(model: RwSignal<Model>, words: RwSignal<Arc<Words>>, older: Vec<String>, has_clinic: bool) {
    spawn_local(async move {
        parts::bring(model, &words.get_untracked()).await;
        keeper::read_later(model, older);
        if has_clinic {
            return;
        }
        if let Some(later) = parts::later()
            && let Some(text) = start::fetch_text("clinics/default.json").await
        {
            dispatch(model, Event::ClinicRead(Box::new((later.read_clinic)(&text))));
        }
    });
}

/// The words of a language that was not asked for at the start, all of them.
pub async fn fetch_words(lang: Lang) -> Option<Words> {
    let address = format!("content/words-{}.txt?v={}", lang.id(), crate::locale::HASH);
    let words = Words::parse(&start::fetch_text(&address).await?).ok()?;
    parts::add_words(&words).await.then_some(words)
}
