//! Tests of the outcomes: every row by its id, the log, due dates, properties.

mod properties;
mod rows;
mod series;
