//! A self-test from its page to the journal: the gate before it, each side, leaving it, and the end of the core set.

use super::desk::Desk;
use crate::app::{Effect, Event, Route, Standing, TestView, TestsView};
use crate::journal::{Body, HurtKind, Moment, NotDone, TestEntry, TestSide};
use crate::program::pattern::NormClass;
use crate::program::selftest::{Beep, CORE, Closed, Event as Happens, SelfTest, Stage};
use crate::units::PainScore;

fn ready(test: SelfTest) -> Desk {
    let mut desk = Desk::passed();
    desk.rate(1).go(Route::Test(test)).send(Event::TestBegun(test));
    desk
}

fn happen(desk: &mut Desk, event: Happens) {
    desk.send(Event::Test(event));
}

fn stage(desk: &Desk) -> Option<Stage> {
    desk.model.testing.as_ref().map(|testing| testing.trial.stage())
}

fn pain(score: u8) -> PainScore {
    PainScore::new(score).unwrap()
}

fn entries(desk: &Desk) -> Vec<&TestEntry> {
    let tests = desk.recorded.iter().filter_map(|body| if let Body::Test(entry) = body { Some(entry) } else { None });
    tests.collect()
}

/// A try of a timed test that the runner stops after so many milliseconds.
fn timed(desk: &mut Desk, millis: i64) {
    happen(desk, Happens::Start);
    desk.pass(5_000 + millis, true);
    happen(desk, Happens::Stop);
}

fn choose(desk: &mut Desk, id: &str) {
    let choice = desk.model.testing.as_ref().unwrap().trial.test().choice(id).unwrap();
    happen(desk, Happens::Chose(choice));
    happen(desk, Happens::Pain(pain(0)));
}

#[test]
fn no_test_begins_before_pain_now_is_known() {
    let test = SelfTest::Stance;
    let mut desk = Desk::passed();
    desk.go(Route::Test(test)).send(Event::TestBegun(test));
    assert_eq!(desk.model.testing, None);
    assert_eq!(TestView::of(&desk.model, test, desk.now).unwrap().closed, Some(Closed::AskPain));
    desk.rate(6).send(Event::TestBegun(test));
    assert_eq!(desk.model.testing, None, "with pain of 6 it waits");
    desk.rate(2).send(Event::TestBegun(SelfTest::Calf));
    assert_eq!(desk.model.testing, None, "only the test of the page");
    desk.send(Event::TestBegun(test));
    assert_eq!((stage(&desk), desk.ticking), (Some(Stage::Ready), true));
}

#[test]
fn a_timed_test_of_both_sides_is_kept_and_there_after_a_reload() {
    let mut desk = ready(SelfTest::Stance);
    for side in [TestSide::Left, TestSide::Right] {
        assert_eq!(desk.model.testing.as_ref().unwrap().trial.side(), Some(side));
        for _ in 0..3 {
            timed(&mut desk, 20_000);
        }
        assert_eq!(stage(&desk), Some(Stage::Pain));
        happen(&mut desk, Happens::Pain(pain(0)));
    }
    assert_eq!((stage(&desk), desk.ticking), (None, false));
    assert_eq!(entries(&desk).len(), 2);
    desk.reload();
    let view = TestView::of(&desk.model, SelfTest::Stance, desk.now).unwrap();
    assert!(view.sides.iter().all(|side| side.tenths.is_some_and(|tenths| (190..=210).contains(&tenths))), "{view:?}");
    assert!(view.sides.iter().all(|side| side.class.is_some()) && view.is_known());
}

#[test]
fn a_choice_stands_for_a_result() {
    let mut desk = ready(SelfTest::Thomas);
    choose(&mut desk, "level");
    choose(&mut desk, "above-level");
    let view = TestView::of(&desk.model, SelfTest::Thomas, desk.now).unwrap();
    let classes: Vec<_> = view.sides.iter().map(|side| side.class).collect();
    assert_eq!(classes, [Some(NormClass::Target), Some(NormClass::Below)]);
    let list = TestsView::of(&desk.model, desk.now).unwrap();
    assert!(matches!(list.core[0].standing, Standing::Done(_, Some(NormClass::Below))), "{:?}", list.core[0]);
    assert_eq!((list.core[1].standing, list.core_done()), (Standing::Open, 1));
}

#[test]
fn whoever_goes_elsewhere_leaves_it_for_another_time() {
    let mut desk = ready(SelfTest::Stance);
    happen(&mut desk, Happens::Start);
    desk.go(Route::Tests);
    assert_eq!((desk.model.testing.is_none(), desk.ticking, desk.model.route), (true, false, Route::Tests));
    assert!(entries(&desk).iter().all(|entry| entry.why == Some(NotDone::Skipped) && entry.tries.is_empty()));
    let list = TestsView::of(&desk.model, desk.now).unwrap();
    let row = list.core.iter().find(|row| row.test == SelfTest::Stance).unwrap();
    assert_eq!(row.standing, Standing::NotDone(NotDone::Skipped), "left is not known, and no result");
}

#[test]
fn a_stopwatch_that_nobody_saw_is_void() {
    let mut desk = ready(SelfTest::Stance);
    happen(&mut desk, Happens::Start);
    desk.pass(6_000, true);
    desk.pass(20_000, false);
    desk.send(Event::Frame);
    let testing = desk.model.testing.as_ref().unwrap();
    assert_eq!((testing.trial.stage(), testing.note), (Stage::Ready, Some(Beep::Void)));
}

#[test]
fn the_motion_is_listened_to_while_the_phone_is_posed() {
    let mut desk = ready(SelfTest::Thomas);
    desk.asked.clear();
    happen(&mut desk, Happens::Start);
    assert!(desk.asked.contains(&Effect::Sense(true)));
    happen(&mut desk, Happens::NoSensor);
    assert!(desk.asked.contains(&Effect::Sense(false)));
    assert_eq!(stage(&desk), Some(Stage::Ready), "a choice is open");
}

#[test]
fn locking_in_a_test_stops_it_and_asks_its_safety_questions() {
    let mut desk = ready(SelfTest::Stance);
    happen(&mut desk, Happens::Start);
    desk.pass(6_000, true);
    happen(&mut desk, Happens::Hurts { pain: pain(2), kind: HurtKind::Lock });
    assert!(!desk.model.is_open(), "questions are due");
    happen(&mut desk, Happens::Places(Vec::new()));
    assert!(entries(&desk).iter().any(|entry| entry.why == Some(NotDone::Stopped)));
    let view = TestView::of(&desk.model, SelfTest::Stance, desk.now).unwrap();
    assert_eq!(view.closed, Some(Closed::Shut));
}

#[test]
fn the_core_set_is_finished_once_each_of_its_tests_is() {
    let mut desk = Desk::passed();
    let finished =
        |desk: &Desk| desk.recorded.iter().filter(|body| **body == Body::Finish { moment: Moment::Tests }).count();
    for test in CORE {
        assert_eq!(finished(&desk), 0, "before {test:?}");
        desk.rate(1).go(Route::Test(test)).send(Event::TestBegun(test));
        // Not for this runner, by an answer or by what there is.
        happen(&mut desk, Happens::Leave(NotDone::Equipment));
    }
    assert_eq!(finished(&desk), 1);
    desk.go(Route::Test(SelfTest::Calf)).send(Event::TestBegun(SelfTest::Calf));
    happen(&mut desk, Happens::Leave(NotDone::Equipment));
    assert_eq!(finished(&desk), 1, "one test done again is no second round");
}

#[test]
fn what_is_left_for_another_time_keeps_the_core_set_open() {
    let mut desk = Desk::passed();
    for test in CORE {
        desk.rate(1).go(Route::Test(test)).send(Event::TestBegun(test));
        let why = if test == SelfTest::Thomas { NotDone::Skipped } else { NotDone::Equipment };
        happen(&mut desk, Happens::Leave(why));
    }
    assert!(!desk.recorded.contains(&Body::Finish { moment: Moment::Tests }));
}
