//! Forms that only the evaluation has: numbers with a unit, a day, a score with a way out, activities with their scores.
//!
//! Not here: the pain map (see `body_map`), and which answers fit (see `program::evaluation`).

use core::cell::Cell;

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::question::Draft;
use super::{reason, scores};
use crate::journal::Answer;
use crate::locale::Key;
use crate::program::evaluation::{ACTIVITIES_MAX, ACTIVITY_MAX, Kind, Question};
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, Scale, icon};

/// Kilometers in a mile.
const MILE: f64 = 1.609_344;
/// Days that a date may lie ahead.
const AHEAD: i32 = 3 * 365;

thread_local! {
    /// Whether distances are typed in miles: the next question asks as this one did.
    static MILES: Cell<bool> = const { Cell::new(false) };
}

/// The answer as it is; there has to be one.
pub fn given(_: &'static str, given: Option<Answer>) -> Result<Answer, String> {
    given.ok_or_else(|| Say::here().text(Key::CheckChooseFirst))
}

fn bounds(id: &str) -> (i64, i64) {
    match Question::parse(id).map(Question::kind) {
        Some(Kind::Number { min, max }) => (i64::from(min), i64::from(max)),
        _ => (0, 0),
    }
}

fn is_distance(id: &str) -> bool {
    matches!(id, "q-km-now" | "q-km-usual" | "q-longest-km" | "q-shoe-km")
}

/// A number in a text field, for distances in kilometers or miles. It is kept as a whole number, kilometers.
pub fn number(id: &'static str, draft: Draft) -> Markup {
    let say = Say::here();
    let miles = RwSignal::new(is_distance(id) && MILES.get());
    let text = RwSignal::new(match draft.get_untracked() {
        Some(Answer::Number(km)) => shown(km, miles.get_untracked()),
        _ => String::new(),
    });
    let read = move || draft.set(whole(&text.get_untracked(), miles.get_untracked()).map(Answer::Number));
    let (min, max) = bounds(id);
    let hint = say.fill(Key::EvalFromTo, &[("min", &min.to_string()), ("max", &max.to_string())]);
    let hint = move || if miles.get() { say.text(Key::EvalMilesHint) } else { hint.clone() };
    let unit = move |is_miles: bool, key: Key| {
        let choose = move |_| {
            MILES.set(is_miles);
            miles.set(is_miles);
            read();
        };
        view! {
            <button type="button" aria-pressed=move || (miles.get() == is_miles).to_string() on:click=choose>{say.text(key)}</button>
        }
    };
    let units = is_distance(id).then(|| {
        view! {
            <div class="segmented" role="group" aria-label=say.text(Key::EvalUnit)>
                {unit(false, Key::EvalKm)}{unit(true, Key::EvalMiles)}
            </div>
        }
    });
    view! {
        <div class="field">
            <input id="number" type="text" inputmode="decimal" autocomplete="off" maxlength="6" aria-labelledby="q"
                aria-describedby="number-hint" prop:value=text.get_untracked()
                on:input=move |event| { text.set(value_of(&event)); read(); }/>
            <span class="hint" id="number-hint">{hint}</span>
        </div>
        {units}
    }
}

/// A kept number of kilometers as it is typed.
#[expect(clippy::cast_precision_loss, reason = "distances are small")]
fn shown(km: i64, miles: bool) -> String {
    if miles { format!("{:.0}", km as f64 / MILE) } else { km.to_string() }
}

/// What is typed, with a comma or a point, as a whole number; miles as kilometers.
#[expect(clippy::cast_possible_truncation, reason = "bounded before")]
fn whole(text: &str, miles: bool) -> Option<i64> {
    let number: f64 = text.trim().replace(',', ".").parse().ok()?;
    let number = if miles { number * MILE } else { number };
    (0.0..=1e6).contains(&number).then(|| (number + 0.5).floor() as i64)
}

/// A number within the question's bounds.
pub fn number_ready(id: &'static str, given: Option<Answer>) -> Result<Answer, String> {
    let (min, max) = bounds(id);
    let fits = matches!(&given, Some(Answer::Number(n)) if (min..=max).contains(n));
    given.filter(|_| fits).ok_or_else(|| {
        let key = if is_distance(id) { Key::EvalKmWrong } else { Key::CheckNumberWrong };
        Say::here().fill(key, &[("min", &min.to_string()), ("max", &max.to_string())])
    })
}

/// A score from 0 to 10, or the one option that is none.
pub fn score_or(id: &'static str, draft: Draft) -> Markup {
    let say = Say::here();
    let chosen = Signal::derive(move || match draft.get() {
        Some(Answer::Number(n)) => u8::try_from(n).ok(),
        Some(Answer::Text(text)) => text.parse().ok(),
        _ => None,
    });
    let words = ScaleWords { ask: say.by_id(&format!("question.{id}.ask")), words: scores::pain_words(say) };
    let choose = move |score: u8, _| draft.set(Some(Answer::Number(i64::from(score))));
    let options = Question::parse(id).map(Question::options).unwrap_or_default();
    let others = options
        .iter()
        .filter(|option| option.parse::<u8>().is_err())
        .map(|option| {
            let option = *option;
            let is_chosen = move || draft.with(|draft| matches!(draft, Some(Answer::Text(text)) if text == option));
            view! {
                <label class="choice" data-option=option>
                    <input type="radio" name="other" value=option prop:checked=is_chosen
                        on:change=move |_| draft.set(Some(Answer::Text(option.to_owned())))/>
                    <span class="mark">{icon(Icon::Check)}</span>
                    <span>{reason::option_words(say, id, option)}</span>
                </label>
            }
        })
        .collect::<Markup>();
    view! {
        <Scale question=id words=words chosen=chosen choose=choose quiet=true/>
        <div class="choices">{others}</div>
    }
}

/// A day from today on.
pub fn date(_: &'static str, draft: Draft) -> Markup {
    let today = App::here().now().day();
    let shown = match draft.get_untracked() {
        Some(Answer::Text(day)) => day,
        _ => String::new(),
    };
    let read = move |event| {
        let text = value_of(&event);
        draft.set((!text.is_empty()).then_some(Answer::Text(text)));
    };
    view! {
        <div class="field">
            <input id="day" type="date" aria-labelledby="q" min=today.to_string() max=today.plus(AHEAD).to_string()
                prop:value=shown on:input=read/>
        </div>
    }
}

/// Up to three activities, each with its score. The draft holds name and score in turn, empty ones too.
pub fn activities(_: &'static str, draft: Draft) -> Markup {
    let say = Say::here();
    let mut fields = match draft.get_untracked() {
        Some(Answer::List(list)) => list,
        _ => Vec::new(),
    };
    fields.resize(2 * ACTIVITIES_MAX, String::new());
    let set = move |at: usize, text: String| {
        draft.update(|draft| {
            let mut fields = match draft.take() {
                Some(Answer::List(list)) => list,
                _ => Vec::new(),
            };
            fields.resize(2 * ACTIVITIES_MAX, String::new());
            if let Some(field) = fields.get_mut(at) {
                *field = text;
            }
            *draft = Some(Answer::List(fields));
        });
    };
    let rows = (1..).zip(fields.chunks_exact(2)).map(|(n, pair)| {
        let [name, score] = [0, 1].map(|at| pair.get(at).cloned().unwrap_or_default());
        let (first, n) = (2 * (n - 1), n.to_string());
        let (name_id, score_id) = (format!("activity-{n}"), format!("score-{n}"));
        view! {
            <div class="activity">
                <div class="field">
                    <label for=name_id.clone()>{say.fill(Key::EvalActivity, &[("n", &n)])}</label>
                    <input id=name_id type="text" autocomplete="off" maxlength=ACTIVITY_MAX.to_string() prop:value=name
                        on:input=move |event| set(first, value_of(&event))/>
                </div>
                <div class="field">
                    <label for=score_id.clone()>{say.text(Key::EvalScore)}</label>
                    <input id=score_id type="text" inputmode="numeric" autocomplete="off" maxlength="2" prop:value=score
                        on:input=move |event| set(first + 1, value_of(&event))/>
                </div>
            </div>
        }
    });
    view! { <div class="stack l">{rows.collect::<Markup>()}</div> }
}

/// The activities that were named, each with a score.
pub fn activities_ready(_: &'static str, given: Option<Answer>) -> Result<Answer, String> {
    let fields = match given {
        Some(Answer::List(fields)) => fields,
        _ => Vec::new(),
    };
    let mut list = Vec::new();
    for pair in fields.chunks_exact(2) {
        let pair: Vec<&str> = pair.iter().map(|text| text.trim()).collect();
        match pair.as_slice() {
            ["", ""] => {}
            [name, score] if !name.is_empty() && score.parse::<u8>().is_ok_and(|score| score <= 10) => {
                list.extend([(*name).to_owned(), (*score).to_owned()]);
            }
            _ => return Err(Say::here().text(Key::EvalActivityWrong)),
        }
    }
    if list.is_empty() { Err(Say::here().text(Key::EvalActivityNone)) } else { Ok(Answer::List(list)) }
}
