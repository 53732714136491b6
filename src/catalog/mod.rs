//! The catalogue of offers (*tilbudskatalog*): library, search, checks. Pure: sees `domain` only and works on named texts.

pub mod browse;
mod builtin;
pub(crate) mod clean;
pub mod library;
pub mod order;
pub mod rewrite;
pub mod search;
pub mod synonyms;
