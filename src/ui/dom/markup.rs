//! Markup: text or nodes, and what can become it.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, RwSignal, Signal};
use web_sys::Node;

use super::element::document;
use super::follow;

/// A piece of the page that has been made and has no place yet.
#[derive(Debug, Clone, Default)]
pub enum Markup {
    /// Nothing.
    #[default]
    Nothing,
    /// A text, not yet a node.
    Text(Cow<'static, str>),
    /// Nodes, in their order.
    Nodes(Vec<Node>),
}

impl Markup {
    /// Pieces one after another.
    pub fn of(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut nodes = Vec::new();
        for part in parts {
            part.add_to(&mut nodes);
        }
        Self::Nodes(nodes)
    }

    fn add_to(self, nodes: &mut Vec<Node>) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => nodes.push(document().create_text_node(&text).into()),
            Self::Nodes(more) => nodes.extend(more),
        }
    }

    /// Its nodes.
    pub fn into_nodes(self) -> Vec<Node> {
        if let Self::Nodes(nodes) = self {
            return nodes;
        }
        let mut nodes = Vec::new();
        self.add_to(&mut nodes);
        nodes
    }
}

/// Puts markup at the end of an element. It stays until the element goes, and follows its signals for as long.
pub fn place_in(parent: &Node, markup: Markup) {
    for node in markup.into_nodes() {
        let _ = parent.append_child(&node);
    }
}

/// What can stand in markup.
pub trait IntoView {
    /// As markup.
    fn into_view(self) -> Markup;
}

impl IntoView for Markup {
    fn into_view(self) -> Markup {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> Markup {
        Markup::Nothing
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> Markup {
        Markup::Text(Cow::Borrowed(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> Markup {
        Markup::Text(Cow::Owned(self))
    }
}

impl IntoView for u8 {
    fn into_view(self) -> Markup {
        self.to_string().into_view()
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> Markup {
        self.map_or(Markup::Nothing, T::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> Markup {
        self.into_iter().collect()
    }
}

impl<T: IntoView> FromIterator<T> for Markup {
    fn from_iter<I: IntoIterator<Item = T>>(parts: I) -> Self {
        Self::of(parts.into_iter().map(T::into_view))
    }
}

/// A closure is followed: its markup is made anew when a signal in it changes.
impl<T: IntoView, F: Fn() -> T + 'static> IntoView for F {
    fn into_view(self) -> Markup {
        follow::markup(Box::new(move || self().into_view()))
    }
}

macro_rules! followed {
    ($($signal:ident),+) => {
        $(impl<T: IntoView + Clone + Send + Sync + 'static> IntoView for $signal<T> {
            fn into_view(self) -> Markup {
                follow::markup(Box::new(move || self.get().into_view()))
            }
        })+
    };
}

followed!(Memo, Signal, RwSignal);
