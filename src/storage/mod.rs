//! The only code that touches the disk. Sees `domain` and `catalog` only.

pub mod disk;
pub mod folders;
pub mod format;
pub mod offers;
pub mod sessions;
pub mod settings;
pub mod worker;
