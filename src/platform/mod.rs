//! The edge: one adapter a browser ability. Each answers what happened; none decides what it means.

pub mod awake;
pub mod clock;
pub mod files;
pub mod frames;
pub mod ids;
pub mod lock;
pub mod motion;
pub mod page;
pub mod seen;
pub mod sound;
pub mod start;
pub mod storage;
pub mod vibration;
