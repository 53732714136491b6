//! Any bytes as a plain catalogue file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opstart::catalog::exchange::{Format, Imported, Package, export_csv, folder, import};
use opstart::catalog::library::Library;
use opstart::domain::template::Municipality;

/// Reads and checks what must hold of whatever was read.
fn read(files: Vec<(String, Vec<u8>)>) -> Imported {
    let package = Package { files };
    let read = import(Format::Csv, &package, &Municipality::default());
    assert!(!read.offers.is_empty() || !read.report.notes.is_empty());
    assert_eq!(import(Format::Csv, &package, &Municipality::default()), read);
    for offer in &read.offers {
        assert!(!offer.id.is_empty());
        assert!(!offer.id.chars().chain(offer.description.chars()).any(|c| c.is_control() && c != '\n' && c != '\t'));
    }
    read
}

fuzz_target!(|data: &[u8]| {
    let read = read(vec![(String::from("a.csv"), data.to_vec())]);
    let changes = folder::merged(&[], &read).expect("an empty folder can be written into");
    let again = folder::merged(&changes.files, &read).expect("what was written can be read");
    assert!(again.files.is_empty(), "twice changes nothing");
    let library = Library { offers: read.offers, municipality: read.municipality, ..Library::default() };
    let package = Package { files: vec![(String::from("a.csv"), export_csv(&library))] };
    assert_eq!(import(Format::Csv, &package, &Municipality::default()).offers, library.offers);
});
