//! Help and command palette: the key table as lists to choose from.

use crate::app::command::{Command, Context};
use crate::app::context::{contexts, obstacle};
use crate::app::model::{Model, Screen};
use crate::app::msg::KeyList;
use crate::app::overlay::{Item, Menu, Pick};
use crate::text::{Word, w};

use super::{names, table};

/// Answers `Effect::Menu`: the list that was asked for, as things stand now.
pub fn list(model: &Model, which: KeyList) -> Menu {
    match which {
        KeyList::Here => here(model),
        KeyList::All => all(model),
    }
}

/// What can be done here and its keys; Enter does it.
fn here(model: &Model) -> Menu {
    let places = contexts(model);
    let mut items = vec![];
    for place in &places {
        add(model, *place, &mut items);
    }
    let title = model.t(places.first().map_or(w("menu-help"), |p| Word(p.word())));
    Menu::new(model.text.fmt(w("menu-help-title"), &[("place", title.into())]), items)
}

/// Every command by name.
fn all(model: &Model) -> Menu {
    let mut items = vec![];
    let places: &[Context] = match model.screen {
        Screen::Home => &[Context::Home, Context::Anywhere],
        Screen::Catalog => &[Context::Browser, Context::Anywhere],
        Screen::Form => &[Context::Form, Context::Anywhere],
        Screen::Work | Screen::Show => &[Context::Session, Context::Meeting, Context::Anywhere],
    };
    for place in places {
        add(model, *place, &mut items);
    }
    // Moving about is done by keys, not by name.
    let moves = |command: &Command| {
        matches!(
            command,
            Command::Palette
                | Command::Up
                | Command::Down
                | Command::PageUp
                | Command::PageDown
                | Command::First
                | Command::Last
                | Command::Backspace
                | Command::Toggle
        )
    };
    items.retain(|item| !matches!(&item.pick, Pick::Run(command) if moves(command)));
    items.extend(table::WITHOUT_KEY.iter().map(|command| item(model, *command, String::new())));
    Menu::new(model.t(w("menu-palette")), items)
}

/// Adds the commands of one place that are not there yet under the same name.
fn add(model: &Model, place: Context, items: &mut Vec<Item>) {
    for binding in table::of(place) {
        let item = item(model, binding.command, names(model, binding));
        if !items.iter().any(|other| other.text == item.text) {
            items.push(item);
        }
    }
}

fn item(model: &Model, command: Command, detail: String) -> Item {
    let off = obstacle(model, command).map(|why| model.t(why));
    Item { text: model.t(Word(command.word())), detail, pick: Pick::Run(command), marked: None, off }
}
