//! The one view: which screen stands at a place.

use std::sync::Arc;

use leptos::prelude::*;

use super::dispatch::dispatch;
use crate::app::{Model, Route};
use crate::library::ExerciseId;
use crate::locale::{Key, Words};
use crate::platform::{clock, page};
use crate::screens::{self, App, Say};
use crate::units::Day;

/// All screens, made anew when the language changes.
#[component]
pub fn Root(
    /// The state.
    model: RwSignal<Model>,
    /// The words of the language in force.
    words: RwSignal<Arc<Words>>,
) -> impl IntoView {
    let app = App::new(model, Arc::new(move |event| dispatch(model, event)), clock::now, write_day, page::own_tab);
    provide_context(app);
    let route = app.select(|model| model.route);
    let has_bar = Memo::new(move |_| route.get().has_bar());
    let embedded = app.select(|model| model.framed);
    Effect::new(move || {
        let playing = matches!(route.get(), Route::Player(_));
        let class = if playing {
            "in-play"
        } else if has_bar.get() {
            "has-bar"
        } else {
            ""
        };
        page::set_body_class(class);
    });
    move || {
        let say = Say::new(words.get());
        provide_context(say);
        view! {
            <a class="skip" href="#main" on:click=|event| { event.prevent_default(); page::focus_heading(); }>
                {say.text(Key::AppSkip)}
            </a>
            <div class="app" class:embedded=embedded>
                {move || has_bar.get().then(|| view! { <screens::Bar/> })}
                <div class="place">
                    <screens::Notices/>
                    {move || place(say, route.get())}
                </div>
            </div>
        }
    }
}

fn place(say: Say, route: Route) -> AnyView {
    let title = screens::title(say, route);
    page::set_title(&format!("{title} · {}", say.text(Key::AppName)));
    match route {
        Route::Welcome => view! { <screens::Welcome/> }.into_any(),
        Route::Check => view! { <screens::Check/> }.into_any(),
        Route::Safety => view! { <screens::Safety/> }.into_any(),
        Route::Result => view! { <screens::CheckResult/> }.into_any(),
        Route::Today => view! { <screens::Today/> }.into_any(),
        Route::Plan => view! { <screens::Plan/> }.into_any(),
        Route::Progress => view! { <screens::Progress/> }.into_any(),
        Route::Library => view! { <screens::Library/> }.into_any(),
        Route::Exercise(id) => exercise(id),
        Route::More => view! { <screens::More/> }.into_any(),
        Route::Session(slot) => view! { <screens::Preview session=slot/> }.into_any(),
        Route::Player(_) => view! { <screens::PlayerScreen/> }.into_any(),
        Route::After(slot) => view! { <screens::After session=slot/> }.into_any(),
        Route::Missing => view! { <screens::Missing/> }.into_any(),
    }
}

fn exercise(id: ExerciseId) -> AnyView {
    view! { <screens::ExercisePage id=id/> }.into_any()
}

fn write_day(lang: &str, day: Day, style: screens::DayStyle) -> String {
    let (year, month, date) = day.ymd();
    let style = match style {
        screens::DayStyle::Long => page::DayStyle::Long,
        screens::DayStyle::Short => page::DayStyle::Short,
        screens::DayStyle::Weekday => page::DayStyle::Weekday,
        screens::DayStyle::Full => page::DayStyle::Full,
    };
    page::format_day(lang, year, month, date, style)
}
