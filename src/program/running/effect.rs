//! What a run does to the course: up, hold, back, wait, lock, close (`RUN-U1`, `RUN-D1` to `RUN-D11`, `RUN-Z3`,
//! `RUN-K1`, `RUN-K7`, `RUN-M6`).
//!
//! Not here: which row a run by itself comes to (see `response`).

use super::basis::{Basis, Went};
use super::choice::{Place, longest_answered};
use super::course::{APART_HOURS, Course, LONGER_HOURS, Response};
use super::ladder::{Ladder, Stage};
use super::log::{Logged, RunLog};
use super::response::{Color, Colors, Decided, MorningAnswer, Step};
use super::what::What;
use crate::library::Phase;
use crate::program::reason::RuleId;
use crate::units::Day;

/// One run with all around it.
pub(super) struct View<'a> {
    pub log: &'a RunLog,
    pub basis: &'a Basis<'a>,
    pub run: &'a Logged,
    pub colors: Colors,
    pub phase: Phase,
    pub on: bool,
    pub bone: bool,
}

impl Course {
    pub(super) fn respond(&mut self, view: &View<'_>, decided: Decided, response: &mut Response) {
        let run = view.run;
        response.rule = decided.rule;
        if let Some((percent, left)) = self.cap {
            self.cap = (left > 1).then_some((percent, left - 1));
        }
        response.went = match decided.step {
            Step::Good => Went::Progress,
            Step::Hold => Went::Hold,
            Step::Back { .. } if decided.rule.0 == "RUN-D1" => Went::Rest,
            Step::Back { .. } | Step::Again => Went::Regress,
            Step::Stop => Went::Rest,
        };
        match decided.step {
            Step::Good => self.count_good(view, response),
            Step::Hold => self.hold(view, response),
            Step::Again => {
                self.wait(run, 72);
                self.again(view, response);
            }
            Step::Back { stages, hours } => {
                self.wait(run, i64::from(hours).max(APART_HOURS + LONGER_HOURS));
                self.step_back(view, stages, response);
            }
            Step::Stop => self.lock(run, decided.rule, response),
        }
        self.note_bad(view, response);
        if view.on && self.lock.is_none() {
            self.close_if(view, decided, response);
        }
        let sore = |day: &&Day| run.day.since(**day) < 28;
        if self.sore_front.iter().filter(sore).count() >= 2 && self.sore_front.last() == Some(&run.day) {
            self.lock(run, RuleId("PRG-X10"), response);
        }
    }

    /// `RUN-Z3`: the second time in 14 days it is as `RUN-Z1`.
    fn again(&mut self, view: &View<'_>, response: &mut Response) {
        let (run, before) = (view.run, self.responses.iter().rev());
        let twice = before.clone().any(|one| one.rule.0 == "RUN-Z3" && run.day.since(one.day) <= 14);
        if twice {
            response.went = Went::Rest;
            self.lock(run, RuleId("RUN-Z1"), response);
        }
    }

    fn count_good(&mut self, view: &View<'_>, response: &mut Response) {
        self.holds = 0;
        self.not_green = 0;
        let (run, basis) = (view.run, view.basis);
        if self.bridges > 0 && run.run.0 >= 1200 {
            self.bridges -= 1;
            return;
        }
        let Some(place) = self.place.filter(|place| counts_for(*place, run.what)) else { return };
        self.good += 1;
        if !self.may_rise(view) {
            return;
        }
        let needed = match place.stage() {
            Some(stage) if stage.one_is_enough(view.bone) && is_very_easy(run) => 1,
            Some(stage) => stage.good_runs(),
            None => 2,
        };
        let up = place.up().or_else(|| Self::above_the_ladder(view, place));
        if let Some(up) = up.filter(|_| self.good >= needed) {
            let capped = up.stage().map(|stage| basis.capped(stage));
            if capped.is_none_or(|capped| Some(capped) == up.stage()) {
                self.stand(Some(up));
                self.one_piece_missed = 0;
                response.then = Some(RuleId("RUN-U1"));
            }
        }
    }

    /// No stage goes up in a deload week, in phase `run` before `RUN-R15`, in `calm`, nor with under half of F and S done.
    fn may_rise(&self, view: &View<'_>) -> bool {
        let day = view.run.day;
        if view.basis.is_deload(day) {
            return false;
        }
        if !view.on {
            return view.phase == Phase::Keep || self.is_ready_for_impact();
        }
        let heavy = view.log.heavy.iter().filter(|heavy| (0..14).contains(&day.since(**heavy))).count();
        view.phase != Phase::Calm && heavy * 2 >= usize::from(view.basis.strength_planned)
    }

    /// `RUN-R15`: `RUN-I4` passed, or for who kept running the last 6 runs with a morning answer were good (`RUN-M8`).
    pub fn is_ready_for_impact(&self) -> bool {
        if self.impact.passed {
            return true;
        }
        let mut answered = self.responses.iter().rev().filter(|one| {
            one.what.is_run() && !one.open && !one.colors.morning_missing && one.colors.morning.is_some()
        });
        self.was_running_on && answered.by_ref().take(6).filter(|one| one.went == Went::Progress).count() == 6
    }

    /// `RUN-M3`: above the last stage lie easy runs, while running on and only for who has run longer.
    fn above_the_ladder(view: &View<'_>, place: Place) -> Option<Place> {
        let longest = longest_answered(view.log, view.run.id)?;
        let is_last = place.stage().is_some_and(Stage::is_last);
        (view.on && is_last && longest * 7 / 10 > 1800).then_some(Place::Easy { ladder: place.ladder(), rise: 0 })
    }

    fn hold(&mut self, view: &View<'_>, response: &mut Response) {
        if response.open {
            return;
        }
        let mild = view.colors.during.max(view.colors.after) == Color::Green;
        let only_missing = view.colors.morning_missing && mild && response.rule.0 == "RUN-D5";
        self.miss_first(view);
        if self.place.and_then(Place::stage).is_some_and(Stage::is_one_piece) && !only_missing {
            self.one_piece_missed += 1;
            if self.one_piece_missed == 2 {
                self.bridges = 2;
                response.then = Some(RuleId("RUN-K1"));
            }
        }
        if only_missing {
            return;
        }
        self.holds += 1;
        if self.holds >= 3 {
            self.holds = 0;
            self.step_back(view, 1, response);
        }
    }

    fn miss_first(&mut self, view: &View<'_>) {
        if self.place == Some(Place::Stage(Ladder::Standard.first())) {
            self.first_failed += 1;
        }
        // "`RUN-S1` not passed twice": the gentle ladder, at once.
        if self.first_failed >= 2 && view.basis.phase_on(view.run.day) != Phase::Keep {
            self.ease(Ladder::Gentle);
        }
    }

    fn step_back(&mut self, view: &View<'_>, stages: u8, response: &mut Response) {
        let run = view.run;
        if view.phase == Phase::Keep {
            // `RUN-D11`.
            self.cap = Some((if stages == 1 { 75 } else { 50 }, 2));
            response.then = Some(RuleId("RUN-D11"));
            return;
        }
        let was_first = self.place.is_none_or(Place::is_first);
        self.miss_first(view);
        if was_first {
            if view.on {
                return self.close(run, response);
            }
            self.walking_weeks += 1;
            response.then = Some(RuleId("RUN-D10"));
            self.walk_from(run.day);
            self.good = 0;
            if self.walking_weeks >= 2 {
                self.lock(run, RuleId("RUN-D10"), response);
            }
            return;
        }
        self.down(view.log, stages, run.id);
    }

    /// A second black in 28 days, and a stage that was red or black three times: `PRG-X10`. In `keep`: `RUN-K7`.
    fn note_bad(&mut self, view: &View<'_>, response: &mut Response) {
        let (run, color) = (view.run, view.colors.worst());
        if color < Color::Red {
            return;
        }
        self.bad.push((run.day, color, response.from));
        let within = |days: i32| self.bad.iter().filter(move |(day, ..)| run.day.since(*day) < days);
        let blacks = within(28).filter(|(_, color, _)| *color == Color::Black).count();
        let here = self.bad.iter().filter(|(.., place)| place.is_some() && *place == response.from).count();
        let relapse = within(21).count() >= 3;
        if color == Color::Black && blacks >= 2 {
            self.lock(run, RuleId("RUN-D1"), response);
        } else if here >= 3 && view.phase != Phase::Keep {
            self.lock(run, RuleId("RUN-D10"), response);
        }
        if view.phase == Phase::Keep && relapse {
            self.relapse = Some(run.day);
            response.then = Some(RuleId("RUN-K7"));
            let ladder = self.place.map_or(Ladder::Gentle, Place::ladder);
            self.impact.restart();
            self.stand(Some(Place::Stage(ladder.last().back(3))));
        }
    }

    /// `RUN-M6`.
    fn close_if(&mut self, view: &View<'_>, decided: Decided, response: &mut Response) {
        let run = view.run;
        let worst = view.colors.worst();
        let mild = view.colors.during.max(view.colors.after) == Color::Green;
        if !response.open && worst > Color::Green && !(view.colors.morning_missing && mild) {
            self.not_green += 1;
        }
        let reds = self.bad.iter().filter(|(day, ..)| run.day.since(*day) < 14).count();
        let closes = worst == Color::Black || (worst == Color::Red && reds >= 2) || self.not_green >= 3;
        if closes && self.closed != Some(run.day) {
            self.close(run, response);
        }
        if decided.step == Step::Good {
            self.not_green = 0;
        }
        self.was_running_on = true;
    }

    fn close(&mut self, run: &Logged, response: &mut Response) {
        self.closed = Some(run.day);
        self.closings = self.closings.saturating_add(1);
        self.not_green = 0;
        self.stand(response.from.map(|place| place.back(3, 1800)));
        response.then = Some(RuleId("RUN-M6"));
    }
}

/// A run counts for the stage that the runner stands at, and for no other.
fn counts_for(place: Place, what: What) -> bool {
    match place {
        Place::Stage(stage) => what == What::Stage(stage),
        Place::Easy { .. } => what == What::Free,
    }
}

/// `RUN-U1`: all three checks answered with pain 0 to 2, and effort 5 or less.
fn is_very_easy(run: &Logged) -> bool {
    let felt = &run.felt;
    let MorningAnswer::Given { pain: morning, .. } = felt.morning else { return false };
    let low = [felt.during, felt.after, Some(morning)].into_iter().all(|pain| pain.is_some_and(|pain| pain.get() <= 2));
    low && felt.effort.is_some_and(|effort| effort.get() <= 5)
}
