//! Wrapping of text by grapheme and display width; the one geometry that `update` and `ui` share.
