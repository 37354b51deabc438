//! What stands around a screen: the bar of places, the clinic's name, the notices.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::{PLACES, Route};
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// The words and the icon of a place in the bar.
fn place(route: Route) -> (Key, Icon) {
    match route {
        Route::Plan => (Key::PlacePlan, Icon::Plan),
        Route::Progress => (Key::PlaceProgress, Icon::Progress),
        Route::Library | Route::Exercise(_) => (Key::PlaceLibrary, Icon::Library),
        Route::More => (Key::PlaceMore, Icon::More),
        _ => (Key::PlaceToday, Icon::Today),
    }
}

/// The bar of the five places: at the bottom of a phone, at the side of a desk.
#[component]
pub fn Bar() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let here = app.select(|model| place(model.route).0);
    let links = PLACES
        .into_iter()
        .map(|route| {
            let (key, shape) = place(route);
            view! {
                <a href=route.to_string() aria-current=move || (here.get() == key).then_some("page")>
                    {icon(shape)}{say.text(key)}
                </a>
            }
        })
        .collect::<Markup>();
    view! { <nav class="bar" aria-label=say.text(Key::AppPlaces)><Brand/>{links}</nav> }
}

/// The mark with the clinic's name, leading home.
#[component]
pub fn Brand() -> impl IntoView {
    let app = App::here();
    let name = app.select(|model| model.clinic.name.clone());
    let logo = app.select(|model| model.clinic.logo.clone());
    view! {
        <a class="brand" href="#/today">
            {move || match logo.get() {
                Some(source) => view! { <img class="logo" src=source alt=""/> },
                None => icon(Icon::Mark),
            }}
            {move || name.get()}
        </a>
    }
}

/// The top line of a place on a phone.
#[component]
pub fn Top(
    /// What stands at its end.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="top phone-only"><Brand/><span class="grow"></span>{children.map(|children| children())}</header>
    }
}

/// The heading of a screen, to which the focus moves.
#[component]
pub fn Lead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// One line below it.
    #[prop(into, optional)]
    line: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="lead">
            <h1 tabindex="-1">{title}</h1>
            {move || (!line.get().is_empty()).then(|| view! { <p>{line.get()}</p> })}
        </div>
    }
}
