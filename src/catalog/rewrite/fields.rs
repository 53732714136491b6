//! The fields of a struct as they stand in a text, and what has to be put where so that some of them change.

use std::fmt::{self, Write};
use std::ops::Range;

use ron::value::RawValue;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::options;

/// New text for a range of the old one.
pub(super) struct Piece {
    pub range: Range<usize>,
    pub text: String,
}

/// How a file is written.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub newline: &'static str,
    /// White space before the struct's own bracket.
    pub indent: &'a str,
}

/// Steps of indentation in what we write.
const STEP: &str = "    ";

struct Field<'a> {
    name: String,
    /// From the first letter of its name.
    start: usize,
    value: Range<usize>,
    text: &'a str,
}

/// Where a raw value stands in the text it was read from, without what surrounds it.
pub(super) fn span(text: &str, raw: &RawValue) -> Option<Range<usize>> {
    let inner = raw.trim().get_ron();
    let start = (inner.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let range = start..start.checked_add(inner.len())?;
    (text.get(range.clone()) == Some(inner)).then_some(range)
}

/// The first place from `at` on that is neither white space nor comment.
pub(super) fn skip(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or("");
        let bare = rest.trim_start();
        at += rest.len() - bare.len();
        if bare.starts_with("//") {
            at += bare.find('\n').unwrap_or(bare.len());
        } else if bare.starts_with("/*") {
            at += block_comment(bare);
        } else {
            return at;
        }
    }
}

/// Length of the comment a text begins with; comments lie in one another.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let step = match rest {
            _ if rest.starts_with("/*") => {
                depth += 1;
                2
            }
            _ if rest.starts_with("*/") => {
                depth -= 1;
                2
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        at += step;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The end of the line `at` is on, when only a comment follows there; else `at` itself.
pub(super) fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let line = rest.split('\n').next().unwrap_or("");
    let line = line.strip_suffix('\r').unwrap_or(line);
    let after = line.trim();
    if after.is_empty() || after.starts_with("//") { at + line.len() } else { at }
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Vec<(String, &'de RawValue)>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a struct")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = vec![];
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

/// The fields of a struct's text, each once; `None` when it is no such struct.
fn fields(text: &str) -> Option<Vec<Field<'_>>> {
    let mut reader = ron::Deserializer::from_str_with_options(text, &options()).ok()?;
    let pairs = reader.deserialize_struct("", &[], Pairs).ok()?;
    let mut found: Vec<Field<'_>> = Vec::with_capacity(pairs.len());
    let mut at = skip(text, 0);
    for (name, raw) in pairs {
        let value = span(text, raw)?;
        // Behind the bracket or the comma.
        let start = skip(text, skip(text, at) + 1);
        if !text.get(start..)?.starts_with(&name) || found.iter().any(|other| other.name == name) {
            return None;
        }
        at = value.end;
        found.push(Field { name, start, text: text.get(value.clone())?, value });
    }
    Some(found)
}

/// The entries of a list's text.
fn items(text: &str) -> Option<Vec<Range<usize>>> {
    let list: Vec<&RawValue> = options().from_str(text).ok()?;
    list.into_iter().map(|raw| span(text, raw)).collect()
}

/// What changes in a struct's text so that it goes from one rendering to another. All three hold the same struct, the
/// first as somebody wrote it.
pub(super) fn fields_edits(old: &str, before: &str, after: &str, style: Style<'_>) -> Option<Vec<Piece>> {
    struct_edits(old, before, after, style, 1)
}

fn struct_edits(old: &str, before: &str, after: &str, style: Style<'_>, depth: usize) -> Option<Vec<Piece>> {
    let (there, before, after) = (fields(old)?, fields(before)?, fields(after)?);
    let open = skip(old, 0) + 1;
    let many_lines = old.get(open..there.first()?.start)?.contains('\n');
    let inner =
        if many_lines { super::indent_of(old, there.first()?.start).to_owned() } else { style.indent.to_owned() };
    let text_of = |list: &[Field<'_>], name: &str| list.iter().find(|f| f.name == name).map(|f| f.text.to_owned());
    let mut pieces = vec![];
    for field in &after {
        let was = text_of(&before, &field.name);
        if was.as_deref() == Some(field.text) {
            continue;
        }
        match there.iter().find(|f| f.name == field.name) {
            Some(place) => {
                pieces.extend(value_edits(place, was.as_deref(), field.text, style.newline, &inner, depth)?);
            }
            None => {
                let new = laid(field.text, &inner, style.newline, depth)?;
                pieces.extend(insertion(
                    old,
                    &there,
                    &after,
                    field,
                    &new,
                    &inner,
                    many_lines.then_some(style.newline),
                )?);
            }
        }
    }
    for field in before.iter().filter(|f| !after.iter().any(|a| a.name == f.name)) {
        if let Some(at) = there.iter().position(|f| f.name == field.name) {
            pieces.push(removal(old, &there, at)?);
        }
    }
    Some(pieces)
}

/// A field that is there gets another value: inside it where both are of one shape, else as a whole.
fn value_edits(
    place: &Field<'_>,
    was: Option<&str>,
    new: &str,
    newline: &'static str,
    indent: &str,
    depth: usize,
) -> Option<Vec<Piece>> {
    let style = Style { newline, indent };
    let moved = |pieces: Vec<Piece>, by: usize| {
        pieces.into_iter().map(move |p| Piece { range: p.range.start + by..p.range.end + by, text: p.text })
    };
    let is = |text: &str, bracket| text.starts_with(bracket);
    if let Some(was) = was {
        if is(place.text, '(') && is(was, '(') && is(new, '(') {
            let pieces = struct_edits(place.text, was, new, style, depth + 1);
            if let Some(pieces) = pieces {
                return Some(moved(pieces, place.value.start).collect());
            }
        }
        if is(place.text, '[') && is(new, '[') {
            let (there, before, after) = (items(place.text)?, items(was)?, items(new)?);
            let structs = |text: &str, list: &[Range<usize>]| {
                list.iter().all(|r| text.get(r.clone()).is_some_and(|t| t.starts_with('(')))
            };
            if there.len() == after.len() && before.len() == after.len() && structs(new, &after) {
                let mut pieces = vec![];
                for ((there, before), after) in there.iter().zip(before).zip(after) {
                    let part = place.text.get(there.clone())?;
                    let found = struct_edits(part, was.get(before)?, new.get(after)?, style, depth + 2)?;
                    pieces.extend(moved(found, place.value.start + there.start));
                }
                return Some(pieces);
            }
        }
    }
    Some(vec![Piece { range: place.value.clone(), text: laid(new, indent, newline, depth)? }])
}

/// A value as our own rendering has it, laid out for its place: lists of plain values on one line, line ends and
/// indentation those of the file.
fn laid(value: &str, indent: &str, newline: &str, depth: usize) -> Option<String> {
    if value.starts_with('[') {
        let parts: Vec<&str> = items(value)?.into_iter().filter_map(|r| value.get(r)).collect();
        if parts.iter().all(|part| !part.starts_with('(')) {
            return Some(format!("[{}]", parts.join(", ")));
        }
    }
    let ours = STEP.repeat(depth);
    let lines = value.split('\n').enumerate().map(|(number, line)| match number {
        0 => line.to_owned(),
        _ => format!("{newline}{indent}{}", line.strip_prefix(&ours).unwrap_or(line)),
    });
    Some(lines.collect())
}

/// A field that is not there yet comes behind the one before it in our order. `newline` tells how, where each field has a
/// line of its own.
fn insertion(
    old: &str,
    there: &[Field<'_>],
    after: &[Field<'_>],
    field: &Field<'_>,
    value: &str,
    indent: &str,
    newline: Option<&str>,
) -> Option<Vec<Piece>> {
    let piece = |at: usize, text: String| Piece { range: at..at, text };
    let earlier = after.iter().take_while(|f| f.name != field.name);
    let Some(previous) = earlier.filter_map(|f| there.iter().find(|t| t.name == f.name)).last() else {
        let at = there.first()?.start;
        let end = newline.map_or_else(|| " ".to_owned(), |n| format!("{n}{indent}"));
        return Some(vec![piece(at, format!("{}: {value},{end}", field.name))]);
    };
    let next = skip(old, previous.value.end);
    let comma = (old.get(next..=next) == Some(",")).then_some(next);
    let mut pieces = vec![];
    if comma.is_none() {
        pieces.push(piece(previous.value.end, ",".to_owned()));
    }
    let behind = comma.map_or(previous.value.end, |at| at + 1);
    match newline {
        Some(newline) => {
            pieces.push(piece(end_of_line(old, behind), format!("{newline}{indent}{}: {value},", field.name)));
        }
        None => {
            let end = if comma.is_some() { "," } else { "" };
            pieces.push(piece(behind, format!(" {}: {value}{end}", field.name)));
        }
    }
    Some(pieces)
}

/// Takes a field out: its lines where it has them to itself, else the field alone.
fn removal(old: &str, there: &[Field<'_>], at: usize) -> Option<Piece> {
    let field = there.get(at)?;
    let next = skip(old, field.value.end);
    let comma = old.get(next..=next) == Some(",");
    let end = if comma { next + 1 } else { field.value.end };
    let line_start = old.get(..field.start)?.rfind('\n').map(|p| p + 1);
    let own_start = line_start.filter(|s| old.get(*s..field.start).is_some_and(|t| t.trim().is_empty()));
    let rest = old.get(end..)?.split('\n').next()?;
    let range = match own_start {
        Some(start) if rest.trim().is_empty() && end + rest.len() < old.len() => start..end + rest.len() + 1,
        _ => match there.get(at + 1) {
            Some(next) if comma && !old.get(end..next.start)?.contains("//") => field.start..next.start,
            _ if comma => field.start..end,
            _ => at.checked_sub(1).and_then(|p| there.get(p)).map_or(field.start, |p| p.value.end)..field.value.end,
        },
    };
    Some(Piece { range, text: String::new() })
}

/// A whole entry in our own layout, from our rendering of it.
pub(super) fn render_entry(rendered: &str, style: Style<'_>) -> Option<String> {
    let inner = format!("{}{STEP}", style.indent);
    let mut out = String::from("(");
    for field in fields(rendered)? {
        let value = laid(field.text, &inner, style.newline, 1)?;
        let _ = write!(out, "{}{inner}{}: {value},", style.newline, field.name);
    }
    let _ = write!(out, "{}{})", style.newline, style.indent);
    Some(out)
}
