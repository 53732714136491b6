//! Why an offer was found, and which letters of its name.

use std::ops::Range;

use super::Why;
use super::build::{Built, Field};
use super::fold::{Token, skeleton, tokens};
use super::law::{LawRef, answers};
use super::query::{Alternative, Origin, Query};
use super::rank::{Best, Ranking};
use super::vocabulary::{Kind, Match};

/// Reasons, the surest first, and the matched characters of the name, in order.
pub(super) fn explain(query: &Query, ranking: &Ranking, built: &Built, doc: usize) -> (Vec<Why>, Vec<usize>) {
    if let Some(marks) = ranking.abbreviated.get(&doc) {
        return (vec![Why::Abbreviation(query.phrase.clone())], marks.clone());
    }
    let name = built.docs.get(doc).map_or("", |doc| &doc.name);
    let name = tokens(name);
    let mut marks: Vec<usize> = Vec::new();
    let mut reasons: Vec<(f32, Why)> = paragraphs(query, built, doc).into_iter().map(|why| (f32::MAX, why)).collect();
    for found in &ranking.words {
        let Some(best) = found.get(doc).filter(|best| best.score > 0.0) else { continue };
        let Some(alternative) = query.alternatives.get(usize::from(best.alternative)) else { continue };
        let used = used(alternative, best, built, doc);
        for one in &used {
            mark(one, alternative, query, built, &name, &mut marks);
        }
        let why = reason(&used, alternative, query, built, doc);
        if !reasons.iter().any(|(_, known)| *known == why) {
            reasons.push((best.score, why));
        }
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    marks.sort_unstable();
    marks.dedup();
    (reasons.into_iter().map(|(_, why)| why).collect(), marks)
}

fn paragraphs(query: &Query, built: &Built, doc: usize) -> Vec<Why> {
    let mut out = Vec::new();
    for typed in &query.refs {
        let places = built.laws.range((typed.chapter, typed.number)..=(typed.chapter, typed.to.max(typed.number)));
        let here = places.flat_map(|(_, list)| list).filter(|one| usize::try_from(one.doc).is_ok_and(|at| at == doc));
        let worth = |one: &LawRef, weight: f32| answers(typed, one) * weight;
        let best = here.max_by(|a, b| worth(&a.found, a.weight).total_cmp(&worth(&b.found, b.weight)));
        if let Some(best) = best.filter(|best| answers(typed, &best.found) > 0.0) {
            out.push(Why::Paragraph(written(&best.found)));
        }
    }
    out.dedup();
    out
}

/// A paragraph as one writes it: `SEL § 52 a, stk. 3, nr. 6`.
pub(super) fn written(found: &LawRef) -> String {
    let mut out = if found.law.is_empty() { String::new() } else { format!("{} ", found.law.to_uppercase()) };
    out += if found.chapter { "kap. " } else { "§ " };
    out += &found.number.to_string();
    if found.to != found.number {
        out = format!("{out}-{}", found.to);
    }
    if let Some(letter) = found.letter {
        out.extend([' ', letter]);
    }
    for (name, part) in ["stk.", "nr.", "litra"].iter().zip(&found.path) {
        out = format!("{out}, {name} {part}");
    }
    out
}

/// The matches that made the score: one for each part.
fn used(alternative: &Alternative, best: &Best, built: &Built, doc: usize) -> Vec<Match> {
    if let [only] = alternative.parts.as_slice() {
        return only.get(usize::from(best.matched)).copied().into_iter().collect();
    }
    let worth = |one: &Match| posting(one, built, doc).map(|(weight, _)| weight * one.quality);
    let strongest = |part: &Vec<Match>| {
        let known = part.iter().filter_map(|one| worth(one).map(|worth| (worth, *one)));
        known.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, one)| one)
    };
    alternative.parts.iter().filter_map(strongest).collect()
}

fn posting(one: &Match, built: &Built, doc: usize) -> Option<(f32, Field)> {
    let list = built.postings.get(usize::try_from(one.term).ok()?)?;
    let doc = u32::try_from(doc).ok()?;
    let at = list.binary_search_by_key(&doc, |posting| posting.doc).ok()?;
    list.get(at).map(|posting| (posting.weight, posting.field))
}

fn reason(used: &[Match], alternative: &Alternative, query: &Query, built: &Built, doc: usize) -> Why {
    let words = query.words.get(alternative.covers.clone()).unwrap_or_default();
    let typed = words.iter().map(|word| word.shown.as_str()).collect::<Vec<_>>().join(" ");
    let found = used.iter().map(|one| built.vocabulary.shown(one.term)).collect::<Vec<_>>().join(" ");
    match (&alternative.origin, used.first().map(|one| one.kind)) {
        (Origin::Synonym(shown), _) => Why::Synonym { typed, found: shown.to_string() },
        (Origin::Compound, _) | (_, Some(Kind::Compound)) => Why::Compound { typed, found },
        (_, Some(Kind::Prefix)) => Why::Prefix { typed, found },
        (_, Some(Kind::Inflection)) => Why::Inflection { typed, found },
        (_, Some(Kind::Spelling)) => Why::Spelling { typed, found },
        _ => {
            let field = used.first().and_then(|one| posting(one, built, doc)).map(|(_, field)| field);
            if field.is_some_and(|field| field <= Field::Keyword) { Why::Exact(found) } else { Why::Description(found) }
        }
    }
}

/// Marks what was typed where it stands in the word, else the whole word.
fn mark(one: &Match, alternative: &Alternative, query: &Query, built: &Built, name: &[Token], marks: &mut Vec<usize>) {
    let fold = built.vocabulary.fold(one.term);
    let word = query.words.get(alternative.covers.clone()).and_then(|words| words.first());
    for token in name.iter().filter(|token| token.fold == fold) {
        let part = word
            .filter(|_| matches!(one.kind, Kind::Prefix | Kind::Compound))
            .and_then(|word| place(token, &word.fold));
        marks.extend(token.chars(part.unwrap_or(0..token.origin.len())));
    }
}

/// Where the typed word stands in the token, in folded characters.
fn place(token: &Token, typed: &str) -> Option<Range<usize>> {
    let chars = |text: &str| text.chars().count();
    if let Some(at) = token.fold.find(typed) {
        let start = chars(token.fold.get(..at)?);
        return Some(start..start + chars(typed));
    }
    // Typed without the three letters: the first stretch of the word with that skeleton.
    let (typed, bare) = (skeleton(typed), token.fold.as_str());
    let starts = bare.char_indices().map(|(at, _)| at);
    for start in starts {
        let ends = bare.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| *end > start);
        for end in ends {
            if bare.get(start..end).is_some_and(|part| *skeleton(part) == *typed) {
                return Some(chars(bare.get(..start)?)..chars(bare.get(..end)?));
            }
        }
    }
    None
}
