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
