//! Limbs: tapered outlines around two bones and a joint, and cloth around one bone.
//!
//! Not here: hands, feet and the order of drawing.

use super::outline::Pen;
use super::space::{Flat, between};

/// Radius in front (or outside) and behind (or inside) at a share of the bone, body heights.
pub type Profile = &'static [(f32, f32, f32)];

/// Radii along the bones, see the numbers of the visual design.
pub mod profile {
    use super::Profile;
    /// Side view.
    pub const THIGH: Profile =
        &[(0.0, 0.056, 0.064), (0.18, 0.061, 0.062), (0.45, 0.057, 0.053), (0.75, 0.045, 0.042), (1.0, 0.038, 0.036)];
    /// Side view.
    pub const SHANK: Profile = &[
        (0.0, 0.037, 0.036),
        (0.14, 0.033, 0.043),
        (0.32, 0.030, 0.047),
        (0.55, 0.026, 0.037),
        (0.82, 0.021, 0.023),
        (1.0, 0.021, 0.020),
    ];
    /// Side view.
    pub const UPPER_ARM: Profile =
        &[(0.0, 0.034, 0.034), (0.25, 0.033, 0.033), (0.6, 0.027, 0.028), (1.0, 0.0235, 0.0245)];
    /// Side view.
    pub const FOREARM: Profile =
        &[(0.0, 0.0235, 0.0245), (0.25, 0.026, 0.024), (0.7, 0.019, 0.018), (1.0, 0.0145, 0.0145)];
    /// Front and back view.
    pub const THIGH_FRONT: Profile =
        &[(0.0, 0.054, 0.046), (0.2, 0.055, 0.050), (0.5, 0.049, 0.045), (0.8, 0.040, 0.039), (1.0, 0.036, 0.035)];
    /// Front and back view.
    pub const SHANK_FRONT: Profile = &[
        (0.0, 0.035, 0.034),
        (0.25, 0.040, 0.038),
        (0.6, 0.029, 0.029),
        (0.85, 0.0215, 0.0215),
        (1.0, 0.0205, 0.0205),
    ];
    /// Front and back view.
    pub const UPPER_ARM_FRONT: Profile =
        &[(0.0, 0.024, 0.028), (0.22, 0.030, 0.030), (0.6, 0.027, 0.026), (1.0, 0.0235, 0.0235)];
    /// Front and back view.
    pub const FOREARM_FRONT: Profile =
        &[(0.0, 0.0235, 0.0235), (0.25, 0.0265, 0.025), (0.7, 0.0195, 0.0185), (1.0, 0.0145, 0.0145)];
}

/// Radius in front and behind at a share of the bone.
pub fn radius(profile: Profile, share: f32) -> (f32, f32) {
    let mut before = *profile.first().unwrap_or(&(0.0, 0.0, 0.0));
    for &point in profile {
        if point.0 >= share {
            let span = (point.0 - before.0).max(1e-4);
            let within = ((share - before.0) / span).clamp(0.0, 1.0);
            return (between(before.1, point.1, within), between(before.2, point.2, within));
        }
        before = point;
    }
    (before.1, before.2)
}

/// A bone in the picture: where it starts, where it points, how long it is there, and which side is its front.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bone {
    /// Upper joint.
    pub start: Flat,
    /// Direction.
    pub along: Flat,
    /// Toward the front (side view) or outward (front view).
    pub front: Flat,
    /// Length in the picture.
    pub length: f32,
}

impl Bone {
    /// A bone from joint to joint. `side` = 1 where its front lies to its left, else -1.
    pub fn new(start: Flat, end: Flat, along: Flat, side: f32) -> Self {
        // A bone that points at the viewer may be drawn a hair backward: its direction is what is written.
        let length = (end - start).dot(along).max(0.0);
        Self { start, along, front: along.left() * side, length }
    }

    /// A point: a share of the length along, body heights across toward the front.
    pub fn at(&self, share: f32, across: f32) -> Flat {
        self.start + self.along * (share * self.length) + self.front * across
    }

    /// A point: body heights along and across.
    pub fn off(&self, along: f32, across: f32) -> Flat {
        self.start + self.along * along + self.front * across
    }

    /// Lower joint.
    pub fn end(&self) -> Flat {
        self.at(1.0, 0.0)
    }
}

/// Two bones and their radii.
#[derive(Debug, Clone, Copy)]
pub struct Chain {
    /// The upper bone.
    pub upper: Bone,
    /// The lower one.
    pub lower: Bone,
    /// Radii of the upper bone.
    pub upper_profile: Profile,
    /// Radii of the lower bone.
    pub lower_profile: Profile,
    /// Share of the upper bone at which the outline starts.
    pub from: f32,
    /// Share of the lower bone at which it ends.
    pub until: f32,
}

const UPPER_STEPS: [f32; 6] = [0.0, 0.2, 0.42, 0.62, 0.8, 0.93];
const LOWER_STEPS: [f32; 6] = [0.08, 0.2, 0.36, 0.55, 0.8, 1.0];

impl Chain {
    /// Draws down one side, from the upper bone to the end of the lower; `front` says which side.
    pub fn down(&self, pen: &mut Pen, front: bool) {
        self.run(pen, front, true);
    }

    /// Draws up one side.
    pub fn up(&self, pen: &mut Pen, front: bool) {
        self.run(pen, front, false);
    }

    fn run(&self, pen: &mut Pen, front: bool, downward: bool) {
        let side = if front { 1.0 } else { -1.0 };
        let bend = Bend::of(self, side);
        let points = UPPER_STEPS.len() + 3 + LOWER_STEPS.len();
        for step in 0..points {
            let at = if downward { step } else { points - 1 - step };
            let (node, soft) = self.node(at, side, &bend);
            pen.soft(node, soft);
        }
    }

    fn node(&self, at: usize, side: f32, bend: &Bend) -> (Flat, f32) {
        if let Some(step) = UPPER_STEPS.get(at) {
            let room = 1.0 - bend.upper;
            let share = between(self.from * room, room, *step);
            return (self.upper.at(share, pick(radius(self.upper_profile, share), side)), 1.0);
        }
        let at = at - UPPER_STEPS.len();
        if at < 3 {
            return (bend.joint(at), bend.soft);
        }
        let step = LOWER_STEPS.get(at - 3).copied().unwrap_or(1.0);
        let share = between(bend.lower, self.until.max(bend.lower), step);
        (self.lower.at(share, pick(radius(self.lower_profile, share), side)), 1.0)
    }
}

fn pick(radii: (f32, f32), side: f32) -> f32 {
    if side > 0.0 { radii.0 } else { -radii.1 }
}

/// What a joint does to one side of the outline: round on the outer side, a crease on the inner one.
struct Bend {
    middle: Flat,
    toward: Flat,
    across: Flat,
    radius: f32,
    /// Shares of the bones that the crease takes away.
    upper: f32,
    lower: f32,
    soft: f32,
    outer: bool,
    spread: f32,
}

impl Bend {
    fn of(chain: &Chain, side: f32) -> Self {
        let (u, v) = (chain.upper.along, chain.lower.along);
        let angle = u.cross(v).atan2(u.dot(v));
        let (a, b) = (chain.upper.front * side, chain.lower.front * side);
        let upper_radius = pick(radius(chain.upper_profile, 1.0), side).abs();
        let lower_radius = pick(radius(chain.lower_profile, 0.0), side).abs();
        let radius = (upper_radius + lower_radius) * 0.5;
        // A bend of 180 degrees has no bisector; the upper bone's end is as good.
        let toward = (a + b).unit_or(u);
        let inner = a.dot(v) > 0.0;
        let half = (angle.abs() * 0.5).min(1.45);
        let mut bend = Self {
            middle: chain.lower.start,
            toward,
            across: toward.left(),
            radius,
            upper: 0.0,
            lower: 0.0,
            soft: 1.0,
            outer: !inner,
            spread: half * 0.62,
        };
        if inner {
            // The two outlines meet where their lines cross; flesh keeps them from going deeper than a share of the bone.
            let room = chain.upper.length.min(chain.lower.length) * 0.62;
            let back = (radius * half.tan()).min(room);
            bend.upper = back / chain.upper.length.max(1e-3);
            bend.lower = back / chain.lower.length.max(1e-3);
            bend.radius = (back * back + radius * radius).sqrt().min(radius / half.cos());
            bend.soft = 1.0 - ((half - 0.35) / 0.5).clamp(0.0, 1.0);
            bend.upper = bend.upper.min(0.9);
            bend.lower = bend.lower.min(0.9);
        }
        if bend.across.dot(v) < 0.0 {
            bend.across = bend.across * -1.0;
        }
        bend
    }

    fn joint(&self, at: usize) -> Flat {
        if !self.outer {
            return self.middle + self.toward * self.radius;
        }
        let turn = match at {
            0 => -self.spread,
            1 => 0.0,
            _ => self.spread,
        };
        let (sin, cos) = turn.sin_cos();
        self.middle + (self.toward * cos + self.across * sin) * self.radius
    }
}

/// Cloth around a bone from near its upper joint to a straight hem; round where the joint is.
///
/// `toward` = how far the bone points at the viewer, -1 to 1: the hem is a circle, seen as an arc.
pub fn cloth(pen: &mut Pen, bone: &Bone, cut: &Cut, toward: f32) {
    let Cut { profile, over, hem, cap } = *cut;
    let r = |share: f32, side: f32| pick(radius(profile, share), side) + over * side;
    let (front, back) = (r(0.0, 1.0), r(0.0, -1.0));
    pen.corner(bone.at(hem, r(hem, -1.0) - 0.002));
    for share in [hem * 0.7, hem * 0.4, hem * 0.15] {
        pen.to(bone.at(share, r(share, -1.0)));
    }
    let top = bone.start - bone.along * cap;
    pen.to(bone.start - bone.along * (cap * 0.45) + bone.front * (back * 0.88));
    pen.to(top + bone.front * (back * 0.45));
    pen.to(top + bone.front * (front * 0.45));
    pen.to(bone.start - bone.along * (cap * 0.45) + bone.front * (front * 0.88));
    for share in [hem * 0.15, hem * 0.4, hem * 0.7] {
        pen.to(bone.at(share, r(share, 1.0)));
    }
    pen.corner(bone.at(hem, r(hem, 1.0) + 0.002));
    if toward.abs() > 0.05 {
        let (front, back) = (r(hem, 1.0), r(hem, -1.0));
        let reach = (-toward * (front - back) * 0.5).max(-(hem * bone.length) - cap * 0.4);
        for (across, along) in [(0.72, 0.7), (0.0, 1.0), (-0.72, 0.7)] {
            let middle = between(back, front, 0.5 + across * 0.5);
            pen.to(bone.off(hem.mul_add(bone.length, reach * along), middle));
        }
    }
    pen.close();
}

/// How a piece of cloth is cut around a bone.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    /// Radii of the limb below.
    pub profile: Profile,
    /// How far the cloth stands off the skin.
    pub over: f32,
    /// Share of the bone at the hem.
    pub hem: f32,
    /// How far it goes beyond the upper joint.
    pub cap: f32,
}

impl Cut {
    /// Shorts, side view.
    pub const SHORTS: Self = Self { profile: profile::THIGH, over: 0.006, hem: 0.5, cap: 0.062 };
    /// A sleeve, side view.
    pub const SLEEVE: Self = Self { profile: profile::UPPER_ARM, over: 0.005, hem: 0.46, cap: 0.036 };
    /// Shorts, front and back view.
    pub const SHORTS_FRONT: Self = Self { profile: profile::THIGH_FRONT, over: 0.007, hem: 0.5, cap: 0.05 };
    /// A sleeve, front and back view.
    pub const SLEEVE_FRONT: Self = Self { profile: profile::UPPER_ARM_FRONT, over: 0.005, hem: 0.47, cap: 0.026 };
}
