//! What must hold lies with the tests, which try it, too.

#[path = "../../tests/common/driver.rs"]
mod driver;
#[path = "../../tests/common/holds.rs"]
pub mod holds;
