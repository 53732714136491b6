//! The citizen screen (*borgerskærm*): large and calm, and only what is for everyone.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::model::Model;
use crate::domain::audience::Seen;
use crate::domain::choices::GoalState;
use crate::domain::clock;
use crate::report::words;
use crate::text::{Word, w};

use super::paint::Paint;

/// A line of the screen, with how it looks.
struct Line {
    text: String,
    style: Style,
}

/// Draws what everyone may see. When it is more than the screen holds, the newest stays in sight: agreements before words.
pub fn draw(paint: &mut Paint<'_>, model: &Model, seen: &Seen) {
    let theme = *paint.theme;
    let area = paint.area();
    let title = match seen.citizen.reference.trim() {
        "" => model.t(w("citizen-title")),
        reference => format!("{} · {reference}", model.t(w("citizen-title"))),
    };
    let mut end = area.right().saturating_sub(1);
    if seen.fictitious {
        end = paint.put_right(end, 0, area.width / 3, &model.t(w("example-mark")), theme.warn);
    }
    let clock = clock::read(seen, model.now);
    if clock.is_on() {
        let left = words::left(&model.text, clock.total_left);
        end = paint.put_right(end.saturating_sub(1), 0, area.width / 2, &left, theme.title);
    }
    paint.put(1, 0, end.saturating_sub(2), &title, theme.title);
    paint.rule(1);
    let body = Rect { x: 2, y: 2, width: area.width.saturating_sub(4), height: area.height.saturating_sub(2) };
    if body.width >= 96 {
        let half = body.width / 2 - 2;
        column(paint, model, &left_side(paint, model, seen), Rect { width: half, ..body });
        column(paint, model, &right_side(paint, model, seen), Rect { x: body.x + half + 4, width: half, ..body });
    } else {
        // Little room: what was agreed comes first, and the rest is reached with the arrows.
        let mut lines = right_side(paint, model, seen);
        if !lines.is_empty() {
            lines.push(Line { text: String::new(), style: Style::new() });
        }
        lines.append(&mut left_side(paint, model, seen));
        let lines: Vec<Line> = lines.into_iter().skip(model.citizen_from).collect();
        column(paint, model, &lines, body);
    }
}

fn column(paint: &mut Paint<'_>, model: &Model, lines: &[Line], area: Rect) {
    if lines.is_empty() {
        paint.paragraph(area, &model.t(w("citizen-nothing")), Style::new());
        return;
    }
    let theme = *paint.theme;
    let mut y = area.y;
    for line in lines {
        let room = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        if room.height == 0 {
            // There is more than the screen holds: the last line says so.
            let last = format!("{:<1$}", "…", usize::from(area.width));
            paint.put(area.x, area.bottom().saturating_sub(1), area.width, &last, theme.muted);
            break;
        }
        y = if line.text.is_empty() { y + 1 } else { paint.paragraph(room, &line.text, line.style) };
    }
}

/// Why we meet, what we go through, what you said.
fn left_side(paint: &Paint<'_>, model: &Model, seen: &Seen) -> Vec<Line> {
    let theme = *paint.theme;
    let mut lines = vec![];
    let purpose = [&seen.preparation.purpose, &seen.preparation.purpose_general];
    if let Some(purpose) = purpose.into_iter().find(|p| !p.trim().is_empty()) {
        lines.push(Line { text: model.t(w("citizen-purpose")), style: theme.heading });
        lines.push(Line { text: purpose.trim().to_owned(), style: Style::new() });
        lines.push(Line { text: String::new(), style: Style::new() });
    }
    let clock = clock::read(seen, model.now);
    if !seen.agenda.is_empty() {
        lines.push(Line { text: model.t(w("citizen-agenda")), style: theme.heading });
        for item in &seen.agenda {
            let here = clock.is_on() && clock.current == Some(item.id);
            let begun = seen.clock.iter().any(|e| e.item == Some(item.id));
            let (sign, style) = match (here, begun) {
                (true, _) => (theme.signs.focus, theme.title),
                (false, true) => ("x", theme.muted),
                (false, false) => (" ", Style::new()),
            };
            let left = if here { format!(" · {}", words::left(&model.text, clock.item_left)) } else { String::new() };
            lines.push(Line { text: format!("{sign} {}{left}", item.title), style });
        }
        lines.push(Line { text: String::new(), style: Style::new() });
    }
    let said = seen.agenda.iter().map(|i| &i.own_words).chain(seen.assessment.iter().map(|c| &c.own_words));
    let said: Vec<&String> = said.filter(|words| !words.trim().is_empty()).collect();
    if !said.is_empty() {
        lines.push(Line { text: model.t(w("citizen-words")), style: theme.heading });
        for words in said.into_iter().rev() {
            lines.push(Line { text: format!("»{}«", words.trim()), style: theme.words });
        }
    }
    lines
}

/// Your goals, what we agreed, the next meeting.
fn right_side(paint: &Paint<'_>, model: &Model, seen: &Seen) -> Vec<Line> {
    let theme = *paint.theme;
    let mut lines = vec![];
    let goals: Vec<_> = seen.goals.iter().filter(|g| g.state != GoalState::Dropped).collect();
    if !goals.is_empty() {
        lines.push(Line { text: model.t(w("citizen-goals")), style: theme.heading });
    }
    for goal in goals {
        let said = goal.own_words.trim();
        if !said.is_empty() {
            lines.push(Line { text: format!("»{said}«"), style: theme.words });
        }
        if !goal.title.trim().is_empty() {
            lines.push(Line { text: format!("- {}", goal.title.trim()), style: Style::new() });
        }
        for sub in &goal.sub_goals {
            lines.push(Line { text: format!("  - {}", sub.title.trim()), style: Style::new() });
        }
    }
    let agreed = agreements(model, seen);
    if !agreed.is_empty() {
        if !lines.is_empty() {
            lines.push(Line { text: String::new(), style: Style::new() });
        }
        lines.push(Line { text: model.t(w("citizen-agreements")), style: theme.heading });
        lines.extend(agreed.into_iter().map(|text| Line { text, style: Style::new() }));
    }
    if let Some(day) = seen.close.next_on.day() {
        lines.push(Line { text: String::new(), style: Style::new() });
        lines.push(Line { text: model.t(w("citizen-next")), style: theme.heading });
        let time = seen
            .close
            .next_at
            .time()
            .map(|t| model.text.fmt(w("at-time"), &[("time", t.format("%H.%M").to_string().into())]));
        let parts = [Some(words::day(&model.text, day)), time, Some(seen.close.next_place.trim().to_owned())];
        let text = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ");
        lines.push(Line { text, style: Style::new() });
    }
    lines
}

/// Who does what by when, offers and decisions, one line each.
fn agreements(model: &Model, seen: &Seen) -> Vec<String> {
    let mut lines = vec![];
    let actions = seen.goals.iter().flat_map(|g| g.sub_goals.iter().flat_map(|s| &s.actions).chain(&g.actions));
    for action in actions.filter(|a| !a.what.trim().is_empty()) {
        let who = action.who.and_then(|id| seen.participants.iter().find(|p| p.id == id)).map(words::person);
        let until = action.until.day().map(|d| words::day(&model.text, d));
        let parts = [who.map(str::to_owned), Some(action.what.trim().to_owned()), until];
        lines.push(format!("- {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
    }
    for pick in &seen.offers {
        lines.push(format!(
            "- {} · {}",
            pick.offer.name,
            model.t(Word(crate::domain::record::Choice::word(pick.state)))
        ));
    }
    for decision in seen.close.decisions.iter().filter(|d| !d.text.trim().is_empty()) {
        let firm = decision.firmness.map(|f| format!(" · {}", model.t(Word(crate::domain::record::Choice::word(f)))));
        lines.push(format!("- {}{}", decision.text.trim(), firm.unwrap_or_default()));
    }
    lines
}
