//! The Elm core: model, messages, commands, update, effects, forms, layout. No ratatui, crossterm or files.

pub mod browser;
pub mod command;
pub mod context;
pub mod editor;
pub mod fit;
pub mod keeping;
pub mod model;
pub mod msg;
pub mod notice;
pub mod overlay;
pub mod page;
pub mod update;
pub mod why;
pub mod wrap;
