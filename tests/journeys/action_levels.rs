//! Each action level stops as it should, says what to do, and shows no door to exercise.

use serde_json::json;

use crate::harness::{Journey, Run};

/// What shows on the result of a stopped runner, whatever they try.
fn expect_shut(run: &Run, level: &str, flag: &str) {
    run.at("#/check/result");
    assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some(level));
    assert!(!run.marks_now(&format!("[data-flag=\"{flag}\"]")).is_empty(), "{flag}");
    assert!(run.find("heading", "What to do now").text().contains("What to do now"));
    for place in
        ["#/today", "#/plan", "#/session/2026-11-23-f", "#/session/2026-11-23-f/go", "#/session/try-bridge-double"]
    {
        run.open(&format!("?lang=en{place}"));
        run.at("#/check/result");
    }
    assert!(run.marks_now("a[href^='#/session'], a[href='#/today']:not(.brand)").is_empty(), "no door to exercise");
    run.open("?lang=en#/library/bridge-double");
    run.mark("main[data-exercise]");
    assert!(!run.has("link", "Try it now"), "to read, nothing to start");
    run.open("?lang=en#/progress");
    run.expect_heading("Progress");
    run.at("#/progress");
    run.open("?lang=en#/check/result");
    run.mark("[data-level]");
}

#[test]
fn an_emergency_stops_at_once() {
    Journey::new("emergency").run(|run| {
        run.start("?lang=en");
        run.answer("s-bear-weight", "yes");
        expect_shut(run, "Emergency", "f-cannot-bear-weight");
        assert_eq!(run.kept("answer").len(), 1, "nothing more was asked");
        let call = run.find_like("link", "Call emergency");
        assert_eq!(call.attribute("href").as_deref(), Some("tel:911"));
        run.picture("emergency");
        run.reload();
        run.ready();
        expect_shut(run, "Emergency", "f-cannot-bear-weight");
    });
}

#[test]
fn urgent_care_finishes_its_block() {
    Journey::new("urgent-care").run(|run| {
        run.start("?lang=en");
        let asked = run.answer_all(&[("s-calf", "not-sure")], "");
        assert_eq!(asked.last().map(String::as_str), Some("s-urine-blood"), "to the end of its block: {asked:?}");
        expect_shut(run, "UrgentCare", "f-leg-clot");
        run.picture("urgent-care");
        assert!(!run.has("button", "A clinician has cleared me"), "no OK opens it, only a new check");
        run.click("button", "I was seen. Answer the safety check again");
        run.mark("form[data-question=\"s-bear-weight\"]");
        run.pass_check(&[]);
        run.at("#/check/result");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("None"));
    });
}

#[test]
fn clinician_first_asks_everything_and_an_ok_opens_it() {
    Journey::new("clinician-first").run(|run| {
        run.start("?lang=en");
        run.pass_check(&[("s-limp", "limp")]);
        expect_shut(run, "ClinicianFirst", "f-limp");
        assert_eq!(run.kept("answer").len(), 42, "all questions were asked");
        run.picture("clinician-first");

        run.click("button", "A clinician has cleared me");
        run.click("button", "Save the OK");
        run.find_like("alert", "The visit must be within the last 90 days");
        assert!(run.kept("ok").is_empty());
        // A date field takes its text in the page's own form everywhere.
        set_date(run, "ok-date", "2026-11-20");
        assert!(run.marks_now("[data-option=\"f-limp\"] input:checked").is_empty(), "nothing is ticked beforehand");
        run.answer("ok-profession", "physical-therapist");
        run.answer("ok-scope", "full");
        run.answer("ok-bone", "ruled-out");
        run.click("button", "Save the OK");
        run.find_like("alert", "Please tick the points");
        run.click_mark("fieldset [data-option=\"f-limp\"]");
        run.picture("ok-form");
        run.click("button", "Save the OK");
        run.within("the open result", || {
            (run.mark("[data-level]").attribute("data-level").as_deref() != Some("ClinicianFirst")).then_some(())
        });
        let ok = run.kept("ok");
        assert_eq!(ok.len(), 1);
        assert_eq!((&ok[0]["on"], &ok[0]["flags"]), (&json!("2026-11-20"), &json!(["f-limp"])));
        run.click("link", "See my plan");
        run.expect_heading("Today");
        assert!(run.has("button", "Start session"));
    });
}

#[test]
fn caution_opens_with_parts_left_out() {
    Journey::new("caution").run(|run| {
        run.start("?lang=en");
        run.pass_check(&[("s-floor", "no"), ("s-age", "70")]);
        run.at("#/check/result");
        run.expect_heading("You can start, with some parts left out");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("Caution"));
        let flags = run.attributes("[data-flag]", "data-flag");
        assert_eq!(flags, ["f-age-65", "f-no-floor"]);
        assert!(run.mark(".because [data-rule=\"f-no-floor\"]").text().contains("Why?"));
        run.picture("caution");
        run.click("link", "See my plan");
        run.click("button", "Start session");
        run.mark("main li[data-exercise]");
        let planned = run.attributes("main li[data-exercise]", "data-exercise");
        let on_the_floor = ["quadruped-hip-extension", "cat-camel", "dead-bug", "side-plank-knees"];
        assert!(planned.iter().all(|id| !on_the_floor.contains(&id.as_str())), "nothing on the floor: {planned:?}");
        // An exercise on the floor says why it is left out, and cannot be started alone.
        run.open("?lang=en#/library/quadruped-hip-extension");
        run.mark("main [data-rule]");
        assert!(!run.has("link", "Try it now"));
        run.open("?lang=en#/session/try-quadruped-hip-extension");
        run.mark("main h1");
        assert!(!run.has("button", "Start session"), "no start for what is left out");
    });
}

/// Fills a date field as its own picker does; typing into one depends on the browser's order of day and month.
fn set_date(run: &Run, id: &str, day: &str) {
    let body = "const at = document.getElementById(arguments[0]); at.value = arguments[1];
        at.dispatchEvent(new Event('input', { bubbles: true }))";
    run.mark(&format!("#{id}"));
    run.script(body, &json!([id, day]));
}
