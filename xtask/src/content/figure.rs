//! The `[figure]` table: every cell has the shape of the notation.
//!
//! Only the shape is checked here; what the angles mean, and whether joints keep their limits, is known to the
//! crate's `figure`, whose tests go through the whole library.

use super::fields::Fields;
use super::key::is_id;
pub use super::notation::{FigureNotation, PoseNotation};
use super::problem::Problems;

const VIEWS: [&str; 5] = ["side", "front", "back", "side, cycle", "front, cycle"];

const SURFACES: [&str; 20] = [
    "backdrop",
    "ball",
    "band",
    "bench",
    "chair",
    "floor",
    "line",
    "mat-from-above",
    "pad",
    "pillow",
    "pool-deep",
    "pool-floor",
    "rail",
    "roller",
    "slider",
    "step",
    "stick",
    "strap",
    "wall",
    "weight",
];

const POINTS: [&str; 13] =
    ["foot", "toe", "heel", "ankle", "knee", "hip", "shoulder", "elbow", "hand", "thigh", "shank", "side", "head"];

const PLURALS: [&str; 9] = ["feet", "toes", "heels", "ankles", "knees", "hips", "shoulders", "elbows", "hands"];

/// Reads and checks the table.
pub fn read(file: &str, mut fields: Fields, problems: &mut Problems) -> Option<FigureNotation> {
    let view: Option<String> = fields.need("view", problems);
    let support: Option<String> = fields.need("support", problems);
    let pinned: Option<Vec<String>> = fields.need("pinned", problems);
    let tables = fields.tables("poses", problems);
    let mut poses = Vec::new();
    for table in tables {
        let place = table.path("id");
        let Some(pose) = pose(file, table, problems) else { continue };
        if poses.iter().any(|other: &PoseNotation| other.id == pose.id) {
            problems.add(file, place, format_args!("`{}` is the name of a pose before", pose.id));
        }
        poses.push(pose);
    }
    fields.end(problems);
    let figure = FigureNotation { view: view?, support: support?, pinned: pinned?, poses };
    if !VIEWS.contains(&figure.view.as_str()) {
        problems.add(file, "figure.view", format_args!("`{}` is no view", figure.view));
    }
    if let Some(part) = figure.support.split("; ").find(|part| !is_support(part)) {
        problems.add(file, "figure.support", format_args!("`{part}` is no surface with points"));
    }
    if let Some(point) = figure.pinned.iter().find(|point| !is_point(point)) {
        problems.add(file, "figure.pinned", format_args!("`{point}` is no point"));
    }
    Some(figure)
}

fn pose(file: &str, mut fields: Fields, problems: &mut Problems) -> Option<PoseNotation> {
    let id: Option<String> = fields.need("id", problems);
    if let Some(id) = id.as_deref().filter(|id| !is_id(id)) {
        problems.add(file, fields.path("id"), format_args!("`{id}` is not in kebab-case"));
    }
    let mut cells = |name: &str, count: usize| -> Option<String> {
        let text: String = fields.need(name, problems)?;
        let shaped = text.split(' ').filter(|cell| is_cell(cell, name == "knee")).count();
        if shaped != count || text.split(' ').count() != count {
            problems.add(file, fields.path(name), format_args!("`{text}` is not {count} angles"));
        }
        Some(text)
    };
    let (spine, hip, knee) = (cells("spine", 3), cells("hip", 2), cells("knee", 2));
    let (ankle, shoulder, elbow) = (cells("ankle", 2), cells("shoulder", 2), cells("elbow", 2));
    fields.end(problems);
    Some(PoseNotation {
        id: id?,
        spine: spine?,
        hip: hip?,
        knee: knee?,
        ankle: ankle?,
        shoulder: shoulder?,
        elbow: elbow?,
    })
}

/// `a` or `a/f`; a knee also `k@d` or `k@d/g`.
fn is_cell(cell: &str, knee: bool) -> bool {
    let angle = |text: &str| text.parse::<f32>().is_ok_and(|angle| angle.abs() <= 360.0);
    let pair = |text: &str| text.split_once('/').map_or_else(|| angle(text), |(a, f)| angle(a) && angle(f));
    match cell.split_once('@') {
        Some((bend, direction)) => knee && angle(bend) && pair(direction),
        None => pair(cell),
    }
}

/// `floor: shoulder, foot-n, hip@1`, `water line: chest`, `lift@2: .06`.
fn is_support(part: &str) -> bool {
    let Some((surface, points)) = part.split_once(": ") else { return false };
    match surface {
        "water line" => ["waist", "chest", "shoulder"].contains(&points),
        "pool-deep" => points == "float",
        "lift" => points.parse::<f32>().is_ok(),
        _ if surface.starts_with("lift@") => points.parse::<f32>().is_ok(),
        _ => SURFACES.contains(&surface) && points.split(", ").all(is_point),
    }
}

/// `hip`, `foot-n`, `feet`, `hip@12`, `thigh-n .75 .35`.
fn is_point(point: &str) -> bool {
    let mut parts = point.split(' ');
    let name = parts.next().unwrap_or_default();
    let (name, poses) = name.split_once('@').unwrap_or((name, "1"));
    let base = name.strip_suffix("-n").or_else(|| name.strip_suffix("-f")).unwrap_or(name);
    (POINTS.contains(&base) || PLURALS.contains(&name))
        && !poses.is_empty()
        && poses.bytes().all(|digit| digit.is_ascii_digit())
        && parts.all(|place| place.parse::<f32>().is_ok_and(|place| (0.0..=1.0).contains(&place)))
}

#[cfg(test)]
mod tests {
    use super::super::exercise::tests::{WHOLE, problems_of};
    use super::*;

    #[test]
    fn each_broken_cell_is_named() {
        for (right, wrong, problem) in [
            ("\"side\"", "\"above\"", "f: figure.view: `above` is no view"),
            ("floor: ", "flor: ", "f: figure.support: `flor: shoulder, foot-n, hip@1` is no surface"),
            ("foot-n, ", "fot-n, ", "f: figure.support: `floor: shoulder, fot-n, hip@1` is no surface"),
            ("\"feet\"", "\"feets\"", "f: figure.pinned: `feets` is no point"),
            ("\"start\"", "\"Start\"", "f: figure.poses 1.id: `Start` is not in kebab-case"),
            ("-90 5 0", "-90 5", "f: figure.poses 1.spine: `-90 5` is not 3 angles"),
            ("54 54", "54 x", "f: figure.poses 1.hip: `54 x` is not 2 angles"),
            ("54 54", "54@1 54", "f: figure.poses 1.hip: `54@1 54` is not 2 angles"),
            ("112@3/-4", "112@3/", "f: figure.poses 1.knee: `112@3/ 112` is not 2 angles"),
            ("-32 -32", "-32  -32", "f: figure.poses 1.ankle: `-32  -32` is not 2 angles"),
            ("0/-4 .5", "0/-4 1000", "f: figure.poses 1.shoulder: `0/-4 1000` is not 2 angles"),
            ("elbow =", "elbows =", "f: figure.poses 1.elbow: is missing"),
        ] {
            assert!(WHOLE.contains(right), "{right}");
            let found = problems_of(&WHOLE.replacen(right, wrong, 1));
            assert!(found.first().is_some_and(|first| first.starts_with(problem)), "{wrong}: {found:?}");
        }
        let twice = format!("{WHOLE}{}", &WHOLE[WHOLE.find("[[").unwrap_or_default()..]);
        assert_eq!(problems_of(&twice), ["f: figure.poses 2.id: `start` is the name of a pose before"]);
    }

    #[test]
    fn supports_are_surfaces_with_points() {
        for good in ["floor: feet", "roller: thigh-n .75 .35", "water line: chest", "pool-deep: float", "lift@2: .06"] {
            assert!(is_support(good), "{good}");
        }
        for bad in ["floor", "floor: ", "water line: knee", "pool-deep: feet", "lift@2: high", "roller: thigh-n 2"] {
            assert!(!is_support(bad), "{bad}");
        }
    }
}
