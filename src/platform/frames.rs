//! One ticker for the whole page: each frame while it is seen, every 250 ms as far as the browser grants it while hidden.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

type Listener = Rc<dyn Fn()>;

thread_local! {
    static LISTENERS: RefCell<Vec<(u32, Listener)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
    static PENDING: Cell<Option<Pending>> = const { Cell::new(None) };
    static TICK: Closure<dyn FnMut()> = Closure::new(tick);
}

/// The one tick that was asked for.
#[derive(Clone, Copy)]
enum Pending {
    Frame(i32),
    Timer(i32),
}

/// A listener that is called until this is dropped.
#[must_use]
pub struct Ticking(u32);

impl Drop for Ticking {
    fn drop(&mut self) {
        LISTENERS.with_borrow_mut(|all| all.retain(|(id, _)| *id != self.0));
    }
}

/// Calls `listener` at each tick, beginning with the next.
pub fn on_tick(listener: impl Fn() + 'static) -> Ticking {
    let id = NEXT.with(|next| next.replace(next.get().wrapping_add(1)));
    LISTENERS.with_borrow_mut(|all| all.push((id, Rc::new(listener))));
    schedule();
    Ticking(id)
}

fn tick() {
    PENDING.set(None);
    let listeners: Vec<Listener> =
        LISTENERS.with_borrow(|all| all.iter().map(|(_, listener)| Rc::clone(listener)).collect());
    for listener in listeners {
        listener();
    }
    schedule();
}

/// Asks for the next tick, unless one is on its way or nobody listens.
fn schedule() {
    let idle = PENDING.get().is_none() && LISTENERS.with_borrow(|all| !all.is_empty());
    let Some(window) = web_sys::window().filter(|_| idle) else { return };
    let hidden = window.document().is_some_and(|document| document.hidden());
    TICK.with(|tick| {
        let tick = tick.as_ref().unchecked_ref();
        PENDING.set(if hidden {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(tick, 250).ok().map(Pending::Timer)
        } else {
            window.request_animation_frame(tick).ok().map(Pending::Frame)
        });
    });
}

/// A page that was hidden gets no frames: the timer takes over at once, and the other way round.
pub fn visibility_changed() {
    if let (Some(pending), Some(window)) = (PENDING.take(), web_sys::window()) {
        match pending {
            Pending::Frame(id) => {
                let _ = window.cancel_animation_frame(id);
            }
            Pending::Timer(id) => window.clear_timeout_with_handle(id),
        }
    }
    schedule();
}

/// Once, when the running task and what it set off are over.
pub fn soon(call: impl FnOnce() + 'static) {
    later(0, call);
}

/// Once, after that many milliseconds. Nothing that a runner waits for: a test that moves time does not move this.
pub fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let call = Closure::once_into_js(call);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
}

/// Once, when the next frame has been painted.
pub fn next(call: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let call = Closure::once_into_js(move || soon(call));
    let _ = window.request_animation_frame(call.unchecked_ref());
}
