//! The evaluation as a runner goes through it: asked one by one, gone back in, left, taken up, and its result.

use super::desk::Desk;
use crate::app::{Evaluating, EvaluationState, Event, PatternView, Route, TodayView};
use crate::journal::{Answer, Body, Moment};
use crate::library::Pattern;
use crate::program::evaluation::tests::sample::{plain, stored};
use crate::program::evaluation::{Block, Question, Stage};
use crate::program::screening::Question as SafetyQuestion;

impl Desk {
    fn history(&self) -> Question {
        self.model.evaluation_asked().expect("a question").question
    }

    fn say(&mut self, words: &str) -> &mut Self {
        let question = self.history();
        self.send(Event::Evaluation(Evaluating::Answered { question, answer: stored(question, words) }))
    }

    fn deed(&mut self, deed: Evaluating) -> &mut Self {
        self.send(Event::Evaluation(deed))
    }

    /// Answers plainly but these, until the evaluation is left.
    fn say_all(&mut self, other: &[(Question, &str)]) -> Vec<Question> {
        let mut asked = Vec::new();
        while self.model.route == Route::Evaluation && asked.len() < 100 {
            let question = self.history();
            let own = other.iter().find(|(one, _)| *one == question);
            self.say(own.map_or_else(|| plain(question), |(_, words)| words));
            asked.push(question);
        }
        asked
    }
}

const OUTER: [(Question, &str); 2] =
    [(Question::RegionMain, "r-outer-hip"), (Question::Aggravators, "a-lie-side a-one-leg")];

#[test]
fn a_runner_answers_all_and_sees_the_pattern() {
    let mut desk = Desk::passed();
    assert_eq!(TodayView::of(&desk.model, desk.now).evaluation, Some(Stage::New));
    desk.go(Route::Evaluation);
    assert_eq!(desk.model.route, Route::Evaluation);
    assert_eq!(PatternView::of(&desk.model), None);
    let asked = desk.say_all(&OUTER);
    assert_eq!(asked.len(), crate::program::evaluation::Evaluation::questions().count(), "each once");
    assert_eq!((desk.model.route, desk.address), (Route::Result, Route::Result));
    assert!(desk.recorded.contains(&Body::Finish { moment: Moment::Evaluation }));
    assert_eq!(TodayView::of(&desk.model, desk.now).evaluation, None, "nothing is asked on Today any more");

    let shown = PatternView::of(&desk.model).unwrap();
    assert_eq!((shown.row, shown.pattern), ("D1", Pattern::LateralHip));
    assert!(!shown.because.is_empty() && shown.because.len() <= 3);
    assert_eq!(shown.avoid, ["result.lateral-hip.cx-adduction"]);
    assert!(shown.unknown.contains(&"q-sleep"));
    desk.reload();
    assert_eq!(PatternView::of(&desk.model), Some(shown), "it is still there");
}

#[test]
fn it_goes_on_where_it_was_left() {
    let mut desk = Desk::passed();
    desk.go(Route::Evaluation);
    desk.say("female").say("10k").say("skip");
    desk.deed(Evaluating::Closed);
    assert_eq!(desk.model.route, Route::Check);
    assert_eq!(EvaluationState::of(&desk.model).unwrap().stage, Stage::Open);
    desk.reload();
    desk.go(Route::Evaluation);
    assert_eq!(desk.history(), Question::Activities);
    desk.deed(Evaluating::Back).deed(Evaluating::Back);
    assert_eq!(desk.history(), Question::Goal);
    assert_eq!(desk.model.evaluation_asked().unwrap().given, Some(Answer::Text("10k".into())));
    desk.say("5k");
    assert_eq!(desk.history(), Question::GoalDate, "forward through what was answered");
    desk.say("skip");
    assert_eq!(desk.history(), Question::Activities);
    let other =
        Event::Evaluation(Evaluating::Answered { question: Question::Goal, answer: Answer::Text("10k".into()) });
    let recorded = desk.recorded.len();
    desk.send(other);
    assert_eq!(desk.recorded.len(), recorded, "an answer to a question that is not asked does nothing");
}

#[test]
fn answers_are_changed_by_block_and_the_end_leads_to_the_result() {
    let mut desk = Desk::passed();
    desk.go(Route::Evaluation).say_all(&OUTER);
    desk.go(Route::Check).deed(Evaluating::Opened(Block::Practical));
    assert_eq!(
        (desk.model.route, desk.address, desk.history()),
        (Route::Evaluation, Route::Evaluation, Question::Days)
    );
    assert_eq!(desk.say_all(&[]).len(), 5);
    assert_eq!(desk.model.route, Route::Result);
    // From the first question on, by its address.
    desk.go(Route::Evaluation);
    assert_eq!(desk.history(), Question::Sex);
    desk.deed(Evaluating::Back);
    assert_eq!(desk.model.route, Route::Check);
}

#[test]
fn it_opens_with_the_safety_answers_even_when_a_clinician_is_first() {
    let mut desk = Desk::new();
    desk.go(Route::Evaluation);
    assert_eq!(desk.model.route, Route::Safety);
    desk.send(Event::Start).answer_all(&[(SafetyQuestion::Unwell, "yes")]).go(Route::Evaluation);
    assert_eq!(desk.model.route, Route::Evaluation);
    desk.say_all(&OUTER);
    assert_eq!((desk.model.route, PatternView::of(&desk.model)), (Route::Result, None), "a stop goes before a pattern");

    let mut urgent = Desk::new();
    urgent.send(Event::Start).answer_all(&[(SafetyQuestion::Calf, "yes")]).go(Route::Evaluation);
    assert_eq!(urgent.model.route, Route::Result);
}

#[test]
fn a_worst_pain_below_the_pain_now_is_refused_and_says_why() {
    use crate::program::evaluation::BadAnswer;
    let mut desk = Desk::passed();
    desk.go(Route::Evaluation);
    while desk.history() != Question::NprsWorst {
        let question = desk.history();
        desk.say(if question == Question::NprsNow { "5" } else { plain(question) });
    }
    let refused = desk.model.evaluation_refuses(Question::NprsWorst, &Answer::Number(4), desk.now.day());
    assert_eq!(refused, Some(BadAnswer::Contradicts(Question::NprsNow)));
    desk.say("4");
    assert_eq!(desk.history(), Question::NprsWorst);
}
