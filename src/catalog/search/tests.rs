#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;
use crate::catalog::library::Library;
use crate::catalog::synonyms::{Relation, Synonym};
use crate::domain::offer::{LegalBasis, OfferState};

fn offer(id: &str, name: &str, description: &str) -> Offer {
    Offer { id: id.into(), name: name.into(), description: description.into(), ..Offer::default() }
}

fn with_law(id: &str, name: &str, law: &str, paragraph: &str) -> Offer {
    let basis = LegalBasis { law: law.into(), paragraph: paragraph.into(), ..LegalBasis::default() };
    Offer { legal: vec![basis], ..offer(id, name, "") }
}

fn offers() -> Vec<Offer> {
    vec![
        with_law("bostoette", "Bostøtte", "SEL", "85"),
        with_law("praktik", "Virksomhedspraktik", "LAB", "57-61"),
        with_law("gruppe", "Gruppebaseret hjælp", "SEL", "82 a"),
        with_law("samvaer", "Aktivitets- og samværstilbud", "SEL", "104"),
        with_law("raad", "Åben rådgivning", "SEL", "10"),
        offer("gaeld", "Gældsrådgivning", "Frivillige hjælper med budget og kviklån."),
        offer("kontakt", "Støtte- og kontaktperson", "Opsøger den, der er isoleret."),
        offer("varmestue", "Varmestue", "Et sted med mad, fællessang og samtaler."),
        offer("alkohol", "Alkoholbehandling", "Behandling for alkoholproblemer."),
    ]
}

fn synonyms() -> Synonyms {
    let entry = |from: &str, to: &[&str], both| Synonym {
        from: from.into(),
        to: to.iter().map(|to| (*to).to_owned()).collect(),
        both,
        relation: Relation::Lay,
        source: String::new(),
    };
    Synonyms { entries: vec![entry("hjemmevejleder", &["bostøtte"], true), entry("druk", &["alkohol"], false)] }
}

fn found(query: &str) -> Vec<String> {
    let offers = offers();
    let hits = Index::new(&offers, &synonyms()).search(query, 10, &Filter::default());
    hits.into_iter().map(|hit| offers[hit.offer].id.clone()).collect()
}

fn first_hit(query: &str) -> Hit {
    Index::new(&offers(), &synonyms()).search(query, 10, &Filter::default()).remove(0)
}

#[test]
fn nothing_typed_shows_everything_in_the_order_of_the_list() {
    let ids: Vec<String> = offers().into_iter().map(|offer| offer.id).collect();
    assert_eq!(found("  "), ids);
}

#[test]
fn reasons_are_given_where_they_are_asked_for_and_the_hits_are_the_same() {
    let index = Index::new(&offers(), &synonyms());
    let all = index.search("støtte", 10, &Filter::default());
    assert!(all.len() > 1 && all.iter().all(|hit| !hit.why.is_empty()));
    let some = index.search_explaining("støtte", 10, 1..2, &Filter::default());
    for (place, (hit, other)) in all.iter().zip(&some).enumerate() {
        assert_eq!((hit.offer, hit.score), (other.offer, other.score));
        assert_eq!(other.why.is_empty(), place != 1);
    }
}

#[test]
fn every_offer_is_first_when_its_name_is_typed() {
    for offer in offers() {
        assert_eq!(found(&offer.name)[0], offer.id);
    }
}

#[test]
fn a_paragraph_finds_just_the_offers_that_rest_on_it() {
    for query in ["§85", "§ 85", "SEL85", "sel § 85", "Serviceloven § 85", "85"] {
        assert_eq!(found(query), ["bostoette"], "{query}");
    }
    assert_eq!(found("§ 10"), ["raad"]);
    assert_eq!(found("§ 60"), ["praktik"]);
    assert_eq!(found("§82a"), ["gruppe"]);
    assert!(found("LAB § 85").is_empty());
}

/// An offer under SEL § 85 that became SEL § 82 b, one under § 82 b, and one whose paragraph only ended.
fn changed_law() -> Vec<Offer> {
    let basis = |paragraph: &str, replaced_by: &str, valid_to: Option<&str>| LegalBasis {
        law: "SEL".into(),
        paragraph: paragraph.into(),
        replaced_by: replaced_by.into(),
        valid_to: valid_to.map(|day| day.parse().unwrap()),
        ..LegalBasis::default()
    };
    let with = |id: &str, basis: LegalBasis| Offer { legal: vec![basis], ..offer(id, "Støtte", "") };
    vec![
        with("old", basis("85", "SEL § 82 b", Some("2025-12-31"))),
        with("new", basis("82 b", "", None)),
        with("ended", basis("99", "", Some("2025-12-31"))),
    ]
}

fn why_of(query: &str) -> Vec<(String, Vec<Why>)> {
    let offers = changed_law();
    let hits = Index::new(&offers, &Synonyms::default()).search(query, 10, &Filter::default());
    hits.into_iter().map(|hit| (offers[hit.offer].id.clone(), hit.why)).collect()
}

#[test]
fn an_old_paragraph_finds_the_offer_and_says_what_took_its_place() {
    let last = Some("2025-12-31".parse().unwrap());
    let why = Why::Replaced { old: "SEL § 85".into(), new: "SEL § 82 b".into(), last };
    for query in ["§ 85", "SEL85", "85", "serviceloven § 85"] {
        assert_eq!(why_of(query), [("old".to_owned(), vec![why.clone()])], "{query}");
    }
}

#[test]
fn a_paragraph_that_ended_says_its_last_day() {
    let why = Why::Replaced { old: "SEL § 99".into(), new: String::new(), last: Some("2025-12-31".parse().unwrap()) };
    assert_eq!(why_of("§ 99"), [("ended".to_owned(), vec![why])]);
}

#[test]
fn a_new_paragraph_finds_offers_that_know_it_only_as_the_new_one() {
    let found = why_of("§ 82 b");
    let ids: Vec<&str> = found.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["new", "old"]);
    assert_eq!(found[0].1, [Why::Paragraph("SEL § 82 b".into())]);
    assert!(matches!(&found[1].1[..], [Why::Replaced { new, .. }] if new == "SEL § 82 b"));
}

#[test]
fn a_paragraph_with_a_word_needs_the_paragraph() {
    assert_eq!(found("§ 85 støtte"), ["bostoette"]);
}

#[test]
fn a_name_is_found_without_the_three_letters() {
    for query in ["bostoette", "bostotte", "BOSTØTTE", "Bosto\u{308}tte"] {
        assert_eq!(found(query)[0], "bostoette", "{query}");
    }
    assert_eq!(found("aaben raadgivning")[0], "raad");
}

#[test]
fn a_few_letters_of_a_name_suffice() {
    assert_eq!(found("bos")[0], "bostoette");
    assert_eq!(found("varm")[0], "varmestue");
    assert_eq!(found("åben r")[0], "raad");
}

#[test]
fn a_misspelled_name_is_found_and_the_reason_says_so() {
    for query in ["virksomhedspratkik", "virksomhedpraktik", "virksomhedsprakttik"] {
        assert_eq!(found(query)[0], "praktik", "{query}");
    }
    let why = first_hit("alkoholbehanlding").why;
    assert_eq!(why, [Why::Spelling { typed: "alkoholbehanlding".into(), found: "alkoholbehandling".into() }]);
}

#[test]
fn a_compound_is_found_split_and_a_part_is_found_in_a_compound() {
    assert_eq!(found("varme stue")[0], "varmestue");
    assert_eq!(found("støttekontaktperson")[0], "kontakt");
    assert_eq!(found("praktik")[0], "praktik");
}

#[test]
fn another_form_of_the_word_is_found() {
    assert_eq!(found("kontaktpersonerne")[0], "kontakt");
    assert_eq!(found("varmestuer")[0], "varmestue");
}

#[test]
fn a_synonym_is_followed_and_named_but_a_name_comes_first() {
    let hit = first_hit("hjemmevejleder");
    assert_eq!(hit.why, [Why::Synonym { typed: "hjemmevejleder".into(), found: "bostøtte".into() }]);
    let mut offers = offers();
    offers.push(offer("aaa", "Hjemmevejleder", ""));
    let hits = Index::new(&offers, &synonyms()).search("hjemmevejleder", 10, &Filter::default());
    assert_eq!(offers[hits[0].offer].id, "aaa");
}

#[test]
fn a_synonym_is_one_way_unless_it_says_both() {
    assert_eq!(found("druk"), ["alkohol"]);
    let offers = vec![offer("fest", "Druk og fest", ""), offer("vejleder", "Hjemmevejleder", "")];
    let index = Index::new(&offers, &synonyms());
    assert!(index.search("alkohol", 10, &Filter::default()).is_empty());
    assert_eq!(index.search("bostøtte", 10, &Filter::default())[0].offer, 1);
}

#[test]
fn debt_does_not_find_rules_that_are_in_force() {
    let offers = [
        offer("a", "Praktik", "Her gælder andre regler; tjek de gældende."),
        offer("b", "Hjælp", "Til folk med gæld."),
    ];
    let index = Index::new(&offers, &synonyms());
    let found = index.search("gæld", 9, &Filter::default());
    assert_eq!(found.iter().map(|hit| hit.offer).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_word_of_the_description_is_found() {
    let hit = first_hit("fællessang");
    assert_eq!(hit.why, [Why::Description("fællessang".into())]);
    assert!(hit.marks.is_empty());
}

#[test]
fn a_word_without_its_vowels_and_first_letters_are_found() {
    let hit = first_hit("bst");
    assert_eq!((hit.offer, hit.marks), (0, vec![0, 2, 3]));
    assert_eq!(hit.why, [Why::Abbreviation("bst".into())]);
    let offers = vec![offer("bpa", "Borgerstyret Personlig Assistance", "")];
    let hits = Index::new(&offers, &Synonyms::default()).search("bpa", 10, &Filter::default());
    assert_eq!(hits[0].marks, [0, 13, 23]);
}

#[test]
fn nonsense_finds_nothing() {
    for query in ["fodboldlandshold", "qwrtz", "asdf", "xyz123", "???", "§ 9999", "bestil pizza"] {
        assert!(found(query).is_empty(), "{query}");
    }
}

#[test]
fn at_least_half_of_the_words_must_be_found() {
    assert_eq!(found("varmestue pingvin")[0], "varmestue");
    assert!(found("varmestue pingvin elefant giraf").is_empty());
}

#[test]
fn the_marks_are_the_letters_that_were_typed() {
    assert_eq!(first_hit("bos").marks, [0, 1, 2]);
    assert_eq!(first_hit("aktivitets").marks, (0..10).collect::<Vec<_>>());
    let hit = first_hit("praktik");
    assert_eq!(hit.marks, (11..18).collect::<Vec<_>>());
    assert_eq!(first_hit("radgiv").marks, (5..11).collect::<Vec<_>>());
}

#[test]
fn a_closed_offer_is_shown_only_when_asked_for() {
    let mut offers = offers();
    offers[0].state = OfferState::Closed;
    let index = Index::new(&offers, &Synonyms::default());
    assert!(index.search("bostøtte", 10, &Filter::default()).iter().all(|hit| hit.offer != 0));
    let all = Filter { include_closed: true, ..Filter::default() };
    assert_eq!(index.search("bostøtte", 10, &all)[0].offer, 0);
}

#[test]
fn the_counts_are_what_each_filter_would_leave() {
    let place = |id: &str, department: &str, theme: &str| Offer {
        department: department.into(),
        themes: vec![theme.into()],
        ..offer(id, "Samtale", "")
    };
    let mut offers = vec![place("a", "social", "bolig"), place("b", "social", "job"), place("c", "job", "job")];
    offers.push(Offer { state: OfferState::Closed, ..place("d", "job", "job") });
    let index = Index::new(&offers, &Synonyms::default());
    let filter = Filter { department: Some("social".into()), ..Filter::default() };
    for query in ["", "samtale"] {
        let counts = index.counts(query, &filter);
        assert_eq!(counts.shown, index.search(query, 99, &filter).len());
        assert_eq!(counts.departments, HashMap::from([("social".into(), 2), ("job".into(), 1)]));
        assert_eq!(counts.themes, HashMap::from([("bolig".into(), 1), ("job".into(), 1)]));
        assert_eq!(counts.closed, 0);
        assert_eq!(index.counts(query, &Filter::default()).closed, 1);
    }
}

#[test]
fn equal_scores_come_in_order_of_id() {
    let offers = vec![offer("b", "Mentor", ""), offer("a", "Mentor", ""), offer("c", "Mentor", "")];
    let hits = Index::new(&offers, &Synonyms::default()).search("mentor", 10, &Filter::default());
    assert_eq!(hits.iter().map(|hit| hit.offer).collect::<Vec<_>>(), [1, 0, 2]);
}

#[test]
fn an_empty_catalogue_answers_with_nothing() {
    let index = Index::new(&[], &Synonyms::default());
    assert!(
        index.search("", 10, &Filter::default()).is_empty()
            && index.search("§ 85 x", 10, &Filter::default()).is_empty()
    );
}

#[test]
fn every_synonym_of_the_example_catalogue_says_something_new() {
    let synonyms = Library::builtin().synonyms;
    assert!(synonyms.entries.len() >= 150);
    let mut froms: Vec<String> = synonyms.entries.iter().map(|entry| fold::phrase(&entry.from)).collect();
    for entry in &synonyms.entries {
        assert!(!entry.from.trim().is_empty() && !entry.to.is_empty(), "{entry:?}");
        assert!(entry.to.iter().all(|to| fold::phrase(to) != fold::phrase(&entry.from)), "{entry:?}");
    }
    froms.sort();
    assert!(froms.windows(2).all(|pair| pair[0] != pair[1]), "a word has two entries");
}

fn any_query() -> impl Strategy<Value = String> {
    let words =
        "(bostøtte|§|§§|SEL|85|82 a|stk|hjemmevejleder|praktik|åben|rdgivning|og|til|[a-zæøå]{1,9}|[0-9-]{1,4}| ){0,6}";
    prop_oneof![any::<String>(), words.prop_map(|text: String| text)]
}

proptest! {
    #[test]
    fn any_query_is_answered_and_the_answer_is_in_order(query in any_query(), limit in 0usize..12) {
        let offers = offers();
        let hits = Index::new(&offers, &synonyms()).search(&query, limit, &Filter::default());
        prop_assert!(hits.len() <= limit);
        prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        for hit in &hits {
            let letters = offers[hit.offer].name.chars().count();
            prop_assert!(hit.score.is_finite());
            prop_assert!(hit.marks.iter().all(|at| *at < letters) && hit.marks.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn a_smaller_limit_gives_the_beginning_of_the_same_answer(query in any_query(), limit in 0usize..9) {
        let index = Index::new(&offers(), &synonyms());
        let all = index.search(&query, 99, &Filter::default());
        let some = index.search(&query, limit, &Filter::default());
        prop_assert_eq!(&all[..some.len()], &some[..]);
        prop_assert_eq!(some.len(), all.len().min(limit));
    }

    #[test]
    fn the_order_of_the_offers_does_not_change_the_order_of_the_hits(query in "[a-zæøå]{2,9}( [a-zæøå]{2,9})?") {
        let ids = |offers: &[Offer]| {
            let hits = Index::new(offers, &synonyms()).search(&query, 99, &Filter::default());
            hits.into_iter().map(|hit| offers[hit.offer].id.clone()).collect::<Vec<_>>()
        };
        let forwards = offers();
        let mut backwards = offers();
        backwards.reverse();
        prop_assert_eq!(ids(&forwards), ids(&backwards));
    }

    #[test]
    fn any_offer_can_be_indexed(name in any::<String>(), text in any::<String>(), paragraph in any::<String>()) {
        let mut odd = with_law("x", &name, &text, &paragraph);
        odd.keywords = vec![text.clone()];
        let index = Index::new(&[odd], &Synonyms::default());
        let _ = index.search(&name, 5, &Filter::default());
        let _ = index.search(&paragraph, 5, &Filter::default());
    }
}
