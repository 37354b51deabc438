//! Who may do which test when.

use super::sample::pain;
use crate::journal::{Body, Context, Entry, EntryId, Journal, Moment};
use crate::library::Constraint;
use crate::program::reason::{Input, Reason, RuleId};
use crate::program::screening::tests::sample::{harmless, stored};
use crate::program::screening::{ActionLevel, Active, Flag, QUESTIONS, Question, Raised, Screening};
use crate::program::selftest::{Closed, Facts, Rule, SelfTest, Skip, gate};
use crate::units::{Millis, Now};

const START: i64 = 1_793_620_800_000;

/// A screening that is open, with harmless answers but this.
fn open(other: Option<(Question, &str)>) -> Screening {
    let mut journal = Journal::new();
    let mut nth = 0;
    let mut write = |body| {
        nth += 1;
        journal.insert(Entry { id: EntryId::new(Millis(START + nth * 1000), 1), tz: 0, body });
    };
    write(Body::Begin { moment: Moment::Screen, why: "runner".into(), questions: Vec::new() });
    for question in QUESTIONS {
        let words = other.filter(|(asked, _)| *asked == question).map_or(harmless(question), |(_, words)| words);
        write(Body::Answer { q: question.id().into(), a: stored(question, words), ctx: Context::Screen });
    }
    write(Body::Finish { moment: Moment::Screen });
    Screening::of(&journal, Now { wall: Millis(START + 3_600_000), mono: Millis(0), zone: 0 })
}

fn facts(screening: &Screening) -> Facts<'_> {
    Facts { screening, pain_now: Some(pain(2)), flare_up: false, squeeze: Some(pain(0)) }
}

fn why(rule: &'static str) -> Reason {
    Reason { rule: RuleId(rule), inputs: Vec::new(), sources: Vec::new() }
}

fn with_flag(mut screening: Screening, flag: Flag) -> Screening {
    let raised = Raised { flag, level: ActionLevel::Caution, cleared: true, reason: why(flag.id()), text_adds: None };
    screening.outcome.raised.push(raised);
    screening
}

fn with(mut screening: Screening, constraint: Constraint) -> Screening {
    screening.outcome.constraints.push(Active { constraint, reasons: vec![why(constraint.id())] });
    screening
}

fn left_out(screening: &Screening) -> Vec<&'static str> {
    let is_out = |test: &&SelfTest| matches!(gate(**test, &facts(screening)), Err(Closed::LeftOut(_)));
    SelfTest::ALL.iter().filter(is_out).map(|test| test.id()).collect()
}

#[test]
fn a_harmless_runner_may_do_every_test() {
    let screening = open(None);
    for test in SelfTest::ALL {
        let asks: Vec<Rule> = gate(*test, &facts(&screening)).unwrap();
        let expected: Vec<Rule> = test
            .protocol()
            .skips
            .iter()
            .filter_map(|skip| if let Skip::Ask(rule) = skip { Some(*rule) } else { None })
            .collect();
        assert_eq!(asks, expected, "{}", test.id());
    }
}

#[test]
fn no_test_before_the_screen_or_after_a_stop() {
    let unscreened = Screening::of(&Journal::new(), Now { wall: Millis(START), mono: Millis(0), zone: 0 });
    let stopped = open(Some((Question::BearWeight, "yes")));
    let first = open(Some((Question::Limp, "limp")));
    for (screening, test) in
        [&unscreened, &stopped, &first].into_iter().flat_map(|one| SelfTest::ALL.iter().map(move |test| (one, test)))
    {
        assert_eq!(gate(*test, &facts(screening)), Err(Closed::Shut), "{}", test.id());
    }
}

#[test]
fn prg_z3_with_pain_of_5_or_more_now_tests_wait() {
    let screening = open(None);
    for test in SelfTest::ALL {
        let with_pain = |score| gate(*test, &Facts { pain_now: score, ..facts(&screening) });
        assert_eq!(with_pain(None), Err(Closed::AskPain), "{}", test.id());
        for score in 5..=10 {
            let Err(Closed::Waits(reason)) = with_pain(Some(pain(score))) else { panic!("{} {score}", test.id()) };
            assert_eq!(reason.rule, RuleId("PRG-Z3"));
            assert_eq!(reason.inputs, [Input::Said { question: "q-nprs-now", answer: vec![score.to_string()] }]);
        }
        assert_eq!(with_pain(Some(pain(4))).is_ok(), *test != SelfTest::Copenhagen, "{}", test.id());
        assert!(with_pain(Some(pain(2))).is_ok(), "{}", test.id());
    }
    let Err(Closed::LeftOut(reasons)) =
        gate(SelfTest::Copenhagen, &Facts { pain_now: Some(pain(3)), ..facts(&screening) })
    else {
        panic!("pain now 3 or more leaves t-copenhagen out")
    };
    assert_eq!(reasons.iter().map(|reason| reason.rule).collect::<Vec<_>>(), [RuleId("t-copenhagen")]);
}

#[test]
fn om_84_in_a_flare_up_tests_wait() {
    let screening = open(None);
    let Err(Closed::Waits(reason)) = gate(SelfTest::Thomas, &Facts { flare_up: true, ..facts(&screening) }) else {
        panic!("a flare-up")
    };
    assert_eq!(reason.rule, RuleId("OM-84"));
}

#[test]
fn flags_leave_out_the_tests_that_name_them() {
    for (flag, expected) in [
        (Flag::Pregnant, vec!["t-thomas", "t-hip-ir-prone", "t-heel-buttock"]),
        (Flag::HipReplacement, vec!["t-thomas", "t-hip-ir-seated", "t-hip-er-seated", "t-hip-ir-prone", "t-faber"]),
        (Flag::RecentSurgery, vec!["t-thomas", "t-hip-ir-seated", "t-hip-er-seated", "t-hip-ir-prone"]),
        (Flag::GivingWay, vec!["t-thomas"]),
        (Flag::LegNumbness, vec!["t-aslr", "t-knee-extension"]),
        (Flag::BoneWatch, vec![]),
        (Flag::BoneCheck, vec![]),
        (Flag::BsiOpen, vec![]),
        (Flag::Age65, vec![]),
    ] {
        assert_eq!(left_out(&with_flag(open(None), flag)), expected, "{}", flag.id());
    }
    for flag in [Flag::BoneWatch, Flag::BoneCheck, Flag::BsiOpen] {
        let screening = with(with_flag(open(None), flag), Constraint::Impact);
        assert_eq!(left_out(&screening), ["t-sit-stand", "t-squat", "t-calf"], "{}", flag.id());
    }
    assert_eq!(left_out(&with(open(None), Constraint::Impact)), Vec::<&str>::new(), "cx-impact alone closes none");
}

#[test]
fn constraints_leave_out_by_tags() {
    for (constraint, expected) in [
        (Constraint::HipFlexorStretch, vec!["t-thomas", "t-heel-buttock"]),
        (Constraint::EndRange, vec!["t-faber"]),
        (Constraint::Prone, vec!["t-hip-ir-prone", "t-heel-buttock"]),
        (Constraint::HamstringStretch, vec!["t-aslr", "t-knee-extension"]),
        (Constraint::Balance, vec!["t-sit-stand", "t-squat"]),
        (Constraint::Abdominal, vec!["t-side-plank", "t-copenhagen"]),
        (Constraint::AdductorHeavy, vec!["t-copenhagen"]),
        (Constraint::Supine, vec!["t-thomas", "t-faber", "t-aslr", "t-knee-extension", "t-bridge", "t-squeeze"]),
        (
            Constraint::Floor,
            vec![
                "t-hip-ir-prone",
                "t-faber",
                "t-aslr",
                "t-knee-extension",
                "t-heel-buttock",
                "t-side-plank",
                "t-bridge",
                "t-abduction",
                "t-copenhagen",
            ],
        ),
    ] {
        let screening = with(open(None), constraint);
        assert_eq!(left_out(&screening), expected, "{}", constraint.id());
        let Some(test) = expected.first().and_then(|id| SelfTest::parse(id)) else { continue };
        let Err(Closed::LeftOut(reasons)) = gate(test, &facts(&screening)) else { panic!("{}", constraint.id()) };
        assert_eq!(reasons.first().map(|reason| reason.rule.0), Some(constraint.id()), "with the flag's own reason");
    }
}

#[test]
fn a_limp_leaves_the_single_leg_stand_out() {
    // The flag that the limp raises shuts the program until an OK; the answer counts after it too.
    let mut screening = open(None);
    screening.answers.set(Question::Limp, &stored(Question::Limp, "limp")).unwrap();
    assert_eq!(left_out(&screening), ["t-stance"]);
    screening.answers.set(Question::Limp, &stored(Question::Limp, "first-steps")).unwrap();
    assert_eq!(left_out(&screening), Vec::<&str>::new());
}

#[test]
fn t_copenhagen_needs_a_squeeze_of_0_to_2() {
    let screening = open(None);
    for (squeeze, is_open) in [(None, false), (Some(0), true), (Some(2), true), (Some(3), false), (Some(10), false)] {
        let facts = Facts { squeeze: squeeze.map(pain), ..facts(&screening) };
        assert_eq!(gate(SelfTest::Copenhagen, &facts).is_ok(), is_open, "{squeeze:?}");
        assert!(gate(SelfTest::Squeeze, &facts).is_ok());
    }
}
