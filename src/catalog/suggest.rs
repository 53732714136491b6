//! What is listed first while nothing is searched for: what goes with the approach that was chosen in the preparation, and
//! with the cards that are relevant to the citizen. The rest follows in its usual order, so that nothing is ever out of reach.

use std::cmp::Reverse;

use super::library::Library;
use crate::domain::choices::{Approach, Priority};
use crate::domain::offer::{Offer, OfferState};
use crate::domain::record::YesNo;
use crate::domain::session::Session;

/// More would be no suggestion but a list.
const MOST: usize = 12;

/// Why an offer is suggested, as data; the words for it are in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It goes with the approach.
    Approach(Approach),
    /// It goes with a card that is relevant; key of the theme.
    Theme(String),
}

/// An offer that is listed first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its place in the library.
    pub offer: usize,
    /// Why, the weightiest reason first.
    pub why: Vec<Reason>,
}

/// The offers to list first, best first. `session` is what the screen may show, so that a projected list tells nothing that
/// is not for everyone. An offer that is closed, or that `fits` says no to, is not suggested.
pub fn suggestions(library: &Library, session: &Session, fits: impl Fn(&Offer) -> bool) -> Vec<Suggestion> {
    let approach = session.preparation.approach;
    let cards: Vec<(&str, u32)> = session
        .assessment
        .iter()
        .filter(|card| card.relevant == Some(YesNo::Yes) && !card.theme.is_empty())
        .map(|card| (card.theme.as_str(), weight(card.priority)))
        .collect();
    if approach.is_none() && cards.is_empty() {
        return vec![];
    }
    let mut found: Vec<(u32, Suggestion)> = vec![];
    for (at, offer) in library.offers.iter().enumerate() {
        let (score, why) = score(library, offer, approach, &cards);
        if score > 0 && offer.state != OfferState::Closed {
            found.push((score, Suggestion { offer: at, why }));
        }
    }
    found.sort_by_key(|(score, suggestion)| (Reverse(*score), suggestion.offer));
    let fits = |suggestion: &Suggestion| library.offers.get(suggestion.offer).is_some_and(&fits);
    found.into_iter().map(|(_, suggestion)| suggestion).filter(fits).take(MOST).collect()
}

/// What comes first for the citizen weighs most.
fn weight(priority: Option<Priority>) -> u32 {
    match priority {
        Some(Priority::First) => 4,
        Some(Priority::Second) => 3,
        None => 2,
        Some(Priority::Later) => 1,
    }
}

/// An offer named for the approach weighs as much as the card that comes first; one that shares its theme as a card.
fn score(library: &Library, offer: &Offer, approach: Option<Approach>, cards: &[(&str, u32)]) -> (u32, Vec<Reason>) {
    let (mut score, mut why) = (0, vec![]);
    if let Some(approach) = approach {
        let lines = || library.common.suggestions.iter().filter(|line| line.approach == approach);
        let named = lines().any(|line| line.offers.contains(&offer.id));
        let shared = lines().any(|line| line.themes.iter().any(|theme| offer.themes.contains(theme)));
        if named || shared {
            score += if named { 4 } else { 2 };
            why.push(Reason::Approach(approach));
        }
    }
    for (theme, weight) in cards.iter().filter(|(theme, _)| offer.themes.iter().any(|own| own == theme)) {
        score += weight;
        why.push(Reason::Theme((*theme).to_owned()));
    }
    (score, why)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::domain::session::Card;

    fn with(approach: Option<Approach>, themes: &[(&str, Option<Priority>)]) -> Session {
        let mut session = Session::default();
        session.preparation.approach = approach;
        session.assessment = themes
            .iter()
            .map(|(theme, priority)| Card {
                theme: (*theme).to_owned(),
                relevant: Some(YesNo::Yes),
                priority: *priority,
                ..Card::default()
            })
            .collect();
        session
    }

    fn first<'a>(library: &'a Library, found: &[Suggestion]) -> &'a Offer {
        &library.offers[found[0].offer]
    }

    #[test]
    fn nothing_is_suggested_where_nothing_was_chosen() {
        let library = Library::builtin();
        assert_eq!(suggestions(&library, &with(None, &[]), |_| true), vec![]);
    }

    #[test]
    fn each_approach_puts_other_offers_first_and_says_so() {
        let library = Library::builtin();
        let mut seen = vec![];
        for approach in [Approach::JobFirst, Approach::RelationFirst, Approach::TonedDown] {
            let found = suggestions(&library, &with(Some(approach), &[]), |_| true);
            assert_eq!(found[0].why, [Reason::Approach(approach)]);
            seen.push(first(&library, &found).id.clone());
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 3);
    }

    #[test]
    fn a_card_that_comes_first_weighs_more_than_one_that_can_wait() {
        let library = Library::builtin();
        let session = with(None, &[("oekonomi", Some(Priority::Later)), ("bolig", Some(Priority::First))]);
        let found = suggestions(&library, &session, |_| true);
        assert!(first(&library, &found).themes.iter().any(|theme| theme == "bolig"));
    }

    #[test]
    fn a_card_that_is_not_relevant_suggests_nothing() {
        let library = Library::builtin();
        let mut session = with(None, &[("bolig", None)]);
        session.assessment[0].relevant = Some(YesNo::No);
        assert_eq!(suggestions(&library, &session, |_| true), vec![]);
    }

    #[test]
    fn what_does_not_fit_or_is_closed_is_not_suggested() {
        let library = Library::builtin();
        let session = with(Some(Approach::JobFirst), &[("arbejde", None)]);
        let best = first(&library, &suggestions(&library, &session, |_| true)).id.clone();
        let found = suggestions(&library, &session, |offer| offer.id != best);
        assert!(found.iter().all(|s| library.offers[s.offer].id != best));
        assert!(found.iter().all(|s| library.offers[s.offer].state != OfferState::Closed));
    }

    #[test]
    fn there_are_never_more_than_one_can_look_over() {
        let library = Library::builtin();
        let all: Vec<(&str, Option<Priority>)> =
            library.municipality.themes.iter().map(|t| (t.key.as_str(), None)).collect();
        assert_eq!(suggestions(&library, &with(Some(Approach::JobFirst), &all), |_| true).len(), MOST);
    }
}
