//! Each question with its answers that just fit and just do not (`evaluation.md` section 1), and the pain map.

use super::sample::day;
use crate::journal::Answer;
use crate::library::Equipment;
use crate::program::evaluation::*;
use crate::program::plan::{DAYS, MINUTES, OFFERED, SoreSide, WaterDepth};
use crate::units::Weekday;

/// Question, whether it is required, the least and the most of its number.
const NUMBERS: &[(&str, bool, i64, i64)] = &[
    ("q-confidence", false, 0, 10),
    ("q-nprs-now", true, 0, 10),
    ("q-nprs-worst", true, 0, 10),
    ("q-nprs-average", true, 0, 10),
    ("q-nprs-walk", true, 0, 10),
    ("q-nprs-stairs", false, 0, 10),
    ("q-nprs-run", true, 0, 10),
    ("q-run-years", false, 0, 80),
    ("q-run-days", true, 0, 14),
    ("q-km-now", true, 0, 250),
    ("q-km-usual", true, 0, 250),
    ("q-longest-km", true, 0, 170),
    ("q-longest-min", false, 0, 1800),
    ("q-easy-min", true, 0, 300),
    ("q-shoe-km", false, 0, 3000),
    ("q-strength-days", true, 0, 7),
    ("q-sleep", false, 3, 12),
    ("q-stress", false, 0, 10),
    ("q-days", true, 2, 7),
];

/// Question, whether it is required, whether one option or more are chosen, how many options it has.
const CHOICES: &[(&str, bool, bool, usize)] = &[
    ("q-sex", true, true, 3),
    ("q-goal", true, true, 7),
    ("q-side", true, true, 5),
    ("q-region-main", true, true, 14),
    ("q-regions-other", false, false, 14),
    ("q-duration", true, true, 6),
    ("q-settle", false, true, 3),
    ("q-onset", false, true, 3),
    ("q-aggravators", true, false, 19),
    ("q-easers", false, false, 8),
    ("q-stiff", true, true, 4),
    ("q-run-status", true, true, 6),
    ("q-load-change", true, false, 8),
    ("q-surface", false, false, 6),
    ("q-previous", false, false, 9),
    ("q-work", false, true, 4),
    ("q-weekdays", false, false, 7),
    ("q-minutes", true, true, 4),
    ("q-equipment", true, false, 14),
    ("q-pool", true, true, 4),
];

fn question(id: &str) -> Question {
    Question::parse(id).unwrap_or_else(|| panic!("{id}"))
}

fn takes(question: Question, answer: &Answer) -> bool {
    Answers::new().set(question, answer, day(0)).is_ok()
}

fn list(ids: &[&str]) -> Answer {
    Answer::List(ids.iter().map(|id| (*id).to_owned()).collect())
}

#[test]
fn every_question_stands_in_one_of_the_tables() {
    let others = ["q-age", "q-goal-date", "q-activities"];
    assert_eq!(NUMBERS.len() + CHOICES.len() + others.len(), QUESTION_COUNT);
    for one in QUESTIONS {
        let id = one.id();
        let numbers = NUMBERS.iter().any(|row| row.0 == id);
        assert!(numbers || CHOICES.iter().any(|row| row.0 == id) || others.contains(&id), "{id}");
        assert_eq!(question(id), one);
    }
    assert_eq!(Block::ALL.map(|block| Question::of_block(block).count()), [5, 15, 16, 5]);
}

#[test]
fn numbers_end_at_their_bounds() {
    for (id, required, least, most) in NUMBERS {
        let one = question(id);
        assert_eq!(one.is_required(), *required, "{id}");
        assert_eq!(takes(one, &Answer::Skipped), !required, "{id} skipped");
        for (number, fits) in [(*least, true), (*most, true), (least - 1, false), (most + 1, false)] {
            assert_eq!(takes(one, &Answer::Number(number)), fits, "{id} {number}");
        }
        for other in [Answer::Number(i64::MAX), Answer::Text(String::new()), Answer::Text("3".into()), list(&["3"])] {
            assert!(!takes(one, &other), "{id} {other:?}");
        }
    }
    assert!(takes(Question::NprsRun, &Answer::Text("not-running".into())));
    assert!(!takes(Question::NprsRun, &Answer::Text("running".into())));
    assert!(!takes(Question::NprsWalk, &Answer::Text("not-running".into())));
}

#[test]
fn choices_take_their_options_and_no_others() {
    for (id, required, one, count) in CHOICES {
        let asked = question(id);
        assert_eq!((asked.is_required(), asked.options().len()), (*required, *count), "{id}");
        assert_eq!(takes(asked, &Answer::Skipped), !required, "{id} skipped");
        for option in asked.options() {
            let alone = if *one { Answer::Text((*option).to_owned()) } else { list(&[option]) };
            // One day is no week.
            assert_eq!(takes(asked, &alone), *id != "q-weekdays", "{id} {option}");
            let mixed_up = if *one { list(&[option]) } else { Answer::Text((*option).to_owned()) };
            assert!(!takes(asked, &mixed_up), "{id} {option} in the other form");
            if !one {
                assert!(!takes(asked, &list(&[option, option])) || *id == "q-weekdays", "{id} {option} twice");
            }
        }
        let unknown = if *one { Answer::Text("moon".into()) } else { list(&["moon"]) };
        assert!(!takes(asked, &unknown), "{id}");
        let may_be_empty = ["q-regions-other", "q-weekdays", "q-equipment"].contains(id);
        assert_eq!(takes(asked, &list(&[])), may_be_empty, "{id} empty");
    }
}

#[test]
fn what_says_none_stands_alone() {
    for (id, none, other) in [
        ("q-aggravators", "a-nothing", "a-fast"),
        ("q-easers", "e-nothing", "e-rest"),
        ("q-load-change", "none", "shoes"),
        ("q-previous", "none", "knee"),
    ] {
        assert!(takes(question(id), &list(&[none])), "{id}");
        assert!(!takes(question(id), &list(&[none, other])), "{id}");
    }
    assert!(takes(Question::Aggravators, &list(&["a-run-only", "a-fast"])));
}

#[test]
fn at_most_eight_other_spots() {
    assert!(takes(Question::RegionsOther, &list(&REGION_IDS[..8])));
    assert!(!takes(Question::RegionsOther, &list(&REGION_IDS[..9])));
}

#[test]
fn q_goal_date_lies_between_today_and_three_years() {
    let on = |day: crate::units::Day| takes(Question::GoalDate, &Answer::Text(day.to_string()));
    assert!(on(day(0)) && on(day(1096)) && takes(Question::GoalDate, &Answer::Skipped));
    assert!(!on(day(-1)) && !on(day(1097)));
    for text in ["", "tomorrow", "2026-13-01", "2027-1-1"] {
        assert!(!takes(Question::GoalDate, &Answer::Text(text.into())), "{text}");
    }
}

#[test]
fn q_activities_are_up_to_three_with_their_scores() {
    let (long, longest) = ("ñ".repeat(81), "ñ".repeat(80));
    for (activities, fits) in [
        (vec!["run", "4"], true),
        (vec!["run", "0", "stairs", "10", "socks", "5"], true),
        (vec![longest.as_str(), "4"], true),
        (vec![], false),
        (vec!["run"], false),
        (vec!["run", "11"], false),
        (vec!["run", "-1"], false),
        (vec![" ", "4"], false),
        (vec![long.as_str(), "4"], false),
        (vec!["a", "1", "b", "2", "c", "3", "d", "4"], false),
    ] {
        assert_eq!(takes(Question::Activities, &list(&activities)), fits, "{activities:?}");
    }
    let mut answers = Answers::new();
    let given = [Activity { name: "run".into(), score: 4 }, Activity { name: "socks".into(), score: 6 }];
    answers.set(Question::Activities, &activities_answer(&given), day(0)).unwrap();
    assert_eq!(answers.activities(), given);
    assert_eq!(answers.ids(Question::Activities), ["run: 4", "socks: 6"]);
}

#[test]
fn what_the_plan_asks_too_has_the_plans_options() {
    let strings = |ids: &[&'static str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    assert_eq!(Question::Side.options(), SoreSide::ALL.map(SoreSide::id));
    assert_eq!(Question::Pool.options(), WaterDepth::ALL.map(WaterDepth::id));
    assert_eq!(strings(Question::Minutes.options()), MINUTES.map(|minutes| minutes.to_string()));
    assert_eq!(Question::Equipment.options(), OFFERED.map(Equipment::id));
    assert_eq!(Question::Weekdays.options(), Weekday::ALL.map(Weekday::id));
    assert_eq!(Question::Days.kind(), Kind::Number { min: u16::from(*DAYS.start()), max: u16::from(*DAYS.end()) });
    assert!(takes(Question::Minutes, &Answer::Number(30)) && !takes(Question::Minutes, &Answer::Number(25)));
    assert!(takes(Question::Weekdays, &list(&["mon", "thu"])));
}

#[test]
fn the_map_has_each_region_in_its_views() {
    assert_eq!(REGION_IDS.len(), 14);
    for (id, front, back) in [
        ("r-groin-crease", true, false),
        ("r-front-thigh", true, false),
        ("r-inner-groin", true, false),
        ("r-pubic", true, false),
        ("r-outer-hip", true, true),
        ("r-outer-thigh", true, true),
        ("r-buttock-upper", false, true),
        ("r-buttock-deep", false, true),
        ("r-sit-bone", false, true),
        ("r-back-thigh", false, true),
        ("r-low-back", false, true),
        ("r-sacrum", false, true),
        ("r-knee", true, true),
        ("r-lower-leg", true, true),
    ] {
        let region = Region::parse(id).unwrap();
        assert_eq!((region.is_in(View::Front), region.is_in(View::Back)), (front, back), "{id}");
        for (view, seen) in [(View::Front, front), (View::Back, back)] {
            let sides: Vec<_> = spots(view).iter().filter(|spot| spot.region == region).map(|spot| spot.side).collect();
            let expected: &[Option<BodySide>] = match (seen, id) {
                (false, _) => &[],
                (true, "r-pubic" | "r-sacrum") => &[None],
                (true, _) => &[Some(BodySide::Left), Some(BodySide::Right)],
            };
            assert_eq!(sides, expected, "{id} {view:?}");
        }
    }
    assert_eq!(Region::parse("r-elbow"), None);
}

#[test]
fn miles_are_kept_as_whole_kilometers() {
    for (miles, km) in [(0, 0), (1, 2), (3, 5), (10, 16), (26, 42), (155, 249)] {
        assert_eq!(kilometers(miles), km, "{miles}");
    }
}
