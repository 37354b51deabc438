//! What was run: a stage, an impact step, a brisk walk, a free run, or an item of `keep`; and where a pain sits.
//!
//! Not here: what it comes to.

use super::ladder::Stage;
use crate::program::reason::RuleId;

/// One of the four impact steps (`return-to-run.md` section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImpactStep {
    /// `RUN-I1`.
    I1,
    /// `RUN-I2`.
    I2,
    /// `RUN-I3`.
    I3,
    /// `RUN-I4`.
    I4,
}

impl ImpactStep {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::I1, Self::I2, Self::I3, Self::I4];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::I1 => "RUN-I1",
            Self::I2 => "RUN-I2",
            Self::I3 => "RUN-I3",
            Self::I4 => "RUN-I4",
        }
    }

    /// The step as a rule.
    pub const fn rule(self) -> RuleId {
        RuleId(self.id())
    }

    /// The next step; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|step| *step > self)
    }

    /// The step before; the first stays.
    #[must_use]
    pub fn back(self) -> Self {
        Self::ALL.into_iter().rev().find(|step| *step < self).unwrap_or(self)
    }
}

/// An item that opens in `keep` (`return-to-run.md` section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extra {
    /// `RUN-H1`.
    Strides,
    /// `RUN-H2`.
    Uphill,
    /// `RUN-H3`.
    Downhill,
    /// `RUN-H4`.
    Faster,
    /// `RUN-H5`.
    Trail,
}

impl Extra {
    /// All five, in order.
    pub const ALL: [Self; 5] = [Self::Strides, Self::Uphill, Self::Downhill, Self::Faster, Self::Trail];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strides => "RUN-H1",
            Self::Uphill => "RUN-H2",
            Self::Downhill => "RUN-H3",
            Self::Faster => "RUN-H4",
            Self::Trail => "RUN-H5",
        }
    }
}

/// What was run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A stage of a ladder.
    Stage(Stage),
    /// An impact step.
    Impact(ImpactStep),
    /// A brisk walk (`RUN-R02`).
    Walk,
    /// A run outside the ladders.
    Free,
    /// A run with an item of `keep`.
    Extra(Extra),
}

impl What {
    /// Reads the journal's word; an unknown one is a run outside the ladders.
    pub fn read(id: &str) -> Self {
        if id == "walk" {
            return Self::Walk;
        }
        let step = ImpactStep::ALL.into_iter().find(|step| step.id() == id);
        let extra = Extra::ALL.into_iter().find(|extra| extra.id() == id);
        match (Stage::parse(id), step, extra) {
            (Some(stage), ..) => Self::Stage(stage),
            (_, Some(step), _) => Self::Impact(step),
            (.., Some(extra)) => Self::Extra(extra),
            _ => Self::Free,
        }
    }

    /// The journal's word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stage(stage) => stage.id(),
            Self::Impact(step) => step.id(),
            Self::Walk => "walk",
            Self::Free => "free",
            Self::Extra(extra) => extra.id(),
        }
    }

    /// Whether one ran: neither walked nor hopped.
    pub const fn is_run(self) -> bool {
        matches!(self, Self::Stage(_) | Self::Free | Self::Extra(_))
    }
}

/// Regions of the pain map that are bone sites.
pub const BONE_SITES: [&str; 5] = ["r-groin-crease", "r-front-thigh", "r-pubic", "r-buttock-deep", "r-sacrum"];
/// The old spot of a bone stress injury; beside the regions of the pain map.
pub const OLD_SPOT: &str = "old-spot";

/// Where it hurt, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Site {
    /// At a bone site.
    pub bone: bool,
    /// At the old spot.
    pub old_spot: bool,
    /// In the groin or the front of the thigh (`PRG-X10`).
    pub groin_front: bool,
}

impl Site {
    /// The site of these regions. Without any, of the main region; where that is not known either, it could be bone.
    pub fn of<'a>(regions: impl IntoIterator<Item = &'a str>, main: Option<&str>) -> Self {
        let mut site = Self::default();
        let mut any = false;
        for region in regions {
            any = true;
            site.add(region);
        }
        match main {
            _ if any => {}
            Some(main) => site.add(main),
            None => site = Self { bone: true, old_spot: true, groin_front: true },
        }
        site
    }

    fn add(&mut self, region: &str) {
        self.bone |= BONE_SITES.contains(&region);
        self.old_spot |= region == OLD_SPOT;
        self.groin_front |= matches!(region, "r-groin-crease" | "r-front-thigh" | "r-inner-groin");
    }

    /// A place that the `bone-stress-cleared` ladder watches.
    pub const fn is_watched(self) -> bool {
        self.bone || self.old_spot
    }
}
