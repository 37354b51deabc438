//! The skeleton: segment lengths, and joints from joint angles (forward kinematics), with the middle of the hips at 0.
//!
//! A body is always made between two key poses: plain angles move linearly, a bone that leaves the picture plane in one
//! of them turns on the shortest arc. Not here: where the body stands (see `placing`).

use super::notes::{Cell, Knee, Nearness, Pair, Part, Point, Pose, View};
use super::space::{Flat, Solid, between, flat, solid};

/// Segment lengths, body heights.
pub mod length {
    /// Hip to knee.
    pub const THIGH: f32 = 0.245;
    /// Knee to ankle.
    pub const SHANK: f32 = 0.246;
    /// Hip to shoulder.
    pub const TRUNK: f32 = 0.288;
    /// Shoulder to elbow.
    pub const UPPER_ARM: f32 = 0.186;
    /// Elbow to wrist.
    pub const FOREARM: f32 = 0.146;
    /// Shoulder to the middle of the head.
    pub const HEAD: f32 = 0.122;
    /// Ankle above the sole.
    pub const ANKLE: f32 = 0.039;
    /// Heel behind the ankle.
    pub const HEEL: f32 = 0.04;
    /// Toe in front of the ankle.
    pub const TOE: f32 = 0.11;
    /// Hip joint beside the middle, front and back view.
    pub const HIP_ASIDE: f32 = 0.055;
    /// Shoulder joint beside the middle, front and back view.
    pub const SHOULDER_ASIDE: f32 = 0.105;
}

/// A leg in space.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Leg {
    /// Hip joint.
    pub hip: Solid,
    /// Knee.
    pub knee: Solid,
    /// Ankle.
    pub ankle: Solid,
    /// Rear end of the sole.
    pub heel: Flat,
    /// Front end of the sole.
    pub toe: Flat,
    /// Where the thigh points in the picture though it may point at the viewer.
    pub thigh: Flat,
    /// Where the shank points in the picture.
    pub shank: Flat,
    /// Where the foot points: along the sole (side view, from above) or along the shank (front and back view).
    pub foot: Flat,
}

/// An arm in space.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arm {
    /// Shoulder joint.
    pub shoulder: Solid,
    /// Elbow.
    pub elbow: Solid,
    /// Wrist.
    pub hand: Solid,
    /// Where the upper arm points in the picture.
    pub upper: Flat,
    /// Where the forearm points in the picture.
    pub fore: Flat,
}

/// The joints of one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Body {
    /// Middle of the hips.
    pub hip: Solid,
    /// Middle of the shoulders.
    pub shoulder: Solid,
    /// Middle of the head.
    pub head: Solid,
    /// From hip to shoulder in the picture.
    pub up: Flat,
    /// From shoulder to head in the picture.
    pub head_up: Flat,
    /// Lean of the trunk toward the viewer, degrees.
    pub lean: f32,
    /// Turn of the face, degrees.
    pub face: f32,
    /// Tilt or hike of the pelvis, degrees.
    pub pelvis: f32,
    /// Legs.
    pub legs: Pair<Leg>,
    /// Arms.
    pub arms: Pair<Arm>,
}

/// How the feet lie in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// From where the body is seen.
    pub view: View,
    /// Whether the picture is taken from above.
    pub from_above: bool,
}

/// A bone's direction relative to the trunk: in the plane, out of it, and whether it is written as turned.
#[derive(Clone, Copy)]
struct Bone {
    angle: f32,
    out: f32,
    turned: bool,
}

impl Bone {
    fn of(cell: Cell) -> Self {
        Self { angle: cell.angle, out: cell.out.unwrap_or(0.0), turned: cell.out.is_some() }
    }

    fn direction(self) -> Solid {
        let (sin, cos) = self.out.to_radians().sin_cos();
        let plane = Flat::down(self.angle) * cos;
        Solid { flat: plane, z: sin }
    }

    /// The direction on the way to another one, and the angle in the picture.
    fn toward(self, other: Self, share: f32) -> (Solid, f32) {
        let angle = between(self.angle, other.angle, share);
        if self.turned || other.turned {
            (self.direction().turned_toward(other.direction(), share), angle)
        } else {
            (Self { angle, out: between(self.out, other.out, share), turned: false }.direction(), angle)
        }
    }
}

/// The shank of a cell: a plain knee is written as a direction first.
fn shank(hip: Cell, knee: Knee, view: View) -> Bone {
    match (knee, view) {
        (Knee::Turned { direction, out, .. }, _) => Bone { angle: direction, out, turned: true },
        (Knee::Plain(bend), View::Side) => Bone { angle: hip.angle - bend, out: 0.0, turned: false },
        (Knee::Plain(bend), View::Front | View::Back) => {
            Bone { angle: hip.angle, out: hip.out.unwrap_or(0.0) - bend, turned: hip.out.is_some() }
        }
    }
}

impl Body {
    /// The body at `share` of the way from one key pose to another, with the middle of the hips at 0.
    pub fn between(from: &Pose, to: &Pose, share: f32, setting: Setting) -> Self {
        let trunk = between(from.trunk.angle, to.trunk.angle, share);
        let lean = between(from.trunk.out.unwrap_or(0.0), to.trunk.out.unwrap_or(0.0), share);
        let neck = between(from.neck.angle, to.neck.angle, share);
        let (rise, tall) = lean.to_radians().sin_cos();
        let (up, head_up) = (Flat::up(trunk), Flat::up(trunk + neck));
        let shoulder = Solid { flat: up * (length::TRUNK * tall), z: length::TRUNK * rise };
        let mut body = Self {
            hip: Solid::default(),
            shoulder,
            // A head is never seen as flat as the trunk below it: its own depth shows.
            head: shoulder + Solid { flat: head_up * (length::HEAD * tall.max(0.35)), z: length::HEAD * rise },
            up,
            head_up,
            lean,
            face: between(from.neck.out.unwrap_or(0.0), to.neck.out.unwrap_or(0.0), share),
            pelvis: between(from.pelvis, to.pelvis, share),
            legs: Pair::default(),
            arms: Pair::default(),
        };
        for side in [Nearness::Near, Nearness::Far] {
            *body.legs.of_mut(side) = body.leg(from, to, share, side, setting, trunk);
            *body.arms.of_mut(side) = body.arm(from, to, share, side, setting, trunk);
        }
        body
    }

    fn leg(&self, from: &Pose, to: &Pose, share: f32, side: Nearness, setting: Setting, trunk: f32) -> Leg {
        let (hips, knees) = ((from.hip.of(side), to.hip.of(side)), (from.knee.of(side), to.knee.of(side)));
        let (thigh, angle) = Bone::of(*hips.0).toward(Bone::of(*hips.1), share);
        let bones = (shank(*hips.0, *knees.0, setting.view), shank(*hips.1, *knees.1, setting.view));
        let (calf, calf_angle) = bones.0.toward(bones.1, share);
        let turn = Turn::of(setting.view, side, trunk);
        let hip = match setting.view {
            View::Side => Solid::default(),
            View::Front | View::Back => {
                let (sin, cos) = self.pelvis.to_radians().sin_cos();
                let aside = (flat(self.up.y, -self.up.x) * cos + self.up * sin) * (turn.mirror * length::HIP_ASIDE);
                Solid { flat: aside, z: 0.0 }
            }
        };
        let knee = hip + turn.solid(thigh) * length::THIGH;
        let foot_joint = knee + turn.solid(calf) * length::SHANK;
        let mut leg = Leg {
            hip,
            knee,
            ankle: foot_joint,
            thigh: turn.flat(thigh, angle),
            shank: turn.flat(calf, calf_angle),
            ..Leg::default()
        };
        if setting.view == View::Side {
            let foot_angle = |bone: Bone, pose: &Pose| bone.angle - pose.trunk.angle + 90.0 + pose.ankle.of(side);
            let (start, end) = (foot_angle(bones.0, from), foot_angle(bones.1, to));
            leg.foot = Flat::down(between(start, start + half_turn(end - start), share));
            leg.set_sole();
        } else {
            let soles = (sole(*hips.0, bones.0, setting), sole(*hips.1, bones.1, setting));
            let offset = |from: Flat, to: Flat| turn.turned(from.toward(to, share));
            leg.heel = foot_joint.flat + offset(soles.0.0, soles.1.0);
            leg.toe = foot_joint.flat + offset(soles.0.1, soles.1.1);
            leg.foot = (leg.toe - foot_joint.flat).unit_or(leg.shank);
        }
        leg
    }

    fn arm(&self, from: &Pose, to: &Pose, share: f32, side: Nearness, setting: Setting, trunk: f32) -> Arm {
        let bones = |pose: &Pose| {
            let (upper, elbow) = (*pose.shoulder.of(side), *pose.elbow.of(side));
            (Bone::of(upper), Bone { angle: upper.angle + elbow.angle, ..Bone::of(elbow) })
        };
        let (start, end) = (bones(from), bones(to));
        let (upper, upper_angle) = start.0.toward(end.0, share);
        let (fore, fore_angle) = start.1.toward(end.1, share);
        let turn = Turn::of(setting.view, side, trunk);
        let aside = match setting.view {
            View::Side => Flat::default(),
            View::Front | View::Back => flat(self.up.y, -self.up.x) * (turn.mirror * length::SHOULDER_ASIDE),
        };
        let shoulder = self.shoulder + Solid { flat: aside, z: 0.0 };
        let elbow = shoulder + turn.solid(upper) * length::UPPER_ARM;
        let hand = elbow + turn.solid(fore) * length::FOREARM;
        Arm { shoulder, elbow, hand, upper: turn.flat(upper, upper_angle), fore: turn.flat(fore, fore_angle) }
    }

    /// The place of a point; `place` = the share along a thigh or shank.
    pub fn point(&self, point: Point, place: f32) -> Flat {
        let Some(side) = point.side else {
            return match point.part {
                Part::Shoulder => self.shoulder.flat,
                Part::Head => self.head.flat,
                _ => self.hip.flat,
            };
        };
        let (leg, arm) = (self.legs.of(side), self.arms.of(side));
        match point.part {
            Part::Foot | Part::Ankle => leg.ankle.flat,
            Part::Toe => leg.toe,
            Part::Heel => leg.heel,
            Part::Knee => leg.knee.flat,
            Part::Hip | Part::Side => leg.hip.flat,
            Part::Thigh => leg.hip.flat.toward(leg.knee.flat, place),
            Part::Shank => leg.knee.flat.toward(leg.ankle.flat, place),
            Part::Shoulder => arm.shoulder.flat,
            Part::Elbow => arm.elbow.flat,
            Part::Hand => arm.hand.flat,
            Part::Head => self.head.flat,
        }
    }

    /// Moves the whole body.
    pub fn shift(&mut self, by: Flat) {
        let solid = Solid { flat: by, z: 0.0 };
        for joint in [&mut self.hip, &mut self.shoulder, &mut self.head] {
            *joint = *joint + solid;
        }
        for side in [Nearness::Near, Nearness::Far] {
            let (leg, arm) = (self.legs.of_mut(side), self.arms.of_mut(side));
            for joint in [&mut leg.hip, &mut leg.knee, &mut leg.ankle] {
                *joint = *joint + solid;
            }
            leg.heel = leg.heel + by;
            leg.toe = leg.toe + by;
            for joint in [&mut arm.shoulder, &mut arm.elbow, &mut arm.hand] {
                *joint = *joint + solid;
            }
        }
    }
}

impl Leg {
    /// Puts the sole of a foot seen from the side below the ankle.
    pub fn set_sole(&mut self) {
        let below = flat(self.foot.y, -self.foot.x) * length::ANKLE;
        self.heel = self.ankle.flat + below - self.foot * length::HEEL;
        self.toe = self.ankle.flat + below + self.foot * length::TOE;
    }
}

/// Heel and toe from the ankle, front and back view, relative to the trunk and not yet mirrored.
fn sole(hip: Cell, shank: Bone, setting: Setting) -> (Flat, Flat) {
    let away = flat(0.0, -1.0);
    if setting.from_above && hip.out.unwrap_or(0.0).abs() + shank.out.abs() > 25.0 {
        return (away * -length::HEEL, away * length::TOE);
    }
    let block = if shank.out.abs() > 30.0 { away } else { Flat::down(shank.angle) } * length::ANKLE;
    (block, block)
}

/// From directions relative to the trunk to directions in the picture.
#[derive(Clone, Copy)]
struct Turn {
    mirror: f32,
    depth: f32,
    cos: f32,
    sin: f32,
}

impl Turn {
    fn of(view: View, side: Nearness, trunk: f32) -> Self {
        let mirror = if view == View::Side || side == Nearness::Near { 1.0 } else { -1.0 };
        let depth = if view == View::Back { -1.0 } else { 1.0 };
        let (sin, cos) = trunk.to_radians().sin_cos();
        Self { mirror, depth, cos, sin }
    }

    fn turned(self, direction: Flat) -> Flat {
        let x = direction.x * self.mirror;
        flat(x.mul_add(self.cos, direction.y * self.sin), direction.y.mul_add(self.cos, -(x * self.sin)))
    }

    fn solid(self, direction: Solid) -> Solid {
        let plane = self.turned(direction.flat);
        solid(plane.x, plane.y, direction.z * self.depth)
    }

    fn flat(self, direction: Solid, angle: f32) -> Flat {
        self.turned(direction.flat.unit_or(Flat::down(angle)))
    }
}

/// The same turn in -180 to 180 degrees.
fn half_turn(degrees: f32) -> f32 {
    let turn = degrees.rem_euclid(360.0);
    if turn > 180.0 { turn - 360.0 } else { turn }
}

impl Pose {
    /// The pose with near and far exchanged; front and back view: as in a mirror.
    pub fn exchanged(&self, view: View) -> Self {
        let mirror = |cell: Cell| Cell { angle: -cell.angle, ..cell };
        let (trunk, neck, pelvis) = match view {
            View::Side => (self.trunk, self.neck, self.pelvis),
            View::Front | View::Back => (mirror(self.trunk), mirror(self.neck), -self.pelvis),
        };
        Self {
            trunk,
            neck,
            pelvis,
            hip: self.hip.exchanged(),
            knee: self.knee.exchanged(),
            ankle: self.ankle.exchanged(),
            shoulder: self.shoulder.exchanged(),
            elbow: self.elbow.exchanged(),
        }
    }
}
