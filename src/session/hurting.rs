//! "It hurts", by example: what the player makes of each ruling of `progression.md` section 6.

use super::sample::{Desk, planned, session};
use super::timeline::{Range, StepKind};
use super::{Ask, Effect, Event, HurtChoice, Ruling, Side, Stage, UnseenAnswer};
use crate::journal::{EndedHow, HurtKind, Mark};
use crate::library::{DoseLevel, PlannedItem};
use crate::units::{Millis, PainScore, Seconds};

fn pain(score: u8) -> PainScore {
    PainScore::new(score).unwrap()
}

impl Desk {
    fn hurts(&mut self, score: u8, ruling: Ruling, mark: Mark) -> Vec<Effect> {
        self.does(Event::ItHurts);
        self.does(Event::HurtRated { pain: pain(score), kind: HurtKind::Ache, ruling, mark })
    }

    fn chooses(&mut self, choice: HurtChoice) -> Vec<Effect> {
        self.does(Event::HurtChosen(choice))
    }
}

/// In the first set of the left side of `clamshell`; then `pelvic-tilt-supine`, then `clamshell` again.
fn clamshell() -> Desk {
    let mut desk = session(&[
        ("clamshell", DoseLevel::One),
        ("pelvic-tilt-supine", DoseLevel::One),
        ("clamshell", DoseLevel::One),
    ]);
    desk.does(Event::Start);
    desk.passes(15_000 + 12_000);
    desk
}

fn easier() -> PlannedItem {
    planned("isometric-hip-abduction-supine", DoseLevel::One)
}

fn stopped(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Ended { how: EndedHow::Stopped, .. }))
}

#[test]
fn it_hurts_stops_the_clock_at_once_and_closing_it_goes_on() {
    let mut desk = clamshell();
    assert!(desk.does(Event::ItHurts).contains(&Effect::Silence));
    assert_eq!((desk.view().stage, desk.view().ask), (Stage::Paused, Some(Ask::HowMuch)));
    desk.passes(60_000);
    assert_eq!(desk.view().into, Millis(12_000));
    desk.does(Event::Resume);
    assert_eq!((desk.view().stage, desk.view().ask), (Stage::Work, None));
    assert_eq!(desk.player.done()[0].worst, None);
}

#[test]
fn a_hurt_is_recorded_when_it_is_rated() {
    let mut desk = clamshell();
    let effects = desk.hurts(3, Ruling::GoOn, Mark::Ok);
    let exercise = planned("clamshell", DoseLevel::One).exercise;
    let expected = Effect::Hurt { item: exercise, exercise, pain: pain(3), kind: HurtKind::Ache };
    assert!(effects.contains(&expected), "{effects:?}");
    assert_eq!(desk.view().ask, Some(Ask::Choose(Ruling::GoOn)));
}

#[test]
fn prg_d1_and_d2_end_the_session() {
    let mut desk = clamshell();
    let effects = desk.hurts(8, Ruling::End, Mark::Bad);
    assert!(stopped(&effects), "{effects:?}");
    let done = &desk.player.done()[0];
    assert_eq!((done.worst, done.mark, done.sets, done.amount), (Some(pain(8)), Mark::Bad, 0, 2));
    assert_eq!(desk.view().stage, Stage::Done);
    assert_eq!(desk.does(Event::Start), [], "nothing goes on");
}

#[test]
fn prg_d4_skips_the_exercise_today_and_waits_until_the_pain_is_calm() {
    let mut desk = clamshell();
    desk.hurts(6, Ruling::SkipUntilCalm(pain(3)), Mark::Bad);
    assert_eq!(desk.chooses(HurtChoice::GoOn), [], "going on is no choice");
    desk.chooses(HurtChoice::Skip);
    assert_eq!((desk.view().stage, desk.view().ask), (Stage::Paused, Some(Ask::Calm)));
    desk.does(Event::PainNow(pain(4)));
    desk.passes(599_000);
    assert_eq!(desk.view().calm_left, Some(Millis(1_000)));
    desk.does(Event::PainNow(pain(3)));
    let view = desk.view();
    assert_eq!((view.stage, view.item, view.calm_left), (Stage::SetUp, 2, None));
    desk.does(Event::Back);
    assert_eq!(desk.view().item, 2, "the exercise that hurt is not gone back to");
    let effects = desk.passes(63_000);
    let Some(Effect::Ended { how, items, .. }) = effects.iter().find(|e| matches!(e, Effect::Ended { .. })) else {
        panic!("its second time is skipped as well: {:?}", desk.view())
    };
    assert_eq!((*how, items[0].sets, items[2].sets, items[2].mark), (EndedHow::Done, 0, 0, Mark::Ok));
}

#[test]
fn prg_d4_ends_the_session_when_the_pain_is_not_calm_after_10_minutes() {
    let mut desk = clamshell();
    desk.hurts(7, Ruling::SkipUntilCalm(pain(3)), Mark::Bad);
    desk.chooses(HurtChoice::Skip);
    assert!(!stopped(&desk.passes(599_999)));
    assert!(stopped(&desk.passes(1)));
    assert_eq!(desk.player.spent(), Seconds(27), "waiting is no part of the session");
}

#[test]
fn while_pain_should_calm_it_can_hurt_again_without_a_way_around() {
    let mut desk = clamshell();
    desk.hurts(6, Ruling::SkipUntilCalm(pain(2)), Mark::Bad);
    desk.chooses(HurtChoice::Skip);
    desk.does(Event::ItHurts);
    desk.does(Event::Resume);
    assert_eq!(desk.view().ask, Some(Ask::Calm));
    desk.hurts(3, Ruling::GoOn, Mark::Ok);
    desk.chooses(HurtChoice::GoOn);
    assert_eq!(desk.view().ask, Some(Ask::Calm));
    for event in [Event::Start, Event::Resume, Event::Skip, Event::Back, Event::Done] {
        desk.does(event);
        assert_eq!(desk.view().ask, Some(Ask::Calm), "{event:?}");
    }
    assert!(stopped(&desk.does(Event::EndEarly)), "a stop rule had the word");
}

#[test]
fn prg_d5_goes_on_with_the_easier_exercise_after_a_rest_of_60_seconds() {
    let mut desk = clamshell();
    desk.hurts(4, Ruling::Easier(Some(easier())), Mark::Held);
    desk.chooses(HurtChoice::Easier);
    let view = desk.view();
    assert_eq!((view.stage, view.left, view.exercise), (Stage::Rest, Millis(60_000), Some(easier().exercise)));
    desk.does(Event::Skip);
    desk.does(Event::SkipRest);
    assert_eq!((desk.view().stage, desk.view().can_skip), (Stage::Rest, false), "nobody skips this rest");
    desk.passes(60_000);
    assert_eq!(desk.view().stage, Stage::SetUp);
    desk.passes(15_000);
    let view = desk.view();
    assert_eq!((view.stage, view.set, view.sets, view.item), (Stage::Work, 1, 2, 1), "no more sets than were planned");
    while desk.view().item == 1 {
        desk.passes(1_000);
    }
    let done = &desk.player.done()[0];
    assert_eq!(done.exchanged.as_deref(), Some("isometric-hip-abduction-supine"));
    assert_eq!((done.exercise.as_str(), done.sets, done.amount), ("clamshell", 2, 2 * 15));
    assert_eq!((done.mark, done.worst), (Mark::Held, Some(pain(4))));
}

#[test]
fn prg_d5_where_nothing_is_easier_half_the_range_follows_the_rest() {
    let mut desk = clamshell();
    desk.hurts(5, Ruling::Easier(None), Mark::Held);
    assert_eq!(desk.chooses(HurtChoice::Easier), []);
    desk.chooses(HurtChoice::HalfRange);
    assert_eq!((desk.view().stage, desk.view().left), (Stage::Rest, Millis(60_000)));
    desk.passes(60_000);
    let view = desk.view();
    assert_eq!((view.stage, view.range, view.side, view.set), (Stage::Work, Range::Half, Side::Left, 1));
    while desk.view().item == 1 {
        assert!(desk.view().range == Range::Half);
        desk.passes(1_000);
    }
    assert_eq!((desk.view().range, desk.player.done()[0].sets), (Range::Full, 2));
}

#[test]
fn prg_d6_skips_the_exercise_and_goes_on_at_once() {
    let mut desk = clamshell();
    desk.hurts(5, Ruling::Skip, Mark::Held);
    desk.chooses(HurtChoice::Skip);
    assert_eq!((desk.view().stage, desk.view().item), (Stage::SetUp, 2));
}

#[test]
fn prg_d7_goes_on_where_it_was() {
    let mut desk = clamshell();
    desk.hurts(2, Ruling::GoOn, Mark::Ok);
    let effects = desk.chooses(HurtChoice::GoOn);
    assert_eq!(effects.first(), Some(&Effect::Unlock));
    assert_eq!((desk.view().stage, desk.view().into), (Stage::Work, Millis(12_000)));
}

#[test]
fn a_hurt_before_the_next_exercise_begins_is_about_the_one_before() {
    let mut desk = clamshell();
    while desk.view().item == 1 {
        desk.passes(1_000);
    }
    assert_eq!(desk.view().kind, StepKind::SetUp);
    assert_eq!(desk.player.hurting(), Some(planned("clamshell", DoseLevel::One).exercise));
    desk.hurts(6, Ruling::SkipUntilCalm(pain(3)), Mark::Bad);
    desk.chooses(HurtChoice::Skip);
    desk.does(Event::PainNow(pain(0)));
    assert_eq!(desk.view().item, 2, "the coming exercise is not skipped");
    assert_eq!((desk.player.done()[0].mark, desk.player.done()[1].mark), (Mark::Bad, Mark::Ok));
}

#[test]
fn the_worst_pain_and_the_worst_mark_stay() {
    let mut desk = clamshell();
    desk.hurts(5, Ruling::Easier(None), Mark::Held);
    desk.chooses(HurtChoice::HalfRange);
    desk.hurts(1, Ruling::GoOn, Mark::Ok);
    desk.chooses(HurtChoice::GoOn);
    assert_eq!((desk.player.done()[0].worst, desk.player.done()[0].mark), (Some(pain(5)), Mark::Held));
}

#[test]
fn on_a_hip_that_hurts_nothing_counts_that_passed_unseen() {
    let mut desk = clamshell();
    desk.does(Event::Hidden);
    desk.leaps(50_000, 50_000);
    desk.does(Event::Shown);
    assert_eq!(desk.view().ask, Some(Ask::Unseen));
    desk.does(Event::ItHurts);
    assert_eq!(desk.view().ask, Some(Ask::HowMuch));
    assert_eq!(desk.does(Event::UnseenAnswered(UnseenAnswer::Count)), []);
    assert_eq!((desk.player.done()[0].amount, desk.view().side), (2, Side::Left));
}

#[test]
fn an_easier_version_taken_freely_needs_no_rest_and_keeps_the_side() {
    let mut desk = clamshell();
    desk.passes(36_000 + 5_000 + 10_000);
    assert_eq!((desk.view().kind, desk.view().side), (StepKind::Work, Side::Right));
    desk.does(Event::Easier(planned("side-lying-hip-adduction", DoseLevel::One)));
    assert_eq!((desk.view().stage, desk.view().side), (Stage::SetUp, Side::Right));
    let open: Vec<_> = desk.player.timeline().steps().iter().filter(|step| !step.is_closed && step.item == 0).collect();
    let seen: Vec<_> = open.iter().map(|step| (step.kind, step.side, step.set)).collect();
    let expected = [
        (StepKind::SetUp, Side::Right, 1),
        (StepKind::Work, Side::Right, 1),
        (StepKind::Rest, Side::Left, 2),
        (StepKind::Work, Side::Left, 2),
        (StepKind::Switch, Side::Right, 2),
        (StepKind::Work, Side::Right, 2),
    ];
    assert_eq!(seen, expected, "what is left of the set, then both sides");
    while desk.view().item == 1 {
        desk.passes(1_000);
    }
    assert_eq!(desk.player.done()[0].sets, 2, "the left side's set stays done");
}
