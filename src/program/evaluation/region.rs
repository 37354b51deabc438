//! The pain map: its regions, the views in which they are seen, and the spots that can be tapped (`evaluation.md` 1.3).
//!
//! Not here: where a spot lies on a drawing, and its plain name (see `locale`, `region.<id>`).

/// A half of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodySide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl BodySide {
    /// Both halves.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.id() == id)
    }

    /// The other half.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// A side from which the body is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// From the front.
    Front,
    /// From the back.
    Back,
}

impl View {
    /// Both views.
    pub const ALL: [Self; 2] = [Self::Front, Self::Back];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
        }
    }
}

/// In which view a region is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Front,
    Back,
    Both,
}

macro_rules! regions {
    ($($(#[$meta:meta])* $variant:ident = $id:literal $seen:ident,)+) => {
        /// A place on the pain map. Regions do not overlap.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Region { $($(#[$meta])* $variant,)+ }

        /// The ids of all regions, in their order.
        pub const REGION_IDS: &[&str] = &[$($id),+];

        impl Region {
            /// All regions, in the order of the map's list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            const fn seen(self) -> Seen {
                match self { $(Self::$variant => Seen::$seen),+ }
            }
        }
    };
}

regions! {
    /// Along the fold between belly and thigh.
    GroinCrease = "r-groin-crease" Front,
    /// Upper third of the thigh, front.
    FrontThigh = "r-front-thigh" Front,
    /// Upper inner thigh up to the pubic bone's edge.
    InnerGroin = "r-inner-groin" Front,
    /// Midline bone low in front.
    Pubic = "r-pubic" Front,
    /// Over and just behind the bony point at the side.
    OuterHip = "r-outer-hip" Both,
    /// Outside of the thigh down to the knee.
    OuterThigh = "r-outer-thigh" Both,
    /// Upper outer quarter of the buttock.
    ButtockUpper = "r-buttock-upper" Back,
    /// Middle of the buttock.
    ButtockDeep = "r-buttock-deep" Back,
    /// Lowest point of the buttock, the bone one sits on.
    SitBone = "r-sit-bone" Back,
    /// Upper half of the thigh, back.
    BackThigh = "r-back-thigh" Back,
    /// Above the pelvis, either side of the spine.
    LowBack = "r-low-back" Back,
    /// Flat bone between the buttocks.
    Sacrum = "r-sacrum" Back,
    /// Around the knee.
    Knee = "r-knee" Both,
    /// Below the knee.
    LowerLeg = "r-lower-leg" Both,
}

impl Region {
    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|region| region.id() == id)
    }

    /// Whether it is seen in that view.
    pub const fn is_in(self, view: View) -> bool {
        matches!((self.seen(), view), (Seen::Both, _) | (Seen::Front, View::Front) | (Seen::Back, View::Back))
    }

    /// Whether it lies in the middle of the body: one spot in place of a left and a right one.
    pub const fn is_midline(self) -> bool {
        matches!(self, Self::Pubic | Self::Sacrum)
    }
}

/// One spot that can be tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The region, which is what the answer keeps; which hip it is says `q-side`.
    pub region: Region,
    /// The half of the runner's own body; none in the midline.
    pub side: Option<BodySide>,
}

/// The spots of a view, in the order of the list that stands for the map: by region, left before right.
pub fn spots(view: View) -> Vec<Spot> {
    let mut all = Vec::new();
    for region in Region::ALL.iter().copied().filter(|region| region.is_in(view)) {
        if region.is_midline() {
            all.push(Spot { region, side: None });
        } else {
            all.extend(BodySide::ALL.map(|side| Spot { region, side: Some(side) }));
        }
    }
    all
}
