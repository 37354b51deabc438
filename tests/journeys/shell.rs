//! The page before and without the app: what paints first, what is fetched, what is said when it cannot be.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Engine, Journey, Run, Size, Weather};

const WELCOME: &str = "A hip program made for runners";

/// The app is on its way for so long that the page stands alone.
const APP_LATE: (&str, Weather) = (".wasm", Weather::Slow(Duration::from_secs(30)));

#[test]
fn the_first_page_is_there_before_the_app_in_both_languages() {
    Journey::new("first-page").weather(APP_LATE.0, APP_LATE.1).run(|run| {
        for (query, heading) in
            [("?lang=en&theme=light", WELCOME), ("?lang=es&theme=dark", "Un programa de cadera para corredores")]
        {
            run.open(query);
            run.expect_heading(heading);
            let name = query.trim_start_matches('?').replace(['=', '&'], "-");
            run.picture(&name);
            run.expect_accessible();
        }
        assert_eq!(run.mark("html").attribute("lang").as_deref(), Some("es"));
        assert_eq!(run.mark("html").attribute("data-theme").as_deref(), Some("dark"));
        run.set_size(Size::Desktop);
        run.picture("desktop");
        assert_eq!(run.storage(), [], "nothing is kept before the runner starts");
    });
}

#[test]
fn a_returning_runner_sees_the_frame_first() {
    Journey::new("frame-first").weather(APP_LATE.0, APP_LATE.1).run(|run| {
        run.open("?lang=en#/plan");
        run.expect_heading("One moment");
        assert!(run.find("navigation", "Main").text().contains("Progress"));
        run.picture("frame");
        run.expect_accessible();
    });
}

#[test]
fn a_tap_on_start_before_the_app_is_kept() {
    Journey::new("early-tap").weather(APP_LATE.0, APP_LATE.1).run(|run| {
        run.open("?lang=en");
        run.click("button", "Start");
        assert_eq!(run.script("return stridewell.started", &json!([])), json!(true));
    });
}

#[test]
fn the_first_load_is_six_requests() {
    Journey::new("six-requests").run(|run| {
        run.open("?lang=en");
        run.ready();
        let asked = run.asked();
        let count = |part: &str| asked.iter().filter(|path| path.contains(part)).count();
        for part in ["/guide/?lang=en", "start.js?v=", "-parts.js", "_bg.wasm", "content/words-en.txt?v="] {
            assert!(count(part) >= 1, "{part} in {asked:?}");
        }
        // The part behind the check, its words and the clinic's default wait until the first screen answers taps.
        let later = count("-later-") + count("more-en.txt") + count("clinics/default.json");
        assert!(later <= 3, "{asked:?}");
        assert_eq!(asked.len() - count("before-start.js") - later, 6, "{asked:?}");
    });
}

#[test]
fn a_part_that_does_not_come_can_be_fetched_again() {
    for part in ["-later-", "more-en.txt"] {
        Journey::new("part-missing").weather(part, Weather::Missing).with_faults().run(|run| {
            run.open("?lang=en");
            run.ready();
            run.script("location.hash = '#/library'", &json!([]));
            run.expect_heading("This part did not load");
            run.expect_accessible();
            run.click("button", "Try again");
            run.expect_heading("This part did not load");
            // What the first part can do is there all the same.
            run.script("location.hash = '#/check/safety'", &json!([]));
            run.mark("[data-question=s-bear-weight]");
        });
    }
}

#[test]
fn when_the_app_cannot_be_loaded_the_page_says_so_and_saves_the_data() {
    for missing in ["_bg.wasm", "words-en.txt"] {
        Journey::new("not-loaded").weather(missing, Weather::Missing).with_faults().run(|run| {
            run.open("?lang=en");
            run.expect_heading("The program did not load");
            assert!(run.has("button", "Load again") && run.has("button", "Download my data"));
            assert!(!run.has("link", "Open in its own tab"));
            run.picture("trouble");
            run.expect_accessible();
        });
    }
}

#[test]
fn a_frame_without_an_origin_shows_the_way_to_the_guide() {
    Journey::new("sandboxed").with_faults().run(|run| {
        run.open_clinic("sandboxed.html");
        run.enter_frame();
        // WebKit lets not even the start script in there; what then comes into view is a part of the page.
        let script_runs = run.engine != Engine::WebKit;
        if script_runs {
            run.expect_heading("Open the guide in its own tab");
        }
        let way = run.find("link", "Open in its own tab").attribute("href").unwrap_or_default();
        assert_eq!(way, if script_runs { run.address("?lang=en") } else { "./".into() });
        run.leave_frame();
        run.picture("sandboxed");
    });
}

#[test]
fn the_guide_runs_in_a_clinics_frame() {
    for blocked in [false, true] {
        let journey = Journey::new(if blocked { "frame-blocked" } else { "frame" });
        let journey = if blocked { journey.blocked_frames() } else { journey };
        journey.run(|run| {
            run.open_clinic("plain.html");
            run.enter_frame();
            run.ready();
            assert!(!run.heading().is_empty());
            run.leave_frame();
            run.picture("clinic");
        });
    }
}

/// The journeys' own clock: a day passes on all clocks, and a new page knows of it.
#[test]
fn time_moves_as_the_journey_says_and_stays_so_over_a_reload() {
    Journey::new("clock").weather(APP_LATE.0, APP_LATE.1).run(|run| {
        run.open("");
        let day =
            || run.script("return new window.Date().toString()", &json!([])).as_str().unwrap_or_default().to_owned();
        assert!(day().starts_with("Mon Nov 23 2026 09:0"), "{}", day());
        let before = clocks(run);
        run.advance(Duration::from_secs(86_400));
        let after = clocks(run);
        for (before, after) in before.iter().zip(after) {
            assert!((86_400_000.0..86_460_000.0).contains(&(after - before)), "{before} {after}");
        }
        run.reload();
        assert!(day().starts_with("Tue Nov 24 2026 09:0"), "{}", day());
    });
}

fn clocks(run: &Run) -> [f64; 2] {
    let read =
        |clock: &str| run.script(&format!("return window.{clock}.now()"), &json!([])).as_f64().unwrap_or(f64::NAN);
    [read("Date"), read("performance")]
}

/// The policy is on, and the journeys see what it refuses.
#[test]
fn a_style_attribute_is_refused() {
    Journey::new("policy").with_faults().run(|run| {
        run.open("?lang=en");
        run.script("document.body.setAttribute('style', 'color: red')", &json!([]));
        run.within("the refusal", || {
            run.faults().iter().any(|fault| fault.starts_with("policy: style-src")).then_some(())
        });
    });
}
