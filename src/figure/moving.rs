//! A figure: its placed key poses, what it stands on, what glows, and its scene at any moment.
//!
//! Not here: when it is where (see `motion`).

use super::drawing::{self, Plan};
use super::head::Hair;
use super::motion::Motion;
use super::notation::FigureNotation;
use super::outline::Pen;
use super::parse::{self, FigureError};
use super::placing::{End, Placing};
use super::scene::Scene;
use super::skeleton::Body;
use super::view_box::Bounds;
use crate::library::{Exercise, Measure, Muscle, Sides};

/// Which side of the runner works in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mirror {
    /// As the key poses are written.
    #[default]
    AsDrawn,
    /// The other side has its turn: the picture is mirrored.
    Mirrored,
}

impl Mirror {
    /// Mirrored or not.
    pub const fn of(mirrored: bool) -> Self {
        if mirrored { Self::Mirrored } else { Self::AsDrawn }
    }
}

/// How much of the room around a figure its view box takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frame {
    /// What the figure needs in all its poses: one figure alone.
    #[default]
    Tight,
    /// A square of one size for all figures: the same person everywhere on a screen.
    Common,
}

/// A moving figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    placing: Placing,
    plan: Plan,
    bounds: Bounds,
    hair: Hair,
}

impl Figure {
    /// Reads a notation. The first three muscles glow.
    pub fn parse(notation: &FigureNotation, muscles: &[Muscle]) -> Result<Self, FigureError> {
        let placing = Placing::of(parse::read(notation)?);
        let plan = Plan::of(&placing, muscles);
        let bounds = Bounds::of(&placing, &plan);
        Ok(Self { placing, plan, bounds, hair: Hair::default() })
    }

    /// The figure of an exercise: its trunk breathes with `breaths`, and both legs glow where both work.
    pub fn of(exercise: &Exercise) -> Result<Self, FigureError> {
        let mut figure = Self::parse(&exercise.figure, &exercise.muscles)?;
        figure.plan.breathes = exercise.measure == Measure::Breaths;
        figure.plan.both_work |= exercise.sides == Sides::Both;
        Ok(figure)
    }

    /// The same figure with other hair.
    #[must_use]
    pub const fn with_hair(mut self, hair: Hair) -> Self {
        self.hair = hair;
        self
    }

    /// Number of key poses, at least 1.
    pub fn poses(&self) -> usize {
        self.placing.poses()
    }

    /// Whether it is gait, which goes on and never back.
    pub const fn is_cycle(&self) -> bool {
        self.placing.notes().cycle
    }

    /// The motion of this figure at the beat of its exercise.
    pub fn motion(&self, exercise: &Exercise) -> Motion {
        Motion::of(exercise.tempo, exercise.measure, exercise.sides, self.poses(), self.is_cycle())
    }

    /// The scene at a place: 0 = first key pose, `poses() - 1` = last. `poses()` to `2 * poses()`: the same with near and
    /// far exchanged, for alternating exercises and gait.
    pub fn scene(&self, at: f64, mirror: Mirror) -> Scene {
        let mut scene = Scene::default();
        self.scene_into(&mut scene, at, mirror);
        scene
    }

    /// The same, into the strings of a scene of this figure and mirror.
    pub fn scene_into(&self, scene: &mut Scene, at: f64, mirror: Mirror) {
        if scene.view_box.is_empty() {
            scene.view_box = self.view_box(Frame::default(), mirror);
        }
        let moment = self.moment(at);
        let Some(body) = self.body(&moment) else { return };
        let mut pen = Pen::new(scene, mirror == Mirror::Mirrored);
        drawing::draw(&mut pen, &self.plan, &body, &moment, self.hair);
    }

    /// The attribute `viewBox`.
    pub fn view_box(&self, frame: Frame, mirror: Mirror) -> String {
        self.bounds.view_box(frame, mirror == Mirror::Mirrored)
    }

    fn body(&self, moment: &Moment) -> Option<Body> {
        self.placing.between(moment.from, moment.to, moment.share)
    }

    fn moment(&self, at: f64) -> Moment {
        Moment::of(at, self.poses())
    }
}

/// A place between two key poses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The key pose before.
    pub from: End,
    /// The key pose after.
    pub to: End,
    /// Share of the way.
    pub share: f32,
    /// Share of the way from the first key pose to the last.
    pub whole: f32,
}

impl Moment {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 32")]
    fn of(at: f64, poses: usize) -> Self {
        let count = poses as f64;
        let at = if at.is_finite() { at.rem_euclid(2.0 * count) } else { 0.0 };
        let exchanged = at >= count;
        let within = if exchanged { at - count } else { at };
        let pose = (within.floor() as usize).min(poses - 1);
        let from = End { pose, exchanged };
        let last = pose + 1 == poses;
        let to = if last { End { pose: 0, exchanged: !exchanged } } else { End { pose: pose + 1, exchanged } };
        let share = (within - within.floor()) as f32;
        let whole = if poses > 1 { (within / (count - 1.0)).min(1.0) as f32 } else { 0.0 };
        Self { from, to, share, whole }
    }
}
