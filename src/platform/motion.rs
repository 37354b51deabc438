//! The phone's motion: samples of `devicemotion`, after the runner has allowed it where the phone asks.
//!
//! Not here: what is measured with it (see `measure`).

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{clock, frames};
use crate::measure::Sample;

/// Without a sample for so long after the start the phone has no sensor that gives anything, in milliseconds.
const SILENT_AFTER: i32 = 2_000;

const NAME: &str = "devicemotion";

/// Listens until this is dropped.
struct Sensing(Closure<dyn FnMut(JsValue)>);

impl Drop for Sensing {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(NAME, self.0.as_ref().unchecked_ref());
        }
    }
}

thread_local! {
    static SENSING: RefCell<Option<Sensing>> = const { RefCell::new(None) };
    /// Which start this is: an answer that comes after a stop is not for the next one.
    static ROUND: Cell<u32> = const { Cell::new(0) };
    static HEARD: Cell<bool> = const { Cell::new(false) };
}

/// Calls `sample` with each sample until [`stop`]; `missing` once if there are none, or the runner said no. Must be called
/// inside a tap: some phones show their question only then.
pub fn start(sample: impl Fn(Sample) + 'static, missing: impl Fn() + 'static) {
    stop();
    let round = ROUND.get();
    let Some(kind) = motion_event() else { return missing() };
    let Some(asked) = ask(&kind) else { return listen(round, sample, missing) };
    spawn_local(async move {
        let allowed = match asked {
            Ok(promise) => JsFuture::from(promise).await.is_ok_and(|said| said == "granted"),
            Err(_) => false,
        };
        if ROUND.get() != round {
            return;
        }
        if allowed { listen(round, sample, missing) } else { missing() }
    });
}

/// Listens no more.
pub fn stop() {
    ROUND.set(ROUND.get().wrapping_add(1));
    HEARD.set(false);
    SENSING.set(None);
}

fn motion_event() -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"DeviceMotionEvent".into()).ok().filter(JsValue::is_function)
}

/// The phone's own question, where it has one.
fn ask(kind: &JsValue) -> Option<Result<Promise, JsValue>> {
    let ask = Reflect::get(kind, &"requestPermission".into()).ok()?.dyn_into::<Function>().ok()?;
    Some(ask.call0(kind).and_then(JsCast::dyn_into::<Promise>))
}

fn listen(round: u32, sample: impl Fn(Sample) + 'static, missing: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return missing() };
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        if let Some(found) = read(&event) {
            HEARD.set(true);
            sample(found);
        }
    });
    let _ = window.add_event_listener_with_callback(NAME, heard.as_ref().unchecked_ref());
    SENSING.set(Some(Sensing(heard)));
    frames::later(SILENT_AFTER, move || {
        if ROUND.get() == round && !HEARD.get() {
            missing();
        }
    });
}

/// A desktop's event has no values.
fn read(event: &JsValue) -> Option<Sample> {
    let all = Reflect::get(event, &"accelerationIncludingGravity".into()).ok().filter(JsValue::is_object)?;
    let axis = |name: &str| Reflect::get(&all, &name.into()).ok()?.as_f64();
    Some(Sample { at: clock::now().mono, x: axis("x")?, y: axis("y")?, z: axis("z")? })
}
