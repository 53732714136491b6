//! How well each offer answers a query.

use std::collections::HashMap;

use super::abbreviation;
use super::build::{Built, Field, SOURCES, rareness};
use super::law::answers;
use super::query::{Alternative, Origin, Query};
use super::vocabulary::{Kind, Match, number};

/// The best that one word of the query found in one offer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Best {
    /// How sure it is, times what it says about the offer; 0 = not found.
    pub score: f32,
    /// How much of a find it is for the rule that half of the words must be found: 0–1.
    pub strength: f32,
    /// Number of the alternative.
    pub alternative: u16,
    /// Number of the match in the alternative's first part.
    pub matched: u16,
    /// The field says it in the offer's own name or words.
    pub named: bool,
}

/// The result, with what is needed to explain it.
#[derive(Debug, Default)]
pub(super) struct Ranking {
    /// Offers with scores above 0, in no order.
    pub hits: Vec<(usize, f32)>,
    /// For each word of the query, the best in each offer.
    pub words: Vec<Vec<Best>>,
    /// Found only as an abbreviation: these characters of the names.
    pub abbreviated: HashMap<usize, Vec<usize>>,
}

/// Ranks all offers.
pub(super) fn rank(query: &Query, built: &Built) -> Ranking {
    let mut ranking = Ranking { words: words(query, built), ..Ranking::default() };
    let laws = laws(query, built);
    let weights: Vec<f32> = ranking
        .words
        .iter()
        .map(|found| {
            let holding = found.iter().filter(|best| best.score > 0.0).count();
            rareness(holding, built.docs.len())
        })
        .collect();
    let all: f32 = weights.iter().sum();
    for doc in 0..built.docs.len() {
        let law = laws.as_ref().map(|laws| laws.get(doc).copied().unwrap_or(0.0));
        if law.is_some_and(|law| law <= 0.0) {
            continue;
        }
        let tally = tally(&ranking.words, &weights, doc);
        if law.is_none() && !tally.suffices(query.words.len()) {
            continue;
        }
        let mean = if all > 0.0 { tally.score / all } else { 0.0 };
        let found = if all > 0.0 { tally.weight / all } else { 0.0 };
        let score = law.unwrap_or(0.0) + mean * (0.5 + 0.5 * found) + name_bonus(query, built, doc, &tally, all);
        if score > 0.0 {
            ranking.hits.push((doc, score));
        }
    }
    if ranking.hits.is_empty() && query.refs.is_empty() {
        for (doc, score, marks) in abbreviation::find(query, built) {
            ranking.hits.push((doc, score));
            ranking.abbreviated.insert(doc, marks);
        }
    }
    ranking
}

/// Sums over the words of the query for one offer.
#[derive(Default)]
struct Tally {
    score: f32,
    weight: f32,
    strength: f32,
    named: f32,
    named_words: usize,
}

impl Tally {
    /// At least half of the words must be found; of just half, one must stand in the name or the offer's other words.
    fn suffices(&self, words: usize) -> bool {
        let words = number(words);
        self.strength > 0.5 * words + 0.1 || (self.strength > 0.5 * words - 0.001 && (self.named > 0.0 || words < 1.5))
    }
}

fn tally(words: &[Vec<Best>], weights: &[f32], doc: usize) -> Tally {
    let mut tally = Tally::default();
    for (found, weight) in words.iter().zip(weights) {
        let Some(best) = found.get(doc).filter(|best| best.score > 0.0) else { continue };
        tally.score += best.score * weight;
        tally.weight += weight;
        tally.strength += best.strength;
        if best.named {
            tally.named += weight;
            tally.named_words += 1;
        }
    }
    tally
}

/// The name itself counts beyond its words: when it is just what was typed, begins so, or holds little else.
fn name_bonus(query: &Query, built: &Built, doc: usize, tally: &Tally, all: f32) -> f32 {
    let Some(doc) = built.docs.get(doc) else { return 0.0 };
    if query.phrase.is_empty() || doc.phrase.is_empty() {
        return 0.0;
    }
    let share = number(query.phrase.len().min(doc.phrase.len())) / number(doc.phrase.len());
    let whole = if *doc.phrase == *query.phrase {
        4.0
    } else if doc.phrase.starts_with(&query.phrase) {
        0.4 + 0.6 * share
    } else {
        0.0
    };
    let covered = number(tally.named_words.min(doc.name_words)) / number(doc.name_words.max(1));
    let named = if all > 0.0 { tally.named / all } else { 0.0 };
    whole + 0.7 * covered * named
}

/// For each offer how well its paragraphs answer; `None` where no paragraph was typed.
fn laws(query: &Query, built: &Built) -> Option<Vec<f32>> {
    if query.refs.is_empty() {
        return None;
    }
    let mut total: Vec<f32> = vec![0.0; built.docs.len()];
    let mut answered: Vec<usize> = vec![0; built.docs.len()];
    for typed in &query.refs {
        let mut best: HashMap<u32, [f32; SOURCES]> = HashMap::new();
        for posting in built
            .laws
            .range((typed.chapter, typed.number)..=(typed.chapter, typed.to.max(typed.number)))
            .flat_map(|(_, list)| list)
        {
            let quality = answers(typed, &posting.found);
            if quality > 0.0 {
                let sources = best.entry(posting.doc).or_default();
                if let Some(slot) = sources.get_mut(posting.source as usize) {
                    *slot = slot.max(quality * posting.weight);
                }
            }
        }
        for (doc, sources) in best {
            let Ok(doc) = usize::try_from(doc) else { continue };
            if let (Some(total), Some(answered)) = (total.get_mut(doc), answered.get_mut(doc)) {
                *total += sources.iter().sum::<f32>();
                *answered += 1;
            }
        }
    }
    for (total, answered) in total.iter_mut().zip(answered) {
        if answered < query.refs.len() {
            *total = 0.0;
        }
    }
    Some(total)
}

fn words(query: &Query, built: &Built) -> Vec<Vec<Best>> {
    let mut words: Vec<Vec<Best>> = vec![vec![Best::default(); built.docs.len()]; query.words.len()];
    for (number, alternative) in query.alternatives.iter().enumerate() {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        let slots = words.get_mut(alternative.covers.clone()).unwrap_or_default();
        // Directly into its slot: a single letter leads to more words in offers than one wants to gather first.
        let mut take = |doc: usize, best: Best| {
            for slot in slots.iter_mut().filter_map(|slots| slots.get_mut(doc)).filter(|slot| best.score > slot.score) {
                *slot = Best { alternative: number, strength: best.strength.max(slot.strength), ..best };
            }
        };
        match alternative.parts.as_slice() {
            [only] => single(only, alternative, query, built, &mut take),
            parts => all_parts(parts, alternative, built).into_iter().for_each(|(doc, best)| take(doc, best)),
        }
    }
    words
}

fn single(part: &[Match], alternative: &Alternative, query: &Query, built: &Built, take: &mut impl FnMut(usize, Best)) {
    for (at, one) in part.iter().enumerate() {
        let strength = strength(one, alternative, query);
        let quality = one.quality * alternative.quality;
        let matched = u16::try_from(at).unwrap_or(u16::MAX);
        for posting in built.postings.get(usize::try_from(one.term).unwrap_or(usize::MAX)).into_iter().flatten() {
            let score = posting.weight() * quality;
            let named = posting.field() <= Field::Keyword;
            if let Ok(doc) = usize::try_from(posting.doc) {
                take(doc, Best { score, strength, alternative: 0, matched, named });
            }
        }
    }
}

/// Offers that hold every part, worth the mean of the parts.
fn all_parts(parts: &[Vec<Match>], alternative: &Alternative, built: &Built) -> Vec<(usize, Best)> {
    let mut together: HashMap<u32, (usize, f32, bool)> = HashMap::new();
    for (place, part) in parts.iter().enumerate() {
        let mut best: HashMap<u32, (f32, bool)> = HashMap::new();
        for one in part {
            for posting in built.postings.get(usize::try_from(one.term).unwrap_or(usize::MAX)).into_iter().flatten() {
                let score = posting.weight() * one.quality;
                let slot = best.entry(posting.doc).or_default();
                if score > slot.0 {
                    *slot = (score, posting.field() <= Field::Keyword);
                }
            }
        }
        if place == 0 {
            together = best.into_iter().map(|(doc, (score, named))| (doc, (1, score, named))).collect();
        } else {
            together.retain(|doc, sum| {
                best.get(doc).is_some_and(|(score, named)| {
                    *sum = (sum.0 + 1, sum.1 + score, sum.2 && *named);
                    true
                })
            });
        }
    }
    let best = |(doc, (count, score, named)): (u32, (usize, f32, bool))| {
        let score = score / number(count) * alternative.quality;
        Some((usize::try_from(doc).ok()?, Best { score, strength: 1.0, alternative: 0, matched: 0, named }))
    };
    together.into_iter().filter_map(best).collect()
}

/// A part of a word is half a find, unless the word is long or still being typed.
fn strength(one: &Match, alternative: &Alternative, query: &Query) -> f32 {
    if matches!(alternative.origin, Origin::Synonym(_)) {
        return 1.0;
    }
    let word = query.words.get(alternative.covers.start);
    let letters = word.map_or(0, |word| word.fold.chars().count());
    let open = word.is_some_and(|word| word.unfinished);
    match one.kind {
        Kind::Exact | Kind::Inflection => 1.0,
        Kind::Prefix if open && letters >= 3 || letters >= 5 => 0.85,
        Kind::Compound => 0.75,
        Kind::Spelling => 0.8,
        Kind::Prefix => 0.5,
    }
}
