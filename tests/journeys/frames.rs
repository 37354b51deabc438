//! The guide in a clinic's frame, on another site: with storage, and where the browser blocks it.

use crate::harness::{Engine, Journey, Run};

#[test]
fn a_plain_frame_leads_through_the_check() {
    Journey::new("frame-check").run(|run| {
        run.open_clinic("plain.html");
        run.enter_frame();
        run.ready();
        run.click("button", "Start");
        run.pass_check(&[]);
        run.at("#/check/result");
        assert_eq!(run.mark("[data-level]").attribute("data-level").as_deref(), Some("None"));
        run.expect_accessible();
        run.leave_frame();
        run.picture("result");
    });
}

#[test]
fn a_frame_without_storage_says_so_and_goes_on() {
    Journey::new("frame-without-storage").blocked_frames().run(|run| {
        // WebKit has no setting that blocks it.
        if run.engine == Engine::WebKit {
            return;
        }
        run.open_clinic("plain.html");
        run.enter_frame();
        run.ready();
        run.mark("[data-notice=blocked]");
        let way = run.find("link", "Open in its own tab");
        assert_eq!(way.attribute("target").as_deref(), Some("_blank"));
        let address = way.attribute("href").unwrap_or_default();
        assert!(address.ends_with("/guide/?lang=en"), "{address}");
        run.expect_accessible();
        run.leave_frame();
        run.picture("notice");
        run.enter_frame();

        // In memory everything goes on as it would.
        run.click("button", "Start");
        run.pass_check(&[]);
        run.click_mark("[data-level] .dock a");
        run.at("#/today");
        run.begin_session(1);
        run.pass(std::time::Duration::from_secs(20));
        run.mark("[data-stage=work]");
        run.click("button", "End session");
        run.expect_dialog("End the session here?");
        run.click("button", "End session");
        run.rate("q-nprs-session", 1);
        run.click("button", "Save");
        run.at("#/today");
        assert_eq!(run.marks_now("[data-notice]").len(), 1, "it is said once");
        close_notice(run);
        run.open_place("#/progress");
        run.mark("[data-session]");
        assert_eq!(run.marks_now("[data-notice]").len(), 0, "and not again");
    });
}

fn close_notice(run: &Run) {
    run.click("button", "OK");
    run.within("no notice", || run.marks_now("[data-notice]").is_empty().then_some(()));
}
