//! Which answers hold beside each other, in whatever order they came.

use proptest::prelude::*;

use super::sample::{day, plain, stored};
use crate::journal::Answer;
use crate::program::evaluation::*;

fn set(answers: &mut Answers, line: &str) -> Result<(), BadAnswer> {
    let (id, words) = line.split_once(' ').unwrap();
    let question = Question::parse(id).unwrap();
    answers.set(question, &stored(question, words), day(0))
}

fn of(lines: &[&str]) -> Answers {
    let mut answers = Answers::new();
    for line in lines {
        let _ = set(&mut answers, line);
    }
    answers
}

#[test]
fn the_worst_pain_is_at_least_the_pain_now() {
    let mut answers = of(&["q-nprs-now 5"]);
    assert_eq!(set(&mut answers, "q-nprs-worst 4"), Err(BadAnswer::Contradicts(Question::NprsNow)));
    assert!(!answers.has(Question::NprsWorst) && !answers.is_settled(Question::NprsWorst));
    assert_eq!(set(&mut answers, "q-nprs-worst 5"), Ok(()));
    assert_eq!(answers.number(Question::NprsWorst), Some(5));
    // Going back to say more now: the worst is asked again.
    assert_eq!(set(&mut answers, "q-nprs-now 6"), Ok(()));
    assert_eq!((answers.number(Question::NprsNow), answers.number(Question::NprsWorst)), (Some(6), None));
    // And it holds again when the pain now is taken back.
    set(&mut answers, "q-nprs-now 2").unwrap();
    assert_eq!(answers.number(Question::NprsWorst), Some(5));
}

#[test]
fn the_average_is_at_most_the_worst() {
    let mut answers = of(&["q-nprs-worst 4"]);
    assert_eq!(set(&mut answers, "q-nprs-average 5"), Err(BadAnswer::Contradicts(Question::NprsWorst)));
    assert_eq!(answers.number(Question::NprsAverage), None);
    assert_eq!(set(&mut answers, "q-nprs-average 4"), Ok(()));
}

#[test]
fn other_spots_are_other_than_the_main_one() {
    let mut answers = of(&["q-region-main r-outer-hip"]);
    let given = set(&mut answers, "q-regions-other r-outer-hip r-knee");
    assert_eq!(given, Err(BadAnswer::Contradicts(Question::RegionMain)));
    let answers = of(&["q-regions-other r-outer-hip r-knee", "q-region-main r-outer-hip"]);
    assert_eq!(answers.other_regions().collect::<Vec<_>>(), [Region::Knee], "the new main one is no other any more");
}

#[test]
fn a_skipped_answer_is_settled_and_not_known() {
    let answers = of(&["q-settle skip", "q-stiff none", "q-regions-other -"]);
    assert!(answers.is_settled(Question::Settle) && !answers.has(Question::Settle));
    assert!(answers.has(Question::RegionsOther), "no other spot is an answer");
    let unknown: Vec<_> = answers.unknown().collect();
    assert!(unknown.contains(&Question::Settle) && !unknown.contains(&Question::Stiff));
    assert_eq!(answers.answer(Question::Settle), Some(Answer::Skipped));
}

#[test]
fn complete_needs_every_required_answer_and_the_age() {
    let whole = || {
        let mut answers = Answers::new();
        for question in QUESTIONS.into_iter().filter(|question| question.is_asked()) {
            answers.set(question, &stored(question, plain(question)), day(0)).unwrap();
        }
        answers.set_age(Some(40));
        answers
    };
    assert!(whole().is_complete());
    for question in QUESTIONS {
        let mut answers = whole();
        answers.clear(question);
        assert_eq!(answers.is_complete(), !question.is_required(), "{}", question.id());
    }
}

#[test]
fn an_answer_reads_what_it_writes() {
    let more = [
        (Question::GoalDate, "2027-04-12"),
        (Question::Activities, "run 4"),
        (Question::NprsRun, "not-running"),
        (Question::RegionsOther, "r-knee r-pubic"),
        (Question::Weekdays, "mon thu sat"),
        (Question::Equipment, "-"),
    ];
    let asked = QUESTIONS.into_iter().filter(|question| question.is_asked());
    for (question, words) in asked.map(|question| (question, plain(question))).chain(more) {
        let mut answers = Answers::new();
        let answer = stored(question, words);
        answers.set(question, &answer, day(0)).unwrap();
        let back = answers.answer(question).unwrap();
        let list = |answer: &Answer| match answer {
            Answer::List(list) => {
                let mut list = list.clone();
                list.sort();
                Answer::List(list)
            }
            other => other.clone(),
        };
        assert_eq!(list(&back), list(&answer), "{question:?}");
    }
}

fn any_answer() -> impl Strategy<Value = (Question, Answer)> {
    let number = (-1_i64..12).prop_map(Answer::Number);
    let options: Vec<&str> = QUESTIONS.iter().flat_map(|question| question.options()).copied().collect();
    let option = proptest::sample::select(options);
    let answer = prop_oneof![
        3 => number,
        2 => option.clone().prop_map(|option| Answer::Text(option.to_owned())),
        2 => proptest::collection::vec(option.prop_map(str::to_owned), 0..3).prop_map(Answer::List),
        1 => Just(Answer::Skipped),
    ];
    let question = prop_oneof![
        Just(Question::NprsNow),
        Just(Question::NprsWorst),
        Just(Question::NprsAverage),
        Just(Question::RegionMain),
        Just(Question::RegionsOther),
        proptest::sample::select(QUESTIONS.to_vec()),
    ];
    (question, answer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn what_holds_fits_whatever_was_said(given in proptest::collection::vec(any_answer(), 0..40)) {
        let mut answers = Answers::new();
        for (question, answer) in &given {
            let _ = answers.set(*question, answer, day(0));
        }
        let pain = |question| answers.number(question);
        if let (Some(now), Some(worst)) = (pain(Question::NprsNow), pain(Question::NprsWorst)) {
            prop_assert!(worst >= now);
        }
        if let (Some(average), Some(worst)) = (pain(Question::NprsAverage), pain(Question::NprsWorst)) {
            prop_assert!(average <= worst);
        }
        let main = answers.main_region();
        prop_assert!(answers.other_regions().all(|other| Some(other) != main));
    }

    #[test]
    fn the_newest_answers_decide_and_not_their_order(
        given in proptest::collection::vec(any_answer(), 0..30),
        shuffle in proptest::collection::vec(any::<prop::sample::Index>(), 30),
    ) {
        // The newest answer that fits of each question, in any order.
        let mut newest: Vec<(Question, Answer)> = Vec::new();
        for (question, answer) in given {
            if Answers::new().set(question, &answer, day(0)) == Ok(()) {
                newest.retain(|(known, _)| *known != question);
                newest.push((question, answer));
            }
        }
        let take = |order: &[(Question, Answer)]| {
            let mut answers = Answers::new();
            for (question, answer) in order {
                let _ = answers.set(*question, answer, day(0));
            }
            answers
        };
        let first = take(&newest);
        for (at, other) in shuffle.iter().enumerate().take(newest.len()) {
            let other = other.index(newest.len());
            newest.swap(at, other);
        }
        prop_assert_eq!(first, take(&newest));
    }
}
