//! The player: a figure that moves at the tempo, a ring and a time that run down, and the few buttons that are needed.
//!
//! Everything that changes with each frame is read from a frozen view of the session. Not here: what happens when (see `session`).

use crate::ui::dom::prelude::*;
use send_wrapper::SendWrapper;

use super::handle::{App, Say};
use super::hurt::HurtSheet;
use super::library::name;
use super::player_sheets::{EndSheet, UnseenSheet};
use super::player_words::{cue, next_words, side_words, spoken};
use crate::app::{Event, Model};
use crate::figure::{Figure, Mirror, ease};
use crate::library::{Exercise, ExerciseId, Sides};
use crate::locale::Key;
use crate::session::{Ask, Event as Play, Side, Stage, StepKind, View};
use crate::ui::icon::icon_sized;
use crate::ui::{Beat, Icon, MovingFigure, Ring, each_frame, figure_of, icon};

/// The player of the running session.
#[component]
pub fn PlayerScreen() -> impl IntoView {
    let app = App::here();
    let look = move || app.peek(|model| model.live.as_ref().map(|live| live.player.view(app.now())));
    let first = look()?;
    let view = RwSignal::new(first);
    let refresh = move || {
        if let Some(now) = look() {
            let _ = view.try_set(now);
        }
    };
    each_frame(refresh);
    // An event may change the view without a frame in between: a pause must not wait for one.
    let place = app.select(Model::step);
    Effect::new(move || {
        place.track();
        refresh();
    });
    let ending = RwSignal::new(false);
    Some(view! { <Stages view=view ending=ending/> })
}

#[component]
fn Stages(view: RwSignal<View>, ending: RwSignal<bool>) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let part = move |part: fn(&View) -> String| Memo::new(move |_| view.with(part));
    let stage = Memo::new(move |_| view.with(|view| view.stage));
    let kind = Memo::new(move |_| view.with(|view| view.kind));
    let exercise = Memo::new(move |_| view.with(|view| view.exercise));
    let ask = Memo::new(move |_| view.with(|view| view.ask));
    let (set, rep) = (part(|view| view.set.to_string()), part(|view| view.rep.to_string()));
    let milestone = app.select(|model| model.milestone);
    view! {
        <main id="main" class="play" class:is-rest=move || kind.get() != StepKind::Work
            data-stage=move || stage.get().id()
            data-exercise=move || exercise.get().map(ExerciseId::id)
            data-side=move || view.with(|view| view.side.id())
            data-set=move || set.get() data-rep=move || rep.get()>
            <Head ending=ending view=view/>
            <Names view=view/>
            <div class="pic"><Ring left=Signal::derive(move || view.with(|view| view.left_share))>
                {move || exercise.get().map(|id| figure(id, view))}
            </Ring></div>
            <Time view=view/>
            <Keys view=view stage=stage kind=kind/>
            <p class="vh" aria-live="polite">{move || milestone.get().map(|milestone| spoken(say, milestone))}</p>
        </main>
        {move || ending.get().then(|| view! { <EndSheet ending=ending/> })}
        {move || match ask.get() {
            Some(Ask::Unseen) => view! { <UnseenSheet/> },
            Some(asked) => view! { <HurtSheet asked=asked/> },
            None => Markup::Nothing,
        }}
    }
}

/// The figure at the session's own beat, mirrored for the working side.
fn figure(id: ExerciseId, view: RwSignal<View>) -> Option<Markup> {
    let figure = figure_of(id)?;
    let exercise = crate::library::first().get(id)?;
    let beat: Beat = Box::new(place_of(&figure, exercise, view));
    Some(view! { <MovingFigure figure=SendWrapper::new(figure) beat=SendWrapper::new(beat)/> })
}

/// Gait goes on and never back; everything else is as far from its first key pose as the session's beat says.
#[expect(clippy::cast_precision_loss, reason = "a figure has a handful of key poses")]
fn place_of(figure: &Figure, exercise: &Exercise, view: RwSignal<View>) -> impl Fn() -> (f64, Mirror) + use<> {
    let motion = figure.motion(exercise);
    let is_cycle = figure.is_cycle();
    let poses = figure.poses() as f64;
    let one_sided = matches!(exercise.sides, Sides::Each | Sides::One);
    // As drawn the figure's own right side works; seen from the front it is the left one.
    let as_drawn = if exercise.figure.view.starts_with("front") { Side::Left } else { Side::Right };
    move || {
        let Some(now) = view.try_get_untracked() else { return (0.0, Mirror::AsDrawn) };
        let mirror = Mirror::of(one_sided && now.side != as_drawn && now.side != Side::Both);
        let at = match now.kind {
            StepKind::Work if is_cycle => motion.at(now.into.0).at,
            _ => ease(now.reach) * (poses - 1.0) + if now.is_other_side { poses } else { 0.0 },
        };
        (at, mirror)
    }
}

#[component]
fn Head(ending: RwSignal<bool>, view: RwSignal<View>) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let count = app.peek(|model| model.live.as_ref().map_or(0, |live| live.player.shares().len()));
    let shares = Memo::new(move |_| {
        view.with(|_| ());
        app.peek(|model| model.live.as_ref().map_or_else(Vec::new, |live| percents(&live.player.shares())))
    });
    let item = Memo::new(move |_| view.with(|view| (view.item, view.items)));
    let label = move || {
        let (at, of) = item.get();
        say.fill(Key::PlayerExercise, &[("at", &at.to_string()), ("of", &of.to_string())])
    };
    let segments = (0..count)
        .map(|at| {
            let share = move || shares.with(|shares| shares.get(at).copied().unwrap_or_default());
            view! { <i class:done=move || share() == 100 class:now=move || item.get().0 == at + 1 && share() < 100
            style:--at=move || share().to_string()></i> }
        })
        .collect::<Markup>();
    let beeps = app.select(|model| model.look.beeps);
    view! {
        <header class="top">
            <button class="icon-btn" type="button" aria-label=say.text(Key::PlayerEnd) on:click=move |_| {
                app.send(Event::Play(Play::Pause));
                ending.set(true);
            }>{icon(Icon::Close)}</button>
            <div class="steps" role="img" aria-label=label>{segments}</div>
            <button class="icon-btn" type="button" aria-pressed=move || beeps.get().to_string()
                aria-label=move || say.text(if beeps.get() { Key::PlayerSoundOn } else { Key::PlayerSoundOff })
                on:click=move |_| app.send(Event::Chose(crate::app::Choice::Beeps(!beeps.get_untracked())))>
                {move || icon(if beeps.get() { Icon::Sound } else { Icon::Minus })}
            </button>
        </header>
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 0 to 1 in percent")]
fn percents(shares: &[f64]) -> Vec<u8> {
    shares.iter().map(|share| (share.clamp(0.0, 1.0) * 100.0) as u8).collect()
}

#[component]
fn Names(view: RwSignal<View>) -> impl IntoView {
    let say = Say::here();
    let title = Memo::new(move |_| {
        view.with(|view| {
            let name = view.exercise.and_then(|id| crate::library::first().get(id)).map(|exercise| name(say, exercise));
            let name = name.unwrap_or_default();
            if view.kind == StepKind::SetUp { say.fill(Key::PlayerNext, &[("name", &name)]) } else { name }
        })
    });
    let side = Memo::new(move |_| view.with(|view| side_words(say, view.side)));
    let set = Memo::new(move |_| {
        view.with(|view| say.fill(Key::PlayerSet, &[("at", &view.set.to_string()), ("of", &view.sets.to_string())]))
    });
    let rep = Memo::new(move |_| {
        view.with(|view| if view.reps > 1 { format!("{} / {}", view.rep, view.reps) } else { String::new() })
    });
    view! {
        <div class="say">
            <h1 tabindex="-1">{title}</h1>
            <p class="sub"><span class="tag accent" hidden=move || side.with(String::is_empty)>{side}</span>
                <span hidden=move || set.with(String::is_empty)>{set}</span>
                <span class="num" hidden=move || rep.with(String::is_empty)>{rep}</span></p>
        </div>
    }
}

#[component]
fn Time(view: RwSignal<View>) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let clock = Memo::new(move |_| {
        let (minutes, seconds) = view.with(View::clock);
        format!("{minutes}:{seconds:02}")
    });
    let resting = Memo::new(move |_| view.with(|view| view.kind != StepKind::Work));
    let cue = Memo::new(move |_| view.with(|view| cue(say, view)));
    let next = Memo::new(move |_| view.with(|view| next_words(say, view)));
    let awake = app.select(|model| model.awake);
    view! {
        <div class="time">
            <span class="clock" role="timer" aria-label=move || {
                say.text(if resting.get() { Key::PlayerRestLeft } else { Key::PlayerTimeLeft })
            }>{clock}</span>
            <p class="cue">{cue}</p>
            <p class="next">{next}</p>
            <p class="next" hidden=move || awake.get()>{say.text(Key::PlayerNotAwake)}</p>
        </div>
    }
}

#[component]
fn Keys(view: RwSignal<View>, stage: Memo<Stage>, kind: Memo<StepKind>) -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let play = move |event: Play| app.send(Event::Play(event));
    let waits = Memo::new(move |_| view.with(|view| view.waits));
    let paused = Memo::new(move |_| stage.get() == Stage::Paused);
    let main = move || {
        if paused.get() {
            view! { <button class="btn main" type="button" on:click=move |_| app.send(Event::Resumed)>
            {icon(Icon::Play)}{say.text(Key::PlayerResume)}</button> }
        } else if waits.get() {
            view! { <button class="btn main" type="button" on:click=move |_| play(Play::Done)>
            {icon(Icon::Check)}{say.text(Key::PlayerDone)}</button> }
        } else {
            view! { <button class="btn main" type="button" on:click=move |_| play(Play::Pause)>
            {icon(Icon::Pause)}{say.text(Key::PlayerPause)}</button> }
        }
    };
    view! {
        <div class="act">
            <div class="keys">
                <button class="btn" type="button" on:click=move |_| play(Play::Back)>{icon(Icon::Previous)}{say.text(Key::PlayerBack)}</button>
                {main}
                <button class="btn" type="button" on:click=move |_| play(Play::Skip)>{icon(Icon::Skip)}{say.text(Key::PlayerSkip)}</button>
            </div>
            <div class="pairs">
                <button class="btn" type="button" hidden=move || kind.get() != StepKind::Rest || paused.get()
                    aria-label=say.text(Key::PlayerAddRestLabel) on:click=move |_| play(Play::AddRest)>
                    {icon_sized(Icon::Plus, "ic s")}{say.text(Key::PlayerAddRest)}
                </button>
                <button class="btn hurt" type="button" on:click=move |_| play(Play::ItHurts)>
                    {icon(Icon::Hurt)}{say.text(Key::PlayerHurts)}
                </button>
            </div>
        </div>
    }
}
