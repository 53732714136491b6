//! Keys: the one key table. Dispatch, footer, help, command palette and `docs/keys.md` come from it.

pub mod key;
mod lists;
pub mod table;

pub use lists::list;

use crate::app::command::{Command, Context};
use crate::app::context::{contexts, obstacle, takes_text};
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::text::{Text, Word, w};

use key::{Code, Key};
use table::Binding;

/// What a key means now; `None` when it means nothing here.
pub fn resolve(model: &Model, key: Key) -> Option<Msg> {
    let text = takes_text(model);
    if text && let Some(c) = key.text() {
        return Some(Msg::Type(c));
    }
    let places = contexts(model);
    // A digit in a number belongs to the number; everywhere else it may lead to a step.
    if places.first() == Some(&Context::Number)
        && let Some(c) = key.text().filter(char::is_ascii_digit)
    {
        return Some(Msg::Type(c));
    }
    // A digit on a choice is a slip of the hand in a row of fields, not a wish to go elsewhere.
    if places.first() == Some(&Context::Choice) && key.text().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let found = places.iter().find_map(|place| table::of(*place).find(|b| b.keys.contains(&key)));
    found.map(|binding| Msg::Command(binding.command))
}

/// Names of the keys of a row, as they are printed on a Danish keyboard.
pub fn names(model: &Model, binding: &Binding) -> String {
    binding.keys.iter().map(|key| name(&model.text, *key)).collect::<Vec<_>>().join(" · ")
}

/// The name of a key.
pub fn name(text: &Text, key: Key) -> String {
    let code = match key.code {
        Code::Char(' ') => text.get(w("key-space")),
        Code::Char(c) => c.to_uppercase().to_string(),
        Code::F(number) => format!("F{number}"),
        Code::Enter => "Enter".to_owned(),
        Code::Tab => "Tab".to_owned(),
        Code::Backspace => text.get(w("key-backspace")),
        Code::Delete => "Delete".to_owned(),
        Code::Insert => "Insert".to_owned(),
        Code::Esc => "Esc".to_owned(),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        Code::Left => "←".to_owned(),
        Code::Right => "→".to_owned(),
        Code::Home => "Home".to_owned(),
        Code::End => "End".to_owned(),
        Code::PageUp => text.get(w("key-page-up")),
        Code::PageDown => text.get(w("key-page-down")),
    };
    let shift = text.get(w("key-shift"));
    let modifiers = [(key.ctrl, "Ctrl"), (key.alt, "Alt"), (key.shift, shift.as_str())];
    let held = modifiers.iter().filter(|(down, _)| *down).map(|(_, name)| *name);
    held.chain([code.as_str()]).collect::<Vec<_>>().join("+")
}

/// What the footer shows: key and label, most useful first.
pub fn footer(model: &Model) -> Vec<(String, String)> {
    let mut rows: Vec<(u8, &Binding)> = vec![];
    for place in contexts(model) {
        for binding in table::of(place) {
            let new = !rows.iter().any(|(_, b)| b.command == binding.command || b.keys == binding.keys);
            if let Some(rank) = binding.rank
                && new
                && obstacle(model, binding.command).is_none()
            {
                rows.push((rank, binding));
            }
        }
    }
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter()
        .map(|(_, binding)| {
            let key = binding.keys.first().map(|k| name(&model.text, *k)).unwrap_or_default();
            (key, model.text.get(Word(binding.short)))
        })
        .collect()
}

/// The whole table as a document.
#[allow(clippy::format_push_string)] // a page at a time, never hot
pub fn markdown(text: &Text) -> String {
    let mut out = format!("# {}\n\n{}\n", text.get(w("keys-title")), text.get(w("keys-about")));
    for place in Context::ALL {
        out += &format!("\n## {}\n\n", text.get(Word(place.word())));
        out += &format!(
            "| {} | {} | {} |\n|---|---|---|\n",
            text.get(w("keys-key")),
            text.get(w("keys-does")),
            text.get(w("keys-why"))
        );
        for binding in table::of(*place) {
            let keys = binding.keys.iter().map(|k| format!("`{}`", name(text, *k))).collect::<Vec<_>>().join(" ");
            let word = Word(binding.command.word());
            let hint = text.hint(word).unwrap_or_default();
            out += &format!("| {keys} | {} | {hint} |\n", text.get(word));
        }
    }
    out
}

/// The whole table for the terminal.
#[allow(clippy::format_push_string)] // as above
pub fn plain(text: &Text) -> String {
    let mut out = String::new();
    for place in Context::ALL {
        out += &format!("{}\n", text.get(Word(place.word())));
        for binding in table::of(*place) {
            let keys = binding.keys.iter().map(|k| name(text, *k)).collect::<Vec<_>>().join(", ");
            out += &format!("  {keys:<26} {}\n", text.get(Word(binding.command.word())));
        }
        out.push('\n');
    }
    out
}

/// Commands that have a key somewhere.
pub fn bound(command: Command) -> bool {
    table::BINDINGS.iter().any(|b| b.command == command)
}
