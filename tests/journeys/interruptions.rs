//! A session that is interrupted: paused, reloaded in the middle, left and come back to, ended early.

use std::time::Duration;

use serde_json::json;

use crate::harness::{Journey, Run};
use crate::runner::Stand;

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A session that has come to the second set of its first exercise of two sides.
fn in_the_middle(run: &Run) -> Stand {
    run.arrive("?lang=en");
    run.begin_session(1);
    let seen = run.play_until(|stand| stand.stage == "work" && stand.set == "2");
    run.pass(seconds(10));
    assert_eq!(seen.last().map(Stand::interval), Some(stand(run).interval()));
    stand(run)
}

fn stand(run: &Run) -> Stand {
    run.stand().expect("the player")
}

#[test]
fn a_reload_in_the_middle_goes_on_where_it_was() {
    Journey::new("reload").run(|run| {
        let before = in_the_middle(run);
        let address = run.place();

        // At the player's own address it stands, and waits for a tap.
        run.reload();
        run.ready();
        run.at(&address);
        run.mark("[data-stage=paused]");
        expect_the_same_place(run, &before);
        run.pass(seconds(20));
        expect_the_same_place(run, &before);
        run.picture("paused");

        // Today offers it too.
        run.open("?lang=en#/today");
        run.find("heading", "Go on with your session");
        run.picture("today");
        run.reload();
        run.ready();
        run.click("button", "Resume");
        run.at(&address);
        run.mark("[data-stage=work]");
        let after = stand(run);
        assert_eq!(after.interval(), before.interval());
        assert!((after.seconds() - before.seconds()).abs() <= 2.0, "{before:?} {after:?}");
        run.play_until(|_| false);
        run.expect_heading("Session done. How was it?");
        let (started, ended) = (run.kept("session"), run.kept("session-end"));
        assert_eq!((started.len(), ended.len()), (1, 1), "one session, and no other");
        let took = ended[0]["seconds"].as_i64().zip(started[0]["seconds"].as_i64());
        assert!(took.is_some_and(|(took, planned)| (took - planned).abs() <= 2), "pauses left out: {took:?}");
    });
}

/// The clock stands at the same exercise, side, set and time.
fn expect_the_same_place(run: &Run, before: &Stand) {
    let now = stand(run);
    assert_eq!(now.interval()[1..], before.interval()[1..]);
    assert!((now.seconds() - before.seconds()).abs() <= 1.0, "{before:?} {now:?}");
}

#[test]
fn pause_back_skip_and_an_early_end_keep_what_was_done() {
    Journey::new("early-end").run(|run| {
        let before = in_the_middle(run);
        run.click("button", "Pause");
        run.mark("[data-stage=paused]");
        run.pass(seconds(25));
        expect_the_same_place(run, &before);
        run.click("button", "Resume");
        run.mark("[data-stage=work]");

        // Back goes to the start of this set, and from there to what came before.
        run.click("button", "Back");
        run.frames();
        let again = stand(run);
        assert_eq!(again.interval(), before.interval());
        assert!(again.seconds() > before.seconds() + 5.0, "{before:?} {again:?}");
        run.click("button", "Skip");
        run.within("the next step", || (stand(run).interval() != before.interval()).then_some(()));

        // A session that waits is no other: its preview offers nothing new, and nothing runs while it is not seen.
        run.back();
        run.at("#/session/2026-11-23-f");
        run.pass(seconds(20));
        run.open("?lang=en#/today");
        run.click("button", "Resume");
        run.mark("[data-stage]");

        run.click("button", "End session");
        run.expect_dialog("End the session here?");
        run.click("button", "Go on");
        run.gone("button", "Go on");
        run.click("button", "End session");
        run.expect_dialog("End the session here?");
        run.picture("end");
        run.click("button", "End session");
        run.expect_heading("Session ended. How was it?");
        run.at("#/session/2026-11-23-f/after");
        let ended = run.kept("session-end");
        assert_eq!(ended.len(), 1);
        assert_eq!(ended[0]["how"], json!("early"));
        let items = ended[0]["items"].as_array().expect("what was done").clone();
        assert!(items.iter().any(|item| item["sets"].as_i64() > Some(0)), "{items:?}");
        run.rate("q-nprs-session", 0);
        run.click("button", "Save");
        run.at("#/today");
        run.open("?lang=en#/progress");
        assert!(run.mark("[data-session]").text().contains("ended early"));
    });
}

/// A whole history at hand: deleting a session can be undone.
#[test]
fn a_session_that_is_deleted_can_be_brought_back() {
    Journey::new("undo").run(|run| {
        run.arrive("?lang=en");
        run.begin_session(1);
        run.pass(seconds(20));
        run.click("button", "End session");
        run.expect_dialog("End the session here?");
        run.click("button", "End session");
        run.rate("q-nprs-session", 1);
        run.click("button", "Save");
        run.open("?lang=en#/progress");
        run.mark("[data-session]");
        run.click_mark("[data-session] button");
        run.within("an empty history", || run.marks_now("[data-session]").is_empty().then_some(()));
        run.click("button", "Undo");
        run.mark("[data-session]");
        run.reload();
        run.ready();
        run.mark("[data-session]");
        assert_eq!((run.kept("delete").len(), run.kept("restore").len()), (1, 1), "nothing is taken out of the record");
    });
}
