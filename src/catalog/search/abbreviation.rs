//! Short forms that stand in no table: `bst` for bostøtte, `skp` for støtte- og kontaktperson.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::build::Built;
use super::fold::{mask, tokens};
use super::query::Query;
use super::vocabulary::number;

/// Letters of a short form.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
/// The matcher finds scattered letters everywhere; below this many points for each letter it is chance.
const LEAST_POINTS: i64 = 15;

/// Offers whose name the query abbreviates: place, score, characters of the name.
pub(super) fn find(query: &Query, built: &Built) -> Vec<(usize, f32, Vec<usize>)> {
    let [word] = query.words.as_slice() else { return Vec::new() };
    let letters = word.fold.chars().count();
    if !LENGTHS.contains(&letters) || word.fold.chars().any(|c| !c.is_ascii_lowercase()) {
        return Vec::new();
    }
    let matcher = SkimMatcherV2::default().respect_case();
    let bits = mask(&word.fold);
    let least = LEAST_POINTS * i64::try_from(letters).unwrap_or(i64::MAX);
    let mut found = Vec::new();
    for (at, doc) in built.docs.iter().enumerate() {
        if bits & !mask(&doc.phrase) != 0 {
            continue;
        }
        let Some((points, places)) = matcher.fuzzy_indices(&doc.phrase, &word.fold) else { continue };
        if points < least || !is_plausible(&doc.phrase, &places) {
            continue;
        }
        let share = number(letters) / number(doc.phrase.len());
        found.push((at, 0.5 + 0.5 * share, marks(&doc.name, &places)));
    }
    found
}

/// The first letter begins a word, and every other begins a word too or is a consonant after the letter before it.
fn is_plausible(phrase: &str, places: &[usize]) -> bool {
    let letters: Vec<char> = phrase.chars().collect();
    let begins = |at: usize| at == 0 || letters.get(at - 1) == Some(&' ');
    let consonant = |at: usize| letters.get(at).is_some_and(|c| !"aeiouy".contains(*c));
    let same_word = |from: usize, to: usize| letters.get(from..to).is_some_and(|part| !part.contains(&' '));
    places.first().is_some_and(|first| begins(*first))
        && places.windows(2).all(|pair| match pair {
            [before, at] => begins(*at) || consonant(*at) && same_word(*before, *at),
            _ => false,
        })
}

/// From characters of the folded name to characters of the name.
fn marks(name: &str, places: &[usize]) -> Vec<usize> {
    let mut origins: Vec<Option<usize>> = Vec::new();
    for token in tokens(name) {
        if !origins.is_empty() {
            origins.push(None);
        }
        origins.extend(token.origin.into_iter().map(Some));
    }
    let mut marks: Vec<usize> = places.iter().filter_map(|at| origins.get(*at).copied().flatten()).collect();
    marks.dedup();
    marks
}
