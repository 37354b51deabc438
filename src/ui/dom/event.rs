//! Events of elements: heard for as long as what they belong to stands.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

use super::element::Element;

impl Element {
    fn on(&self, name: &'static str, act: Box<dyn FnMut(Event)>) {
        let heard = Closure::wrap(act);
        let target = self.0.clone();
        let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        let kept = SendWrapper::new((target, heard));
        // Events may come to an element that has gone, such as the loss of the focus.
        on_cleanup(move || {
            let (target, heard) = kept.take();
            let _ = target.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        });
    }

    /// A click or a tap, or a key that does the same.
    pub fn on_click(&self, mut act: impl FnMut(MouseEvent) + 'static) {
        self.on("click", Box::new(move |event| act(event.unchecked_into())));
    }

    /// The value is another now.
    pub fn on_change(&self, act: impl FnMut(Event) + 'static) {
        self.on("change", Box::new(act));
    }

    /// The value changes while it is typed.
    pub fn on_input(&self, act: impl FnMut(Event) + 'static) {
        self.on("input", Box::new(act));
    }

    /// A form is sent.
    pub fn on_submit(&self, act: impl FnMut(Event) + 'static) {
        self.on("submit", Box::new(act));
    }

    /// A dialog is left by the Escape key.
    pub fn on_cancel(&self, act: impl FnMut(Event) + 'static) {
        self.on("cancel", Box::new(act));
    }
}

/// The text of the field that an event came from.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default(),
    }
}

/// Whether the box that an event came from is ticked.
pub fn checked_of(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).is_some_and(|input| input.checked())
}
