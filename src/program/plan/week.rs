//! The week (`progression.md` section 3): which day has which session, and what became of it.
//!
//! Not here: what is in a session (see `compose`), and what a run is (see `running`): here it is only a day that has one.

use super::bearing::Bearing;
use super::log::{Held, Log};
use super::settings::Settings;
use super::slot::{SlotId, SlotKind};
use super::weights::{InWeek, pool_sessions};
use crate::journal::{EntryId, SessionKind};
use crate::library::Phase;
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

/// One day of a week with runs: a run or an impact step, and a session.
type RunDay = (u8, bool, Option<SlotKind>);

/// A row of the table with runs.
struct RunRow {
    rule: RuleId,
    days: u8,
    sessions: &'static [RunDay],
}

const fn run_row(rule: &'static str, days: u8, sessions: &'static [RunDay]) -> RunRow {
    RunRow { rule: RuleId(rule), days, sessions }
}

/// Weeks with runs: R alone, R with S after it, F and M between.
const RUN_ROWS: [RunRow; 5] = [
    run_row("PRG-J2", 2, &[(0, true, Some(S)), (3, true, Some(S))]),
    run_row("PRG-J3", 3, &[(0, true, Some(S)), (2, true, None), (4, true, Some(S))]),
    run_row("PRG-J4", 4, &[(0, true, None), (1, false, Some(F)), (3, true, Some(S)), (5, true, None)]),
    run_row(
        "PRG-J5",
        5,
        &[(0, true, None), (1, false, Some(F)), (2, true, None), (4, true, Some(S)), (5, false, Some(M))],
    ),
    run_row(
        "PRG-J6",
        6,
        &[
            (0, true, None),
            (1, false, Some(F)),
            (2, true, None),
            (3, false, Some(F)),
            (4, true, None),
            (5, false, Some(M)),
        ],
    ),
];

/// What runs do to a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Runs {
    /// None.
    #[default]
    None,
    /// `PRG-K12`: that many short runs beside the plan, with S after them.
    Beside(u8),
    /// The rows with runs.
    Own,
}

impl Runs {
    /// What holds in a phase: `open` = running is open there, `on` = running on is, with that many runs a week.
    pub const fn of(phase: Phase, open: bool, on: Option<u8>) -> Self {
        match (phase, on) {
            (Phase::Calm | Phase::Build, Some(runs)) => Self::Beside(runs),
            (Phase::Load, Some(_)) => Self::Own,
            (Phase::Run | Phase::Keep, _) if open => Self::Own,
            _ => Self::None,
        }
    }
}

/// The types of the seven days, the same each week until a setting changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    /// From Monday to Sunday.
    by_weekday: [Option<SlotKind>; 7],
    /// From Monday to Sunday: whether there is a run or an impact step.
    runs: [bool; 7],
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
        Self::finish((days, [false; 7], row.rule), bearing, (settings, row.days), any_aquatic, lead)
    }

    /// The same with runs.
    pub fn with_runs(bearing: &Bearing, settings: &Settings, first: Day, any_aquatic: bool, runs: Runs) -> Self {
        let week = Self::of(bearing, settings, first, any_aquatic);
        match runs {
            Runs::None => week,
            Runs::Beside(most) => week.beside(most),
            Runs::Own => Self::of_runs(bearing, settings, first, any_aquatic),
        }
    }

    /// `PRG-K12`: the first and the last F become R+S, with one run only the first.
    fn beside(mut self, most: u8) -> Self {
        let heavy: Vec<usize> = (0..7).filter(|at| self.by_weekday.get(*at) == Some(&Some(F))).collect();
        let ends = match (heavy.first(), heavy.last()) {
            (Some(first), Some(last)) if most >= 2 && first != last => vec![*first, *last],
            (Some(first), _) if most >= 1 => vec![*first],
            _ => Vec::new(),
        };
        for at in ends {
            if let (Some(day), Some(run)) = (self.by_weekday.get_mut(at), self.runs.get_mut(at)) {
                (*day, *run) = (Some(S), true);
                self.rule = RuleId("PRG-K12");
            }
        }
        self
    }

    fn of_runs(bearing: &Bearing, settings: &Settings, first: Day, any_aquatic: bool) -> Self {
        let [row, ..] = &RUN_ROWS;
        let row = RUN_ROWS.iter().rev().find(|row| row.days <= settings.days).unwrap_or(row);
        let lead = if settings.weekdays.is_empty() { first.weekday() as usize } else { 0 };
        let (mut days, mut runs) = ([None; 7], [false; 7]);
        for (nth, (place, run, kind)) in row.sessions.iter().enumerate() {
            let at = settings.weekdays.get(nth).map_or(usize::from(*place), |weekday| *weekday as usize);
            if let (Some(day), Some(runs)) = (days.get_mut(at), runs.get_mut(at)) {
                (*day, *runs) = (*kind, *run);
            }
        }
        space_runs(&mut days, &mut runs);
        Self::finish((days, runs, row.rule), bearing, (settings, row.days), any_aquatic, lead)
    }

    fn finish(
        (mut days, mut runs, rule): ([Option<SlotKind>; 7], [bool; 7], RuleId),
        bearing: &Bearing,
        (settings, row_days): (&Settings, u8),
        any_aquatic: bool,
        lead: usize,
    ) -> Self {
        ease(&mut days);
        let pools = pool_sessions(bearing.pattern, row_days, settings.minutes, any_aquatic);
        place_pools(&mut days, pools);
        days.rotate_right(lead);
        runs.rotate_right(lead);
        Self { by_weekday: days, runs, rule }
    }

    /// The type of a day.
    pub fn on(&self, day: Day) -> Option<SlotKind> {
        self.by_weekday.get(day.weekday() as usize).copied().flatten()
    }

    /// Whether a day has a run or an impact step.
    pub fn runs_on(&self, day: Day) -> bool {
        self.runs.get(day.weekday() as usize).copied().unwrap_or(false)
    }

    /// Whether a day has anything.
    pub fn has_any(&self, day: Day) -> bool {
        self.on(day).is_some() || self.runs_on(day)
    }

    /// What W1 and W2 need to know.
    pub fn has(&self) -> InWeek {
        InWeek { pool: self.by_weekday.contains(&Some(P)), run: self.runs.contains(&true) }
    }
}

/// `PRG-K7`: R on the day after R becomes M, without S; of the last and the first day the last one changes.
fn space_runs(days: &mut [Option<SlotKind>; 7], runs: &mut [bool; 7]) {
    let mut yesterday = false;
    for (day, run) in days.iter_mut().zip(runs.iter_mut()) {
        if *run && yesterday {
            (*day, *run) = (Some(M), false);
        }
        yesterday = *run;
    }
    let ([first, .., last], [.., day]) = (runs, days);
    if *first && *last {
        (*day, *last) = (Some(M), false);
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
    /// Whether there is a run or an impact step, before the session.
    pub run: bool,
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
    ///
    /// Up to `daily` each day from today on has at least a light session: the first days of a flare-up.
    pub(crate) fn of(log: &Log, weekly_on: impl Fn(Day) -> Weekly, start: Day, today: Day, daily: Option<Day>) -> Self {
        let weeks = today.since(start).max(0) / 7;
        let from = start.plus(weeks * 7);
        let weekly = weekly_on(today);
        let mut yesterday = None;
        let mut days = Vec::with_capacity(7);
        for offset in 0..7 {
            let day = from.plus(offset);
            let kind =
                if day < today { weekly_on(day).on(day) } else { on_or_after(log, &weekly, day, today, yesterday) };
            let each = daily.is_some_and(|last| (today..=last).contains(&day));
            let kind = kind.or(each.then_some(M));
            yesterday = kind;
            let run = weekly_on(day).runs_on(day) && !each;
            days.push(WeekDay { run, ..weekday(log, day, kind, today) });
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
        return WeekDay { day, slot, kind, run: false, status: DayStatus::Done, seconds: *seconds, session };
    }
    let status = match (kind, day.cmp(&today)) {
        (None, _) => DayStatus::Rest,
        (Some(_), core::cmp::Ordering::Less) => DayStatus::Missed,
        (Some(_), core::cmp::Ordering::Equal) => DayStatus::Today,
        (Some(_), core::cmp::Ordering::Greater) => DayStatus::Planned,
    };
    let slot = kind.map(|kind| SlotId::Day { day, kind });
    WeekDay { day, slot, kind: kind.map(SlotKind::session), run: false, status, seconds: None, session: None }
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

    /// The week with runs from Monday on: `R` is a run alone, `r` one with strength after it.
    fn with_runs(settings: &Settings, runs: Runs) -> String {
        let bearing = Bearing::first_plan();
        let weekly = Weekly::with_runs(&bearing, settings, Day::parse(MONDAY).unwrap(), false, runs);
        let monday = Day::parse(MONDAY).unwrap();
        let letter = |day| match (weekly.runs_on(day), weekly.on(day)) {
            (true, Some(S)) => "r",
            (true, None) => "R",
            (true, Some(_)) => "!",
            (false, kind) => kind.map_or("-", SlotKind::letter),
        };
        (0..7).map(|offset| letter(monday.plus(offset))).collect()
    }

    #[test]
    fn prg_j2_to_j6() {
        let own = |days| with_runs(&settings(days, &[]), Runs::Own);
        assert_eq!(own(2), "r--r---", "PRG-J2");
        assert_eq!(own(3), "r-R-r--", "PRG-J3");
        assert_eq!(own(4), "Rf-r-R-", "PRG-J4");
        assert_eq!(own(5), "RfR-rm-", "PRG-J5");
        assert_eq!(own(6), "RfRfRm-", "PRG-J6");
        assert_eq!(own(7), "RfRfRm-", "PRG-J6, the last is a rest day");
    }

    #[test]
    fn prg_k7_no_run_on_the_day_after_a_run() {
        use Weekday::{Mon, Sat, Sun, Tue, Wed};
        assert_eq!(with_runs(&settings(2, &[Mon, Tue]), Runs::Own), "rm-----");
        assert_eq!(with_runs(&settings(3, &[Mon, Tue, Wed]), Runs::Own), "rmr----");
        assert_eq!(with_runs(&settings(2, &[Mon, Sun]), Runs::Own), "r-----m", "of the last and the first the last");
        assert_eq!(with_runs(&settings(2, &[Sat, Sun]), Runs::Own), "-----rm");
        for bits in 0_u8..128 {
            let all = Weekday::ALL.into_iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            let days: Vec<Weekday> = all.map(|(_, day)| day).collect();
            let Ok(count @ 2..=7) = u8::try_from(days.len()) else { continue };
            let week = with_runs(&settings(count, &days), Runs::Own).to_lowercase();
            assert!(!format!("{week}{week}").contains("rr"), "{days:?}: {week}");
        }
    }

    #[test]
    fn prg_k12_short_runs_beside_the_plan() {
        assert_eq!(with_runs(&settings(3, &[]), Runs::Beside(2)), "r-f-r--");
        assert_eq!(with_runs(&settings(3, &[]), Runs::Beside(1)), "r-f-f--");
        assert_eq!(with_runs(&settings(4, &[]), Runs::Beside(2)), "rm-f-r-");
        assert_eq!(with_runs(&settings(2, &[]), Runs::Beside(0)), "f--f---");
    }

    #[test]
    fn runs_come_with_their_phases() {
        use Phase::{Build, Calm, Keep, Load, Run};
        assert_eq!(Runs::of(Calm, false, Some(2)), Runs::Beside(2));
        assert_eq!([Calm, Build, Load].map(|phase| Runs::of(phase, true, None)), [Runs::None; 3]);
        assert_eq!(Runs::of(Load, false, Some(3)), Runs::Own);
        assert_eq!([Run, Keep].map(|phase| Runs::of(phase, true, None)), [Runs::Own; 2]);
        assert_eq!([Run, Keep].map(|phase| Runs::of(phase, false, None)), [Runs::None; 2]);
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
