//! A test as it is done.

use proptest::prelude::*;

use super::sample::{at, journal, pain};
use crate::journal::{HurtKind, Method, NotDone, TestEntry, TestSide};
use crate::measure::Sample;
use crate::program::evaluation::Region;
use crate::program::plan::SoreSide;
use crate::program::selftest::{Beep, Choice, Effect, Event, SelfTest, Stage, TestLog, Trial, rounded};
use crate::units::{Millis, Seconds};

struct Run {
    trial: Trial,
    time: i64,
    effects: Vec<Effect>,
}

impl Run {
    fn of(test: SelfTest, sore: SoreSide) -> Self {
        Self { trial: Trial::new(test, sore, None, at(0)), time: 0, effects: Vec::new() }
    }

    fn on(&mut self, event: Event) -> &mut Self {
        self.effects.extend(self.trial.on(event, at(self.time)));
        self
    }

    /// Frames for so long.
    fn wait(&mut self, millis: i64) -> &mut Self {
        let end = self.time + millis;
        while self.time < end {
            self.time = (self.time + 50).min(end);
            self.on(Event::Frame);
        }
        self
    }

    fn records(&self) -> Vec<&TestEntry> {
        let records = self.effects.iter().filter_map(|effect| match effect {
            Effect::Record(entry) => Some(entry),
            _ => None,
        });
        records.collect()
    }

    fn beeps(&self, beep: Beep) -> usize {
        self.effects.iter().filter(|effect| **effect == Effect::Beep(beep)).count()
    }

    /// A try of so many seconds, stopped by the runner.
    fn hold(&mut self, seconds: i64) -> &mut Self {
        self.on(Event::Start).wait(5_000 + seconds * 1000).on(Event::Stop)
    }

    /// A set of so many repetitions.
    fn reps(&mut self, count: u16) -> &mut Self {
        self.on(Event::Start).wait(5_100);
        for _ in 0..count {
            self.wait(500).on(Event::Count);
        }
        self.on(Event::Stop)
    }

    fn no_pain(&mut self) -> &mut Self {
        self.on(Event::Pain(pain(0)))
    }
}

#[test]
fn t_stance_is_the_best_of_three_the_less_sore_side_first() {
    let mut run = Run::of(SelfTest::Stance, SoreSide::Left);
    assert_eq!(run.trial.side(), Some(TestSide::Right));
    run.hold(20).hold(31).hold(25).on(Event::Pain(pain(2))).on(Event::Places(vec![Region::OuterHip]));
    assert_eq!(run.trial.stage(), Stage::When);
    run.on(Event::Onset(Some(Seconds(18))));
    assert_eq!((run.trial.side(), run.trial.stage()), (Some(TestSide::Left), Stage::Ready), "no rest in balance");
    run.hold(44).on(Event::Start).wait(60_000);
    assert_eq!(run.trial.stage(), Stage::Pain, "45 s cannot be bettered: no third try");
    run.no_pain();
    assert_eq!(run.trial.stage(), Stage::Over);
    let [right, left] = run.records()[..] else { panic!("{:?}", run.records()) };
    assert_eq!((right.side, right.onset, right.pain), (TestSide::Right, Some(Seconds(18)), Some(pain(2))));
    assert_eq!(right.regions, ["r-outer-hip"]);
    assert_eq!(rounded(SelfTest::Stance, &right.tries), Some(310));
    assert_eq!((left.tries.as_slice(), left.method, left.onset), ([440, 450].as_slice(), Method::Timer, None));
    assert_eq!(run.beeps(Beep::Go), 5);
    assert_eq!(run.beeps(Beep::End), 1);
    assert_eq!(run.beeps(Beep::Last), 15, "three, two, one before each try");
}

#[test]
fn pain_that_is_tapped_while_standing_has_its_second() {
    let mut run = Run::of(SelfTest::Stance, SoreSide::Right);
    run.on(Event::Start).wait(5_000 + 12_400).on(Event::PainCame).wait(3_000).on(Event::PainCame).wait(30_000);
    run.on(Event::Pain(pain(3))).on(Event::Places(vec![Region::OuterHip]));
    assert_eq!(run.records()[0].onset, Some(Seconds(12)), "the first time counts; it is not asked again");
}

#[test]
fn strength_has_one_try_a_side_and_a_minute_between() {
    let mut run = Run::of(SelfTest::Bridge, SoreSide::Right);
    run.reps(22).no_pain();
    assert!(matches!(run.trial.stage(), Stage::Rest { .. }));
    assert_eq!(run.trial.left(at(run.time)), Some(Millis(60_000)));
    run.wait(59_900);
    assert!(matches!(run.trial.stage(), Stage::Rest { .. }));
    run.wait(200);
    assert_eq!(run.trial.stage(), Stage::Ready);
    run.reps(60);
    assert_eq!(run.trial.stage(), Stage::Pain, "the cap of 40 ends it");
    run.no_pain();
    let tries: Vec<&[i32]> = run.records().iter().map(|entry| entry.tries.as_slice()).collect();
    assert_eq!(tries, [[220].as_slice(), [400].as_slice()]);
    assert_eq!(run.records()[0].method, Method::Count);
}

#[test]
fn a_count_can_be_taken_back() {
    let mut run = Run::of(SelfTest::SitStand, SoreSide::Right);
    run.on(Event::Answered { yes: false }).on(Event::Start).wait(6_000);
    run.on(Event::Uncount).on(Event::Count).on(Event::Count).on(Event::Uncount).on(Event::Count).on(Event::Stop);
    assert_eq!(run.trial.tries(), [20]);
}

#[test]
fn t_calf_beats_60_a_minute_while_it_runs() {
    let mut run = Run::of(SelfTest::Calf, SoreSide::Left);
    run.on(Event::Answered { yes: false }).reps(12).no_pain();
    let beats: Vec<&Effect> = run.effects.iter().filter(|one| matches!(one, Effect::Metronome(_))).collect();
    assert_eq!(beats, [&Effect::Metronome(Some(60)), &Effect::Metronome(None)]);
}

#[test]
fn t_squeeze_is_one_press_of_both_legs_and_its_pain_the_result() {
    let mut run = Run::of(SelfTest::Squeeze, SoreSide::Left);
    run.on(Event::Start).wait(10_000);
    assert_eq!(run.trial.stage(), Stage::Pain);
    run.on(Event::Pain(pain(4))).on(Event::Places(vec![Region::InnerGroin]));
    let [entry] = run.records()[..] else { panic!("one for both legs") };
    assert_eq!((entry.side, entry.tries.as_slice()), (TestSide::Both, [40].as_slice()));
    assert_eq!((entry.pain, entry.why), (Some(pain(4)), None));
    let mut none = Run::of(SelfTest::Squeeze, SoreSide::Left);
    none.on(Event::Start).wait(10_000).no_pain();
    assert_eq!(none.records()[0].tries, [0], "no pain is a result");
}

#[test]
fn t_faber_is_measured_by_hand_twice_and_its_place_is_always_asked() {
    let mut run = Run::of(SelfTest::Faber, SoreSide::Left);
    run.on(Event::Start).on(Event::Measured(9_000));
    assert_eq!((run.trial.stage(), run.trial.try_of()), (Stage::Ready, (1, 2)), "nothing runs; 900 cm is no distance");
    run.on(Event::Measured(160)).on(Event::Measured(240)).no_pain();
    assert_eq!(run.trial.stage(), Stage::Where);
    run.on(Event::Places(vec![]));
    assert_eq!(run.records()[0].tries, [160, 240]);
    assert_eq!((run.records()[0].method, run.trial.side()), (Method::Hand, Some(TestSide::Left)));
}

#[test]
fn t_squat_is_judged_after_ten_seconds() {
    let mut run = Run::of(SelfTest::Squat, SoreSide::Left);
    run.on(Event::Start).wait(15_000);
    assert_eq!(run.trial.stage(), Stage::Judge);
    run.on(Event::Kept(6));
    assert_eq!(run.trial.stage(), Stage::Judge, "there are five points");
    run.on(Event::Kept(0)).no_pain();
    assert_eq!(run.records()[0].tries, [0]);
}

/// The phone against the shin, turned that far, for so long.
fn hold_phone(run: &mut Run, degrees: f64, millis: i64) {
    let end = run.time + millis;
    while run.time < end {
        run.time += 16;
        let turn = degrees.to_radians();
        let sample = Sample { at: Millis(run.time), x: 9.8 * turn.sin(), y: 9.8 * turn.cos(), z: 0.5 };
        run.on(Event::Motion(sample));
    }
}

#[test]
fn an_angle_is_measured_twice_from_its_start_pose() {
    let mut run = Run::of(SelfTest::HipIrSeated, SoreSide::Left);
    for (from, to) in [(2.0, 31.0), (-3.0, 28.0)] {
        run.on(Event::Start);
        assert_eq!(run.trial.stage(), Stage::StartPose);
        hold_phone(&mut run, from, 1_500);
        assert_eq!(run.trial.stage(), Stage::Position);
        hold_phone(&mut run, to, 1_500);
    }
    assert_eq!((run.beeps(Beep::StartPose), run.beeps(Beep::Read)), (2, 2));
    assert_eq!(run.trial.stage(), Stage::Pain);
    run.no_pain();
    let entry = run.records()[0];
    assert_eq!((rounded(SelfTest::HipIrSeated, &entry.tries), entry.method), (Some(300), Method::Sensor));
}

#[test]
fn an_angle_out_of_range_is_refused_and_measured_again() {
    let mut run = Run::of(SelfTest::HipIrSeated, SoreSide::Left);
    run.on(Event::Start);
    hold_phone(&mut run, 0.0, 1_500);
    hold_phone(&mut run, 120.0, 1_500);
    assert_eq!((run.trial.stage(), run.trial.tries().len(), run.beeps(Beep::Refused)), (Stage::Ready, 0, 1));
}

#[test]
fn without_a_sensor_a_choice_is_taken() {
    let mut run = Run::of(SelfTest::HipIrSeated, SoreSide::Left);
    run.on(Event::Start).on(Event::NoSensor).on(Event::Start);
    assert_eq!(run.trial.stage(), Stage::Ready);
    run.on(Event::Chose(Choice { id: "more", value: 80 }));
    assert_eq!(run.trial.stage(), Stage::Ready, "no choice of this test");
    run.on(Event::Chose(Choice { id: "two-hands", value: 28 })).on(Event::Pain(pain(3)));
    run.on(Event::Places(vec![Region::GroinCrease]));
    let entry = run.records()[0];
    assert_eq!((entry.choice.as_deref(), entry.tries.len(), entry.method), (Some("two-hands"), 0, Method::Choice));
    let log = TestLog::of(journal([entry.clone()]).happened());
    let newest = log.newest(SelfTest::HipIrSeated, crate::program::evaluation::BodySide::Right).unwrap();
    assert_eq!(newest.tenths, Some(280));
}

#[test]
fn pain_of_6_stops_the_test_without_a_result() {
    let mut run = Run::of(SelfTest::Bridge, SoreSide::Right);
    run.on(Event::Start).wait(9_000).on(Event::Count);
    run.on(Event::Hurts { pain: pain(6), kind: HurtKind::Ache });
    assert_eq!(run.trial.stage(), Stage::Where);
    run.on(Event::Places(vec![Region::SitBone]));
    assert_eq!(run.trial.stage(), Stage::Over, "the other side is not tested");
    let [entry] = run.records()[..] else { panic!("one side") };
    assert_eq!((entry.tries.len(), entry.pain, entry.why), (0, Some(pain(6)), Some(NotDone::Stopped)));
    assert!(run.effects.contains(&Effect::Hurt { pain: pain(6), kind: HurtKind::Ache }));
}

#[test]
fn every_kind_of_a_stop_rule_stops_the_test_at_any_number() {
    for kind in [HurtKind::Sharp, HurtKind::Lock, HurtKind::Numb, HurtKind::Unwell, HurtKind::Limp] {
        let mut run = Run::of(SelfTest::Calf, SoreSide::Right);
        run.on(Event::Answered { yes: false }).on(Event::Start).wait(8_000).on(Event::Hurts { pain: pain(1), kind });
        run.on(Event::Places(vec![]));
        assert_eq!(run.trial.stage(), Stage::Over, "{kind:?}");
        assert_eq!(run.records()[0].why, Some(NotDone::Stopped));
        assert_eq!(run.effects.iter().filter(|one| **one == Effect::Metronome(None)).count(), 1);
    }
}

#[test]
fn an_ache_under_6_is_noted_and_the_test_goes_on() {
    let mut run = Run::of(SelfTest::Bridge, SoreSide::Right);
    run.on(Event::Start).wait(9_000).on(Event::Hurts { pain: pain(4), kind: HurtKind::Ache });
    assert!(matches!(run.trial.stage(), Stage::Running { .. }));
    run.on(Event::Count).on(Event::Stop).on(Event::Pain(pain(2))).on(Event::Places(vec![]));
    assert_eq!(run.records()[0].pain, Some(pain(4)), "the worst counts");
}

#[test]
fn a_side_that_hurt_6_or_more_is_the_last_one() {
    let mut run = Run::of(SelfTest::HipFlexion, SoreSide::Right);
    run.on(Event::Start).wait(10_000).on(Event::Pain(pain(6))).on(Event::Places(vec![Region::FrontThigh]));
    assert_eq!((run.trial.stage(), run.records().len()), (Stage::Over, 1));
    assert_eq!(run.records()[0].tries, [60], "its pain is the result all the same");
}

#[test]
fn a_yes_before_the_test_leaves_it_out() {
    let mut run = Run::of(SelfTest::HeelButtock, SoreSide::Left);
    run.on(Event::Start);
    assert!(matches!(run.trial.stage(), Stage::Asks(_)), "the question comes first");
    run.on(Event::Answered { yes: true });
    assert_eq!(run.trial.stage(), Stage::Over);
    let whys: Vec<_> = run.records().iter().map(|entry| (entry.side, entry.why)).collect();
    assert_eq!(whys, [(TestSide::Right, Some(NotDone::Unfit)), (TestSide::Left, Some(NotDone::Unfit))]);
}

#[test]
fn lying_on_a_sore_side_leaves_out_that_side_alone() {
    let mut run = Run::of(SelfTest::SidePlank, SoreSide::Right);
    run.on(Event::Answered { yes: false }).on(Event::Answered { yes: false }).hold(30).no_pain().on(Event::SkipRest);
    assert!(matches!(run.trial.stage(), Stage::Asks(_)), "asked anew for the other side");
    run.on(Event::Answered { yes: true });
    let whys: Vec<_> = run.records().iter().map(|entry| (entry.side, entry.why)).collect();
    assert_eq!(whys, [(TestSide::Left, None), (TestSide::Right, Some(NotDone::Unfit))]);
}

#[test]
fn a_stopwatch_that_nobody_saw_does_not_count() {
    let mut run = Run::of(SelfTest::SidePlank, SoreSide::Right);
    run.on(Event::Answered { yes: false }).on(Event::Answered { yes: false }).on(Event::Start).wait(8_000);
    run.time += 200_000;
    run.on(Event::Frame);
    assert_eq!((run.trial.stage(), run.trial.tries().len(), run.beeps(Beep::Void)), (Stage::Ready, 0, 1));
    run.hold(42).no_pain();
    assert_eq!(run.records()[0].tries, [420]);
}

#[test]
fn leaving_a_test_leaves_both_sides_unknown() {
    for why in [NotDone::Skipped, NotDone::Equipment] {
        let mut run = Run::of(SelfTest::Stance, SoreSide::Left);
        run.hold(20).on(Event::Leave(why)).on(Event::Start).on(Event::Pain(pain(3)));
        assert_eq!((run.trial.stage(), run.records().len()), (Stage::Over, 2));
        assert!(run.records().iter().all(|entry| entry.tries.is_empty() && entry.why == Some(why)));
        assert_eq!(TestLog::of(journal(run.records().into_iter().cloned()).happened()), TestLog::none());
    }
}

#[test]
fn leaving_after_the_pain_was_told_does_not_lose_it() {
    let mut run = Run::of(SelfTest::Bridge, SoreSide::Left);
    run.on(Event::Start).wait(9_000).on(Event::Hurts { pain: pain(8), kind: HurtKind::Sharp });
    run.on(Event::Leave(NotDone::Skipped));
    let [entry] = run.records()[..] else { panic!("{:?}", run.records()) };
    assert_eq!((entry.pain, entry.why), (Some(pain(8)), Some(NotDone::Stopped)));
    let mut done = Run::of(SelfTest::HipFlexion, SoreSide::Left);
    done.on(Event::Start).wait(10_000).on(Event::Pain(pain(4))).on(Event::Leave(NotDone::Skipped));
    let whys: Vec<_> = done.records().iter().map(|entry| (entry.tries.clone(), entry.why)).collect();
    assert_eq!(whys, [(vec![40], None), (vec![], Some(NotDone::Skipped))]);
}

#[test]
fn one_side_can_be_taken_up_again() {
    let trial = Trial::new(SelfTest::Bridge, SoreSide::Left, Some(TestSide::Left), at(0));
    let mut run = Run { trial, time: 0, effects: Vec::new() };
    run.reps(15).no_pain();
    assert_eq!((run.trial.stage(), run.records().len()), (Stage::Over, 1));
    assert_eq!(run.records()[0].side, TestSide::Left);
}

fn event() -> impl Strategy<Value = Event> {
    let kinds = vec![HurtKind::Ache, HurtKind::Sharp, HurtKind::Numb];
    let score = || (0_u8..=10).prop_map(pain);
    let choices = vec![Choice { id: "level", value: 0 }, Choice { id: "more", value: 38 }];
    prop_oneof![
        3 => Just(Event::Frame),
        3 => Just(Event::Start),
        2 => Just(Event::Answered { yes: false }),
        1 => Just(Event::Answered { yes: true }),
        1 => Just(Event::NoSensor),
        1 => Just(Event::Again),
        2 => Just(Event::Count),
        1 => Just(Event::Uncount),
        2 => Just(Event::Stop),
        1 => prop::sample::select(choices).prop_map(Event::Chose),
        1 => any::<i32>().prop_map(Event::Measured),
        1 => (0_i32..300).prop_map(Event::Measured),
        1 => any::<u8>().prop_map(Event::Kept),
        1 => Just(Event::PainCame),
        3 => score().prop_map(Event::Pain),
        2 => Just(Event::Places(vec![Region::SitBone])),
        1 => Just(Event::Onset(None)),
        1 => (score(), prop::sample::select(kinds)).prop_map(|(pain, kind)| Event::Hurts { pain, kind }),
        1 => Just(Event::SkipRest),
        1 => Just(Event::Leave(NotDone::Skipped)),
        1 => (any::<i16>(), any::<i16>()).prop_map(|(x, y)| Event::Motion(Sample {
            at: Millis(0),
            x: f64::from(x) / 3_000.0,
            y: f64::from(y) / 3_000.0,
            z: 3.0,
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// At most one entry a side; each with a valid result, or with why there is none; never a result of a stopped side.
    #[test]
    fn random_events_never_make_up_a_result(
        test in prop::sample::select(SelfTest::ALL),
        sore in prop::sample::select(SoreSide::ALL.to_vec()),
        events in prop::collection::vec((event(), 0_i64..4_000), 0..120),
    ) {
        let mut run = Run::of(test, sore);
        for (event, wait) in events {
            run.time += wait;
            run.on(event);
        }
        let records = run.records();
        prop_assert!(records.len() <= 2);
        let mut sides: Vec<TestSide> = records.iter().map(|entry| entry.side).collect();
        sides.dedup();
        prop_assert_eq!(sides.len(), records.len());
        for entry in records {
            let tenths = match &entry.choice {
                Some(id) => test.choice(id).map(|choice| i32::from(choice.value) * 10),
                None => rounded(test, &entry.tries),
            };
            prop_assert_eq!(tenths.is_some(), entry.why.is_none(), "{:?}", entry);
            if entry.why.is_none() {
                prop_assert!(entry.pain.is_some(), "{:?}", entry);
                prop_assert!(entry.choice.is_some() || entry.tries.len() == test.tries().0 || test == SelfTest::Stance);
            }
            if test.is_pain() && entry.why.is_none() {
                prop_assert_eq!(entry.pain.map(|pain| i32::from(pain.get()) * 10), tenths);
            }
        }
        if run.trial.stage() == Stage::Over {
            prop_assert!(run.trial.side().is_none());
        } else {
            prop_assert!(run.trial.side().is_some());
        }
    }
}
