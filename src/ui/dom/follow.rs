//! Markup and values that follow signals, for as long as what they belong to stands.

use std::cell::RefCell;
use std::rc::Rc;

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
    let first = Rc::new(RefCell::new(Some(Vec::<Node>::new())));
    let mut words = None::<Text>;
    let (from, to, begin) = (start.clone(), end.clone(), Rc::clone(&first));
    effect(Box::new(move || {
        let new = make();
        if let (Some(stands), Markup::Text(text)) = (&words, &new) {
            stands.set_data(text);
            return;
        }
        let is_text = matches!(new, Markup::Text(_));
        let new = new.into_nodes();
        words = new.first().filter(|_| is_text).and_then(|node| node.clone().dyn_into().ok());
        match begin.borrow_mut().as_mut() {
            Some(first) => *first = new,
            None => replace(&from, &to, &new),
        }
    }));
    let mut nodes = vec![start.into()];
    nodes.extend(first.take().unwrap_or_default());
    nodes.push(end.into());
    Markup::Nodes(nodes)
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
