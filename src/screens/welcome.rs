//! Welcome: what it does in three pictures. The page's static shell shows the same markup before the program is there.

use crate::ui::dom::prelude::*;

use super::frame::Brand;
use super::handle::{App, Say};
use crate::app::Event;
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// The first screen of a new runner.
#[component]
pub fn Welcome() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let steps = [
        ("#w-check", Key::WelcomeCheck, Key::WelcomeCheckText),
        ("#w-train", Key::WelcomeTrain, Key::WelcomeTrainText),
        ("#w-run", Key::WelcomeRun, Key::WelcomeRunText),
    ]
    .into_iter()
    .map(|(picture, title, text)| {
        view! {
            <li>
                <span class="thumb"><svg class="figure" aria-hidden="true"><use href=picture></use></svg></span>
                <div><h2>{say.text(title)}</h2><p>{say.text(text)}</p></div>
            </li>
        }
    })
    .collect::<Markup>();
    view! {
        <main id="main" class="screen full">
            <header class="top">
                <Brand/><span class="grow"></span>
                <a class="icon-btn" href="#/more" aria-label=say.text(Key::PlaceLanguageAndLook)>{icon(Icon::Globe)}</a>
            </header>
            <div class="lead"><h1 tabindex="-1">{say.text(Key::WelcomeTitle)}</h1><p>{say.text(Key::WelcomeLead)}</p></div>
            <ol class="three">{steps}</ol>
            <p class="note">{icon(Icon::Info)}<span>{say.text(Key::WelcomeNote)}</span></p>
            <div class="dock">
                <button class="btn main wide" type="button" on:click=move |_| app.send(Event::Start)>
                    {say.text(Key::WelcomeStart)}
                </button>
            </div>
            <div class="links small"><a class="link" href="#/library">{say.text(Key::WelcomeLookAround)}</a></div>
        </main>
    }
}
