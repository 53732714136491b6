//! Statements about the shipped catalogue: the example municipality, its templates and every offer file beside them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use opstart::catalog::rules::Rule;
use opstart::domain::offer::{Offer, OfferState};
use opstart::domain::template::{Common, Municipality, Named, Template};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// Columns left for a prompt on the narrowest screen (80) with a margin on each side.
const PROMPT_COLUMNS: usize = 76;
const PLAIN_CHARACTERS: usize = 200;
const PLAIN_SENTENCE_WORDS: usize = 18;

fn catalog(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog").join(part)
}

/// Reads a file as the program does and fails on a field that the types do not know.
fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let mut reader = ron::Deserializer::from_str_with_options(&text, &options)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut unknown = Vec::new();
    let value = serde_ignored::deserialize(&mut reader, |field| unknown.push(field.to_string()))
        .unwrap_or_else(|error| panic!("{}: {error} at {:?}", path.display(), reader.span_error(error.clone())));
    reader.end().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(unknown.is_empty(), "{}: unknown fields {unknown:?}", path.display());
    value
}

fn municipality() -> Municipality {
    read(&catalog("municipality.ron"))
}

fn common() -> Common {
    read(&catalog("templates/common.ron"))
}

fn templates() -> Vec<Template> {
    ["adult", "youth", "family"].iter().map(|key| read(&catalog(&format!("templates/{key}.ron")))).collect()
}

fn offer_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(catalog("offers"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
}

fn offers() -> Vec<Offer> {
    offer_files().iter().flat_map(|path| read::<Vec<Offer>>(path)).collect()
}

fn keys(list: &[Named]) -> BTreeSet<&str> {
    list.iter().map(|named| named.key.as_str()).collect()
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Fails with every offer that breaks the rule, so that one run shows all of them.
fn every_offer(rule: &str, holds: impl Fn(&Offer) -> bool) {
    let broken: Vec<String> = offers().into_iter().filter(|offer| !holds(offer)).map(|offer| offer.id).collect();
    assert!(broken.is_empty(), "{rule}: {broken:?}");
}

#[test]
fn every_file_reads_without_unknown_fields() {
    assert!(!municipality().name.is_empty());
    assert!(!common().cards.is_empty());
    assert_eq!(templates().len(), 3);
    for path in offer_files() {
        assert!(!read::<Vec<Offer>>(&path).is_empty(), "{} is empty", path.display());
    }
}

#[test]
fn the_keys_of_the_municipality_are_unique_and_named() {
    let municipality = municipality();
    let lists = [
        &municipality.departments,
        &municipality.themes,
        &municipality.benefits,
        &municipality.areas,
        &municipality.laws,
        &municipality.case_systems,
    ];
    for list in lists {
        assert!(!list.is_empty());
        assert_eq!(keys(list).len(), list.len());
        assert!(list.iter().all(|named| !named.key.is_empty() && !named.name.is_empty()));
    }
    for list in lists.iter().filter(|list| **list != &municipality.laws) {
        assert!(list.iter().all(|named| is_key(&named.key)), "{:?}", keys(list));
    }
}

#[test]
fn an_offer_id_is_a_key_and_occurs_once() {
    every_offer("the id is lower-case letters, digits and hyphens", |offer| is_key(&offer.id));
    let mut seen = BTreeSet::new();
    for offer in offers() {
        assert!(seen.insert(offer.id.clone()), "{} occurs twice", offer.id);
    }
}

#[test]
fn an_offer_says_what_it_is_and_for_whom() {
    every_offer("name, plain text, description and target are written", |offer| {
        [&offer.name, &offer.plain, &offer.description, &offer.target].iter().all(|text| !text.is_empty())
    });
    every_offer("it can be found by other words", |offer| !offer.keywords.is_empty());
}

#[test]
fn the_text_for_the_citizen_is_short_and_without_paragraphs() {
    every_offer("at most 200 characters", |offer| offer.plain.chars().count() <= PLAIN_CHARACTERS);
    every_offer("no paragraph signs", |offer| !offer.plain.contains('§'));
    every_offer("at most 18 words in a sentence", |offer| {
        let sentences = offer.plain.split(['.', '!', '?']);
        sentences.map(|sentence| sentence.split_whitespace().count()).all(|words| words <= PLAIN_SENTENCE_WORDS)
    });
}

#[test]
fn an_offer_uses_only_words_the_municipality_knows() {
    let municipality = municipality();
    let departments = keys(&municipality.departments);
    let themes = keys(&municipality.themes);
    let benefits = keys(&municipality.benefits);
    let areas = keys(&municipality.areas);
    let laws = keys(&municipality.laws);
    let all_in = |list: &[String], known: &BTreeSet<&str>| list.iter().all(|key| known.contains(key.as_str()));
    every_offer("its department is known", |offer| departments.contains(offer.department.as_str()));
    every_offer("one to four known themes", |offer| {
        (1..=4).contains(&offer.themes.len()) && all_in(&offer.themes, &themes)
    });
    every_offer("its benefits are known", |offer| all_in(offer.benefits.as_deref().unwrap_or_default(), &benefits));
    every_offer("its areas are known", |offer| all_in(offer.areas.as_deref().unwrap_or_default(), &areas));
    every_offer("its laws are known", |offer| offer.legal.iter().all(|basis| laws.contains(basis.law.as_str())));
}

#[test]
fn an_offer_refers_only_to_other_offers_that_exist() {
    let ids: BTreeSet<String> = offers().into_iter().map(|offer| offer.id).collect();
    every_offer("combines with and requires other offers", |offer| {
        offer.combines_with.iter().chain(&offer.requires).all(|id| ids.contains(id) && *id != offer.id)
    });
}

#[test]
fn an_offer_that_cannot_be_used_says_why() {
    every_offer("closed or under review has a note", |offer| {
        offer.state == OfferState::Active || !offer.state_note.is_empty()
    });
}

#[test]
fn a_law_that_was_checked_says_where_and_one_without_source_is_marked() {
    every_offer("a day of checking has a source", |offer| {
        offer.legal.iter().all(|basis| basis.checked.is_none() || !basis.source.is_empty())
    });
    every_offer("without any source it is marked as not checked", |offer| {
        offer.legal.is_empty() || offer.legal.iter().any(|basis| !basis.source.is_empty()) || offer.unverified
    });
}

#[test]
fn a_rule_is_one_known_thing_with_a_source_and_honest_about_who_checked_it() {
    let rules: Vec<Rule> = read(&catalog("rules.ron"));
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), rules.len());
    let offers: BTreeSet<String> = offers().into_iter().map(|offer| offer.id).collect();
    for rule in &rules {
        assert!(is_key(&rule.id) && rule.text.ends_with('.') && !rule.source.is_empty(), "{}", rule.id);
        assert!(rule.offers.iter().all(|id| offers.contains(id)), "{}: {:?}", rule.id, rule.offers);
        assert_eq!(rule.offers.is_empty(), !rule.condition.is_about_an_offer(), "{}", rule.id);
        assert!(rule.valid_from.zip(rule.valid_to).is_none_or(|(from, to)| from <= to), "{}", rule.id);
    }
}

#[test]
fn a_paragraph_that_was_replaced_has_a_last_day_and_stands_beside_one_that_holds() {
    let replaced = |offer: &Offer| offer.legal.iter().filter(|basis| !basis.replaced_by.is_empty()).count();
    every_offer("what was replaced has ended", |offer| {
        offer.legal.iter().all(|basis| basis.replaced_by.is_empty() || basis.valid_to.is_some())
    });
    every_offer("something still carries it", |offer| replaced(offer) == 0 || replaced(offer) < offer.legal.len());
    assert!(offers().iter().map(replaced).sum::<usize>() >= 4);
}

#[test]
fn figures_of_an_offer_agree_with_each_other() {
    let ordered = |low: Option<u16>, high: Option<u16>| low.zip(high).is_none_or(|(low, high)| low <= high);
    every_offer("free places are at most all places", |offer| ordered(offer.free, offer.capacity));
    every_offer("shortest is at most longest", |offer| ordered(offer.duration.min_weeks, offer.duration.max_weeks));
    every_offer("youngest is at most oldest", |offer| {
        ordered(offer.ages.from.map(u16::from), offer.ages.to.map(u16::from))
    });
    every_offer("places and waiting time have the day they were told", |offer| {
        let told = offer.capacity.is_some() || offer.free.is_some() || offer.waiting_weeks.is_some();
        !told || offer.updated.is_some()
    });
    every_offer("the next review comes after the last", |offer| {
        offer.reviewed.zip(offer.next_review).is_none_or(|(last, next)| last < next)
    });
}

#[test]
fn no_contact_reaches_a_real_person() {
    every_offer("telephone and mail are plainly fictitious", |offer| {
        let contact = &offer.contact;
        (contact.phone.is_empty() || contact.phone.starts_with("70 0"))
            && (contact.email.is_empty() || contact.email.ends_with(".invalid"))
    });
}

#[test]
fn the_twelve_cards_are_the_themes_in_order_and_ask_the_citizen() {
    let municipality = municipality();
    let themes: Vec<String> = municipality.themes.into_iter().map(|theme| theme.key).collect();
    let cards = common().cards;
    assert_eq!(cards.len(), 12);
    assert_eq!(cards.iter().map(|card| card.theme.clone()).collect::<Vec<_>>(), themes);
    for card in &cards {
        let to_you = ["du", "dig", "din", "dit", "dine"];
        let words = card.ask.to_lowercase();
        let asks = words.split(|c: char| !c.is_alphabetic()).any(|word| to_you.contains(&word));
        assert!(asks && card.ask.ends_with('?'), "{}", card.ask);
    }
}

#[test]
fn the_checklist_has_seven_items_before_the_pre_meeting_and_fifteen_at_it() {
    let checklist = common().checklist;
    let at_it: Vec<bool> = checklist.iter().map(|line| line.at_pre_meeting).collect();
    let expected: Vec<bool> = (0..22).map(|place| place >= 7).collect();
    assert_eq!(at_it, expected);
    assert!(checklist.iter().all(|line| !line.text.is_empty() && !line.owner.is_empty() && !line.why.is_empty()));
}

#[test]
fn core_roles_come_first_and_every_role_has_a_known_department_or_none() {
    let municipality = municipality();
    let departments = keys(&municipality.departments);
    let roles = common().roles;
    assert!(roles.iter().is_sorted_by_key(|role| !role.core));
    assert_eq!(roles.iter().filter(|role| role.core).count(), 5);
    let names: BTreeSet<&str> = roles.iter().map(|role| role.key.as_str()).collect();
    assert_eq!(names.len(), roles.len());
    for role in &roles {
        assert!(is_key(&role.key) && !role.function.is_empty() && !role.says.is_empty(), "{}", role.key);
        assert!(role.department.is_empty() || departments.contains(role.department.as_str()), "{}", role.key);
    }
}

#[test]
fn a_prompt_fits_one_line_of_the_narrowest_screen() {
    let prompts = common().prompts;
    assert_eq!(prompts.len(), 14);
    for prompt in prompts {
        assert!(prompt.chars().count() <= PROMPT_COLUMNS, "{prompt}");
    }
}

#[test]
fn the_minutes_of_an_agenda_add_up() {
    for template in templates() {
        for agenda in &template.agendas {
            let sum: u16 = agenda.items.iter().map(|item| item.minutes).sum();
            assert_eq!(sum, agenda.minutes, "{} {}", template.key, agenda.minutes);
        }
    }
}

#[test]
fn each_kind_of_meeting_begins_with_its_usual_length() {
    let lengths: Vec<(String, Vec<u16>)> = templates()
        .into_iter()
        .map(|template| (template.key, template.agendas.iter().map(|agenda| agenda.minutes).collect()))
        .collect();
    let expected = [
        ("adult".to_owned(), vec![60, 45, 90]),
        ("youth".to_owned(), vec![60, 45]),
        ("family".to_owned(), vec![90, 60]),
    ];
    assert_eq!(lengths, expected);
}

#[test]
fn every_agenda_item_has_a_leader_an_aim_and_words_to_say() {
    for template in templates() {
        assert!(!template.name.is_empty());
        assert!(template.purposes.iter().all(|purpose| !purpose.name.is_empty() && !purpose.text.is_empty()));
        for item in template.agendas.iter().flat_map(|agenda| &agenda.items) {
            let texts = [&item.title, &item.lead, &item.aim, &item.cue];
            assert!(item.minutes > 0 && texts.iter().all(|text| !text.is_empty()), "{} {}", template.key, item.title);
        }
    }
}

#[test]
fn meetings_of_an_hour_or_more_have_one_break() {
    for agenda in templates().iter().flat_map(|template| &template.agendas) {
        let breaks = agenda.items.iter().filter(|item| item.pause).count();
        assert_eq!(breaks, usize::from(agenda.minutes >= 60), "{} minutes", agenda.minutes);
    }
}
