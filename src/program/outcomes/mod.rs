//! Outcomes: whether the hip gets better. Measures with their questions, scores, labels, due dates (`outcomes.md`).
//!
//! They name no cause and never open or shut the program; `OM-71` to `OM-73` only ask safety questions again.
//!
//! * [`Measure`], [`MEASURES`]: what is measured, as data.
//! * [`OutcomeLog`]: the answers by day, gathered in one pass. Missing is missing, never 0.
//! * [`Outcomes`]: first, now, label, and the line on the chart.
//! * [`due`]: what is due on a day.
//!
//! Not here: pictures (see `report`), words (see `locale`), and export.

mod again;
mod change;
mod due;
mod label;
mod log;
mod measure;
mod state;
#[cfg(test)]
mod tests;
mod volume;

pub use again::{Again, again};
pub use change::{ItemChange, activities_change};
pub use due::{CheckDue, Checks, TestsWait, due, tests_wait};
pub use label::{
    Label, activities_label, adherence, adherence_label, change_label, evener, nights_label, one_activity_label,
    pain_label, percent_lower, symmetry_label,
};
pub use log::{Activities, OutcomeLog, Valued};
pub use measure::{CHANGE, MEASURES, Measure, NIGHTS, Row, Unit, fits};
pub use state::{Inputs, Outcome, Outcomes};
pub use volume::{Volume, percent_of_usual};
