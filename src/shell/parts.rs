//! The part of the app that comes after the first screen: a file of its own, cut off at [`later_part`].
//!
//! Whatever only that function reaches is in it: the plan, the player, the figures, and the screens that show them.

use std::cell::{Cell, OnceCell};

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::dispatch::dispatch;
use crate::app::{Event, INSIDE, Inside, Model, Route};
use crate::screens;
use crate::ui::dom::prelude::*;

/// Makes the screen of a place.
type Place = fn(Route) -> Markup;

/// What the part brings.
struct Later {
    place: Place,
    inside: &'static Inside,
}

thread_local! {
    static PLACE: Cell<Option<Place>> = const { Cell::new(None) };
    static FAILED: OnceCell<RwSignal<bool>> = const { OnceCell::new() };
}

/// Makes the screens behind the gate, once they have come.
pub fn later() -> Option<Place> {
    PLACE.get()
}

/// Whether the last try to fetch the part has failed.
pub fn has_failed() -> RwSignal<bool> {
    FAILED.with(|failed| *failed.get_or_init(|| RwSignal::new(false)))
}

/// Fetches the part; nothing if it does not come.
pub async fn fetch() -> Option<&'static Inside> {
    let came = later_part().await.ok()?;
    PLACE.set(Some(came.place));
    Some(came.inside)
}

/// Fetches the part and tells the app.
pub async fn bring(model: RwSignal<Model>) {
    has_failed().set(false);
    match fetch().await {
        Some(inside) => dispatch(model, Event::InsideCame(inside)),
        None => has_failed().set(true),
    }
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
fn later_part() -> Result<Later, Absent> {
    Ok(Later { place, inside: &INSIDE })
}

fn place(route: Route) -> Markup {
    match route {
        Route::Today => view! { <screens::Today/> },
        Route::Plan => view! { <screens::Plan/> },
        Route::Progress => view! { <screens::Progress/> },
        Route::Library => view! { <screens::Library/> },
        Route::Exercise(id) => view! { <screens::ExercisePage id=id/> },
        Route::More => view! { <screens::More/> },
        Route::Session(slot) => view! { <screens::Preview session=slot/> },
        Route::Player(_) => view! { <screens::PlayerScreen/> },
        Route::After(slot) => view! { <screens::After session=slot/> },
        Route::Welcome | Route::Check | Route::Safety | Route::Result | Route::Missing => Markup::Nothing,
    }
}
