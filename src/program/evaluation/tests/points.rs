//! Evaluation points: when pattern and irritability are worked out anew, and that they stay between.

use super::sample::{Diary, day};
use crate::journal::{Answer, Body, Context, EntryId, Moment};
use crate::program::evaluation::*;
use crate::program::plan::Irritability;

fn stiff(diary: &Diary) -> Vec<String> {
    diary.state().point().unwrap().answers.ids(Question::Stiff)
}

fn irritability(diary: &Diary) -> Irritability {
    diary.state().irritability().unwrap().0
}

#[test]
fn there_is_none_before_the_required_answers() {
    let mut diary = Diary::screened();
    diary.finish(Moment::Tests);
    assert!(diary.state().point().is_none() && diary.state().irritability().is_none());
    diary.say(Context::DayZero, "q-region-main r-outer-hip");
    assert!(diary.state().point().is_none());
}

#[test]
fn the_end_of_the_evaluation_is_one() {
    let diary = Diary::evaluated(&[]);
    let state = diary.state();
    let point = state.point().unwrap();
    assert_eq!((point.day, point.answers.age()), (day(0), Some(40)));
    assert_eq!(point.answers, *state.answers());
}

#[test]
fn without_an_age_there_is_none() {
    let mut diary = Diary::default();
    diary.evaluate(&[]);
    assert!(diary.state().point().is_none());
    diary.safety(&["s-age 50", "s-rest-pain no"]);
    assert_eq!(diary.state().point().unwrap().answers.age(), Some(50));
}

#[test]
fn a_check_in_moves_the_irritability_and_not_the_pattern() {
    let mut diary = Diary::evaluated(&["q-settle minutes"]);
    assert_eq!(irritability(&diary), Irritability::Low);
    diary.on(7).say(Context::CheckIn, "q-stiff m1-30");
    diary.say(Context::CheckIn, "q-nprs-worst 8");
    assert_eq!(irritability(&diary), Irritability::Low, "not before the check-in is over");
    diary.finish(Moment::CheckIn);
    assert_eq!(irritability(&diary), Irritability::High);
    assert_eq!(stiff(&diary), ["none"]);
}

#[test]
fn the_tests_and_the_re_test_are_points() {
    for moment in [Moment::Tests, Moment::ReTest] {
        let mut diary = Diary::evaluated(&[]);
        diary.on(5).say(Context::CheckIn, "q-stiff m1-30");
        let at = diary.finish(moment);
        assert_eq!(stiff(&diary), ["m1-30"]);
        assert_eq!(diary.state().point().map(|point| (point.at, point.day)), Some((at, day(5))));
    }
    for moment in [Moment::Screen, Moment::Short, Moment::Ask, Moment::CheckIn] {
        let mut diary = Diary::evaluated(&[]);
        diary.on(5).say(Context::CheckIn, "q-stiff m1-30");
        diary.finish(moment);
        assert_eq!(stiff(&diary), ["none"], "{moment:?}");
    }
}

#[test]
fn an_end_that_was_deleted_is_none() {
    let mut diary = Diary::evaluated(&[]);
    diary.on(5).say(Context::CheckIn, "q-stiff m1-30");
    let of = diary.finish(Moment::Tests);
    diary.write(Body::Delete { of });
    assert_eq!(stiff(&diary), ["none"]);
}

#[test]
fn an_answer_given_anew_is_a_point() {
    let mut diary = Diary::evaluated(&[]);
    diary.on(2).say(Context::Plan, "q-days 5");
    assert_eq!(diary.state().point().unwrap().day, day(0), "a setting of the plan is no answer about the hip");
    diary.on(3).say(Context::Plan, "q-side left");
    assert_eq!(diary.state().point().unwrap().day, day(3), "the side decides which tests count");
    diary.on(4).say(Context::DayZero, "q-stiff m31-60");
    assert_eq!((stiff(&diary), diary.state().point().unwrap().day), (vec!["m31-60".to_owned()], day(4)));
}

#[test]
fn an_edit_in_the_history_is_a_point() {
    let mut diary = Diary::evaluated(&[]);
    let of = entry_of(&diary, "q-stiff");
    let a = Answer::Text("m1-30".into());
    let body = Body::Answer { q: "q-stiff".into(), a, ctx: Context::DayZero };
    diary.on(9).write(Body::Edit { of, body: Box::new(body) });
    assert_eq!((stiff(&diary), diary.state().point().unwrap().day), (vec!["m1-30".to_owned()], day(9)));
}

#[test]
fn without_a_required_answer_the_first_plan_holds_again() {
    let mut diary = Diary::evaluated(&[]);
    let of = entry_of(&diary, "q-stiff");
    diary.on(9).write(Body::Delete { of });
    let state = diary.state();
    assert_eq!(state.next(), Some(Question::Stiff));
    assert!(state.point().is_none(), "a deleted answer counts as never given");
}

fn entry_of(diary: &Diary, question: &str) -> EntryId {
    let is_it = |body: &Body| matches!(body, Body::Answer { q, .. } if q == question);
    diary.journal.raw().find(|entry| is_it(&entry.body)).unwrap().id
}

#[test]
fn a_birthday_counts_from_the_next_point() {
    let mut diary = Diary::screened();
    diary.safety(&["s-age 44"]);
    diary.evaluate(&[]);
    diary.on(28).safety(&["s-age 45"]);
    assert_eq!(diary.state().point().unwrap().answers.age(), Some(44));
    diary.finish(Moment::ReTest);
    assert_eq!(diary.state().point().unwrap().answers.age(), Some(45));
}
