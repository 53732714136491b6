//! The editing core of every text field: pure functions over a text and a cursor.
//!
//! The text belongs to the session and the cursor to the model, so nothing here keeps either. A cursor always stands
//! between graphemes; every function first puts the one it is given on such a place.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::wrap::{Line, offset, position, row_end};

/// Where in a text one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// Byte offset, on a grapheme boundary.
    pub at: usize,
    /// The other end of the selection (byte offset); the same as `at` selects nothing.
    pub anchor: Option<usize>,
    /// The column, in cells, that moving up and down tries to keep.
    pub goal: Option<u16>,
}

/// A way to move the cursor. Rows are rows on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One grapheme back; with a selection, to its start.
    Left,
    /// One grapheme on; with a selection, to its end.
    Right,
    /// To the start of the word, or of the one before.
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// To the start of the row.
    LineStart,
    /// To the last place on the row.
    LineEnd,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// This many rows up.
    PageUp(u16),
    /// This many rows down.
    PageDown(u16),
    /// To the start of the text.
    Start,
    /// To the end of the text.
    End,
}

/// A way to change the text. All but `CutLine` replace or remove the selection where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// Typed or pasted text; it is cleaned first.
    Insert(&'a str),
    /// A new line; does nothing in a one-line field.
    Newline,
    /// The grapheme before the cursor.
    Backspace,
    /// The grapheme after the cursor.
    Delete,
    /// Back to where `Motion::WordLeft` leads.
    WordBackspace,
    /// On to where `Motion::WordRight` leads.
    WordDelete,
    /// The lines (between newlines) that cursor and selection touch, with their newline.
    CutLine,
    /// The selection; nothing without one.
    Cut,
}

/// A changed text, where the cursor came to stand, and what was cut out for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The whole new text.
    pub text: String,
    /// The cursor, without selection.
    pub cursor: Cursor,
    /// What `Cut` and `CutLine` took, without the line's own newline.
    pub cut: Option<String>,
}

/// Moves the cursor; `select` keeps the selection or begins one. `lines` is the wrapped text.
///
/// `None` when there is nowhere to go – left at the start, right at the end, up (also by page) on the first row, down on
/// the last – so that the caller can leave the field. With a selection, or while selecting, it is never `None`.
pub fn motion(text: &str, cursor: Cursor, motion: Motion, select: bool, lines: &[Line]) -> Option<Cursor> {
    let cursor = clamp(text, cursor);
    let at = cursor.at;
    let selection = range(cursor);
    let (target, goal) = match (motion, selection) {
        (Motion::Left, Some((start, _))) if !select => (Some(start), None),
        (Motion::Right, Some((_, end))) if !select => (Some(end), None),
        (Motion::Left, _) => (previous(text, at), None),
        (Motion::Right, _) => (next(text, at), None),
        (Motion::WordLeft, _) => (Some(word_left(text, at)), None),
        (Motion::WordRight, _) => (Some(word_right(text, at)), None),
        (Motion::LineStart, _) => {
            let (row, _) = position(lines, text, at);
            (lines.get(row).map(|line| line.start), None)
        }
        (Motion::LineEnd, _) => (Some(row_end(lines, text, position(lines, text, at).0)), None),
        (Motion::Up, _) => by_rows(text, cursor, -1, select, lines),
        (Motion::Down, _) => by_rows(text, cursor, 1, select, lines),
        (Motion::PageUp(rows), _) => by_rows(text, cursor, -isize_from(rows), select, lines),
        (Motion::PageDown(rows), _) => by_rows(text, cursor, isize_from(rows), select, lines),
        (Motion::Start, _) => (Some(0), None),
        (Motion::End, _) => (Some(text.len()), None),
    };
    if target.is_none() && !select && selection.is_none() {
        return None;
    }
    let anchor = if select { cursor.anchor.or(Some(at)) } else { None };
    Some(clamp(text, Cursor { at: target.unwrap_or(at), anchor, goal }))
}

fn isize_from(rows: u16) -> isize {
    isize::try_from(rows.max(1)).unwrap_or(1)
}

/// Target and wished column of moving `rows` down (negative: up). While selecting, the first and last row lead on to
/// the ends of the text, as editors do.
fn by_rows(text: &str, cursor: Cursor, rows: isize, select: bool, lines: &[Line]) -> (Option<usize>, Option<u16>) {
    let (row, column) = position(lines, text, cursor.at);
    let goal = cursor.goal.unwrap_or(column);
    let target = row.saturating_add_signed(rows).min(lines.len().saturating_sub(1));
    let at = if target != row {
        Some(offset(lines, text, target, goal))
    } else if select {
        Some(if rows < 0 { 0 } else { text.len() })
    } else {
        None
    };
    (at, Some(goal))
}

/// Changes the text. `None` when nothing changes: backspace at the start, an insert of which nothing is left when
/// cleaned, a new line in a one-line field (`multiline == false`).
///
/// What is inserted merges with the letters around it: an accent typed after its letter gives the composed letter.
pub fn change(text: &str, cursor: Cursor, change: Change<'_>, multiline: bool) -> Option<Edited> {
    let cursor = clamp(text, cursor);
    let at = cursor.at;
    let selection = range(cursor);
    let spot = selection.unwrap_or((at, at));
    let mut cut = None;
    let mut inserted = String::new();
    let (start, end) = match change {
        Change::Insert(input) => {
            inserted = clean(input, multiline);
            if inserted.is_empty() {
                return None;
            }
            spot
        }
        Change::Newline if !multiline => return None,
        Change::Newline => {
            inserted.push('\n');
            spot
        }
        Change::Backspace => selection.or_else(|| Some((previous(text, at)?, at)))?,
        Change::Delete => selection.or_else(|| Some((at, next(text, at)?)))?,
        Change::WordBackspace => selection.unwrap_or_else(|| (word_left(text, at), at)),
        Change::WordDelete => selection.unwrap_or_else(|| (at, word_right(text, at))),
        Change::Cut => {
            cut = selected(text, cursor).map(str::to_owned);
            selection?
        }
        Change::CutLine => {
            let (removed, kept) = line_around(text, spot);
            cut = Some(part(text, kept.0, kept.1).to_owned()).filter(|line| !line.is_empty());
            removed
        }
    };
    if start == end && inserted.is_empty() {
        return None;
    }
    let (text, at) = splice(text, start, end, &inserted);
    Some(Edited { text, cursor: Cursor { at, anchor: None, goal: None }, cut })
}

/// The selected text, if any.
pub fn selected(text: &str, cursor: Cursor) -> Option<&str> {
    let (start, end) = range(clamp(text, cursor))?;
    text.get(start..end)
}

/// Puts a cursor that came from an older text onto a grapheme boundary of this one: at or before where it was.
pub fn clamp(text: &str, cursor: Cursor) -> Cursor {
    Cursor { at: boundary_before(text, cursor.at), anchor: cursor.anchor.map(|at| boundary_before(text, at)), ..cursor }
}

/// What of a typed or pasted text goes into a field: composed letters (NFC), every kind of line end as `\n`, a tab as a
/// space. Escape and other control characters, characters that reverse the reading direction and ones that cannot be
/// seen are dropped. In a one-line field line ends become one space.
pub fn clean(input: &str, multiline: bool) -> String {
    let mut cleaned = String::with_capacity(input.len());
    let mut after_return = false;
    for char in input.chars() {
        let second_half = char == '\n' && after_return;
        after_return = char == '\r';
        match char {
            _ if second_half => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if multiline {
                    cleaned.push('\n');
                } else if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            '\t' => cleaned.push(' '),
            char if char.is_control() || is_invisible(char) => {}
            char => cleaned.push(char),
        }
    }
    if cleaned.is_ascii() { cleaned } else { cleaned.nfc().collect() }
}

/// Reading-direction marks could show one text and store another; soft hyphens and zero-width spaces, which copying
/// from web pages and Word brings along, hide words from the search. The joiners stay: emoji and Persian need them.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Replaces `start..end` and tells where the cursor stands after it. Composes across both seams, also when a removal
/// brought an accent to its letter.
fn splice(text: &str, start: usize, end: usize, inserted: &str) -> (String, usize) {
    let head = previous(text, start).unwrap_or(start);
    let tail = next(text, end).unwrap_or(end);
    let before = || part(text, head, start).chars().chain(inserted.chars());
    let mut changed = String::with_capacity(text.len() + inserted.len());
    changed.push_str(part(text, 0, head));
    changed.extend(before().chain(part(text, end, tail).chars()).nfc());
    let at = head + before().nfc().map(char::len_utf8).sum::<usize>();
    changed.push_str(part(text, tail, text.len()));
    let at = boundary_after(&changed, at);
    (changed, at)
}

/// The lines from newline to newline around a span: what to remove, with one newline, and what stands in them.
fn line_around(text: &str, (start, end): (usize, usize)) -> ((usize, usize), (usize, usize)) {
    let first = part(text, 0, start).rfind('\n').map_or(0, |at| at + 1);
    let last = part(text, end, text.len()).find('\n').map_or(text.len(), |at| end + at);
    let removed = if last < text.len() { (first, last + 1) } else { (first.saturating_sub(1), last) };
    (removed, (first, last))
}

fn range(cursor: Cursor) -> Option<(usize, usize)> {
    let anchor = cursor.anchor.filter(|anchor| *anchor != cursor.at)?;
    Some((anchor.min(cursor.at), anchor.max(cursor.at)))
}

fn part(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

fn previous(text: &str, at: usize) -> Option<usize> {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten()
}

fn next(text: &str, at: usize) -> Option<usize> {
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten()
}

fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

fn boundary_before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    if is_boundary(text, at) { at } else { previous(text, at).unwrap_or(0) }
}

fn boundary_after(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    if is_boundary(text, at) { at } else { next(text, at).unwrap_or(text.len()) }
}

/// What a word motion runs over in one go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Newline,
    Blank,
    Word,
    Mark,
}

fn run(grapheme: &str) -> Run {
    match grapheme.chars().next() {
        Some('\n' | '\r') => Run::Newline,
        Some(char) if char.is_whitespace() => Run::Blank,
        Some(char) if char.is_alphanumeric() || char == '_' => Run::Word,
        _ => Run::Mark,
    }
}

/// As on Windows: over the word or the marks here, then over the blanks after. A newline is a stop of its own.
fn word_right(text: &str, at: usize) -> usize {
    let mut graphemes = part(text, at, text.len()).graphemes(true);
    let Some(first) = graphemes.next() else { return at };
    let mut to = at + first.len();
    let mut current = run(first);
    for grapheme in graphemes {
        let next = run(grapheme);
        if next != Run::Blank && (next != current || current == Run::Newline) {
            break;
        }
        current = next;
        to += grapheme.len();
    }
    to
}

/// The mirror of `word_right`: over blanks, then to the start of the word, the marks or the newline before them.
fn word_left(text: &str, at: usize) -> usize {
    let mut to = at;
    let mut current = Run::Blank;
    for grapheme in part(text, 0, at).graphemes(true).rev() {
        let next = run(grapheme);
        let blank_so_far = current == Run::Blank;
        if (!blank_so_far && next != current) || current == Run::Newline || (next == Run::Newline && to < at) {
            break;
        }
        current = next;
        to -= grapheme.len();
    }
    to
}

#[cfg(test)]
mod tests;
