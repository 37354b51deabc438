//! The body seen from the side, back to front.
//!
//! Not here: head (see `head`), glow (see `muscle`), and all that is not the body (see `prop`).

use super::extremity::{Grip, Hand, shoe, sock, tone};
use super::limb::{Bone, Chain, Cut, cloth, profile};
use super::notes::Pair;
use super::outline::Pen;
use super::skeleton::{Arm, Body, Leg};
use super::space::{Flat, Solid, flat};

/// How a hand lies on a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lay {
    /// On the floor, fingers to the right.
    Floor,
    /// On a wall at this side (-1 left, 1 right), fingers up.
    Wall(i8),
    /// On the trunk, fingers toward the feet.
    Trunk,
    /// On the floor, fingers toward the viewer.
    Ahead,
}

impl Lay {
    /// Where the fingers point and where the palm looks, on a trunk that points up this way.
    pub fn directions(self, up: Flat) -> Laid {
        let (along, palm) = match self {
            Self::Floor => (flat(1.0, 0.0), flat(0.0, -1.0)),
            Self::Wall(side) => (flat(0.0, 1.0), flat(f32::from(side), 0.0)),
            Self::Trunk => (up * -1.0, up.left()),
            Self::Ahead => (flat(0.0, -1.0), flat(1.0, 0.0)),
        };
        Laid { along, palm, length: if self == Self::Ahead { 0.34 } else { 1.0 } }
    }
}

/// The directions of a hand that lies on a surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Laid {
    along: Flat,
    palm: Flat,
    /// Share of its length that is seen.
    length: f32,
}

/// What the hands do.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hands {
    /// What each does.
    pub grip: Pair<Grip>,
    /// On what it lies.
    pub lay: Pair<Option<Lay>>,
}

/// How far a bone points at the viewer, -1 to 1.
pub fn toward(start: Solid, end: Solid) -> f32 {
    (end.z - start.z) / (end - start).length().max(1e-3)
}

/// The trunk as a curve from hip to shoulder.
#[derive(Debug, Clone, Copy)]
pub struct Trunk {
    hip: Flat,
    span: Flat,
    forward: Flat,
    /// How far the middle lies behind the straight line.
    behind: f32,
    /// Swelling of the belly.
    swell: f32,
}

impl Trunk {
    /// The trunk of a body.
    pub fn of(body: &Body, swell: f32) -> Self {
        let span = body.shoulder.flat - body.hip.flat;
        Self { hip: body.hip.flat, span, forward: flat(body.up.y, -body.up.x), behind: body.pelvis * 0.003, swell }
    }

    /// How far the breath swells the front at a share of the trunk.
    pub fn belly(&self, share: f32) -> f32 {
        self.swell * (1.0 - ((share - 0.36) / 0.34).abs()).max(0.0)
    }

    /// A point: share from hip to shoulder, body heights in front of the curve.
    pub fn at(&self, share: f32, front: f32) -> Flat {
        let within = share.clamp(0.0, 1.0);
        let sag = self.behind * 4.0 * within * (1.0 - within);
        let slope = self.behind * 4.0 * (1.0 - 2.0 * within);
        let along = (self.span - self.forward * slope).unit_or(self.span);
        let across = flat(along.y, -along.x);
        let beyond = along * ((share - within) * self.span.length());
        self.hip + self.span * within - self.forward * sag + beyond + across * front
    }
}

const CHEST: [(f32, f32); 8] = [
    (0.10, 0.058),
    (0.24, 0.056),
    (0.4, 0.056),
    (0.58, 0.062),
    (0.74, 0.066),
    (0.88, 0.058),
    (0.99, 0.043),
    (1.07, 0.026),
];
const BACK: [(f32, f32); 8] = [
    (1.09, 0.036),
    (1.0, 0.049),
    (0.88, 0.060),
    (0.74, 0.061),
    (0.6, 0.054),
    (0.44, 0.047),
    (0.28, 0.050),
    (0.10, 0.062),
];

/// Bones of a leg.
pub fn leg_bones(leg: &Leg) -> (Bone, Bone) {
    (Bone::new(leg.hip.flat, leg.knee.flat, leg.thigh, 1.0), Bone::new(leg.knee.flat, leg.ankle.flat, leg.shank, 1.0))
}

/// Bones of an arm.
pub fn arm_bones(arm: &Arm) -> (Bone, Bone) {
    (
        Bone::new(arm.shoulder.flat, arm.elbow.flat, arm.upper, 1.0),
        Bone::new(arm.elbow.flat, arm.hand.flat, arm.fore, 1.0),
    )
}

/// Draws skin, sock and shoe of a leg.
pub fn leg(pen: &mut Pen, leg: &Leg, is_far: bool) {
    let (upper, lower) = leg_bones(leg);
    let chain =
        Chain { upper, lower, upper_profile: profile::THIGH, lower_profile: profile::SHANK, from: 0.12, until: 1.0 };
    pen.part(tone("fig-skin", "fig-skin far", is_far));
    chain.down(pen, true);
    pen.to(lower.off(lower.length + 0.012, 0.0));
    chain.up(pen, false);
    pen.close();
    sock(pen, &lower, tone("fig-sock", "fig-sock far", is_far));
    shoe(pen, leg.ankle.flat, leg.foot, is_far);
}

/// Draws the shorts' leg, and with the near one the seat.
pub fn shorts(pen: &mut Pen, leg: &Leg, trunk: Option<&Trunk>, is_far: bool) {
    let (upper, _) = leg_bones(leg);
    pen.part(tone("fig-shorts", "fig-shorts far", is_far));
    cloth(pen, &upper, &Cut::SHORTS, toward(leg.hip, leg.knee));
    if let Some(trunk) = trunk {
        pen.corner(trunk.at(0.19, 0.062))
            .to(trunk.at(0.06, 0.0625))
            .to(trunk.at(-0.08, 0.053))
            .to(trunk.at(-0.17, 0.025));
        pen.to(trunk.at(-0.2, -0.02)).to(trunk.at(-0.13, -0.058)).to(trunk.at(0.0, -0.072)).to(trunk.at(0.1, -0.066));
        pen.corner(trunk.at(0.19, -0.0565)).close();
    }
}

/// Draws the fold that cloth makes in the groin of a bent hip; the deeper the bend, the longer.
pub fn fold(pen: &mut Pen, leg: &Leg, up: Flat) {
    pen.part("fig-fold");
    let half = (leg.thigh - up).unit_or(leg.thigh);
    let front = half.left();
    // Share of a right angle by which the thigh is bent forward.
    let bend = front.dot(leg.thigh);
    let depth = ((bend - 0.3) / 0.4).clamp(0.0, 1.0);
    if depth > 0.02 {
        let rim = 0.061 / (1.0 - bend * bend).max(0.2).sqrt();
        let at = |in_front: f32, down: f32| leg.hip.flat + front * in_front + half * down;
        let end = rim - 0.052 * depth;
        pen.curve([at(rim - 0.004, 0.0), at((rim + end) * 0.5, -0.003 * depth), at(end, -0.009 * depth)]);
    }
}

/// Draws the shirt without its sleeves.
pub fn shirt(pen: &mut Pen, trunk: &Trunk) {
    pen.part("fig-shirt");
    for (step, (share, front)) in CHEST.into_iter().enumerate() {
        let swell = if step == 0 { 0.0 } else { trunk.belly(share) };
        pen.soft(trunk.at(share, front + swell), if step == 0 || step == 7 { 0.0 } else { 1.0 });
    }
    pen.to(trunk.at(1.055, -0.004));
    for (step, (share, behind)) in BACK.into_iter().enumerate() {
        pen.soft(trunk.at(share, -behind), if step == 0 || step == 7 { 0.0 } else { 1.0 });
    }
    pen.close();
}

/// The hand at the end of a forearm. `side` = 1 where the front of the bone is to its left.
pub fn hand(lower: &Bone, side: f32, toward: f32, grip: Grip, lay: Option<Laid>) -> Hand {
    let loose = Laid { along: lower.along, palm: lower.front, length: 1.0 - toward.abs() * 0.5 };
    let Laid { along, palm, length } = lay.unwrap_or(loose);
    let across = along.left() * side;
    Hand { wrist: lower.end(), along, across, palm: if palm.dot(across) < 0.0 { -1.0 } else { 1.0 }, length, grip }
}

/// Whether the forearm comes toward the viewer, so that it may lie over its own sleeve.
pub fn sleeve_lies_below(arm: &Arm) -> bool {
    toward(arm.elbow, arm.hand) > 0.25
}

/// Draws a sleeve, or an empty part where it is drawn at another place of the order.
pub fn sleeve(pen: &mut Pen, upper: &Bone, cut: &Cut, toward: f32, class: &'static str, seen: bool) {
    pen.part(class);
    if seen {
        cloth(pen, upper, cut, toward);
    }
}

/// Draws skin and hand of an arm, then its sleeve.
pub fn arm(pen: &mut Pen, arm: &Arm, grip: Grip, lay: Option<Laid>, is_far: bool) {
    let (upper, lower) = arm_bones(arm);
    let before = sleeve_lies_below(arm);
    let class = tone("fig-shirt", "fig-shirt far", is_far);
    sleeve(pen, &upper, &Cut::SLEEVE, toward(arm.shoulder, arm.elbow), class, before);
    let chain = Chain {
        upper,
        lower,
        upper_profile: profile::UPPER_ARM,
        lower_profile: profile::FOREARM,
        from: if before { Cut::SLEEVE.hem } else { 0.1 },
        until: 0.97,
    };
    let hand = hand(&lower, 1.0, toward(arm.elbow, arm.hand), grip, lay);
    pen.part(tone("fig-skin", "fig-skin far", is_far));
    chain.down(pen, true);
    hand.outline(pen);
    chain.up(pen, false);
    pen.close();
    hand.thumb(pen);
    sleeve(pen, &upper, &Cut::SLEEVE, toward(arm.shoulder, arm.elbow), class, !before);
}
