//! The picker of offers: search, filters, list, and what the offer under the cursor is.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::model::Model;
use crate::app::notice;
use crate::app::overlay::{Part, Picker};
use crate::app::why::{is_plain, reason};
use crate::app::wrap::width;
use crate::catalog::search::Hit;
use crate::domain::offer::{Access, LegalBasis, Offer, OfferState};
use crate::report::words;
use crate::text::{Word, w};

use super::fit;
use super::paint::Paint;

/// Draws the picker over the whole screen.
pub fn draw(paint: &mut Paint<'_>, model: &Model, picker: &Picker) {
    let theme = *paint.theme;
    let area = paint.area();
    let count = [("shown", picker.hits.len().into()), ("all", model.library.offers.len().into())];
    let end = paint.put_right(area.right(), 0, 20, &model.text.fmt(w("picker-count"), &count), theme.muted);
    let x = paint.put(0, 0, end, &format!("{}: ", model.t(w("picker-search"))), theme.title);
    let x = paint.put(x, 0, end.saturating_sub(x + 2), &picker.query, Style::new());
    if picker.part == Part::Search {
        paint.cursor = Some((x, 0));
    }
    filters(paint, model, picker, 1);
    picked(paint, model, 2);
    paint.rule(3);
    let body = Rect { x: 0, y: 4, width: area.width, height: area.height.saturating_sub(5 + notice::height(model)) };
    let wide = area.width >= 100;
    let (list, preview) = if wide {
        let half = area.width / 2;
        let right = Rect { x: half + 2, width: area.width.saturating_sub(half + 3), ..body };
        (Rect { width: half, ..body }, right)
    } else {
        let high = body.height.saturating_sub((body.height / 2).max(6));
        let below =
            Rect { y: body.y + high + 1, x: 1, height: body.height.saturating_sub(high + 1), width: body.width - 2 };
        (Rect { height: high, ..body }, below)
    };
    if picker.hits.is_empty() {
        nothing(paint, model, picker, list);
        return;
    }
    if !wide {
        paint.rule(preview.y - 1);
    }
    let known = crate::app::fit::known(model);
    let room = usize::from(list.height).max(1);
    let first = picker.cursor.saturating_sub(room / 2).min(picker.hits.len().saturating_sub(room));
    for (line, hit) in picker.hits.iter().enumerate().skip(first).take(room) {
        let y = list.y + u16::try_from(line - first).unwrap_or(0);
        let Some(offer) = model.library.offers.get(hit.offer) else { continue };
        let says = fit::in_row(model, picker, known.as_ref(), offer);
        row(paint, model, (hit, offer), says, Rect { y, height: 1, ..list }, line == picker.cursor);
    }
    if let Some(hit) = picker.hits.get(picker.cursor)
        && let Some(offer) = model.library.offers.get(hit.offer)
    {
        let says = fit::in_preview(model, picker, offer, &theme);
        detail(paint, model, (hit, offer), says, preview);
    }
}

fn filters(paint: &mut Paint<'_>, model: &Model, picker: &Picker, y: u16) {
    let theme = *paint.theme;
    let area = paint.area();
    let department = picker.filter.department.as_deref().map(|key| model.library.department_name(key).to_owned());
    let topic = picker.filter.theme.as_deref().map(|key| model.library.theme_name(key).to_owned());
    let parts = [
        (Part::Department, department.unwrap_or_else(|| model.t(w("picker-all-departments")))),
        (Part::Theme, topic.unwrap_or_else(|| model.t(w("picker-all-themes")))),
    ];
    let mut x = 0;
    for (part, name) in parts {
        let here = picker.part == part;
        let style = if here { theme.selected } else { theme.muted };
        let (left, right) = theme.signs.choice;
        x = paint.put(x, y, area.width.saturating_sub(x), &format!("{left}{name}{right}"), style) + 2;
    }
}

/// The offers picked so far, always in sight.
fn picked(paint: &mut Paint<'_>, model: &Model, y: u16) {
    let theme = *paint.theme;
    let Some(work) = &model.work else { return };
    let names: Vec<&str> = work.seen.offers.iter().map(|o| o.offer.name.as_str()).collect();
    if !names.is_empty() {
        let text = model.text.fmt(w("picker-picked"), &[("names", names.join(" · ").into())]);
        let width = paint.area().width;
        paint.put(0, y, width, &text, theme.done);
    }
}

fn nothing(paint: &mut Paint<'_>, model: &Model, picker: &Picker, area: Rect) {
    let inner = Rect { x: 2, width: area.width.saturating_sub(4), ..area };
    let y = paint.paragraph(inner, &model.t(w("picker-nothing")), Style::new());
    if !picker.query.trim().is_empty() && model.work.is_some() {
        let text = model.text.fmt(w("picker-note-missing"), &[("query", picker.query.trim().into())]);
        paint.paragraph(Rect { y: y + 1, ..inner }, &text, Style::new());
    }
}

fn row(
    paint: &mut Paint<'_>,
    model: &Model,
    (hit, offer): (&Hit, &Offer),
    mut says: Vec<String>,
    area: Rect,
    here: bool,
) {
    let theme = *paint.theme;
    let is_picked = model.work.as_ref().is_some_and(|w| w.seen.offers.iter().any(|o| o.offer.id == offer.id));
    let sign = if here { theme.signs.focus } else { " " };
    paint.put(area.x, area.y, 1, sign, theme.focus);
    let mark = if is_picked { "[x] " } else { "[ ] " };
    let x = paint.put(area.x + 2, area.y, 4, mark, if is_picked { theme.done } else { theme.muted });
    let why = hit.why.iter().find(|why| !is_plain(why)).map(|why| reason(model, why));
    // What was said of it already is worth more than where it belongs.
    let most = if says.is_empty() { 3 } else { 2 };
    if says.is_empty() || why.is_some() {
        says.push(why.unwrap_or_else(|| model.library.department_name(&offer.department).to_owned()));
    }
    let detail = says.join(" · ");
    let room = area.right().saturating_sub(x + 1);
    let detail_room = (room / most).min(u16::try_from(width(&detail)).unwrap_or(room));
    let name_room = room.saturating_sub(detail_room + 1);
    let style = if here { theme.selected } else { Style::new() };
    paint.put(x, area.y, name_room, &offer.name, style);
    // Matched letters, counted in cells: letters before them may be wide.
    for at in &hit.marks {
        let before: String = offer.name.chars().take(*at).collect();
        let column = u16::try_from(width(&before)).unwrap_or(u16::MAX);
        if column < name_room.saturating_sub(1) {
            let style = if here { theme.selected.patch(theme.mark) } else { theme.mark };
            paint.tint(Rect { x: x + column, y: area.y, width: 1, height: 1 }, style);
        }
    }
    paint.put_right(area.right().saturating_sub(1), area.y, detail_room, &detail, theme.muted);
}

/// How one gets in, in words.
fn access(model: &Model, access: Access) -> String {
    model.t(match access {
        Access::Open => w("access-Open"),
        Access::Assessment => w("access-Assessment"),
        Access::Referral => w("access-Referral"),
        Access::ViaStaff => w("access-ViaStaff"),
    })
}

fn detail(paint: &mut Paint<'_>, model: &Model, (hit, offer): (&Hit, &Offer), says: Vec<(String, Style)>, area: Rect) {
    let theme = *paint.theme;
    let mut y = area.y;
    let mut say = |paint: &mut Paint<'_>, text: &str, style: Style| {
        if y < area.bottom() && !text.trim().is_empty() {
            y = paint.paragraph(Rect { y, height: area.bottom() - y, ..area }, text, style);
        }
    };
    say(paint, &offer.name, theme.title);
    let state = match offer.state {
        OfferState::Active => None,
        OfferState::UnderReview => Some(model.t(w("offer-under-review"))),
        OfferState::Closed => Some(model.t(w("offer-closed"))),
    };
    if let Some(state) = state {
        say(paint, &format!("! {state} {}", offer.state_note), theme.warn);
    }
    say(paint, &offer.plain, Style::new());
    for (text, style) in says {
        say(paint, &text, style);
    }
    let labelled = |label: Word, text: &str| {
        if text.trim().is_empty() { String::new() } else { format!("{}: {text}", model.t(label)) }
    };
    // What was replaced is there to be found by, not to be read.
    let holds = |basis: &&LegalBasis| basis.replaced_by.is_empty();
    let law: Vec<String> = offer.legal.iter().filter(holds).map(LegalBasis::in_words).collect();
    let unknown = || model.t(w("unknown"));
    let waiting = match offer.waiting_weeks {
        Some(0) => model.t(w("offer-waiting-none")),
        Some(weeks) => model.text.fmt(w("offer-waiting"), &[("weeks", i64::from(weeks).into())]),
        None => model.t(w("offer-waiting-unknown")),
    };
    let line = [
        model.library.department_name(&offer.department).to_owned(),
        offer.access.map_or_else(unknown, |a| access(model, a)),
        waiting,
    ];
    say(paint, &line.join(" · "), theme.muted);
    for why in &hit.why {
        say(paint, &reason(model, why), theme.key);
    }
    say(paint, &labelled(w("offer-for"), &offer.target), Style::new());
    say(paint, &labelled(w("offer-what"), &offer.description), Style::new());
    say(paint, &labelled(w("offer-duration"), &offer.duration.note), Style::new());
    say(paint, &labelled(w("offer-decides"), &offer.authority), Style::new());
    say(paint, &labelled(w("offer-price"), &offer.price), Style::new());
    let contact = [offer.contact.name.as_str(), offer.contact.phone.as_str(), offer.contact.hours.as_str()];
    let contact: Vec<&str> = contact.into_iter().filter(|c| !c.is_empty()).collect();
    say(paint, &labelled(w("offer-contact"), &contact.join(" · ")), Style::new());
    let checked = if offer.unverified { format!(" ({})", model.t(w("offer-unverified"))) } else { String::new() };
    if !law.is_empty() {
        say(paint, &labelled(w("offer-law"), &format!("{}{checked}", law.join(", "))), theme.muted);
    }
    let reviewed = match offer.reviewed {
        Some(day) => model.text.fmt(w("offer-reviewed"), &[("date", words::long_date(&model.text, day).into())]),
        None => model.t(w("offer-never-reviewed")),
    };
    say(paint, &reviewed, theme.muted);
}
