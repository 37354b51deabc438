//! What is asked next, what is done and open, and that it can be left and taken up again anywhere.

use proptest::prelude::*;

use super::sample::{Diary, day, plain, stored};
use crate::journal::{Answer, Body, Context, Moment};
use crate::program::evaluation::*;

fn asked() -> Vec<Question> {
    Evaluation::questions().collect()
}

#[test]
fn every_question_is_asked_in_its_order_but_the_age() {
    let all = asked();
    assert_eq!(all.len(), QUESTION_COUNT - 1);
    assert!(!all.contains(&Question::Age));
    let mut diary = Diary::screened();
    for question in &all {
        let state = diary.state();
        assert_eq!(state.next(), Some(*question));
        for body in state.answer(*question, &stored(*question, plain(*question)), day(0)).unwrap() {
            diary.write(body);
        }
    }
    assert_eq!(diary.state().next(), None);
    assert_eq!(diary.state().stage(), Stage::Done);
}

#[test]
fn it_begins_and_ends_with_an_entry() {
    let diary = Diary::evaluated(&[]);
    let bodies: Vec<&Body> = diary.journal.raw().map(|entry| &entry.body).skip(4).collect();
    assert!(matches!(bodies[0], Body::Begin { moment: Moment::Evaluation, .. }));
    assert!(matches!(bodies[bodies.len() - 1], Body::Finish { moment: Moment::Evaluation }));
    assert_eq!(bodies.len(), asked().len() + 2);
    let answers = bodies.iter().filter(|body| matches!(body, Body::Answer { ctx: Context::DayZero, .. }));
    assert_eq!(answers.count(), asked().len());
}

#[test]
fn it_goes_through_new_open_enough_done() {
    let mut diary = Diary::screened();
    assert_eq!(diary.state().stage(), Stage::New);
    assert!(diary.state().finish().is_empty());
    diary.say(Context::DayZero, "q-sex male");
    assert_eq!(diary.state().stage(), Stage::Open);
    for question in asked().into_iter().filter(|question| question.is_required() && *question != Question::Sex) {
        assert_eq!(diary.state().ended(), None);
        diary.say(Context::DayZero, &format!("{} {}", question.id(), plain(question)));
    }
    assert_eq!(diary.state().stage(), Stage::Enough);
    assert_eq!(diary.state().ended().map(|ended| ended.day), Some(day(0)));
    assert_eq!(diary.state().finish(), [Body::Finish { moment: Moment::Evaluation }]);
    diary.evaluate(&[]);
    assert_eq!(diary.state().stage(), Stage::Done);
    assert!(diary.state().finish().is_empty());
}

#[test]
fn what_the_plan_asked_before_is_not_asked_again() {
    let mut diary = Diary::screened();
    diary.say(Context::Plan, "q-side left");
    diary.say(Context::Plan, "q-days 4");
    let state = diary.state();
    assert_eq!(state.stage(), Stage::New, "the plan's card is not the evaluation");
    assert!(!state.waits(Question::Side) && !state.waits(Question::Days) && state.waits(Question::Minutes));
    assert_eq!(state.given(Question::Side), Some(Answer::Text("left".into())));
}

#[test]
fn pain_scores_of_sessions_and_mornings_are_no_answers_here() {
    for ctx in [Context::Before, Context::Today, Context::Morning, Context::AfterSixty] {
        let mut diary = Diary::screened();
        diary.say(ctx, "q-nprs-now 6");
        assert!(diary.state().waits(Question::NprsNow), "{ctx:?}");
    }
    let mut diary = Diary::evaluated(&[]);
    diary.on(3).say(Context::Before, "q-nprs-now 9");
    assert_eq!(diary.state().answers().number(Question::NprsNow), Some(1));
    diary.say(Context::CheckIn, "q-nprs-now 2");
    assert_eq!(diary.state().answers().number(Question::NprsNow), Some(2));
}

#[test]
fn the_blocks_say_what_is_done_and_open() {
    let mut diary = Diary::screened();
    let open = |diary: &Diary| diary.state().blocks().map(|block| (block.settled, block.of, block.required_open));
    assert_eq!(open(&diary), [(0, 5, 2), (0, 15, 10), (0, 16, 8), (0, 5, 4)]);
    diary.say(Context::DayZero, "q-goal 10k");
    diary.say(Context::DayZero, "q-goal-date skip");
    assert_eq!(open(&diary)[0], (2, 5, 1));
    assert_eq!(diary.state().enter(Block::About), Some(Question::Sex));
    assert_eq!(diary.state().enter(Block::Running), Some(Question::RunStatus));
    diary.evaluate(&[]);
    assert_eq!(open(&diary), [(5, 5, 0), (15, 15, 0), (16, 16, 0), (5, 5, 0)]);
    assert_eq!(diary.state().enter(Block::Pain), Some(Question::Side), "to look at it again");
}

#[test]
fn a_place_says_where_it_stands() {
    let mut diary = Diary::screened();
    let place = diary.state().place(Question::Sex).unwrap();
    assert_eq!((place.block, place.at, place.of, place.can_go_back), (Block::About, 1, 5, false));
    assert!(place.progress.abs() < f32::EPSILON);
    diary.say(Context::DayZero, "q-sex female");
    let place = diary.state().place(Question::Side).unwrap();
    assert_eq!((place.block, place.at, place.of, place.can_go_back), (Block::Pain, 1, 15, true));
    assert!((place.progress - 1.0 / 41.0).abs() < 1e-6);
    assert_eq!(diary.state().place(Question::Age), None);
    assert_eq!(Evaluation::before(Question::Sex), None);
    assert_eq!(Evaluation::before(Question::Side), Some(Question::Confidence));
    assert_eq!(Evaluation::after(Question::Confidence), Some(Question::Side));
    assert_eq!(Evaluation::after(Question::Pool), None);
}

#[test]
fn an_answer_that_does_not_fit_appends_nothing() {
    let diary = Diary::screened();
    let bad = |question, answer| diary.state().answer(question, &answer, day(0)).unwrap_err();
    assert_eq!(bad(Question::Age, Answer::Number(40)), BadAnswer::DoesNotFit, "the safety screen asks it");
    assert_eq!(bad(Question::Sex, Answer::Skipped), BadAnswer::DoesNotFit);
    let mut diary = diary.clone();
    diary.say(Context::DayZero, "q-nprs-now 5");
    let worst = diary.state().answer(Question::NprsWorst, &Answer::Number(4), day(0));
    assert_eq!(worst, Err(BadAnswer::Contradicts(Question::NprsNow)));
}

#[test]
fn an_answer_that_no_longer_holds_is_asked_again() {
    let mut diary = Diary::evaluated(&[]);
    diary.say(Context::DayZero, "q-nprs-now 8");
    let state = diary.state();
    assert_eq!(state.next(), Some(Question::NprsWorst));
    assert_eq!(state.ended().map(|ended| ended.day), Some(day(0)), "it stays ended");
    assert!(state.point().is_some(), "and what it came to stays");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn it_can_be_answered_in_any_order(order in Just(asked()).prop_shuffle()) {
        let mut diary = Diary::screened();
        for question in order {
            let given = diary.state().answer(question, &stored(question, plain(question)), day(0)).unwrap();
            for body in given {
                diary.write(body);
            }
        }
        let state = diary.state();
        prop_assert_eq!(state.stage(), Stage::Done);
        let straight = Diary::evaluated(&[]).state();
        prop_assert_eq!(state.answers(), straight.answers());
        prop_assert_eq!(&state.point().unwrap().answers, &straight.point().unwrap().answers);
    }
}
