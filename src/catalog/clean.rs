//! Text from files and from the screen's point of view: nothing in a catalogue may move the cursor or turn the line.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Removes escape sequences, control characters and marks that change the direction of writing.
/// Newlines and tabs stay; a carriage return before a newline goes.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => skip_escape(&mut chars),
            '\u{9b}' => skip_control_sequence(&mut chars),
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            _ if is_unwanted(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// [`clean`], and any run of white space is one space: for what stands on one line.
pub(crate) fn clean_line(text: &str) -> String {
    if is_line(text) {
        return text.to_owned();
    }
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for what [`clean_line`] would surely leave as it is: nearly every name and id.
fn is_line(text: &str) -> bool {
    let is_plain = |c: char| c == ' ' || c.is_ascii_graphic() || ('\u{a1}'..'\u{250}').contains(&c);
    let spaced = text.starts_with(' ') || text.ends_with(' ') || text.contains("  ");
    text.chars().all(is_plain) && !spaced
}

/// True where the text can hold something [`clean`] would take away, also when it is spelled as `\u{1b}`.
pub(crate) fn is_suspicious(text: &str) -> bool {
    /// Bytes looked at in one go.
    const PIECE: usize = 64;
    let bytes = text.as_bytes();
    let is_odd = |at: usize| match bytes.get(at) {
        Some(b'\\') => matches!(bytes.get(at + 1), Some(b'u' | b'x' | b'r' | b'0')),
        Some(_) => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_unwanted),
        None => false,
    };
    // Every file is looked through, and hardly any piece of one has something in it to look at.
    let mut pieces = bytes.chunks(PIECE).enumerate();
    pieces.any(|(number, piece)| {
        let mut odd = piece.iter().enumerate().filter(|(_, byte)| may_be_odd(**byte));
        piece.iter().fold(false, |found, byte| found | may_be_odd(*byte))
            && odd.any(|(at, _)| is_odd(number * PIECE + at))
    })
}

/// The bytes that control characters, escapes and the unwanted marks begin with: nothing but comparisons, so that many
/// bytes are compared at once.
fn may_be_odd(byte: u8) -> bool {
    let is_control = (byte < b' ' && byte != b'\n' && byte != b'\t') || byte == 0x7f;
    is_control || byte == b'\\' || byte == 0xc2 || byte == 0xd8 || byte == 0xe2 || byte == 0xef
}

/// Cleans every text inside a value, whichever field it is in: a field added later is covered too.
/// `None` when the value cannot be taken apart and put together again.
pub(crate) fn clean_all<T: Serialize + DeserializeOwned>(value: &T) -> Option<T> {
    let mut tree = serde_json::to_value(value).ok()?;
    clean_tree(&mut tree);
    serde_json::from_value(tree).ok()
}

fn clean_tree(tree: &mut serde_json::Value) {
    match tree {
        serde_json::Value::String(text) => *text = clean(text),
        serde_json::Value::Array(items) => items.iter_mut().for_each(clean_tree),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(clean_tree),
        _ => {}
    }
}

fn is_unwanted(c: char) -> bool {
    let control = c.is_control() && c != '\n' && c != '\t';
    let direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || direction || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}')
}

fn skip_escape(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string_sequence(chars),
        Some('\u{20}'..='\u{7e}') => {
            chars.next();
        }
        _ => {}
    }
}

/// Parameters and the one closing character.
fn skip_control_sequence(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while chars.next_if(|c| ('\u{20}'..='\u{3f}').contains(c)).is_some() {}
    let _closing = chars.next_if(|c| ('\u{40}'..='\u{7e}').contains(c));
}

/// Up to the bell or the string terminator; an unterminated one ends at the line, so that no text below it is lost.
fn skip_string_sequence(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(c) = chars.next_if(|c| *c != '\n') {
        if c == '\u{7}' || c == '\u{9c}' {
            return;
        }
        if c == '\u{1b}' {
            let _backslash = chars.next_if_eq(&'\\');
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_character_that_is_taken_away_is_suspicious_and_no_other() {
        for c in ('\0'..=char::MAX).filter(|c| *c != '\\') {
            assert_eq!(is_suspicious(&format!("{:63}{c}b", "")), is_unwanted(c), "{c:?}");
        }
        for (text, expected) in
            [("\\u{1b}", true), ("\\x1b", true), ("\\r", true), ("\\0", true), ("\\n", false), ("\\", false)]
        {
            assert_eq!(is_suspicious(text), expected, "{text}");
        }
    }

    #[test]
    fn an_escape_sequence_leaves_no_trace() {
        assert_eq!(clean("Bo\u{1b}[31mstøtte\u{1b}[0m"), "Bostøtte");
        assert_eq!(clean("a\u{1b}]0;titel\u{7}b"), "ab");
        assert_eq!(clean("a\u{1b}]8;;http://x\u{1b}\\b"), "ab");
        assert_eq!(clean("a\u{9b}2Jb"), "ab");
    }

    #[test]
    fn marks_that_turn_the_line_are_removed() {
        assert_eq!(clean("a\u{202e}b\u{2066}c\u{200f}d"), "abcd");
    }

    #[test]
    fn newlines_tabs_and_danish_letters_stay() {
        assert_eq!(clean("æ\tø\nå é"), "æ\tø\nå é");
        assert_eq!(clean("a\r\nb"), "a\nb");
    }

    #[test]
    fn an_unterminated_sequence_does_not_swallow_the_next_line() {
        assert_eq!(clean("a\u{1b}]titel\nb"), "a\nb");
    }

    #[test]
    fn only_what_cleaning_would_leave_alone_is_taken_for_a_line() {
        for text in ('\0'..=char::MAX).map(|c| format!("a{c}b")).chain(["a  b", " a", "a "].map(String::from)) {
            let cleaned = clean(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(!is_line(&text) || cleaned == text, "{text:?}");
        }
        assert!(is_line("Støtte- og kontaktperson, § 99") && !is_line("a  b") && !is_line(" a") && !is_line("a\u{7}"));
    }

    #[test]
    fn a_line_has_single_spaces() {
        assert_eq!(clean_line("  a \n\t b\u{7}"), "a b");
    }

    proptest! {
        #[test]
        fn cleaned_text_holds_nothing_unwanted_and_stays_as_it_is(text in any::<String>()) {
            let once = clean(&text);
            prop_assert!(!once.chars().any(is_unwanted));
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn what_is_not_suspicious_is_already_clean(text in any::<String>()) {
            prop_assume!(!is_suspicious(&text));
            prop_assert_eq!(clean(&text), text);
        }
    }
}
