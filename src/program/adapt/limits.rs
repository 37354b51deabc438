//! A clinician's limits (`progression.md` section 11): they narrow, and never open what a flag shuts.
//!
//! Not here: which readiness criteria they clear (see `clearedCriteria` where runs are).

use super::response::PainLimit;
use crate::journal::{EntryId, LimitsEntry};
use crate::library::{DoseLevel, Exercise, ExerciseId, Phase, Tag};
use crate::program::reason::{Input, Reason, RuleId, SourceKey};
use crate::units::Day;

/// When running is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunAllowed {
    /// As the rules say.
    Yes,
    /// Not at all.
    No,
    /// From that day on.
    From(Day),
}

/// Limits in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicianLimits {
    /// Their entry.
    pub entry: EntryId,
    /// The day on which they were set.
    pub on: Day,
    /// The last phase that is open.
    pub max_phase: Option<Phase>,
    /// The highest dose level.
    pub max_level: DoseLevel,
    /// Exercises that are shut.
    pub excluded: Vec<ExerciseId>,
    /// Tags that are shut.
    pub tags: Vec<Tag>,
    /// The longest session in minutes.
    pub max_minutes: Option<u16>,
    /// When running is allowed.
    pub run: RunAllowed,
    /// The highest run stage, by id.
    pub max_run_stage: Option<String>,
    /// The most pain that is fine.
    pub pain: PainLimit,
    /// No plan: weight bearing is partial or none (`PRG-Y3`).
    pub no_plan: bool,
    /// Readiness criteria that are cleared, by id.
    pub cleared: Vec<String>,
    /// The last day.
    pub until: Option<Day>,
    /// Who set them.
    pub author: String,
    /// The runner said after `until` that they still hold.
    pub still_hold: bool,
}

impl ClinicianLimits {
    /// Reads an entry. What cannot be read is read in the stricter way.
    pub fn of(entry: EntryId, on: Day, limits: &LimitsEntry) -> Self {
        let run = match limits.run_allowed.as_deref() {
            None | Some("yes") => RunAllowed::Yes,
            Some(day) => Day::parse(day).map_or(RunAllowed::No, RunAllowed::From),
        };
        let max_level = match limits.max_level {
            None | Some(3..) => DoseLevel::Three,
            Some(2) => DoseLevel::Two,
            Some(_) => DoseLevel::One,
        };
        Self {
            entry,
            on,
            max_phase: limits.max_phase.as_deref().map(|id| Phase::parse(id).unwrap_or(Phase::Calm)),
            max_level,
            excluded: limits.excluded_ids.iter().filter_map(|id| ExerciseId::parse(id)).collect(),
            tags: limits.excluded_tags.iter().filter_map(|id| Tag::parse(id)).collect(),
            max_minutes: limits.max_session_minutes,
            run,
            max_run_stage: limits.max_run_stage.clone(),
            pain: limits.pain_limit.map_or(PainLimit::USUAL, |most| PainLimit(most.min(3))),
            no_plan: limits.weight_bearing.as_deref().is_some_and(|bearing| bearing != "full"),
            cleared: limits.cleared_criteria.clone(),
            until: limits.until,
            author: limits.author.clone(),
            still_hold: false,
        }
    }

    /// `PRG-Y4`: whether the runner is asked if they still hold. Until then they do.
    pub fn asks(&self, today: Day) -> bool {
        !self.still_hold && self.until.is_some_and(|until| today > until)
    }

    /// `PRG-Y1`: why an exercise is shut, if it is.
    pub fn shuts(&self, exercise: &Exercise) -> Option<Reason> {
        let tag = exercise.tags.iter().find(|tag| self.tags.contains(tag));
        let inputs = match tag {
            Some(tag) => vec![Input::Tag(*tag)],
            None if self.excluded.contains(&exercise.id) => vec![Input::Exercise(exercise.id)],
            None => return None,
        };
        Some(Reason { rule: RuleId("PRG-Y1"), inputs, sources: vec![SourceKey("conv")] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::first;

    fn read(limits: &LimitsEntry) -> ClinicianLimits {
        ClinicianLimits::of(EntryId(1), Day::from_epoch(20_000), limits)
    }

    #[test]
    fn nothing_set_limits_nothing() {
        let limits = read(&LimitsEntry::default());
        assert_eq!((limits.max_phase, limits.max_level, limits.pain), (None, DoseLevel::Three, PainLimit::USUAL));
        assert!(!limits.no_plan && limits.run == RunAllowed::Yes);
        assert!(first().iter().all(|exercise| limits.shuts(exercise).is_none()));
    }

    #[test]
    fn prg_y1_ids_and_tags_are_shut_with_their_reason() {
        let limits = read(&LimitsEntry {
            excluded_ids: vec!["bridge-double".into()],
            excluded_tags: vec!["prone".into()],
            ..LimitsEntry::default()
        });
        for exercise in first().iter() {
            let shut = exercise.id.id() == "bridge-double" || exercise.tags.contains(&Tag::Prone);
            assert_eq!(limits.shuts(exercise).map(|reason| reason.rule.0), shut.then_some("PRG-Y1"));
        }
    }

    #[test]
    fn prg_y2_the_pain_limit_is_never_over_3() {
        let most = |limit| read(&LimitsEntry { pain_limit: Some(limit), ..LimitsEntry::default() }).pain;
        assert_eq!([0, 2, 3, 9].map(most), [PainLimit(0), PainLimit(2), PainLimit(3), PainLimit(3)]);
    }

    #[test]
    fn prg_y3_partial_or_no_weight_bearing_is_no_plan() {
        let none = |bearing: &str| {
            read(&LimitsEntry { weight_bearing: Some(bearing.into()), ..LimitsEntry::default() }).no_plan
        };
        assert_eq!(["full", "partial", "none", "?"].map(none), [false, true, true, true]);
    }

    #[test]
    fn prg_y4_after_the_end_it_is_asked_and_holds() {
        let until = Day::from_epoch(20_010);
        let mut limits = read(&LimitsEntry { until: Some(until), ..LimitsEntry::default() });
        assert!(!limits.asks(until));
        assert!(limits.asks(until.plus(1)));
        limits.still_hold = true;
        assert!(!limits.asks(until.plus(1)));
        assert!(!read(&LimitsEntry::default()).asks(until), "none has no end");
    }
}
