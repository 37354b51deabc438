//! Whatever happens in whatever order: nobody comes to an exercise past the check, and the app stays in one piece.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;

use super::desk::{DAY, Desk, MINUTE};
use crate::app::{Evaluating, Event, NotKept, Route};
use crate::journal::{Answer, Body, Context, HurtKind, NotDone};
use crate::library::{ExerciseId, first};
use crate::program::Program;
use crate::program::evaluation::{Block, Question as History};
use crate::program::plan::SlotId;
use crate::program::screening::{Gate, Question};
use crate::program::selftest::{self, SelfTest};
use crate::session::{self, HurtChoice, Stage, UnseenAnswer};
use crate::units::PainScore;

/// Where a sequence begins.
static BEGINNINGS: LazyLock<Vec<Desk>> = LazyLock::new(|| {
    let mut half = Desk::new();
    half.send(Event::Start).answer("no").answer("no");
    let mut stopped = Desk::new();
    stopped.send(Event::Start).answer_all(&[(Question::Calf, "yes")]);
    let mut clinician = Desk::new();
    clinician.send(Event::Start).answer_all(&[(Question::Unwell, "yes")]);
    let mut due = Desk::passed();
    due.pass(8 * DAY, false).go(Route::Today);
    let mut ready = Desk::passed();
    let slot = ready.slot();
    ready.go(Route::Session(slot)).rate(2);
    let mut waiting = Desk::playing();
    waiting.go(Route::Today);
    let mut hurting = Desk::playing();
    hurting.play(session::Event::ItHurts);
    let mut ended = Desk::playing();
    ended.play(session::Event::EndEarly);
    vec![Desk::new(), half, stopped, clinician, due, Desk::passed(), ready, Desk::playing(), waiting, hurting, ended]
});

/// What the runner, the browser or another page does.
#[derive(Debug, Clone)]
enum Deed {
    Sends(Event),
    /// To an address; today's session stands for those of the session.
    Goes(Place),
    StartsToday,
    SavesAfter(u8),
    /// Answers what is asked, with that option.
    Answers(usize),
    DeletesSession,
    Passes(i64, bool),
    Reloads,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Fixed(Route),
    Preview,
    Player,
    After,
}

fn deed() -> impl Strategy<Value = Deed> {
    let tried = SlotId::Try(ExerciseId::BridgeDouble);
    let text = |text: &str| Answer::Text(text.into());
    let pain = || (0_u8..=10).prop_map(|pain| PainScore::new(pain).unwrap());
    let places = vec![
        Place::Fixed(Route::Welcome),
        Place::Fixed(Route::Check),
        Place::Fixed(Route::Safety),
        Place::Fixed(Route::Evaluation),
        Place::Fixed(Route::Result),
        Place::Fixed(Route::Today),
        Place::Fixed(Route::Plan),
        Place::Fixed(Route::Progress),
        Place::Fixed(Route::Library),
        Place::Fixed(Route::Exercise(ExerciseId::BridgeDouble)),
        Place::Fixed(Route::More),
        Place::Fixed(Route::Tests),
        Place::Fixed(Route::Test(SelfTest::Stance)),
        Place::Fixed(Route::Missing),
        Place::Fixed(Route::Session(tried)),
        Place::Fixed(Route::Player(tried)),
        Place::Fixed(Route::After(tried)),
        Place::Preview,
        Place::Player,
        Place::After,
    ];
    let events = vec![
        Event::Start,
        Event::CheckAgain,
        Event::AnswerBack,
        Event::CheckClosed,
        Event::ShortAnswered(vec![]),
        Event::ShortAnswered(vec!["limp".into()]),
        Event::Answered { question: "s-limp".into(), answer: text("limp") },
        Event::Answered { question: "moon".into(), answer: text("yes") },
        Event::Evaluation(Evaluating::Back),
        Event::Evaluation(Evaluating::Closed),
        Event::Evaluation(Evaluating::Opened(Block::Pain)),
        Event::Evaluation(Evaluating::Answered { question: History::Sex, answer: text("female") }),
        Event::Evaluation(Evaluating::Answered { question: History::Side, answer: text("left") }),
        Event::PlanAnswered { question: "q-pool".into(), answer: text("both") },
        Event::PlanAnswered { question: "q-days".into(), answer: Answer::Number(6) },
        Event::SessionStarted(tried),
        Event::Resumed,
        Event::HurtAnswered(HurtChoice::GoOn),
        Event::HurtAnswered(HurtChoice::Skip),
        Event::HurtAnswered(HurtChoice::End),
        Event::DeletionUndone,
        Event::BackupAsked,
        Event::EraseConfirmed,
        Event::TestSound,
        Event::TestBegun(SelfTest::Stance),
        Event::Test(selftest::Event::Start),
        Event::Test(selftest::Event::Leave(NotDone::Skipped)),
        Event::KeepFailed(NotKept::Full),
        Event::Hidden(true),
        Event::Hidden(false),
    ];
    let plays = vec![
        session::Event::Start,
        session::Event::Pause,
        session::Event::Resume,
        session::Event::Skip,
        session::Event::SkipExercise,
        session::Event::Done,
        session::Event::ItHurts,
        session::Event::PainNow(PainScore::NONE),
        session::Event::EndEarly,
        session::Event::UnseenAnswered(UnseenAnswer::Count),
    ];
    let kinds = vec![HurtKind::Ache, HurtKind::Sharp, HurtKind::Lock, HurtKind::Unwell];
    prop_oneof![
        4 => select(places).prop_map(Deed::Goes),
        4 => select(events).prop_map(Deed::Sends),
        2 => select(plays).prop_map(|event| Deed::Sends(Event::Play(event))),
        2 => Just(Deed::StartsToday),
        2 => (0_usize..3).prop_map(Deed::Answers),
        2 => pain().prop_map(|pain| Deed::Sends(Event::PainRated(pain, Context::Before))),
        1 => (pain(), select(kinds)).prop_map(|(pain, kind)| Deed::Sends(Event::Hurt { pain, kind })),
        1 => (0_u8..=10).prop_map(Deed::SavesAfter),
        1 => Just(Deed::DeletesSession),
        2 => (select(vec![400, 5_000, 70_000, 61 * MINUTE, 17 * 60 * MINUTE, 6 * DAY]), any::<bool>())
            .prop_map(|(millis, frames)| Deed::Passes(millis, frames && millis <= 5_000)),
        1 => Just(Deed::Reloads),
    ]
}

impl Deed {
    fn happen(self, desk: &mut Desk) {
        let today = desk
            .model
            .program()
            .and_then(|program| program.today.slot)
            .unwrap_or(SlotId::Try(ExerciseId::BridgeDouble));
        match self {
            Self::Sends(event) => {
                desk.send(event);
            }
            Self::Goes(place) => {
                desk.go(match place {
                    Place::Fixed(route) => route,
                    Place::Preview => Route::Session(today),
                    Place::Player => Route::Player(today),
                    Place::After => Route::After(today),
                });
            }
            Self::StartsToday => {
                desk.send(Event::SessionStarted(today));
            }
            Self::SavesAfter(worst) => {
                let worst = PainScore::new(worst).unwrap();
                desk.send(Event::AfterSaved { slot: today, worst, effort: None, note: String::new() });
            }
            Self::Answers(at) => {
                let Some(asked) = desk.model.asked() else { return };
                let options = match asked.step {
                    crate::program::screening::Step::Question(question) => question.options(),
                    crate::program::screening::Step::ShortCheck => &["nothing", "limp", "new"],
                };
                desk.answer(options.get(at).or(options.first()).unwrap_or(&"40"));
            }
            Self::DeletesSession => {
                let of = desk.session();
                desk.send(Event::SessionDeleted(of.unwrap_or(crate::journal::EntryId(1))));
            }
            Self::Passes(millis, frames) => {
                desk.pass(millis, frames);
            }
            Self::Reloads => desk.reload(),
        }
    }
}

/// What holds after each deed; that no session is recorded past the gate is seen to by the desk itself.
fn check(desk: &Desk) -> Result<(), TestCaseError> {
    let model = &desk.model;
    prop_assert_eq!(model.route, desk.address, "the address is where the runner is");
    match model.route {
        Route::Player(slot) => {
            prop_assert!(model.is_live(slot), "a player without a session");
            prop_assert!(matches!(model.gate(), Gate::Open | Gate::Due(..)), "{:?}", model.gate());
        }
        Route::Session(_) | Route::After(_) | Route::Today | Route::Plan => {
            prop_assert!(matches!(model.gate(), Gate::Open | Gate::Due(..)), "{:?}", model.gate());
        }
        Route::Result => prop_assert!(model.has_result()),
        Route::Evaluation => prop_assert!(model.may_evaluate()),
        _ => {}
    }
    if let Some(testing) = &model.testing {
        prop_assert_eq!(model.route, Route::Test(testing.trial.test()));
        prop_assert!(desk.ticking, "a test without frames");
    }
    if let Some(live) = &model.live {
        let stage = live.player.view(desk.now).stage;
        let runs = matches!(stage, Stage::SetUp | Stage::Work | Stage::Switch | Stage::Rest);
        prop_assert!(!runs || (model.is_playing() && desk.ticking), "it runs at {:?}", model.route);
        prop_assert!(desk.live.is_some() && live.entry.is_some(), "nothing of it is kept");
    } else {
        prop_assert_eq!(desk.ticking, model.testing.is_some(), "frames for nothing");
        prop_assert_eq!(desk.live.as_ref(), None, "a snapshot of nothing");
    }
    let mut notices = model.notices.clone();
    notices.dedup();
    prop_assert_eq!(notices.len(), model.notices.len());
    Ok(())
}

/// Short sequences, each from one of the beginnings.
fn sequence() -> impl Strategy<Value = (usize, Vec<Deed>)> {
    (0..BEGINNINGS.len(), prop::collection::vec(deed(), 1..6))
}

proptest! {
    // Most of the time goes into working out the check anew: about 8 s in a debug build.
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_order_of_events_leads_past_the_check((beginning, deeds) in sequence()) {
        let mut desk = BEGINNINGS[beginning].clone();
        for deed in deeds {
            deed.happen(&mut desk);
            check(&desk)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_reload_changes_nothing_but_what_time_has_ended((beginning, deeds) in sequence()) {
        let mut desk = BEGINNINGS[beginning].clone();
        for deed in deeds {
            deed.happen(&mut desk);
        }
        let before = Program::derive(&desk.model.journal, first(), desk.now);
        desk.reload();
        check(&desk)?;
        // All that a page which opens may write: a session whose time is over, and the beginning of what is due.
        let may_write = |body: &Body| matches!(body, Body::SessionEnd { .. } | Body::Begin { .. });
        prop_assert!(desk.recorded.len() <= 2 && desk.recorded.iter().all(may_write), "{:?}", desk.recorded);
        prop_assert!(!desk.recorded.is_empty() || desk.model.program() == Some(&before));
    }
}
