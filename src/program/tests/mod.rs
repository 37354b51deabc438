//! Whole runners: what they say, and what all rules together make of it.

mod evaluated;
mod person;
mod whole_runners;
