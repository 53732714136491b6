//! Folding: what is written differently but read alike becomes the same text. NFC, lower case, æ=ae, ø=oe, å=aa,
//! accents away; and the weaker skeleton, where ae=a, oe=o, aa=a, for keyboards without the three letters, and x=ks.

use std::borrow::Cow;
use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The folded word.
    pub fold: String,
    /// For each character of `fold`, the character of the text it came from.
    pub origin: Vec<usize>,
    /// True where nothing but a hyphen or slash stands between this word and the one before: `F-ACT`.
    pub glued: bool,
}

impl Token {
    /// The characters of the text that the folded characters `range` came from.
    pub fn chars(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin.get(range.start).copied();
        let end = range.end.checked_sub(1).and_then(|last| self.origin.get(last)).copied();
        match (start, end) {
            (Some(start), Some(end)) => start..end + 1,
            _ => 0..0,
        }
    }
}

/// All words of a text, in order. A word is a run of letters and digits.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let (mut counted, mut number) = (0, 0);
    each_word(text, |fold, place, glued| {
        number += chars(text, counted..place.start);
        let (mut scratch, mut origin) = (String::new(), Vec::with_capacity(fold.len()));
        let mut at = place.start;
        while let Some((c, after)) = letter(text, at).filter(|_| at < place.end) {
            scratch.clear();
            fold_char(c, &mut scratch);
            origin.extend(scratch.chars().map(|_| number));
            number += chars(text, at..after);
            at = after;
        }
        counted = at;
        out.push(Token { fold: fold.to_owned(), origin, glued });
    });
    out
}

fn chars(text: &str, range: Range<usize>) -> usize {
    text.get(range).map_or(0, |part| part.chars().count())
}

/// Calls `take` with the folded word, the bytes of the text it stands in, and whether it is glued to the word before.
/// Building an index goes through all texts of a catalogue: nothing is allocated for a word, and runs of plain letters
/// are taken as a whole.
pub(super) fn each_word(text: &str, mut take: impl FnMut(&str, Range<usize>, bool)) {
    let mut fold = String::new();
    let (mut start, mut at) = (0, 0);
    let mut glued = false;
    let mut gap = usize::MAX;
    loop {
        let run = plain_run(text, at);
        if let Some(letters) = text.get(at..at + run).filter(|letters| !letters.is_empty()) {
            start = if fold.is_empty() { at } else { start };
            let before = fold.len();
            fold.push_str(letters);
            if let Some(added) = fold.get_mut(before..) {
                added.make_ascii_lowercase();
            }
            at += run;
        }
        let Some((c, after)) = letter(text, at) else { break };
        if is_danish(c) || c.is_alphanumeric() {
            start = if fold.is_empty() { at } else { start };
            fold_char(c, &mut fold);
            at = after;
            continue;
        }
        if !fold.is_empty() {
            take(&fold, start..at, glued);
            fold.clear();
            gap = 0;
        }
        gap = if matches!(c, '-' | '/') { gap.saturating_add(1) } else { usize::MAX };
        glued = gap == 1;
        at = after;
    }
    if !fold.is_empty() {
        take(&fold, start..at, glued);
    }
}

/// How many plain letters and digits stand from here on that no mark can belong to.
fn plain_run(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let run = rest.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(rest.len());
    match rest.get(run) {
        Some(next) if *next >= FIRST_MARK => run.saturating_sub(1),
        _ => run,
    }
}

/// What the first combining mark begins with; the letters of Danish begin with less.
const FIRST_MARK: u8 = 0xcc;

/// The letter at this place with the marks behind it, and where the next one stands.
fn letter(text: &str, at: usize) -> Option<(char, usize)> {
    let mut chars = text.get(at..)?.chars();
    let mut c = chars.next()?;
    let mut after = at + c.len_utf8();
    while let Some(mark) = chars.next().filter(|mark| *mark >= '\u{300}')
        && let Some(joined) = compose(c, mark)
    {
        c = joined;
        after += mark.len_utf8();
    }
    Some((c, after))
}

fn is_danish(c: char) -> bool {
    matches!(c, 'æ' | 'ø' | 'å' | 'Æ' | 'Ø' | 'Å')
}

/// The letter and the mark after it as one; a mark that belongs to no letter we know is dropped.
fn compose(c: char, mark: char) -> Option<char> {
    unicode_normalization::char::is_combining_mark(mark)
        .then(|| unicode_normalization::char::compose(c, mark).unwrap_or(c))
}

fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if is_danish(c) && fold_letter(c, out) {
        return;
    }
    for lower in c.to_lowercase() {
        if fold_letter(lower, out) {
            continue;
        }
        // What is left under the accents may itself be a letter with a spelling of its own: ǽ is æ.
        let mut base = None;
        unicode_normalization::char::decompose_canonical(lower, |part| {
            base.get_or_insert(part);
        });
        let base = base.unwrap_or(lower);
        if !fold_letter(base, out) {
            out.push(base);
        }
    }
}

/// Writes a lower-case letter whose folding is known; false for any other.
fn fold_letter(lower: char, out: &mut String) -> bool {
    match lower {
        'æ' | 'Æ' | 'ä' => out.push_str("ae"),
        'ø' | 'Ø' | 'ö' => out.push_str("oe"),
        'å' | 'Å' => out.push_str("aa"),
        'ß' => out.push_str("ss"),
        _ if lower.is_ascii() => out.push(lower),
        _ if unicode_normalization::char::is_combining_mark(lower) => {}
        _ => return false,
    }
    true
}

/// The folded words of a text with single spaces between: equal for two texts that read alike.
pub(super) fn phrase(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    each_word(text, |fold, _, _| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(fold);
    });
    out
}

/// The skeleton of a folded word.
pub(super) fn skeleton(fold: &str) -> Cow<'_, str> {
    if !["ae", "oe", "aa", "x"].iter().any(|part| fold.contains(part)) {
        return Cow::Borrowed(fold);
    }
    let mut out = String::with_capacity(fold.len());
    let mut chars = fold.chars().peekable();
    while let Some(c) = chars.next() {
        if c == 'x' {
            out.push_str("ks");
            continue;
        }
        out.push(c);
        if c == 'a' {
            chars.next_if(|next| matches!(next, 'e' | 'a'));
        } else if c == 'o' {
            chars.next_if_eq(&'e');
        }
    }
    Cow::Owned(out)
}

/// Letters the word holds, one bit each: a word that lacks a bit cannot contain the other.
pub(super) fn mask(fold: &str) -> u64 {
    fold.chars().fold(0, |bits, c| {
        bits | match c {
            'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
            '0'..='9' => 1 << (26 + u32::from(c) - u32::from('0')),
            _ => 1 << 36,
        }
    })
}

/// Words that carry no meaning alone. Folded.
pub(super) fn is_stopword(fold: &str) -> bool {
    const LONGEST: usize = 8;
    // Sorted, because every word of the catalogue is looked up here.
    const STOPWORDS: &[&str] = &[
        "ad", "af", "aldrig", "alle", "alt", "altid", "and", "anden", "andet", "andre", "at", "bare", "blev", "blive",
        "bliver", "da", "de", "dem", "den", "denne", "der", "deres", "det", "dette", "dig", "din", "dine", "dit", "du",
        "efter", "eller", "en", "end", "er", "et", "faa", "faar", "for", "fordi", "fra", "fx", "gaelde", "gaelder",
        "gerne", "godt", "ham", "han", "hans", "har", "havde", "have", "hende", "hendes", "her", "hos", "hun", "hvad",
        "hvem", "hver", "hvilke", "hvilken", "hvis", "hvor", "hvordan", "hvornaar", "i", "ift", "ikke", "in", "ind",
        "ingen", "intet", "jeg", "kan", "kun", "lidt", "man", "mange", "med", "meget", "mellem", "men", "mere", "mest",
        "mig", "min", "mindre", "mit", "mod", "naar", "nogen", "noget", "nogle", "nu", "og", "ogsaa", "om", "omkring",
        "op", "os", "over", "paa", "saa", "samt", "sig", "sin", "sine", "sit", "skal", "slags", "som", "the", "til",
        "ud", "uden", "under", "vaere", "vaeret", "var", "ved", "vi", "vil", "vores",
    ];
    // Rules are in force everywhere; debt (*gæld*) is something else.
    fold == "gaeldende" || fold.len() <= LONGEST && STOPWORDS.binary_search(&fold).is_ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_three_letters_read_as_two_and_accents_fall_away() {
        assert_eq!(phrase("Økonomi på ÆRØ – café, Müller"), "oekonomi paa aeroe cafe muller");
    }

    #[test]
    fn composed_and_decomposed_letters_fold_alike() {
        assert_eq!(phrase("A\u{30a}ben cafe\u{301}"), phrase("Åben café"));
    }

    #[test]
    fn the_skeleton_is_the_same_with_and_without_the_three_letters() {
        assert_eq!(skeleton("handicapkoeretoej"), "handicapkoretoj");
        assert_eq!(skeleton("raadgivning"), skeleton("radgivning"));
        assert_eq!(skeleton("flexjob"), skeleton("fleksjob"));
    }

    #[test]
    fn a_word_knows_the_characters_it_came_from() {
        let words = tokens("Få støtte");
        assert_eq!(words[1].fold, "stoette");
        assert_eq!(words[1].chars(0..7), 3..9);
        assert_eq!(words[1].chars(2..4), 5..6);
        assert_eq!(tokens("A\u{30a}ben")[0].chars(0..5), 0..5);
    }

    #[test]
    fn only_a_bare_hyphen_or_slash_glues_two_words() {
        let glued: Vec<bool> = tokens("F-ACT kost- og støtte-/kontakt").iter().map(|word| word.glued).collect();
        assert_eq!(glued, [false, true, false, false, false, false]);
    }

    #[test]
    fn the_stopwords_are_folded_themselves() {
        for word in ["på", "være", "ad", "vores", "hvornår", "over"] {
            assert!(is_stopword(&phrase(word)), "{word}");
        }
        assert!(!is_stopword("bolig") && !is_stopword("handicap"));
    }

    #[test]
    fn every_single_character_folds_to_what_folds_to_itself() {
        let unstable: Vec<char> = (char::MIN..=char::MAX)
            .filter(|c| {
                let once = phrase(&c.to_string());
                phrase(&once) != once
            })
            .collect();
        assert_eq!(unstable, [] as [char; 0]);
    }

    /// The words of a text, taken letter by letter.
    fn slowly(text: &str) -> Vec<(String, Range<usize>)> {
        let (mut words, mut at, mut inside) = (Vec::<(String, Range<usize>)>::new(), 0, false);
        while let Some((c, after)) = letter(text, at) {
            if c.is_alphanumeric() {
                if !inside {
                    words.push((String::new(), at..at));
                }
                let (fold, place) = words.last_mut().unwrap();
                place.start = if fold.is_empty() { at } else { place.start };
                fold_char(c, fold);
                place.end = after;
            }
            (inside, at) = (c.is_alphanumeric(), after);
        }
        words.retain(|(fold, _)| !fold.is_empty());
        words
    }

    proptest! {
        #[test]
        fn runs_of_plain_letters_are_the_same_words_as_letter_by_letter(
            text in "[a-cA-C0-9æøåÆØÅéü \u{301}\u{30a}\u{345}–/-]{0,30}|.{0,30}",
        ) {
            let mut words = Vec::new();
            each_word(&text, |fold, place, _| words.push((fold.to_owned(), place)));
            prop_assert_eq!(words, slowly(&text));
        }

        #[test]
        fn folding_a_folded_phrase_changes_nothing(text in any::<String>()) {
            let once = phrase(&text);
            prop_assert_eq!(phrase(&once), once);
        }

        #[test]
        fn upper_and_lower_case_danish_fold_alike(text in "[a-zæøåéü ]{0,30}") {
            prop_assert_eq!(phrase(&text.to_uppercase()), phrase(&text));
        }

        #[test]
        fn origins_point_into_the_text_in_order(text in any::<String>()) {
            let count = text.chars().count();
            for token in tokens(&text) {
                prop_assert_eq!(token.origin.len(), token.fold.chars().count());
                prop_assert!(token.origin.is_sorted() && token.origin.iter().all(|at| *at < count));
            }
        }

        #[test]
        fn a_part_never_has_a_letter_its_word_lacks(word in "[a-zæøå]{1,12}", from in 0usize..6) {
            let fold = phrase(&word);
            let part: String = fold.chars().skip(from).collect();
            prop_assert_eq!(mask(&part) & !mask(&fold), 0);
        }
    }
}
