//! Clinicians' OKs: which of them count, and what they cover (`screening.md` section 5).
//!
//! Not here: what a covered flag still excludes (see `outcome`), and when a new flag ends an OK (see `course`).

use core::fmt;

use super::flag::{Flag, FlagSet};
use crate::journal::{BoneFinding, OkEntry, Scope};
use crate::units::Day;

/// Days from the visit to the entry, at most.
const ENTRY_WITHIN: i32 = 90;
/// Days after the visit on which an OK ends (`conv`).
const ENDS_AFTER: i32 = 180;

/// Why an OK cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadOk {
    /// The visit is in the future.
    Future,
    /// The visit is more than 90 days before the entry.
    TooOld,
    /// No flag is ticked that the runner's answers raise.
    NothingTicked,
}

impl fmt::Display for BadOk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Future => "the visit is in the future",
            Self::TooOld => "the visit is more than 90 days ago",
            Self::NothingTicked => "nothing is ticked",
        })
    }
}

impl core::error::Error for BadOk {}

/// Whether the day of the visit fits the day of the entry.
pub fn check_visit(visit: Day, entered: Day) -> Result<(), BadOk> {
    match entered.since(visit) {
        ..0 => Err(BadOk::Future),
        0..=ENTRY_WITHIN => Ok(()),
        _ => Err(BadOk::TooOld),
    }
}

/// An OK whose visit fitted its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordedOk {
    /// The day of the visit.
    pub visit: Day,
    /// What it opens.
    pub scope: Scope,
    /// What was found about bone stress.
    pub bone: BoneFinding,
    /// The flags that are ticked and were raised when it was recorded.
    pub ticked: FlagSet,
    /// A screen raised a new flag of `ClinicianFirst` or higher since.
    pub ended: bool,
}

impl RecordedOk {
    /// The entry as it counts; `None` if its visit does not fit the day of the entry. Ticks of flags that are not in
    /// `raised` do not count: nobody can clear ahead.
    pub fn read(entry: &OkEntry, entered: Day, raised: FlagSet) -> Option<Self> {
        check_visit(entry.on, entered).ok()?;
        let ticked: FlagSet = entry.flags.iter().filter_map(|id| Flag::parse(id)).collect();
        let ticked = ticked.intersection(raised);
        Some(Self { visit: entry.on, scope: entry.scope, bone: entry.bone, ticked, ended: false })
    }

    /// Whether it still counts on that day.
    pub fn counts(&self, today: Day) -> bool {
        !self.ended && today.since(self.visit) < ENDS_AFTER
    }
}

/// What the clearance rules need to know beside the answers.
#[derive(Debug, Clone, Copy)]
pub struct Clearance<'a> {
    /// The OKs, in the order of their entries.
    pub oks: &'a [RecordedOk],
    /// The day on which the whole screen was begun whose answers hold.
    pub begun: Day,
    /// Since when, in an unbroken row of screens that began before this one, `f-bone-urgent` was raised (CR8).
    pub bone_urgent_since: Option<Day>,
    /// The same for `f-systemic`.
    pub systemic_since: Option<Day>,
    /// The runner's local day.
    pub today: Day,
}

impl Clearance<'_> {
    /// A first screen of that day, without any OK.
    pub const fn none(today: Day) -> Self {
        Self { oks: &[], begun: today, bone_urgent_since: None, systemic_since: None, today }
    }

    /// The OKs that count and in which the flag is ticked.
    pub fn covering(&self, flag: Flag) -> impl Iterator<Item = &RecordedOk> {
        self.oks.iter().filter(move |ok| ok.counts(self.today) && ok.ticked.contains(flag))
    }

    /// The OKs that clear a flag of CR8 which is raised again after being seen.
    ///
    /// The visit lies on or after the day when the flag was first raised, and not after the day when the screen began.
    pub fn clearing_again(&self, flag: Flag) -> impl Iterator<Item = &RecordedOk> {
        let since = match flag {
            Flag::BoneUrgent => self.bone_urgent_since,
            Flag::Systemic => self.systemic_since,
            _ => None,
        };
        let ruled_out = flag == Flag::BoneUrgent;
        self.covering(flag).filter(move |ok| {
            since.is_some_and(|since| ok.visit >= since)
                && ok.visit <= self.begun
                && (!ruled_out || ok.bone == BoneFinding::RuledOut)
        })
    }

    /// CR9: whether the newest visit said `no-impact`, and that visit's day. On one day `no-impact` decides.
    ///
    /// Time alone does not open impact: an OK that has ended keeps it shut until a newer one says `full`.
    pub fn no_impact_since(&self) -> Option<Day> {
        let newest = self.oks.iter().map(|ok| ok.visit).max()?;
        self.oks.iter().any(|ok| ok.visit == newest && ok.scope == Scope::NoImpact).then_some(newest)
    }
}
