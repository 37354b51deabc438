//! The first day, from Welcome to a saved session; and what stands in its way.

use super::desk::{DAY, Desk, MINUTE};
use crate::app::{Effect, Event, PreviewState, PreviewView, Route, TodayMain, TodayView};
use crate::journal::{Answer, Body, EndedHow, HurtKind};
use crate::library::{Constraint, ExerciseId};
use crate::program::plan::SlotId;
use crate::program::screening::{ActionLevel, Due, Gate, Question, Step};
use crate::session::{self, Stage};
use crate::units::{Effort, PainScore};

#[test]
fn the_first_day_from_welcome_to_a_saved_session() {
    let mut desk = Desk::new();
    assert_eq!((desk.model.route, desk.address), (Route::Welcome, Route::Welcome));
    assert_eq!(desk.recorded, [], "nothing is kept before the runner starts");

    desk.send(Event::Start);
    assert_eq!(desk.model.route, Route::Safety);
    desk.answer_all(&[]);
    assert_eq!((desk.model.gate(), desk.model.route), (&Gate::Open, Route::Result));

    desk.go(Route::Today);
    let slot = desk.slot();
    let TodayMain::Session(session) = TodayView::of(&desk.model, desk.now).main else { panic!("a session") };
    assert_eq!(session.slot, slot);

    desk.go(Route::Session(slot));
    let state = |desk: &Desk| PreviewView::of(&desk.model, slot, desk.now).unwrap().state;
    assert_eq!(state(&desk), PreviewState::NeedsPain);
    desk.send(Event::SessionStarted(slot));
    assert_eq!((desk.model.route, desk.session()), (Route::Session(slot), None), "no start without a pain score");
    desk.rate(2);
    assert_eq!(state(&desk), PreviewState::Ready);

    desk.asked.clear();
    desk.send(Event::SessionStarted(slot));
    assert_eq!((desk.model.route, desk.ticking), (Route::Player(slot), true));
    let unlocked = desk.asked.iter().position(|effect| *effect == Effect::UnlockSound).unwrap();
    let sounded = desk.asked.iter().position(|effect| matches!(effect, Effect::Sound(_)));
    assert!(sounded.is_none_or(|sounded| unlocked < sounded), "sound is unlocked first");
    let of = desk.session();
    assert_eq!(desk.model.live.as_ref().map(|live| live.entry), Some(of));

    desk.pass(45 * MINUTE, true);
    assert_eq!((desk.model.route, desk.ticking, desk.live.is_some()), (Route::After(slot), false, false));
    let ended = desk.model.ended(slot).unwrap();
    assert_eq!((ended.how, Some(ended.entry), ended.done), (EndedHow::Done, of, ended.of));

    let (worst, effort) = (PainScore::new(2).unwrap(), Effort::new(5));
    desk.send(Event::AfterSaved { slot, worst, effort, note: " Felt good. ".into() });
    assert_eq!(desk.model.route, Route::Today);
    let after = Body::After { of: of.unwrap(), worst: Some(worst), effort, note: "Felt good.".into() };
    assert_eq!(desk.recorded.last(), Some(&after));
    assert!(matches!(TodayView::of(&desk.model, desk.now).main, TodayMain::Done(_)));

    let recorded = desk.recorded.len();
    desk.send(Event::AfterSaved { slot, worst, effort, note: String::new() });
    desk.go(Route::Session(slot)).rate(1).send(Event::SessionStarted(slot));
    assert_eq!(desk.recorded.len(), recorded + 1, "it is spoken of once, and done once");
}

#[test]
fn a_question_already_left_takes_no_second_answer() {
    let mut desk = Desk::new();
    desk.send(Event::Start);
    let first = Event::Answered { question: "s-bear-weight".into(), answer: Answer::Text("no".into()) };
    desk.send(first.clone());
    let (recorded, asked) = (desk.recorded.len(), desk.model.asked());
    desk.send(first);
    assert_eq!((desk.recorded.len(), desk.model.asked()), (recorded, asked));
}

#[test]
fn an_answer_that_is_none_does_nothing() {
    let mut desk = Desk::new();
    desk.send(Event::Start);
    let (model, kept) = (desk.model.clone(), desk.shelf.clone());
    let text = |text: &str| Answer::Text(text.into());
    for (question, answer) in [
        ("s-bear-weight", text("maybe")),
        ("s-bear-weight", Answer::Skipped),
        ("s-bear-weight", Answer::Number(1)),
        ("s-deformity", text("no")),
        ("s-nothing", text("no")),
        ("short-check", Answer::List(vec!["nothing".into()])),
        ("", text("no")),
    ] {
        desk.send(Event::Answered { question: question.into(), answer: answer.clone() });
        desk.send(Event::PlanAnswered { question: question.into(), answer });
    }
    desk.send(Event::ShortAnswered(vec!["limp".into()]));
    assert_eq!((desk.model, desk.shelf), (model, kept));
}

#[test]
fn the_way_back_goes_forward_again_through_what_was_answered() {
    let mut desk = Desk::new();
    desk.send(Event::Start).answer("no").answer("no").answer("none");
    let here = desk.model.asked();
    desk.send(Event::AnswerBack).send(Event::AnswerBack);
    let asked = desk.model.asked().unwrap();
    assert_eq!((asked.step, asked.given), (Step::Question(Question::Deformity), Some(Answer::Text("no".into()))));
    desk.answer("no").answer("none");
    assert_eq!(desk.model.asked(), here);
    for _ in 0..4 {
        desk.send(Event::AnswerBack);
    }
    assert_eq!(desk.model.route, Route::Check, "from the first question the way back leads out");
}

#[test]
fn a_closed_check_goes_on_where_it_was() {
    let mut desk = Desk::new();
    desk.send(Event::Start).answer("no").send(Event::CheckClosed);
    assert_eq!(desk.model.route, Route::Check);
    desk.send(Event::Start);
    assert_eq!(desk.model.asked().unwrap().step, Step::Question(Question::Deformity));
}

#[test]
fn an_emergency_stops_at_once_and_shuts_every_way_to_an_exercise() {
    let mut desk = Desk::new();
    desk.send(Event::Start).answer("no").answer("yes");
    assert_eq!((desk.model.gate(), desk.model.route), (&Gate::Stopped(ActionLevel::Emergency), Route::Result));
    let tried = SlotId::Try(ExerciseId::BridgeDouble);
    for route in [Route::Today, Route::Plan, Route::Session(tried), Route::Player(tried), Route::After(tried)] {
        desk.go(Route::More).go(route);
        assert_eq!((desk.model.route, desk.address), (Route::Result, Route::Result), "{route:?}");
    }
    let recorded = desk.recorded.len();
    desk.send(Event::SessionStarted(tried)).send(Event::Resumed).rate(0).send(Event::SessionStarted(tried));
    assert_eq!(desk.recorded.len(), recorded);
    assert_eq!(desk.go(Route::Progress).model.route, Route::Progress, "what was done stays readable");
}

#[test]
fn a_stop_rule_ends_the_session_and_asks_its_questions() {
    let mut desk = Desk::playing();
    let slot = desk.slot();
    desk.play(session::Event::ItHurts);
    desk.send(Event::Hurt { pain: PainScore::new(3).unwrap(), kind: HurtKind::Numb });
    assert_eq!((desk.model.route, desk.live.is_some()), (Route::After(slot), false));
    assert!(matches!(desk.recorded.as_slice(), [.., Body::Hurt { .. }, Body::SessionEnd { .. }]));
    let Gate::Due(Due::Questions(questions), rule) = desk.model.gate() else { panic!("{:?}", desk.model.gate()) };
    assert_eq!(rule.0, "stop-numb");
    assert_eq!(questions, &[Question::Saddle, Question::FootDrop, Question::Numb]);
    let worst = PainScore::new(3).unwrap();
    desk.send(Event::AfterSaved { slot, worst, effort: None, note: String::new() });
    assert_eq!(TodayView::of(&desk.model, desk.now).main, TodayMain::Due(Due::Questions(questions_of(&desk))));
    desk.send(Event::Start).answer_all(&[]);
    assert_eq!((desk.model.gate(), desk.model.route), (&Gate::Open, Route::Today));
}

fn questions_of(desk: &Desk) -> Vec<Question> {
    match desk.model.gate() {
        Gate::Due(Due::Questions(questions), _) => questions.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn after_a_week_the_short_check_comes_first() {
    let mut desk = Desk::passed();
    desk.go(Route::Today).pass(7 * DAY, false).send(Event::Hidden(false));
    assert!(matches!(TodayView::of(&desk.model, desk.now).main, TodayMain::Due(Due::Short)));
    let slot = desk.slot();
    desk.go(Route::Session(slot)).rate(1).send(Event::SessionStarted(slot));
    assert_eq!(desk.session(), None);
    desk.go(Route::Safety);
    assert_eq!(desk.model.asked().unwrap().step, Step::ShortCheck);
    desk.send(Event::ShortAnswered(vec![]));
    assert_eq!((desk.model.gate(), desk.model.route), (&Gate::Open, Route::Today));
    desk.go(Route::Session(slot)).send(Event::SessionStarted(slot));
    assert!(desk.session().is_some());
}

#[test]
fn a_session_that_begins_after_midnight_is_checked_on_its_day() {
    let mut desk = Desk::passed();
    desk.pass(7 * DAY - 8 * 60 * MINUTE - 10 * MINUTE, false).go(Route::Today);
    let tried = SlotId::Try(ExerciseId::BridgeDouble);
    desk.go(Route::Session(tried)).rate(1).pass(20 * MINUTE, false);
    desk.send(Event::SessionStarted(tried));
    assert_eq!(
        (desk.session(), desk.model.route),
        (None, Route::Session(tried)),
        "the short check is due since midnight"
    );
}

#[test]
fn a_session_is_not_gone_on_with_while_questions_are_due() {
    let mut desk = Desk::playing();
    let slot = desk.slot();
    desk.go(Route::Today);
    assert_eq!(desk.stage(), Some(Stage::Paused));
    assert_eq!(TodayView::of(&desk.model, desk.now).main, TodayMain::Live(slot));
    // PRG-BF4.
    desk.rate(8);
    assert!(matches!(desk.model.gate(), Gate::Due(Due::Questions(_), _)));
    assert!(matches!(TodayView::of(&desk.model, desk.now).main, TodayMain::Due(_)), "the questions come first");
    for event in [Event::Resumed, Event::SessionStarted(slot), Event::Moved(Route::Player(slot))] {
        desk.send(event.clone());
        assert_ne!(desk.model.route, Route::Player(slot), "{event:?}");
        assert_eq!(desk.stage(), Some(Stage::Paused), "{event:?}");
    }
    desk.send(Event::Start).answer_all(&[]);
    desk.go(Route::Today).send(Event::Resumed);
    assert_eq!((desk.model.route, desk.stage()), (Route::Player(slot), Some(Stage::Work)));
}

#[test]
fn a_running_session_ends_when_a_check_shuts_it() {
    let mut desk = Desk::playing();
    let of = desk.session().unwrap();
    desk.go(Route::More).send(Event::CheckAgain).answer_all(&[(Question::Fever, "yes")]);
    assert_eq!(desk.model.route, Route::Result);
    assert_eq!((desk.model.live.is_some(), desk.live.is_some()), (false, false));
    assert!(desk.recorded.iter().any(|body| matches!(body, Body::SessionEnd { of: one, .. } if *one == of)));
}

#[test]
fn a_running_session_ends_when_a_check_leaves_out_what_is_still_to_come() {
    let mut desk = Desk::playing();
    let of = desk.session().unwrap();
    desk.go(Route::More).send(Event::CheckAgain).answer_all(&[(Question::Floor, "no")]);
    assert!(desk.model.outcome().constraints.iter().any(|active| active.constraint == Constraint::Floor));
    assert_eq!((desk.model.route, desk.model.gate()), (Route::Result, &Gate::Open));
    assert_eq!(desk.model.live, None);
    assert!(desk.recorded.iter().any(|body| matches!(body, Body::SessionEnd { of: one, .. } if *one == of)));
}

#[test]
fn another_session_ends_the_one_that_waits() {
    let mut desk = Desk::playing();
    let of = desk.session().unwrap();
    let tried = SlotId::Try(ExerciseId::BridgeDouble);
    desk.go(Route::Session(tried)).send(Event::SessionStarted(tried));
    assert_eq!((desk.model.route, desk.ticking), (Route::Player(tried), true));
    let ends = |body: &&Body| matches!(body, Body::SessionEnd { of: one, .. } if *one == of);
    assert_eq!(desk.recorded.iter().filter(ends).count(), 1);
    assert_eq!(desk.model.live.as_ref().and_then(|live| live.entry), desk.session());
}

#[test]
fn an_address_of_a_session_that_is_none_is_missing() {
    let mut desk = Desk::passed();
    let slot = SlotId::parse("2031-01-01-f").unwrap();
    assert_eq!(desk.go(Route::Session(slot)).model.route, Route::Missing);
    assert_eq!(desk.go(Route::Today).go(Route::Player(slot)).model.route, Route::Missing);
    assert_eq!(desk.go(Route::After(slot)).model.route, Route::Today);
}
