//! How the hip answered: the class of the next morning and the session's result (`progression.md` section 7).
//!
//! Not here: what follows from a result (see `course`, `items`).

use crate::program::reason::RuleId;
use crate::units::{Effort, PainScore};

/// The class of a morning, the better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MorningClass {
    /// As usual.
    Settled,
    /// A little more, or not known.
    Slight,
    /// Clearly more.
    Up,
    /// 8 to 10.
    Severe,
}

impl MorningClass {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Slight => "slight",
            Self::Up => "up",
            Self::Severe => "severe",
        }
    }
}

/// The result of a session, the better first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SessionResult {
    /// Items may move up.
    Progress,
    /// The same plan.
    Hold,
    /// Items move down.
    Regress,
    /// 48 hours without strength, pool or run, then down.
    Rest,
}

impl SessionResult {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Progress => "progress",
            Self::Hold => "hold",
            Self::Regress => "regress",
            Self::Rest => "rest",
        }
    }

    /// Regress or Rest.
    pub const fn is_back(self) -> bool {
        matches!(self, Self::Regress | Self::Rest)
    }
}

/// What the runner said in the morning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Morning {
    /// `m`, 0 to 10.
    pub pain: Option<PainScore>,
    /// Stiff 15 minutes longer than usual, or not as usual again after 24 hours (`q-morning-longer`).
    pub longer: bool,
}

/// The most pain that counts as "0-3": 3, or a clinician's lower limit (`PRG-Y2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PainLimit(pub u8);

impl PainLimit {
    /// Without a clinician's limit.
    pub const USUAL: Self = Self(3);

    /// 0 to the limit.
    pub const fn is_fine(self, pain: u8) -> bool {
        pain <= self.0
    }
}

/// The class of a morning: the first row that matches. Without usual pain only the number itself counts.
pub fn morning_class(morning: Morning, usual: Option<PainScore>, limit: PainLimit) -> (MorningClass, RuleId) {
    let slight = (MorningClass::Slight, RuleId("PRG-A3"));
    let Some(pain) = morning.pain else { return slight };
    let pain = pain.get();
    // A usual pain that is not known makes nothing better: then 0 is what it is compared with.
    let usual = usual.map_or(0, PainScore::get);
    match (pain, pain.saturating_sub(usual)) {
        (8.., _) => (MorningClass::Severe, RuleId("PRG-A1")),
        (6 | 7, _) | (_, 3..) => (MorningClass::Up, RuleId("PRG-A2")),
        (_, 2) => slight,
        (_, 1..) if !limit.is_fine(pain) => slight,
        _ if morning.longer => slight,
        _ => (MorningClass::Settled, RuleId("PRG-A4")),
    }
}

/// The result of a session: its highest pain against the morning's class.
pub fn session_result(
    worst: u8,
    effort: Option<Effort>,
    class: MorningClass,
    limit: PainLimit,
) -> (SessionResult, RuleId) {
    use MorningClass::{Settled, Severe, Slight, Up};
    use SessionResult::{Hold, Progress, Regress, Rest};
    let hard = effort.is_some_and(|effort| effort.get() >= 8);
    if limit.is_fine(worst) {
        let result = match class {
            Settled if hard => Hold,
            Settled => Progress,
            Slight => Hold,
            Up => Regress,
            Severe => Rest,
        };
        return (result, RuleId("PRG-T1"));
    }
    if worst <= 5 {
        let result = match class {
            Settled => Hold,
            Slight | Up => Regress,
            Severe => Rest,
        };
        return (result, RuleId("PRG-T2"));
    }
    let result = match class {
        Settled | Slight => Regress,
        Up | Severe => Rest,
    };
    (result, RuleId("PRG-T3"))
}

#[cfg(test)]
mod tests {
    use super::MorningClass::{Settled, Severe, Slight, Up};
    use super::SessionResult::{Hold, Progress, Regress, Rest};
    use super::*;

    fn class(pain: Option<u8>, longer: bool, usual: u8) -> (MorningClass, &'static str) {
        let morning = Morning { pain: pain.and_then(PainScore::new), longer };
        let (class, rule) = morning_class(morning, PainScore::new(usual), PainLimit::USUAL);
        (class, rule.0)
    }

    #[test]
    fn prg_a1_to_a4() {
        let rows = [
            (Some(8), false, 8, Severe, "PRG-A1"),
            (Some(10), false, 0, Severe, "PRG-A1"),
            (Some(6), false, 6, Up, "PRG-A2"),
            (Some(7), true, 9, Up, "PRG-A2"),
            (Some(3), false, 0, Up, "PRG-A2"),
            (Some(5), false, 2, Up, "PRG-A2"),
            (Some(2), false, 0, Slight, "PRG-A3"),
            (Some(4), false, 3, Slight, "PRG-A3"),
            (Some(5), false, 4, Slight, "PRG-A3"),
            (Some(4), false, 4, Settled, "PRG-A4"),
            (Some(3), false, 2, Settled, "PRG-A4"),
            (Some(3), true, 3, Slight, "PRG-A3"),
            (None, false, 3, Slight, "PRG-A3"),
            (Some(0), false, 0, Settled, "PRG-A4"),
            (Some(1), false, 5, Settled, "PRG-A4"),
        ];
        for (pain, longer, usual, expected, rule) in rows {
            assert_eq!(class(pain, longer, usual), (expected, rule), "{pain:?} {longer} over {usual}");
        }
    }

    #[test]
    fn prg_a_never_gets_better_with_more_pain() {
        for usual in 0..=10 {
            let classes: Vec<MorningClass> = (0..=10).map(|pain| class(Some(pain), false, usual).0).collect();
            assert!(classes.is_sorted(), "{usual}: {classes:?}");
        }
    }

    #[test]
    fn prg_t1_to_t3() {
        let rows: [(u8, &str, [SessionResult; 4]); 7] = [
            (0, "PRG-T1", [Progress, Hold, Regress, Rest]),
            (3, "PRG-T1", [Progress, Hold, Regress, Rest]),
            (4, "PRG-T2", [Hold, Regress, Regress, Rest]),
            (5, "PRG-T2", [Hold, Regress, Regress, Rest]),
            (6, "PRG-T3", [Regress, Regress, Rest, Rest]),
            (8, "PRG-T3", [Regress, Regress, Rest, Rest]),
            (10, "PRG-T3", [Regress, Regress, Rest, Rest]),
        ];
        for (worst, rule, expected) in rows {
            for (class, expected) in [Settled, Slight, Up, Severe].into_iter().zip(expected) {
                let (result, by) = session_result(worst, Effort::new(7), class, PainLimit::USUAL);
                assert_eq!((result, by.0), (expected, rule), "{worst} {class:?}");
            }
        }
    }

    #[test]
    fn prg_t1_very_hard_is_hold_at_best() {
        let result = |effort| session_result(0, effort, Settled, PainLimit::USUAL).0;
        assert_eq!(result(Effort::new(8)), Hold);
        assert_eq!(result(Effort::new(7)), Progress);
        assert_eq!(result(None), Progress, "7 if not given");
    }

    #[test]
    fn prg_y2_a_lower_limit_moves_the_rows() {
        let result = |worst, n| session_result(worst, None, Settled, PainLimit(n));
        assert_eq!(result(1, 0), (Hold, RuleId("PRG-T2")));
        assert_eq!(result(0, 0), (Progress, RuleId("PRG-T1")));
        assert_eq!(result(2, 2), (Progress, RuleId("PRG-T1")));
        assert_eq!(result(3, 2), (Hold, RuleId("PRG-T2")));
        let morning = Morning { pain: PainScore::new(2), longer: false };
        assert_eq!(morning_class(morning, PainScore::new(1), PainLimit(1)).0, Slight);
        assert_eq!(morning_class(morning, PainScore::new(1), PainLimit::USUAL).0, Settled);
    }
}
