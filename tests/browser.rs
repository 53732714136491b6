//! The catalogue on screen, by the keyboard alone: found, compared, edited, taken out of use.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/driver.rs"]
mod driver;

use driver::Driver;
use opstart::app::browser::View;
use opstart::app::model::Screen;
use opstart::app::msg::{Msg, SaveTrouble};
use opstart::app::overlay::Overlay;
use opstart::catalog::browse::{Facet, Filters, Value};
use opstart::domain::offer::OfferState;
use opstart::domain::record::When;

fn catalog() -> Driver {
    let mut d = Driver::new();
    d.with_catalog().keys("<f6>");
    assert_eq!(d.model.screen, Screen::Catalog);
    d
}

fn names(d: &Driver) -> Vec<String> {
    d.model.browser.hits.iter().map(|hit| d.model.library.offers[hit.offer].name.clone()).collect()
}

/// Lines that are in one text and not in the other.
fn changed_lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let only = |a: &str, b: &str| a.lines().filter(|l| !b.lines().any(|o| o == *l)).map(str::to_owned).collect();
    (only(before, after), only(after, before))
}

#[test]
fn letters_search_and_digits_too_and_escape_leads_back_step_by_step() {
    let mut d = catalog();
    let all = d.model.browser.hits.len();
    d.keys("bostø");
    assert!(names(&d)[0].contains("ostøtte"), "{:?}", names(&d));
    d.keys("<esc>");
    assert_eq!((d.model.browser.query.as_str(), d.model.browser.hits.len()), ("", all));
    d.keys("SEL 85");
    assert!(!names(&d).is_empty());
    d.keys("<esc><esc>");
    assert_eq!(d.model.screen, Screen::Home);
    assert!(!d.ended);
}

#[test]
fn in_a_window_of_its_own_escape_never_ends_the_program() {
    let mut d = Driver::new();
    d.model.screen = Screen::Catalog;
    d.model.browser.own_window = true;
    d.with_catalog().keys("<esc>");
    assert!(!d.ended && d.message().contains("Ctrl+Q"), "{}", d.message());
    d.keys("<ctrl+q>");
    assert!(d.ended);
}

#[test]
fn a_filter_leaves_as_many_offers_as_its_line_says() {
    let mut d = catalog();
    d.keys("<tab>gratis");
    let Some(Overlay::Menu(menu)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    let said: usize = menu.current().expect("a filter").detail.parse().expect("a number");
    d.keys("<enter>");
    assert_eq!(d.model.browser.hits.len(), said);
    assert_eq!(d.model.browser.filters.get(Facet::Price), Some(&Value::Free));
    d.keys("<esc>");
    assert_eq!(d.model.browser.filters, Filters::default());
}

#[test]
fn the_space_bar_marks_filters_and_the_list_shows_at_once_what_the_others_would_leave() {
    let mut d = catalog();
    d.keys("<tab>rusmidler<space>");
    let Some(Overlay::Menu(menu)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert_eq!(menu.current().map(|i| i.marked), Some(Some(true)));
    let free = menu.items.iter().find(|i| i.text == "Egenbetaling: gratis").expect("a line").detail.clone();
    d.keys("<esc>");
    let offers = d.model.library.offers.iter();
    let count = offers.filter(|o| o.department == "rusmidler" && o.price == "gratis" && o.state != OfferState::Closed);
    assert_eq!(free, count.count().to_string());
}

#[test]
fn closed_offers_are_hidden_until_they_are_asked_for() {
    let mut d = catalog();
    let closed = d.model.library.offers.iter().filter(|o| o.state == OfferState::Closed).count();
    assert!(closed > 0);
    let shown = d.model.browser.hits.len();
    d.keys("<tab>vis alle<enter>");
    assert_eq!(d.model.browser.hits.len(), shown + closed);
}

#[test]
fn two_offers_stand_side_by_side_and_escape_puts_them_away() {
    let mut d = catalog();
    d.keys("<f4>");
    let first = d.offer().id.clone();
    d.keys("<down><f4>");
    assert_eq!((d.model.browser.view, d.model.browser.beside.clone()), (View::Compare, Some(first)));
    d.keys("<pagedown><end><esc>");
    assert_eq!((d.model.browser.view, d.model.browser.beside.clone()), (View::List, None));
}

#[test]
fn a_related_offer_is_jumped_to_and_escape_comes_back() {
    let mut d = catalog();
    let from = d.offer().clone();
    d.keys("<f5>");
    let Some(Overlay::Menu(menu)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert_eq!(menu.items[0].detail, "går godt sammen", "{from:?}");
    d.keys("<enter>");
    assert_ne!(d.offer().id, from.id);
    d.keys("<esc>");
    assert_eq!(d.offer().id, from.id);
}

#[test]
fn the_contact_goes_to_both_clipboards_and_the_screen_says_what_was_copied() {
    let mut d = catalog();
    d.keys("<f6>");
    let offer = d.offer().clone();
    assert!(d.clipboard.starts_with(&offer.name) && d.clipboard.contains(&offer.contact.phone));
    assert_eq!(d.model.clip, d.clipboard);
    assert!(d.message().contains(&offer.contact.phone), "{}", d.message());
}

#[test]
fn a_sheet_is_printed_and_its_place_is_said() {
    let mut d = catalog();
    d.keys("<f7>");
    let offer = d.offer();
    let sheet = &d.printed[&format!("{}.md", offer.id)];
    assert!(sheet.starts_with(&format!("# {}\n", offer.name)));
    assert!(d.message().contains("prints/"), "{}", d.message());
}

#[test]
fn the_catalogue_in_the_program_is_not_changed_but_can_be_written_out_first() {
    let mut d = Driver::new();
    d.keys("<f6><f8>");
    assert!(matches!(d.model.overlays.last(), Some(Overlay::Confirm(_))));
    d.keys("<enter>");
    assert!(d.catalog.is_none(), "the safe button has the focus");
    let id = d.offer().id.clone();
    d.keys("<f8><tab><enter>");
    assert!(d.catalog.is_some());
    assert_eq!((d.offer().id.as_str(), d.offer().reviewed), (id.as_str(), Some(d.model.today())));
}

#[test]
fn an_offer_is_edited_and_only_its_own_lines_change() {
    let mut d = catalog();
    d.keys("boligsocial anvisning<f2>");
    assert_eq!((d.model.screen, d.field()), (Screen::Form, Some("name")));
    let before = d.catalog.clone().unwrap();
    d.keys(" på øen").tab_to("contact_phone").keys("<ctrl+a>70 00 11 22<ctrl+s>");
    assert_eq!(d.message(), "Gemt: Boligsocial anvisning på øen");
    let after = d.catalog.clone().unwrap();
    let touched: Vec<&String> = before.keys().filter(|name| before[*name] != after[*name]).collect();
    assert_eq!(touched, ["offers/bolig.ron"]);
    let (old, new) = changed_lines(&before[touched[0]], &after[touched[0]]);
    assert_eq!(old.len(), 2, "{old:?}");
    assert_eq!(new[0], "        name: \"Boligsocial anvisning på øen\",");
    d.keys("<esc>");
    assert_eq!(d.model.screen, Screen::Catalog);
    assert_eq!(d.offer().name, "Boligsocial anvisning på øen");
}

#[test]
fn what_is_typed_in_the_form_can_be_taken_back_and_done_again() {
    let mut d = catalog();
    d.keys("<f2>");
    let name = d.offer().name.clone();
    let shown = |d: &Driver| d.session().desk.as_ref().unwrap().name.clone();
    d.keys(" æøå<ctrl+z>");
    assert_eq!(shown(&d), name);
    d.keys("<ctrl+y>");
    assert_eq!(shown(&d), format!("{name} æøå"));
}

#[test]
fn leaving_the_form_saves_it() {
    let mut d = catalog();
    let id = d.offer().id.clone();
    d.keys("<f2> igen<esc>");
    assert_eq!(d.model.screen, Screen::Catalog);
    assert!(d.model.library.offer(&id).unwrap().name.ends_with(" igen"));
    assert_eq!(d.offer().id, id);
    d.keys("<ctrl+z>");
    assert!(!d.model.library.offer(&id).unwrap().name.ends_with(" igen"), "{}", d.message());
}

#[test]
fn a_new_offer_gets_an_id_from_its_name_and_goes_to_its_department() {
    let mut d = catalog();
    d.keys("<insert>Gårdhave på Ærø").tab_to("department").keys("Bolig<tab>");
    d.tab_to("themes").keys("<alt+down><enter><ctrl+s>");
    let offer = d.model.library.offer("gaardhave-paa-aeroe").expect("the new offer");
    assert_eq!((offer.department.as_str(), offer.themes.len()), ("bolig", 1));
    assert!(d.catalog.as_ref().unwrap()["offers/bolig.ron"].contains("gaardhave-paa-aeroe"));
    d.keys("<esc>");
    assert_eq!(d.offer().id, "gaardhave-paa-aeroe");
}

#[test]
fn a_draft_that_cannot_be_saved_waits_and_nothing_ends_the_program_unasked() {
    let mut d = catalog();
    d.keys("<insert>").tab_to("plain").keys("Du får ro.<esc><tab><enter>");
    assert_eq!(d.model.screen, Screen::Catalog);
    d.keys("<ctrl+q>");
    assert!(matches!(d.model.overlays.last(), Some(Overlay::Confirm(_))) && !d.ended);
    d.keys("<enter><insert>");
    assert_eq!(d.session().desk.as_ref().unwrap().plain, "Du får ro.");
}

#[test]
fn what_somebody_else_changed_is_not_overwritten_and_the_draft_can_be_put_on_top() {
    let mut d = catalog();
    d.keys("boligsocial anvisning<f2> her");
    let files = d.catalog.as_mut().unwrap();
    let theirs =
        files["offers/bolig.ron"].replacen("duration: (note: \"én gang\")", "duration: (note: \"to gange\")", 1);
    files.insert("offers/bolig.ron".into(), theirs.clone());
    d.keys("<ctrl+s>");
    assert!(d.message().contains("Intet er overskrevet"), "{}", d.message());
    assert_eq!((d.model.screen, &d.catalog.as_ref().unwrap()["offers/bolig.ron"]), (Screen::Form, &theirs));
    d.keys("<ctrl+s>");
    let offer = d.model.library.offer("boligsocial-anvisning").unwrap();
    assert_eq!((offer.name.as_str(), offer.duration.note.as_str()), ("Boligsocial anvisning her", "to gange"));
}

#[test]
fn a_full_disk_loses_nothing_that_was_typed() {
    let mut d = catalog();
    d.disk_trouble = Some(SaveTrouble::DiskFull);
    d.keys("<f2> æ<esc>");
    assert_eq!(d.model.screen, Screen::Form);
    assert!(d.message().contains("IKKE gemt"), "{}", d.message());
    d.disk_trouble = None;
    d.keys("<esc>");
    assert!(d.offer().name.ends_with(" æ"));
}

#[test]
fn an_offer_is_retired_with_its_reason_and_that_can_be_taken_back() {
    let mut d = catalog();
    let before = d.offer().clone();
    d.keys("<delete>Puljen er brugt på Læsø<enter>");
    let retired = d.offer().clone();
    assert_eq!((retired.id.as_str(), retired.state), (before.id.as_str(), OfferState::Closed));
    assert_eq!(retired.state_note, "22.11.2026: Puljen er brugt på Læsø");
    d.keys("<ctrl+z>");
    assert_eq!(*d.model.library.offer(&before.id).unwrap(), before);
}

#[test]
fn one_key_says_that_an_offer_was_gone_through_today_and_not_that_it_was_verified() {
    let mut d = catalog();
    assert!(d.offer().unverified);
    d.keys("<f8>");
    assert_eq!((d.offer().reviewed, d.offer().unverified), (Some(d.model.today()), true));
    d.keys("<ctrl+p>kontrolleret mod loven<enter>");
    assert!(!d.offer().unverified);
}

#[test]
fn a_day_that_is_not_understood_is_pointed_out_and_not_lost() {
    let mut d = catalog();
    d.keys("<f2>").tab_to("reviewed").keys("engang<ctrl+s>");
    assert_eq!(d.field(), Some("reviewed"));
    let draft = d.session().desk.as_ref().unwrap();
    assert_eq!(draft.reviewed, When::Typed("engang".into()));
}

#[test]
fn a_system_that_ends_the_program_does_not_take_the_form_with_it() {
    let mut d = catalog();
    let id = d.offer().id.clone();
    d.keys("<f2> æ");
    d.send(Msg::Terminate);
    assert!(d.ended && d.model.library.offer(&id).unwrap().name.ends_with(" æ"));
}

#[test]
fn an_open_form_is_no_meeting() {
    let mut d = catalog();
    d.keys("<f2><f4><f9><ctrl+n><alt+3><f12>");
    assert_eq!((d.model.screen, d.model.overlays.len()), (Screen::Form, 0));
    assert!(d.files.is_empty(), "no session is written");
}

#[test]
fn from_finding_to_a_missing_offer_in_a_meeting() {
    let mut d = catalog();
    d.keys("mentorstøtte").keys("<enter><f2>");
    let id = d.offer().id.clone();
    d.tab_to("plain").keys("<ctrl+a>En mentor følger dig til møder på Ærø.<esc>");
    assert_eq!(d.model.library.offer(&id).unwrap().plain, "En mentor følger dig til møder på Ærø.");
    d.keys("<delete>Afløst af et andet tilbud<enter>");
    assert_eq!(d.model.library.offer(&id).unwrap().state, OfferState::Closed);
    d.keys("<esc><esc><esc><esc>");
    assert_eq!(d.model.screen, Screen::Home);
    // The meeting's picker has the catalogue as it is now.
    d.keys("<ctrl+n><enter><f6>mentor");
    let Some(Overlay::Picker(picker)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert!(picker.hits.iter().all(|hit| d.model.library.offers[hit.offer].id != id));
    d.keys("<esc>natbus til rådhuset<ctrl+t>");
    assert_eq!(d.session().missing_offers[0].what, "natbus til rådhuset");
    assert_eq!(d.on_disk(), *d.session());
}

/// The advice on the page of the form.
fn advice(d: &Driver) -> Vec<String> {
    let page = opstart::app::page::page(&d.model);
    let note = |row: &opstart::app::page::Placed| match &row.row {
        opstart::app::page::Row::Note { lines, advice: true } => Some(lines.join(" ")),
        _ => None,
    };
    page.rows.iter().filter_map(note).collect()
}

#[test]
fn ages_that_fit_nobody_and_departments_nobody_knows_are_advised_against_at_the_field() {
    let mut d = catalog();
    d.keys("<f2>").tab_to("department").keys("<ctrl+a>Boligen");
    assert!(advice(&d).iter().any(|line| line.contains("kommunens liste")), "{:?}", advice(&d));
    d.keys("<ctrl+a>Bolig");
    assert_eq!(advice(&d), Vec::<String>::new());
    d.tab_to("age_from").keys("<delete>50").tab_to("age_to").keys("<delete>20");
    assert!(advice(&d).iter().any(|line| line.contains("yngste alder")), "{:?}", advice(&d));
}

#[test]
fn an_age_nobody_has_is_refused_with_a_sentence() {
    let mut d = catalog();
    d.keys("<f2>").tab_to("age_to").keys("<delete>19");
    assert_eq!(d.message(), "");
    d.keys("0");
    assert_eq!(d.session().desk.as_ref().unwrap().age_to, Some(19));
    assert!(d.message().contains("højst være 120"), "{}", d.message());
    d.keys("<tab>");
    assert!(d.message().contains("højst"), "still said where the number was left: {}", d.message());
}

/// The form with a name typed, and another name in the file meanwhile.
fn two_names() -> Driver {
    let mut d = catalog();
    d.keys("boligsocial anvisning<f2> her");
    let files = d.catalog.as_mut().unwrap();
    let theirs = files["offers/bolig.ron"].replacen("name: \"Boligsocial anvisning\"", "name: \"Boliganvisning\"", 1);
    files.insert("offers/bolig.ron".into(), theirs);
    d.keys("<ctrl+s><ctrl+s>");
    d
}

fn on_disk(d: &Driver) -> String {
    d.model.library.offer("boligsocial-anvisning").unwrap().name.clone()
}

#[test]
fn where_two_changed_the_same_field_both_texts_are_shown_before_one_of_them_stands() {
    let mut d = two_names();
    let Some(Overlay::Confirm(confirm)) = d.model.overlays.last() else { panic!("{}", d.look()) };
    assert!(confirm.text.contains("”Boliganvisning”") && confirm.text.contains("”Boligsocial anvisning her”"));
    d.keys("<enter>");
    assert_eq!(
        (d.model.screen, on_disk(&d).as_str()),
        (Screen::Form, "Boliganvisning"),
        "the safe button saves nothing"
    );
    d.keys("<ctrl+s><left><enter>");
    assert_eq!(on_disk(&d), "Boligsocial anvisning her");
}

#[test]
fn their_text_can_be_taken_and_that_can_be_taken_back() {
    let mut d = two_names();
    d.keys("<tab><enter>");
    assert_eq!(
        (d.session().desk.as_ref().unwrap().name.as_str(), on_disk(&d).as_str()),
        ("Boliganvisning", "Boliganvisning")
    );
    d.keys("<ctrl+z>");
    assert_eq!(d.session().desk.as_ref().unwrap().name, "Boligsocial anvisning her");
}

#[test]
fn an_offer_of_another_department_moves_to_the_file_of_that_department_and_back_again() {
    let mut d = catalog();
    d.keys("boligsocial anvisning<f2>").tab_to("department").keys("<ctrl+a>Rusmidler og spil<tab><ctrl+s><esc>");
    let id = "\"boligsocial-anvisning\"";
    let file = |d: &Driver, name: &str| d.catalog.as_ref().unwrap()[name].contains(&format!("id: {id}"));
    assert!(!file(&d, "offers/bolig.ron") && file(&d, "offers/rusmidler.ron"), "{}", d.message());
    assert_eq!(d.model.library.offer("boligsocial-anvisning").unwrap().department, "rusmidler");
    d.keys("<ctrl+z>");
    assert!(file(&d, "offers/bolig.ron") && !file(&d, "offers/rusmidler.ron"), "{}", d.message());
}

#[test]
fn going_through_offers_one_by_one_leaves_the_filter_as_it_is() {
    let mut d = catalog();
    d.keys("<tab>aldrig<enter>");
    let (filters, count) = (d.model.browser.filters.clone(), d.model.browser.hits.len());
    assert_ne!(filters, Filters::default(), "{}", d.look());
    d.keys("<f8>");
    assert_eq!(d.model.browser.filters, filters);
    assert!(d.model.browser.hits.len() < count, "{}", d.message());
}

#[test]
fn a_new_offer_nothing_was_written_in_is_gone_on_escape_and_one_with_something_is_asked_about() {
    let mut d = catalog();
    let count = d.model.library.offers.len();
    d.keys("<insert><esc>");
    assert_eq!((d.model.screen, d.model.overlays.len()), (Screen::Catalog, 0));
    d.keys("<insert>Gårdhave<esc>");
    assert!(matches!(d.model.overlays.last(), Some(Overlay::Confirm(_))), "{}", d.look());
    assert_eq!(d.model.library.offers.len(), count, "nothing is saved unasked");
    d.keys("<enter>");
    assert_eq!(d.model.screen, Screen::Form);
    d.keys("<esc><left><enter>");
    assert_eq!((d.model.screen, d.model.library.offers.len()), (Screen::Catalog, count));
    d.keys("<insert>Gårdhave<esc><tab><enter>");
    assert_eq!((d.model.screen, d.model.library.offers.len()), (Screen::Catalog, count + 1));
    d.keys("<ctrl+z>");
    assert!(d.message().contains("Delete tager det ud af brug"), "{}", d.message());
}
