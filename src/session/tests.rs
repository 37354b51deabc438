//! The player, by example.

use super::cue::Sounding;
use super::sample::{Desk, session};
use super::timeline::StepKind;
use super::{Ask, Cue, Effect, Event, Pace, Side, Stage, UnseenAnswer};
use crate::journal::EndedHow;
use crate::library::DoseLevel;
use crate::units::{Millis, Seconds};

/// 15 s set-up, left 14 s, switch, right 14 s, rest 30 s, and so on: three sets.
fn press() -> Desk {
    session(&[("standing-wall-press", DoseLevel::One), ("pelvic-tilt-supine", DoseLevel::One)])
}

#[test]
fn a_tap_on_start_unlocks_sound_before_anything_else() {
    let mut desk = press();
    let effects = desk.does(Event::Start);
    assert_eq!(effects.first(), Some(&Effect::Unlock));
    assert!(effects.contains(&Effect::KeepAwake(true)));
    let Some(Effect::Sound(sounds)) = effects.iter().find(|effect| matches!(effect, Effect::Sound(_))) else {
        panic!("{effects:?}")
    };
    assert_eq!(sounds[0], Sounding { cue: Cue::Next, after: Millis(0) });
}

#[test]
fn time_moves_by_the_clock_alone() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(14_999);
    assert_eq!((desk.view().stage, desk.view().clock()), (Stage::SetUp, (0, 1)));
    desk.passes(1);
    let view = desk.view();
    assert_eq!((view.stage, view.side, view.set, view.sets, view.clock()), (Stage::Work, Side::Left, 1, 3, (0, 14)));
    desk.passes(14_000 + 5_000);
    assert_eq!((desk.view().stage, desk.view().side), (Stage::Work, Side::Right));
    desk.passes(14_000);
    assert_eq!((desk.view().stage, desk.view().set), (Stage::Rest, 2));
}

#[test]
fn a_pause_is_left_out() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(10_000);
    desk.does(Event::Pause);
    let before = desk.view();
    assert_eq!(before.stage, Stage::Paused);
    desk.passes(3_600_000);
    assert_eq!(desk.view(), before);
    desk.does(Event::Resume);
    desk.passes(5_000);
    assert_eq!((desk.view().stage, desk.player.spent()), (Stage::Work, Seconds(15)));
}

#[test]
fn frames_that_fail_to_come_for_20_seconds_lose_nothing() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.leaps(20_000, 20_000);
    assert_eq!((desk.view().stage, desk.view().into, desk.view().ask), (Stage::Work, Millis(5_000), None));
    // The phone slept: only the wall clock moved.
    desk.leaps(0, 20_000);
    assert_eq!((desk.view().stage, desk.view().into), (Stage::Work, Millis(6_000)));
    assert_eq!(desk.view().side, Side::Right);
}

#[test]
fn what_passed_unseen_is_asked_for() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(20_000);
    desk.does(Event::Hidden);
    desk.leaps(10_000, 25_000);
    assert_eq!(desk.player.ended(), None);
    assert!(desk.does(Event::Shown).contains(&Effect::Silence));
    let view = desk.view();
    assert_eq!((view.stage, view.ask, view.side), (Stage::Paused, Some(Ask::Unseen), Side::Right));
    assert_eq!(desk.player.done()[0].sets, 0, "nothing counts before the answer");

    let mut counted = desk.clone();
    counted.does(Event::UnseenAnswered(UnseenAnswer::Count));
    counted.passes(3_000);
    assert_eq!((counted.view().stage, counted.player.done()[0].sets), (Stage::Rest, 1));

    desk.does(Event::UnseenAnswered(UnseenAnswer::GoBack));
    let view = desk.view();
    assert_eq!((view.stage, view.side, view.into), (Stage::Work, Side::Left, Millis(0)));
    assert_eq!(desk.player.spent(), Seconds(20), "time unseen is no time of the session");
}

#[test]
fn a_short_look_elsewhere_within_a_step_counts() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.does(Event::Hidden);
    desk.leaps(9_000, 9_000);
    desk.does(Event::Shown);
    assert_eq!((desk.view().ask, desk.view().into), (None, Millis(9_000)));
}

#[test]
fn a_minute_without_frames_is_asked_for_though_nothing_was_hidden() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.leaps(20, 60_000);
    assert_eq!(desk.view().ask, Some(Ask::Unseen));
}

#[test]
fn a_session_that_ran_out_while_hidden_waits_for_its_runner() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.does(Event::Hidden);
    desk.leaps(3_600_000, 3_600_000);
    assert_eq!(desk.player.ended(), None);
    desk.does(Event::Shown);
    let effects = desk.does(Event::UnseenAnswered(UnseenAnswer::Count));
    let Some(Effect::Ended { how, seconds, items }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!((*how, items[0].sets, items[0].amount), (EndedHow::Done, 3, 60));
    assert_eq!(seconds.millis(), desk.player.timeline().total(), "no longer than its timeline");
}

#[test]
fn back_goes_to_the_step_before_only_at_a_steps_start() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(15_000 + 14_000 + 3_000);
    desk.does(Event::Back);
    assert_eq!((desk.view().kind, desk.view().side), (StepKind::Work, Side::Left), "from within 3 s of the switch");
    desk.passes(3_001);
    desk.does(Event::Back);
    assert_eq!((desk.view().kind, desk.view().into), (StepKind::Work, Millis(0)));
    desk.does(Event::Back);
    desk.does(Event::Back);
    assert_eq!((desk.view().kind, desk.view().into), (StepKind::SetUp, Millis(0)), "nothing is before the first");
}

#[test]
fn what_was_skipped_is_not_done_and_what_was_done_twice_counts_once() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(15_000 + 14_000);
    desk.does(Event::Back); // within 3 s: the work again
    desk.passes(14_000 + 5_000 + 14_000);
    assert_eq!((desk.player.done()[0].sets, desk.player.done()[0].amount), (1, 20));
    desk.does(Event::SkipRest);
    desk.passes(14_000);
    desk.does(Event::Skip); // the switch
    desk.passes(6_999);
    desk.does(Event::Skip);
    let done = desk.player.done();
    assert_eq!((done[0].sets, done[0].amount), (1, 34), "10 s of the left leg and 4 of the right beside a whole set");
    desk.does(Event::SkipExercise);
    assert_eq!(desk.view().exercise.unwrap().id(), "pelvic-tilt-supine");
}

#[test]
fn a_set_that_is_gone_back_to_stays_done() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(15_000 + 14_000);
    desk.does(Event::Back);
    desk.passes(4_000);
    assert_eq!(desk.player.done()[0].amount, 10);
    desk.does(Event::Skip);
    desk.does(Event::Skip);
    desk.passes(14_000);
    assert_eq!((desk.player.done()[0].sets, desk.player.done()[0].amount), (1, 20));
}

#[test]
fn a_set_at_the_runners_own_pace_waits_for_done() {
    let mut desk = session(&[("pelvic-tilt-supine", DoseLevel::One)]);
    desk.does(Event::Start);
    desk.does(Event::Paced(Pace::Own));
    desk.passes(300_000);
    assert!(desk.view().waits);
    assert_eq!((desk.view().stage, desk.view().clock()), (Stage::Work, (0, 0)));
    assert_eq!(desk.player.done()[0].amount, 0);
    let effects = desk.does(Event::Done);
    let Some(Effect::Ended { how: EndedHow::Done, items, .. }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!((items[0].sets, items[0].amount), (1, 8));
}

#[test]
fn a_rest_can_be_longer_and_over() {
    let mut desk = press();
    desk.does(Event::Start);
    desk.passes(15_000 + 14_000 + 5_000 + 14_000);
    desk.does(Event::AddRest);
    assert_eq!(desk.view().left, Millis(45_000));
    desk.passes(45_000);
    assert_eq!((desk.view().kind, desk.view().set), (StepKind::Work, 2));
    desk.does(Event::AddRest);
    assert_eq!(desk.view().left, Millis(14_000), "work grows no longer");
}

#[test]
fn a_snapshot_is_due_once_a_second_and_never_before_the_start() {
    let mut desk = press();
    assert_eq!(desk.does(Event::Hidden), []);
    assert_eq!(desk.does(Event::Shown), []);
    desk.does(Event::Start);
    let frames = (0..200).flat_map(|_| desk.passes(50));
    assert_eq!(frames.filter(|effect| *effect == Effect::Save).count(), 10);
}
