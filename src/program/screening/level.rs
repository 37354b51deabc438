//! The five action levels (`screening.md` section 1).
//!
//! Not here: which answer leads to which level (see `flag`), and what a level shuts (see `gate`).

/// What the answers ask for. The highest level of all flags decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ActionLevel {
    /// No warning sign: the program opens.
    #[default]
    None,
    /// The program opens with some parts left out.
    Caution,
    /// A clinician has to agree before the program opens.
    ClinicianFirst,
    /// To be seen today or tomorrow; the program is shut.
    UrgentCare,
    /// The emergency number now; the program is shut.
    Emergency,
}

impl ActionLevel {
    /// All levels, the mildest first.
    pub const ALL: [Self; 5] = [Self::None, Self::Caution, Self::ClinicianFirst, Self::UrgentCare, Self::Emergency];

    /// The stable id: `data-level`, and the last part of the words' key.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Caution => "Caution",
            Self::ClinicianFirst => "ClinicianFirst",
            Self::UrgentCare => "UrgentCare",
            Self::Emergency => "Emergency",
        }
    }

    /// Whether it shuts the program: no exercise, no test, no run.
    pub const fn shuts(self) -> bool {
        matches!(self, Self::ClinicianFirst | Self::UrgentCare | Self::Emergency)
    }

    /// Whether only a new whole screen leads out of it (CR6).
    pub const fn needs_new_screen(self) -> bool {
        matches!(self, Self::UrgentCare | Self::Emergency)
    }
}
