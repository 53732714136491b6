//! Documents: what is said and printed about a session. Pure; takes `Seen`, never a whole session.

pub mod document;
pub mod fit;
pub mod insight;
pub mod offer;
pub mod readback;
pub mod show;
pub mod words;
