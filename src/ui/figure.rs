//! The moving figure in the page: one node a body part, made once and then moved by setting attributes.
//!
//! Not here: what the parts are and where they go (see `figure`), and when a session moves them (see `session`).

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::ui::dom::prelude::*;
use send_wrapper::SendWrapper;

use super::dom::{Element, drawn};
use super::icon::{Icon, icon_sized};
use crate::figure::{Figure, FigureNotation, Frame, Hair, Mirror, Motion, Scene};
use crate::library::ExerciseId;
use crate::platform::{clock, frames, page, seen};

thread_local! {
    static PARSED: RefCell<BTreeMap<ExerciseId, Option<Rc<Figure>>>> = const { RefCell::new(BTreeMap::new()) };
    static HAIR: Cell<Hair> = const { Cell::new(Hair::Bun) };
}

/// The person's hair from now on; figures that are made after this have it.
pub fn set_hair(hair: Hair) {
    if HAIR.replace(hair) != hair {
        PARSED.with_borrow_mut(BTreeMap::clear);
    }
}

/// The figure of an exercise; parsed at its first use.
pub fn figure_of(id: ExerciseId) -> Option<Rc<Figure>> {
    PARSED.with_borrow_mut(|parsed| {
        parsed
            .entry(id)
            .or_insert_with(|| {
                let exercise = crate::library::first().get(id)?;
                Some(Rc::new(Figure::of(exercise).ok()?.with_hair(HAIR.get())))
            })
            .clone()
    })
}

/// The outlines of a scene, as they stand in it.
fn outlines(scene: &Scene) -> Vec<Element> {
    scene.parts.iter().map(|part| drawn("path", &[("class", part.class), ("d", &part.path)])).collect()
}

/// One key pose, standing still. A pose beyond the last is the last.
#[component]
pub fn FigureStill(
    /// Whose figure.
    exercise: ExerciseId,
    /// Which key pose, from 0.
    pose: usize,
    /// One scale for all figures of the screen: the same person everywhere.
    #[prop(optional)]
    in_list: bool,
) -> impl IntoView {
    Some(still(&*figure_of(exercise)?, pose, in_list))
}

/// One key pose of a figure; in one scale for all, or as large as it can be.
pub fn still(figure: &Figure, pose: usize, in_list: bool) -> Markup {
    let at = at_pose(pose.min(figure.poses().saturating_sub(1)));
    let scene = figure.scene(at, Mirror::AsDrawn);
    let frame = if in_list { Frame::Common } else { Frame::Tight };
    let view_box = figure.view_box(frame, Mirror::AsDrawn);
    view! { <svg class="figure" viewBox=view_box aria-hidden="true">{outlines(&scene)}</svg> }
}

/// All key poses side by side with arrows: for reduced motion and for print.
#[component]
pub fn FigureStrip(
    /// Whose figure.
    exercise: ExerciseId,
    /// A word or two below each pose.
    captions: Vec<String>,
) -> impl IntoView {
    Some(strip(&*figure_of(exercise)?, captions))
}

/// All key poses of a figure side by side.
pub fn strip(figure: &Figure, captions: Vec<String>) -> Markup {
    let last = figure.poses().saturating_sub(1);
    let captions = captions.into_iter().map(Some).chain(std::iter::repeat(None));
    let poses = (0..figure.poses())
        .zip(captions)
        .map(|(pose, caption)| {
            let scene = figure.scene(at_pose(pose), Mirror::AsDrawn);
            view! {
                <figure>
                    <svg class="figure" viewBox=scene.view_box.clone() aria-hidden="true">{outlines(&scene)}</svg>
                    {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
                </figure>
                {(pose < last).then(|| icon_sized(Icon::Right, "ic s"))}
            }
        })
        .collect::<Markup>();
    view! { <div class="fig-strip">{poses}</div> }
}

/// A figure that is no exercise's, with the person's hair; nothing if it cannot be read, which a test rules out.
pub fn figure_like(notation: &FigureNotation) -> Option<Rc<Figure>> {
    Some(Rc::new(Figure::parse(notation, &[]).ok()?.with_hair(HAIR.get())))
}

/// The figure in an endless loop at its own tempo. Stands still off the screen, and under reduced motion.
#[component]
pub fn FigureLoop(
    /// Whose figure.
    exercise: ExerciseId,
    /// Whether it moves.
    #[prop(into)]
    moving: Signal<bool>,
    /// Whether the other side works.
    #[prop(into)]
    mirrored: Signal<bool>,
) -> impl IntoView {
    let figure = figure_of(exercise)?;
    let motion = figure.motion(crate::library::first().get(exercise)?);
    Some(looped(figure, motion, moving, mirrored))
}

/// A figure in an endless loop of that motion.
pub fn looped(figure: Rc<Figure>, motion: Motion, moving: Signal<bool>, mirrored: Signal<bool>) -> Markup {
    let elapsed = RefCell::new((clock::now().mono, 0_i64));
    let still = page::wants_less_motion();
    let beat = move || {
        let mut elapsed = elapsed.borrow_mut();
        let now = clock::now().mono;
        if moving.get_untracked() && !still {
            elapsed.1 += (now.0 - elapsed.0.0).clamp(0, 250);
        }
        elapsed.0 = now;
        (motion.at(elapsed.1).at, Mirror::of(mirrored.get_untracked()))
    };
    view! { <MovingFigure figure=SendWrapper::new(figure) beat=SendWrapper::new(Box::new(beat))/> }
}

/// Where a moving figure is at this moment: the place between its key poses, and its side.
pub type Beat = Box<dyn Fn() -> (f64, Mirror)>;

/// The figure, moved at each frame to where `beat` says.
#[component]
pub fn MovingFigure(
    /// The figure.
    figure: SendWrapper<Rc<Figure>>,
    /// Asked at each frame.
    beat: SendWrapper<Beat>,
) -> impl IntoView {
    let (at, mirror) = beat();
    let scene = figure.scene(at, mirror);
    let paths = outlines(&scene);
    let view_box = scene.view_box.clone();
    let mover = Mover { figure: figure.take(), scene, shown: (at, mirror), paths: paths.clone() };
    let (mover, beat) = (Rc::new(RefCell::new(mover)), Rc::new(beat.take()));
    let ticking = StoredValue::new_local(None::<frames::Ticking>);
    let start = move || {
        let (mover, beat) = (Rc::clone(&mover), Rc::clone(&beat));
        frames::on_tick(move || mover.borrow_mut().show(beat()))
    };
    let svg = NodeRef::default();
    let drawing = view! { <svg class="figure" viewBox=view_box aria-hidden="true" node_ref=svg>{paths}</svg> };
    // Off the screen nothing is asked, computed or drawn.
    let watching = svg.get().map(|svg| {
        seen::watch(&svg, move |is_seen| {
            let _ = ticking.try_set_value(is_seen.then(&start));
        })
    });
    let watching = SendWrapper::new(watching);
    on_cleanup(move || drop(watching));
    drawing
}

struct Mover {
    figure: Rc<Figure>,
    scene: Scene,
    shown: (f64, Mirror),
    paths: Vec<Element>,
}

impl Mover {
    fn show(&mut self, (at, mirror): (f64, Mirror)) {
        if (at - self.shown.0).abs() < 1e-4 && mirror == self.shown.1 {
            return;
        }
        self.shown = (at, mirror);
        self.figure.scene_into(&mut self.scene, at, mirror);
        for (node, part) in self.paths.iter().zip(&self.scene.parts) {
            node.set("d", &part.path);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure has a handful of key poses")]
const fn at_pose(pose: usize) -> f64 {
    pose as f64
}
