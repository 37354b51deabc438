//! Which side works, and in which order the sides come.

use serde::{Deserialize, Serialize};

use crate::library::Sides;

/// The side that works in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The left leg.
    Left,
    /// The right leg.
    Right,
    /// Both legs at once.
    Both,
    /// The legs change at each repetition.
    Alternating,
}

impl Side {
    /// `data-side`: `left`, `right` or `both`, which stands for alternating legs too.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both | Self::Alternating => "both",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Both | Self::Alternating => self,
        }
    }
}

/// The order of the sides: the less sore one first, the sore one second (`PRG-S1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SideOrder {
    /// The right side is the sore one.
    LeftFirst,
    /// The left side is the sore one.
    RightFirst,
}

impl SideOrder {
    /// The order in which the sore side comes second.
    pub const fn sore_left(is_left: bool) -> Self {
        if is_left { Self::RightFirst } else { Self::LeftFirst }
    }

    /// The less sore side.
    pub const fn first(self) -> Side {
        match self {
            Self::LeftFirst => Side::Left,
            Self::RightFirst => Side::Right,
        }
    }

    /// The sore side.
    pub const fn sore(self) -> Side {
        self.first().other()
    }

    /// The side of a set's first work, and of its second if it has one.
    ///
    /// The one exercise of [`Sides::One`], `side-lying-rest`, is done lying on the less sore side: the sore leg is on top
    /// and is the one that is named.
    pub(super) const fn of(self, sides: Sides) -> (Side, Option<Side>) {
        match sides {
            Sides::Both => (Side::Both, None),
            Sides::Alternating => (Side::Alternating, None),
            Sides::One => (self.sore(), None),
            Sides::Each => (self.first(), Some(self.sore())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prg_s1_the_sore_side_is_second() {
        assert_eq!(SideOrder::sore_left(true).of(Sides::Each), (Side::Right, Some(Side::Left)));
        assert_eq!(SideOrder::sore_left(false).of(Sides::Each), (Side::Left, Some(Side::Right)));
        assert_eq!(SideOrder::sore_left(true).of(Sides::One), (Side::Left, None));
        assert_eq!(SideOrder::sore_left(true).of(Sides::Alternating).0.id(), "both");
    }
}
