//! An element: made with its fixed attributes, then given the rest.

use std::cell::OnceCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, SvgElement};

use super::follow;
use super::markup::{IntoView, Markup, place_in};
use super::value::{Given, IntoGiven};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The page.
#[expect(clippy::expect_used, reason = "the app is started by a page")]
pub fn document() -> Document {
    thread_local! {
        static DOCUMENT: OnceCell<Document> = const { OnceCell::new() };
    }
    DOCUMENT.with(|page| {
        page.get_or_init(|| web_sys::window().and_then(|window| window.document()).expect("a page")).clone()
    })
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct Element(pub(super) web_sys::Element);

/// An element of HTML with its fixed attributes.
pub fn element(name: &str, fixed: &[(&str, &str)]) -> Element {
    with(document().create_element(name), fixed)
}

/// An element of SVG with its fixed attributes.
pub fn drawn(name: &str, fixed: &[(&str, &str)]) -> Element {
    with(document().create_element_ns(Some(SVG), name), fixed)
}

#[expect(clippy::expect_used, reason = "names of elements are literals of the markup, all of them valid")]
fn with(made: Result<web_sys::Element, JsValue>, fixed: &[(&str, &str)]) -> Element {
    let made = made.expect("an element");
    for (name, value) in fixed {
        let _ = made.set_attribute(name, value);
    }
    Element(made)
}

impl IntoView for Element {
    fn into_view(self) -> Markup {
        Markup::Nodes(vec![self.0.into()])
    }
}

/// How a value is put on an element.
type Put = fn(&web_sys::Element, &str, Option<&str>);

impl Element {
    /// Adds a child at the end.
    pub fn child(&self, child: impl IntoView) {
        place_in(&self.0, child.into_view());
    }

    /// Sets an attribute now.
    pub fn set(&self, name: &str, value: &str) {
        let _ = self.0.set_attribute(name, value);
    }

    /// An attribute.
    pub fn attr(&self, name: &'static str, value: impl IntoGiven) {
        self.give(name, value.into_given(), put_attribute);
    }

    /// A class that is there or not.
    pub fn class(&self, name: &'static str, value: impl IntoGiven) {
        self.give(name, value.into_given(), put_class);
    }

    /// A property of its style; the policy of the page allows it, as it is no text of a style.
    pub fn style(&self, name: &'static str, value: impl IntoGiven) {
        self.give(name, value.into_given(), put_style);
    }

    /// A property that is no attribute: `checked` and `value`, which the runner changes too.
    pub fn prop(&self, name: &'static str, value: impl IntoGiven) {
        self.give(name, value.into_given(), put_property);
    }

    fn give(&self, name: &'static str, value: Given, put: Put) {
        match value {
            Given::Fixed(value) => put(&self.0, name, value.as_deref()),
            Given::Followed(value) => {
                let element = self.0.clone();
                follow::effect(Box::new(move || put(&element, name, value().as_deref())));
            }
        }
    }
}

fn put_attribute(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn put_class(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let _ = element.class_list().toggle_with_force(name, value.is_some());
}

fn put_style(element: &web_sys::Element, name: &str, value: Option<&str>) {
    let style = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.style(),
        None => match element.dyn_ref::<SvgElement>() {
            Some(element) => element.style(),
            None => return,
        },
    };
    let _ = style.set_property(name, value.unwrap_or_default());
}

fn put_property(element: &web_sys::Element, name: &str, value: Option<&str>) {
    // `checked` is the one property here that is true or false.
    let value = if name == "checked" {
        JsValue::from_bool(value.is_some())
    } else {
        JsValue::from_str(value.unwrap_or_default())
    };
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}
