//! From offers to the index: which field counts how much, and which words and paragraphs each offer holds.

use std::collections::{BTreeMap, HashMap};

use super::fold::{is_stopword, phrase, tokens};
use super::law::{LawRef, law_key, parse};
use super::vocabulary::{Vocabulary, number};
use crate::domain::offer::{Offer, OfferState};

/// A field of an offer, by how much a word in it says about the offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The name.
    Name,
    /// Other words for it.
    Keyword,
    /// The sentence to the citizen.
    Plain,
    /// What it is, for whom, to what end, how.
    Text,
    /// Its themes.
    Theme,
    /// Where, who decides, how to get in.
    Aside,
}

impl Field {
    fn weight(self) -> f32 {
        match self {
            Field::Name => 3.0,
            Field::Keyword => 2.2,
            Field::Plain => 1.4,
            Field::Text => 1.2,
            Field::Theme => 0.9,
            Field::Aside => 0.6,
        }
    }
}

/// A word in an offer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    /// Place of the offer in the list that was indexed.
    pub doc: u32,
    /// What the word says about the offer.
    pub weight: f32,
    /// The field that says most.
    pub field: Field,
}

/// A paragraph in an offer.
#[derive(Clone, Debug)]
pub(super) struct LawPosting {
    /// Place of the offer.
    pub doc: u32,
    /// The paragraph.
    pub found: LawRef,
    /// What it says about the offer.
    pub weight: f32,
}

/// What is kept of an offer.
#[derive(Debug)]
pub(super) struct Doc {
    pub id: Box<str>,
    pub name: Box<str>,
    /// The name folded, words with single spaces between.
    pub phrase: Box<str>,
    /// Words in the name that carry meaning.
    pub name_words: usize,
    pub department: Box<str>,
    pub themes: Box<[Box<str>]>,
    pub closed: bool,
}

/// All that is built.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub vocabulary: Vocabulary,
    /// For each word of the vocabulary, the offers that hold it, in order.
    pub postings: Vec<Box<[Posting]>>,
    /// By number (and whether it is a chapter).
    pub laws: BTreeMap<(bool, u16), Vec<LawPosting>>,
    /// Folded short names of all laws the offers name.
    pub law_names: Vec<String>,
    pub docs: Vec<Doc>,
}

/// A range of paragraphs longer than this is a slip of the pen; only its ends are found.
const LONGEST_RANGE: u16 = 100;

/// Builds everything for these offers.
pub(super) fn build(offers: &[Offer]) -> Built {
    let mut law_names: Vec<String> = offers
        .iter()
        .flat_map(|offer| &offer.legal)
        .map(|basis| law_key(&basis.law))
        .filter(|law| !law.contains(' '))
        .collect();
    law_names.retain(|law| law.chars().count() > 1);
    law_names.sort();
    law_names.dedup();
    let mut gathering = Gathering::default();
    let mut built = Built { law_names, ..Built::default() };
    for (doc, offer) in offers.iter().enumerate() {
        let doc = u32::try_from(doc).unwrap_or(u32::MAX);
        let name_words = gathering.offer(doc, offer);
        add_laws(&mut built, doc, offer);
        built.docs.push(Doc {
            id: offer.id.as_str().into(),
            name: offer.name.as_str().into(),
            phrase: phrase(&offer.name).into(),
            name_words,
            department: offer.department.as_str().into(),
            themes: offer.themes.iter().map(|theme| theme.as_str().into()).collect(),
            closed: offer.state == OfferState::Closed,
        });
    }
    let (vocabulary, numbers) = Vocabulary::build(gathering.words);
    let mut postings: Vec<Box<[Posting]>> = vec![Box::default(); vocabulary.len()];
    for (old, list) in gathering.postings.into_iter().enumerate() {
        let new = numbers.get(old).and_then(|new| usize::try_from(*new).ok());
        if let Some(slot) = new.and_then(|new| postings.get_mut(new)) {
            *slot = list.into();
        }
    }
    built.vocabulary = vocabulary;
    built.postings = postings;
    built
}

#[derive(Default)]
struct Gathering {
    numbers: HashMap<String, usize>,
    words: Vec<(String, String)>,
    postings: Vec<Vec<Posting>>,
}

/// What one field says of one word.
struct Seen {
    term: usize,
    field: Field,
    times: usize,
    words_in_field: usize,
}

impl Gathering {
    /// Takes all words of an offer; gives the number of meaningful words in its name.
    fn offer(&mut self, doc: u32, offer: &Offer) -> usize {
        let mut seen: Vec<Seen> = Vec::new();
        let name_words = self.field(&offer.name, Field::Name, &mut seen);
        for keyword in &offer.keywords {
            self.field(keyword, Field::Keyword, &mut seen);
        }
        for theme in &offer.themes {
            self.field(theme, Field::Theme, &mut seen);
        }
        self.field(&offer.plain, Field::Plain, &mut seen);
        let text = [&offer.description, &offer.target, &offer.purpose, &offer.content].map(String::as_str).join("\n");
        self.field(&text, Field::Text, &mut seen);
        let aside =
            [&offer.place, &offer.authority, &offer.referral, &offer.guarantee, &offer.languages, &offer.intensity]
                .map(String::as_str)
                .join("\n");
        self.field(&aside, Field::Aside, &mut seen);
        seen.sort_by_key(|one| (one.term, one.field));
        for group in seen.chunk_by(|a, b| a.term == b.term) {
            let Some(term) = group.first().map(|one| one.term) else { continue };
            let mut weights: Vec<(f32, Field)> = group.iter().map(|one| (weight(one), one.field)).collect();
            weights.sort_by(|a, b| b.0.total_cmp(&a.0));
            let rest: f32 = weights.iter().skip(1).map(|(weight, _)| weight).sum();
            if let (Some((best, field)), Some(list)) = (weights.first().copied(), self.postings.get_mut(term)) {
                list.push(Posting { doc, weight: best + 0.1 * rest, field });
            }
        }
        name_words
    }

    fn field(&mut self, text: &str, field: Field, seen: &mut Vec<Seen>) -> usize {
        let start = seen.len();
        let letters: Vec<char> = if text.is_ascii() { Vec::new() } else { text.chars().collect() };
        let found = tokens(text);
        let mut meaning = 0;
        let mut before: Option<&str> = None;
        for token in &found {
            let range = token.chars(0..token.origin.len());
            let shown = || match letters.get(range.clone()) {
                Some(part) if !letters.is_empty() => part.iter().collect::<String>().to_lowercase(),
                _ => text.get(range.clone()).unwrap_or_default().to_lowercase(),
            };
            let stopword = is_stopword(&token.fold);
            meaning += usize::from(!stopword);
            if !stopword || field == Field::Name {
                self.word(&token.fold, shown, field, start, seen);
            }
            if let Some(first) = before.filter(|_| token.glued && field <= Field::Keyword) {
                let both = format!("{first}{}", token.fold);
                let as_shown = both.clone();
                self.word(&both, || as_shown, field, start, seen);
            }
            before = Some(&token.fold);
        }
        for one in seen.iter_mut().skip(start) {
            one.words_in_field = meaning;
        }
        meaning
    }

    fn word(&mut self, fold: &str, shown: impl FnOnce() -> String, field: Field, start: usize, seen: &mut Vec<Seen>) {
        let term = if let Some(known) = self.numbers.get(fold) {
            *known
        } else {
            let new = self.words.len();
            self.numbers.insert(fold.to_owned(), new);
            self.words.push((fold.to_owned(), shown()));
            self.postings.push(Vec::new());
            new
        };
        match seen.iter_mut().skip(start).find(|one| one.term == term) {
            Some(one) => one.times += 1,
            None => seen.push(Seen { term, field, times: 1, words_in_field: 0 }),
        }
    }
}

fn weight(seen: &Seen) -> f32 {
    let times = number(seen.times);
    let words = number(seen.words_in_field.max(1));
    let shape = match seen.field {
        Field::Name | Field::Keyword => 0.75 + 0.25 / words.sqrt(),
        _ => 1.35 * times / (times + 0.35) / (0.88 + 0.12 * (words / 40.0).min(3.0)),
    };
    seen.field.weight() * shape
}

fn add_laws(built: &mut Built, doc: u32, offer: &Offer) {
    let mut found: Vec<(LawRef, f32)> = Vec::new();
    let mut legal: Vec<LawRef> = Vec::new();
    for basis in &offer.legal {
        let law = law_key(&basis.law);
        let sign =
            if basis.paragraph.contains('§') || basis.paragraph.to_lowercase().contains("kap") { "" } else { "§§ " };
        for mut one in parse(&format!("{sign}{}", basis.paragraph), &built.law_names).refs {
            if one.law.is_empty() {
                one.law.clone_from(&law);
            }
            legal.push(one);
        }
    }
    legal.sort();
    legal.dedup();
    let share = 1.0 / (1.0 + 0.08 * number(legal.len().saturating_sub(1)));
    found.extend(legal.into_iter().map(|one| (one, 4.0 * share.max(0.5))));
    for (text, weight) in [(&offer.name, 3.5), (&offer.id, 1.5), (&offer.plain, 1.2), (&offer.description, 1.2)] {
        found.extend(parse(text, &built.law_names).refs.into_iter().map(|one| (one, weight)));
    }
    for (one, weight) in found {
        let last = if one.to - one.number > LONGEST_RANGE { one.number } else { one.to };
        for at in one.number..=last {
            let posting = LawPosting { doc, found: one.clone(), weight };
            built.laws.entry((one.chapter, at)).or_default().push(posting);
        }
    }
}
