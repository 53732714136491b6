//! Offers and the citizen: what fits is said, what does not is picked all the same and kept with the word it was given, and
//! none of it shows while the screen hangs on the wall.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use driver::{Driver, noon};
use opstart::app::command::Command;
use opstart::app::model::Spot;
use opstart::app::overlay::{Overlay, Picker};
use opstart::domain::choices::*;
use opstart::domain::misfit::Aspect;
use opstart::domain::record::{Audience, When, YesNo};
use opstart::domain::session::{PickedOffer, Session};
use opstart::ui::{draw, theme::Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn new_session() -> Driver {
    let mut d = Driver::with_size(120, 40);
    d.keys("<ctrl+n><enter>");
    d
}

/// What is on the screen, line by line.
fn frame(d: &Driver) -> String {
    let size = d.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("a terminal");
    terminal.draw(|frame| draw(frame, &d.model, &Theme::mono())).expect("a picture");
    let cells = terminal.backend().buffer().content();
    let line = |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n";
    cells.chunks(usize::from(size.width)).map(line).collect()
}

/// The frame as one line of words, so that it does not matter where a sentence was wrapped within one column.
fn shown(d: &Driver) -> String {
    frame(d).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn picker(d: &Driver) -> &Picker {
    match d.model.overlays.last() {
        Some(Overlay::Picker(picker)) => picker,
        other => panic!("no picker: {other:?}"),
    }
}

/// Ids of the offers in the picker, from the top.
fn listed(d: &Driver) -> Vec<&str> {
    picker(d).hits.iter().map(|hit| d.model.library.offers[hit.offer].id.as_str()).collect()
}

fn start_meeting(d: &mut Driver) {
    d.keys("<alt+3>");
    d.press_until("<tab>", "the start", |d| d.work().focus == Spot::Do(Command::StartMeeting)).keys("<enter>");
    assert!(d.model.clock().is_some_and(|c| c.is_on()), "{}", d.look());
}

#[test]
fn an_offer_that_does_not_fit_is_picked_with_why_and_the_word_for_it_is_in_the_file() {
    let mut d = new_session();
    d.tab_to("age").keys("45<alt+5><f6>headspace");
    assert!(frame(&d).contains("! Passer ikke: alder"), "{}", frame(&d));
    assert!(shown(&d).contains("passer ikke: alder"), "the row says it too");

    d.keys("<enter>");
    assert!(d.message().contains("passer ikke: alder"), "{}", d.message());
    let pick = d.session().offers[0].clone();
    assert_eq!(pick.offer.id, "headspace", "nothing is blocked");
    let kept: Vec<_> = pick.misfits.iter().map(|m| (m.aspect, m.noted_on, m.checked)).collect();
    assert_eq!(kept, [(Aspect::Age, Some(d.model.today()), pick.offer.reviewed)]);
    assert!(pick.misfits[0].text.contains("45"), "{}", pick.misfits[0].text);

    d.keys("<esc><esc>");
    assert_eq!(d.field(), Some("despite"), "one is led to where the word belongs: {}", d.look());
    let advice = "headspace passer ikke helt.";
    assert!(shown(&d).contains(advice), "{}", frame(&d));
    d.keys("Hun kommer der i forvejen.");
    assert!(!shown(&d).contains(advice), "{}", frame(&d));

    let on_disk = d.on_disk();
    assert_eq!(on_disk.offers[0].despite, "Hun kommer der i forvejen.");
    assert_eq!(on_disk.offers[0].misfits, pick.misfits, "what it was given for stands beside it");
}

#[test]
fn an_offer_that_fits_asks_for_no_word() {
    let mut d = new_session();
    d.tab_to("age").keys("19").tab_to("area").keys("Byen<alt+5><f6>headspace");
    assert!(shown(&d).contains("Passer "), "{}", frame(&d));
    d.keys("<enter><esc><esc>");
    assert!(d.session().offers[0].misfits.is_empty());
    assert!(!frame(&d).contains("Hvorfor alligevel"), "{}", frame(&d));
}

#[test]
fn while_nobody_has_said_the_age_it_is_unknown_and_not_a_no() {
    let mut d = new_session();
    d.keys("<alt+5><f6>headspace");
    assert!(frame(&d).contains("Uvist: alder"), "{}", frame(&d));
    d.keys("<enter>");
    assert!(d.session().offers[0].misfits.is_empty());
}

#[test]
fn an_age_that_is_noted_later_is_held_against_what_was_picked() {
    let mut d = new_session();
    d.keys("<alt+5><f6>headspace<enter><esc><esc><alt+1>").tab_to("age").keys("45<alt+5>");
    assert!(shown(&d).contains("headspace passer ikke helt."), "{}", frame(&d));
}

#[test]
fn a_rule_about_days_follows_the_days() {
    let mut d = new_session();
    d.tab_to("benefit").keys("Arbejdsløshedsdagpenge<alt+5><f6>virksomhedspraktik<enter><esc><esc>");
    let rule = "højst 4 uger for ledige med dagpenge";
    let advice = |d: &Driver| shown(d).contains("Virksomhedspraktik passer ikke helt.");
    let id = d.session().offers[0].id;
    d.press_until("<down>", "the offer", |d| d.work().focus == Spot::Record(id)).keys("<enter>");
    assert!(shown(&d).contains(rule) && !advice(&d), "a reminder: {}", frame(&d));
    d.tab_to("starts").keys("1/12<tab>15/1<tab>");
    assert!(advice(&d), "{}", frame(&d));
    d.press_until("<up>", "the last day", |d| d.field() == Some("ends"));
    d.press_until("<backspace>", "an empty field", |d| d.session().offers[0].ends == When::Unset);
    d.keys("29/12<tab>");
    assert!(!advice(&d), "{}", frame(&d));
}

#[test]
fn the_word_keeps_what_the_days_brought_up() {
    let mut d = new_session();
    d.tab_to("benefit").keys("Arbejdsløshedsdagpenge<alt+5><f6>virksomhedspraktik<enter><esc><esc>");
    let id = d.session().offers[0].id;
    d.press_until("<down>", "the offer", |d| d.work().focus == Spot::Record(id)).keys("<enter>");
    d.tab_to("starts").keys("1/12<tab>15/1<tab>");
    d.press_until("<up>", "the word", |d| d.field() == Some("despite")).keys("Aftalt med a-kassen.");
    let kept: Vec<(&str, &str)> =
        d.session().offers[0].misfits.iter().map(|m| (m.rule.as_str(), m.source.as_str())).collect();
    assert!(matches!(kept.as_slice(), [("praktik-4-uger", source)] if source.contains("LAB")), "{kept:?}");
}

#[test]
fn on_the_wall_nothing_tells_what_the_citizen_lacks() {
    let mut d = new_session();
    d.tab_to("reference").keys("A.B.").tab_to("age").keys("45");
    start_meeting(&mut d);
    d.keys("<f6>headspace");
    for word in ["asser ikke", "Uvist", "45", "ilbudt før", "orslag"] {
        assert!(!frame(&d).contains(word), "{word}: {}", frame(&d));
    }
    d.keys("<enter>");
    assert!(!d.message().contains("passer"), "{}", d.message());
    assert_eq!(d.session().offers[0].misfits.len(), 1, "it is kept for staff");
    d.keys("<esc><esc><alt+5>");
    assert!(!shown(&d).contains("passer ikke") && !frame(&d).contains("Hvorfor alligevel"), "{}", frame(&d));
    assert!(d.work().for_citizen().offers[0].misfits.is_empty());
    d.keys("<ctrl+o>");
    assert!(shown(&d).contains("headspace passer ikke helt."), "{}", frame(&d));
}

/// A session of this citizen in which an offer was picked on this day.
fn earlier(id: &str, reference: &str, fictitious: bool, offer: &str, day: &str) -> Session {
    let mut session = Session { version: 2, id: id.into(), created: Some(noon()), fictitious, ..Session::default() };
    session.citizen.reference = reference.into();
    let mut pick = PickedOffer { picked_on: day.parse().ok(), ..PickedOffer::default() };
    pick.offer.id = offer.into();
    session.offers.push(pick);
    session
}

#[test]
fn what_was_offered_before_is_told_with_the_latest_day_and_its_file() {
    let mut d = Driver::with_size(120, 40);
    for (file, session) in [
        ("2025-01-01-aaaaaaaa.ron", earlier("aaaaaaaa", "A.B. 14", false, "bostoette-sel-85", "2025-01-01")),
        ("2026-03-14-bbbbbbbb.ron", earlier("bbbbbbbb", "a.b.14 ", false, "bostoette-sel-85", "2026-03-14")),
        ("2026-04-01-cccccccc.ron", earlier("cccccccc", "A.B. 14", true, "mentorstoette", "2026-04-01")),
        ("2026-05-01-dddddddd.ron", earlier("dddddddd", "C.D. 15", false, "vaerested", "2026-05-01")),
        ("2026-06-01-eeeeeeee.ron", earlier("eeeeeeee", "", false, "peer-stoette", "2026-06-01")),
    ] {
        d.put(file, &session);
    }
    d.keys("<ctrl+n><enter>").tab_to("reference").keys("A.B. 14<alt+5><f6>");
    let before: Vec<(&String, String)> =
        picker(&d).before.iter().map(|(offer, (day, _))| (offer, day.to_string())).collect();
    assert_eq!(before, [(&"bostoette-sel-85".to_owned(), "2026-03-14".to_owned())]);
    d.keys("bostøtte");
    assert!(shown(&d).contains("Tilbudt før: 14. marts 2026"), "{}", frame(&d));
}

#[test]
fn a_citizen_without_a_reference_was_never_offered_anything_before() {
    let mut d = new_session();
    d.keys("<esc>");
    d.put("2026-06-01-eeeeeeee.ron", &earlier("eeeeeeee", "", false, "peer-stoette", "2026-06-01"));
    d.keys("<ctrl+n><enter><alt+5><f6>");
    assert!(picker(&d).before.is_empty());
}

#[test]
fn the_approach_and_the_cards_change_what_comes_first_and_nothing_else() {
    let mut d = new_session();
    d.keys("<alt+5><f6>");
    let usual: Vec<String> = listed(&d).into_iter().map(str::to_owned).collect();
    d.keys("<esc><alt+1>").tab_to("approach").keys("<right><right><alt+5><f6>");
    assert_eq!(d.session().preparation.approach, Some(Approach::RelationFirst));
    let first = listed(&d)[0].to_owned();
    assert_ne!(first, usual[0]);
    assert!(shown(&d).contains("Forslag: relation først"), "{}", frame(&d));
    let mut now = listed(&d);
    let mut then: Vec<&str> = usual.iter().map(String::as_str).collect();
    let rest: Vec<&str> = now[picker(&d).suggested.len()..].to_vec();
    assert!(rest.is_sorted_by_key(|id| usual.iter().position(|u| u == id)), "the rest keeps its order");
    now.sort_unstable();
    then.sort_unstable();
    assert_eq!(now, then, "all of them can still be found");

    d.keys("mentor");
    let searched = listed(&d)[0];
    assert_eq!(d.model.library.offer(searched).map(|o| o.id.as_str()), Some("mentorstoette"));
    assert!(picker(&d).suggested.is_empty(), "what is searched for is not suggested");
}

#[test]
fn a_projected_list_is_not_ordered_by_what_was_prepared() {
    let mut d = new_session();
    d.tab_to("approach").keys("<right>");
    start_meeting(&mut d);
    d.keys("<f6>");
    assert!(picker(&d).suggested.is_empty());
    d.keys("<esc>");
    let session = &mut d.model.work.as_mut().expect("a session").session;
    let card = session.assessment.iter_mut().find(|c| c.theme == "bolig").expect("a card");
    (card.relevant, card.seen_by) = (Some(YesNo::Yes), Audience::Everyone);
    d.wait(1).keys("<alt+4><f6>");
    let first = d.model.library.offer(listed(&d)[0]).expect("an offer");
    assert!(first.themes.contains(&"bolig".to_owned()), "the cards are for everyone: {}", first.id);
}

#[test]
fn rules_about_the_meeting_stand_among_what_to_look_at() {
    let mut d = new_session();
    d.tab_to("benefit").keys("Uddannelseshjælp<alt+7>");
    assert!(shown(&d).contains("overgangsydelse og selvforsørgelses"), "{}", frame(&d));
}
