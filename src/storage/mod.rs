//! The only code that touches the disk. Sees `domain` and `catalog` only.

pub mod disk;
pub mod exposure;
pub mod folders;
pub mod format;
pub mod log;
pub mod offers;
pub mod places;
#[cfg(any(windows, test))]
mod sddl;
pub mod sessions;
pub mod settings;
pub mod vault;
pub mod versions;
pub mod worker;
