//! Properties over random runners: order does not matter, the rows have no gap, and what is not known is no worse than
//! what is known to be well.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::sample::Facts;
use crate::library::Pattern;
use crate::program::evaluation::{AGGRAVATOR_IDS, REGION_IDS};
use crate::program::pattern::{DecisionRow, SCORED};

/// Self-tests without a finding, of both sides.
const WELL: &[&str] = &[
    "t-stance right pain 0 at 40",
    "t-stance left pain 0 at 40",
    "t-hip-ir-seated right target 380",
    "t-hip-ir-seated left target 370",
    "t-faber right pain 2 r-groin-crease r-outer-hip",
    "t-faber left pain 0",
    "t-squeeze right pain 2 r-inner-groin",
    "t-squeeze left pain 0",
    "t-hip-flexion right pain 0",
    "t-hip-flexion left pain 2 r-groin-crease",
    "t-thomas right target -50",
    "t-thomas left near 100",
    "t-bridge right pain 0",
    "t-bridge left pain 2 r-sit-bone",
    "t-aslr right pain 0",
    "t-aslr left pain 2 r-sit-bone",
];

/// Self-tests that find something.
const SORE: &[&str] = &[
    "t-stance right pain 3 r-outer-hip at 10",
    "t-hip-ir-seated right below 180",
    "t-faber right pain 4 r-groin-crease",
    "t-squeeze right pain 5 r-inner-groin",
    "t-hip-flexion right pain 5 r-groin-crease",
    "t-thomas right below 140",
    "t-bridge right pain 6 r-sit-bone",
    "t-aslr right pain 3 r-sit-bone",
];

fn runner() -> impl Strategy<Value = Vec<String>> {
    let others = subsequence(REGION_IDS.to_vec(), 0..5);
    let brings = subsequence(AGGRAVATOR_IDS[..17].to_vec(), 1..10);
    let one = |ids: &'static [&'static str]| select(ids.to_vec());
    let tests = subsequence(SORE.to_vec(), 0..=SORE.len());
    let said = (one(&["female", "male", "not-said"]), one(REGION_IDS), one(&["none", "m1-30", "m60plus"]), 10_u8..100);
    (said, others, brings, one(&["no", "click"]), one(&["right", "left", "both-same"]), tests).prop_map(
        |((sex, main, stiff, age), others, brings, locking, side, tests)| {
            let others: Vec<&str> = others.into_iter().filter(|other| *other != main).collect();
            let others = if others.is_empty() { "-".to_owned() } else { others.join(" ") };
            let mut lines = vec![
                format!("q-sex {sex}"),
                format!("q-region-main {main}"),
                format!("q-stiff {stiff}"),
                format!("q-age {age}"),
                format!("q-regions-other {others}"),
                format!("q-aggravators {}", brings.join(" ")),
                format!("s-locking {locking}"),
                format!("q-side {side}"),
            ];
            lines.extend(tests.into_iter().map(str::to_owned));
            lines
        },
    )
}

fn facts(lines: &[String]) -> Facts {
    Facts::of(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn the_order_of_answers_does_not_matter((given, mixed) in runner().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))) {
        prop_assert_eq!(facts(&given).decided(), facts(&mixed).decided());
    }

    #[test]
    fn a_test_that_is_not_known_is_as_one_without_a_finding(lines in runner()) {
        let said: Vec<String> = lines.into_iter().filter(|line| !line.starts_with("t-")).collect();
        let mut well = said.clone();
        well.extend(WELL.iter().map(|line| (*line).to_owned()));
        prop_assert_eq!(facts(&said).decided(), facts(&well).decided());
    }

    #[test]
    fn a_finding_never_takes_points_away(lines in runner()) {
        let said: Vec<String> = lines.iter().filter(|line| !line.starts_with("t-")).cloned().collect();
        let (with, without) = (facts(&lines).decided(), facts(&said).decided());
        prop_assert!(with.scores.iter().zip(without.scores).all(|(with, without)| *with >= without));
    }

    #[test]
    fn exactly_one_row_decides(lines in runner()) {
        let decided = facts(&lines).decided();
        let mut order = decided.scores;
        order.sort_unstable();
        let [.., second, top] = order;
        let away = ["r-low-back", "r-sacrum", "r-knee", "r-lower-leg"].iter().any(|id| lines[1].ends_with(id));
        let expected = match (away, top, top - second) {
            (true, ..) => DecisionRow::D0,
            (_, ..6, _) => DecisionRow::D3,
            (.., 0 | 1) => DecisionRow::D2,
            _ => DecisionRow::D1,
        };
        prop_assert_eq!(decided.row, expected);
        prop_assert_eq!(decided.pattern == Pattern::LoadGeneral, expected != DecisionRow::D1);
        prop_assert_eq!(decided.mixed.is_empty(), expected != DecisionRow::D2);
        for mixed in &decided.mixed {
            let score = decided.score(*mixed).unwrap();
            prop_assert!(score >= 6 && score + 1 >= top);
        }
        if expected == DecisionRow::D2 {
            let fits = SCORED.iter().filter(|one| decided.score(**one).is_some_and(|score| score >= 6 && score + 1 >= top));
            prop_assert_eq!(fits.count(), decided.mixed.len());
        }
    }

    #[test]
    fn the_stiff_hip_is_only_for_those_from_45(lines in runner()) {
        let facts = facts(&lines);
        let decided = facts.decided();
        if facts.answers.age() < Some(45) {
            prop_assert_eq!(decided.score(Pattern::StiffHip), Some(0));
            prop_assert!(decided.pattern != Pattern::StiffHip && !decided.mixed.contains(&Pattern::StiffHip));
        }
    }

    #[test]
    fn at_most_three_reasons_that_all_count(lines in runner()) {
        let decided = facts(&lines).decided();
        let shown = decided.shown();
        prop_assert!(shown.len() <= 3);
        prop_assert_eq!(shown.is_empty(), decided.row == DecisionRow::D0 || decided.scores == [0; 6]);
    }
}
