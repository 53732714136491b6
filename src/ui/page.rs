//! The page of a step: its rows, an outline beside it where there is room.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context;
use crate::app::editor;
use crate::app::model::{Model, Work};
use crate::app::notice;
use crate::app::page::{self, INDENT, MARGIN, OUTLINE, Page, Placed, Row};
use crate::app::wrap;
use crate::domain::record::Kind;
use crate::text::w;

use super::browser;
use super::frame;
use super::paint::Paint;

/// Draws the page with what stands above it.
pub fn draw(paint: &mut Paint<'_>, model: &Model, work: &Work) {
    let top = if work.session.desk.is_some() { browser::top(paint, model) } else { frame::top(paint, model, work) };
    let whole = paint.area();
    let page = page::page(model);
    let left = if page::has_outline(model) { OUTLINE } else { 0 };
    let body = Rect {
        x: left,
        y: top,
        width: page.width.min(whole.width.saturating_sub(left)),
        height: whole.height.saturating_sub(top + 1 + notice::height(model)),
    };
    let focus = page.row_of(work.focus);
    if left > 0 {
        outline(paint, &page, focus, Rect { x: 0, width: left, ..body });
    }
    for (at, placed) in page.rows.iter().enumerate() {
        row(paint, model, work, &page, placed, body, focus == Some(at));
    }
    let theme = *paint.theme;
    if work.scroll > 0 {
        paint.put(whole.right().saturating_sub(1), body.y, 1, theme.signs.above, theme.key);
    }
    if page.height > work.scroll + u32::from(body.height) {
        paint.put(whole.right().saturating_sub(1), body.bottom().saturating_sub(1), 1, theme.signs.below, theme.key);
    }
}

fn outline(paint: &mut Paint<'_>, page: &Page, focus: Option<usize>, area: Rect) {
    let theme = *paint.theme;
    let here = focus.and_then(|at| page.row(at)).map(|r| r.section);
    for (at, title) in page.sections.iter().enumerate() {
        let y = area.y + 1 + u16::try_from(at).unwrap_or(u16::MAX - area.y - 1);
        if y >= area.bottom() {
            break;
        }
        let style = if here == Some(at + 1) { theme.title } else { theme.muted };
        let sign = if here == Some(at + 1) { theme.signs.focus } else { " " };
        paint.put(area.x, y, area.width - 1, &format!("{sign} {title}"), style);
    }
}

/// The line on screen of a line on the page, when it is on screen.
fn on_screen(line: u32, work: &Work, body: Rect) -> Option<u16> {
    let offset = line.checked_sub(work.scroll)?;
    let offset = u16::try_from(offset).ok().filter(|o| *o < body.height)?;
    Some(body.y + offset)
}

fn row(paint: &mut Paint<'_>, model: &Model, work: &Work, page: &Page, placed: &Placed, body: Rect, focused: bool) {
    let first = placed.top;
    if first + u32::from(placed.height) <= work.scroll || first >= work.scroll + u32::from(body.height) {
        return;
    }
    let theme = *paint.theme;
    let line = |at: usize| on_screen(first + u32::try_from(at).unwrap_or(u32::MAX - first), work, body);
    if focused {
        for at in 0..usize::from(placed.height) {
            if let Some(y) = line(at) {
                paint.put(body.x, y, 1, theme.signs.focus, theme.focus);
            }
        }
    }
    let x = body.x + MARGIN;
    let right = body.right();
    match &placed.row {
        Row::Blank => {}
        Row::Heading { text, detail } => {
            if let Some(y) = line(0) {
                let end = paint.put(x - 1, y, body.width, text, theme.heading);
                paint.put_right(right, y, right.saturating_sub(end + 2), detail, theme.muted);
            }
        }
        Row::Note { lines, advice } => {
            for (at, text) in lines.iter().enumerate() {
                let Some(y) = line(at) else { continue };
                if *advice && at == 0 {
                    paint.put(x - 1, y, 1, "!", theme.warn);
                }
                let style = if *advice || placed.spot.is_some() { Style::new() } else { theme.muted };
                paint.put(x + 1, y, right.saturating_sub(x + 1), text, style);
            }
        }
        Row::Button { lines, depth } => {
            let x = x + depth * INDENT;
            let style = if focused { theme.selected } else { theme.key };
            for (at, text) in lines.iter().enumerate() {
                let Some(y) = line(at) else { continue };
                if at == 0 {
                    paint.put(x, y, 1, theme.signs.button, style);
                }
                paint.put(x + 2, y, right.saturating_sub(x + 2), text, style);
            }
        }
        Row::Record { mark, title, detail, open, depth } => {
            if let Some(y) = line(0) {
                let x = x + depth * INDENT;
                let fold = if *open { theme.signs.unfolded } else { theme.signs.folded };
                let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
                let style = if focused { theme.selected } else { Style::new() };
                let room = right.saturating_sub(x);
                let detail_room = (room / 2).min(u16::try_from(wrap::width(detail)).unwrap_or(room));
                let title_room = room.saturating_sub(detail_room + 2);
                paint.put(x, y, title_room, &format!("{fold} {mark}{title}"), style);
                paint.put_right(right, y, detail_room, detail, theme.muted);
            }
        }
        Row::Field { .. } => field(paint, model, work, page, placed, body, focused),
    }
}

fn field(paint: &mut Paint<'_>, model: &Model, work: &Work, page: &Page, placed: &Placed, body: Rect, focused: bool) {
    let Row::Field { field, label, content, lines, aside, depth, .. } = &placed.row else { return };
    let theme = *paint.theme;
    let label_x = body.x + MARGIN + depth * INDENT;
    let label_width = page.label_width.saturating_sub(depth * INDENT).max(8);
    let x = label_x + label_width + 1;
    let room = body.right().saturating_sub(x);
    let line = |at: usize| on_screen(placed.top + u32::try_from(at).unwrap_or(u32::MAX - placed.top), work, body);
    for (at, text) in label.iter().enumerate() {
        if let Some(y) = line(at) {
            let style = if focused { theme.focus } else { theme.muted };
            paint.put(label_x, y, label_width, text, style);
        }
    }
    let is_text = context::is_text(field.kind);
    let words = matches!(field.name, "own_words" | "wishes" | "limits");
    let style = if words { theme.words } else { Style::new() };
    if content.is_empty() && !(focused && is_text) {
        if let Some(y) = line(0) {
            let text = if focused && !matches!(field.kind, Kind::Number(_)) {
                model.t(w("press-enter"))
            } else {
                "–".to_owned()
            };
            paint.put(x, y, room, &text, theme.muted);
        }
    } else {
        for (at, range) in lines.iter().enumerate() {
            let Some(y) = line(at) else { continue };
            let text = content.get(range.start..range.end).unwrap_or_default();
            let text = match field.kind {
                Kind::Choice(..) if focused => format!("{}{text}{}", theme.signs.choice.0, theme.signs.choice.1),
                _ => text.to_owned(),
            };
            let end = paint.put(x, y, room, &text, style);
            if at == 0 && !aside.is_empty() {
                paint.put(end + 2, y, body.right().saturating_sub(end + 2), aside, theme.muted);
            }
        }
    }
    if !focused {
        return;
    }
    if is_text && model.overlays.is_empty() {
        cursor(paint, work, placed, body, x);
    }
}

/// The cursor and what is selected.
fn cursor(paint: &mut Paint<'_>, work: &Work, placed: &Placed, body: Rect, x: u16) {
    let Row::Field { field, content, lines, .. } = &placed.row else { return };
    let line = |at: usize| on_screen(placed.top + u32::try_from(at).unwrap_or(u32::MAX - placed.top), work, body);
    let at = if matches!(field.kind, Kind::Date(_) | Kind::Time) { content.len() } else { work.cursor.at };
    let cursor = editor::clamp(content, editor::Cursor { at, ..work.cursor });
    let (row, column) = wrap::position(lines, content, cursor.at);
    if let Some(y) = line(row) {
        let column = x.saturating_add(column).min(body.right().saturating_sub(1));
        paint.cursor = Some((column, y));
    }
    let Some(anchor) = cursor.anchor.filter(|a| *a != cursor.at) else { return };
    let (from, to) = (anchor.min(cursor.at), anchor.max(cursor.at));
    let selected = paint.theme.selected;
    for (at, range) in lines.iter().enumerate() {
        let (start, end) = (range.start.max(from), range.end.min(to));
        let Some(y) = line(at) else { continue };
        if start < end {
            let before = wrap::width(content.get(range.start..start).unwrap_or_default());
            let inside = wrap::width(content.get(start..end).unwrap_or_default());
            let left = x.saturating_add(u16::try_from(before).unwrap_or(u16::MAX));
            let width = u16::try_from(inside).unwrap_or(u16::MAX);
            paint.tint(Rect { x: left, y, width, height: 1 }, selected);
        }
    }
}
