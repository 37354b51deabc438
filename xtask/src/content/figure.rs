//! The `[figure]` table: read by the same parser as in the crate, so that a cell that cannot be drawn stops the build.
//!
//! Whether joints keep their limits and feet stay where they are is not known here: the tests of the crate's `figure`
//! go through the whole library.

use super::fields::Fields;
use super::figure_parse;
use super::key::is_id;
use super::notation::{FigureNotation, PoseNotation};
use super::problem::Problems;

/// Reads and checks the table.
pub fn read(file: &str, mut fields: Fields, problems: &mut Problems) -> Option<FigureNotation> {
    let view = fields.need("view", problems);
    let support = fields.need("support", problems);
    let pinned = fields.need("pinned", problems);
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
    if let Err(error) = figure_parse::read(&figure) {
        problems.add(file, format_args!("figure.{}", error.cell), error.problem);
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
        if text.split(' ').count() != count {
            problems.add(
                file,
                fields.path(name),
                format_args!("`{text}` is not {count} values with one space between"),
            );
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

#[cfg(test)]
mod tests {
    use super::super::exercise::tests::{WHOLE, problems_of};

    #[test]
    fn each_broken_cell_is_named() {
        for (right, wrong, problem) in [
            ("\"side\"", "\"above\"", "f: figure.view: "),
            ("\"side\"", "\"side, run\"", "f: figure.view: "),
            ("floor: ", "flor: ", "f: figure.support: "),
            ("foot-n, ", "fot-n, ", "f: figure.support: "),
            ("hip@1", "hip@x", "f: figure.support: "),
            ("\"feet\"", "\"feets\"", "f: figure.pinned: "),
            ("\"start\"", "\"Start\"", "f: figure.poses 1.id: `Start` is not in kebab-case"),
            ("-90 5 0", "-90 5", "f: figure.poses 1.spine: `-90 5` is not 3 values"),
            ("-90 5 0", "-90 5 O", "f: figure.poses.start.spine: "),
            ("54 54", "54 x", "f: figure.poses.start.hip: "),
            ("54 54", "54@1 54", "f: figure.poses.start.hip: "),
            ("112@3/-4", "112@3/", "f: figure.poses.start.knee: "),
            ("112@3/-4 112", "112 112 112", "f: figure.poses 1.knee: `112 112 112` is not 2 values"),
            ("-32 -32", "-32  -32", "f: figure.poses 1.ankle: `-32  -32` is not 2 values"),
            ("0/-4 .5", "0/-4 1000", "f: figure.poses.start.shoulder: "),
            ("elbow =", "elbows =", "f: figure.poses 1.elbow: is missing"),
        ] {
            assert!(WHOLE.contains(right), "{right}");
            let found = problems_of(&WHOLE.replacen(right, wrong, 1));
            assert!(found.first().is_some_and(|first| first.starts_with(problem)), "{wrong}: {found:?}");
        }
        let twice = format!("{WHOLE}{}", &WHOLE[WHOLE.find("[[").unwrap_or_default()..]);
        assert_eq!(problems_of(&twice), ["f: figure.poses 2.id: `start` is the name of a pose before"]);
        let none = &WHOLE[..WHOLE.find("[[").unwrap_or_default()];
        assert_eq!(problems_of(none).first().map(String::as_str), Some("f: figure.poses: is missing"));
    }
}
