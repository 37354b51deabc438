//! Refer rules (`progression.md` section 15): when the app sends the runner to a clinician.
//!
//! Not here: the counts that make a row true (see `course`).

use super::change::{Told, reason};
use crate::program::reason::{Reason, RuleId};
use crate::units::Day;

/// What a referral does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferKind {
    /// The card; nothing goes up, or only the card.
    Advice,
    /// Only mobility, calm content and easy walking until an OK.
    Stop,
}

impl ReferKind {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Stop => "stop",
        }
    }
}

/// A row of section 15 that is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Referral {
    /// The row.
    pub rule: RuleId,
    /// Its kind.
    pub kind: ReferKind,
    /// Since when.
    pub since: Day,
}

/// The rows and their kinds.
const ROWS: [(&str, ReferKind); 12] = [
    ("PRG-X01", ReferKind::Advice),
    ("PRG-X02", ReferKind::Advice),
    ("PRG-X03", ReferKind::Stop),
    ("PRG-X04", ReferKind::Stop),
    ("PRG-X05", ReferKind::Stop),
    ("PRG-X06", ReferKind::Stop),
    ("PRG-X07", ReferKind::Stop),
    ("PRG-X08", ReferKind::Advice),
    ("PRG-X09", ReferKind::Stop),
    ("PRG-X10", ReferKind::Stop),
    ("PRG-X11", ReferKind::Advice),
    ("PRG-X12", ReferKind::Advice),
];

/// The kind of a row.
pub fn kind_of(rule: RuleId) -> ReferKind {
    ROWS.iter().find(|(id, _)| *id == rule.0).map_or(ReferKind::Stop, |(_, kind)| *kind)
}

impl Referral {
    /// Why.
    pub fn reason(&self) -> Reason {
        reason(self.rule, Told::default())
    }

    /// Whether nothing goes up while it stands; some only show the card.
    pub fn holds_levels(&self) -> bool {
        self.kind == ReferKind::Stop || matches!(self.rule.0, "PRG-X01" | "PRG-X02")
    }
}

/// Days after an OK in which an advice row is silent.
const SILENT: i32 = 28;

/// The rows that are true, and which are silent after an OK.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referrals {
    now: Vec<Referral>,
    silent: Vec<(RuleId, Day)>,
}

impl Referrals {
    /// Those that stand, the stricter first, then by row.
    pub fn all(&self) -> &[Referral] {
        &self.now
    }

    /// The stop that stands, if any does.
    pub fn stop(&self) -> Option<&Referral> {
        self.now.iter().find(|referral| referral.kind == ReferKind::Stop)
    }

    /// Whether one stands that lets nothing go up.
    pub fn holds_levels(&self) -> bool {
        self.now.iter().any(Referral::holds_levels)
    }

    /// A row is true from that day on; whether that is news.
    pub fn raise(&mut self, rule: RuleId, day: Day) -> bool {
        let is_silent = self.silent.iter().any(|(silent, until)| *silent == rule && day < *until);
        if is_silent || self.now.iter().any(|referral| referral.rule == rule) {
            return false;
        }
        self.now.push(Referral { rule, kind: kind_of(rule), since: day });
        self.now.sort_by_key(|referral| (core::cmp::Reverse(referral.kind), referral.rule));
        true
    }

    /// An advice row is false at a check-in.
    pub fn lower(&mut self, rule: RuleId) {
        self.now.retain(|referral| referral.rule != rule || referral.kind == ReferKind::Stop);
    }

    /// An OK of that day; whether a stop ended. A stop needs one of its own day or later.
    pub fn ok(&mut self, visit: Day, today: Day) -> bool {
        let before = self.now.len();
        for referral in &self.now {
            if referral.kind == ReferKind::Advice {
                self.silent.retain(|(rule, _)| *rule != referral.rule);
                self.silent.push((referral.rule, today.plus(SILENT)));
            }
        }
        let had_stop = self.stop().is_some();
        self.now.retain(|referral| referral.kind == ReferKind::Stop && visit < referral.since);
        had_stop && self.stop().is_none() && self.now.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i32) -> Day {
        Day::from_epoch(20_000 + day)
    }

    #[test]
    fn prg_x_kinds() {
        let stops: Vec<&str> = ROWS.iter().filter(|(_, kind)| *kind == ReferKind::Stop).map(|(id, _)| *id).collect();
        assert_eq!(stops, ["PRG-X03", "PRG-X04", "PRG-X05", "PRG-X06", "PRG-X07", "PRG-X09", "PRG-X10"]);
        let only_a_card: Vec<&str> = ROWS
            .iter()
            .filter(|(id, kind)| !Referral { rule: RuleId(id), kind: *kind, since: day(0) }.holds_levels())
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(only_a_card, ["PRG-X08", "PRG-X11", "PRG-X12"]);
    }

    #[test]
    fn a_stop_ends_with_an_ok_of_its_day_and_an_advice_is_silent_for_28_days() {
        let mut referrals = Referrals::default();
        assert!(referrals.raise(RuleId("PRG-X12"), day(0)));
        assert!(referrals.raise(RuleId("PRG-X04"), day(5)) && !referrals.raise(RuleId("PRG-X04"), day(6)));
        assert_eq!(referrals.all().first().map(|one| one.rule.0), Some("PRG-X04"), "the stricter first");
        referrals.lower(RuleId("PRG-X04"));
        referrals.ok(day(4), day(6));
        assert_eq!(referrals.all().len(), 1, "the visit was before the stop");
        assert!(referrals.stop().is_some());
        assert!(referrals.ok(day(5), day(6)));
        assert!(referrals.all().is_empty());
        assert!(!referrals.raise(RuleId("PRG-X12"), day(33)));
        assert!(referrals.raise(RuleId("PRG-X12"), day(34)));
        assert!(referrals.raise(RuleId("PRG-X04"), day(7)), "a stop is never silent");
    }
}
