//! Short forms that stand in no table: `bst` for bostøtte, `spt` for støtte- og personlig træning.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::build::Built;
use super::fold::{Token, is_stopword, mask, tokens};
use super::query::Query;
use super::vocabulary::number;

/// Letters of a short form.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;
/// The matcher finds scattered letters everywhere; below this many points for each letter it is chance.
const LEAST_POINTS: i64 = 10;

/// Offers whose name the query abbreviates: place, score, characters of the name.
pub(super) fn find(query: &Query, built: &Built) -> Vec<(usize, f32, Vec<usize>)> {
    let [word] = query.words.as_slice() else { return Vec::new() };
    let typed = word.fold.as_str();
    if !LENGTHS.contains(&typed.len()) || is_stopword(typed) || typed.chars().any(|c| !c.is_ascii_lowercase()) {
        return Vec::new();
    }
    let bits = mask(typed);
    let bare = !typed.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let likely = built
        .docs
        .iter()
        .enumerate()
        .filter(|(_, doc)| (bare || doc.name_words >= typed.len()) && bits & !mask(&doc.phrase) == 0);
    let matcher = SkimMatcherV2::default().respect_case();
    let found = likely.filter_map(|(at, doc)| {
        let name = tokens(&doc.name);
        let marks =
            initials(typed, &name).or_else(|| name.iter().find_map(|token| consonants(typed, token, &matcher)))?;
        Some((at, 0.5 + 0.5 * number(typed.len()) / number(doc.phrase.len().max(1)), marks))
    });
    found.collect()
}

/// The first letters of the words that carry meaning, in order; at most half of the words are passed over.
fn initials(typed: &str, name: &[Token]) -> Option<Vec<usize>> {
    let words: Vec<&Token> = name.iter().filter(|token| !is_stopword(&token.fold)).collect();
    let mut rest = words.iter();
    let mut marks = Vec::new();
    for letter in typed.chars() {
        let token = rest.find(|token| token.fold.starts_with(letter))?;
        marks.extend(token.origin.first());
    }
    (2 * typed.len() > words.len()).then_some(marks)
}

/// A word without its vowels, or the beginning of one.
fn consonants(typed: &str, token: &Token, matcher: &SkimMatcherV2) -> Option<Vec<usize>> {
    let mut bare = token.fold.chars().filter(|c| !"aeiouy".contains(*c));
    if !token.fold.starts_with(typed.chars().next()?) || !typed.chars().all(|letter| bare.next() == Some(letter)) {
        return None;
    }
    let (points, places) = matcher.fuzzy_indices(&token.fold, typed)?;
    let least = LEAST_POINTS * i64::try_from(typed.len()).unwrap_or(i64::MAX);
    (points >= least).then(|| places.iter().filter_map(|at| token.origin.get(*at).copied()).collect())
}
