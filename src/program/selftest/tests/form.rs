//! Running form: entries, findings, the gate.

use super::sample::{journal, pain, result};
use crate::journal::TestSide::{Both, Left};
use crate::journal::{Method, TestEntry};
use crate::library::{Pattern, Phase};
use crate::program::evaluation::BodySide;
use crate::program::pattern::cue;
use crate::program::selftest::form::{FormClosed, FormFacts, FormLog, VideoItem, cadence_entry, form_gate};
use crate::units::Seconds;

#[test]
fn an_item_takes_its_own_choices_and_sides_alone() {
    for item in VideoItem::ALL {
        assert_eq!(VideoItem::parse(item.id()), Some(*item));
        let sides = if item.look().each_side { BodySide::ALL.map(Some).to_vec() } else { vec![None] };
        for choice in item.look().choices {
            assert!(sides.iter().all(|side| item.entry(*side, choice.id).is_some()), "{} {}", item.id(), choice.id);
        }
        assert_eq!(item.entry(sides[0], "sideways"), None);
        let wrong = if item.look().each_side { None } else { Some(BodySide::Left) };
        assert_eq!(item.entry(wrong, "unsure"), None, "{}", item.id());
    }
}

#[test]
fn the_newest_sight_counts_and_unsure_is_no_finding() {
    let seen = |item: VideoItem, side, choice| item.entry(side, choice).unwrap();
    let left = Some(BodySide::Left);
    let log = FormLog::of(
        journal([
            seen(VideoItem::PelvicDrop, left, "drop"),
            seen(VideoItem::PelvicDrop, Some(BodySide::Right), "level"),
            seen(VideoItem::Trunk, None, "waist"),
            seen(VideoItem::Trunk, None, "unsure"),
            seen(VideoItem::Overstride, None, "ahead"),
        ])
        .happened(),
    );
    assert!(log.has(VideoItem::PelvicDrop, &["drop"]) && !log.has(VideoItem::Trunk, &["back", "waist"]));
    let found: Vec<_> = log.findings().iter().map(|sight| (sight.item, sight.choice)).collect();
    assert_eq!(found, [(VideoItem::PelvicDrop, "drop"), (VideoItem::Overstride, "ahead")]);
    assert_eq!(log.seen(VideoItem::PelvicDrop, left).unwrap().choice, "drop");
    assert_eq!(log.open_items(), [VideoItem::KneeBend, VideoItem::FootAngle, VideoItem::StepWidth]);
    assert_eq!(cue(Pattern::Groin, &log.seen_ids()).drill, Some("cadence-metronome-run"), "g-1 goes before g-3");
    assert_eq!(FormLog::default().open_items(), VideoItem::ALL);
    assert_eq!(FormLog::default().findings(), []);
}

#[test]
fn t_cadence_is_kept_with_its_pace_and_within_its_range() {
    let entry = cadence_entry(168.4, Method::Sensor, Some(Seconds(360))).unwrap();
    assert_eq!((entry.tries.as_slice(), entry.pace), ([1680].as_slice(), Some(Seconds(360))));
    assert_eq!(cadence_entry(168.5, Method::Count, None).unwrap().tries, [1690], "half up");
    for out in [119.0, 119.4, 220.5, 230.0, 0.0, f64::NAN, f64::INFINITY] {
        assert_eq!(cadence_entry(out, Method::Count, None), None, "{out}");
    }
    for (before, now, changed) in [(165.0, 169.0, false), (165.0, 170.0, true), (165.0, 160.0, true)] {
        let rates = [before, now].map(|rate| cadence_entry(rate, Method::Count, None).unwrap());
        let log = FormLog::of(journal(rates).happened());
        assert_eq!(log.cadence_changed(), Some(changed), "{before} {now}");
    }
    let odd = TestEntry { choice: None, ..result("t-cadence", Both, &[900]) };
    assert_eq!(FormLog::of(journal([odd, result("v-trunk", Left, &[])]).happened()), FormLog::default());
}

#[test]
fn running_form_waits_for_its_gate() {
    let open = FormFacts {
        is_open: true,
        no_impact: false,
        run_pain: Some(pain(3)),
        easy_minutes: Some(5),
        phase: Phase::Run,
        running_on: false,
    };
    assert_eq!(form_gate(open), Ok(()));
    assert_eq!(form_gate(FormFacts { phase: Phase::Keep, ..open }), Ok(()));
    for phase in [Phase::Build, Phase::Load] {
        assert_eq!(form_gate(FormFacts { phase, ..open }), Err(FormClosed::Phase));
        assert_eq!(form_gate(FormFacts { phase, running_on: true, ..open }), Ok(()));
    }
    for (facts, why) in [
        (FormFacts { is_open: false, ..open }, FormClosed::Shut),
        (FormFacts { no_impact: true, ..open }, FormClosed::NoImpact),
        (FormFacts { phase: Phase::Calm, running_on: true, ..open }, FormClosed::Phase),
        (FormFacts { run_pain: Some(pain(4)), ..open }, FormClosed::RunPain),
        (FormFacts { run_pain: None, ..open }, FormClosed::RunPain),
        (FormFacts { easy_minutes: Some(4), ..open }, FormClosed::Minutes),
        (FormFacts { easy_minutes: None, ..open }, FormClosed::Minutes),
    ] {
        assert_eq!(form_gate(facts), Err(why), "{facts:?}");
    }
}
