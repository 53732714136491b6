#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;

fn csv(text: &str) -> Imported {
    let package = Package { files: vec![("a.csv".into(), text.as_bytes().to_vec())] };
    import(Format::Csv, &package, &Municipality::default())
}

#[test]
fn the_built_in_catalogue_survives_a_plain_file() {
    let library = Library::builtin();
    let package = Package { files: vec![("a.csv".into(), export_csv(&library))] };
    let back = import(Format::Csv, &package, &Municipality::default());
    for (a, b) in back.offers.iter().zip(&library.offers) {
        assert_eq!(a, b);
    }
    assert_eq!(back.offers.len(), library.offers.len());
    assert_eq!(back.report.notes, []);
}
