//! Section 8: the buttons of the short check, and that its answers replace the old ones.

use super::sample::{Diary, stored};
use crate::journal::{Answer, Moment};
use crate::program::screening::*;

const BUTTONS: [(&str, &str); 8] = [
    ("nothing", ""),
    ("limp", "s-bear-weight s-limp s-walk-pain s-place s-run-pain s-rest-pain s-course"),
    ("night", "s-rest-pain s-place s-run-pain s-course s-worse s-unwell"),
    ("numb", "s-saddle s-numb s-foot-drop"),
    ("ill", "s-fever s-calf s-leg-cold s-chest s-unwell"),
    ("belly", "s-belly s-testicle s-urine-blood s-lump"),
    ("fall", "s-bear-weight s-deformity s-trauma s-pop s-locked-now s-locking"),
    ("new", "s-cancer s-blood-supply s-surgery s-injection s-pregnancy s-energy s-bsi s-medicine s-heart s-told-no"),
];

#[test]
fn each_button_opens_its_questions() {
    assert_eq!(BUTTONS.len(), Button::ALL.len());
    for ((id, opens), button) in BUTTONS.into_iter().zip(Button::ALL) {
        assert_eq!(button.id(), id);
        let ids: Vec<_> = button.opens().iter().map(|question| question.id()).collect();
        assert_eq!(ids.join(" "), opens, "{id}");
        assert_eq!(Button::read(&Button::answer(&[button])), Some(vec![button]));
    }
}

#[test]
fn each_button_asks_its_questions_in_the_order_of_the_screen() {
    for button in Button::ALL {
        let mut diary = Diary::screened(&[]);
        diary.tap(&[button]);
        let mut asked = Vec::new();
        while let Gate::Asking(asking) = diary.gate() {
            assert_eq!(asking.moment, Moment::Short);
            // The buttons are the first step, so that the runner can go back to them.
            assert_eq!((asking.at, asking.of), (asked.len() + 2, button.opens().len() + 1));
            assert!(asking.can_go_back);
            let Step::Question(question) = asking.step else { panic!() };
            asked.push(question);
            diary.answer(question.id(), stored(question, super::sample::harmless(question)));
        }
        assert_eq!(diary.gate(), Gate::Open, "{button:?}");
        let mut expected = button.opens().to_vec();
        expected.sort();
        assert_eq!(asked, expected, "{button:?}");
    }
}

#[test]
fn several_buttons_ask_each_question_once() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Limp, Button::Fall]);
    let steps = diary.state().steps();
    assert_eq!(steps.len(), 1 + 7 + 5);
}

#[test]
fn the_answers_replace_the_old_ones() {
    let mut diary = Diary::screened(&[]);
    diary.on(3).tap(&[Button::Limp]);
    diary.go_on(&["s-walk-pain more", "s-place deep-groin", "s-course changed"]);
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
    assert!(diary.state().outcome.flag(Flag::BoneCheck).is_some());
}

#[test]
fn no_question_of_a_short_check_is_answered_in_advance() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Numb]);
    let saddle = Step::Question(Question::Saddle);
    assert!(diary.state().waits(saddle) && diary.state().given(saddle).is_none());
    diary.say(&["s-saddle none"]);
    assert_eq!(diary.state().given(saddle), Some(stored(Question::Saddle, "none")));
    assert!(diary.state().given(Step::Question(Question::Numb)).is_none());
}

#[test]
fn a_stop_in_the_short_check_comes_at_once_or_after_the_block() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Ill]).say(&["s-fever no", "s-chest no", "s-leg-cold yes"]);
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::Emergency));

    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Limp]).say(&["s-bear-weight no", "s-place deep-groin", "s-limp limp"]);
    assert!(matches!(diary.gate(), Gate::Asking(_)), "Block C is not done");
    diary.say(&["s-run-pain eases", "s-walk-pain no", "s-rest-pain no"]);
    assert!(matches!(diary.gate(), Gate::Asking(_)));
    diary.say(&["s-course same"]);
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::UrgentCare));
}

#[test]
fn cr4_a_clot_and_chest_pain_both_stand_and_the_emergency_wins() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Ill]).say(&["s-fever no", "s-leg-cold no", "s-calf yes", "s-chest yes"]);
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::Emergency));
    let outcome = diary.state().outcome;
    let flags: Vec<_> = outcome.raised.iter().map(|raised| raised.flag).collect();
    assert_eq!(flags, [Flag::Chest, Flag::LegClot]);
    assert_eq!(outcome.level, ActionLevel::Emergency);
}

#[test]
fn cr3_knows_thin_bones_in_the_short_check() {
    let mut diary = Diary::screened(&["s-energy bone"]);
    diary.tap(&[Button::Fall]).go_on(&["s-trauma yes"]);
    let state = diary.state();
    assert_eq!(state.gate, Gate::Stopped(ActionLevel::UrgentCare));
    assert!(state.outcome.flag(Flag::Trauma).unwrap().text_adds.is_some());
}

#[test]
fn the_runner_may_take_a_button_back_but_not_the_answers() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Belly]).say(&["s-lump lump"]);
    diary.answer(SHORT_CHECK, Button::answer(&[]));
    assert_eq!(diary.gate(), Gate::Stopped(ActionLevel::ClinicianFirst));
}

#[test]
fn single_questions_do_not_close_an_open_short_check() {
    let mut diary = Diary::screened(&[]);
    diary.tap(&[Button::Limp]);
    diary.begin(Moment::Ask, &["s-skin"]).say(&["s-skin no"]);
    assert!(matches!(diary.gate(), Gate::Asking(Asking { moment: Moment::Short, .. })));
}

#[test]
fn broken_buttons_are_not_read() {
    let list = |ids: &[&str]| Answer::List(ids.iter().map(|id| (*id).to_owned()).collect());
    for answer in [list(&[]), list(&["moon"]), list(&["nothing", "limp"]), Answer::Skipped, Answer::Number(1)] {
        assert_eq!(Button::read(&answer), None, "{answer:?}");
    }
    assert_eq!(Button::read(&Answer::Text("ill".into())), Some(vec![Button::Ill]));
}
