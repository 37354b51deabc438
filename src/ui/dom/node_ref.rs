//! A place for an element that is needed after it was made.

use leptos::prelude::{GetValue, LocalStorage, SetValue, StoredValue};

use super::element::Element;

/// Filled by `node_ref=` in the markup.
#[derive(Debug, Clone, Copy)]
pub struct NodeRef(StoredValue<Option<web_sys::Element>, LocalStorage>);

impl Default for NodeRef {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl NodeRef {
    /// The element, once it is made.
    pub fn get(self) -> Option<web_sys::Element> {
        self.0.try_get_value().flatten()
    }

    /// Fills it.
    pub fn fill(self, element: &Element) {
        self.0.set_value(Some(element.0.clone()));
    }
}
