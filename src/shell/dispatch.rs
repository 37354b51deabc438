//! Events, one after another: an event sent while another is handled waits its turn, so that no write is lost.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::ui::dom::prelude::*;

use super::effects;
use crate::app::{Event, Model, update};
use crate::platform::clock;

thread_local! {
    static QUEUE: RefCell<VecDeque<Event>> = const { RefCell::new(VecDeque::new()) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Handles an event and all that follow from it. Effects run before this returns, so that a sound or a wake lock asked
/// for in a tap is asked for inside that tap.
pub fn dispatch(model: RwSignal<Model>, event: Event) {
    QUEUE.with_borrow_mut(|queue| queue.push_back(event));
    if BUSY.replace(true) {
        return;
    }
    while let Some(event) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
        let now = clock::now();
        let quiet = event.is_frame();
        let mut asked = Vec::new();
        if quiet {
            // A frame changes what a screen shows only when a step ends: then, and only then, followers are told.
            let told = model.try_update_untracked(|model| {
                let before = model.step();
                asked = update(model, event, now);
                before != model.step()
            });
            if told == Some(true) {
                model.notify();
            }
        } else {
            model.try_update(|model| asked = update(model, event, now));
        }
        for effect in asked {
            effects::run(model, effect);
        }
    }
    BUSY.set(false);
}
