//! Components: they draw what they are given and know nothing of the program.

pub mod figure;
pub mod icon;
pub mod scale;
pub mod why;

pub use figure::{FigureLoop, FigureStill, FigureStrip, MovingFigure, figure_of};
pub use icon::{Icon, icon};
pub use scale::Scale;
pub use why::{Why, WhyText};
