//! The page itself: its address, title, language, theme, focus, and whether it is seen.

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The address's fragment with its `#`, or nothing.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a fragment. `replace` leaves no step for the browser's Back.
pub fn go(fragment: &str, replace: bool) {
    let Some(window) = window() else { return };
    if replace {
        // `replaceState` does not fire `hashchange`: the caller knows already.
        let kept =
            window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)));
        if kept.is_ok() {
            return;
        }
    }
    let _ = window.location().set_hash(fragment);
}

/// One step back in the browser's history.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// The address of this page for a tab of its own: without its place, and without what belongs to a frame.
pub fn own_tab() -> String {
    let Some(location) = window().map(|window| window.location()) else { return String::new() };
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let kept: Vec<&str> = query
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("embed="))
        .collect();
    if kept.is_empty() { path } else { format!("{path}?{}", kept.join("&")) }
}

/// Whether the page is shown inside another one.
pub fn is_framed() -> bool {
    window().is_some_and(|window| {
        let own: &JsValue = window.as_ref();
        // Reading `top` of another origin gives an object that is not this window; it never throws.
        js_sys::Reflect::get(own, &"top".into()).is_ok_and(|top| &top != own)
    })
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets language and theme (`light`, `dark`, or `auto`) of the whole page.
pub fn set_look(lang: &str, theme: &str) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = root.set_attribute("lang", lang);
    let _ = if theme == "auto" { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", theme) };
}

/// Sets the drawn person's skin.
pub fn set_skin(skin: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-skin", skin);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Sets the clinic's accent color.
pub fn set_accent(color: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _ = root.style().set_property("--accent", color);
    }
}

/// Puts or takes a class on the body, which says what kind of screen it is.
pub fn set_body_class(class: &str) {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_class_name(class);
    }
}

/// Moves the focus to the screen's heading and the view to its top.
pub fn focus_heading() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    let heading = document().and_then(|document| document.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// The element in which the app lives.
pub fn app_element() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Whether the page is hidden at this moment.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether the runner asked the system for less motion.
pub fn wants_less_motion() -> bool {
    window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Languages of the browser, the preferred first.
pub fn languages() -> Vec<String> {
    window()
        .map(|window| window.navigator().languages().iter().filter_map(|language| language.as_string()).collect())
        .unwrap_or_default()
}

/// Calls back for as long as the page lives when the address, the visibility, or another tab's storage changes.
pub fn listen(target: Listen, callback: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let callback = Closure::<dyn Fn()>::new(callback).into_js_value();
    let callback = callback.unchecked_ref();
    let _ = match target {
        Listen::Address => window.add_event_listener_with_callback("hashchange", callback),
        Listen::OtherTab => window.add_event_listener_with_callback("storage", callback),
        Listen::Leaving => window.add_event_listener_with_callback("pagehide", callback),
        Listen::Visibility => window
            .document()
            .map_or(Ok(()), |document| document.add_event_listener_with_callback("visibilitychange", callback)),
    };
}

/// What to listen to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listen {
    /// The fragment changed.
    Address,
    /// The page was hidden or shown.
    Visibility,
    /// Another tab wrote to the storage.
    OtherTab,
    /// The page is being left.
    Leaving,
}

/// A local day in the words of the runner's language, by the browser's `Intl`.
pub fn format_day(lang: &str, year: i32, month: u8, day: u8, style: DayStyle) -> String {
    let options = js_sys::Object::new();
    let pairs: &[(&str, &str)] = match style {
        DayStyle::Long => &[("weekday", "long"), ("month", "long"), ("day", "numeric")],
        DayStyle::Short => &[("month", "short"), ("day", "numeric")],
        DayStyle::Weekday => &[("weekday", "short")],
        DayStyle::Full => &[("year", "numeric"), ("month", "long"), ("day", "numeric")],
    };
    for (name, value) in pairs {
        let _ = js_sys::Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    // Noon local time: no change of the clocks ever moves that to another day.
    let date = js_sys::Date::new_with_year_month_day_hr(
        u32::try_from(year).unwrap_or_default(),
        i32::from(month) - 1,
        i32::from(day),
        12,
    );
    let locale = if lang == "es" { "es-US" } else { "en-US" };
    date.to_locale_date_string(locale, &options).into()
}

/// How a day is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStyle {
    /// Wednesday, August 19.
    Long,
    /// Aug 19.
    Short,
    /// Wed.
    Weekday,
    /// August 19, 2026.
    Full,
}
