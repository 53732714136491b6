//! What stands in one cell of a table: text that no spreadsheet takes for a formula, lists, days, numbers, yes and no.

use chrono::NaiveDate;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Stands between the entries of a list.
const BETWEEN: &str = " | ";

/// True for a text that would be read as a formula, or that would lose white space at its ends.
fn needs_guard(text: &str) -> bool {
    text.starts_with(FORMULA) || text.starts_with('\'') || text.trim() != text
}

/// The text as it is written into a cell: an apostrophe before what needs one, as spreadsheets themselves do it.
pub(super) fn guarded(text: &str) -> String {
    if needs_guard(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell. White space around it goes, except where [`guarded`] kept it.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest,
        _ => cell.trim(),
    }
}

/// Entries in one cell: between them ` | `, a backslash before a bar or backslash that belongs to an entry.
pub(super) fn joined<'a>(entries: impl IntoIterator<Item = &'a str>) -> String {
    let entries: Vec<&str> = entries.into_iter().collect();
    let only = entries.len() == 1;
    entries.into_iter().map(|text| entry(text, only)).collect::<Vec<_>>().join(BETWEEN)
}

/// What people put between entries where no bar is used.
const ALSO: &[char] = &[',', ';', '/', '>'];

fn entry(text: &str, only: bool) -> String {
    if text.is_empty() {
        return String::from("\\-");
    }
    let mut out = String::with_capacity(text.len());
    let last = text.chars().count() - 1;
    for (at, c) in text.chars().enumerate() {
        let outer = (at == 0 || at == last) && c.is_whitespace();
        // The only entry of a list may be the word that stands for all.
        let word = at == 0 && ALL.contains(&text.to_lowercase().as_str());
        if outer || word || matches!(c, '|' | '\\') || (only && ALSO.contains(&c)) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The words that stand for "any" where an empty cell is "unknown".
const ALL: &[&str] = &["alle", "all"];

/// True where a cell says "any".
pub(super) fn is_all(cell: &str) -> bool {
    ALL.contains(&cell.trim().to_lowercase().as_str())
}

/// The entries of a cell. Empty ones are kept, for a list beside another has them: `None` = empty.
pub(super) fn places(cell: &str) -> Vec<Option<String>> {
    split(cell, &['|']).into_iter().map(Piece::text).collect()
}

/// The entries of a cell. Where neither bar nor backslash is used, those between `also`, which must be among [`ALSO`].
pub(super) fn entries(cell: &str, also: &[char]) -> Vec<String> {
    let bars = split(cell, &['|']);
    let pieces = if bars.len() == 1 && !cell.contains('\\') { split(cell, also) } else { bars };
    pieces.into_iter().filter_map(Piece::text).collect()
}

/// An entry as it stands: its characters, each with whether a backslash keeps it.
#[derive(Default)]
struct Piece {
    chars: Vec<(char, bool)>,
}

impl Piece {
    fn text(self) -> Option<String> {
        let goes = |(c, kept): &(char, bool)| !kept && c.is_whitespace();
        if let [(c, true)] = self.trimmed(goes)
            && *c == '-'
        {
            return Some(String::new());
        }
        let text: String = self.trimmed(goes).iter().map(|(c, _)| *c).collect();
        (!text.is_empty()).then_some(text)
    }

    fn trimmed(&self, goes: impl Fn(&(char, bool)) -> bool) -> &[(char, bool)] {
        let start = self.chars.iter().position(|c| !goes(c)).unwrap_or(self.chars.len());
        let end = self.chars.iter().rposition(|c| !goes(c)).map_or(start, |last| last + 1);
        self.chars.get(start..end).unwrap_or_default()
    }
}

fn split(cell: &str, at: &[char]) -> Vec<Piece> {
    let mut pieces = vec![Piece::default()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let (c, kept) = if c == '\\' { (chars.next().unwrap_or('\\'), true) } else { (c, false) };
        if !kept && at.contains(&c) {
            pieces.push(Piece::default());
        } else if let Some(piece) = pieces.last_mut() {
            piece.chars.push((c, kept));
        }
    }
    pieces
}

/// Two texts that belong together in a list entry, where no simpler way gives them back.
pub(super) fn pair(first: &str, second: &str) -> String {
    serde_json::json!([first, second]).to_string()
}

/// The two texts of [`pair`].
pub(super) fn unpaired(entry: &str) -> Option<(String, String)> {
    if entry.starts_with('[') { serde_json::from_str(entry).ok() } else { None }
}

/// A day as `2026-11-22`, `22.11.2026`, `22-11-2026` or `22/11/2026`; a time of day after it is passed over.
pub(super) fn day(cell: &str) -> Option<NaiveDate> {
    let head = cell.trim().split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = head.split(['-', '.', '/']).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    if ![first, second, third].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let (year, month, day) = if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A day as it is written.
pub(super) fn day_text(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A whole number, also where a spreadsheet made `12.0` or `12,00` of it.
pub(super) fn number<T: std::str::FromStr>(cell: &str) -> Option<T> {
    let cell = cell.trim();
    let whole = match cell.split_once(['.', ',']) {
        Some((whole, rest)) if !rest.is_empty() && rest.bytes().all(|b| b == b'0') => whole,
        _ => cell,
    };
    if whole.bytes().all(|b| b.is_ascii_digit()) { whole.parse().ok() } else { None }
}

/// Yes or no.
pub(super) fn yes_no(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "sand" | "1" | "x" => Some(true),
        "nej" | "n" | "no" | "false" | "falsk" | "0" => Some(false),
        _ => None,
    }
}

/// Yes or no as it is written.
pub(super) fn yes_no_text(value: bool) -> &'static str {
    if value { "ja" } else { "nej" }
}

/// A key made of a name: lower-case letters, digits and hyphens; æ, ø and å as ae, oe and aa. Empty where the name has
/// no letter or digit. At most 60 characters.
pub(super) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;

    const LONGEST: usize = 60;
    let mut out = String::new();
    for c in name.nfc().flat_map(char::to_lowercase) {
        match c {
            'æ' => out.push_str("ae"),
            'ø' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            c if c.is_ascii_alphanumeric() => out.push(c),
            c => {
                let bare = unicode_normalization::char::decompose_canonical;
                let mut first = None;
                bare(c, |part| {
                    first.get_or_insert(part);
                });
                match first.filter(char::is_ascii_alphanumeric) {
                    Some(letter) => out.push(letter),
                    // Letters of other scripts are letters, too.
                    None if c.is_alphanumeric() => out.push(c),
                    None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                    None => {}
                }
            }
        }
    }
    let cut: String = out.chars().take(LONGEST).collect();
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_begins_as_a_formula_does() {
        for text in ["=1+1", "+45 12", "-x", "@a", "\tx", "\rx", " x", "x ", "'x", "＝1"] {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(unguarded(&cell), text);
        }
        assert_eq!(unguarded("'s-Hertogenbosch"), "'s-Hertogenbosch");
        assert_eq!(guarded("1-2"), "1-2");
    }

    #[test]
    fn lists_are_read_as_people_write_them() {
        assert_eq!(entries("hverdag | bolig", &[',']), ["hverdag", "bolig"]);
        assert_eq!(entries("hverdag, bolig,", &[',']), ["hverdag", "bolig"]);
        assert_eq!(entries("a, b | c", &[',']), ["a, b", "c"]);
        assert_eq!(entries(" ", &[',']), [""; 0]);
    }

    #[test]
    fn days_are_read_as_danes_and_as_programs_write_them() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 2);
        for text in
            ["2026-11-02", "2.11.2026", "02-11-2026", "2/11/2026", "2026-11-02T10:30:45.123Z", "2026-11-02 10:00"]
        {
            assert_eq!(day(text), expected, "{text}");
        }
        for text in ["", "2026", "31.2.2026", "2.11.26", "i morgen", "-1-2-2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_whole_and_in_range() {
        assert_eq!((number::<u8>("18"), number::<u8>("18,0"), number::<u8>("300")), (Some(18), Some(18), None));
        assert_eq!((number::<u16>("1.5"), number::<u16>("-1"), number::<u16>("ca. 5")), (None, None, None));
    }

    #[test]
    fn a_key_has_only_letters_digits_and_hyphens() {
        assert_eq!(slug("Børn & familie (§ 52)"), "boern-familie-52");
        assert_eq!(slug("Café Ærø – Åben!"), "cafe-aeroe-aaben");
        assert_eq!(slug("…"), "");
    }

    proptest! {
        #[test]
        fn any_text_survives_a_cell(text in any::<String>()) {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), text);
        }

        #[test]
        fn any_list_survives_a_cell(list in prop::collection::vec(prop_oneof!["[a| \\\\-]{0,4}", any::<String>(), Just(String::from("alle"))], 0..5)) {
            let cell = joined(list.iter().map(String::as_str));
            prop_assert_eq!(entries(&cell, &[',']).len(), list.len());
            prop_assert_eq!(entries(&cell, &[]), list.clone());
            prop_assert!(list.is_empty() || !is_all(&cell));
        }

        #[test]
        fn a_key_made_of_a_key_is_the_same(name in any::<String>()) {
            prop_assert_eq!(slug(&slug(&name)), slug(&name));
        }
    }
}
