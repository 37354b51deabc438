//! `IRR-01` to `IRR-09`: each row, the first that matches, and what is not known.

use super::sample::only;
use crate::program::evaluation::irritability;
use crate::program::plan::Irritability::{self, High, Low, Moderate};

fn decided(lines: &[&str]) -> Option<(&'static str, Irritability)> {
    let (answers, safety) = only(lines);
    irritability(&answers, &safety).map(|(level, reason)| (reason.rule.0, level))
}

/// Rest pain, now, worst, settle; the row and what it says.
const ROWS: &[(&str, &str, &str, &str, &str, Irritability)] = &[
    ("constant", "0", "0", "minutes", "IRR-01", High),
    ("no", "0", "7", "minutes", "IRR-02", High),
    ("no", "2", "10", "minutes", "IRR-02", High),
    ("no", "5", "6", "minutes", "IRR-03", High),
    ("no", "6", "6", "minutes", "IRR-03", High),
    ("no", "0", "1", "next-day", "IRR-04", High),
    ("no", "4", "6", "next-day", "IRR-04", High),
    ("no", "0", "4", "minutes", "IRR-05", Moderate),
    ("no", "4", "6", "minutes", "IRR-05", Moderate),
    ("some", "0", "4", "hours", "IRR-05", Moderate),
    ("no", "0", "3", "hours", "IRR-06", Moderate),
    ("no", "0", "3", "skip", "IRR-06", Moderate),
    ("on-side", "0", "3", "minutes", "IRR-07", Moderate),
    ("some", "2", "3", "minutes", "IRR-07", Moderate),
    ("no", "3", "3", "minutes", "IRR-08", Moderate),
    ("no", "2", "3", "minutes", "IRR-09", Low),
    ("no", "0", "0", "minutes", "IRR-09", Low),
];

#[test]
fn irr_01_to_irr_09_the_first_row_decides() {
    for (rest, now, worst, settle, row, level) in ROWS {
        let lines = [
            format!("s-rest-pain {rest}"),
            format!("q-nprs-now {now}"),
            format!("q-nprs-worst {worst}"),
            format!("q-settle {settle}"),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(decided(&lines), Some((*row, *level)), "{lines:?}");
    }
}

#[test]
fn a_missing_score_is_never_0() {
    assert_eq!(decided(&["s-rest-pain no", "q-nprs-now 0", "q-settle minutes"]), None);
    assert_eq!(decided(&["s-rest-pain no", "q-nprs-worst 0", "q-settle minutes"]), None);
    assert_eq!(decided(&["q-nprs-now 0", "q-nprs-worst 0", "q-settle minutes"]), None);
    assert_eq!(decided(&["s-rest-pain no", "q-nprs-now 3", "q-settle hours"]), None);
    // What is high without it stays high.
    assert_eq!(decided(&["q-settle next-day"]), Some(("IRR-04", High)));
    assert_eq!(decided(&["q-nprs-now 5"]), Some(("IRR-03", High)));
}

#[test]
fn the_reason_has_what_the_runner_said() {
    let (answers, safety) = only(&["s-rest-pain no", "q-nprs-now 1", "q-nprs-worst 5", "q-settle minutes"]);
    let (_, reason) = irritability(&answers, &safety).unwrap();
    let said = |question, answer: &str| crate::program::reason::Input::Said { question, answer: vec![answer.into()] };
    assert_eq!(reason.inputs, [said("q-nprs-worst", "5")]);
    let (answers, safety) = only(&["s-rest-pain no", "q-nprs-now 1", "q-nprs-worst 2", "q-settle minutes"]);
    let (_, reason) = irritability(&answers, &safety).unwrap();
    assert_eq!(reason.inputs.len(), 4);
}
