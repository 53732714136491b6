//! Paragraphs in a cell: `SEL § 85 | SUL § 141`, and the ways other files write them.

use super::super::search::paragraphs_in;
use super::cells::{entries, joined, pair, unpaired};
use crate::domain::offer::LegalBasis;

/// Words that may stand inside one paragraph; anything else means that there is more than one.
const INSIDE: &[&str] = &["stk", "nr", "litra", "pkt", "og", "jf", "kap"];

/// The paragraphs of an offer in one cell.
pub(super) fn cell(legal: &[LegalBasis]) -> String {
    let texts: Vec<String> = legal.iter().map(entry).collect();
    joined(texts.iter().map(String::as_str))
}

fn entry(basis: &LegalBasis) -> String {
    let (law, paragraph) = (&basis.law, &basis.paragraph);
    let plain = match paragraph.chars().next() {
        None => law.clone(),
        Some(first) if first.is_ascii_digit() => format!("{law} § {paragraph}").trim_start().to_owned(),
        Some(_) => format!("{law} {paragraph}"),
    };
    let wanted = [(law.clone(), paragraph.clone())];
    if read_entry(&plain) == wanted { plain } else { pair(law, paragraph) }
}

/// The paragraphs of a cell.
pub(super) fn read(cell: &str) -> Vec<LegalBasis> {
    let found = entries(cell, &[';']).into_iter().flat_map(|entry| read_entry(&entry));
    found.map(|(law, paragraph)| LegalBasis { law, paragraph, ..LegalBasis::default() }).collect()
}

fn read_entry(entry: &str) -> Vec<(String, String)> {
    if let Some(pair) = unpaired(entry) {
        return vec![pair];
    }
    // A column of paragraphs may leave the sign out.
    let signed = format!("§ {entry}");
    let bare = entry.starts_with(|c: char| c.is_ascii_digit()).then(|| one_paragraph(&signed)).flatten();
    if let Some(one) = bare.or_else(|| one_paragraph(entry)).or_else(|| chapter(entry)) {
        return vec![one];
    }
    let found = if entry.chars().any(|c| c.is_ascii_digit()) { paragraphs_in(entry) } else { Vec::new() };
    if found.is_empty() { vec![(entry.to_owned(), String::new())] } else { found }
}

/// `SEL § 82 b, stk. 3`: a law without digits, the sign, and nothing after it that could be another paragraph.
fn one_paragraph(entry: &str) -> Option<(String, String)> {
    let (law, paragraph) = entry.split_once('§')?;
    let (law, paragraph) = (law.trim(), paragraph.trim());
    let words = paragraph.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut words = words.map(str::to_lowercase);
    let is_one = paragraph.starts_with(|c: char| c.is_ascii_digit())
        && !paragraph.contains('§')
        && words.all(|word| word.chars().count() == 1 || INSIDE.contains(&word.as_str()));
    is_one.then(|| (law.to_owned(), paragraph.to_owned()))
}

/// `SUL kap. 12`.
fn chapter(entry: &str) -> Option<(String, String)> {
    let at = entry.find("kap.")?;
    let (law, paragraph) = (entry.get(..at)?.trim(), entry.get(at..)?.trim());
    (!law.is_empty() && !law.contains('§')).then(|| (law.to_owned(), paragraph.to_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    fn pairs(cell: &str) -> Vec<(String, String)> {
        read(cell).into_iter().map(|basis| (basis.law, basis.paragraph)).collect()
    }

    fn is(cell: &str, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> = expected.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        assert_eq!(pairs(cell), expected, "{cell}");
    }

    #[test]
    fn paragraphs_are_read_as_people_write_them() {
        is("SEL § 85", &[("SEL", "85")]);
        is("SEL § 82 b, stk. 3 | SUL § 141", &[("SEL", "82 b, stk. 3"), ("SUL", "141")]);
        is("SUL kap. 12; LAB § 57-61", &[("SUL", "kap. 12"), ("LAB", "57-61")]);
        is("§ 83a", &[("", "83a")]);
        is("11 | 82 b", &[("", "11"), ("", "82 b")]);
        is("Folkeoplysningsloven", &[("Folkeoplysningsloven", "")]);
        is("Lov 1750/2025 § 3", &[("Lov 1750/2025", "3")]);
    }

    #[test]
    fn several_paragraphs_in_one_entry_are_told_apart() {
        is("§ 83 § 85", &[("", "83"), ("", "85")]);
        is("SEL-50 SEL-51", &[("SEL", "50"), ("SEL", "51")]);
        is("SEL-52-3.7", &[("SEL", "52, stk. 3, nr. 7")]);
        is("§ 99 SEL SEL-99", &[("SEL", "99")]);
    }

    #[test]
    fn every_paragraph_of_the_built_in_catalogue_survives_a_cell_in_plain_words() {
        for offer in crate::catalog::library::Library::builtin().offers {
            let cell = cell(&offer.legal);
            assert!(!cell.contains('['), "{cell}");
            let bare = |basis: &LegalBasis| (basis.law.clone(), basis.paragraph.clone());
            assert_eq!(pairs(&cell), offer.legal.iter().map(bare).collect::<Vec<_>>());
        }
    }

    proptest! {
        #[test]
        fn any_paragraph_survives_a_cell(law in "[A-Z§ .\\[\"]{0,4}|.*", paragraph in "[0-9 a§-]{0,5}|kap. [0-9]|.*") {
            let basis = LegalBasis { law, paragraph, ..LegalBasis::default() };
            prop_assert_eq!(read(&cell(std::slice::from_ref(&basis))), vec![basis]);
        }
    }
}
