//! Documents: what is said and printed about a session. Pure; takes `Seen`, never a whole session.

pub mod offer;
pub mod readback;
pub mod words;
