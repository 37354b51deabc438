//! Something that is done at each frame for as long as a component is on the screen.

use crate::ui::dom::prelude::*;

use crate::platform::frames;

/// Calls `each` at each frame until the component that is being made goes away.
pub fn each_frame(each: impl Fn() + 'static) {
    let ticking = StoredValue::new_local(Some(frames::on_tick(each)));
    on_cleanup(move || {
        let _ = ticking.try_update_value(Option::take);
    });
}
