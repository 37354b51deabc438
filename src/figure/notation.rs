//! The notation of a figure in an exercise file, cell by cell, and its parser.
//!
//! Uses `std` and `serde` alone: the build includes this file too, so that a cell that cannot be read stops it.

use serde::{Deserialize, Serialize};

/// The `[figure]` table of an exercise file, as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureNotation {
    /// `side`, `front` or `back`; `side, cycle` for gait.
    pub view: String,
    /// Surfaces and the points that rest on them, such as `floor: shoulder, foot-n, hip@1`.
    pub support: String,
    /// Points that do not slide.
    pub pinned: Vec<String>,
    /// The key poses.
    pub poses: Vec<PoseNotation>,
}

/// One key pose, as written: near and far after one another, separated by a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoseNotation {
    /// The pose's id; its words are in the locale files.
    pub id: String,
    /// Trunk, neck, pelvis.
    pub spine: String,
    /// Hips.
    pub hip: String,
    /// Knees.
    pub knee: String,
    /// Ankles.
    pub ankle: String,
    /// Shoulders.
    pub shoulder: String,
    /// Elbows.
    pub elbow: String,
}
