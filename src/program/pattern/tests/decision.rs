//! D0 to D3: points, leads, ties, eligibility, and the reasons that are shown.

use super::sample::Facts;
use crate::library::Pattern::{self, DeepButtock, FrontHip, Groin, HipFlexor, LateralHip, LoadGeneral, StiffHip};
use crate::locale::{Lang, built};
use crate::program::pattern::{DecisionRow, Shown, Signs};
use crate::program::screening::ActionLevel;

struct Case {
    lines: &'static [&'static str],
    scores: [u8; 6],
    row: DecisionRow,
    pattern: Pattern,
    mixed: &'static [Pattern],
    shown: &'static [&'static str],
}

use DecisionRow::{D0, D1, D2, D3};

/// Worked out by hand from the table.
const CASES: &[Case] = &[
    // Nothing said: no clear pattern.
    Case { lines: &[], scores: [0; 6], row: D3, pattern: LoadGeneral, mixed: &[], shown: &[] },
    // D0 goes before the points, whatever they are.
    Case {
        lines: &[
            "q-region-main r-knee",
            "q-regions-other r-outer-hip",
            "q-aggravators a-lie-side a-one-leg a-cross-legs a-stairs",
        ],
        scores: [7, 0, 0, 0, 0, 0],
        row: D0,
        pattern: LoadGeneral,
        mixed: &[],
        shown: &[],
    },
    // 4 + 1 = 5: one point too few.
    Case {
        lines: &["q-region-main r-outer-hip", "q-aggravators a-stairs"],
        scores: [5, 0, 0, 0, 0, 0],
        row: D3,
        pattern: LoadGeneral,
        mixed: &[],
        shown: &["p-01", "p-19"],
    },
    // 4 + 2 = 6: just enough, far ahead.
    Case {
        lines: &["q-region-main r-outer-hip", "q-aggravators a-one-leg"],
        scores: [6, 0, 0, 0, 0, 0],
        row: D1,
        pattern: LateralHip,
        mixed: &[],
        shown: &["p-01", "p-17"],
    },
    // Ties of points go by rule number; the fourth is not shown.
    Case {
        lines: &["q-region-main r-outer-hip", "q-aggravators a-lie-side a-one-leg a-cross-legs a-stairs"],
        scores: [10, 0, 0, 0, 0, 0],
        row: D1,
        pattern: LateralHip,
        mixed: &[],
        shown: &["p-01", "p-16", "p-17"],
    },
    // 6 against 4: a lead of 2 is clear. `p-36` gives the front nothing.
    Case {
        lines: &[
            "q-age 44",
            "q-region-main r-groin-crease",
            "q-aggravators a-deep-bend a-twist a-leg-back a-fast",
            "q-stiff m1-30",
        ],
        scores: [0, 6, 2, 4, 1, 0],
        row: D1,
        pattern: FrontHip,
        mixed: &[],
        shown: &["p-03", "p-20", "p-21"],
    },
    // 6 against 5: a lead of 1 is mixed, and 5 is not enough to be among them.
    Case {
        lines: &["q-region-main r-groin-crease", "q-aggravators a-deep-bend a-twist a-knee-lift"],
        scores: [0, 6, 1, 5, 0, 0],
        row: D2,
        pattern: LoadGeneral,
        mixed: &[FrontHip],
        shown: &["p-03", "p-27", "p-20"],
    },
    // Two are highest: the second is the top.
    Case {
        lines: &[
            "q-region-main r-inner-groin",
            "q-regions-other r-sit-bone",
            "q-aggravators a-squeeze a-sit-bone a-bend-forward a-fast",
        ],
        scores: [0, 1, 7, 1, 6, 0],
        row: D2,
        pattern: LoadGeneral,
        mixed: &[Groin, DeepButtock],
        shown: &["p-05", "p-23", "p-26"],
    },
    // From 45 on the stiff hip counts: 2 + 1 + 2 + 2 + 1 + 1 = 9 against 5.
    Case {
        lines: &[
            "q-age 45",
            "q-region-main r-groin-crease",
            "q-aggravators a-deep-bend a-socks a-walk-long",
            "q-stiff m31-60",
        ],
        scores: [0, 5, 0, 2, 0, 9],
        row: D1,
        pattern: StiffHip,
        mixed: &[],
        shown: &["p-03", "p-31", "p-36"],
    },
    // The same a year earlier: its score is 0, and what speaks for it alone is no reason.
    Case {
        lines: &[
            "q-age 44",
            "q-region-main r-groin-crease",
            "q-aggravators a-deep-bend a-socks a-walk-long",
            "q-stiff m31-60",
        ],
        scores: [0, 5, 0, 2, 0, 0],
        row: D3,
        pattern: LoadGeneral,
        mixed: &[],
        shown: &["p-03", "p-20"],
    },
    // Self-tests add up with the answers.
    Case {
        lines: &[
            "q-side left",
            "q-region-main r-front-thigh",
            "q-aggravators a-knee-lift",
            "t-hip-flexion left pain 4 r-front-thigh",
            "t-thomas left below 150",
        ],
        scores: [0, 1, 0, 9, 0, 1],
        row: D1,
        pattern: HipFlexor,
        mixed: &[],
        shown: &["p-27", "p-44", "p-04"],
    },
];

#[test]
fn d0_to_d3_the_first_row_decides() {
    for case in CASES {
        let mut lines = case.lines.to_vec();
        if !lines.iter().any(|line| line.starts_with("q-age")) {
            lines.push("q-age 44");
        }
        let decided = Facts::of(&lines).decided();
        let mut scores = case.scores;
        // Under 45 the stiff hip has no score.
        scores[5] = if lines.contains(&"q-age 45") { scores[5] } else { 0 };
        assert_eq!(decided.scores, scores, "{lines:?}");
        assert_eq!((decided.row, decided.pattern), (case.row, case.pattern), "{lines:?}");
        assert_eq!(decided.mixed, case.mixed, "{lines:?}");
        let shown: Vec<&str> = decided.shown().iter().map(|one| one.reason.rule.0).collect();
        assert_eq!(shown, case.shown, "{lines:?}");
    }
}

#[test]
fn d1_says_some_or_many_signs() {
    let signs = |lines: &[&str]| Facts::of(lines).decided().signs;
    let base = "q-region-main r-outer-hip";
    assert_eq!(signs(&[base, "q-aggravators a-lie-side"]), Some(Signs::Some), "6");
    assert_eq!(signs(&[base, "q-aggravators a-lie-side a-one-leg"]), Some(Signs::Some), "8");
    assert_eq!(signs(&[base, "q-aggravators a-lie-side a-one-leg a-stairs"]), Some(Signs::Many), "9");
    assert_eq!(signs(&[base]), None);
}

#[test]
fn d0_is_for_pain_away_from_the_hip() {
    for region in crate::program::evaluation::Region::ALL {
        let line = format!("q-region-main {}", region.id());
        let away = ["r-low-back", "r-sacrum", "r-knee", "r-lower-leg"].contains(&region.id());
        assert_eq!(Facts::of(&[&line]).decided().row == D0, away, "{line}");
    }
}

#[test]
fn clinician_first_goes_before_all_rows() {
    let decided = Facts::of(&["q-region-main r-outer-hip", "q-aggravators a-lie-side"]).decided();
    for level in ActionLevel::ALL {
        let shown = decided.at_level(level);
        assert_eq!(shown == Shown::ClinicianFirst, level.shuts(), "{level:?}");
    }
}

#[test]
fn the_reason_of_a_row_has_its_inputs() {
    for case in CASES {
        let facts = Facts::of(case.lines);
        let decided = facts.decided();
        let reason = decided.reason(&facts.answers);
        assert_eq!(reason.rule.0, case.row.id());
        assert_eq!(reason.inputs.is_empty(), case.lines.is_empty(), "{:?}", case.lines);
    }
}

#[test]
fn the_words_of_the_rows_are_those_of_the_page() {
    let page = include_str!("../../../../docs/rules.md");
    for row in [D0, D2, D3] {
        let words = built(Lang::En).of_id(&format!("rule.{}", row.id()));
        let line = page.lines().find(|line| line.starts_with(&format!("| {} |", row.id()))).unwrap();
        assert!(line.contains(&format!("\"{words}\"")), "{}", row.id());
    }
    for signs in [Signs::Some, Signs::Many] {
        assert!(page.contains(&format!("\"{}\"", built(Lang::En).of_id(&format!("result.signs-{}", signs.id())))));
    }
}

#[test]
fn scores_are_read_by_pattern() {
    let decided = Facts::of(&["q-age 50", "q-region-main r-outer-hip"]).decided();
    assert_eq!(
        (decided.score(LateralHip), decided.score(StiffHip), decided.score(LoadGeneral)),
        (Some(4), Some(3), None)
    );
}
