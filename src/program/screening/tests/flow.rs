//! The way through the questions: order, stops, going back, what an answer appends, what is due.

use super::sample::{Diary, day, harmless, now, stored};
use crate::journal::{Answer, Body, Context, Moment};
use crate::program::reason::RuleId;
use crate::program::screening::*;

fn asked(diary: &Diary) -> Asking {
    match diary.gate() {
        Gate::Asking(asking) => asking,
        other => panic!("{other:?}"),
    }
}

fn question(diary: &Diary) -> &'static str {
    asked(diary).step.id()
}

/// Answers what is asked as the screen would: by what the state says is to be appended.
fn reply(diary: &mut Diary, words: &str) {
    let Asking { step: Step::Question(question), .. } = asked(diary) else { panic!("the buttons") };
    for body in diary.state().answer(Step::Question(question), &stored(question, words)).unwrap() {
        diary.write(body);
    }
}

#[test]
fn nothing_opens_before_a_screen() {
    let mut diary = Diary::new();
    assert_eq!(diary.gate(), Gate::Unscreened);
    // Answers that belong to no screen count for nothing, nor does a claimed end.
    for question in QUESTIONS {
        diary.answer(question.id(), stored(question, harmless(question)));
    }
    diary.write(Body::Finish { moment: Moment::Screen });
    diary.begin(Moment::Short, &[]);
    diary.answer(SHORT_CHECK, Button::answer(&[]));
    assert_eq!(diary.gate(), Gate::Unscreened);
    assert_eq!(diary.state().begin().len(), 1);
}

#[test]
fn a_screen_asks_block_by_block_and_opens_at_its_end() {
    let mut diary = Diary::new();
    diary.begin(Moment::Screen, &[]);
    let mut seen = Vec::new();
    while let Gate::Asking(asking) = diary.gate() {
        let Step::Question(question) = asking.step else { panic!() };
        assert_eq!(asking.moment, Moment::Screen);
        assert_eq!(asking.block, Some(question.block()));
        assert_eq!(asking.can_go_back, !seen.is_empty());
        seen.push((asking.step.id(), asking.at, asking.of, asking.progress));
        reply(&mut diary, harmless(question));
    }
    assert_eq!(diary.gate(), Gate::Open);
    let expected: Vec<_> = QUESTIONS.into_iter().filter(|one| *one != Question::Pool).map(Question::id).collect();
    assert_eq!(seen.iter().map(|(id, ..)| *id).collect::<Vec<_>>(), expected);
    assert_eq!((seen[0].1, seen[0].2, seen[0].3), (1, 8, 0.0));
    assert_eq!((seen[8].0, seen[8].1, seen[8].2), ("s-calf", 1, 6));
    assert_eq!((seen[41].0, seen[41].1, seen[41].2), ("s-floor", 19, 19));
    assert!(seen.windows(2).all(|pair| pair[0].3 < pair[1].3));
    let last: Vec<_> = diary.journal.raw().rev().take(2).map(|entry| entry.body.clone()).collect();
    assert_eq!(last[0], Body::Finish { moment: Moment::Screen });
    assert!(matches!(&last[1], Body::Answer { q, ctx: Context::Screen, .. } if q == "s-floor"));
}

#[test]
fn s_pool_is_asked_of_those_who_can_use_one() {
    for (pool, asks) in [("no", false), ("shallow", true), ("deep", true), ("both", true), ("moon", false)] {
        let mut diary = Diary::new();
        diary.answer("q-pool", Answer::Text(pool.into()));
        diary.walk(&[]);
        assert_eq!(diary.state().answers.has(Question::Pool), asks, "{pool}");
        assert_eq!(diary.gate(), Gate::Open);
    }
    // It comes after the others without shutting the program.
    let mut diary = Diary::new();
    diary.walk(&[]);
    diary.answer("q-pool", Answer::Text("both".into()));
    assert_eq!(diary.gate(), Gate::Open);
    assert!(diary.state().pool_question_open());
    diary.answer("s-pool", Answer::List(vec!["wound".into()]));
    assert!(!diary.state().pool_question_open());
    assert!(diary.state().outcome.flag(Flag::NoPool).is_some());
}

#[test]
fn an_emergency_answer_stops_at_once() {
    for (line, asked) in [("s-bear-weight yes", 1), ("s-saddle urine", 3), ("s-belly not-sure", 8)] {
        let mut diary = Diary::new();
        diary.walk(&[line]);
        assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::Emergency), "{line}");
        assert_eq!(diary.state().answers.answered().count(), asked);
    }
}

#[test]
fn urgent_care_finishes_its_block() {
    for (lines, block) in [
        (&["s-calf yes"] as &[&str], Block::B),
        (&["s-limp limp", "s-place deep-groin"], Block::C),
        (&["s-age 15", "s-limp limp"], Block::D),
        (&["s-unwell yes", "s-rest-pain constant"], Block::D),
    ] {
        let mut diary = Diary::new();
        diary.walk(lines);
        assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::UrgentCare), "{lines:?}");
        let reached = diary.state().answers.answered().map(Question::block).max();
        assert_eq!(reached, Some(block), "{lines:?}");
        for question in Question::of_block(block).filter(|one| *one != Question::Pool) {
            assert!(diary.state().answers.has(question), "{question:?}");
        }
    }
}

#[test]
fn cr3_asks_the_age_before_the_stop() {
    for (age, adds) in [("64", false), ("65", true), ("80", true)] {
        let mut diary = Diary::new();
        diary.begin(Moment::Screen, &[]).say(&["s-trauma yes"]);
        for question in Question::of_block(Block::A).chain(Question::of_block(Block::B)) {
            if question != Question::Trauma {
                diary.answer(question.id(), stored(question, harmless(question)));
            }
        }
        let asking = asked(&diary);
        assert_eq!((asking.step.id(), asking.block, asking.at, asking.of), ("s-age", Some(Block::B), 7, 7));
        reply(&mut diary, age);
        assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::UrgentCare), "{age}");
        let state = diary.state();
        let fall = state.outcome.flag(Flag::Trauma).unwrap();
        assert_eq!(fall.text_adds, adds.then_some(RuleId("CR3")), "{age}");
        assert_eq!(fall.level, ActionLevel::UrgentCare);
    }
}

#[test]
fn clinician_first_comes_after_all_questions() {
    let mut diary = Diary::new();
    diary.begin(Moment::Screen, &[]);
    while let Gate::Asking(asking) = diary.gate() {
        let Step::Question(question) = asking.step else { panic!() };
        reply(&mut diary, if question == Question::Limp { "limp" } else { harmless(question) });
    }
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
    assert!(diary.state().answers.has(Question::Floor));
}

#[test]
fn back_and_another_answer_is_possible_until_a_stop() {
    let mut diary = Diary::new();
    diary.begin(Moment::Screen, &[]).say(&["s-bear-weight no", "s-deformity no", "s-saddle none"]);
    let state = diary.state();
    let fever = Step::Question(Question::Fever);
    assert_eq!(question(&diary), "s-fever");
    assert_eq!(state.before(fever), Some(Step::Question(Question::Saddle)));
    assert_eq!(state.before(Step::Question(Question::BearWeight)), None);
    assert_eq!(state.after(Step::Question(Question::Saddle)), Some(fever));
    let place = state.place(Step::Question(Question::Deformity)).unwrap();
    assert_eq!((place.at, place.of, place.can_go_back), (2, 8, true));
    diary.say(&["s-deformity no"]);
    assert_eq!(question(&diary), "s-fever");
    // An urgent answer of a block that is not done yet can be taken back; one of a block that is done stops.
    for question in [Question::Fever, Question::Chest, Question::LegCold, Question::Testicle, Question::Belly] {
        diary.answer(question.id(), stored(question, harmless(question)));
    }
    diary.say(&["s-calf yes", "s-calf no", "s-trauma no", "s-pop no", "s-foot-drop no", "s-locked-now no"]);
    diary.say(&["s-urine-blood no"]);
    assert_eq!(question(&diary), "s-place");
    diary.say(&["s-pop yes"]);
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::UrgentCare));
}

#[test]
fn cr6_a_stop_is_left_by_a_new_whole_screen_alone() {
    for line in ["s-chest yes", "s-calf yes"] {
        let mut diary = Diary::screened(&[line]);
        let Gate::Stopped(level) = diary.gate() else { panic!("{line}") };
        let (id, _) = line.split_once(' ').unwrap();
        // Another answer, single questions, a short check, an edit, a deletion, an OK, a claimed end, time.
        diary.say(&[&format!("{id} no")]);
        diary.begin(Moment::Ask, &[id]).say(&[&format!("{id} no")]);
        diary.tap(&[]);
        diary.write(Body::Finish { moment: Moment::Screen });
        diary.ok(0, crate::journal::Scope::Full, &["f-chest", "f-leg-clot"]);
        let given =
            diary.journal.raw().find(|entry| matches!(&entry.body, Body::Answer { q, .. } if q == id)).unwrap().id;
        let no = Body::Answer { q: id.into(), a: Answer::Text("no".into()), ctx: Context::Screen };
        diary.write(Body::Edit { of: given, body: Box::new(no) });
        diary.write(Body::Delete { of: given });
        diary.on(200);
        assert_eq!(diary.gate(), Gate::Stopped(level), "{line}");
        assert!(diary.state().answer(Step::Question(Question::Chest), &Answer::Text("no".into())).unwrap().is_empty());
        assert!(diary.state().begin().is_empty());
        diary.begin(Moment::Screen, &[]);
        assert_eq!(question(&diary), "s-bear-weight");
        diary.go_on(&[]);
        assert_eq!(diary.gate(), Gate::Open, "{line}");
    }
}

#[test]
fn a_begun_screen_shuts_until_every_answer_is_there() {
    let mut diary = Diary::screened(&[]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(3).begin(Moment::Screen, &[]);
    assert_eq!(question(&diary), "s-bear-weight");
    diary.write(Body::Finish { moment: Moment::Screen });
    assert_eq!(question(&diary), "s-bear-weight");
    diary.tap(&[]);
    assert_eq!(question(&diary), "s-bear-weight");
    diary.go_on(&[]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn each_missing_or_broken_answer_keeps_the_program_shut() {
    for missing in QUESTIONS.into_iter().filter(|question| *question != Question::Pool) {
        let broken = [None, Some(Answer::Skipped), Some(Answer::Text("moon".into())), Some(Answer::List(vec![]))];
        for broken in broken {
            let mut diary = Diary::new();
            diary.begin(Moment::Screen, &[]);
            for question in QUESTIONS.into_iter().filter(|question| *question != missing) {
                diary.answer(question.id(), stored(question, harmless(question)));
            }
            if let Some(answer) = broken {
                diary.answer(missing.id(), answer);
            }
            diary.write(Body::Finish { moment: Moment::Screen });
            assert_eq!(question(&diary), missing.id());
        }
    }
}

#[test]
fn a_broken_answer_later_asks_that_question_again() {
    let mut diary = Diary::screened(&[]);
    diary.on(2).answer("s-limp", Answer::Number(3));
    let asking = asked(&diary);
    assert_eq!((asking.step.id(), asking.moment, asking.of), ("s-limp", Moment::Ask, 1));
    reply(&mut diary, "normal");
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn editing_and_deleting_an_answer_count_when_they_are_made() {
    let mut diary = Diary::screened(&[]);
    let limp =
        diary.journal.raw().find(|entry| matches!(&entry.body, Body::Answer { q, .. } if q == "s-limp")).unwrap().id;
    let edited = Body::Answer { q: "s-limp".into(), a: Answer::Text("limp".into()), ctx: Context::Screen };
    let edit = |diary: &mut Diary| diary.write(Body::Edit { of: limp, body: Box::new(edited.clone()) });
    let mut one = diary.clone();
    edit(&mut one);
    assert_eq!(one.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
    let mut one = diary.clone();
    one.write(Body::Delete { of: limp });
    assert_eq!(question(&one), "s-limp");
    one.write(Body::Restore { of: limp });
    assert_eq!(one.gate(), Gate::Open);
    // An edit of an answer of an older screen changes nothing in the new one.
    diary.on(1).screen(&[]);
    edit(&mut diary);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn a_new_answer_of_any_context_replaces_the_old_one() {
    let mut diary = Diary::screened(&[]);
    diary.write(Body::Answer { q: "s-limp".into(), a: Answer::Text("limp".into()), ctx: Context::CheckIn });
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
    diary.begin(Moment::Ask, &["s-limp"]).say(&["s-limp first-steps"]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn an_answer_brings_its_beginning_and_its_end() {
    let state = Screening::of(&crate::journal::Journal::new(), now(0));
    let no = Answer::Text("no".into());
    let first = state.answer(Step::Question(Question::BearWeight), &no).unwrap();
    assert!(matches!(&first[..], [Body::Begin { moment: Moment::Screen, .. }, Body::Answer { .. }]), "{first:?}");
    assert_eq!(state.answer(Step::Question(Question::Limp), &no), Err(BadAnswer));
    assert_eq!(state.answer(Step::ShortCheck, &Answer::Text("moon".into())), Err(BadAnswer));

    let diary = Diary::screened(&[]);
    let alone = diary.state().answer(Step::Question(Question::Skin), &Answer::Text("yes".into())).unwrap();
    assert!(
        matches!(
            &alone[..],
            [
                Body::Begin { moment: Moment::Ask, .. },
                Body::Answer { ctx: Context::Ask, .. },
                Body::Finish { moment: Moment::Ask }
            ]
        ),
        "{alone:?}"
    );
    let short = diary.state().answer(Step::ShortCheck, &Button::answer(&[])).unwrap();
    assert!(
        matches!(
            &short[..],
            [
                Body::Begin { moment: Moment::Short, .. },
                Body::Answer { ctx: Context::Short, .. },
                Body::Finish { moment: Moment::Short }
            ]
        ),
        "{short:?}"
    );
    let opened = diary.state().answer(Step::ShortCheck, &Button::answer(&[Button::Numb])).unwrap();
    assert_eq!(opened.len(), 2, "three questions are still to be answered");
}

#[test]
fn the_summary_has_every_answer() {
    let summary = Diary::screened(&["s-saddle none"]).state().summary();
    assert_eq!(summary.len(), QUESTION_COUNT);
    assert!(summary.contains(&(Question::Age, vec!["40".to_owned()])));
    assert!(summary.contains(&(Question::Place, vec!["outer".to_owned()])));
}

#[test]
fn the_whole_screen_is_due_every_28_days() {
    for (after, due) in [(6, false), (27, false), (28, true), (400, true)] {
        let mut diary = Diary::screened(&[]);
        diary.on(after - 1).tap(&[]);
        diary.on(after);
        let expected = if due { Gate::Due(Due::Full, RuleId("PRG-Z1")) } else { Gate::Open };
        assert_eq!(diary.gate(), expected, "{after}");
    }
}

#[test]
fn the_short_check_is_due_once_in_7_days() {
    let due = Gate::Due(Due::Short, RuleId("short-check"));
    let mut diary = Diary::screened(&[]);
    assert_eq!(diary.on(6).gate(), Gate::Open);
    assert_eq!(diary.on(7).gate(), due);
    let begin = diary.state().begin();
    assert!(matches!(&begin[..], [Body::Begin { moment: Moment::Short, why, .. }] if why == "short-check"));
    diary.tap(&[]);
    assert_eq!(diary.on(13).gate(), Gate::Open);
    assert_eq!(diary.on(14).gate(), due);
    // One that is begun and not answered does not count.
    diary.begin(Moment::Short, &[]);
    assert_eq!(question(&diary), SHORT_CHECK);
    diary.answer(SHORT_CHECK, Answer::List(vec!["nothing".into(), "fall".into()]));
    assert_eq!(question(&diary), SHORT_CHECK);
}

#[test]
fn a_screen_from_the_future_is_not_trusted() {
    let diary = Diary::screened(&[]);
    assert_eq!(Screening::of(&diary.journal, now(-1)).gate, Gate::Open, "a journey to the west");
    assert_eq!(Screening::of(&diary.journal, now(-2)).gate, Gate::Due(Due::Full, RuleId("PRG-Z1")));
}

#[test]
fn a_clock_that_was_ahead_asks_for_one_new_screen_and_no_more() {
    let mut diary = Diary::new();
    diary.on(400).screen(&[]);
    assert_eq!(Screening::of(&diary.journal, now(0)).gate, Gate::Due(Due::Full, RuleId("PRG-Z1")));
    diary.screen(&[]);
    assert_eq!(Screening::of(&diary.journal, now(0)).gate, Gate::Open);
}

#[test]
fn a_run_needs_a_short_check_of_its_own() {
    let mut diary = Diary::screened(&[]);
    assert!(!diary.state().run_check_due(None));
    let run = diary.write(Body::Backup { count: 0 });
    assert!(diary.state().run_check_due(Some(run)));
    diary.tap(&[]);
    assert!(!diary.state().run_check_due(Some(run)));
    diary.on(1);
    assert!(diary.state().run_check_due(Some(run)));
    assert_eq!(diary.state().screened_on(), Some(day(0)));
}

#[test]
fn a_demand_of_another_rule_is_heard() {
    let diary = Diary::screened(&[]);
    let since = diary.journal.newest().unwrap();
    let demand = Demand { since, due: Due::Full, rule: RuleId("PRG-F7") };
    let state = Screening::with_demands(&diary.journal, now(1), std::slice::from_ref(&demand));
    assert_eq!(state.gate, Gate::Due(Due::Full, RuleId("PRG-F7")));
    let mut diary = diary;
    diary.on(1).screen(&[]);
    assert_eq!(Screening::with_demands(&diary.journal, now(1), &[demand]).gate, Gate::Open);
}
