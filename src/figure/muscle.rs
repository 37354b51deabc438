//! Worked muscles: flat shapes in the accent with a few fibers, on the limb or the trunk, moving with it.
//!
//! Not here: which muscles an exercise works (the library says so), which leg (see `drawing`), and their outlines.

use super::muscle_shape::{self as shape, Glow, On};
use super::notes::Nearness;
use super::outline::Pen;
use super::skeleton::{Body, Leg};
use super::space::{Flat, flat};
use super::{body_front, body_side};
use crate::library::Muscle;

/// Whether a muscle belongs to the trunk and not to a leg.
pub const fn is_of_trunk(muscle: Muscle) -> bool {
    matches!(muscle, Muscle::Abdominals | Muscle::Obliques | Muscle::BackExtensors | Muscle::UpperBack)
}

/// What glows in the side view.
const fn from_the_side(muscle: Muscle) -> &'static Glow {
    match muscle {
        Muscle::GluteusMaximus => &shape::GLUTEUS_MAXIMUS_SIDE,
        Muscle::GluteusMedius => &shape::GLUTEUS_MEDIUS_SIDE,
        Muscle::DeepRotators => &shape::DEEP_ROTATORS_SIDE,
        Muscle::Quadriceps => &shape::QUADRICEPS_SIDE,
        Muscle::Hamstrings => &shape::HAMSTRINGS_SIDE,
        Muscle::Adductors => &shape::ADDUCTORS_SIDE,
        Muscle::HipFlexors => &shape::HIP_FLEXORS_SIDE,
        Muscle::Calf => &shape::CALF_SIDE,
        Muscle::Abdominals => &shape::ABDOMINALS_SIDE,
        Muscle::Obliques => &shape::OBLIQUES_SIDE,
        Muscle::BackExtensors => &shape::BACK_EXTENSORS_SIDE,
        Muscle::UpperBack => &shape::UPPER_BACK_SIDE,
    }
}

/// What glows in the front and back view. What lies on the other side of a limb shows as a thin rim.
const fn from_the_front(muscle: Muscle, behind: bool) -> &'static Glow {
    match (muscle, behind) {
        (Muscle::GluteusMaximus, false) => &shape::GLUTEUS_MAXIMUS_FRONT,
        (Muscle::GluteusMaximus, true) => &shape::GLUTEUS_MAXIMUS_BACK,
        (Muscle::GluteusMedius, _) => &shape::GLUTEUS_MEDIUS_FRONT,
        (Muscle::DeepRotators, _) => &shape::DEEP_ROTATORS_FRONT,
        (Muscle::Quadriceps, false) => &shape::QUADRICEPS_FRONT,
        (Muscle::Quadriceps, true) => &shape::QUADRICEPS_BACK,
        (Muscle::Hamstrings, true) => &shape::HAMSTRINGS_BACK,
        (Muscle::Hamstrings, false) | (Muscle::Adductors, _) => &shape::ADDUCTORS_FRONT,
        (Muscle::HipFlexors, _) => &shape::HIP_FLEXORS_FRONT,
        (Muscle::Calf, false) => &shape::CALF_FRONT,
        (Muscle::Calf, true) => &shape::CALF_BACK,
        (Muscle::Abdominals, false) => &shape::ABDOMINALS_FRONT,
        (Muscle::BackExtensors, true) => &shape::BACK_EXTENSORS_BACK,
        (Muscle::UpperBack, _) => &shape::UPPER_BACK_FRONT,
        (Muscle::Obliques, _) | (Muscle::Abdominals, true) | (Muscle::BackExtensors, false) => &shape::OBLIQUES_FRONT,
    }
}

fn draw(pen: &mut Pen, glow: &Glow, place: impl Fn(On, f32, f32) -> Flat) {
    let spot = |&(on, along, across): &(On, i16, i16)| place(on, f32::from(along) * 0.001, f32::from(across) * 0.001);
    pen.part("fig-glow");
    for point in glow.shape {
        pen.to(spot(point));
    }
    pen.close();
    pen.part("fig-fiber");
    for fiber in glow.fibers {
        for point in fiber {
            pen.to(spot(point));
        }
        pen.end();
    }
}

/// A muscle, side view; one of a leg glows on this leg.
pub fn side(pen: &mut Pen, muscle: Muscle, trunk: &body_side::Trunk, body: &Body, leg: &Leg) {
    let (thigh, shank) = body_side::leg_bones(leg);
    // The seat turns half-way with the thigh.
    let down = (leg.thigh - body.up).unit_or(leg.thigh);
    draw(pen, from_the_side(muscle), |on, along, across| match on {
        On::Trunk => trunk.at(along, across + if across > 0.03 { trunk.belly(along) } else { 0.0 }),
        On::Thigh => thigh.at(along, across),
        On::Shank => shank.at(along, across),
        On::Seat => leg.hip.flat + down * along - down.left() * across,
    });
}

/// A muscle of one side, front or back view.
pub fn front(pen: &mut Pen, muscle: Muscle, trunk: &body_front::Trunk, body: &Body, side: Nearness, behind: bool) {
    let leg = body.legs.of(side);
    let (thigh, shank) = body_front::leg_bones(leg, side);
    let out = body_front::side_of(side);
    let outward = flat(body.up.y, -body.up.x) * out;
    draw(pen, from_the_front(muscle, behind), |on, along, across| match on {
        On::Trunk => trunk.at(along, out * across),
        On::Thigh => thigh.at(along, across),
        On::Shank => shank.at(along, across),
        On::Seat => leg.hip.flat + outward * along + body.up * across,
    });
}
