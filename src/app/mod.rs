//! The Elm core: model, messages, commands, update, effects, forms, layout. No ratatui, crossterm or files.

pub mod editor;
pub mod wrap;
