//! The words of the offers: which stand in which, in which field, and what they say there.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::build::{Field, Posting};
use super::fold::{each_word, is_stopword};
use crate::domain::offer::Offer;

/// A table by word.
pub(super) type Words<T> = HashMap<Box<str>, T, BuildHasherDefault<ShortText>>;

/// FNV-1a: for short words of our own files three times as fast as the standard hash.
#[derive(Clone, Debug)]
pub(super) struct ShortText(u64);

impl Default for ShortText {
    fn default() -> ShortText {
        ShortText(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ShortText {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// What is known of a word.
#[derive(Clone, Copy)]
struct Known {
    /// Its number; `None` as long as it only stood where words without a meaning of their own are passed over.
    term: Option<u32>,
    is_stopword: bool,
}

/// All words so far.
#[derive(Default)]
pub(super) struct Gathering {
    known: Words<Known>,
    /// Each word, folded and as it is written.
    pub words: Vec<(String, String)>,
    /// For each word, the offers that hold it, in order.
    pub postings: Vec<Vec<Posting>>,
    seen: Vec<Seen>,
}

/// What one field says of one word. Small, because those of an offer are sorted.
struct Seen {
    term: u32,
    field: Field,
    times: u16,
    words_in_field: u16,
}

impl Gathering {
    /// Takes all words of an offer; gives the number of meaningful words in its name.
    pub fn offer(&mut self, doc: u32, offer: &Offer) -> usize {
        let mut seen = std::mem::take(&mut self.seen);
        let name_words = self.field(&[&offer.name], Field::Name, &mut seen);
        for keyword in &offer.keywords {
            self.field(&[keyword], Field::Keyword, &mut seen);
        }
        // "botilbud 107": people say the number as a word.
        for basis in &offer.legal {
            self.field(&[&basis.paragraph], Field::Aside, &mut seen);
            self.field(&[&basis.replaced_by], Field::Aside, &mut seen);
        }
        for theme in &offer.themes {
            self.field(&[theme], Field::Theme, &mut seen);
        }
        self.field(&[&offer.plain], Field::Plain, &mut seen);
        let text = [&offer.description, &offer.target, &offer.purpose, &offer.content].map(String::as_str);
        self.field(&text, Field::Text, &mut seen);
        let aside =
            [&offer.place, &offer.authority, &offer.referral, &offer.guarantee, &offer.languages, &offer.intensity];
        self.field(&aside.map(String::as_str), Field::Aside, &mut seen);
        // Stable: of one word in several keywords the first counts.
        seen.sort_by_key(|one| (one.term, one.field));
        seen.dedup_by(|later, first| {
            let same = (later.term, later.field) == (first.term, first.field);
            first.times = first.times.saturating_add(if same { later.times } else { 0 });
            same
        });
        for group in seen.chunk_by(|a, b| a.term == b.term) {
            let Some(term) = group.first().map(|one| one.term) else { continue };
            let (mut best, mut sum, mut field) = (0.0, 0.0, Field::Aside);
            for one in group {
                let weight = weight(one);
                sum += weight;
                if weight > best {
                    (best, field) = (weight, one.field);
                }
            }
            if let Some(list) = self.postings.get_mut(place(term)) {
                list.push(Posting::new(doc, best + 0.1 * (sum - best), field));
            }
        }
        seen.clear();
        self.seen = seen;
        name_words
    }

    /// Takes the words of texts that are one field.
    fn field(&mut self, texts: &[&str], field: Field, seen: &mut Vec<Seen>) -> usize {
        let start = seen.len();
        let mut meaning: u16 = 0;
        let mut before = String::new();
        for text in texts {
            each_word(text, |fold, place, glued| {
                let is_stopword = self.word(fold, || written(text, place), field, seen);
                meaning = meaning.saturating_add(u16::from(!is_stopword));
                if field <= Field::Keyword {
                    if glued {
                        let both = format!("{before}{fold}");
                        self.word(&both, || both.clone(), field, seen);
                    }
                    fold.clone_into(&mut before);
                }
            });
        }
        for one in seen.iter_mut().skip(start) {
            one.words_in_field = meaning;
        }
        usize::from(meaning)
    }

    /// Notes a word; tells whether it has no meaning of its own. Such a one is noted only where it is part of a name.
    fn word(&mut self, fold: &str, shown: impl FnOnce() -> String, field: Field, seen: &mut Vec<Seen>) -> bool {
        let known = match self.known.get(fold) {
            Some(known) => *known,
            None => {
                let new = Known { term: None, is_stopword: is_stopword(fold) };
                self.known.insert(fold.into(), new);
                new
            }
        };
        if known.is_stopword && field != Field::Name {
            return true;
        }
        let term = known.term.unwrap_or_else(|| {
            let term = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            if let Some(known) = self.known.get_mut(fold) {
                known.term = Some(term);
            }
            self.words.push((fold.to_owned(), shown()));
            self.postings.push(Vec::new());
            term
        });
        seen.push(Seen { term, field, times: 1, words_in_field: 0 });
        known.is_stopword
    }

    /// Adds what was gathered from the offers behind these.
    pub fn add(&mut self, other: Gathering) {
        for ((fold, shown), list) in other.words.into_iter().zip(other.postings) {
            let at = self.known.get(&*fold).and_then(|known| known.term);
            match at.and_then(|at| self.postings.get_mut(place(at))) {
                Some(known) => known.extend(list),
                None => {
                    self.words.push((fold, shown));
                    self.postings.push(list);
                }
            }
        }
    }
}

fn place(term: u32) -> usize {
    usize::try_from(term).unwrap_or(usize::MAX)
}

/// The word as it stands in the text, in small letters.
fn written(text: &str, place: Range<usize>) -> String {
    text.get(place).unwrap_or_default().to_lowercase()
}

fn weight(seen: &Seen) -> f32 {
    let times = f32::from(seen.times);
    let words = f32::from(seen.words_in_field.max(1));
    let shape = match seen.field {
        Field::Name | Field::Keyword => 0.75 + 0.25 / words.sqrt(),
        _ => 1.35 * times / (times + 0.35) / (0.88 + 0.12 * (words / 40.0).min(3.0)),
    };
    seen.field.weight() * shape
}
