//! From offers to the index: which field counts how much, and which words and paragraphs each offer holds.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use chrono::NaiveDate;

use super::fold::{each_word, is_stopword, phrase};
use super::law::{LawRef, law_key, parse, written as written_law};
use super::vocabulary::{Vocabulary, number};
use crate::domain::offer::{LegalBasis, Offer, OfferState};

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
    /// Where it stands.
    pub source: Source,
    /// What it says about the offer.
    pub weight: f32,
    /// Place among [`Built::changes`] where it is the old or the new one of a paragraph that changed.
    pub change: Option<u32>,
}

/// A paragraph that an offer rests on and that ended or got another number.
#[derive(Debug)]
pub(super) struct Change {
    /// The paragraph the offer was written under.
    pub old: Box<str>,
    /// What took its place; empty = nothing that is known.
    pub new: Box<str>,
    /// Last day of the old one, where known.
    pub last: Option<NaiveDate>,
}

/// Where a paragraph stands in an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// What the offer rests on.
    Legal,
    /// Its id: the offer is named after the paragraph.
    Id,
    /// Its name.
    Name,
    /// A description.
    Text,
}

/// Places a paragraph can stand in.
pub(super) const SOURCES: usize = 4;

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
    /// Paragraphs that changed.
    pub changes: Vec<Change>,
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
    let (vocabulary, numbers) = Vocabulary::build(&gathering.words);
    let mut postings: Vec<Box<[Posting]>> = vec![Box::default(); vocabulary.len()];
    for (old, list) in gathering.postings.into_iter().enumerate() {
        let new = numbers.get(old).and_then(|new| usize::try_from(*new).ok());
        if let Some(slot) = new.and_then(|new| postings.get_mut(new)) {
            *slot = list.into();
        }
    }
    weigh_by_rareness(&mut postings, built.docs.len());
    built.vocabulary = vocabulary;
    built.postings = postings;
    built
}

/// FNV-1a: for short words of our own files three times as fast as the standard hash.
struct ShortText(u64);

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

#[derive(Default)]
struct Gathering {
    numbers: HashMap<String, usize, BuildHasherDefault<ShortText>>,
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
        seen.sort_unstable_by_key(|one| (one.term, one.field));
        seen.dedup_by(|later, first| {
            let same = (later.term, later.field) == (first.term, first.field);
            first.times += if same { later.times } else { 0 };
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
            if let Some(list) = self.postings.get_mut(term) {
                list.push(Posting { doc, weight: best + 0.1 * (sum - best), field });
            }
        }
        name_words
    }

    fn field(&mut self, text: &str, field: Field, seen: &mut Vec<Seen>) -> usize {
        let start = seen.len();
        let mut meaning = 0;
        let mut before = String::new();
        each_word(text, |fold, origin, glued| {
            let stopword = is_stopword(fold);
            meaning += usize::from(!stopword);
            if !stopword || field == Field::Name {
                self.word(fold, || written(text, origin), field, seen);
            }
            if field <= Field::Keyword {
                if glued {
                    let both = format!("{before}{fold}");
                    self.word(&both, || both.clone(), field, seen);
                }
                fold.clone_into(&mut before);
            }
        });
        for one in seen.iter_mut().skip(start) {
            one.words_in_field = meaning;
        }
        meaning
    }

    fn word(&mut self, fold: &str, shown: impl FnOnce() -> String, field: Field, seen: &mut Vec<Seen>) {
        let term = if let Some(known) = self.numbers.get(fold) {
            *known
        } else {
            let new = self.words.len();
            self.numbers.insert(fold.to_owned(), new);
            self.words.push((fold.to_owned(), shown()));
            self.postings.push(Vec::new());
            new
        };
        seen.push(Seen { term, field, times: 1, words_in_field: 0 });
    }
}

/// The word as it stands in the text, in small letters.
fn written(text: &str, origin: &[usize]) -> String {
    let (Some(first), Some(last)) = (origin.first(), origin.last()) else { return String::new() };
    text.chars().skip(*first).take(last - first + 1).collect::<String>().to_lowercase()
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

/// A rare word in a long text says more than a common one. Names are short: each of their words counts in full.
fn weigh_by_rareness(postings: &mut [Box<[Posting]>], docs: usize) {
    for list in postings {
        let rareness = rareness(list.len(), docs);
        for posting in list.iter_mut().filter(|posting| posting.field > Field::Keyword) {
            posting.weight *= 0.6 + 0.6 * rareness;
        }
    }
}

/// 1 = in no offer, at least 0.2.
pub(super) fn rareness(holding: usize, docs: usize) -> f32 {
    let docs = number(docs);
    ((1.0 + docs / (1.0 + number(holding))).ln() / (1.0 + docs).ln()).max(0.2)
}

/// A paragraph, where it stands, what it says, and its place among the changes.
type Placed = (LawRef, Source, f32, Option<u32>);

fn add_laws(built: &mut Built, doc: u32, offer: &Offer) {
    let mut legal: Vec<(LawRef, Option<u32>)> = Vec::new();
    for basis in &offer.legal {
        add_basis(built, basis, &mut legal);
    }
    // Of a paragraph that stands twice, the one that has not changed.
    legal.sort();
    legal.dedup_by(|later, first| later.0 == first.0);
    let share = 1.0 / (1.0 + 0.08 * number(legal.len().saturating_sub(1)));
    let mut found: Vec<Placed> =
        legal.into_iter().map(|(one, change)| (one, Source::Legal, 4.0 * share.max(0.5), change)).collect();
    let texts = [
        (&offer.id, Source::Id, 1.3),
        (&offer.name, Source::Name, 0.9),
        (&offer.plain, Source::Text, 0.4),
        (&offer.description, Source::Text, 0.4),
    ];
    for (text, source, weight) in texts {
        let short = source != Source::Text;
        if text.contains('§') || (short && text.contains(|c: char| c.is_ascii_digit())) {
            found.extend(parse(text, &built.law_names).refs.into_iter().map(|one| (one, source, weight, None)));
        }
    }
    for (one, source, weight, change) in found {
        let last = if one.to - one.number > LONGEST_RANGE { one.number } else { one.to };
        for at in one.number..=last {
            let posting = LawPosting { doc, found: one.clone(), source, weight, change };
            built.laws.entry((one.chapter, at)).or_default().push(posting);
        }
    }
}

/// The paragraphs of one basis, and those that took their place: either number leads to the offer.
fn add_basis(built: &mut Built, basis: &LegalBasis, legal: &mut Vec<(LawRef, Option<u32>)>) {
    let law = law_key(&basis.law);
    let read = |text: &str, law_names: &[String]| {
        let sign = if text.contains('§') || text.to_lowercase().contains("kap") { "" } else { "§§ " };
        let mut refs = parse(&format!("{sign}{text}"), law_names).refs;
        refs.iter_mut().filter(|one| one.law.is_empty()).for_each(|one| one.law.clone_from(&law));
        refs
    };
    let old = read(&basis.paragraph, &built.law_names);
    let new = read(&basis.replaced_by, &built.law_names);
    let has_changed = !basis.replaced_by.trim().is_empty() || basis.valid_to.is_some();
    let change = has_changed.then(|| u32::try_from(built.changes.len()).unwrap_or(u32::MAX));
    if has_changed {
        let all = |refs: &[LawRef]| refs.iter().map(written_law).collect::<Vec<_>>().join(", ");
        let new = if new.is_empty() { basis.replaced_by.trim().to_owned() } else { all(&new) };
        built.changes.push(Change { old: all(&old).into(), new: new.into(), last: basis.valid_to });
    }
    legal.extend(old.into_iter().chain(new).map(|one| (one, change)));
}
