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

/// A hand in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Hand {
    /// The wrist.
    pub wrist: Flat,
    /// Where the fingers point.
    pub along: Flat,
    /// Where the outline of the arm comes from: across the hand.
    pub across: Flat,
    /// 1 where the palm lies on that side, -1 where the back of the hand does.
    pub palm: f32,
    /// Share of its length that is seen, as it may point at the viewer.
    pub length: f32,
    /// What it does.
    pub grip: Grip,
}

type Table = &'static [(i8, i8)];

/// From the palm side of the wrist round the fingers to the back: thousandths along and toward the palm.
const LOOSE: Table =
    &[(8, 15), (22, 18), (45, 17), (66, 15), (78, 9), (82, 1), (75, -8), (52, -14), (28, -16), (8, -15)];
const LOOSE_THUMB: Table = &[(14, 12), (26, 20), (42, 27), (53, 28), (54, 22), (43, 16), (30, 8)];
const FLAT: Table =
    &[(2, 15), (10, 18), (40, 17), (76, 15), (86, 12), (85, 6), (60, -2), (36, -10), (16, -16), (4, -16)];
const FLAT_THUMB: Table = &[(20, 12), (36, 15), (50, 17), (54, 12), (42, 5), (26, -1), (14, 4)];
const FIST: Table = &[(8, 15), (22, 20), (40, 20), (50, 13), (53, 0), (49, -14), (34, -19), (14, -16)];
const FIST_THUMB: Table = &[(12, 8), (24, 18), (40, 19), (47, 10), (40, 5), (26, 3)];

impl Hand {
    fn place(&self, (x, y): (i8, i8)) -> Flat {
        self.wrist
            + self.along * (f32::from(x) * 0.001 * self.length)
            + self.across * (f32::from(y) * 0.001 * self.palm)
    }

    fn run(&self, pen: &mut Pen, table: Table) {
        let count = table.len();
        for step in 0..count {
            // With the back of the hand first, the outline runs the other way round.
            let at = if self.palm > 0.0 { step } else { count - 1 - step };
            if let Some(point) = table.get(at) {
                pen.to(self.place(*point));
            }
        }
    }

    /// The same hand with its palm on the other side.
    pub fn turned(self) -> Self {
        Self { palm: -self.palm, ..self }
    }

    /// The part of the arm's outline that goes round the hand.
    pub fn outline(&self, pen: &mut Pen) {
        self.run(
            pen,
            match self.grip {
                Grip::Loose => LOOSE,
                Grip::Flat => FLAT,
                Grip::Fist => FIST,
            },
        );
    }

    /// The thumb, an outline of its own.
    pub fn thumb(&self, pen: &mut Pen) {
        self.run(
            pen,
            match self.grip {
                Grip::Loose => LOOSE_THUMB,
                Grip::Flat => FLAT_THUMB,
                Grip::Fist => FIST_THUMB,
            },
        );
        pen.close();
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
pub fn shoe_front(pen: &mut Pen, ankle: Flat, along: Flat, outward: Flat, (behind, is_far): (bool, bool)) {
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
    if behind {
        // From behind one sees the tab at the heel.
        pen.line(at(-8.0, 7.0), at(12.0, 6.0)).line(at(-8.0, -7.0), at(12.0, -6.0));
    } else {
        pen.line(at(6.0, 8.0), at(8.0, -6.0)).line(at(14.0, 10.0), at(16.0, -6.0));
    }
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
