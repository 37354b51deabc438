//! Reads the notation into numbers: views, cells, surfaces and the points that rest on them.
//!
//! Uses `std` and the notation alone, so that the build can check each exercise file with the same reader. Not here:
//! what the numbers mean in space (see `skeleton`) and whether a body can do it (the tests of the library).

use std::fmt;

use super::notation::{FigureNotation, PoseNotation};
use super::notes::{Cell, Knee, Nearness, Notes, Pair, Part, Pin, Point, Pose, Rest, Surface, View, When};

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
    Ok((name, When::of(set)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_angles_in_and_out_of_the_plane() {
        assert_eq!(read_cell("12"), Ok(Cell { angle: 12.0, out: None }));
        assert_eq!(read_cell("-12.5/40"), Ok(Cell { angle: -12.5, out: Some(40.0) }));
        assert_eq!(read_knee("90"), Ok(Knee::Plain(90.0)));
        assert_eq!(read_knee("90@-11"), Ok(Knee::Turned { bend: 90.0, direction: -11.0, out: 0.0 }));
        assert_eq!(read_knee("90@-11/-39"), Ok(Knee::Turned { bend: 90.0, direction: -11.0, out: -39.0 }));
    }
}
