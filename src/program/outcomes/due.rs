//! When the check-in and the re-test are due, and whether tests wait (`OM-81` to `OM-86`).
//!
//! Not here: the questions' order on the screen.

use crate::program::reason::RuleId;
use crate::program::screening::ActionLevel;
use crate::units::Day;

/// Days between check-ins.
const CHECK_IN: i32 = 7;
/// Days between re-tests.
const RE_TEST: i32 = 28;
/// Days that a re-test may come early or late (`PRG-Z1`); a check-in so shortly before one is left out.
const WINDOW: i32 = 3;

/// What was done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checks {
    /// Day 0.
    pub day_zero: Day,
    /// The last finished check-in.
    pub check_in: Option<Day>,
    /// The last finished re-test.
    pub re_test: Option<Day>,
}

/// Which check is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckDue {
    /// None; the next one's day.
    None {
        /// The day of the next check-in or re-test.
        next: Day,
    },
    /// The check-in, since that day.
    CheckIn {
        /// Since when.
        since: Day,
        /// How many were missed before it: each not done in 7 days.
        missed: i32,
    },
    /// The re-test, which is a check-in too.
    ReTest {
        /// Its day; it may be done from 3 days before.
        since: Day,
        /// Whether `OM-5` is asked (`OM-86`).
        asks_change: bool,
    },
}

impl CheckDue {
    /// The rule that says so.
    pub const fn rule(self) -> RuleId {
        match self {
            Self::None { .. } | Self::CheckIn { .. } => RuleId("OM-81"),
            Self::ReTest { .. } => RuleId("OM-82"),
        }
    }
}

/// What is due on a day.
pub fn due(checks: Checks, today: Day) -> CheckDue {
    let re_test = checks.re_test.unwrap_or(checks.day_zero).plus(RE_TEST);
    if today >= re_test {
        return CheckDue::ReTest { since: re_test, asks_change: asks_change(checks.day_zero, today) };
    }
    let last = checks.check_in.max(checks.re_test).unwrap_or(checks.day_zero);
    let check_in = last.plus(CHECK_IN);
    // `OM-83`: due 1 to 3 days before a re-test it is left out. One not done in 7 days is missing, and the next is due.
    let missed = (today.since(check_in).max(0)) / CHECK_IN;
    let due = check_in.plus(missed * CHECK_IN);
    if (1..=WINDOW).contains(&re_test.since(due)) {
        return CheckDue::None { next: re_test };
    }
    if today >= due { CheckDue::CheckIn { since: due, missed } } else { CheckDue::None { next: due.min(re_test) } }
}

/// `OM-86`: global change is asked from day 28 on.
pub const fn asks_change(day_zero: Day, today: Day) -> bool {
    today.since(day_zero) >= RE_TEST
}

/// What is asked of a due check (`OM-84`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestsWait {
    /// Nothing more is asked.
    Nothing,
    /// Questions yes, tests wait.
    QuestionsOnly,
    /// Both.
    All,
}

/// `OM-84`: after the safety screen.
pub const fn tests_wait(level: ActionLevel, flare: bool, pain_now: Option<u8>) -> TestsWait {
    match level {
        ActionLevel::Emergency | ActionLevel::UrgentCare => TestsWait::Nothing,
        ActionLevel::ClinicianFirst => TestsWait::QuestionsOnly,
        _ if flare => TestsWait::QuestionsOnly,
        // Without a score tests wait.
        _ => match pain_now {
            Some(0..=4) => TestsWait::All,
            _ => TestsWait::QuestionsOnly,
        },
    }
}
