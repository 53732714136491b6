//! `opstart catalog missing`: what sessions lacked, over all of them.

use std::io::Write;

use super::super::{Failure, Place, columns, json, print, told};
use crate::catalog::clean::clean_line;
use crate::catalog::missing::{Missing, Row, Sum};
use crate::cli::Format;
use crate::storage::sessions;
use crate::text::{Word, w};

pub(super) fn run(
    format: Format,
    fictitious: bool,
    place: &Place,
    out: &mut dyn Write,
    aside: &mut dyn Write,
) -> Result<u8, Failure> {
    let dir = place.settings.sessions();
    let (mut missing, mut damaged) = (Missing::default(), vec![]);
    let read = sessions::each(&dir, &mut |read| match read {
        Ok(session) if fictitious || !session.fictitious => missing.add(&session),
        Ok(_) => {}
        Err(error) => damaged.push(error),
    });
    read.map_err(|error| Failure::new(told::folder(&place.text, &dir, &error)))?;
    for error in &damaged {
        // Named beside the list; the list itself is whole without them.
        print(place, aside, &format!("{}\n", told::open(&place.text, error)))?;
    }
    missing.rank();
    let printed = match format {
        Format::Json => json(place, &missing, true)?,
        Format::Text => text(place, &missing),
    };
    print(place, out, &printed)?;
    Ok(0)
}

fn text(place: &Place, missing: &Missing) -> String {
    let sessions = [("sessions", missing.sessions.into())];
    if missing.missing.is_empty() {
        return format!("{}\n", place.text.fmt(w("missing-none"), &sessions));
    }
    let mut lines = format!("{}\n", place.text.fmt(w("missing-head"), &sessions));
    lines += &columns(&missing.missing.iter().map(|row| line(place, row)).collect::<Vec<_>>());
    for (head, sums) in [(w("missing-by-theme"), &missing.themes), (w("missing-by-department"), &missing.departments)] {
        lines += &section(place, head, sums);
    }
    lines
}

fn line(place: &Place, row: &Row) -> Vec<String> {
    let day = |day: &chrono::NaiveDate| day.format("%d.%m.%Y").to_string();
    let days = match row.dates.as_slice() {
        [] => String::new(),
        [only] => day(only),
        [first, .., last] => format!("{}–{}", day(first), day(last)),
    };
    let times = place.text.fmt(w("missing-times"), &[("count", row.count.into())]);
    vec![times, clean_line(&row.what), clean_line(&row.theme), clean_line(&row.department), days]
}

fn section(place: &Place, head: Word, sums: &[Sum]) -> String {
    let row = |sum: &Sum| {
        let name = if sum.name.is_empty() { place.text.get(w("missing-unnamed")) } else { clean_line(&sum.name) };
        vec![place.text.fmt(w("missing-times"), &[("count", sum.count.into())]), name]
    };
    format!("\n{}\n{}", place.text.get(head), columns(&sums.iter().map(row).collect::<Vec<_>>()))
}
