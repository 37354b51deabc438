//! The flags with their level, what they exclude, and their sources (`screening.md` section 6).
//!
//! Not here: what raises a flag (see `raise`), what an OK changes (see `outcome`), and its words (see `locale`).

use super::level::ActionLevel;
use crate::library::Constraint::{
    self, Abdominal, Adduction, AdductorHeavy, Balance, Ballistic, DeepFlexion, DeepWater, EndRange, Floor,
    HamstringStretch, Heavy, Impact, JointGlide, Pool, Pressure, Prone, Spine, Supine,
};
use crate::program::reason::SourceKey;

/// A constraint that a flag brings, and whether an OK with scope `full` that covers the flag takes it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brings {
    /// What is switched off.
    pub constraint: Constraint,
    /// Only "until the OK says `full`".
    pub until_full: bool,
}

/// What a flag excludes before any OK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExcludesNow {
    /// `all`: the program is shut.
    All,
    /// These constraints; none is possible.
    Only(&'static [Brings]),
}

/// What a flag excludes once an OK covers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterOk {
    /// No OK alone clears it: new answers decide (CR6, CR7).
    NewAnswers,
    /// As before the OK.
    Same,
    /// These constraints; none is possible.
    Only(&'static [Brings]),
}

/// One row of section 6.
struct Row {
    id: &'static str,
    level: ActionLevel,
    now: ExcludesNow,
    after: AfterOk,
    sources: &'static [SourceKey],
}

const fn cx(constraint: Constraint) -> Brings {
    Brings { constraint, until_full: false }
}

/// "`cx-impact` until the OK says `full`".
const IMPACT_UNTIL_FULL: Brings = Brings { constraint: Impact, until_full: true };

macro_rules! row {
    (Caution $id:literal [$($now:expr),*] [$($source:literal),+]) => {
        Row {
            id: $id,
            level: ActionLevel::Caution,
            now: ExcludesNow::Only(&[$($now),*]),
            after: AfterOk::Same,
            sources: &[$(SourceKey($source)),+],
        }
    };
    ($level:ident $id:literal new [$($source:literal),+]) => {
        Row {
            id: $id,
            level: ActionLevel::$level,
            now: ExcludesNow::All,
            after: AfterOk::NewAnswers,
            sources: &[$(SourceKey($source)),+],
        }
    };
    (ClinicianFirst $id:literal [$($after:expr),*] [$($source:literal),+]) => {
        Row {
            id: $id,
            level: ActionLevel::ClinicianFirst,
            now: ExcludesNow::All,
            after: AfterOk::Only(&[$($after),*]),
            sources: &[$(SourceKey($source)),+],
        }
    };
}

macro_rules! flags {
    ($($variant:ident: $level:ident $id:literal $what:tt $sources:tt;)+) => {
        /// A safety fact that an answer raised, the strictest level first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Flag { $(#[doc = concat!("`", $id, "`")] $variant,)+ }

        static ROWS: [Row; FLAG_COUNT] = [$(row!($level $id $what $sources)),+];

        const FLAG_COUNT: usize = [$(Flag::$variant),+].len();

        impl Flag {
            /// All flags, the strictest level first.
            pub const ALL: [Self; FLAG_COUNT] = [$(Self::$variant),+];
        }
    };
}

flags! {
    CannotBearWeight: Emergency "f-cannot-bear-weight" new ["chamberlain2021"];
    Deformity: Emergency "f-deformity" new ["chamberlain2021"];
    CaudaEquina: Emergency "f-cauda-equina" new ["greenhalgh2018", "long2020", "finucane2020"];
    HotJoint: Emergency "f-hot-joint" new ["carpenter2011"];
    Chest: Emergency "f-chest" new ["riebe2015", "wells2003"];
    ColdLeg: Emergency "f-cold-leg" new ["conv"];
    Testicle: Emergency "f-testicle" new ["conv"];
    AcuteAbdomen: Emergency "f-acute-abdomen" new ["conv"];

    LegClot: UrgentCare "f-leg-clot" new ["wells2003"];
    Trauma: UrgentCare "f-trauma" new ["chamberlain2021"];
    Pop: UrgentCare "f-pop" new ["conv"];
    ProgressiveWeakness: UrgentCare "f-progressive-weakness" new ["finucane2020"];
    LockedNow: UrgentCare "f-locked-now" new ["griffin2016"];
    Urinary: UrgentCare "f-urinary" new ["conv"];
    BoneUrgent: UrgentCare "f-bone-urgent" new ["robertson2017", "hoenig2022", "hoenig2023"];
    Under18Limp: UrgentCare "f-under-18-limp" new ["peck2017"];
    Systemic: UrgentCare "f-systemic" new ["finucane2020"];

    BoneCheck: ClinicianFirst "f-bone-check" [IMPACT_UNTIL_FULL] ["robertson2017", "warden2014", "tenforde2016"];
    Limp: ClinicianFirst "f-limp" [cx(Impact)] ["conv"];
    ConstantPain: ClinicianFirst "f-constant-pain" [cx(Impact)] ["finucane2020", "chamberlain2021"];
    CancerHistory: ClinicianFirst "f-cancer-history" [] ["finucane2020"];
    Unwell: ClinicianFirst "f-unwell" [] ["finucane2020"];
    BloodSupply: ClinicianFirst "f-blood-supply" [cx(JointGlide), IMPACT_UNTIL_FULL] ["liu2017", "lespasio2019", "conv"];
    HipReplacement: ClinicianFirst "f-hip-replacement"
        [cx(Impact), cx(EndRange), cx(DeepFlexion), cx(Adduction), cx(JointGlide)] ["conv"];
    RecentSurgery: ClinicianFirst "f-recent-surgery"
        [cx(EndRange), cx(JointGlide), cx(DeepFlexion), cx(Ballistic)] ["conv"];
    RecentClot: ClinicianFirst "f-recent-clot" [cx(Pressure), cx(JointGlide)] ["wells2003", "conv"];
    RecentInjection: ClinicianFirst "f-recent-injection" [cx(Ballistic)] ["conv"];
    Pregnant: ClinicianFirst "f-pregnant"
        [cx(Impact), cx(EndRange), cx(Supine), cx(Prone), cx(Pressure), cx(JointGlide), cx(Abdominal), cx(AdductorHeavy)]
        ["acog2020"];
    Postpartum: ClinicianFirst "f-postpartum" [cx(Impact), cx(Abdominal)] ["goom2019", "acog2020"];
    Heart: ClinicianFirst "f-heart" [] ["riebe2015"];
    GivingWay: ClinicianFirst "f-giving-way"
        [cx(DeepFlexion), cx(EndRange), cx(Impact), cx(JointGlide)] ["griffin2016", "conv"];
    LegNumbness: ClinicianFirst "f-leg-numbness" [cx(HamstringStretch), cx(Pressure)] ["finucane2020", "conv"];
    GroinLump: ClinicianFirst "f-groin-lump" [cx(Abdominal), cx(Heavy)] ["conv"];
    Inflammatory: ClinicianFirst "f-inflammatory" [] ["conv"];
    LowBoneDensity: ClinicianFirst "f-low-bone-density"
        [cx(Impact), cx(Spine), cx(Balance), cx(JointGlide)] ["tenforde2016", "conv"];
    Energy: ClinicianFirst "f-energy" [IMPACT_UNTIL_FULL] ["mountjoy2023", "stellingwerff2023"];
    BsiOpen: ClinicianFirst "f-bsi-open" [IMPACT_UNTIL_FULL] ["warden2014", "george2024", "hoenig2023"];
    ToldNo: ClinicianFirst "f-told-no" new ["conv"];
    Worsening: ClinicianFirst "f-worsening" [cx(Impact)] ["conv"];
    HighRestPain: ClinicianFirst "f-high-rest-pain" [cx(Impact), cx(EndRange)] ["conv"];
    Under18: ClinicianFirst "f-under-18" [cx(Impact), cx(Heavy), cx(JointGlide)] ["peck2017"];

    BoneWatch: Caution "f-bone-watch" [IMPACT_UNTIL_FULL] ["robertson2017", "hoenig2022"];
    EnergyWatch: Caution "f-energy-watch" [IMPACT_UNTIL_FULL] ["mountjoy2023", "stellingwerff2023"];
    LowBoneWatch: Caution "f-low-bone-watch"
        [cx(Impact), cx(Spine), cx(Balance), cx(JointGlide)] ["tenforde2016", "conv"];
    ToldNoRun: Caution "f-told-no-run" [IMPACT_UNTIL_FULL] ["conv"];
    CancerWatch: Caution "f-cancer-watch" [] ["finucane2020"];
    LegNumbnessWatch: Caution "f-leg-numbness-watch" [cx(HamstringStretch), cx(Pressure)] ["finucane2020", "conv"];
    WorseningWatch: Caution "f-worsening-watch" [IMPACT_UNTIL_FULL] ["conv"];
    InflammatoryWatch: Caution "f-inflammatory-watch" [] ["conv"];
    BsiCleared: Caution "f-bsi-cleared" [IMPACT_UNTIL_FULL] ["george2024", "warden2014"];
    Age65: Caution "f-age-65" [cx(Balance)] ["springer2007"];
    BloodSupplyWatch: Caution "f-blood-supply-watch" [cx(JointGlide)] ["liu2017", "conv"];
    OldHipSurgery: Caution "f-old-hip-surgery" [cx(EndRange), cx(JointGlide)] ["conv"];
    Catching: Caution "f-catching" [cx(DeepFlexion), cx(EndRange), cx(JointGlide)] ["griffin2016", "conv"];
    ThighPatch: Caution "f-thigh-patch" [cx(Pressure)] ["conv"];
    CoughPain: Caution "f-cough-pain" [cx(Abdominal)] ["weir2015"];
    Bleeding: Caution "f-bleeding" [cx(Pressure), cx(JointGlide)] ["conv"];
    Quinolone: Caution "f-quinolone" [cx(Ballistic)] ["conv"];
    Skin: Caution "f-skin" [cx(Pressure)] ["conv"];
    LaxHip: Caution "f-lax-hip" [cx(EndRange), cx(JointGlide)] ["enseki2014"];
    HeartStable: Caution "f-heart-stable" [] ["riebe2015"];
    NoFloor: Caution "f-no-floor" [cx(Floor)] ["conv"];
    NoPool: Caution "f-no-pool" [cx(Pool)] ["conv"];
    NoDeepWater: Caution "f-no-deep-water" [cx(DeepWater)] ["conv"];
}

impl Flag {
    #[expect(clippy::indexing_slicing, reason = "the macro writes one row for each variant, in their order")]
    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// The stable id, such as `f-bone-watch`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.id() == id)
    }

    /// Its level before any OK.
    pub fn level(self) -> ActionLevel {
        self.row().level
    }

    /// What it excludes before any OK.
    pub fn excludes_now(self) -> ExcludesNow {
        self.row().now
    }

    /// What it excludes once an OK covers it.
    pub fn after_ok(self) -> AfterOk {
        self.row().after
    }

    /// Sources in the order of the row.
    pub fn sources(self) -> &'static [SourceKey] {
        self.row().sources
    }
}

/// Some of the flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FlagSet(u128);

impl FlagSet {
    /// No flag.
    pub const EMPTY: Self = Self(0);

    /// Puts a flag in.
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= 1 << flag as u8;
    }

    /// Takes a flag out.
    pub fn remove(&mut self, flag: Flag) {
        self.0 &= !(1 << flag as u8);
    }

    /// Whether it holds the flag.
    pub const fn contains(self, flag: Flag) -> bool {
        self.0 >> flag as u8 & 1 == 1
    }

    /// Whether it holds none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The flags of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The flags of both.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The flags that the other does not hold.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Its flags, the strictest level first.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.into_iter().filter(move |flag| self.contains(*flag))
    }

    /// The highest level before any OK.
    pub fn level(self) -> ActionLevel {
        self.iter().map(Flag::level).max().unwrap_or_default()
    }
}

impl FromIterator<Flag> for FlagSet {
    fn from_iter<T: IntoIterator<Item = Flag>>(flags: T) -> Self {
        let mut set = Self::EMPTY;
        for flag in flags {
            set.insert(flag);
        }
        set
    }
}
