//! Norms by sex and age, and the class of a result.
//!
//! Not here: which test has which norm (see `table`).

use crate::program::pattern::NormClass::{self, Below, Near, Target};

/// Which norms to compare with (`q-sex`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Not said: the lower of the two norms.
    #[default]
    NotSaid,
}

impl Sex {
    /// Reads an option of `q-sex`; anything else counts as not said.
    pub fn read(option: &str) -> Self {
        match option {
            "female" => Self::Female,
            "male" => Self::Male,
            _ => Self::NotSaid,
        }
    }
}

/// The cuts for one sex and one stretch of ages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Whom it is for; none: for everybody.
    pub sex: Option<Sex>,
    /// Up to this age, this one left out; none: from the band before on.
    pub under: Option<u8>,
    /// The first value of `target`, in whole units.
    pub target: i16,
    /// The first value of `near`; equal to `target` where there is no near band.
    pub near: i16,
}

/// A norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Norm {
    /// More is better. The bands stand by age, the youngest first.
    AtLeast(&'static [Band]),
    /// Less is better.
    AtMost(&'static [Band]),
}

impl Norm {
    /// Its bands.
    pub const fn bands(self) -> &'static [Band] {
        match self {
            Self::AtLeast(bands) | Self::AtMost(bands) => bands,
        }
    }

    /// Whether a greater value is the better one.
    pub const fn more_is_better(self) -> bool {
        matches!(self, Self::AtLeast(_))
    }

    /// The band of a runner. None where age decides and is not known.
    pub fn band(self, sex: Sex, age: Option<u8>) -> Option<&'static Band> {
        let is_meant = |band: &&Band| match band.under {
            Some(under) => age.is_some_and(|age| age < under),
            None => age.is_some() || self.bands().iter().all(|band| band.under.is_none()),
        };
        let of_age = |wanted: Sex| {
            let mut bands = self.bands().iter().filter(move |band| band.sex.is_none_or(|sex| sex == wanted));
            bands.find(is_meant)
        };
        match sex {
            Sex::NotSaid => [of_age(Sex::Female)?, of_age(Sex::Male)?].into_iter().min_by_key(|band| band.target),
            known => of_age(known),
        }
    }

    /// The class of a value in tenths of the unit.
    pub fn class(self, tenths: i32, sex: Sex, age: Option<u8>) -> Option<NormClass> {
        let band = self.band(sex, age)?;
        let reaches = |cut: i16| match self {
            Self::AtLeast(_) => tenths >= i32::from(cut) * 10,
            Self::AtMost(_) => tenths <= i32::from(cut) * 10,
        };
        Some(match (reaches(band.target), reaches(band.near)) {
            (true, _) => Target,
            (false, true) => Near,
            (false, false) => Below,
        })
    }
}
