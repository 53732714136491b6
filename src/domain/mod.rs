//! The domain: session and offer types, every possible change to them, history, steps, advice, audience, clock, dates.
//!
//! Pure: nothing here touches files, environment, time of day, screen or keyboard. Time and ids come as arguments.

pub mod audience;
pub mod choices;
pub mod clock;
pub mod compare;
pub mod cpr;
pub mod dates;
mod declare;
pub mod draft;
pub mod edit;
pub mod history;
pub mod merge;
pub mod misfit;
pub mod offer;
pub mod problems;
pub mod record;
pub mod session;
pub mod start;
pub mod steps;
pub mod summary;
pub mod template;
pub mod version;

/// True for a value that need not be written to a file.
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
