//! After a session: the worst pain in it, how hard it was, a note; and what that means for the next time.

use crate::ui::dom::prelude::*;

use super::contact::Contact;
use super::frame::Brand;
use super::handle::{App, Say};
use super::scores;
use crate::app::{Event, Model};
use crate::journal::EndedHow;
use crate::locale::Key;
use crate::program::plan::SlotId;
use crate::ui::{Icon, Scale, icon};
use crate::units::{Effort, PainScore, Seconds};

/// The screen for a session that has ended.
#[component]
pub fn After(
    /// Which session.
    session: SlotId,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let ended = app.peek(|model| Model::ended(model, session))?;
    let worst = RwSignal::new(ended.worst);
    let effort = RwSignal::new(None::<Effort>);
    let note = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let save = move |_| match worst.get_untracked() {
        Some(worst) => app.send(Event::AfterSaved {
            slot: session,
            worst,
            effort: effort.get_untracked(),
            note: note.get_untracked().trim().to_owned(),
        }),
        None => missing.set(true),
    };
    let title = match ended.how {
        EndedHow::Done => Key::AfterTitle,
        EndedHow::Early => Key::AfterTitleEarly,
        EndedHow::Stopped => Key::AfterTitleStopped,
    };
    Some(view! {
        <main id="main" class="screen full">
            <header class="top"><Brand/><span class="grow"></span></header>
            <div class="lead"><h1 tabindex="-1">{say.text(title)}</h1>
                <p class="num">{line(say, ended.seconds, ended.done, ended.of)}</p></div>
            <section class="card">
                <Scale question="q-nprs-session" words=scores::pain(say, "q-nprs-session")
                    chosen=Signal::derive(move || worst.get().map(PainScore::get))
                    choose=move |score, _| { missing.set(false); worst.set(PainScore::new(score)); }/>
                <p class="note box wait" role="alert" hidden=move || !missing.get()>
                    {icon(Icon::Info)}<span>{say.text(Key::AfterPainMissing)}</span>
                </p>
            </section>
            <section class="card">
                <Scale question="q-effort" words=scores::effort(say)
                    chosen=Signal::derive(move || effort.get().map(Effort::get))
                    choose=move |score, _| effort.set(Effort::new(score))/>
            </section>
            <section class="card tinted" aria-labelledby="next">
                <h2 id="next" class="h3">{say.text(Key::AfterNext)}</h2>
                <p>{say.text(Key::AfterNextSame)}</p>
                <p class="small">{say.text(Key::AfterNextAsk)}</p>
            </section>
            <div class="field">
                <label for="note">{say.text(Key::AfterNote)}</label>
                <textarea id="note" maxlength="1000" on:input=move |event| note.set(value_of(&event))></textarea>
            </div>
            <Contact/>
            <div class="dock">
                <button class="btn main wide" type="button" on:click=save>{say.text(Key::AfterSave)}</button>
            </div>
        </main>
    })
}

fn line(say: Say, seconds: Seconds, done: usize, of: usize) -> String {
    let time = super::dose::minutes(say, seconds);
    say.fill(Key::AfterLead, &[("time", &time), ("done", &done.to_string()), ("of", &of.to_string())])
}
