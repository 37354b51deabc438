//! What a notation says, in numbers: angles of key poses, what rests on what, what does not slide.
//!
//! Uses `std` alone. Not here: how it is read (see `parse`), and what it means in space (see `skeleton`).

/// From where the body is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Facing right when upright.
    Side,
    /// Facing the viewer.
    Front,
    /// Seen from behind.
    Back,
}

/// The side next to the viewer (front and back view: picture right), which works, or the other one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// The working side.
    Near,
    /// The other side.
    Far,
}

/// One value for each side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pair<T> {
    /// Of the working side.
    pub near: T,
    /// Of the other side.
    pub far: T,
}

impl<T> Pair<T> {
    /// The value of one side.
    pub const fn of(&self, side: Nearness) -> &T {
        match side {
            Nearness::Near => &self.near,
            Nearness::Far => &self.far,
        }
    }

    /// The value of one side, to be changed.
    pub const fn of_mut(&mut self, side: Nearness) -> &mut T {
        match side {
            Nearness::Near => &mut self.near,
            Nearness::Far => &mut self.far,
        }
    }

    /// Near and far exchanged.
    pub fn exchanged(self) -> Self {
        Self { near: self.far, far: self.near }
    }
}

/// An angle in the picture plane and, where written, one out of it. Degrees.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cell {
    /// In the plane.
    pub angle: f32,
    /// Out of it, toward the front of the body (side view: toward the viewer).
    pub out: Option<f32>,
}

/// How a knee is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Knee {
    /// Plain flexion, degrees.
    Plain(f32),
    /// The shank's own direction, where bones turn out of the plane.
    Turned {
        /// The real bend, not drawn.
        bend: f32,
        /// Direction of the shank in the picture.
        direction: f32,
        /// Out of the plane.
        out: f32,
    },
}

/// The angles of one key pose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// Absolute lean, and toward the viewer.
    pub trunk: Cell,
    /// Relative to the trunk, and the turn of the face.
    pub neck: Cell,
    /// Tilt (side view) or hike (front and back view).
    pub pelvis: f32,
    /// Hips.
    pub hip: Pair<Cell>,
    /// Knees.
    pub knee: Pair<Knee>,
    /// Ankles.
    pub ankle: Pair<f32>,
    /// Shoulders.
    pub shoulder: Pair<Cell>,
    /// Elbows.
    pub elbow: Pair<Cell>,
}

/// A part of the body that can rest, be pinned, or hold something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The flat sole.
    Foot,
    /// Front end of the sole.
    Toe,
    /// Rear end of the sole.
    Heel,
    /// Ankle.
    Ankle,
    /// Knee.
    Knee,
    /// Hip.
    Hip,
    /// Shoulder.
    Shoulder,
    /// Elbow.
    Elbow,
    /// Wrist.
    Hand,
    /// A place on the thigh.
    Thigh,
    /// A place on the shank.
    Shank,
    /// Hip and shoulder of one side.
    Side,
    /// Head.
    Head,
}

/// A part, and of which side; none = the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The part.
    pub part: Part,
    /// The side.
    pub side: Option<Nearness>,
}

/// The key poses in which something holds, as a set of their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When(u16);

impl When {
    /// In all key poses.
    pub const ALWAYS: Self = Self(u16::MAX);

    /// In the key poses of a set, bit 0 = the first.
    pub const fn of(set: u16) -> Self {
        Self(set)
    }

    /// Whether it holds in the key pose `pose`, from 0.
    pub const fn holds(self, pose: usize) -> bool {
        pose < 16 && self.0 & (1 << pose) != 0
    }
}

/// What the body rests on, or what is drawn with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named as in the notation")]
pub enum Surface {
    Floor,
    PoolFloor,
    PoolDeep,
    Pad,
    Roller,
    Step,
    Chair,
    Bench,
    MatFromAbove,
    Wall,
    Backdrop,
    Strap,
    Band,
    Ball,
    Weight,
    Stick,
    Slider,
    Pillow,
    Rail,
    Line,
}

impl Surface {
    /// Height on which points come to rest, body heights.
    pub const fn height(self) -> Option<f32> {
        match self {
            Self::Floor | Self::PoolFloor => Some(0.0),
            Self::Pad => Some(0.06),
            Self::Roller => Some(0.09),
            Self::Step => Some(0.12),
            Self::Chair | Self::Bench => Some(0.235),
            _ => None,
        }
    }
}

/// One point on one surface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rest {
    /// The surface.
    pub surface: Surface,
    /// The point; none where the surface needs none.
    pub point: Option<Point>,
    /// In which key poses.
    pub when: When,
    /// The place on the segment in the first and in the last key pose, 0 = upper joint, 1 = lower.
    pub places: (f32, f32),
    /// Whether a band leads to the side, out of the picture, and not forward.
    pub sideways: bool,
}

/// A point that does not slide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pin {
    /// The point.
    pub point: Point,
    /// In which key poses.
    pub when: When,
}

/// All that a figure's notation says, in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// From where it is seen.
    pub view: View,
    /// Whether it is gait, which never goes back.
    pub cycle: bool,
    /// What rests on what.
    pub rests: Vec<Rest>,
    /// What does not slide.
    pub pins: Vec<Pin>,
    /// Height by which the supports hover, and in which key poses.
    pub lift: Option<(f32, When)>,
    /// Height of the water line.
    pub water: Option<f32>,
    /// The key poses.
    pub poses: Vec<Pose>,
}
