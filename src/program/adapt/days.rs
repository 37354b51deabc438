//! What a day brings by itself: missed days, deload weeks, flare-up days, and the rows that count days.
//!
//! Not here: what an entry brings (see `take`).

use super::change::{Changed, Told};
use super::course::{Around, Course, push};
use crate::library::Phase;
use crate::program::plan::{Irritability, Weekly};
use crate::program::reason::RuleId;
use crate::units::Day;

/// Days that a count of planned and done sessions looks back on.
const KEPT: i32 = 28;
/// Days for which a missing plan is passed over at once.
const FAR: i32 = 400;

impl Course {
    /// Takes the course to that day, day by day.
    pub(super) fn pass_days(&mut self, today: Day, around: Around<'_>) {
        let Some(last) = self.day else {
            self.day = Some(today);
            self.plan_day(today, around);
            return;
        };
        // A clock that was set back, or a journal of many empty years.
        let from = if today.since(last) > FAR { today.plus(-FAR) } else { last };
        for ahead in 1..=today.since(from) {
            self.pass_day(from.plus(ahead), around);
        }
        self.day = self.day.max(Some(today));
    }

    fn pass_day(&mut self, day: Day, around: Around<'_>) {
        self.day = Some(day);
        self.plan_day(day, around);
        self.items.pass_day(day);
        self.missed(day, around);
        self.week_end(day);
        self.flare_day(day, around);
        self.count_days(day);
    }

    /// Whether the plan has a session on that day.
    fn plan_day(&mut self, day: Day, around: Around<'_>) {
        let Some(first) = self.first_done.or(self.phase_since).or(Some(day)) else { return };
        let weekly = match self.weekly {
            Some(weekly) => weekly,
            None => Weekly::of(&self.bearing(around.steer), around.settings, first, false),
        };
        self.weekly = Some(weekly);
        if self.phase_since.is_some() && weekly.on(day).is_some() {
            self.planned.retain(|planned| day.since(*planned) < KEPT);
            self.planned.push(day);
        }
        self.done_days.retain(|done| day.since(*done) < KEPT);
    }

    /// `PRG-G1` to `PRG-G4`, each on the day on which its row becomes true.
    fn missed(&mut self, day: Day, around: Around<'_>) {
        let Some(last) = self.last_done else { return };
        let gap = day.since(last);
        let told = Told { gap: u16::try_from(gap).ok(), ..Told::default() };
        match gap {
            28 => {
                let rule = RuleId("PRG-G1");
                self.gap = Some((rule, day));
                self.re_enters = true;
                self.items.all_easier(around.library);
                self.change(Changed::AllEasier, rule, day, told);
                let to =
                    if self.irritability == Irritability::Low { self.phase.min(Phase::Build) } else { Phase::Calm };
                if to != self.phase {
                    self.go_to(to, day, around.steer);
                    self.change(Changed::Phase(to), rule, day, told);
                }
                self.tests_wanted = Some((RuleId("PRG-Z2"), day));
            }
            14 => {
                self.gap = Some((RuleId("PRG-G2"), day));
                self.items.all_level_one();
                self.change(Changed::AllLevelOne, RuleId("PRG-G2"), day, told);
            }
            7 => {
                self.gap = Some((RuleId("PRG-G3"), day));
                self.items.all_down();
                self.change(Changed::AllDown, RuleId("PRG-G3"), day, told);
            }
            3..=6 if self.gap.is_none() => {
                let was_planned = |planned: &&Day| **planned > last && **planned < day;
                if self.planned.iter().any(|planned| was_planned(&planned)) {
                    self.gap = Some((RuleId("PRG-G4"), day));
                }
            }
            // `PRG-G5`: go on; nothing is doubled.
            _ => {}
        }
    }

    /// `PRG-V8`: every 4th week, or every 6th; a week with half or more missed, or with a Rest, counts as one.
    fn week_end(&mut self, day: Day) {
        let Some(from) = self.counted_from.filter(|_| self.phase() > Phase::Calm) else {
            self.deload = false;
            return;
        };
        let past = day.since(from);
        if past > 0 && past % 7 == 0 {
            let in_week = |at: &&Day| (1..=7).contains(&day.since(**at));
            let planned = self.planned.iter().filter(in_week).count();
            let done = self.done_days.iter().filter(in_week).count();
            let rested = self.rests.iter().any(|rest| in_week(&rest));
            if planned > 0 && done * 2 <= planned || rested {
                self.counted_from = Some(day);
            }
        }
        let week = self.counted_from.map_or(0, |from| day.since(from) / 7 + 1);
        let deload = week > 0 && week % self.deload_every() == 0;
        if deload && !self.deload {
            push(&mut self.deloads, (day, day.plus(6)));
        }
        self.deload = deload;
    }

    /// Every how many weeks.
    pub(super) const fn deload_every(&self) -> i32 {
        match self.phase {
            Phase::Keep => 6,
            Phase::Run if !self.slow_run => 6,
            _ => 4,
        }
    }

    /// `PRG-X03`, `PRG-X08`, `PRG-X11`.
    fn count_days(&mut self, day: Day) {
        let worse = self
            .pains
            .first()
            .is_some_and(|first| self.pains.week(day).is_some_and(|week| week.0 >= u16::from(first.get()) * 10 + 20));
        self.worse_days = if worse { self.worse_days.saturating_add(1) } else { 0 };
        if self.worse_days >= 14 {
            self.refer(RuleId("PRG-X03"), day);
        }
        if self.evaluated.is_none() {
            return;
        }
        let in_calm = self.phase == Phase::Calm && self.phase_since.is_some_and(|since| day.since(since) > 28);
        self.advise(RuleId("PRG-X08"), in_calm, day);
        let late = self.evaluated.is_some_and(|first| day.since(first) >= 84);
        self.advise(RuleId("PRG-X11"), late && self.phase <= Phase::Build, day);
    }

    /// A card that stands as long as its row is true.
    fn advise(&mut self, rule: RuleId, is_true: bool, day: Day) {
        if is_true {
            self.refer(rule, day);
        } else {
            self.referrals.lower(rule);
        }
    }

    /// A row of section 15 is true.
    pub(super) fn refer(&mut self, rule: RuleId, day: Day) {
        if self.referrals.raise(rule, day) {
            self.change(Changed::Refer, rule, day, Told::default());
        }
    }

    /// `PRG-X10`: the rules of return to run ask for a clinician.
    pub fn refer_by_run(&mut self, day: Day) {
        self.refer(RuleId("PRG-X10"), day);
    }

    /// `PRG-X04`: on 2 of 7 days.
    pub(super) fn note_severe(&mut self, day: Day) {
        if twice_in_week(&mut self.severe, day, true) {
            self.refer(RuleId("PRG-X04"), day);
        }
    }

    /// `PRG-X07`: `stop-limp` twice in 7 days.
    pub(super) fn note_limp(&mut self, day: Day) {
        if twice_in_week(&mut self.limps, day, false) {
            self.refer(RuleId("PRG-X07"), day);
        }
    }

    /// `PRG-X09`: `stop-lock` or `stop-sharp` twice in 7 days.
    pub(super) fn note_catch(&mut self, day: Day) {
        if twice_in_week(&mut self.catches, day, false) {
            self.refer(RuleId("PRG-X09"), day);
        }
    }
}

/// Notes a day; whether there are two now within 7 days. By `days`, one day counts once.
fn twice_in_week(list: &mut Vec<Day>, day: Day, days: bool) -> bool {
    list.retain(|at| day.since(*at) < 7);
    if !(days && list.contains(&day)) {
        list.push(day);
    }
    list.len() >= 2
}
