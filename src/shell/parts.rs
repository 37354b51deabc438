//! The part of the app that comes after the first screen: a file of its own, cut off at [`later_part`].
//!
//! Whatever only that function reaches is in it: the plan, the player, the figures, and the screens that show them.

use std::cell::{Cell, OnceCell};

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::dispatch::dispatch;
use crate::app::accent::Accent;
use crate::app::clinic::Clinic;
use crate::app::{Event, INSIDE, Inside, Model, Route};
use crate::journal::{Entry, Journal, Loaded, Write, absorb_month, load, plan_packing};
use crate::locale::Words;
use crate::platform::storage::Browser;
use crate::platform::{clock, start};
use crate::screens;
use crate::ui::dom::prelude::*;

/// What the part brings.
#[derive(Debug)]
pub struct Later {
    /// Makes the screen of a place.
    pub place: fn(Route) -> Markup,
    /// The app behind the check.
    pub inside: &'static Inside,
    /// Reads what is kept.
    pub load: fn() -> Loaded,
    /// Reads an older month.
    pub read_month: fn(&str) -> Vec<Entry>,
    /// What packing the months that are over would write.
    pub pack: fn(&Journal) -> Vec<Write>,
    /// Reads a clinic's file, and warns of what it cannot use.
    pub read_clinic: fn(&str) -> Clinic,
    /// A clinic's color as the page's style has it.
    pub write_accent: fn(Accent) -> String,
    add_words: fn(&Words, &str) -> bool,
}

static LATER: Later = Later {
    place,
    inside: &INSIDE,
    load: || load(&Browser),
    read_month,
    pack: |journal| plan_packing(journal, &Browser, clock::now()),
    read_clinic,
    write_accent: |accent| accent.to_string(),
    add_words: |words, file| words.add(file).is_ok(),
};

thread_local! {
    static CAME: Cell<Option<&'static Later>> = const { Cell::new(None) };
    static FAILED: OnceCell<ArcRwSignal<bool>> = const { OnceCell::new() };
}

/// The part, once it has come.
pub fn later() -> Option<&'static Later> {
    CAME.get()
}

/// Whether the last try to fetch the part has failed.
pub fn has_failed() -> RwSignal<bool> {
    failed().into()
}

/// It belongs to no screen, as it outlives them.
fn failed() -> ArcRwSignal<bool> {
    FAILED.with(|failed| failed.get_or_init(|| ArcRwSignal::new(false)).clone())
}

/// Fetches the part with its words; nothing if one of them does not come.
pub async fn fetch(words: &Words) -> Option<&'static Later> {
    let file = more_words(words);
    let later = later_part().await.ok()?;
    CAME.set(Some(later));
    (words.is_whole() || (later.add_words)(words, &file.await?)).then_some(later)
}

/// Fetches the part unless it is there, and tells the app.
pub async fn bring(model: RwSignal<Model>, words: &Words) {
    if model.with_untracked(Model::is_whole) {
        return;
    }
    failed().set(false);
    match fetch(words).await {
        Some(later) => dispatch(model, Event::InsideCame(later.inside)),
        None => failed().set(true),
    }
}

/// Adds what the screens behind the check say.
pub async fn add_words(words: &Words) -> bool {
    let Some(later) = later() else { return false };
    let file = more_words(words).await;
    file.is_some_and(|file| (later.add_words)(words, &file))
}

/// The fetch begins at once.
fn more_words(words: &Words) -> impl Future<Output = Option<String>> + use<> {
    let address = format!("content/more-{}.txt?v={}", words.lang().id(), crate::locale::HASH);
    start::fetching(&address)
}

fn read_month(text: &str) -> Vec<Entry> {
    let mut month = Journal::new();
    absorb_month(&mut month, text);
    month.raw().cloned().collect()
}

fn read_clinic(text: &str) -> Clinic {
    let (clinic, warnings) = Clinic::parse(text);
    for warning in warnings {
        leptos::logging::warn!("stridewell: clinic: {warning}");
    }
    clinic
}

/// The part did not come.
#[derive(Debug)]
struct Absent;

impl From<SplitLoaderError> for Absent {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the split point of a part that may not come has this form")]
#[wasm_split(later, fallible)]
fn later_part() -> Result<&'static Later, Absent> {
    Ok(&LATER)
}

fn place(route: Route) -> Markup {
    match route {
        Route::Today => view! { <screens::Today/> },
        Route::Plan => view! { <screens::Plan/> },
        Route::Progress => view! { <screens::Progress/> },
        Route::Library => view! { <screens::Library/> },
        Route::Exercise(id) => view! { <screens::ExercisePage id=id/> },
        Route::More => view! { <screens::More/> },
        Route::Run => view! { <screens::Run/> },
        Route::Session(slot) => view! { <screens::Preview session=slot/> },
        Route::Player(_) => view! { <screens::PlayerScreen/> },
        Route::After(slot) => view! { <screens::After session=slot/> },
        Route::Tests => view! { <screens::SelfTests/> },
        Route::Test(test) => view! { <screens::SelfTestPage test=test/> },
        Route::Evaluation => view! { <screens::EvaluationScreen/> },
        // What they add to pages of the first part.
        Route::Check => view! { <screens::EvaluationCard/> },
        Route::Result => view! { <screens::PatternPart/> },
        Route::Welcome | Route::Safety | Route::Missing => Markup::Nothing,
    }
}
