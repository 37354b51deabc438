//! Values of attributes: absent, or a text; fixed, or following signals.

use std::borrow::Cow;

use leptos::prelude::{Get, Memo, RwSignal, Signal};

/// What an attribute holds; an absent one is not there.
pub type Value = Option<Cow<'static, str>>;

/// A value that stays, or one that follows.
pub enum Given {
    /// It stays.
    Fixed(Value),
    /// It follows its signals.
    Followed(Box<dyn Fn() -> Value>),
}

/// What can be the value of an attribute at one moment.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Some(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Some(Cow::Owned(self))
    }
}

/// An attribute that is there or not, such as `hidden`.
impl IntoValue for bool {
    fn into_value(self) -> Value {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.and_then(T::into_value)
    }
}

/// What can be given to an attribute.
pub trait IntoGiven {
    /// As what was given.
    fn into_given(self) -> Given;
}

macro_rules! fixed {
    ($($kind:ty),+) => {
        $(impl IntoGiven for $kind {
            fn into_given(self) -> Given {
                Given::Fixed(self.into_value())
            }
        })+
    };
}

fixed!(&'static str, String, bool);

impl<T: IntoValue> IntoGiven for Option<T> {
    fn into_given(self) -> Given {
        Given::Fixed(self.into_value())
    }
}

impl<T: IntoValue, F: Fn() -> T + 'static> IntoGiven for F {
    fn into_given(self) -> Given {
        Given::Followed(Box::new(move || self().into_value()))
    }
}

macro_rules! followed {
    ($($signal:ident),+) => {
        $(impl<T: IntoValue + Clone + Send + Sync + 'static> IntoGiven for $signal<T> {
            fn into_given(self) -> Given {
                Given::Followed(Box::new(move || self.get().into_value()))
            }
        })+
    };
}

followed!(Memo, Signal, RwSignal);
