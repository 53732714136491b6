//! Typing: into texts, days, times and numbers.

use super::super::command::Command;
use super::super::context::field;
use super::super::editor::{self, Change, Cursor, Motion};
use super::super::model::Model;
use super::super::page::{self, Row};
use super::super::wrap::Line;
use super::{edit, focus};
use crate::domain::history::Manner;
use crate::domain::record::{Field, Hour, Id, Kind, Value, When};

/// Text that was typed or pasted.
pub fn typed(model: &mut Model, input: &str, pasted: bool) {
    let Some((id, field)) = model.work.as_ref().and_then(field) else { return };
    if pasted && let Some(work) = &mut model.work {
        work.history.pause();
    }
    match field.kind {
        Kind::Line(_) | Kind::Long(_) => change(model, id, field, Change::Insert(input)),
        Kind::Date(_) | Kind::Time => {
            let old = if all_selected(model) { String::new() } else { typed_so_far(model, id, field) };
            put_typed(model, id, field, old + &editor::clean(input, false));
        }
        Kind::Number(most) => {
            let Some(Value::Number(old)) = model.work.as_ref().and_then(|w| w.session.value(id, field.name)) else {
                return;
            };
            let digits: String = input.chars().filter(char::is_ascii_digit).collect();
            // The first digit after coming here begins a new number.
            let old = if all_selected(model) { None } else { old };
            let text = old.map(|n| n.to_string()).unwrap_or_default() + &digits;
            match text.parse::<u32>() {
                _ if digits.is_empty() => {}
                Ok(number) if number <= most => {
                    put(model, id, field, Value::Number(Some(number)));
                    if let Some(work) = &mut model.work {
                        work.cursor = Cursor::default();
                    }
                }
                _ => {
                    model.say_fmt(crate::text::w("number-at-most"), &[("most", i64::from(most).into())]);
                    if let Some(message) = &mut model.message {
                        message.stays = true;
                    }
                }
            }
        }
        _ => {}
    }
    if pasted && let Some(work) = &mut model.work {
        work.history.pause();
    }
}

/// True when what stands in the field is selected as a whole, and the next key replaces it.
fn all_selected(model: &Model) -> bool {
    model.work.as_ref().is_some_and(|w| w.cursor.anchor.is_some())
}

fn put(model: &mut Model, id: Id, field: &'static Field, value: Value) {
    edit::set(model, id, field.name, value, Manner::Typing(id, field.name));
}

/// What was typed of a day or a time; a day that stands there already is replaced by the first key.
fn typed_so_far(model: &Model, id: Id, field: &'static Field) -> String {
    let record = model.work.as_ref().and_then(|w| w.session.record(id));
    record.map(|r| field.text(r)).unwrap_or_default()
}

fn put_typed(model: &mut Model, id: Id, field: &'static Field, typed: String) {
    let length = typed.len();
    let value = match (field.kind, typed.is_empty()) {
        (Kind::Time, true) => Value::Time(Hour::Unset),
        (Kind::Time, false) => Value::Time(Hour::Typed(typed)),
        (_, true) => Value::Date(When::Unset),
        (_, false) => Value::Date(When::Typed(typed)),
    };
    put(model, id, field, value);
    if let Some(work) = &mut model.work {
        work.cursor = Cursor { at: length, ..Cursor::default() };
    }
}

fn change(model: &mut Model, id: Id, field: &'static Field, change: Change<'_>) {
    let Some(work) = &model.work else { return };
    let Some(text) = focus::text_of(work) else { return };
    let multiline = matches!(field.kind, Kind::Long(_));
    let cursor = editor::clamp(&text, work.cursor);
    let Some(edited) = editor::change(&text, cursor, change, multiline) else { return };
    if edited.text != text
        && !edit::set(model, id, field.name, Value::Text(edited.text), Manner::Typing(id, field.name))
    {
        return;
    }
    if let Some(cut) = edited.cut {
        model.clip = cut;
    }
    if let Some(work) = &mut model.work {
        work.cursor = edited.cursor;
    }
}

/// Copies what is selected; false when nothing is.
pub fn copy(model: &mut Model) -> bool {
    if !model.overlays.is_empty() {
        return false;
    }
    let Some(work) = &model.work else { return false };
    let text = focus::text_of(work);
    let selected = text.as_deref().and_then(|t| editor::selected(t, editor::clamp(t, work.cursor)));
    let Some(selected) = selected.filter(|s| !s.is_empty()).map(str::to_owned) else { return false };
    model.clip = selected;
    model.say_word(crate::text::w("copied"));
    true
}

/// Commands inside a field that text or a number is typed into; false when the command is for the page.
pub fn command(model: &mut Model, command: Command) -> bool {
    let Some((id, field)) = model.work.as_ref().and_then(field) else { return false };
    match field.kind {
        Kind::Line(_) | Kind::Long(_) => in_text(model, id, field, command),
        Kind::Date(_) | Kind::Time => in_typed(model, id, field, command),
        Kind::Number(_) => in_number(model, id, field, command),
        _ => match command {
            // Empties a choice or a reference.
            Command::Backspace | Command::DeleteChar | Command::Remove => clear(model, id, field),
            _ => false,
        },
    }
}

fn clear(model: &mut Model, id: Id, field: &'static Field) -> bool {
    let empty = match field.kind {
        Kind::Choice(_, true) => Value::Choice(None),
        Kind::Many(_) => Value::Many(vec![]),
        Kind::Ref(_) => Value::Ref(None),
        Kind::Refs(_) => Value::Refs(vec![]),
        _ => return false,
    };
    edit::set(model, id, field.name, empty, Manner::Step);
    true
}

fn in_typed(model: &mut Model, id: Id, field: &'static Field, command: Command) -> bool {
    match command {
        Command::SelectAll => {
            if let Some(work) = &mut model.work {
                work.cursor.anchor = Some(0);
            }
        }
        Command::Backspace => {
            let all = all_selected(model);
            let mut typed = if all { String::new() } else { typed_so_far(model, id, field) };
            typed.pop();
            put_typed(model, id, field, typed);
        }
        Command::WordBackspace | Command::DeleteChar | Command::WordDelete | Command::CutLine => {
            put_typed(model, id, field, String::new());
        }
        Command::Paste => {
            let clip = model.clip.clone();
            typed(model, &clip, true);
        }
        _ => return false,
    }
    true
}

fn in_number(model: &mut Model, id: Id, field: &'static Field, command: Command) -> bool {
    let Some(Value::Number(old)) = model.work.as_ref().and_then(|w| w.session.value(id, field.name)) else {
        return false;
    };
    match command {
        Command::Backspace => {
            let shorter = old.map(|n| n / 10).filter(|n| *n > 0);
            put(model, id, field, Value::Number(shorter));
        }
        Command::DeleteChar | Command::Remove => put(model, id, field, Value::Number(None)),
        _ => return false,
    }
    true
}

/// How the text of the focused field lies on screen.
fn lines(model: &Model) -> Vec<Line> {
    let page = page::page(model);
    let Some(work) = &model.work else { return vec![] };
    let row = page.row_of(work.focus).and_then(|at| page.row(at));
    match row.map(|r| &r.row) {
        Some(Row::Field { lines, .. }) => lines.clone(),
        _ => vec![],
    }
}

fn in_text(model: &mut Model, id: Id, field: &'static Field, command: Command) -> bool {
    use Command as C;
    let multiline = matches!(field.kind, Kind::Long(_));
    let clip = model.clip.clone();
    let wanted = match command {
        C::Backspace => Some(Change::Backspace),
        C::DeleteChar => Some(Change::Delete),
        C::WordBackspace => Some(Change::WordBackspace),
        C::WordDelete => Some(Change::WordDelete),
        C::Newline | C::Activate if multiline => Some(Change::Newline),
        C::Cut => Some(Change::Cut),
        C::CutLine => Some(Change::CutLine),
        C::Paste => Some(Change::Insert(&clip)),
        _ => None,
    };
    if let Some(wanted) = wanted {
        change(model, id, field, wanted);
        return true;
    }
    let (motion, select) = match command {
        C::CharLeft | C::Left => (Motion::Left, false),
        C::CharRight | C::Right => (Motion::Right, false),
        C::WordLeft => (Motion::WordLeft, false),
        C::WordRight => (Motion::WordRight, false),
        C::LineStart => (Motion::LineStart, false),
        C::LineEnd => (Motion::LineEnd, false),
        C::TextStart => (Motion::Start, false),
        C::TextEnd => (Motion::End, false),
        C::Up => (Motion::Up, false),
        C::Down => (Motion::Down, false),
        C::SelectLeft => (Motion::Left, true),
        C::SelectRight => (Motion::Right, true),
        C::SelectUp => (Motion::Up, true),
        C::SelectDown => (Motion::Down, true),
        C::SelectWordLeft => (Motion::WordLeft, true),
        C::SelectWordRight => (Motion::WordRight, true),
        C::SelectLineStart => (Motion::LineStart, true),
        C::SelectLineEnd => (Motion::LineEnd, true),
        C::SelectAll => {
            if let Some(work) = &mut model.work {
                let end = focus::text_of(work).map(|t| t.len()).unwrap_or_default();
                work.cursor = Cursor { at: end, anchor: Some(0), goal: None };
            }
            return true;
        }
        _ => return false,
    };
    let lines = lines(model);
    let Some(work) = &mut model.work else { return false };
    let Some(text) = focus::text_of(work) else { return false };
    let cursor = editor::clamp(&text, work.cursor);
    match editor::motion(&text, cursor, motion, select, &lines) {
        Some(cursor) => work.cursor = cursor,
        // Up from the first line and down from the last leave the field; sideways there is nowhere to go.
        None => return !matches!(command, C::Up | C::Down),
    }
    // The cursor was moved: what is typed now is a new thought, and a step of undo of its own.
    work.history.pause();
    true
}
