//! `opstart keys`: the key table, for reading or as Markdown.

use std::io::Write;

use super::{Failure, Place, print};

pub(super) fn run(markdown: bool, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let table = if markdown { crate::keys::markdown(&place.text) } else { crate::keys::plain(&place.text) };
    print(place, out, &table)?;
    Ok(0)
}
