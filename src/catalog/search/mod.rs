//! One index for picker, browser and command line: built in memory, the same order for the same offers and query.
//!
//! A query is read as paragraphs and words. Paragraphs match exactly. Each word leads to all words of the catalogue
//! that may be meant (the same, another form, a longer word, a correction, a synonym), each with how sure it is;
//! an offer is worth the best of them by field, and at least half of the words must be found.

mod abbreviation;
mod build;
mod edits;
mod explain;
mod fold;
mod gather;
mod law;
mod paragraphs;
mod query;
mod rank;
mod stem;
mod vocabulary;

use std::collections::HashMap;
use std::ops::Range;

use chrono::NaiveDate;

use self::build::{Built, Doc};
use self::query::{Query, Thesaurus};
use super::synonyms::Synonyms;
use crate::domain::offer::Offer;

/// Why an offer was found, as data; the words for it are in the locale files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It rests on this paragraph, as one writes it: `SEL § 85`.
    Paragraph(String),
    /// It rests on a paragraph that ended or got another number; either of them was typed.
    Replaced {
        /// The paragraph it was written under, as one writes it.
        old: String,
        /// What took its place; empty = nothing that is known.
        new: String,
        /// Last day of the old one, where known.
        last: Option<NaiveDate>,
    },
    /// The word stands in the name or among its other words.
    Exact(String),
    /// A word in it begins so.
    Prefix {
        /// What was typed.
        typed: String,
        /// The word in the offer.
        found: String,
    },
    /// It stands inside a longer word, or two words are written as one.
    Compound {
        /// What was typed.
        typed: String,
        /// The word or words in the offer.
        found: String,
    },
    /// Another form of the word.
    Inflection {
        /// What was typed.
        typed: String,
        /// The word in the offer.
        found: String,
    },
    /// Spelled differently.
    Spelling {
        /// What was typed.
        typed: String,
        /// The word in the offer.
        found: String,
    },
    /// Another word for it, from the table of synonyms.
    Synonym {
        /// What was typed.
        typed: String,
        /// The words of the table.
        found: String,
    },
    /// The first letters of the name, or a word without its vowels.
    Abbreviation(String),
    /// The word stands in the description.
    Description(String),
}

/// An offer that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Place of the offer in the list that was indexed.
    pub offer: usize,
    /// How well it answers; only good for comparing hits of one query. 0 where nothing was typed.
    pub score: f32,
    /// Why it was found, a reason for each word, the surest first.
    pub why: Vec<Why>,
    /// Characters of the name that were matched, in order, each once.
    pub marks: Vec<usize>,
}

/// What may be shown. The default shows all that is open to new citizens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this department's (key).
    pub department: Option<String>,
    /// Only offers with this theme (key).
    pub theme: Option<String>,
    /// Also offers that are closed (*udgået*).
    pub include_closed: bool,
}

impl Filter {
    fn lets(&self, doc: &Doc) -> bool {
        self.lets_department(doc) && self.lets_theme(doc) && self.lets_state(doc)
    }

    fn lets_department(&self, doc: &Doc) -> bool {
        self.department.as_deref().is_none_or(|key| *doc.department == *key)
    }

    fn lets_theme(&self, doc: &Doc) -> bool {
        self.theme.as_deref().is_none_or(|key| doc.themes.iter().any(|theme| **theme == *key))
    }

    fn lets_state(&self, doc: &Doc) -> bool {
        self.include_closed || !doc.closed
    }
}

/// How many hits each filter would leave, the other filters being as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// With the filter as it is.
    pub shown: usize,
    /// By key of department; departments without hits are not in it.
    pub departments: HashMap<String, usize>,
    /// By key of theme; themes without hits are not in it.
    pub themes: HashMap<String, usize>,
    /// Closed offers among the hits, shown or not.
    pub closed: usize,
}

/// The search index over a list of offers. It holds no reference to them: a changed list needs a new index.
#[derive(Debug, Default)]
pub struct Index {
    built: Built,
    thesaurus: Thesaurus,
}

/// The paragraphs a text names, each as short name of the law (empty = not said) and number: `§ 83 SEL-52-3.7` gives
/// nothing and `83`, `SEL` and `52, stk. 3, nr. 7`.
pub(in crate::catalog) fn paragraphs_in(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<law::LawRef> = law::parse(text, &[]).refs;
    // "§ 99 SEL SEL-99" says the same twice, once without and once with its law.
    let named: Vec<law::LawRef> = found.iter().filter(|one| !one.law.is_empty()).cloned().collect();
    found.retain(|one| !one.law.is_empty() || !named.iter().any(|law| law.number == one.number));
    let mut written: Vec<(String, String)> = Vec::new();
    for one in found.iter().filter(|one| one.number > 0) {
        let bare = law::written(&law::LawRef { law: String::new(), ..one.clone() });
        let pair = (one.law.to_uppercase(), bare.trim_start_matches("§ ").to_owned());
        if !written.contains(&pair) {
            written.push(pair);
        }
    }
    written
}

impl Index {
    /// Builds the index: well under a second for 10,000 offers.
    pub fn new(offers: &[Offer], synonyms: &Synonyms) -> Index {
        Index { built: build::build(offers), thesaurus: Thesaurus::build(synonyms) }
    }

    /// The offers that answer the query, best first, at most `limit`. Equal scores are in order of id.
    /// Nothing typed: all offers in the order of the list.
    pub fn search(&self, query: &str, limit: usize, filter: &Filter) -> Vec<Hit> {
        self.search_explaining(query, limit, 0..limit, filter)
    }

    /// The same with reasons and marks only for the hits at these places: explaining thousands that nobody looks at
    /// takes longer than finding them.
    pub fn search_explaining(&self, query: &str, limit: usize, explained: Range<usize>, filter: &Filter) -> Vec<Hit> {
        self.search_where(query, limit, explained, &|at| self.built.docs.get(at).is_some_and(|doc| filter.lets(doc)))
    }

    /// The same for the offers at those places that `lets` lets through.
    pub fn search_where(
        &self,
        query: &str,
        limit: usize,
        explained: Range<usize>,
        lets: &dyn Fn(usize) -> bool,
    ) -> Vec<Hit> {
        if Query::is_blank(query) {
            let shown = (0..self.built.docs.len()).filter(|at| lets(*at));
            let bare = |offer| Hit { offer, score: 0.0, why: Vec::new(), marks: Vec::new() };
            return shown.map(bare).take(limit).collect();
        }
        let query = Query::read(query, &self.built, &self.thesaurus);
        let mut ranking = rank::rank(&query, &self.built);
        let mut best = std::mem::take(&mut ranking.hits);
        best.retain(|(doc, _)| lets(*doc));
        let place = |doc: usize| self.built.by_id.get(doc);
        let order = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then_with(|| place(a.0).cmp(&place(b.0)));
        if limit > 0 && limit < best.len() {
            best.select_nth_unstable_by(limit - 1, order);
        }
        best.truncate(limit);
        best.sort_unstable_by(order);
        best.into_iter()
            .enumerate()
            .map(|(place, (offer, score))| {
                let (why, marks) = if explained.contains(&place) {
                    explain::explain(&query, &ranking, &self.built, offer)
                } else {
                    Default::default()
                };
                Hit { offer, score, why, marks }
            })
            .collect()
    }

    /// Gives hits of a query their reasons and marks.
    pub fn explain(&self, query: &str, hits: &mut [Hit]) {
        if Query::is_blank(query) {
            return;
        }
        let query = Query::read(query, &self.built, &self.thesaurus);
        let ranking = rank::rank(&query, &self.built);
        for hit in hits {
            (hit.why, hit.marks) = explain::explain(&query, &ranking, &self.built, hit.offer);
        }
    }

    /// How many hits each filter would leave.
    pub fn counts(&self, query: &str, filter: &Filter) -> Counts {
        let found: Vec<usize> = if Query::is_blank(query) {
            (0..self.built.docs.len()).collect()
        } else {
            let query = Query::read(query, &self.built, &self.thesaurus);
            rank::rank(&query, &self.built).hits.into_iter().map(|(doc, _)| doc).collect()
        };
        let mut counts = Counts::default();
        for doc in found.into_iter().filter_map(|doc| self.built.docs.get(doc)) {
            counts.shown += usize::from(filter.lets(doc));
            if filter.lets_department(doc) && filter.lets_theme(doc) {
                counts.closed += usize::from(doc.closed);
            }
            if filter.lets_theme(doc) && filter.lets_state(doc) {
                *counts.departments.entry(doc.department.to_string()).or_default() += 1;
            }
            if filter.lets_department(doc) && filter.lets_state(doc) {
                for theme in &doc.themes {
                    *counts.themes.entry(theme.to_string()).or_default() += 1;
                }
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests;
