//! Section 9: each stop rule by its id, what sends back to the questions after it, and that the rules are total.

use super::sample::{Diary, now};
use crate::journal::{Answer, Body, Context, EntryId, HurtKind, Mark, SessionKind};
use crate::program::reason::RuleId;
use crate::program::screening::*;
use crate::units::{PainScore, Seconds};

const KINDS: [HurtKind; 7] = [
    HurtKind::Ache,
    HurtKind::Sharp,
    HurtKind::Lock,
    HurtKind::Numb,
    HurtKind::Unwell,
    HurtKind::Limp,
    HurtKind::Water,
];

fn pain(score: u8) -> PainScore {
    PainScore::new(score).unwrap()
}

fn befores() -> impl Iterator<Item = Before> {
    (0..8_u8).map(|bits| Before {
        four_five_here: bits & 1 == 1,
        other_stopped: bits & 2 == 2,
        sharp_in_week: bits & 4 == 4,
    })
}

fn ids(stop: &Stop) -> Vec<&'static str> {
    stop.rules.iter().map(|rule| rule.id()).collect()
}

fn asked(stop: &Stop) -> String {
    stop.questions.iter().map(|question| question.id()).collect::<Vec<_>>().join(" ")
}

const BLOCK_B: &str = "s-calf s-trauma s-pop s-foot-drop s-locked-now s-urine-blood";
const BLOCK_C: &str = "s-place s-run-pain s-walk-pain s-rest-pain s-limp s-course s-load-jump s-bsi s-energy";

#[test]
fn each_stop_rule_is_its_row() {
    const ROWS: [(&str, &str); 10] = [
        ("stop-pain-6", "silbernagel2007, thomee1997, conv"),
        ("stop-pain-4-5", "silbernagel2007, conv"),
        ("stop-sharp", "conv"),
        ("stop-lock", "griffin2016"),
        ("stop-numb", "finucane2020"),
        ("stop-unwell", "riebe2015"),
        ("stop-limp", "conv"),
        ("stop-run-grow", "conv"),
        ("stop-run-bone", "warden2014, george2024"),
        ("stop-water", "conv"),
    ];
    for ((id, sources), rule) in ROWS.into_iter().zip(StopRule::ALL) {
        assert_eq!(rule.id(), id);
        let keys: Vec<_> = rule.sources().iter().map(|source| source.0).collect();
        assert_eq!(keys.join(", "), sources, "{id}");
    }
}

#[test]
fn pain_of_0_to_3_goes_on() {
    for (score, before) in (0..=3).flat_map(|score| befores().map(move |before| (score, before))) {
        assert_eq!(stop_rule(HurtKind::Ache, pain(score), before), Stop::default(), "{score} {before:?}");
    }
}

#[test]
fn stop_pain_4_5_offers_the_easier_way_and_then_skips() {
    for (score, before) in [4, 5].into_iter().flat_map(|score| befores().map(move |before| (score, before))) {
        let stop = stop_rule(HurtKind::Ache, pain(score), before);
        let expected = if before.four_five_here { ForExercise::SkipToday } else { ForExercise::Easier };
        assert_eq!((ids(&stop), stop.exercise), (vec!["stop-pain-4-5"], expected), "{score} {before:?}");
        assert_eq!((stop.session, stop.mark), (ForSession::GoOn, Mark::Held));
        assert!(stop.questions.is_empty() && stop.also.is_empty());
    }
}

#[test]
fn stop_pain_6_skips_today_and_a_second_exercise_ends_the_session() {
    for (score, before) in [6, 7].into_iter().flat_map(|score| befores().map(move |before| (score, before))) {
        let stop = stop_rule(HurtKind::Ache, pain(score), before);
        let session = if before.other_stopped { ForSession::End } else { ForSession::WhenCalm };
        assert_eq!((ids(&stop), stop.exercise), (vec!["stop-pain-6"], ForExercise::SkipToday), "{score} {before:?}");
        assert_eq!((stop.session, stop.mark), (session, Mark::Bad));
        assert!(stop.questions.is_empty());
    }
}

#[test]
fn prg_d2_pain_of_8_to_10_ends_the_session_and_opens_block_b() {
    for (score, before) in [8, 9, 10].into_iter().flat_map(|score| befores().map(move |before| (score, before))) {
        let stop = stop_rule(HurtKind::Ache, pain(score), before);
        assert_eq!((stop.exercise, stop.session), (ForExercise::SkipUntilRetest, ForSession::End));
        assert_eq!((asked(&stop).as_str(), stop.mark), (BLOCK_B, Mark::Bad));
        assert_eq!(stop.rule_ids(pain(score)), [RuleId("stop-pain-6"), RuleId("PRG-D2")]);
    }
}

#[test]
fn stop_sharp_skips_until_the_re_test_at_any_number() {
    for (score, before) in (0..=7).flat_map(|score| befores().map(move |before| (score, before))) {
        let stop = stop_rule(HurtKind::Sharp, pain(score), before);
        assert!(ids(&stop).contains(&"stop-sharp"));
        assert_eq!((stop.exercise, stop.mark), (ForExercise::SkipUntilRetest, Mark::Bad), "{score} {before:?}");
        assert_eq!(stop.also.contains(&Also::SuggestVisit), before.sharp_in_week);
        assert_eq!(stop.session == ForSession::End, before.other_stopped);
    }
}

#[test]
fn the_kinds_that_end_the_session_open_their_questions() {
    let rows: [(HurtKind, &str, &str, &[Also]); 5] = [
        (HurtKind::Lock, "stop-lock", "s-locked-now s-locking", &[]),
        (HurtKind::Numb, "stop-numb", "s-saddle s-foot-drop s-numb", &[]),
        (HurtKind::Unwell, "stop-unwell", "s-chest", &[Also::EmergencyText]),
        (HurtKind::Limp, "stop-limp", BLOCK_C, &[]),
        (HurtKind::Water, "stop-water", "", &[Also::LeaveWater]),
    ];
    for (kind, id, questions, also) in rows {
        for (score, before) in (0..=7).flat_map(|score| befores().map(move |before| (score, before))) {
            let stop = stop_rule(kind, pain(score), before);
            assert!(ids(&stop).contains(&id));
            assert_eq!((stop.session, stop.mark), (ForSession::End, Mark::Bad), "{id} {score}");
            assert_eq!(asked(&stop), questions, "{id}");
            assert_eq!(stop.also, also, "{id}");
        }
    }
}

#[test]
fn stop_run_grow_and_stop_run_bone_send_home() {
    for (score, grows, old_spot, cleared) in
        (0..=10).flat_map(|score| (0..8_u8).map(move |bits| (score, bits & 1 == 1, bits & 2 == 2, bits & 4 == 4)))
    {
        let stop = run_stop_rule(RunPain { pain: pain(score), grows, old_spot }, cleared);
        let mut expected = Vec::new();
        if grows || score > 3 {
            expected.push("stop-run-grow");
        }
        let bone = cleared && old_spot && score >= 1;
        if bone {
            expected.push("stop-run-bone");
        }
        assert_eq!(ids(&stop), expected);
        assert_eq!(stop.also.contains(&Also::WalkHome), !expected.is_empty());
        assert_eq!(stop.session == ForSession::End, !expected.is_empty());
        let later: Vec<_> = stop.questions_if_it_stays.iter().map(|question| question.id()).collect();
        assert_eq!(later.join(" "), if bone { BLOCK_C } else { "" });
    }
}

#[test]
fn more_pain_is_never_milder() {
    for kind in KINDS {
        for before in befores() {
            for score in 0..10 {
                let (less, more) = (stop_rule(kind, pain(score), before), stop_rule(kind, pain(score + 1), before));
                assert!(more.exercise >= less.exercise && more.session >= less.session, "{kind:?} {score} {before:?}");
                assert!(less.questions.iter().all(|question| more.questions.contains(question)));
            }
        }
    }
}

fn session(diary: &mut Diary) -> EntryId {
    diary.write(Body::Session {
        slot: "2026-11-02-f".into(),
        kind: SessionKind::F,
        seconds: Seconds(600),
        items: vec![],
    })
}

fn hurt(diary: &mut Diary, of: EntryId, item: &str, score: u8, kind: HurtKind) -> EntryId {
    diary.write(Body::Hurt { of, item: item.into(), pain: pain(score), kind })
}

#[test]
fn what_happened_before_is_read_from_the_journal() {
    let mut diary = Diary::screened(&[]);
    let before = |diary: &Diary, of, item: &str, day| Before::of(&diary.journal, of, item, now(day));
    let first = session(&mut diary);
    assert_eq!(before(&diary, first, "clamshell", 0), Before::default());
    hurt(&mut diary, first, "clamshell", 4, HurtKind::Ache);
    assert!(before(&diary, first, "clamshell", 0).four_five_here);
    assert_eq!(before(&diary, first, "step-up", 0), Before::default());
    hurt(&mut diary, first, "clamshell", 6, HurtKind::Ache);
    assert!(!before(&diary, first, "clamshell", 0).other_stopped, "the same exercise");
    assert!(before(&diary, first, "step-up", 0).other_stopped);
    hurt(&mut diary, first, "step-up", 1, HurtKind::Sharp);
    assert!(before(&diary, first, "clamshell", 0).other_stopped);
    // The next session begins anew; a sharp pain is remembered for 7 days.
    for (day, remembered) in [(1, true), (6, true), (7, false)] {
        let mut diary = diary.clone();
        diary.on(day);
        let next = session(&mut diary);
        assert_eq!(before(&diary, next, "clamshell", day), Before { sharp_in_week: remembered, ..Before::default() });
    }
}

#[test]
fn after_a_stop_rule_its_questions_come_before_anything_else() {
    for kind in KINDS {
        for score in [0, 5, 8] {
            let mut diary = Diary::screened(&[]);
            let of = session(&mut diary);
            hurt(&mut diary, of, "clamshell", score, kind);
            let questions = stop_rule(kind, pain(score), Before::default()).questions;
            if questions.is_empty() {
                assert_eq!(diary.gate(), Gate::Open, "{kind:?} {score}");
                continue;
            }
            let rule = StopRule::of_kind(kind).map_or("PRG-D2", StopRule::id);
            assert_eq!(diary.gate(), Gate::Due(Due::Questions(questions), RuleId(rule)), "{kind:?} {score}");
            for body in diary.state().begin() {
                diary.write(body);
            }
            diary.go_on(&[]);
            assert_eq!(diary.gate(), Gate::Open, "{kind:?} {score}");
        }
    }
}

fn before_session(diary: &mut Diary, score: i64) {
    diary.write(Body::Answer { q: "q-nprs-now".into(), a: Answer::Number(score), ctx: Context::Before });
}

#[test]
fn prg_bf4_pain_of_7_before_a_session_asks_block_b_and_the_pain_at_rest() {
    for score in 7..=10 {
        let mut diary = Diary::screened(&[]);
        before_session(&mut diary, score);
        let Gate::Due(Due::Questions(questions), RuleId("PRG-BF4")) = diary.gate() else { panic!("{score}") };
        let ids: Vec<_> = questions.iter().map(|question| question.id()).collect();
        assert_eq!(ids.join(" "), format!("{BLOCK_B} s-rest-now"));
        for body in diary.state().begin() {
            diary.write(body);
        }
        diary.go_on(&["s-rest-now 8"]);
        assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
    }
    let mut diary = Diary::screened(&[]);
    before_session(&mut diary, 6);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn prg_bf3_two_sore_days_in_a_row_ask_the_whole_screen() {
    for (second, due) in [(1, true), (2, false)] {
        let mut diary = Diary::screened(&[]);
        before_session(&mut diary, 6);
        before_session(&mut diary.on(0).clone(), 6);
        before_session(diary.on(second), 6);
        let expected = if due { Gate::Due(Due::Full, RuleId("PRG-BF3")) } else { Gate::Open };
        assert_eq!(diary.gate(), expected, "{second}");
        diary.screen(&[]);
        assert_eq!(diary.gate(), Gate::Open);
    }
}
