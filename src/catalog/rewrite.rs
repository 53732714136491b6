//! Changing one offer in the text of its file. Only the fields that changed get new text; every other byte – comments,
//! line ends, fields this version does not know – stays as somebody wrote it.
//!
//! What comes out is read again before it is given away: the offer is as it should be, and all others are untouched. Where
//! the text of the fields cannot be kept apart, the entry as a whole is written anew.

mod fields;

use std::ops::Range;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use ron::value::RawValue;

use super::library::read_offer;
use crate::domain::offer::Offer;
use fields::{Piece, Style, end_of_line, fields_edits, render_entry, skip, span};

/// Why a file was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The text is no list of offers.
    #[error("the file cannot be read")]
    Damaged,
    /// The offer is no longer in the file.
    #[error("the offer is gone")]
    Gone,
    /// Somebody else changed the offer since it was read.
    #[error("the offer was changed")]
    Changed,
    /// Another offer has the id.
    #[error("the id is taken")]
    Taken,
    /// The offer cannot be written so that it reads the same again.
    #[error("the offer cannot be written")]
    Unwritable,
}

/// RON as catalogue files are written: what is given needs no `Some`.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// An offer as it will be read again: without what no catalogue may hold, such as control characters.
pub fn as_read(offer: &Offer) -> Option<Offer> {
    read_offer(&render(offer)?)
}

/// The text of the file with one offer changed. `before` is the offer as it was read; both have the same id.
pub fn change(text: &str, before: &Offer, after: &Offer) -> Result<String, Refused> {
    let entries = entries(text)?;
    let is_it = |range: &Range<usize>| text.get(range.clone()).and_then(read_offer).is_some_and(|o| o.id == before.id);
    let at = entries.iter().position(is_it).ok_or(Refused::Gone)?;
    let range = entries.get(at).cloned().ok_or(Refused::Gone)?;
    let old = text.get(range.clone()).ok_or(Refused::Damaged)?;
    if read_offer(old).as_ref() != Some(before) {
        return Err(Refused::Changed);
    }
    let after = as_read(after).ok_or(Refused::Unwritable)?;
    let style = Style { newline: newline(text), indent: indent_of(text, range.start) };
    let fine = || {
        let edits = fields_edits(old, &render(before)?, &render(&after)?, style)?;
        apply(old, edits)
    };
    let whole = || render(&after).and_then(|text| render_entry(&text, style));
    let candidates: [&dyn Fn() -> Option<String>; 2] = [&fine, &whole];
    for candidate in candidates {
        let Some(new) = candidate() else { continue };
        let changed = format!("{}{new}{}", text.get(..range.start).unwrap_or(""), text.get(range.end..).unwrap_or(""));
        if holds(text, &entries, &changed, at, &after) {
            return Ok(changed);
        }
    }
    Err(Refused::Unwritable)
}

/// The text of the file with one more offer at its end, in the style of those before it. An empty text becomes a list.
pub fn add(text: &str, offer: &Offer) -> Result<String, Refused> {
    let text = if text.trim_start_matches('\u{feff}').trim().is_empty() { "[\n]\n" } else { text };
    let entries = entries(text)?;
    let taken =
        |range: &Range<usize>| text.get(range.clone()).and_then(read_offer).is_some_and(|old| old.id == offer.id);
    if entries.iter().any(taken) {
        return Err(Refused::Taken);
    }
    let offer = as_read(offer).ok_or(Refused::Unwritable)?;
    let indent = entries.last().map_or("    ", |range| indent_of(text, range.start));
    let style = Style { newline: newline(text), indent };
    let entry = render(&offer).and_then(|text| render_entry(&text, style)).ok_or(Refused::Unwritable)?;
    let piece = |range, new| Piece { range, text: new };
    let pieces = match entries.last() {
        None => {
            let at = bom(text) + skip(text.get(bom(text)..).unwrap_or(""), 0);
            if text.get(at..=at) != Some("[") {
                return Err(Refused::Damaged);
            }
            vec![piece(at + 1..at + 1, format!("{}{indent}{entry},", style.newline))]
        }
        Some(last) => {
            let next = skip(text, last.end);
            let comma = (text.get(next..=next) == Some(",")).then_some(next);
            let after = end_of_line(text, comma.map_or(last.end, |at| at + 1));
            let mut pieces = vec![];
            if comma.is_none() {
                pieces.push(piece(last.end..last.end, ",".to_owned()));
            }
            pieces.push(piece(after..after, format!("{}{indent}{entry},", style.newline)));
            pieces
        }
    };
    let changed = apply(text, pieces).ok_or(Refused::Unwritable)?;
    if holds(text, &entries, &changed, entries.len(), &offer) { Ok(changed) } else { Err(Refused::Unwritable) }
}

/// The text of the file without one offer; every other entry stays, byte for byte. `before` is the offer as it was read.
pub fn remove(text: &str, before: &Offer) -> Result<String, Refused> {
    let old = entries(text)?;
    let read = |range: &Range<usize>| text.get(range.clone()).and_then(read_offer);
    let at = old.iter().position(|range| read(range).is_some_and(|o| o.id == before.id)).ok_or(Refused::Gone)?;
    let range = old.get(at).cloned().ok_or(Refused::Gone)?;
    if read(&range).as_ref() != Some(before) {
        return Err(Refused::Changed);
    }
    let next = skip(text, range.end);
    let end = if text.get(next..=next) == Some(",") { next + 1 } else { range.end };
    let end = end_of_line(text, end);
    // The line the entry begins on goes with it where nothing else stands there, and the line end of the one before.
    let start = range.start - indent_of(text, range.start).len();
    let line_end = ["\r\n", "\n"].into_iter().find(|mark| text.get(..start).is_some_and(|t| t.ends_with(mark)));
    let start = start - line_end.map_or(0, str::len);
    let changed = apply(text, vec![Piece { range: start..end, text: String::new() }]).ok_or(Refused::Unwritable)?;
    let new = entries(&changed).map_err(|_| Refused::Unwritable)?;
    let raw = |text: &str, range: &Range<usize>| text.get(range.clone()).map(str::to_owned);
    let mut left: Vec<_> = old.iter().map(|range| raw(text, range)).collect();
    left.remove(at);
    let stays = new.iter().map(|range| raw(&changed, range)).eq(left);
    if stays { Ok(changed) } else { Err(Refused::Unwritable) }
}

/// Whether the new text has the offer at its place and every other entry of the old one, byte for byte.
fn holds(text: &str, old: &[Range<usize>], changed: &str, at: usize, offer: &Offer) -> bool {
    let Ok(new) = entries(changed) else { return false };
    let others_stay =
        old.iter().enumerate().filter(|(place, _)| *place != at).all(|(place, range)| {
            new.get(place).and_then(|range| changed.get(range.clone())) == text.get(range.clone())
        });
    let count = old.len() + usize::from(at == old.len());
    let there = new.get(at).and_then(|range| changed.get(range.clone())).and_then(read_offer);
    new.len() == count && others_stay && there.as_ref() == Some(offer)
}

/// Where each entry of the list stands, without the white space and comments around it.
fn entries(text: &str) -> Result<Vec<Range<usize>>, Refused> {
    let start = bom(text);
    let body = text.get(start..).unwrap_or("");
    let list: Vec<&RawValue> = options().from_str(body).map_err(|_| Refused::Damaged)?;
    let range = |raw: &RawValue| span(body, raw).map(|r| r.start + start..r.end + start);
    list.into_iter().map(range).collect::<Option<_>>().ok_or(Refused::Damaged)
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The white space at the beginning of the line a place is on; nothing when something else stands before it.
fn indent_of(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    if line.trim().is_empty() { line } else { "" }
}

fn render(offer: &Offer) -> Option<String> {
    options().to_string_pretty(offer, PrettyConfig::new().new_line("\n")).ok()
}

/// Puts pieces into a text; `None` where they overlap.
fn apply(text: &str, mut pieces: Vec<Piece>) -> Option<String> {
    pieces.sort_by_key(|piece| piece.range.start);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for piece in pieces {
        out.push_str(text.get(at..piece.range.start)?);
        out.push_str(&piece.text);
        at = piece.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests;
