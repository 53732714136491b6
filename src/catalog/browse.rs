//! Browsing the catalogue: filters that tell how many offers they leave, order, and offers that belong together. Unknown is
//! a value of its own in every filter, for what is not known must be found to be filled in.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use super::library::Library;
use super::order::danish_key;
use crate::domain::offer::{Access, Offer, OfferState};

/// What offers can be narrowed by (*filter*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Department (*afdeling*).
    Department,
    /// Theme (*tema*).
    Theme,
    /// Target group by benefit (*ydelsesgruppe*).
    Benefit,
    /// Age (*alder*).
    Age,
    /// How one gets in (*adgang*).
    Access,
    /// What the citizen pays (*egenbetaling*).
    Price,
    /// How long it lasts (*varighed*).
    Duration,
    /// When it was last gone through (*sidst gennemgået*).
    Reviewed,
    /// Whether it can be used today (*status*).
    State,
}

impl Facet {
    /// All of them, in the order shown.
    pub const ALL: [Self; 9] = [
        Self::State,
        Self::Department,
        Self::Theme,
        Self::Benefit,
        Self::Age,
        Self::Access,
        Self::Price,
        Self::Duration,
        Self::Reviewed,
    ];
}

/// One value of a filter. An offer may have several of one facet: two themes, an age that spans three groups.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nobody has said.
    Unknown,
    /// A key of `municipality.ron`, or one it does not know.
    Key(String),
    /// One of the age groups, by its first and last year.
    Years(u8, u8),
    /// How one gets in.
    Access(Access),
    /// The citizen pays nothing.
    Free,
    /// The citizen pays something.
    Costs,
    /// At most so many weeks, and more than the value before it.
    Weeks(u16),
    /// Longer than any of the others, or without an end.
    Longer,
    /// Gone through within the last year.
    Recently,
    /// Gone through more than a year ago.
    LongAgo,
    /// The day it should be gone through again has passed.
    Overdue,
    /// Open to new citizens: active or under review.
    InUse,
    /// This very state.
    State(OfferState),
}

/// The age groups, first and last year included.
const AGES: [(u8, u8); 5] = [(0, 17), (18, 24), (25, 29), (30, 59), (60, u8::MAX)];
/// Up to a month, a quarter, half a year, a year.
const WEEKS: [u16; 4] = [4, 13, 26, 52];
/// What was gone through before so many days ago is due.
const YEAR: TimeDelta = TimeDelta::days(365);

/// The filters that are set: one value each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filters(Vec<(Facet, Value)>);

impl Default for Filters {
    /// What can be offered today.
    fn default() -> Self {
        Self(vec![(Facet::State, Value::InUse)])
    }
}

impl Filters {
    /// Lets every offer through, also those that are closed.
    pub fn none() -> Self {
        Self(vec![])
    }

    /// Those that are set.
    pub fn set_ones(&self) -> &[(Facet, Value)] {
        &self.0
    }

    /// The value a facet is set to.
    pub fn get(&self, facet: Facet) -> Option<&Value> {
        self.0.iter().find(|(f, _)| *f == facet).map(|(_, value)| value)
    }

    /// Sets a facet to a value, or takes the filter away where it is set to that value already.
    pub fn turn(&mut self, facet: Facet, value: Value) {
        let same = self.get(facet) == Some(&value);
        self.0.retain(|(f, _)| *f != facet);
        if !same {
            self.0.push((facet, value));
        }
    }

    /// Whether an offer has all that is asked for.
    pub fn let_through(&self, offer: &Offer, today: NaiveDate) -> bool {
        self.0.iter().all(|(facet, value)| has(offer, *facet, value, today))
    }

    fn without(&self, facet: Facet) -> Self {
        Self(self.0.iter().filter(|(f, _)| *f != facet).cloned().collect())
    }
}

/// Whether an offer has a value.
pub fn has(offer: &Offer, facet: Facet, value: &Value, today: NaiveDate) -> bool {
    match (facet, value) {
        // For any benefit is for this one, too.
        (Facet::Benefit, Value::Key(key)) => offer.benefits.as_ref().is_some_and(|l| l.is_empty() || l.contains(key)),
        (Facet::Theme, Value::Key(key)) => offer.themes.contains(key),
        _ => values(offer, facet, today).contains(value),
    }
}

/// The values an offer has of a facet; of benefits only those it names.
fn values(offer: &Offer, facet: Facet, today: NaiveDate) -> Vec<Value> {
    let keys = |list: &[String]| list.iter().cloned().map(Value::Key).collect::<Vec<_>>();
    let or_unknown = |values: Vec<Value>| if values.is_empty() { vec![Value::Unknown] } else { values };
    match facet {
        Facet::Department => {
            or_unknown(if offer.department.is_empty() { vec![] } else { keys(&[offer.department.clone()]) })
        }
        Facet::Theme => or_unknown(keys(&offer.themes)),
        Facet::Benefit => offer.benefits.as_ref().map_or(vec![Value::Unknown], |list| keys(list)),
        Facet::Age => ages(offer),
        Facet::Access => vec![offer.access.map_or(Value::Unknown, Value::Access)],
        Facet::Price => vec![price(&offer.price)],
        Facet::Duration => vec![duration(offer)],
        Facet::Reviewed => reviewed(offer, today),
        Facet::State => {
            let in_use = (offer.state != OfferState::Closed).then_some(Value::InUse);
            in_use.into_iter().chain([Value::State(offer.state)]).collect()
        }
    }
}

fn ages(offer: &Offer) -> Vec<Value> {
    let (from, to) = (offer.ages.from, offer.ages.to);
    if from.is_none() && to.is_none() {
        return vec![Value::Unknown];
    }
    let (from, to) = (from.unwrap_or(0), to.unwrap_or(u8::MAX));
    AGES.iter().filter(|(first, last)| from <= *last && *first <= to).map(|(a, b)| Value::Years(*a, *b)).collect()
}

/// What is said about the price, in few words: nothing said is unknown, and what is not plainly free may cost.
fn price(words: &str) -> Value {
    let words = words.trim().to_lowercase();
    let free = ["gratis", "ingen egenbetaling", "free", "0 kr"].iter().any(|w| words.starts_with(w));
    match (words.is_empty(), free) {
        (true, _) => Value::Unknown,
        (false, true) => Value::Free,
        (false, false) => Value::Costs,
    }
}

fn duration(offer: &Offer) -> Value {
    let words = offer.duration.note.to_lowercase();
    match offer.duration.max_weeks.or(offer.duration.min_weeks) {
        Some(weeks) if offer.duration.max_weeks.is_some() => {
            WEEKS.iter().find(|most| weeks <= **most).map_or(Value::Longer, |most| Value::Weeks(*most))
        }
        Some(_) => Value::Longer,
        None if ["løbende", "uden slut", "så længe", "varig"].iter().any(|w| words.contains(w)) => Value::Longer,
        None => Value::Unknown,
    }
}

fn reviewed(offer: &Offer, today: NaiveDate) -> Vec<Value> {
    let when = match offer.reviewed {
        None => Value::Unknown,
        Some(day) if today - day > YEAR => Value::LongAgo,
        Some(_) => Value::Recently,
    };
    let overdue = offer.next_review.is_some_and(|day| day < today).then_some(Value::Overdue);
    std::iter::once(when).chain(overdue).collect()
}

/// One line of a filter: a value, and how many offers would be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: Value,
    /// Offers left when it is chosen, the other filters being as they are.
    pub leaves: usize,
}

/// The values of a facet, in the order people expect, each with what it would leave of `found`. Values no offer has are
/// left out, except the one that is set. Unknown comes last.
pub fn choices(library: &Library, found: &[usize], filters: &Filters, facet: Facet, today: NaiveDate) -> Vec<Choice> {
    let others = filters.without(facet);
    let mut leaves: HashMap<Value, usize> = HashMap::new();
    let mut for_any = 0;
    for offer in found.iter().filter_map(|at| library.offers.get(*at)).filter(|o| others.let_through(o, today)) {
        for value in values(offer, facet, today) {
            *leaves.entry(value).or_default() += 1;
        }
        for_any += usize::from(facet == Facet::Benefit && offer.benefits.as_ref().is_some_and(Vec::is_empty));
    }
    let m = &library.municipality;
    let named = |list: &[crate::domain::template::Named]| list.iter().map(|n| Value::Key(n.key.clone())).collect();
    let mut order: Vec<Value> = match facet {
        Facet::Department => named(&m.departments),
        Facet::Theme => named(&m.themes),
        Facet::Benefit => named(&m.benefits),
        Facet::Age => AGES.iter().map(|(a, b)| Value::Years(*a, *b)).collect(),
        Facet::Access => {
            [Access::Open, Access::Assessment, Access::Referral, Access::ViaStaff].map(Value::Access).into()
        }
        Facet::Price => vec![Value::Free, Value::Costs],
        Facet::Duration => WEEKS.map(Value::Weeks).into_iter().chain([Value::Longer]).collect(),
        Facet::Reviewed => vec![Value::Recently, Value::LongAgo, Value::Overdue],
        Facet::State => {
            let states = [OfferState::Active, OfferState::UnderReview, OfferState::Closed].map(Value::State);
            std::iter::once(Value::InUse).chain(states).collect()
        }
    };
    let mut strange: Vec<Value> =
        leaves.keys().filter(|v| **v != Value::Unknown && !order.contains(v)).cloned().collect();
    strange.sort_by_key(|v| if let Value::Key(key) = v { key.clone() } else { String::new() });
    order.extend(strange);
    order.push(Value::Unknown);
    let set = filters.get(facet);
    order
        .into_iter()
        .map(|value| {
            let any = if matches!(value, Value::Key(_)) { for_any } else { 0 };
            Choice { leaves: leaves.get(&value).copied().unwrap_or(0) + any, value }
        })
        .filter(|choice| choice.leaves > 0 || set == Some(&choice.value))
        .collect()
}

/// In which order offers are listed (*rækkefølge*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best answer first; without a search the departments in their order.
    #[default]
    Relevance,
    /// By name.
    Name,
    /// By department, then name.
    Department,
    /// Never gone through first, then the longest ago.
    Reviewed,
    /// The shortest waiting time first, unknown last.
    Waiting,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Relevance, Self::Name, Self::Department, Self::Reviewed, Self::Waiting];
}

/// Puts places of offers into order. What is alike stays as it was.
pub fn sort(library: &Library, found: &mut [usize], order: Order) {
    let offer = |at: &usize| library.offers.get(*at);
    match order {
        Order::Relevance => {}
        Order::Name => found.sort_by_cached_key(|at| offer(at).map(|o| danish_key(&o.name))),
        // The library itself is in this order.
        Order::Department => found.sort_unstable(),
        Order::Reviewed => found.sort_by_key(|at| offer(at).and_then(|o| o.reviewed)),
        Order::Waiting => found.sort_by_key(|at| offer(at).and_then(|o| o.waiting_weeks).unwrap_or(u16::MAX)),
    }
}

/// Why two offers belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The other must come first.
    Requires,
    /// This one must come before the other.
    RequiredBy,
    /// They go well together.
    Combines,
    /// They share themes, whose keys these are.
    Themes(Vec<String>),
}

/// So many offers that only share themes are worth showing.
const MOST_ALIKE: usize = 8;

/// Offers that belong to the one at a place, each with the strongest reason: what must come first, what goes well with it,
/// then those in use that share the most themes.
pub fn related(library: &Library, at: usize) -> Vec<(usize, Tie)> {
    let Some(one) = library.offers.get(at) else { return vec![] };
    let tie = |other: &Offer| {
        if one.requires.contains(&other.id) {
            Some(Tie::Requires)
        } else if other.requires.contains(&one.id) {
            Some(Tie::RequiredBy)
        } else if one.combines_with.contains(&other.id) || other.combines_with.contains(&one.id) {
            Some(Tie::Combines)
        } else {
            let shared: Vec<String> = one.themes.iter().filter(|t| other.themes.contains(t)).cloned().collect();
            (!shared.is_empty() && other.state != OfferState::Closed).then_some(Tie::Themes(shared))
        }
    };
    let others = library.offers.iter().enumerate().filter(|(place, _)| *place != at);
    let mut found: Vec<(usize, Tie)> = others.filter_map(|(place, other)| tie(other).map(|t| (place, t))).collect();
    let rank = |tie: &Tie| match tie {
        Tie::Requires => 0,
        Tie::RequiredBy => 1,
        Tie::Combines => 2,
        Tie::Themes(shared) => 1000 - shared.len().min(900),
    };
    found.sort_by_key(|(place, tie)| (rank(tie), *place));
    let named = found.iter().filter(|(_, tie)| !matches!(tie, Tie::Themes(_))).count();
    found.truncate(named + MOST_ALIKE);
    found
}

#[cfg(test)]
mod tests {
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
        assert_eq!(
            shown.iter().map(|c| c.value.clone()).collect::<Vec<_>>(),
            [Value::Free, Value::Costs, Value::Unknown]
        );
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
}
