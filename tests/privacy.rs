//! Statements about what a screen gives away, and what it warns of.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use driver::Driver;
use opstart::app::command::Command;
use opstart::app::model::{Screen, Spot};
use opstart::app::msg::Msg;
use opstart::app::overlay::{Button, Overlay};
use opstart::app::page::page;
use opstart::domain::problems::problems;
use opstart::domain::record::When;
use opstart::domain::summary::Summary;

fn in_a_running_meeting() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter><alt+3>");
    d.press_until("<tab>", "the start", |d| d.work().focus == Spot::Do(Command::StartMeeting)).keys("<enter>");
    assert!(d.model.clock().is_some_and(|c| c.is_on()), "{}", d.look());
    d
}

#[test]
fn a_cpr_number_is_answered_with_a_warning_wherever_it_is_typed() {
    let mut d = Driver::new();
    d.keys("/010180-1234");
    assert!(d.message().contains("CPR-nummer"), "home: {}", d.look());
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("AB 010180-123");
    assert_eq!(d.message(), "");
    d.keys("4");
    assert!(d.message().contains("CPR-nummer"), "{}", d.look());
    d.keys("<alt+5><f6>010180-1234");
    assert!(d.message().contains("CPR-nummer"), "picker: {}", d.look());
}

#[test]
fn a_cpr_number_that_is_pasted_is_answered_with_a_warning_too() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").paste("0101801234");
    assert!(d.message().contains("CPR-nummer"), "{}", d.look());
}

#[test]
fn a_cpr_number_is_kept_as_it_was_typed_and_listed_until_it_is_gone() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("010180-1234");
    assert_eq!(d.session().citizen.reference, "010180-1234");
    let listed = |d: &Driver| {
        let found = problems(d.session(), &d.model.library.common, d.model.today());
        found.iter().any(|p| p.word == "gap-cpr" && p.at == Some((d.session().citizen.id, "reference")))
    };
    assert!(listed(&d));
    d.keys("<ctrl+a><backspace>AB 1");
    assert!(!listed(&d));
}

#[test]
fn a_screen_nobody_touches_is_covered_and_one_key_brings_it_back_without_doing_anything_else() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("AB 1").send(Msg::Idle);
    assert!(d.model.privacy);
    d.keys("x");
    assert!(!d.model.privacy);
    assert_eq!(d.session().citizen.reference, "AB 1");
}

#[test]
fn while_the_meeting_runs_the_wall_stays_and_what_was_opened_is_closed() {
    let mut d = in_a_running_meeting();
    d.keys("<alt+1><ctrl+o>");
    assert!(d.work().reveal);
    d.send(Msg::Idle);
    assert!(!d.model.privacy && !d.work().reveal);
    let focus = d.work().focus;
    assert!(page(&d.model).rows.iter().any(|row| row.spot == Some(focus)), "the focus is on something one sees");
}

#[test]
fn in_a_break_the_screen_is_covered() {
    let mut d = in_a_running_meeting();
    d.keys("<f8>").send(Msg::Idle);
    assert!(d.model.privacy);
}

#[test]
fn what_is_filed_is_kept_thirty_days_and_what_is_not_is_never_superfluous() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>");
    let mut session = d.session().clone();
    session.head.filed_on = When::On("2026-10-01".parse().unwrap());
    let summary = Summary::of(&session, "a.ron");
    assert_eq!(summary.delete_from(30), Some("2026-10-31".parse().unwrap()));
    session.head.filed_on = When::Unset;
    assert_eq!(Summary::of(&session, "a.ron").delete_from(30), None, "what is not filed is never called superfluous");
}

#[test]
fn deleting_what_was_never_filed_says_so_on_the_button() {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>")
        .tab_to("reference")
        .keys("AB 1<esc>")
        .press_until("<esc>", "the list", |d| d.model.screen == Screen::Home);
    d.keys("<delete>");
    let Some(Overlay::Confirm(confirm)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert!(confirm.text.contains("IKKE journaliseret") && confirm.act.contains("uden at journalisere"), "{confirm:?}");
    assert_eq!(confirm.at, Button::Safe, "the safe button has the focus");
}

/// A session with a decision, never filed, and the question whether to delete it.
fn about_to_delete() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("AB 1");
    d.keys("<f4>Vi søger en bolig på Ærø<esc>").press_until("<esc>", "the list", |d| d.model.screen == Screen::Home);
    d.keys("<delete>");
    d
}

#[test]
fn the_text_for_the_journal_is_shown_and_copied_before_what_was_never_filed_is_deleted() {
    let mut d = about_to_delete();
    d.keys("<tab><enter>");
    let Some(Overlay::Document(document)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert!(document.text.contains("AB 1") && document.text.contains("Vi søger en bolig på Ærø"), "{document:?}");
    let text = document.text.clone();
    d.keys("<f6>");
    assert_eq!(d.clipboard, text);
    assert!(d.message().contains("kopieret"), "{}", d.message());
}

#[test]
fn from_the_text_for_the_journal_one_comes_back_to_the_question_on_its_safe_button() {
    let mut d = about_to_delete();
    d.keys("<tab><enter><esc>");
    let Some(Overlay::Confirm(confirm)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert_eq!(confirm.at, Button::Safe);
    d.keys("<enter>");
    assert_eq!((d.model.overlays.len(), d.files.len()), (0, 1), "{}", d.look());
}

#[test]
fn what_was_filed_is_deleted_without_a_third_button() {
    let mut d = about_to_delete();
    d.keys("<esc>");
    let (file, text) = d.files.first_key_value().map(|(file, text)| (file.clone(), text.clone())).unwrap();
    let mut session = driver::read(&text);
    session.head.filed_on = When::On("2026-11-20".parse().unwrap());
    d.model.home.sessions.clear();
    d.put(&file, &session);
    d.keys("<delete>");
    let Some(Overlay::Confirm(confirm)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert_eq!(confirm.buttons().len(), 2);
}
