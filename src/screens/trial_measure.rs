//! The instruments of a self-test: stopwatch, countdown, counter, angle meter with its choices, hand and tape.
//!
//! Not here: what is asked after a try (see `trial_forms`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::selftest_words::{length, part};
use super::trial::{clock, happen, look};
use crate::locale::Key;
use crate::program::selftest::{Choice, Event, Hand, Instrument, SelfTest, Stage};
use crate::ui::dom::value_of;
use crate::ui::{Icon, each_frame, icon};

/// Before a try: its start, or a value where nothing runs.
pub fn ready(app: App, say: Say, test: SelfTest) -> Markup {
    let start = move |key: Key| {
        view! {
            <button class="btn main wide" type="button" on:click=move |_| happen(app, Event::Start)>{say.text(key)}</button>
        }
    };
    match test.protocol().instrument {
        Instrument::Angle { choices, .. } => {
            let has_sensor = look(app, |trial, _| trial.has_sensor()).unwrap_or(false);
            let (note, ask) = if has_sensor {
                (Markup::Nothing, Key::SelftestTrialSensorOr)
            } else {
                let note = say.text(Key::TestsStageNoSensor);
                (view! { <p class="note box">{icon(Icon::Info)}<span>{note}</span></p> }, Key::SelftestTrialChoose)
            };
            view! {
                {note}
                {has_sensor.then(|| start(Key::TestsStageAllowSensor))}
                {observed(app, say, test, choices, ask)}
            }
        }
        Instrument::Distance { hands } => distance(app, say, test, hands),
        Instrument::Press { .. } => view! {
            <p>{say.text(Key::TestsStagePress)}</p>
            <div class="dock">{start(Key::TestsStageStart)}</div>
        },
        _ => view! {
            <p class="note">{icon(Icon::Info)}<span>{say.text(Key::TestsSteady)}</span></p>
            <div class="dock">{start(Key::TestsStageStart)}</div>
        },
    }
}

/// What was seen, where nothing is measured.
fn observed(app: App, say: Say, test: SelfTest, choices: &'static [Choice], ask: Key) -> Markup {
    let rows = choices
        .iter()
        .map(|choice| {
            view! {
                <button class="choice" type="button" data-option=choice.id on:click=move |_| happen(app, Event::Chose(*choice))>
                    <span>{part(say, test, choice.id)}</span>
                </button>
            }
        })
        .collect::<Markup>();
    view! {
        <section class="stack s" aria-labelledby="seen" data-question="test-choice">
            <h2 id="seen" class="h3">{say.text(ask)}</h2>
            <div class="choices">{rows}</div>
        </section>
    }
}

/// The phone in its pose: it beeps by itself.
pub fn posing(app: App, say: Say, test: SelfTest, in_position: bool) -> Markup {
    let Instrument::Angle { choices, .. } = test.protocol().instrument else { return Markup::Nothing };
    let key = if in_position { Key::TestsStagePosition } else { Key::TestsStageStartPose };
    let pose = if in_position { String::new() } else { part(say, test, "start-pose") };
    view! {
        <section class="card tinted" aria-live="polite">
            <b>{say.text(key)}</b>
            {(!pose.is_empty()).then(|| view! { <p>{pose}</p> })}
        </section>
        <button class="btn" type="button" on:click=move |_| happen(app, Event::Again)>{say.text(Key::SelftestTrialAgain)}</button>
        {observed(app, say, test, choices, Key::SelftestTrialSensorOr)}
    }
}

/// The time of the test, made anew at each frame.
fn timer(app: App, say: Say, is_left: bool) -> Markup {
    let read = move || {
        look(app, |trial, now| {
            let time = if is_left { trial.left(now).unwrap_or_default() } else { trial.elapsed(now) };
            clock(time, is_left)
        })
    };
    let shown = RwSignal::new(read().unwrap_or_default());
    each_frame(move || {
        if let Some(time) = read()
            && shown.try_with_untracked(|shown| *shown != time) == Some(true)
        {
            let _ = shown.try_set(time);
        }
    });
    let label = say.text(if is_left { Key::SelftestTrialLeftTime } else { Key::SelftestTrialTime });
    view! { <p class="watch" role="timer" aria-label=label>{move || shown.get()}</p> }
}

/// The lead, and the try.
pub fn running(app: App, say: Say, test: SelfTest, stage: Stage, hurting: RwSignal<bool>) -> Markup {
    let protocol = test.protocol();
    let in_lead = matches!(stage, Stage::Lead { .. });
    let counts = matches!(protocol.instrument, Instrument::Counter { .. });
    let is_left = in_lead || matches!(protocol.instrument, Instrument::Press { .. } | Instrument::Points { .. });
    let line = say.text(if in_lead { Key::TestsStageLead } else { Key::TestsStageGo });
    let count = app.select(|model| model.testing.as_ref().map_or(0, |testing| testing.trial.count()));
    let ends_itself = matches!(protocol.instrument, Instrument::Press { .. } | Instrument::Points { .. });
    let tally = (counts && !in_lead).then(|| {
        view! {
            <p class="watch num" role="status" aria-label=move || format!("{}: {}", say.text(Key::SelftestTrialCount), count.get())>
                {move || count.get().to_string()}</p>
            <button class="btn soft wide tally" type="button" on:click=move |_| happen(app, Event::Count)>
                {icon(Icon::Plus)}{say.text(Key::TestsStageCount)}</button>
            <button class="btn" type="button" disabled=move || count.get() == 0 on:click=move |_| happen(app, Event::Uncount)>
                {icon(Icon::Minus)}{say.text(Key::TestsStageUncount)}</button>
        }
    });
    let onset = (protocol.onset && !in_lead).then(|| {
        view! { <button class="btn" type="button" on:click=move |_| happen(app, Event::PainCame)>{say.text(Key::TestsStagePainCame)}</button> }
    });
    let shows_time = in_lead || !counts;
    view! {
        <p class="cue center">{line}</p>
        {shows_time.then(|| timer(app, say, is_left))}
        {tally}
        <div class="dock">
            <div class="two">
                {(in_lead || !ends_itself).then(|| view! {
                    <button class="btn main" type="button" on:click=move |_| happen(app, Event::Stop)>{say.text(Key::TestsStageStop)}</button>
                })}
                {onset}
                {(!in_lead).then(|| view! {
                    <button class="btn hurt" type="button" on:click=move |_| hurting.set(true)>{icon(Icon::Hurt)}{say.text(Key::PlayerHurts)}</button>
                })}
            </div>
        </div>
    }
}

/// The rest before the other side.
pub fn rest(app: App, say: Say, is_timed: bool) -> Markup {
    view! {
        <p class="cue center">{say.text(Key::TestsStageRest)}</p>
        {is_timed.then(|| timer(app, say, true))}
        <div class="dock"><button class="btn main wide" type="button" on:click=move |_| happen(app, Event::SkipRest)>
            {say.text(Key::TestsStageSkipRest)}</button></div>
    }
}

/// A distance: by a tape in centimeters, or so many of a hand's measure.
fn distance(app: App, say: Say, test: SelfTest, hands: &'static [Hand]) -> Markup {
    let with = RwSignal::new(None::<Hand>);
    let typed = RwSignal::new(String::new());
    let tenths = move || tenths_of(&typed.get(), with.get());
    let is_wrong =
        move || !typed.with(|typed| typed.trim().is_empty()) && tenths().is_none_or(|tenths| !test.is_valid(tenths));
    let (least, most) = test.protocol().range;
    let limits = [least, most].map(|whole| length(i32::from(whole) * 10));
    let wrong = say.fill(Key::SelftestTrialAmountWrong, &[("least", &limits[0]), ("most", &limits[1])]);
    let chips = hands.iter().map(|hand| Some(*hand)).chain([None]).map(|hand| {
        let id = hand.map_or("tape", |hand| hand.id);
        view! {
            <label class="chip" data-option=id>
                <input type="radio" name="test-hand" value=id prop:checked=move || with.get() == hand on:change=move |_| with.set(hand)/>
                {say.by_id(&format!("test.hand.{id}"))}
            </label>
        }
    });
    let ask =
        move || say.text(if with.get().is_some() { Key::SelftestTrialAmount } else { Key::SelftestTrialAmountCm });
    view! {
        <section class="card" data-question="test-distance">
            <h2 class="h3">{say.text(Key::SelftestTrialMeasure)}</h2>
            <fieldset class="stack s"><legend><b>{say.text(Key::SelftestTrialWith)}</b></legend>
                <div class="chips">{chips.collect::<Markup>()}</div></fieldset>
            <div class="field">
                <label for="amount">{ask}</label>
                <input id="amount" type="text" inputmode="decimal" autocomplete="off" maxlength="5" aria-describedby="amount-hint"
                    on:input=move |event| typed.set(value_of(&event))/>
                <span class="hint" id="amount-hint">{say.text(Key::SelftestTrialAmountHint)}</span>
            </div>
            <div role="status">{move || is_wrong().then(|| view! { <p class="note box wait">{icon(Icon::Info)}<span>{wrong.clone()}</span></p> })}</div>
        </section>
        <div class="dock">
            <button class="btn main wide" type="button" disabled=move || tenths().is_none_or(|tenths| !test.is_valid(tenths))
                on:click=move |_| {
                    if let Some(tenths) = tenths().filter(|tenths| test.is_valid(*tenths)) {
                        happen(app, Event::Measured(tenths));
                    }
                }>{say.text(Key::TestsStageDone)}</button>
        </div>
    }
}

/// A typed number, of centimeters or of a hand's measure, in tenths of a centimeter.
#[expect(clippy::cast_possible_truncation, reason = "at most five characters of a number")]
fn tenths_of(text: &str, hand: Option<Hand>) -> Option<i32> {
    let number: f64 =
        text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0)?;
    Some((number * hand.map_or(10.0, |hand| f64::from(hand.tenths))).round() as i32)
}
