//! A sheet over a screen: takes the focus, keeps it, and is left by its own buttons or by Escape.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::dom::prelude::*;

/// A modal dialog; the browser keeps the focus in it and everything else out of reach.
#[component]
pub fn Sheet(
    /// The id of its heading.
    labelled_by: &'static str,
    /// Escape, or nothing to do then.
    escape: impl Fn() + Copy + Send + Sync + 'static,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::default();
    // It can be shown only once it is in the page, which it is when effects run.
    Effect::new(move || {
        if let Some(dialog) = node.get().and_then(|node| node.dyn_into::<HtmlDialogElement>().ok())
            && !dialog.open()
        {
            // An older browser without modal dialogs shows it as an open one, above all else by its style.
            if dialog.show_modal().is_err() {
                dialog.set_open(true);
            }
        }
    });
    view! {
        <dialog class="sheet" aria-labelledby=labelled_by node_ref=node on:cancel=move |event| {
            event.prevent_default();
            escape();
        }>{children()}</dialog>
    }
}
