#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn all(library: &Library) -> Vec<usize> {
    (0..library.offers.len()).collect()
}

#[test]
fn every_filter_leaves_as_many_offers_as_it_says() {
    let library = Library::builtin();
    let mut checked = 0;
    for start in [Filters::none(), Filters::default()] {
        for facet in Facet::ALL {
            for choice in choices(&library, &all(&library), &start, facet, today()) {
                let mut filters = start.without(facet);
                filters.turn(facet, choice.value.clone());
                let left = library.offers.iter().filter(|o| filters.let_through(o, today())).count();
                assert_eq!(left, choice.leaves, "{facet:?} {:?}", choice.value);
                checked += 1;
            }
        }
    }
    assert!(checked > 80, "only {checked} values");
}

#[test]
fn a_second_filter_counts_only_what_the_first_one_leaves() {
    let library = Library::builtin();
    let mut filters = Filters::none();
    filters.turn(Facet::Department, Value::Key("rusmidler".into()));
    let free = choices(&library, &all(&library), &filters, Facet::Price, today());
    let sum: usize = free.iter().map(|c| c.leaves).sum();
    assert_eq!(sum, library.offers.iter().filter(|o| o.department == "rusmidler").count());
}

#[test]
fn no_offer_is_without_a_value_so_that_unknown_can_be_looked_for() {
    for offer in Library::builtin().offers {
        for facet in Facet::ALL {
            let any = facet == Facet::Benefit && offer.benefits.as_ref().is_some_and(Vec::is_empty);
            assert!(any || !values(&offer, facet, today()).is_empty(), "{} {facet:?}", offer.id);
        }
    }
}

#[test]
fn unknown_is_a_value_of_its_own_and_comes_last() {
    let offers = vec![
        Offer { id: "a".into(), price: "Gratis".into(), ..Offer::default() },
        Offer { id: "b".into(), ..Offer::default() },
        Offer { id: "c".into(), price: "50 kr.".into(), ..Offer::default() },
    ];
    let library = Library { offers, ..Library::default() };
    let shown = choices(&library, &all(&library), &Filters::none(), Facet::Price, today());
    assert_eq!(shown.iter().map(|c| c.value.clone()).collect::<Vec<_>>(), [Value::Free, Value::Costs, Value::Unknown]);
    assert!(shown.iter().all(|c| c.leaves == 1));
}

#[test]
fn an_offer_for_any_benefit_is_found_under_each() {
    let offer = Offer { benefits: Some(vec![]), ..Offer::default() };
    assert!(has(&offer, Facet::Benefit, &Value::Key("su".into()), today()));
    assert!(!has(&Offer::default(), Facet::Benefit, &Value::Key("su".into()), today()));
}

#[test]
fn what_was_gone_through_a_year_ago_or_never_is_told_apart() {
    let mut offer = Offer::default();
    assert_eq!(reviewed(&offer, today()), [Value::Unknown]);
    offer.reviewed = "2025-11-22".parse().ok();
    assert_eq!(reviewed(&offer, today()), [Value::Recently]);
    offer.reviewed = "2025-11-21".parse().ok();
    offer.next_review = "2026-11-21".parse().ok();
    assert_eq!(reviewed(&offer, today()), [Value::LongAgo, Value::Overdue]);
}

#[test]
fn choosing_a_value_again_takes_the_filter_away() {
    let mut filters = Filters::default();
    filters.turn(Facet::Price, Value::Free);
    filters.turn(Facet::Price, Value::Costs);
    assert_eq!(filters.get(Facet::Price), Some(&Value::Costs));
    filters.turn(Facet::Price, Value::Costs);
    assert_eq!(filters, Filters::default());
}

#[test]
fn orders_put_first_what_their_names_say() {
    let library = Library::builtin();
    let first = |order| {
        let mut found = all(&library);
        sort(&library, &mut found, order);
        library.offers[found[0]].clone()
    };
    let names: Vec<_> = library.offers.iter().map(|o| danish_key(&o.name)).collect();
    assert_eq!(danish_key(&first(Order::Name).name), *names.iter().min().unwrap());
    assert_eq!(first(Order::Waiting).waiting_weeks, library.offers.iter().filter_map(|o| o.waiting_weeks).min());
    assert_eq!(first(Order::Reviewed).reviewed, library.offers.iter().map(|o| o.reviewed).min().unwrap());
}

#[test]
fn related_offers_are_named_with_the_strongest_reason_first() {
    let offer = |id: &str, themes: &[&str]| Offer {
        id: id.into(),
        themes: themes.iter().map(|t| (*t).to_owned()).collect(),
        ..Offer::default()
    };
    let mut offers = vec![offer("a", &["x", "y"]), offer("b", &["x", "y"]), offer("c", &["x"]), offer("d", &[])];
    offers.push(Offer { combines_with: vec!["a".into()], ..offer("e", &[]) });
    offers[0].requires = vec!["d".into()];
    offers.push(Offer { state: OfferState::Closed, ..offer("f", &["x"]) });
    let library = Library { offers, ..Library::default() };
    let themes = |keys: &[&str]| Tie::Themes(keys.iter().map(|k| (*k).to_owned()).collect());
    assert_eq!(
        related(&library, 0),
        [(3, Tie::Requires), (4, Tie::Combines), (1, themes(&["x", "y"])), (2, themes(&["x"]))]
    );
    assert_eq!(related(&library, 3), [(0, Tie::RequiredBy)]);
}
