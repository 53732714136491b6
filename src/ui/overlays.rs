//! Lists, questions and single lines on top of a screen, and the citizen's own questions.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::model::Model;
use crate::app::notice;
use crate::app::overlay::{Confirm, Document, Menu, Prompt, Questions};
use crate::app::wrap::{width, wrap};
use crate::domain::choices::Likert;
use crate::domain::record::Choice;
use crate::text::{Word, w};

use super::paint::Paint;

/// A list to choose from.
pub fn menu(paint: &mut Paint<'_>, model: &Model, menu: &Menu) {
    let theme = *paint.theme;
    let whole = paint.area();
    let shown = menu.shown();
    let widest = menu.items.iter().map(|i| width(&i.text) + width(&i.detail) + 10).max().unwrap_or(20);
    let wide = u16::try_from(widest).unwrap_or(u16::MAX).clamp(44, 92).min(whole.width.saturating_sub(2));
    let lines = u16::try_from(menu.items.len()).unwrap_or(u16::MAX);
    // What is said stands below the list, never under it.
    let below = if model.message.is_some() { 1 + notice::height(model) } else { 1 };
    let high = lines.saturating_add(4).min(whole.height.saturating_sub(2 * below));
    let inner = paint.boxed(wide, high, &menu.title);
    if inner.height < 2 {
        return;
    }
    let x = if menu.query.is_empty() {
        let several = menu.items.iter().any(|i| i.marked.is_some());
        let hint = if several { w("menu-several") } else { w("menu-filter") };
        paint.put(inner.x, inner.y, inner.width, &model.t(hint), theme.muted);
        inner.x
    } else {
        paint.put(inner.x, inner.y, inner.width, &menu.query, theme.title)
    };
    paint.cursor = Some((x, inner.y));
    let room = usize::from(inner.height - 1);
    let first = menu.cursor.saturating_sub(room / 2).min(shown.len().saturating_sub(room));
    for (line, at) in shown.iter().enumerate().skip(first).take(room) {
        let Some(item) = menu.items.get(*at) else { continue };
        let y = inner.y + 1 + u16::try_from(line - first).unwrap_or(0);
        let here = line == menu.cursor;
        let style = match (here, item.off.is_some()) {
            (true, _) => theme.selected,
            (false, true) => theme.muted,
            (false, false) => Style::new(),
        };
        let sign = if here { theme.signs.focus } else { " " };
        let mark = item.marked.map_or("", |m| if m { "[x] " } else { "[ ] " });
        let detail = item.off.as_ref().unwrap_or(&item.detail);
        let detail_room = (inner.width / 2).min(u16::try_from(width(detail)).unwrap_or(u16::MAX));
        paint.put(inner.x, y, 1, sign, theme.focus);
        let text_room = inner.width.saturating_sub(2 + detail_room + 1);
        paint.put(inner.x + 2, y, text_room, &format!("{mark}{}", item.text), style);
        paint.put_right(inner.right(), y, detail_room, detail, theme.muted);
    }
    if shown.is_empty() {
        paint.put(inner.x + 2, inner.y + 1, inner.width, &model.t(w("menu-nothing")), theme.muted);
    }
    if shown.len() > first + room {
        paint.put(inner.right(), inner.bottom().saturating_sub(1), 1, theme.signs.below, theme.key);
    }
}

/// A question with its verbs: beside one another where they fit, else below.
pub fn confirm(paint: &mut Paint<'_>, confirm: &Confirm) {
    let theme = *paint.theme;
    let whole = paint.area();
    let wide = 64.min(whole.width.saturating_sub(2));
    let lines = u16::try_from(wrap(&confirm.text, wide.saturating_sub(4)).len()).unwrap_or(4);
    let buttons: Vec<(bool, String)> =
        confirm.buttons().into_iter().map(|(button, verb)| (button == confirm.at, format!("[ {verb} ]"))).collect();
    let beside = buttons.iter().map(|(_, verb)| width(verb) + 3).sum::<usize>() <= usize::from(wide.saturating_sub(4));
    let high = if beside { 1 } else { u16::try_from(buttons.len()).unwrap_or(1) };
    let inner = paint.boxed(wide, lines + 4 + high, "");
    let text_room = inner.height.saturating_sub(1 + high);
    let mut y = 1 + paint.paragraph(Rect { y: inner.y + 1, height: text_room, ..inner }, &confirm.text, Style::new());
    let mut x = inner.x;
    for (here, verb) in buttons {
        let style = if here { theme.selected } else { Style::new() };
        let sign = if here { theme.signs.focus } else { " " };
        x = paint.put(x, y, inner.right().saturating_sub(x), sign, theme.focus);
        x = paint.put(x, y, inner.right().saturating_sub(x), &verb, style) + 2;
        if !beside {
            (x, y) = (inner.x, y + 1);
        }
    }
}

/// A text over the whole screen.
pub fn document(paint: &mut Paint<'_>, model: &Model, document: &Document) {
    let (theme, size) = (*paint.theme, model.size);
    paint.put(0, 0, size.width, &document.title, theme.title);
    paint.rule(1);
    let (lines, room) = (document.lines(size), Document::room(model));
    let first = document.scroll.min(lines.len().saturating_sub(room));
    for (y, line) in (2..).zip(lines.iter().skip(first).take(room)) {
        paint.put(2, y, size.width.saturating_sub(3), line, Style::new());
    }
    paint.more(first, lines.len(), 2, u16::try_from(room).unwrap_or(1));
}

/// One line to be typed.
pub fn prompt(paint: &mut Paint<'_>, prompt: &Prompt) {
    let whole = paint.area();
    let wide = 70.min(whole.width.saturating_sub(2));
    let lines = u16::try_from(wrap(&prompt.text, wide.saturating_sub(4)).len()).unwrap_or(4);
    let inner = paint.boxed(wide, lines + 5, "");
    let y = paint.paragraph(
        Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner },
        &prompt.text,
        Style::new(),
    );
    // The end of a long line is what one is writing.
    let mut typed = prompt.typed.as_str();
    while width(typed) + 4 > usize::from(inner.width) {
        let mut rest = typed.chars();
        rest.next();
        typed = rest.as_str();
    }
    let (title, key, muted) = (paint.theme.title, paint.theme.key, paint.theme.muted);
    let x = paint.put(inner.x, y + 1, inner.width, "> ", key);
    let x = paint.put(x, y + 1, inner.right().saturating_sub(x), typed, title);
    // An empty line one can see is a line one knows to write on.
    let room = inner.right().saturating_sub(x);
    paint.put(x, y + 1, room, &"_".repeat(usize::from(room)), muted);
    paint.cursor = Some((x, y + 1));
}

const STATEMENTS: [Word; 3] = [w("question-1"), w("question-2"), w("question-3")];

/// The citizen's own screen: one statement at a time, the answers far apart, nothing of the meeting.
pub fn questions(paint: &mut Paint<'_>, model: &Model, questions: &Questions) {
    let theme = *paint.theme;
    let area = paint.area();
    let inner = Rect { x: 4, y: 1, width: area.width.saturating_sub(8).min(80), height: area.height.saturating_sub(2) };
    let Some(statement) = STATEMENTS.get(questions.at) else {
        paint.middle(&model.t(w("question-thanks")));
        return;
    };
    let at = model.text.fmt(w("question-of"), &[("at", (questions.at + 1).into()), ("all", STATEMENTS.len().into())]);
    paint.put(inner.x, inner.y, inner.width, &at, theme.muted);
    let y = paint.paragraph(Rect { y: inner.y + 1, ..inner }, &model.t(*statement), theme.title);
    let spread = if area.height >= y + 2 + 12 + 2 { 2 } else { 1 };
    let mut line = y + 1;
    for (number, answer) in Likert::ALL.iter().enumerate() {
        let here = questions.cursor == Some(number);
        let style = if here { theme.selected } else { Style::new() };
        let sign = if here { theme.signs.focus } else { " " };
        paint.put(inner.x, line, 1, sign, theme.focus);
        paint.put(inner.x + 2, line, inner.width, &format!(" {} ", model.t(Word(answer.word()))), style);
        line += spread;
    }
    let intro = if questions.at == 0 { w("question-intro") } else { w("question-how") };
    paint.put(inner.x, area.bottom().saturating_sub(2), inner.width, &model.t(intro), theme.muted);
    paint.put(inner.x, area.bottom().saturating_sub(1), inner.width, &model.t(w("question-keys")), theme.muted);
}
