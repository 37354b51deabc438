//! Every screen in both languages, light and dark: nothing that axe finds, nothing to scroll sideways, and a picture.
//!
//! One walk a language; at each screen the look is changed for a second test. Desktop and the narrowest phone come after.

use std::cell::RefCell;

use serde_json::json;

use crate::harness::{Journey, Run, Size};

const PLACES: [(&str, &str); 14] = [
    ("today", "#/today"),
    ("plan", "#/plan"),
    ("running", "#/run"),
    ("progress", "#/progress"),
    ("library", "#/library"),
    ("exercise", "#/library/bridge-double"),
    ("more", "#/more"),
    ("check", "#/check"),
    ("evaluation", "#/check/evaluation"),
    ("tests", "#/check/tests"),
    ("test", "#/check/tests/t-stance"),
    ("passed", "#/check/result"),
    ("preview", "#/session/try-bridge-double"),
    ("missing", "#/nowhere"),
];

#[test]
fn every_screen_in_english() {
    Journey::new("screens-en").run(|run| walk(run, "?lang=en"));
}

#[test]
fn every_screen_in_spanish() {
    Journey::new("screens-es").run(|run| walk(run, "?lang=es"));
}

/// A walk, and what axe and the widths said on the way: all of it is told at the end.
struct Walk<'a> {
    run: &'a Run,
    found: RefCell<Vec<String>>,
}

fn walk(run: &Run, query: &str) {
    let walk = Walk { run, found: RefCell::default() };
    everything(&walk, query);
    assert_eq!(walk.found.into_inner(), Vec::<String>::new());
}

fn everything(walk: &Walk<'_>, query: &str) {
    let run = walk.run;
    run.open(query);
    run.ready();
    walk.look("welcome");
    run.click_mark("main .dock button");
    // One question of each kind.
    for (kind, question) in [
        ("yes-no", "s-bear-weight"),
        ("many", "s-saddle"),
        ("one", "s-testicle"),
        ("number", "s-age"),
        ("score", "s-rest-now"),
    ] {
        run.pass_until(question);
        run.mark(&format!("form[data-question=\"{question}\"]"));
        walk.look(&format!("question-{kind}"));
    }
    run.pass_check(&[("s-locking", "catch")]);
    run.at("#/check/result");
    walk.look("result");
    run.open_place("#/progress");
    walk.look("progress-empty");
    session(walk);
    for (name, place) in PLACES {
        run.open_place(place);
        walk.look(name);
    }
    let narrow = PLACES.iter().map(|(_, place)| *place).chain(["#/welcome"]);
    for size in [Size::Narrow, Size::Desktop] {
        run.set_size(size);
        for place in narrow.clone() {
            run.open_place(place);
            walk.expect_no_sideways(place);
            if size == Size::Desktop {
                let name = PLACES.iter().find_map(|(name, known)| (*known == place).then_some(*name));
                run.picture(&format!("desktop-{}", name.unwrap_or("welcome")));
            }
        }
    }
    run.set_size(Size::Phone);
    stopped(walk);
}

/// The player in its states, its sheets, and what comes after.
fn session(walk: &Walk<'_>) {
    let run = walk.run;
    run.open_place("#/today");
    run.click_mark("main .hero a.main");
    run.mark("main li[data-exercise]");
    walk.look("preview-pain");
    run.rate("q-nprs-now", 1);
    run.within("a start", || run.marks_now("main > .dock .btn.main:not([disabled])").into_iter().next());
    walk.look("preview-ready");
    run.click_mark("main > .dock .btn.main");
    run.mark("[data-stage=setup]");
    for stage in ["setup", "work", "rest", "switch"] {
        run.play_until(|stand| stand.stage == stage);
        // The clock stands while it is looked at, but the stage is still shown as it runs.
        walk.look(&format!("player-{stage}"));
    }
    for (size, name) in [(Size::Narrow, "narrow"), (Size::PhoneAcross, "across"), (Size::Desktop, "desktop")] {
        run.set_size(size);
        run.frames();
        walk.expect_no_sideways("the player");
        run.picture(&format!("player-{name}"));
    }
    run.set_size(Size::Phone);
    run.play_until(|stand| stand.stage == "work");
    run.click_mark(".keys .btn.main");
    run.mark("[data-stage=paused]");
    walk.look("player-paused");
    run.click_mark(".act .hurt");
    run.mark("dialog [data-question=\"hurt-kind\"]");
    walk.look("hurts");
    run.set_size(Size::Narrow);
    run.frames();
    walk.expect_no_sideways("it hurts");
    run.set_size(Size::Phone);
    run.rate("hurt-pain", 4);
    run.answer("hurt-kind", "ache");
    run.click_mark("dialog .acts .main");
    run.mark("dialog [data-rule]");
    run.within("the choices", || run.marks_now("dialog [data-question]").is_empty().then_some(()));
    walk.look("hurts-choose");
    run.click_mark("dialog .acts .btn.main");
    run.within("the player", || run.marks_now("dialog").is_empty().then_some(()));
    run.click_mark("main .top .icon-btn");
    run.mark("dialog .acts");
    walk.look("end");
    run.click_mark("dialog .acts .btn:not(.main)");
    run.mark("[data-question=\"q-effort\"]");
    walk.look("after");
    run.rate("q-nprs-session", 4);
    run.rate("q-effort", 5);
    run.click_mark("main > .dock .btn.main");
    run.at("#/today");
}

/// A stop, at last: nothing opens after it.
fn stopped(walk: &Walk<'_>) {
    let run = walk.run;
    run.open_place("#/check");
    run.click_mark("main section button");
    run.mark("form[data-question=\"s-bear-weight\"]");
    run.answer("s-bear-weight", "yes");
    run.at("#/check/result");
    walk.look("emergency");
    run.click_mark("section[aria-labelledby=seen] button");
    run.mark("form[data-question=\"s-bear-weight\"]");
    run.pass_check(&[("s-limp", "limp")]);
    run.at("#/check/result");
    run.mark("[data-level=ClinicianFirst]");
    run.click_mark("section[aria-labelledby=seen] button");
    run.mark("#ok-date");
    walk.look("clinician-first");
    run.set_size(Size::Narrow);
    run.frames();
    walk.expect_no_sideways("clinician first");
    run.set_size(Size::Desktop);
    run.picture("desktop-stopped");
}

impl Walk<'_> {
    /// Light and dark: axe, a picture of each, and no way to scroll sideways.
    fn look(&self, name: &str) {
        for theme in ["light", "dark"] {
            self.run.script("document.documentElement.dataset.theme = arguments[0]", &json!([theme]));
            self.run.settled();
            self.run.picture(&format!("{name}-{theme}"));
            let found = if theme == "light" { self.run.axe() } else { self.run.axe_colors() };
            self.found.borrow_mut().extend(found.into_iter().map(|what| format!("{name}, {theme}: {what}")));
        }
        self.expect_no_sideways(name);
    }

    fn expect_no_sideways(&self, place: &str) {
        let widths = self.run.script("return [document.documentElement.scrollWidth, innerWidth]", &json!([]));
        let [page, window] = [0, 1].map(|at| widths[at].as_i64().unwrap_or(i64::MAX));
        if page > window {
            let who = "return Array.from(document.querySelectorAll('main *, nav *'))
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
                .map((one) => `${one.localName}.${one.className?.baseVal ?? one.className}: ${one.textContent.slice(0, 40)}`).slice(0, 6)";
            let who = self.run.script(who, &json!([]));
            self.found.borrow_mut().push(format!("{place} is {page} wide in {window}: {who}"));
        }
    }
}
