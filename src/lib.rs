//! `opstart` leads a facilitator through a joint start-up meeting (*opstartsmøde*).

pub mod app;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod domain;
pub mod keys;
pub mod storage;
pub mod terminal;
pub mod text;
