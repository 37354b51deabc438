//! The notation of all exercises and the placed joints of their key poses, for tests.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::notation::FigureNotation;
use super::parse;
use super::placing::{End, Placing};

/// One exercise's figure, and where its joints are to be.
#[derive(Deserialize)]
pub struct Sample {
    /// The exercise.
    pub id: String,
    #[serde(flatten)]
    pub notation: FigureNotation,
    /// Joint by name, one map a key pose.
    pub joints: Vec<BTreeMap<String, [f32; 2]>>,
}

impl Sample {
    pub fn placing(&self) -> Placing {
        Placing::of(parse::read(&self.notation).unwrap_or_else(|error| panic!("{}: {error}", self.id)))
    }
}

pub fn all() -> Vec<Sample> {
    serde_json::from_str(include_str!("testdata/figures.json")).unwrap()
}

pub const fn end(pose: usize) -> End {
    End { pose, exchanged: false }
}

#[test]
fn the_library_has_the_figures_whose_joints_are_tested() {
    let samples = all();
    for exercise in crate::library::first().iter() {
        let sample = samples.iter().find(|sample| sample.id == exercise.id.id()).unwrap();
        let (shipped, tested) = (parse::read(&exercise.figure), parse::read(&sample.notation));
        assert_eq!(shipped, tested, "{}", sample.id);
    }
}
