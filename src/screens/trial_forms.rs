//! What is asked before and after the tries of a self-test: a question that may close it, points, pain, place, second.
//!
//! Not here: which is asked when (see `program::selftest`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::scores;
use super::selftest_words::part;
use super::trial::happen;
use crate::locale::Key;
use crate::program::evaluation::Region;
use crate::program::selftest::{Event, Instrument, Places, Rule, SelfTest};
use crate::ui::dom::value_of;
use crate::ui::icon::icon_sized;
use crate::ui::scale::ScaleWords;
use crate::ui::{Icon, Scale};
use crate::units::{PainScore, Seconds};

/// A question that may close the test; "not sure" is a yes.
pub fn asks(app: App, say: Say, rule: Rule) -> Markup {
    let rows = [("no", Key::AnswerNo, false), ("yes", Key::AnswerYes, true), ("not-sure", Key::AnswerNotSure, true)]
        .into_iter()
        .map(|(id, key, yes)| {
            view! {
                <button class="choice" type="button" data-option=id on:click=move |_| happen(app, Event::Answered { yes })>
                    <span>{say.text(key)}</span>
                </button>
            }
        })
        .collect::<Markup>();
    view! {
        <section class="stack" aria-labelledby="ask" data-question=rule.id()>
            <h2 id="ask" class="h3">{say.by_id(&format!("test.ask.{}", rule.id()))}</h2>
            <p class="small quiet">{say.by_id("test.ask.intro")}</p>
            <div class="choices">{rows}</div>
        </section>
    }
}

/// How many of the points were kept.
pub fn judge(app: App, say: Say, test: SelfTest) -> Markup {
    let Instrument::Points { of, .. } = test.protocol().instrument else { return Markup::Nothing };
    let list = of.iter().map(|point| view! { <li>{part(say, test, point)}</li> }).collect::<Markup>();
    let most = u8::try_from(of.len()).unwrap_or(u8::MAX);
    let buttons = (0..=most)
        .map(|kept| {
            view! {
                <button class="btn" type="button" data-option=kept.to_string() on:click=move |_| happen(app, Event::Kept(kept))>
                    {kept.to_string()}</button>
            }
        })
        .collect::<Markup>();
    view! {
        <section class="card" aria-labelledby="points" data-question="test-points">
            <h2 id="points" class="h3">{say.text(Key::TestsStageJudge)}</h2>
            <ul class="stack s">{list}</ul>
            <div class="row-wrap" role="group" aria-label=say.text(Key::SelftestTrialPoints)>{buttons}</div>
        </section>
    }
}

/// The worst pain of this side.
pub fn pain(app: App, say: Say) -> Markup {
    let chosen = RwSignal::new(None::<u8>);
    let words = ScaleWords { ask: say.text(Key::TestsStagePain), words: scores::pain_words(say) };
    view! {
        <section class="card">
            <Scale question="test-pain" words=words chosen=chosen choose=move |score, _| chosen.set(Some(score))/>
        </section>
        <div class="dock">
            <button class="btn main wide" type="button" disabled=move || chosen.get().is_none() on:click=move |_| {
                if let Some(pain) = chosen.get_untracked().and_then(PainScore::new) {
                    happen(app, Event::Pain(pain));
                }
            }>{say.text(Key::TestsStageDone)}</button>
        </div>
    }
}

/// Where it hurt, or is felt.
pub fn places(app: App, say: Say, test: SelfTest) -> Markup {
    let chosen = RwSignal::new(Vec::<Region>::new());
    let (regions, key) = match test.protocol().places {
        Places::Felt(regions) => (regions, Key::TestsStageWhereFelt),
        Places::IfPain => (Region::ALL, Key::TestsStageWhere),
    };
    let chips = regions
        .iter()
        .map(|region| {
            let region = *region;
            let is_chosen = move || chosen.with(|chosen| chosen.contains(&region));
            view! {
                <label class="chip" data-option=region.id()>
                    <input type="checkbox" name="test-where" value=region.id() prop:checked=is_chosen on:change=move |_| {
                        chosen.update(|chosen| {
                            if chosen.contains(&region) {
                                chosen.retain(|one| *one != region);
                            } else {
                                chosen.push(region);
                            }
                        });
                    }/>
                    {move || is_chosen().then(|| icon_sized(Icon::Check, "ic s"))}
                    {say.by_id(&format!("region.{}", region.id()))}
                </label>
            }
        })
        .collect::<Markup>();
    view! {
        <section class="card"><fieldset class="stack" data-question="test-where">
            <legend><b>{say.text(key)}</b></legend>
            <div class="chips">{chips}</div>
        </fieldset></section>
        <div class="dock">
            <button class="btn main wide" type="button" disabled=move || chosen.with(Vec::is_empty)
                on:click=move |_| happen(app, Event::Places(chosen.get_untracked()))>{say.text(Key::TestsStageDone)}</button>
            <button class="btn bare wide" type="button" data-option="nowhere" on:click=move |_| happen(app, Event::Places(Vec::new()))>
                {say.text(Key::TestsStageNowhere)}</button>
        </div>
    }
}

/// At which second it began.
pub fn second(app: App, say: Say) -> Markup {
    let typed = RwSignal::new(None::<u32>);
    view! {
        <section class="card" data-question="test-when">
            <div class="field">
                <label for="second">{say.text(Key::TestsStageWhen)}</label>
                <input id="second" type="text" inputmode="numeric" autocomplete="off" maxlength="3" aria-describedby="second-hint"
                    on:input=move |event| typed.set(value_of(&event).trim().parse().ok())/>
                <span class="hint" id="second-hint">{say.text(Key::SelftestTrialSeconds)}</span>
            </div>
        </section>
        <div class="dock">
            <button class="btn main wide" type="button" disabled=move || typed.get().is_none()
                on:click=move |_| happen(app, Event::Onset(typed.get_untracked().map(Seconds)))>{say.text(Key::TestsStageDone)}</button>
            <button class="btn bare wide" type="button" on:click=move |_| happen(app, Event::Onset(None))>{say.text(Key::TestsStageWhenUnknown)}</button>
        </div>
    }
}
