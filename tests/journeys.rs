//! Whole meetings by the keyboard alone, without a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use chrono::NaiveDate;
use driver::Driver;
use opstart::app::command::Command;
use opstart::app::model::{Screen, Spot};
use opstart::app::msg::ReadOnly;
use opstart::domain::choices::*;
use opstart::domain::edit::Slot;
use opstart::domain::record::{Audience, When, YesNo};
use opstart::domain::steps::Step;

fn new_session() -> Driver {
    let mut d = Driver::new();
    d.keys("<ctrl+n><enter>");
    d
}

fn on(spot: Spot) -> impl Fn(&Driver) -> bool {
    move |d| d.work().focus == spot
}

/// Looks for something upwards to the top of the page, then downwards.
fn seek(d: &mut Driver, what: &str, holds: impl Fn(&Driver) -> bool) {
    let mut before = None;
    while !holds(d) && before != Some(d.work().focus) {
        before = Some(d.work().focus);
        d.keys("<shift+tab>");
    }
    d.press_until("<tab>", what, holds);
}

fn run(d: &mut Driver, command: Command) {
    seek(d, "the command", on(Spot::Do(command)));
    d.keys("<enter>");
}

fn day(year: i32, month: u32, day: u32) -> When {
    When::On(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

#[test]
fn a_meeting_from_the_first_key_to_the_closed_session() {
    let mut d = new_session();
    prepare(&mut d);
    choose_roles(&mut d);
    d.keys("<esc>3");
    run(&mut d, Command::StartMeeting);
    hold(&mut d);
    agree(&mut d);
    close(&mut d);
    assert_eq!(d.on_disk(), *d.session(), "what is on the screen is on disk, to the last character");
}

fn prepare(d: &mut Driver) {
    d.keys("<tab>torsdag 26/11<enter>13.30<enter><backspace><backspace>75<enter>Rådhuset, lokale 2<enter>");
    d.keys("LM-4711<enter>34");
    d.tab_to("wishes").keys("Jeg vil helst sidde ved døren.<enter>Og holde pause.");
    d.press_until("<tab>", "the consent", |d| matches!(d.work().focus, Spot::Record(_))).keys("<enter>");
    d.tab_to("given_by")
        .keys("<right><tab>20/11<tab><right><tab>Arbejde og bolig<tab><enter><space><down><space><esc>");
    d.tab_to("purpose").tab_to("approach");
    d.press_until("<up>", "the purpose", |d| d.field() == Some("purpose"));
    d.keys("At finde ud af, om Lene kan begynde i Genbrugen.");
    d.tab_to("approach").keys("<right><tab>Lene vil selv arbejde.");
    d.press_until("<tab>", "the checklist", |d| {
        d.session().preparation.checklist.first().is_some_and(|c| d.work().focus == Spot::Record(c.id))
    });
    d.keys("<space><down><space><space>");

    let s = d.session();
    assert_eq!(s.head.date, day(2026, 11, 26));
    assert_eq!(s.head.time.time().map(|t| t.format("%H:%M").to_string()).as_deref(), Some("13:30"));
    assert_eq!((s.head.minutes, s.head.place.as_str()), (Some(75), "Rådhuset, lokale 2"));
    assert_eq!((s.citizen.reference.as_str(), s.citizen.age), ("LM-4711", Some(34)));
    assert_eq!(s.citizen.wishes, "Jeg vil helst sidde ved døren.\nOg holde pause.");
    let consent = &s.consents[0];
    assert_eq!((consent.given_by, consent.form), (Some(ConsentBy::Citizen), Some(ConsentForm::Written)));
    assert_eq!((&consent.given_on, consent.purpose.as_str()), (&day(2026, 11, 20), "Arbejde og bolig"));
    assert_eq!(consent.kinds, [Information::Health, Information::Substances]);
    assert_eq!(s.preparation.purpose, "At finde ud af, om Lene kan begynde i Genbrugen.");
    assert_eq!(s.preparation.approach, Some(Approach::JobFirst));
    assert_eq!(s.preparation.approach_why, "Lene vil selv arbejde.");
    assert_eq!(s.preparation.checklist[0].state, CheckState::Done);
    assert_eq!(s.preparation.checklist[1].state, CheckState::NotRelevant);
}

fn choose_roles(d: &mut Driver) {
    d.keys("<alt+2><enter><down>Lene<esc><down><enter><down>Mette Møller");
    d.tab_to("duties").keys("<enter><space><esc>");
    d.tab_to("attendance").keys("<right><esc><down><enter><down>Ole Øst");
    d.tab_to("duties").keys("<enter><down><space><esc>");

    let people = &d.session().participants;
    assert_eq!([&people[0].name, &people[1].name, &people[2].name], ["Lene", "Mette Møller", "Ole Øst"]);
    assert_eq!((people[1].duties.as_slice(), people[2].duties.as_slice()), (&[Duty::Leads][..], &[Duty::Writes][..]));
    assert_eq!(people[1].attendance, Some(Attendance::Coming));
}

fn hold(d: &mut Driver) {
    assert_eq!((d.session().head.status, d.work().step), (Status::InProgress, Step::Agenda));
    assert_eq!(d.session().participants[1].attendance, Some(Attendance::Attended), "who was to come is here");
    d.keys("<f2>Jeg er nervøs.<esc>");
    d.wait(4).keys("<f9>").wait(6).keys("<f9><alt+4>");
    d.keys("<f2>Jeg drømmer om at arbejde med møbler.<esc>");
    assert_eq!(d.work().step, Step::Picture, "Esc comes back to the step the words were noted from");
    d.keys("<space><enter><down><down>Et værksted<esc>");
    d.wait(3).keys("<f8>").wait(5).keys("<f8>");

    let s = d.session();
    assert_eq!(s.agenda[0].own_words, "Jeg er nervøs.");
    assert_eq!(s.agenda[2].own_words, "Jeg drømmer om at arbejde med møbler.");
    assert_eq!((s.assessment[0].relevant, s.assessment[0].own_words.as_str()), (Some(YesNo::Yes), "Et værksted"));
    let clock = d.model.clock().expect("a clock");
    let spent: Vec<i64> = s.agenda.iter().map(|i| clock.spent_on(i.id).num_minutes()).collect();
    assert_eq!(spent[..4], [4, 6, 3, 0], "five minutes of break count on no item");
    assert_eq!(clock.total_left.num_minutes(), 75 - 18);
}

fn agree(d: &mut Driver) {
    d.keys("<f6>bostøtte<enter><esc><esc><alt+5><down><enter><down>Hjælp til hverdagen");
    d.keys("<f5>Jeg vil have et arbejde.<tab><tab>Lene begynder i praktik i Genbrugen");
    let goal = d.session().goals[0].id;
    d.press_until("<tab>", "the row that adds", on(Spot::Add(Slot::Actions(goal))));
    d.keys("<enter>Ring til Genbrugen<tab><enter><down><down><enter><tab>om 14 dage<tab><right>");
    d.keys("<f4>Lene får en mentor.<tab><right>");
    d.keys("<f7>Cykel");

    let s = d.session();
    assert!(s.offers[0].offer.name.starts_with("Bostøtte"), "{}", s.offers[0].offer.name);
    assert_eq!((s.offers[0].why.as_str(), s.offers[0].seen_by), ("Hjælp til hverdagen", Audience::Everyone));
    let goal = &s.goals[0];
    assert_eq!(goal.own_words, "Jeg vil have et arbejde.");
    assert_eq!(goal.title, "Lene begynder i praktik i Genbrugen");
    let action = &goal.actions[0];
    assert_eq!((action.what.as_str(), action.who), ("Ring til Genbrugen", Some(s.participants[1].id)));
    assert_eq!((&action.until, action.firmness), (&day(2026, 12, 6), Some(Firmness::Decided)));
    let decision = &s.close.decisions[0];
    assert_eq!((decision.text.as_str(), decision.firmness), ("Lene får en mentor.", Some(Firmness::Decided)));
    assert_eq!(s.close.parked[0].text, "Cykel");
}

fn close(d: &mut Driver) {
    seek(d, "the read-back", |d| d.field() == Some("read_back"));
    d.keys("<right>");
    d.tab_to("next_on").keys("11/1<tab>10.15<tab>Samme sted");
    d.press_until("<tab>", "the questions", on(Spot::Do(Command::Questions)));
    d.keys("<enter><down><down><down><down><enter><down><down><down><enter><enter><enter>");
    d.tab_to("plan_given").keys("<right>");
    run(d, Command::CloseSession);
    d.keys("<enter>");
    assert_eq!(d.session().head.status, Status::InProgress, "the safe button has the focus");
    d.keys("<enter><right><enter>");

    let s = d.session();
    assert_eq!((s.head.status, s.head.closed_at), (Status::Closed, Some(d.model.now)));
    assert_eq!(s.clock.last().map(|e| e.what), Some(Tick::End), "the clock ends with the meeting");
    assert_eq!((s.close.read_back, s.close.plan_given), (Some(YesNo::Yes), Some(PlanGiven::Paper)));
    assert_eq!((&s.close.next_on, s.close.next_place.as_str()), (&day(2027, 1, 11), "Samme sted"));
    assert_eq!(s.answers.mode, Some(AnswerMode::Screen));
    assert_eq!((s.answers.heard, s.answers.plan), (Some(Likert::StronglyAgree), Some(Likert::Agree)));
    assert_eq!(d.work().read_only, Some(ReadOnly::Closed));
    let before = d.session().clone();
    d.keys("<alt+1><tab><tab><tab><tab>ændret<ctrl+z><f5>");
    assert_eq!(*d.session(), before, "a closed session does not change");
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
    d.tab_to("place").keys("Lokale 2<alt+3><enter><f9><ctrl+z>");
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
    d.keys("<delete><right><enter>");
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
    d.keys("<alt+2><down><enter>").tab_to("attendance").keys("<right><alt+3><enter><ctrl+z>");
    assert_eq!(d.session().participants[1].attendance, Some(Attendance::Attended));
}
