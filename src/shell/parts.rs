//! The parts of the app that come after the first screen, in a file of their own.

use std::cell::Cell;

use crate::ui::dom::prelude::*;

use crate::app::Route;
use crate::screens;

/// Makes the view of a place.
pub type Place = fn(Route) -> Markup;

thread_local! {
    static LATER: Cell<Option<Place>> = const { Cell::new(None) };
}

/// The views of the places that come later, once they are there.
pub fn later() -> Option<Place> {
    LATER.get()
}

/// Fetches them.
pub async fn fetch() -> bool {
    let came = later_places().await;
    LATER.set(came.ok());
    came.is_ok()
}

#[derive(Debug, Clone, Copy)]
pub struct Missing;

impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self { Self }
}

#[allow(unsafe_code)]
#[wasm_split_helpers::wasm_split(later, fallible)]
fn later_places() -> Result<Place, Missing> {
    Ok(place)
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
        _ => Markup::Nothing,
    }
}
