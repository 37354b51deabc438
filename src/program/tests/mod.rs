//! Whole runners: what they say, and what all rules together make of it.

mod adapted;
mod evaluated;
mod life;
mod person;
mod whole_runners;
