//! The moving figure: skeleton, pose, kinematics, key-pose motion, and the outlines to draw.
//!
//! [`Figure::of`] reads an exercise's notation; [`Figure::scene`] draws it at any place between its key poses;
//! [`Motion`] says at which place it is after a given time. The number, order and classes of a scene's parts never
//! change for one figure and mirror. Distances are body heights; a picture has 1000 units a body height.

mod arc;
mod body_front;
mod body_side;
mod drawing;
mod extremity;
mod furniture;
mod head;
mod limb;
mod motion;
mod moving;
mod muscle;
#[rustfmt::skip]
mod muscle_shape;
mod notation;
mod notes;
mod outline;
mod parse;
mod placing;
mod plan;
mod prop;
mod prop_drawing;
mod reach;
mod scene;
mod skeleton;
mod space;
mod view_box;

pub use head::Hair;
pub use motion::{Motion, Place, ease};
pub use moving::{Figure, Frame, Mirror};
pub use notation::{FigureNotation, PoseNotation};
pub use parse::FigureError;
pub use scene::{Part, Scene};

#[cfg(test)]
mod parse_tests;
#[cfg(test)]
mod testdata;
