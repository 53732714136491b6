//! Short forms that stand in no table: `bst` for bostøtte, `spt` for støtte- og personlig træning.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::build::Built;
use super::fold::{Token, is_stopword, mask, skeleton, tokens};
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
    let letters = skeleton(typed).len().min(typed.len());
    let words = |phrase: &str| phrase.split(' ').count();
    let likely = built
        .docs
        .iter()
        .enumerate()
        .filter(|(_, doc)| (bare || words(&doc.phrase) >= letters) && bits & !mask(&doc.phrase) == 0);
    let matcher = SkimMatcherV2::default().respect_case();
    let found = likely.filter_map(|(at, doc)| {
        let name = tokens(&doc.name);
        let marks =
            initials(typed, &name).or_else(|| name.iter().find_map(|token| consonants(typed, token, &matcher)))?;
        Some((at, 0.5 + 0.5 * number(typed.len()) / number(doc.phrase.len().max(1)), marks))
    });
    found.collect()
}

/// The first letters of the words, in order, without the small words or with them. More than half of the words that carry
/// meaning must be met.
fn initials(typed: &str, name: &[Token]) -> Option<Vec<usize>> {
    let carrying: Vec<&Token> = name.iter().filter(|token| !is_stopword(&token.fold)).collect();
    let all: Vec<&Token> = name.iter().collect();
    [&carrying, &all].into_iter().find_map(|words| {
        let met = met(typed, words)?;
        let carry = met.iter().filter(|token| !is_stopword(&token.fold)).count();
        (2 * carry > carrying.len()).then(|| met.iter().filter_map(|token| token.origin.first().copied()).collect())
    })
}

/// The words whose first letters are all of `typed`.
fn met<'a>(typed: &str, words: &[&'a Token]) -> Option<Vec<&'a Token>> {
    let mut rest = typed;
    let mut met = Vec::new();
    for token in words {
        // The three letters are two each.
        let double = ["ae", "oe", "aa"].into_iter().find(|two| token.fold.starts_with(two) && rest.starts_with(two));
        let Some(first) = double.or_else(|| token.fold.get(..1)) else { continue };
        if let Some(after) = rest.strip_prefix(first) {
            rest = after;
            met.push(*token);
        }
    }
    rest.is_empty().then_some(met)
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
