//! The catalogue: search, filters, list, what the offer under the cursor is; one offer over the whole screen; two side by
//! side.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::browser::sheet::{self, Beside, Line, Tone, WIDEST};
use crate::app::browser::{View, compared, current, facet_name, order_name, value_name};
use crate::app::model::Model;
use crate::app::notice;
use crate::app::why::{is_plain, reason};
use crate::app::wrap::width;
use crate::catalog::browse::Order;
use crate::catalog::search::Hit;
use crate::domain::offer::{Offer, OfferState};
use crate::report::words;
use crate::text::w;

use super::paint::Paint;
use super::theme::Theme;

/// Screens this wide have room for an offer beside the list.
const SIDE_BY_SIDE: u16 = 100;

/// Draws the catalogue.
pub fn draw(paint: &mut Paint<'_>, model: &Model) {
    match model.browser.view {
        View::List => list(paint, model),
        View::Sheet => whole(paint, model),
        View::Compare => comparison(paint, model),
    }
}

/// What stands above the form of an offer; gives the first line below it.
pub fn top(paint: &mut Paint<'_>, model: &Model) -> u16 {
    let theme = *paint.theme;
    let area = paint.area();
    let desk = model.browser.desk.as_ref();
    let now = crate::app::browser::desk::on_screen(model);
    let dirty = desk.zip(now).is_some_and(|(desk, now)| *now != desk.opened);
    let (state, style) = match (model.browser.saving.is_some(), dirty) {
        (true, _) => (w("saving"), theme.muted),
        (false, true) => (w("offer-not-saved"), theme.warn),
        (false, false) => (w("nothing-changed"), theme.muted),
    };
    let end = paint.put_right(area.right(), 0, area.width / 2, &model.t(state), style);
    let new = desk.is_none_or(|desk| desk.before.is_none());
    let title = model.t(if new { w("form-new") } else { w("form-edit") });
    let name = now.map(|draft| draft.name.as_str()).unwrap_or_default();
    paint.put(0, 0, end.saturating_sub(1), &format!("{title} · {name}"), theme.title);
    let file = model.browser.folder.clone().unwrap_or_default();
    paint.put(0, 1, area.width, &model.text.fmt(w("form-folder"), &[("folder", file.into())]), theme.muted);
    paint.rule(2);
    3
}

fn list(paint: &mut Paint<'_>, model: &Model) {
    let theme = *paint.theme;
    let area = paint.area();
    let browser = &model.browser;
    let count = [("shown", browser.hits.len().into()), ("all", model.library.offers.len().into())];
    let end = paint.put_right(area.right(), 0, 24, &model.text.fmt(w("picker-count"), &count), theme.muted);
    let x = paint.put(
        0,
        0,
        end,
        &format!("{} · {}: ", model.t(w("catalog-title")), model.t(w("picker-search"))),
        theme.title,
    );
    let x = paint.put(x, 0, end.saturating_sub(x + 2), &browser.query, Style::new());
    if model.overlays.is_empty() {
        paint.cursor = Some((x, 0));
    }
    filters(paint, model, 1);
    paint.rule(2);
    let body = Rect { x: 0, y: 3, width: area.width, height: area.height.saturating_sub(4 + notice::height(model)) };
    if browser.hits.is_empty() {
        nothing(paint, model, body);
        return;
    }
    let (left, right) = if area.width >= SIDE_BY_SIDE {
        let half = area.width / 2;
        (Rect { width: half, ..body }, Rect { x: half + 2, width: area.width.saturating_sub(half + 3), ..body })
    } else {
        let high = body.height.saturating_sub((body.height / 2).max(5));
        let y = body.y + high + 1;
        paint.rule(y - 1);
        let below = Rect { x: 2, y, width: body.width.saturating_sub(3), height: body.bottom().saturating_sub(y) };
        (Rect { height: high, ..body }, below)
    };
    let room = usize::from(left.height).max(1);
    let first = browser.cursor.saturating_sub(room / 2).min(browser.hits.len().saturating_sub(room));
    for (line, hit) in browser.hits.iter().enumerate().skip(first).take(room) {
        let y = left.y + u16::try_from(line - first).unwrap_or(0);
        row(paint, model, hit, Rect { y, height: 1, ..left }, line == browser.cursor);
    }
    if let Some((_, offer)) = current(model) {
        let lines = sheet::lines(model, offer, browser.hits.get(browser.cursor), right.width);
        let more = lines.len() > usize::from(right.height);
        for (at, line) in lines.iter().take(usize::from(right.height)).enumerate() {
            put_line(paint, line, right.x, right.y + u16::try_from(at).unwrap_or(0), right.width, &theme);
        }
        if more {
            paint.put(area.right() - 1, right.bottom().saturating_sub(1), 1, theme.signs.below, theme.key);
        }
    }
}

/// What is filtered by and the order, always in sight.
fn filters(paint: &mut Paint<'_>, model: &Model, y: u16) {
    let theme = *paint.theme;
    let browser = &model.browser;
    let set = browser.filters.set_ones().iter();
    let mut parts: Vec<String> = set
        .map(|(facet, value)| format!("{}: {}", facet_name(model, *facet), value_name(model, *facet, value)))
        .collect();
    if parts.is_empty() {
        parts.push(model.t(w("filter-off")));
    }
    if browser.order != Order::Relevance {
        let order = order_name(model, browser.order);
        parts.push(model.text.fmt(w("order-by"), &[("order", order.into())]));
    }
    if let Some(first) = browser.beside.as_deref().and_then(|id| model.library.offer(id)) {
        parts.push(model.text.fmt(w("compare-mark"), &[("name", first.name.as_str().into())]));
    }
    let area = paint.area();
    let folder = if browser.folder.is_none() { model.t(w("catalog-built-in")) } else { String::new() };
    let end = paint.put_right(area.right(), y, area.width / 3, &folder, theme.muted);
    paint.put(0, y, end.saturating_sub(1), &parts.join(" · "), theme.key);
}

fn nothing(paint: &mut Paint<'_>, model: &Model, area: Rect) {
    let inner =
        Rect { x: 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height.saturating_sub(1) };
    let empty = model.library.offers.is_empty();
    let text = match (empty, model.browser.read) {
        (true, false) => w("catalog-reading"),
        (true, true) => w("catalog-empty"),
        (false, _) => w("catalog-none"),
    };
    let y = paint.paragraph(inner, &model.t(text), Style::new());
    if !empty {
        let title = paint.theme.title;
        let room = inner.bottom().saturating_sub(y + 1);
        paint.paragraph(Rect { y: y + 1, height: room, ..inner }, &model.t(w("catalog-none-how")), title);
    }
}

fn row(paint: &mut Paint<'_>, model: &Model, hit: &Hit, area: Rect, here: bool) {
    let theme = *paint.theme;
    let Some(offer) = model.library.offers.get(hit.offer) else { return };
    let sign = if here { theme.signs.focus } else { " " };
    paint.put(area.x, area.y, 1, sign, theme.focus);
    let (mark, mark_style) = match offer.state {
        _ if model.browser.beside.as_deref() == Some(offer.id.as_str()) => ("=", theme.key),
        OfferState::Active => (" ", theme.muted),
        OfferState::UnderReview => ("?", theme.warn),
        OfferState::Closed => ("-", theme.warn),
    };
    let x = paint.put(area.x + 2, area.y, 1, mark, mark_style) + 1;
    let detail = detail(model, offer, hit);
    let room = area.right().saturating_sub(x + 1);
    let detail_room = (room / 3).min(u16::try_from(width(&detail)).unwrap_or(room));
    let name_room = room.saturating_sub(detail_room + 1);
    let style = match offer.state {
        _ if here => theme.selected,
        OfferState::Closed => theme.muted,
        _ => Style::new(),
    };
    paint.put(x, area.y, name_room, &offer.name, style);
    // Matched letters, counted in cells: letters before them may be wide.
    for at in &hit.marks {
        let before: String = offer.name.chars().take(*at).collect();
        let column = u16::try_from(width(&before)).unwrap_or(u16::MAX);
        if column < name_room.saturating_sub(1) {
            paint.tint(Rect { x: x + column, y: area.y, width: 1, height: 1 }, style.patch(theme.mark));
        }
    }
    paint.put_right(area.right().saturating_sub(1), area.y, detail_room, &detail, theme.muted);
}

/// At the right end of a line: what it is sorted by, else why it was found, else the department.
fn detail(model: &Model, offer: &Offer, hit: &Hit) -> String {
    match model.browser.order {
        Order::Reviewed => return offer.reviewed.map_or_else(|| model.t(w("value-never")), words::short_date),
        Order::Waiting => {
            let weeks = |weeks: u16| model.text.fmt(w("offer-waiting"), &[("weeks", i64::from(weeks).into())]);
            return offer.waiting_weeks.map_or_else(|| model.t(w("value-unknown")), weeks);
        }
        Order::Relevance | Order::Name | Order::Department => {}
    }
    let why = hit.why.iter().find(|why| !is_plain(why)).map(|why| reason(model, why));
    why.unwrap_or_else(|| model.library.department_name(&offer.department).to_owned())
}

fn put_line(paint: &mut Paint<'_>, line: &Line, x: u16, y: u16, room: u16, theme: &Theme) {
    let style = match line.tone {
        Tone::Title => theme.title,
        Tone::Plain => Style::new(),
        Tone::Warning => theme.warn,
        Tone::Why => theme.key,
        Tone::Muted => theme.muted,
    };
    paint.put(x, y, room, &line.text, style);
}

fn whole(paint: &mut Paint<'_>, model: &Model) {
    let theme = *paint.theme;
    let browser = &model.browser;
    let Some((_, offer)) = current(model) else { return };
    let at = [("at", (browser.cursor + 1).into()), ("all", browser.hits.len().into())];
    let end = paint.put_right(paint.area().right(), 0, 24, &model.text.fmt(w("question-of"), &at), theme.muted);
    paint.put(0, 0, end.saturating_sub(1), &model.t(w("catalog-title")), theme.title);
    paint.rule(1);
    let (wide, room) = sheet::room(model);
    let lines = sheet::lines(model, offer, browser.hits.get(browser.cursor), wide.min(WIDEST));
    let first = browser.scroll.min(lines.len().saturating_sub(usize::from(room)));
    for (at, line) in lines.iter().skip(first).take(usize::from(room)).enumerate() {
        put_line(paint, line, 2, 2 + u16::try_from(at).unwrap_or(0), wide, &theme);
    }
    paint.more(first, lines.len(), 2, room);
}

fn comparison(paint: &mut Paint<'_>, model: &Model) {
    let theme = *paint.theme;
    let Some((left, right)) = compared(model) else { return };
    let (wide, room) = sheet::room(model);
    let column = wide.saturating_sub(sheet::GAP) / 2;
    let second = 2 + column + sheet::GAP;
    paint.put(0, 0, wide, &model.t(w("compare-title")), theme.title);
    paint.put(2, 1, column, &left.name, theme.title);
    paint.put(second, 1, column, &right.name, theme.title);
    paint.rule(2);
    let lines = sheet::comparison(model, left, right, wide);
    let first = model.browser.scroll.min(lines.len().saturating_sub(usize::from(room)));
    for (at, line) in lines.iter().skip(first).take(usize::from(room)).enumerate() {
        let y = 3 + u16::try_from(at).unwrap_or(0);
        match line {
            Beside::Label(label, differs) => {
                let sign = if *differs { "*" } else { " " };
                paint.put(0, y, 1, sign, theme.warn);
                paint.put(2, y, wide, label, if *differs { theme.heading } else { theme.muted });
            }
            Beside::Texts(a, b) => {
                paint.put(2, y, column, a, Style::new());
                paint.put(second, y, column, b, Style::new());
            }
        }
    }
    paint.more(first, lines.len(), 3, room);
}
