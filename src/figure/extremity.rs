//! Hands, socks and shoes.
//!
//! Not here: the limbs that they end.

use super::limb::Bone;
use super::outline::Pen;
use super::space::Flat;

/// What a hand does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grip {
    /// Hangs or reaches, fingers a little bent.
    #[default]
    Loose,
    /// Lies flat and carries.
    Flat,
    /// Holds a bar, a strap or a limb.
    Fist,
}

/// Classes of near and far parts.
pub const fn tone(near: &'static str, far: &'static str, is_far: bool) -> &'static str {
    if is_far { far } else { near }
}

/// Draws the outline points of a hand, from the front of the wrist round the fingers to its back.
pub fn hand(pen: &mut Pen, wrist: Flat, along: Flat, palm: Flat, grip: Grip) {
    let at = |x: f32, y: f32| wrist + along * x + palm * y;
    match grip {
        Grip::Loose => {
            // The palm side is the front; the thumb lies in front of the palm.
            pen.to(at(0.008, 0.0155)).to(at(0.022, 0.0185)).to(at(0.045, 0.0175)).to(at(0.066, 0.0150));
            pen.to(at(0.079, 0.0080)).to(at(0.081, 0.0005)).to(at(0.073, -0.0075)).to(at(0.052, -0.0145));
            pen.to(at(0.028, -0.0165)).to(at(0.008, -0.0150));
        }
        Grip::Flat => {
            pen.to(at(0.006, 0.0150)).to(at(0.020, 0.0160)).to(at(0.050, 0.0125)).to(at(0.076, 0.0085));
            pen.to(at(0.086, 0.0005)).to(at(0.080, -0.0085)).to(at(0.050, -0.0150)).to(at(0.020, -0.0170));
            pen.to(at(0.004, -0.0165));
        }
        Grip::Fist => {
            pen.to(at(0.008, 0.0150)).to(at(0.022, 0.0200)).to(at(0.040, 0.0205)).to(at(0.050, 0.0130));
            pen.to(at(0.053, 0.0)).to(at(0.049, -0.0140)).to(at(0.034, -0.0190)).to(at(0.014, -0.0165));
        }
    }
}

/// The thumb, an outline of its own.
pub fn thumb(pen: &mut Pen, wrist: Flat, along: Flat, palm: Flat, grip: Grip) {
    let at = |x: f32, y: f32| wrist + along * x + palm * y;
    match grip {
        Grip::Loose => {
            pen.blob([
                at(0.014, 0.012),
                at(0.026, 0.020),
                at(0.042, 0.0275),
                at(0.053, 0.0285),
                at(0.054, 0.0225),
                at(0.043, 0.0160),
                at(0.030, 0.0080),
            ]);
        }
        Grip::Flat => {
            pen.blob([
                at(0.012, 0.010),
                at(0.026, 0.0190),
                at(0.044, 0.0215),
                at(0.052, 0.0165),
                at(0.044, 0.0110),
                at(0.028, 0.0050),
            ]);
        }
        Grip::Fist => {
            pen.blob([
                at(0.012, 0.008),
                at(0.024, 0.0180),
                at(0.040, 0.0190),
                at(0.047, 0.0100),
                at(0.040, 0.0050),
                at(0.026, 0.0030),
            ]);
        }
    }
}

/// A sock around the lower end of a shank.
pub fn sock(pen: &mut Pen, shank: &Bone, class: &'static str) {
    let end = shank.length;
    pen.part(class);
    pen.corner(shank.off(end - 0.042, 0.0225)).to(shank.off(end, 0.0225)).to(shank.off(end + 0.014, 0.012));
    pen.to(shank.off(end + 0.014, -0.012)).to(shank.off(end, -0.0225)).corner(shank.off(end - 0.042, -0.0235)).close();
}

/// A shoe from the side: upper and sole. `along` points to the toe.
pub fn shoe(pen: &mut Pen, ankle: Flat, along: Flat, is_far: bool) {
    let up = along.left();
    let at = |x: f32, y: f32| ankle + along * (x * 0.001) + up * (y * 0.001);
    pen.part(tone("fig-shoe", "fig-shoe far", is_far));
    pen.blob([
        at(-26.0, 24.0),
        at(-31.0, 8.0),
        at(-40.0, -12.0),
        at(-42.0, -26.0),
        at(-36.0, -33.0),
        at(0.0, -34.0),
        at(60.0, -34.0),
        at(100.0, -33.0),
        at(111.0, -24.0),
        at(100.0, -9.0),
        at(74.0, 1.0),
        at(48.0, 11.0),
        at(27.0, 25.0),
        at(18.0, 29.0),
        at(2.0, 25.0),
        at(-14.0, 23.0),
    ]);
    pen.part(tone("fig-sole", "fig-sole far", is_far));
    pen.to(at(-43.0, -24.0))
        .to(at(-43.0, -35.0))
        .to(at(-36.0, -39.0))
        .soft(at(-20.0, -39.0), 0.5)
        .soft(at(84.0, -39.0), 0.5);
    pen.to(at(103.0, -36.0))
        .to(at(113.0, -27.0))
        .to(at(112.0, -22.0))
        .to(at(90.0, -28.0))
        .to(at(40.0, -30.0))
        .to(at(0.0, -29.0))
        .close();
    pen.part(tone("fig-lace", "fig-lace far", is_far));
    pen.line(at(34.0, 10.0), at(45.0, 2.0)).line(at(46.0, 4.0), at(57.0, -4.0));
}

/// A shoe from the front or behind: a block that hangs from the ankle.
pub fn shoe_front(pen: &mut Pen, ankle: Flat, along: Flat, outward: Flat, is_far: bool) {
    let at = |x: f32, y: f32| ankle + along * (x * 0.001) + outward * (y * 0.001);
    pen.part(tone("fig-shoe", "fig-shoe far", is_far));
    pen.blob([
        at(-20.0, 20.0),
        at(2.0, 23.0),
        at(20.0, 32.0),
        at(33.0, 36.0),
        at(38.0, 30.0),
        at(38.0, 0.0),
        at(38.0, -24.0),
        at(33.0, -29.0),
        at(20.0, -26.0),
        at(2.0, -22.0),
        at(-20.0, -20.0),
    ]);
    pen.part(tone("fig-sole", "fig-sole far", is_far));
    pen.to(at(28.0, 36.0))
        .to(at(37.0, 36.0))
        .soft(at(39.0, 30.0), 0.6)
        .soft(at(39.0, -24.0), 0.6)
        .to(at(37.0, -29.0))
        .to(at(28.0, -29.0));
    pen.to(at(32.0, 4.0)).close();
    pen.part(tone("fig-lace", "fig-lace far", is_far));
    pen.line(at(6.0, 8.0), at(8.0, -6.0)).line(at(14.0, 10.0), at(16.0, -6.0));
}

/// A shoe seen from above or on its sole's length: `along` points to the toe.
pub fn shoe_above(pen: &mut Pen, ankle: Flat, along: Flat, outward: Flat, is_far: bool) {
    let at = |x: f32, y: f32| ankle + along * (x * 0.001) + outward * (y * 0.001);
    pen.part(tone("fig-shoe", "fig-shoe far", is_far));
    pen.blob([
        at(-40.0, 0.0),
        at(-32.0, 19.0),
        at(0.0, 24.0),
        at(50.0, 31.0),
        at(90.0, 27.0),
        at(109.0, 8.0),
        at(108.0, -8.0),
        at(88.0, -24.0),
        at(45.0, -25.0),
        at(0.0, -22.0),
        at(-32.0, -18.0),
    ]);
    pen.part(tone("fig-sole", "fig-sole far", is_far));
    pen.part(tone("fig-lace", "fig-lace far", is_far));
    pen.line(at(30.0, 12.0), at(32.0, -10.0))
        .line(at(44.0, 13.0), at(46.0, -11.0))
        .line(at(58.0, 13.0), at(60.0, -11.0));
}
