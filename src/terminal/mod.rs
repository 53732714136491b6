//! The only code that names crossterm: taking and giving back the terminal, and reading keys.

pub mod burst;
pub mod clipboard;
mod ending;
pub mod guard;
pub mod hidden;
pub mod input;
