//! The form in which a clinician's OK is recorded (`screening.md` section 5). No flag is ticked beforehand.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::Event;
use crate::journal::{BoneFinding, OkEntry, Profession, Scope};
use crate::locale::Key;
use crate::program::screening::{Flag, check_visit};
use crate::units::Day;

/// What has been filled in so far.
#[derive(Clone, Copy)]
struct Draft {
    on: RwSignal<String>,
    profession: RwSignal<Option<Profession>>,
    scope: RwSignal<Option<Scope>>,
    bone: RwSignal<Option<BoneFinding>>,
    flags: RwSignal<Vec<Flag>>,
    name: RwSignal<String>,
    note: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        Self {
            on: RwSignal::new(String::new()),
            profession: RwSignal::new(None),
            scope: RwSignal::new(None),
            bone: RwSignal::new(None),
            flags: RwSignal::new(Vec::new()),
            name: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
        }
    }

    /// The entry, or what is still wrong.
    fn ready(self, today: Day, needs_tick: bool) -> Result<OkEntry, Key> {
        let on = Day::parse(&self.on.get_untracked()).ok_or(Key::OkformWrongDate)?;
        if check_visit(on, today).is_err() {
            return Err(Key::OkformWrongDate);
        }
        let flags =
            self.flags.with_untracked(|flags| flags.iter().map(|flag| flag.id().to_owned()).collect::<Vec<_>>());
        if needs_tick && flags.is_empty() {
            return Err(Key::OkformNothingTicked);
        }
        let profession = self.profession.get_untracked().ok_or(Key::OkformMissing)?;
        let scope = self.scope.get_untracked().ok_or(Key::OkformMissing)?;
        let bone = self.bone.get_untracked().ok_or(Key::OkformMissing)?;
        let (name, note) = (self.name.get_untracked(), self.note.get_untracked());
        Ok(OkEntry { on, profession, scope, bone, flags, name, note })
    }
}

/// Date, profession, scope, bone, ticks, name and note.
#[component]
pub fn OkForm() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let draft = Draft::new();
    let wrong = RwSignal::new(None::<Key>);
    let raised = app.peek(|model| model.screening().flags_to_tick());
    let today = app.now().day();
    let save = move |_| match draft.ready(app.now().day(), app.peek(|model| model.screening().ok_needs_tick())) {
        Ok(entry) => app.send(Event::OkGiven(entry)),
        Err(key) => wrong.set(Some(key)),
    };
    let ticks = raised.into_iter().map(|flag| tick(say, flag, draft.flags)).collect::<Markup>();
    view! {
        <div class="stack">
            <p class="quiet">{say.text(Key::OkformLead)}</p>
            <div class="field"><label for="ok-date">{say.text(Key::OkformDate)}</label>
                <input id="ok-date" type="date" required max=today.to_string() min=today.plus(-90).to_string()
                    on:input=move |event| draft.on.set(value_of(&event))/>
            </div>
            {radios(say.text(Key::OkformProfession), "ok-profession", vec![
                (Profession::Physician, "physician", say.by_id("ok.profession.physician")),
                (Profession::PhysicalTherapist, "physical-therapist", say.by_id("ok.profession.physical-therapist")),
                (Profession::Other, "other", say.by_id("ok.profession.other")),
            ], draft.profession)}
            {radios(say.text(Key::OkformScope), "ok-scope", vec![
                (Scope::Full, "full", say.by_id("ok.scope.full")),
                (Scope::NoImpact, "no-impact", say.by_id("ok.scope.no-impact")),
            ], draft.scope)}
            {radios(say.text(Key::OkformBone), "ok-bone", vec![
                (BoneFinding::RuledOut, "ruled-out", say.by_id("ok.bone.ruled-out")),
                (BoneFinding::NotChecked, "not-checked", say.by_id("ok.bone.not-checked")),
            ], draft.bone)}
            <fieldset class="stack s"><legend><b>{say.text(Key::OkformFlags)}</b></legend><div class="choices">{ticks}</div></fieldset>
            <div class="field"><label for="ok-name">{say.text(Key::OkformName)}</label>
                <input id="ok-name" type="text" maxlength="80" on:input=move |event| draft.name.set(value_of(&event))/>
            </div>
            <div class="field"><label for="ok-note">{say.text(Key::OkformNote)}</label>
                <textarea id="ok-note" maxlength="1000" on:input=move |event| draft.note.set(value_of(&event))></textarea>
            </div>
            <p class="note box wait" role="alert" hidden=move || wrong.get().is_none()>{move || wrong.get().map(|key| say.text(key))}</p>
            <button class="btn main" type="button" on:click=save>{say.text(Key::OkformSave)}</button>
        </div>
    }
}

fn tick(say: Say, flag: Flag, ticked: RwSignal<Vec<Flag>>) -> impl IntoView {
    view! {
        <label class="choice" data-option=flag.id()>
            <input type="checkbox" name="ok-flag" prop:checked=move || ticked.with(|ticked| ticked.contains(&flag))
                on:change=move |_| ticked.update(|ticked| match ticked.iter().position(|one| *one == flag) {
                    Some(at) => { ticked.remove(at); }
                    None => ticked.push(flag),
                })/>
            <span class="mark">{crate::ui::icon(crate::ui::Icon::Check)}</span>
            <span>{say.by_id(&format!("flagname.{}", flag.id()))}</span>
        </label>
    }
}

fn radios<T: Copy + PartialEq + Send + Sync + 'static>(
    legend: String,
    name: &'static str,
    options: Vec<(T, &'static str, String)>,
    chosen: RwSignal<Option<T>>,
) -> impl IntoView {
    let rows = options
        .into_iter()
        .map(|(value, id, words)| {
            view! {
                <label class="choice" data-option=id>
                    <input type="radio" name=name value=id prop:checked=move || chosen.get() == Some(value)
                        on:change=move |_| chosen.set(Some(value))/>
                    <span class="mark">{crate::ui::icon(crate::ui::Icon::Check)}</span><span>{words}</span>
                </label>
            }
        })
        .collect::<Markup>();
    view! { <fieldset class="stack s" data-question=name><legend><b>{legend}</b></legend><div class="choices">{rows}</div></fieldset> }
}
