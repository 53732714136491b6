//! One field of both.

use super::super::record::{Field, Kind, Value};

/// Stands between two texts of one line (*eller*).
pub const OR_IN_LINE: &str = " [ELLER] ";
/// Stands between two texts of many lines.
pub const OR_IN_TEXT: &str = "\n[ELLER]\n";

/// A field in three states.
pub(super) struct Three<'a> {
    /// As both had it; `None`: it was not there.
    pub(super) base: Option<&'a Value>,
    pub(super) mine: Value,
    pub(super) theirs: Value,
    /// The other has noted mine and goes on with theirs.
    pub(super) told: bool,
}

/// How both stand in the result.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Both {
    /// One way or the other they are one.
    Agree,
    /// Both, with a mark between them.
    Stand,
    /// Mine; theirs is to be noted.
    Noted(Value),
}

impl Three<'_> {
    /// The field of both. `past` tells what this field has held here since the state both had.
    pub(super) fn merged(self, field: &Field, past: &dyn Fn(&Value) -> bool) -> (Value, Both) {
        let Self { base, mine, theirs, told } = self;
        if mine == theirs || Some(&theirs) == base || past(&theirs) {
            return (mine, Both::Agree);
        }
        if Some(&mine) == base {
            return (theirs, Both::Agree);
        }
        match (&mine, &theirs, base) {
            (Value::Text(my), Value::Text(their), _) => {
                let old = if let Some(Value::Text(old)) = base { old.as_str() } else { "" };
                let (text, two) = texts(old, my, their, field.kind, past);
                (Value::Text(text), if two { Both::Stand } else { Both::Agree })
            }
            (Value::Many(my), Value::Many(their), old) => {
                let old = if let Some(Value::Many(old)) = old { old.as_slice() } else { &[] };
                let mut marks = sets(old, my, their);
                marks.sort_unstable();
                (Value::Many(marks), Both::Agree)
            }
            (Value::Refs(my), Value::Refs(their), old) => {
                let old = if let Some(Value::Refs(old)) = old { old.as_slice() } else { &[] };
                (Value::Refs(sets(old, my, their)), Both::Agree)
            }
            // The narrower circle: nobody sees what one of both kept from them.
            (Value::Choice(my), Value::Choice(their), _) if field.name == "seen_by" => {
                (Value::Choice(*my.max(their)), Both::Agree)
            }
            _ if told || field.empty().as_ref() == Some(&mine) => (theirs, Both::Agree),
            _ if field.empty().as_ref() == Some(&theirs) => (mine, Both::Agree),
            _ => (mine, Both::Noted(theirs)),
        }
    }
}

/// The texts that stand in one field with marks between them.
pub(super) fn parts_of(text: &str, kind: Kind) -> impl Iterator<Item = &str> {
    text.split(mark(kind)).filter(|part| !part.is_empty())
}

fn mark(kind: Kind) -> &'static str {
    if matches!(kind, Kind::Long(_)) { OR_IN_TEXT } else { OR_IN_LINE }
}

/// Both texts: of their parts, what one of both wrote and what neither took away. True when there are parts of both.
fn texts(old: &str, my: &str, their: &str, kind: Kind, past: &dyn Fn(&Value) -> bool) -> (String, bool) {
    let [old, my_parts, their_parts] = [old, my, their].map(|text| parts_of(text, kind).collect::<Vec<_>>());
    let known = |part: &str| old.contains(&part) || past(&Value::Text(part.to_owned()));
    let mine = my_parts.iter().filter(|part| their_parts.contains(part) || !old.contains(part));
    let mut parts: Vec<&str> = mine.copied().collect();
    for part in &their_parts {
        if !parts.contains(part) && (my_parts.contains(part) || !known(part)) {
            parts.push(part);
        }
    }
    // As they have it, when that is all of it: two machines then end with one text.
    if parts.len() == their_parts.len() && parts.iter().all(|part| their_parts.contains(part)) {
        return (their.to_owned(), false);
    }
    let two = parts.iter().any(|part| !my_parts.contains(part)) && parts.iter().any(|part| !their_parts.contains(part));
    (parts.join(mark(kind)), two)
}

/// Of two lists without order: what one of both added and what neither took away.
fn sets<T: Copy + PartialEq>(old: &[T], my: &[T], their: &[T]) -> Vec<T> {
    let stays = |in_other: &[T], item: &T| in_other.contains(item) || !old.contains(item);
    let mut all: Vec<T> = my.iter().filter(|item| stays(their, item)).copied().collect();
    for item in their {
        if !all.contains(item) && stays(my, item) {
            all.push(*item);
        }
    }
    // As they have it, when that is all of it.
    if all.len() == their.len() && all.iter().all(|item| their.contains(item)) { their.to_vec() } else { all }
}
