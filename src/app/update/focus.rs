//! The focus: where it is, how it moves, what happens when it leaves a field, and that it stays on screen.

use super::super::context::field;
use super::super::editor::Cursor;
use super::super::model::{Model, Spot, Work};
use super::super::page::{self, Page, Row};
use super::super::wrap;
use super::edit;
use crate::domain::dates;
use crate::domain::edit::Slot;
use crate::domain::history::Manner;
use crate::domain::record::{Choice, Hour, Id, Kind, Value, When};
use crate::domain::session::Session;
use crate::domain::steps::Step;

/// Gives the focus to a spot of the page.
pub fn set(model: &mut Model, spot: Spot) {
    if model.work.as_ref().is_some_and(|w| w.focus == spot) {
        return;
    }
    leave_field(model);
    let Some(work) = &mut model.work else { return };
    if let Some((id, name)) = work.peek
        && spot != Spot::Field(id, name)
    {
        work.peek = None;
    }
    work.focus = spot;
    put_cursor_at_end(work);
}

/// Puts the cursor behind the text of the field that has the focus.
pub fn put_cursor_at_end(work: &mut Work) {
    let text = text_of(work).unwrap_or_default();
    let number = field(work).is_some_and(|(_, f)| matches!(f.kind, Kind::Number(_)));
    work.cursor = Cursor { at: text.len(), anchor: number.then_some(0), goal: None };
}

/// Leaves the cursor where it was in the text, which another may have changed: what stands before it is the same, or else
/// it goes to the end.
pub fn keep_cursor(work: &mut Work, before: Option<&String>) {
    let now = text_of(work);
    let same = |(before, now): (&String, &String)| {
        let at = work.cursor.at;
        before.get(..at).is_some_and(|start| now.starts_with(start))
    };
    if now.as_ref() != before && !before.zip(now.as_ref()).is_some_and(same) {
        put_cursor_at_end(work);
    }
}

/// The text of the field that has the focus; `None` when characters are not text there.
pub fn text_of(work: &Work) -> Option<String> {
    let (id, field) = field(work)?;
    match field.kind {
        Kind::Line(_) | Kind::Long(_) | Kind::Date(_) | Kind::Time => {
            work.session.record(id).map(|record| field.text(record))
        }
        _ => None,
    }
}

/// What was typed as a day or a time becomes one, when it is understood; the next typing is a step of undo of its own.
pub fn leave_field(model: &mut Model) {
    let today = model.today();
    let Some(work) = &mut model.work else { return };
    work.history.pause();
    let Some((id, field)) = field(work) else { return };
    let value = match (field.kind, work.session.value(id, field.name)) {
        (Kind::Date(_), Some(Value::Date(When::Typed(typed)))) if typed.trim().is_empty() => Value::Date(When::Unset),
        (Kind::Time, Some(Value::Time(Hour::Typed(typed)))) if typed.trim().is_empty() => Value::Time(Hour::Unset),
        (Kind::Date(lean), Some(Value::Date(When::Typed(typed)))) => match dates::parse_date(&typed, today, lean) {
            Some(day) => Value::Date(When::On(day)),
            None => return,
        },
        (Kind::Time, Some(Value::Time(Hour::Typed(typed)))) => match dates::parse_time(&typed) {
            Some(time) => Value::Time(Hour::At(time)),
            None => return,
        },
        _ => return,
    };
    // Part of the typing it came from: one undo takes both back.
    if let Some(work) = &mut model.work {
        work.history.resume(id, field.name);
    }
    edit::set(model, id, field.name, value, Manner::Typing(id, field.name));
    if let Some(work) = &mut model.work {
        work.history.pause();
    }
}

/// A record in a list with those it lies in, itself last; empty for the parts a session has exactly one of.
pub fn path(session: &Session, id: Id) -> Vec<Id> {
    let Some((slot, _, _)) = session.find(id) else { return vec![] };
    let mut path = match slot {
        Slot::Head | Slot::Citizen | Slot::Preparation | Slot::Close | Slot::Answers | Slot::Desk => return vec![],
        Slot::SubGoals(of) | Slot::Actions(of) => path(session, of),
        _ => vec![],
    };
    path.push(id);
    path
}

/// Shows a step, with the focus where it was when the step was left.
pub fn go_to_step(model: &mut Model, step: Step) {
    leave_field(model);
    let now = model.now;
    let Some(work) = &mut model.work else { return };
    let old = usize::from(work.step.place().unwrap_or_default());
    if let Some(place) = work.places.get_mut(old) {
        *place = work.focus;
    }
    if work.step != step {
        work.reveal = false;
        work.peek = None;
        work.scroll = 0;
        work.look(now);
    }
    work.step = step;
    work.focus = work.places.get(usize::from(step.place().unwrap_or_default())).copied().unwrap_or_default();
    put_cursor_at_end(work);
    if work.focus == Spot::Top {
        let first = page::page(model).rows.iter().find_map(|r| r.spot);
        if let Some(first) = first {
            set(model, first);
        }
    }
}

/// Shows a record: its step, unfolded, with the focus on a field of it or on its row.
pub fn go_to(model: &mut Model, id: Id, field: Option<&'static str>) {
    let Some((slot, _, record)) = model.work.as_ref().and_then(|w| w.session.find(id)) else { return };
    let step = slot.step();
    let field = field.filter(|name| record.field(name).is_some());
    go_to_step(model, step);
    let Some(work) = &mut model.work else { return };
    let path = path(&work.session, id);
    let spot = match field {
        Some(name) => Spot::Field(id, name),
        None if path.is_empty() => Spot::Top,
        None => Spot::Record(id),
    };
    work.open = field.and_then(|_| path.last().copied());
    set(model, spot);
}

/// Remembers where one is, so that Esc comes back.
pub fn remember(model: &mut Model) {
    if let Some(work) = &mut model.work {
        work.back_to.push((work.step, work.focus));
    }
}

/// Scrolls so that the focus, and in a long text the cursor, is on screen.
pub fn keep_in_view(model: &mut Model) {
    if model.work.is_none() || model.size.is_too_small() {
        return;
    }
    let page = land(model);
    let (_, room) = page::room(model);
    let Some(work) = &mut model.work else { return };
    let Some((top, bottom)) = focus_lines(&page, work) else { return };
    let room = u32::from(room.max(1));
    // A heading right above the focus is worth a line.
    let top = top.saturating_sub(1);
    if top < work.scroll {
        work.scroll = top;
    }
    if bottom > work.scroll + room {
        work.scroll = bottom - room;
    }
    work.scroll = work.scroll.min(page.height.saturating_sub(room));
}

/// Makes sure that the focus is on something the page shows: nothing is ever typed into what nobody sees. A field of a
/// folded record unfolds it; where that does not help, the record's row has the focus, else the first row.
fn land(model: &mut Model) -> Page {
    let page = page::page(model);
    let Some(work) = &mut model.work else { return page };
    let on = |page: &Page, spot: Spot| page.rows.iter().any(|r| r.spot == Some(spot));
    if on(&page, work.focus) {
        return page;
    }
    let path = match work.focus {
        Spot::Field(id, _) | Spot::Record(id) => path(&work.session, id),
        _ => vec![],
    };
    let folded = work.open;
    if let (Spot::Field(..), Some(last)) = (work.focus, path.last()) {
        work.open = Some(*last);
        let page = page::page(model);
        if model.work.as_ref().is_some_and(|w| on(&page, w.focus)) {
            return page;
        }
    }
    let Some(work) = &mut model.work else { return page };
    work.open = folded;
    let rows = path.iter().rev().map(|id| Spot::Record(*id));
    let first = page.rows.iter().find_map(|r| r.spot);
    work.focus = rows.filter(|spot| on(&page, *spot)).chain(first).next().unwrap_or_default();
    put_cursor_at_end(work);
    page
}

/// First and last (excluded) line that must be seen.
fn focus_lines(page: &Page, work: &Work) -> Option<(u32, u32)> {
    let placed = page.row(page.row_of(work.focus)?)?;
    if placed.height > 3
        && let Row::Field { content, lines, .. } = &placed.row
    {
        let (row, _) = wrap::position(lines, content, work.cursor.at);
        let line = placed.top + u32::try_from(row).unwrap_or_default();
        return Some((line, line + 1));
    }
    Some((placed.top, placed.top + u32::from(placed.height)))
}
