//! HSDS 1.x to 3.0 and Open Referral UK, as tables or as JSON: read into offers, and written as a 3.0 package.

mod description;
mod fields;
mod json;
mod service;
mod tables;
mod write;

use std::borrow::Cow;

use serde_json::{Map, Value};

use self::service::offer;
use super::names::Names;
use super::plain::{Taken, washed};
use super::report::{Kind, Report};
use super::{File, Imported, Limits};
use crate::domain::template::Municipality;

pub(super) use self::write::export;

/// What the ids of our own terms begin with: each is a column of the plain catalogue file, and its attribute the cell.
const OWN: &str = "opstart-";

/// A service as it was found.
struct Entry {
    file: String,
    row: usize,
    /// In the shape of the JSON form; every text is washed.
    service: Map<String, Value>,
}

/// Reads a package, whatever the version and the form.
pub(super) fn import(files: &[&File], known: &Municipality, limits: Limits, mut report: Report) -> Imported {
    let (tables, documents) = description::sorted(files, &mut report);
    let mut entries = tables::read(&tables, limits, &mut report);
    let in_tables = entries.len();
    entries.extend(json::read(&documents, limits, &mut report));
    let mut names = Names::new(known);
    let mut taken = Taken::default();
    let ids = entries.iter().filter_map(|entry| entry.service.get("id")).filter_map(Value::as_str);
    taken.reserve(ids);
    let mut offers = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let place = (entry.file.as_str(), entry.row);
        let Some(mut offer) = offer(&entry.service, place, &mut names, &mut report) else { continue };
        if offer.id.is_empty() {
            offer.id = taken.made(&offer.name);
            report.add(Kind::MadeId, place.0, place.1, "", &offer.id);
        }
        if offer.name.is_empty() {
            report.add(Kind::MissingValue, place.0, place.1, "name", &offer.id);
        }
        if offer.description.is_empty() {
            report.add(Kind::MissingValue, place.0, place.1, "description", &offer.id);
        }
        // The same service in both forms of one package is no mistake.
        if at >= in_tables && taken.has(&offer.id) && in_tables > 0 {
            continue;
        }
        taken.admit(offer, place, &mut offers, &mut report);
    }
    if offers.is_empty() {
        report.add(Kind::NothingFound, files.first().map_or("", |(name, _)| name), 0, "", "");
    }
    Imported { offers, municipality: names.found, report }
}

/// [`washed`], and line ends written as `\n` become line ends.
fn washed_text(cell: &str, place: (&str, usize, &str), limits: Limits, report: &mut Report) -> String {
    let mut cell = Cow::from(cell);
    if cell.contains("\\n") {
        let (file, row, column) = place;
        report.add(Kind::WrittenLineEnds, file, row, column, &cell);
        cell = cell.replace("\\r", "").replace("\\n", "\n").into();
    }
    washed(&cell, place, limits, report).trim().to_owned()
}
