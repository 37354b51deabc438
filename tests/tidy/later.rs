//! Rules of the page that belong to parts which are not built yet. Whoever builds one takes it off.

/// Their ids.
pub const LATER: &[&str] = &[];
