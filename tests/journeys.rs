//! Whole meetings by the keyboard alone, without a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;
#[path = "common/meeting.rs"]
mod meeting;

use driver::Driver;
use opstart::app::model::Screen;
use opstart::app::msg::ReadOnly;
use opstart::domain::choices::*;
use opstart::domain::record::When;
use opstart::domain::session::{Answers, Session};
use opstart::domain::steps::{Step, progress};

/// What the whole meeting leaves on disk, to the last character.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/meeting.ron");

fn new_session() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>");
    d
}

#[test]
fn a_meeting_from_the_first_key_to_its_correction_leaves_the_file_it_always_left() {
    let mut d = new_session();
    meeting::until_the_end(&mut d);
    meeting::close(&mut d);
    assert_eq!((d.session().head.status, d.work().read_only.clone()), (Status::Closed, Some(ReadOnly::Closed)));
    meeting::correct(&mut d);
    assert_eq!(d.on_disk(), *d.session(), "what is on the screen is on disk");
    let text = d.text_on_disk();
    if std::env::var_os("OPSTART_GOLDEN").is_some() {
        std::fs::write(GOLDEN, text).expect("the golden file can be written");
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default().replace("\r\n", "\n");
    let differs = text.lines().zip(golden.lines()).enumerate().find(|(_, (now, then))| now != then);
    assert!(
        text == golden,
        "the file is not as {GOLDEN} has it; the first other line, now and then: {differs:?}\nWhen it should be as it is \
         now, make it again with OPSTART_GOLDEN=1 and read the difference before it is kept."
    );
}

#[test]
fn every_step_of_the_meeting_comes_to_its_end() {
    let mut d = new_session();
    meeting::until_the_end(&mut d);
    meeting::close(&mut d);
    for step in [Step::Agenda, Step::Offers, Step::Goals, Step::Close] {
        assert_eq!(progress(d.session(), step).mark(), "[x]", "{step:?}");
    }
    for step in [Step::Preparation, Step::Roles, Step::Picture] {
        assert_eq!(progress(d.session(), step).mark(), "[~]", "{step:?} was left half done on purpose");
    }
}

#[test]
fn a_closed_session_does_not_change() {
    let mut d = new_session();
    d.keys("<f5>Jeg vil have et arbejde.<alt+7>");
    meeting::close_now(&mut d);
    let before = d.session().clone();
    d.keys("<alt+1><tab><tab>ændret<ctrl+z><f5><alt+6><delete><alt+down><alt+right><ctrl+d>");
    assert_eq!(*d.session(), before);
}

#[test]
fn all_of_a_meeting_can_be_taken_back_and_done_again() {
    let mut d = new_session();
    let fresh = d.session().clone();
    meeting::until_the_end(&mut d);
    let end = d.session().clone();
    let mut taken_back = 0;
    while d.work().history.can_undo() {
        d.keys("<ctrl+z>");
        taken_back += 1;
        assert!(taken_back < 1000, "undo never comes to an end");
    }
    assert!(taken_back > 100, "only {taken_back} steps");
    assert_eq!((&d.session().clock, d.session().head.status), (&end.clock, Status::InProgress), "what happened stays");
    assert_eq!(without_events(d.session()), without_events(&fresh));
    assert_eq!(d.on_disk(), *d.session());
    for _ in 0..taken_back {
        assert!(d.work().history.can_redo());
        d.keys("<ctrl+y>");
    }
    assert!(!d.work().history.can_redo());
    assert_eq!(*d.session(), end);
    assert_eq!(d.on_disk(), end);
}

/// A session without what undo passes by: the clock, the status, who was noted as present by the start of the meeting, and
/// what the citizen answered.
fn without_events(session: &Session) -> Session {
    let mut s = session.clone();
    s.clock.clear();
    (s.head.status, s.head.closed_at) = (Status::Planned, None);
    s.participants.iter_mut().for_each(|p| p.attendance = None);
    s.answers = Answers { id: s.answers.id, helped_by: s.answers.helped_by, ..Answers::default() };
    s
}

#[test]
fn digits_belong_to_a_number_and_lead_to_steps_elsewhere() {
    let mut d = new_session();
    d.tab_to("minutes").keys("<backspace><backspace>75");
    assert_eq!((d.session().head.minutes, d.work().step), (Some(75), Step::Preparation));
    d.keys("<alt+2>5");
    assert_eq!(d.work().step, Step::Offers);
}

#[test]
fn every_key_is_on_disk_before_the_field_is_left() {
    let mut d = new_session();
    d.tab_to("wishes").keys("Ro på");
    assert_eq!(d.on_disk().citizen.wishes, "Ro på");
}

#[test]
fn one_undo_takes_back_what_was_typed_in_one_field() {
    let mut d = new_session();
    let texts = |d: &Driver| (d.session().citizen.contact.clone(), d.session().citizen.wishes.clone());
    d.tab_to("contact").keys("Mette<tab>Ro på<ctrl+z>");
    assert_eq!(texts(&d), ("Mette".to_owned(), String::new()));
    d.keys("<ctrl+z>");
    assert_eq!(texts(&d), (String::new(), String::new()));
    d.keys("<ctrl+y><ctrl+y>");
    assert_eq!(texts(&d), ("Mette".to_owned(), "Ro på".to_owned()));
}

#[test]
fn one_undo_takes_back_a_typed_day_whole() {
    let mut d = new_session();
    d.tab_to("date").keys("26/11<tab><ctrl+z>");
    assert_eq!(d.session().head.date, When::Unset);
}

#[test]
fn undo_passes_the_meeting_clock_by() {
    let mut d = new_session();
    d.tab_to("place").keys("Lokale 2<alt+3><ctrl+end><up><enter><f9><ctrl+z>");
    let s = d.session();
    assert_eq!((s.head.place.as_str(), s.head.status, s.clock.len()), ("", Status::InProgress, 2));
}

#[test]
fn escape_leads_home_level_by_level_and_loses_nothing() {
    let mut d = new_session();
    d.tab_to("place").keys("Lokale 2<esc>");
    assert_eq!((d.model.screen, d.released), (Screen::Home, 1));
    d.keys("<esc><esc>");
    assert!(!d.ended);
    d.keys("<enter>");
    assert_eq!(d.session().head.place, "Lokale 2");
}

#[test]
fn help_and_palette_answer_on_every_screen() {
    use opstart::app::overlay::Overlay;
    let mut d = Driver::new();
    for keys in ["<f1>", "<ctrl+p>"] {
        d.keys(keys);
        assert!(matches!(d.model.overlays.as_slice(), [Overlay::Menu(menu)] if menu.items.len() > 5), "{keys}");
        d.keys("<esc>");
    }
    d.keys("<ctrl+n><enter><alt+2>/");
    assert!(
        matches!(d.model.overlays.as_slice(), [Overlay::Menu(_)]),
        "`/` lists the commands where there is no search"
    );
}

#[test]
fn a_follow_up_brings_the_plan_along() {
    let mut d = new_session();
    d.keys("<f5>Jeg vil have et arbejde.<esc><esc><esc>");
    d.press_until("<esc>", "the list", |d| d.model.screen == Screen::Home);
    d.keys("<ctrl+o>");
    let s = d.session();
    assert_eq!((s.head.kind, s.goals[0].own_words.as_str()), (MeetingKind::FollowUp, "Jeg vil have et arbejde."));
    assert_eq!(d.files.len(), 2);
}

#[test]
fn a_session_is_deleted_only_by_the_second_button() {
    let mut d = new_session();
    d.keys("<esc><delete><enter>");
    assert_eq!(d.files.len(), 1);
    d.keys("<delete><left><enter>");
    assert!(d.files.is_empty());
}

#[test]
fn a_full_disk_is_tried_again_and_keeps_one_from_leaving() {
    let mut d = new_session();
    d.disk_trouble = Some(opstart::app::msg::SaveTrouble::DiskFull);
    d.tab_to("place").keys("Lokale 2<esc><ctrl+q><enter>");
    assert!(d.model.screen == Screen::Work && !d.ended);
    d.disk_trouble = None;
    d.keys("<ctrl+s>");
    assert_eq!(d.on_disk().head.place, "Lokale 2");
    d.keys("<ctrl+q>");
    assert!(d.ended);
}

#[test]
fn undo_leaves_who_was_noted_as_present() {
    let mut d = new_session();
    d.keys("<alt+2><down><enter>").tab_to("attendance").keys("<right><alt+3><ctrl+end><up><enter><ctrl+z>");
    assert_eq!(d.session().participants[1].attendance, Some(Attendance::Attended));
}
