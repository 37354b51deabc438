//! Running and flare-ups by what the screens send: what is kept, what is shown, and the way back.

use super::desk::{DAY, Desk, MINUTE};
use crate::app::{Event, FlareView, NextWhen, Route, RunLine, RunView, asks_morning};
use crate::journal::{Body, RunEntry};
use crate::program::running::{Color, Standing};
use crate::units::{PainScore, Seconds};

fn run(pain: u8) -> RunEntry {
    let worst = PainScore::new(pain);
    let regions = vec!["r-outer-hip".to_owned()];
    RunEntry {
        what: "free".into(),
        run: Seconds(1200),
        walk: Seconds(600),
        worst,
        regions,
        finished: true,
        ..RunEntry::default()
    }
}

fn log(desk: &mut Desk, run: RunEntry) {
    desk.send(Event::RunLogged(Box::new(run)));
}

fn view(desk: &Desk) -> RunView {
    RunView::of(&desk.model, desk.now).unwrap()
}

#[test]
fn a_flare_up_is_one_tap_and_can_be_taken_back_that_day() {
    let mut desk = Desk::passed();
    desk.go(Route::Today);
    assert_eq!(FlareView::of(&desk.model, desk.now), None);
    desk.send(Event::FlaredUp);
    let flare = FlareView::of(&desk.model, desk.now).unwrap();
    assert_eq!((flare.day, flare.allows.rule().0, flare.can_undo), (1, "PRG-F4", true));
    desk.send(Event::FlareUndone);
    assert_eq!(FlareView::of(&desk.model, desk.now), None);

    desk.send(Event::FlaredUp).pass(DAY, false);
    let flare = FlareView::of(&desk.model, desk.now).unwrap();
    assert_eq!((flare.day, flare.can_undo), (2, false));
}

#[test]
fn running_is_not_open_before_the_check_and_nothing_is_logged_there() {
    let mut desk = Desk::new();
    desk.go(Route::Run);
    assert_eq!(desk.address, Route::Safety);
    log(&mut desk, run(0));
    desk.send(Event::SixtyTold(PainScore::new(0).unwrap()));
    assert_eq!(desk.recorded, []);
}

#[test]
fn a_run_is_kept_with_its_hour_after_and_its_morning() {
    let mut desk = Desk::passed();
    desk.go(Route::Run);
    assert_eq!((view(&desk).standing, view(&desk).when), (Standing::NotReady, NextWhen::Never));
    log(&mut desk, RunEntry { worst: None, ..run(1) });
    log(&mut desk, RunEntry { run: Seconds(0), walk: Seconds(0), ..run(1) });
    assert!(!desk.recorded.iter().any(|body| matches!(body, Body::Run(_))), "what is not whole is not kept");

    log(&mut desk, run(1));
    assert_eq!(view(&desk).asks_sixty, None, "an hour has not passed");
    desk.pass(65 * MINUTE, false);
    assert!(view(&desk).asks_sixty.is_some());
    desk.send(Event::SixtyTold(PainScore::new(4).unwrap()));
    assert_eq!(view(&desk).asks_sixty, None);
    assert!(!asks_morning(&desk.model, desk.now), "not on the same day");

    desk.pass(DAY, false).reload();
    assert!(asks_morning(&desk.model, desk.now));
    desk.send(Event::MorningTold { pain: PainScore::new(6).unwrap(), longer: true });
    assert!(!asks_morning(&desk.model, desk.now));
    let line = RunLine::newest(&desk.model, 9).remove(0);
    let colors = line.colors.unwrap();
    assert_eq!((colors.during, colors.after, colors.morning), (Color::Green, Color::Yellow, Some(Color::Red)));

    desk.send(Event::SessionDeleted(line.id));
    assert!(RunLine::newest(&desk.model, 9).is_empty());
    desk.send(Event::DeletionUndone);
    assert_eq!(RunLine::newest(&desk.model, 9).len(), 1);
}

/// Stiff for longer is told before the pain: it makes a quiet morning a yellow one.
#[test]
fn a_stiff_morning_counts_for_the_run() {
    let mut desk = Desk::passed();
    log(&mut desk, run(0));
    desk.pass(DAY, false).send(Event::MorningTold { pain: PainScore::new(0).unwrap(), longer: true });
    let colors = RunLine::newest(&desk.model, 1).remove(0).colors.unwrap();
    assert_eq!(colors.morning, Some(Color::Yellow));
}
