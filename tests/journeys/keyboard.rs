//! Without a pointer: from Welcome into a running session by Tab, arrows, space and Enter.

use serde_json::json;

use crate::harness::{Engine, Journey, Run};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const DOWN: &str = "\u{E015}";
const ESCAPE: &str = "\u{E00C}";

#[test]
fn a_runner_without_a_pointer_starts_a_session() {
    Journey::new("keyboard").run(|run| {
        // WebKit's driver takes no Tab through links without a setting that it has no name for.
        if run.engine == Engine::WebKit {
            return;
        }
        run.open("?lang=en");
        run.ready();
        tab_to(run, "Start");
        run.key(ENTER);
        while let Some(question) = run.question() {
            answer(run, &question);
            run.within(&format!("what comes after {question}"), || {
                (run.question().as_deref() != Some(question.as_str())).then_some(())
            });
        }
        run.at("#/check/result");
        run.within("the focus on the heading", || (run.focused() == run.heading()).then_some(()));
        tab_to(run, "See my plan");
        run.key(ENTER);
        run.expect_heading("Today");
        tab_to(run, "Start session");
        run.key(ENTER);
        run.mark("main li[data-exercise]");
        tab_to_mark(run, "[data-question='q-nprs-now'] input");
        run.key(DOWN);
        run.within("the pain kept", || run.kept_answer("q-nprs-now"));
        tab_to(run, "Start session");
        run.key(ENTER);
        run.mark("[data-stage=setup]");
        tab_to(run, "Pause");
        run.key(" ");
        run.mark("[data-stage=paused]");
        tab_to(run, "It hurts");
        run.key(ENTER);
        run.expect_dialog("It hurts");
        // The focus is in the sheet and stays there; Escape closes it.
        for _ in 0..12 {
            run.key(TAB);
            let inside = "const at = document.activeElement; return at === document.body || !!at.closest('dialog')";
            assert_eq!(run.script(inside, &json!([])), json!(true), "the focus stays in the sheet");
        }
        run.key(ESCAPE);
        run.gone("dialog", "It hurts");
        run.mark("[data-stage=setup]");
    });
}

/// One question: into its answers, the wanted one, then `Next`.
fn answer(run: &Run, question: &str) {
    // The new question's heading takes the focus; only then is it the runner's turn.
    run.within("the focus on the question", || (run.focused() == run.heading()).then_some(()));
    let wanted = crate::runner::reply(&[], question);
    tab_to_mark(run, "form[data-question] input");
    let field = "return document.activeElement.type";
    match run.script(field, &json!([])).as_str() {
        Some("text") => wanted.chars().for_each(|letter| run.key(&letter.to_string())),
        Some("checkbox") => {
            reach(run, wanted, TAB);
            run.key(" ");
        }
        _ => choose(run, wanted),
    }
    tab_to(run, "Next");
    run.key(ENTER);
}

/// Arrows move in a group of choices and choose; the first is chosen by space.
fn choose(run: &Run, wanted: &str) {
    if at_option(run) == wanted {
        return run.key(" ");
    }
    reach(run, wanted, DOWN);
}

fn reach(run: &Run, wanted: &str, key: &str) {
    for _ in 0..14 {
        if at_option(run) == wanted {
            return;
        }
        run.key(key);
    }
    panic!("the option {wanted} is not reached; at {}", at_option(run));
}

fn at_option(run: &Run) -> String {
    let body = "return document.activeElement.closest('[data-option]')?.dataset.option ?? ''";
    run.script(body, &json!([])).as_str().unwrap_or_default().to_owned()
}

/// Tab until something of that name has the focus.
fn tab_to(run: &Run, name: &str) {
    for _ in 0..40 {
        if run.focused() == name && on_control(run) {
            return;
        }
        run.key(TAB);
    }
    panic!("{name} is not reached; at {}", run.focused());
}

fn on_control(run: &Run) -> bool {
    let body = "return document.activeElement.matches('a, button, input, summary, textarea') && !document.activeElement.disabled";
    run.script(body, &json!([])) == json!(true)
}

fn tab_to_mark(run: &Run, css: &str) {
    for _ in 0..40 {
        if run.script("return document.activeElement.matches(arguments[0])", &json!([css])) == json!(true) {
            return;
        }
        run.key(TAB);
    }
    panic!("{css} is not reached; at {}", run.focused());
}
