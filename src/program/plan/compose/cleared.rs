//! The proof that the safety screen is passed: no session is composed without it.

use crate::program::screening::Screening;

/// The program is open. Only [`Cleared::by`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Cleared<'a> {
    screening: &'a Screening,
}

impl<'a> Cleared<'a> {
    /// The proof, if the gate of this screening is open.
    pub fn by(screening: &'a Screening) -> Option<Self> {
        screening.is_open().then_some(Self { screening })
    }

    /// The screening that opened the program; its constraints hold.
    pub const fn screening(self) -> &'a Screening {
        self.screening
    }
}
