//! A figure: its placed key poses, what it stands on, what glows, and its scene at any moment.
//!
//! Not here: when it is where (see `motion`).

use super::arc::{self, Arrow};
use super::drawing;
use super::head::Hair;
use super::motion::Motion;
use super::notation::FigureNotation;
use super::outline::Pen;
use super::parse::{self, FigureError};
use super::placing::{End, Placing};
use super::plan::Plan;
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
    arrows: Vec<Arrow>,
}

impl Figure {
    /// Reads a notation. The first three muscles glow.
    pub fn parse(notation: &FigureNotation, muscles: &[Muscle]) -> Result<Self, FigureError> {
        let placing = Placing::of(parse::read(notation)?);
        let plan = Plan::of(&placing, muscles);
        let bounds = Bounds::of(&placing, &plan);
        Ok(Self { placing, plan, bounds, hair: Hair::default(), arrows: Vec::new() })
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

    /// The same figure with arrows that show what moves, or where a limb presses.
    #[must_use]
    pub fn with_arrows(mut self) -> Self {
        self.arrows = arc::arrows(&self.placing, self.plan.both_work);
        for (low, high) in self.arrows.iter().flat_map(Arrow::points) {
            self.bounds.add(low);
            self.bounds.add(high);
        }
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
        for arrow in &self.arrows {
            arc::draw(&mut pen, arrow);
        }
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

#[cfg(test)]
mod tests {
    use super::super::testdata::all;
    use super::*;

    fn figure_of(id: &str) -> Figure {
        let sample = all().into_iter().find(|sample| sample.id == id).unwrap();
        Figure::parse(&sample.notation, &[Muscle::Calf]).unwrap()
    }

    /// The path of the n-th part of a class.
    fn path(scene: &Scene, class: &str, which: usize) -> String {
        scene.parts.iter().filter(|part| part.class == class).nth(which).unwrap().path.clone()
    }

    #[test]
    fn exchanged_means_that_the_far_leg_does_what_the_near_one_did() {
        let figure = figure_of("march-in-place");
        let (near, far) = (figure.scene(1.0, Mirror::AsDrawn), figure.scene(3.0, Mirror::AsDrawn));
        assert_eq!(path(&near, "fig-shoe", 0), path(&far, "fig-shoe far", 0));
        assert_eq!(path(&near, "fig-shoe far", 0), path(&far, "fig-shoe", 0));
        // The glow goes with the leg that works: far leg's node first.
        assert!(path(&near, "fig-glow", 0).is_empty() && !path(&near, "fig-glow", 1).is_empty());
        assert!(path(&far, "fig-glow", 1).is_empty() && !path(&far, "fig-glow", 0).is_empty());
    }

    #[test]
    fn gait_comes_round_without_a_jump() {
        for id in ["walk-easy", "cadence-metronome-run", "two-lane-run"] {
            let figure = figure_of(id);
            let count = f64::from(u32::try_from(figure.poses()).unwrap());
            for (end, start) in [(count - 1e-4, count), (2.0 * count - 1e-4, 0.0)] {
                let (before, after) = (figure.moment(end), figure.moment(start));
                let (before, after) = (figure.body(&before).unwrap(), figure.body(&after).unwrap());
                for (one, other) in [(before.head, after.head), (before.legs.near.ankle, after.legs.near.ankle)] {
                    assert!((one.flat - other.flat).length() < 0.002, "{id}: {one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn mirrored_is_the_same_picture_from_the_other_side() {
        let figure = figure_of("calf-raise-double");
        let (drawn, mirrored) = (figure.scene(1.0, Mirror::AsDrawn), figure.scene(1.0, Mirror::Mirrored));
        assert_eq!(drawn.parts.len(), mirrored.parts.len());
        let start = |scene: &Scene| {
            let path = path(scene, "fig-shoe", 0);
            let end = path.find(['c', 'l']).unwrap();
            path[1..end].replace('-', " -").split_whitespace().map(|x| x.parse::<f32>().unwrap()).collect::<Vec<_>>()
        };
        let (one, other) = (start(&drawn), start(&mirrored));
        assert!((one[0] + other[0]).abs() < 0.2 && (one[1] - other[1]).abs() < 0.01, "{one:?} {other:?}");
    }

    #[test]
    fn arrows_come_last_and_show_what_moves() {
        let arrows = |id: &str| {
            let scene = figure_of(id).with_arrows().scene(0.0, Mirror::AsDrawn);
            scene.parts.iter().filter(|part| part.class == "fig-tip" && !part.path.is_empty()).count()
        };
        assert_eq!(arrows("quadruped-hip-extension"), 1);
        assert_eq!(arrows("isometric-hip-abduction-supine"), 2, "both knees press outward");
        assert_eq!(arrows("walk-easy"), 0);
    }
}
