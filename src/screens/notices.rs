//! What the runner should know about how their data is kept: said once, with what they can do.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::{Event, Notice};
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// The notices that stand, above every screen but the player.
#[component]
pub fn Notices() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let standing = app.select(|model| if model.is_playing() { Vec::new() } else { model.notices.clone() });
    move || {
        let rows = standing.get().into_iter().map(|notice| row(app, say, notice)).collect::<Markup>();
        (!standing.with(Vec::is_empty)).then(|| view! { <div class="notices" role="status">{rows}</div> })
    }
}

fn row(app: App, say: Say, notice: Notice) -> impl IntoView {
    let (title, text) = match notice {
        Notice::Blocked => (Key::NoticeBlocked, Key::NoticeBlockedText),
        Notice::Full => (Key::NoticeFull, Key::NoticeFullText),
        Notice::Refused => (Key::NoticeRefused, Key::NoticeRefusedText),
        Notice::Unreadable => (Key::NoticeUnreadable, Key::NoticeUnreadableText),
        Notice::Newer => (Key::NoticeNewer, Key::NoticeNewerText),
    };
    let own_tab = (notice == Notice::Blocked && app.peek(|model| model.framed)).then(|| {
        view! { <a class="btn" target="_blank" rel="noopener" href=app.own_tab()>{say.text(Key::NoticeOwnTab)}</a> }
    });
    let backup = (notice != Notice::Newer).then(|| {
        view! {
            <button class="btn" type="button" on:click=move |_| app.send(Event::BackupAsked)>{say.text(Key::NoticeBackup)}</button>
        }
    });
    view! {
        <div class="note box wait" data-notice=notice.id()>
            {icon(Icon::Info)}
            <div class="stack s grow">
                <p><b>{say.text(title)}</b>" "{say.text(text)}</p>
                <div class="row-wrap">{own_tab}{backup}
                    <button class="btn bare" type="button" on:click=move |_| app.send(Event::NoticeClosed(notice))>
                        {say.text(Key::NoticeDismiss)}
                    </button>
                </div>
            </div>
        </div>
    }
}
