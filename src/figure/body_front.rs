//! The body seen from the front or from behind.
//!
//! Not here: head (see `head`), glow (see `muscle`), and which limb lies before the trunk (see `drawing`).

use super::body_side::{Laid, hand, sleeve, sleeve_lies_below, toward};
use super::extremity::{Grip, shoe_above, shoe_front, sock, tone};
use super::limb::{Bone, Chain, Cut, cloth, profile};
use super::notes::Nearness;
use super::outline::Pen;
use super::skeleton::{Arm, Body, Leg};
use super::space::{Flat, flat};

/// Outward is to the left of a bone of the near side, which is picture right.
pub const fn side_of(side: Nearness) -> f32 {
    match side {
        Nearness::Near => 1.0,
        Nearness::Far => -1.0,
    }
}

/// The trunk in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Trunk {
    hip: Flat,
    span: Flat,
    up: Flat,
    right: Flat,
    /// Share of its length that a lean toward the viewer takes away.
    pub flatness: f32,
    swell: f32,
}

impl Trunk {
    /// The trunk of a body.
    pub fn of(body: &Body, swell: f32) -> Self {
        Self {
            hip: body.hip.flat,
            span: body.shoulder.flat - body.hip.flat,
            up: body.up,
            right: flat(body.up.y, -body.up.x),
            flatness: body.lean.to_radians().sin().abs(),
            swell,
        }
    }

    /// A point: share from hip to shoulder, body heights to picture right.
    pub fn at(&self, share: f32, right: f32) -> Flat {
        // Leaning toward the viewer, a trunk shows its own depth at both ends.
        let depth = (share - 0.5).clamp(-0.6, 0.6) * self.flatness * 0.085;
        self.hip + self.span * share + self.up * depth + self.right * right
    }
}

/// Bones of a leg.
pub fn leg_bones(leg: &Leg, side: Nearness) -> (Bone, Bone) {
    let out = side_of(side);
    (Bone::new(leg.hip.flat, leg.knee.flat, leg.thigh, out), Bone::new(leg.knee.flat, leg.ankle.flat, leg.shank, out))
}

/// Bones of an arm.
pub fn arm_bones(arm: &Arm, side: Nearness) -> (Bone, Bone) {
    let out = side_of(side);
    (
        Bone::new(arm.shoulder.flat, arm.elbow.flat, arm.upper, out),
        Bone::new(arm.elbow.flat, arm.hand.flat, arm.fore, out),
    )
}

/// Draws skin, sock, shoe and shorts of a leg.
pub fn leg(pen: &mut Pen, leg: &Leg, side: Nearness, (from_above, behind): (bool, bool), is_far: bool) {
    let (upper, lower) = leg_bones(leg, side);
    let chain = Chain {
        upper,
        lower,
        upper_profile: profile::THIGH_FRONT,
        lower_profile: profile::SHANK_FRONT,
        from: 0.12,
        until: 1.0,
    };
    pen.part(tone("fig-skin", "fig-skin far", is_far));
    chain.down(pen, true);
    pen.to(lower.off(lower.length + 0.012, 0.0));
    chain.up(pen, false);
    pen.close();
    sock(pen, &lower, tone("fig-sock", "fig-sock far", is_far));
    let outward = leg.foot.left() * side_of(side);
    if from_above && (leg.toe - leg.heel).length() > 0.08 {
        shoe_above(pen, leg.ankle.flat, leg.foot, outward, is_far);
    } else {
        shoe_front(pen, leg.ankle.flat, leg.foot, outward, (behind, is_far));
    }
    pen.part(tone("fig-shorts", "fig-shorts far", is_far));
    // A thigh that comes toward the viewer has its top in front of the hip, not above it.
    let toward = toward(leg.hip, leg.knee);
    let cut = Cut { cap: Cut::SHORTS_FRONT.cap * (1.0 - toward.max(0.0) * 0.8), ..Cut::SHORTS_FRONT };
    cloth(pen, &upper, &cut, toward);
}

/// Draws the seat of the shorts.
pub fn seat(pen: &mut Pen, body: &Body, trunk: &Trunk) {
    let hip = |side: Nearness, out: f32, up: f32| {
        let joint = body.legs.of(side).hip.flat;
        joint + trunk.right * (out * side_of(side)) + trunk.up * up
    };
    let (near, far) = (Nearness::Near, Nearness::Far);
    // A trunk that leans toward the viewer hides the waist.
    let waist = 0.19 * (1.0 - trunk.flatness);
    pen.part("fig-shorts");
    pen.corner(trunk.at(waist, 0.0925))
        .to(hip(near, 0.044, 0.022))
        .to(hip(near, 0.0525, -0.022))
        .to(hip(near, 0.03, -0.05));
    pen.to(body.hip.flat - trunk.up * 0.062);
    pen.to(hip(far, 0.03, -0.05))
        .to(hip(far, 0.0525, -0.022))
        .to(hip(far, 0.044, 0.022))
        .corner(trunk.at(waist, -0.0925));
    pen.close();
}

const FLANK: [(f32, f32); 8] = [
    (0.14, 0.0935),
    (0.28, 0.087),
    (0.46, 0.081),
    (0.64, 0.087),
    (0.78, 0.096),
    (0.9, 0.111),
    (0.985, 0.119),
    (1.062, 0.095),
];

/// Draws the shirt without its sleeves.
pub fn shirt(pen: &mut Pen, trunk: &Trunk, from_behind: bool) {
    pen.part("fig-shirt");
    let wide = |share: f32, half: f32| {
        let belly = (1.0 - ((share - 0.36) / 0.34).abs()).max(0.0);
        half + trunk.swell * 0.6 * belly
    };
    for (step, (share, half)) in FLANK.into_iter().enumerate() {
        pen.soft(trunk.at(share, -wide(share, half)), if step == 0 { 0.0 } else { 1.0 });
    }
    pen.corner(trunk.at(1.105, -0.043));
    let scoop = if from_behind { 1.075 } else { 0.985 };
    pen.to(trunk.at(scoop, 0.0));
    pen.corner(trunk.at(1.105, 0.043));
    for (step, (share, half)) in FLANK.into_iter().rev().enumerate() {
        pen.soft(trunk.at(share, wide(share, half)), if step == 7 { 0.0 } else { 1.0 });
    }
    pen.close();
}

/// Draws skin and hand of an arm, then its sleeve.
pub fn arm(pen: &mut Pen, arm: &Arm, side: Nearness, grip: Grip, lay: Option<Laid>, is_far: bool) {
    let (upper, lower) = arm_bones(arm, side);
    let before = sleeve_lies_below(arm);
    let class = tone("fig-shirt", "fig-shirt far", is_far);
    let cut = &Cut::SLEEVE_FRONT;
    sleeve(pen, &upper, cut, toward(arm.shoulder, arm.elbow), class, before);
    let chain = Chain {
        upper,
        lower,
        upper_profile: profile::UPPER_ARM_FRONT,
        lower_profile: profile::FOREARM_FRONT,
        from: if before { cut.hem } else { 0.1 },
        until: 0.97,
    };
    let hand = hand(&lower, side_of(side), toward(arm.elbow, arm.hand), grip, lay);
    pen.part(tone("fig-skin", "fig-skin far", is_far));
    chain.down(pen, true);
    hand.outline(pen);
    chain.up(pen, false);
    pen.close();
    // Seen from the front the thumb is on the inner side.
    let hand = if lay.is_none() { hand.turned() } else { hand };
    hand.thumb(pen);
    sleeve(pen, &upper, cut, toward(arm.shoulder, arm.elbow), class, !before);
}
