//! The self-test that is done on the screen.
//!
//! Not here: what it does (see `program::selftest`), and what becomes of it (see `update::selftest`).

use crate::program::selftest::{Beep, Stage, Trial};

/// A self-test that was begun and is not over.
#[derive(Debug, Clone, PartialEq)]
pub struct Testing {
    /// Where it stands.
    pub trial: Trial,
    /// What it last had to say beside its stage.
    pub note: Option<Beep>,
}

/// What followers of the state need to know of a self-test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TestStand {
    /// What it waits for.
    pub stage: Stage,
    /// Tries of this side so far.
    pub tries: usize,
    /// What it last had to say.
    pub note: Option<Beep>,
}

impl Testing {
    /// Where it stands.
    pub fn stand(&self) -> TestStand {
        TestStand { stage: self.trial.stage(), tries: self.trial.tries().len(), note: self.note }
    }
}
