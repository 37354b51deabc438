//! Components: they draw what they are given and know nothing of the program.

pub mod dom;
mod each_frame;
mod figure;
pub mod icon;
mod ring;
pub mod scale;
mod sheet;
mod why;

pub use each_frame::each_frame;
pub use figure::{
    Beat, FigureLoop, FigureStill, FigureStrip, MovingFigure, figure_like, figure_of, looped, set_hair, still, strip,
};
pub use icon::{Icon, icon, icon_sized};
pub use ring::Ring;
pub use scale::Scale;
pub use sheet::Sheet;
pub use why::{Why, WhyText};
