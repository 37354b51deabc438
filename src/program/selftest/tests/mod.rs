//! Tables by the ids of the tests, and properties over random events and journals.

mod form;
mod gate;
mod log;
mod norms;
mod page;
mod sample;
mod trial;
mod words;
