//! From bytes to text: which encoding a file has is told by its first bytes, or by what the others can be.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, WINDOWS_1252};

/// A text with what was assumed to read it.
pub(super) struct Decoded {
    /// The text without a byte order mark.
    pub text: String,
    /// The encoding where it is not UTF-8, by its usual name.
    pub assumed: Option<&'static str>,
    /// How many places could not be read.
    pub bad: usize,
}

/// Reads a file as text. Whatever the bytes are, there is a text.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _, damaged) = encoding.decode(bytes);
    let bad = if damaged { text.matches('\u{fffd}').count() } else { 0 };
    // Windows-1252 turns its five bytes without a character into control characters.
    let holes =
        if encoding == WINDOWS_1252 { text.chars().filter(|c| ('\u{80}'..'\u{a0}').contains(c)).count() } else { 0 };
    let assumed = (encoding != UTF_8).then(|| encoding.name());
    Decoded { text: owned(text), assumed, bad: bad + holes }
}

fn owned(text: Cow<'_, str>) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text.into_owned(),
    }
}

/// The encoding of a file that does not say it.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let Err(error) = std::str::from_utf8(bytes) else { return UTF_8 };
    if is_nearly_utf8(bytes, error.valid_up_to()) {
        return UTF_8;
    }
    // æ ø å Æ Ø Å as Windows and as an old Mac write them.
    let count = |letters: [u8; 6]| bytes.iter().filter(|byte| letters.contains(byte)).count();
    let windows = count([0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5]);
    let mac = count([0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81]);
    if mac > windows { MACINTOSH } else { WINDOWS_1252 }
}

/// True where letters of several bytes are more than the places that cannot be read: a damaged UTF-8 file.
fn is_nearly_utf8(bytes: &[u8], valid: usize) -> bool {
    let letters = |part: &[u8]| part.iter().filter(|byte| **byte >= 0xc0).count();
    let mut good = letters(bytes.get(..valid).unwrap_or_default());
    let mut bad = 0;
    let mut rest = bytes.get(valid..).unwrap_or_default();
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                good += letters(text.as_bytes());
                break;
            }
            Err(error) => {
                good += letters(rest.get(..error.valid_up_to()).unwrap_or_default());
                bad += 1;
                let skipped = error.valid_up_to() + error.error_len().unwrap_or(rest.len());
                rest = rest.get(skipped.max(1)..).unwrap_or_default();
            }
        }
    }
    good > bad
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<&'static str>, usize) {
        let Decoded { text, assumed, bad } = decode(bytes);
        (text, assumed, bad)
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(read("støtte".as_bytes()), ("støtte".into(), None, 0));
        assert_eq!(read("\u{feff}støtte".as_bytes()), ("støtte".into(), None, 0));
    }

    #[test]
    fn the_letters_of_windows_and_of_an_old_mac_are_told_apart() {
        assert_eq!(read(b"st\xf8tte p\xe5 \xe6"), ("støtte på æ".into(), Some("windows-1252"), 0));
        assert_eq!(read(b"st\xbftte p\x8c \xbe"), ("støtte på æ".into(), Some("macintosh"), 0));
    }

    #[test]
    fn what_a_spreadsheet_calls_unicode_text_is_read() {
        let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain("på".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(read(&bytes), ("på".into(), Some("UTF-16LE"), 0));
    }

    #[test]
    fn one_bad_byte_does_not_turn_a_utf8_file_into_another_encoding() {
        let (text, assumed, bad) =
            read("støtte på æ".as_bytes().iter().chain(b"\xff!").copied().collect::<Vec<_>>().as_slice());
        assert_eq!((text.as_str(), assumed, bad), ("støtte på æ\u{fffd}!", None, 1));
    }

    #[test]
    fn bytes_that_windows_has_no_character_for_are_counted() {
        assert_eq!(read(b"\xf8\x81").2, 1);
    }
}
