//! The only code that touches the disk. Sees `domain` and `catalog` only.

pub mod disk;
