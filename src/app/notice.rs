//! The line above the keys: what the program says, else what the field with the focus is for. It takes as many lines as it
//! needs, and the page gives them up: a warning that is cut off warns nobody.

use super::context;
use super::model::{Model, Size};
use super::wrap::wrap;
use crate::text::Word;

/// What is said, in lines that fit the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The lines; none when nothing is said.
    pub lines: Vec<String>,
    /// Something is wrong.
    pub trouble: bool,
    /// Only the explanation of a field.
    pub hint: bool,
}

/// What is said now.
pub fn notice(model: &Model) -> Notice {
    let (text, trouble, hint) = match &model.message {
        Some(message) => (message.text.clone(), message.trouble, false),
        None => (hint(model).unwrap_or_default(), false, true),
    };
    Notice { lines: lines(&text, model.size), trouble, hint }
}

/// The explanation of the field that has the focus.
fn hint(model: &Model) -> Option<String> {
    let work = model.work.as_ref().filter(|_| model.overlays.is_empty())?;
    model.text.hint(Word(context::field(work)?.1.word))
}

/// A text in the lines it takes on a screen, never more than half of it.
pub fn lines(text: &str, size: Size) -> Vec<String> {
    if text.trim().is_empty() {
        return vec![];
    }
    let wide = size.width.saturating_sub(2).max(1);
    let lines =
        wrap(text, wide).into_iter().map(|l| text.get(l.start..l.end).unwrap_or_default().trim_end().to_owned());
    lines.take(usize::from(size.height / 2).max(1)).collect()
}

/// Lines that are kept for it: one at least, so that nothing jumps when something is said.
pub fn height(model: &Model) -> u16 {
    u16::try_from(notice(model).lines.len()).unwrap_or(u16::MAX).max(1)
}
