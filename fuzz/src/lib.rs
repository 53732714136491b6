//! What must hold of whatever was read as a catalogue in another format.

use opstart::catalog::exchange::{Format, Package, export_csv, folder, import};
use opstart::catalog::library::Library;
use opstart::domain::template::Municipality;

/// Reads the files and checks it: always a report, the same twice, nothing that steers a terminal, a folder that does not
/// change the second time, and an export that reads as the same offers.
pub fn holds(format: Format, files: Vec<(String, Vec<u8>)>) {
    let package = Package { files };
    let read = import(format, &package, &Municipality::default());
    assert!(!read.offers.is_empty() || !read.report.notes.is_empty());
    assert_eq!(import(format, &package, &Municipality::default()), read);
    for offer in &read.offers {
        assert!(!offer.id.is_empty());
        assert!(!offer.id.chars().chain(offer.description.chars()).any(|c| c.is_control() && c != '\n' && c != '\t'));
    }
    let changes = folder::merged(&[], &read).expect("an empty folder can be written into");
    let again = folder::merged(&changes.files, &read).expect("what was written can be read");
    assert!(again.files.is_empty(), "twice changes nothing");
    let library = Library { offers: read.offers, municipality: read.municipality, ..Library::default() };
    let package = Package { files: vec![(String::from("a.csv"), export_csv(&library))] };
    assert_eq!(import(Format::Csv, &package, &Municipality::default()).offers, library.offers);
}
