//! From what was typed to what is looked for: paragraphs, and for each word all words that may be meant.

use std::collections::HashMap;
use std::ops::Range;

use super::build::Built;
use super::edits::{allowed, distance};
use super::fold::{is_stopword, phrase, skeleton, tokens};
use super::law::{LawRef, parse};
use super::stem::{root, stem};
use super::vocabulary::{Kind, Match, Vocabulary, Word};
use crate::catalog::synonyms::{Relation, Synonyms};

/// Characters of a query that are looked at.
const LONGEST_QUERY: usize = 200;
/// Words of a query that are looked for.
const MOST_WORDS: usize = 10;
/// How sure a synonym is: a rare word in a description still counts more than a synonym in a name.
const SYNONYM: f32 = 0.42;
/// Shortest word that is tried as two words written together, and shortest half of it.
/// Entries of the table that a word still being typed, or misspelled, may lead to.
const MOST_GUESSES: usize = 12;
const SHORTEST_COMPOUND: usize = 8;
const SHORTEST_HALF: usize = 3;
/// Shortest word that is tried as the beginning or a misspelling of a word in the table of synonyms.
const SHORTEST_GUESS: usize = 4;

/// Synonyms, folded and ready: by the stem of the first word.
#[derive(Debug, Default)]
pub(super) struct Thesaurus {
    by_first: HashMap<Box<str>, Vec<Entry>>,
}

#[derive(Debug)]
struct Entry {
    from: Vec<String>,
    to: Vec<String>,
    shown: Box<str>,
    /// Below 1 where the entry is followed against its direction.
    sure: f32,
}

impl Thesaurus {
    pub fn build(synonyms: &Synonyms) -> Thesaurus {
        let mut thesaurus = Thesaurus::default();
        for entry in &synonyms.entries {
            let sure = match (entry.both, entry.relation) {
                (true, _) | (_, Relation::Older | Relation::Short) => 1.3,
                (_, Relation::Lay) => 1.1,
                (_, Relation::Narrower) => 0.9,
            };
            for to in &entry.to {
                thesaurus.add(&entry.from, to, sure);
                if entry.both {
                    thesaurus.add(to, &entry.from, sure * 0.9);
                }
            }
        }
        for list in thesaurus.by_first.values_mut() {
            list.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        }
        thesaurus
    }

    fn add(&mut self, from: &str, to: &str, sure: f32) {
        let (from, to_words) = (meaning(from), meaning(to));
        let Some(first) = from.first().map(|word| key(word)) else { return };
        if !to_words.is_empty() && from != to_words {
            self.by_first.entry(first).or_default().push(Entry { from, to: to_words, shown: to.into(), sure });
        }
    }

    /// Entries whose words stand at the beginning of these.
    fn at<'a>(&'a self, words: &[&str]) -> impl Iterator<Item = &'a Entry> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let list = words.first().and_then(|first| self.by_first.get(&key(first)));
        list.into_iter().flatten().filter(move |entry| {
            entry.from.len() <= words.len() && entry.from.iter().zip(&words).all(|(from, typed)| are_kin(from, typed))
        })
    }

    /// Entries for one word that begins with this one, or that is this one misspelled, with how sure that is.
    fn guesses(&self, word: &Word) -> Vec<(&Entry, f32)> {
        let typed = skeleton(&word.fold);
        let letters: Vec<char> = typed.chars().collect();
        if letters.len() < SHORTEST_GUESS {
            return Vec::new();
        }
        let most = allowed(letters.len());
        let sure = |from: &str| {
            let from = skeleton(from);
            if word.unfinished && from.starts_with(&*typed) {
                return Some(0.9);
            }
            let other: Vec<char> = from.chars().take(letters.len() + most + 1).collect();
            let near = most > 0 && distance(&letters, &other, most).is_some_and(|found| found.whole <= most);
            (near && other.len() == from.chars().count()).then_some(0.8)
        };
        let single = self.by_first.values().flatten().filter(|entry| entry.from.len() == 1);
        let mut found: Vec<(&Entry, f32)> =
            single.filter_map(|entry| Some((entry, sure(entry.from.first()?)?))).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| (&a.0.from, &a.0.to).cmp(&(&b.0.from, &b.0.to))));
        found.truncate(MOST_GUESSES);
        found
    }
}

/// Words of one family share a key.
fn key(fold: &str) -> Box<str> {
    skeleton(root(fold).unwrap_or_else(|| stem(fold))).into()
}

fn are_kin(one: &str, other: &str) -> bool {
    skeleton(stem(one)) == skeleton(stem(other)) || key(one) == key(other)
}

fn meaning(text: &str) -> Vec<String> {
    let all: Vec<String> = tokens(text).into_iter().map(|token| token.fold).collect();
    let some: Vec<String> = all.iter().filter(|word| !is_stopword(word)).cloned().collect();
    if some.is_empty() { all } else { some }
}

/// How an alternative came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The word itself.
    Typed,
    /// Two words as one, or one word as two.
    Compound,
    /// Another word for it, as the table writes it.
    Synonym(Box<str>),
}

/// One thing that may be meant by one or more words of the query.
#[derive(Clone, Debug)]
pub(super) struct Alternative {
    /// The words it stands for.
    pub covers: Range<usize>,
    /// All parts must be in an offer; each part is any of its matches.
    pub parts: Vec<Vec<Match>>,
    /// How sure.
    pub quality: f32,
    /// Where it came from.
    pub origin: Origin,
}

/// What is looked for.
#[derive(Debug, Default)]
pub(super) struct Query {
    /// Paragraphs; all must be answered.
    pub refs: Vec<LawRef>,
    /// Words that carry meaning.
    pub words: Vec<Word>,
    /// What each word may mean.
    pub alternatives: Vec<Alternative>,
    /// The words folded, to compare with whole names.
    pub phrase: String,
}

impl Query {
    /// Nothing was typed that can be looked for, so everything is shown.
    pub fn is_blank(text: &str) -> bool {
        text.chars().all(|c| c.is_whitespace() || c == '§' || c.is_control())
    }

    pub fn read(text: &str, built: &Built, thesaurus: &Thesaurus) -> Query {
        let text: String = text.chars().take(LONGEST_QUERY).collect();
        let parsed = parse(&with_sign(&text, built), &built.law_names);
        let words = words(&parsed.rest);
        let mut query = Query { refs: parsed.refs, phrase: phrase(&text), ..Query::default() };
        let vocabulary = &built.vocabulary;
        for at in 0..words.len() {
            synonyms_at(at, &words, vocabulary, thesaurus, &mut query.alternatives);
        }
        for (at, word) in words.iter().enumerate() {
            let has_synonym = query.alternatives.iter().any(|other| other.covers.contains(&at));
            let mut matches = vocabulary.look_up(word);
            if has_synonym {
                matches.retain(|one| one.kind != Kind::Spelling);
            }
            if matches.is_empty() && !has_synonym {
                guessed(at, word, vocabulary, thesaurus, &mut query.alternatives);
            }
            let known = matches.iter().any(|one| matches!(one.kind, Kind::Exact | Kind::Inflection));
            push(&mut query.alternatives, at..at + 1, vec![matches], 1.0, Origin::Typed);
            joined(at, &words, vocabulary, &mut query.alternatives);
            split(at, word, known, vocabulary, thesaurus, &mut query.alternatives);
        }
        query.words = words;
        query
    }
}

/// "85", "82 a": a number alone is a paragraph where some offer has it.
fn with_sign(text: &str, built: &Built) -> String {
    let mut rest = text.trim().chars().peekable();
    let mut digits = String::new();
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        digits.push(digit);
    }
    let letter: String = rest.collect();
    let letter = letter.trim();
    let short = letter.chars().count() <= 1 && letter.chars().all(char::is_alphabetic);
    let known = digits.parse().is_ok_and(|number| built.laws.contains_key(&(false, number)));
    if short && known { format!("§ {digits}{letter}") } else { text.to_owned() }
}

fn words(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let last_is_open = letters.last().is_some_and(|c| c.is_alphanumeric());
    let found = tokens(text);
    let count = found.len();
    let all: Vec<Word> = found
        .into_iter()
        .enumerate()
        .map(|(at, token)| Word {
            shown: letters.get(token.chars(0..token.origin.len())).unwrap_or_default().iter().collect(),
            unfinished: last_is_open && at + 1 == count,
            fold: token.fold,
        })
        .collect();
    let mut some: Vec<Word> = all.iter().filter(|word| !is_stopword(&word.fold)).cloned().collect();
    if some.is_empty() {
        some = all;
    }
    some.truncate(MOST_WORDS);
    some
}

fn push(list: &mut Vec<Alternative>, covers: Range<usize>, parts: Vec<Vec<Match>>, quality: f32, origin: Origin) {
    if parts.iter().all(|part| !part.is_empty()) {
        list.push(Alternative { covers, parts, quality, origin });
    }
}

/// "akut tilbud" → akuttilbud.
fn joined(at: usize, words: &[Word], vocabulary: &Vocabulary, list: &mut Vec<Alternative>) {
    let (Some(first), Some(second)) = (words.get(at), words.get(at + 1)) else { return };
    let both = Word {
        fold: format!("{}{}", first.fold, second.fold),
        shown: format!("{}{}", first.shown, second.shown),
        unfinished: second.unfinished && second.fold.chars().count() >= SHORTEST_HALF,
    };
    let mut matches = vocabulary.look_up_strictly(&both.fold);
    matches.extend(vocabulary.look_up_whole(&both.fold));
    push(list, at..at + 2, vec![matches], 0.95, Origin::Compound);
}

/// "rusmiddelbehandling" → rusmiddel + behandling, both known or with a synonym.
fn split(
    at: usize,
    word: &Word,
    known: bool,
    vocabulary: &Vocabulary,
    thesaurus: &Thesaurus,
    list: &mut Vec<Alternative>,
) {
    if word.fold.chars().count() < SHORTEST_COMPOUND {
        return;
    }
    let quality = if known { 0.45 } else { 0.72 };
    for (cut, _) in word.fold.char_indices().skip(SHORTEST_HALF) {
        let Some((first, second)) = word.fold.split_at_checked(cut) else { continue };
        if second.chars().count() < SHORTEST_HALF {
            break;
        }
        let second = half(second, vocabulary, thesaurus);
        if second.is_empty() {
            continue;
        }
        let first = [Some(first), first.strip_suffix('s'), first.strip_suffix('e')]
            .into_iter()
            .flatten()
            .find_map(|first| Some(half(first, vocabulary, thesaurus)).filter(|found| !found.is_empty()));
        if let Some(first) = first {
            push(list, at..at + 1, vec![first, second], quality, Origin::Compound);
        }
    }
}

fn half(fold: &str, vocabulary: &Vocabulary, thesaurus: &Thesaurus) -> Vec<Match> {
    if fold.chars().count() < SHORTEST_HALF || is_stopword(fold) {
        return Vec::new();
    }
    let mut found = vocabulary.look_up_strictly(fold);
    let known = !found.is_empty();
    for entry in thesaurus.at(&[fold]).filter(|entry| entry.to.len() == 1) {
        for to in &entry.to {
            found.extend(
                vocabulary.look_up_whole(to).into_iter().map(|one| Match { quality: one.quality * 0.85, ..one }),
            );
        }
    }
    if known {
        found.extend(vocabulary.look_up_beginning(fold));
    }
    found.sort_by(|a, b| a.term.cmp(&b.term).then(b.quality.total_cmp(&a.quality)));
    found.dedup_by_key(|one| one.term);
    found
}

fn synonyms_at(at: usize, words: &[Word], vocabulary: &Vocabulary, thesaurus: &Thesaurus, list: &mut Vec<Alternative>) {
    let folds: Vec<&str> = words.iter().skip(at).map(|word| word.fold.as_str()).collect();
    for entry in thesaurus.at(&folds) {
        push_entry(at, entry, 1.0, vocabulary, list);
    }
}

fn guessed(at: usize, word: &Word, vocabulary: &Vocabulary, thesaurus: &Thesaurus, list: &mut Vec<Alternative>) {
    for (entry, sure) in thesaurus.guesses(word) {
        push_entry(at, entry, sure, vocabulary, list);
    }
}

fn push_entry(at: usize, entry: &Entry, sure: f32, vocabulary: &Vocabulary, list: &mut Vec<Alternative>) {
    let parts = entry.to.iter().map(|to| vocabulary.look_up_whole(to)).collect();
    let quality = entry.sure * sure * SYNONYM;
    push(list, at..at + entry.from.len(), parts, quality, Origin::Synonym(entry.shown.clone()));
}
