//! What holds for every session, whatever happens in whatever order on whatever clock.

use proptest::prelude::*;

use super::cue::{Cue, Sounding, cues_of};
use super::player::State;
use super::sample::{Desk, planned};
use super::timeline::Spot;
use super::{Ask, Effect, Event, HurtChoice, Pace, Player, Ruling, Side, Snapshot, Stage, StepKind, UnseenAnswer};
use crate::journal::{EndedHow, EntryId, HurtKind, ItemDone, Mark};
use crate::library::{DoseLevel, ExerciseId, PlannedItem, first};
use crate::units::{Millis, PainScore};

fn level() -> impl Strategy<Value = DoseLevel> {
    prop::sample::select(vec![DoseLevel::One, DoseLevel::Two, DoseLevel::Three])
}

fn item() -> impl Strategy<Value = PlannedItem> {
    (prop::sample::select(ExerciseId::ALL), level()).prop_map(|(id, level)| planned(id.id(), level))
}

fn items(most: usize) -> impl Strategy<Value = Vec<PlannedItem>> {
    prop::collection::vec(item(), 1..=most)
}

fn score() -> impl Strategy<Value = PainScore> {
    (0_u8..=10).prop_map(|score| PainScore::new(score).unwrap())
}

fn ruling() -> impl Strategy<Value = Ruling> {
    prop_oneof![
        4 => Just(Ruling::GoOn),
        4 => prop::option::of(item()).prop_map(Ruling::Easier),
        2 => Just(Ruling::Skip),
        2 => score().prop_map(Ruling::SkipUntilCalm),
        1 => Just(Ruling::End),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let choices = vec![HurtChoice::GoOn, HurtChoice::Easier, HurtChoice::HalfRange, HurtChoice::Skip];
    let answers = vec![UnseenAnswer::Count, UnseenAnswer::GoBack];
    let rated = (score(), ruling()).prop_map(|(pain, ruling)| Event::HurtRated {
        pain,
        kind: HurtKind::Ache,
        ruling,
        mark: Mark::Held,
    });
    prop_oneof![
        6 => prop::sample::select(vec![Event::Start, Event::Resume]),
        10 => prop::sample::select(vec![
            Event::Pause, Event::Back, Event::Skip, Event::SkipExercise, Event::Done, Event::AddRest, Event::SkipRest,
        ]),
        2 => prop::sample::select(vec![Pace::Tempo, Pace::Own]).prop_map(Event::Paced),
        1 => item().prop_map(Event::Easier),
        3 => Just(Event::ItHurts),
        4 => rated,
        5 => prop::sample::select(choices).prop_map(Event::HurtChosen),
        2 => score().prop_map(Event::PainNow),
        4 => prop::sample::select(vec![Event::Hidden, Event::Shown]),
        4 => prop::sample::select(answers).prop_map(Event::UnseenAnswered),
        10 => Just(Event::Frame),
    ]
}

/// How far the monotonic and the wall clock move: together, or not.
fn time() -> impl Strategy<Value = (i64, i64)> {
    prop_oneof![
        6 => (0_i64..2_000).prop_map(|by| (by, by)),
        3 => (0_i64..59_000).prop_map(|by| (by, by)),
        1 => (0_i64..900_000).prop_map(|by| (by, by)),
        1 => (0_i64..50, 0_i64..900_000),
        1 => (0_i64..30_000, -900_000_i64..0),
    ]
}

fn story(most: usize) -> impl Strategy<Value = Vec<((i64, i64), Event)>> {
    prop::collection::vec((time(), event()), 0..most)
}

/// Plays a story from its start; `each` looks at the desk after each event.
fn played(items: &[PlannedItem], story: Vec<((i64, i64), Event)>, mut each: impl FnMut(&Desk, &[Effect])) -> Desk {
    let mut desk = Desk::of(items);
    desk.does(Event::Start);
    for ((mono, wall), event) in story {
        desk.now.mono.0 += mono;
        desk.now.wall.0 += wall;
        let effects = desk.does(event);
        each(&desk, &effects);
    }
    desk
}

/// Works of one side, each counted once: the sets that are whole.
fn whole(player: &Player, side: Side) -> usize {
    let works = player.timeline().steps().iter().zip(&player.worked);
    works.filter(|(step, worked)| step.is_work() && step.side == side && **worked == step.length).count()
}

fn total_of(items: &[ItemDone]) -> Vec<(u8, u32)> {
    items.iter().map(|item| (item.sets, item.amount)).collect()
}

/// The end that an unbroken session has.
fn undisturbed(items: &[PlannedItem]) -> Vec<(u8, u32)> {
    let mut desk = Desk::of(items);
    desk.does(Event::Start);
    for step in desk.player.timeline().clone().steps() {
        desk.leaps(step.length.0.min(59_000), step.length.0.min(59_000));
        let mut left = (step.length.0 - 59_000).max(0);
        while left > 0 {
            desk.leaps(left.min(59_000), left.min(59_000));
            left -= 59_000;
        }
    }
    assert_eq!(desk.player.ended(), Some(EndedHow::Done));
    total_of(&desk.player.done())
}

/// What was heard: what was scheduled and not silenced before its time.
#[derive(Default)]
struct Ear {
    /// By the monotonic clock.
    coming: Vec<(Millis, Cue)>,
    heard: Vec<(Millis, Cue)>,
}

impl Ear {
    fn listens(&mut self, now: Millis, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Silence => {
                    self.coming.retain(|(at, _)| *at < now);
                }
                Effect::Sound(sounds) => {
                    assert!(sounds.iter().all(|sound| sound.after >= Millis(0)), "none in the past");
                    assert!(sounds.windows(2).all(|pair| pair[0].after < pair[1].after), "in order, one at a time");
                    let sounds = sounds.iter().map(|sound: &Sounding| (Millis(now.0 + sound.after.0), sound.cue));
                    let last = self.coming.last().map(|(at, _)| *at);
                    assert!(last.is_none_or(|last| sounds.clone().all(|(at, _)| at > last)), "none twice");
                    self.coming.extend(sounds);
                }
                _ => {}
            }
        }
        let past = self.coming.iter().take_while(|(at, _)| *at < now).count();
        self.heard.extend(self.coming.drain(..past));
    }
}

/// The cues of a whole session, from its start.
fn all_cues(desk: &Desk) -> Vec<(i64, Cue)> {
    let mut begins = 0;
    let mut all = Vec::new();
    for step in desk.player.timeline().steps() {
        all.extend(cues_of(step, false).into_iter().map(|(at, cue)| (begins + at.0, cue)));
        begins += step.length.0;
    }
    all.push((begins, Cue::End));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn time_never_runs_backward(
        items in items(3),
        clock in prop::collection::vec((0_i64..50_000, -90_000_i64..90_000), 1..60),
    ) {
        let mut desk = Desk::of(&items);
        desk.does(Event::Start);
        let mut last = (Spot::default(), Millis(0));
        for (mono, wall) in clock {
            desk.leaps(mono, wall);
            if desk.view().ask.is_some() {
                desk.does(Event::UnseenAnswered(UnseenAnswer::Count));
            }
            let here = (desk.player.spot, desk.player.spent);
            prop_assert!(here >= last && here.1 >= last.1, "{:?} after {:?}", here, last);
            last = here;
        }
    }

    #[test]
    fn a_view_between_frames_is_the_next_frames(items in items(3), story in story(30), by in 0_i64..59_000) {
        let mut desk = played(&items, story, |_, _| ());
        desk.does(Event::Shown);
        desk.now.mono.0 += by;
        desk.now.wall.0 += by;
        let ahead = desk.view();
        desk.does(Event::Frame);
        // At its end a session stops to look ahead.
        prop_assume!(desk.player.ended().is_none());
        prop_assert_eq!(ahead, desk.view());
    }

    #[test]
    fn no_work_is_lost_or_done_twice(items in items(4), frames in prop::collection::vec((0_i64..20_000, 0_u8..8), 1..40)) {
        let mut desk = Desk::of(&items);
        desk.does(Event::Start);
        // Disturbed at first, then in peace, so that going back ends.
        for (by, what) in frames.iter().chain(std::iter::repeat(&(20_000, 7))) {
            desk.leaps(*by, *by);
            match what {
                0 => {
                    desk.does(Event::Pause);
                    desk.leaps(*by, *by);
                    desk.does(Event::Resume);
                }
                1 => {
                    desk.does(Event::Hidden);
                    desk.leaps(3, *by);
                    desk.does(Event::Shown);
                    desk.does(Event::UnseenAnswered(if by % 2 == 0 { UnseenAnswer::Count } else { UnseenAnswer::GoBack }));
                }
                2 if desk.player.ended().is_none() => {
                    let text = desk.player.snapshot("s", None).to_json();
                    desk.player = Player::resume(Snapshot::parse(&text).unwrap(), first(), desk.now).unwrap();
                    desk.does(Event::Resume);
                }
                3 if by % 3 == 0 => { desk.does(Event::Back); }
                _ => {}
            }
            let (left, right) = (whole(&desk.player, Side::Left), whole(&desk.player, Side::Right));
            let ones = items.iter().filter(|item| item.exercise.id() == "side-lying-rest").count();
            prop_assert!(left.abs_diff(right) <= 1 + ones, "sides balanced: {} and {}", left, right);
            if desk.player.ended().is_some() {
                break;
            }
        }
        prop_assert_eq!(desk.player.ended(), Some(EndedHow::Done));
        prop_assert_eq!(total_of(&desk.player.done()), undisturbed(&items));
        prop_assert!(desk.player.shares().iter().all(|share| *share >= 1.0));
    }

    #[test]
    fn nothing_is_counted_that_was_not_planned(items in items(4), story in story(80)) {
        let whole = undisturbed(&items);
        let desk = played(&items, story, |_, _| ());
        for (done, whole) in desk.player.done().iter().zip(whole) {
            prop_assert!(done.sets <= whole.0);
            let is_changed = desk.player.edits.iter().any(|edit| format!("{edit:?}").starts_with("Half"));
            prop_assert!(done.amount <= whole.1 || done.exchanged.is_some() || is_changed, "{:?} of {:?}", done, whole);
        }
    }

    #[test]
    fn a_view_agrees_with_itself(items in items(4), story in story(60)) {
        played(&items, story, |desk, effects| {
            let view = desk.view();
            assert!(view.left >= Millis(0) && view.total_left >= view.left);
            for share in [view.phase_share, view.reach, view.left_share].into_iter().chain(desk.player.shares()) {
                assert!((0.0..=1.0).contains(&share), "{view:?}");
            }
            assert!(view.rep >= 1 && (view.reps == 0 || view.rep <= view.reps), "{view:?}");
            assert!(view.set >= 1 && view.set <= view.sets && view.item <= view.items, "{view:?}");
            assert!(view.ask.is_none() || view.stage == Stage::Paused);
            let is_over = desk.player.step().is_none() && desk.player.state == State::Running;
            assert_eq!(view.stage == Stage::Done, desk.player.ended().is_some() || is_over);
            let place = desk.player.place();
            assert_eq!((place.stage, place.ask), (view.stage, view.ask));
            let ends = effects.iter().filter(|effect| matches!(effect, Effect::Ended { .. })).count();
            assert!(ends == 0 || desk.player.ended().is_some() && ends == 1);
        });
    }

    #[test]
    fn a_session_ends_once_and_then_nothing_happens(items in items(2), story in story(80)) {
        let mut ends = 0;
        played(&items, story, |desk, effects| {
            if ends == 1 {
                assert!(effects.is_empty(), "{effects:?}");
            }
            ends += effects.iter().filter(|effect| matches!(effect, Effect::Ended { .. })).count();
            assert_eq!(ends == 1, desk.player.ended().is_some());
        });
    }

    #[test]
    fn every_session_can_reach_its_end(items in items(3), story in story(60)) {
        let mut desk = played(&items, story, |_, _| ());
        for _ in 0..200 + desk.player.timeline().steps().len() {
            let event = match desk.view().ask {
                Some(Ask::Unseen) => Event::UnseenAnswered(UnseenAnswer::Count),
                Some(Ask::Choose(ruling)) => Event::HurtChosen(ruling.choices()[0]),
                Some(Ask::Calm) => Event::PainNow(PainScore::NONE),
                None if desk.view().can_skip => Event::Skip,
                Some(Ask::HowMuch) | None => Event::Resume,
            };
            desk.does(event);
            desk.passes(5_000);
        }
        prop_assert!(desk.player.ended().is_some(), "{:?}", desk.view());
    }

    #[test]
    fn a_snapshot_reads_what_it_writes(items in items(4), story in story(60), id in any::<u64>()) {
        let desk = played(&items, story, |desk, effects| {
            assert!(!effects.contains(&Effect::Save) || desk.player.ended().is_none());
        });
        let entry = (id % 3 > 0).then(|| EntryId::new(desk.now.wall, id.into()));
        let snapshot = desk.player.snapshot("2026-11-23-f", entry);
        let read = Snapshot::parse(&snapshot.to_json());
        if desk.player.ended().is_some() {
            prop_assert!(read.is_err(), "an ended session is not gone on with");
            return Ok(());
        }
        prop_assert_eq!(read.as_ref(), Ok(&snapshot));
        let resumed = Player::resume(snapshot.clone(), first(), desk.now).unwrap();
        prop_assert_eq!(resumed.snapshot("2026-11-23-f", entry), snapshot);
        prop_assert_eq!(resumed.timeline(), desk.player.timeline());
        prop_assert_eq!(resumed.done(), desk.player.done());
        prop_assert_eq!(resumed.place().stage, Stage::Paused);
    }

    #[test]
    fn a_broken_snapshot_never_panics(items in items(2), story in story(20), at in any::<prop::sample::Index>(), letter: char) {
        let desk = played(&items, story, |_, _| ());
        let mut text: Vec<char> = desk.player.snapshot("s", None).to_json().chars().collect();
        let at = at.index(text.len());
        text[at] = letter;
        if let Ok(snapshot) = Snapshot::parse(&text.into_iter().collect::<String>())
            && let Ok(player) = Player::resume(snapshot, first(), desk.now)
        {
            let _ = player.view(desk.now);
        }
    }

    #[test]
    fn every_cue_sounds_once_at_its_time(items in items(4), frames in prop::collection::vec((1_i64..9_000, 0_u8..12), 1..40)) {
        let mut desk = Desk::of(&items);
        let mut ear = Ear::default();
        let begun = desk.now.mono;
        let effects = desk.does(Event::Start);
        ear.listens(desk.now.mono, &effects);
        // Where in the session a reading of the clock is: pauses are cut out of what was heard.
        let mut paused = begun.0;
        let mut heard = Vec::new();
        for (by, what) in frames.iter().cycle() {
            let effects = desk.leaps(*by, *by);
            ear.listens(desk.now.mono, &effects);
            if *what == 0 && desk.player.ended().is_none() {
                let effects = desk.does(Event::Pause);
                ear.listens(desk.now.mono, &effects);
                heard.extend(ear.heard.drain(..).map(|(at, cue)| (at.0 - paused, cue)));
                desk.leaps(by * 7, by * 7);
                paused += by * 7;
                let effects = desk.does(Event::Resume);
                ear.listens(desk.now.mono, &effects);
            }
            if desk.player.ended().is_some() {
                break;
            }
        }
        ear.listens(Millis(i64::MAX), &[]);
        heard.extend(ear.heard.drain(..).map(|(at, cue)| (at.0 - paused, cue)));
        let expected = all_cues(&desk);
        prop_assert_eq!(&heard, &expected);
        let switches = desk.player.timeline().steps().iter().filter(|step| step.kind == StepKind::Switch).count();
        prop_assert_eq!(heard.iter().filter(|(_, cue)| *cue == Cue::Switch).count(), switches);
    }

    #[test]
    fn sound_is_ahead_of_a_page_that_gets_a_tick_a_minute(items in items(3), story in story(40)) {
        let mut ear = Ear::default();
        played(&items, story, |desk, effects| {
            ear.listens(desk.now.mono, effects);
            if desk.view().stage == Stage::Paused || desk.player.ended() == Some(EndedHow::Early) {
                assert!(ear.coming.is_empty(), "a clock that stands is silent");
            }
        });
    }

    #[test]
    fn half_an_hour_on_a_bad_clock_ends_on_time(
        frames in prop::collection::vec((250_i64..=1_000, -20_i64..=20, 0_u8..40), 50),
        sleeps: bool,
    ) {
        // 30 minutes: 1,800,000 ms but for the set-ups.
        let all = ["deep-water-running", "walk-easy"].map(|id| planned(id, DoseLevel::Three));
        let mut desk = Desk::of(&all);
        let (start, total) = (desk.now, desk.player.timeline().total());
        desk.does(Event::Start);
        let (mut real, mut slept, mut ended) = (0, 0, None);
        for (frame, jitter, freeze) in frames.iter().cycle() {
            if *freeze == 0 {
                real += 20_000;
                slept += if sleeps { 20_000 } else { 0 };
            }
            real += frame;
            desk.now.mono.0 = start.mono.0 + real - slept;
            desk.now.wall.0 = start.wall.0 + real + jitter;
            desk.does(Event::Frame);
            if desk.player.ended().is_some() {
                ended = Some(real);
                break;
            }
            prop_assert!((desk.player.spent.0 - real).abs() <= 50, "{} at {}", desk.player.spent.0, real);
        }
        let late = ended.unwrap() - total.0;
        prop_assert!((-50..=21_050).contains(&late), "{} ms late", late);
        prop_assert_eq!(desk.player.spent, total);
    }
}
