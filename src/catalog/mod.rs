//! The catalogue of offers (*tilbudskatalog*): library, search, checks. Pure: sees `domain` only and works on named texts.

pub mod browse;
mod builtin;
pub mod check;
pub(crate) mod clean;
pub mod exchange;
pub mod fit;
pub mod library;
pub mod missing;
pub mod order;
pub(crate) mod quick;
mod readability;
pub mod rewrite;
pub mod rules;
pub mod search;
pub mod suggest;
pub mod synonyms;
