//! The title of the tab at each place.

use super::handle::Say;
use crate::app::Route;
use crate::locale::Key;

/// What stands in the tab.
pub fn title(say: Say, route: Route) -> String {
    match route {
        Route::Exercise(id) | Route::Session(crate::program::plan::SlotId::Try(id)) => {
            say.with(|words| words.exercise(id.id()).map(|words| words.name.clone())).unwrap_or_default()
        }
        Route::Welcome => say.text(Key::WelcomeTitle),
        Route::Check => say.text(Key::CheckTitle),
        Route::Safety | Route::Result => say.text(Key::CheckSafety),
        Route::Evaluation => say.text(Key::EvalTitle),
        Route::Tests => say.text(Key::TestsTitle),
        Route::Test(test) => say.by_id(&format!("test.{}.name", test.id())),
        Route::Today => say.text(Key::PlaceToday),
        Route::Plan => say.text(Key::PlacePlan),
        Route::Progress => say.text(Key::PlaceProgress),
        Route::Library => say.text(Key::PlaceLibrary),
        Route::More => say.text(Key::PlaceMore),
        Route::Run => say.text(Key::RunTitle),
        Route::Session(_) | Route::Player(_) => say.text(Key::PreviewTitle),
        Route::After(_) => say.text(Key::AfterTitle),
        Route::Missing => say.text(Key::MissingTitle),
    }
}
