//! The short check: its eight buttons and the questions that each opens (`screening.md` section 8).
//!
//! Not here: when it is due (see `state`), and what the answers change (see `course`).

use super::question::Question::{
    self, BearWeight, Belly, BloodSupply, Bsi, Calf, Cancer, Chest, Course, Deformity, Energy, Fever, FootDrop, Heart,
    Injection, LegCold, Limp, LockedNow, Locking, Lump, Medicine, Numb, Place, Pop, Pregnancy, RestPain, RunPain,
    Saddle, Surgery, Testicle, ToldNo, Trauma, Unwell, UrineBlood, WalkPain, Worse,
};
use crate::journal::Answer;

/// The id of the one question of the short check: "Since last time, anything new?"
pub const SHORT_CHECK: &str = "short-check";

/// A button of the short check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Button {
    /// No, nothing new.
    Nothing,
    /// I limp, or it hurts to walk.
    Limp,
    /// Pain at night, all the time, or getting worse.
    Night,
    /// Numb, tingling, weak leg, bladder or bowel trouble.
    Numb,
    /// Fever, ill, hot joint, swollen or cold leg.
    Ill,
    /// Belly, testicle or pee trouble, groin lump.
    Belly,
    /// A fall, a pop, locking or giving way.
    Fall,
    /// New illness, medicine, surgery, pregnancy, or advice of a clinician.
    New,
}

impl Button {
    /// The buttons in their order.
    pub const ALL: [Self; 8] =
        [Self::Nothing, Self::Limp, Self::Night, Self::Numb, Self::Ill, Self::Belly, Self::Fall, Self::New];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Limp => "limp",
            Self::Night => "night",
            Self::Numb => "numb",
            Self::Ill => "ill",
            Self::Belly => "belly",
            Self::Fall => "fall",
            Self::New => "new",
        }
    }

    /// Reads a stable id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|button| button.id() == id)
    }

    /// The questions that it opens.
    pub const fn opens(self) -> &'static [Question] {
        match self {
            Self::Nothing => &[],
            Self::Limp => &[BearWeight, Limp, WalkPain, Place, RunPain, RestPain, Course],
            Self::Night => &[RestPain, Place, RunPain, Course, Worse, Unwell],
            Self::Numb => &[Saddle, Numb, FootDrop],
            Self::Ill => &[Fever, Calf, LegCold, Chest, Unwell],
            Self::Belly => &[Belly, Testicle, UrineBlood, Lump],
            Self::Fall => &[BearWeight, Deformity, Trauma, Pop, LockedNow, Locking],
            Self::New => &[Cancer, BloodSupply, Surgery, Injection, Pregnancy, Energy, Bsi, Medicine, Heart, ToldNo],
        }
    }

    /// The tapped buttons of a stored answer. `None` if it is none: unknown buttons, no button, or "nothing" beside others.
    pub fn read(answer: &Answer) -> Option<Vec<Self>> {
        let buttons: Vec<Self> = match answer {
            Answer::Text(id) => vec![Self::parse(id)?],
            Answer::List(ids) => ids.iter().map(|id| Self::parse(id)).collect::<Option<_>>()?,
            Answer::Skipped | Answer::Number(_) => return None,
        };
        let contradicts = buttons.len() > 1 && buttons.contains(&Self::Nothing);
        (!buttons.is_empty() && !contradicts).then_some(buttons)
    }

    /// The tapped buttons in the journal's form; none is "nothing new".
    pub fn answer(tapped: &[Self]) -> Answer {
        let tapped = if tapped.is_empty() { &[Self::Nothing] } else { tapped };
        Answer::List(tapped.iter().map(|button| button.id().to_owned()).collect())
    }
}
