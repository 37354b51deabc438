//! The ring: the arc of a joint, used for time. It runs down, and the ball travels.

use crate::ui::dom::prelude::*;

/// The ring around what is shown in its lamp.
#[component]
pub fn Ring(
    /// The share that is left, 1 to 0.
    #[prop(into)]
    left: Signal<f64>,
    /// What stands in the lamp.
    children: Children,
) -> impl IntoView {
    // Tenths of a percent: finer is not seen, and would be set at each frame.
    let left = Memo::new(move |_| format!("{:.1}", left.get() * 100.0));
    view! {
        <div class="ring" style:--left=move || left.get()>
            <div class="lamp">{children()}</div>
            <svg class="dial" viewBox="0 0 340 340" aria-hidden="true">
                <circle class="bed" cx="170" cy="170" r="164"></circle>
                <circle class="arc" cx="170" cy="170" r="164" pathLength="100" transform="rotate(-90 170 170)"></circle>
                <circle class="ball" cx="170" cy="6" r="13"></circle>
            </svg>
        </div>
    }
}
