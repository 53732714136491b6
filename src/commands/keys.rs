//! `opstart keys`: every key and what it does, from the key table.

use std::io::Write;

use super::{Failure, Place, print};
use crate::keys;

pub(super) fn run(markdown: bool, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let table = if markdown { keys::markdown(&place.text) } else { keys::plain(&place.text) };
    print(place, out, &table)?;
    Ok(0)
}
