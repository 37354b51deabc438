//! The figures of the self-tests, in the library's notation where no exercise shows the position.
//!
//! Near is the tested side, but for the side plank, whose lower side is tested. Not here: drawing (see `figure`).

use crate::figure::{FigureNotation, PoseNotation};
use crate::library::ExerciseId;

/// What shows a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Drawn {
    /// The figure of an exercise.
    Exercise(ExerciseId),
    /// A figure of its own.
    Own(&'static Sketch),
}

/// A figure of its own: [`FigureNotation`] as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sketch {
    /// View.
    pub view: &'static str,
    /// Support.
    pub support: &'static str,
    /// Pinned points.
    pub pinned: &'static [&'static str],
    /// Key poses: id, spine, hip, knee, ankle, shoulder, elbow.
    pub poses: &'static [[&'static str; 7]],
}

impl Sketch {
    /// The notation that `Figure::parse` reads.
    pub fn notation(&self) -> FigureNotation {
        let poses = self.poses.iter().map(|[id, spine, hip, knee, ankle, shoulder, elbow]| PoseNotation {
            id: (*id).to_owned(),
            spine: (*spine).to_owned(),
            hip: (*hip).to_owned(),
            knee: (*knee).to_owned(),
            ankle: (*ankle).to_owned(),
            shoulder: (*shoulder).to_owned(),
            elbow: (*elbow).to_owned(),
        });
        FigureNotation {
            view: self.view.to_owned(),
            support: self.support.to_owned(),
            pinned: self.pinned.iter().map(|point| (*point).to_owned()).collect(),
            poses: poses.collect(),
        }
    }
}

/// One knee hugged at the edge of a bench, the other leg sinks.
pub(super) static THOMAS: Sketch = Sketch {
    view: "side",
    support: "bench: hip, shoulder",
    pinned: &["shoulder", "hip"],
    poses: &[
        ["hug-both", "-90 5 2", "106 110", "125 128", "0 0", "30 30", "9 9"],
        ["let-sink", "-90 5 2", "-6 110", "48 128", "0 0", "30 30", "9 9"],
    ],
};

/// Sitting, the foot swings out.
pub(super) static TURN_IN_SITTING: Sketch = Sketch {
    view: "front",
    support: "chair: hip; floor: foot-f, foot-n@1",
    pinned: &["hips", "foot-f"],
    poses: &[
        ["shin-down", "0 0 0", "89/82 84/89", "90@-3/1 90@4/0", "0 0", "21/23 21/23", "-65/42 -65/42"],
        ["foot-out", "0 0 0", "85/86 84/89", "90@34/0 90@4/0", "0 0", "21/23 21/23", "-65/42 -65/42"],
    ],
};

/// Sitting, the foot swings in.
pub(super) static TURN_OUT_SITTING: Sketch = Sketch {
    view: "front",
    support: "chair: hip; floor: foot-f, foot-n@1",
    pinned: &["hips", "foot-f"],
    poses: &[
        ["shin-down", "0 0 0", "89/82 84/89", "90@-3/1 90@4/0", "0 0", "21/23 21/23", "-65/42 -65/42"],
        ["foot-in", "0 0 0", "89/82 84/89", "90@-32/0 90@4/0", "0 0", "21/23 21/23", "-65/42 -65/42"],
    ],
};

/// Lying on the front, one foot falls outward.
pub(super) static TURN_IN_PRONE: Sketch = Sketch {
    view: "back",
    support: "mat-from-above: hip, shoulder, knees",
    pinned: &["hips", "knees"],
    poses: &[
        ["shin-up", "0 0 0", "2 2", "90@90/-90 0", "0 0", "159/0 159/0", "124/0 124/0"],
        ["foot-out", "0 0 0", "2 2", "90@90/-55 0", "0 0", "159/0 159/0", "124/0 124/0"],
    ],
};

/// The ankle on the other thigh, the knee falls out.
pub(super) static FIGURE_FOUR: Sketch = Sketch {
    view: "front",
    support: "mat-from-above: hip, shoulder",
    pinned: &["shoulders", "hips"],
    poses: &[
        ["cross", "0 0 0", "30/62 4", "110@-66/-37 0", "0 0", "25 25", "0 0"],
        ["let-fall", "0 0 0", "42/38 4", "110@-80/-18 0", "0 0", "25 25", "0 0"],
    ],
};

/// The knee bends toward the wall.
pub(super) static KNEE_TO_WALL: Sketch = Sketch {
    view: "side",
    support: "floor: foot-n, toe-f; wall: hands",
    pinned: &["foot-n", "toe-f", "hands"],
    poses: &[
        ["back", "0 0 0", "24 -16", "23 21", "-1 15", "44 44", "62 62"],
        ["knee-forward", "-4 0 0", "32 -10", "72 66", "36 10", "34 34", "113 113"],
    ],
};

/// One straight leg rises.
pub(super) static STRAIGHT_LEG: Sketch = Sketch {
    view: "side",
    support: "floor: hip, shoulder, heel-f, heel-n@1",
    pinned: &["shoulder", "hip", "heel-f"],
    poses: &[
        ["flat", "-90 5 0", "-1 -1", "0 0", "0 0", "0 0", "0 0"],
        ["raised", "-90 5 0", "72 -1", "0 0", "0 0", "0 0", "0 0"],
    ],
};

/// The thigh upright in both hands, the knee straightens.
pub(super) static NINETY_NINETY: Sketch = Sketch {
    view: "side",
    support: "floor: hip, shoulder, heel-f",
    pinned: &["shoulder", "hip", "heel-f"],
    poses: &[
        ["bent", "-90 5 0", "90 -1", "85 0", "0 0", "-2 -2", "62 62"],
        ["straighten", "-90 5 0", "90 -1", "18 0", "0 0", "-2 -2", "62 62"],
    ],
};

/// Lying on the front, the heel comes to the buttock.
pub(super) static HEEL_TO_BUTTOCK: Sketch = Sketch {
    view: "side",
    support: "floor: hip, shoulder, knees; strap: hand-n, foot-n",
    pinned: &["hip", "knees"],
    poses: &[
        ["bend", "90 -8 0", "0 0", "95 0", "-20 -70", "-25 180", "0 0"],
        ["pull", "90 -8 0", "0 0", "135 0", "-20 -70", "-30 180", "10 0"],
    ],
};

/// On one leg, hands on the hips.
pub(super) static STAND: Sketch = Sketch {
    view: "front",
    support: "floor: foot-n, foot-f@1",
    pinned: &["foot-n"],
    poses: &[
        ["stand", "0 0 0", "0 0", "0 0", "0 0", "40 40", "-100 -100"],
        ["lift", "0 0 0", "0 2/25", "0 60", "0 0", "40 40", "-100 -100"],
    ],
};

/// The hips rise to one line over elbow and feet.
pub(super) static SIDE_PLANK: Sketch = Sketch {
    view: "front",
    support: "floor: elbow-f, ankle-f, hip-f@1",
    pinned: &["elbow-f", "ankle-f"],
    poses: &[
        ["down", "-48 0 0", "37 -39", "0 0", "0 0", "4 55", "-35/35 0/90"],
        ["up", "-71 0 0", "-2 -3", "0 0", "0 0", "4 71", "-35/35 0/90"],
    ],
};

/// The heel on a chair, the hip rises.
pub(super) static BRIDGE_ON_CHAIR: Sketch = Sketch {
    view: "side",
    support: "floor: shoulder, hip@1; chair: heel-n",
    pinned: &["shoulder", "heel-n"],
    poses: &[
        ["down", "-90 5 0", "55 90", "52 80", "0 0", "15 15", "135 135"],
        ["up", "-115 29 3", "0 65", "25 80", "0 0", "5 5", "135 135"],
    ],
};

/// Lying on the side, the top leg rises.
pub(super) static LEG_RAISE: Sketch = Sketch {
    view: "front",
    support: "floor: side-f, knee-f, ankle-f; pillow: head",
    pinned: &["side", "knee-f"],
    poses: &[
        ["level", "-84 -12 0", "6 0/45", "0 126", "0 0", "0/40 174/15", "-75/35 8/75"],
        ["raised", "-84 -12 0", "36 0/45", "0 126", "0 0", "0/40 174/15", "-75/35 8/75"],
    ],
};

/// Up from a chair on one leg.
pub(super) static SIT_TO_STAND: Sketch = Sketch {
    view: "side",
    support: "floor: foot-n; chair: hip@12",
    pinned: &["foot-n", "hip@12"],
    poses: &[
        ["sit", "6 0 0", "96 100", "98 62", "8 0", "60 60", "15 15"],
        ["lean", "40 -18 0", "130 124", "98 50", "8 0", "95 95", "10 10"],
        ["stand", "2 0 0", "4 34", "5 45", "3 0", "30 30", "20 20"],
    ],
};

/// A squat on one leg.
pub(super) static SQUAT: Sketch = Sketch {
    view: "side",
    support: "floor: foot-n",
    pinned: &["foot-n"],
    poses: &[
        ["stand", "2 0 0", "4 -4", "5 35", "3 0", "20 20", "20 20"],
        ["squat", "32 -12 0", "77 8", "67 75", "21 0", "105 105", "10 10"],
    ],
};

/// Lying on the back, a ball between the ankles.
pub(super) static ANKLE_SQUEEZE: Sketch = Sketch {
    view: "front",
    support: "mat-from-above: hip, shoulder; ball: ankle-n, ankle-f",
    pinned: &["shoulders", "hips"],
    poses: &[
        ["hold-ball", "0 0 0", "4 4", "0 0", "0 0", "25 25", "0 0"],
        ["squeeze", "0 0 0", "2 2", "0 0", "0 0", "25 25", "0 0"],
    ],
};

/// The top knee on a bench, the hips rise.
pub(super) static COPENHAGEN: Sketch = Sketch {
    view: "front",
    support: "floor: elbow-f, ankle-f@1, hip-f@1; bench: knee-n",
    pinned: &["elbow-f", "knee-n"],
    poses: &[
        ["down", "-48 6 0", "75 -39", "90 20", "0 0", "4 48", "-35/35 0/90"],
        ["up", "-86 6 0", "-16 9", "90 70", "0 0", "4 86", "-35/35 0/90"],
    ],
};

/// Sitting, the knee lifts against the hand.
pub(super) static KNEE_LIFT: Sketch = Sketch {
    view: "side",
    support: "chair: hip; floor: foot-f, foot-n@1",
    pinned: &["hip", "foot-f"],
    poses: &[
        ["sit", "0 0 0", "90 90", "90 90", "0 0", "12 12", "53 53"],
        ["lift", "0 0 0", "106 90", "96 90", "0 0", "20 12", "60 53"],
    ],
};
