//! The program over days: a runner who passes the screen, chooses settings, trains and rests.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::plan::{Check, DayStatus, Decision, SlotId, pain_now, setting};
use super::screening::{Gate, Kind, Question, Screening, Step};
use super::*;
use crate::journal::{
    Answer, Body, Context, EndedHow, Entry, EntryId, HurtKind, Item, ItemDone, Journal, Mark, Moment, SessionKind,
};
use crate::library::{Constraint, ExerciseId, first};
use crate::units::{Day, Millis, Now, PainScore, Seconds};

/// A journal of a runner with no warning sign, whose whole screen was passed an hour before.
pub(super) fn passed() -> (Journal, Now) {
    let mut runner = Runner::screened(&[]);
    runner.later(60);
    (runner.journal.clone(), runner.now())
}

/// One who passed the screen on Monday at eight without a warning sign. Made once: a whole screen has many steps.
static HARMLESS: LazyLock<Runner> = LazyLock::new(|| {
    let mut runner = Runner::new(Millis(MONDAY));
    runner.screen(&[]);
    runner
});

/// Monday 2026-11-23, 08:00 UTC.
const MONDAY: i64 = 1_795_420_800_000;
const DAY: i64 = 86_400_000;

/// The answer of a runner of 40 with an old, unchanged pain on the outer side and no warning sign.
fn harmless(question: Question) -> Answer {
    let option = match question {
        Question::Testicle => "does-not-apply",
        Question::Place => "outer",
        Question::RunPain => "eases",
        Question::Limp => "normal",
        Question::Course => "same",
        Question::Bsi => "never",
        Question::Floor => "yes",
        Question::Age => return Answer::Number(40),
        Question::RestNow => return Answer::Number(1),
        _ if question.options().contains(&"none") => "none",
        _ => "no",
    };
    stored(question, option)
}

fn stored(question: Question, option: &str) -> Answer {
    match question.kind() {
        Kind::Many => Answer::List(vec![option.to_owned()]),
        _ => Answer::Text(option.to_owned()),
    }
}

/// A runner who writes a journal.
#[derive(Clone)]
struct Runner {
    journal: Journal,
    at: Millis,
    entries: u128,
}

impl Runner {
    fn new(at: Millis) -> Self {
        Self { journal: Journal::new(), at, entries: 0 }
    }

    /// One who passed the screen on Monday at eight.
    fn screened(other: &[(&str, &str)]) -> Self {
        if other.is_empty() {
            return HARMLESS.clone();
        }
        let mut runner = Self::new(Millis(MONDAY));
        runner.screen(other);
        runner
    }

    fn now(&self) -> Now {
        Now { wall: self.at, mono: Millis(0), zone: 0 }
    }

    /// The same hour that many days after Monday.
    fn on(&mut self, day: i64) -> &mut Self {
        self.at = Millis(MONDAY + day * DAY);
        self
    }

    fn later(&mut self, minutes: i64) -> &mut Self {
        self.at = Millis(self.at.0 + minutes * 60_000);
        self
    }

    fn write(&mut self, body: Body) -> EntryId {
        self.entries += 1;
        self.at = Millis(self.at.0 + 10);
        let id = EntryId::new(self.at, self.entries);
        self.journal.insert(Entry { id, tz: 0, body });
        id
    }

    /// Answers all that the screen asks: harmless but these.
    fn screen(&mut self, other: &[(&str, &str)]) {
        for body in Screening::begin_screen("runner") {
            self.write(body);
        }
        for _ in 0..100 {
            let screening = Screening::of(&self.journal, self.now());
            let Gate::Asking(asking) = screening.gate else { return };
            let Step::Question(question) = asking.step else { panic!("the buttons") };
            let own = other.iter().find(|(id, _)| *id == question.id());
            let answer = own.map_or_else(|| harmless(question), |(_, option)| stored(question, option));
            for body in screening.answer(asking.step, &answer).unwrap() {
                self.write(body);
            }
        }
        panic!("the screen has no end");
    }

    fn set(&mut self, question: &str, answer: Answer) -> &mut Self {
        self.write(setting(question, answer).unwrap());
        self
    }

    fn pain(&mut self, score: u8) -> &mut Self {
        self.write(pain_now(PainScore::new(score).unwrap(), Context::Before));
        self
    }

    /// The morning after a session.
    fn morning(&mut self, score: u8) -> &mut Self {
        for body in adapt::morning(PainScore::new(score).unwrap(), false) {
            self.write(body);
        }
        self
    }

    fn program(&self) -> Program {
        Program::derive(&self.journal, first(), self.now())
    }

    /// Does today's session to its end, or that share of its items.
    fn train(&mut self, share: (usize, usize)) -> EntryId {
        let program = self.program();
        let slot = program.today.slot.expect("a session today");
        let session = program.start(slot, self.now()).unwrap();
        let of = self.write(session.entry());
        let items = session.items.iter().take(session.items.len() * share.0 / share.1);
        let items = items
            .map(|item| ItemDone {
                exercise: item.planned.exercise.id().to_owned(),
                sets: item.planned.dose.sets,
                amount: 1,
                worst: None,
                mark: Mark::Ok,
                exchanged: None,
            })
            .collect();
        self.later(20);
        let how = if share.0 == share.1 { EndedHow::Done } else { EndedHow::Early };
        self.write(plan::session_end(of, how, session.seconds, items));
        of
    }

    fn statuses(&self) -> Vec<(&'static str, DayStatus)> {
        let letter = |slot: Option<SlotId>| match slot {
            Some(SlotId::Day { kind, .. }) => kind.letter(),
            _ => "-",
        };
        self.program().week.days.iter().map(|day| (letter(day.slot), day.status)).collect()
    }
}

fn slot(text: &str) -> SlotId {
    SlotId::parse(text).expect(text)
}

fn list(ids: &[&str]) -> Answer {
    Answer::List(ids.iter().map(|id| (*id).to_owned()).collect())
}

#[test]
fn before_the_screen_there_is_no_session() {
    let runner = Runner::new(Millis(MONDAY));
    let program = runner.program();
    assert_eq!(program.session(slot("2026-11-23-f"), runner.now()), Err(NoSession::Shut));
    assert_eq!(program.session(slot("try-bridge-double"), runner.now()), Err(NoSession::Shut));
    assert!(!program.is_in_week(ExerciseId::parse("bridge-double").unwrap()));
}

#[test]
fn the_first_plan_stands_right_after_the_screen() {
    use DayStatus::{Planned, Rest, Today};
    let runner = Runner::screened(&[]);
    let program = runner.program();
    assert_eq!(program.today.slot, Some(slot("2026-11-23-f")));
    assert_eq!(program.today.next, Some(slot("2026-11-25-f")));
    assert_eq!(
        runner.statuses(),
        [("f", Today), ("-", Rest), ("f", Planned), ("-", Rest), ("f", Planned), ("-", Rest), ("-", Rest)]
    );
    assert_eq!((program.week.number, program.week.rule.0), (1, "PRG-K3"));
    let today = program.session(slot("2026-11-23-f"), runner.now()).unwrap();
    assert_eq!((today.kind, today.seconds), (SessionKind::F, Seconds(1218)));
    assert_eq!(program.week.days.first().and_then(|day| day.seconds), Some(Seconds(1218)));
    let card = program.first_plan_card().unwrap();
    assert_eq!(card.open, ["q-side", "q-days", "q-minutes", "q-equipment", "q-pool"]);
    assert_eq!((card.settings.days, card.settings.minutes), (3, 20));
}

#[test]
fn prg_q1_nothing_that_runs_or_hops_is_tried_in_the_first_plan() {
    let mut runner = Runner::screened(&[]);
    runner.pain(0);
    let program = runner.program();
    for id in [
        "pogo-double",
        "hop-single",
        "a-skip",
        "quick-steps",
        "cadence-metronome-run",
        "tall-lean-run",
        "two-lane-run",
        "level-pelvis-run",
        "strides",
    ] {
        let exercise = slot(&format!("try-{id}"));
        let Err(NoStart::None(NoSession::LeftOut(out))) = program.start(exercise, runner.now()) else { panic!("{id}") };
        assert_eq!(out.reason.rule.0, "PRG-Q1", "{id}");
    }
    assert!(program.start(slot("try-a-march"), runner.now()).is_ok(), "that one is walked");
}

#[test]
fn the_card_goes_when_its_questions_are_answered() {
    let mut runner = Runner::screened(&[]);
    runner.set("q-side", Answer::Text("left".into())).set("q-days", Answer::Number(4));
    assert_eq!(runner.program().first_plan_card().unwrap().open, ["q-minutes", "q-equipment", "q-pool"]);
    runner.set("q-minutes", Answer::Number(30)).set("q-equipment", list(&[])).set("q-pool", Answer::Text("no".into()));
    let program = runner.program();
    assert_eq!(program.first_plan_card(), None);
    assert!(program.settings.side.is_left());
}

#[test]
fn prg_bf_without_a_fresh_score_nothing_starts() {
    let mut runner = Runner::screened(&[]);
    let today = slot("2026-11-23-f");
    assert_eq!(runner.program().start(today, runner.now()), Err(NoStart::AskPain));
    runner.pain(2);
    assert!(runner.program().start(today, runner.now()).is_ok());
    runner.later(61);
    assert_eq!(runner.program().start(today, runner.now()), Err(NoStart::AskPain), "an hour later it is asked again");
    let elsewhere = slot("2026-11-25-f");
    runner.pain(2);
    assert_eq!(
        runner.program().start(elsewhere, runner.now()),
        Err(NoStart::OtherDay(Day::parse("2026-11-25").unwrap()))
    );
    assert!(runner.program().session(elsewhere, runner.now()).is_ok(), "it can be looked at");
    assert_eq!(runner.program().session(slot("2026-11-24-f"), runner.now()), Err(NoSession::NotFound));
    assert_eq!(runner.program().session(slot("2026-12-23-f"), runner.now()), Err(NoSession::NotFound));
}

#[test]
fn prg_bf2_a_sore_day_turns_todays_session_alone() {
    let mut runner = Runner::screened(&[]);
    runner.pain(4);
    let (program, now) = (runner.program(), runner.now());
    let session = program.start(slot("2026-11-23-f"), now).unwrap();
    assert_eq!((session.kind, session.slot), (SessionKind::Light, slot("2026-11-23-f")));
    assert_eq!(program.session(slot("2026-11-25-f"), now).unwrap().kind, SessionKind::F);
    assert!(matches!(program.session(slot("try-sit-to-stand"), now), Err(NoSession::NotToday(_))));
    assert!(program.session(slot("try-cat-camel"), now).is_ok());
    assert!(program.session(slot("try-standing-wall-press"), now).is_ok(), "a hold of the calm list");
    assert!(matches!(program.session(slot("try-side-plank-knees"), now), Err(NoSession::NotToday(_))));
}

#[test]
fn prg_bf3_a_rest_day_leaves_breathing_alone() {
    let mut runner = Runner::screened(&[]);
    runner.pain(6);
    let (program, now) = (runner.program(), runner.now());
    let Err(NoSession::RestToday { why, breathing }) = program.session(slot("2026-11-23-f"), now) else { panic!() };
    assert_eq!(why.rule.0, "PRG-BF3");
    assert_eq!(breathing, Some(slot("try-breathing-supine")));
    assert!(program.start(slot("try-breathing-supine"), now).is_ok());
    assert!(matches!(program.session(slot("try-bridge-double"), now), Err(NoSession::RestToday { .. })));
}

#[test]
fn prg_bf3_two_rest_days_in_a_row_ask_for_the_whole_screen() {
    let mut runner = Runner::screened(&[]);
    runner.pain(6);
    assert!(runner.program().screening.is_open());
    runner.on(1).pain(6);
    assert!(matches!(runner.program().screening.gate, Gate::Due(screening::Due::Full, _)));
}

#[test]
fn prg_bf4_by_usual_pain_opens_the_questions_too() {
    // 6 alone is a rest day; with a usual pain of 1 it is the next worse row.
    let mut runner = Runner::screened(&[]);
    for day in [0, 2, 4] {
        runner.on(day).pain(1);
        runner.train((1, 1));
    }
    runner.on(6);
    assert_eq!(runner.program().usual_pain(), PainScore::new(1));
    runner.pain(6);
    let Gate::Due(screening::Due::Questions(questions), rule) = runner.program().screening.gate else { panic!() };
    assert_eq!(rule.0, "PRG-BF4");
    assert!(questions.contains(&Question::RestNow));
}

#[test]
fn usual_pain_is_the_median_of_the_last_seven_sessions() {
    let mut runner = Runner::screened(&[]);
    runner.set("q-days", Answer::Number(6));
    assert_eq!(runner.program().usual_pain(), None);
    let mut seen = Vec::new();
    for (day, score) in [0, 1, 2, 3, 4].into_iter().zip([3, 1, 2, 0, 3]) {
        runner.on(day).pain(score);
        runner.train((1, 1));
        seen.push(runner.program().usual_pain().map(PainScore::get));
    }
    // The newest; the newest; 1 2 3; 0 1 2 3: mean of 1 and 2 rounded down; 0 1 2 3 3.
    assert_eq!(seen, [Some(3), Some(1), Some(2), Some(1), Some(2)]);
    // A score that no session followed does not count.
    runner.on(5).pain(10);
    assert_eq!(runner.program().usual_pain().map(PainScore::get), Some(2));
}

/// A session of a day of the plan, however it came about.
fn log_session(runner: &mut Runner) {
    let (slot, kind) = ("2026-11-20-m".to_owned(), SessionKind::M);
    runner.write(Body::Session { slot, kind, seconds: Seconds(600), items: Vec::new() });
}

#[test]
fn usual_pain_looks_back_on_seven_sessions_with_a_score_before_them() {
    let usual = |runner: &Runner| runner.program().usual_pain().map(PainScore::get);
    let mut runner = Runner::screened(&[]);
    runner.write(Body::Answer { q: "q-nprs-average".into(), a: Answer::Number(4), ctx: Context::DayZero });
    assert_eq!(usual(&runner), Some(4));
    for score in [9, 9] {
        runner.pain(score);
        log_session(&mut runner);
    }
    assert_eq!(usual(&runner), Some(4), "two sessions are too few");
    runner.later(61);
    log_session(&mut runner);
    assert_eq!(usual(&runner), Some(4), "the score was too old to be one before that session");
    for score in [9, 9, 1, 1, 1, 1] {
        runner.pain(score);
        log_session(&mut runner);
    }
    assert_eq!(usual(&runner), Some(1), "of eight the last seven: 9 9 9 1 1 1 1");
}

#[test]
fn prg_k10_a_missed_session_is_not_made_up() {
    use DayStatus::{Done, Missed, Planned, Rest, Today};
    let mut runner = Runner::screened(&[]);
    runner.pain(1);
    runner.train((1, 1));
    runner.on(3);
    assert_eq!(
        runner.statuses().iter().map(|day| day.1).collect::<Vec<_>>(),
        [Done, Rest, Missed, Rest, Planned, Rest, Rest]
    );
    assert_eq!(runner.program().today.slot, None);
    runner.pain(1);
    assert_eq!(runner.program().start(slot("2026-11-25-f"), runner.now()), Err(NoStart::None(NoSession::NotFound)));
    runner.on(4);
    assert_eq!(runner.statuses().get(4), Some(&("f", Today)));
}

#[test]
fn less_than_half_is_not_done_and_can_be_started_again() {
    let mut runner = Runner::screened(&[]);
    runner.pain(1);
    runner.train((1, 4));
    assert_eq!(runner.statuses().first(), Some(&("f", DayStatus::Today)));
    runner.pain(1);
    let first_time = runner.program().start(slot("2026-11-23-f"), runner.now());
    assert!(first_time.is_ok());
    runner.train((1, 1));
    runner.pain(1);
    assert_eq!(runner.program().start(slot("2026-11-23-f"), runner.now()), Err(NoStart::Done));
}

#[test]
fn prg_m8_turns_with_each_done_session_and_not_with_a_missed_one() {
    let strength = |runner: &Runner, text: &str| -> Vec<String> {
        let session = runner.program().session(slot(text), runner.now()).unwrap();
        let strength = session.items.iter().filter(|item| item.part == plan::Part::Strength);
        strength.map(|item| item.planned.exercise.id().to_owned()).collect()
    };
    let mut runner = Runner::screened(&[]);
    let (first, second) = (strength(&runner, "2026-11-23-f"), strength(&runner, "2026-11-25-f"));
    assert_eq!(
        second,
        ["bridge-double", "quadruped-hip-extension", "standing-wall-press", "dead-bug-heel-tap", "sit-to-stand"]
    );
    runner.pain(1);
    runner.train((1, 1));
    assert_eq!(strength(&runner, "2026-11-23-f"), first, "what was done stays what it was");
    assert_eq!(strength(&runner, "2026-11-25-f"), second, "as it was shown before");
    runner.on(1).morning(1);
    runner.on(4);
    assert_eq!(strength(&runner, "2026-11-27-f"), second, "Wednesday was missed");
    runner.on(9);
    runner.screen(&[]);
    let program = runner.program();
    let today = program.today.slot.unwrap().to_string();
    assert_eq!(strength(&runner, &today), second, "a week later still");
}

#[test]
fn prg_k8_counts_what_was_really_done_yesterday() {
    let mut runner = Runner::screened(&[]);
    runner.pain(1);
    runner.train((1, 1));
    runner.on(1).set("q-weekdays", list(&["tue", "thu"]));
    let program = runner.program();
    assert_eq!(program.today.slot, Some(slot("2026-11-24-m")), "F on the day after F becomes M");
    assert_eq!(program.week.days.first().map(|day| day.status), Some(DayStatus::Done));
}

#[test]
fn changing_settings_loses_no_history() {
    let mut runner = Runner::screened(&[]);
    runner.pain(1);
    let of = runner.train((1, 1));
    runner.on(3);
    let before = runner.statuses();
    runner.set("q-days", Answer::Number(6)).set("q-minutes", Answer::Number(45)).set("q-equipment", list(&["strap"]));
    let after = runner.statuses();
    assert_eq!(before.get(..3), after.get(..3), "days that lie behind stay as they were");
    let program = runner.program();
    let done = program.week.days.first().unwrap();
    assert_eq!((done.session, done.seconds), (Some(of), Some(Seconds(1218))));
    assert!(program.today.slot.is_some(), "the plan answers at once");
}

#[test]
fn prg_k9_the_pool_takes_the_last_f_once_it_is_open() {
    let mut runner = Runner::screened(&[]);
    runner.set("q-pool", Answer::Text("both".into()));
    assert_eq!(runner.statuses().get(4).map(|day| day.0), Some("f"), "not before s-pool is answered");
    let screening = Screening::of(&runner.journal, runner.now());
    for body in screening.answer(Step::Question(Question::Pool), &stored(Question::Pool, "none")).unwrap() {
        runner.write(body);
    }
    assert_eq!(runner.statuses().get(4).map(|day| day.0), Some("p"));
    let session = runner.program().session(slot("2026-11-27-p"), runner.now()).unwrap();
    assert_eq!((session.kind, session.seconds), (SessionKind::P, Seconds(1217)));
}

#[test]
fn a_flags_constraint_reaches_the_session_with_its_reason() {
    let mut runner = Runner::screened(&[("s-floor", "no")]);
    runner.set("q-equipment", list(&["mat", "chair", "foam-roller"]));
    let program = runner.program();
    let session = program.session(slot("2026-11-23-f"), runner.now()).unwrap();
    for item in &session.items {
        let exercise = first().get(item.planned.exercise).unwrap();
        assert_eq!(exercise.excluded_by(Constraint::Floor).count(), 0, "{:?}", exercise.id);
    }
    let reason = program.why_left_out(ExerciseId::parse("foam-roll-quadriceps").unwrap()).unwrap();
    assert_eq!(reason.rule.0, "f-no-floor");
}

#[test]
fn prg_d2_and_d3_last_until_the_next_re_test() {
    let bridge = ExerciseId::parse("bridge-double").unwrap();
    let mut runner = Runner::screened(&[]);
    runner.pain(1);
    let of = runner.train((1, 1));
    runner.write(Body::Hurt {
        of,
        item: "bridge-double".into(),
        pain: PainScore::new(2).unwrap(),
        kind: HurtKind::Sharp,
    });
    runner.on(2);
    assert_eq!(runner.program().why_left_out(bridge).map(|reason| reason.rule.0), Some("PRG-D3"));
    assert!(!runner.program().is_in_week(bridge));
    runner.write(Body::Finish { moment: Moment::ReTest });
    assert_eq!(runner.program().why_left_out(bridge), None);
}

#[test]
fn prg_d_rows_and_what_is_open() {
    let runner = Runner::screened(&[]);
    let program = runner.program();
    let session = program.session(slot("2026-11-23-f"), runner.now()).unwrap();
    let bridge = session.items.iter().find(|item| item.planned.exercise.id() == "bridge-double").unwrap().planned;
    let before = screening::Before::default();
    let again = screening::Before { four_five_here: true, ..before };
    let offer = |kind, pain, before| {
        let pain = PainScore::new(pain).unwrap();
        let stop = screening::stop_rule(kind, pain, before);
        let offer = program.hurt(kind, pain, &stop, (bridge, 1));
        (offer.rule.0, offer.easier.map(|item| (item.exercise.id(), item.dose.sets)), stop.mark)
    };
    assert_eq!(offer(HurtKind::Lock, 0, before), ("PRG-D1", None, Mark::Bad));
    assert_eq!(offer(HurtKind::Limp, 9, before), ("PRG-D1", None, Mark::Bad));
    assert_eq!(offer(HurtKind::Ache, 8, before), ("PRG-D2", None, Mark::Bad));
    assert_eq!(offer(HurtKind::Sharp, 1, before), ("PRG-D3", None, Mark::Bad));
    assert_eq!(offer(HurtKind::Ache, 6, before), ("PRG-D4", None, Mark::Bad));
    assert_eq!(offer(HurtKind::Ache, 4, before), ("PRG-D5", Some(("glute-set", 1)), Mark::Held));
    assert_eq!(offer(HurtKind::Ache, 5, again), ("PRG-D6", None, Mark::Held));
    assert_eq!(offer(HurtKind::Ache, 3, before), ("PRG-D7", None, Mark::Ok));
}

#[test]
fn the_start_entry_says_what_was_planned() {
    let mut runner = Runner::screened(&[]);
    runner.pain(2);
    let session = runner.program().start(slot("2026-11-23-f"), runner.now()).unwrap();
    let Body::Session { slot, kind, seconds, items } = session.entry() else { panic!() };
    assert_eq!((slot.as_str(), kind, seconds), ("2026-11-23-f", SessionKind::F, Seconds(1218)));
    let bridge = items.iter().find(|item| item.exercise == "bridge-double").unwrap();
    let Item { sets, amount, rest, .. } = bridge;
    assert_eq!((*sets, *amount, *rest), (2, 8, Seconds(45)));
}

#[test]
fn the_check_is_of_the_last_hour() {
    let mut runner = Runner::screened(&[]);
    assert_eq!(runner.program().check(runner.now()), Check::Ask);
    runner.pain(4);
    let Check::Rated(rated) = runner.program().check(runner.now()) else { panic!() };
    assert_eq!((rated.decision, rated.rule.0), (Decision::Light, "PRG-BF2"));
    // A clock that was set back: the answer lies ahead and does not count.
    let program = runner.program();
    let earlier = Now { wall: Millis(runner.at.0 - 7_200_000), ..runner.now() };
    assert_eq!(program.check(earlier), Check::Ask);
}

/// What a runner may do on a day.
#[derive(Debug, Clone)]
enum Deed {
    Set(&'static str, Answer),
    Rate(u8),
    Train(usize),
    Rest,
}

fn deed() -> impl Strategy<Value = Deed> {
    let days = (2_i64..=7).prop_map(|days| Deed::Set("q-days", Answer::Number(days)));
    let minutes = prop::sample::select(vec![10, 20, 30, 45]);
    let minutes = minutes.prop_map(|minutes| Deed::Set("q-minutes", Answer::Number(minutes)));
    let equipment = prop::sample::subsequence(plan::OFFERED.map(plan_id).to_vec(), 0..=14);
    let equipment = equipment.prop_map(|ids| Deed::Set("q-equipment", list(&ids)));
    let weekdays = prop::sample::subsequence(crate::units::Weekday::ALL.map(crate::units::Weekday::id).to_vec(), 2..=7);
    let weekdays = weekdays.prop_map(|ids| Deed::Set("q-weekdays", list(&ids)));
    prop_oneof![
        1 => days,
        1 => minutes,
        1 => equipment,
        1 => weekdays,
        1 => (0_u8..=6).prop_map(Deed::Rate),
        6 => (1_usize..=4).prop_map(Deed::Train),
        1 => Just(Deed::Rest),
    ]
}

fn plan_id(equipment: crate::library::Equipment) -> &'static str {
    equipment.id()
}

/// The days on which F or S was done, by the journal alone.
fn heavy_days(journal: &Journal) -> Vec<Day> {
    let ended = journal.happened().filter_map(|happened| match happened.body {
        Body::SessionEnd { of, how: EndedHow::Done, .. } => journal.happened_as(*of),
        _ => None,
    });
    ended
        .filter(|session| matches!(session.body, Body::Session { kind: SessionKind::F | SessionKind::S, .. }))
        .map(|session| session.day)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn two_weeks_of_any_life(deeds in prop::collection::vec((0_i64..=2, deed()), 1..20)) {
        let mut runner = Runner::screened(&[]);
        let mut day = 0;
        for (pause, deed) in deeds {
            day += pause;
            runner.at = runner.at.max(Millis(MONDAY + day * DAY));
            let done_before = done_sessions(&runner);
            match deed {
                Deed::Set(question, answer) => {
                    let program = runner.program();
                    let behind = |program: &Program| program.week.days.iter()
                        .filter(|one| one.day < program.today.day || one.status == DayStatus::Done)
                        .copied().collect::<Vec<_>>();
                    let before = behind(&program);
                    runner.set(question, answer);
                    prop_assert_eq!(before, behind(&runner.program()), "what lies behind stays");
                }
                Deed::Rate(score) => { runner.pain(score); }
                Deed::Train(share) => {
                    runner.pain(1);
                    let (program, now) = (runner.program(), runner.now());
                    if program.today.slot.is_some_and(|slot| program.start(slot, now).is_ok()) {
                        runner.train((share, 4));
                    }
                }
                Deed::Rest => {}
            }
            prop_assert_eq!(runner.program(), runner.program());
            prop_assert!(done_sessions(&runner) >= done_before, "no session is lost");
            let program = runner.program();
            let shown = program.week.days.iter().filter(|one| one.status == DayStatus::Done).count();
            let from = program.week.days.first().unwrap().day;
            prop_assert_eq!(shown, done_days(&runner, from));
            if !program.screening.is_open() {
                break;
            }
        }
        let heavy = heavy_days(&runner.journal);
        prop_assert!(heavy.windows(2).all(|pair| pair[1].since(pair[0]) >= 2), "PRG-K8: {:?}", heavy);
    }
}

fn done_sessions(runner: &Runner) -> usize {
    done_days(runner, Day::from_epoch(0))
}

/// The days from `from` on with a session of which half or more was done, by the journal alone.
fn done_days(runner: &Runner, from: Day) -> usize {
    let mut days: Vec<Day> = Vec::new();
    for happened in runner.journal.happened() {
        let Body::SessionEnd { of, items, .. } = happened.body else { continue };
        let session = runner.journal.happened_as(*of).unwrap();
        let Body::Session { items: planned, .. } = session.body else { panic!() };
        let sets = |all: Vec<u8>| all.into_iter().map(u32::from).sum::<u32>();
        let (planned, done) =
            (sets(planned.iter().map(|item| item.sets).collect()), sets(items.iter().map(|item| item.sets).collect()));
        if done * 2 >= planned && session.day >= from {
            days.push(session.day);
        }
    }
    days.dedup();
    days.len()
}
