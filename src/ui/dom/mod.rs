//! Markup in the page: nodes are made at once, and what changes follows signals. One type for all markup keeps the
//! bundle small; `view!` writes the calls.
//!
//! Not here: the reactive system, which is that of Leptos.

mod element;
mod event;
mod follow;
mod keyed;
mod markup;
mod node_ref;
mod value;

pub use element::{Element, drawn, element};
pub use event::{checked_of, value_of};
pub use keyed::keyed;
pub use markup::{IntoView, Markup, place_in};
pub use node_ref::NodeRef;

/// What stands between the tags of a component.
pub type Children = Box<dyn FnOnce() -> Markup>;

/// What a file with markup needs.
pub mod prelude {
    pub use super::{Children, IntoView, Markup, NodeRef, checked_of, value_of};
    pub use leptos::component;
    pub use leptos::prelude::{
        ArcRwSignal, Effect, Get, GetUntracked, GetValue, Memo, Notify, RwSignal, Set, SetValue, Signal, StoredValue,
        Track, Update, UpdateUntracked, UpdateValue, With, WithUntracked, WithValue, expect_context, on_cleanup,
        provide_context,
    };
    pub use stridewell_markup::view;
}
