//! Section 2: each question with its block, type, options and what it raises, read from the row's words.

use super::sample::{answers, harmless, stored};
use crate::journal::Answer;
use crate::program::screening::*;

/// Id, type, options, "raises": the columns of the dossier.
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("s-bear-weight", "yesno", "", "yes or not sure: f-cannot-bear-weight"),
    ("s-deformity", "yesno", "", "yes or not sure: f-deformity"),
    ("s-saddle", "many", "saddle-numb urine bowel sexual both-legs none", "any but none: f-cauda-equina"),
    ("s-fever", "yesno", "", "yes or not sure: f-hot-joint"),
    ("s-chest", "yesno", "", "yes or not sure: f-chest"),
    ("s-leg-cold", "yesno", "", "yes or not sure: f-cold-leg"),
    ("s-testicle", "one", "yes no not-sure does-not-apply", "yes or not-sure: f-testicle"),
    ("s-belly", "yesno", "", "yes or not sure: f-acute-abdomen"),
    ("s-calf", "yesno", "", "yes or not sure: f-leg-clot"),
    ("s-trauma", "yesno", "", "yes or not sure: f-trauma"),
    ("s-pop", "yesno", "", "yes or not sure: f-pop"),
    ("s-foot-drop", "yesno", "", "yes or not sure: f-progressive-weakness"),
    ("s-locked-now", "yesno", "", "yes or not sure: f-locked-now"),
    ("s-urine-blood", "yesno", "", "yes or not sure: f-urinary"),
    (
        "s-place",
        "many",
        "deep-groin front-thigh pubic deep-buttock-sacrum outer sit-bone inner-muscle other",
        "see table 3",
    ),
    ("s-run-pain", "one", "eases same grows after stopped none not-running", "see table 3"),
    ("s-walk-pain", "one", "no mild more", "see table 3"),
    ("s-rest-pain", "one", "no on-side some constant", "see table 3; constant: f-constant-pain"),
    ("s-limp", "one", "normal first-steps limp", "see table 3; limp: f-limp"),
    ("s-course", "one", "same changed new not-sure", "see table 3"),
    ("s-load-jump", "yesno", "", "see table 3"),
    (
        "s-bsi",
        "one",
        "never old recent-other recent-hip-cleared recent-hip-open",
        "recent-hip-open: f-bsi-open; recent-hip-cleared: f-bsi-cleared",
    ),
    ("s-energy", "many", "periods weight eating eating-past bone hormone none", "see table 3; see table 4"),
    ("s-age", "number", "", "under 18: f-under-18; 65 or over: f-age-65"),
    ("s-cancer", "yesno", "", "see table 4"),
    ("s-unwell", "yesno", "", "yes or not sure: f-unwell"),
    ("s-blood-supply", "many", "steroid alcohol sickle lupus bends treatment none", "see table 4"),
    (
        "s-surgery",
        "one",
        "none old-hip recent replacement",
        "replacement: f-hip-replacement; recent: f-recent-surgery; old-hip: f-old-hip-surgery",
    ),
    ("s-injection", "yesno", "", "yes or not sure: f-recent-injection"),
    (
        "s-pregnancy",
        "one",
        "no pregnant birth-12w birth-year-ok birth-year-symptoms",
        "pregnant: f-pregnant; birth-12w or birth-year-symptoms: f-postpartum",
    ),
    ("s-heart", "one", "none stable inactive symptoms", "stable: f-heart-stable; inactive or symptoms: f-heart"),
    ("s-locking", "one", "no click catch lock", "catch: f-catching; lock: f-giving-way"),
    ("s-numb", "one", "no thigh-patch below-knee", "thigh-patch: f-thigh-patch; see table 4"),
    ("s-lump", "one", "no cough lump", "cough: f-cough-pain; lump: f-groin-lump"),
    ("s-inflammatory", "many", "stiff-60 late-night swollen skin-eye-bowel none", "see table 4"),
    (
        "s-medicine",
        "many",
        "thinner clot quinolone none",
        "thinner: f-bleeding; clot: f-recent-clot; quinolone: f-quinolone",
    ),
    ("s-skin", "yesno", "", "yes or not sure: f-skin"),
    ("s-lax", "yesno", "", "yes or not sure: f-lax-hip"),
    ("s-told-no", "one", "no run all not-sure", "run: f-told-no-run; all or not-sure: f-told-no"),
    ("s-worse", "yesno", "", "see table 3; see table 4"),
    ("s-rest-now", "nprs", "", "7 or more: f-high-rest-pain"),
    ("s-floor", "yesno", "", "no or not sure: f-no-floor"),
    (
        "s-pool",
        "many",
        "wound seizure bowel chlorine no-swim none",
        "wound, seizure, bowel or chlorine: f-no-pool; no-swim: f-no-deep-water",
    ),
];

#[test]
fn each_question_is_its_row() {
    assert_eq!(ROWS.len(), QUESTION_COUNT);
    for ((id, kind, options, _), question) in ROWS.iter().zip(QUESTIONS) {
        assert_eq!(question.id(), *id);
        assert_eq!(Question::parse(id), Some(question));
        let (expected, options) = match *kind {
            "yesno" => (Kind::YesNo, "yes no not-sure"),
            "one" => (Kind::One, *options),
            "many" => (Kind::Many, *options),
            "nprs" => (Kind::Nprs, "0 1 2 3 4 5 6 7 8 9 10"),
            _ => (Kind::Number { min: 10, max: 100 }, ""),
        };
        assert_eq!(question.kind(), expected, "{id}");
        assert_eq!(question.options().join(" "), options, "{id}");
    }
}

#[test]
fn the_blocks_have_their_questions() {
    let of = |block| Question::of_block(block).map(Question::id).collect::<Vec<_>>();
    assert_eq!(of(Block::A).len(), 8);
    assert_eq!(of(Block::B).len(), 6);
    assert_eq!(of(Block::C).len(), 9);
    assert_eq!(of(Block::D).len(), 20);
    assert_eq!((of(Block::A)[0], of(Block::B)[0]), ("s-bear-weight", "s-calf"));
    assert_eq!((of(Block::C)[0], of(Block::D)[0]), ("s-place", "s-age"));
}

/// The answers of a question that raise a flag by the words of the column.
fn raising(question: Question, words: &str) -> Vec<String> {
    let options = question.options().iter().map(|option| (*option).to_owned());
    match words {
        "yes or not sure" => vec!["yes".into(), "not-sure".into()],
        "no or not sure" => vec!["no".into(), "not-sure".into()],
        "any but none" => options.filter(|option| option != "none").collect(),
        "under 18" => (10..18).map(|age| age.to_string()).collect(),
        "65 or over" => (65..=100).map(|age| age.to_string()).collect(),
        "7 or more" => (7..=10).map(|score| score.to_string()).collect(),
        words => words.replace(" or ", " ").replace(',', " ").split_whitespace().map(str::to_owned).collect(),
    }
}

/// Every possible answer of one option, or one number.
fn single_answers(question: Question) -> Vec<String> {
    match question.kind() {
        Kind::Number { min, max } => (min..=max).map(|number| number.to_string()).collect(),
        _ => question.options().iter().map(|option| (*option).to_owned()).collect(),
    }
}

#[test]
fn each_answer_raises_what_its_row_says_and_nothing_else_by_itself() {
    for (id, _, _, raises) in ROWS {
        let question = Question::parse(id).unwrap();
        let rules: Vec<(&str, Flag)> = raises
            .split("; ")
            .filter(|part| !part.starts_with("see table"))
            .map(|part| {
                let (words, flag) = part.split_once(": ").unwrap();
                (words, Flag::parse(flag).unwrap())
            })
            .collect();
        for given in single_answers(question) {
            let mut all = answers(&[]);
            all.set(question, &stored(question, &given)).unwrap();
            let raised = raised(&all);
            for (words, flag) in &rules {
                let expected = raising(question, words).contains(&given);
                assert_eq!(raised.contains(*flag), expected, "{id} {given} {flag:?}");
            }
            if !raises.contains("see table") {
                let known = raised.iter().all(|flag| rules.iter().any(|(_, one)| *one == flag));
                assert!(known, "{id} {given} raises more");
            }
        }
    }
}

#[test]
fn the_rule_of_a_single_answer_is_its_flag() {
    let outcome = super::sample::outcome(&["s-medicine quinolone thinner"]);
    let reason = &outcome.flag(Flag::Quinolone).unwrap().reason;
    assert_eq!(reason.rule.0, "f-quinolone");
    let said = crate::program::reason::Input::Said { question: "s-medicine", answer: vec!["quinolone".into()] };
    assert_eq!(reason.inputs, [said]);
}

#[test]
fn harmless_answers_raise_nothing() {
    let outcome = super::sample::outcome(&[]);
    assert_eq!(outcome.level, ActionLevel::None);
    assert!(outcome.raised.is_empty() && outcome.constraints.is_empty());
}

#[test]
fn an_answer_that_does_not_fit_is_not_taken() {
    let text = |text: &str| Answer::Text(text.into());
    let list = |list: &[&str]| Answer::List(list.iter().map(|one| (*one).to_owned()).collect());
    let bad = [
        (Question::Limp, text("Limp")),
        (Question::Limp, text("")),
        (Question::Limp, list(&["limp"])),
        (Question::Limp, Answer::Number(1)),
        (Question::Limp, Answer::Skipped),
        (Question::Fever, text("maybe")),
        (Question::Saddle, text("none")),
        (Question::Saddle, list(&[])),
        (Question::Saddle, list(&["none", "urine"])),
        (Question::Saddle, list(&["urine", "urine"])),
        (Question::Saddle, list(&["urine", "moon"])),
        (Question::Age, Answer::Number(9)),
        (Question::Age, Answer::Number(101)),
        (Question::Age, Answer::Number(-40)),
        (Question::Age, Answer::Number(i64::MAX)),
        (Question::Age, text("40")),
        (Question::RestNow, Answer::Number(11)),
        (Question::RestNow, Answer::Number(-1)),
        (Question::RestNow, Answer::Number(263)),
        (Question::RestNow, text("3")),
    ];
    for (question, answer) in bad {
        let mut answers = Answers::new();
        assert_eq!(answers.set(question, &answer), Err(BadAnswer), "{question:?} {answer:?}");
        assert!(!answers.has(question));
    }
}

#[test]
fn an_answer_reads_what_it_writes() {
    for question in QUESTIONS {
        let words = harmless(question);
        let mut answers = Answers::new();
        answers.set(question, &stored(question, words)).unwrap();
        assert_eq!(answers.answer(question), Some(stored(question, words)), "{question:?}");
        assert_eq!(answers.ids(question), [words]);
        answers.clear(question);
        assert_eq!(answers, Answers::new());
    }
}
