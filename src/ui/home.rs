//! The list of sessions.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::model::Model;
use crate::app::notice;
use crate::app::update::is_due;
use crate::app::wrap::wrap;
use crate::domain::record::Choice;
use crate::domain::summary::{Listed, Summary};
use crate::report::words;
use crate::text::{Word, w};

use super::paint::Paint;

/// Draws the list.
pub fn draw(paint: &mut Paint<'_>, model: &Model) {
    let theme = *paint.theme;
    let area = paint.area();
    let home = &model.home;
    let name = &model.library.municipality.name;
    let title = format!("{} · {} · {name}", model.t(w("app-name")), model.t(w("home-title")));
    let right = if home.reading { model.t(w("home-reading")) } else { words::day(&model.text, model.today()) };
    let end = paint.put_right(area.right(), 0, area.width / 2, &right, theme.muted);
    paint.put(0, 0, end.saturating_sub(1), &title, theme.title);
    let y = 1;
    match &home.query {
        Some(query) => {
            let x = paint.put(0, y, area.width, &format!("{}: ", model.t(w("picker-search"))), theme.key);
            let x = paint.put(x, y, area.width.saturating_sub(x + 1), query, Style::new());
            paint.cursor = Some((x.min(area.right().saturating_sub(1)), y));
        }
        None => {
            let word = if home.folder.team { w("home-folder-team") } else { w("home-folder-own") };
            let vault = home.folder.vault.as_str();
            let vault = if vault.is_empty() { String::new() } else { format!(" ({vault})") };
            let args = [("vault", vault.into()), ("folder", home.folder.path.as_str().into())];
            let folder = model.text.fmt(word, &args);
            paint.put(0, y, area.width, &folder, theme.muted);
        }
    }
    paint.rule(2);
    let mut body =
        Rect { x: 0, y: 3, width: area.width, height: area.height.saturating_sub(4 + notice::height(model)) };
    exposed(paint, model, &mut body);
    let shown = home.shown();
    if shown.is_empty() {
        empty(paint, model, body);
        return;
    }
    columns(paint, model, body);
    let room = usize::from(body.height.saturating_sub(1)).max(1);
    let at = home.at();
    let first = at.saturating_sub(room.saturating_sub(1).min(room / 2)).min(shown.len().saturating_sub(room));
    for (line, listed) in shown.iter().enumerate().skip(first).take(room) {
        let y = body.y + 1 + u16::try_from(line - first).unwrap_or(0);
        row(paint, model, listed, y, line == at);
    }
}

/// What to do about the encryption, and why others may see the sessions, at the lower end of the list: the latter only where
/// there is something to be seen.
fn exposed(paint: &mut Paint<'_>, model: &Model, body: &mut Rect) {
    let home = &model.home;
    let is_real = |listed: &Listed| matches!(listed, Listed::Session(summary) if !summary.fictitious);
    let exposed = if home.sessions.iter().any(is_real) { home.folder.exposed.as_slice() } else { &[] };
    let advice = Some(&home.folder.vault_advice).filter(|advice| !advice.is_empty());
    let style = paint.theme.warn;
    for sentence in advice.into_iter().chain(exposed) {
        let lines = wrap(&format!("! {sentence}"), body.width);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        if height + 6 > body.height {
            return;
        }
        body.height -= height;
        paint.paragraph(Rect { y: body.bottom(), height, ..*body }, &format!("! {sentence}"), style);
    }
}

fn empty(paint: &mut Paint<'_>, model: &Model, body: Rect) {
    let inner = Rect { x: 2, y: body.y + 1, width: body.width.saturating_sub(4), height: body.height };
    if model.home.query.is_some() {
        paint.paragraph(inner, &model.t(w("home-no-match")), Style::new());
    } else if !model.home.reading {
        let y = paint.paragraph(inner, &model.t(w("home-empty")), Style::new());
        let title = paint.theme.title;
        paint.paragraph(Rect { y: y + 1, ..inner }, &model.t(w("home-empty-how")), title);
    }
}

/// First columns of date, reference, status, progress and follow-up.
fn places(width: u16) -> [u16; 5] {
    let reference = 2 + 12;
    let status = width.saturating_sub(14 + 10 + 13).max(reference + 10);
    [2, reference, status, status + 14, status + 24]
}

fn columns(paint: &mut Paint<'_>, model: &Model, body: Rect) {
    let theme = *paint.theme;
    let names = [
        w("home-column-date"),
        w("home-column-reference"),
        w("home-column-status"),
        w("home-column-progress"),
        w("home-column-follow-up"),
    ];
    for (x, name) in places(body.width).into_iter().zip(names) {
        paint.put(x, body.y, body.width.saturating_sub(x), &model.t(name), theme.heading);
    }
}

fn row(paint: &mut Paint<'_>, model: &Model, listed: &Listed, y: u16, here: bool) {
    let theme = *paint.theme;
    let area = paint.area();
    if here {
        paint.put(0, y, 1, theme.signs.focus, theme.focus);
    }
    match listed {
        Listed::Session(summary) => session(paint, model, summary, y, here),
        Listed::Damaged { file, what } => {
            let text = format!("! {file}: {what}");
            paint.put(2, y, area.width.saturating_sub(2), &text, if here { theme.selected } else { theme.error });
        }
    }
}

fn session(paint: &mut Paint<'_>, model: &Model, s: &Summary, y: u16, here: bool) {
    let theme = *paint.theme;
    let area = paint.area();
    let style = if here { theme.selected } else { Style::new() };
    let due = is_due(s, &model.home.sessions, model.today());
    let reference = if s.reference.trim().is_empty() { model.t(w("no-reference")) } else { s.reference.clone() };
    let kind = model.t(Word(s.kind.word()));
    let group = model.t(Word(s.group.word()));
    let status = match &s.held {
        Some(by) => held(model, by),
        None if s.fictitious => model.t(w("example-mark")),
        None => model.t(Word(s.status.word())),
    };
    let progress =
        model.text.fmt(w("progress-of"), &[("done", s.progress.done.into()), ("total", s.progress.total.into())]);
    let delete_from = s.delete_from(model.home.folder.retention_days).filter(|_| !s.fictitious);
    let is_over = delete_from.is_some_and(|from| from <= model.today());
    let follow = s.follow_up.map(words::short_date).unwrap_or_default();
    let follow = match (due, is_over) {
        (true, _) => format!("! {follow}"),
        (false, true) => model.t(w("home-can-be-deleted")),
        (false, false) => follow,
    };
    let [at_date, at_reference, at_status, at_progress, at_follow] = places(area.width);
    // Who has it open needs the room, and how far it has come changes as one looks.
    let (progress, status_end) = if s.held.is_some() { (String::new(), at_follow) } else { (progress, at_progress) };
    let cells = [
        (at_date, at_reference, s.date.map(words::short_date).unwrap_or_default(), style),
        (at_reference, at_status, format!("{reference} · {group} · {kind}"), style),
        (at_status, status_end, status, if s.fictitious || s.held.is_some() { theme.warn } else { Style::new() }),
        (at_progress, at_follow, progress, theme.muted),
        (at_follow, area.width + 1, follow, if due { theme.warn } else { theme.muted }),
    ];
    for (x, end, text, style) in cells {
        paint.put(x, y, end.saturating_sub(x + 1), &text, style);
    }
}

/// That somebody has it open, by their name: what machine they sit at is told when it is opened.
fn held(model: &Model, by: &str) -> String {
    let user = by.split('@').next().unwrap_or_default().trim_matches('?');
    if user.is_empty() { model.t(w("home-open")) } else { model.text.fmt(w("home-open-at"), &[("by", user.into())]) }
}
