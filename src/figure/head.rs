//! Head, face and hair, for any turn of the head: one set of outlines for the profile and one for the front, and
//! everything between them by moving the points.
//!
//! Not here: where the head is (see `skeleton`).

use super::outline::Pen;
use super::space::{Flat, between};

/// How the hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hair {
    /// Tied to a bun.
    #[default]
    Bun,
    /// Short.
    Short,
}

/// A head in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Head {
    /// Middle of the skull.
    pub middle: Flat,
    /// Toward the crown.
    pub up: Flat,
    /// Base of the neck.
    pub neck: Flat,
    /// Picture right of an upright head.
    pub right: Flat,
    /// Turn: 0 = profile that looks right, 90 = at the viewer, 180 = left, 270 = away.
    pub turn: f32,
    /// How far the crown is turned toward the viewer, 0 to 1.
    pub nod: f32,
    /// The hair.
    pub hair: Hair,
    /// Tone of its classes.
    pub neck_class: &'static str,
}

type Shape<const N: usize> = [(i8, i8); N];

const FACE_SIDE: Shape<18> = [
    (-4, 70),
    (28, 65),
    (46, 46),
    (51, 28),
    (52, 16),
    (63, -4),
    (62, -10),
    (54, -14),
    (56, -21),
    (54, -26),
    (55, -32),
    (50, -44),
    (36, -53),
    (16, -48),
    (0, -36),
    (-26, -30),
    (-54, -4),
    (-52, 40),
];
const FACE_FRONT: Shape<18> = [
    (0, 74),
    (27, 68),
    (46, 48),
    (52, 26),
    (52, 12),
    (51, -4),
    (48, -18),
    (44, -30),
    (38, -40),
    (30, -49),
    (18, -57),
    (0, -60),
    (-18, -57),
    (-30, -49),
    (-44, -30),
    (-51, -4),
    (-52, 26),
    (-40, 56),
];
const HAIR_SIDE: Shape<15> = [
    (54, 36),
    (49, 58),
    (22, 79),
    (-16, 80),
    (-50, 62),
    (-67, 26),
    (-62, -10),
    (-46, -34),
    (-30, -30),
    (-24, -8),
    (-15, 10),
    (-2, 22),
    (18, 30),
    (34, 40),
    (46, 46),
];
const HAIR_SHORT_SIDE: Shape<15> = [
    (56, 40),
    (48, 66),
    (20, 82),
    (-18, 81),
    (-52, 62),
    (-66, 26),
    (-60, -8),
    (-46, -26),
    (-33, -22),
    (-25, -6),
    (-19, 8),
    (-14, 20),
    (2, 34),
    (26, 42),
    (44, 46),
];
const HAIR_FRONT: Shape<15> = [
    (57, 4),
    (63, 30),
    (45, 70),
    (0, 85),
    (-45, 70),
    (-63, 30),
    (-57, 4),
    (-52, -2),
    (-49, 14),
    (-44, 32),
    (-22, 50),
    (4, 52),
    (26, 45),
    (44, 30),
    (50, 14),
];
const HAIR_SHORT_FRONT: Shape<15> = [
    (54, 14),
    (60, 36),
    (44, 70),
    (0, 84),
    (-44, 70),
    (-60, 36),
    (-54, 14),
    (-51, 10),
    (-48, 26),
    (-40, 44),
    (-20, 50),
    (6, 46),
    (28, 50),
    (42, 42),
    (48, 26),
];
const HAIR_BEHIND: Shape<15> = [
    (60, 0),
    (62, 30),
    (45, 70),
    (0, 85),
    (-45, 70),
    (-62, 30),
    (-60, 0),
    (-54, -24),
    (-44, -38),
    (-26, -46),
    (-8, -48),
    (10, -48),
    (28, -46),
    (44, -38),
    (54, -24),
];

impl Head {
    fn place(&self, x: f32, y: f32) -> Flat {
        self.middle + self.right * (x * 0.001) + self.up * (y * 0.001)
    }

    /// A point on the skull: from the profile's and the front's place of it.
    fn morph(&self, side: (i8, i8), front: (i8, i8), lower: f32) -> Flat {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let (sx, sy) = (f32::from(side.0), f32::from(side.1));
        let (fx, fy) = (f32::from(front.0), f32::from(front.1));
        let facing = sin * sin;
        let x = between(sx, fx, facing) * cos.signum();
        self.place(x, between(sy, fy, facing) - self.nod * lower)
    }

    fn shape<const N: usize>(&self, pen: &mut Pen, side: &Shape<N>, front: &Shape<N>, lower: f32) {
        for (side, front) in side.iter().zip(front) {
            pen.to(self.morph(*side, *front, lower));
        }
        pen.close();
    }

    /// Everything of the head without its neck, back to front.
    pub fn draw(&self, pen: &mut Pen) {
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let away = sin < -0.3;
        pen.part("fig-hair");
        if self.hair == Hair::Bun && !away {
            self.bun(pen, cos, sin);
        }
        pen.part("fig-skin");
        self.shape(pen, &FACE_SIDE, &FACE_FRONT, 0.0);
        self.ears(pen, cos, sin);
        pen.part("fig-eye");
        if !away {
            self.eyes(pen, cos, sin);
        }
        self.lines(pen, cos, sin);
        pen.part("fig-hair");
        let (side, front) = match self.hair {
            Hair::Bun => (&HAIR_SIDE, &HAIR_FRONT),
            Hair::Short => (&HAIR_SHORT_SIDE, &HAIR_SHORT_FRONT),
        };
        if away {
            self.shape(pen, &HAIR_BEHIND, &HAIR_BEHIND, 0.0);
            if self.hair == Hair::Bun {
                self.bun(pen, cos, sin);
            }
        } else {
            self.shape(pen, side, front, 34.0);
        }
    }

    /// The neck.
    pub fn draw_neck(&self, pen: &mut Pen) {
        let (_, cos) = self.turn.to_radians().sin_cos();
        let jaw = self.place(-7.0 * cos, -34.0);
        let along = (jaw - self.neck).unit_or(self.up);
        let length = (jaw - self.neck).length();
        let across = along.left() * -1.0;
        let at = |share: f32, x: f32| self.neck + along * (share * length) + across * x;
        pen.part(self.neck_class);
        pen.blob([
            at(-0.35, 0.044),
            at(0.1, 0.033),
            at(0.6, 0.029),
            at(1.15, 0.030),
            at(1.15, -0.031),
            at(0.6, -0.031),
            at(0.1, -0.036),
            at(-0.35, -0.048),
        ]);
    }

    fn bun(&self, pen: &mut Pen, cos: f32, sin: f32) {
        // The bun sits high at the back of the head.
        let (x, y) = (-62.0 * cos, if sin < 0.0 { 84.0 } else { between(82.0, 98.0, sin.abs()) });
        let middle = self.place(x, y);
        pen.ellipse(middle, self.right * 0.029, self.up * 0.027);
    }

    fn ears(&self, pen: &mut Pen, cos: f32, sin: f32) {
        pen.part("fig-ear");
        let facing = sin.abs();
        for side in [1.0_f32, -1.0] {
            // In profile only the near ear is seen, in the middle of the head.
            if facing < 0.5 && side * cos > 0.0 {
                continue;
            }
            let x = (-8.0 * cos).mul_add(1.0 - facing, side * 55.0 * facing);
            let middle = self.place(x, 0.0);
            pen.ellipse(middle, self.right * 0.0085, self.up * 0.0125);
        }
    }

    fn eyes(&self, pen: &mut Pen, cos: f32, sin: f32) {
        for side in [1.0_f32, -1.0] {
            let x = 39.0_f32.mul_add(cos, side * 21.0 * sin);
            if x.abs() > 47.0 || (sin < 0.4 && side * cos > 0.0) {
                continue;
            }
            let eye = self.place(x, 8.0 - self.nod * 26.0);
            pen.circle(eye, 0.0048);
        }
    }

    /// Brows and mouth.
    fn lines(&self, pen: &mut Pen, cos: f32, sin: f32) {
        let nod = self.nod * 26.0;
        pen.part("fig-brow");
        for side in [1.0_f32, -1.0] {
            let x = 39.0_f32.mul_add(cos, side * 21.0 * sin);
            if sin < -0.3 || x.abs() > 47.0 || (sin < 0.4 && side * cos > 0.0) {
                continue;
            }
            // In profile the brow reaches back from the rim of the face, from the front it lies over the eye.
            let half = between(7.0, 9.0, sin.abs());
            let (inner, outer) = (self.place(x - half, 20.0 - nod), self.place(x + half, 20.0 - nod));
            pen.curve([inner, self.place(x, 23.5 - nod), outer]);
        }
        pen.part("fig-mouth");
        if sin > -0.3 {
            let x = 43.0 * cos;
            let half = between(7.0, 10.0, sin.abs());
            pen.curve([
                self.place(x - half, -29.0 - nod),
                self.place(x, -31.0 - nod),
                self.place(x + half, -29.0 - nod),
            ]);
        }
    }
}
