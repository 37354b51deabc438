//! The plan answers at once to what the runner chooses, stays so, and forgets nothing.

use serde_json::json;

use crate::harness::{Journey, Run};

#[test]
fn the_week_answers_at_once_and_stays_so() {
    Journey::new("settings").run(|run| {
        run.arrive("?lang=en");
        run.begin_session(1);
        run.pass(std::time::Duration::from_secs(20));
        run.click("button", "End session");
        run.expect_dialog("End the session here?");
        run.click("button", "End session");
        run.rate("q-nprs-session", 1);
        run.click("button", "Save");
        run.at("#/today");
        run.click("link", "Plan");
        run.expect_heading("Plan");
        assert_eq!(sessions(run), 3);

        run.answer("q-days", "5");
        run.within("five sessions", || (sessions(run) == 5).then_some(()));
        assert_eq!(run.kept_answer("q-days"), Some(json!(5)));
        run.answer("q-side", "left");
        run.within("the side in the heading's line", || run.mark(".lead").text().contains("Left").then_some(()));
        assert_eq!(run.kept_answer("q-side"), Some(json!("left")));

        let long = next_full(run);
        run.answer("q-minutes", "10");
        run.within("shorter sessions", || run.mark(".week").text().contains("10 min").then_some(()));
        assert_eq!(run.kept_answer("q-minutes"), Some(json!(10)));
        let preview = |run: &Run| {
            run.open(&format!("?lang=en{long}"));
            run.mark("main li[data-exercise]");
            let exercises = run.attributes("main li[data-exercise]", "data-exercise");
            run.open("?lang=en#/plan");
            run.expect_heading("Plan");
            exercises
        };
        let short = preview(run);
        run.answer("q-minutes", "30");
        run.within("longer sessions", || run.mark(".week").text().contains("30 min").then_some(()));
        let longer = preview(run);
        assert!(longer.len() > short.len(), "{short:?} {longer:?}");

        // Without a mat and a chair what needs them goes.
        run.answer("q-equipment", "mat");
        run.answer("q-equipment", "chair");
        run.within("no equipment kept", || (run.kept_answer("q-equipment") == Some(json!([]))).then_some(()));
        let bare = preview(run);
        assert!(!bare.contains(&"bridge-double".to_owned()) && !bare.is_empty(), "{bare:?}");
        run.answer("q-equipment", "mat");

        // A pool brings its own question before anything starts, and pool sessions after it.
        run.answer("q-pool", "both");
        run.within("the pool kept", || (run.kept_answer("q-pool") == Some(json!("both"))).then_some(()));
        run.click("button", "Answer now");
        assert_eq!(run.answer_all(&[], ""), ["s-pool"]);
        run.open("?lang=en#/plan");
        run.expect_heading("Plan");
        run.picture("plan");
        let (week, text) = (sessions(run), run.mark(".week").text());

        run.reload();
        run.ready();
        run.expect_heading("Plan");
        assert_eq!((sessions(run), run.mark(".week").text()), (week, text), "it stays so");
        for (question, option) in [("q-days", "5"), ("q-minutes", "30"), ("q-side", "left"), ("q-pool", "both")] {
            let chosen = format!("[data-question=\"{question}\"] [data-option=\"{option}\"] input:checked");
            assert_eq!(run.attributes(&chosen, "value"), [option], "{question}");
        }
        run.click("link", "Progress");
        assert_eq!(run.marks_now("[data-session]").len(), 1, "history is not touched");
    });
}

/// Days of the week with a session.
fn sessions(run: &Run) -> usize {
    run.marks_now(".week a[href^='#/session/']").len()
}

/// The address of the next full session that is not today's.
fn next_full(run: &Run) -> String {
    let all = run.attributes(".week a[href^='#/session/']", "href");
    all.into_iter().find(|href| href.ends_with("-f") && !href.contains("11-23")).expect("a full session to come")
}
