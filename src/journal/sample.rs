//! Made-up entries for the tests of this layer and of those above it.

use proptest::prelude::*;

use super::*;
use crate::library::DoseLevel;
use crate::units::{Day, Effort, Millis, PainScore, Seconds};

/// 2026-11-01T00:00:00Z.
pub(crate) const START: i64 = 1_793_491_200_000;

/// An entry of that second after [`START`].
pub(crate) fn entry(second: i64, body: Body) -> Entry {
    Entry { id: EntryId::new(Millis(START + second * 1000), 7), tz: -300, body }
}

fn id() -> impl Strategy<Value = EntryId> {
    // Few ids, so that the same one comes with several bodies, over several months.
    (0_i64..6, 0_u128..3).prop_map(|(step, random)| EntryId::new(Millis(START + step * 1_000_000_000), random))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z][a-z-]{0,12}",
        Just(String::new()),
        Just("a b:c,\"d\"\n\\é\u{1F3C3}\u{0}".to_owned()),
        "\\PC{0,20}"
    ]
}

fn score() -> impl Strategy<Value = PainScore> {
    (0_u8..=10).prop_map(|score| PainScore::new(score).unwrap())
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Skipped),
        any::<i64>().prop_map(Answer::Number),
        text().prop_map(Answer::Text),
        prop::collection::vec(text(), 0..4).prop_map(Answer::List),
    ]
}

fn moment() -> impl Strategy<Value = Moment> {
    prop::sample::select(vec![Moment::Screen, Moment::Short, Moment::Ask, Moment::CheckIn, Moment::ReTest])
}

fn item() -> impl Strategy<Value = Item> {
    (text(), 1_u8..=3, any::<(u8, u16, u32)>()).prop_map(|(exercise, level, (sets, amount, rest))| Item {
        exercise,
        level: DoseLevel::try_from(level).unwrap(),
        sets,
        amount,
        rest: Seconds(rest),
    })
}

fn item_done() -> impl Strategy<Value = ItemDone> {
    let mark = prop::sample::select(vec![Mark::Ok, Mark::Held, Mark::Bad]);
    (text(), any::<(u8, u32)>(), prop::option::of(score()), mark, prop::option::of(text())).prop_map(
        |(exercise, (sets, amount), worst, mark, exchanged)| ItemDone {
            exercise,
            sets,
            amount,
            worst,
            mark,
            exchanged,
        },
    )
}

fn ok() -> impl Strategy<Value = OkEntry> {
    (0_i32..40_000, any::<bool>(), prop::collection::vec(text(), 0..3), text(), text()).prop_map(
        |(day, full, flags, name, note)| OkEntry {
            on: Day::from_epoch(day),
            profession: if full { Profession::Physician } else { Profession::PhysicalTherapist },
            scope: if full { Scope::Full } else { Scope::NoImpact },
            bone: if full { BoneFinding::RuledOut } else { BoneFinding::NotChecked },
            flags,
            name,
            note,
        },
    )
}

fn test() -> impl Strategy<Value = TestEntry> {
    let side = prop::sample::select(vec![TestSide::Left, TestSide::Right, TestSide::Both]);
    let method = prop::sample::select(vec![Method::Sensor, Method::Timer, Method::Count, Method::Choice, Method::Hand]);
    let why = prop::sample::select(vec![NotDone::Skipped, NotDone::Stopped, NotDone::Unfit, NotDone::Equipment]);
    let seconds = || prop::option::of(any::<u32>().prop_map(Seconds));
    let measured = (prop::collection::vec(any::<i32>(), 0..4), prop::option::of(text()), prop::option::of(score()));
    let rest = (prop::collection::vec(text(), 0..3), seconds(), seconds(), prop::option::of(why));
    (text(), side, measured, rest, method).prop_map(
        |(test, side, (tries, choice, pain), (regions, onset, pace, why), method)| TestEntry {
            test,
            side,
            tries,
            choice,
            pain,
            regions,
            onset,
            pace,
            method,
            why,
        },
    )
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        text().prop_map(|to| Choice::Phase { to }),
        any::<bool>().prop_map(|holds| Choice::NoRun { holds }),
        (text(), text(), text()).prop_map(|(slot, from, to)| Choice::Swap { slot, from, to }),
        (id(), any::<bool>()).prop_map(|(of, holds)| Choice::LimitsHold { of, holds }),
        Just(Choice::SmallerPlan),
        Just(Choice::Flare),
        Just(Choice::Worry),
    ]
}

fn limits() -> impl Strategy<Value = LimitsEntry> {
    let some = || prop::option::of(text());
    (some(), prop::option::of(0_u8..9), prop::collection::vec(text(), 0..3), some(), prop::option::of(0_i32..40_000))
        .prop_map(|(max_phase, max_level, excluded_ids, run_allowed, until)| LimitsEntry {
            max_phase,
            max_level,
            excluded_ids,
            run_allowed,
            until: until.map(Day::from_epoch),
            max_session_minutes: max_level.map(u16::from),
            pain_limit: max_level,
            ..LimitsEntry::default()
        })
}

/// Any body but those that revise others.
fn plain() -> impl Strategy<Value = Body> {
    let how = prop::sample::select(vec![EndedHow::Done, EndedHow::Early, EndedHow::Stopped]);
    let ctx = prop::sample::select(vec![Context::Screen, Context::DayZero, Context::AfterSixty, Context::Today]);
    let kind = prop::sample::select(vec![SessionKind::F, SessionKind::Light, SessionKind::Try]);
    let effort = (0_u8..=10).prop_map(|effort| Effort::new(effort).unwrap());
    prop_oneof![
        (moment(), text(), prop::collection::vec(text(), 0..3)).prop_map(|(moment, why, questions)| Body::Begin {
            moment,
            why,
            questions
        }),
        (text(), answer(), ctx).prop_map(|(q, a, ctx)| Body::Answer { q, a, ctx }),
        moment().prop_map(|moment| Body::Finish { moment }),
        ok().prop_map(Body::Ok),
        (text(), kind, any::<u32>(), prop::collection::vec(item(), 0..5))
            .prop_map(|(slot, kind, seconds, items)| Body::Session { slot, kind, seconds: Seconds(seconds), items }),
        (id(), text(), score()).prop_map(|(of, item, pain)| Body::Hurt { of, item, pain, kind: HurtKind::Lock }),
        (id(), how, any::<u32>(), prop::collection::vec(item_done(), 0..5))
            .prop_map(|(of, how, seconds, items)| Body::SessionEnd { of, how, seconds: Seconds(seconds), items }),
        (id(), prop::option::of(score()), prop::option::of(effort), text())
            .prop_map(|(of, worst, effort, note)| Body::After { of, worst, effort, note }),
        test().prop_map(Body::Test),
        (text(), text()).prop_map(|(name, value)| Body::Pref { name, value }),
        any::<u32>().prop_map(|count| Body::Backup { count }),
        (
            text(),
            any::<(u32, bool)>(),
            prop::option::of(score()),
            prop::option::of(0_u32..900_000),
            prop::collection::vec(text(), 0..3)
        )
            .prop_map(|(what, (run, grew), worst, meters, regions)| Body::Run(Box::new(RunEntry {
                what: what.clone(),
                run: Seconds(run),
                worst,
                meters,
                regions,
                grew,
                shoes: what,
                ..RunEntry::default()
            }))),
        choice().prop_map(Body::Choice),
        limits().prop_map(|limits| Body::Limits(Box::new(limits))),
    ]
}

/// Up to `most` entries of any kind in any order; many share an id.
pub(crate) fn entries(most: usize) -> impl Strategy<Value = Vec<Entry>> {
    let body = prop_oneof![
        6 => plain(),
        1 => (id(), plain()).prop_map(|(of, body)| Body::Edit { of, body: Box::new(body) }),
        1 => id().prop_map(|of| Body::Delete { of }),
        1 => id().prop_map(|of| Body::Restore { of }),
        1 => Just(Body::Unknown(String::new())),
    ];
    let entry = (id(), -720_i16..=840, body, 0_u8..3).prop_map(|(id, tz, body, note)| {
        let body = match body {
            Body::Unknown(_) => {
                Body::Unknown(format!(r#"{{ "id":"{id}","kind":"moon","v":1,"tz":{tz},"x":{note}.50}}"#))
            }
            body => body,
        };
        Entry { id, tz, body }
    });
    prop::collection::vec(entry, 0..=most)
}

/// That many sessions from [`START`] on, one each 9 hours, with that many exercises, and all that belongs to each:
/// an answer before, the end, and what came after.
pub(crate) fn year_of_sessions(sessions: usize, exercises: usize) -> Vec<Entry> {
    let exercises = exercises.max(2);
    let mut ids = IdMaker::default();
    let mut all = Vec::with_capacity(sessions * 4);
    for index in 0..sessions {
        let start = START + i64::try_from(index).unwrap() * 9 * 3_600_000;
        let score = |shift: usize| PainScore::new(u8::try_from((index + shift) % 7).unwrap()).unwrap();
        let name = |item: usize| format!("exercise-{}", (item + index / 40) % 40);
        let mut push = |minute: i64, body| {
            // Spread like real ones, so that the size of a month is a real one.
            let random = (index as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
            let id = ids.next(Millis(start + minute * 60_000), random >> 40);
            all.push(Entry { id, tz: -300, body });
            id
        };
        push(
            0,
            Body::Answer { q: "q-nprs-now".into(), a: Answer::Number(score(2).get().into()), ctx: Context::Before },
        );
        let slot = format!("{}-f", Day::at(Millis(start), 0));
        let planned = |item| Item {
            exercise: name(item),
            level: DoseLevel::One,
            sets: 2,
            amount: 8 + u16::try_from(index / 200).unwrap(),
            rest: Seconds(45),
        };
        let items = (0..exercises).map(planned).collect();
        let of = push(1, Body::Session { slot, kind: SessionKind::F, seconds: Seconds(1200), items });
        let done = |item: usize| ItemDone {
            exercise: name(item),
            sets: 2,
            amount: 32 + u32::try_from(index * item % 9).unwrap(),
            worst: (item % 3 == 1).then(|| score(4)),
            mark: if item == 1 && score(4).get() > 3 { Mark::Held } else { Mark::Ok },
            exchanged: None,
        };
        let items = (0..exercises).map(done).collect();
        push(21, Body::SessionEnd { of, how: EndedHow::Done, seconds: Seconds(1180), items });
        push(22, Body::After { of, worst: Some(score(3)), effort: Effort::new(5), note: String::new() });
    }
    all
}

/// The processor time of some work; what else the machine does is left out where the system counts by thread.
pub(crate) fn time_of(work: impl FnOnce()) -> std::time::Duration {
    let start = std::time::Instant::now();
    let used = move || {
        let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        let nanoseconds = text.split(' ').next().and_then(|text| text.parse().ok());
        nanoseconds.map_or_else(|| start.elapsed(), std::time::Duration::from_nanos)
    };
    let before = used();
    work();
    used().saturating_sub(before)
}

/// Tells the processor time of some work, the mean of many runs.
pub(crate) fn tell_time(name: &str, runs: u32, mut work: impl FnMut()) {
    let all = time_of(|| (0..runs).for_each(|_| work()));
    eprintln!("{name}: {:?}", all / runs);
}
