//! What the runner chose of the plan, a clinician's limits, and their fields in JSON.
//!
//! Not here: what follows from them (see `program`). A choice that this program does not know is kept as it is.

use super::fields::{Fields, Line};
use super::{EntryError, EntryId};
use crate::units::Day;

/// Something that the runner chose of the plan. Ids as text: what a later version names is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The next phase is confirmed.
    Phase {
        /// Which, by id.
        to: String,
    },
    /// The runner chooses not to run (`PRG-L2`), or to run after all.
    NoRun {
        /// Whether it holds.
        holds: bool,
    },
    /// An exercise is exchanged for another (`PRG-V7`).
    Swap {
        /// The session's id.
        slot: String,
        /// The exercise that is left.
        from: String,
        /// The one that takes its place.
        to: String,
    },
    /// A smaller plan was offered (`PRG-X02`).
    SmallerPlan,
    /// "My hip flared up" (`PRG-F1`).
    Flare,
    /// Whether a clinician's limits still hold after their end (`PRG-Y4`).
    LimitsHold {
        /// Their entry.
        of: EntryId,
        /// The answer.
        holds: bool,
    },
    /// The runner asks for a clinician, or worries (`PRG-X12`).
    Worry,
}

/// Limits that a clinician set (`progression.md` section 11). Nothing set = nothing limited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LimitsEntry {
    /// The last phase that is open, by id.
    pub max_phase: Option<String>,
    /// The highest dose level, 1 to 3.
    pub max_level: Option<u8>,
    /// Exercises that are shut, by id.
    pub excluded_ids: Vec<String>,
    /// Tags that are shut, by id.
    pub excluded_tags: Vec<String>,
    /// The longest session in minutes.
    pub max_session_minutes: Option<u16>,
    /// `yes`, `no`, or the first day of running.
    pub run_allowed: Option<String>,
    /// The highest run stage, by id.
    pub max_run_stage: Option<String>,
    /// The most pain that is fine, 0 to 3.
    pub pain_limit: Option<u8>,
    /// `full`, `partial` or `none`.
    pub weight_bearing: Option<String>,
    /// Readiness criteria that the clinician clears, by id.
    pub cleared_criteria: Vec<String>,
    /// The last day, if there is one.
    pub until: Option<Day>,
    /// Who set them.
    pub author: String,
}

/// The choice of these fields; none if this program does not know it.
pub(super) fn read(fields: Fields<'_>) -> Result<Option<Choice>, EntryError> {
    Ok(Some(match fields.text("what")?.as_str() {
        "phase" => Choice::Phase { to: fields.text("to")? },
        "no-run" => Choice::NoRun { holds: fields.word("holds")? },
        "swap" => Choice::Swap { slot: fields.text("slot")?, from: fields.text("from")?, to: fields.text("to")? },
        "smaller-plan" => Choice::SmallerPlan,
        "flare" => Choice::Flare,
        "limits-hold" => Choice::LimitsHold { of: fields.id("of")?, holds: fields.word("holds")? },
        "worry" => Choice::Worry,
        _ => return Ok(None),
    }))
}

pub(super) fn write(line: &mut Line, choice: &Choice) {
    let what = match choice {
        Choice::Phase { .. } => "phase",
        Choice::NoRun { .. } => "no-run",
        Choice::Swap { .. } => "swap",
        Choice::SmallerPlan => "smaller-plan",
        Choice::Flare => "flare",
        Choice::LimitsHold { .. } => "limits-hold",
        Choice::Worry => "worry",
    };
    line.text("what", what);
    match choice {
        Choice::Phase { to } => line.text("to", to),
        Choice::NoRun { holds } => line.word("holds", holds),
        Choice::Swap { slot, from, to } => {
            line.text("slot", slot);
            line.text("from", from);
            line.text("to", to);
        }
        Choice::LimitsHold { of, holds } => {
            line.id("of", *of);
            line.word("holds", holds);
        }
        Choice::SmallerPlan | Choice::Flare | Choice::Worry => {}
    }
}

pub(super) fn read_limits(fields: Fields<'_>) -> Result<LimitsEntry, EntryError> {
    Ok(LimitsEntry {
        max_phase: fields.optional_text("maxPhase")?,
        max_level: fields.optional_word("maxLevel")?,
        excluded_ids: fields.texts("excludedIds")?,
        excluded_tags: fields.texts("excludedTags")?,
        max_session_minutes: fields.optional_word("maxSessionMinutes")?,
        run_allowed: fields.optional_text("runAllowed")?,
        max_run_stage: fields.optional_text("maxRunStage")?,
        pain_limit: fields.optional_word("painLimit")?,
        weight_bearing: fields.optional_text("weightBearing")?,
        cleared_criteria: fields.texts("clearedCriteria")?,
        until: fields.optional_word("until")?,
        author: fields.text("author")?,
    })
}

pub(super) fn write_limits(line: &mut Line, limits: &LimitsEntry) {
    let texts = [
        ("maxPhase", &limits.max_phase),
        ("runAllowed", &limits.run_allowed),
        ("maxRunStage", &limits.max_run_stage),
        ("weightBearing", &limits.weight_bearing),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            line.text(name, text);
        }
    }
    line.word("maxLevel", &limits.max_level);
    line.word("maxSessionMinutes", &limits.max_session_minutes);
    line.word("painLimit", &limits.pain_limit);
    line.word("until", &limits.until);
    line.texts("excludedIds", &limits.excluded_ids);
    line.texts("excludedTags", &limits.excluded_tags);
    line.texts("clearedCriteria", &limits.cleared_criteria);
    line.text("author", &limits.author);
}

#[cfg(test)]
mod tests {
    use crate::journal::{Body, Choice, Entry, LimitsEntry};

    fn entry(fields: &str) -> Result<Entry, crate::journal::EntryError> {
        Entry::parse(&format!(r#"{{"id":"01KB0000000000000000000001","v":1,"tz":0,{fields}}}"#))
    }

    #[test]
    fn a_choice_is_one_flat_object() {
        let read = entry(r#""kind":"choice","what":"swap","slot":"2026-11-23-f","from":"step-up","to":"sit-to-stand""#);
        let swap = Choice::Swap { slot: "2026-11-23-f".into(), from: "step-up".into(), to: "sit-to-stand".into() };
        assert_eq!(read.unwrap().body, Body::Choice(swap));
        assert!(entry(r#""kind":"choice","what":"swap","slot":"x""#).is_err());
        assert!(matches!(entry(r#""kind":"choice","what":"moon""#).unwrap().body, Body::Unknown(_)), "kept as it is");
    }

    #[test]
    fn limits_leave_out_what_is_not_limited() {
        let read = entry(
            r#""kind":"limits","maxPhase":"build","painLimit":2,"excludedIds":[],"excludedTags":["heavy"],
               "clearedCriteria":[],"author":"A. Smith, PT""#,
        );
        let limits = LimitsEntry {
            max_phase: Some("build".into()),
            pain_limit: Some(2),
            excluded_tags: vec!["heavy".into()],
            author: "A. Smith, PT".into(),
            ..LimitsEntry::default()
        };
        assert_eq!(read.unwrap().body, Body::Limits(Box::new(limits)));
    }
}
