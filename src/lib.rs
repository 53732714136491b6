//! `opstart` leads a facilitator through a joint start-up meeting (*opstartsmøde*) between a citizen and professionals from
//! several departments of a Danish municipality. Every meeting is one RON file.

pub mod app;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod domain;
pub mod keys;
pub mod report;
pub mod runtime;
pub mod storage;
pub mod terminal;
pub mod text;
pub mod ui;
