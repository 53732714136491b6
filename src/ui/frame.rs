//! What stands around every page: title, steps, clock, message, keys.

use crate::app::context;
use crate::app::model::{Model, Work};
use crate::app::msg::ReadOnly;
use crate::domain::clock::Phase;
use crate::domain::record::Choice;
use crate::domain::steps::Step;
use crate::keys;
use crate::report::show::Shower;
use crate::report::words;
use crate::text::{Word, w};

use super::paint::Paint;
use super::theme::Theme;
use crate::app::wrap::width;

/// Title and steps, and the clock once the meeting has begun; gives the first line of the body.
pub fn top(paint: &mut Paint<'_>, model: &Model, work: &Work) -> u16 {
    let area = paint.area();
    let theme = *paint.theme;
    let seen = &work.seen;
    let show = Shower { text: &model.text, seen };
    let (state, style) = saving(model, work, &theme);
    let mut end = paint.put_right(area.right(), 0, area.width / 2, &state, style);
    if seen.fictitious {
        let mark = format!("{}  ", model.t(w("example-mark")));
        end = paint.put_right(end, 0, area.width / 3, &mark, theme.warn);
    }
    let mut title = vec![model.t(w("app-name"))];
    let reference = seen.citizen.reference.trim();
    title.push(if reference.is_empty() { model.t(w("no-reference")) } else { reference.to_owned() });
    title.push(show.one(seen.head.kind));
    title.extend(seen.head.date.day().map(words::short_date));
    paint.put(0, 0, end.saturating_sub(1), &title.join(" · "), theme.title);
    steps(paint, model, work);
    let mut y = 2;
    if clock(paint, model, work, y) {
        y += 1;
    }
    paint.rule(y);
    y + 1
}

/// How the newest revision stands, in words.
fn saving(model: &Model, work: &Work, theme: &Theme) -> (String, ratatui::style::Style) {
    let saving = &work.saving;
    if let Some(trouble) = saving.trouble {
        let cause = model.t(Word(trouble.word()));
        return (model.text.fmt(w("save-failed"), &[("cause", cause.into())]), theme.error);
    }
    if work.correction.is_some() && work.history.revision() == saving.saved {
        return (model.t(w("correcting-mark")), theme.warn);
    }
    if work.read_only.is_some() && work.history.revision() == saving.saved.max(saving.sent) {
        return (read_only(model, work), theme.warn);
    }
    if work.history.revision() > saving.saved {
        return (model.t(w("saving")), theme.muted);
    }
    match saving.at {
        Some(at) => (model.text.fmt(w("saved"), &[("time", words::clock_time(at).into())]), theme.done),
        None => (model.t(w("nothing-changed")), theme.muted),
    }
}

/// That it can only be read, and where another writes in it, who: as long as it is so.
fn read_only(model: &Model, work: &Work) -> String {
    match &work.read_only {
        Some(ReadOnly::Held(by)) if !by.is_empty() => {
            model.text.fmt(w("read-only-mark-held"), &[("by", by.as_str().into())])
        }
        Some(ReadOnly::Free(_)) => model.t(w("read-only-mark-free")),
        _ => model.t(w("read-only-mark")),
    }
}

fn steps(paint: &mut Paint<'_>, model: &Model, work: &Work) {
    let theme = *paint.theme;
    let area = paint.area();
    let wide = area.width >= 116;
    let mut x = 0;
    for (number, step) in (1..).zip(Step::ALL) {
        let progress = work.progress(*step);
        let here = *step == work.step;
        let mark = progress.mark();
        let text = match (here, wide) {
            (true, _) => format!("{number} {mark} {} {}/{}", model.t(Word(step.word())), progress.done, progress.total),
            (false, true) => format!("{number} {mark} {}", model.t(Word(step.word()))),
            (false, false) => format!("{number} {mark}"),
        };
        let style = match (here, mark) {
            (true, _) => theme.selected,
            (false, "[x]") => theme.done,
            (false, _) => theme.muted,
        };
        let text = if here { format!(" {text} ") } else { text };
        x = paint.put(x, 1, area.width.saturating_sub(x), &text, style);
        x += 2;
    }
}

/// The meeting's clock; false when it has not begun.
fn clock(paint: &mut Paint<'_>, model: &Model, work: &Work, y: u16) -> bool {
    let theme = *paint.theme;
    let area = paint.area();
    let clock = crate::domain::clock::read(&work.seen, model.now);
    if clock.began.is_none() {
        return false;
    }
    let item = |id| work.seen.agenda.iter().find(|i| Some(i.id) == id).map(|i| i.title.clone()).unwrap_or_default();
    let total = model.text.fmt(w("clock-total"), &[("time", words::left(&model.text, clock.total_left).into())]);
    let (text, style) = match clock.phase {
        Phase::Ended => (model.t(w("clock-ended")), theme.muted),
        Phase::Paused => (format!("{} · {total}", model.t(w("clock-paused"))), theme.warn),
        _ => {
            let over = clock.item_left < chrono::TimeDelta::zero();
            let left = words::left(&model.text, clock.item_left);
            let now = model.text.fmt(w("clock-now"), &[("title", item(clock.current).into())]);
            let sign = if over { "! " } else { "" };
            (format!("{sign}{now} · {left} · {total}"), if over { theme.warn } else { theme.title })
        }
    };
    let end = paint.put(0, y, area.width, &text, style);
    if clock.phase == Phase::Running {
        let next = match clock.next {
            Some(id) => model.text.fmt(w("clock-next"), &[("title", item(Some(id)).into())]),
            None => model.t(w("clock-last")),
        };
        let room = area.width.saturating_sub(end + 3);
        if usize::from(room) >= width(&next).min(16) {
            paint.put_right(area.right(), y, room, &next, theme.muted);
        }
    }
    true
}

/// The line that says something, and the keys.
pub fn bottom(paint: &mut Paint<'_>, model: &Model) {
    let area = paint.area();
    let theme = *paint.theme;
    let message = area.bottom().saturating_sub(2);
    match &model.message {
        Some(message_text) => {
            let style = if message_text.trouble { theme.error } else { theme.title };
            paint.put(1, message, area.width.saturating_sub(2), &message_text.text, style);
        }
        None => {
            let work = model.work.as_ref().filter(|_| model.overlays.is_empty());
            let field = work.and_then(context::field);
            if let Some(hint) = field.and_then(|(_, field)| model.text.hint(Word(field.word))) {
                paint.put(1, message, area.width.saturating_sub(2), &hint, theme.muted);
            }
        }
    }
    footer(paint, model, area.bottom().saturating_sub(1));
}

/// The most useful keys that fit; help and the way back are never the ones left out.
fn footer(paint: &mut Paint<'_>, model: &Model, y: u16) {
    let theme = *paint.theme;
    let area = paint.area();
    let rows = keys::footer(model);
    let size = |(key, label): &(String, String)| width(key) + width(label) + 4;
    let room = usize::from(area.width.saturating_sub(1));
    let (last, mut first): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(key, _)| key == "Esc" || key == "F1");
    let kept: usize = last.iter().map(size).sum();
    while first.iter().map(size).sum::<usize>() + kept > room && first.pop().is_some() {}
    let mut x = 1;
    for (key, label) in first.into_iter().chain(last) {
        x = paint.put(x, y, area.width.saturating_sub(x), &key, theme.key);
        x = paint.put(x, y, area.width.saturating_sub(x), &format!(": {label}"), theme.muted) + 2;
    }
}
