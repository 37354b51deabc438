//! "It hurts" in a session: what is offered follows the stop rules, and each is kept.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Journey, Run};

/// A session in the work of its first exercise that `is_it` likes.
fn at_work(run: &Run) {
    run.arrive("?lang=en");
    run.begin_session(1);
    run.play_until(|stand| stand.stage == "work" && stand.exercise == "bridge-double");
    run.pass(Duration::from_secs(8));
}

fn hurts(run: &Run, pain: u8, kind: &str) {
    run.click("button", "It hurts");
    run.expect_dialog("It hurts");
    run.rate("hurt-pain", pain);
    run.answer("hurt-kind", kind);
    run.click_ready("Next");
    run.within("the answer to it", || run.marks_now("dialog [data-question=\"hurt-pain\"]").is_empty().then_some(()));
}

fn stage(run: &Run) -> String {
    run.stand().map(|stand| stand.stage).unwrap_or_default()
}

#[test]
fn pain_of_5_goes_on_easier_after_a_rest() {
    Journey::new("hurts-5").run(|run| {
        at_work(run);
        run.click("button", "It hurts");
        run.expect_dialog("It hurts");
        assert_eq!(stage(run), "paused", "the clock stands at once");
        run.pass(Duration::from_secs(20));
        run.picture("how-much");
        run.click("button", "Go on");
        run.mark("[data-stage=work][data-exercise=bridge-double]");

        hurts(run, 5, "ache");
        run.mark("dialog [data-rule=\"stop-pain-4-5\"]");
        assert!(!run.has("button", "Go on"), "as before is no choice");
        assert!(run.has("button", "Half the range") && run.has("button", "Skip this exercise"));
        run.picture("choose");
        let easier = run.has("button", "Do it easier");
        run.click("button", if easier { "Do it easier" } else { "Half the range" });
        run.mark("[data-stage=rest]");
        let rest = run.stand().expect("the player");
        assert!((58.0..=60.0).contains(&rest.seconds()), "60 seconds of rest first: {rest:?}");
        run.click("button", "Skip");
        assert_eq!(stage(run), "rest", "nobody skips this rest");
        run.play_until(|stand| stand.stage == "work");
        let now = run.stand().expect("the player");
        assert_eq!(now.exercise == "bridge-double", !easier, "{now:?}");

        let kept = run.kept("hurt");
        assert_eq!(kept.len(), 1, "what was closed without an answer is not kept");
        assert_eq!(
            (&kept[0]["pain"], &kept[0]["type"], &kept[0]["item"]),
            (&json!(5), &json!("ache"), &json!("bridge-double"))
        );
        assert_eq!(kept[0]["of"], run.kept("session")[0]["id"]);

        // Once more in the same exercise: it is skipped.
        hurts(run, 4, "ache");
        assert!(!run.has("button", "Half the range") || easier, "a second time leaves only the skip");
    });
}

#[test]
fn pain_of_7_skips_the_exercise_and_waits_until_it_is_calm() {
    Journey::new("hurts-7").run(|run| {
        at_work(run);
        hurts(run, 7, "ache");
        run.mark("dialog [data-rule=\"stop-pain-6\"]");
        assert!(!run.has("button", "Half the range") && !run.has("button", "Go on"));
        run.click("button", "Skip this exercise");
        run.mark("dialog [data-question=\"q-nprs-now\"]");
        run.picture("calm");
        run.rate("q-nprs-now", 5);
        run.pass(Duration::from_secs(30));
        assert_eq!(stage(run), "paused", "5 is not calm");
        run.rate("q-nprs-now", 2);
        run.within("the next exercise", || {
            run.stand().filter(|stand| stand.stage == "setup" && stand.exercise != "bridge-double").map(|_| ())
        });
        let seen = run.play_until(|_| false);
        assert!(seen.iter().all(|stand| stand.exercise != "bridge-double"), "not any more today");
        run.expect_heading("Session done. How was it?");
        assert_eq!(run.marks_now("[data-question=\"q-nprs-session\"] input:checked").len(), 1, "the worst is known");
        let items = run.kept("session-end")[0]["items"].to_string();
        assert!(items.contains("bad"), "{items}");
    });
}

#[test]
fn locking_ends_the_session_and_opens_its_questions() {
    Journey::new("hurts-lock").run(|run| {
        at_work(run);
        hurts(run, 2, "lock");
        run.expect_heading("You stopped. That was right.");
        run.picture("stopped");
        let ended = run.kept("session-end");
        assert_eq!((ended.len(), &ended[0]["how"]), (1, &json!("stopped")));
        run.rate("q-nprs-session", 4);
        run.click("button", "Save");
        // Nothing starts before its questions are answered, from wherever the runner comes.
        run.at("#/today");
        run.click("link", "Answer now");
        let asked = run.answer_all(&[("s-locking", "click")], "");
        assert_eq!(asked, ["s-locked-now", "s-locking"]);
        run.at("#/today");
        assert!(!run.has("link", "Answer now"));
    });
}

#[test]
fn locking_that_stays_stops_the_runner() {
    Journey::new("hurts-locked").run(|run| {
        at_work(run);
        hurts(run, 2, "lock");
        run.open("?lang=en#/session/try-pelvic-tilt-supine");
        run.mark("main h1");
        assert!(!run.has("button", "Start session"), "first the questions");
        run.open("?lang=en#/check/safety");
        run.answer_all(&[("s-locked-now", "yes")], "");
        run.at("#/check/result");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("UrgentCare"));
    });
}
