//! The short check: due after some days, before anything starts.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Journey, Run};

const DAY: Duration = Duration::from_secs(86_400);

fn eight_days_later(run: &Run) {
    run.arrive("?lang=en");
    run.advance(8 * DAY);
    run.reload();
    run.ready();
    run.at("#/today");
    run.find("heading", "Before you go on");
    assert!(!run.has("button", "Start session"));
    run.click("link", "Answer now");
    run.mark("form[data-question=\"short-check\"]");
}

#[test]
fn nothing_new_opens_the_day() {
    Journey::new("short-check").run(|run| {
        eight_days_later(run);
        run.picture("short-check");
        let options = run.attributes("[data-question=\"short-check\"] [data-option]", "data-option");
        assert_eq!(options, ["nothing", "limp", "night", "numb", "ill", "belly", "fall", "new"]);
        run.click("button", "Next");
        run.mark("form[data-question=\"short-check\"] [role=alert]");
        assert_eq!(run.answer_all(&[("short-check", "nothing")], ""), ["short-check"]);
        run.at("#/today");
        assert_eq!(run.kept_answer("short-check"), Some(json!(["nothing"])));
        assert!(run.has("button", "Start session") || run.has("heading", "Rest day"));
        // It does not come again at once.
        run.reload();
        run.ready();
        run.expect_heading("Today");
        assert!(!run.has("link", "Answer now"));
    });
}

#[test]
fn something_new_asks_its_questions_and_can_stop() {
    Journey::new("short-check-numb").run(|run| {
        eight_days_later(run);
        // "Nothing new" stands alone: beside something new it would be no answer.
        run.answer("short-check", "limp");
        run.answer("short-check", "nothing");
        let chosen = "[data-question=\"short-check\"] input:checked";
        run.within("nothing new alone", || (run.attributes(chosen, "value") == ["nothing"]).then_some(()));
        assert_eq!(run.answer_all(&[("short-check", "numb")], "s-saddle"), ["short-check"]);
        let asked = run.answer_all(&[("s-numb", "below-knee"), ("s-foot-drop", "no")], "");
        assert_eq!(asked, ["s-saddle", "s-foot-drop", "s-numb"]);
        run.at("#/today");
        run.open("?lang=en#/check/result");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("Caution"));
        assert!(run.attributes("[data-flag]", "data-flag").contains(&"f-leg-numbness-watch".to_owned()));
    });
}
