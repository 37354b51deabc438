//! How the plan follows a hip, over the whole program: swaps, flare-up sessions, limits; what holds for any life.

use proptest::prelude::*;

use super::life::{Life, Went, easy};
use super::person::Person;
use crate::journal::{Answer, Body, Journal, LimitsEntry, SessionKind};
use crate::library::{DoseLevel, ExerciseId, first};
use crate::program::adapt::{MorningClass, SessionResult};
use crate::program::plan::{Composed, MINUTES, OFFERED, Part, SlotId, is_harder, ladder};
use crate::program::reason::Input;
use crate::program::screening::{ActionLevel, Gate};
use crate::program::{NoSession, SwapKind};
use crate::units::PainScore;

const ALL: &str =
    "q-equipment mat chair bench step band-loop band-long ball-soft ball-small foam-roller stick strap slider weight";

/// Not easily upset: the plan starts in `build`.
fn steady() -> Life {
    Life::new(Person::new(&[], &["q-nprs-now 1", "q-nprs-worst 2", "q-nprs-average 1", "q-settle minutes", ALL]))
}

fn id(id: &str) -> ExerciseId {
    ExerciseId::parse(id).expect(id)
}

fn strength(session: &Composed) -> Vec<(&'static str, DoseLevel, u8)> {
    let strength = session.items.iter().filter(|item| item.part == Part::Strength);
    strength.map(|item| (item.planned.exercise.id(), item.planned.level, item.planned.dose.sets)).collect()
}

#[test]
fn prg_p1_a_shut_program_starts_nowhere_and_prg_p2_without_weight_there_is_no_plan() {
    let shut = Person::new(&["s-limp limp"], &[]);
    assert_eq!(shut.program().screening.gate, Gate::Stopped(ActionLevel::ClinicianFirst));
    let mut life = steady();
    let limits = LimitsEntry { weight_bearing: Some("none".into()), ..LimitsEntry::default() };
    life.write([Body::Limits(Box::new(limits))]);
    let slot = life.program.today.slot.unwrap();
    let Err(NoSession::RestToday { why, breathing }) = life.program.session(slot, life.person.now()) else { panic!() };
    assert_eq!((why.rule.0, breathing), ("PRG-Y3", None));
    assert!(life.program.rest_day_offers().is_empty());
}

#[test]
fn prg_v7_a_swap_stays_within_exclusions_and_time() {
    let mut life = steady();
    life.write([crate::program::plan::pain_now(PainScore::new(1).unwrap(), crate::journal::Context::Before)]);
    let session = life.session().unwrap();
    let bridge = session.items.iter().find(|item| item.planned.exercise.id() == "bridge-double").unwrap();
    let swaps = life.program.swaps(&session, bridge.planned.exercise);
    let of = |kind| swaps.iter().find(|swap| swap.kind == kind).map(|swap| swap.to.exercise.id());
    assert_eq!(of(SwapKind::Easier), Some("glute-set"), "an easier step always");
    assert_eq!(of(SwapKind::Harder), None, "not earned");
    let equal = of(SwapKind::Equal).unwrap();
    assert!(!strength(&session).iter().any(|(used, ..)| *used == equal), "{equal} is not in the session yet");
    assert_eq!(life.program.choose_swap(&session, id("bridge-double"), id("cat-camel")), None);
    let swap = life.program.choose_swap(&session, id("bridge-double"), id("glute-set")).unwrap();
    life.write([swap]);
    let swapped = life.session().unwrap();
    let ids: Vec<&str> = strength(&swapped).into_iter().map(|(id, ..)| id).collect();
    assert!(ids.contains(&"glute-set") && !ids.contains(&"bridge-double"));
    let item = swapped.items.iter().find(|item| item.planned.exercise.id() == "glute-set").unwrap();
    assert_eq!((item.reason.rule.0, &item.reason.inputs), ("PRG-V7", &vec![Input::Exercise(id("bridge-double"))]));
    assert!(swapped.seconds.0 <= 1230);
    // A limit that comes later takes the swap back.
    let limits = LimitsEntry { excluded_ids: vec!["glute-set".into()], ..LimitsEntry::default() };
    life.write([Body::Limits(Box::new(limits))]);
    assert!(strength(&life.session().unwrap()).iter().any(|(id, ..)| *id == "bridge-double"));
}

#[test]
fn prg_k11_a_rest_day_offers_self_manual_and_an_easy_walk() {
    let mut life = steady();
    life.on(1);
    assert_eq!(life.program.today.slot, None);
    let offers: Vec<String> = life.program.rest_day_offers().iter().map(SlotId::to_string).collect();
    assert!(offers.contains(&"try-walk-easy".to_owned()), "{offers:?}");
    assert_eq!(offers.len(), 2);
}

#[test]
fn prg_y1_a_clinicians_minutes_and_tags_hold_in_the_session() {
    let mut life = steady();
    let limits =
        LimitsEntry { max_session_minutes: Some(10), excluded_tags: vec!["supine".into()], ..LimitsEntry::default() };
    life.write([Body::Limits(Box::new(limits))]);
    let session = life.program.session(life.program.today.slot.unwrap(), life.person.now()).unwrap();
    assert!(session.seconds.0 <= 630);
    for item in &session.items {
        assert!(!first().get(item.planned.exercise).unwrap().tags.contains(&crate::library::Tag::Supine));
    }
    assert_eq!(life.program.why_left_out(id("bridge-double")).map(|reason| reason.rule.0), Some("PRG-Y1"));
}

#[test]
fn prg_f_a_flare_up_in_one_tap_and_the_way_back() {
    let mut life = steady();
    let before = strength(&life.train(&easy()).unwrap());
    life.on(1).morning(1).flare().safe();
    // Days 1 and 2: each day a short calm session.
    for day in [1, 2] {
        life.on(day);
        let rest = life.train(&easy()).unwrap();
        let ids: Vec<&str> = rest.items.iter().map(|item| item.planned.exercise.id()).collect();
        assert_eq!(ids[..2], ["breathing-supine", "side-lying-rest"]);
        assert_eq!((rest.kind, rest.turned[0].rule.0), (SessionKind::M, "PRG-F4"));
        assert!(rest.items.iter().all(|item| item.part != Part::Strength));
        assert!(matches!(
            life.program.session(SlotId::Try(id("bridge-double")), life.person.now()),
            Err(NoSession::NotToday(_))
        ));
    }
    life.on(3).morning(3);
    let light = life.train(&easy()).unwrap();
    assert_eq!(light.turned[0].rule.0, "PRG-F5");
    assert_eq!(light.items.iter().filter(|item| item.part == Part::Holds).count(), 1);
    // Two mornings one after the other: out, one level down from before, in the same phase.
    life.on(4).morning(2).on(5).morning(1);
    assert!(life.program.course.flare.is_none());
    assert_eq!(life.program.bearing.phase.id(), "build");
    assert!(!before.is_empty());
    life.on(7).safe();
    assert_eq!(life.train(&easy()).unwrap().kind, SessionKind::S, "PRG-K12: after a short run");
}

#[test]
fn prg_f6_easier_steps_at_level_1_with_half_the_sets() {
    let mut life = steady();
    life.train(&easy());
    life.on(1).morning(1).flare().safe();
    life.on(7).safe();
    let session = life.program.session(life.program.today.slot.unwrap(), life.person.now()).unwrap();
    assert_eq!(session.kind, SessionKind::F);
    for (exercise, level, sets) in strength(&session) {
        let whole = first().get(id(exercise)).unwrap().dose(DoseLevel::One).sets;
        assert_eq!((level, sets <= whole.div_ceil(2)), (DoseLevel::One, true), "{exercise}");
    }
    assert!(strength(&session).iter().any(|(exercise, ..)| *exercise == "glute-set"), "{:?}", strength(&session));
}

/// What a runner may do on a day.
#[derive(Debug, Clone)]
enum Deed {
    Train { before: u8, worst: u8, effort: u8, hurt: usize },
    Morning(u8),
    Days(i64),
    Minutes(u16),
    Equipment(Vec<&'static str>),
    Flare,
    CheckIn(i64, &'static str),
    Pause(i64),
    Limit(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    let low = || prop_oneof![6 => 0_u8..=3, 2 => 4_u8..=5, 1 => 6_u8..=8];
    let ids: Vec<&'static str> = OFFERED.iter().map(|one| one.id()).collect();
    prop_oneof![
        10 => (low(), low(), 2_u8..=9, 0_usize..30)
            .prop_map(|(before, worst, effort, hurt)| Deed::Train { before, worst, effort, hurt }),
        8 => low().prop_map(Deed::Morning),
        1 => (2_i64..=7).prop_map(Deed::Days),
        1 => prop::sample::select(MINUTES.to_vec()).prop_map(Deed::Minutes),
        1 => prop::sample::subsequence(ids, 0..=14).prop_map(Deed::Equipment),
        1 => Just(Deed::Flare),
        2 => (0_i64..=5, prop::sample::select(vec!["minutes", "hours", "next-day"]))
            .prop_map(|(now, settle)| Deed::CheckIn(now, settle)),
        1 => (1_i64..=20).prop_map(Deed::Pause),
        1 => (0_u8..=3).prop_map(Deed::Limit),
    ]
}

/// Dose of an exercise in a session, fill and walks left out: they count for nothing.
fn dose(session: &Composed, of: ExerciseId) -> Option<(DoseLevel, u8)> {
    let counts = |part| !matches!(part, Part::Fill | Part::Walk | Part::Pool);
    let found = session.items.iter().filter(|item| counts(item.part) && item.planned.exercise == of);
    found.map(|item| (item.planned.level, item.planned.dose.sets)).max()
}

/// A session that follows a morning that was not settled, or a session that went back.
fn is_no_more(new: &Composed, done: &[Composed]) -> Result<(), TestCaseError> {
    for item in &new.items {
        let of = item.planned.exercise;
        let Some((level, sets)) = dose(new, of) else { continue };
        let exercise = first().get(of).unwrap();
        // Fill looks like a whole exercise in the log only where its level has one set.
        if let Some((before, most)) = done.iter().rev().find_map(|old| dose(old, of)) {
            prop_assert!(level <= before, "{:?}: level", of);
            prop_assert!(level < before || sets <= most, "{:?}: {} sets after {}", of, sets, most);
        }
        let own = ladder(exercise, first());
        let last = done.iter().rev().find_map(|old| {
            let mut steps = old.items.iter().filter(|item| dose(old, item.planned.exercise).is_some());
            steps.rfind(|item| ladder(first().get(item.planned.exercise).unwrap(), first()) == own)
        });
        if let Some(last) = last {
            let last = first().get(last.planned.exercise).unwrap();
            prop_assert!(!is_harder(exercise, last, first()), "{:?} after {:?}", of, last.id);
        }
    }
    Ok(())
}

/// Carries a deed out; the session that was planned, if one was trained.
fn live(life: &mut Life, deed: &Deed) -> Option<Composed> {
    match deed {
        Deed::Train { before, worst, effort, hurt } => {
            let next = life.session().ok();
            let item = next.as_ref().and_then(|next| next.items.get(hurt % next.items.len().max(1)));
            let hurt = item.filter(|_| *worst > 3).map(|item| (item.planned.exercise, *worst));
            let went = Went { before: *before, worst: *worst, effort: *effort, hurt: hurt.into_iter().collect() };
            return life.train(&went);
        }
        Deed::Morning(pain) => {
            life.morning(*pain);
        }
        Deed::Days(days) => {
            life.set("q-days", Answer::Number(*days));
        }
        Deed::Minutes(minutes) => {
            life.set("q-minutes", Answer::Number(i64::from(*minutes)));
        }
        Deed::Equipment(ids) => {
            life.set("q-equipment", Answer::List(ids.iter().map(|id| (*id).to_owned()).collect()));
        }
        Deed::Flare => {
            life.flare();
        }
        Deed::CheckIn(now, settle) => {
            life.check_in(*now, *now + 1, settle).confirm();
        }
        Deed::Pause(_) => {}
        Deed::Limit(most) => {
            let limits = LimitsEntry { max_level: Some(*most), pain_limit: Some(*most), ..LimitsEntry::default() };
            life.write([Body::Limits(Box::new(limits))]);
        }
    }
    None
}

/// What holds at every moment of any life.
fn holds(life: &Life) -> Result<(), TestCaseError> {
    let (program, now) = (&life.program, life.person.now());
    if let Some(slot) = program.today.slot {
        match program.session(slot, now) {
            Ok(session) => {
                prop_assert!(!session.items.is_empty());
                let most = u32::from(program.settings.minutes) * 60 + 30;
                prop_assert!(session.seconds.0 <= most, "{} of {}", session.seconds.0, most);
                for item in &session.items {
                    prop_assert_eq!(program.why_left_out(item.planned.exercise), None);
                }
            }
            // Each has something to show: a question, a rest day with its reason.
            Err(NoSession::Shut) => prop_assert!(!life.is_open()),
            Err(NoSession::NotFound) => {
                prop_assert!(program.week.day(program.today.day).is_some_and(|day| day.session.is_some()));
            }
            Err(_) => {}
        }
    }
    prop_assert!(program.today.slot.is_some() || program.today.next.is_some() || !life.is_open(), "no next step");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5))]

    #[test]
    fn any_life_of_weeks(deeds in prop::collection::vec((0_i64..=2, deed()), 20..45)) {
        let mut life = steady();
        let mut day = 0;
        let mut done: Vec<Composed> = Vec::new();
        for (nth, (pause, deed)) in deeds.iter().enumerate() {
            day += pause + if let Deed::Pause(days) = deed { *days } else { 0 };
            life.on(day).safe();
            if let Some(stop) = life.program.course.referrals.stop().copied() {
                prop_assert!(stop.since <= life.program.today.day);
                life.person.seen(&[]);
                life.write([]);
            }
            let held = life.program.course.held;
            let sessions = life.program.course.decided.len();
            let trained = live(&mut life, deed);
            if let Some(session) = trained {
                if held {
                    is_no_more(&session, &done)?;
                }
                done.push(session);
            }
            prop_assert!(life.program.course.decided.len() >= sessions.min(60) || sessions == 60, "no result is lost");
            holds(&life)?;
            if nth % 12 == 0 {
                prop_assert_eq!(&life.program, &life.anew(), "what follows is what is derived anew");
            }
        }
        prop_assert_eq!(&life.program, &life.anew());
        let mut halves = Journal::new();
        for entry in life.person.journal.raw().cloned().collect::<Vec<_>>().into_iter().rev() {
            halves.insert(entry);
        }
        let merged = crate::program::Program::derive(&halves, first(), life.person.now());
        prop_assert_eq!(&merged, &life.program, "the order of merging does not matter");
    }

    #[test]
    fn after_a_worse_morning_no_dose_rises(days in prop::collection::vec((0_u8..=3, 0_u8..=7, 1_u8..=3), 4..14)) {
        let mut life = steady();
        let (mut day, mut done) = (0_i64, Vec::new());
        for (worst, next, pause) in days {
            life.on(day).safe();
            let went = Went { before: 1, worst, effort: 5, hurt: Vec::new() };
            let held = life.program.course.held;
            if let Some(session) = life.train(&went) {
                if held {
                    is_no_more(&session, &done)?;
                }
                done.push(session);
            }
            life.on(day + 1).morning(next);
            let last = life.program.course.last_decided();
            if let Some(last) = last.filter(|last| last.class != MorningClass::Settled) {
                prop_assert!(life.program.course.held);
                prop_assert!(last.result != SessionResult::Progress);
            }
            day += i64::from(pause) + 1;
        }
    }
}

#[test]
fn two_hundred_sessions_of_a_life() {
    let mut life = steady();
    let (mut day, mut trained, mut seed) = (0_i64, 0, 7_u64);
    let mut next = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % most
    };
    while trained < 200 {
        life.on(day).safe();
        if life.program.course.referrals.stop().is_some() {
            life.person.seen(&[]);
        }
        let pain = |roll: u64| {
            if roll < 8 {
                1_u8
            } else if roll < 19 {
                3
            } else {
                5
            }
        };
        let went = Went { before: pain(next(20)).min(3), worst: pain(next(20)), effort: 5, hurt: Vec::new() };
        trained += usize::from(life.train(&went).is_some());
        day += 1;
        life.on(day).morning(pain(next(20)).min(4));
        if day % 7 == 0 {
            life.check_in(1, 2, "minutes").confirm();
        }
        holds(&life).unwrap();
    }
    assert_eq!(life.program, life.anew());
}
