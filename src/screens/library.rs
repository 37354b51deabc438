//! The library: every exercise at hand, found by word and kind.

use crate::ui::dom::prelude::*;

use super::frame::{Lead, Top};
use super::handle::{App, Say};
use crate::app::{Model, Route};
use crate::library::{Category, Exercise, ExerciseId};
use crate::locale::Key;
use crate::ui::dom::keyed;
use crate::ui::icon::icon_sized;
use crate::ui::{FigureStill, Icon, icon};

/// The kinds that are offered as filters.
const KINDS: [Category; 5] =
    [Category::Strength, Category::Mobility, Category::WarmUp, Category::Aquatic, Category::SelfSoftTissue];

/// What the runner's plan makes of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is in this week's sessions.
    InPlan,
    /// A rule leaves it out.
    LeftOut,
    /// Neither.
    Open,
}

/// All exercises, with search and filter.
#[component]
pub fn Library() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let word = RwSignal::new(String::new());
    let kind = RwSignal::new(None::<Category>);
    let all = StoredValue::new(entries(say));
    let found = Memo::new(move |_| {
        let word = plain(&word.get());
        let kind = kind.get();
        all.with_value(|all| {
            all.iter()
                .filter(|entry| kind.is_none_or(|kind| entry.category == kind) && entry.matches(&word))
                .map(|entry| entry.id)
                .collect::<Vec<_>>()
        })
    });
    let chips = KINDS
        .into_iter()
        .map(|one| {
            view! {
                <button class="chip" type="button" aria-pressed=move || (kind.get() == Some(one)).to_string()
                    on:click=move |_| kind.update(|kind| *kind = if *kind == Some(one) { None } else { Some(one) })>
                    {say.by_id(&format!("category.{}", one.id()))}
                </button>
            }
        })
        .collect::<Markup>();
    let closed = app.peek(|model| !model.is_open());
    view! {
        <main id="main" class="screen">
            <Top/>
            <Lead title=say.text(Key::LibraryTitle)/>
            {closed.then(|| view! {
                <p class="note box">{icon(Icon::Info)}<span>{say.text(Key::LibraryReadOnly)}</span></p>
            })}
            <div class="stack">
                <div class="search" role="search">
                    {icon(Icon::Search)}
                    <input type="search" aria-label=say.text(Key::LibrarySearch) placeholder=say.text(Key::LibrarySearch)
                        maxlength="60" autocomplete="off" prop:value=move || word.get()
                        on:input=move |event| word.set(value_of(&event))/>
                </div>
                <div class="chips" role="group" aria-label=say.text(Key::LibraryFilter)>{chips}</div>
            </div>
            <section aria-labelledby="count">
                <h2 id="count" class="small quiet">
                    <span role="status">{move || say.count(Key::LibraryCount, found.with(Vec::len) as u64)}</span>
                </h2>
                {move || found.with(Vec::is_empty).then(|| nothing(say, word, kind))}
                <ul class="rows ex-list">
                    {keyed(move || found.get(), move |id| row(app, say, id))}
                </ul>
            </section>
        </main>
    }
}

fn nothing(say: Say, word: RwSignal<String>, kind: RwSignal<Option<Category>>) -> impl IntoView {
    view! {
        <div class="card state">
            <h3>{say.text(Key::LibraryNoneTitle)}</h3>
            <p>{say.text(Key::LibraryNoneText)}</p>
            <button class="btn" type="button" on:click=move |_| { word.set(String::new()); kind.set(None); }>
                {say.text(Key::LibraryClear)}
            </button>
        </div>
    }
}

fn row(app: App, say: Say, id: ExerciseId) -> Option<Markup> {
    let exercise = crate::library::first().get(id)?;
    let name = name(say, exercise);
    let detail = muscles(say, exercise);
    let standing = app.peek(|model| standing(model, id));
    Some(view! {
        <li data-exercise=id.id()>
            <a class="row" href=Route::Exercise(id).to_string()>
                <span class="thumb"><FigureStill exercise=id pose=usize::MAX in_list=true/></span>
                <span class="what"><b>{name}</b><span>{detail}</span>{tag(say, standing)}</span>
                {icon_sized(Icon::Chevron, "ic chev")}
            </a>
        </li>
    })
}

/// The name of an exercise in the runner's language.
pub fn name(say: Say, exercise: &Exercise) -> String {
    say.with(|words| words.exercise(exercise.id.id()).map(|words| words.name.clone())).unwrap_or_default()
}

/// The muscles of an exercise in words.
pub fn muscles(say: Say, exercise: &Exercise) -> String {
    let words: Vec<String> =
        exercise.muscles.iter().map(|muscle| say.by_id(&format!("muscle.{}", muscle.id()))).collect();
    words.join(", ")
}

/// What stands beside an exercise's name.
pub fn tag(say: Say, standing: Standing) -> Option<Markup> {
    let (class, shape, key) = match standing {
        Standing::InPlan => ("tag accent", Icon::Check, Key::LibraryInPlan),
        Standing::LeftOut => ("tag wait", Icon::Minus, Key::LibraryLeftOut),
        Standing::Open => return None,
    };
    Some(view! { <span><span class=class>{icon(shape)}{say.text(key)}</span></span> })
}

/// What the plan makes of it.
pub fn standing(model: &Model, id: ExerciseId) -> Standing {
    if model.is_in_week(id) {
        Standing::InPlan
    } else if model.why_left_out(id).is_some() {
        Standing::LeftOut
    } else {
        Standing::Open
    }
}

/// What search looks through.
struct Entry {
    id: ExerciseId,
    category: Category,
    text: String,
}

impl Entry {
    fn matches(&self, word: &str) -> bool {
        word.split_whitespace().all(|part| self.text.contains(part))
    }
}

fn entries(say: Say) -> Vec<Entry> {
    let mut all: Vec<Entry> = crate::library::first()
        .iter()
        .map(|exercise| {
            let words = say.with(|words| {
                words.exercise(exercise.id.id()).map(|words| format!("{} {}", words.name, words.also.join(" ")))
            });
            let text = plain(&format!("{} {}", words.unwrap_or_default(), muscles(say, exercise)));
            Entry { id: exercise.id, category: exercise.category, text }
        })
        .collect();
    all.sort_by(|a, b| a.text.cmp(&b.text));
    all
}

/// Lower case, without accents: what a hurried thumb types.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|c| match c {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            '-' => ' ',
            other => other,
        })
        .collect()
}
