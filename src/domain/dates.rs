//! Dates as people write and say them, and Danish local time.
