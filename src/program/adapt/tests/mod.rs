//! Tables of how the plan follows the hip, each row named by its id.

mod flare;
mod levels;
mod missed;
mod phases;
mod refer;
mod results;
mod sample;
