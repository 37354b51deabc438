//! More: language, look, sound, the runner's data, the safety check, about.

use crate::ui::dom::prelude::*;

use super::contact::Contact;
use super::frame::{Lead, Top};
use super::handle::{App, Say};
use crate::app::{Choice, Event, Hair, Skin, Theme};
use crate::library::ExerciseId;
use crate::locale::{Key, Lang};
use crate::ui::icon::icon_sized;
use crate::ui::{FigureStill, Icon, icon};

/// The settings and what the runner should know.
#[component]
pub fn More() -> impl IntoView {
    let say = Say::here();
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::MoreTitle)/>
            <div class="stack l cols">
                <div class="stack l"><Data/><LookChoices/></div>
                <div class="stack l"><Sound/><Person/><SafetyLink/><Contact/><About/></div>
            </div>
        </main>
    }
}

/// A row of choices of which one holds.
fn segmented<T: Copy + PartialEq + Send + Sync + 'static>(
    label: String,
    options: Vec<(T, String, Option<&'static str>)>,
    now: Memo<T>,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let buttons = options
        .into_iter()
        .map(|(value, words, lang)| {
            view! {
                <button type="button" lang=lang aria-pressed=move || (now.get() == value).to_string()
                    on:click=move |_| choose(value)>{words}</button>
            }
        })
        .collect::<Markup>();
    view! { <div class="stack s"><b>{label.clone()}</b><div class="segmented" role="group" aria-label=label>{buttons}</div></div> }
}

#[component]
fn LookChoices() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let lang = app.select(|model| model.look.lang);
    let theme = app.select(|model| model.look.theme);
    let langs = vec![(Lang::En, "English".to_owned(), Some("en")), (Lang::Es, "Español".to_owned(), Some("es"))];
    let themes = vec![
        (Theme::Auto, say.text(Key::MoreThemeAuto), None),
        (Theme::Light, say.text(Key::MoreThemeLight), None),
        (Theme::Dark, say.text(Key::MoreThemeDark), None),
    ];
    view! {
        <section class="card">
            {segmented(say.text(Key::MoreLanguage), langs, lang, move |lang| app.send(Event::Chose(Choice::Lang(lang))))}
            {segmented(say.text(Key::MoreTheme), themes, theme, move |theme| app.send(Event::Chose(Choice::Theme(theme))))}
        </section>
    }
}

#[component]
fn Sound() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let beeps = app.select(|model| model.look.beeps);
    let heard = app.select(|model| model.sound_test);
    view! {
        <section class="card" aria-labelledby="sound">
            <h2 id="sound" class="h3">{say.text(Key::MoreSound)}</h2>
            <div class="row">
                {icon(Icon::Sound)}
                <span class="what" id="beeps"><b>{say.text(Key::MoreBeeps)}</b><span>{say.text(Key::MoreBeepsText)}</span></span>
                <label class="switch">
                    <input type="checkbox" role="switch" aria-labelledby="beeps" prop:checked=move || beeps.get()
                        on:change=move |event| app.send(Event::Chose(Choice::Beeps(checked_of(&event))))/>
                    <span></span>
                </label>
            </div>
            <button class="btn" type="button" on:click=move |_| app.send(Event::TestSound)>{say.text(Key::MoreTestSound)}</button>
            <p class="small quiet" role="status">{move || heard.get().map(|heard| {
                say.text(if heard { Key::MoreSoundPlayed } else { Key::MoreSoundNone })
            })}</p>
        </section>
    }
}

#[component]
fn Person() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let skin = app.select(|model| model.look.skin);
    let hair = app.select(|model| model.look.hair);
    let skins = Skin::ALL.iter().map(|skin| (*skin, skin.id().to_owned(), None)).collect();
    let hairs = vec![(Hair::Bun, say.text(Key::MoreHairBun), None), (Hair::Short, say.text(Key::MoreHairShort), None)];
    view! {
        <section class="card" aria-labelledby="person">
            <h2 id="person" class="h3">{say.text(Key::MoreFigure)}</h2>
            <div class="stage small-stage">
                {move || { let _ = hair.get(); view! { <FigureStill exercise=ExerciseId::MarchInPlace pose=1/> } }}
            </div>
            {segmented(say.text(Key::MoreSkin), skins, skin, move |skin| app.send(Event::Chose(Choice::Skin(skin))))}
            {segmented(say.text(Key::MoreHair), hairs, hair, move |hair| app.send(Event::Chose(Choice::Hair(hair))))}
        </section>
    }
}

#[component]
fn Data() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let count = app.select(|model| model.journal.len());
    let saved = app.select(|model| model.backup_saved);
    let asking = RwSignal::new(false);
    view! {
        <section class="card" aria-labelledby="data">
            <h2 id="data" class="h3">{say.text(Key::MoreData)}</h2>
            <p>{say.text(Key::MoreDataText)}</p>
            <p class="small quiet num">{move || say.count(Key::MoreDataCount, count.get() as u64)}</p>
            <button class="btn wide" type="button" on:click=move |_| app.send(Event::BackupAsked)>
                {icon(Icon::Data)}{say.text(Key::MoreBackup)}
            </button>
            <p class="small quiet" role="status">{move || saved.get().then(|| say.text(Key::MoreBackupSaved))}</p>
            {move || if asking.get() {
                view! {
                    <div class="card flat" role="alertdialog" aria-labelledby="erase-title" aria-describedby="erase-text">
                        <h3 id="erase-title">{say.text(Key::MoreEraseTitle)}</h3>
                        <p id="erase-text" class="quiet">{say.text(Key::MoreEraseText)}</p>
                        <div class="pairs">
                            <button class="btn" type="button" autofocus on:click=move |_| asking.set(false)>{say.text(Key::MoreEraseKeep)}</button>
                            <button class="btn hurt" type="button" on:click=move |_| app.send(Event::EraseConfirmed)>
                                {say.text(Key::MoreEraseYes)}
                            </button>
                        </div>
                    </div>
                }
            } else {
                view! {
                    <button class="btn hurt wide" type="button" on:click=move |_| asking.set(true)>
                        {icon(Icon::Trash)}{say.text(Key::MoreErase)}
                    </button>
                }
            }}
        </section>
    }
}

#[component]
fn SafetyLink() -> impl IntoView {
    let say = Say::here();
    view! {
        <section class="card">
            <a class="row" href="#/check">
                {icon(Icon::Shield)}
                <span class="what"><b>{say.text(Key::MoreSafety)}</b><span>{say.text(Key::MoreSafetyText)}</span></span>
                {icon_sized(Icon::Chevron, "ic chev")}
            </a>
        </section>
    }
}

#[component]
fn About() -> impl IntoView {
    let say = Say::here();
    view! {
        <section class="card flat" aria-labelledby="about">
            <h2 id="about" class="h3">{say.text(Key::MoreAbout)}</h2>
            <p class="small">{say.text(Key::MoreAboutText)}</p>
            <p class="small">{say.text(Key::MorePrivate)}</p>
            <p class="small quiet">{say.text(Key::MoreLicence)}</p>
        </section>
    }
}
