//! A place whose part of the app is still on its way, or did not come.

use super::frame::{Lead, Top};
use super::handle::Say;
use crate::locale::Key;
use crate::ui::dom::prelude::*;

/// Says so, and offers another try once it has failed.
#[component]
pub fn Waiting(
    /// Whether it did not come.
    failed: RwSignal<bool>,
    /// Fetches it again.
    again: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let say = Say::here();
    let title = move || say.text(if failed.get() { Key::WaitFailed } else { Key::WaitTitle });
    view! {
        <main id="main" class="screen" aria-busy=move || (!failed.get()).then_some("true")>
            <Top/>
            <Lead title=Signal::derive(title)/>
            {move || failed.get().then(|| view! {
                <p>{say.text(Key::WaitFailedText)}</p>
                <button class="btn main" type="button" on:click=move |_| again()>{say.text(Key::WaitAgain)}</button>
            })}
        </main>
    }
}
