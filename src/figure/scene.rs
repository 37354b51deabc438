//! A figure at one moment, as parts for SVG nodes.
//!
//! The number, order and classes of the parts are the same for every moment of one figure and mirror, so a view makes its
//! nodes once and then sets their `d` alone.

use super::outline::Node;

/// One node: its class and its path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// CSS classes.
    pub class: &'static str,
    /// The attribute `d`; empty where the part is not seen at this moment.
    pub path: String,
}

/// All parts, back to front.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// The attribute `viewBox`.
    pub view_box: String,
    /// What is drawn, back to front.
    pub parts: Vec<Part>,
    /// Points of the outline that is being written; kept so that no frame allocates.
    pub(super) scratch: Vec<Node>,
}

#[cfg(test)]
mod tests {
    use super::super::moving::{Figure, Mirror};
    use super::super::testdata::all;
    use super::*;
    use crate::library::Muscle;

    fn classes(scene: &Scene) -> Vec<&'static str> {
        scene.parts.iter().map(|part| part.class).collect()
    }

    fn figures() -> Vec<(String, Figure)> {
        let glowing = [Muscle::GluteusMedius, Muscle::Calf, Muscle::Abdominals, Muscle::Hamstrings];
        all()
            .into_iter()
            .map(|sample| {
                let figure = Figure::parse(&sample.notation, &glowing).unwrap();
                (sample.id, figure)
            })
            .collect()
    }

    /// From the first key pose to the last, exchanged and not, and a little beyond.
    fn moments(figure: &Figure) -> impl Iterator<Item = f64> + use<> {
        let count = u32::try_from(figure.poses()).unwrap() * 5;
        (0..=count).map(|step| f64::from(step) * 0.4)
    }

    #[test]
    fn parts_are_the_same_at_every_moment() {
        for (id, figure) in figures() {
            for mirror in [Mirror::AsDrawn, Mirror::Mirrored] {
                let first = figure.scene(0.0, mirror);
                assert!(first.parts.len() > 20, "{id}");
                for at in moments(&figure) {
                    assert_eq!(classes(&figure.scene(at, mirror)), classes(&first), "{id} {at}");
                }
            }
        }
    }

    #[test]
    fn a_scene_written_over_another_is_as_good_as_new() {
        for (id, figure) in figures() {
            let mut scene = figure.scene(0.0, Mirror::AsDrawn);
            for at in [0.5, 1.0, 0.25] {
                figure.scene_into(&mut scene, at, Mirror::AsDrawn);
                let fresh = figure.scene(at, Mirror::AsDrawn);
                assert_eq!(scene.parts, fresh.parts, "{id} {at}");
                assert_eq!(scene.view_box, fresh.view_box);
            }
        }
    }

    #[test]
    fn at_most_three_muscles_glow() {
        for (id, figure) in figures() {
            let glows =
                classes(&figure.scene(0.0, Mirror::AsDrawn)).iter().filter(|class| **class == "fig-glow").count();
            assert!((2..=6).contains(&glows), "{id}: {glows} nodes for three muscles on two sides");
        }
    }

    #[test]
    fn paths_are_paths() {
        for (id, figure) in figures() {
            for at in moments(&figure) {
                for part in figure.scene(at, Mirror::AsDrawn).parts {
                    let good = part.path.bytes().all(|byte| b"Mclz-. 0123456789".contains(&byte));
                    assert!(good && (part.path.is_empty() || part.path.starts_with('M')), "{id} {at}: {part:?}");
                }
            }
        }
    }
}
