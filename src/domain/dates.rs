//! Dates as people write and say them, and Danish local time.

/// Which way a date without a year leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// The next one on or after today.
    Future,
    /// The last one on or before today.
    Past,
}
