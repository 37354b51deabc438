//! The reading of every exercise's notation, and of broken ones. Apart from `parse`, which the build reads without these samples.

use super::notation::FigureNotation;
use super::notes::Nearness;
use super::parse::read;
use super::testdata::all;

fn march() -> FigureNotation {
    let sample = all().into_iter().find(|sample| sample.id == "march-in-place").unwrap();
    sample.notation
}

#[test]
fn every_exercise_of_the_dossier_is_read() {
    let samples = all();
    assert_eq!(samples.len(), 109);
    for sample in samples {
        let notes = read(&sample.notation).unwrap();
        assert_eq!(notes.poses.len(), sample.notation.poses.len(), "{}", sample.id);
    }
}

#[test]
fn an_error_names_its_cell() {
    type Change = fn(&mut FigureNotation);
    let broken: [(Change, &str); 12] = [
        (|it| it.view = "above".into(), "figure.view: is not side, front or back"),
        (|it| it.view = "side, back".into(), "figure.view: its second word can only be cycle"),
        (|it| it.support = "floor foot-n".into(), "figure.support: has no colon"),
        (|it| it.support = "cloud: foot-n".into(), "figure.support: names no surface that is known"),
        (|it| it.support = "floor: tail".into(), "figure.support: names no point of the body"),
        (|it| it.support = "floor: foot-n@0".into(), "figure.support: after @ stand the numbers of key poses"),
        (|it| it.support = "water line: knee".into(), "figure.support: the water line is at waist, chest or shoulder"),
        (|it| it.pinned = vec!["tail".into()], "figure.pinned: is not a point of the body"),
        (|it| it.poses.clear(), "figure.poses: has no key pose"),
        (|it| it.poses[1].hip = "70".into(), "figure.poses.knee-up.hip: has too few values"),
        (|it| it.poses[1].spine = "0 0 0 0".into(), "figure.poses.knee-up.spine: has too many values"),
        (|it| it.poses[1].knee = "80@x 0".into(), "figure.poses.knee-up.knee: is not a number of degrees"),
    ];
    for (change, error) in broken {
        let mut notation = march();
        change(&mut notation);
        assert_eq!(read(&notation).unwrap_err().to_string(), error);
    }
}

#[test]
fn supports_and_pins_hold_in_the_key_poses_they_name() {
    let notes = read(&march()).unwrap();
    let near = notes.rests.iter().find(|rest| rest.point.is_some_and(|point| point.side == Some(Nearness::Near)));
    let far = notes.rests.iter().find(|rest| rest.point.is_some_and(|point| point.side == Some(Nearness::Far)));
    assert!(near.is_some_and(|rest| rest.when.holds(0) && !rest.when.holds(1)));
    assert!(far.is_some_and(|rest| rest.when.holds(0) && rest.when.holds(1)));
}
