//! What answers of the history ask of the safety screen (`evaluation.md` sections 1.2, 1.4, 1.5).

use super::sample::Diary;
use crate::journal::{Answer, Body, Context, EntryId};
use crate::program::screening::{self, Due};

fn opened(diary: &Diary) -> Vec<(&'static str, EntryId, &'static str)> {
    let one = |demand: screening::Demand| {
        let Due::Questions(questions) = &demand.due else { panic!("{demand:?}") };
        (demand.rule.0, demand.since, questions[0].id())
    };
    diary.state().demands().into_iter().map(one).collect()
}

#[test]
fn each_opener_opens_its_question() {
    for (line, rule, opens) in [
        ("q-stiff m60plus", "q-stiff", "s-inflammatory"),
        ("q-aggravators a-cough a-fast", "q-aggravators", "s-lump"),
        ("q-previous knee bone-stress", "q-previous", "s-bsi"),
    ] {
        let mut diary = Diary::screened();
        let since = diary.say(Context::DayZero, line);
        assert_eq!(opened(&diary), [(rule, since, opens)]);
        // Each time that it is said.
        let again = diary.on(7).say(Context::CheckIn, line);
        assert_eq!(opened(&diary), [(rule, again, opens)]);
    }
}

#[test]
fn other_answers_open_nothing_and_take_it_back() {
    let mut diary = Diary::evaluated(&["q-stiff m31-60", "q-aggravators a-fast", "q-previous knee"]);
    assert!(opened(&diary).is_empty());
    diary.say(Context::DayZero, "q-stiff m60plus");
    diary.say(Context::DayZero, "q-stiff m1-30");
    assert!(opened(&diary).is_empty());
}

#[test]
fn an_edit_opens_from_when_it_was_made() {
    let mut diary = Diary::screened();
    let of = diary.say(Context::DayZero, "q-stiff none");
    diary.safety(&["s-inflammatory none"]);
    let body = Body::Answer { q: "q-stiff".into(), a: Answer::Text("m60plus".into()), ctx: Context::DayZero };
    let edit = diary.on(3).write(Body::Edit { of, body: Box::new(body) });
    assert_eq!(opened(&diary), [("q-stiff", edit, "s-inflammatory")]);
}

/// `q-duration` and `s-course`, and whether they contradict each other.
const PAIRS: &[(&str, &str, bool)] = &[
    ("w0-2", "same", true),
    ("w2-6", "same", true),
    ("w6-12", "same", true),
    ("w0-2", "changed", true),
    ("w2-6", "changed", true),
    ("w6-12", "changed", true),
    ("w0-2", "new", false),
    ("w6-12", "new", false),
    ("m3-6", "same", false),
    ("m6-12", "changed", false),
    ("y1", "same", false),
    ("m3-6", "new", true),
    ("m6-12", "new", true),
    ("y1", "new", true),
    ("w0-2", "not-sure", false),
    ("y1", "not-sure", false),
];

#[test]
fn q_duration_may_contradict_s_course() {
    for (duration, course, differs) in PAIRS {
        let (course, duration) = (format!("s-course {course}"), format!("q-duration {duration}"));
        let mut diary = Diary::default();
        diary.safety(&[&course]);
        diary.say(Context::DayZero, &duration);
        assert_eq!(diary.state().contradiction().is_some(), *differs, "{course} {duration}");
    }
}

#[test]
fn both_are_asked_again_once() {
    let mut diary = Diary::evaluated(&[]);
    diary.say(Context::DayZero, "q-duration w0-2");
    let state = diary.state();
    let since = state.contradiction().expect("`s-course` is `same`").since;
    assert_eq!(opened(&diary), [("q-duration", since, "s-course")]);
    assert_eq!(state.next(), Some(crate::program::evaluation::Question::Duration));
    // The runner keeps to both: nothing is asked any more, and they still differ.
    diary.safety(&["s-course same"]);
    diary.say(Context::DayZero, "q-duration w0-2");
    let state = diary.state();
    assert_eq!((state.contradiction().map(|it| it.since), state.next()), (Some(since), None));
    // A new answer ends it.
    diary.say(Context::DayZero, "q-duration m3-6");
    assert_eq!(diary.state().contradiction(), None);
    assert!(opened(&diary).is_empty());
}
