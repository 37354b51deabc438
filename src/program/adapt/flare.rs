//! Flare-up mode (`progression.md` section 10): in by one tap or by rule, out by two good mornings.
//!
//! Not here: what a session has on these days (see `plan::compose`).

use super::change::{Changed, Told};
use super::course::{Around, Course};
use crate::journal::EntryId;
use crate::library::Phase;
use crate::program::reason::RuleId;
use crate::program::screening::{Demand, Due};
use crate::units::{Day, Millis, PainScore};

/// Days in which three flare-ups are one too many (`PRG-X05`).
const OFTEN_DAYS: i32 = 56;
/// Days between two mornings in a row, for the start of the mode. Its end wants one after the other.
const IN_A_ROW: i32 = 3;

/// A flare-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flare {
    /// Day 1.
    pub start: Day,
    /// What started it.
    pub by: RuleId,
    /// Usual pain, frozen.
    pub usual: Option<PainScore>,
    /// The entry that started it.
    pub since: EntryId,
    /// Good mornings in a row, and the day of the last one.
    pub good_mornings: (u8, Option<Day>),
}

/// What a day of the mode allows at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlareDay {
    /// Days 1 and 2: breathing, resting, two easy movements.
    Rest,
    /// Days 3 and 4: a light session with one hold.
    Light,
    /// Days 5 to 7: F with easier steps at level 1, half the sets.
    Easy,
    /// Days 8 to 14: F with one set less.
    Less,
}

impl FlareDay {
    /// The rule.
    pub const fn rule(self) -> RuleId {
        RuleId(match self {
            Self::Rest => "PRG-F4",
            Self::Light => "PRG-F5",
            Self::Easy => "PRG-F6",
            Self::Less => "PRG-F7",
        })
    }
}

impl Flare {
    /// The day's number, from 1.
    pub const fn number(&self, day: Day) -> i32 {
        day.since(self.start) + 1
    }

    /// What that day allows.
    pub const fn allows(&self, day: Day) -> FlareDay {
        match self.number(day) {
            ..=2 => FlareDay::Rest,
            3 | 4 => FlareDay::Light,
            5..=7 => FlareDay::Easy,
            _ => FlareDay::Less,
        }
    }

    fn is_good(&self, pain: PainScore) -> bool {
        let usual = self.usual.map_or(0, PainScore::get);
        pain.get() <= 4 && pain.get() <= usual + 1
    }
}

impl Course {
    /// The mode begins, unless it lasts already. The short check comes first.
    pub(super) fn flare_up(&mut self, by: RuleId, since: EntryId, day: Day, usual: Option<PainScore>) {
        if self.flare.is_some() {
            return;
        }
        self.demands.push(Demand { since, due: Due::Short, rule: by });
        self.flare = Some(Flare { start: day, by, usual, since, good_mornings: (0, None) });
        self.offer = None;
        self.high_mornings = (0, None);
        self.change(Changed::FlareBegins, by, day, Told { usual, ..Told::default() });
        self.flares.retain(|flare| day.since(*flare) < OFTEN_DAYS);
        self.flares.push(day);
        if self.flares.len() >= 3 {
            self.refer(RuleId("PRG-X05"), day);
        }
    }

    /// A morning: it may start the mode (`PRG-F3`) or end it (`PRG-F8`).
    pub(super) fn flare_morning(&mut self, pain: PainScore, day: Day, id: EntryId, usual: Option<PainScore>) {
        let Some(flare) = &mut self.flare else {
            let is_high = usual.is_some_and(|usual| pain.get() >= usual.get() + 3);
            let (count, last) = self.high_mornings;
            // What is told after sessions comes on every second or third day.
            let in_a_row = last.is_some_and(|last| day.since(last) <= IN_A_ROW);
            self.high_mornings = match (is_high, in_a_row) {
                (true, true) => (count + 1, Some(day)),
                (true, false) => (1, Some(day)),
                (false, _) => (0, None),
            };
            if self.high_mornings.0 >= 2 {
                self.flare_up(RuleId("PRG-F3"), id, day, usual);
            }
            return;
        };
        let (count, last) = flare.good_mornings;
        flare.good_mornings = match (flare.is_good(pain), last.map(|last| day.since(last))) {
            (true, Some(1)) => (count.saturating_add(1), Some(day)),
            (true, Some(0)) => (count, Some(day)),
            (true, _) => (1, Some(day)),
            (false, _) => (0, None),
        };
        if flare.good_mornings.0 >= 2 && flare.number(day) >= 3 {
            let (lasted, usual) = (flare.number(day), flare.usual);
            self.flare = None;
            self.items.all_down();
            self.counted_from = Some(day);
            if lasted > 7 {
                self.tests_wanted = Some((RuleId("PRG-Z2"), day));
            }
            self.change(
                Changed::FlareEnds,
                RuleId("PRG-F8"),
                day,
                Told { morning: Some(pain), usual, ..Told::default() },
            );
        }
    }

    /// A session with more than 5: its mornings begin anew.
    pub(super) fn flare_session(&mut self, worst: PainScore) {
        if let Some(flare) = &mut self.flare
            && worst.get() > 5
        {
            flare.good_mornings = (0, None);
        }
    }

    /// Day 8 asks for the full screen (`PRG-F7`); after day 14 the mode is over, and a clinician is asked (`PRG-F9`).
    pub(super) fn flare_day(&mut self, day: Day, around: Around<'_>) {
        let Some(flare) = &self.flare else { return };
        let number = flare.number(day);
        if number == 8 {
            // From the local midnight on.
            let midnight = i64::from(day.epoch_days()) * 86_400_000 - i64::from(around.zone) * 60_000;
            let at = EntryId::new(Millis(midnight), 0);
            self.demands.push(Demand { since: at, due: Due::Full, rule: RuleId("PRG-F7") });
        }
        if number >= 15 {
            let rule = RuleId("PRG-F9");
            self.flare = None;
            self.change(Changed::FlareEnds, rule, day, Told::default());
            self.go_to(Phase::Calm, day, around.steer);
            self.change(Changed::Phase(Phase::Calm), rule, day, Told::default());
            self.tests_wanted = Some((RuleId("PRG-Z2"), day));
            self.refer(RuleId("PRG-X05"), day);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prg_f4_to_f7_by_day() {
        let flare = Flare {
            start: Day::from_epoch(20_000),
            by: RuleId("PRG-F1"),
            usual: None,
            since: EntryId(1),
            good_mornings: (0, None),
        };
        let rules: Vec<&str> = (0..14).map(|day| flare.allows(Day::from_epoch(20_000 + day)).rule().0).collect();
        assert_eq!(rules[..4], ["PRG-F4", "PRG-F4", "PRG-F5", "PRG-F5"]);
        assert_eq!(rules[4..7], ["PRG-F6"; 3]);
        assert_eq!(rules[7..], ["PRG-F7"; 7]);
    }

    #[test]
    fn prg_f8_a_good_morning_is_near_usual_pain_and_at_most_4() {
        let good = |pain: u8, usual: u8| {
            let usual = PainScore::new(usual);
            let flare = Flare {
                start: Day::from_epoch(0),
                by: RuleId("PRG-F1"),
                usual,
                since: EntryId(1),
                good_mornings: (0, None),
            };
            flare.is_good(PainScore::new(pain).unwrap())
        };
        assert!(good(4, 3) && good(4, 9) && good(1, 0));
        assert!(!good(5, 9) && !good(2, 0) && !good(5, 4));
    }
}
