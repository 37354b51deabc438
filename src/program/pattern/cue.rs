//! The running-form rules `g-1` to `g-5`: which one cue a run gets (`patterns.md` section 7).
//!
//! A runner without a finding gets no cue: a form that causes no trouble is not changed. Not here: when runs are allowed,
//! and for how long one stays with a cue.

use crate::library::Pattern;
use crate::program::reason::{Input, Reason, RuleId, SourceKey};

/// What was seen in running: a video item and the choice that counts as a finding; `unsure` is none.
pub type Seen = (&'static str, &'static str);

/// A rule with the findings that match it and its drill.
struct Row {
    id: &'static str,
    findings: &'static [Seen],
    drill: &'static str,
}

/// The rules in their order: the first that matches decides.
const ROWS: [Row; 4] = [
    Row {
        id: "g-1",
        findings: &[("v-overstride", "ahead"), ("v-knee-bend", "straight"), ("v-foot-angle", "toes-high")],
        drill: CADENCE,
    },
    Row { id: "g-2", findings: &[("v-step-width", "line"), ("v-step-width", "cross")], drill: "two-lane-run" },
    Row { id: "g-3", findings: &[("v-pelvic-drop", "drop")], drill: "level-pelvis-run" },
    Row { id: "g-4", findings: &[("v-trunk", "back"), ("v-trunk", "waist")], drill: "tall-lean-run" },
];

const CADENCE: &str = "cadence-metronome-run";

/// The cue of the runs to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// The drill's exercise; none: the runner keeps the own form (`g-5`).
    pub drill: Option<&'static str>,
    /// The rule and what was seen.
    pub reason: Reason,
}

/// The cue that the findings ask for. With the outer-hip pattern any of `g-1` to `g-3` starts with the step rate, which
/// lowers hip adduction.
pub fn cue(pattern: Pattern, seen: &[Seen]) -> Cue {
    let Some(row) = ROWS.iter().find(|row| row.findings.iter().any(|finding| seen.contains(finding))) else {
        return Cue {
            drill: None,
            reason: Reason { rule: RuleId("g-5"), inputs: Vec::new(), sources: keys(&["souza2016"]) },
        };
    };
    let by_step_rate = pattern == Pattern::LateralHip && row.id != "g-4";
    let (drill, sources) = if by_step_rate {
        (CADENCE, keys(&["heiderscheit2011", "willy2016", "anderson2022"]))
    } else {
        (row.drill, keys(&["souza2016", "barton2016", "wang2024", "willy2012", "noehren2011"]))
    };
    let found = row.findings.iter().filter(|finding| seen.contains(finding));
    let mut inputs: Vec<Input> =
        found.map(|(item, choice)| Input::Said { question: item, answer: vec![(*choice).to_owned()] }).collect();
    if by_step_rate {
        inputs.push(Input::Pattern(pattern));
    }
    Cue { drill: Some(drill), reason: Reason { rule: RuleId(row.id), inputs, sources } }
}

fn keys(keys: &[&'static str]) -> Vec<SourceKey> {
    keys.iter().map(|key| SourceKey(key)).collect()
}
