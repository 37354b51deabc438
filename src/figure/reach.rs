//! Limbs that come to a point: two-bone inverse kinematics in space, and single bones that turn toward a target.
//!
//! Not here: which points are to be held (see `placing`).

use super::notes::{Part, Point, View};
use super::skeleton::{Body, Leg, length};
use super::space::{Flat, Solid};

/// Turns a thigh or an upper arm so that its knee or elbow comes as near to the target as it reaches, and says what is
/// left.
pub fn aim(body: &mut Body, point: Point, target: Flat) -> Flat {
    let Some(side) = point.side else { return Flat::default() };
    let (root, joint) = match point.part {
        Part::Elbow => (body.arms.of(side).shoulder.flat, body.arms.of(side).elbow.flat),
        _ => (body.legs.of(side).hip.flat, body.legs.of(side).knee.flat),
    };
    let along = (target - root).unit_or(joint - root);
    // What is too near is reached by a bone that leaves the picture a little.
    let (full, far) = ((joint - root).length(), (target - root).length());
    let reached = root + along * far.clamp(full * 0.9, full);
    let moved = reached - joint;
    if point.part == Part::Elbow {
        let arm = body.arms.of_mut(side);
        arm.upper = along;
        arm.elbow.flat = reached;
        arm.hand.flat = arm.hand.flat + moved;
    } else {
        let leg = body.legs.of_mut(side);
        leg.thigh = along;
        leg.knee.flat = reached;
        leg.ankle.flat = leg.ankle.flat + moved;
        leg.heel = leg.heel + moved;
        leg.toe = leg.toe + moved;
    }
    target - reached
}

/// Bends a limb so that its end comes to the target.
pub fn reach(body: &mut Body, point: Point, target: Flat, view: View) {
    let Some(side) = point.side else { return };
    if point.part == Part::Hand {
        let arm = body.arms.of_mut(side);
        let bones = (length::UPPER_ARM, length::FOREARM);
        (arm.elbow, arm.hand) = bend(arm.shoulder, arm.elbow, arm.hand, target, bones);
        arm.upper = (arm.elbow - arm.shoulder).flat.unit_or(arm.upper);
        arm.fore = (arm.hand - arm.elbow).flat.unit_or(arm.fore);
        return;
    }
    let leg = body.legs.of_mut(side);
    let from_end = leg.ankle.flat - body_end(leg, point.part);
    let before = leg.ankle.flat;
    let bones = (length::THIGH, length::SHANK);
    (leg.knee, leg.ankle) = bend(leg.hip, leg.knee, leg.ankle, target + from_end, bones);
    leg.thigh = (leg.knee - leg.hip).flat.unit_or(leg.thigh);
    leg.shank = (leg.ankle - leg.knee).flat.unit_or(leg.shank);
    if view == View::Side {
        leg.set_sole();
    } else {
        let moved = leg.ankle.flat - before;
        leg.heel = leg.heel + moved;
        leg.toe = leg.toe + moved;
    }
}

const fn body_end(leg: &Leg, part: Part) -> Flat {
    match part {
        Part::Toe => leg.toe,
        Part::Heel => leg.heel,
        _ => leg.ankle.flat,
    }
}

/// Middle and end joint of two bones from `root` whose end comes as near to `target` as they reach. The plane in which
/// they bend stays.
fn bend(root: Solid, middle: Solid, end: Solid, target: Flat, bones: (f32, f32)) -> (Solid, Solid) {
    let (upper, lower) = bones;
    let reach = (upper + lower) * 0.9999;
    let aside = (target - root.flat).length();
    let deep = (reach * reach - aside * aside).max(0.0).sqrt();
    let goal = Solid { flat: target, z: root.z + (end.z - root.z).clamp(-deep, deep) };
    let span = goal - root;
    let distance = span.length().clamp((upper - lower).abs() + 1e-4, reach);
    let axis = span * (1.0 / span.length().max(1e-5));
    let along = (upper * upper - lower * lower + distance * distance) / (2.0 * distance);
    let away = (upper * upper - along * along).max(0.0).sqrt();
    let old = middle - root;
    let mut side = old - axis * old.dot(axis);
    if side.length() < 1e-4 {
        // A straight limb bends in the picture, to the side on which it bent last.
        side = Solid { flat: axis.flat.left(), z: 0.0 };
    }
    let side = side * (1.0 / side.length().max(1e-5));
    (root + axis * along + side * away, root + axis * distance)
}
