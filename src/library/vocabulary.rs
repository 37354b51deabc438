//! The words of the exercise files and of the rules about them. Ids are the dossier's, in kebab case.

use serde::{Deserialize, Serialize};

/// An enum whose variants have kebab-case ids, the same in files, storage and code.
macro_rules! ids {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// All variants, in the dossier's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// Reads a stable id.
            pub fn parse(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

ids! {
    /// What kind of exercise it is; decides which list and block it belongs to.
    Category {
        /// Warm-up and breathing.
        WarmUp = "warm-up",
        /// Mobility.
        Mobility = "mobility",
        /// Strength.
        Strength = "strength",
        /// In the pool.
        Aquatic = "aquatic",
        /// Roller, ball or stick.
        SelfSoftTissue = "self-soft-tissue",
        /// Joint glides done alone.
        SelfMobilization = "self-mobilization",
        /// Running drill or cue.
        RunningDrill = "running-drill",
    }
}

ids! {
    /// What an exercise asks for. Options of `q-equipment`; the pool's come from `q-pool`; wall and pillow are always there.
    Equipment {
        /// A mat, a carpet, or a firm bed for lying exercises.
        Mat = "mat",
        /// A sturdy chair.
        Chair = "chair",
        /// A bench, a sofa's or a bed's edge.
        Bench = "bench",
        /// A step or a stair.
        Step = "step",
        /// A loop of elastic band.
        BandLoop = "band-loop",
        /// A long elastic band.
        BandLong = "band-long",
        /// A soccer ball or a pillow.
        BallSoft = "ball-soft",
        /// A tennis ball.
        BallSmall = "ball-small",
        /// A foam roller.
        FoamRoller = "foam-roller",
        /// A massage stick or rolling pin.
        Stick = "stick",
        /// A belt or a towel.
        Strap = "strap",
        /// A sock or towel on a smooth floor.
        Slider = "slider",
        /// A backpack with books.
        Weight = "weight",
        /// A treadmill.
        Treadmill = "treadmill",
        /// Always there.
        Wall = "wall",
        /// Always there.
        Pillow = "pillow",
        /// Water in which one stands.
        PoolShallow = "pool-shallow",
        /// Water in which one does not.
        PoolDeep = "pool-deep",
        /// Comes with deep water.
        FloatBelt = "float-belt",
    }
}

ids! {
    /// Which legs work, and in what order.
    Sides {
        /// Both legs at once.
        Both = "both",
        /// One side after the other, the sore side second (`PRG-S1`).
        Each = "each",
        /// Only the side that the exercise names.
        One = "one",
        /// The side changes at each repetition; the dose counts both sides together.
        Alternating = "alternating",
    }
}

ids! {
    /// What the amount of a dose counts.
    Measure {
        /// Repetitions.
        Reps = "reps",
        /// Holds of `amount` seconds, one a set; with [`super::Exercise::hold_seconds`] `amount` holds of that length.
        Hold = "hold",
        /// Breaths.
        Breaths = "breaths",
        /// Minutes.
        Minutes = "minutes",
        /// Seconds.
        Seconds = "seconds",
        /// Meters.
        Meters = "meters",
        /// Steps.
        Steps = "steps",
    }
}

ids! {
    /// What an exercise asks of the body; a constraint excludes tags (`screening.md` section 7).
    Tag {
        /// Running, skipping, hopping, jumping.
        Impact = "impact",
        /// Fast or explosive.
        Ballistic = "ballistic",
        /// Hip bend past about 90 degrees under load or to the end.
        DeepFlexion = "deep-flexion",
        /// At the end of the hip's range.
        EndRange = "end-range",
        /// Pulls the leg across the midline or hangs the hip.
        AdductionCompression = "adduction-compression",
        /// Strong inner-thigh stretch.
        AdductorStretch = "adductor-stretch",
        /// Long-lever inner-thigh load.
        AdductorHeavy = "adductor-heavy",
        /// Bent hip and straight knee, stretched or loaded.
        HamstringStretch = "hamstring-stretch",
        /// Strong stretch of the front of the hip.
        HipFlexorStretch = "hip-flexor-stretch",
        /// Roller, ball or stick.
        DeepPressure = "deep-pressure",
        /// A joint glide or pull.
        JointGlide = "joint-glide",
        /// On one leg without a hand on support.
        SingleLegBalance = "single-leg-balance",
        /// With added weight.
        Heavy = "heavy",
        /// Loaded or end-range bending or twisting of the back.
        SpineLoad = "spine-load",
        /// Hard abdominal work.
        AbdominalStrain = "abdominal-strain",
        /// Flat on the back.
        Supine = "supine",
        /// On the belly.
        Prone = "prone",
        /// Needs getting to the floor.
        Floor = "floor",
        /// In water.
        Pool = "pool",
        /// The feet do not reach the ground.
        DeepWater = "deep-water",
        /// Needs standing depth.
        Shallow = "shallow",
    }
}

ids! {
    /// What a flag, a pattern or a log switches off: a set of tags (`screening.md` section 7).
    Constraint {
        /// No running, skipping, hopping, jumping.
        Impact = "cx-impact",
        /// Nothing fast or explosive.
        Ballistic = "cx-ballistic",
        /// No deep hip bend.
        DeepFlexion = "cx-deep-flexion",
        /// Nothing at the end of hip range.
        EndRange = "cx-end-range",
        /// Nothing that pulls the leg across the midline.
        Adduction = "cx-adduction",
        /// No strong inner-thigh stretch.
        AdductorStretch = "cx-adductor-stretch",
        /// No long-lever inner-thigh load.
        AdductorHeavy = "cx-adductor-heavy",
        /// No hamstring stretch or load with bent hip and straight knee.
        HamstringStretch = "cx-hamstring-stretch",
        /// No strong stretch of the front of the hip.
        HipFlexorStretch = "cx-hip-flexor-stretch",
        /// No roller, ball or stick.
        Pressure = "cx-pressure",
        /// No joint glide.
        JointGlide = "cx-joint-glide",
        /// No standing on one leg without support.
        Balance = "cx-balance",
        /// No added weight.
        Heavy = "cx-heavy",
        /// No loaded or end-range bending or twisting of the back.
        Spine = "cx-spine",
        /// No hard abdominal work.
        Abdominal = "cx-abdominal",
        /// Nothing flat on the back.
        Supine = "cx-supine",
        /// Nothing on the belly.
        Prone = "cx-prone",
        /// Nothing that needs getting to the floor.
        Floor = "cx-floor",
        /// Nothing in water.
        Pool = "cx-pool",
        /// Only water where one can stand.
        DeepWater = "cx-deep-water",
        /// Nothing that needs standing depth.
        Shallow = "cx-shallow",
    }
}

impl Constraint {
    /// The tags that the constraint excludes.
    pub const fn excludes(self) -> &'static [Tag] {
        match self {
            Self::Impact => &[Tag::Impact, Tag::Ballistic],
            Self::Ballistic => &[Tag::Ballistic],
            Self::DeepFlexion => &[Tag::DeepFlexion],
            Self::EndRange => &[Tag::EndRange],
            Self::Adduction => &[Tag::AdductionCompression],
            Self::AdductorStretch => &[Tag::AdductorStretch],
            Self::AdductorHeavy => &[Tag::AdductorHeavy],
            Self::HamstringStretch => &[Tag::HamstringStretch],
            Self::HipFlexorStretch => &[Tag::HipFlexorStretch],
            Self::Pressure => &[Tag::DeepPressure],
            Self::JointGlide => &[Tag::JointGlide],
            Self::Balance => &[Tag::SingleLegBalance],
            Self::Heavy => &[Tag::Heavy],
            Self::Spine => &[Tag::SpineLoad],
            Self::Abdominal => &[Tag::AbdominalStrain],
            Self::Supine => &[Tag::Supine],
            Self::Prone => &[Tag::Prone],
            Self::Floor => &[Tag::Floor],
            Self::Pool => &[Tag::Pool],
            Self::DeepWater => &[Tag::DeepWater],
            Self::Shallow => &[Tag::Shallow],
        }
    }
}

ids! {
    /// A group of answers that steers the plan (`patterns.md` section 1).
    Pattern {
        /// Outer-hip pattern.
        LateralHip = "lateral-hip",
        /// Front-of-hip pattern.
        FrontHip = "front-hip",
        /// Inner-groin pattern.
        Groin = "groin",
        /// Hip-flexor pattern.
        HipFlexor = "hip-flexor",
        /// Deep-buttock pattern.
        DeepButtock = "deep-buttock",
        /// Stiff-hip pattern.
        StiffHip = "stiff-hip",
        /// Load pattern: no one clear source.
        LoadGeneral = "load-general",
    }
}

ids! {
    /// The phases of a plan, in their order.
    Phase {
        /// Calm the hip.
        Calm = "calm",
        /// Build.
        Build = "build",
        /// Load.
        Load = "load",
        /// Run.
        Run = "run",
        /// Keep.
        Keep = "keep",
    }
}

ids! {
    /// A muscle that can glow on the figure.
    Muscle {
        /// Side of the hip.
        GluteusMedius = "gluteus-medius",
        /// Buttock.
        GluteusMaximus = "gluteus-maximus",
        /// Under the buttock.
        DeepRotators = "deep-rotators",
        /// Front of the thigh.
        Quadriceps = "quadriceps",
        /// Back of the thigh.
        Hamstrings = "hamstrings",
        /// Inner thigh.
        Adductors = "adductors",
        /// Front of the hip.
        HipFlexors = "hip-flexors",
        /// Calf.
        Calf = "calf",
        /// Belly.
        Abdominals = "abdominals",
        /// Side of the trunk.
        Obliques = "obliques",
        /// Back.
        BackExtensors = "back-extensors",
        /// Chest and upper back.
        UpperBack = "upper-back",
    }
}

/// Which of an exercise's three doses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum DoseLevel {
    /// Level 1, the start.
    #[default]
    One,
    /// Level 2.
    Two,
    /// Level 3, the most.
    Three,
}

impl From<DoseLevel> for u8 {
    fn from(level: DoseLevel) -> u8 {
        match level {
            DoseLevel::One => 1,
            DoseLevel::Two => 2,
            DoseLevel::Three => 3,
        }
    }
}

impl TryFrom<u8> for DoseLevel {
    type Error = &'static str;
    fn try_from(level: u8) -> Result<Self, Self::Error> {
        match level {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            3 => Ok(Self::Three),
            _ => Err("a dose level is 1, 2 or 3"),
        }
    }
}
