//! The clipboard of the terminal's own window, also over a connection: the sequence OSC 52 hands it a text. A terminal that
//! does not know it, or is told not to heed it, does nothing.

use std::io;

use super::guard;

/// Text longer than this is cut off by terminals, or makes them ignore all of it. Bytes.
const MOST: usize = 70_000;

/// Asks the terminal to put a text on the clipboard. Nobody tells whether it did.
pub fn copy(text: &str) -> io::Result<()> {
    if text.len() > MOST {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "too long for a clipboard"));
    }
    guard::send(format!("\x1b]52;c;{}\x07", base64(text.as_bytes())).as_bytes())
}

/// The letters of base64 (RFC 4648).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let six = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or_default();
            let letter = LETTERS.get(six).copied().filter(|_| place <= three.len()).unwrap_or(b'=');
            out.push(char::from(letter));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn text_becomes_base64_as_the_standard_has_it() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("æøå", "w6bDuMOl")];
        for (text, code) in cases {
            assert_eq!(base64(text.as_bytes()), code);
        }
    }

    #[test]
    fn nothing_is_sent_while_the_terminal_is_not_ours() {
        assert!(copy("70 00 00 11").is_ok());
        assert!(copy(&"x".repeat(MOST + 1)).is_err());
    }
}
