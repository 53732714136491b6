//! The catalogue to and from other formats: plain Danish CSV, HSDS packages and Open Referral UK. Pure: works on named
//! bytes.
//!
//! An import never fails: it reads what can be read, and its report says what could not, what was assumed and what the
//! catalogue has no place for. What an export writes, an import reads back as the same catalogue.

mod cells;
mod columns;
mod decode;
pub mod folder;
mod hsds;
mod legal;
mod markup;
mod names;
mod plain;
pub mod report;
mod sheet;

use self::report::{Kind, Report};
use super::library::Library;
use crate::domain::offer::Offer;
use crate::domain::template::Municipality;

/// A file of a package: its path inside it, with forward slashes, and its bytes.
pub type File = (String, Vec<u8>);

/// What is read or written: one file, or a folder of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// The files.
    pub files: Vec<File>,
}

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A plain table with Danish (or English) names of columns.
    Csv,
    /// HSDS 1.x, 2.x or 3.0: tables with or without `datapackage.json`, or JSON.
    Hsds,
    /// Open Referral UK: a profile of HSDS 3.0, and the form of 2019. The same reader.
    OpenReferralUk,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The offers, in the order they stood.
    pub offers: Vec<Offer>,
    /// The departments, themes, benefit groups and areas they name.
    pub municipality: Municipality,
    /// What was seen on the way.
    pub report: Report,
}

/// How much is read. What is more is left out and said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub bytes: usize,
    /// Files of a package.
    pub files: usize,
    /// Rows of one table, and entries of one JSON list.
    pub rows: usize,
    /// Characters of one cell.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 100_000_000, files: 1_000, rows: 500_000, text: 100_000 }
    }
}

/// Reads a package. `known` is the municipality the offers go to: its names keep their keys.
pub fn import(format: Format, package: &Package, known: &Municipality) -> Imported {
    import_within(format, package, known, Limits::default())
}

/// [`import`] with other limits.
pub fn import_within(format: Format, package: &Package, known: &Municipality, limits: Limits) -> Imported {
    let mut report = Report::default();
    let mut files: Vec<&File> = package.files.iter().collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    for (name, _) in files.iter().skip(limits.files) {
        report.add(Kind::TooBig, name, 0, "", "");
    }
    files.truncate(limits.files);
    files.retain(|(name, bytes)| {
        let fits = bytes.len() <= limits.bytes;
        if !fits {
            report.add(Kind::TooBig, name, 0, "", "");
        }
        fits
    });
    match format {
        Format::Csv => plain::import(&files, known, limits, report),
        Format::Hsds | Format::OpenReferralUk => hsds::import(&files, known, limits, report),
    }
}

/// A catalogue as a plain table that a Danish spreadsheet opens.
pub fn export_csv(library: &Library) -> Vec<u8> {
    plain::export(library)
}

/// A catalogue as an HSDS 3.0 package of tables.
pub fn export_hsds(library: &Library) -> Package {
    hsds::export(library)
}

#[cfg(test)]
mod tests;
