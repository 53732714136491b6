//! `opstart catalog import` and `export`.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use crate::catalog::clean::clean_line;
use crate::catalog::exchange::folder::{Changes, MUNICIPALITY, merged};
use crate::catalog::exchange::report::{Kind, Note};
use crate::catalog::exchange::{self, Imported, Package};
use crate::catalog::library::{Library, NamedText};
use crate::cli::{CatalogExport, ExportFormat, Format, Import, ImportFormat};
use crate::commands::{Failure, Place, json, print, told};
use crate::domain::template::Municipality;
use crate::storage::folders::{self, Target};
use crate::text::{Arg, Word, w};

/// As many places as are printed of one note; `--format json` has more.
const PLACES: usize = 3;

/// What is the same all over a file is printed once.
const PRINTED_ONCE: [Kind; 5] =
    [Kind::MadeId, Kind::WrittenLineEnds, Kind::NoPlace, Kind::UnknownColumn, Kind::MissingFile];

/// What `--format json` prints.
#[derive(Serialize)]
struct Printed<'a> {
    read: usize,
    added: usize,
    replaced: usize,
    unchanged: usize,
    notes: &'a [Note],
}

pub(super) fn import(asked: &Import, place: &Place, out: &mut dyn Write) -> Result<u8, Failure> {
    let there = catalogue(&asked.into, place)?;
    let package = folders::read_package(&asked.path)
        .map_err(|error| failed(place, w("fail-import-read"), &asked.path, &error))?;
    let format = match asked.from {
        ImportFormat::Csv => exchange::Format::Csv,
        ImportFormat::Hsds => exchange::Format::Hsds,
        ImportFormat::Oruk => exchange::Format::OpenReferralUk,
    };
    let known = known(&there, place)?;
    let imported = exchange::import(format, &Package { files: package }, &known);
    let changes = if imported.offers.is_empty() { Changes::default() } else { merge(&there, &imported, place)? };
    folders::write_catalog(&asked.into, &changes.files)
        .map_err(|error| failed(place, w("fail-import-write"), &asked.into, &error))?;
    let printed = match asked.format.format {
        Format::Json => {
            let Changes { added, replaced, unchanged, .. } = changes;
            let notes = &imported.report.notes;
            json(place, &Printed { read: imported.offers.len(), added, replaced, unchanged, notes }, true)?
        }
        Format::Text => in_words(&imported, &changes, &asked.into, place),
    };
    print(place, out, &printed)?;
    Ok(u8::from(imported.report.notes.iter().any(|note| note.kind.is_failure())))
}

fn merge(there: &[NamedText], imported: &Imported, place: &Place) -> Result<Changes, Failure> {
    merged(there, imported).map_err(|file| damaged(place, &file.0))
}

fn failed(place: &Place, word: Word, path: &Path, error: &std::io::Error) -> Failure {
    let args = [("path", told::path(path).into()), ("what", told::system(&place.text, error).into())];
    Failure::new(place.text.fmt(word, &args))
}

fn damaged(place: &Place, file: &str) -> Failure {
    Failure::new(place.text.fmt(w("fail-import-damaged"), &[("file", clean_line(file).into())]))
}

/// The files of the folder that is written into, which must be a catalogue or nothing.
fn catalogue(dir: &Path, place: &Place) -> Result<Vec<NamedText>, Failure> {
    match folders::target(dir).map_err(|error| failed(place, w("fail-import-read"), dir, &error))? {
        Target::New => Ok(Vec::new()),
        Target::Other => {
            let args = [("path", told::path(dir).into())];
            Err(Failure::new(place.text.fmt(w("fail-import-target"), &args)))
        }
        Target::Catalog => {
            let found =
                folders::read_catalog(dir).map_err(|error| failed(place, w("fail-import-read"), dir, &error))?;
            match found.unreadable.first() {
                Some(file) => Err(damaged(place, &file.name)),
                None => Ok(found.files),
            }
        }
    }
}

/// The municipality of a catalogue, whose names keep their keys.
fn known(there: &[NamedText], place: &Place) -> Result<Municipality, Failure> {
    let own: Vec<NamedText> = there.iter().filter(|file| file.name == MUNICIPALITY).cloned().collect();
    let library = Library::read(&own);
    let is_damaged = library.problems.iter().any(|p| matches!(p.what, crate::catalog::library::What::Damaged(_)));
    if is_damaged { Err(damaged(place, MUNICIPALITY)) } else { Ok(library.municipality) }
}

fn in_words(imported: &Imported, changes: &Changes, dir: &Path, place: &Place) -> String {
    let mut lines: Vec<String> = imported.report.notes.iter().flat_map(|note| note_lines(note, place)).collect();
    lines.push(if imported.offers.is_empty() {
        place.text.get(w("import-nothing"))
    } else {
        let args = [
            ("read", imported.offers.len().into()),
            ("dir", told::path(dir).into()),
            ("added", changes.added.into()),
            ("replaced", changes.replaced.into()),
            ("unchanged", changes.unchanged.into()),
        ];
        place.text.fmt(w("import-done"), &args)
    });
    lines.join("\n") + "\n"
}

/// One line for each of the first places, and how many there are in all.
fn note_lines(note: &Note, place: &Place) -> Vec<String> {
    let sentence = |row: usize, subject: &str| {
        let file = if row == 0 {
            note.file.clone()
        } else {
            place.text.fmt(w("import-place"), &[("file", note.file.as_str().into()), ("row", Arg::from(row))])
        };
        let args = [("subject", subject.into()), ("column", note.column.as_str().into())];
        let what = place.text.fmt(word(note.kind), &args);
        format!("{file}: {}", what.trim_end_matches([':', ' ']))
    };
    let places = if PRINTED_ONCE.contains(&note.kind) { 1 } else { PLACES };
    let mut lines: Vec<String> =
        note.examples.iter().take(places).map(|example| sentence(example.row, &example.subject)).collect();
    if note.count > lines.len()
        && let Some(last) = lines.last_mut()
    {
        let more = place.text.fmt(w("import-more"), &[("count", note.count.into())]);
        *last = format!("{last} … {more}");
    }
    lines
}

fn word(kind: Kind) -> Word {
    use Kind as K;
    match kind {
        K::TooBig => w("import-too-big"),
        K::Damaged => w("import-damaged"),
        K::OutsidePackage => w("import-outside-package"),
        K::NothingFound => w("import-nothing-found"),
        K::TooManyRows => w("import-too-many-rows"),
        K::CutText => w("import-cut-text"),
        K::NoDescription => w("import-no-description"),
        K::MissingFile => w("import-missing-file"),
        K::UnknownFile => w("import-unknown-file"),
        K::Encoding => w("import-encoding"),
        K::BadCharacters => w("import-bad-characters"),
        K::Separator => w("import-separator"),
        K::EmptyRow => w("import-empty-row"),
        K::ShortRow => w("import-short-row"),
        K::LongRow => w("import-long-row"),
        K::BrokenQuote => w("import-broken-quote"),
        K::DuplicateId => w("import-duplicate-id"),
        K::LooksAlike => w("import-looks-alike"),
        K::Dangling => w("import-dangling"),
        K::UnknownColumn => w("import-unknown-column"),
        K::DoubleColumn => w("import-double-column"),
        K::MissingColumn => w("import-missing-column"),
        K::MissingValue => w("import-missing-value"),
        K::MadeId => w("import-made-id"),
        K::BadValue => w("import-bad-value"),
        K::Markup => w("import-markup"),
        K::Control => w("import-control"),
        K::WrittenLineEnds => w("import-written-line-ends"),
        K::NoPlace => w("import-no-place"),
        K::Metadata => w("import-metadata"),
    }
}

pub(super) fn export(
    asked: &CatalogExport,
    library: &Library,
    place: &Place,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let written = match asked.format {
        // Never over a file that is there: it may be one of the catalogue itself.
        ExportFormat::Csv if asked.path.exists() => {
            let args = [("path", told::path(&asked.path).into())];
            return Err(Failure::new(place.text.fmt(w("fail-export-there"), &args)));
        }
        ExportFormat::Csv => folders::write_file(&asked.path, &exchange::export_csv(library)),
        ExportFormat::Hsds => {
            if !folders::may_hold_package(&asked.path) {
                let args = [("path", told::path(&asked.path).into())];
                return Err(Failure::new(place.text.fmt(w("fail-export-target"), &args)));
            }
            let package = exchange::export_hsds(library);
            folders::write_package(&asked.path, package.files.iter().map(|(name, bytes)| (name.as_str(), &**bytes)))
        }
    };
    written.map_err(|error| failed(place, w("fail-export-write"), &asked.path, &error))?;
    let args = [("count", library.offers.len().into()), ("path", told::path(&asked.path).into())];
    print(place, out, &format!("{}\n", place.text.fmt(w("export-done"), &args)))?;
    Ok(0)
}
