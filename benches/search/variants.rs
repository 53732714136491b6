//! Queries made from the offers themselves by rule and chance, always the same: nobody has read them before a rule of the
//! search was written.

use std::collections::{BTreeMap, BTreeSet};

use opstart::domain::offer::Offer;

use super::corpora::Case;

const SEED: u64 = 20_261_201;
/// Shortest word that gets an error: in shorter ones another word comes out.
const SHORTEST_ERROR: usize = 6;
/// Shortest word that is cut in two.
const SHORTEST_COMPOUND: usize = 10;

/// A way to change a name, or nothing where it does not apply.
type Change = fn(&str, &mut fastrand::Rng, &BTreeSet<String>) -> Option<String>;

const CHANGES: &[(&str, Change)] = &[
    ("typo: swapped", |name, rng, _| in_longest(name, |word| swapped(word, rng))),
    ("typo: dropped", |name, rng, _| in_longest(name, |word| dropped(word, rng))),
    ("typo: doubled", |name, rng, _| in_longest(name, |word| doubled(word, rng))),
    ("typo: neighbour key", |name, rng, _| in_longest(name, |word| neighbour(word, rng))),
    ("typo: two errors", |name, rng, _| {
        let once = in_longest(name, |word| dropped(word, rng))?;
        in_longest(&once, |word| swapped(word, rng)).filter(|_| longest(name).chars().count() >= 10)
    }),
    ("folded: æ as ae", |name, _, _| changed(name, &[("æ", "ae"), ("ø", "oe"), ("å", "aa")])),
    ("folded: æ as a", |name, _, _| changed(name, &[("æ", "a"), ("ø", "o"), ("å", "a")])),
    ("folded: capitals", |name, _, _| Some(name.to_uppercase())),
    ("half: first word", |name, _, _| half_of(name.split(' ').next()?)),
    ("half: second word", |name, _, _| {
        let mut words = name.split(' ');
        Some(format!("{} {}", words.next()?, first(words.next()?, 3)?))
    }),
    ("half: half typed", |name, _, _| half_of(name)),
    ("compound: split", |name, _, known| split(name, known)),
    ("compound: joined", |name, _, _| {
        let words: Vec<&str> = name.split(' ').collect();
        (words.len() == 2 && words.iter().all(|w| w.chars().all(char::is_alphabetic))).then(|| words.concat())
    }),
    ("inflected: definite", |name, _, _| inflected(name, "n", "en")),
    ("inflected: plural", |name, _, _| inflected(name, "r", "er")),
    ("inflected: the many", |name, _, _| inflected(name, "rne", "erne")),
    ("order: reversed", |name, _, _| {
        let words: Vec<&str> = name.split(' ').filter(|w| w.chars().all(char::is_alphabetic)).rev().collect();
        (words.len() > 1 && words.len() == name.split(' ').count()).then(|| words.join(" "))
    }),
    ("short: initials", |name, _, _| initials(name)),
    ("short: consonants", |name, _, _| consonants(name)),
];

/// Ways to write a paragraph; `#` is its number.
const PARAGRAPHS: &[&str] =
    &["§ #", "§#", "SEL#", "sel §#", "SEL § #", "#", "§ # SEL", "§# serviceloven", "# sel", "serviceloven #", "par. #"];

/// All variants of these offers. Right are all offers of the same name, or with the same paragraph.
pub fn of(offers: &[Offer]) -> Vec<Case> {
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for offer in offers.iter().filter(|offer| offer.name.chars().any(char::is_alphabetic)) {
        by_name.entry(offer.name.trim().to_lowercase()).or_default().push(offer.id.clone());
    }
    let known: BTreeSet<String> =
        offers.iter().flat_map(|o| letters_only(&format!("{} {}", o.name, o.description))).collect();
    let mut cases = Vec::new();
    for (class, change) in CHANGES {
        let mut rng = fastrand::Rng::with_seed(SEED);
        for (name, relevant) in &by_name {
            if let Some(query) = change(name, &mut rng, &known).filter(|query| query != name || class.contains("half"))
            {
                cases.push(Case { class: (*class).to_owned(), query, relevant: relevant.clone() });
            }
        }
    }
    cases.extend(paragraphs(offers));
    cases
}

/// Every number that stands behind § or the short name of the law, with the offers that name it: no reader of ours decides
/// here what is right. With a letter behind it, it is another paragraph.
fn paragraphs(offers: &[Offer]) -> Vec<Case> {
    let mut by_number: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for offer in offers {
        let law: String = offer.legal.iter().map(|basis| basis.paragraph.as_str()).collect();
        let text = format!("{} {law}", offer.id);
        let marked =
            ["§ ", "§", "SEL-", "SEL § "].iter().flat_map(|sign| text.match_indices(*sign).map(|(at, s)| at + s.len()));
        let numbers: BTreeSet<String> = marked.filter_map(|at| number(&text[at..])).collect();
        for number in numbers {
            by_number.entry(number).or_default().push(offer.id.clone());
        }
    }
    let mut cases = Vec::new();
    for form in PARAGRAPHS {
        for (number, relevant) in &by_number {
            let query = form.replace('#', number);
            cases.push(Case { class: format!("paragraph: {form}"), query, relevant: relevant.clone() });
        }
    }
    cases
}

fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let mut behind = text[digits.len()..].trim_start_matches([' ', '-']).chars();
    let letter = behind.next().is_some_and(char::is_alphabetic) && !behind.next().is_some_and(char::is_alphabetic);
    (!digits.is_empty() && !letter).then_some(digits)
}

fn letters_only(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn longest(name: &str) -> &str {
    name.split(|c: char| !c.is_alphabetic()).max_by_key(|word| word.chars().count()).unwrap_or_default()
}

fn in_longest(name: &str, change: impl FnOnce(&[char]) -> Vec<char>) -> Option<String> {
    let word = longest(name);
    let letters: Vec<char> = word.chars().collect();
    let changed: String = change(&letters).into_iter().collect();
    (letters.len() >= SHORTEST_ERROR && changed != word).then(|| name.replacen(word, &changed, 1))
}

fn place(word: &[char], rng: &mut fastrand::Rng) -> usize {
    if word.len() < 4 { 0 } else { rng.usize(1..word.len() - 1) }
}

fn swapped(word: &[char], rng: &mut fastrand::Rng) -> Vec<char> {
    let at = place(word, rng);
    let mut out = word.to_vec();
    if at + 1 < out.len() {
        out.swap(at, at + 1);
    }
    out
}

fn dropped(word: &[char], rng: &mut fastrand::Rng) -> Vec<char> {
    let mut out = word.to_vec();
    if !out.is_empty() {
        out.remove(place(word, rng));
    }
    out
}

fn doubled(word: &[char], rng: &mut fastrand::Rng) -> Vec<char> {
    let mut out = word.to_vec();
    if !out.is_empty() {
        let at = place(word, rng);
        out.insert(at, out[at]);
    }
    out
}

/// The rows of a Danish keyboard.
const ROWS: [&str; 3] = ["qwertyuiopå", "asdfghjklæø", "zxcvbnm"];

fn neighbour(word: &[char], rng: &mut fastrand::Rng) -> Vec<char> {
    let mut out = word.to_vec();
    if out.is_empty() {
        return out;
    }
    let at = place(word, rng);
    for row in ROWS.map(|row| row.chars().collect::<Vec<_>>()) {
        if let Some(key) = row.iter().position(|letter| *letter == word[at]) {
            let left = key > 0 && (key + 1 == row.len() || rng.bool());
            out[at] = if left { row[key - 1] } else { row[key + 1] };
        }
    }
    out
}

fn changed(name: &str, pairs: &[(&str, &str)]) -> Option<String> {
    let out = pairs.iter().fold(name.to_owned(), |text, (from, to)| text.replace(from, to));
    (out != name).then_some(out)
}

fn first(word: &str, letters: usize) -> Option<String> {
    let all = word.chars().count();
    (all > letters && word.chars().all(char::is_alphabetic)).then(|| word.chars().take(letters).collect())
}

fn half_of(text: &str) -> Option<String> {
    let all = text.chars().count();
    (all >= 8).then(|| text.chars().take(all.div_ceil(2)).collect::<String>().trim_end().to_owned())
}

/// The longest word as two, where both stand elsewhere by themselves.
fn split(name: &str, known: &BTreeSet<String>) -> Option<String> {
    let word = longest(name);
    if word.chars().count() < SHORTEST_COMPOUND {
        return None;
    }
    let cuts = word.char_indices().map(|(at, _)| word.split_at(at));
    let mut found = cuts.filter_map(|(head, tail)| {
        let both = head.chars().count() >= 4 && tail.chars().count() >= 4 && known.contains(tail);
        (both && (known.contains(head) || known.contains(head.strip_suffix('s')?))).then(|| format!("{head} {tail}"))
    });
    found.next().map(|two| name.replacen(word, &two, 1))
}

fn inflected(name: &str, after_e: &str, after_other: &str) -> Option<String> {
    let last = name.split(' ').next_back()?;
    let whole = last.chars().count() >= 5 && last.chars().all(char::is_alphabetic);
    let bare = !["er", "en", "et", "ne", "s"].iter().any(|end| last.ends_with(end));
    let ending = if last.ends_with('e') { after_e } else { after_other };
    (whole && bare).then(|| format!("{name}{ending}"))
}

fn initials(name: &str) -> Option<String> {
    const SMALL: &[&str] = &["og", "i", "til", "af", "for", "med", "på", "ved", "den", "det", "en", "et"];
    let words: Vec<String> = letters_only(name).into_iter().filter(|word| !SMALL.contains(&word.as_str())).collect();
    (3..=5).contains(&words.len()).then(|| words.iter().filter_map(|word| word.chars().next()).collect())
}

fn consonants(name: &str) -> Option<String> {
    let alone = (8..=14).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic);
    let bare: String = name.chars().filter(|c| !"aeiouyæøå".contains(*c)).take(4).collect();
    (alone && bare.len() == 4 && name.starts_with(bare.chars().next()?)).then_some(bare)
}
