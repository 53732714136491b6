//! Dates as people write and say them, and Danish local time.

use chrono::{DateTime, NaiveDateTime, Utc};

/// Danish wall time.
pub fn copenhagen(utc: DateTime<Utc>) -> NaiveDateTime {
    utc.naive_utc()
}

/// Which way a date without a year leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// The next one on or after today.
    Future,
    /// The last one on or before today.
    Past,
}
