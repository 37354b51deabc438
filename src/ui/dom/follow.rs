//! Markup and values that follow signals, for as long as what they belong to stands.

use leptos::prelude::{RenderEffect, on_cleanup};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Node, Text};

use super::element::document;
use super::markup::Markup;

/// Does it now, and again whenever a signal that it read changes.
pub fn effect(mut act: Box<dyn FnMut()>) {
    let effect = SendWrapper::new(RenderEffect::new(move |_: Option<()>| act()));
    on_cleanup(move || drop(effect));
}

/// Markup that is made anew when a signal in it changes. It stands between two empty texts.
pub fn markup(make: Box<dyn Fn() -> Markup>) -> Markup {
    let (start, end) = (document().create_text_node(""), document().create_text_node(""));
    let nodes = std::rc::Rc::new(std::cell::RefCell::new(Vec::<Node>::new()));
    let first = std::rc::Rc::clone(&nodes);
    let (from, to) = (start.clone(), end.clone());
    let mut stands = None::<Text>;
    let mut is_first = true;
    effect(Box::new(move || {
        let made = make();
        if let (Some(text), Markup::Text(words)) = (&stands, &made) {
            text.set_data(words);
            return;
        }
        let is_text = matches!(made, Markup::Text(_));
        let made = made.into_nodes();
        stands = made.first().filter(|_| is_text).and_then(|node| node.clone().dyn_into().ok());
        if std::mem::take(&mut is_first) {
            *first.borrow_mut() = made;
        } else {
            replace(&from, &to, &made);
        }
    }));
    let mut all = vec![start.into()];
    all.append(&mut nodes.borrow_mut());
    all.push(end.into());
    Markup::Nodes(all)
}

/// Takes away what stands between two texts and puts nodes there.
fn replace(start: &Text, end: &Text, nodes: &[Node]) {
    let Some(parent) = end.parent_node() else { return };
    while let Some(next) = start.next_sibling().filter(|next| next != end.unchecked_ref::<Node>()) {
        if parent.remove_child(&next).is_err() {
            return;
        }
    }
    for node in nodes {
        let _ = parent.insert_before(node, Some(end));
    }
}
