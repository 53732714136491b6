//! Statements about the screen: versions are kept on the way, what came in from outside becomes one change, and what the
//! disk refuses can be saved elsewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use std::sync::Arc;

use driver::Driver;
use opstart::app::command::Command;
use opstart::app::keeping::{Keeping, Told};
use opstart::app::model::{Screen, Spot};
use opstart::app::msg::{Effect, Msg, ReadOnly, SaveTrouble};
use opstart::app::overlay::Overlay;
use opstart::app::update::update;
use opstart::domain::choices::Tick;
use opstart::domain::steps::Step;
use opstart::domain::version::Reason;

fn kept(d: &Driver) -> Vec<Reason> {
    d.versions.iter().map(|(version, _)| version.reason).collect()
}

/// A new session with the focus in the citizen's wishes.
fn working() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("wishes");
    d
}

fn confirm_text(d: &Driver) -> String {
    match d.model.overlays.last() {
        Some(Overlay::Confirm(confirm)) => confirm.text.clone(),
        other => panic!("no question: {other:?}"),
    }
}

#[test]
fn a_version_is_kept_at_a_change_of_step_when_something_was_changed() {
    let mut d = working();
    d.keys("<alt+3><alt+1>");
    assert_eq!(kept(&d), []);
    d.tab_to("wishes").keys("ro<alt+2>");
    assert_eq!(kept(&d), [Reason::Step]);
    d.keys("<alt+3>");
    assert_eq!(kept(&d), [Reason::Step], "nothing was changed since");
}

#[test]
fn within_one_step_a_version_is_kept_at_most_every_ten_minutes() {
    let mut d = working();
    d.keys("a").wait(9).keys("b");
    assert_eq!(kept(&d), []);
    d.wait(1).keys("c").keys("d");
    assert_eq!(kept(&d), [Reason::Timed]);
    d.wait(9).keys("e");
    assert_eq!(kept(&d), [Reason::Timed]);
}

#[test]
fn a_session_that_is_left_is_kept_and_its_place_forgotten() {
    let mut d = working();
    d.keys("ro").send(Msg::Command(Command::Home));
    assert_eq!(kept(&d), [Reason::Left]);
    assert!(matches!(d.asked.last(), Some(Keeping::Place { place: None, .. })), "{:?}", d.asked.last());
}

#[test]
fn a_program_that_is_ended_from_outside_keeps_the_place() {
    let mut d = working();
    d.keys("ro").send(Msg::Terminate);
    assert_eq!(kept(&d), [Reason::Left]);
    assert!(!d.asked.iter().any(|asked| matches!(asked, Keeping::Place { place: None, .. })));
}

#[test]
fn a_place_holds_nothing_of_what_was_written_and_leads_back_to_its_field() {
    let mut d = working();
    d.keys("hemmeligt");
    let place = d.work().place();
    assert_eq!(place, format!("0 {} wishes", d.session().citizen.id));
    d.keys("<alt+6>");
    let file = d.work().file.clone();
    d.send(Msg::Keeping(Told::Place { file, place }));
    assert_eq!((d.work().step, d.work().focus), (Step::Preparation, Spot::Field(d.session().citizen.id, "wishes")));
}

#[test]
fn a_place_that_makes_no_sense_any_more_leaves_one_where_one_is() {
    let mut d = working();
    let file = d.work().file.clone();
    for place in ["", "9", "x y z", "5 zzzzzzzz title"] {
        d.send(Msg::Keeping(Told::Place { file: file.clone(), place: place.to_owned() }));
    }
    assert_eq!(d.model.screen, Screen::Work);
}

#[test]
fn an_earlier_version_is_brought_back_as_one_change() {
    let mut d = working();
    d.keys("ro<alt+2><alt+1>").tab_to("wishes").keys(" og orden");
    d.send(Msg::Command(Command::Versions)).keys("<enter>");
    assert!(confirm_text(&d).contains("1 ændret"), "{}", confirm_text(&d));
    d.keys("<enter>");
    assert_eq!(d.session().citizen.wishes, "ro og orden", "the safe button has the focus");
    d.send(Msg::Command(Command::Versions)).keys("<enter><tab><enter>");
    assert_eq!(d.session().citizen.wishes, "ro");
    assert_eq!(kept(&d).last(), Some(&Reason::Restore));
    assert_eq!(d.on_disk().citizen.wishes, "ro");
    d.keys("<ctrl+z>");
    assert_eq!(d.session().citizen.wishes, "ro og orden");
}

/// What another machine wrote comes in while one goes on typing.
fn comes_in(d: &mut Driver, theirs: impl FnOnce(&mut opstart::domain::session::Session)) {
    let sent = Arc::new(d.session().clone());
    let mut merged = (*sent).clone();
    theirs(&mut merged);
    let file = d.work().file.clone();
    let told = Told::CameIn { file, number: 1, sent, merged: Arc::new(merged), two_texts: 0, noted: 0 };
    d.send(Msg::Keeping(told));
}

#[test]
fn what_came_in_from_another_machine_is_told_saved_and_can_be_undone() {
    let mut d = working();
    d.keys("ro");
    comes_in(&mut d, |theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    assert_eq!(d.message(), "1 ændring kom ind udefra.");
    assert_eq!((d.on_disk().citizen.needs.as_str(), d.on_disk().citizen.wishes.as_str()), ("bisidder", "ro"));
    assert_eq!(d.work().outside, 1);
    d.keys("<ctrl+z>");
    assert_eq!((d.session().citizen.needs.as_str(), d.session().citizen.wishes.as_str()), ("", "ro"));
}

#[test]
fn the_last_save_of_a_session_that_is_left_tells_what_came_in_and_is_part_of_it() {
    let mut d = working();
    comes_in(&mut d, |theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    let seen = |effects: &[Effect]| {
        effects.iter().find_map(|effect| if let Effect::Save { seen, .. } = effect { Some(*seen) } else { None })
    };
    d.model.work.as_mut().unwrap().saving.sent = 0;
    let effects = update(&mut d.model, Msg::Command(Command::Home));
    assert_eq!((seen(&effects), d.model.screen), (Some(1), Screen::Home));
}

#[test]
fn typing_goes_on_where_it_was_when_something_came_in() {
    let mut d = working();
    d.keys("ro");
    comes_in(&mut d, |theirs| "bisidder".clone_into(&mut theirs.citizen.needs));
    d.keys(" og orden");
    assert_eq!(d.session().citizen.wishes, "ro og orden");
    comes_in(&mut d, |theirs| theirs.citizen.wishes.insert_str(0, "Mere "));
    d.keys("!");
    assert_eq!(d.session().citizen.wishes, "Mere ro og orden!");
}

#[test]
fn a_session_that_cannot_be_saved_can_be_saved_elsewhere_and_then_left() {
    let mut d = working();
    d.keys("ro");
    d.send(Msg::Command(Command::SaveElsewhere));
    assert_eq!(d.message(), "Mødet er gemt, hvor det skal være.");
    d.disk_trouble = Some(SaveTrouble::NoFolder);
    d.keys("!").keys("!");
    assert!(d.message().contains("Gem et andet sted"), "{}", d.message());
    d.send(Msg::Command(Command::SaveElsewhere)).keys("<enter>");
    assert!(d.message().contains("/hjemme/kopi.ron"), "{}", d.message());
    assert_eq!(driver::read(&d.files["/hjemme/kopi.ron"]).citizen.wishes, "ro!!");
    d.keys("<ctrl+q>");
    assert!(d.ended, "nothing is left that lies nowhere");
}

#[test]
fn a_save_that_fails_after_the_session_was_left_is_said_on_the_list_and_asked_about_when_quitting() {
    let mut d = working();
    let file = d.work().file.clone();
    d.keys("ro").send(Msg::Command(Command::Home));
    assert!(d.model.work.is_none(), "the session was left");
    d.send(Msg::SaveFailed { file: file.clone(), why: SaveTrouble::NoShare });
    assert!(d.message().contains("IKKE GEMT: forbindelsen til drevet er væk"), "{}", d.message());
    d.keys("<ctrl+q>");
    assert!(!d.ended && confirm_text(&d).contains("forbindelsen til drevet er væk"));
    let at = d.model.now;
    d.keys("<esc>").send(Msg::Saved { file, revision: 9, at });
    assert_eq!(d.message(), "Det sidste er nu gemt.");
    d.keys("<ctrl+q>");
    assert!(d.ended);
}

#[test]
fn what_was_typed_after_saving_elsewhere_is_asked_about() {
    let mut d = working();
    d.disk_trouble = Some(SaveTrouble::NoFolder);
    d.keys("ro").send(Msg::Command(Command::SaveElsewhere)).keys("<enter>").keys("!<ctrl+q>");
    assert!(!d.ended && confirm_text(&d).contains("ikke gemt"));
}

#[test]
fn that_a_session_is_saved_beside_its_file_is_said_once() {
    let mut d = working();
    let told = Told::Beside { file: d.work().file.clone(), beside: "sessions/a-kopi.ron".into() };
    d.send(Msg::Keeping(told.clone()));
    assert!(d.message().contains("a-kopi.ron"), "{}", d.message());
    d.keys("x").send(Msg::Keeping(told));
    assert_eq!(d.message(), "");
}

#[test]
fn that_a_version_could_not_be_kept_is_said_once() {
    let mut d = working();
    let told = Told::NotKept(d.work().file.clone());
    d.send(Msg::Keeping(told.clone()));
    assert!(d.message().contains("Mødet selv er gemt"), "{}", d.message());
    d.keys("x").send(Msg::Keeping(told));
    assert_eq!(d.message(), "");
}

#[test]
fn a_session_whose_holder_is_gone_is_taken_over_after_a_question() {
    let mut d = working();
    let (file, session) = (d.work().file.clone(), Box::new(d.session().clone()));
    let read_only = Some(ReadOnly::Held("anna@jobcenter".to_owned()));
    d.send(Msg::Opened { file: file.clone(), session, read_only });
    d.send(Msg::Keeping(Told::Stale { file: file.clone(), by: "anna@jobcenter".to_owned() }));
    assert!(confirm_text(&d).contains("anna@jobcenter"));
    d.keys("<enter>");
    assert!(d.model.overlays.is_empty() && !d.asked.contains(&Keeping::TakeOver(file.clone())));
    d.send(Msg::Keeping(Told::Stale { file: file.clone(), by: "anna@jobcenter".to_owned() }));
    d.keys("<tab><enter>");
    assert_eq!(d.asked.last(), Some(&Keeping::TakeOver(file)));
}

/// A session that is read while Anna writes in it, with the focus in the citizen's wishes.
fn reading() -> Driver {
    let mut d = working();
    d.keys("ro");
    let (file, session) = (d.work().file.clone(), Box::new(d.session().clone()));
    d.send(Msg::Opened { file, session, read_only: Some(ReadOnly::Held("anna@jobcenter".to_owned())) });
    d.tab_to("wishes");
    d
}

#[test]
fn what_is_only_read_shows_what_the_one_who_writes_has_written_and_stays_where_one_reads() {
    let mut d = reading();
    let (file, focus) = (d.work().file.clone(), d.work().focus);
    let mut theirs = d.session().clone();
    "ro og orden".clone_into(&mut theirs.citizen.wishes);
    d.send(Msg::Keeping(Told::Changed { file, session: Box::new(theirs) }));
    assert_eq!((d.session().citizen.wishes.as_str(), d.work().focus), ("ro og orden", focus));
    assert_eq!(d.work().seen.citizen.wishes, "ro og orden");
    d.keys("x");
    assert_eq!(d.session().citizen.wishes, "ro og orden");
    assert!(d.message().contains("åbent hos anna"), "{}", d.message());
}

#[test]
fn when_the_one_who_writes_has_left_a_key_opens_the_session_for_writing_where_one_read() {
    let mut d = reading();
    let (file, place) = (d.work().file.clone(), d.work().place());
    d.send(Msg::Keeping(Told::Holder { file: file.clone(), by: Some("anna@jobcenter".to_owned()) }));
    assert_eq!(d.message(), "", "that is known");
    d.send(Msg::Keeping(Told::Holder { file: file.clone(), by: None }));
    assert!(d.message().contains("har forladt mødet") && d.message().contains("Ctrl+R"), "{}", d.message());
    d.keys("x");
    assert!(d.message().contains("Ctrl+R"), "typing says it again: {}", d.message());
    d.keys("<ctrl+r>");
    assert_eq!(d.asked.last(), Some(&Keeping::Write { file: file.clone(), place: place.clone() }));
    let session = Box::new(d.session().clone());
    d.send(Msg::Opened { file: file.clone(), session, read_only: None });
    d.send(Msg::Keeping(Told::Reopened { file, place }));
    assert_eq!(d.message(), "Nu kan du skrive i mødet.");
    d.keys("!");
    assert_eq!(d.session().citizen.wishes, "ro!");
}

#[test]
fn a_late_word_of_the_file_changes_nothing_once_one_writes_in_it() {
    let mut d = working();
    d.keys("ro");
    let (file, session) = (d.work().file.clone(), Box::default());
    d.send(Msg::Keeping(Told::Changed { file: file.clone(), session }));
    d.send(Msg::Keeping(Told::Holder { file, by: None }));
    assert_eq!((d.session().citizen.wishes.as_str(), d.message()), ("ro", ""));
}

#[test]
fn only_what_is_read_while_another_writes_can_be_opened_for_writing() {
    let mut d = working();
    d.keys("<ctrl+r>");
    assert!(d.message().contains("ingen andre"), "{}", d.message());
}

#[test]
fn the_file_is_looked_at_when_one_comes_back_to_it_and_not_while_one_types() {
    let mut d = working();
    d.keys("a");
    let before = d.looked;
    d.keys("bc");
    assert_eq!(d.looked, before);
    d.model.now += chrono::TimeDelta::seconds(2);
    d.keys("de");
    assert_eq!(d.looked, before + 1);
    d.send(Msg::Focused);
    assert_eq!(d.looked, before + 2);
    d.send(Msg::Tick);
    assert_eq!(d.looked, before + 3);
}

#[test]
fn what_comes_in_leaves_the_cursor_where_it_is_typing() {
    let mut d = working();
    d.keys("ro<left>");
    comes_in(&mut d, |theirs| theirs.citizen.wishes.push_str("\n[ELLER]\net job"));
    d.keys("lig");
    assert_eq!(d.session().citizen.wishes, "rligo\n[ELLER]\net job");
}

#[test]
fn what_came_in_and_changes_nothing_is_not_worth_a_word() {
    let mut d = working();
    d.keys("ro");
    comes_in(&mut d, |_| {});
    assert_eq!((d.message(), d.work().outside), ("", 1));
}

#[test]
fn an_end_that_was_forgotten_is_asked_about_and_marked_as_assumed() {
    let mut d = working();
    d.send(Msg::Command(Command::StartMeeting));
    d.keys("<f9>");
    let (file, session) = (d.work().file.clone(), d.session().clone());
    let began = session.clock[0].at.unwrap();
    d.send(Msg::Opened { file: file.clone(), session: Box::new(session.clone()), read_only: None });
    assert!(d.model.overlays.is_empty(), "it is still running");
    d.wait(20 * 60).send(Msg::Opened { file, session: Box::new(session), read_only: None });
    assert!(confirm_text(&d).contains("22.11.2026 kl. 13.00"), "{}", confirm_text(&d));
    d.keys("<tab><enter>");
    let end = d.session().clock.last().unwrap();
    assert_eq!((end.what, end.assumed), (Tick::End, true));
    let minutes = i64::from(d.session().head.minutes.unwrap_or_default());
    assert_eq!((end.at.unwrap() - began).num_minutes(), minutes.max(opstart::domain::clock::planned(d.session())));
    assert!(!d.work().clock(d.model.now).is_on());
}

#[test]
fn a_damaged_file_offers_a_copy_of_its_newest_version() {
    let mut d = Driver::new();
    let version = opstart::domain::version::Version { file: "v".into(), at: d.model.now, reason: Reason::Step };
    d.send(Msg::Keeping(Told::Rescuable { file: "sessions/a.ron".into(), version: version.clone() }));
    assert!(confirm_text(&d).contains("a.ron") && confirm_text(&d).contains("ikke ændret"));
    d.keys("<tab><enter>");
    assert_eq!(d.asked.last(), Some(&Keeping::OpenCopy { file: "sessions/a.ron".into(), version }));
}
