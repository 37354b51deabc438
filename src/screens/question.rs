//! One question, one screen: large answers, progress, the way back, "Why do we ask?".
//!
//! Not here: which question comes next, and what an answer means (see `program::screening`).

use crate::ui::dom::prelude::*;

use super::handle::Say;
use crate::journal::Answer;
use crate::locale::Key;
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, Scale, Why, WhyText, icon};

/// The answer as far as it has been given.
pub type Draft = RwSignal<Option<Answer>>;

/// How a question is answered.
#[derive(Clone)]
pub enum Form {
    /// Exactly one option. A pointer's click goes on by itself.
    One(Vec<OptionWords>),
    /// One or more; the option `none` clears the rest.
    Many(Vec<OptionWords>),
    /// Any number of options, none too.
    Any(Vec<OptionWords>),
    /// In a way of its own, which is made elsewhere: this file comes with the first screen.
    Own {
        /// Makes the fields for the question of that id.
        view: fn(&'static str, Draft) -> Markup,
        /// The answer, or what is wrong with it, in words.
        ready: fn(&'static str, Option<Answer>) -> Result<Answer, String>,
    },
    /// A whole number within these bounds.
    Number {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// A score from 0 to 10.
    Score(ScaleWords),
}

/// An option in words.
#[derive(Clone)]
pub struct OptionWords {
    /// Its id: `data-option`.
    pub id: &'static str,
    /// What it says.
    pub text: String,
    /// A smaller line below it.
    pub small: Option<String>,
}

/// A question in words.
pub struct QuestionWords {
    /// Its id: `data-question`.
    pub id: &'static str,
    /// What is asked: the screen's heading.
    pub ask: String,
    /// Over the heading: which part of the check this is.
    pub part: String,
    /// A line that holds for the whole part, or for this question.
    pub hint: String,
    /// Why it is asked.
    pub why: Vec<String>,
    /// How it is answered.
    pub form: Form,
    /// Whether it may be skipped.
    pub may_skip: bool,
}

/// The question with its answers and its dock. `given` is an earlier answer that still stands.
#[component]
pub fn QuestionScreen(
    /// The question.
    words: QuestionWords,
    /// Place within its block, from 1, and the block's count.
    place: (usize, usize),
    /// An earlier answer.
    given: Option<Answer>,
    /// Takes the answer and goes on, or says in words why it cannot be.
    answer: impl Fn(Answer) -> Result<(), String> + Copy + Send + Sync + 'static,
    /// Goes one question back.
    back: impl Fn() + Copy + Send + Sync + 'static,
    /// Leaves the check.
    close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let say = Say::here();
    let draft = RwSignal::new(given);
    let warning = RwSignal::new(String::new());
    let form = words.form.clone();
    let id = words.id;
    let go_on = move || {
        let given = match (&form, draft.get_untracked()) {
            (Form::Own { ready, .. }, given) => ready(id, given),
            (form, given) => ready(form, given).map_err(|wrong| wrong.words(say)),
        };
        // Where it goes on, this question is gone by then.
        if let Err(wrong) = given.and_then(answer) {
            warning.set(wrong);
        }
    };
    let skip = words.may_skip.then(|| {
        let skip = move |_| {
            let _ = answer(Answer::Skipped);
        };
        view! { <button class="btn bare" type="button" on:click=skip>{icon(Icon::Skip)}{say.text(Key::PlayerSkip)}</button> }
    });
    let go_on = StoredValue::new(go_on);
    let (at, of) = place;
    let share = 100 * (at.saturating_sub(1)) / of.max(1);
    view! {
        <main id="main" class="screen full">
            <header class="top">
                <button class="icon-btn" type="button" aria-label=say.text(Key::CheckClose) on:click=move |_| close()>
                    {icon(Icon::Close)}
                </button>
                <div class="grow progress" role="progressbar" aria-label=say.text(Key::CheckProgress) aria-valuemin="0"
                    aria-valuemax=of.to_string() aria-valuenow=(at - 1).to_string()>
                    <div class="track"><i style:--at=share.to_string()></i></div>
                </div>
                <span class="words small quiet num">
                    {say.fill(Key::CheckOf, &[("at", &at.to_string()), ("of", &of.to_string())])}
                </span>
            </header>
            <form class="stack l" data-question=words.id on:submit=move |event| {
                event.prevent_default();
                go_on.with_value(|go_on| go_on());
            }>
                <div class="lead">
                    <span class="tag accent start">{icon(Icon::Shield)}{words.part}</span>
                    <h1 tabindex="-1" id="q">{words.ask}</h1>
                    {(!words.hint.is_empty()).then(|| view! { <p id="hint">{words.hint}</p> })}
                </div>
                {answers(words.id, &words.form, draft, say, move || go_on.with_value(|go_on| go_on()))}
                <p class="note box wait" role="alert" hidden=move || warning.get().is_empty()>
                    {icon(Icon::Info)}<span>{move || warning.get()}</span>
                </p>
                {skip}
                <Why label=say.text(Key::CheckWhy) text=WhyText { rule: String::new(), lines: words.why }/>
            </form>
            <div class="dock"><div class="pairs">
                <button class="btn" type="button" on:click=move |_| back()>{icon(Icon::Back)}{say.text(Key::AppBack)}</button>
                <button class="btn main" type="button" on:click=move |_| go_on.with_value(|go_on| go_on())>
                    {say.text(Key::AppNext)}
                </button>
            </div></div>
        </main>
    }
}

/// Why the answer does not do yet.
enum Wrong {
    Missing,
    OutOfBounds(i64, i64),
}

impl Wrong {
    fn words(&self, say: Say) -> String {
        match self {
            Self::Missing => say.text(Key::CheckChooseFirst),
            Self::OutOfBounds(min, max) => {
                say.fill(Key::CheckNumberWrong, &[("min", &min.to_string()), ("max", &max.to_string())])
            }
        }
    }
}

fn ready(form: &Form, draft: Option<Answer>) -> Result<Answer, Wrong> {
    match (form, draft) {
        (Form::Number { min, max }, Some(Answer::Number(n))) if (*min..=*max).contains(&n) => Ok(Answer::Number(n)),
        (Form::Number { min, max }, _) => Err(Wrong::OutOfBounds(*min, *max)),
        (Form::Many(_), Some(Answer::List(list))) if list.is_empty() => Err(Wrong::Missing),
        (Form::Any(_), None) => Ok(Answer::List(Vec::new())),
        (_, Some(answer)) => Ok(answer),
        (_, None) => Err(Wrong::Missing),
    }
}

fn answers(
    id: &'static str,
    form: &Form,
    draft: Draft,
    say: Say,
    go_on: impl Fn() + Copy + Send + Sync + 'static,
) -> Markup {
    match form {
        Form::One(options) => options_view(
            id,
            options,
            "radio",
            "radiogroup",
            move |option, pointer| {
                let _ = draft.try_set(Some(Answer::Text(option.to_owned())));
                if pointer {
                    go_on();
                }
            },
            move |option| draft.with(|draft| matches!(draft, Some(Answer::Text(text)) if text == option)),
        ),
        Form::Own { view, .. } => view(id, draft),
        Form::Many(options) | Form::Any(options) => options_view(
            id,
            options,
            "checkbox",
            "group",
            move |option, _| {
                draft.update(|draft| *draft = Some(Answer::List(toggled(draft.take(), option))));
            },
            move |option| {
                draft.with(|draft| matches!(draft, Some(Answer::List(list)) if list.iter().any(|one| one == option)))
            },
        ),
        Form::Number { min, max } => number_view(*min, *max, draft, say),
        Form::Score(words) => {
            let chosen = Signal::derive(move || match draft.get() {
                Some(Answer::Number(n)) => u8::try_from(n).ok(),
                _ => None,
            });
            let choose = move |score: u8, pointer: bool| {
                draft.set(Some(Answer::Number(i64::from(score))));
                if pointer {
                    go_on();
                }
            };
            view! { <Scale question=id words=words.clone() chosen=chosen choose=choose quiet=true/> }
        }
    }
}

/// Whether an option stands alone: "none of these", "nothing special", and the short check's "nothing new".
fn stands_alone(option: &str) -> bool {
    matches!(option, "none" | "nothing" | "a-nothing" | "e-nothing")
}

/// The list with the option in it or out of it; one that stands alone takes the place of all others.
fn toggled(draft: Option<Answer>, option: &str) -> Vec<String> {
    let mut list = match draft {
        Some(Answer::List(list)) => list,
        _ => Vec::new(),
    };
    if list.iter().any(|one| one == option) {
        list.retain(|one| one != option);
    } else {
        list.retain(|one| !stands_alone(one) && !stands_alone(option));
        list.push(option.to_owned());
    }
    list
}

fn options_view(
    name: &'static str,
    options: &[OptionWords],
    kind: &'static str,
    role: &'static str,
    choose: impl Fn(&str, bool) + Copy + Send + Sync + 'static,
    is_chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
) -> Markup {
    let rows = options
        .iter()
        .cloned()
        .map(|option| {
            let id = option.id;
            view! {
                <label class="choice" data-option=id>
                    <input type=kind name=name value=id prop:checked=move || is_chosen(id)
                        on:click=move |event| {
                            if kind == "radio" && event.detail() > 0 {
                                choose(id, true);
                            }
                        }
                        on:change=move |_| choose(id, false) />
                    <span class="mark">{icon(Icon::Check)}</span>
                    <span>{option.text}{option.small.map(|small| view! { <small>{small}</small> })}</span>
                </label>
            }
        })
        .collect::<Markup>();
    view! { <div class="choices" role=role aria-labelledby="q">{rows}</div> }
}

fn number_view(min: i64, max: i64, draft: Draft, say: Say) -> Markup {
    let shown = match draft.get_untracked() {
        Some(Answer::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    view! {
        <div class="field">
            <input id="number" type="text" inputmode="numeric" autocomplete="off" maxlength="4" aria-labelledby="q"
                aria-describedby="number-hint" prop:value=shown data-min=min.to_string() data-max=max.to_string()
                on:input=move |event| draft.set(value_of(&event).trim().parse().ok().map(Answer::Number)) />
            <span class="hint" id="number-hint">{say.text(Key::CheckNumberHint)}</span>
        </div>
    }
}
