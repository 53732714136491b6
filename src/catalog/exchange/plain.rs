//! The plain catalogue file: one row for each offer, columns by the Danish names of its fields.

use std::collections::{HashMap, HashSet};

use super::super::clean::{clean, clean_line};
use super::cells::slug;
use super::columns::{self, COLUMNS};
use super::names::{List, Names};
use super::report::{Kind, Report};
use super::sheet::{self, Row, Table};
use super::{File, Imported, Limits, markup};
use crate::catalog::library::Library;
use crate::domain::offer::Offer;
use crate::domain::template::Municipality;

/// Columns whose value is missed where it is not there.
const WANTED: [&str; 3] = ["navn", "borgersprog", "afdeling"];

/// Where offers go that no department is said for.
pub(super) const NO_DEPARTMENT: &str = "Importeret";

/// Reads plain catalogue files.
pub(super) fn import(files: &[&File], known: &Municipality, limits: Limits, mut report: Report) -> Imported {
    let mut reading = Reading { names: Names::new(known), taken: Taken::default(), limits, report: &mut report };
    let tables: Vec<Table> = files
        .iter()
        .map(|(name, bytes)| {
            sheet::read(name, bytes, &|header| columns::find(header).is_some(), limits, reading.report)
        })
        .collect();
    // Ids that stand in a file go before those that are made.
    for table in &tables {
        reading.reserve(table);
    }
    let mut offers = Vec::new();
    for table in &tables {
        reading.table(table, &mut offers);
    }
    let municipality = reading.names.found;
    if offers.is_empty() {
        report.add(Kind::NothingFound, files.first().map_or("", |(name, _)| name), 0, "", "");
    }
    Imported { offers, municipality, report }
}

/// The offers as a plain catalogue file.
pub(super) fn export(library: &Library) -> Vec<u8> {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    let row = |offer: &Offer| {
        let mut offer = offer.clone();
        COLUMNS.iter().map(|column| harmless(column.cell(&mut offer, &library.municipality))).collect::<Vec<_>>()
    };
    sheet::write_danish(&names, &library.offers.iter().map(row).collect::<Vec<_>>())
}

/// A text that an import would take for markup, so that it stays as it is.
fn harmless(cell: String) -> String {
    if markup::without(&cell).is_some() { markup::escaped(&cell) } else { cell }
}

/// Ids and texts of what has been read.
#[derive(Default)]
pub(super) struct Taken {
    /// Ids that stand in the files.
    reserved: HashSet<String>,
    /// Ids of the offers that were read.
    ids: HashSet<String>,
    /// Id by name and text.
    texts: HashMap<(String, String, String), String>,
    /// The number behind the last id that was made of a name: all below it are taken and stay so.
    numbers: HashMap<String, usize>,
}

impl Taken {
    /// Keeps ids that stand in the files from being made of a name.
    pub(super) fn reserve<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.reserved.extend(ids.map(clean_line).filter(|id| !id.is_empty()));
    }

    /// True for the id of an offer that was read.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// An id made of a name, another than those that are taken.
    pub(super) fn made(&mut self, name: &str) -> String {
        let base = match slug(name) {
            base if base.is_empty() => String::from("tilbud"),
            base => base,
        };
        let is_free = |id: &str| !self.ids.contains(id) && !self.reserved.contains(id);
        if is_free(&base) {
            return base;
        }
        let last = self.numbers.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{last}");
            if is_free(&id) {
                return id;
            }
            *last += 1;
        }
    }

    /// Takes an offer in, or says why not; what looks alike is said, and taken in.
    pub(super) fn admit(&mut self, offer: Offer, place: (&str, usize), offers: &mut Vec<Offer>, report: &mut Report) {
        let (file, row) = place;
        if !self.ids.insert(offer.id.clone()) {
            report.add(Kind::DuplicateId, file, row, "", &offer.id);
            return;
        }
        let text = (offer.name.to_lowercase(), offer.description.clone(), offer.department.clone());
        if let Some(other) = self.texts.get(&text).filter(|_| !offer.name.is_empty()) {
            report.add(Kind::LooksAlike, file, row, "", &format!("{} = {other}", offer.id));
        } else {
            self.texts.insert(text, offer.id.clone());
        }
        offers.push(offer);
    }
}

struct Reading<'a> {
    names: Names<'a>,
    taken: Taken,
    limits: Limits,
    report: &'a mut Report,
}

impl Reading<'_> {
    fn reserve(&mut self, table: &Table) {
        let Some(at) = table.header.iter().position(|name| columns::find(name) == Some(0)) else { return };
        self.taken.reserve(table.rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str));
    }

    fn table(&mut self, table: &Table, offers: &mut Vec<Offer>) {
        let order = self.columns(table);
        if order.is_empty() {
            self.report.add(Kind::UnknownFile, &table.file, 0, "", &table.header.join(" "));
            return;
        }
        let has = |wanted: &str| order.iter().any(|(column, _)| COLUMNS.get(*column).is_some_and(|c| c.name == wanted));
        for wanted in WANTED.into_iter().filter(|wanted| !has(wanted)) {
            self.report.add(Kind::MissingColumn, &table.file, 1, wanted, "");
        }
        let has_department = has("afdeling");
        for row in &table.rows {
            if let Some(mut offer) = self.row(table, row, &order) {
                if !has_department {
                    offer.department = self.names.key(List::Departments, NO_DEPARTMENT);
                }
                for wanted in WANTED.into_iter().filter(|wanted| has(wanted)) {
                    self.miss(wanted, &offer, (&table.file, row.line));
                }
                self.taken.admit(offer, (&table.file, row.line), offers, self.report);
            }
        }
    }

    fn miss(&mut self, wanted: &str, offer: &Offer, (file, line): (&str, usize)) {
        let value = match wanted {
            "navn" => &offer.name,
            "borgersprog" => &offer.plain,
            _ => &offer.department,
        };
        if value.is_empty() {
            self.report.add(Kind::MissingValue, file, line, wanted, &offer.id);
        }
    }

    /// For each of our columns that the header names, the places in the row, in our order.
    fn columns(&mut self, table: &Table) -> Vec<(usize, Vec<usize>)> {
        let mut order: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, name) in table.header.iter().enumerate() {
            match columns::find(name) {
                None if name.is_empty() => {}
                None => self.report.add(Kind::UnknownColumn, &table.file, 1, name, ""),
                Some(column) => match order.iter_mut().find(|(known, _)| *known == column) {
                    Some((_, places)) => {
                        places.push(at);
                        self.report.add(Kind::DoubleColumn, &table.file, 1, name, "");
                    }
                    None => order.push((column, vec![at])),
                },
            }
        }
        order.sort_by_key(|(column, _)| *column);
        order
    }

    fn row(&mut self, table: &Table, row: &Row, order: &[(usize, Vec<usize>)]) -> Option<Offer> {
        let (cells, header) = (row.cells.len(), table.header.len());
        if row.cells.iter().all(String::is_empty) {
            return None;
        }
        if cells < header {
            self.report.add(Kind::ShortRow, &table.file, row.line, "", &row.cells.join(" "));
        } else if row.cells.iter().skip(header).any(|cell| !cell.is_empty()) {
            self.report.add(Kind::LongRow, &table.file, row.line, "", &row.cells.join(" "));
        }
        let mut offer = Offer::default();
        for (column, places) in order {
            let Some(column) = COLUMNS.get(*column) else { continue };
            let mut written = places.iter().filter_map(|at| row.cells.get(*at).zip(table.header.get(*at)));
            let Some((cell, name)) = written.find(|(cell, _)| !cell.is_empty()) else { continue };
            let cell = washed(cell, (&table.file, row.line, name), self.limits, self.report);
            if cell.is_empty() {
                continue;
            }
            if let Err(bad) = column.take(&mut offer, &cell, &mut self.names) {
                self.report.add(Kind::BadValue, &table.file, row.line, name, &bad);
            }
        }
        if offer.id.is_empty() && offer.name.is_empty() {
            self.report.add(Kind::EmptyRow, &table.file, row.line, "", &row.cells.join(" "));
            return None;
        }
        if offer.id.is_empty() {
            offer.id = self.taken.made(&offer.name);
            self.report.add(Kind::MadeId, &table.file, row.line, "", &offer.id);
        }
        Some(offer)
    }
}

/// The text of a cell without markup and without anything that could move a cursor; what was taken away is said.
pub(super) fn washed(
    cell: &str,
    (file, row, column): (&str, usize, &str),
    limits: Limits,
    report: &mut Report,
) -> String {
    let mut cell = std::borrow::Cow::from(cell);
    if let Some((end, _)) = cell.char_indices().nth(limits.text) {
        report.add(Kind::CutText, file, row, column, &cell);
        cell = cell.get(..end).unwrap_or_default().to_owned().into();
    }
    let mut text = clean(&cell);
    let mut controls = text != cell;
    if let Some(plain) = markup::without(&text) {
        report.add(Kind::Markup, file, row, column, &text);
        text = clean(&plain);
        controls |= text != plain;
    }
    if controls {
        report.add(Kind::Control, file, row, column, &text);
    }
    text
}
