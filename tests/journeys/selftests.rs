//! Self-tests: a timed one and one by choice, on both sides, with what is said of them, kept, and there after a reload.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Journey, Run};

fn stage(run: &Run, stage: &str) {
    run.mark(&format!("[data-test][data-stage={stage}]"));
}

/// From the list to the test's page, and begun.
fn begin(run: &Run, test: &str) {
    run.open_place("#/check/tests");
    run.click_mark(&format!("[data-test={test}] a"));
    run.at(&format!("#/check/tests/{test}"));
    run.click("button", "Start test");
}

fn no_pain(run: &Run) {
    stage(run, "pain");
    run.rate("test-pain", 0);
    run.click_ready("Done");
}

#[test]
fn a_timed_test_and_a_choice_are_classed_and_kept() {
    Journey::new("selftests").run(|run| {
        run.arrive("?lang=en");
        run.open_place("#/check");
        run.click("link", "See the tests");
        run.expect_heading("Self-tests");
        run.picture("list");
        run.rate("q-nprs-now", 1);
        run.within("an open list", || run.marks_now("[data-question=\"q-nprs-now\"]").is_empty().then_some(()));

        begin(run, "t-stance");
        for side in ["left", "right"] {
            run.mark(&format!("[data-stage=ready][data-side={side}]"));
            // The best of three counts; the cap ends the first one, and no more is asked.
            run.click("button", "Start");
            stage(run, "lead");
            run.pass(Duration::from_millis(5_100));
            stage(run, "running");
            run.picture(&format!("running-{side}"));
            // A stopwatch that nobody sees does not count: the page looks at it all the time.
            for _ in 0..30 {
                run.pass(Duration::from_millis(1_500));
            }
            no_pain(run);
        }
        run.mark("li[data-side=left][data-class=target]");
        run.mark("li[data-side=right][data-class=target]");
        run.picture("result");

        begin(run, "t-thomas");
        for (side, option) in [("left", "level"), ("right", "above-level")] {
            run.mark(&format!("[data-stage=ready][data-side={side}]"));
            run.answer("test-choice", option);
            no_pain(run);
        }
        run.mark("li[data-side=right][data-class=below]");
        assert_eq!(run.kept("test").len(), 4, "an entry a side");
        assert_eq!(run.kept("test")[2]["choice"], json!("level"));

        run.reload();
        run.ready();
        run.mark("li[data-side=left][data-class=target]");
        run.mark("li[data-side=right][data-class=below]");
        run.open_place("#/check/tests");
        run.mark("[data-test=t-stance][data-state=done]");
        run.mark("[data-test=t-side-plank][data-state=open]");
        run.picture("list-done");
    });
}
