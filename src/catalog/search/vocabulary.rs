//! Every word of the catalogue, and all ways from a typed word to the words that may be meant.

use super::edits::{allowed, distance, surprise};
use super::fold::{mask, skeleton};
use super::gather::Words;
use super::stem::{root, stem};

/// How a typed word led to a word of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The same word.
    Exact,
    /// The word begins with it.
    Prefix,
    /// It stands inside a longer word.
    Compound,
    /// Another form of the word.
    Inflection,
    /// Spelled differently.
    Spelling,
}

/// A word of the catalogue that may be meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    /// Number of the term.
    pub term: u32,
    /// How sure: 1 = the very word.
    pub quality: f32,
    /// How it was found.
    pub kind: Kind,
}

/// A typed word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub fold: String,
    /// As it was typed.
    pub shown: String,
    /// Still being typed: the last word, with nothing after it.
    pub unfinished: bool,
}

#[derive(Debug)]
struct Term {
    fold: Box<str>,
    skeleton: Box<str>,
    shown: Box<str>,
    mask: u64,
    letters: usize,
}

/// All words, sorted by skeleton, so that those with one beginning lie together.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    terms: Vec<Term>,
    stems: Words<Vec<u32>>,
    roots: Words<Vec<u32>>,
}

/// Shortest typed word that is looked for inside longer words.
const SHORTEST_INSIDE: usize = 4;
/// Shortest finished word that may be the beginning of a longer one.
const SHORTEST_BEGINNING: usize = 3;
/// Of the words that may be a misspelled one, only so many are followed further.
const MOST_CORRECTIONS: usize = 6;

impl Vocabulary {
    /// Builds from folded words with a way to show each; gives also the new number of each word.
    pub fn build(words: &[(String, String)]) -> (Vocabulary, Vec<u32>) {
        let mut order: Vec<(Box<str>, usize)> =
            words.iter().enumerate().map(|(at, (fold, _))| (skeleton(fold).into(), at)).collect();
        order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| words.get(a.1).cmp(&words.get(b.1))));
        let mut numbers = vec![0; words.len()];
        let mut vocabulary = Vocabulary::default();
        for (skeleton, at) in order {
            let number = u32::try_from(vocabulary.terms.len()).unwrap_or(u32::MAX);
            let Some((fold, shown)) = words.get(at) else { continue };
            if let Some(slot) = numbers.get_mut(at) {
                *slot = number;
            }
            vocabulary.stems.entry(self::skeleton(stem(fold)).into()).or_default().push(number);
            if let Some(root) = root(fold) {
                vocabulary.roots.entry(self::skeleton(root).into()).or_default().push(number);
            }
            vocabulary.terms.push(Term {
                mask: mask(&skeleton),
                letters: skeleton.chars().count(),
                skeleton,
                fold: fold.as_str().into(),
                shown: shown.as_str().into(),
            });
        }
        (vocabulary, numbers)
    }

    /// The word as it is written in the catalogue.
    pub fn shown(&self, term: u32) -> &str {
        self.term(term).map_or("", |term| &term.shown)
    }

    /// The folded word.
    pub fn fold(&self, term: u32) -> &str {
        self.term(term).map_or("", |term| &term.fold)
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// All words that may be meant, each once, by number.
    pub fn look_up(&self, word: &Word) -> Vec<Match> {
        let mut found = self.known(word);
        self.inside(word, &mut found);
        if found.is_empty() {
            self.misspelled(word, &mut found);
        }
        best_of_each(found)
    }

    /// Only the same word and its forms: for parts of compounds and for synonyms, where more would be guessing.
    pub fn look_up_strictly(&self, fold: &str) -> Vec<Match> {
        let mut found = Vec::new();
        self.same(fold, &mut found);
        self.inflected(fold, &mut found);
        best_of_each(found)
    }

    /// Like [`Vocabulary::look_up_strictly`], and longer words it begins.
    pub fn look_up_beginning(&self, fold: &str) -> Vec<Match> {
        best_of_each(self.known(&Word { fold: fold.to_owned(), shown: String::new(), unfinished: false }))
    }

    /// Like [`Vocabulary::look_up_beginning`], and longer words it stands in.
    pub fn look_up_whole(&self, fold: &str) -> Vec<Match> {
        let word = Word { fold: fold.to_owned(), shown: String::new(), unfinished: false };
        let mut found = self.known(&word);
        self.inside(&word, &mut found);
        best_of_each(found)
    }

    fn known(&self, word: &Word) -> Vec<Match> {
        let mut found = Vec::new();
        self.same(&word.fold, &mut found);
        self.inflected(&word.fold, &mut found);
        self.beginning(word, &mut found);
        found
    }

    fn term(&self, term: u32) -> Option<&Term> {
        self.terms.get(usize::try_from(term).ok()?)
    }

    /// Terms whose skeleton begins with the text.
    fn range(&self, beginning: &str) -> impl Iterator<Item = (u32, &Term)> {
        let start = self.terms.partition_point(|term| *term.skeleton < *beginning);
        let found = self.terms.iter().enumerate().skip(start);
        found
            .map_while(move |(at, term)| u32::try_from(at).ok().map(|at| (at, term)))
            .take_while(move |(_, term)| term.skeleton.starts_with(beginning))
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn same(&self, fold: &str, found: &mut Vec<Match>) {
        let bare = skeleton(fold);
        for (term, known) in self.range(&bare).take_while(|(_, known)| known.skeleton.len() == bare.len()) {
            let quality = if *known.fold == *fold { 1.0 } else { 0.97 };
            found.push(Match { term, quality, kind: Kind::Exact });
        }
    }

    fn inflected(&self, fold: &str, found: &mut Vec<Match>) {
        let list = |table: &Words<Vec<u32>>, key: &str| table.get(&*skeleton(key)).cloned().unwrap_or_default();
        let by_stem = list(&self.stems, stem(fold)).into_iter().map(|term| (term, 0.93));
        let by_root = root(fold).map(|root| list(&self.roots, root)).unwrap_or_default();
        for (term, quality) in by_stem.chain(by_root.into_iter().map(|term| (term, 0.8))) {
            found.push(Match { term, quality, kind: Kind::Inflection });
        }
    }

    fn beginning(&self, word: &Word, found: &mut Vec<Match>) {
        let bare = skeleton(&word.fold);
        let letters = bare.chars().count();
        if !word.unfinished && letters < SHORTEST_BEGINNING {
            return;
        }
        for (term, known) in self.range(&bare).filter(|(_, known)| known.letters > letters) {
            let share = share(letters, known.letters);
            let sure = if word.unfinished { 0.8 + 0.12 * share } else { 0.62 + 0.18 * share };
            let quality = if known.fold.starts_with(&word.fold) { sure } else { sure * 0.97 };
            found.push(Match { term, quality, kind: Kind::Prefix });
        }
    }

    /// Words that hold it in the middle or at the end; of an inflected word also its stem.
    fn inside(&self, word: &Word, found: &mut Vec<Match>) {
        let bare = skeleton(&word.fold);
        let short = skeleton(stem(&word.fold));
        for (part, sure) in [(&bare, 1.0), (&short, 0.93)] {
            let letters = part.chars().count();
            if letters < SHORTEST_INSIDE || (sure < 1.0 && (letters <= SHORTEST_INSIDE || short == bare)) {
                continue;
            }
            let bits = mask(part);
            for (at, known) in self.terms.iter().enumerate() {
                if bits & !known.mask != 0 || known.letters <= letters {
                    continue;
                }
                let Some(place) = known.skeleton.find(&**part) else { continue };
                if place == 0 && sure >= 1.0 {
                    continue;
                }
                let at_the_end = known.skeleton.ends_with(&**part) || stem(&known.skeleton).ends_with(&**part);
                if !at_the_end && place > 0 && letters <= SHORTEST_INSIDE {
                    continue;
                }
                let position = if at_the_end || place == 0 { 0.6 } else { 0.48 };
                let quality = sure * (position + 0.18 * share(letters, known.letters));
                if let Ok(term) = u32::try_from(at) {
                    found.push(Match { term, quality, kind: Kind::Compound });
                }
            }
        }
    }

    /// Words one or two errors away, and from the nearest ones their forms and compounds.
    fn misspelled(&self, word: &Word, found: &mut Vec<Match>) {
        let near = self.near(word);
        let Some(least) = near.iter().map(|(_, errors, _)| *errors).min() else { return };
        for (term, errors, whole) in near.iter().filter(|(_, errors, _)| *errors == least).take(MOST_CORRECTIONS) {
            let sure = match (errors, whole) {
                (1, true) => 0.82,
                (1, false) | (_, true) => 0.68,
                _ => 0.55,
            };
            found.push(Match { term: *term, quality: sure, kind: Kind::Spelling });
            let corrected = Word { fold: self.fold(*term).to_owned(), shown: String::new(), unfinished: false };
            let mut further = self.known(&corrected);
            self.inside(&corrected, &mut further);
            found.extend(further.into_iter().filter(|other| other.term != *term).map(|other| Match {
                term: other.term,
                quality: other.quality * sure * 0.95,
                kind: Kind::Spelling,
            }));
        }
    }

    /// Number, errors and whether the whole word is near (else only its beginning), nearest first.
    fn near(&self, word: &Word) -> Vec<(u32, usize, bool)> {
        let bare = skeleton(&word.fold);
        let typed: Vec<char> = bare.chars().collect();
        let most = allowed(typed.len());
        if most == 0 || word.fold.chars().all(|c| c.is_ascii_digit()) {
            return Vec::new();
        }
        let bits = mask(&bare);
        let mut near: Vec<(u32, usize, bool, usize)> = Vec::new();
        for (at, known) in self.terms.iter().enumerate() {
            let too_long = !word.unfinished && known.letters > typed.len() + most;
            let missing = usize::try_from((bits & !known.mask).count_ones()).unwrap_or(0);
            if known.letters + most < typed.len() || too_long || missing > most || known.letters < 4 {
                continue;
            }
            let letters: Vec<char> = known.skeleton.chars().take(typed.len() + most + 1).collect();
            let Some(errors) = distance(&typed, &letters, most) else { continue };
            let same_start = typed.iter().take(2).any(|c| known.skeleton.chars().take(2).any(|k| k == *c));
            if !same_start {
                continue;
            }
            let whole = known.letters == letters.len() && errors.whole <= most;
            let count = if whole { errors.whole } else { errors.beginning };
            if whole || (word.unfinished && count <= most) {
                let surprise = if whole { surprise(&typed, &letters) } else { usize::MAX };
                near.push((u32::try_from(at).unwrap_or(u32::MAX), count, whole, surprise));
            }
        }
        near.sort_by_key(|(term, errors, whole, surprise)| (*errors, !whole, *surprise, *term));
        near.into_iter().map(|(term, errors, whole, _)| (term, errors, whole)).collect()
    }
}

fn share(part: usize, whole: usize) -> f32 {
    number(part) / number(whole.max(1))
}

/// A count as a number one can reckon with; above 65,535 it stays there.
pub(super) fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

fn best_of_each(mut found: Vec<Match>) -> Vec<Match> {
    found.sort_by(|a, b| a.term.cmp(&b.term).then(b.quality.total_cmp(&a.quality)));
    found.dedup_by_key(|one| one.term);
    found
}
