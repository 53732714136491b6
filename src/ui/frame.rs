//! What stands around every page: title, steps, clock, message, keys.

use crate::app::model::{Model, Work};
use crate::app::msg::ReadOnly;
use crate::app::notice::{self, Notice};
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
    // That something is not saved, and why, is read whole; whose meeting it is can be seen below.
    let most = if work.saving.trouble.is_some() { area.width } else { area.width / 2 };
    let mut end = paint.put_right(area.right(), 0, most, &state, style);
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

/// How the steps stand in one line: the others by name, this one with its count, columns between them. The first that fits
/// is taken; no step is ever cut off.
const TABS: [(bool, bool, usize); 5] =
    [(true, true, 2), (true, true, 1), (false, true, 2), (false, true, 1), (false, false, 1)];
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
    let room = usize::from(paint.area().width);
    let tab = |number: usize, step: Step, names: bool, count: bool| {
        let progress = work.progress(step);
        let (mark, name) = (progress.mark(), model.t(Word(step.word())));
        match step == work.step {
            true if count => format!(" {number} {mark} {name} {}/{} ", progress.done, progress.total),
            true => format!(" {number} {mark} {name} "),
            false if names => format!("{number} {mark} {name}"),
            false => format!("{number} {mark}"),
        }
    };
    let line = |(names, count, gap): (bool, bool, usize)| {
        let tabs: Vec<String> = (1..).zip(Step::ALL).map(|(number, step)| tab(number, *step, names, count)).collect();
        (tabs, gap)
    };
    let fits =
        |(tabs, gap): &(Vec<String>, usize)| tabs.iter().map(|tab| width(tab) + gap).sum::<usize>() <= room + gap;
    let [.., narrowest] = TABS;
    let (tabs, gap) = TABS.into_iter().map(line).find(fits).unwrap_or_else(|| line(narrowest));
    let mut x = 0;
    for (step, text) in Step::ALL.iter().zip(tabs) {
        let style = match (*step == work.step, work.progress(*step).mark()) {
            (true, _) => theme.selected,
            (false, "[x]") => theme.done,
            (false, _) => theme.muted,
        };
        x = paint.put(x, 1, paint.area().width.saturating_sub(x), &text, style);
        x += u16::try_from(gap).unwrap_or(2);
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

/// What is said, and the keys.
pub fn bottom(paint: &mut Paint<'_>, model: &Model) {
    let area = paint.area();
    let theme = *paint.theme;
    let Notice { lines, trouble, hint } = notice::notice(model);
    let style = match (trouble, hint) {
        (true, _) => theme.error,
        (false, true) => theme.muted,
        (false, false) => theme.title,
    };
    let first = area.bottom().saturating_sub(1 + u16::try_from(lines.len()).unwrap_or(u16::MAX));
    for (y, line) in (first..).zip(&lines) {
        paint.put(1, y, area.width.saturating_sub(1), line, style);
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
