//! From offers to the index: which field counts how much, and which words and paragraphs each offer holds.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;

use super::fold::phrase;
use super::gather::Gathering;
use super::law::{LawRef, law_key};
use super::paragraphs::add_laws;
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
    const ALL: [Field; 6] = [Field::Name, Field::Keyword, Field::Plain, Field::Text, Field::Theme, Field::Aside];

    /// How much a word in it counts.
    pub fn weight(self) -> f32 {
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

/// A word in an offer. There are about a hundred for every offer, so they are kept small.
#[derive(Clone, Copy, Debug)]
pub(super) struct Posting {
    /// Place of the offer in the list that was indexed.
    pub doc: u32,
    /// The weight, with the field in its last bits.
    said: u32,
}

impl Posting {
    /// Enough for every field; of the weight they are less than a millionth.
    const FIELD_BITS: u32 = 7;

    /// A word that says so much about the offer, most of it in this field.
    pub fn new(doc: u32, weight: f32, field: Field) -> Posting {
        let place = Field::ALL.iter().position(|one| *one == field).and_then(|place| u32::try_from(place).ok());
        Posting { doc, said: weight.to_bits() & !Self::FIELD_BITS | place.unwrap_or(Self::FIELD_BITS) }
    }

    /// What the word says about the offer.
    pub fn weight(self) -> f32 {
        f32::from_bits(self.said & !Self::FIELD_BITS)
    }

    /// The field that says most.
    pub fn field(self) -> Field {
        let place = usize::try_from(self.said & Self::FIELD_BITS).unwrap_or(usize::MAX);
        Field::ALL.get(place).copied().unwrap_or(Field::Aside)
    }
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
    pub name: Box<str>,
    /// The name folded, words with single spaces between.
    pub phrase: Box<str>,
    /// Words in the name that carry meaning.
    pub name_words: usize,
    pub department: Arc<str>,
    pub themes: Box<[Arc<str>]>,
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
    /// For each offer its place in the order of ids, which decides between equal scores.
    pub by_id: Vec<u32>,
}

/// Fewer offers than this are not worth a second thread.
const WORTH_A_THREAD: usize = 1_000;

/// Builds everything for these offers.
pub(super) fn build(offers: &[Offer]) -> Built {
    let law_names = law_names(offers);
    let (first, second) = offers.split_at(if offers.len() < WORTH_A_THREAD { offers.len() } else { offers.len() / 2 });
    let (mut half, other) = thread::scope(|scope| {
        let other = (!second.is_empty()).then(|| scope.spawn(|| Half::of(second, first.len(), &law_names)));
        (Half::of(first, 0, &law_names), other.map(thread::ScopedJoinHandle::join))
    });
    match other {
        None => {}
        Some(Ok(other)) => half.add(other),
        Some(Err(panic)) => resume_unwind(panic),
    }
    let Half { mut built, gathering } = half;
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
    built.law_names = law_names;
    built.by_id = by_id(offers);
    built.docs.shrink_to_fit();
    built
}

fn by_id(offers: &[Offer]) -> Vec<u32> {
    let mut sorted: Vec<(&str, usize)> = offers.iter().map(|offer| offer.id.as_str()).zip(0..).collect();
    sorted.sort_unstable();
    let mut places = vec![0; offers.len()];
    for ((_, doc), place) in sorted.into_iter().zip(0..) {
        if let Some(slot) = places.get_mut(doc) {
            *slot = place;
        }
    }
    places
}

fn law_names(offers: &[Offer]) -> Vec<String> {
    let written: BTreeSet<&str> =
        offers.iter().flat_map(|offer| &offer.legal).map(|basis| basis.law.as_str()).collect();
    let keys = written.into_iter().map(law_key).filter(|law| !law.contains(' ') && law.chars().count() > 1);
    keys.collect::<BTreeSet<String>>().into_iter().collect()
}

/// What some of the offers, one after the other, give.
struct Half {
    built: Built,
    gathering: Gathering,
}

impl Half {
    /// `before`: offers that stand before these.
    fn of(offers: &[Offer], before: usize, law_names: &[String]) -> Half {
        let (mut built, mut gathering) = (Built::default(), Gathering::default());
        let mut keys: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut key = |text: &str| match keys.get(text) {
            Some(known) => known.clone(),
            None => {
                let new: Arc<str> = text.into();
                keys.insert(new.clone());
                new
            }
        };
        built.docs.reserve_exact(offers.len());
        for (at, offer) in offers.iter().enumerate() {
            let doc = u32::try_from(before + at).unwrap_or(u32::MAX);
            let name_words = gathering.offer(doc, offer);
            add_laws(&mut built, doc, offer, law_names);
            built.docs.push(Doc {
                name: offer.name.as_str().into(),
                phrase: phrase(&offer.name).into(),
                name_words,
                department: key(&offer.department),
                themes: offer.themes.iter().map(|theme| key(theme)).collect(),
                closed: offer.state == OfferState::Closed,
            });
        }
        Half { built, gathering }
    }

    /// Adds the offers that stand behind these.
    fn add(&mut self, other: Half) {
        self.gathering.add(other.gathering);
        let changes = u32::try_from(self.built.changes.len()).unwrap_or(u32::MAX);
        for (place, list) in other.built.laws {
            let moved = list.into_iter().map(|one| LawPosting { change: one.change.map(|at| at + changes), ..one });
            self.built.laws.entry(place).or_default().extend(moved);
        }
        self.built.changes.extend(other.built.changes);
        self.built.docs.extend(other.built.docs);
    }
}

/// A rare word in a long text says more than a common one. Names are short: each of their words counts in full.
fn weigh_by_rareness(postings: &mut [Box<[Posting]>], docs: usize) {
    for list in postings {
        let rareness = rareness(list.len(), docs);
        for posting in list.iter_mut().filter(|posting| posting.field() > Field::Keyword) {
            *posting = Posting::new(posting.doc, posting.weight() * (0.6 + 0.6 * rareness), posting.field());
        }
    }
}

/// 1 = in no offer, at least 0.2.
pub(super) fn rareness(holding: usize, docs: usize) -> f32 {
    let docs = number(docs);
    ((1.0 + docs / (1.0 + number(holding))).ln() / (1.0 + docs).ln()).max(0.2)
}
