//! What sends a runner back to the questions between two screens: stop rules, and pain before a session
//! (`screening.md` section 9, `progression.md` sections 5 and 6).
//!
//! Not here: what needs the plan's own figures, such as usual pain (`PRG-T6`, `PRG-F7`); `Screening::with_demands`
//! takes those in.

use super::course::Course;
use super::gate::Due;
use super::question::{Block, Question};
use super::stop::{Before, stop_rule};
use crate::journal::{Answer, Body, Context, Entry, EntryId, HurtKind, Journal};
use crate::program::reason::RuleId;
use crate::units::Day;

/// Questions that a rule wants answered after an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The entry that they have to follow.
    pub since: EntryId,
    /// Which questions.
    pub due: Due,
    /// The rule that wants them.
    pub rule: RuleId,
}

impl Demand {
    /// Whether it goes before a stop: an answer that contradicts another is asked again before what it comes to shuts the
    /// program. Meanwhile nothing is open.
    pub(super) fn goes_first(&self) -> bool {
        self.rule == RuleId("q-duration")
    }

    pub(super) fn is_met(&self, course: &Course) -> bool {
        match &self.due {
            Due::Full => course.screen_begun().is_some_and(|begun| begun.id > self.since),
            Due::Short => course.last_short_check().is_some_and(|check| check.id > self.since),
            Due::Questions(questions) => questions.iter().all(|question| course.given(*question) > Some(self.since)),
        }
    }
}

/// What entries demand, the oldest first; met ones too.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Demands {
    pub all: Vec<Demand>,
    sore_day: Option<Day>,
}

impl Demands {
    pub fn of(journal: &Journal) -> Self {
        let mut demands = Self::default();
        for entry in journal.raw() {
            demands.take(entry);
        }
        demands
    }

    pub fn take(&mut self, entry: &Entry) {
        let Self { all, sore_day } = self;
        let (id, day) = (entry.id, Day::at(entry.id.utc(), i32::from(entry.tz)));
        match &entry.body {
            Body::Hurt { pain, kind, .. } => {
                let questions = stop_rule(*kind, *pain, Before::default()).questions;
                if !questions.is_empty() {
                    all.push(Demand { since: id, due: Due::Questions(questions), rule: hurt_rule(*kind) });
                }
            }
            Body::Answer { q, a: Answer::Number(pain), ctx: Context::Before | Context::Today } if q == "q-nprs-now" => {
                if *pain >= 7 {
                    let questions = Question::of_block(Block::B).chain([Question::RestNow]).collect();
                    all.push(Demand { since: id, due: Due::Questions(questions), rule: RuleId("PRG-BF4") });
                }
                if *pain >= 6 {
                    if sore_day.is_some_and(|before| day.since(before) == 1) {
                        all.push(Demand { since: id, due: Due::Full, rule: RuleId("PRG-BF3") });
                    }
                    *sore_day = Some(day);
                }
            }
            _ => {}
        }
    }
}

fn hurt_rule(kind: HurtKind) -> RuleId {
    super::stop::StopRule::of_kind(kind).map_or(RuleId("PRG-D2"), |rule| RuleId(rule.id()))
}
