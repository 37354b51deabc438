//! The log of a run, an impact step or a brisk walk: what, how long, how it felt, where and in which shoes.
//!
//! Not here: what it comes to (see `program::running`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::run_words as words;
use super::scores;
use crate::app::{Event, RunView, minutes_text, thousandths};
use crate::journal::RunEntry;
use crate::locale::Key;
use crate::program::evaluation::REGION_IDS;
use crate::program::running::{Ladder, OLD_SPOT, What};
use crate::ui::icon::icon_sized;
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, Scale, icon};
use crate::units::{Effort, PainScore, Seconds};

/// Meters that one run may have here.
const METERS: u32 = 200_000;
/// Characters of shoes and note.
const SHOES: usize = 60;
const NOTE: usize = 1000;
const SURFACES: [&str; 6] = ["road", "trail", "track", "treadmill", "camber", "hills"];
/// What may be ticked beside the pain; the last is of those who watch a healed bone.
const FELT: [(&str, Key); 5] = [
    ("grew", Key::RunningLogGrew),
    ("limp", Key::RunningLogLimp),
    ("sharp", Key::RunningLogSharp),
    ("early", Key::RunFormEarly),
    ("gone", Key::RunningLogGone),
];

/// The button, and the form that it opens.
#[component]
pub fn Log() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let open = RwSignal::new(false);
    let saved = RwSignal::new(false);
    move || {
        if open.get() {
            return form(app, say, open, saved);
        }
        view! {
            <section class="stack s">
                <p class="note box" role="status" hidden=move || !saved.get()>
                    {icon(Icon::Check)}<span>{say.text(Key::RunFormSaved)}</span>
                </p>
                <button class="btn main wide" type="button" on:click=move |_| open.set(true)>
                    {icon(Icon::Plus)}{say.text(Key::RunFormOpen)}
                </button>
            </section>
        }
    }
}

/// What is being filled in.
#[derive(Clone, Copy)]
struct Draft {
    what: RwSignal<What>,
    yesterday: RwSignal<bool>,
    run: RwSignal<String>,
    walk: RwSignal<String>,
    km: RwSignal<String>,
    worst: RwSignal<Option<PainScore>>,
    regions: RwSignal<Vec<&'static str>>,
    felt: RwSignal<Vec<&'static str>>,
    effort: RwSignal<Option<Effort>>,
    surface: RwSignal<&'static str>,
    shoes: RwSignal<String>,
    note: RwSignal<String>,
}

impl Draft {
    fn new(what: What) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            what: RwSignal::new(what),
            yesterday: RwSignal::new(false),
            run: text(),
            walk: text(),
            km: text(),
            worst: RwSignal::new(None),
            regions: RwSignal::new(Vec::new()),
            felt: RwSignal::new(Vec::new()),
            effort: RwSignal::new(None),
            surface: RwSignal::new(""),
            shoes: text(),
            note: text(),
        }
    }

    /// The entry, or what is missing.
    fn entry(self, app: App) -> Result<RunEntry, Key> {
        let what = self.what.get_untracked();
        let (impact, walks) = (matches!(what, What::Impact(_)), what == What::Walk);
        let minutes = |field: RwSignal<String>, asked: bool| match field.get_untracked().trim() {
            "" => Ok(Seconds(0)),
            _ if !asked => Ok(Seconds(0)),
            text => thousandths(text).map(|minutes| Seconds(minutes * 60 / 1000)).ok_or(Key::RunFormNoTime),
        };
        let (run, walk) = (minutes(self.run, !impact && !walks)?, minutes(self.walk, !impact)?);
        if !impact && run.0 + walk.0 == 0 {
            return Err(Key::RunFormNoTime);
        }
        let meters = match self.km.get_untracked().trim() {
            "" => None,
            text => Some(thousandths(text).filter(|meters| *meters <= METERS).ok_or(Key::RunFormBadKm)?),
        };
        let worst = self.worst.get_untracked().ok_or(Key::RunFormNoPain)?;
        let hurt = worst.get() > 0;
        let felt = self.felt.get_untracked();
        let has = |id: &str| felt.contains(&id);
        let cut = |text: RwSignal<String>, most| text.get_untracked().trim().chars().take(most).collect::<String>();
        let yesterday = self.yesterday.get_untracked();
        let regions = self.regions.get_untracked();
        Ok(RunEntry {
            on: yesterday.then(|| app.now().day().plus(-1)),
            what: what.id().to_owned(),
            run,
            walk,
            meters: meters.filter(|_| !impact),
            worst: Some(worst),
            regions: regions.into_iter().filter(|_| hurt).map(str::to_owned).collect(),
            grew: has("grew"),
            limp: has("limp"),
            sharp: has("sharp"),
            gone: has("gone"),
            finished: !has("early"),
            effort: self.effort.get_untracked(),
            surface: self.surface.get_untracked().to_owned(),
            shoes: cut(self.shoes, SHOES),
            note: cut(self.note, NOTE),
            ..RunEntry::default()
        })
    }
}

fn form(app: App, say: Say, open: RwSignal<bool>, saved: RwSignal<bool>) -> Markup {
    let view = app.peek(|model| RunView::of(model, app.now()));
    let choices = view.as_ref().map(RunView::choices).unwrap_or_default();
    let planned = view.as_ref().and_then(RunView::planned).map(|next| {
        let all: u32 = next.intervals.iter().map(|one| one.seconds.0).sum();
        (minutes_text(next.running), minutes_text(Seconds(all.saturating_sub(next.running.0))))
    });
    let is_bone = view.as_ref().and_then(RunView::ladder) == Some(Ladder::BoneStressCleared);
    let draft = Draft::new(choices.first().copied().unwrap_or(What::Walk));
    let plan = StoredValue::new(planned);
    // A planned run comes with its own times.
    let choose = move |what: What| {
        draft.what.set(what);
        let times = plan.with_value(Clone::clone).filter(|_| matches!(what, What::Stage(_))).unwrap_or_default();
        draft.run.set(times.0);
        draft.walk.set(times.1);
    };
    choose(draft.what.get_untracked());
    let wrong = RwSignal::new(None::<Key>);
    let save = move || match draft.entry(app) {
        Ok(entry) => {
            saved.set(true);
            open.set(false);
            app.send(Event::RunLogged(Box::new(entry)));
        }
        Err(key) => wrong.set(Some(key)),
    };
    let runs = move || !matches!(draft.what.get(), What::Walk | What::Impact(_));
    let walks = move || !matches!(draft.what.get(), What::Impact(_));
    let kinds = choices.into_iter().map(|what| (what.id(), words_of(say, what))).collect();
    let kinds = one_of(
        "run-what",
        say.text(Key::RunFormWhat),
        kinds,
        move |id| draft.what.get().id() == id,
        move |id| choose(What::read(id)),
    );
    let days = vec![("today", say.text(Key::RunFormToday)), ("yesterday", say.text(Key::RunFormYesterday))];
    let days = one_of(
        "run-day",
        say.text(Key::RunFormDay),
        days,
        move |id| draft.yesterday.get() == (id == "yesterday"),
        move |id| draft.yesterday.set(id == "yesterday"),
    );
    view! {
        <form class="card" aria-labelledby="log" on:submit=move |event| { event.prevent_default(); save(); }>
            <h2 id="log" class="h3">{say.text(Key::RunFormTitle)}</h2>
            {kinds}{days}
            {move || runs().then(|| field("run-minutes", say.text(Key::RunFormRun), "", "decimal", draft.run))}
            {move || walks().then(|| field("walk-minutes", say.text(Key::RunFormWalking), "", "decimal", draft.walk))}
            {move || walks().then(|| field("run-km", say.text(Key::RunningLogKm), &say.text(Key::RunFormKmHint), "decimal", draft.km))}
            {feelings(say, draft, is_bone)}
            {around(say, draft)}
            <p class="note box wait" role="alert" hidden=move || wrong.get().is_none()>
                {icon(Icon::Info)}<span>{move || wrong.get().map(|key| say.text(key))}</span>
            </p>
            <button class="btn main wide" type="submit">{say.text(Key::RunFormSave)}</button>
            <button class="btn bare wide" type="button" on:click=move |_| open.set(false)>{say.text(Key::RunFormCancel)}</button>
        </form>
    }
}

fn words_of(say: Say, what: What) -> String {
    match what {
        What::Stage(_) => say.fill(Key::RunFormPlanned, &[("name", &words::what(say, what))]),
        other => words::what(say, other),
    }
}

/// Pain, where, what else, effort.
fn feelings(say: Say, draft: Draft, is_bone: bool) -> Markup {
    let scale = ScaleWords { ask: say.text(Key::RunningLogWorst), words: scores::pain_words(say) };
    let spots: Vec<(&'static str, String)> = REGION_IDS
        .iter()
        .map(|id| (*id, say.by_id(&format!("region.{id}"))))
        .chain(is_bone.then(|| (OLD_SPOT, say.text(Key::RunningLogOldSpot))))
        .collect();
    let spots = StoredValue::new(spots);
    let hurts = Memo::new(move |_| draft.worst.get().is_some_and(|worst| worst.get() > 0));
    let felt = FELT.into_iter().filter(|(id, _)| *id != "gone" || is_bone).map(|(id, key)| (id, say.text(key)));
    let felt = some_of("run-felt", say.text(Key::RunFormFelt), felt.collect(), draft.felt);
    view! {
        <Scale question="run-worst" words=scale
            chosen=Signal::derive(move || draft.worst.get().map(PainScore::get))
            choose=move |score, _| draft.worst.set(PainScore::new(score))/>
        {move || hurts.get().then(|| {
            some_of("run-regions", say.text(Key::RunningLogRegions), spots.with_value(Clone::clone), draft.regions)
        })}
        {felt}
        <Scale question="q-effort" words=scores::effort(say)
            chosen=Signal::derive(move || draft.effort.get().map(Effort::get))
            choose=move |score, _| draft.effort.set(Effort::new(score))/>
    }
}

/// Surface, shoes, note.
fn around(say: Say, draft: Draft) -> Markup {
    let runs = move || !matches!(draft.what.get(), What::Walk | What::Impact(_));
    let surfaces = move || SURFACES.map(|id| (id, say.by_id(&format!("question.q-surface.{id}")))).to_vec();
    view! {
        {move || runs().then(|| {
            let surface = one_of(
                "run-surface",
                say.text(Key::RunningLogSurface),
                surfaces(),
                move |id| draft.surface.get() == id,
                move |id| draft.surface.set(id),
            );
            view! { {surface}{field("run-shoes", say.text(Key::RunningLogShoes), "", "text", draft.shoes)} }
        })}
        <div class="field">
            <label for="run-note">{say.text(Key::RunFormNote)}</label>
            <textarea id="run-note" maxlength="1000" on:input=move |event| draft.note.set(value_of(&event))></textarea>
        </div>
    }
}

fn field(id: &'static str, label: String, hint: &str, mode: &'static str, text: RwSignal<String>) -> Markup {
    let hint = (!hint.is_empty()).then(|| view! { <span class="hint">{hint.to_owned()}</span> });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input id=id type="text" inputmode=mode autocomplete="off" maxlength="60" prop:value=move || text.get()
                on:input=move |event| text.set(value_of(&event))/>
            {hint}
        </div>
    }
}

type Options = Vec<(&'static str, String)>;

/// Chips of which one is chosen.
fn one_of(
    question: &'static str,
    legend: String,
    options: Options,
    is_chosen: impl Fn(&'static str) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(&'static str) + Copy + Send + Sync + 'static,
) -> Markup {
    chips(question, legend, "radio", options, is_chosen, choose)
}

/// Chips of which some are chosen.
fn some_of(question: &'static str, legend: String, options: Options, chosen: RwSignal<Vec<&'static str>>) -> Markup {
    let toggle = move |id| {
        chosen.update(|all| {
            if all.contains(&id) {
                all.retain(|one| *one != id);
            } else {
                all.push(id);
            }
        });
    };
    chips(question, legend, "checkbox", options, move |id| chosen.with(|all| all.contains(&id)), toggle)
}

fn chips(
    question: &'static str,
    legend: String,
    kind: &'static str,
    options: Options,
    is_chosen: impl Fn(&'static str) -> bool + Copy + Send + Sync + 'static,
    choose: impl Fn(&'static str) + Copy + Send + Sync + 'static,
) -> Markup {
    let chips = options
        .into_iter()
        .map(|(id, words)| {
            view! {
                <label class="chip" data-option=id>
                    <input type=kind name=question value=id prop:checked=move || is_chosen(id) on:change=move |_| choose(id)/>
                    {move || is_chosen(id).then(|| icon_sized(Icon::Check, "ic s"))}{words}
                </label>
            }
        })
        .collect::<Markup>();
    view! {
        <fieldset class="stack s" data-question=question>
            <legend><b>{legend}</b></legend><div class="chips">{chips}</div>
        </fieldset>
    }
}
