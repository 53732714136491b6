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
    /// Lasts at most so many weeks as the second number says, and no fewer than the first.
    Weeks(u16, u16),
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
const WEEKS: [(u16, u16); 4] = [(0, 4), (5, 13), (14, 26), (27, 52)];
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
            or_unknown(if offer.department.is_empty() { vec![] } else { keys(std::slice::from_ref(&offer.department)) })
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
            WEEKS.iter().find(|(_, most)| weeks <= *most).map_or(Value::Longer, |(a, b)| Value::Weeks(*a, *b))
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
        Facet::Duration => WEEKS.map(|(a, b)| Value::Weeks(a, b)).into_iter().chain([Value::Longer]).collect(),
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
mod tests;
