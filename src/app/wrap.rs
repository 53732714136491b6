//! Wrapping of text by grapheme and display width; the one geometry that `update` and `ui` share.
//!
//! Three rules decide where a cursor stands:
//! * At a soft break it stands at the start of the next line, so the last place on a softly broken line is before its
//!   last grapheme.
//! * At the end of a line that fills the width it stands in the column *after* the last cell. A field therefore wraps
//!   at one cell less than it is wide; text never jumps because the cursor came to the edge.
//! * Spaces that do not fit hang past the edge, outside `Line::end`; a cursor among them stands at the visible end.

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// One line on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Byte offset of the first grapheme.
    pub start: usize,
    /// Byte offset after the last visible grapheme; before the newline and before spaces that hang past the edge.
    pub end: usize,
    /// Ended by a newline or by the end of the text, not by the width.
    pub hard: bool,
}

/// A grapheme, where it starts (byte offset) and how many cells it takes.
struct Cell<'a> {
    at: usize,
    grapheme: &'a str,
    width: usize,
}

impl Cell<'_> {
    fn end(&self) -> usize {
        self.at + self.grapheme.len()
    }

    fn is_newline(&self) -> bool {
        matches!(self.grapheme, "\n" | "\r\n")
    }
}

/// Walks the graphemes of a text from a grapheme boundary on.
struct Cells<'a> {
    text: &'a str,
    at: usize,
}

/// Lead byte of U+0300, the first character that can join a grapheme with the one before it.
const FIRST_JOINING: u8 = 0xCC;
/// Lead byte of U+00C0 to U+00FF, where æ, ø and å are; from here up to [`FIRST_JOINING`] every character is one cell.
const FIRST_LATIN: u8 = 0xC3;

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    fn next(&mut self) -> Option<Cell<'a>> {
        let at = self.at;
        let bytes = self.text.as_bytes();
        let first = *bytes.get(at)?;
        let len = if first < 0x80 { 1 } else { 2 };
        // Nearly all of a Danish text ends here; asking the Unicode tables for each letter costs twenty times more.
        let simple =
            first < FIRST_JOINING && first != b'\r' && bytes.get(at + len).is_none_or(|next| *next < FIRST_JOINING);
        let grapheme =
            if simple { self.text.get(at..at + len)? } else { self.text.get(at..)?.graphemes(true).next()? };
        let plain = first.is_ascii_graphic() || first == b' ' || first >= FIRST_LATIN;
        let width = if simple && plain { 1 } else { grapheme_width(grapheme) };
        self.at = at + grapheme.len();
        Some(Cell { at, grapheme, width })
    }
}

fn cells(text: &str, at: usize) -> Cells<'_> {
    Cells { text, at }
}

/// Control characters are never drawn, so they take no cell. The halfwidth Japanese sound marks join a grapheme but
/// terminals give them a cell of their own.
fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    grapheme.width() + grapheme.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// Display cells of a text, counted by grapheme as the terminal draws it; newlines and control characters take none.
pub fn width(text: &str) -> usize {
    cells(text, 0).map(|cell| cell.width).sum()
}

/// A place where the open line may be folded.
struct Fold {
    at: usize,
    column: usize,
    end: usize,
}

/// The line that is being filled.
struct Open {
    start: usize,
    /// Cells so far, spaces past the edge included.
    column: usize,
    /// The first space past the edge.
    hang: Option<usize>,
    fold: Option<Fold>,
}

impl Open {
    fn at(start: usize) -> Self {
        Open { start, column: 0, hang: None, fold: None }
    }

    /// The line may be folded before the grapheme at `at`.
    fn allow(&mut self, at: usize) {
        if at > self.start {
            self.fold = Some(Fold { at, column: self.column, end: self.visible_end(at) });
        }
    }

    /// Closes the line before the grapheme at `at`, at the last fold if there is one, else in the middle of the word.
    fn close(&mut self, at: usize) -> Line {
        let fold = self.fold.take().unwrap_or(Fold { at, column: self.column, end: at });
        let line = Line { start: self.start, end: fold.end, hard: false };
        self.start = fold.at;
        self.column -= fold.column;
        self.hang = None;
        line
    }

    fn visible_end(&self, end: usize) -> usize {
        self.hang.unwrap_or(end)
    }
}

/// What stands between two spaces or newlines.
struct Word {
    end: usize,
    /// Its cells, when it is of letters, digits and full stops only: nothing in it can join, break or be wide.
    plain: Option<usize>,
}

impl Word {
    fn at(text: &str, start: usize) -> Self {
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        let (mut len, mut cells, mut plain) = (0, 0, true);
        for byte in rest {
            match *byte {
                b' ' | b'\n' => break,
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b',' | b':' | b';' | FIRST_LATIN => cells += 1,
                0x80..=0xBF => {}
                _ => plain = false,
            }
            len += 1;
        }
        Word { end: start + len, plain: plain.then_some(cells) }
    }
}

/// Breaks a text into lines of at most `width` cells: at newlines, after spaces, hyphens and where Unicode allows it;
/// words longer than the width by grapheme. Always at least one line. A width of 0 counts as 1; a single grapheme
/// wider than the width stands alone and is the one thing that can be too wide.
pub fn wrap(text: &str, width: u16) -> Vec<Line> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    let mut open = Open::at(0);
    let mut cells = cells(text, 0);
    // People expect a line to break at any space, also where Unicode would keep "( a" or "a !" together.
    let mut after_space = false;
    let (mut word_start, mut word_end) = (0, 0);
    let mut breaks = linebreaks("").peekable();
    while cells.at < text.len() {
        if cells.at >= word_end {
            let word = Word::at(text, cells.at);
            // Plain words, nearly all there are, go on or below the line whole, without asking Unicode.
            if let Some(cost) = word.plain.filter(|cost| (1..=width).contains(cost)) {
                open.allow(cells.at);
                if open.column + cost > width {
                    lines.push(open.close(cells.at));
                }
                open.column += cost;
                cells.at = word.end;
                after_space = false;
                continue;
            }
            (word_start, word_end) = (cells.at, word.end);
            breaks = linebreaks(text.get(word_start..word_end).unwrap_or_default()).peekable();
        }
        let Some(cell) = cells.next() else { break };
        if cell.is_newline() {
            lines.push(Line { start: open.start, end: open.visible_end(cell.at), hard: true });
            open = Open::at(cell.end());
            after_space = false;
            continue;
        }
        let space = cell.grapheme == " ";
        while breaks.next_if(|(at, _)| word_start + at < cell.at).is_some() {}
        let inside = cell.at < word_end && breaks.peek().is_some_and(|(at, _)| word_start + at == cell.at);
        if inside || (after_space && !space) {
            open.allow(cell.at);
        }
        while !space && open.column > 0 && open.column + cell.width > width {
            lines.push(open.close(cell.at));
        }
        if space && open.hang.is_none() && open.column + cell.width > width {
            open.hang = Some(cell.at);
        }
        open.column += cell.width;
        after_space = cell.grapheme.starts_with(' ');
    }
    lines.push(Line { start: open.start, end: open.visible_end(text.len()), hard: true });
    lines
}

/// Row and column (in cells, at most 65,535) of the byte offset `at` in a wrapped text. An offset inside a grapheme
/// counts as its start.
pub fn position(lines: &[Line], text: &str, at: usize) -> (usize, u16) {
    let row = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let Some(line) = lines.get(row) else { return (0, 0) };
    let end = at.min(line.end);
    let column = cells(text, line.start).take_while(|cell| cell.end() <= end).map(|cell| cell.width).sum::<usize>();
    (row, u16::try_from(column).unwrap_or(u16::MAX))
}

/// The grapheme boundary shown at a row and column (in cells). Beyond the last row or column the last place there is
/// taken, inside a wide grapheme its start.
pub fn offset(lines: &[Line], text: &str, row: usize, column: u16) -> usize {
    let row = row.min(lines.len().saturating_sub(1));
    let Some(line) = lines.get(row) else { return 0 };
    let last = line.end.min(row_end(lines, text, row));
    let column = usize::from(column);
    let mut at = line.start;
    let mut reached = 0;
    for cell in cells(text, line.start) {
        if cell.at >= last || reached == column || reached + cell.width > column {
            break;
        }
        reached += cell.width;
        at = cell.end();
    }
    at
}

/// The last place (byte offset) a cursor can have on a row: before the newline, or before the last grapheme of a
/// softly broken line.
pub fn row_end(lines: &[Line], text: &str, row: usize) -> usize {
    let Some(line) = lines.get(row) else { return text.len() };
    let next = lines.get(row + 1).map_or(text.len(), |line| line.start);
    let whole = text.get(line.start..next).unwrap_or_default();
    let kept = if !line.hard {
        whole.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    } else if row + 1 < lines.len() {
        let whole = whole.strip_suffix('\n').unwrap_or(whole);
        whole.strip_suffix('\r').unwrap_or(whole).len()
    } else {
        whole.len()
    };
    line.start + kept
}

/// A text on one line of at most `width` cells: newlines become spaces, and what does not fit becomes "…".
pub fn clip(text: &str, width: usize) -> String {
    let mut shown = String::with_capacity(text.len().min(width.saturating_mul(4)));
    let mut used = 0;
    let mut kept = 0;
    for cell in cells(text, 0) {
        let (grapheme, cost) = if cell.is_newline() { (" ", 1) } else { (cell.grapheme, cell.width) };
        if used + cost > width {
            shown.truncate(kept);
            shown.truncate(shown.trim_end().len());
            if width > 0 {
                shown.push('…');
            }
            break;
        }
        shown.push_str(grapheme);
        used += cost;
        if used < width {
            kept = shown.len();
        }
    }
    shown
}

#[cfg(test)]
mod tests;
