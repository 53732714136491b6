//! How hard a text is to read: long sentences, long words, and the LIX number that Danish authorities use.

/// Words in a sentence that is still easy to follow.
pub const LONGEST_SENTENCE: usize = 18;
/// Letters of a word that is not yet long, as LIX counts.
const SHORT_WORD: usize = 6;
/// Of a hundred words, so many may be long.
pub const MOST_LONG_WORDS: usize = 35;
/// Fewer words than these say nothing about how many of them are long.
const FEWEST_WORDS: usize = 12;
/// The hardest LIX that is plain language.
pub const HARDEST_LIX: usize = 35;
/// A LIX of fewer words than these is chance.
const LIX_WORDS: usize = 60;

/// What makes a text hard to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hard {
    /// A sentence has so many words. How it begins.
    Sentence(usize, String),
    /// So many of a hundred words have more than six letters.
    LongWords(usize),
    /// The LIX.
    Lix(usize),
}

/// What makes `text` hard to read; empty when nothing does.
pub fn hard(text: &str) -> Vec<Hard> {
    let mut found = vec![];
    let sentences = sentences(text);
    for sentence in &sentences {
        if sentence.len() > LONGEST_SENTENCE {
            let begins = sentence.iter().take(4).copied().collect::<Vec<_>>().join(" ");
            found.push(Hard::Sentence(sentence.len(), begins));
        }
    }
    let words = sentences.iter().map(Vec::len).sum::<usize>();
    let is_long = |word: &&&str| word.chars().filter(|c| c.is_alphanumeric()).count() > SHORT_WORD;
    let long = sentences.iter().flatten().filter(is_long).count();
    if words >= FEWEST_WORDS && long * 100 > words * MOST_LONG_WORDS {
        found.push(Hard::LongWords(long * 100 / words));
    }
    if words >= LIX_WORDS {
        let lix = words / sentences.len().max(1) + long * 100 / words;
        if lix > HARDEST_LIX {
            found.push(Hard::Lix(lix));
        }
    }
    found
}

/// The words of each sentence. A dot between digits, or after a word that is short for another, ends none.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![];
    let mut sentence = vec![];
    for word in text.split_whitespace() {
        if word.chars().any(char::is_alphanumeric) {
            sentence.push(word);
        }
        if ends_sentence(word) && !sentence.is_empty() {
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

const SHORT_FOR: [&str; 8] = ["fx.", "f.eks.", "ca.", "bl.a.", "m.fl.", "m.v.", "kl.", "evt."];

fn ends_sentence(word: &str) -> bool {
    let bare = word.trim_end_matches([')', '”', '"', '»']);
    bare.ends_with(['.', '!', '?', ':']) && !SHORT_FOR.contains(&bare.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(count: usize, word: &str) -> String {
        vec![word; count].join(" ") + "."
    }

    #[test]
    fn a_sentence_of_eighteen_words_is_easy_and_one_of_nineteen_is_not() {
        assert_eq!(hard(&words(18, "bo")), vec![]);
        assert_eq!(hard(&words(19, "bo")), vec![Hard::Sentence(19, "bo bo bo bo".to_owned())]);
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text = format!("{} ca. {}", words(10, "bo").trim_end_matches('.'), words(10, "bo"));
        assert_eq!(hard(&text).len(), 1, "{text}");
    }

    #[test]
    fn a_word_of_seven_letters_is_long_and_one_of_six_is_not() {
        assert_eq!(hard(&words(12, "seksto")), vec![]);
        assert_eq!(hard(&words(12, "syvtall")), vec![Hard::LongWords(100)]);
    }

    #[test]
    fn few_words_say_nothing_about_long_ones() {
        assert_eq!(hard(&words(11, "socialpsykiatri")), vec![]);
    }

    #[test]
    fn lix_counts_from_sixty_words_on() {
        // Ten words in a sentence, three of ten long: LIX 40.
        let sentence = format!("{} {}", words(7, "bo").trim_end_matches('.'), words(3, "arbejde"));
        assert_eq!(hard(&[sentence.as_str(); 5].join(" ")), vec![]);
        assert_eq!(hard(&[sentence.as_str(); 6].join(" ")), vec![Hard::Lix(40)]);
    }

    #[test]
    fn nothing_is_easy() {
        assert_eq!(hard(" … "), vec![]);
    }
}
