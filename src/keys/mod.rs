//! Keys: the one key table. Dispatch, footer, help, command palette and `docs/keys.md` come from it.

pub mod key;
