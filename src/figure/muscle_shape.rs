//! Outlines and fibers of the worked muscles, point by point.
//!
//! Not here: where the frames are in the picture (see `muscle`).

use self::On::{Seat, Shank, Thigh, Trunk};

/// The frame in which a point is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Thousandths from hip to shoulder, thousandths of a body height to the front (front view: outward).
    Trunk,
    /// Thousandths from hip to knee, and to the front (outward).
    Thigh,
    /// Thousandths from knee to ankle, and to the front (outward).
    Shank,
    /// From the hip joint, thousandths of a body height: down and behind (front view: outward and up).
    Seat,
}

/// A point in its frame.
pub type Spot = (On, i16, i16);

/// A flat shape, and lines that say which way it pulls.
pub struct Glow {
    /// The closed outline.
    pub shape: &'static [Spot],
    /// The fibers.
    pub fibers: &'static [[Spot; 3]],
}

pub const GLUTEUS_MAXIMUS_SIDE: Glow = Glow {
    shape: &[
        (Seat, -60, 20), (Seat, -50, 42), (Seat, -20, 58), (Seat, 18, 60), (Seat, 48, 50), (Seat, 64, 30),
        (Seat, 52, 8), (Seat, 12, -2), (Seat, -36, 2),
    ],
    fibers: &[
        [(Seat, -44, 36), (Seat, -4, 46), (Seat, 40, 40)], [(Seat, -48, 23), (Seat, -4, 31), (Seat, 46, 27)],
        [(Seat, -40, 10), (Seat, -2, 16), (Seat, 38, 13)],
    ],
};

pub const GLUTEUS_MEDIUS_SIDE: Glow = Glow {
    shape: &[
        (Trunk, 195, -36), (Trunk, 208, -8), (Trunk, 195, 22), (Trunk, 115, 27), (Seat, -2, -16), (Seat, 18, 0),
        (Seat, 0, 14), (Trunk, 120, -42),
    ],
    fibers: &[
        [(Trunk, 175, -26), (Trunk, 100, -16), (Seat, 4, 4)], [(Trunk, 182, -6), (Trunk, 100, -3), (Seat, 6, 0)],
        [(Trunk, 168, 13), (Trunk, 100, 8), (Seat, 4, -5)],
    ],
};

pub const DEEP_ROTATORS_SIDE: Glow = Glow {
    shape: &[
        (Seat, -34, 44), (Seat, -10, 58), (Seat, 22, 56), (Seat, 36, 36), (Seat, 28, 10), (Seat, 4, 2),
        (Seat, -24, 16),
    ],
    fibers: &[[(Seat, -16, 44), (Seat, 2, 32), (Seat, 14, 12)], [(Seat, 8, 46), (Seat, 18, 34), (Seat, 22, 18)]],
};

pub const QUADRICEPS_SIDE: Glow = Glow {
    shape: &[
        (Thigh, 120, 48), (Thigh, 300, 60), (Thigh, 500, 55), (Thigh, 720, 45), (Thigh, 940, 32),
        (Thigh, 900, 20), (Thigh, 660, 18), (Thigh, 400, 20), (Thigh, 200, 30),
    ],
    fibers: &[
        [(Thigh, 240, 44), (Thigh, 520, 44), (Thigh, 820, 31)],
        [(Thigh, 300, 32), (Thigh, 540, 31), (Thigh, 820, 23)],
    ],
};

pub const HAMSTRINGS_SIDE: Glow = Glow {
    shape: &[
        (Thigh, 330, -46), (Thigh, 460, -49), (Thigh, 640, -43), (Thigh, 820, -35), (Thigh, 960, -26), (Thigh, 880, -14),
        (Thigh, 640, -16), (Thigh, 420, -24),
    ],
    fibers: &[
        [(Thigh, 420, -39), (Thigh, 620, -35), (Thigh, 860, -26)], [(Thigh, 480, -29), (Thigh, 640, -26), (Thigh, 830, -20)],
    ],
};

pub const ADDUCTORS_SIDE: Glow = Glow {
    shape: &[
        (Thigh, 80, -4), (Thigh, 200, 12), (Thigh, 420, 12), (Thigh, 700, 2), (Thigh, 860, -10),
        (Thigh, 660, -16), (Thigh, 380, -22), (Thigh, 160, -22),
    ],
    fibers: &[
        [(Thigh, 200, 2), (Thigh, 440, 2), (Thigh, 740, -6)],
        [(Thigh, 200, -10), (Thigh, 420, -9), (Thigh, 680, -11)],
    ],
};

pub const HIP_FLEXORS_SIDE: Glow = Glow {
    shape: &[
        (Seat, -66, -36), (Seat, -42, -52), (Seat, -4, -58), (Seat, 36, -54), (Seat, 70, -36), (Seat, 56, -22),
        (Seat, 10, -30), (Seat, -38, -22),
    ],
    fibers: &[
        [(Seat, -46, -38), (Seat, -2, -48), (Seat, 48, -38)], [(Seat, -38, -29), (Seat, 4, -38), (Seat, 46, -30)],
    ],
};

pub const CALF_SIDE: Glow = Glow {
    shape: &[
        (Shank, 60, -26), (Shank, 160, -40), (Shank, 300, -44), (Shank, 460, -39), (Shank, 640, -27),
        (Shank, 760, -17), (Shank, 600, -8), (Shank, 360, -9), (Shank, 140, -14),
    ],
    fibers: &[
        [(Shank, 160, -30), (Shank, 360, -33), (Shank, 600, -22)],
        [(Shank, 180, -20), (Shank, 360, -21), (Shank, 560, -15)],
    ],
};

pub const ABDOMINALS_SIDE: Glow = Glow {
    shape: &[
        (Trunk, 220, 40), (Trunk, 260, 54), (Trunk, 400, 55), (Trunk, 540, 59), (Trunk, 680, 60),
        (Trunk, 700, 46), (Trunk, 560, 35), (Trunk, 400, 31), (Trunk, 280, 32),
    ],
    fibers: &[
        [(Trunk, 300, 46), (Trunk, 460, 47), (Trunk, 620, 52)],
        [(Trunk, 320, 38), (Trunk, 460, 38), (Trunk, 600, 43)],
    ],
};

pub const OBLIQUES_SIDE: Glow = Glow {
    shape: &[
        (Trunk, 220, 20), (Trunk, 300, 36), (Trunk, 460, 40), (Trunk, 600, 34), (Trunk, 660, 14),
        (Trunk, 540, -6), (Trunk, 360, -12), (Trunk, 240, -4),
    ],
    fibers: &[
        [(Trunk, 260, 14), (Trunk, 400, 22), (Trunk, 560, 30)],
        [(Trunk, 280, 2), (Trunk, 420, 8), (Trunk, 600, 18)],
    ],
};

pub const BACK_EXTENSORS_SIDE: Glow = Glow {
    shape: &[
        (Trunk, 200, -49), (Trunk, 340, -44), (Trunk, 500, -46), (Trunk, 660, -53), (Trunk, 800, -56),
        (Trunk, 780, -40), (Trunk, 620, -34), (Trunk, 420, -27), (Trunk, 240, -32),
    ],
    fibers: &[
        [(Trunk, 280, -40), (Trunk, 480, -38), (Trunk, 700, -48)],
        [(Trunk, 300, -33), (Trunk, 460, -31), (Trunk, 660, -40)],
    ],
};

pub const UPPER_BACK_SIDE: Glow = Glow {
    shape: &[
        (Trunk, 600, -50), (Trunk, 740, -57), (Trunk, 880, -56), (Trunk, 1000, -45), (Trunk, 980, -28),
        (Trunk, 840, -24), (Trunk, 680, -28),
    ],
    fibers: &[
        [(Trunk, 680, -44), (Trunk, 800, -46), (Trunk, 940, -42)],
        [(Trunk, 700, -34), (Trunk, 820, -35), (Trunk, 940, -33)],
    ],
};

pub const GLUTEUS_MEDIUS_FRONT: Glow = Glow {
    shape: &[
        (Trunk, 200, 60), (Trunk, 195, 84), (Seat, 42, 22), (Seat, 50, -12), (Seat, 49, -40), (Seat, 34, -34),
        (Seat, 14, -6), (Trunk, 100, 56),
    ],
    fibers: &[
        [(Trunk, 170, 68), (Seat, 24, 14), (Seat, 38, -28)],
        [(Trunk, 170, 82), (Seat, 38, 14), (Seat, 43, -26)],
        [(Trunk, 120, 64), (Seat, 14, 10), (Seat, 28, -20)],
    ],
};

pub const GLUTEUS_MAXIMUS_BACK: Glow = Glow {
    shape: &[
        (Seat, -42, 22), (Seat, -20, 42), (Seat, 18, 34), (Seat, 44, 4), (Seat, 40, -30), (Seat, 10, -48),
        (Seat, -26, -44), (Seat, -46, -16),
    ],
    fibers: &[
        [(Seat, -32, 18), (Seat, 0, 4), (Seat, 30, -22)], [(Seat, -16, 28), (Seat, 12, 14), (Seat, 34, -6)],
        [(Seat, -36, 0), (Seat, -10, -14), (Seat, 18, -34)],
    ],
};

pub const DEEP_ROTATORS_FRONT: Glow = Glow {
    shape: &[(Seat, -14, 14), (Seat, 12, 18), (Seat, 40, 4), (Seat, 46, -20), (Seat, 24, -22), (Seat, -8, -8)],
    fibers: &[[(Seat, -2, 8), (Seat, 20, 4), (Seat, 38, -10)], [(Seat, 2, -2), (Seat, 18, -8), (Seat, 34, -16)]],
};

pub const QUADRICEPS_FRONT: Glow = Glow {
    shape: &[
        (Thigh, 160, 10), (Thigh, 300, 34), (Thigh, 550, 38), (Thigh, 780, 30), (Thigh, 920, 14),
        (Thigh, 900, -10), (Thigh, 740, -24), (Thigh, 500, -24), (Thigh, 280, -12),
    ],
    fibers: &[
        [(Thigh, 320, 18), (Thigh, 560, 22), (Thigh, 800, 16)],
        [(Thigh, 320, 4), (Thigh, 560, 2), (Thigh, 840, 2)],
        [(Thigh, 440, -10), (Thigh, 600, -13), (Thigh, 780, -10)],
    ],
};

pub const HAMSTRINGS_BACK: Glow = Glow {
    shape: &[
        (Thigh, 240, 4), (Thigh, 400, 30), (Thigh, 640, 30), (Thigh, 900, 18), (Thigh, 840, 0),
        (Thigh, 900, -18), (Thigh, 620, -30), (Thigh, 400, -24),
    ],
    fibers: &[
        [(Thigh, 380, 12), (Thigh, 600, 16), (Thigh, 800, 12)],
        [(Thigh, 380, -6), (Thigh, 600, -14), (Thigh, 800, -13)],
    ],
};

pub const ADDUCTORS_FRONT: Glow = Glow {
    shape: &[
        (Thigh, 20, -40), (Thigh, 200, -49), (Thigh, 420, -46), (Thigh, 660, -40), (Thigh, 860, -31),
        (Thigh, 660, -22), (Thigh, 400, -16), (Thigh, 160, -14), (Thigh, 20, -24),
    ],
    fibers: &[
        [(Thigh, 160, -38), (Thigh, 400, -37), (Thigh, 680, -33)],
        [(Thigh, 160, -26), (Thigh, 360, -26), (Thigh, 580, -28)],
    ],
};

pub const HIP_FLEXORS_FRONT: Glow = Glow {
    shape: &[
        (Trunk, 170, 34), (Trunk, 170, 54), (Seat, 14, 12), (Thigh, 160, 12), (Thigh, 380, 6),
        (Thigh, 340, -14), (Thigh, 140, -22), (Seat, -22, 10), (Trunk, 100, 26),
    ],
    fibers: &[
        [(Trunk, 140, 44), (Seat, 2, 8), (Thigh, 280, 0)],
        [(Trunk, 130, 34), (Seat, -10, 8), (Thigh, 200, -10)],
    ],
};

pub const CALF_BACK: Glow = Glow {
    shape: &[
        (Shank, 60, 8), (Shank, 140, 28), (Shank, 300, 34), (Shank, 500, 24), (Shank, 700, 8),
        (Shank, 700, -6), (Shank, 500, -22), (Shank, 280, -32), (Shank, 120, -24), (Shank, 60, -8),
    ],
    fibers: &[
        [(Shank, 160, 16), (Shank, 340, 18), (Shank, 560, 9)],
        [(Shank, 160, -12), (Shank, 340, -16), (Shank, 560, -8)],
    ],
};

pub const ABDOMINALS_FRONT: Glow = Glow {
    shape: &[
        (Trunk, 220, 3), (Trunk, 240, 28), (Trunk, 400, 36), (Trunk, 580, 40), (Trunk, 700, 34),
        (Trunk, 720, 4), (Trunk, 500, 3),
    ],
    fibers: &[
        [(Trunk, 300, 16), (Trunk, 460, 19), (Trunk, 620, 20)],
        [(Trunk, 340, 27), (Trunk, 460, 29), (Trunk, 580, 30)],
    ],
};

pub const BACK_EXTENSORS_BACK: Glow = Glow {
    shape: &[
        (Trunk, 200, 8), (Trunk, 240, 34), (Trunk, 440, 32), (Trunk, 680, 32), (Trunk, 840, 22),
        (Trunk, 800, 7), (Trunk, 500, 6),
    ],
    fibers: &[
        [(Trunk, 300, 16), (Trunk, 500, 15), (Trunk, 720, 14)],
        [(Trunk, 300, 26), (Trunk, 500, 24), (Trunk, 680, 23)],
    ],
};

pub const UPPER_BACK_FRONT: Glow = Glow {
    shape: &[
        (Trunk, 660, 14), (Trunk, 720, 60), (Trunk, 840, 78), (Trunk, 960, 62), (Trunk, 980, 18),
        (Trunk, 820, 8),
    ],
    fibers: &[
        [(Trunk, 760, 26), (Trunk, 820, 44), (Trunk, 860, 62)],
        [(Trunk, 880, 24), (Trunk, 900, 40), (Trunk, 920, 54)],
    ],
};

pub const OBLIQUES_FRONT: Glow = Glow {
    shape: &[
        (Trunk, 200, 66), (Trunk, 240, 84), (Trunk, 440, 77), (Trunk, 620, 82), (Trunk, 700, 72),
        (Trunk, 580, 54), (Trunk, 400, 46), (Trunk, 260, 50),
    ],
    fibers: &[
        [(Trunk, 280, 72), (Trunk, 440, 66), (Trunk, 600, 70)],
        [(Trunk, 280, 60), (Trunk, 420, 56), (Trunk, 540, 60)],
    ],
};

pub const GLUTEUS_MAXIMUS_FRONT: Glow = Glow {
    shape: &[
        (Thigh, 20, 41), (Thigh, 140, 53), (Thigh, 260, 53), (Thigh, 420, 41), (Thigh, 280, 31),
        (Thigh, 140, 31),
    ],
    fibers: &[[(Thigh, 92, 40), (Thigh, 220, 43), (Thigh, 348, 39)]],
};

pub const QUADRICEPS_BACK: Glow = Glow {
    shape: &[
        (Thigh, 300, 28), (Thigh, 480, 40), (Thigh, 660, 40), (Thigh, 900, 28), (Thigh, 690, 18),
        (Thigh, 480, 18),
    ],
    fibers: &[[(Thigh, 408, 27), (Thigh, 600, 30), (Thigh, 792, 26)]],
};

pub const CALF_FRONT: Glow = Glow {
    shape: &[
        (Shank, 60, 25), (Shank, 228, 37), (Shank, 396, 37), (Shank, 620, 25), (Shank, 424, 15),
        (Shank, 228, 15),
    ],
    fibers: &[[(Shank, 161, 24), (Shank, 340, 27), (Shank, 519, 23)]],
};

