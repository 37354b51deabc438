//! The week (`progression.md` section 3): which day has which session, and what became of it.
//!
//! Not here: what is in a session (see `compose`). Runs come with the phases that have them.

use super::bearing::Bearing;
use super::log::{Held, Log};
use super::settings::Settings;
use super::slot::{SlotId, SlotKind};
use super::weights::{InWeek, pool_sessions};
use crate::journal::{EntryId, SessionKind};
use crate::program::reason::RuleId;
use crate::units::{Day, Seconds};

/// A row of the table: days a week, and the place and type of each, D1 = 0.
struct Row {
    rule: RuleId,
    days: u8,
    sessions: &'static [(u8, SlotKind)],
}

const fn row(rule: &'static str, days: u8, sessions: &'static [(u8, SlotKind)]) -> Row {
    Row { rule: RuleId(rule), days, sessions }
}

use SlotKind::{F, M, P, S};

/// Weeks without runs. Seven days are the row of six; the last is a rest day.
const ROWS: [Row; 5] = [
    row("PRG-K2", 2, &[(0, F), (3, F)]),
    row("PRG-K3", 3, &[(0, F), (2, F), (4, F)]),
    row("PRG-K4", 4, &[(0, F), (1, M), (3, F), (5, F)]),
    row("PRG-K5", 5, &[(0, F), (1, M), (2, F), (4, F), (5, M)]),
    row("PRG-K6", 6, &[(0, F), (1, M), (2, F), (3, M), (4, F), (5, M)]),
];

/// The types of the seven days, the same each week until a setting changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// From Monday to Sunday.
    by_weekday: [Option<SlotKind>; 7],
    /// The row that it follows.
    pub rule: RuleId,
}

impl Weekly {
    /// The week of these settings for a plan that began on `first` (D1).
    pub fn of(bearing: &Bearing, settings: &Settings, first: Day, any_aquatic: bool) -> Self {
        let [row, ..] = &ROWS;
        let row = ROWS.iter().rev().find(|row| row.days <= settings.days).unwrap_or(row);
        // The days in their order, D1 or Monday first; what changes changes from the first one on.
        let lead = if settings.weekdays.is_empty() { first.weekday() as usize } else { 0 };
        let mut days = [None; 7];
        for (nth, (place, kind)) in row.sessions.iter().enumerate() {
            let at = match settings.weekdays.get(nth) {
                Some(weekday) => *weekday as usize,
                None => usize::from(*place),
            };
            if let Some(day) = days.get_mut(at) {
                *day = Some(*kind);
            }
        }
        ease(&mut days);
        let pools = pool_sessions(bearing.pattern, row.days, settings.minutes, any_aquatic);
        place_pools(&mut days, pools);
        days.rotate_right(lead);
        Self { by_weekday: days, rule: row.rule }
    }

    /// The type of a day.
    pub fn on(&self, day: Day) -> Option<SlotKind> {
        self.by_weekday.get(day.weekday() as usize).copied().flatten()
    }

    /// What W1 and W2 need to know.
    pub fn has(&self) -> InWeek {
        InWeek { pool: self.by_weekday.contains(&Some(P)), run: false }
    }
}

/// `PRG-K8`: F on the day after F or S becomes M, S is left out; of the last and the first day the last one changes.
fn ease(days: &mut [Option<SlotKind>; 7]) {
    let mut yesterday = None;
    for day in days.iter_mut() {
        *day = after(yesterday, *day);
        yesterday = *day;
    }
    let [first, .., last] = days;
    if is_heavy(*first) {
        *last = eased(*last);
    }
}

const fn is_heavy(kind: Option<SlotKind>) -> bool {
    matches!(kind, Some(F | S))
}

const fn eased(kind: Option<SlotKind>) -> Option<SlotKind> {
    match kind {
        Some(F) => Some(M),
        Some(S) => None,
        other => other,
    }
}

const fn after(yesterday: Option<SlotKind>, today: Option<SlotKind>) -> Option<SlotKind> {
    if is_heavy(yesterday) { eased(today) } else { today }
}

/// `PRG-K9`: pool sessions replace M from the left, then F from the right while 2 F or S remain; the rest is dropped.
fn place_pools(days: &mut [Option<SlotKind>; 7], pools: u32) {
    for _ in 0..pools {
        let heavy = days.iter().filter(|day| is_heavy(**day)).count();
        let mobility = days.iter_mut().find(|day| **day == Some(M));
        let place = match mobility {
            Some(day) => Some(day),
            None if heavy > 2 => days.iter_mut().rev().find(|day| **day == Some(F)),
            None => None,
        };
        if let Some(day) = place {
            *day = Some(P);
        }
    }
}

/// What became of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayStatus {
    /// Its session was done.
    Done,
    /// It is today's, still to be done.
    Today,
    /// It is still to come.
    Planned,
    /// It was not done. It is not made up (`PRG-K10`).
    Missed,
    /// There is no session.
    Rest,
}

impl DayStatus {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Today => "today",
            Self::Planned => "planned",
            Self::Missed => "missed",
            Self::Rest => "rest",
        }
    }
}

/// One day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekDay {
    /// The day.
    pub day: Day,
    /// Its session's id; a rest day has none.
    pub slot: Option<SlotId>,
    /// The session's type: as it was done, or as it would be now.
    pub kind: Option<SessionKind>,
    /// What became of it.
    pub status: DayStatus,
    /// How long it took, or will take; not known while the program is shut.
    pub seconds: Option<Seconds>,
    /// The entry of the session that was done.
    pub session: Option<EntryId>,
}

/// Seven days of the plan, D1 first, that hold today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// The days, in order.
    pub days: Vec<WeekDay>,
    /// Its number, from 1.
    pub number: u32,
    /// The row of section 3 that it follows.
    pub rule: RuleId,
}

impl Week {
    /// The week that holds today. `weekly_on` gives the weekly types as they were on an earlier day.
    pub(crate) fn of(log: &Log, weekly_on: impl Fn(Day) -> Weekly, start: Day, today: Day) -> Self {
        let weeks = today.since(start).max(0) / 7;
        let from = start.plus(weeks * 7);
        let weekly = weekly_on(today);
        let mut yesterday = None;
        let mut days = Vec::with_capacity(7);
        for offset in 0..7 {
            let day = from.plus(offset);
            let kind =
                if day < today { weekly_on(day).on(day) } else { on_or_after(log, &weekly, day, today, yesterday) };
            yesterday = kind;
            days.push(weekday(log, day, kind, today));
        }
        Self { days, number: u32::try_from(weeks).unwrap_or(0) + 1, rule: weekly.rule }
    }

    /// The day of the week, if it is in it.
    pub fn day(&self, day: Day) -> Option<&WeekDay> {
        self.days.iter().find(|other| other.day == day)
    }
}

/// The type of today or a later day: `PRG-K8` also counts what was really done on the day before.
fn on_or_after(log: &Log, weekly: &Weekly, day: Day, today: Day, yesterday: Option<SlotKind>) -> Option<SlotKind> {
    let before = day.plus(-1);
    let heavy = log.heavy_on(before) || (before >= today && is_heavy(yesterday));
    if heavy { eased(weekly.on(day)) } else { weekly.on(day) }
}

fn weekday(log: &Log, day: Day, kind: Option<SlotKind>, today: Day) -> WeekDay {
    if let Some(Held { id, slot, kind, seconds, .. }) = log.done_on(day) {
        let (slot, kind, session) = (Some(*slot), Some(*kind), Some(*id));
        return WeekDay { day, slot, kind, status: DayStatus::Done, seconds: *seconds, session };
    }
    let status = match (kind, day.cmp(&today)) {
        (None, _) => DayStatus::Rest,
        (Some(_), core::cmp::Ordering::Less) => DayStatus::Missed,
        (Some(_), core::cmp::Ordering::Equal) => DayStatus::Today,
        (Some(_), core::cmp::Ordering::Greater) => DayStatus::Planned,
    };
    let slot = kind.map(|kind| SlotId::Day { day, kind });
    WeekDay { day, slot, kind: kind.map(SlotKind::session), status, seconds: None, session: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Pattern;
    use crate::units::Weekday;

    const MONDAY: &str = "2026-11-23";

    fn settings(days: u8, weekdays: &[Weekday]) -> Settings {
        Settings { days, weekdays: weekdays.to_vec(), ..Settings::default() }
    }

    /// The week from Monday on, a letter a day.
    fn letters(pattern: Pattern, settings: &Settings, first: &str, aquatic: bool) -> String {
        let bearing = Bearing { pattern, ..Bearing::first_plan() };
        let weekly = Weekly::of(&bearing, settings, Day::parse(first).unwrap(), aquatic);
        let monday = Day::parse(MONDAY).unwrap();
        (0..7).map(|offset| weekly.on(monday.plus(offset)).map_or("-", SlotKind::letter)).collect()
    }

    fn general(days: u8, weekdays: &[Weekday]) -> String {
        letters(Pattern::LoadGeneral, &settings(days, weekdays), MONDAY, false)
    }

    #[test]
    fn prg_k2_to_k6() {
        assert_eq!(general(2, &[]), "f--f---", "PRG-K2");
        assert_eq!(general(3, &[]), "f-f-f--", "PRG-K3");
        assert_eq!(general(4, &[]), "fm-f-f-", "PRG-K4");
        assert_eq!(general(5, &[]), "fmf-fm-", "PRG-K5");
        assert_eq!(general(6, &[]), "fmfmfm-", "PRG-K6");
        assert_eq!(general(7, &[]), "fmfmfm-", "PRG-K6, the last is a rest day");
    }

    #[test]
    fn prg_k_rows_begin_on_the_first_day_of_the_plan() {
        let thursday = letters(Pattern::LoadGeneral, &settings(3, &[]), "2026-11-26", false);
        assert_eq!(thursday, "f--f-f-", "Thursday, Saturday, Monday");
    }

    #[test]
    fn prg_k_chosen_days_take_the_types_in_calendar_order() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        assert_eq!(general(3, &[Tue, Thu, Sat]), "-f-f-f-");
        assert_eq!(general(4, &[Mon, Tue, Thu, Sat]), "fm-f-f-");
        assert_eq!(general(7, &Weekday::ALL), "fmfmfm-");
        let late = letters(Pattern::LoadGeneral, &settings(2, &[Wed, Sun]), "2026-11-27", false);
        assert_eq!(late, "--f---f", "whatever day the plan began");
        assert_eq!(general(3, &[Mon, Wed, Fri]), "f-f-f--");
    }

    #[test]
    fn prg_k8_no_heavy_strength_on_two_days_in_a_row() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        assert_eq!(general(3, &[Mon, Tue, Wed]), "fmf----");
        assert_eq!(general(2, &[Sat, Sun]), "-----fm");
        assert_eq!(general(2, &[Mon, Sun]), "f-----m", "of the last and the first day the last one changes");
        assert_eq!(general(4, &[Thu, Fri, Sat, Sun]), "---fmfm");
    }

    #[test]
    fn prg_k9_pool_sessions_replace_m_from_the_left_then_f_from_the_right() {
        let with =
            |pattern, days, minutes| letters(pattern, &Settings { minutes, ..settings(days, &[]) }, MONDAY, true);
        assert_eq!(with(Pattern::LoadGeneral, 2, 20), "f--f---", "2 F have to remain");
        assert_eq!(with(Pattern::LoadGeneral, 3, 20), "f-f-p--");
        assert_eq!(with(Pattern::LoadGeneral, 4, 20), "fp-f-f-");
        assert_eq!(with(Pattern::LoadGeneral, 5, 20), "fpf-fm-");
        assert_eq!(with(Pattern::StiffHip, 6, 20), "fpfpfm-");
        assert_eq!(with(Pattern::StiffHip, 6, 10), "fmfmfm-", "not in 10 minutes");
    }

    #[test]
    fn prg_k8_holds_for_any_choice_of_days() {
        for bits in 0_u8..128 {
            let weekdays: Vec<Weekday> = Weekday::ALL
                .into_iter()
                .enumerate()
                .filter(|(at, _)| bits >> at & 1 == 1)
                .map(|(_, day)| day)
                .collect();
            let Ok(days @ 2..=7) = u8::try_from(weekdays.len()) else { continue };
            for aquatic in [false, true] {
                let week = letters(Pattern::StiffHip, &settings(days, &weekdays), MONDAY, aquatic);
                let twice = format!("{week}{week}");
                assert!(!twice.contains("ff"), "{weekdays:?}: {week}");
                assert_eq!(week.chars().filter(|letter| *letter != '-').count(), usize::from(days.min(6)), "{week}");
            }
        }
    }
}
