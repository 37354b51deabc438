//! A scale from 0 to 10 for pain and effort: number, height and word say it; color only underlines.

use crate::ui::dom::prelude::*;

/// The words of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleWords {
    /// The question.
    pub ask: String,
    /// One word for each of 0 to 10.
    pub words: Vec<String>,
}

/// Eleven radio buttons. `chosen` is the answer; `choose` is called with a number and whether a pointer did it.
#[component]
pub fn Scale(
    /// The question's id: `data-question`, and the group's name.
    question: &'static str,
    /// Its words.
    words: ScaleWords,
    /// The answer so far.
    #[prop(into)]
    chosen: Signal<Option<u8>>,
    /// Takes the answer; the flag says that a pointer gave it, so that a screen may go on by itself.
    choose: impl Fn(u8, bool) + Copy + Send + Sync + 'static,
    /// The question is the screen's heading already: say it to screen readers only.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let ends = [words.words.first().cloned(), words.words.last().cloned()].map(Option::unwrap_or_default);
    let said_words = words.words.clone();
    let said = move || {
        chosen
            .get()
            .and_then(|n| said_words.get(usize::from(n)).map(|word| format!("{n} · {word}")))
            .unwrap_or_default()
    };
    let cells = words
        .words
        .into_iter()
        .zip(0_u8..)
        .map(|(word, n)| {
            let label = format!("{n}, {word}");
            view! {
                <label class="cell" data-option=n.to_string() style:--n=n.to_string()>
                    <input type="radio" name=question value=n.to_string() aria-label=label
                        prop:checked=move || chosen.get() == Some(n)
                        on:click=move |event| choose(n, event.detail() > 0)
                        on:change=move |_| choose(n, false) />
                    {n}
                </label>
            }
        })
        .collect::<Markup>();
    view! {
        <fieldset class="pain stack s" data-question=question>
            <legend class:vh=quiet>
                <span class="spread"><b>{words.ask}</b></span>
            </legend>
            <div class="cells">{cells}</div>
            <p class="said" aria-live="polite">{said}</p>
            <div class="ends" aria-hidden="true"><span>{format!("0 · {}", ends[0])}</span><span>{format!("10 · {}", ends[1])}</span></div>
        </fieldset>
    }
}
