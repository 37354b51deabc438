//! What is asked after a run: how the hip is an hour later, and the morning after.
//!
//! Not here: what follows from the answers (see `program::running`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::scores;
use crate::app::{Event, RunView, asks_morning};
use crate::locale::Key;
use crate::ui::icon::icon_sized;
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, Scale, icon};
use crate::units::PainScore;

/// The pain an hour after a run, while it may be told.
#[component]
pub fn Sixty() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let asked = app.select(move |model| RunView::of(model, app.now()).and_then(|shown| shown.asks_sixty));
    let words = move || ScaleWords { ask: say.by_id("question.q-nprs-now.ask"), words: scores::pain_words(say) };
    move || {
        asked.get().map(|_| {
            view! {
                <section class="card tinted" aria-labelledby="sixty">
                    <h2 id="sixty" class="h3">{say.text(Key::RunSixty)}</h2>
                    <Scale question="q-nprs-after-60" words=words() chosen=Signal::derive(|| None)
                        choose=move |score, _| {
                            if let Some(pain) = PainScore::new(score) {
                                app.send(Event::SixtyTold(pain));
                            }
                        }/>
                </section>
            }
        })
    }
}

/// The morning after, until it is told.
#[component]
pub fn Morning() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let asked = app.select(move |model| asks_morning(model, app.now()));
    move || asked.get().then(|| morning(app, say))
}

fn morning(app: App, say: Say) -> Markup {
    let pain = RwSignal::new(None::<PainScore>);
    let stiff = RwSignal::new(None::<bool>);
    let missing = RwSignal::new(false);
    let words = ScaleWords { ask: say.by_id("question.q-nprs-now.ask"), words: scores::pain_words(say) };
    let chips = [("no", Key::RiseNo, false), ("yes", Key::RiseYes, true)]
        .map(|(id, key, value)| {
            let chosen = move || stiff.get() == Some(value);
            view! {
                <label class="chip" data-option=id>
                    <input type="radio" name="q-morning-longer" value=id prop:checked=chosen
                        on:change=move |_| stiff.set(Some(value))/>
                    {move || chosen().then(|| icon_sized(Icon::Check, "ic s"))}{say.text(key)}
                </label>
            }
        })
        .into_iter()
        .collect::<Markup>();
    let save = move |_| match pain.get_untracked().zip(stiff.get_untracked()) {
        Some((pain, stiff)) => app.send(Event::MorningTold { pain, longer: stiff }),
        None => missing.set(true),
    };
    view! {
        <section class="card tinted" aria-labelledby="rise">
            <h2 id="rise" class="h3">{say.text(Key::RiseTitle)}</h2>
            <p class="small">{say.text(Key::RiseText)}</p>
            <Scale question="q-nprs-morning" words=words
                chosen=Signal::derive(move || pain.get().map(PainScore::get))
                choose=move |score, _| { missing.set(false); pain.set(PainScore::new(score)); }/>
            <fieldset class="stack s" data-question="q-morning-longer">
                <legend><b>{say.by_id("question.q-morning-longer.ask")}</b></legend>
                <div class="chips">{chips}</div>
            </fieldset>
            <p class="note box wait" role="alert" hidden=move || !missing.get()>
                {icon(Icon::Info)}<span>{say.text(Key::RiseMissing)}</span>
            </p>
            <button class="btn main wide" type="button" on:click=save>{say.text(Key::RiseSave)}</button>
        </section>
    }
}
