//! `g-1` to `g-5`: each finding, the order, and the outer-hip pattern.

use crate::library::Pattern;
use crate::locale::{Lang, built};
use crate::program::pattern::{Seen, cue};
use crate::program::reason::Input;

/// A finding, its rule, its drill, and the drill of the outer-hip pattern.
const ROWS: &[(Seen, &str, &str, &str)] = &[
    (("v-overstride", "ahead"), "g-1", "cadence-metronome-run", "cadence-metronome-run"),
    (("v-knee-bend", "straight"), "g-1", "cadence-metronome-run", "cadence-metronome-run"),
    (("v-foot-angle", "toes-high"), "g-1", "cadence-metronome-run", "cadence-metronome-run"),
    (("v-step-width", "line"), "g-2", "two-lane-run", "cadence-metronome-run"),
    (("v-step-width", "cross"), "g-2", "two-lane-run", "cadence-metronome-run"),
    (("v-pelvic-drop", "drop"), "g-3", "level-pelvis-run", "cadence-metronome-run"),
    (("v-trunk", "back"), "g-4", "tall-lean-run", "tall-lean-run"),
    (("v-trunk", "waist"), "g-4", "tall-lean-run", "tall-lean-run"),
];

#[test]
fn g_1_to_g_4_give_their_drill() {
    for (seen, rule, drill, lateral) in ROWS {
        let given = cue(Pattern::Groin, &[*seen]);
        assert_eq!((given.reason.rule.0, given.drill), (*rule, Some(*drill)), "{seen:?}");
        assert_eq!(given.reason.inputs, [Input::Said { question: seen.0, answer: vec![seen.1.to_owned()] }]);
        assert_eq!(cue(Pattern::LateralHip, &[*seen]).drill, Some(*lateral), "{seen:?}");
    }
}

#[test]
fn of_several_the_lowest_order_decides() {
    for (at, (later, ..)) in ROWS.iter().enumerate() {
        for (earlier, rule, ..) in &ROWS[..at] {
            assert_eq!(cue(Pattern::LoadGeneral, &[*later, *earlier]).reason.rule.0, *rule, "{later:?} {earlier:?}");
        }
    }
}

#[test]
fn g_5_without_a_finding_the_own_form_stays() {
    let unsure: &[Seen] = &[("v-trunk", "unsure"), ("v-pelvic-drop", "level"), ("v-step-width", "gap")];
    for seen in [&[], unsure] {
        for pattern in Pattern::ALL {
            let none = cue(*pattern, seen);
            assert_eq!((none.drill, none.reason.rule.0), (None, "g-5"));
        }
    }
}

#[test]
fn rules_and_findings_have_words() {
    for lang in Lang::ALL {
        for ((item, choice), rule, ..) in ROWS {
            for path in [format!("question.{item}.short"), format!("question.{item}.{choice}"), format!("rule.{rule}")]
            {
                assert!(!built(lang).of_id(&path).is_empty(), "{path}");
            }
        }
        assert!(!built(lang).of_id("rule.g-5").is_empty());
    }
}
