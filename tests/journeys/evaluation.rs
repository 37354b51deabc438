//! The evaluation in a real browser: answered by touch, by the keyboard alone on the pain map, kept, and followed by the plan.

use serde_json::json;

use crate::harness::{Engine, Journey, Run};
use crate::runner::Reply;

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";

/// A runner with pain at the outer hip; every other question is skipped.
const OUTER_HIP: [(&str, Reply); 24] = [
    ("q-sex", "female"),
    ("q-goal", "10k"),
    ("q-side", "right"),
    ("q-region-main", "r-outer-hip"),
    ("q-nprs-now", "1"),
    ("q-nprs-worst", "3"),
    ("q-nprs-average", "2"),
    ("q-nprs-walk", "1"),
    ("q-nprs-run", "1"),
    ("q-duration", "m3-6"),
    ("q-aggravators", "a-lie-side+a-one-leg"),
    ("q-stiff", "none"),
    ("q-run-status", "less"),
    ("q-run-days", "2"),
    ("q-km-now", "8"),
    ("q-km-usual", "20"),
    ("q-longest-km", "8"),
    ("q-easy-min", "20"),
    ("q-load-change", "none"),
    ("q-strength-days", "2"),
    ("q-days", "3"),
    ("q-minutes", "20"),
    ("q-equipment", "mat+chair"),
    ("q-pool", "no"),
];

impl Run {
    /// The question of the evaluation on the screen, or nothing once it is left.
    fn history(&self) -> Option<String> {
        let body = "return location.hash === '#/check/evaluation'
            ? (document.querySelector('form[data-question]')?.dataset.question ?? '') : null";
        self.within("a question, or the end", || match self.script(body, &json!([])).as_str() {
            Some("") => None,
            Some(id) => Some(Some(id.to_owned())),
            None => Some(None),
        })
    }

    /// Answers until the evaluation is left or `until` is asked.
    pub fn evaluate(&self, until: &str) -> usize {
        let mut asked = 0;
        while let Some(question) = self.history().filter(|question| question != until) {
            match OUTER_HIP.iter().find(|(id, _)| *id == question) {
                Some((_, reply)) => self.answer_history(&question, reply),
                None => self.click("button", "Skip"),
            }
            self.within(&format!("what comes after {question}"), || {
                (self.history().as_deref() != Some(question.as_str())).then_some(())
            });
            asked += 1;
        }
        asked
    }

    fn answer_history(&self, question: &str, reply: &str) {
        let form = format!("form[data-question=\"{question}\"]");
        let next = || self.click_mark("main > .dock .btn.main");
        if let Some(field) = self.marks_now(&format!("{form} input[type=text]")).into_iter().next() {
            field.write(reply);
            return next();
        }
        for option in reply.split('+') {
            self.click_mark(&format!("{form} [data-option=\"{option}\"]"));
        }
        if self.history().as_deref() == Some(question) {
            next();
        }
    }
}

#[test]
fn the_evaluation_is_answered_kept_and_followed_by_the_plan() {
    Journey::new("evaluation").run(|run| {
        run.arrive("?lang=en");
        run.click("link", "Begin");
        run.at("#/check/evaluation");
        // Left and taken up again.
        run.evaluate("q-region-main");
        run.click("button", "Close the check");
        run.expect_heading("Your check");
        run.reload();
        run.ready();
        run.click("link", "Go on");
        run.mark("form[data-question=\"q-region-main\"]");
        // The map itself: by touch, on the runner's right, which is at the left when seen from the front.
        run.click_mark("[data-spot=r-outer-hip][data-side=right]");
        assert!(run.mark("[data-option=r-outer-hip] input").is_chosen(), "the list says the same");
        run.expect_accessible();
        run.picture("body-map");
        run.click_mark("main > .dock .btn.main");
        assert_eq!(run.history().as_deref(), Some("q-regions-other"));
        assert_eq!(run.kept_answer("q-region-main"), Some(json!("r-outer-hip")));
        run.evaluate("");
        run.at("#/check/result");
        expect_pattern(run);
        run.expect_accessible();
        run.picture("pattern");
        run.reload();
        run.ready();
        expect_pattern(run);
        // The plan has exercises of that pattern's list.
        run.open_place("#/today");
        run.click("button", "Start session");
        run.mark("main li[data-exercise]");
        let exercises = run.attributes("main li[data-exercise]", "data-exercise");
        let of_pattern = ["isometric-hip-abduction-supine", "clamshell", "standing-wall-press"];
        assert!(exercises.iter().any(|id| of_pattern.contains(&id.as_str())), "{exercises:?}");
    });
}

fn expect_pattern(run: &Run) {
    let pattern = run.mark("[data-pattern]");
    assert_eq!(pattern.attribute("data-pattern").as_deref(), Some("lateral-hip"));
    assert_eq!(pattern.attribute("data-decision").as_deref(), Some("D1"));
    assert!(!run.marks_now("[data-pattern] [data-rule=p-01]").is_empty(), "the outer hip hurts most");
}

#[test]
fn the_pain_map_needs_no_pointer() {
    Journey::new("pain-map-keys").run(|run| {
        // WebKit's driver takes no Tab through links without a setting that it has no name for.
        if run.engine == Engine::WebKit {
            return;
        }
        run.arrive("?lang=en");
        run.open_place("#/check/evaluation");
        run.evaluate("q-region-main");
        tab_to(run, "[data-spot] input");
        run.key(" ");
        let spot = "return document.activeElement.closest('[data-spot]')?.dataset.spot ?? ''";
        let chosen = run.script(spot, &json!([]));
        tab_to(run, "main > .dock .btn.main");
        run.key(ENTER);
        run.within("the next question", || (run.history().as_deref() == Some("q-regions-other")).then_some(()));
        assert_eq!(run.kept_answer("q-region-main"), Some(chosen));
    });
}

fn tab_to(run: &Run, css: &str) {
    for _ in 0..40 {
        if run.script("return document.activeElement.matches(arguments[0])", &json!([css])) == json!(true) {
            return;
        }
        run.key(TAB);
    }
    panic!("{css} is not reached; at {}", run.focused());
}
