//! "It hurts": how much, what kind, what the stop rule says, and one main way on.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::reason::option_words;
use super::scores;
use crate::app::{Event, Model};
use crate::journal::HurtKind;
use crate::library::Equipment;
use crate::locale::Key;
use crate::program::screening::StopRule;
use crate::session::{Ask, Event as Play, HurtChoice, Ruling};
use crate::ui::icon::icon_sized;
use crate::ui::{Icon, Scale, Sheet, icon};
use crate::units::PainScore;

/// The sheet over the stopped player.
#[component]
pub fn HurtSheet(
    /// What the player waits for.
    asked: Ask,
) -> impl IntoView {
    let app = App::here();
    let escape = move || {
        if asked == Ask::HowMuch {
            app.send(Event::Resumed);
        }
    };
    view! {
        <Sheet labelled_by="hurt-title" escape=escape>
            <h2 id="hurt-title">{Say::here().text(Key::PlayerHurtTitle)}</h2>
            {match asked {
                Ask::HowMuch => {
                    let in_water = app.peek(is_in_water);
                    how_much(
                        in_water,
                        move |pain, kind| app.send(Event::Hurt { pain, kind }),
                        move || app.send(Event::Resumed),
                    )
                }
                Ask::Choose(ruling) => view! { <Choose ruling=ruling/> },
                Ask::Calm => view! { <Calm/> },
                Ask::Unseen => Markup::Nothing,
            }}
        </Sheet>
    }
}

const KINDS: [(HurtKind, &str); 6] = [
    (HurtKind::Ache, "ache"),
    (HurtKind::Sharp, "sharp"),
    (HurtKind::Lock, "lock"),
    (HurtKind::Numb, "numb"),
    (HurtKind::Unwell, "unwell"),
    (HurtKind::Limp, "limp"),
];

/// Cramp, cold and unsafe are asked where there is water.
fn is_in_water(model: &Model) -> bool {
    let id = model.live.as_ref().and_then(|live| live.player.hurting());
    let exercise = id.and_then(|id| crate::library::first().get(id));
    exercise.is_some_and(|exercise| {
        exercise.equipment.iter().any(|one| matches!(one, Equipment::PoolShallow | Equipment::PoolDeep))
    })
}

/// How much and what kind; then `done`, or `back` to what was interrupted.
pub fn how_much(
    in_water: bool,
    done: impl Fn(PainScore, HurtKind) + Copy + 'static,
    back: impl Fn() + Copy + 'static,
) -> Markup {
    let say = Say::here();
    let pain = RwSignal::new(None::<PainScore>);
    let kind = RwSignal::new(None::<(HurtKind, &'static str)>);
    let kinds = KINDS.into_iter().chain(in_water.then_some((HurtKind::Water, "water")));
    let chips = kinds
        .map(|one| {
            let chosen = move || kind.get() == Some(one);
            view! {
                <label class="chip" data-option=one.1>
                    <input type="radio" name="hurt-kind" value=one.1 prop:checked=chosen
                        on:change=move |_| kind.set(Some(one))/>
                    {move || chosen().then(|| icon_sized(Icon::Check, "ic s"))}
                    {option_words(say, "hurt-kind", one.1)}
                </label>
            }
        })
        .collect::<Markup>();
    let says = move || {
        let rule = kind.get().and_then(|(kind, _)| StopRule::of_kind(kind));
        let rule = rule.or_else(|| pain.get().and_then(of_score));
        rule.map(|rule| {
            view! {
                <p class="note box wait" data-rule=rule.id()>{icon(Icon::Info)}
                    <span>{say.by_id(&format!("stop.{}.says", rule.id()))}</span></p>
            }
        })
    };
    let ready = move || pain.get().zip(kind.get());
    view! {
        <Scale question="hurt-pain" words=scores::pain(say, "hurt-pain")
            chosen=Signal::derive(move || pain.get().map(PainScore::get)) choose=move |score, _| pain.set(PainScore::new(score))/>
        <fieldset class="stack s" data-question="hurt-kind">
            <legend><b>{say.text(Key::PlayerHurtKind)}</b></legend>
            <div class="chips">{chips}</div>
        </fieldset>
        <div role="status">{says}</div>
        <div class="stack s acts">
            <button class="btn main wide" type="button" disabled=move || ready().is_none() on:click=move |_| {
                if let Some((pain, (kind, _))) = ready() {
                    done(pain, kind);
                }
            }>{say.text(Key::PlayerHurtNext)}</button>
            <button class="btn bare wide" type="button" on:click=move |_| back()>{say.text(Key::PlayerHurtGoOn)}</button>
        </div>
    }
}

const fn of_score(pain: PainScore) -> Option<StopRule> {
    match pain.get() {
        0..=3 => None,
        4 | 5 => Some(StopRule::PainFourFive),
        _ => Some(StopRule::PainSix),
    }
}

#[component]
fn Choose(ruling: Ruling) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let rules = app.peek(|model| model.stop.clone()).map(|stop| stop.rules).unwrap_or_default();
    let says = rules
        .into_iter()
        .map(|rule| {
            view! {
                <p class="note box wait" data-rule=rule.id()>{icon(Icon::Info)}
                    <span>{say.by_id(&format!("stop.{}.says", rule.id()))}</span></p>
            }
        })
        .collect::<Markup>();
    let buttons = ruling
        .choices()
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let choice = *choice;
            let class = if at == 0 { "btn main wide" } else { "btn wide" };
            view! {
                <button class=class type="button" on:click=move |_| app.send(Event::HurtAnswered(choice))>
                    {say.text(choice_words(choice))}
                </button>
            }
        })
        .collect::<Markup>();
    view! { <div class="stack">{says}</div><div class="stack s acts">{buttons}</div> }
}

const fn choice_words(choice: HurtChoice) -> Key {
    match choice {
        HurtChoice::GoOn => Key::PlayerHurtGoOn,
        HurtChoice::Easier => Key::PlayerHurtEasier,
        HurtChoice::HalfRange => Key::PlayerHurtHalf,
        HurtChoice::Skip => Key::PlayerHurtSkip,
        HurtChoice::End => Key::PlayerHurtEnd,
    }
}

#[component]
fn Calm() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let choose = move |score: u8, _| {
        if let Some(pain) = PainScore::new(score) {
            app.send(Event::Play(Play::PainNow(pain)));
        }
    };
    view! {
        <p>{say.text(Key::PlayerCalm)}</p>
        <Scale question="q-nprs-now" words=scores::pain(say, "q-nprs-now") chosen=Signal::derive(|| None) choose=choose/>
        <div class="stack s acts">
            <button class="btn wide" type="button" on:click=move |_| app.send(Event::Play(Play::EndEarly))>{say.text(Key::PlayerHurtEnd)}</button>
        </div>
    }
}
