//! A text over the whole screen.

use super::super::command::Command;
use super::super::model::Model;
use super::super::msg::Effect;
use super::super::overlay::{Document, Overlay};
use crate::domain::audience::seen_by;
use crate::domain::record::Audience;
use crate::domain::session::Session;
use crate::report::document::{Form, write};
use crate::report::readback;
use crate::text::w;

/// Shows the text that goes into the case system.
pub fn journal(model: &mut Model, session: &Session) {
    let text = write(&readback::document(&seen_by(session, Audience::Staff), &model.text), Form::Text);
    model.overlays.push(Overlay::Document(Document { title: model.t(w("journal-on-screen")), text, scroll: 0 }));
}

/// The first line shown after a command, of a text whose last such line is `last`, in a window of `room` lines.
pub(super) fn scrolled(command: Command, scroll: usize, (last, room): (usize, usize)) -> usize {
    match command {
        Command::Up => scroll.saturating_sub(1),
        Command::Down => (scroll + 1).min(last),
        Command::PageUp => scroll.saturating_sub(room.saturating_sub(1)),
        Command::PageDown => (scroll + room.saturating_sub(1)).min(last),
        Command::First => 0,
        Command::Last => last,
        _ => scroll,
    }
}

/// Commands on the text.
pub fn command(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let (size, room) = (model.size, Document::room(model));
    let Some(Overlay::Document(document)) = model.overlays.last_mut() else { return };
    let last = document.lines(size).len().saturating_sub(room);
    document.scroll = scrolled(command, document.scroll.min(last), (last, room));
    match command {
        Command::CopyText => {
            let text = document.text.clone();
            model.clip.clone_from(&text);
            model.say_word(w("text-copied"));
            effects.push(Effect::Clipboard(text));
        }
        Command::Back | Command::Activate => {
            model.overlays.pop();
        }
        _ => {}
    }
}
