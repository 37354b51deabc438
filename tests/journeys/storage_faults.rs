//! A storage that is full or holds what cannot be read: the app goes on, says so once, and destroys nothing.

use serde_json::json;

use crate::harness::{Journey, Run};

#[test]
fn a_full_storage_is_said_once_and_the_app_goes_on() {
    Journey::new("storage-full").run(|run| {
        run.open("?lang=en");
        run.ready();
        run.script(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            &json!([]),
        );
        run.click("button", "Start");
        run.pass_check(&[]);
        run.at("#/check/result");
        run.mark("[data-notice=full]");
        run.picture("full");
        assert_eq!(run.marks_now("[data-notice]").len(), 1, "said once, not for each answer");
        assert!(run.has("button", "Save a backup file"));
        run.click("button", "OK");
        run.click_mark("[data-level] .dock a");
        run.at("#/today");
        run.begin_session(1);
        run.pass(std::time::Duration::from_secs(20));
        run.mark("[data-stage=work]");
        assert_eq!(run.marks_now("[data-notice]").len(), 0);
        assert_eq!(run.storage(), []);
    });
}

#[test]
fn what_cannot_be_read_is_left_as_it_is() {
    Journey::new("storage-garbage").run(|run| {
        run.arrive("?lang=en");
        let garbage = [
            ("stridewell.e.x", "\u{0}{not an entry"),
            ("stridewell.e.01KARWXZ000000000000000009", "[]"),
            ("stridewell.m.2020-01", "not a month"),
            ("stridewell.live", "{\"slot\":7}"),
        ];
        for (key, value) in garbage {
            run.script("localStorage.setItem(arguments[0], arguments[1])", &json!([key, value]));
        }
        run.reload();
        run.ready();
        run.at("#/today");
        run.mark("[data-notice=unreadable]");
        run.picture("unreadable");
        expect_kept(run, &garbage[..3]);
        run.click("button", "OK");
        // It goes on, and what is new is kept beside it.
        let before = run.kept_all();
        run.rate("q-nprs-now", 3);
        run.within("the pain kept", || (run.kept_all() > before).then_some(()));
        run.reload();
        run.ready();
        expect_kept(run, &garbage[..3]);
        assert!(run.marks_now("[data-question=\"q-nprs-now\"] [data-option=\"3\"] input:checked").len() <= 1);
        assert_eq!(run.attributes("[data-question=\"q-nprs-now\"] input:checked", "value"), ["3"]);
    });
}

#[test]
fn data_of_a_newer_version_is_shown_and_not_written() {
    Journey::new("storage-newer").run(|run| {
        run.arrive("?lang=en");
        run.script("localStorage.setItem('stridewell.meta', '{\"schema\":99}')", &json!([]));
        let before = run.storage();
        run.reload();
        run.ready();
        run.at("#/today");
        run.mark("[data-notice=newer]");
        run.rate("q-nprs-now", 3);
        run.frames();
        assert_eq!(run.storage(), before, "nothing is written");
    });
}

#[test]
fn erasing_leaves_nothing() {
    Journey::new("erase").run(|run| {
        run.arrive("?lang=en");
        run.open_place("#/more");
        run.click("button", "Erase everything");
        run.find("alertdialog", "Erase everything on this phone?");
        run.click("button", "Keep my data");
        assert!(!run.storage().is_empty());
        run.click("button", "Erase everything");
        run.picture("erase");
        run.within("the question again", || run.marks_now("[role=alertdialog]").into_iter().next());
        run.click_mark("[role=alertdialog] .hurt");
        run.expect_heading("A hip program made for runners");
        assert_eq!(run.storage(), []);
    });
}

fn expect_kept(run: &Run, garbage: &[(&str, &str)]) {
    let kept = run.storage();
    for (key, value) in garbage {
        let there = kept.iter().any(|(name, text)| name == key && text == value);
        assert!(there, "{key} stays as it is");
    }
}
