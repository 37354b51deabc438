//! What a screen holds: the state to read, the words, and the way to send what the runner did.

use std::sync::Arc;

use crate::ui::dom::prelude::*;

use crate::app::{Event, Model};
use crate::locale::{Key, Lang, Words};
use crate::units::{Day, Now};

/// The handle of a screen: reads projections of the state, and sends events.
#[derive(Clone, Copy)]
pub struct App {
    model: RwSignal<Model>,
    send: StoredValue<Arc<dyn Fn(Event) + Send + Sync>>,
    clock: fn() -> Now,
    date: fn(&str, Day, DayStyle) -> String,
    own_tab: fn() -> String,
}

/// How a day is written; the browser's own calendar words are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayStyle {
    /// Wednesday, August 19.
    Long,
    /// Aug 19.
    Short,
    /// Wed.
    Weekday,
    /// August 19, 2026.
    Full,
}

impl App {
    /// Made once, by the shell.
    pub fn new(
        model: RwSignal<Model>,
        send: Arc<dyn Fn(Event) + Send + Sync>,
        clock: fn() -> Now,
        date: fn(&str, Day, DayStyle) -> String,
        own_tab: fn() -> String,
    ) -> Self {
        Self { model, send: StoredValue::new(send), clock, date, own_tab }
    }

    /// The handle of the screen that is being made.
    pub fn here() -> Self {
        expect_context()
    }

    /// A part of the state, made anew only when it changes.
    pub fn select<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Model) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.model.with(&part))
    }

    /// A part of the state as it is now, without following it.
    pub fn peek<T>(self, part: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(part)
    }

    /// Sends what the runner did; its effects have run when this returns.
    pub fn send(self, event: Event) {
        self.send.with_value(|send| send(event));
    }

    /// The clocks.
    pub fn now(self) -> Now {
        (self.clock)()
    }

    /// This page in a tab of its own, where what it keeps belongs to the guide alone.
    pub fn own_tab(self) -> String {
        (self.own_tab)()
    }

    /// A day in the runner's language.
    pub fn day(self, day: Day, style: DayStyle) -> String {
        let lang = self.peek(|model| model.look.lang);
        (self.date)(lang.id(), day, style)
    }
}

/// The words of the language in which the screen is made; a change of language makes all screens anew.
#[derive(Clone, Copy)]
pub struct Say(StoredValue<Arc<Words>>);

impl Say {
    /// Made by the shell when a language is there.
    pub fn new(words: Arc<Words>) -> Self {
        Self(StoredValue::new(words))
    }

    /// The words of the screen that is being made.
    pub fn here() -> Self {
        expect_context()
    }

    /// All the words.
    pub fn all(self) -> Arc<Words> {
        self.0.get_value()
    }

    /// A text.
    pub fn text(self, key: Key) -> String {
        self.0.with_value(|words| words.text(key).to_owned())
    }

    /// A text with its places filled.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.0.with_value(|words| words.fill(key, values))
    }

    /// A text that counts; `{n}` is filled by itself.
    pub fn count(self, key: Key, n: u64) -> String {
        self.0.with_value(|words| words.count(key, n, &[]))
    }

    /// The text of an id made of data, such as `flag.f-limp`; nothing when there is none, which a test rules out.
    pub fn by_id(self, id: &str) -> String {
        self.with(|words| words.of_id(id).to_owned())
    }

    /// Something of all the words.
    pub fn with<T>(self, read: impl FnOnce(&Words) -> T) -> T {
        self.0.with_value(|words| read(words))
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.with(Words::lang)
    }
}
