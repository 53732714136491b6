//! Commands on the page of a step.

use super::super::command::Command;
use super::super::context::{field, is_text};
use super::super::model::{Model, Screen, Spot};
use super::super::msg::Effect;
use super::super::page;
use super::{browser, edit, files, focus, menu, records, run, text};
use crate::domain::history::Manner;
use crate::domain::record::{Choice, Kind, Value};
use crate::domain::steps::Step;
use crate::text::w;

/// Runs a command on the page.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if text::command(model, command) {
        return;
    }
    match command {
        Command::Up => step(model, -1),
        Command::Down => step(model, 1),
        Command::NextField if step_if(model, 1) => {}
        Command::NextField => next_step(model, 1),
        Command::PreviousField => step(model, -1),
        Command::PageDown => section(model, true),
        Command::PageUp => section(model, false),
        Command::First => edge(model, true),
        Command::Last => edge(model, false),
        Command::Left => nudge(model, -1),
        Command::Right => nudge(model, 1),
        Command::Activate => activate(model, effects),
        Command::Toggle => toggle(model, effects),
        Command::Choices => menu::open_choices(model),
        Command::Remove => records::remove(model),
        Command::MoveUp => records::shift(model, -1),
        Command::MoveDown => records::shift(model, 1),
        Command::Indent => records::indent(model),
        Command::Outdent => records::outdent(model),
        Command::ShareRecord => records::share(model),
        Command::GoTo(step) => {
            forget_way_back(model);
            focus::go_to_step(model, step);
        }
        Command::NextStep => next_step(model, 1),
        Command::PreviousStep => next_step(model, -1),
        Command::Reveal => reveal(model),
        Command::Home => files::go_home(model, effects),
        Command::Back => back(model, effects),
        Command::Search => {
            if model.work.as_ref().is_some_and(|w| w.step == Step::Offers) {
                run(model, Command::Offer, effects);
            } else {
                run(model, Command::Palette, effects);
            }
        }
        Command::FollowUp => {
            let file = model.work.as_ref().and_then(|w| w.file.file_name().map(|f| f.to_string_lossy().into_owned()));
            if files::leave(model, effects) {
                effects.extend(file.map(Effect::FollowUp));
            }
        }
        _ => {}
    }
}

fn step(model: &mut Model, by: i32) {
    step_if(model, by);
}

/// Moves the focus; false when there is nowhere to go.
fn step_if(model: &mut Model, by: i32) -> bool {
    let page = page::page(model);
    let goal = model.work.as_ref().and_then(|w| page.step_from(w.focus, by));
    if let Some(spot) = goal {
        focus::set(model, spot);
    }
    goal.is_some()
}

fn section(model: &mut Model, forward: bool) {
    let page = page::page(model);
    let goal = model.work.as_ref().and_then(|w| page.section_from(w.focus, forward));
    if let Some(spot) = goal {
        focus::set(model, spot);
    } else {
        edge(model, !forward);
    }
}

fn edge(model: &mut Model, first: bool) {
    let page = page::page(model);
    let mut spots = page.rows.iter().filter_map(|r| r.spot);
    let goal = if first { spots.next() } else { spots.next_back() };
    if let Some(spot) = goal {
        focus::set(model, spot);
    }
}

fn next_step(model: &mut Model, by: isize) {
    let at = model.work.as_ref().and_then(|w| Step::ALL.iter().position(|s| *s == w.step));
    let goal = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| Step::ALL.get(at));
    if let Some(step) = goal {
        forget_way_back(model);
        focus::go_to_step(model, *step);
    }
}

/// Whoever goes somewhere by choice is not sent back by Esc.
fn forget_way_back(model: &mut Model) {
    if let Some(work) = &mut model.work {
        work.back_to.clear();
    }
}

/// Another choice, or one more or less.
fn nudge(model: &mut Model, by: i32) {
    let Some(work) = &model.work else { return };
    let Some((id, field)) = field(work) else {
        if let Spot::Record(id) = work.focus {
            records::fold(model, id, by > 0);
        }
        return;
    };
    let Some(value) = work.session.value(id, field.name) else { return };
    let new = match (field.kind, value) {
        (Kind::Choice(words, optional), Value::Choice(place)) => {
            Value::Choice(turned(words.len(), optional, place, by))
        }
        (Kind::Number(most), Value::Number(number)) => {
            let number = number.unwrap_or(0).saturating_add_signed(by).min(most);
            Value::Number(Some(number))
        }
        _ => return,
    };
    edit::set(model, id, field.name, new, Manner::Typing(id, field.name));
}

/// The next choice, with "unknown" as one of them where it may be left open.
fn turned(count: usize, optional: bool, place: Option<u8>, by: i32) -> Option<u8> {
    let shift = i32::from(optional);
    let all = i32::try_from(count).unwrap_or(0) + shift;
    let now = place.map_or(0, |p| i32::from(p) + shift);
    let next = (now + by).rem_euclid(all.max(1)) - shift;
    u8::try_from(next).ok()
}

fn activate(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(work) = &model.work else { return };
    match work.focus {
        Spot::Field(..) => {
            let Some((id, field)) = field(work) else { return };
            let empty = work.session.record(id).is_some_and(|r| field.text(r).trim().is_empty());
            match field.kind {
                Kind::Line(Some(_)) if empty => menu::open_choices(model),
                kind if is_text(kind) || matches!(kind, Kind::Number(_)) => step(model, 1),
                _ => menu::open_choices(model),
            }
        }
        Spot::Record(id) => {
            let open = work.open == Some(id);
            forget_way_back(model);
            records::fold(model, id, !open);
        }
        Spot::Add(slot) => {
            forget_way_back(model);
            records::add(model, slot);
        }
        Spot::Do(command) => run(model, command, effects),
        Spot::Closed(_) | Spot::ClosedIn(_) => reveal(model),
        Spot::Link(number) => {
            let target = page::page(model).links.get(number).copied();
            if let Some((id, field)) = target {
                focus::remember(model);
                focus::go_to(model, id, Some(field));
            }
        }
        Spot::Top | Spot::Sentence(_) => step(model, 1),
    }
}

fn toggle(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(work) = &model.work else { return };
    match work.focus {
        Spot::Record(id) => records::tick(model, id),
        Spot::Field(..) => match field(work).map(|(_, f)| f.kind) {
            Some(Kind::Choice(..)) => nudge(model, 1),
            Some(Kind::Many(_) | Kind::Ref(_) | Kind::Refs(_)) => menu::open_choices(model),
            _ => {}
        },
        _ => activate(model, effects),
    }
}

/// Shows or closes what is not for everyone.
fn reveal(model: &mut Model) {
    let now = model.now;
    let page = page::page(model);
    let section = model.work.as_ref().and_then(|w| page.row(page.row_of(w.focus)?)).map(|r| r.section);
    let Some(work) = &mut model.work else { return };
    if !work.clock(now).is_on() {
        model.say_word(w("reveal-not-running"));
        return;
    }
    let closed = work.focus;
    work.reveal = !work.reveal;
    work.look(now);
    if let Spot::ClosedIn(id) = closed {
        focus::set(model, Spot::Record(id));
    } else if let Spot::Closed(_) = closed {
        let section = section.unwrap_or_default();
        let first =
            page::page(model).rows.iter().find(|r| r.section == section && r.spot.is_some()).and_then(|r| r.spot);
        if let Some(spot) = first {
            focus::set(model, spot);
        }
    }
    let Some(work) = &model.work else { return };
    let word = if work.reveal { w("revealed") } else { w("unrevealed") };
    model.say_word(word);
}

/// One level back. Never ends the program and never throws anything away.
fn back(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now;
    let Some(work) = &mut model.work else { return };
    if work.cursor.anchor.is_some_and(|a| a != work.cursor.at) {
        work.cursor.anchor = None;
        return;
    }
    if let Some((step, spot)) = work.back_to.pop() {
        records::drop_if_blank(model);
        focus::go_to_step(model, step);
        focus::set(model, spot);
        return;
    }
    if work.reveal {
        reveal(model);
        return;
    }
    // Out of a form, to the row of its record.
    let inside = match work.focus {
        Spot::Field(id, _) => focus::path(&work.session, id).last().copied(),
        Spot::Record(id) if work.open == Some(id) => Some(id),
        _ => None,
    };
    if let Some(id) = inside {
        records::fold(model, id, false);
        focus::set(model, Spot::Record(id));
        return;
    }
    if model.screen == Screen::Form {
        browser::desk::leave(model, effects);
        return;
    }
    if work.clock(now).is_on() {
        model.say_word(w("meeting-runs-stay"));
        return;
    }
    files::go_home(model, effects);
}
