//! Danish endings, on folded words: a light stem for inflection, and a root for words made from one another.

/// Inflection endings, longest first.
const ENDINGS: &[&str] = &[
    "ernes", "erens", "erne", "eren", "eret", "enes", "eres", "rets", "ene", "ens", "ers", "ets", "ere", "est", "ret",
    "er", "en", "et", "es", "re", "te", "e", "s", "t",
];

/// Endings that make one kind of word from another, longest first.
const MAKERS: &[&str] = &[
    "iseringen",
    "isering",
    "aliteten",
    "alitet",
    "erende",
    "ninger",
    "ningen",
    "elsen",
    "elser",
    "heder",
    "heden",
    "lighed",
    "ering",
    "ning",
    "else",
    "iske",
    "isme",
    "itet",
    "inge",
    "ing",
    "hed",
    "isk",
    "lig",
    "ist",
    "ende",
    "sel",
    "ens",
    "els",
    "eri",
    "er",
    "el",
    "al",
    "or",
    "en",
    "et",
    "e",
    "i",
    "s",
];

/// Shortest stem: shorter ones would join words that have nothing in common.
const SHORTEST_STEM: usize = 3;
const SHORTEST_ROOT: usize = 5;

/// The word without its inflection: `kontaktpersoner` → `kontaktperson`, `bussen` → `bus`.
pub(super) fn stem(fold: &str) -> &str {
    let cut = ENDINGS.iter().find_map(|ending| {
        let rest = fold.strip_suffix(ending)?;
        (rest.len() >= SHORTEST_STEM && has_vowel(rest) && allows(rest, ending)).then_some(rest)
    });
    // What an ending leaves may itself end in a `t` that the bare word loses: `kontakt` is in `kontakter`.
    let cut = cut.unwrap_or(fold);
    let bare = cut.strip_suffix('t').filter(|rest| rest.len() >= SHORTEST_STEM && has_vowel(rest) && allows(rest, "t"));
    single_end(bare.unwrap_or(cut))
}

/// What the words of a family share: `kriminel`, `kriminalitet` → `krimin`. `None` where nothing long enough is left.
pub(super) fn root(fold: &str) -> Option<&str> {
    let mut rest = fold;
    for _ in 0..3 {
        let Some(cut) = MAKERS.iter().find_map(|ending| {
            let cut = rest.strip_suffix(ending)?;
            (cut.len() >= SHORTEST_ROOT && has_vowel(cut)).then_some(cut)
        }) else {
            break;
        };
        rest = cut;
    }
    let rest = single_end(rest);
    (rest.len() >= SHORTEST_ROOT).then_some(rest)
}

/// `s` and `t` belong to the word after most letters: `stress`, `kost`.
fn allows(rest: &str, ending: &str) -> bool {
    let last = rest.chars().next_back().unwrap_or(' ');
    match ending {
        "s" => rest.len() > SHORTEST_STEM && !matches!(last, 's' | 'i' | 'u' | 'o' | 'a'),
        "t" => rest.len() > SHORTEST_STEM && matches!(last, 'e' | 'g' | 'k') && rest.len() > 4,
        "te" => last == 't' || rest.len() > 5,
        "re" | "ret" | "rets" => matches!(last, 't' | 'd') && rest.len() > 4,
        _ => true,
    }
}

/// A doubled consonant at the end counts once: `buss` → `bus`.
fn single_end(word: &str) -> &str {
    let mut ends = word.chars().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) if last == before && last.is_ascii() && !"aeiouy".contains(last) => {
            word.get(..word.len() - 1).filter(|rest| rest.len() >= SHORTEST_STEM).unwrap_or(word)
        }
        _ => word,
    }
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn inflections_of_a_word_share_its_stem() {
        for family in [
            &["kontaktperson", "kontaktpersoner", "kontaktpersonen", "kontaktpersonernes"][..],
            &["bus", "busser", "bussen", "bussernes"],
            &["omsorgssvigt", "omsorgssvigtet", "omsorgssvigterne"],
            &["kontakt", "kontakter", "kontakten"],
            &["bolig", "boliger", "boligen", "boligs"],
            &["kreativ", "kreative"],
            &["krisecenter", "krisecentre", "krisecentret", "krisecenteret"],
            &["demens"],
        ] {
            let stems: Vec<&str> = family.iter().map(|word| stem(word)).collect();
            assert!(stems.windows(2).all(|pair| pair.first() == pair.last()), "{family:?} {stems:?}");
        }
    }

    #[test]
    fn words_of_one_family_share_a_root() {
        for (one, other) in [
            ("kriminel", "kriminalitet"),
            ("raadgivning", "raadgiver"),
            ("behandling", "behandle"),
            ("psykiatri", "psykiatrisk"),
            ("hjemloes", "hjemloeshed"),
        ] {
            assert!(root(one).is_some() && root(one) == root(other), "{one} {:?} {other} {:?}", root(one), root(other));
        }
    }

    #[test]
    fn short_words_and_words_that_end_like_an_ending_are_left_alone() {
        for word in ["kost", "hus", "job", "gaeld", "angst"] {
            assert_eq!(stem(word), word);
        }
    }

    proptest! {
        #[test]
        fn a_stem_begins_its_word_and_is_not_empty(word in "[a-z]{1,20}") {
            prop_assert!(word.starts_with(stem(&word)) && !stem(&word).is_empty());
            prop_assert!(root(&word).is_none_or(|root| word.starts_with(root)));
        }

        #[test]
        fn any_word_can_be_stemmed(word in any::<String>()) {
            let _ = (stem(&word), root(&word));
        }
    }
}
