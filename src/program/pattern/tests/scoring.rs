//! `p-01` to `p-47`: each row is met by what it says, gives the points of the page, and has the sentence of the page.

use super::sample::Facts;
use crate::library::Pattern;
use crate::locale::{Lang, built};
use crate::program::pattern::{SCORED, met};
use crate::program::reason::Input;

/// The row, what meets it and nothing else, and what just does not.
const ROWS: &[(&str, &[&str], &[&str])] = &[
    ("p-01", &["q-region-main r-outer-hip"], &["q-regions-other r-outer-thigh"]),
    ("p-02", &["q-region-main r-outer-thigh"], &["q-region-main r-low-back"]),
    ("p-03", &["q-region-main r-groin-crease"], &["q-region-main r-knee"]),
    ("p-04", &["q-region-main r-front-thigh"], &["q-region-main r-lower-leg"]),
    ("p-05", &["q-region-main r-inner-groin"], &["q-region-main r-sacrum"]),
    ("p-06", &["q-region-main r-pubic"], &["q-regions-other r-pubic"]),
    ("p-07", &["q-region-main r-sit-bone"], &["q-regions-other r-back-thigh"]),
    ("p-08", &["q-region-main r-buttock-deep"], &["q-regions-other r-buttock-upper"]),
    ("p-09", &["q-region-main r-buttock-upper"], &["q-regions-other r-buttock-upper"]),
    ("p-10", &["q-region-main r-back-thigh"], &["q-regions-other r-back-thigh"]),
    ("p-11", &["q-regions-other r-outer-hip"], &["q-regions-other -"]),
    ("p-12", &["q-regions-other r-groin-crease"], &["q-regions-other skip"]),
    ("p-13", &["q-regions-other r-inner-groin"], &["q-regions-other r-knee"]),
    ("p-14", &["q-regions-other r-front-thigh"], &["q-regions-other r-knee"]),
    ("p-15", &["q-regions-other r-sit-bone r-buttock-deep"], &["q-regions-other r-low-back"]),
    ("p-16", &["q-aggravators a-lie-side"], &["q-aggravators a-nothing"]),
    ("p-17", &["q-aggravators a-one-leg"], &["q-aggravators a-run-only"]),
    ("p-18", &["q-aggravators a-cross-legs"], &["q-easers e-rest"]),
    ("p-19", &["q-aggravators a-stairs"], &["q-nprs-stairs 9"]),
    ("p-20", &["q-aggravators a-deep-bend"], &[]),
    ("p-21", &["q-aggravators a-twist"], &[]),
    ("p-22", &["q-aggravators a-sit-long"], &[]),
    ("p-23", &["q-aggravators a-sit-bone"], &[]),
    ("p-24", &["q-aggravators a-bend-forward"], &[]),
    ("p-25", &["q-aggravators a-fast"], &[]),
    ("p-26", &["q-aggravators a-squeeze"], &[]),
    ("p-27", &["q-aggravators a-knee-lift"], &[]),
    ("p-28", &["q-aggravators a-leg-back"], &[]),
    ("p-29", &["q-aggravators a-cough"], &["s-lump cough"]),
    ("p-30", &["q-aggravators a-start-stiff"], &["s-limp first-steps"]),
    ("p-31", &["q-aggravators a-socks"], &[]),
    ("p-32", &["q-aggravators a-walk-long"], &["q-nprs-walk 9"]),
    ("p-33", &["q-age 50"], &["q-age 44"]),
    ("p-34", &["q-age 45"], &["q-age 44"]),
    ("p-35", &["q-sex female", "q-age 40"], &["q-sex female", "q-age 39"]),
    ("p-36", &["q-stiff m1-30"], &["q-stiff m60plus"]),
    ("p-37", &["s-locking click"], &["s-locking no"]),
    (
        "p-38",
        &["q-side right", "t-stance right pain 1 r-outer-hip at 30"],
        &["q-side right", "t-stance right pain 4 r-outer-hip at 31"],
    ),
    (
        "p-39",
        &["q-side right", "t-hip-ir-seated right below 230"],
        &["q-side right", "t-hip-ir-seated right near 240", "t-hip-ir-seated left target 389"],
    ),
    (
        "p-40",
        &["q-side right", "t-hip-ir-seated right pain 3 r-groin-crease"],
        &["q-side right", "t-hip-ir-seated right pain 2 r-groin-crease"],
    ),
    (
        "p-41",
        &["q-side right", "t-faber right pain 3 r-groin-crease"],
        &["q-side right", "t-faber right pain 2 r-inner-groin"],
    ),
    ("p-42", &["q-side right", "t-faber right pain 3 r-outer-hip"], &["q-side right", "t-faber right pain 9 r-sacrum"]),
    (
        "p-43",
        &["q-side right", "t-squeeze right pain 3 r-pubic"],
        &["q-side right", "t-squeeze right pain 2 r-inner-groin"],
    ),
    (
        "p-44",
        &["q-side right", "t-hip-flexion right pain 3 r-front-thigh"],
        &["q-side right", "t-hip-flexion right pain 9 r-knee"],
    ),
    ("p-45", &["q-side right", "t-thomas right below 110"], &["q-side right", "t-thomas right near 100"]),
    (
        "p-46",
        &["q-side right", "t-bridge right pain 3 r-back-thigh"],
        &["q-side right", "t-bridge right pain 2 r-sit-bone"],
    ),
    (
        "p-47",
        &["q-side right", "t-aslr right pain 3 r-sit-bone"],
        &["q-side right", "t-aslr right pain 9 r-back-thigh"],
    ),
];

#[test]
fn each_row_is_met_by_what_it_says_alone() {
    assert_eq!(ROWS.len(), 47);
    for (id, meets, misses) in ROWS {
        assert_eq!(Facts::of(meets).met(), [*id], "{meets:?}");
        assert!(!Facts::of(misses).met().contains(id), "{id}: {misses:?}");
    }
}

#[test]
fn each_of_several_options_meets_its_row() {
    for (id, lines) in [
        ("p-15", "q-regions-other r-sit-bone"),
        ("p-15", "q-regions-other r-buttock-deep"),
        ("p-33", "q-age 100"),
        ("p-34", "q-age 49"),
        ("p-36", "q-stiff m31-60"),
        ("p-37", "s-locking catch"),
        ("p-37", "s-locking lock"),
    ] {
        assert_eq!(Facts::of(&[lines]).met(), [id], "{lines}");
    }
    for (id, line) in [
        ("p-41", "t-faber right pain 3 r-inner-groin"),
        ("p-43", "t-squeeze right pain 10 r-inner-groin"),
        ("p-44", "t-hip-flexion right pain 3 r-groin-crease"),
        ("p-46", "t-bridge right pain 3 r-sit-bone"),
        ("p-39", "t-hip-ir-seated right below"),
    ] {
        assert_eq!(Facts::of(&["q-side right", line]).met(), [id], "{line}");
    }
    assert_eq!(Facts::of(&["q-age 50", "q-sex female"]).met(), ["p-33", "p-35"]);
    assert_eq!(Facts::of(&["q-sex female"]).met(), [] as [&str; 0], "the age is not known");
}

#[test]
fn p_39_is_met_by_fifteen_degrees_less_than_the_other_side() {
    let by = |right: &str, left: &str| {
        let (right, left) = (format!("t-hip-ir-seated right {right}"), format!("t-hip-ir-seated left {left}"));
        Facts::of(&["q-side right", &right, &left]).met()
    };
    assert_eq!(by("target 350", "target 500"), ["p-39"]);
    assert!(by("target 350", "target 499").is_empty());
    assert!(by("target 500", "below 200").is_empty(), "the other side is no sore one");
    assert!(by("target", "target 500").is_empty(), "a result that is not known is not less");
}

#[test]
fn tests_count_for_the_sore_side() {
    let on = |side: &str, tested: &str| {
        let side = format!("q-side {side}");
        let test = format!("t-bridge {tested} pain 5 r-sit-bone");
        !Facts::of(&[&side, &test]).met().is_empty()
    };
    for side in ["left", "both-left-worse"] {
        assert!(on(side, "left") && !on(side, "right"), "{side}");
    }
    for side in ["right", "both-right-worse"] {
        assert!(on(side, "right") && !on(side, "left"), "{side}");
    }
    assert!(on("both-same", "left") && on("both-same", "right"), "the worse side");
    assert!(Facts::of(&["t-bridge right pain 5 r-sit-bone"]).met().is_empty(), "no side is known");
}

#[test]
fn p_38_needs_the_second() {
    let untimed = ["q-side right", "t-stance right pain 5 r-outer-hip"];
    assert!(Facts::of(&untimed).met().is_empty());
}

#[test]
fn the_reason_has_the_runners_own_inputs() {
    let input = |lines: &[&str]| Facts::of(lines).known_inputs();
    let said = |question, answer: &[&str]| Input::Said {
        question,
        answer: answer.iter().map(|one| (*one).to_owned()).collect(),
    };
    assert_eq!(input(&["q-aggravators a-fast a-lie-side"])[0], said("q-aggravators", &["a-lie-side"]));
    assert_eq!(input(&["q-sex female", "q-age 41"]), [said("q-sex", &["female"]), said("q-age", &["41"])]);
    assert_eq!(
        input(&["q-side right", "t-faber right pain 4 r-sacrum r-outer-hip"]),
        [said("t-faber", &["r-outer-hip", "4"])]
    );
    assert_eq!(input(&["q-side right", "t-thomas right below 125"]), [said("t-thomas", &["12.5"])]);
    let uneven = ["q-side right", "t-hip-ir-seated right target 300", "t-hip-ir-seated left target 450"];
    assert_eq!(input(&uneven), [said("t-hip-ir-seated", &["30", "45"])]);
}

impl Facts {
    fn known_inputs(&self) -> Vec<Input> {
        met(self.known()).into_iter().flat_map(|one| one.reason.inputs).collect()
    }
}

/// The rows of the page: id, points, sentence, sources.
fn page() -> Vec<(String, Vec<u8>, String, Vec<String>)> {
    let rows = include_str!("../../../../docs/rules.md")
        .lines()
        .filter(|line| line.starts_with("| `p-") && line.matches(" | ").count() == 9);
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let points = cells[2..8].iter().map(|cell| cell.parse().unwrap()).collect();
        let sources = cells[9].split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (cells[0].trim_matches('`').to_owned(), points, cells[8].to_owned(), sources)
    })
    .collect()
}

#[test]
fn points_sentence_and_sources_are_those_of_the_page() {
    let page = page();
    assert_eq!(page.len(), 47);
    for ((id, meets, _), (of_page, points, sentence, sources)) in ROWS.iter().zip(page) {
        assert_eq!(*id, of_page);
        let met = met(Facts::of(meets).known());
        assert_eq!(met[0].points.to_vec(), points, "{id}");
        let keys: Vec<&str> = met[0].reason.sources.iter().map(|key| key.0).collect();
        assert_eq!(keys, sources, "{id}");
        assert_eq!(built(Lang::En).of_id(&format!("rule.{id}")), sentence, "{id}");
    }
    let columns = SCORED.map(Pattern::id);
    assert_eq!(columns, ["lateral-hip", "front-hip", "groin", "hip-flexor", "deep-buttock", "stiff-hip"]);
}

#[test]
fn every_input_of_a_test_has_words() {
    for (_, meets, _) in ROWS {
        for input in Facts::of(meets).known_inputs() {
            let Input::Said { question, answer } = input else { panic!("{input:?}") };
            for lang in Lang::ALL {
                assert!(!built(lang).of_id(&format!("question.{question}.short")).is_empty(), "{question}");
                let places = answer.iter().filter(|_| question.starts_with("t-")).filter(|one| one.starts_with("r-"));
                for place in places {
                    assert!(
                        !built(lang).of_id(&format!("question.{question}.{place}")).is_empty(),
                        "{question} {place}"
                    );
                }
            }
        }
    }
}
