//! The fields of what the runner chose, and of a clinician's limits.
//!
//! Not here: what follows from them (see `program`). A choice that this program does not know is kept as it is.

use super::fields::{Fields, Line};
use super::{Choice, EntryError, LimitsEntry};

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
