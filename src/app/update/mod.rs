//! `update`: what a message changes, and what it asks to be done. Routes here; the doing is one file per concern.

mod browser;
mod document;
mod edit;
mod files;
mod focus;
mod home;
mod keeping;
mod meeting;
mod menu;
mod page;
mod picker;
mod questions;
mod records;
mod text;

pub use home::{fresh, is_due};

use chrono::TimeDelta;

use super::command::Command;
use super::context::obstacle;
use super::model::{Message, Model, Screen};
use super::msg::{Effect, KeyList, Msg};
use super::overlay::{Ask, Confirm, Overlay};
use crate::text::{Arg, w};

/// How soon a second Ctrl+C must follow to end the program.
const TWICE: TimeDelta = TimeDelta::seconds(3);

/// After so long without a key the file may have been changed by another without anybody having looked.
const AWAY: TimeDelta = TimeDelta::seconds(2);

/// Takes one message in. Everything that is to be done outside the model comes back as effects, in order.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = vec![];
    let by_hand = matches!(msg, Msg::Command(_) | Msg::Type(_) | Msg::Paste(_));
    let away = by_hand && model.now - model.touched >= AWAY;
    if away || matches!(msg, Msg::Tick | Msg::Focused) {
        keeping::look(model, &mut effects);
    }
    if by_hand {
        model.touched = model.now;
        model.hear(if let Msg::Command(command) = &msg { Some(*command) } else { None });
        if model.privacy {
            model.privacy = false;
            return effects;
        }
    }
    match msg {
        Msg::Command(_) | Msg::Type(_) | Msg::Paste(_) if !acts_unseen(model, &msg) => {}
        Msg::Command(command) => run(model, command, &mut effects),
        Msg::Type(c) => typed(model, &c.to_string(), false, &mut effects),
        Msg::Paste(text) => typed(model, &text, true, &mut effects),
        Msg::Tick | Msg::Focused => {}
        Msg::Resize(width, height) => model.size = super::model::Size { width, height },
        other => files::arrived(model, other, &mut effects),
    }
    if model.size.is_too_small()
        && let Some(Overlay::Confirm(confirm)) = model.overlays.last()
    {
        // A question nobody can see is told, and waits for a larger window.
        model.message = Some(Message { text: confirm.text.clone(), trouble: true, stays: false });
    }
    settle(model, &mut effects);
    effects
}

/// In a window too small to show a screen, text still goes where it went and nothing of it is lost. What would act on what
/// nobody sees does not.
fn acts_unseen(model: &Model, msg: &Msg) -> bool {
    use Command as C;
    !model.size.is_too_small()
        || match msg {
            Msg::Command(command) => {
                let newline = *command == C::Newline && model.overlays.is_empty();
                newline || matches!(command, C::Quit | C::Interrupt | C::Privacy | C::SaveNow)
            }
            _ => model.overlays.is_empty(),
        }
}

/// What every message ends with: the focus is on screen, and what changed is on its way to the disk.
fn settle(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::keep_in_view(model);
    if let Some(work) = &mut model.work {
        let revision = work.history.revision();
        // An offer on the desk is no session; it is saved when it is asked for or left.
        if revision > work.saving.sent && work.session.desk.is_none() {
            work.saving.sent = revision;
            let session = std::sync::Arc::new(work.session.clone());
            // Saving comes before anything else that was asked for: the program may be about to end.
            effects.insert(0, Effect::Save { file: work.file.clone(), revision, seen: work.outside, session });
        }
    }
    keeping::settle(model, effects);
}

/// Runs a command, or says why it cannot run.
pub(super) fn run(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    if let Some(why) = obstacle(model, command) {
        model.say_word(why);
        return;
    }
    if everywhere(model, command, effects) {
        return;
    }
    match model.overlays.last() {
        Some(Overlay::Menu(_) | Overlay::Prompt(_)) => menu::command(model, command, effects),
        Some(Overlay::Confirm(_)) => menu::confirm(model, command, effects),
        Some(Overlay::Picker(_)) => picker::command(model, command),
        Some(Overlay::Questions(_)) => questions::command(model, command),
        Some(Overlay::Document(_)) => document::command(model, command, effects),
        Some(Overlay::Citizen) => {
            citizen_lines(model, command);
            if matches!(command, Command::Back | Command::CitizenScreen | Command::Activate) {
                model.overlays.pop();
            }
        }
        None => match model.screen {
            Screen::Home => home::command(model, command, effects),
            Screen::Work | Screen::Form => page::command(model, command, effects),
            Screen::Catalog => browser::command(model, command, effects),
            Screen::Show => {
                citizen_lines(model, command);
                if matches!(command, Command::Back) {
                    quit(model, effects);
                }
            }
        },
    }
}

/// The citizen screen shows the next lines, or those before.
fn citizen_lines(model: &mut Model, command: Command) {
    match command {
        Command::Down => model.citizen_from += 1,
        Command::Up => model.citizen_from = model.citizen_from.saturating_sub(1),
        Command::PageDown => model.citizen_from += 10,
        Command::PageUp => model.citizen_from = model.citizen_from.saturating_sub(10),
        _ => {}
    }
    model.citizen_from = model.citizen_from.min(200);
}

/// Commands that mean the same wherever one is.
fn everywhere(model: &mut Model, command: Command, effects: &mut Vec<Effect>) -> bool {
    // The citizen answers alone: nothing leads out of there but the end of the questions.
    if matches!(model.overlays.last(), Some(Overlay::Questions(_))) && command != Command::Privacy {
        return false;
    }
    match command {
        Command::Help => effects.push(Effect::Menu(KeyList::Here)),
        Command::Palette => effects.push(Effect::Menu(KeyList::All)),
        Command::Privacy => model.privacy = true,
        Command::Quit => quit(model, effects),
        Command::Interrupt => interrupt(model, effects),
        Command::SaveNow => files::save_now(model, effects),
        Command::Undo | Command::Redo if matches!(model.screen, Screen::Work | Screen::Form) => {
            edit::turn(model, command == Command::Undo);
        }
        Command::CitizenScreen if model.screen == Screen::Work => {
            if model.overlays.last() == Some(&Overlay::Citizen) {
                model.overlays.pop();
            } else {
                model.citizen_from = 0;
                model.overlays.push(Overlay::Citizen);
            }
        }
        Command::New => home::choose_group(model),
        Command::Write => keeping::write(model, effects),
        Command::Versions => keeping::list(model, effects),
        Command::SaveElsewhere => keeping::suggest(model, effects),
        _ => return meeting::command(model, command),
    }
    true
}

fn interrupt(model: &mut Model, effects: &mut Vec<Effect>) {
    if text::copy(model) {
        return;
    }
    if model.interrupted.is_some_and(|then| model.now - then <= TWICE) {
        quit(model, effects);
    } else {
        model.interrupted = Some(model.now);
        let saved = model.work.as_ref().is_none_or(|w| w.saving.trouble.is_none()) && model.left_unsaved.is_none();
        model.say_word(if saved { w("interrupt-again") } else { w("interrupt-again-unsaved") });
    }
}

fn quit(model: &mut Model, effects: &mut Vec<Effect>) {
    focus::leave_field(model);
    // What is safe in another place need not be waited for.
    let unsaved = model.work.as_ref().filter(|work| !work.saving.is_elsewhere(work.history.revision()));
    let left = model.left_unsaved.as_ref().map(|(_, trouble)| *trouble);
    if let Some(trouble) = unsaved.and_then(|work| work.saving.trouble).or(left) {
        let cause = model.text.get(crate::text::Word(trouble.word()));
        let question = model.text.fmt(w("quit-unsaved"), &[("cause", Arg::from(cause))]);
        ask_to_quit(model, question);
        return;
    }
    if let Some(name) = browser::desk::unsaved(model) {
        let question = model.text.fmt(w("quit-unsaved-offer"), &[("name", Arg::from(name))]);
        ask_to_quit(model, question);
        return;
    }
    if let Some(work) = &model.work {
        keeping::left(work, true, effects);
    }
    model.quitting = true;
    effects.push(Effect::Quit);
}

fn ask_to_quit(model: &mut Model, question: String) {
    let (safe, act) = (model.t(w("button-stay")), model.t(w("button-quit-anyway")));
    model.overlays.push(Overlay::Confirm(Confirm::new(Ask::QuitUnsaved, question, safe, act)));
}

/// Text that was typed or pasted, wherever the focus is. As long as something in it looks like a CPR number, a warning
/// stands there: whoever types on has not seen it yet.
fn typed(model: &mut Model, input: &str, pasted: bool, effects: &mut Vec<Effect>) {
    put(model, input, pasted, effects);
    if typed_so_far(model).is_some_and(|text| crate::domain::cpr::find(&text).is_some()) {
        model.warn(w("warn-cpr"));
    }
}

/// The text that is being typed, wherever that is.
fn typed_so_far(model: &Model) -> Option<String> {
    match model.overlays.last() {
        Some(Overlay::Menu(menu)) => Some(menu.query.clone()),
        Some(Overlay::Prompt(prompt)) => Some(prompt.typed.clone()),
        Some(Overlay::Picker(picker)) => Some(picker.query.clone()),
        Some(_) => None,
        None => match model.screen {
            Screen::Home => model.home.query.clone(),
            Screen::Work | Screen::Form => model.work.as_ref().and_then(focus::text_of),
            Screen::Catalog => Some(model.browser.query.clone()),
            Screen::Show => None,
        },
    }
}

fn put(model: &mut Model, input: &str, pasted: bool, effects: &mut Vec<Effect>) {
    match model.overlays.last_mut() {
        // In a list of several, the space bar marks.
        Some(Overlay::Menu(menu)) if input == " " && menu.items.iter().any(|i| i.marked.is_some()) => {
            menu::command(model, Command::Toggle, effects);
        }
        Some(Overlay::Menu(menu)) => {
            menu.query.push_str(&super::editor::clean(input, false));
            menu.cursor = 0;
        }
        Some(Overlay::Prompt(prompt)) => prompt.typed.push_str(&super::editor::clean(input, false)),
        Some(Overlay::Picker(_)) => picker::typed(model, input),
        Some(_) => {}
        None => match model.screen {
            Screen::Home => home::typed(model, input),
            Screen::Work | Screen::Form => text::typed(model, input, pasted),
            Screen::Catalog => browser::typed(model, input),
            Screen::Show => {}
        },
    }
}
