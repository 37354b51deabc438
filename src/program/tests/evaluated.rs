//! The program before and after the evaluation: the first plan until then, contradictions, edits between.

use super::person::Person;
use crate::journal::{Answer, Body, Context, Method, Moment, TestEntry, TestSide};
use crate::library::Pattern;
use crate::program::evaluation::Stage;
use crate::program::plan::Bearing;
use crate::program::screening::{ActionLevel, Due, Gate, Question};
use crate::units::{PainScore, Seconds};

fn say(person: &mut Person, q: &str, a: Answer) {
    person.write(Body::Answer { q: q.to_owned(), a, ctx: Context::DayZero });
}

fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

const OUTER: [&str; 2] = ["q-region-main r-outer-hip", "q-aggravators a-lie-side a-one-leg"];

#[test]
fn the_first_plan_holds_until_all_required_answers_are_there() {
    let whole = Person::new(&[], &OUTER);
    assert_eq!(whole.program().bearing.pattern, Pattern::LateralHip);
    // The same runner, who left at the last required question.
    let mut left = whole.clone();
    let last = whole.journal.raw().rev().find(|entry| matches!(&entry.body, Body::Answer { q, .. } if q == "q-pool"));
    left.write(Body::Delete { of: last.unwrap().id });
    let program = left.program();
    assert_eq!((program.evaluation.stage(), program.bearing.clone()), (Stage::Open, Bearing::first_plan()));
    assert!(program.decided.is_none());
    left.evaluate(&[]);
    assert_eq!(left.program().bearing.pattern, Pattern::LateralHip);
}

#[test]
fn between_two_points_the_plan_does_not_jump() {
    let mut person = Person::new(&["s-age 52"], &OUTER);
    let before = person.program();
    let stiff = Body::Answer { q: "q-stiff".into(), a: text("m1-30"), ctx: Context::CheckIn };
    person.write(stiff);
    assert_eq!(person.program().decided, before.decided);
    // The runner edits an answer: all that is known counts.
    say(&mut person, "q-regions-other", Answer::List(vec!["r-knee".into()]));
    let after = person.program().decided.unwrap();
    assert_eq!(after.score(Pattern::StiffHip), before.decided.unwrap().score(Pattern::StiffHip).map(|score| score + 2));
}

#[test]
fn s_course_counts_as_not_sure_while_q_duration_contradicts_it() {
    // Two weak signs that need a change of the pain to shut the program (CA1).
    let mut person = Person::new(&["s-course same", "s-cancer yes"], &["q-duration y1"]);
    assert_eq!(person.program().screening.outcome.level, ActionLevel::Caution);

    say(&mut person, "q-duration", text("w2-6"));
    let screening = person.program().screening;
    assert_eq!(screening.outcome.level, ActionLevel::ClinicianFirst, "the flags are worked out again");
    assert_eq!(
        screening.gate,
        Gate::Due(Due::Questions(vec![Question::Course]), crate::program::reason::RuleId("q-duration")),
        "first both are asked again"
    );
    assert!(person.program().evaluation.waits(crate::program::evaluation::Question::Duration));

    // The runner keeps to both: it stays not sure.
    let mut kept = person.clone();
    kept.answer_safety(&["s-course same"]);
    say(&mut kept, "q-duration", text("w2-6"));
    assert_eq!(kept.program().screening.gate, Gate::Stopped(ActionLevel::ClinicianFirst));

    // A clinician knows of it and agrees: what stands by the contradiction can be ticked.
    kept.seen(&["f-cancer-history"]);
    assert_eq!(kept.program().screening.gate, Gate::Open);

    // It began lately: the answers agree, and the flag stands by itself.
    let mut new = person.clone();
    new.answer_safety(&["s-course new"]);
    assert_eq!(new.program().screening.gate, Gate::Stopped(ActionLevel::ClinicianFirst));
    assert!(new.program().evaluation.contradiction().is_none());

    // It is old after all: everything is as before.
    person.answer_safety(&["s-course same"]);
    say(&mut person, "q-duration", text("y1"));
    assert_eq!(person.program().screening.gate, Gate::Open);
}

#[test]
fn what_the_history_opens_shuts_until_it_is_answered() {
    for (history, question, rule) in [
        ("q-stiff m60plus", Question::Inflammatory, "q-stiff"),
        ("q-aggravators a-cough", Question::Lump, "q-aggravators"),
        ("q-previous bone-stress", Question::Bsi, "q-previous"),
    ] {
        let mut person = Person::new(&[], &[history]);
        let due = Gate::Due(Due::Questions(vec![question]), crate::program::reason::RuleId(rule));
        assert_eq!(person.program().screening.gate, due, "{history}");
        person.answer_safety(&[]);
        assert_eq!(person.program().screening.gate, Gate::Open, "{history}");
    }
}

/// One side of a self-test with pain somewhere.
fn tested(test: &str, side: TestSide, tries: &[i32], pain: u8, region: &str) -> Body {
    Body::Test(TestEntry {
        test: test.into(),
        side,
        tries: tries.into(),
        choice: None,
        pain: PainScore::new(pain),
        regions: vec![region.into()],
        onset: Some(Seconds(12)),
        pace: None,
        method: Method::Timer,
        why: None,
    })
}

#[test]
fn p_38_and_p_43_self_tests_count_once_the_core_set_is_done() {
    let mut person = Person::new(&[], &["q-side left", OUTER[0], OUTER[1]]);
    let score = |person: &Person, pattern| person.program().decided.unwrap().score(pattern).unwrap();
    let before = (score(&person, Pattern::LateralHip), score(&person, Pattern::Groin));
    person.write(tested("t-stance", TestSide::Left, &[300], 2, "r-outer-hip"));
    person.write(tested("t-squeeze", TestSide::Both, &[40], 4, "r-pubic"));
    person.write(tested("t-stance", TestSide::Right, &[300], 9, "r-outer-hip"));
    assert_eq!((score(&person, Pattern::LateralHip), score(&person, Pattern::Groin)), before, "not before the point");
    person.write(Body::Finish { moment: Moment::Tests });
    assert_eq!((score(&person, Pattern::LateralHip), score(&person, Pattern::Groin)), (before.0 + 3, before.1 + 3));
    // A later test waits for the next point.
    person.write(tested("t-hip-flexion", TestSide::Left, &[50], 5, "r-groin-crease"));
    let flexor = score(&person, Pattern::HipFlexor);
    person.write(Body::Finish { moment: Moment::ReTest });
    assert_eq!(score(&person, Pattern::HipFlexor), flexor + 3);
}
