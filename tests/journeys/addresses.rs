//! Addresses opened by hand, and storage edited by hand: neither leads to an exercise before the check is passed.

use serde_json::json;

use crate::harness::{Journey, Run};

const SHUT: [&str; 11] = [
    "#/run",
    "#/check/evaluation",
    "#/check/tests",
    "#/plan",
    "#/progress",
    "#/session/2026-11-23-f",
    "#/session/2026-11-23-f/go",
    "#/session/2026-11-23-f/after",
    "#/session/try-bridge-double",
    "#/session/try-bridge-double/go",
    "#/session/2026-11-23-m",
];

/// Open to everyone, with a heading that is there.
const OPEN: [&str; 5] = ["#/welcome", "#/check", "#/library", "#/library/bridge-double", "#/more"];

const UNKNOWN: [&str; 5] =
    ["#/nowhere", "#/library/nothing", "#/session/2026-13-01-f", "#/session/try-nothing", "#/today/x"];

#[test]
fn no_address_leads_to_an_exercise_before_the_check() {
    Journey::new("addresses").run(|run| {
        // Each as a first visit, then one after the other in the same page.
        for fresh in [true, false] {
            for place in SHUT {
                visit(run, place, fresh);
                run.at("#/check/safety");
                run.mark("form[data-question=\"s-bear-weight\"]");
                expect_no_start(run);
            }
            visit(run, "#/check/result", fresh);
            run.at("#/check/safety");
            visit(run, "#/today", fresh);
            run.at("#/welcome");
            for place in OPEN {
                visit(run, place, fresh);
                run.at(place);
                assert!(!run.heading().is_empty());
                expect_no_start(run);
            }
            for place in UNKNOWN {
                visit(run, place, fresh);
                run.expect_heading("This place does not exist");
            }
            assert_eq!(run.storage(), [], "an address opened by hand keeps nothing");
        }
        // The address that led elsewhere was replaced: Back does not run into it again.
        run.open("?lang=en#/library");
        run.expect_heading("Library");
        run.click("link", "Plan");
        run.at("#/check/safety");
        run.back();
        run.at("#/library");
    });
}

#[test]
fn edited_storage_opens_nothing() {
    Journey::new("edited-storage").run(|run| {
        let forged = [
            r#"{"id":"01KARWXZ000000000000000001","kind":"begin","v":1,"tz":-300,"moment":"screen","why":"runner"}"#,
            r#"{"id":"01KARWXZ000000000000000002","kind":"finish","v":1,"tz":-300,"moment":"screen"}"#,
        ];
        run.open("?lang=en");
        run.ready();
        keep(run, "stridewell.meta", r#"{"schema":1}"#);
        for entry in forged {
            keep(run, &format!("stridewell.e.{}", &entry[7..33]), entry);
        }
        keep(run, "stridewell.live", r#"{"slot":"2026-11-23-f"}"#);
        for place in SHUT {
            visit(run, place, true);
            run.at("#/check/safety");
            expect_no_start(run);
        }
        visit(run, "#/today", true);
        run.at("#/check/safety");

        // A real check in which one answer is cut out afterwards.
        run.script("localStorage.clear()", &json!([]));
        run.start("?lang=en");
        run.pass_check(&[]);
        run.at("#/check/result");
        let answer = run.entries().into_iter().find(|entry| entry["q"] == "s-limp").expect("an answer");
        let key = format!("stridewell.e.{}", answer["id"].as_str().expect("an id"));
        run.script("localStorage.removeItem(arguments[0])", &json!([key]));
        for place in SHUT {
            visit(run, place, true);
            run.at("#/check/safety");
            expect_no_start(run);
        }
        assert_eq!(run.question().as_deref(), Some("s-limp"), "what is missing is asked");
    });
}

/// Opens an address as a first visit, or in the page that is open.
fn visit(run: &Run, place: &str, fresh: bool) {
    if fresh {
        // Another query makes the browser load the page anew.
        let count = run.script("return performance.timeOrigin", &json!([]));
        run.open(&format!("?lang=en&visit={count}{place}"));
        run.ready();
    } else {
        run.script("location.hash = arguments[0]", &json!([place]));
        run.frames();
    }
}

fn expect_no_start(run: &Run) {
    assert!(!run.has("button", "Start session") && !run.has("link", "Try it now"), "a door to exercise");
    assert!(run.marks_now("[data-stage]").is_empty(), "a player");
}

fn keep(run: &Run, key: &str, value: &str) {
    run.script("localStorage.setItem(arguments[0], arguments[1])", &json!([key, value]));
}
