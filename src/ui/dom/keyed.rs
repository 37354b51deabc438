//! A list whose rows stay while their keys do: only what is new is made, only what has gone is taken away.

use std::collections::BTreeMap;

use leptos::prelude::{Owner, on_cleanup};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::Node;

use super::element::document;
use super::follow;
use super::markup::{IntoView, Markup};

struct Row {
    owner: Owner,
    nodes: Vec<Node>,
}

impl Row {
    fn go(self) {
        for node in self.nodes {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(&node);
            }
        }
        self.owner.cleanup();
    }
}

/// The rows of `keys`, in their order. A row must not be a closure itself: its nodes are remembered.
pub fn keyed<K: Ord + Copy + 'static, V: IntoView>(
    keys: impl Fn() -> Vec<K> + 'static,
    row: impl Fn(K) -> V + 'static,
) -> Markup {
    let end = document().create_text_node("");
    let parent = Owner::current().unwrap_or_default();
    let rows = std::rc::Rc::new(std::cell::RefCell::new(BTreeMap::<K, Row>::new()));
    let first = std::rc::Rc::new(std::cell::RefCell::new(Vec::<Node>::new()));
    let (kept, begin, mark) = (std::rc::Rc::clone(&rows), std::rc::Rc::clone(&first), end.clone());
    follow::effect(Box::new(move || {
        let keys = keys();
        let mut rows = kept.borrow_mut();
        let gone: Vec<K> = rows.keys().filter(|key| !keys.contains(key)).copied().collect();
        for key in gone {
            if let Some(row) = rows.remove(&key) {
                row.go();
            }
        }
        for key in keys {
            let made = rows.entry(key).or_insert_with(|| {
                let owner = parent.child();
                let nodes = owner.with(|| leptos::prelude::untrack(|| row(key).into_view().into_nodes()));
                Row { owner, nodes }
            });
            for node in &made.nodes {
                match mark.parent_node() {
                    Some(parent) => {
                        let _ = parent.insert_before(node, Some(mark.unchecked_ref()));
                    }
                    None => begin.borrow_mut().push(node.clone()),
                }
            }
        }
    }));
    let rows = SendWrapper::new(rows);
    on_cleanup(move || rows.take().borrow_mut().clear());
    let mut all = std::mem::take(&mut *first.borrow_mut());
    all.push(end.into());
    Markup::Nodes(all)
}
