//! The main job, end to end: a new runner passes the check, is led through a session, and finds it kept.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::json;

use crate::harness::{Journey, Run};
use crate::runner::Stand;

const A_DAY: Duration = Duration::from_secs(86_400);

#[test]
fn a_runner_passes_the_check_is_led_through_a_session_and_finds_it_kept() {
    Journey::new("main-job").run(|run| {
        run.open("?lang=en");
        run.ready();
        run.expect_heading("A hip program made for runners");
        assert_eq!(run.storage(), [], "nothing is kept before the runner starts");
        run.click("button", "Start");
        let asked = run.answer_all(&[], "");
        assert_eq!(asked.first().map(String::as_str), Some("s-bear-weight"));
        assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len(), "each question once: {asked:?}");
        assert_eq!(asked.len(), 42, "all questions but the pool's: {asked:?}");
        run.at("#/check/result");
        run.expect_heading("You can start");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("None"));
        assert_eq!(run.kept("answer").len(), asked.len());
        assert_eq!(run.kept("finish").len(), 1);

        run.click("link", "See my plan");
        run.expect_heading("Today");
        run.click("button", "Start session");
        run.at("#/session/2026-11-23-f");
        let first = planned(run);
        assert!(first.len() >= 4, "{first:?}");
        assert!(run.find("button", "Start session").attribute("disabled").is_some(), "first the pain now");
        run.rate("q-nprs-now", 2);
        run.click_ready("Start session");
        run.mark("[data-stage=setup]");
        run.at("#/session/2026-11-23-f/go");

        let seen = run.play_until(|_| false);
        expect_a_whole_session(&seen, &first);
        run.at("#/session/2026-11-23-f/after");
        run.expect_heading("Session done. How was it?");
        run.click("button", "Save");
        assert!(run.has("alert", "Please say how much it hurt at most."));
        run.rate("q-nprs-session", 3);
        run.rate("q-effort", 4);
        run.find("textbox", "Note, if you like").write("Left side was stiff.");
        run.click("button", "Save");
        run.at("#/today");
        assert!(run.find("heading", "Done for today").text().contains("Done"));

        let started = run.kept("session");
        let ended = run.kept("session-end");
        let after = run.kept("after");
        assert_eq!((started.len(), ended.len(), after.len()), (1, 1, 1));
        let id = started[0]["id"].as_str().expect("an id").to_owned();
        assert_eq!((&ended[0]["of"], &ended[0]["how"], &after[0]["of"]), (&json!(id), &json!("done"), &json!(id)));
        let planned = started[0]["seconds"].as_i64().expect("planned");
        let took = ended[0]["seconds"].as_i64().expect("taken");
        assert!((planned - took).abs() <= 1, "it took {took} s of {planned} s");
        assert_eq!((&after[0]["worst"], &after[0]["effort"]), (&json!(3), &json!(4)));
        assert_eq!(after[0]["note"], "Left side was stiff.");
        assert_eq!(run.storage().iter().filter(|(key, _)| key == "stridewell.live").count(), 0);

        run.reload();
        run.ready();
        run.click("link", "Progress");
        run.expect_heading("Progress");
        let row = run.mark(&format!("[data-session=\"{id}\"]")).text();
        assert!(row.contains("worst pain 3") && row.contains("effort 4") && row.contains("stiff"), "{row}");
        assert_eq!(run.marks_now("[data-session]").len(), 1);
        run.picture("progress");

        expect_the_next_session_by_rule(run, &first);
    });
}

/// Set-up, work, switch and rest; the exercises of the preview in their order; both sides of what has two.
fn expect_a_whole_session(seen: &[Stand], planned: &[(String, String)]) {
    let stages: BTreeSet<&str> = seen.iter().map(|stand| stand.stage.as_str()).collect();
    assert_eq!(stages, BTreeSet::from(["rest", "setup", "switch", "work"]));
    let mut done: Vec<&str> = Vec::new();
    for stand in seen.iter().filter(|stand| stand.stage == "work") {
        if done.last() != Some(&stand.exercise.as_str()) {
            done.push(&stand.exercise);
        }
    }
    assert_eq!(done, planned.iter().map(|(exercise, _)| exercise).collect::<Vec<_>>());
    let works = |side: &str| {
        let all = seen.iter().filter(|stand| stand.stage == "work" && stand.side == side).map(Stand::interval);
        all.collect::<BTreeSet<_>>().len()
    };
    assert!(works("left") > 0);
    assert_eq!(works("left"), works("right"), "as many sets on each side");
}

/// Two days later: the first strength exercise stays and the others turn (`PRG-M8`); the rest is as it was.
fn expect_the_next_session_by_rule(run: &Run, first: &[(String, String)]) {
    run.advance(2 * A_DAY);
    run.reload();
    run.ready();
    run.click("link", "Today");
    run.expect_heading("Today");
    run.click("button", "Start session");
    run.at("#/session/2026-11-25-f");
    run.rate("q-nprs-now", 2);
    run.click_ready("Start session");
    run.mark("[data-stage=setup]");
    run.back();
    run.at("#/session/2026-11-25-f");
    let second = planned(run);
    let of = |items: &[(String, String)], rules: [&str; 2]| -> Vec<(String, String)> {
        items.iter().filter(|(_, rule)| rules.contains(&rule.as_str())).cloned().collect()
    };
    let [own, own_then] = [first, &second].map(|items| of(items, ["PRG-M3", "PRG-M4"]));
    let [other, other_then] = [first, &second].map(|items| of(items, ["PRG-M1", "PRG-M2"]));
    assert_eq!(other, other_then, "warm-up, mobility and breathing");
    assert_eq!(own.first(), own_then.first(), "the first stays");
    assert_ne!(own.get(1), own_then.get(1), "the others turn: {own:?} {own_then:?}");
}

/// The exercises of the preview, each with the rule that put it there.
fn planned(run: &Run) -> Vec<(String, String)> {
    run.mark("main li[data-exercise]");
    let exercises = run.attributes("main li[data-exercise]", "data-exercise");
    let rules = run.attributes("main li[data-exercise] [data-rule]", "data-rule");
    assert_eq!(rules.len(), exercises.len(), "each says its rule: {rules:?}");
    assert!(rules.iter().all(|rule| rule.starts_with("PRG-")), "{rules:?}");
    exercises.into_iter().zip(rules).collect()
}
