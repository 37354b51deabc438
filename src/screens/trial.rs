//! A self-test as it is done: the side, the figure, and what the test waits for.
//!
//! Not here: what happens when (see `program::selftest`), and how something is measured or asked (see `trial_measure`,
//! `trial_forms`).

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use super::hurt::how_much;
use super::selftest_figure::picture;
use super::selftest_words::{part, side_id, tested_side, value};
use super::trial_forms::{asks, judge, pain, places, second};
use super::trial_measure::{posing, ready, rest, running};
use crate::app::Event;
use crate::journal::{NotDone, TestSide};
use crate::locale::Key;
use crate::program::selftest::{Beep, Event as Happens, Instrument, Part, SelfTest, Stage, Trial};
use crate::ui::{Icon, Sheet, icon};
use crate::units::{Millis, Now};

/// What stands on the screen; the count of a try is followed apart from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What the test waits for.
    pub stage: Stage,
    /// The tested side.
    pub side: TestSide,
    /// The number of the try, and of how many.
    pub try_of: (usize, usize),
    /// The tries of this side, in tenths.
    pub tries: Vec<i32>,
    /// What the test last had to say.
    pub note: Option<Beep>,
}

/// Sends what the runner did in the test.
pub fn happen(app: App, event: Happens) {
    app.send(Event::Test(event));
}

/// A part of the running test as it is now.
pub fn look<T>(app: App, read: impl FnOnce(&Trial, Now) -> T) -> Option<T> {
    let now = app.now();
    app.peek(|model| model.testing.as_ref().map(|testing| read(&testing.trial, now)))
}

/// `data-stage`.
const fn stage_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Asks(_) => "asks",
        Stage::Ready => "ready",
        Stage::StartPose => "start-pose",
        Stage::Position => "position",
        Stage::Lead { .. } => "lead",
        Stage::Running { .. } => "running",
        Stage::Judge => "judge",
        Stage::Pain => "pain",
        Stage::Where => "where",
        Stage::When => "when",
        Stage::Rest { .. } => "rest",
        Stage::Over => "over",
    }
}

/// The test that is done.
#[component]
pub fn TrialScreen(
    /// Which.
    test: SelfTest,
) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let shown = app.select(|model| {
        model.testing.as_ref().map(|testing| Shown {
            stage: testing.trial.stage(),
            side: testing.trial.side().unwrap_or(TestSide::Both),
            try_of: testing.trial.try_of(),
            tries: testing.trial.tries().to_vec(),
            note: testing.note,
        })
    });
    let side = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| shown.side)));
    let stage = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|shown| shown.stage)));
    let left_side = Signal::derive(move || side.get() == Some(TestSide::Left));
    let asks_after = move || matches!(stage.get(), Some(Stage::Pain | Stage::Where | Stage::When | Stage::Judge));
    let leaving = RwSignal::new(false);
    let hurting = RwSignal::new(false);
    view! {
        <main id="main" class="screen full" data-test=test.id() data-stage=move || stage.get().map(stage_id)
            data-side=move || side.get().map(side_id)>
            <header class="top">
                <button class="icon-btn" type="button" aria-label=say.text(Key::SelftestTrialLeave)
                    on:click=move |_| leaving.set(true)>{icon(Icon::Close)}</button>
                <span class="grow"></span>
            </header>
            <div class="lead">
                <h1 tabindex="-1">{part(say, test, "name")}</h1>
                <p class="row-wrap">
                    <span class="tag accent">{move || side.get().map(|side| tested_side(say, side))}</span>
                    <span>{move || shown.get().map(|shown| tries(say, test, &shown))}</span>
                </p>
            </div>
            <div class="stack s" hidden=asks_after>{picture(say, test, left_side)}</div>
            <div role="status">{move || shown.get().and_then(|shown| note(say, &shown))}</div>
            {move || shown.get().map(|shown| body(app, say, test, &shown, hurting))}
        </main>
        {move || leaving.get().then(|| leave(app, say, test, leaving))}
        {move || hurting.get().then(|| hurts(app, say, hurting))}
    }
}

/// "Try 2 of 3", and what was measured so far.
fn tries(say: Say, test: SelfTest, shown: &Shown) -> String {
    let (at, of) = shown.try_of;
    let at_try = matches!(shown.stage, Stage::Pain | Stage::Where | Stage::When | Stage::Rest { .. });
    let mut line = Vec::new();
    if of > 1 && at <= of && !at_try {
        line.push(say.fill(Key::TestsTryOf, &[("n", &at.to_string()), ("of", &of.to_string())]));
    }
    if !shown.tries.is_empty() && !test.is_pain() {
        let values: Vec<String> = shown.tries.iter().map(|tenths| value(say, test.protocol().unit, *tenths)).collect();
        line.push(say.fill(Key::SelftestTrialSoFar, &[("values", &values.join(", "))]));
    }
    line.join(" · ")
}

/// What the phone had to say; what was measured stands beside the tries.
fn note(say: Say, shown: &Shown) -> Option<Markup> {
    let key = match shown.note? {
        Beep::Void => Key::TestsStageVoid,
        Beep::Refused => Key::TestsStageRefused,
        Beep::StartPose if shown.stage == Stage::Position => Key::TestsStageStartTaken,
        _ => return None,
    };
    Some(view! { <p class="note box">{icon(Icon::Info)}<span>{say.text(key)}</span></p> })
}

fn body(app: App, say: Say, test: SelfTest, shown: &Shown, hurting: RwSignal<bool>) -> Markup {
    match shown.stage {
        Stage::Asks(rule) => asks(app, say, rule),
        Stage::Ready => ready(app, say, test),
        Stage::StartPose | Stage::Position => posing(app, say, test, shown.stage == Stage::Position),
        Stage::Lead { .. } | Stage::Running { .. } => running(app, say, test, shown.stage, hurting),
        Stage::Judge => judge(app, say, test),
        Stage::Pain => pain(app, say),
        Stage::Where => places(app, say, test),
        Stage::When => second(app, say),
        Stage::Rest { .. } => rest(app, say, test.protocol().part == Part::Strength),
        Stage::Over => Markup::Nothing,
    }
}

/// "End this test?"; what a tape or a phone would measure can lack its tape.
fn leave(app: App, say: Say, test: SelfTest, leaving: RwSignal<bool>) -> Markup {
    let go_on = move || leaving.set(false);
    let end = move |why: NotDone| {
        leaving.set(false);
        happen(app, Happens::Leave(why));
    };
    let by_hand = matches!(test.protocol().instrument, Instrument::Distance { .. } | Instrument::Angle { .. });
    view! {
        <Sheet labelled_by="leave-title" escape=go_on>
            <h2 id="leave-title">{say.text(Key::SelftestTrialLeaveTitle)}</h2>
            <p class="quiet">{say.text(Key::SelftestTrialLeaveText)}</p>
            <div class="stack s acts">
                <button class="btn main wide" type="button" on:click=move |_| go_on()>{say.text(Key::SelftestTrialGoOn)}</button>
                <button class="btn wide" type="button" on:click=move |_| end(NotDone::Skipped)>{say.text(Key::TestsStageLeave)}</button>
                {by_hand.then(|| view! {
                    <button class="btn wide" type="button" on:click=move |_| end(NotDone::Equipment)>
                        {say.text(Key::TestsStageNoEquipment)}
                    </button>
                })}
            </div>
        </Sheet>
    }
}

fn hurts(app: App, say: Say, hurting: RwSignal<bool>) -> Markup {
    let back = move || hurting.set(false);
    let done = move |pain, kind| {
        hurting.set(false);
        happen(app, Happens::Hurts { pain, kind });
    };
    view! {
        <Sheet labelled_by="hurt-title" escape=back>
            <h2 id="hurt-title">{say.text(Key::PlayerHurtTitle)}</h2>
            {how_much(false, done, back)}
        </Sheet>
    }
}

/// Whole seconds as they are read: of a time left the begun one counts, of a time passed it does not.
pub fn clock(time: Millis, is_left: bool) -> String {
    let seconds = if is_left { (time.0 + 999).div_euclid(1000) } else { time.0.div_euclid(1000) };
    format!("{}:{:02}", seconds.div_euclid(60), seconds.rem_euclid(60))
}
