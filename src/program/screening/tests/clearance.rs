//! Section 5: CR1 to CR9 and the clinicians' OKs. (CR3 and CR4 come up in the flow and the short check.)

use super::sample::{Diary, now, ok, outcome};
use crate::journal::{Answer, Body, BoneFinding, Moment, Scope};
use crate::library::Constraint;
use crate::program::reason::{Input, RuleId};
use crate::program::screening::*;

const STOP_FIRST: Gate = Gate::Stopped(ActionLevel::ClinicianFirst);
const STOP_URGENT: Gate = Gate::Stopped(ActionLevel::UrgentCare);
/// Raises `f-bone-urgent` (BS1) and `f-limp`.
const URGENT: &[&str] = &["s-limp limp", "s-place deep-groin"];
/// Raises `f-bone-urgent` (BS2) alone.
const URGENT_ALONE: &[&str] = &["s-place deep-groin", "s-run-pain grows", "s-walk-pain more"];

#[test]
fn cr1_a_limp_under_18_is_urgent() {
    let outcome = outcome(&["s-age 17", "s-limp limp"]);
    let raised = outcome.flag(Flag::Under18Limp).unwrap();
    assert_eq!((raised.level, raised.reason.rule), (ActionLevel::UrgentCare, RuleId("CR1")));
    assert_eq!(raised.reason.inputs.len(), 2);
    for other in [&["s-age 18", "s-limp limp"], &["s-age 17", "s-limp first-steps"]] {
        assert!(super::sample::outcome(other).flag(Flag::Under18Limp).is_none(), "{other:?}");
    }
}

#[test]
fn cr2_unwell_with_cancer_or_constant_pain_is_urgent() {
    for other in [&["s-unwell yes", "s-cancer yes"], &["s-unwell not-sure", "s-rest-pain constant"]] {
        let outcome = outcome(other);
        let raised = outcome.flag(Flag::Systemic).unwrap();
        assert_eq!((raised.level, raised.reason.rule), (ActionLevel::UrgentCare, RuleId("CR2")), "{other:?}");
        assert!(outcome.flag(Flag::Unwell).is_some());
    }
    assert!(outcome(&["s-unwell yes"]).flag(Flag::Systemic).is_none());
    assert!(outcome(&["s-rest-pain constant", "s-cancer yes"]).flag(Flag::Systemic).is_none());
}

#[test]
fn cr5_an_ok_lowers_a_ticked_flag_alone() {
    let mut diary = Diary::screened(&["s-limp limp", "s-heart symptoms"]);
    diary.ok(0, Scope::Full, &["f-limp"]);
    assert_eq!(diary.gate(), STOP_FIRST);
    let outcome = diary.state().outcome;
    assert_eq!(outcome.raised[0].flag, Flag::Heart);
    let limp = outcome.flag(Flag::Limp).unwrap();
    assert!(limp.cleared && limp.level == ActionLevel::Caution);
    // Several OKs count side by side.
    diary.ok(0, Scope::Full, &["f-heart"]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr5_the_day_of_the_visit_must_fit() {
    for (visit, entered, counts) in [(1, 0, false), (0, 0, true), (-90, 0, true), (-91, 0, false)] {
        let mut diary = Diary::screened(&["s-limp limp"]);
        diary.on(entered).ok(visit, Scope::Full, &["f-limp"]);
        assert_eq!(diary.gate() == Gate::Open, counts, "{visit}");
        let filled = ok(visit, Scope::Full, BoneFinding::NotChecked, &["f-limp"]);
        assert_eq!(Diary::screened(&["s-limp limp"]).state().record_ok(filled).is_ok(), counts, "{visit}");
    }
}

#[test]
fn cr5_an_ok_ends_180_days_after_the_visit() {
    for (day, open) in [(179, true), (180, false), (500, false)] {
        let mut diary = Diary::screened(&["s-limp limp"]);
        diary.ok(0, Scope::Full, &["f-limp"]);
        diary.on(day).screen(&["s-limp limp"]);
        assert_eq!(diary.gate() == Gate::Open, open, "{day}");
    }
}

#[test]
fn cr5_an_ok_goes_on_when_a_later_screen_raises_the_same_flags() {
    let mut diary = Diary::screened(&["s-limp limp"]);
    diary.ok(0, Scope::Full, &["f-limp"]);
    diary.on(7).tap(&[Button::Limp]).go_on(&["s-limp limp"]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(28).screen(&["s-limp limp"]);
    assert_eq!(diary.gate(), Gate::Open);
    // A caution is not a new flag that ends it.
    diary.on(30).tap(&[Button::New]).go_on(&["s-medicine quinolone"]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr5_a_new_flag_ends_every_ok_as_a_whole() {
    let new: [(Button, &str); 2] = [(Button::Fall, "s-locking lock"), (Button::New, "s-heart inactive")];
    for (button, line) in new {
        let mut diary = Diary::screened(&["s-limp limp", "s-skin yes"]);
        diary.ok(0, Scope::Full, &["f-limp"]);
        diary.on(5).tap(&[button]).go_on(&[line]);
        assert_eq!(diary.gate(), STOP_FIRST);
        // The new flag goes, and the old one stands uncovered all the same.
        let (id, _) = line.split_once(' ').unwrap();
        diary.begin(Moment::Ask, &[id]).go_on(&[]);
        assert_eq!(diary.gate(), STOP_FIRST, "{line}");
        assert!(!diary.state().outcome.flag(Flag::Limp).unwrap().cleared);
        diary.ok(5, Scope::Full, &["f-limp"]);
        assert_eq!(diary.gate(), Gate::Open);
    }
}

#[test]
fn cr5_a_flag_that_comes_back_is_new() {
    let mut diary = Diary::screened(&["s-limp limp"]);
    diary.ok(0, Scope::Full, &["f-limp"]);
    diary.on(28).screen(&[]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(56).screen(&["s-limp limp"]);
    assert_eq!(diary.gate(), STOP_FIRST);
}

#[test]
fn cr5_nobody_can_clear_ahead() {
    let mut diary = Diary::screened(&["s-limp limp"]);
    diary.ok(0, Scope::Full, &["f-limp", "f-heart", "f-nothing"]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.begin(Moment::Ask, &["s-heart"]).say(&["s-heart symptoms"]);
    assert_eq!(diary.gate(), STOP_FIRST);
    // Nor before a first screen.
    let mut diary = Diary::new();
    diary.ok(0, Scope::Full, &["f-limp"]);
    diary.screen(&["s-limp limp"]);
    assert_eq!(diary.gate(), STOP_FIRST);
}

#[test]
fn cr5_a_deleted_ok_counts_no_more() {
    let mut diary = Diary::screened(&["s-limp limp"]);
    let of = diary.ok(0, Scope::Full, &["f-limp"]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.write(Body::Delete { of });
    assert_eq!(diary.gate(), STOP_FIRST);
}

#[test]
fn cr5_a_flag_from_a_block_not_reached_before_needs_its_own_tick() {
    let mut diary = Diary::screened(URGENT_ALONE);
    assert_eq!(diary.gate(), STOP_URGENT);
    diary.on(2).ok_bone(2, Scope::Full, BoneFinding::RuledOut, &["f-bone-urgent"]);
    diary.on(3).screen(&["s-place deep-groin", "s-run-pain grows", "s-walk-pain more", "s-heart symptoms"]);
    // `f-heart` is of Block D: the OK counts on, and `f-heart` needs a tick of its own.
    assert_eq!(diary.gate(), STOP_FIRST);
    let shut: Vec<_> =
        diary.state().outcome.raised.iter().filter(|raised| raised.level.shuts()).map(|raised| raised.flag).collect();
    assert_eq!(shut, [Flag::Heart]);
    diary.ok(3, Scope::Full, &["f-heart"]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr7_told_not_to_exercise_is_not_cleared_while_it_is_answered_so() {
    for option in ["all", "not-sure"] {
        let line = format!("s-told-no {option}");
        let mut diary = Diary::screened(&[&line]);
        diary.ok(0, Scope::Full, &["f-told-no"]);
        assert_eq!(diary.gate(), STOP_FIRST, "{option}");
        diary.begin(Moment::Ask, &["s-told-no"]).say(&["s-told-no no"]);
        assert_eq!(diary.gate(), Gate::Open);
    }
}

/// Urgent on day 0, seen on day 2 with this OK, screened again on day `again`.
fn seen_and_screened_again(visit: i32, bone: BoneFinding, scope: Scope, flags: &[&str], again: i32) -> Diary {
    let mut diary = Diary::screened(URGENT_ALONE);
    diary.on(2).ok_bone(visit, scope, bone, flags);
    assert_eq!(diary.gate(), STOP_URGENT, "an OK alone clears nothing (CR6)");
    diary.on(again).screen(URGENT_ALONE);
    diary
}

#[test]
fn cr8_bone_urgent_becomes_bone_check_after_being_seen() {
    let diary = seen_and_screened_again(2, BoneFinding::RuledOut, Scope::NoImpact, &["f-bone-urgent"], 3);
    assert_eq!(diary.gate(), Gate::Open);
    let outcome = diary.state().outcome;
    assert!(outcome.flag(Flag::BoneUrgent).is_none());
    let check = outcome.flag(Flag::BoneCheck).unwrap();
    assert_eq!((check.level, check.cleared, check.reason.rule), (ActionLevel::Caution, true, RuleId("CR8")));
    let impact = outcome.active(Constraint::Impact).unwrap();
    let rules: Vec<_> = impact.reasons.iter().map(|reason| reason.rule.0).collect();
    assert_eq!(rules, ["f-bone-check", "CR9"]);
    let diary = seen_and_screened_again(2, BoneFinding::RuledOut, Scope::Full, &["f-bone-urgent"], 3);
    assert_eq!(diary.gate(), Gate::Open);
    assert!(diary.state().outcome.active(Constraint::Impact).is_none(), "until the OK says `full`");
}

#[test]
fn cr8_needs_every_part_of_its_condition() {
    let urgent = |diary: Diary, why: &str| assert_eq!(diary.gate(), STOP_URGENT, "{why}");
    let full = Scope::Full;
    urgent(seen_and_screened_again(2, BoneFinding::NotChecked, full, &["f-bone-urgent"], 3), "not ruled out");
    urgent(
        seen_and_screened_again(-1, BoneFinding::RuledOut, full, &["f-bone-urgent"], 3),
        "seen before it was raised",
    );
    urgent(seen_and_screened_again(2, BoneFinding::RuledOut, full, &["f-limp", "f-bone-check"], 3), "not ticked");
    urgent(seen_and_screened_again(2, BoneFinding::RuledOut, full, &["f-bone-urgent"], 183), "ended");
    // Screened again before being seen: that screen does not count as the one after it.
    let mut diary = Diary::screened(URGENT_ALONE);
    diary.on(1).screen(URGENT_ALONE);
    diary.on(2).ok_bone(2, full, BoneFinding::RuledOut, &["f-bone-urgent"]);
    urgent(diary.clone(), "not screened after the visit");
    diary.on(3).screen(URGENT_ALONE);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr8_works_with_the_ok_after_the_second_screen_too() {
    let mut diary = Diary::screened(URGENT_ALONE);
    diary.on(2).walk(URGENT_ALONE);
    assert_eq!(diary.gate(), STOP_URGENT);
    diary.ok_bone(1, Scope::Full, BoneFinding::RuledOut, &["f-bone-urgent"]);
    assert!(matches!(diary.gate(), Gate::Asking(Asking { block: Some(Block::D), .. })), "the screen goes on");
    diary.go_on(&[]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr8_goes_on_in_later_screens_and_ends_with_the_ok() {
    let mut diary = seen_and_screened_again(2, BoneFinding::RuledOut, Scope::Full, &["f-bone-urgent"], 3);
    diary.on(31).screen(URGENT_ALONE);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(50).tap(&[Button::Limp]).go_on(URGENT_ALONE);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(51).tap(&[Button::New]).go_on(&["s-surgery recent"]);
    assert_eq!(diary.gate(), STOP_URGENT, "a new flag ends the OK, and `f-bone-urgent` is back");
}

#[test]
fn cr8_a_flag_that_was_gone_starts_anew() {
    let mut diary = seen_and_screened_again(2, BoneFinding::RuledOut, Scope::Full, &["f-bone-urgent"], 3);
    diary.on(31).screen(&[]);
    assert_eq!(diary.gate(), Gate::Open);
    diary.on(59).screen(URGENT_ALONE);
    assert_eq!(diary.gate(), STOP_URGENT);
}

#[test]
fn cr8_the_parts_of_systemic_stand_by_themselves() {
    let lines = &["s-unwell yes", "s-rest-pain constant"];
    let mut diary = Diary::screened(lines);
    assert_eq!(diary.gate(), STOP_URGENT);
    diary.on(2).ok(2, Scope::Full, &["f-systemic"]);
    diary.on(3).screen(lines);
    assert_eq!(diary.gate(), STOP_FIRST);
    let outcome = diary.state().outcome;
    assert!(outcome.flag(Flag::Systemic).is_none());
    assert!(outcome.flag(Flag::Unwell).is_some() && outcome.flag(Flag::ConstantPain).is_some());
    diary.ok(3, Scope::Full, &["f-unwell", "f-constant-pain"]);
    assert_eq!(diary.gate(), Gate::Open);
}

#[test]
fn cr9_the_newest_visit_decides_about_impact() {
    use Scope::{Full, NoImpact};
    let rows: [(&[(i32, Scope)], bool); 8] = [
        (&[(-5, Full)], false),
        (&[(-5, NoImpact)], true),
        (&[(-5, NoImpact), (-3, Full)], false),
        (&[(-3, Full), (-5, NoImpact)], false),
        (&[(-5, Full), (-3, NoImpact)], true),
        (&[(-3, Full), (-3, NoImpact)], true),
        (&[(-3, NoImpact), (-3, Full)], true),
        (&[(-5, NoImpact), (1, Full)], true),
    ];
    for (oks, shut) in rows {
        let mut diary = Diary::screened(&["s-cancer yes", "s-course new"]);
        for (visit, scope) in oks {
            diary.ok(*visit, *scope, &["f-cancer-history"]);
        }
        let state = diary.state();
        assert_eq!(state.gate, Gate::Open, "{oks:?}");
        assert_eq!(state.outcome.active(Constraint::Impact).is_some(), shut, "{oks:?}");
    }
}

#[test]
fn cr9_time_alone_does_not_open_impact() {
    let mut diary = Diary::screened(&["s-cancer yes", "s-course new"]);
    diary.ok(0, Scope::NoImpact, &["f-cancer-history"]);
    diary.on(185).screen(&[]);
    let state = diary.state();
    assert_eq!(state.gate, Gate::Open);
    let impact = state.outcome.active(Constraint::Impact).unwrap();
    let visit = super::sample::day(0);
    assert_eq!(impact.reasons[0].inputs, [Input::ClinicianOk { visit }]);
}

#[test]
fn cr9_has_a_way_out_when_no_flag_is_left_to_tick() {
    let mut diary = Diary::screened(&["s-cancer yes", "s-course new"]);
    assert!(diary.state().ok_needs_tick());
    diary.ok(0, Scope::NoImpact, &["f-cancer-history"]);
    diary.on(28).screen(&[]);
    let state = diary.state();
    assert!(state.ok_would_open() && !state.ok_needs_tick());
    for body in state.record_ok(ok(28, Scope::Full, BoneFinding::NotChecked, &[])).unwrap() {
        diary.write(body);
    }
    let state = diary.state();
    assert!(state.outcome.active(Constraint::Impact).is_none());
    assert!(!state.ok_would_open());
}

#[test]
fn an_ok_is_offered_where_it_would_open_something() {
    for (given, opens) in [
        (&[] as &[&str], false),
        (&["s-limp limp"], true),
        (&["s-worse yes"], true),
        (&["s-told-no run"], true),
        (&["s-skin yes", "s-age 70"], false),
        (&["s-told-no all"], false),
        (&["s-chest yes"], false),
    ] {
        assert_eq!(Diary::screened(given).state().ok_would_open(), opens, "{given:?}");
    }
}

#[test]
fn what_can_be_ticked_is_what_an_ok_changes() {
    let state = Diary::screened(&["s-limp limp", "s-told-no all", "s-skin yes", "s-worse yes", "s-age 65"]).state();
    assert_eq!(state.flags_to_tick(), [Flag::Limp, Flag::Worsening]);
    let state = Diary::screened(&["s-worse yes"]).state();
    assert_eq!(state.flags_to_tick(), [Flag::WorseningWatch]);
    let fill = |flags| ok(0, Scope::Full, BoneFinding::NotChecked, flags);
    assert_eq!(state.record_ok(fill(&[])), Err(BadOk::NothingTicked));
    assert_eq!(state.record_ok(fill(&["f-heart"])), Err(BadOk::NothingTicked));
    assert!(matches!(&state.record_ok(fill(&["f-worsening-watch"])).unwrap()[..], [Body::Ok(_)]));
    let future = ok(1, Scope::Full, BoneFinding::NotChecked, &["f-worsening-watch"]);
    assert_eq!(state.record_ok(future), Err(BadOk::Future));
}

#[test]
fn an_ok_leaves_what_is_asked_alone() {
    let mut diary = Diary::new();
    diary.begin(Moment::Screen, &[]).say(&["s-bear-weight no"]);
    diary.ok(0, Scope::Full, &["f-limp"]);
    assert!(matches!(diary.gate(), Gate::Asking(_)));
    diary.answer("s-deformity", Answer::Text("no".into()));
    assert_eq!(Screening::of(&diary.journal, now(0)).answers.answered().count(), 2);
}

#[test]
fn an_urgent_limp_keeps_its_own_flag() {
    let flags: Vec<_> = outcome(URGENT).raised.iter().map(|raised| raised.flag).collect();
    assert_eq!(flags, [Flag::BoneUrgent, Flag::Limp]);
}
