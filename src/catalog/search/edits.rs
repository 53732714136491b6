//! Spelling errors: how many letters were wrong, missing, too many or swapped.

/// Distance from a typed word to a word that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// To the whole word.
    pub whole: usize,
    /// To the best beginning of the word, for a word still being typed.
    pub beginning: usize,
}

/// Changes, insertions, deletions and swaps of neighbours (optimal string alignment); `None` above `most`.
/// Memory and time grow with the product of the lengths: callers compare only words of like length.
pub(super) fn distance(typed: &[char], word: &[char], most: usize) -> Option<Distance> {
    let far = most + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=typed.len()).collect();
    let mut beginning = above.last().copied().unwrap_or(far);
    let mut last_letter = None;
    for (row, letter) in word.iter().enumerate() {
        let mut current = Vec::with_capacity(above.len());
        current.push(row + 1);
        let mut diagonal = above.first().copied().unwrap_or(far);
        let mut typed_before = None;
        for (column, (wanted, up)) in typed.iter().zip(above.iter().skip(1)).enumerate() {
            let left = current.last().copied().unwrap_or(far);
            let mut cost = (diagonal + usize::from(wanted != letter)).min(up + 1).min(left + 1);
            if typed_before == Some(letter) && last_letter == Some(wanted) {
                let swapped = column.checked_sub(1).and_then(|at| before.get(at)).copied().unwrap_or(far);
                cost = cost.min(swapped + 1);
            }
            current.push(cost);
            diagonal = *up;
            typed_before = Some(wanted);
        }
        let end = current.last().copied().unwrap_or(far);
        beginning = beginning.min(end);
        if beginning > most && current.iter().chain(&above).all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
        last_letter = Some(letter);
    }
    let whole = above.last().copied().unwrap_or(far);
    (whole <= most || beginning <= most).then_some(Distance { whole, beginning })
}

/// The rows of a Danish keyboard, folded: the three letters lie beyond `p` and `l`.
const ROWS: [&str; 3] = ["qwertyuiopa", "asdfghjklao", "zxcvbnm"];

/// How surprising it is that a finger wrote `typed` for `word`: of words that are equally many errors away, the one with
/// the same letters, the neighbouring key or the doubled letter is meant. Good only for comparing.
pub(super) fn surprise(typed: &[char], word: &[char]) -> usize {
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (left, right) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let left = left.get(..left.len() - tail).unwrap_or_default();
    let right = right.get(..right.len() - tail).unwrap_or_default();
    let sorted = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.sort_unstable();
        letters
    };
    let before = same.checked_sub(1).and_then(|at| word.get(at));
    let usual = match (left, right) {
        ([a], [b]) => are_neighbours(*a, *b),
        ([one], []) | ([], [one]) => before == Some(one),
        _ => sorted(left) == sorted(right),
    };
    let changed = left.len().max(right.len());
    2 * changed - usize::from(usual && changed > 0)
}

fn are_neighbours(a: char, b: char) -> bool {
    let pairs = ROWS.iter().flat_map(|row| row.chars().zip(row.chars().skip(1)));
    pairs.into_iter().any(|pair| pair == (a, b) || pair == (b, a))
}

/// How many errors a word of this many letters may hold.
pub(super) fn allowed(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    fn whole(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        distance(&a, &b, 99).unwrap().whole
    }

    #[test]
    fn each_kind_of_error_counts_one() {
        assert_eq!(whole("stofmisbug", "stofmisbrug"), 1);
        assert_eq!(whole("kontaktpersson", "kontaktperson"), 1);
        assert_eq!(whole("krisecanter", "krisecenter"), 1);
        assert_eq!(whole("krisecneter", "krisecenter"), 1);
        assert_eq!(whole("misburgsafsnitet", "misbrugsafsnittet"), 2);
    }

    #[test]
    fn the_neighbouring_key_the_doubled_and_the_swapped_letter_surprise_least() {
        let told =
            |typed: &str, word: &str| surprise(&typed.chars().collect::<Vec<_>>(), &word.chars().collect::<Vec<_>>());
        assert!(told("mentir", "mentor") < told("mentzr", "mentor"));
        assert!(told("menttor", "mentor") < told("menxtor", "mentor"));
        assert!(told("metnor", "mentor") < told("mexxor", "mentor"));
        assert_eq!(told("mentor", "mentor"), 0);
    }

    #[test]
    fn a_beginning_is_near_although_the_word_goes_on() {
        let typed: Vec<char> = "besytt".chars().collect();
        let word: Vec<char> = "beskyttet".chars().collect();
        assert_eq!(distance(&typed, &word, 1).unwrap().beginning, 1);
    }

    #[test]
    fn what_is_too_far_is_none() {
        let (a, b): (Vec<char>, Vec<char>) = ("fodbold".chars().collect(), "mentorstoette".chars().collect());
        assert_eq!(distance(&a, &b, 2), None);
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_zero_only_for_the_same_word(a in "[abcæø]{0,8}", b in "[abcæø]{0,8}") {
            prop_assert_eq!(whole(&a, &b), whole(&b, &a));
            prop_assert_eq!(whole(&a, &b) == 0, a == b);
        }

        #[test]
        fn stopping_early_never_changes_what_is_near(a in "[abc]{0,8}", b in "[abc]{0,8}", most in 0usize..4) {
            let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let full = distance(&left, &right, 99).unwrap();
            match distance(&left, &right, most) {
                Some(found) => {
                    prop_assert!(full.whole > most || found.whole == full.whole);
                    prop_assert!(full.beginning > most || found.beginning == full.beginning);
                }
                None => prop_assert!(full.whole > most && full.beginning > most),
            }
        }
    }
}
