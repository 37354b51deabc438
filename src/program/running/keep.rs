//! What `keep` opens: strides, hills, faster work, trails (`RUN-H1` to `RUN-H5`), and races (`RUN-K4` to `RUN-K6`).
//!
//! Not here: how long a run may be (see `guard`).

use super::basis::{Basis, reason, said};
use super::log::{Logged, RunLog};
use super::response::{Bounds, Color};
use super::what::{Extra, What};
use crate::library::{Constraint, Pattern};
use crate::program::reason::{Input, Reason};
use crate::units::Day;

/// How far an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Not yet, or locked.
    Shut(Reason),
    /// It is open at that step, from 1.
    At {
        /// The step, from 1: level, repeats or share grow with it.
        step: u8,
        /// Why.
        reason: Reason,
    },
}

/// Weeks of leave after the item was set back twice.
const LEAVE_DAYS: i32 = 28;

/// All items as they stand.
pub fn extras(basis: &Basis<'_>, log: &RunLog, in_keep_since: Day, today: Day) -> Vec<(Extra, Opened)> {
    let known = Known { basis, log, since: in_keep_since, today };
    Extra::ALL.into_iter().map(|extra| (extra, known.open(extra))).collect()
}

struct Known<'a> {
    basis: &'a Basis<'a>,
    log: &'a RunLog,
    since: Day,
    today: Day,
}

impl Known<'_> {
    fn runs(&self) -> impl DoubleEndedIterator<Item = &Logged> {
        self.log.runs.iter().filter(|run| run.what.is_run() && run.day >= self.since)
    }

    fn bounds(&self) -> Bounds {
        self.basis.limits.pain.map_or(Bounds::USUAL, |green| Bounds { green: green.min(3) })
    }

    fn is_green(&self, run: &Logged) -> bool {
        run.colors(self.bounds()).all_green()
    }

    /// Whole weeks of green runs alone, with a run in each, back from today; those with the item, where one is named.
    fn green_weeks(&self, item: Option<Extra>) -> u8 {
        let mut weeks = 0;
        for week in 0..26 {
            let days = week * 7..week * 7 + 7;
            let mut runs = self.runs().filter(|run| days.contains(&self.today.since(run.day))).peekable();
            if runs.peek().is_none() {
                break;
            }
            let (mut green, mut with) = (true, item.is_none());
            for run in runs {
                green &= self.is_green(run);
                with |= item.is_some_and(|item| run.what == What::Extra(item));
            }
            if !green || !with {
                break;
            }
            weeks += 1;
        }
        weeks
    }

    fn green_in_one_piece(&self) -> usize {
        let one_piece = |run: &&Logged| match run.what {
            What::Stage(stage) => stage.is_one_piece(),
            _ => true,
        };
        let runs = self.log.runs.iter().filter(|run| run.what.is_run()).filter(one_piece);
        runs.filter(|run| self.is_green(run)).count()
    }

    /// Red or black runs with the item, since it last stood still for four weeks.
    fn set_backs(&self, extra: Extra) -> Vec<Day> {
        let with = self.runs().filter(|run| run.what == What::Extra(extra));
        with.filter(|run| run.colors(self.bounds()).worst() >= Color::Red).map(|run| run.day).collect()
    }

    fn open(&self, extra: Extra) -> Opened {
        let slow = self.basis.is_pattern(&[Pattern::DeepButtock, Pattern::HipFlexor]);
        let shut = |inputs: Vec<Input>| Opened::Shut(reason(extra.id(), inputs, &["conv"]));
        if matches!(extra, Extra::Strides | Extra::Faster) && self.basis.is_active(Constraint::Ballistic) {
            return shut(vec![Input::Constraint(Constraint::Ballistic)]);
        }
        let set_backs = self.set_backs(extra);
        if let [.., _, last] = set_backs.as_slice()
            && set_backs.len().is_multiple_of(2)
            && self.today.since(*last) < LEAVE_DAYS
        {
            return shut(vec![said("set-back", last.to_string())]);
        }
        let weeks = self.green_weeks(None);
        let (has, needs) = match extra {
            Extra::Strides => (self.green_in_one_piece(), if slow { 8 } else { 4 }),
            Extra::Uphill => (usize::from(weeks), if slow { 4 } else { 2 }),
            Extra::Downhill | Extra::Trail => (usize::from(weeks), 4),
            Extra::Faster => (usize::from(weeks), 2),
        };
        if has < needs || (extra == Extra::Faster && self.step(Extra::Strides) < 3) {
            return shut(vec![said("green", has.to_string())]);
        }
        let step = self.step(extra);
        Opened::At { step, reason: reason(extra.id(), vec![said("green", has.to_string())], &["conv"]) }
    }

    /// The step by green weeks with the item since it was last set back.
    fn step(&self, extra: Extra) -> u8 {
        let weeks = self.green_weeks(Some(extra));
        match extra {
            // L2 after 2 green weeks, L3 after 3 more.
            Extra::Strides => match weeks {
                0 | 1 => 1,
                2..=4 => 2,
                _ => 3,
            },
            _ => (weeks + 1).min(most(extra)),
        }
    }
}

const fn most(extra: Extra) -> u8 {
    match extra {
        Extra::Strides => 3,
        // Uphill 4, 6, 8, 10 repeats, then to 6 %; downhill 10, 15 … 30 %; faster 4, 5 … 8 repeats.
        Extra::Uphill | Extra::Faster | Extra::Downhill => 5,
        // 30, 40 … 100 %.
        Extra::Trail => 8,
    }
}

/// What a step of an item means: repeats, or percent of the run; for strides the level of the drill.
pub const fn amount(extra: Extra, step: u8) -> u8 {
    let step = if step == 0 { 1 } else { step };
    match extra {
        Extra::Strides => step,
        Extra::Uphill => {
            let repeats = 2 + 2 * step;
            if repeats > 10 { 10 } else { repeats }
        }
        Extra::Downhill => {
            let percent = 5 + 5 * step;
            if percent > 30 { 30 } else { percent }
        }
        Extra::Faster => {
            let repeats = 3 + step;
            if repeats > 8 { 8 } else { repeats }
        }
        Extra::Trail => {
            let percent = 20 + 10 * step;
            if percent > 100 { 100 } else { percent }
        }
    }
}

/// Whether a race is open: by the weeks of `keep`, and the longest run of the last 30 days (`RUN-K4` to `RUN-K6`).
pub fn race(meters: u32, weeks_in_keep: i32, longest_meters: Option<u32>) -> Result<Reason, Reason> {
    let (rule, weeks, percent) = match meters {
        0..=10_000 => ("RUN-K4", 8, 60),
        10_001..=21_098 => ("RUN-K5", 12, 60),
        _ => ("RUN-K6", 16, 50),
    };
    let longest = longest_meters.unwrap_or(0);
    let inputs = vec![said("weeks", weeks_in_keep.to_string()), said("longest-30", format!("{} km", longest / 1000))];
    let why = reason(rule, inputs, &["conv"]);
    let far = u64::from(longest) * 100 >= u64::from(meters) * percent;
    if weeks_in_keep >= weeks && far { Ok(why) } else { Err(why) }
}
