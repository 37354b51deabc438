//! Outlines of things: chair, bench, rail, roller, ball, stick.
//!
//! Not here: where they stand (see `prop`).

use super::outline::Pen;
use super::prop::SEAT;
use super::space::{Flat, flat};

/// A roller seen from above.
pub fn roller_above(pen: &mut Pen, at: Flat) {
    pen.part("roller");
    pen.round_box(at, flat(0.045, 0.0), flat(0.0, 0.15), 0.012);
    pen.part("roller-end");
    let (top, groove) = (flat(0.0, 0.14), flat(0.022, 0.0));
    pen.line(at + top + groove, at - top + groove).line(at + top - groove, at - top - groove);
}

/// A stick across a limb, seen a little from the side.
pub fn stick(pen: &mut Pen, at: Flat) {
    let along = flat(0.5, 0.87);
    pen.part("fig-stick");
    pen.round_box(at, along * 0.075, along.left() * 0.0095, 0.0095);
    pen.part("fig-stick-end");
    for end in [-1.0, 1.0] {
        pen.round_box(at + along * (0.062 * end), along * 0.022, along.left() * 0.0115, 0.009);
    }
}

/// A rectangle.
pub fn sheet(pen: &mut Pen, low: Flat, high: Flat) {
    pen.polygon([low, flat(low.x, high.y), high, flat(high.x, low.y)]);
}

/// A ball with a seam.
pub fn ball(pen: &mut Pen, middle: Flat, radius: f32) {
    pen.part("ball");
    pen.circle(middle, radius);
    pen.part("ball-line");
    let r = radius * 0.72;
    pen.curve([middle + flat(-r, r * 0.45), middle + flat(0.0, r * 0.15), middle + flat(r, r * 0.5)]);
}

fn legs(pen: &mut Pen, places: [f32; 2], top: f32, ground: f32) {
    pen.part("prop-3");
    for at in places {
        sheet(pen, flat(at - 0.009, ground), flat(at + 0.009, top));
    }
}

/// A chair seen from the side, its seat under this hip.
pub fn chair_side(pen: &mut Pen, hip: f32, ground: f32) {
    legs(pen, [hip - 0.115, hip + 0.085], SEAT - 0.02, ground);
    pen.part("prop-3");
    pen.polygon([
        flat(hip - 0.124, SEAT - 0.02),
        flat(hip - 0.150, SEAT + 0.25),
        flat(hip - 0.132, SEAT + 0.25),
        flat(hip - 0.104, SEAT - 0.02),
    ]);
    pen.part("prop-2");
    pen.round_box(flat(hip - 0.015, SEAT - 0.013), flat(0.118, 0.0), flat(0.0, 0.013), 0.012);
    pen.round_box(flat(hip - 0.140, SEAT + 0.19), flat(0.012, 0.0), flat(0.006, 0.065), 0.012);
}

/// A chair seen from the front.
pub fn chair_front(pen: &mut Pen, hip: f32, ground: f32) {
    legs(pen, [hip - 0.12, hip + 0.12], SEAT - 0.02, ground);
    pen.part("prop-3");
    for side in [-0.125, 0.125] {
        sheet(pen, flat(hip + side - 0.009, SEAT), flat(hip + side + 0.009, SEAT + 0.25));
    }
    pen.part("prop-2");
    pen.round_box(flat(hip, SEAT + 0.20), flat(0.145, 0.0), flat(0.0, 0.06), 0.03);
    pen.round_box(flat(hip, SEAT - 0.015), flat(0.145, 0.0), flat(0.0, 0.016), 0.014);
}

/// A bench between two ends.
pub fn bench(pen: &mut Pen, left: f32, right: f32, ground: f32) {
    legs(pen, [left + 0.04, right - 0.04], SEAT - 0.02, ground);
    pen.part("prop-2");
    pen.round_box(flat((left + right) * 0.5, SEAT - 0.017), flat((right - left) * 0.5, 0.0), flat(0.0, 0.017), 0.014);
}

/// A bar on posts, such as the back of a chair.
pub fn rail(pen: &mut Pen, left: f32, right: f32, y: f32, ground: f32) {
    legs(pen, [left + 0.01, right - 0.01], y, ground);
    pen.part("prop-2");
    pen.round_box(flat((left + right) * 0.5, y), flat((right - left) * 0.5 + 0.012, 0.0), flat(0.0, 0.014), 0.014);
}
