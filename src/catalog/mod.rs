//! The catalogue of offers (*tilbudskatalog*): library, search, checks. Pure: sees `domain` only and works on named texts.

mod builtin;
pub(crate) mod clean;
pub mod exchange;
pub mod library;
pub mod order;
pub(crate) mod quick;
pub mod search;
pub mod synonyms;
