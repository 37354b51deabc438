//! The moving figure: skeleton, pose, kinematics, key-pose motion, and the outlines to draw.

mod notation;

pub use notation::{FigureNotation, PoseNotation};
