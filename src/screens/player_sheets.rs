//! The player's two questions beside "It hurts": end here, and what passed unseen?

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::Event;
use crate::locale::Key;
use crate::session::{Event as Play, UnseenAnswer};
use crate::ui::Sheet;

/// "End the session here?"
#[component]
pub fn EndSheet(
    /// Whether it is open.
    ending: RwSignal<bool>,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let go_on = move || {
        ending.set(false);
        app.send(Event::Resumed);
    };
    view! {
        <Sheet labelled_by="end-title" escape=go_on>
            <h2 id="end-title">{say.text(Key::PlayerEndTitle)}</h2>
            <p class="quiet">{say.text(Key::PlayerEndText)}</p>
            <div class="stack s acts">
                <button class="btn main wide" type="button" on:click=move |_| go_on()>{say.text(Key::PlayerEndGoOn)}</button>
                <button class="btn wide" type="button" on:click=move |_| app.send(Event::Play(Play::EndEarly))>
                    {say.text(Key::PlayerEnd)}
                </button>
            </div>
        </Sheet>
    }
}

/// "Were you still moving?"
#[component]
pub fn UnseenSheet() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let answer = move |answer| app.send(Event::Play(Play::UnseenAnswered(answer)));
    view! {
        <Sheet labelled_by="unseen-title" escape=move || answer(UnseenAnswer::GoBack)>
            <h2 id="unseen-title">{say.text(Key::PlayerUnseenTitle)}</h2>
            <p class="quiet">{say.text(Key::PlayerUnseenText)}</p>
            <div class="stack s acts">
                <button class="btn main wide" type="button" on:click=move |_| answer(UnseenAnswer::Count)>
                    {say.text(Key::PlayerUnseenCount)}
                </button>
                <button class="btn wide" type="button" on:click=move |_| answer(UnseenAnswer::GoBack)>
                    {say.text(Key::PlayerUnseenBack)}
                </button>
            </div>
        </Sheet>
    }
}
