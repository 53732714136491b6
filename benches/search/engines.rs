//! What is compared: our index with and without its table of synonyms, and two matchers over all fields as one text.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use opstart::catalog::search::{Filter, Index};
use opstart::catalog::synonyms::Synonyms;
use opstart::domain::offer::Offer;

use super::corpora::all_text;

/// So many answers are looked at.
const DEPTH: usize = 10;

/// From a query to ids, best first.
pub type Engine<'a> = Box<dyn Fn(&str) -> Vec<String> + 'a>;

pub fn everything() -> Filter {
    Filter { include_closed: true, ..Filter::default() }
}

pub fn ours<'a>(offers: &'a [Offer], synonyms: &Synonyms) -> Engine<'a> {
    let index = Index::new(offers, synonyms);
    Box::new(move |query| {
        let hits = index.search(query, DEPTH, &everything());
        hits.into_iter().map(|hit| offers[hit.offer].id.clone()).collect()
    })
}

/// Ours, but no entry is followed whose own words are just those of the query: what a table helps with that was made
/// without knowing the query.
pub fn ours_without_own_entries<'a>(offers: &'a [Offer], synonyms: &'a Synonyms) -> Engine<'a> {
    Box::new(move |query| {
        let query_words = words(query);
        let is_own = |text: &str| {
            let own = words(text);
            !own.is_empty() && own.iter().all(|word| query_words.contains(word))
        };
        let mut rest = synonyms.clone();
        rest.entries.retain(|entry| !is_own(&entry.from));
        for entry in rest.entries.iter_mut().filter(|entry| entry.both) {
            entry.to.retain(|to| !is_own(to));
        }
        ours(offers, &rest)(query)
    })
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

pub fn skim(offers: &[Offer]) -> Engine<'_> {
    let texts: Vec<String> = offers.iter().map(all_text).collect();
    let matcher = SkimMatcherV2::default();
    Box::new(move |query| {
        let scored = texts.iter().zip(offers);
        best(scored.filter_map(|(text, offer)| matcher.fuzzy_match(text, query).map(|s| (-s, offer.id.as_str()))))
    })
}

pub fn nucleo(offers: &[Offer]) -> Engine<'_> {
    let texts: Vec<Utf32String> = offers.iter().map(|offer| all_text(offer).into()).collect();
    Box::new(move |query| {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let scored = texts.iter().zip(offers);
        best(scored.filter_map(|(text, offer)| {
            pattern.score(text.slice(..), &mut matcher).map(|score| (-i64::from(score), offer.id.as_str()))
        }))
    })
}

fn best<'a>(scored: impl Iterator<Item = (i64, &'a str)>) -> Vec<String> {
    let mut found: Vec<(i64, &str)> = scored.collect();
    found.sort_unstable();
    found.into_iter().take(DEPTH).map(|(_, id)| id.to_owned()).collect()
}
