//! The one view: which screen stands at a place.

use std::sync::Arc;

use crate::ui::dom::prelude::*;

use super::dispatch::dispatch;
use super::parts;
use crate::app::{Model, Route};
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
                    {move || place(say, route.get(), model)}
                </div>
            </div>
        }
    }
}

fn set_title(say: Say, route: Route) {
    page::set_title(&format!("{} · {}", screens::title(say, route), say.text(Key::AppName)));
}

fn place(say: Say, route: Route, model: RwSignal<Model>) -> Markup {
    set_title(say, route);
    match route {
        Route::Welcome => view! { <screens::Welcome/> },
        Route::Check => view! { <screens::Check more=later_of(route, model)/> },
        Route::Safety => view! { <screens::Safety/> },
        Route::Result => view! { <screens::CheckResult more=later_of(route, model)/> },
        Route::Missing => view! { <screens::Missing/> },
        later => {
            let whole = Memo::new(move |_| model.with(Model::is_whole));
            let again = move || leptos::task::spawn_local(async move { parts::bring(model, &say.all()).await });
            view! {
                {move || match parts::later().filter(|_| whole.get()) {
                    Some(part) => {
                        // Its words came with it.
                        set_title(say, later);
                        (part.place)(later)
                    }
                    None => view! { <screens::Waiting failed=parts::has_failed() again=again/> },
                }}
            }
        }
    }
}

/// What the later part adds to a page of the first one, once it has come.
fn later_of(route: Route, model: RwSignal<Model>) -> impl Fn() -> Markup + Copy + 'static {
    let whole = Memo::new(move |_| model.with(Model::is_whole));
    move || parts::later().filter(|_| whole.get()).map_or(Markup::Nothing, |part| (part.place)(route))
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
