//! One service, with all that belongs to it, as an offer.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::super::cells::{day, number};
use super::super::columns::{self, COLUMNS};
use super::super::names::{List, Names};
use super::super::plain::NO_DEPARTMENT;
use super::super::report::{Kind, Report};
use super::OWN;
use crate::catalog::clean::{clean, clean_line};
use crate::domain::offer::{Offer, OfferState};

/// As many telephones, places or hours as an offer names.
const MOST: usize = 5;

/// A name longer than this is a sentence: it describes an area and does not name it.
const LONGEST_AREA: usize = 60;

/// The offer of a service; `None` where it has neither id nor name.
pub(super) fn offer(
    service: &Map<String, Value>,
    place: (&str, usize),
    names: &mut Names<'_>,
    report: &mut Report,
) -> Option<Offer> {
    let own = own_cells(service);
    let is_own = |name: &str| own.iter().any(|(at, _)| COLUMNS.get(*at).is_some_and(|column| column.name == name));
    let mut offer = Offer {
        id: clean_line(&text(service, "id")),
        name: clean_line(&text(service, "name")),
        description: text(service, "description"),
        target: lines([
            text(service, "eligibility_description"),
            text(service, "eligibility"),
            text(service, "audience"),
        ]),
        referral: lines([
            text(service, "application_process"),
            documents(service),
            first(service, &["url", "website"]),
        ]),
        price: price(service),
        owner: text(service, "assurer_email"),
        state_note: text(service, "alert"),
        ..Offer::default()
    };
    if offer.id.is_empty() && offer.name.is_empty() {
        report.add(Kind::EmptyRow, place.0, place.1, "", "");
        return None;
    }
    if !is_own("afdeling") {
        let organization = record(service, "organization").map(|map| text(map, "name")).unwrap_or_default();
        let name = if organization.is_empty() { NO_DEPARTMENT } else { &organization };
        offer.department = names.key(List::Departments, &as_name(name));
    }
    if !is_own("kategori") {
        let terms = terms(service);
        offer.themes = terms.iter().map(|term| names.key(List::Themes, &as_name(term))).collect();
    }
    values(service, &mut offer, place, report);
    eligibility(service, &mut offer);
    state(service, &mut offer);
    areas(service, &mut offer, names, is_own("områder"));
    places(service, &mut offer);
    contact(service, &mut offer);
    keywords(service, &mut offer);
    offer.languages = languages(service);
    for (at, cell) in own {
        let Some(column) = COLUMNS.get(at) else { continue };
        column.clear(&mut offer);
        if !cell.is_empty()
            && let Err(bad) = column.take(&mut offer, &cell, names)
        {
            report.add(Kind::BadValue, place.0, place.1, column.name, &bad);
        }
    }
    Some(offer)
}

/// A name that does not look as if it said its own key.
fn as_name(name: &str) -> String {
    clean_line(name).replace('[', "(").replace(']', ")")
}

/// The cells that an export of ours has put into attributes.
fn own_cells(service: &Map<String, Value>) -> Vec<(usize, String)> {
    let mut cells: Vec<(usize, String)> = Vec::new();
    for attribute in records(service, "attributes") {
        let term = match text(attribute, "taxonomy_term_id") {
            id if id.is_empty() => record(attribute, "taxonomy_term").map(|term| text(term, "id")).unwrap_or_default(),
            id => id,
        };
        let column = term.strip_prefix(OWN).and_then(columns::find);
        if let Some(column) = column.filter(|at| !cells.iter().any(|(known, _)| known == at)) {
            let value = attribute.get("value").and_then(Value::as_str).unwrap_or_default();
            cells.push((column, clean(value)));
        }
    }
    cells.sort();
    cells
}

fn text(map: &Map<String, Value>, field: &str) -> String {
    map.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn first(map: &Map<String, Value>, fields: &[&str]) -> String {
    fields.iter().map(|field| text(map, field)).find(|text| !text.is_empty()).unwrap_or_default()
}

fn record<'a>(map: &'a Map<String, Value>, field: &str) -> Option<&'a Map<String, Value>> {
    map.get(field).and_then(Value::as_object)
}

fn records<'a>(map: &'a Map<String, Value>, field: &str) -> Vec<&'a Map<String, Value>> {
    let list = map.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_object).collect()
}

/// The texts that are there, each once, on lines of their own.
fn lines(texts: impl IntoIterator<Item = String>) -> String {
    each_once(texts, "\n")
}

fn each_once(texts: impl IntoIterator<Item = String>, between: &str) -> String {
    let mut seen = HashSet::new();
    let texts = texts.into_iter().filter(|text| !text.is_empty() && seen.insert(text.clone()));
    texts.collect::<Vec<_>>().join(between)
}

fn documents(service: &Map<String, Value>) -> String {
    let listed = records(service, "required_documents").into_iter().map(|map| text(map, "document"));
    lines(listed.chain([text(service, "required_documents")]))
}

fn price(service: &Map<String, Value>) -> String {
    let option = |map: &Map<String, Value>| {
        let parts = ["option", "amount", "currency", "amount_description"].map(|field| text(map, field));
        each_once(parts, " ")
    };
    let options = records(service, "cost_options").into_iter().map(option);
    lines([text(service, "fees_description"), text(service, "fees")].into_iter().chain(options))
}

/// The last part of an older name of a term: only what it is itself.
fn terms(service: &Map<String, Value>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut terms = Vec::new();
    let lists = ["attributes", "service_taxonomys", "service_taxonomies", "taxonomy_terms"];
    for attribute in lists.iter().flat_map(|list| records(service, list)) {
        let nested = ["taxonomy_term", "taxonomy"].iter().find_map(|field| record(attribute, field));
        let is_own = ["taxonomy_term_id"].iter().any(|field| text(attribute, field).starts_with(OWN))
            || nested.is_some_and(|term| text(term, "id").starts_with(OWN));
        let name = nested.map(|term| first(term, &["name", "term"])).unwrap_or_default();
        if !is_own && !name.is_empty() && seen.insert(name.to_lowercase()) {
            terms.push(name);
        }
    }
    terms
}

fn values(service: &Map<String, Value>, offer: &mut Offer, (file, row): (&str, usize), report: &mut Report) {
    let mut bad = |field: &str, text: &str| report.add(Kind::BadValue, file, row, field, text);
    for (field, age) in [("minimum_age", &mut offer.ages.from), ("maximum_age", &mut offer.ages.to)] {
        let written = text(service, field);
        if !written.is_empty() {
            *age = number(&written);
            if age.is_none() {
                bad(field, &written);
            }
        }
    }
    let assured = text(service, "assured_date");
    if !assured.is_empty() {
        offer.reviewed = day(&assured);
        if offer.reviewed.is_none() {
            bad("assured_date", &assured);
        }
    }
    let wait = text(service, "wait_time");
    match weeks(&wait) {
        Some(weeks) => offer.waiting_weeks = Some(weeks),
        // What is no length of time still says when one can start.
        None => offer.start = wait,
    }
}

/// A length of time in weeks: "3 weeks", "2 uger".
fn weeks(text: &str) -> Option<u16> {
    let (count, unit) = text.trim().split_once(' ')?;
    let is_weeks = matches!(unit.to_lowercase().as_str(), "week" | "weeks" | "uge" | "uger");
    if is_weeks { number(count) } else { None }
}

/// Until 2.x who may come stood in a table of its own.
fn eligibility(service: &Map<String, Value>, offer: &mut Offer) {
    for list in ["eligibilities", "eligibilitys"] {
        for map in records(service, list) {
            offer.target = lines([offer.target.clone(), text(map, "eligibility")]);
            offer.ages.from = offer.ages.from.or_else(|| number(&text(map, "minimum_age")));
            offer.ages.to = offer.ages.to.or_else(|| number(&text(map, "maximum_age")));
        }
    }
}

fn state(service: &Map<String, Value>, offer: &mut Offer) {
    let status = text(service, "status");
    offer.state = match status.to_lowercase().as_str() {
        "inactive" | "defunct" => OfferState::Closed,
        "temporarily closed" => OfferState::UnderReview,
        _ => OfferState::Active,
    };
    if offer.state != OfferState::Active && offer.state_note.is_empty() {
        offer.state_note = status;
    }
}

fn areas(service: &Map<String, Value>, offer: &mut Offer, names: &mut Names<'_>, is_own: bool) {
    let listed = records(service, "service_areas").into_iter().map(|map| first(map, &["name", "service_area"]));
    let written = text(service, "service_areas");
    let written = written.split(',').map(|area| area.trim().to_owned());
    let areas: Vec<String> = listed.chain(written).filter(|area| !area.is_empty()).collect();
    let (named, described): (Vec<String>, Vec<String>) =
        areas.into_iter().partition(|area| area.chars().count() <= LONGEST_AREA);
    if !named.is_empty() && !is_own {
        offer.areas = Some(named.iter().map(|area| names.key(List::Areas, &as_name(area))).collect());
    }
    offer.target = lines([offer.target.clone()].into_iter().chain(described));
}

fn places(service: &Map<String, Value>, offer: &mut Offer) {
    let mut found = Vec::new();
    let mut travel = Vec::new();
    for place in records(service, "service_at_locations") {
        let Some(location) = record(place, "location") else { continue };
        found.push(place_text(location, &offer.name));
        travel.push(text(location, "transportation"));
        let access = accessibility(location);
        for text in &access {
            offer.accessible = offer.accessible.or_else(|| is_accessible(text));
        }
        travel.extend(access);
    }
    found.truncate(MOST);
    travel.truncate(2 * MOST);
    offer.place = lines(found);
    offer.transport = lines(travel);
}

/// Name and address on one line; a place called as the service is only its address.
fn place_text(location: &Map<String, Value>, service: &str) -> String {
    let name = Some(text(location, "name")).filter(|name| !name.eq_ignore_ascii_case(service)).unwrap_or_default();
    let addresses = [records(location, "addresses"), records(location, "physical_addresses")].concat();
    let physical = addresses.iter().find(|map| text(map, "address_type") != "postal").or(addresses.first());
    let parts = physical.map(|map| {
        let city = each_once([text(map, "postal_code"), text(map, "city")], " ");
        [text(map, "address_1"), text(map, "address_2"), city]
    });
    let url = if text(location, "location_type") == "virtual" { text(location, "url") } else { String::new() };
    each_once([name].into_iter().chain(parts.into_iter().flatten()).chain([url]), ", ")
}

fn accessibility(location: &Map<String, Value>) -> Vec<String> {
    let lists = ["accessibility", "accessibility_for_disabilities"];
    let listed = lists
        .iter()
        .flat_map(|list| records(location, list))
        .map(|map| lines([first(map, &["accessibility", "description"]), text(map, "details")]));
    listed.chain([text(location, "accessibility").replace('_', " ")]).filter(|text| !text.is_empty()).collect()
}

/// Whether a description says that all can get in; `None` where it is not plain, for a guess could hurt.
fn is_accessible(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let says = ["accessible", "wheelchair", "ramp", "kørestol", "niveaufri"].iter().any(|word| text.contains(word));
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let doubts = words.any(|word| {
        matches!(
            word,
            "no" | "not" | "without" | "limited" | "partial" | "partially" | "inaccessible" | "ikke" | "delvis"
        )
    });
    (says && !doubts).then_some(true)
}

/// All levels a thing can belong to: the service, the service at a place, the place.
fn levels(service: &Map<String, Value>) -> Vec<&Map<String, Value>> {
    let places = records(service, "service_at_locations");
    let locations: Vec<_> = places.iter().filter_map(|place| record(place, "location")).collect();
    [vec![service], places, locations].concat()
}

fn contact(service: &Map<String, Value>, offer: &mut Offer) {
    let levels = levels(service);
    let contacts: Vec<_> = levels.iter().flat_map(|map| records(map, "contacts")).collect();
    let person = |map: &&Map<String, Value>| each_once([text(map, "name"), text(map, "title")], ", ");
    let phones = levels.iter().flat_map(|map| records(map, "phones"));
    let phones = phones.chain(contacts.iter().flat_map(|map| records(map, "phones"))).map(phone);
    let emails = [text(service, "email")].into_iter().chain(contacts.iter().map(|map| text(map, "email")));
    let organization = record(service, "organization").map(|map| text(map, "email"));
    offer.contact.name = some(contacts.iter().map(person));
    offer.contact.phone = some(phones);
    offer.contact.email = emails.chain(organization).find(|email| !email.is_empty()).unwrap_or_default();
    let hours =
        levels.iter().map(|map| hours(&[records(map, "schedules"), records(map, "regular_schedules")].concat()));
    offer.contact.hours = hours.into_iter().find(|hours| !hours.is_empty()).unwrap_or_default();
}

/// The first few, each once.
fn some(texts: impl Iterator<Item = String>) -> String {
    let mut seen = HashSet::new();
    let texts = texts.filter(|text| !text.is_empty() && seen.insert(text.clone())).take(MOST);
    texts.collect::<Vec<_>>().join("; ")
}

/// A number to call; a fax is none.
fn phone(map: &Map<String, Value>) -> String {
    if first(map, &["type", "number_type"]).eq_ignore_ascii_case("fax") {
        return String::new();
    }
    let number = clean_line(text(map, "number").trim_matches('"'));
    match text(map, "extension") {
        extension if extension.is_empty() || number.is_empty() => number,
        extension => format!("{number} lok. {extension}"),
    }
}

/// Opening hours in the words the file has, else made of days and times; days with the same times together.
fn hours(schedules: &[&Map<String, Value>]) -> String {
    let words = |map: &&Map<String, Value>| first(map, &["description", "original_text"]);
    let in_words = lines(schedules.iter().map(words));
    if !in_words.is_empty() {
        return in_words;
    }
    let mut rows: Vec<(String, Vec<&'static str>)> = Vec::new();
    for map in schedules {
        let times = each_once([time(&text(map, "opens_at")), time(&text(map, "closes_at"))], "-");
        if times.is_empty() {
            continue;
        }
        let days = first(map, &["byday", "weekday"]);
        let days = days.split([',', ' ']).filter_map(weekday);
        match rows.iter_mut().find(|(known, _)| *known == times) {
            Some((_, known)) => known.extend(days),
            None => rows.push((times, days.collect())),
        }
    }
    let row = |(times, days): &(String, Vec<&'static str>)| format!("{} {times}", days.join(", ")).trim().to_owned();
    rows.iter().map(row).collect::<Vec<_>>().join("; ")
}

/// `08:00:00` without its seconds; other ways of writing stay.
fn time(text: &str) -> String {
    let text = text.trim();
    let head = text.get(..5).unwrap_or(text);
    let is_clock = text.len() >= 8 && text.is_ascii() && head.as_bytes().get(2) == Some(&b':');
    if is_clock && text.get(5..6) == Some(":") { head.to_owned() } else { text.to_owned() }
}

/// The Danish short name of a day: of `MO`, `Monday` or `1`.
fn weekday(day: &str) -> Option<&'static str> {
    const DAYS: [(&str, &str); 7] =
        [("mo", "man"), ("tu", "tir"), ("we", "ons"), ("th", "tor"), ("fr", "fre"), ("sa", "lør"), ("su", "søn")];
    let day = day.trim().trim_start_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '+').to_lowercase();
    DAYS.iter().find(|(short, _)| day.starts_with(short)).map(|(_, danish)| *danish)
}

fn keywords(service: &Map<String, Value>, offer: &mut Offer) {
    let listed = text(service, "keywords");
    let program = record(service, "program").map(|map| text(map, "name"));
    let words = [text(service, "alternate_name")]
        .into_iter()
        .chain(program)
        .chain(listed.split(',').map(|word| word.trim().to_owned()))
        .filter(|word| !word.is_empty());
    let mut seen = HashSet::new();
    offer.keywords = words.filter(|word| seen.insert(word.to_lowercase())).collect();
}

fn languages(service: &Map<String, Value>) -> String {
    let levels = levels(service);
    let listed = levels.iter().flat_map(|map| records(map, "languages"));
    let listed = listed.map(|map| first(map, &["name", "language", "code"]));
    let names = each_once(listed.chain([text(service, "languages")]), ", ");
    lines([text(service, "interpretation_services"), names])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_that_leaves_doubt_is_no_yes() {
        assert_eq!(is_accessible("Wheelchair access is possible on all levels."), Some(true));
        for text in ["Not wheelchair accessible", "Limited wheelchair access", "Induction loop", ""] {
            assert_eq!(is_accessible(text), None, "{text}");
        }
    }

    #[test]
    fn opening_hours_are_put_together_by_time() {
        let row = |day: &str, from: &str, to: &str| {
            Map::from_iter(
                [("weekday", day), ("opens_at", from), ("closes_at", to)].map(|(k, v)| (k.to_owned(), v.into())),
            )
        };
        let rows = [row("Monday", "08:00", "17:00"), row("Tuesday", "08:00", "17:00"), row("SU", "9am", "10:00:00")];
        assert_eq!(hours(&rows.iter().collect::<Vec<_>>()), "man, tir 08:00-17:00; søn 9am-10:00");
    }
}
