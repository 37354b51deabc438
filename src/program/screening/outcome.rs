//! What the answers and the clinicians' OKs come to: flags with their levels, constraints, the action level.
//!
//! The order is the dossier's: flags, tables, CR1 to CR4, CR8, CR5 with CR7, constraints with CR9, level. CR6 needs
//! no step: an `Emergency` or `UrgentCare` flag is never lowered here. Not here: which answers hold (see `course`).

use super::answers::Answers;
use super::clearance::{Clearance, RecordedOk};
use super::flag::{AfterOk, Brings, ExcludesNow, Flag, FlagSet};
use super::level::ActionLevel;
use super::pool::Pool;
use super::question::Question;
use super::raise::{raised, reason};
use super::sign::{Sign, Signs};
use crate::journal::{BoneFinding, Scope};
use crate::library::{Constraint, Tag};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};

/// A flag that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    /// The flag.
    pub flag: Flag,
    /// Its level now: `Caution` once an OK covers it (CR5).
    pub level: ActionLevel,
    /// Whether an OK lowered it.
    pub cleared: bool,
    /// Why it stands.
    pub reason: Reason,
    /// CR3: the flag's text is followed by one more sentence.
    pub text_adds: Option<RuleId>,
}

/// A constraint that is active, and everything that brings it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    /// The constraint.
    pub constraint: Constraint,
    /// Why: one reason for each flag or rule, the strictest first.
    pub reasons: Vec<Reason>,
}

/// What the screen comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The highest level of all flags.
    pub level: ActionLevel,
    /// The flags, the strictest level first.
    pub raised: Vec<Raised>,
    /// The constraints beside a shut program, in the dossier's order.
    pub constraints: Vec<Active>,
    /// Running, once it opens, goes by the `bone-stress-cleared` ladder alone (the flags' part of `RUN-L2`).
    pub bone_stress_cleared: bool,
}

impl Outcome {
    /// The constraint with its reasons, if it is active.
    pub fn active(&self, constraint: Constraint) -> Option<&Active> {
        self.constraints.iter().find(|active| active.constraint == constraint)
    }

    /// The first active constraint that excludes any of these tags. A shut program excludes everything beside.
    pub fn excludes(&self, tags: &[Tag]) -> Option<&Active> {
        self.constraints.iter().find(|active| active.constraint.excludes().iter().any(|tag| tags.contains(tag)))
    }

    /// The flag as it stands, if it does.
    pub fn flag(&self, flag: Flag) -> Option<&Raised> {
        self.raised.iter().find(|raised| raised.flag == flag)
    }
}

/// The flags after CR8, and whether `f-bone-check` took the place of `f-bone-urgent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AfterCr8 {
    /// The flags.
    pub flags: FlagSet,
    /// `f-bone-check` stands by CR8.
    pub bone_check: bool,
}

/// CR8: what a clinician looked at in between is not urgent any more.
pub fn after_cr8(mut flags: FlagSet, clearance: &Clearance<'_>) -> AfterCr8 {
    let seen = |flag| flags.contains(flag) && clearance.clearing_again(flag).next().is_some();
    let (bone_check, systemic) = (seen(Flag::BoneUrgent), seen(Flag::Systemic));
    if bone_check {
        flags.remove(Flag::BoneUrgent);
        flags.insert(Flag::BoneCheck);
    }
    if systemic {
        flags.remove(Flag::Systemic);
    }
    AfterCr8 { flags, bone_check }
}

impl AfterCr8 {
    /// The OKs that cover the flag: it is ticked in them, or CR8 made it.
    fn covering<'a>(&'a self, flag: Flag, clearance: &'a Clearance<'_>) -> impl Iterator<Item = &'a RecordedOk> {
        let by_cr8 = (self.bone_check && flag == Flag::BoneCheck).then(|| clearance.clearing_again(Flag::BoneUrgent));
        clearance.covering(flag).chain(by_cr8.into_iter().flatten())
    }

    /// CR5 and CR7: the flag's level now.
    fn level(&self, flag: Flag, clearance: &Clearance<'_>) -> ActionLevel {
        let may_be_cleared = matches!(flag.after_ok(), AfterOk::Only(_));
        if may_be_cleared && self.covering(flag, clearance).next().is_some() {
            ActionLevel::Caution
        } else {
            flag.level()
        }
    }

    /// What the flag excludes beside a shut program.
    fn brings<'a>(&'a self, flag: Flag, clearance: &'a Clearance<'_>) -> impl Iterator<Item = Constraint> + 'a {
        let brings: &'static [Brings] = match (flag.excludes_now(), flag.after_ok()) {
            (ExcludesNow::Only(brings), _) | (ExcludesNow::All, AfterOk::Only(brings)) => brings,
            (ExcludesNow::All, _) => &[],
        };
        let full = self.covering(flag, clearance).any(|ok| ok.scope == Scope::Full);
        brings.iter().filter(move |brings| !(brings.until_full && full)).map(|brings| brings.constraint)
    }

    /// The highest level that stands.
    pub fn overall(&self, clearance: &Clearance<'_>) -> ActionLevel {
        self.flags.iter().map(|flag| self.level(flag, clearance)).max().unwrap_or_default()
    }

    fn bone_stress_cleared(&self, clearance: &Clearance<'_>) -> bool {
        // The newest finding counts, and of one day the one that did not look.
        let newest =
            self.covering(Flag::BoneCheck, clearance).max_by_key(|ok| (ok.visit, ok.bone == BoneFinding::NotChecked));
        self.flags.contains(Flag::BsiCleared)
            || self.flags.contains(Flag::BsiOpen)
            || (self.flags.contains(Flag::BoneCheck) && newest.is_some_and(|ok| ok.bone == BoneFinding::NotChecked))
    }
}

/// What these answers come to.
pub fn evaluate(answers: &Answers, pool: Pool, clearance: &Clearance<'_>) -> Outcome {
    let after = after_cr8(raised(answers), clearance);
    let mut standing: Vec<Raised> = Vec::new();
    for raised in after.flags.iter().map(|flag| stand(flag, after.level(flag, clearance), &after, answers)) {
        // The gravest first; flags of one level stay in the dossier's order.
        let at = standing.partition_point(|before| before.level >= raised.level);
        standing.insert(at, raised);
    }
    let constraints = constraints(&standing, &after, answers, pool, clearance);
    let level = after.overall(clearance);
    Outcome { level, constraints, bone_stress_cleared: after.bone_stress_cleared(clearance), raised: standing }
}

fn stand(flag: Flag, level: ActionLevel, after: &AfterCr8, answers: &Answers) -> Raised {
    let reason = if after.bone_check && flag == Flag::BoneCheck {
        let inputs = reason(Flag::BoneUrgent, answers).inputs;
        Reason { rule: RuleId("CR8"), inputs, sources: flag.sources().to_vec() }
    } else {
        reason(flag, answers)
    };
    // CR3: old or thin bones, as far as they are known.
    let frail = answers.number(Question::Age).is_some_and(|age| age >= 65) || Signs::of(answers).holds(Sign::B);
    let text_adds = (flag == Flag::Trauma && frail).then_some(RuleId("CR3"));
    Raised { flag, level, cleared: level < flag.level(), reason, text_adds }
}

/// Active constraints with their reasons.
struct Collected(Vec<Active>);

impl Collected {
    fn add(&mut self, constraint: Constraint, reason: Reason) {
        let at = self.0.partition_point(|active| active.constraint < constraint);
        match self.0.get_mut(at).filter(|active| active.constraint == constraint) {
            Some(active) => active.reasons.push(reason),
            None => self.0.insert(at, Active { constraint, reasons: vec![reason] }),
        }
    }
}

fn constraints(
    standing: &[Raised],
    after: &AfterCr8,
    answers: &Answers,
    pool: Pool,
    clearance: &Clearance<'_>,
) -> Vec<Active> {
    let mut all = Collected(Vec::new());
    for raised in standing {
        for constraint in after.brings(raised.flag, clearance) {
            all.add(constraint, flag_reason(raised));
        }
    }
    if let Some(visit) = clearance.no_impact_since() {
        let inputs = vec![Input::ClinicianOk { visit }];
        all.add(Constraint::Impact, Reason { rule: RuleId("CR9"), inputs, sources: conv() });
    }
    for (constraint, input) in water(answers, pool) {
        let rule = RuleId(constraint.id());
        all.add(constraint, Reason { rule, inputs: vec![input], sources: conv() });
    }
    all.0
}

/// A flag as the reason of a constraint: the flag, then what raised it.
fn flag_reason(raised: &Raised) -> Reason {
    let mut inputs = vec![Input::Flag(raised.flag.id())];
    inputs.extend(raised.reason.inputs.iter().cloned());
    Reason { rule: RuleId(raised.flag.id()), inputs, sources: raised.flag.sources().to_vec() }
}

/// The constraints that `q-pool` and a missing `s-pool` bring. An answer without options stands for "not answered yet".
fn water(answers: &Answers, pool: Pool) -> impl Iterator<Item = (Constraint, Input)> {
    let said = |question, option: Option<&str>| Input::Said {
        question,
        answer: option.map(str::to_owned).into_iter().collect(),
    };
    let no_pool = match pool {
        Pool::Unknown | Pool::No => Some((Constraint::Pool, said("q-pool", pool.id()))),
        _ if !answers.has(Question::Pool) => Some((Constraint::Pool, said(Question::Pool.id(), None))),
        _ => None,
    };
    let depth = match pool {
        Pool::Shallow => Some((Constraint::DeepWater, said("q-pool", pool.id()))),
        Pool::Deep => Some((Constraint::Shallow, said("q-pool", pool.id()))),
        _ => None,
    };
    no_pool.into_iter().chain(depth)
}

fn conv() -> Vec<SourceKey> {
    vec![SourceKey("conv")]
}
