//! Danish alphabetical order: … x y z æ ø å, and aa as å.

use unicode_normalization::UnicodeNormalization;

/// A key that sorts as a Danish dictionary does, small and capital letters together; the text itself decides ties.
/// Any text gives a key; signs and digits come before letters.
pub fn danish_key(text: &str) -> (Vec<u32>, String) {
    (danish_order(text), text.to_owned())
}

/// The same without the text that decides ties.
pub(super) fn danish_order(text: &str) -> Vec<u32> {
    let mut key: Vec<u32> = Vec::with_capacity(text.len());
    // Only such letters can be put together or taken apart; the others are most of what is sorted.
    if text.chars().any(|c| c >= '\u{300}') {
        fill(&mut key, text.nfc().flat_map(char::to_lowercase));
    } else {
        fill(&mut key, text.chars().flat_map(char::to_lowercase));
    }
    key
}

fn fill(key: &mut Vec<u32>, chars: impl Iterator<Item = char>) {
    let mut chars = chars.peekable();
    while let Some(c) = chars.next() {
        let double_a = c == 'a' && chars.next_if_eq(&'a').is_some();
        key.push(if double_a { rank('å') } else { rank(c) });
    }
}

/// Letters after signs and digits; accents count as the bare letter.
fn rank(c: char) -> u32 {
    const LETTERS: u32 = 0x1000;
    const OTHER_SCRIPTS: u32 = 0x2000;
    let bare = match c {
        'æ' | 'ä' | 'ǽ' => return LETTERS + 26,
        'ø' | 'ö' | 'ő' | 'œ' => return LETTERS + 27,
        'å' => return LETTERS + 28,
        'ü' => 'y',
        _ if c.is_ascii() => c,
        _ => {
            let mut first = None;
            unicode_normalization::char::decompose_canonical(c, |part| {
                first.get_or_insert(part);
            });
            first.unwrap_or(c)
        }
    };
    match bare {
        'a'..='z' => LETTERS + u32::from(bare) - u32::from('a'),
        _ if bare.is_ascii() => u32::from(bare),
        _ => OTHER_SCRIPTS + u32::from(bare),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_danish_letters_come_last_and_double_a_is_the_last_of_them() {
        let mut words = vec!["Ærø", "Aalborg", "Zoo", "Øster", "Århus", "Bolig", "Aarhus", "Ålborg", "abe", "Xylofon"];
        words.sort_by_key(|word| danish_key(word));
        assert_eq!(words, ["abe", "Bolig", "Xylofon", "Zoo", "Ærø", "Øster", "Aalborg", "Ålborg", "Aarhus", "Århus"]);
    }

    #[test]
    fn an_accent_does_not_move_a_word() {
        let mut words = vec!["Cafeteria", "Café", "Cykel", "Cafe Ro"];
        words.sort_by_key(|word| danish_key(word));
        assert_eq!(words, ["Café", "Cafe Ro", "Cafeteria", "Cykel"]);
    }

    #[test]
    fn composed_and_decomposed_letters_sort_alike() {
        assert_eq!(danish_key("A\u{30a}ben").0, danish_key("Åben").0);
    }

    #[test]
    fn what_is_not_put_together_first_would_not_change_by_it() {
        for c in '\0'..'\u{300}' {
            assert!(std::iter::once(c).nfc().eq([c]), "{c:?}");
        }
    }
}
