//! Reads the notation into numbers: views, cells, surfaces and the points that rest on them.
//!
//! Uses `std` and the notation alone, so that the build can check each exercise file with the same reader. Not here:
//! what the numbers mean in space (see `skeleton`) and whether a body can do it (the tests of the library).

use std::fmt;

use super::notation::{FigureNotation, PoseNotation};

/// A cell that cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError {
    /// Which cell, such as `poses.knee-up.hip`.
    pub cell: String,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl fmt::Display for FigureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "figure.{}: {}", self.cell, self.problem)
    }
}

impl std::error::Error for FigureError {}

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
    const ALWAYS: Self = Self(u16::MAX);

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

/// Reads a whole notation.
pub fn read(notation: &FigureNotation) -> Result<Notes, FigureError> {
    let mut words = notation.view.split(',').map(str::trim);
    let view = match words.next() {
        Some("side") => View::Side,
        Some("front") => View::Front,
        Some("back") => View::Back,
        _ => return Err(bad("view", "is not side, front or back")),
    };
    let cycle = match words.next() {
        None => false,
        Some("cycle") => true,
        Some(_) => return Err(bad("view", "its second word can only be cycle")),
    };
    let mut notes =
        Notes { view, cycle, rests: Vec::new(), pins: Vec::new(), lift: None, water: None, poses: Vec::new() };
    for clause in notation.support.split(';').map(str::trim).filter(|clause| !clause.is_empty()) {
        read_clause(clause, &mut notes).map_err(|problem| bad("support", problem))?;
    }
    for pin in notation.pinned.iter().filter(|pin| pin.as_str() != "none") {
        let (name, when) = split_when(pin).map_err(|problem| bad("pinned", problem))?;
        let points = points_of(name).ok_or_else(|| bad("pinned", "is not a point of the body"))?;
        notes.pins.extend(points.into_iter().flatten().map(|point| Pin { point, when }));
    }
    for pose in &notation.poses {
        notes.poses.push(read_pose(pose)?);
    }
    if notes.poses.is_empty() {
        return Err(bad("poses", "has no key pose"));
    }
    Ok(notes)
}

fn bad(cell: &str, problem: &'static str) -> FigureError {
    FigureError { cell: cell.to_owned(), problem }
}

fn read_clause(clause: &str, notes: &mut Notes) -> Result<(), &'static str> {
    let (head, rest) = clause.split_once(':').ok_or("has no colon")?;
    let (name, when) = split_when(head.trim())?;
    let rest = rest.trim();
    let surface = match name {
        "lift" => {
            notes.lift = Some((number(rest)?, when));
            return Ok(());
        }
        "water line" => {
            notes.water = Some(match rest {
                "waist" => 0.58,
                "chest" => 0.70,
                "shoulder" => 0.80,
                _ => return Err("the water line is at waist, chest or shoulder"),
            });
            return Ok(());
        }
        _ => surface_of(name).ok_or("names no surface that is known")?,
    };
    for item in rest.split(',').map(str::trim) {
        read_rest(surface, item, &mut notes.rests)?;
    }
    Ok(())
}

fn read_rest(surface: Surface, item: &str, rests: &mut Vec<Rest>) -> Result<(), &'static str> {
    let (item, way) = item.split_once('(').map_or((item, ""), |(item, way)| (item.trim(), way));
    let mut words = item.split_whitespace();
    let (name, when) = split_when(words.next().ok_or("names no point")?)?;
    let first = words.next().map(number).transpose()?;
    let last = words.next().map(number).transpose()?;
    let place = first.unwrap_or(0.0);
    let rest = Rest {
        surface,
        point: None,
        when,
        places: (place, last.unwrap_or(place)),
        sideways: way.starts_with("to the side"),
    };
    if matches!((surface, name), (Surface::PoolDeep, "float") | (Surface::Line, "middle")) {
        rests.push(rest);
        return Ok(());
    }
    let points = points_of(name).ok_or("names no point of the body")?;
    rests.extend(points.into_iter().flatten().map(|point| Rest { point: Some(point), ..rest }));
    Ok(())
}

fn split_when(text: &str) -> Result<(&str, When), &'static str> {
    let Some((name, digits)) = text.split_once('@') else { return Ok((text, When::ALWAYS)) };
    let mut set = 0;
    for digit in digits.chars() {
        match digit.to_digit(10) {
            Some(pose @ 1..) => set |= 1 << (pose - 1),
            _ => return Err("after @ stand the numbers of key poses"),
        }
    }
    Ok((name, When(set)))
}

fn surface_of(name: &str) -> Option<Surface> {
    Some(match name {
        "floor" => Surface::Floor,
        "pool-floor" => Surface::PoolFloor,
        "pool-deep" => Surface::PoolDeep,
        "pad" => Surface::Pad,
        "roller" => Surface::Roller,
        "step" => Surface::Step,
        "chair" => Surface::Chair,
        "bench" => Surface::Bench,
        "mat-from-above" => Surface::MatFromAbove,
        "wall" => Surface::Wall,
        "backdrop" => Surface::Backdrop,
        "strap" => Surface::Strap,
        "band" => Surface::Band,
        "ball" => Surface::Ball,
        "weight" => Surface::Weight,
        "stick" => Surface::Stick,
        "slider" => Surface::Slider,
        "pillow" => Surface::Pillow,
        "rail" => Surface::Rail,
        "line" => Surface::Line,
        _ => return None,
    })
}

/// The points of a name: one, or both of a plural.
fn points_of(name: &str) -> Option<[Option<Point>; 2]> {
    let (stem, side) = match name.rsplit_once('-') {
        Some((stem, "n")) => (stem, Some(Nearness::Near)),
        Some((stem, "f")) => (stem, Some(Nearness::Far)),
        _ => (name, None),
    };
    let (part, plural) = match stem {
        "foot" => (Part::Foot, false),
        "feet" => (Part::Foot, true),
        "toe" => (Part::Toe, false),
        "toes" => (Part::Toe, true),
        "heel" => (Part::Heel, false),
        "heels" => (Part::Heel, true),
        "ankle" => (Part::Ankle, false),
        "ankles" => (Part::Ankle, true),
        "knee" => (Part::Knee, false),
        "knees" => (Part::Knee, true),
        "hip" => (Part::Hip, false),
        "hips" => (Part::Hip, true),
        "shoulder" => (Part::Shoulder, false),
        "shoulders" => (Part::Shoulder, true),
        "elbow" => (Part::Elbow, false),
        "elbows" => (Part::Elbow, true),
        "hand" => (Part::Hand, false),
        "hands" => (Part::Hand, true),
        "thigh" => (Part::Thigh, false),
        "shank" => (Part::Shank, false),
        "side" => (Part::Side, false),
        "head" => (Part::Head, false),
        _ => return None,
    };
    let middle = matches!(part, Part::Hip | Part::Shoulder | Part::Head | Part::Side);
    match (plural, side) {
        (true, None) => Some([Nearness::Near, Nearness::Far].map(|side| Some(Point { part, side: Some(side) }))),
        (false, Some(_)) => Some([Some(Point { part, side }), None]),
        // The side in `pinned` is the one below, the far one.
        (false, None) if part == Part::Side => Some([Some(Point { part, side: Some(Nearness::Far) }), None]),
        (false, None) if middle => Some([Some(Point { part, side }), None]),
        _ => None,
    }
}

fn read_pose(pose: &PoseNotation) -> Result<Pose, FigureError> {
    let named = |cell: &'static str| move |problem| FigureError { cell: format!("poses.{}.{cell}", pose.id), problem };
    let spine = read_cells::<3>(&pose.spine).map_err(named("spine"))?;
    let [trunk, neck, pelvis] = spine;
    let pair = |text: &str, cell| -> Result<Pair<Cell>, FigureError> {
        let [near, far] = read_cells::<2>(text).map_err(named(cell))?;
        Ok(Pair { near, far })
    };
    let knee =
        |word: Option<&str>| word.ok_or("needs a near and a far value").and_then(read_knee).map_err(named("knee"));
    let mut knees = pose.knee.split_whitespace();
    let ankle = pair(&pose.ankle, "ankle")?;
    Ok(Pose {
        trunk,
        neck,
        pelvis: pelvis.angle,
        hip: pair(&pose.hip, "hip")?,
        knee: Pair { near: knee(knees.next())?, far: knee(knees.next())? },
        ankle: Pair { near: ankle.near.angle, far: ankle.far.angle },
        shoulder: pair(&pose.shoulder, "shoulder")?,
        elbow: pair(&pose.elbow, "elbow")?,
    })
}

fn read_cells<const N: usize>(text: &str) -> Result<[Cell; N], &'static str> {
    let mut cells = [Cell::default(); N];
    let mut words = text.split_whitespace();
    for cell in &mut cells {
        *cell = read_cell(words.next().ok_or("has too few values")?)?;
    }
    if words.next().is_some() { Err("has too many values") } else { Ok(cells) }
}

fn read_cell(word: &str) -> Result<Cell, &'static str> {
    let (angle, out) = word.split_once('/').map_or((word, None), |(angle, out)| (angle, Some(out)));
    Ok(Cell { angle: number(angle)?, out: out.map(number).transpose()? })
}

fn read_knee(word: &str) -> Result<Knee, &'static str> {
    let Some((bend, turned)) = word.split_once('@') else { return Ok(Knee::Plain(number(word)?)) };
    let Cell { angle, out } = read_cell(turned)?;
    Ok(Knee::Turned { bend: number(bend)?, direction: angle, out: out.unwrap_or(0.0) })
}

fn number(text: &str) -> Result<f32, &'static str> {
    match text.trim().parse::<f32>() {
        Ok(value) if value.is_finite() && value.abs() <= 360.0 => Ok(value),
        _ => Err("is not a number of degrees"),
    }
}
