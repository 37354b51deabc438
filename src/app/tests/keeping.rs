//! What is kept: reloads, deletion and its undo, erasing, notices, backups and settings.

use std::collections::BTreeMap;

use super::desk::{DAY, Desk, MINUTE};
use crate::app::clinic::Clinic;
use crate::app::{Choice, Effect, Event, INSIDE, Look, Model, NotKept, Notice, Opening, Route, Theme};
use crate::journal::{Body, StoreState, load, read_backup};
use crate::locale::Lang;
use crate::program::screening::{Gate, Question};
use crate::session::{self, Stage};
use crate::units::Now;

#[test]
fn a_reload_gives_the_same_program() {
    let mut half = Desk::new();
    half.send(Event::Start).answer("no").answer("no");
    let mut stopped = Desk::new();
    stopped.send(Event::Start).answer_all(&[(Question::Fever, "yes")]);
    let mut shown = Desk::passed();
    shown.go(Route::Plan).send(Event::Chose(Choice::Theme(Theme::Dark)));
    for desk in [Desk::new(), half, stopped, shown] {
        let mut again = desk.clone();
        again.reload();
        assert_eq!(again.model.program(), desk.model.program());
        assert_eq!(again.model.journal, desk.model.journal);
        assert_eq!((again.model.route, again.model.look), (desk.model.route, desk.model.look));
        assert_eq!(again.recorded, [], "a reload writes nothing");
    }
}

#[test]
fn a_reload_in_the_player_stands_paused_where_it_was() {
    let mut desk = Desk::playing();
    let slot = desk.slot();
    let of = desk.session();
    let before = desk.model.live.clone().unwrap().player.view(desk.now);
    desk.reload();
    let live = desk.model.live.as_ref().unwrap();
    let view = live.player.view(desk.now);
    assert_eq!((desk.model.route, view.stage, live.entry), (Route::Player(slot), Stage::Paused, of));
    assert_eq!((view.exercise, view.set), (before.exercise, before.set));
    assert!((before.into.0 - view.into.0).abs() <= 1_000, "a snapshot each second");
    desk.send(Event::Resumed).pass(45 * MINUTE, true);
    assert_eq!(desk.model.route, Route::After(slot));
}

#[test]
fn a_reload_in_the_first_second_still_knows_the_entry() {
    let mut desk = Desk::passed();
    let slot = desk.slot();
    desk.go(Route::Session(slot)).rate(2).send(Event::SessionStarted(slot));
    let of = desk.session();
    desk.reload();
    assert_eq!(desk.model.live.as_ref().map(|live| live.entry), Some(of));
}

#[test]
fn a_session_of_an_earlier_day_is_not_gone_on_with() {
    let mut desk = Desk::playing();
    desk.go(Route::Today).pass(DAY, false);
    desk.reload();
    assert_eq!(desk.model.live, None);
}

#[test]
fn a_snapshot_of_a_session_that_has_ended_is_not_gone_on_with() {
    let mut desk = Desk::playing();
    let kept = desk.live.clone();
    desk.play(session::Event::EndEarly);
    assert_eq!(desk.live, None);
    desk.live = kept;
    desk.reload();
    assert_eq!(desk.model.live, None);
}

#[test]
fn a_deleted_session_is_gone_and_undo_brings_it_back() {
    let mut desk = Desk::playing();
    let slot = desk.slot();
    desk.play(session::Event::EndEarly).go(Route::Progress);
    let of = desk.session().unwrap();
    let stands = |desk: &Desk| desk.model.journal.happened().any(|one| one.id == of);
    desk.send(Event::SessionDeleted(of));
    assert_eq!((stands(&desk), desk.model.deleted), (false, Some(of)));
    assert_eq!(desk.model.ended(slot), None);
    desk.send(Event::DeletionUndone);
    assert_eq!((stands(&desk), desk.model.deleted), (true, None));
    let recorded = desk.recorded.len();
    desk.send(Event::DeletionUndone);
    assert_eq!(desk.recorded.len(), recorded, "there is nothing more to undo");
}

#[test]
fn only_a_session_can_be_deleted() {
    let mut desk = Desk::passed();
    let answer = desk.model.journal.newest().unwrap();
    let recorded = desk.recorded.len();
    desk.send(Event::SessionDeleted(answer));
    assert_eq!((desk.recorded.len(), desk.model.deleted), (recorded, None));
}

#[test]
fn erasing_leaves_nothing_and_a_new_runner() {
    let mut desk = Desk::playing();
    desk.go(Route::More).send(Event::EraseConfirmed);
    assert_eq!((desk.shelf.len(), desk.live.clone(), desk.model.route), (0, None, Route::Welcome));
    assert_eq!((desk.model.gate(), desk.model.is_new(), desk.ticking), (&Gate::Unscreened, true, false));
}

#[test]
fn a_notice_is_said_once() {
    let mut desk = Desk::passed();
    desk.send(Event::KeepFailed(NotKept::Full)).send(Event::KeepFailed(NotKept::Full));
    desk.send(Event::KeepFailed(NotKept::Refused));
    assert_eq!(desk.model.notices, [Notice::Full, Notice::Refused]);
    desk.send(Event::NoticeClosed(Notice::Full)).send(Event::KeepFailed(NotKept::Full));
    assert_eq!(desk.model.notices, [Notice::Refused], "once told is told");
}

#[test]
fn what_was_said_at_the_start_is_not_said_again() {
    for (state, notice) in [
        (StoreState::Unavailable, Some(Notice::Blocked)),
        (StoreState::Newer, Some(Notice::Newer)),
        (StoreState::Corrupt, Some(Notice::Unreadable)),
        (StoreState::Fresh, None),
    ] {
        let mut loaded = load(&BTreeMap::new());
        loaded.state = state;
        let look = Look::beginning(Lang::En, Theme::Auto);
        let opening =
            Opening { loaded, live: None, look, clinic: Clinic::default(), framed: true, inside: Some(&INSIDE) };
        let now: Now = Desk::new().now;
        let mut model = Model::open(opening, now);
        assert_eq!(model.notices, Vec::from_iter(notice), "{state:?}");
        crate::app::update(&mut model, Event::KeepFailed(NotKept::Blocked), now);
        assert_eq!(model.notices.iter().filter(|one| **one == Notice::Blocked).count(), 1, "{state:?}");
    }
}

#[test]
fn a_backup_holds_everything_and_is_told() {
    let mut desk = Desk::passed();
    desk.go(Route::More).send(Event::BackupAsked);
    let Some(Effect::Download { name, text }) = desk.asked.last() else { panic!("{:?}", desk.asked.last()) };
    assert_eq!(name, "stridewell-backup-2026-11-23.json");
    let read = read_backup(text).unwrap();
    let count = u32::try_from(read.journal.len()).unwrap();
    assert_eq!(desk.recorded.last(), Some(&Body::Backup { count }));
    assert_eq!(read.journal.len() + 1, desk.model.journal.len());
    assert!(desk.model.backup_saved && !desk.go(Route::Today).model.backup_saved);
}

#[test]
fn what_another_tab_did_is_followed() {
    let mut desk = Desk::playing();
    let slot = desk.slot();
    let mut other = desk.clone();
    other.go(Route::More).send(Event::CheckAgain).answer_all(&[(Question::Chest, "yes")]);
    let news = other.model.journal.raw().filter(|entry| desk.model.journal.get(entry.id).is_none()).cloned().collect();
    assert_eq!(desk.model.route, Route::Player(slot));
    desk.send(Event::Arrived(news));
    assert_eq!((desk.model.route, desk.model.gate()), (Route::Result, other.model.gate()));
    assert_eq!((desk.model.live.is_some(), desk.ticking), (false, false));
}
