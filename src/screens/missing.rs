//! An address that leads nowhere: a friendly way back, never a blank page.

use crate::ui::dom::prelude::*;

use super::frame::Top;
use super::handle::Say;
use crate::locale::Key;

/// "This place does not exist."
#[component]
pub fn Missing() -> impl IntoView {
    let say = Say::here();
    view! {
        <main id="main" class="screen">
            <Top/>
            <section class="card state">
                <div class="stage"><svg class="figure" aria-hidden="true"><use href="#w-run"></use></svg></div>
                <h1 tabindex="-1">{say.text(Key::MissingTitle)}</h1>
                <p>{say.text(Key::MissingText)}</p>
                <a class="btn" href="#/today">{say.text(Key::MissingButton)}</a>
            </section>
        </main>
    }
}
